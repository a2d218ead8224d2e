#!/usr/bin/env python3
"""What leaves a database: check_database_outputs.py --attache build/attache

Exports of a database have what exports of the same records have, in every format and under every policy; files of other data sets come into the same database beside
the pages that they are about, and coders are compared there as they are from files. Standard library only.
"""
import collections
import csv
import io
import json
import pathlib
import tempfile

import databases
from program import Checks, Program, arguments_of

# Cells that say how often an event was told, and the story: a database knows more of these than a single record.
COUNTED = {"gdelt": (31, 32, 33), "gdelt1": (31, 32, 33), "gdelt-mentions": (), "icews": (11,), "polecat": (), "phoenix": (), "dyads": ()}
HEADED = {"icews", "polecat", "dyads"}


def cells_of(output, name):
    """A file's rows without what is counted and without running numbers."""
    rows = list(csv.reader(io.StringIO(output.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))[name in HEADED:]
    return collections.Counter(tuple(cell for at, cell in enumerate(row) if at not in COUNTED[name]) for row in rows)


def check_exports(program, checks, folder):
    for name in COUNTED:
        of_records = program("export", "--format", name, folder / "records.jsonl")
        of_database = program("export", "--format", name, "--db", folder / "one.db", "--merge", "none")
        expected, found = cells_of(of_records.output, name), cells_of(of_database.output, name)
        checks.expect(of_database.status == 0 and found and found == expected, f"{name}: a database's reports are exported as the records are",
                      (list((expected - found).items())[:2], list((found - expected).items())[:2], of_database.messages))
    gdelt = {merge: program("export", "--db", folder / "one.db", "--format", "gdelt", "--merge", merge).lines for merge in ("none", "reports", "one-a-day", "events")}
    checks.expect(len(gdelt["none"]) > len(gdelt["events"]) > 0 and len(gdelt["none"]) >= len(gdelt["reports"]) >= len(gdelt["events"]), "fewer rows where more counts as one",
                  {merge: len(rows) for merge, rows in gdelt.items()})
    events = [row.split("\t") for row in gdelt["events"]]
    mentions = program("export", "--db", folder / "one.db", "--format", "gdelt-mentions", "--merge", "events").lines
    rows = collections.Counter(row.split("\t")[0] for row in mentions)
    # A report that tells fewer of an event's dyads than the first has no row for the others.
    checks.expect(set(rows) == {row[0] for row in events} and all(rows[row[0]] <= int(row[31]) for row in events), "gdelt: mentions are of the events, and no more than they count")
    checks.expect(sum(rows[row[0]] == int(row[31]) > 1 for row in events) >= 10, "gdelt: events that are told again have a row for each telling")
    some = program("export", "--db", folder / "one.db", "--format", "polecat", "--where", "type=CONSULT", "--where", "date>=2000", "--merge", "none")
    types = {row[2] for row in list(csv.reader(io.StringIO(some.output.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]}
    checks.expect(types == {"CONSULT"}, "only what the condition asks for is exported", types)
    into_file = program("export", "--db", folder / "one.db", "--format", "icews", "-o", folder / "icews.tab")
    checks.expect(into_file.status == 0 and (folder / "icews.tab").read_bytes() == program("export", "--db", folder / "one.db", "--format", "icews").output, "--output writes the same")
    wrong = program("export", "--db", folder / "one.db", "--format", "icews", "--where", "colour=red")
    checks.expect(wrong.status != 0 and "colour" in wrong.messages, "a field that there is not is named", wrong.messages)
    absent = program("export", "--db", folder / "none.db", "--format", "icews")
    checks.expect(absent.status == 1 and "none.db" in absent.messages and not (folder / "none.db").exists(), "a database that is not there is named and not made", absent.messages)


def check_coders(program, checks, folder):
    """The coder's own export read back as that data set's: its rows stand beside the pages that they are about."""
    before = databases.records_in(program, folder / "one.db")
    for name in ("gdelt", "polecat", "icews"):
        (folder / name).write_bytes(program("export", "--format", name, folder / "records.jsonl").output)
        rows = len((folder / name).read_text().splitlines()) - (name in HEADED)
        taken = program("ingest", "--db", folder / "one.db", folder / name)
        checks.expect(taken.status == 0, f"{name}: a file is taken in", taken.messages)
        stored = databases.ask(folder / "one.db", f"SELECT count(*) FROM reports r JOIN coders c ON c.number = r.coder WHERE c.name = '{name}'")[0][0]
        checks.expect(stored == rows, f"{name}: every row is there", f"{stored} of {rows}")
        again = program("ingest", "--db", folder / "one.db", folder / name)
        checks.expect(again.status == 0 and "0 new documents, 0 new reports" in again.messages, f"{name}: a second time there is nothing new", again.messages)
    ours = program("query", "--db", folder / "one.db", "--coder", "attache", "--merge", "none", "--format", "jsonl").output
    checks.expect(sorted(ours.splitlines()) == sorted(before.encode().splitlines() if isinstance(before, str) else before.splitlines()), "what the program said of the pages is as it was")
    by_coder = program("query", "--db", folder / "one.db", "--by", "coder", "--merge", "none", "--format", "csv").output.decode()
    checks.expect({row["coder"] for row in csv.DictReader(io.StringIO(by_coder))} == {"attache", "gdelt", "polecat", "icews"}, "a panel by coder", by_coder)
    healthy = program("doctor", "--db", folder / "one.db")
    checks.expect(healthy.status == 0, "the database is sound", healthy.output.decode() + healthy.messages)

    files = program("compare", "--csv", "--by", "all,type,dyad,month", folder / "records.jsonl", folder / "gdelt", folder / "polecat", folder / "icews")
    database = program("compare", "--csv", "--by", "all,type,dyad,month", "--db", folder / "one.db")
    checks.expect(database.status == 0 and files.lines and sorted(files.lines) == sorted(database.lines), "coders agree in a database as they do in files",
                  (set(files.lines) ^ set(database.lines), database.messages))
    polecat = [row for row in csv.DictReader(io.StringIO(database.output.decode())) if row["by"] == "all" and {row["first"], row["second"]} == {"attache", "polecat"}]
    checks.expect(len(polecat) == 1 and float(polecat[0]["jaccard"]) == 1, "a coder agrees with its own export", polecat)
    one = program("compare", "--db", folder / "one.db", "--where", "coder=attache")
    checks.expect(one.status == 1 and "one coder" in one.messages, "one coder is nothing to compare", one.messages)


def main():
    options = arguments_of(__doc__).parse_args()
    program, checks = Program(options.attache), Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        coded = program("code", *databases.golden_pages())
        (folder / "records.jsonl").write_bytes(coded.output)
        program("ingest", "--db", folder / "one.db", folder / "records.jsonl")
        check_exports(program, checks, folder)
        check_coders(program, checks, folder)
    checks.finish()


if __name__ == "__main__":
    main()
