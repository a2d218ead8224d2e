#!/usr/bin/env python3
"""Cross-validates the classifier of pairs on a labelled set, its own rows added to the corpus: what a user gains by labels of their own.

    cross_validation.py --attache build/attache [--folds 5] GOLD.jsonl

Each fold's rows are judged by a classifier trained on the corpus and the other folds' rows; nothing of it ships. Probabilities stay uncalibrated, which changes no answer. Rows fall into folds by their order; CONCEDE and RETREAT
count as one where the labels have YIELD. Standard library only.
"""
import argparse
import glob
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent


def judge(attache, train, asked, folder):
    """What a classifier trained on the corpus and these rows says of those asked."""
    data, model = pathlib.Path(folder) / "train.jsonl", pathlib.Path(folder) / "fold.model"
    data.write_text("".join(json.dumps(row) + "\n" for row in train), encoding="utf-8")
    subprocess.run([attache, "train", "classifier", "--data", *sorted(glob.glob(str(HERE / "corpus/*.txt"))), "--all-train", str(data), "--examples", str(HERE / "lexicon"), "--folds", "1", "--out", str(model)],
                   check=True, stdout=subprocess.DEVNULL)
    question = "".join(json.dumps({k: row[k] for k in ("id", "text", "actor", "recipient")}) + "\n" for row in asked)
    said = subprocess.run([attache, "relate", "--classifier", str(model), "-"], input=question.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    return {answer["id"]: answer["event"] for answer in map(json.loads, said.splitlines())}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--folds", type=int, default=5)
    options.add_argument("gold")
    arguments = options.parse_args()
    rows = [json.loads(line) for line in open(arguments.gold, encoding="utf-8")]
    said = {}
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(arguments.folds):
            train = [row for i, row in enumerate(rows) if i % arguments.folds != fold]
            said.update(judge(arguments.attache, train, [row for i, row in enumerate(rows) if i % arguments.folds == fold], folder))
            print(f"fold {fold + 1} of {arguments.folds} done", file=sys.stderr)
    root = lambda name: "YIELD" if name in ("CONCEDE", "RETREAT") else name
    gold, got = [root(row["event"]) for row in rows], [root(said[row["id"]]) for row in rows]
    scores = []
    for kind in sorted(set(gold)):
        both = sum(a == b == kind for a, b in zip(gold, got))
        scores.append(2 * both / (gold.count(kind) + got.count(kind)))
        print(f"{kind:<10} F1 {scores[-1]:.3f}")
    right = sum(a == b for a, b in zip(gold, got))
    print(f"{len(rows)} rows: accuracy {right / len(rows):.4f}, macro F1 {sum(scores) / len(scores):.4f}")


if __name__ == "__main__":
    main()
