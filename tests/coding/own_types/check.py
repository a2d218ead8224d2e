#!/usr/bin/env python3
"""Runs the walk-through of docs/own_types.md: trains a classifier on the corpus and the examples of a type of one's own, and asks it about sentences it never saw.

    check.py --attache build/attache

Ends with status 1 when fewer than seven of ten new sentences of that type are recognised, or when one in ten others is taken for it. Standard library only.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples/own_types"


def expected(path):
    return [line.split()[1] for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\s+\d>\d", line)]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    attache = options.parse_args().attache
    with tempfile.TemporaryDirectory() as folder:
        model = str(pathlib.Path(folder) / "mine.model")
        corpus = sorted(str(path) for path in (ROOT / "corpus").glob("*.txt"))
        subprocess.run([attache, "train", "classifier", "--data", *corpus, "--examples", str(ROOT / "lexicon"), "--all-train", str(EXAMPLES / "evictions.txt"), "--repeat", "6", "--folds", "2", "--out", model], check=True)
        said = subprocess.run([attache, "relate", "--classifier", model, str(EXAMPLES / "new_sentences.txt")], stdout=subprocess.PIPE, check=True).stdout.decode()
    wanted = expected(EXAMPLES / "new_sentences.txt")
    given = [answer["event"] + (":" + answer["own_type"] if answer.get("own_type") else "") for answer in map(json.loads, said.splitlines())]
    found = sum(w == g == "COERCE:EVICT" for w, g in zip(wanted, given))
    strays = sum(w != "COERCE:EVICT" == g for w, g in zip(wanted, given))
    own = wanted.count("COERCE:EVICT")
    print(f"evictions recognised: {found} of {own}; others taken for them: {strays} of {len(wanted) - own}")
    sys.exit(0 if len(given) == len(wanted) and found >= 0.7 * own and strays <= 0.1 * (len(wanted) - own) else 1)


if __name__ == "__main__":
    main()
