#!/usr/bin/env python3
"""Codes the sentences of sentences.txt, each as a page of its own, and compares modality and attribution.

    check.py --attache build/attache            differences, then totals
    check.py --attache build/attache --quiet    totals only

A sentence counts where at least one event is coded from it. Its modality is right when an event, of the type if the heading names one, has
exactly the heading's modality; its attribution when such an event has the source that the line names, or none where it names none.
Ends with status 1 when fewer are right than asked for, or events are coded from too few sentences. Standard library only.
"""
import argparse
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from coded_sentences import code_sentences  # noqa: E402, the path first

SENTENCES = pathlib.Path(__file__).resolve().parent / "sentences.txt"


def read_sentences():
    """(modality, type or "", sentence, codes of which one is the source)."""
    heading, rows = ("", ""), []
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("=="):
            words = line[2:].split()
            if not words or words[0] not in ("asserted", "negation", "future", "hypothetical", "historical"):
                sys.exit(f"{SENTENCES.name}:{number}: no modality in the heading")
            heading = words[0], words[1] if len(words) > 1 else ""
            continue
        sentence, _, source = line.partition(" | by ")
        rows.append((*heading, sentence.strip(), re.split(r"\s+or\s+", source.strip()) if source else ["-"]))
    return rows


def modality_of(event):
    modality = event.get("modality", "asserted")
    return modality if isinstance(modality, str) else "+".join(modality)


def source_of(event):
    source = event.get("attribution")
    return "-" if not source else source.get("code") or "?"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--quiet", action="store_true", help="totals only")
    options.add_argument("--least-modality", type=float, default=0.92)
    options.add_argument("--least-attribution", type=float, default=0.85)
    options.add_argument("--least-coded", type=float, default=0.85, help="least share of sentences with an event")
    arguments = options.parse_args()

    rows = read_sentences()
    coded = right_modality = right_source = sourced = right_sourced = 0
    for (modality, kind, sentence, sources), events in zip(rows, code_sentences(arguments.attache, [row[2] for row in rows])):
        if not events:
            if not arguments.quiet:
                print(f"no event     {sentence}")
            continue
        coded += 1
        fitting = [event for event in events if modality_of(event) == modality and kind in ("", event["event"][0])]
        right_modality += bool(fitting)
        given = {source_of(event) for event in fitting or events}
        source_is_right = bool(given & set(sources))
        right_source += source_is_right
        if "-" not in sources:
            sourced += 1
            right_sourced += source_is_right
        if not fitting and not arguments.quiet:
            print(f"modality     {modality} {kind}: is {[(event['event'][0], modality_of(event), event['event_text']) for event in events]}  {sentence}")
        if not source_is_right and not arguments.quiet:
            print(f"attribution  {' or '.join(sources)}: is {sorted(given)}  {sentence}")
    shares = right_modality / coded, right_source / coded, coded / len(rows)
    print(f"{len(rows)} sentences, {coded} with an event ({shares[2]:.3f}); modality right {right_modality} ({shares[0]:.3f}), attribution right {right_source} ({shares[1]:.3f}), "
          f"of those with a source {right_sourced} of {sourced} ({right_sourced / max(sourced, 1):.3f})")
    asked = arguments.least_modality, arguments.least_attribution, arguments.least_coded
    sys.exit(any(share < least for share, least in zip(shares, asked)) or right_sourced < arguments.least_attribution * sourced)


if __name__ == "__main__":
    main()
