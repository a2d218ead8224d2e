#!/usr/bin/env python3
"""How many pages a second `attache read` takes beside trafilatura, on one core, same pages, same run.

    bench/extraction.py --attache build/attache --venv FOLDER [--pages FOLDER] [--passes 3]

trafilatura is installed from the package index into FOLDER, an environment of its own, unless it is there already. It runs as its manual says for news:
`bare_extraction` with metadata, on pages that are in memory; its start is not counted. The program runs as a whole process, start and files counted,
with one thread. The two take turns. Pages are the project's own (tests/reading/pages, tests/pages), or those of --pages.
"""
import argparse
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parents[1]
RIVAL = """
import pathlib, sys, time, trafilatura
pages = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
for page in pages[:3]: trafilatura.bare_extraction(page, with_metadata=True)
print("ready", trafilatura.__version__, flush=True)
for line in sys.stdin:
    start = time.process_time()
    found = sum(trafilatura.bare_extraction(page, with_metadata=True) is not None for page in pages)
    print(time.process_time() - start, found, flush=True)
"""


def python_with_trafilatura(folder):
    python = pathlib.Path(folder, "bin", "python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import trafilatura, lxml_html_clean"], stderr=subprocess.DEVNULL).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", "trafilatura", "lxml_html_clean"], check=True)
    return str(python)


def gather(sources, folder):
    """Copies the pages into one folder; how many bytes they are."""
    size = 0
    for number, path in enumerate(sorted(p for source in sources for p in pathlib.Path(source).rglob("*") if p.name.endswith((".html", ".html.gz")))):
        data = path.read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        pathlib.Path(folder, f"{number:05}.html").write_bytes(data)
        size += len(data)
    return size


def processor_seconds(command):
    before = os.times()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    if done.returncode not in (0, 3):
        sys.exit(f"{command[0]} ended with status {done.returncode}")
    return after.children_user + after.children_system - before.children_user - before.children_system, done.stdout.count(b"\n")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache")
    options.add_argument("--venv", required=True, help="folder for trafilatura's environment")
    options.add_argument("--pages", help="a folder of pages instead of the project's own")
    options.add_argument("--passes", type=int, default=3)
    given = options.parse_args()
    python = python_with_trafilatura(given.venv)
    with tempfile.TemporaryDirectory() as folder:
        size = gather([given.pages] if given.pages else [ROOT / "tests/reading/pages", ROOT / "tests/pages"], folder)
        count = len(os.listdir(folder))
        rival = subprocess.Popen([python, "-c", RIVAL, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ready = rival.stdout.readline().split()
        if not ready:
            sys.exit(f"trafilatura in {given.venv} does not start")
        version = ready[1]
        ours, theirs = [], []
        for _ in range(given.passes):
            seconds, documents = processor_seconds([given.attache, "read", "--threads", "1", folder])
            ours.append(seconds)
            rival.stdin.write("go\n")
            rival.stdin.flush()
            theirs.append(float(rival.stdout.readline().split()[0]))
        rival.stdin.close()
        rival.wait()
    middle = lambda values: sorted(values)[len(values) // 2]
    print(f"pages        {count}, {size / 1e6:.1f} MB, of which the program reads {documents}")
    print(f"attache      {count / middle(ours):8.0f} pages/s {size / 1e6 / middle(ours):8.1f} MB/s")
    print(f"trafilatura  {count / middle(theirs):8.0f} pages/s {size / 1e6 / middle(theirs):8.1f} MB/s   (version {version})")
    print(f"ratio        {middle(theirs) / middle(ours):8.1f}")


if __name__ == "__main__":
    main()
