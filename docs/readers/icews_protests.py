#!/usr/bin/env python3
"""Counts protests by country and month, as many scripts do with ICEWS' yearly files.

    python3 icews_protests.py FILE.tab
"""

import csv
import datetime
import sys
from collections import Counter


def main(path):
    counts, seen = Counter(), set()
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            # Ids alone are not unique, with the day they are.
            key = row["Event ID"], row["Event Date"]
            if key in seen:
                sys.exit(f"{path}: the event {key} stands twice")
            seen.add(key)
            day = datetime.date.fromisoformat(row["Event Date"])
            if not row["CAMEO Code"].startswith("14"):
                continue
            place = row["Country"] if row["Country"] != "NA" else row["Source Country"]
            counts[place, f"{day:%Y-%m}"] += 1
            float(row["Intensity"])
    for (place, month), count in sorted(counts.items()):
        print(place, month, count, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
