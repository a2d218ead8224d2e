#!/usr/bin/env python3
"""Codes the sentences of sentences.txt or of the files given, each as a page of its own, and looks for the events that each must and must not give.

    check.py --attache build/attache [FILE…]

Ends with status 1 when a rule does not hold. Standard library only.
"""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from coded_sentences import code_sentences  # noqa: E402, the path first

SENTENCES = pathlib.Path(__file__).resolve().parent / "sentences.txt"


def read_sentences(path):
    rule, rows = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            rule = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            sentence, _, wanted = line.partition(" => ")
            rows.append((rule, sentence, [part.strip() for part in wanted.split(";")]))
    return rows


def side_fits(wanted, entities):
    given = sorted({entity["code"] for entity in entities or [] if entity.get("code")})
    return wanted == "?" or given == ([] if wanted == "-" else sorted(wanted.split("+")))


def fits(wanted, event):
    kind, actor, _, recipient = wanted.split()
    kind, _, context = kind.partition("@")
    kind, _, mode = kind.partition("/")
    return (event["event"][0] == kind and (not mode or set(mode.split("+")) <= set(event.get("mode") or []))
            and (not context or context in (event.get("context") or []))
            and side_fits(actor, event.get("actor")) and side_fits(recipient, event.get("recipient")))


def holds(wanted, events):
    if wanted.startswith("no "):
        return all(event["event"][0] != wanted[3:] for event in events)
    return any(fits(wanted, event) for event in events)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("files", nargs="*", type=pathlib.Path, help="sentences, in the format of sentences.txt")
    arguments = options.parse_args()
    rows = [row for path in arguments.files or [SENTENCES] for row in read_sentences(path)]
    wrong = 0
    for (rule, sentence, wanted), events in zip(rows, code_sentences(arguments.attache, [row[1] for row in rows])):
        for expectation in wanted:
            if holds(expectation, events):
                continue
            wrong += 1
            given = [(event["event"][0], event.get("mode"), [[e.get("code") for e in event.get(side) or []] for side in ("actor", "recipient")], event["event_text"]) for event in events]
            print(f"{rule}\n  {sentence}\n    wanted {expectation}, given {given}")
    print(f"{len(rows)} sentences, {sum(len(row[2]) for row in rows)} expectations, {wrong} wrong")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
