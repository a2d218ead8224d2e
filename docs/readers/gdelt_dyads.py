#!/usr/bin/env python3
"""Counts a country pair's events by quad class and month, as many scripts do with GDELT's daily files.

    python3 gdelt_dyads.py FILE.CSV FRA EGY
"""

import csv
import sys
from collections import Counter

QUAD = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as lines:
        # GDELT's files have tabs for separators in spite of their name, no heading, and no quoting.
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main(path, source, target):
    counts, goldstein = Counter(), Counter()
    for row in rows(path):
        if len(row) != 61:
            sys.exit(f"{path}: {len(row)} columns, not 61")
        month, actor1, actor2, quad = row[2], row[7], row[17], row[29]
        if (actor1, actor2) != (source, target):
            continue
        counts[month, quad] += int(row[31])
        goldstein[month] += float(row[30] or 0)
    for (month, quad), count in sorted(counts.items()):
        print(month, QUAD[quad], count, f"{goldstein[month]:.1f}", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
