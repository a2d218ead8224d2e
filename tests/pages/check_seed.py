#!/usr/bin/env python3
"""Holds the program to the page the project was founded on: check_seed.py --attache build/attache

Runs ../shared/eval/score.py where it is at hand and ends with status 77, which counts as skipped, where it is not. Every field of the document must be right, at least
14 of the needed events found, and at most 3 events given that the list does not have.
"""
import argparse
import json
import pathlib
import subprocess
import sys

SCORER = pathlib.Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"
LEAST_FOUND, MOST_STRAY = 14, 3


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    arguments = options.parse_args()
    if not SCORER.exists():
        print("skipped: the scorer is not at hand")
        sys.exit(77)
    scored = subprocess.run([sys.executable, str(SCORER), "seed", "--attache", arguments.attache], stdout=subprocess.PIPE, check=True)
    scores = json.loads(scored.stdout)
    wrong = [check for check in scores["wrong"] if check.startswith("document.")]
    print(f"{scores['events_found']} of {scores['events_needed']} needed events, {scores['events_not_in_the_list']} that the list has not, document: {wrong or 'right'}")
    sys.exit(bool(wrong) or scores["events_found"] < LEAST_FOUND or scores["events_not_in_the_list"] > MOST_STRAY)


if __name__ == "__main__":
    main()
