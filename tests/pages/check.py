#!/usr/bin/env python3
"""Codes the golden pages and compares the records with those that people expect.

    check.py --attache build/attache                 all pages; differences, then totals
    check.py --attache build/attache --show NAME     one page, with every record that was given
    check.py --lint                                  only checks the expectations themselves, without the program

A record matches an expected event when its evidence sentence contains the fragment `in` and its type, actor code and
recipient code agree. Precision and recall are counted over those matches; the further fields of matching records (mode, date,
place, modality, sectors, person, attribution) are compared and counted on their own. Ends with status 1 when precision or
recall falls below the least allowed, when a field of a document is wrong, or when an expectation is malformed.
The format of `expected.json` is described in README.md beside this file. Standard library only.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
               "heavy-weapons crowd-control unconventional",
}
MODALITIES = {"asserted", "future", "hypothetical", "historical", "negation"}
EVENT_KEYS = {"in", "event", "mode", "actor", "recipient", "mutual", "date", "place", "modality", "need", "actor_sector",
              "recipient_sector", "person", "by", "why"}
DOCUMENT_KEYS = {"title", "published", "url", "language", "byline", "publication", "agencies", "image_credits", "lead_begins",
                 "caption_begins", "body_begins", "body_ends", "never_in_text"}


# What the expectations say -----------------------------------------------------------------------------------------------

def alternatives(text):
    """`USA or GBR and FRA` → [{USA}, {GBR, FRA}]; `none` is the empty set."""
    return [frozenset(code for code in re.split(r"\s+and\s+", part.strip()) if code != "none")
            for part in re.split(r"\s+or\s+", text)]


def words(text):
    """The alternatives of a field with single values: `SANCTION or COERCE`."""
    return re.split(r"\s+or\s+", text)


def folded(text):
    return re.sub(r"\s+", " ", text).strip().lower()


@dataclass
class Page:
    name: str
    path: pathlib.Path
    document: dict
    events: list


def load_pages(folder):
    pages = []
    for directory in sorted(path.parent for path in folder.glob("*/expected.json")):
        expected = json.loads((directory / "expected.json").read_text(encoding="utf-8"))
        files = sorted(directory.glob("page.*"))
        if len(files) != 1:
            sys.exit(f"{directory}: there must be exactly one page.*, there are {len(files)}")
        pages.append(Page(directory.name, files[0], expected["document"], expected["events"]))
    return pages


def text_of(path):
    """The page's characters without markup, good enough to find a sentence fragment in."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return folded(" ".join(str(value) for line in raw.splitlines() if line.strip() for value in flat(json.loads(line))))
    if path.suffix == ".html":
        raw = html.unescape(re.sub(r"<(?!/?(p|h\d|li|div|br|figcaption)\b)[^>]*>", "", raw))
    return folded(re.sub(r"<[^>]*>", " ", raw))


def flat(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for item in value for leaf in flat(item)]
    return [value]


def lint(page):
    """Mistakes in the expectations themselves."""
    wrong = [f"document has the unknown field {key!r}" for key in page.document.keys() - DOCUMENT_KEYS]
    text = text_of(page.path)
    for event in page.events:
        where = f"event {event.get('in')!r}"
        wrong += [f"{where} lacks {key!r}" for key in ("in", "event", "actor", "recipient") if key not in event]
        if wrong:
            continue
        wrong += [f"{where} has the unknown field {key!r}" for key in event.keys() - EVENT_KEYS]
        if folded(event["in"]) not in text:
            wrong.append(f"{where} is not in the page")
        for kind in words(event["event"]):
            if kind not in MODES:
                wrong.append(f"{where} has the unknown type {kind}")
        modes = {mode for kind in words(event["event"]) for mode in MODES.get(kind, "").split()}
        wrong += [f"{where} has the mode {mode}, which {event['event']} lacks" for mode in words(event.get("mode", "")) if mode and mode not in modes]
        wrong += [f"{where} has the unknown modality {name}" for name in words(event.get("modality", "asserted")) if name not in MODALITIES]
        for side in ("actor", "recipient"):
            for codes in alternatives(event[side]):
                wrong += [f"{where} has the {side} code {code}" for code in codes if not re.fullmatch("[A-Z]{3}", code)]
    return wrong


# What the program says ----------------------------------------------------------------------------------------------------

def run(attache, command, path):
    done = subprocess.run([attache, command, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{attache} {command} {path} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line]


def codes_of(entities):
    return frozenset(entity["code"] for entity in entities or [] if entity.get("code"))


def sides(record):
    return codes_of(record.get("actor")), codes_of(record.get("recipient"))


def agrees(event, record):
    """Type, actor code and recipient code are right, and the evidence is the sentence meant."""
    if folded(event["in"]) not in folded(record.get("text", "")) or record["event"][0] not in words(event["event"]):
        return False
    actor, recipient = sides(record)
    if actor in alternatives(event["actor"]) and recipient in alternatives(event["recipient"]):
        return True
    if not event.get("mutual"):
        return False
    return any(actor | recipient == first | second for first in alternatives(event["actor"]) for second in alternatives(event["recipient"]))


def wrong_fields(event, record):
    """The further fields that were expected, as (field, expected, given)."""
    entities = {"actor": record.get("actor") or [], "recipient": record.get("recipient") or []}
    modality = record.get("modality", "asserted")
    given = {
        "mode": record.get("mode") or [],
        "modality": modality if isinstance(modality, list) else [modality],
        "actor_sector": [entity.get("sector", "") for entity in entities["actor"]],
        "recipient_sector": [entity.get("sector", "") for entity in entities["recipient"]],
        "person": [entity.get("identifier_text", "") for side in entities.values() for entity in side],
        "by": [(record.get("attribution") or {}).get("code", "")],
    }
    expected = {"modality": "asserted", **event}
    wrong = [(key, expected[key], values) for key, values in given.items()
             if key in expected and not any(value in words(expected[key]) for value in values)]
    if "date" in event and not any((record.get("date") or "").startswith(date) for date in words(event["date"])):
        wrong.append(("date", event["date"], record.get("date")))
    place = (record.get("event_loc") or {}).get("name", "")
    if "place" in event and not any(name in place for name in words(event["place"])):
        wrong.append(("place", event["place"], place))
    return wrong


def compared_fields(event):
    return 1 + sum(key in event for key in ("mode", "actor_sector", "recipient_sector", "person", "by", "date", "place"))


def wrong_document(expected, documents):
    if len(documents) != 1:
        return [("documents", 1, len(documents))]
    document = documents[0]
    blocks = document.get("blocks") or []
    text = {kind: "\n".join(block["text"] for block in blocks if block["kind"] == kind) for kind in ("lead", "caption", "body")}
    wrong = []
    for key, value in expected.items():
        given = document.get(key)
        if key == "never_in_text":
            everything = "\n".join(block["text"] for block in blocks)
            wrong += [(key, None, junk) for junk in value if junk in everything]
            continue
        if key.endswith("_begins"):
            given = text[key[:-7]][:len(value)]
        elif key == "body_ends":
            given = text["body"][-len(value):]
        elif key in ("agencies", "image_credits"):
            value, given = sorted(value), sorted(given or [])
        elif value is None and not given:
            continue
        if given != value:
            wrong.append((key, value, given))
    return wrong


# Comparing ----------------------------------------------------------------------------------------------------------------

@dataclass
class Result:
    needed: int = 0
    found: int = 0
    permitted: int = 0
    extra: int = 0
    fields: int = 0
    fields_wrong: int = 0
    documents_wrong: int = 0
    lines: list = field(default_factory=list)

    def add(self, other):
        for name in ("needed", "found", "permitted", "extra", "fields", "fields_wrong", "documents_wrong"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self):
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def recall(self):
        return self.found / self.needed if self.needed else 1.0


def of_record(record):
    actor, recipient = (" and ".join(sorted(side)) or "none" for side in sides(record))
    return f"{record['event'][0]} {actor} -> {recipient}  [{record.get('event_text', '')}]"


def of_event(event):
    return f"{event['event']} {event['actor']} -> {event['recipient']}  «{event['in']}»"


def compare(page, documents, records):
    result = Result()
    for key, value, given in wrong_document(page.document, documents):
        result.documents_wrong += 1
        result.lines.append(f"  document.{key}: expected {value!r}, is {given!r}")

    free = list(records)
    for event in page.events:
        if not event.get("need", True):
            continue
        result.needed += 1
        result.fields += compared_fields(event)
        fitting = sorted((record for record in free if agrees(event, record)), key=lambda record: len(wrong_fields(event, record)))
        if not fitting:
            result.fields -= compared_fields(event)
            near = [of_record(record) for record in records if folded(event["in"]) in folded(record.get("text", ""))]
            result.lines.append(f"  missing  {of_event(event)}" + "".join(f"\n             there is {line}" for line in near))
            continue
        best = fitting[0]
        free.remove(best)
        result.found += 1
        for key, value, given in wrong_fields(event, best):
            result.fields_wrong += 1
            result.lines.append(f"  field    {key}: expected {value!r}, is {given!r}  in {of_event(event)}")
    for record in free:
        if any(agrees(event, record) for event in page.events if not event.get("need", True)):
            result.permitted += 1
            continue
        again = any(agrees(event, record) for event in page.events)
        result.extra += 1
        result.lines.append(f"  {'twice   ' if again else 'extra   '} {of_record(record)}\n             in «{record.get('text', '')}»")
    return result


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--pages", type=pathlib.Path, default=HERE, help="the folder of pages")
    options.add_argument("--show", metavar="NAME", help="only the pages whose name contains NAME, with every record given")
    options.add_argument("--least", type=float, default=0.85, help="least precision and recall allowed")
    options.add_argument("--lint", action="store_true", help="only check the expectations")
    options.add_argument("--quiet", action="store_true", help="totals only")
    arguments = options.parse_args()

    pages = [page for page in load_pages(arguments.pages) if not arguments.show or arguments.show in page.name]
    if not pages:
        sys.exit("no such page")
    mistakes = [f"{page.name}: {mistake}" for page in pages for mistake in lint(page)]
    for mistake in mistakes:
        print(mistake)
    if mistakes or arguments.lint:
        print(f"{len(pages)} pages, {sum(len(page.events) for page in pages)} expected events, {len(mistakes)} mistakes in the expectations")
        sys.exit(bool(mistakes))

    total = Result()
    for page in pages:
        records = run(arguments.attache, "code", page.path)
        result = compare(page, run(arguments.attache, "read", page.path), records)
        total.add(result)
        if arguments.show:
            print("\n".join(f"  given    {of_record(record)}  {record.get('date', '')} {record.get('mode', '')}" for record in records))
        if not arguments.quiet:
            print(f"{page.name}: {result.found} of {result.needed} found, {result.extra} extra, {result.permitted} permitted")
            print("\n".join(result.lines), end="\n" if result.lines else "")
    print(f"{len(pages)} pages: {total.needed} events needed, {total.found} found, {total.extra} extra, {total.permitted} permitted")
    print(f"precision {total.precision:.3f}  recall {total.recall:.3f}  least {arguments.least}")
    print(f"further fields of the events found: {total.fields - total.fields_wrong} of {total.fields} right; "
          f"document fields wrong: {total.documents_wrong}")
    sys.exit(total.precision < arguments.least or total.recall < arguments.least or total.documents_wrong > 0)


if __name__ == "__main__":
    main()
