#!/usr/bin/env python3
"""Codes the sentences of sentences.txt, each as a page of its own, and compares the contexts of their events.

    check.py --attache build/attache

A wanted context is found when an event of the sentence has it; one that is given is right when it is wanted or may be. Ends with status 1 when precision or
recall falls below the least allowed, or events are coded from too few sentences. Standard library only.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

SENTENCES = pathlib.Path(__file__).resolve().parent / "sentences.txt"


def names(text):
    return {name for name in re.split(r"[,\s()]+", text) if name}


def read_sentences():
    """(contexts wanted, contexts that may be given beside, sentence)."""
    rows = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        contexts, _, sentence = line.partition("|")
        wanted, _, allowed = contexts.partition(";")
        rows.append((names(wanted), names(allowed), sentence.strip()))
    return rows


def code(attache, sentences):
    """The contexts of all events of each sentence; None where nothing is coded."""
    pages = "".join(json.dumps({"id": str(i), "date": "2013-05-22", "text": text}) + "\n" for i, text in enumerate(sentences))
    done = subprocess.run([attache, "code", "-"], input=pages.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{attache} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    given = [None] * len(sentences)
    for line in done.stdout.decode().splitlines():
        event = json.loads(line)
        number = int(event["cite_info"]["citation"])
        given[number] = (given[number] or set()) | set(event.get("context", []))
    return given


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--least-precision", type=float, default=0.9)
    options.add_argument("--least-recall", type=float, default=0.9)
    options.add_argument("--least-coded", type=float, default=0.85, help="least share of sentences with an event")
    arguments = options.parse_args()
    rows = read_sentences()
    coded = wanted_in_all = found = given_in_all = right = 0
    for (wanted, allowed, sentence), given in zip(rows, code(arguments.attache, [row[2] for row in rows])):
        if given is None:
            print(f"nothing coded: {sentence}")
            continue
        coded += 1
        wanted_in_all += len(wanted)
        found += len(wanted & given)
        given_in_all += len(given)
        right += len(given & (wanted | allowed))
        if wanted - given or given - wanted - allowed:
            print(f"{sentence}\n    missing {sorted(wanted - given)}, stray {sorted(given - wanted - allowed)}")
    precision, recall, share = right / given_in_all, found / wanted_in_all, coded / len(rows)
    print(f"{len(rows)} sentences, {coded} coded; contexts: precision {precision:.3f} ({right} of {given_in_all}), recall {recall:.3f} ({found} of {wanted_in_all})")
    sys.exit(precision < arguments.least_precision or recall < arguments.least_recall or share < arguments.least_coded)


if __name__ == "__main__":
    main()
