#!/usr/bin/env python3
"""Codes the golden pages, writes the records in each format, reads the files by readers that know nothing of their writer, and
reads them back.

The three scripts in docs/readers are in the manner of those that people have for GDELT's, ICEWS' and POLECAT's files: they must
run on ours as they are, and count what the records say. Standard library only.
"""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from program import Checks, Program, arguments_of  # noqa: E402

READERS = HERE.parent.parent / "docs" / "readers"
COLUMNS = {"gdelt": 61, "gdelt1": 58, "gdelt-mentions": 16, "icews": 20, "polecat": 40, "phoenix": 26, "dyads": 5}
# The column of the CAMEO code, and those that a file read back and written again has as before.
CODED = {"gdelt": (26, (1, 5, 7, 8, 12, 13, 14, 15, 17, 18, 22, 23, 26, 27, 28, 29, 30)), "icews": (6, (1, 4, 6, 7, 10, 13, 14, 15, 16, 17, 18, 19))}
HEADED = {"icews", "polecat", "dyads"}


def rows_of(text):
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def check_cells(name, rows, checks):
    """Rules that hold for every row of a format, whatever the events."""
    for row in rows:
        if name in ("gdelt", "gdelt1"):
            checks.expect(re.fullmatch(r"\d{8}", row[1]) and row[2] == row[1][:6] and row[3] == row[1][:4], f"{name}: days agree", row[:5])
            checks.expect(0 <= float(row[4]) - int(row[3]) < 1, f"{name}: the fraction stays within its year", row[:5])
            checks.expect(row[26].startswith(row[28]) and row[26].startswith(row[27]) and len(row[28]) == 2, f"{name}: codes agree", row[26:29])
            root = int(row[28])
            quad = 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
            checks.expect(row[29] == str(quad), f"{name}: quad class of the root", row[26:30])
            checks.expect(all(re.fullmatch(r"[1-9]\d*", cell) for cell in row[31:34]), f"{name}: counts", row[31:34])
            checks.expect(row[30] == "" or -10 <= float(row[30]) <= 10, f"{name}: Goldstein value", row[30])
            checks.expect(re.fullmatch(r"\d{14}" if name == "gdelt" else r"\d{8}", row[-2]), f"{name}: DATEADDED", row[-2])
            action = 51 if name == "gdelt" else 49
            checks.expect(row[action] in "012345" and (row[action] == "0") == (row[action + 1] == ""), f"{name}: kind of place", row[action:])
            checks.expect(re.fullmatch(r"[A-Z]{2}|", row[action + 2]), f"{name}: FIPS country", row[action + 2])
        if name == "gdelt-mentions":
            checks.expect(row[11] in {str(tens) for tens in range(10, 101, 10)}, f"{name}: confidence", row[11])
            checks.expect(int(row[6]) >= 1 and all(int(cell) >= -1 for cell in row[7:10]), f"{name}: sentence and offsets", row)
        if name == "icews":
            checks.expect(re.fullmatch(r"\d{4}-\d\d-\d\d", row[1]) and re.fullmatch(r"[012]\d{1,3}", row[6]), f"{name}: day and code", row[:7])
            checks.expect(int(row[12]) >= 1 and "" not in row, f"{name}: nothing is empty, sentences count from 1", row)
        if name == "polecat":
            checks.expect(row[2].isupper() and row[5] in ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"), f"{name}: type", row[:7])
            checks.expect("" not in row, f"{name}: nothing is empty", row)
        if name == "phoenix":
            checks.expect(row[1] == f"{int(row[2]):04}{int(row[3]):02}{int(row[4]):02}", f"{name}: days agree", row[:5])
            root = row[14]
            quad = 0 if root <= "02" else 1 if root <= "05" else 2 if root <= "08" else 3 if root <= "13" or root == "16" else 4
            checks.expect(row[15] == str(quad), f"{name}: quad class", row[13:16])


def is_fact(record):
    return "date" in record and not {"negation", "future", "hypothetical"} & set(record["modality"] if isinstance(record["modality"], list) else [])


def check_readers(folder, records, checks):
    def output(script, *arguments):
        run = subprocess.run([sys.executable, str(READERS / script), *map(str, arguments)], capture_output=True, text=True)
        checks.expect(run.returncode == 0, f"{script} runs on our file", run.stderr)
        return [line.split("\t") for line in run.stdout.splitlines()]

    facts = [record for record in records if is_fact(record)]
    protests = [record for record in facts if record["cameo"].startswith("14")]
    counted = sum(int(row[2]) for row in output("icews_protests.py", folder / "icews"))
    expected = sum(max(1, len(record["actor"])) * max(1, len(record["recipient"])) for record in protests)
    checks.expect(protests and counted == expected, "icews_protests.py counts the protests", f"{counted}, not {expected}")

    dyads = collections.Counter()
    for record in facts:
        for actor in record["actor"]:
            for recipient in record["recipient"]:
                if actor.get("code") and recipient.get("code") and actor["code"] != recipient["code"]:
                    dyads[actor["code"], recipient["code"], record["date"][:7]] += 1
    panel = output("polecat_panel.py", folder / "polecat")
    found = {tuple(row[:3]): sum(map(int, row[3:7])) for row in panel[1:]}
    for dyad, count in dyads.items():
        checks.expect(found.get(dyad, 0) >= count, "polecat_panel.py counts the dyads", f"{dyad}: {found.get(dyad)}, not {count}")

    countries = {code for dyad in dyads for code in dyad[:2] if code not in ("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "ROU", "KOS", "TLS")}
    (source, target, _), count = next((dyad, count) for dyad, count in dyads.most_common() if set(dyad[:2]) <= countries)
    total = sum(int(row[2]) for row in output("gdelt_dyads.py", folder / "gdelt", source, target))
    checks.expect(total >= count, "gdelt_dyads.py counts a pair's events", f"{source} {target}: {total}, at least {count}")


def main():
    options = arguments_of(__doc__).parse_args()
    attache, checks = Program(options.attache), Checks()
    pages = sorted((HERE.parent / "pages").glob("*/page.*"))
    coded = attache("code", *pages)
    checks.expect(coded.status in (0, 3) and coded.output, "pages are coded", coded.messages)
    records = [json.loads(line) for line in coded.lines]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "records.jsonl").write_bytes(coded.output)
        again = attache("export", folder / "records.jsonl")
        checks.expect(again.output == coded.output and again.status == 0, "records come back as the same bytes", again.messages)
        for format_name, width in COLUMNS.items():
            run = attache("export", "--format", format_name, folder / "records.jsonl")
            checks.expect(run.status == 0, f"{format_name} is written", run.messages)
            (folder / format_name).write_bytes(run.output)
            rows = rows_of(run.output.decode("utf-8"))
            checks.expect(len(rows) > 20 and {len(row) for row in rows} == {width}, f"{format_name} has {width} columns", {len(row) for row in rows})
            check_cells(format_name, rows[format_name in HEADED:], checks)
        direct = attache("code", "--format", "gdelt", *pages)
        checks.expect(direct.output == (folder / "gdelt").read_bytes(), "code and export write the same file")
        check_readers(folder, records, checks)

        # What went out comes in again, as that data set's rows, packed as they are handed out.
        for format_name in ("gdelt", "gdelt1", "icews", "polecat"):
            with zipfile.ZipFile(folder / "packed.zip", "w") as packed:
                packed.write(folder / format_name, "20150218.export.CSV")
            back = attache("export", folder / "packed.zip")
            rows = rows_of((folder / format_name).read_text("utf-8"))
            expected = len(rows) - (format_name in HEADED)
            checks.expect(back.status == 0 and len(back.lines) == expected, f"{format_name} is read back", f"{len(back.lines)} of {expected}: {back.messages}")
            names = {json.loads(line)["coder"]["name"] for line in back.lines}
            checks.expect(names == {format_name.rstrip("1")}, f"{format_name}: the coder is the data set", names)
            if format_name != "polecat":
                twice = attache("export", "--format", format_name, "-", input=back.output)
                # Consultations, told from both sides, would now be told from both sides again.
                code, kept = CODED[format_name.rstrip("1")]
                first, second = (collections.Counter(tuple(row[i] for i in kept) for row in some if not row[code].startswith("04"))
                                 for some in (rows, rows_of(twice.output.decode("utf-8"))))
                checks.expect(first == second, f"{format_name} read back and written again has the same codes", (first - second, second - first))

        # Two coders that say the same agree in all; what one lacks is not shared.
        same = attache("compare", "--csv", "--within-days", "0", "--by", "all,type", folder / "records.jsonl", folder / "polecat")
        agreed = list(csv.DictReader(io.StringIO(same.output.decode())))
        checks.expect(same.status == 0 and agreed and all(float(row["jaccard"]) == 1 for row in agreed), "a coder agrees with itself", same.messages)
        half = b"".join(line + b"\n" for line in (folder / "polecat").read_bytes().splitlines()[: len(rows_of((folder / "polecat").read_text())) // 2])
        (folder / "half").write_bytes(half)
        less = list(csv.DictReader(io.StringIO(attache("compare", "--csv", "--by", "all", folder / "records.jsonl", folder / "half").output.decode())))
        checks.expect(len(less) == 1 and float(less[0]["share_of_second"]) == 1 and 0.2 < float(less[0]["share_of_first"]) < 0.8, "half a file is half found", less)
        alone = attache("compare", folder / "polecat")
        checks.expect(alone.status == 1 and "one coder" in alone.messages, "one coder is nothing to compare", alone.messages)

        bad = attache("export", "--format", "gdelt", pages[0])
        checks.expect(bad.status == 1 and "attache code" in bad.messages, "a page is no coded event", bad.messages)
        broken = (folder / "gdelt").read_bytes() + b"1\t2\t3\n"
        run = attache("export", "-", input=broken)
        checks.expect(run.status == 3 and "3 cells" in run.messages, "a broken row is named", run.messages)
    checks.finish()


if __name__ == "__main__":
    main()
