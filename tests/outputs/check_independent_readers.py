#!/usr/bin/env python3
"""Reads files in every format back by pandas and DuckDB and compares what they see with the records.

Needs a Python with pandas and DuckDB (cmake/install_arrow.sh makes one); without them it is skipped and says so. Parquet and Arrow
files are checked where the program attache-arrow was built too.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from program import Checks, Program, arguments_of  # noqa: E402

try:
    import duckdb
    import pandas
except ImportError as missing:
    print(f"SKIPPED  no {missing.name}: files are not read back by independent readers (cmake/install_arrow.sh)")
    sys.exit(77)

TABLES = {"gdelt": (61, None), "gdelt1": (58, None), "gdelt-mentions": (16, None), "icews": (20, 0), "polecat": (40, 0), "phoenix": (26, None), "dyads": (5, 0)}


def is_fact(record):
    return "date" in record and not {"negation", "future", "hypothetical"} & set(record["modality"] if isinstance(record["modality"], list) else [])


def check_tables(folder, records, checks):
    days = {record["date"] for record in records if is_fact(record)}
    for name, (width, heading) in TABLES.items():
        path = folder / name
        # As people read them: the defaults of pandas but for the separator, quotation marks not turned off.
        frame = pandas.read_csv(path, sep="\t", header=heading, dtype=str if name == "gdelt-mentions" else None)
        checks.expect(frame.shape[1] == width, f"pandas reads {name}", frame.shape)
        rows = duckdb.sql(f"select * from read_csv('{path}', delim='\t', header={heading == 0}, quote='', all_varchar=true)")
        checks.expect(len(rows.columns) == width and len(rows.fetchall()) == len(frame), f"DuckDB reads {name} and counts as pandas does", (len(rows.columns), len(frame)))
        column = {"icews": "Event Date", "polecat": "Event Date", "dyads": "Date", "gdelt": 1, "gdelt1": 1, "phoenix": 1}.get(name)
        if column is not None:
            seen = {str(day.date()) for day in pandas.to_datetime(frame[column].astype(str), format=None if heading == 0 else "%Y%m%d")}
            checks.expect(seen <= days and (name == "dyads" or seen == days), f"{name}: days are those of the records", seen ^ days)
    gdelt = pandas.read_csv(folder / "gdelt", sep="\t", header=None, dtype={26: str, 27: str, 28: str})
    checks.expect({str(gdelt[i].dtype) for i in (0, 1, 2, 3, 25, 29, 31, 32, 33, 35, 43, 51, 59)} == {"int64"}, "gdelt: what are whole numbers are read as such")
    checks.expect(gdelt[0].is_unique and gdelt[0].max() < 2**53, "gdelt: each row has a number of its own")
    checks.expect(set(gdelt[26].str[:2]) == set(gdelt[28]), "gdelt: codes keep their zeros")
    icews = pandas.read_csv(folder / "icews", sep="\t")
    checks.expect(not icews.duplicated(["Event ID", "Event Date"]).any() and icews["Intensity"].dtype == float, "icews: the key is one, the intensity a number")
    polecat = pandas.read_csv(folder / "polecat", sep="\t", na_values=["None"])
    types = {record["event"][0] for record in records if is_fact(record)}
    checks.expect(set(polecat["Event Type"]) == types and polecat["Latitude"].dtype == float, "polecat: types and places")


def as_record(row):
    """The fields of a row in columns that a record has plainly."""
    return {"id": row["id"], "event": [row["event"]], "cameo": row["cameo"], "text": row["text"], "actor": [entity["entity_text"] for entity in row["actor"]],
            "recipient": [entity["code"] or "" for entity in row["recipient"]], "confidence": row["confidence"], "date": str(row["date"] or ""),
            "reason": list(row["reason"]), "dead": [size["high"] for size in row["size"] if size["what"] == "dead"]}


def as_expected(record):
    return {"id": record["id"], "event": record["event"], "cameo": record["cameo"], "text": record["text"], "actor": [entity["entity_text"] for entity in record["actor"]],
            "recipient": [entity.get("code", "") for entity in record["recipient"]], "confidence": record["confidence"], "date": record.get("date", ""),
            "reason": record.get("reason", []), "dead": [record["size"]["dead"]["high"]] if "dead" in record.get("size", {}) else []}


def check_columns(attache, folder, records, checks):
    import pyarrow.dataset
    expected = sorted((as_expected(record) for record in records), key=lambda fields: fields["id"])
    for name in ("parquet", "arrow"):
        whole, parts = folder / f"all.{name}", folder / f"parts-{name}"
        for output, extra in ((whole, ()), (parts, ("--partition",))):
            run = attache("export", "--format", name, "--output", output, *extra, folder / "records.jsonl")
            checks.expect(run.status == 0, f"{name} is written", run.messages)
            table = pyarrow.dataset.dataset(output, format=name, partitioning="hive").to_table()
            rows = sorted((as_record(row) for row in table.to_pylist()), key=lambda fields: fields["id"])
            checks.expect(rows == expected, f"{name} {' '.join(extra)} has what the records have", next((pair for pair in zip(rows, expected) if pair[0] != pair[1]), len(rows)))
        months = {str(path.parent.relative_to(parts)) for path in parts.rglob(f"*.{name}")}
        wanted = {f"year={record['date'][:4]}/month={record['date'][5:7]}" if "date" in record else "year=unknown" for record in records}
        checks.expect(months == wanted, f"{name}: a folder a month", months ^ wanted)
    frame = pandas.read_parquet(folder / "all.parquet")
    checks.expect(len(frame) == len(records) and frame["event"].tolist() == [record["event"][0] for record in records], "pandas reads the Parquet file in order")
    counted = duckdb.sql(
        f"select count(*) from read_parquet('{folder}/parts-parquet/**/*.parquet', hive_partitioning=true) where list_contains([entity.code for entity in actor], 'FRA')"
    ).fetchall()[0][0]
    checks.expect(counted == sum(any(entity.get("code") == "FRA" for entity in record["actor"]) for record in records), "DuckDB selects by an actor within the list", counted)
    bad = attache("export", "--format", "parquet", "--output", folder / "no such folder" / "x", folder / "records.jsonl")
    checks.expect(bad.status == 1 and "no such folder" in bad.messages, "a file that cannot be written is named", bad.messages)
    broken = subprocess.run([pathlib.Path(attache.path).parent / "attache-arrow", "-o", folder / "broken.parquet"], input=b'{"event":["AID"]}\n{"event":[1]}\n', capture_output=True)
    checks.expect(broken.returncode == 3 and b"line 2" in broken.stderr, "a line that is no record is named", broken.stderr)


def check_queries(attache, folder, records, checks):
    """Panels, reports and merges of a database in columns, against the same as CSV and the records."""
    database = folder / "records.db"
    attache("ingest", "--db", database, folder / "records.jsonl")
    panel = ("query", "--db", database, "--by", "dyad,month", "--quads", "--show", "count,goldstein_mean,share")
    (folder / "panel.csv").write_bytes(attache(*panel, "--format", "csv").output)
    expected = pandas.read_csv(folder / "panel.csv", keep_default_na=False, na_values={"goldstein_mean": [""], "share": [""]})
    for name, read in (("parquet", pandas.read_parquet), ("arrow", pandas.read_feather)):
        run = attache(*panel, "--format", name, "-o", folder / f"panel.{name}")
        frame = read(folder / f"panel.{name}")
        checks.expect(run.status == 0 and len(frame) > 20 and str(frame["count"].dtype) == "int64" and str(frame["goldstein_mean"].dtype) == "float64", f"a panel as {name} has types", frame.dtypes)
        same = frame.fillna({"actor": "", "recipient": ""}).astype(object).where(frame.notna() | (frame.columns.isin(["actor", "recipient"])), None)
        wanted = expected.astype(object).where(expected.notna(), None)
        checks.expect(same.values.tolist() == wanted.values.tolist() and list(frame.columns) == list(expected.columns), f"a panel as {name} is the panel", frame.head())
    counted = duckdb.sql(f"select sum(count)::bigint from read_parquet('{folder}/panel.parquet') where actor = 'FRA'").fetchall()[0][0]
    checks.expect(counted == expected[expected["actor"] == "FRA"]["count"].sum() > 0, "DuckDB sums a panel", counted)
    attache("query", "--db", database, "--merge", "none", "--format", "parquet", "-o", folder / "reports.parquet")
    checks.expect(sorted(pandas.read_parquet(folder / "reports.parquet")["id"]) == sorted(record["id"] for record in records), "reports of a database in columns")
    attache("query", "--db", database, "--merges", "--format", "parquet", "-o", folder / "merges.parquet")
    checks.expect(len(pandas.read_parquet(folder / "merges.parquet")) == len(records), "why reports are one, in columns")
    attache("query", "--db", database, "--by", "actor", "--actor", "XXX", "--format", "parquet", "-o", folder / "none.parquet")
    checks.expect(pandas.read_parquet(folder / "none.parquet").shape == (0, 2), "a panel of nothing has columns and no rows")
    refused = attache("query", "--db", database, "--by", "actor", "--format", "parquet")
    checks.expect(refused.status == 1 and "--output" in refused.messages, "columns do not go to standard output", refused.messages)


def main():
    options = arguments_of(__doc__).parse_args()
    attache, checks = Program(options.attache), Checks()
    pages = sorted((HERE.parent / "pages").glob("*/page.*"))
    coded = attache("code", *pages)
    records = [json.loads(line) for line in coded.lines]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "records.jsonl").write_bytes(coded.output)
        for format_name in TABLES:
            attache("export", "--format", format_name, "--output", folder / format_name, folder / "records.jsonl")
        check_tables(folder, records, checks)
        if (pathlib.Path(attache.path).parent / "attache-arrow").exists():
            check_columns(attache, folder, records, checks)
            check_queries(attache, folder, records, checks)
        else:
            print("no attache-arrow: Parquet and Arrow files are not checked")
    checks.finish()


if __name__ == "__main__":
    main()
