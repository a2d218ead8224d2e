#!/usr/bin/env python3
"""Holds every record of the golden pages and the examples to docs/event_record.md: check_record.py --attache build/attache

Fields are those of the guide; offsets point at the words they claim in the blocks that `read` shows; codes are known to the ontology; ids are unique.
"""
import collections
import datetime
import json
import pathlib
import re

from program import Checks, Program, arguments_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRECISIONS = {"day", "week", "month", "year", "decade", "unknown"}
MODALITIES = {"negation", "future", "hypothetical", "historical"}


def pages():
    return sorted(str(path) for pattern in ("tests/pages/*/page.*", "examples/pages/*.*") for path in ROOT.glob(pattern))


def documented_fields():
    """Field names of the guide's three tables: the record's, the entities', the places'."""
    guide = (ROOT / "docs/event_record.md").read_text(encoding="utf-8")
    tables = re.split(r"\*\*(?:Entities|Places)\*\*|^## ", guide, flags=re.MULTILINE)[:3]
    return [{name for row in re.findall(r"^\|(.*?)\|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)} for table in tables]


def plover_types():
    """Type → modes, from the lexicon's ontology."""
    text = (ROOT / "lexicon/ontology/plover.yaml").read_text(encoding="utf-8")
    return set(re.findall(r"\b[A-Z]{3,}\b", text))


def cameo_codes():
    lines = (ROOT / "lexicon/ontology/cameo.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if re.match(r"\d", line)}


class RecordChecker:
    def __init__(self, checks, documents):
        self.checks = checks
        self.documents = {document["id"]: document for document in documents}
        self.fields, self.entity_fields, self.place_fields = documented_fields()
        self.types = plover_types()
        self.seen = {}
        self.codes = cameo_codes()

    def check(self, record):
        what = f"{record['cite_info']['citation']} “{record['event_text']}”"
        expect = lambda holds, claim, details="": self.checks.expect(holds, f"{what}: {claim}", details)
        unknown = set(record) - self.fields
        expect(not unknown, "fields are documented", str(unknown))
        for key in ("id", "event", "actor", "recipient", "modality", "event_text", "text", "text_info", "cite_info", "confidence", "reason", "coder"):
            expect(key in record, f"has {key}")
        block = self.documents[record["cite_info"]["citation"]]["blocks"][record["text_info"]["block_index"]]
        text = block["text"]
        expect(block["kind"] == record["text_info"]["block"], "names its block's kind")
        info = record["text_info"]
        expect(text[info["start"]:info["end"]] == record["text"], "start and end of the sentence are right", text[info["start"]:info["end"]])
        expect(info["start"] <= record["trigger_start"] < record["trigger_end"] <= info["end"], "the trigger stands in the sentence")
        if "same_as" in record:
            first = self.seen.get(record["same_as"])
            expect(first is not None and first["cite_info"]["citation"] == record["cite_info"]["citation"], "tells again an event of the same page, told before")
            expect(first is None or ("same_as" not in first and first["event"] == record["event"]), "names the first report, of the same type")
        self.seen[record["id"]] = record
        for entity in record["actor"] + record["recipient"] + ([record["attribution"]] if "attribution" in record else []):
            self.check_entity(entity, text, expect)
        expect(len(record["event"]) == 1 and record["event"][0] in self.types, "has one PLOVER type", str(record["event"]))
        expect(record.get("cameo") is None or record["cameo"] in self.codes, "has a CAMEO code", str(record.get("cameo")))
        expect(record.get("quad_code") in (1, 2, 3, 4), "has a quad code", str(record.get("quad_code")))
        expect(record["actor"] or record["recipient"], "somebody takes part")
        expect(0 <= record["confidence"] <= 1, "confidence is a probability")
        modality = record["modality"]
        expect(modality == "asserted" or (modality and set(modality) <= MODALITIES), "modality is known", str(modality))
        self.check_dates(record, expect)
        if "event_loc" in record:
            unknown = set(record["event_loc"]) - self.place_fields
            expect(not unknown, "the place's fields are documented", str(unknown))
            expect("name" in record["event_loc"] and "resolution" in record["event_loc"], "the place has a name and says how precise it is")

    def check_entity(self, entity, text, expect):
        unknown = set(entity) - self.entity_fields
        expect(not unknown, "the entity's fields are documented", str(unknown))
        expect(text[entity["start"]:entity["end"]] == entity["entity_text"], f"“{entity['entity_text']}” stands where it says", text[entity["start"]:entity["end"]])
        expect(entity.get("code") is None or re.fullmatch(r"[A-Z]{3}", entity["code"]), "the entity's code has three capitals", str(entity.get("code")))

    @staticmethod
    def check_dates(record, expect):
        expect(record.get("date_precision", "unknown") in PRECISIONS, "date precision is known", record.get("date_precision"))
        for key in ("date", "enddate"):
            if key in record:
                try:
                    datetime.date.fromisoformat(record[key])
                except ValueError:
                    expect(False, f"{key} is a date", record[key])
        if "date" in record and "enddate" in record:
            expect(record["date"] <= record["enddate"], "it does not end before it begins", f"{record['date']} {record['enddate']}")


def main():
    arguments = arguments_of(__doc__).parse_args()
    attache = Program(arguments.attache)
    checks = Checks()
    files = pages()
    documents = [json.loads(line) for line in attache("read", *files).lines]
    records = [json.loads(line) for line in attache("code", "--profile", "recall", *files).lines]
    checks.expect(len(documents) >= 40 and len(records) >= 100, "there are records to look at", f"{len(documents)} documents, {len(records)} records")
    checker = RecordChecker(checks, documents)
    for record in records:
        checker.check(record)
    twice = [key for key, count in collections.Counter(record["id"] for record in records).items() if count > 1]
    checks.expect(not twice, "ids are unique", str(twice))
    alone = [json.loads(line)["id"] for file in files for line in attache("code", "--profile", "recall", file).lines]
    checks.expect(alone == [record["id"] for record in records], "ids do not depend on the pages coded beside")
    checks.finish()


if __name__ == "__main__":
    main()
