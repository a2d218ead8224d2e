#!/usr/bin/env python3
"""Measures every layer and the whole: sentences and words a second, and peak memory. `make bench` runs it.

    bench/run.py BUILD_FOLDER [--news FILE…] [--passes N] [--micro]

Input is the news of ../shared/gold/news where it is at hand, else the project's own pages, each read many times. --micro also runs
the micro-benchmarks of the single layers. docs/performance.md explains the method. Standard library only.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
COPIES = 20  # of the project's own pages: enough work for a clock


def own_pages(program, folder):
    """The golden pages and the examples as one JSONL file, again and again with ids of their own."""
    pages = sorted(str(path) for pattern in ("tests/pages/*/page.*", "examples/pages/*") for path in ROOT.glob(pattern))
    read = subprocess.run([program, "read", *pages], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    documents = [json.loads(line) for line in read.stdout.decode().splitlines()]
    path = pathlib.Path(folder) / "pages.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for copy in range(COPIES):
            for document in documents:
                lines.write(json.dumps({**document, "id": f"{document['id']}-{copy}"}) + "\n")
    return [str(path)]


def whole_program(program, files, threads):
    """Seconds and peak memory in MB of `attache code` as a process of its own."""
    start = time.monotonic()
    with open("/dev/null", "wb") as nowhere:
        process = subprocess.Popen([program, "code", "--threads", str(threads), *files], stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--news", nargs="*", help="files to measure on")
    options.add_argument("--passes", type=int, default=5)
    options.add_argument("--micro", action="store_true", help="the micro-benchmarks too")
    arguments = options.parse_args()
    program = str(arguments.build / "attache")

    with tempfile.TemporaryDirectory() as folder:
        shared = ROOT.parent / "shared" / "gold" / "news"
        files = arguments.news or sorted(str(path) for path in shared.glob("*.jsonl")) or own_pages(program, folder)
        measured = subprocess.run([str(arguments.build / "attache_throughput"), "--passes", str(arguments.passes), *files], stdout=subprocess.PIPE)
        if measured.returncode != 0:
            sys.exit(f"attache_throughput ended with status {measured.returncode}")
        layers = json.loads(measured.stdout)
        show_layers(layers, files)
        for threads in (1, 2):
            runs = [whole_program(program, files, threads) for _ in range(arguments.passes)]
            seconds, megabytes = median([run[0] for run in runs]), max(run[1] for run in runs)
            print(f"attache code, {threads} thread{'s' if threads > 1 else ' '}  {layers['sentences'] / seconds:>12,.0f} {layers['words'] / seconds:>12,.0f}"
                  f"   {seconds:.2f} s, {megabytes:.0f} MB, start to end")
    if arguments.micro:
        for benchmark in sorted(arguments.build.glob("attache_*_bench")):
            print(f"\n{benchmark.name}")
            subprocess.run([str(benchmark), "--benchmark_min_time=0.2"], check=True)


def show_layers(layers, files):
    sentences, words, stages = layers["sentences"], layers["words"], layers["stages"]
    print(f"{layers['documents']} documents, {sentences:,} sentences, {words:,} words of {', '.join(pathlib.Path(file).name for file in files)}; one thread, medians of {layers['passes']} passes")
    print(f"start-up {layers['start_up_seconds'] * 1000:.0f} ms, {layers['peak_megabytes']:.0f} MB with all documents in memory\n")
    print(f"{'layer':<24}{'sentences/s':>14} {'words/s':>12}   µs a sentence")

    def row(name, seconds):
        seconds = max(seconds, 1e-9)
        print(f"{name:<24}{sentences / seconds:>14,.0f} {words / seconds:>12,.0f}   {seconds / sentences * 1e6:.2f}")

    row("reading", layers["reading_seconds"])
    before = 0.0
    for stage, name in (("words", "words and sentences"), ("trees", "trees, every sentence"), ("mentions", "mentions"), ("events", "coding")):
        row(name, stages[stage]["seconds"] - before)
        before = stages[stage]["seconds"]
    row("all, every sentence", layers["reading_seconds"] + stages["events"]["seconds"])
    row("all, scan in front", layers["reading_seconds"] + stages["events_scanned"]["seconds"])
    scanned, thorough = stages["events_scanned"], stages["events"]
    print(f"\nthe scan has {scanned['parsed'] / sentences:.0%} of the sentences parsed and keeps {scanned['events']:,} of {thorough['events']:,} events\n")


if __name__ == "__main__":
    main()
