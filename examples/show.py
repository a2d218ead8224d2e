#!/usr/bin/env python3
"""Shows event records as lines for people.   show.py RECORDS.jsonl"""
import json
import sys


def names(entities):
    return " & ".join(f"{e.get('identifier_text') or e['entity_text']} ({e.get('code', '---')} {e.get('sector', '')}".rstrip() + ")" for e in entities)


def main():
    title = None
    count = 0
    for line in open(sys.argv[1], encoding="utf-8"):
        event = json.loads(line)
        count += 1
        cited = event["cite_info"].get("title") or event["cite_info"]["citation"]
        if cited != title:
            title = cited
            print(f"\n{title}  [{event['cite_info'].get('published', 'no date')}]")
        kind = " ".join(event["event"] + event.get("mode", []))
        modality = event["modality"] if isinstance(event["modality"], str) else ", ".join(event["modality"])
        recipient = names(event["recipient"])
        print(f"  {event.get('date', '??????????')}  {kind:<22} {names(event['actor']) or 'nobody named'}" + (f"  →  {recipient}" if recipient else ""))
        where = event.get("event_loc", {}).get("name")
        details = [f"“{event['event_text']}”", modality, f"confidence {event['confidence']:.2f}"] + ([f"in {where}"] if where else [])
        print(f"{'':14}{'; '.join(details)}")
    print(f"\n{count} events")


if __name__ == "__main__":
    main()
