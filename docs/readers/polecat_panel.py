#!/usr/bin/env python3
"""A panel of directed country dyads by month with counts and mean intensity, as users of POLECAT make it.

    python3 polecat_panel.py FILE.txt
"""

import csv
import sys
from collections import defaultdict

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


def known(cell):
    return None if cell in ("", "None") else cell


def main(path):
    panel = defaultdict(lambda: [0, 0, 0, 0, 0.0])
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            actor, recipient = known(row["Actor Country"]), known(row["Recipient Country"])
            if not actor or not recipient or actor == recipient:
                continue
            cells = panel[actor, recipient, row["Event Date"][:7]]
            cells[QUADS.index(row["Quad Code"])] += 1
            # The column has had two names.
            cells[4] += float(row.get("Event Intensity") or row.get("Intensity"))
    print("actor", "recipient", "month", *QUADS, "mean intensity", sep="\t")
    for key, cells in sorted(panel.items()):
        print(*key, *cells[:4], f"{cells[4] / sum(cells[:4]):.2f}", sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
