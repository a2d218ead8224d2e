"""What the store's checks share: records to ingest, and what a database says."""
import json
import pathlib
import random
import sqlite3
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
sys.path.insert(0, str(ROOT / "bench"))

from synthetic_week import World, pages  # noqa: E402


def write_records(path, documents, seed=1):
    """So many documents of a made-up week as JSONL of records; how many reports each has, by document id."""
    counts = {}
    with open(path, "w", encoding="utf-8") as lines:
        for page in pages(World(random.Random(seed), 7)):
            if len(counts) == documents:
                return counts
            for record in page:
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
                name = record["cite_info"]["citation"]
                counts[name] = counts.get(name, 0) + 1


def golden_pages(most=None):
    return sorted(str(path) for path in ROOT.glob("tests/pages/*/page.*"))[:most]


def records_in(program, database, *options):
    """All that the database says, as one text: records with the ids of their events and stories."""
    run = program("query", "--db", database, "--merge", "none", "--format", "jsonl", *options)
    return run.output.decode() if run.status == 0 else f"status {run.status}: {run.messages}"


def ask(database, sql):
    """Rows of a query by another reader of SQLite files than ours."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
