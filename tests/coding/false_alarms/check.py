#!/usr/bin/env python3
"""Codes sentences in which nothing political happens, each as a page of its own, and counts the events.

    check.py --attache build/attache            every event given, then totals by subject
    check.py --attache build/attache --quiet    totals only

The sentences of sport, business, weather and nature, culture, health and science, accidents and daily life were written for the project; most
use words that name events elsewhere. Ends with status 1 when there are more events in a hundred sentences than allowed. Standard library only.
"""
import argparse
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from coded_sentences import code_sentences  # noqa: E402, the path first

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--quiet", action="store_true", help="totals only")
    options.add_argument("--most", type=float, default=4, help="most events allowed in a hundred sentences")
    arguments = options.parse_args()

    sentences = [(path.stem, line) for path in sorted(HERE.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line]
    alarms = collections.Counter()
    for (subject, sentence), events in zip(sentences, code_sentences(arguments.attache, [text for _, text in sentences])):
        alarms[subject] += len(events)
        for event in [] if arguments.quiet else events:
            codes = [[entity.get("code", "?") for entity in event.get(side) or []] for side in ("actor", "recipient")]
            print(f"{subject}: {event['event'][0]} {codes[0]} -> {codes[1]} [{event['event_text']}]  {sentence}")
    for subject, count in sorted(collections.Counter(subject for subject, _ in sentences).items()):
        print(f"{subject}: {alarms[subject]} events in {count} sentences")
    share = 100 * alarms.total() / len(sentences)
    print(f"{alarms.total()} events in {len(sentences)} sentences: {share:.2f} in a hundred, most allowed {arguments.most:g}")
    sys.exit(share > arguments.most)


if __name__ == "__main__":
    main()
