#!/usr/bin/env python3
"""Shows event records as a table for people: show_events.py RECORDS.jsonl"""
import itertools
import json
import shutil
import sys


def participants(entities):
    """`PRK GOV (Kim Jong Un)`, several joined by commas."""
    def one(entity):
        codes = " ".join(filter(None, [entity.get("code"), entity.get("sector")])) or "?"
        name = entity.get("identifier_text") or entity.get("entity_text", "")
        return f"{codes} ({name})"
    return ", ".join(map(one, entities or [])) or "-"


def row(record):
    event = "/".join(record["event"] + (record.get("mode") or []))
    modality = record.get("modality", "asserted")
    if modality != "asserted":
        event += f" [{', '.join(modality)}]"
    return [record.get("date", "?"), event, participants(record.get("actor")), participants(record.get("recipient")), record.get("event_text", "")]


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    rows = [row(record) for record in records]
    heading = ["date", "event", "actor", "recipient", "words"]
    limits = [10, 28, 44, 44, max(12, shutil.get_terminal_size((160, 24)).columns - 134)]
    widths = [min(limit, max(len(cells[i]) for cells in [heading, *rows])) for i, limit in enumerate(limits)]

    def line(cells):
        cut = [cell if len(cell) <= width else cell[:width - 1] + "…" for cell, width in zip(cells, widths)]
        return "  ".join(cell.ljust(width) for cell, width in zip(cut, widths)).rstrip()

    def document(pair):
        return pair[0]["cite_info"]["citation"]

    for _, pairs in itertools.groupby(zip(records, rows), key=document):
        pairs = list(pairs)
        print(f"\n{pairs[0][0]['cite_info'].get('title', '(no title)')}")
        print(line(heading))
        for _, cells in pairs:
            print(line(cells))
    print(f"\n{len(records)} events")


if __name__ == "__main__":
    main()
