#!/usr/bin/env python3
"""Codes sentences in which nothing political happens, each as a page of its own, and counts the events.

    check.py --attache build/attache            every event given, then totals by subject
    check.py --attache build/attache --quiet    totals only

The sentences of sport, business, weather and nature, culture, health and science, accidents and daily life were written for the project; most
use words that name events elsewhere. Ends with status 1 when there are more events in a hundred sentences than allowed. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--quiet", action="store_true", help="totals only")
    options.add_argument("--most", type=float, default=4, help="most events allowed in a hundred sentences")
    arguments = options.parse_args()

    sentences = [(path.stem, line) for path in sorted(HERE.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line]
    pages = "".join(json.dumps({"id": str(i), "date": "2013-05-22", "text": text}) + "\n" for i, (_, text) in enumerate(sentences))
    done = subprocess.run([arguments.attache, "code", "-"], input=pages.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{arguments.attache} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    events = [json.loads(line) for line in done.stdout.decode().splitlines()]
    alarms = collections.Counter()
    for event in events:
        subject, sentence = sentences[int(event["cite_info"]["citation"])]
        alarms[subject] += 1
        if not arguments.quiet:
            codes = [[entity.get("code", "?") for entity in event.get(side) or []] for side in ("actor", "recipient")]
            print(f"{subject}: {event['event'][0]} {codes[0]} -> {codes[1]} [{event['event_text']}]  {sentence}")
    for subject, count in sorted(collections.Counter(subject for subject, _ in sentences).items()):
        print(f"{subject}: {alarms[subject]} events in {count} sentences")
    share = 100 * len(events) / len(sentences)
    print(f"{len(events)} events in {len(sentences)} sentences: {share:.2f} in a hundred, most allowed {arguments.most:g}")
    sys.exit(share > arguments.most)


if __name__ == "__main__":
    main()
