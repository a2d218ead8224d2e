#!/usr/bin/env python3
"""The store from outside: check_store.py --attache build/attache

Pages and their records make the same database, however many threads and in however many goes; a changed lexicon shows what it changes; panels agree with a count by hand.
"""
import collections
import csv
import io
import json
import pathlib
import tempfile

import databases
from program import Checks, Program, arguments_of


def without_mentions(lines):
    """Records as `attache code` gives them."""
    return sorted(json.dumps({key: value for key, value in json.loads(line).items() if key != "mentions"}) for line in lines.splitlines())


def check_ingest(program, checks, folder):
    pages = databases.golden_pages()
    coded = program("code", *pages).output.decode()
    (folder / "records.jsonl").write_text(coded)
    first = program("ingest", "--db", folder / "pages.db", "--threads", "3", *pages)
    checks.expect(first.status == 0, "pages are ingested", first.messages)
    said = databases.records_in(program, folder / "pages.db")
    checks.expect(without_mentions(said) == without_mentions(coded), "the database says what `attache code` says")
    again = program("ingest", "--db", folder / "pages.db", *pages)
    checks.expect(again.status == 0 and "0 new documents, 0 new reports" in again.messages, "a second time there is nothing new", again.messages)

    for page in pages:
        program("ingest", "--db", folder / "goes.db", "--threads", "1", page)
    checks.expect(databases.records_in(program, folder / "goes.db") == said, "one page at a time makes the same database")
    program("ingest", "--db", folder / "records.db", folder / "records.jsonl")
    checks.expect(without_mentions(databases.records_in(program, folder / "records.db")) == without_mentions(coded), "records come back as they went in")
    half = len(coded.splitlines()) // 2
    piped = program("ingest", "--db", folder / "piped.db", "-", input="\n".join(coded.splitlines()[:half]).encode())
    checks.expect(piped.status == 0, "records are read from standard input", piped.messages)
    program("ingest", "--db", folder / "piped.db", folder / "records.jsonl")
    checks.expect(without_mentions(databases.records_in(program, folder / "piped.db")) == without_mentions(coded), "what was there in part is completed")
    broken = program("ingest", "--db", folder / "broken.db", "-", input=b'{"event":["CONSULT"],"cite_info":{"citation":"a"},"id":"1","date":7}\n' + coded.splitlines()[0].encode() + b"\n")
    checks.expect(broken.status == 3 and "date" in broken.messages and ":1:" in broken.messages, "a broken record is named with its line and field", broken.messages)
    return said


def check_no_text(program, checks, folder):
    pages = databases.golden_pages(8)
    program("ingest", "--db", folder / "bare.db", "--no-text", *pages)
    content = (folder / "bare.db").read_bytes()
    records = [json.loads(line) for line in program("code", *pages).output.splitlines()]
    # Headlines are titles, which citations keep.
    sentences = [record["text"] for record in records if record["text_info"]["block"] != "headline"]
    checks.expect(sentences and not any(sentence.encode() in content for sentence in sentences), "without text no sentence is in the file")
    checks.expect(databases.ask(folder / "bare.db", "SELECT count(*) FROM reports")[0][0] == len(records), "without text the reports are there")
    refused = program("ingest", "--db", folder / "pages.db", "--no-text", *pages)
    checks.expect(refused.status == 1 and "was made to keep text" in refused.messages, "--no-text on a database that keeps text is refused", refused.messages)


def check_dry_run(program, checks, folder):
    pages = databases.golden_pages(5)
    run = program("ingest", "--db", folder / "dry.db", "--dry-run", *pages)
    checks.expect(run.status == 0 and "5 new documents" in run.messages, "a dry run says what would be done", run.messages)
    checks.expect(not (folder / "dry.db").exists(), "a dry run makes no database")
    before = (folder / "pages.db").read_bytes()
    run = program("ingest", "--db", folder / "pages.db", "--dry-run", *pages)
    checks.expect("5 there already" in run.messages and (folder / "pages.db").read_bytes() == before, "a dry run changes nothing", run.messages)


def check_recode(program, checks, folder, said):
    """A lexicon of one's own in front: pages are coded anew from what the database keeps."""
    overlay = folder / "overlay"
    (overlay / "actors").mkdir(parents=True)
    (overlay / "actors/own.yaml").write_text("".join(f"- {{name: {name}, kind: group, code: MNC, sector: BUS}}\n" for name in ("European Union", "UNITA", "Human Rights Watch", "United Nations")))
    own = ("--overlay", overlay)
    left = program("ingest", "--db", folder / "pages.db", *databases.golden_pages(), *own)
    checks.expect("another version" in left.messages and databases.records_in(program, folder / "pages.db") == said, "another version's coding is left alone", left.messages)
    planned = program("ingest", "--db", folder / "pages.db", *own, "--recode", "--dry-run")
    checks.expect(databases.records_in(program, folder / "pages.db") == said, "a dry run of recoding changes nothing")
    touching = program("ingest", "--db", folder / "pages.db", *own, "--recode", "--dry-run", "--touching", "European Union,EU,UNITA,Human Rights Watch,United Nations,UN")
    checks.expect(touching.output == planned.output and "left as they were" in touching.messages, "pages that have the changed entries' words are all that change", touching.messages)
    none = program("ingest", "--db", folder / "pages.db", *own, "--recode", "--touching", "zyzzyva")
    checks.expect(none.status == 0 and " 0 recoded" in none.messages and databases.records_in(program, folder / "pages.db") == said, "pages without the words stay as they are", none.messages)
    refused = program("ingest", "--db", folder / "pages.db", "--touching", "EU", *databases.golden_pages(1))
    checks.expect(refused.status != 0 and "--recode" in refused.messages, "--touching is for recoding", refused.messages)
    run = program("ingest", "--db", folder / "pages.db", *own, "--recode")
    changes = collections.Counter(line[:2] for line in run.lines)
    checks.expect(changes["- "] > 0 and changes["+ "] > 0, "recoding shows what changed", run.messages)
    checks.expect(run.status == 0 and run.output == planned.output, "a dry run shows what recoding then does", run.messages)
    retired = program("query", "--db", folder / "pages.db", "--retired", "--merge", "none", "--format", "jsonl").lines
    checks.expect(len(retired) == changes["- "], "what was said before is kept", f"{len(retired)} {changes}")
    now = program("code", *databases.golden_pages(), *own).output.decode()
    checks.expect(without_mentions(databases.records_in(program, folder / "pages.db")) == without_mentions(now), "the database says what the new lexicon says")
    again = program("ingest", "--db", folder / "pages.db", *own, "--recode")
    checks.expect(again.status == 0 and "0 recoded" in again.messages and not again.lines, "a second time there is nothing to recode", again.messages)


def check_panels(program, checks, folder):
    """Dyads by day against a count over the records themselves."""
    records = folder / "week.jsonl"
    databases.write_records(records, 400)
    program("ingest", "--db", folder / "week.db", records)
    expected, events = collections.Counter(), collections.defaultdict(set)
    for line in databases.records_in(program, folder / "week.db").splitlines():
        record = json.loads(line)
        for actor in {entity.get("code", "") for entity in record["actor"]} or {""}:
            for recipient in {entity.get("code", "") for entity in record["recipient"]} or {""}:
                expected[actor, recipient, record["date"]] += 1
                events[actor, recipient, record["date"][:7]].add(record["mentions"]["event"])
    def panel(*options):
        return list(csv.reader(io.StringIO(program("query", "--db", folder / "week.db", "--format", "csv", *options).output.decode())))[1:]
    checks.expect({tuple(row[:3]): int(row[3]) for row in panel("--by", "dyad,day", "--merge", "none")} == expected, "reports by dyad and day are those counted by hand")
    checks.expect({tuple(row[:3]): int(row[3]) for row in panel("--by", "dyad,month")} == {key: len(value) for key, value in events.items()}, "events by dyad and month are those counted by hand")
    filled = panel("--by", "dyad,day", "--merge", "none", "--fill")
    checks.expect(len(filled) == len({(row[0], row[1]) for row in filled}) * len({row[2] for row in filled}) and sum(int(row[3]) for row in filled) == sum(expected.values()), "a filled panel has every cell once")
    listed = {policy: len(program("query", "--db", folder / "week.db", "--merge", policy, "--format", "jsonl").lines) for policy in ("none", "reports", "one-a-day", "events")}
    checks.expect(listed["none"] > listed["reports"] > listed["events"] > 0, "reprints are fewer reports, stories fewer events", str(listed))
    for bad in (["--by", "colour"], ["--where", "colour=red"], ["--show", "beauty", "--by", "type"], ["--by", "day,month"], ["--fill", "--by", "type"]):
        checks.expect(program("query", "--db", folder / "week.db", *bad).status == 2, f"{' '.join(bad)} is wrong usage")
    checks.expect(program("query", "--db", folder / "nowhere.db").status == 1, "a database that is not there is said")


def check_doctor(program, checks, folder):
    checks.expect(program("doctor").status == 0, "the installation is sound")
    sound = program("doctor", "--db", folder / "pages.db")
    checks.expect(sound.status == 0, "the database is sound after all of this", sound.output.decode())
    import sqlite3
    connection = sqlite3.connect(folder / "pages.db")
    before = databases.records_in(program, folder / "pages.db")
    connection.executescript("DELETE FROM facts WHERE report % 3 = 0; UPDATE events SET reports = reports + 1 WHERE number % 2 = 0")
    connection.close()
    ill = program("doctor", "--db", folder / "pages.db")
    checks.expect(ill.status == 1 and "--mend" in ill.output.decode(), "facts that are missing are seen", ill.output.decode())
    mended = program("doctor", "--db", folder / "pages.db", "--mend")
    checks.expect(mended.status == 0 and databases.records_in(program, folder / "pages.db") == before, "and mended", mended.output.decode() + mended.messages)


def main():
    arguments = arguments_of(__doc__).parse_args()
    program, checks = Program(arguments.attache), Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        said = check_ingest(program, checks, folder)
        check_no_text(program, checks, folder)
        check_dry_run(program, checks, folder)
        check_recode(program, checks, folder, said)
        check_panels(program, checks, folder)
        check_doctor(program, checks, folder)
    checks.finish()


if __name__ == "__main__":
    main()
