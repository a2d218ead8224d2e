# The commands a newcomer needs. `make demo` and `make test` do everything on a bare Debian 12.
BUILD ?= build
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 20

.PHONY: build arrow test demo bench lint fuzz model install-packages install-tools clean classifier

install-packages:
	@sh cmake/install_packages.sh engine

install-tools:
	@sh cmake/install_packages.sh engine tools

build: install-packages
	cmake --preset release -B $(BUILD) $$(test ! -x $(BUILD)/arrow/bin/python || echo -DATTACHE_ARROW=$(abspath $(BUILD)/arrow))
	cmake --build $(BUILD) -j $(JOBS)

# Codes the pages in examples/ and shows what was found; the records themselves go to build/demo.jsonl.
demo: build
	@sh examples/demo.sh $(BUILD)/attache

# Arrow C++ for Parquet and Arrow files, and pandas and DuckDB to read files back, where the Python package index is reached. Where it is not, that is
# said, the tests that need them are named as skipped, and all else goes on.
arrow: install-packages
	@sh cmake/install_packages.sh arrow && sh cmake/install_arrow.sh $(BUILD)/arrow || true

test: arrow build
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

# Sentences and words a second, and peak memory, of every layer and of the whole (docs/performance.md).
bench: install-packages
	cmake --preset bench
	cmake --build build-bench -j $(JOBS)
	python3 bench/run.py build-bench

# clang-tidy over the sources, and the format of what changed.
lint: install-tools
	cmake --preset release -B $(BUILD)
	sh cmake/lint.sh $(BUILD)

# Trains the parser's model from GOLD, the folder of training data (models/README.md).
model:
	sh training/make_model.sh $(GOLD)

# Every fuzzer for FUZZ_SECONDS seconds.
fuzz: install-tools
	cmake --preset fuzz
	cmake --build build-fuzz -j $(JOBS)
	sh fuzz/run.sh build-fuzz $(FUZZ_SECONDS)

clean:
	rm -rf $(BUILD) build-bench build-fuzz build-sanitize build-thread

# Trains the classifier of pairs on the corpus; the program is then built again with it.
classifier: build
	$(BUILD)/attache train classifier --data corpus/*.txt --examples lexicon --out models/classifier.model
	cmake --build $(BUILD) -j $(JOBS)
