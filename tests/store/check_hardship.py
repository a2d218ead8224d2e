#!/usr/bin/env python3
"""An ingest through every hardship: check_hardship.py --attache build/attache [--kills 200]

Killed at random moments, with a full disk, on a read-only file, beside another writer, on a damaged file: nothing is lost, nothing is doubled, the message says what to do.
"""
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import databases
from program import Checks, Program, arguments_of

DOCUMENTS = 700


def killed_at_random(program, checks, folder, kills, inputs, expected_counts, reference, draw, name):
    """Ingests into one database after another, each stopped again and again until it comes to its end by itself."""
    start = time.monotonic()
    program("ingest", "--db", folder / "measure.db", "--commit-every", "40", *inputs)
    whole = time.monotonic() - start
    killed = finished = 0
    database = folder / f"{name}-0.db"
    while killed < kills:
        process = subprocess.Popen([program.path, "ingest", "--db", database, "--commit-every", "40", *inputs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=draw.uniform(0, whole))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
            if database.exists() and database.stat().st_size > 0:
                check_part(checks, database, expected_counts, f"{name}: after kill {killed}")
            continue
        checks.expect(process.returncode == 0, f"{name}: an ingest after kills ends well", f"status {process.returncode}")
        finished += 1
        checks.expect(databases.records_in(program, database) == reference, f"{name}: after kills the database says the same")
        database = folder / f"{name}-{finished}.db"
    last = program("ingest", "--db", database, *inputs)
    checks.expect(last.status == 0, f"{name}: the last ingest ends well", last.messages)
    checks.expect(databases.records_in(program, database) == reference, f"{name}: at the end the database says the same")
    print(f"{name}: {killed} kills, {finished + 1} databases")


def check_part(checks, database, expected_counts, when):
    """What is there after a kill is whole: the file, and every document in it."""
    try:
        connection = sqlite3.connect(database)
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'documents'").fetchone()[0]
        rows = connection.execute("SELECT d.id, count(r.number) FROM documents d LEFT JOIN reports r ON r.document = d.number GROUP BY d.number").fetchall() if tables else []
        connection.close()
    except sqlite3.Error as error:
        checks.expect(False, f"{when}: the file can be read", str(error))
        return
    checks.expect(sound, f"{when}: the file is sound")
    checks.expect(len(rows) == len({document for document, _ in rows}), f"{when}: no document is there twice")
    if expected_counts:
        checks.expect(all(expected_counts[document] == count for document, count in rows), f"{when}: every document is there with all of its reports")


def check_full_disk(program, checks, folder, inputs, reference):
    """A disk with no more room: where we may, a small file system; else a limit on the size of files."""
    database = folder / "limited.db"

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    run = subprocess.run([program.path, "ingest", "--db", database, "--commit-every", "40", *inputs], preexec_fn=limit, capture_output=True, text=True)
    checks.expect(run.returncode == 1, "a file that may not grow: exit status 1", f"status {run.returncode}")
    checks.expect("unwritable" in run.stderr and "run the same command again" in run.stderr, "a file that may not grow: the message says what to do", run.stderr)
    finish_elsewhere(program, checks, database, inputs, reference, "a file that may not grow")

    mount = folder / "small"
    mount.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], capture_output=True).returncode == 0
    if not mounted:
        print("full disk: no small file system can be mounted here")
        return
    try:
        run = program("ingest", "--db", mount / "news.db", "--commit-every", "40", *inputs)
        checks.expect(run.status == 1, "full disk: exit status 1", f"status {run.status} {run.messages}")
        checks.expect("no room left" in run.messages or "would not take more" in run.messages, "full disk: the message says so", run.messages)
        for file in mount.glob("news.db*"):
            shutil.copy(file, folder)
    finally:
        subprocess.run(["umount", mount], check=True)
    finish_elsewhere(program, checks, folder / "news.db", inputs, reference, "full disk")


def finish_elsewhere(program, checks, database, inputs, reference, name):
    """With room again the same command takes the rest."""
    if database.exists() and database.stat().st_size:
        checks.expect(databases.ask(database, "PRAGMA integrity_check") == [("ok",)], f"{name}: the file is sound")
    run = program("ingest", "--db", database, *inputs)
    checks.expect(run.status == 0, f"{name}: with room again it ends well", run.messages)
    checks.expect(databases.records_in(program, database) == reference, f"{name}: nothing is lost or doubled")


def check_read_only(program, checks, folder, inputs, reference):
    """A file, and a folder, that may not be written to: read by queries, refused by an ingest."""
    place = folder / "read-only"
    place.mkdir()
    database = place / "news.db"
    program("ingest", "--db", database, *inputs)
    database.chmod(0o444)
    place.chmod(0o555)
    os.chmod(folder, 0o755)
    user = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}

    def run(*arguments):
        return subprocess.run([program.path, *map(str, arguments)], capture_output=True, text=True, **user)

    try:
        if run("--version").returncode != 0:
            print("read-only: the program cannot be run by another user here")
            return
        before = database.read_bytes()
        ingest = run("ingest", "--db", database, *inputs)
        checks.expect(ingest.returncode == 1 and "unwritable" in ingest.stderr, "read-only: an ingest is refused", f"{ingest.returncode} {ingest.stderr}")
        query = run("query", "--db", database, "--merge", "none", "--format", "jsonl")
        checks.expect(query.stdout == reference, "read-only: queries read it", query.stderr)
        checks.expect(database.read_bytes() == before, "read-only: nothing was changed")
        new = run("ingest", "--db", place / "new.db", *inputs)
        checks.expect(new.returncode == 1 and "unwritable" in new.stderr, "read-only: a new database is refused", new.stderr)
    finally:
        place.chmod(0o755)


def check_two_writers(program, checks, folder, inputs, reference):
    database = folder / "shared.db"
    records = pathlib.Path(inputs[0]).read_bytes()
    first = subprocess.Popen([program.path, "ingest", "--db", database, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    first.stdin.write(records[:len(records) // 2])
    first.stdin.flush()
    deadline = time.monotonic() + 20
    while not pathlib.Path(f"{database}-lock").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    second = program("ingest", "--db", database, *inputs)
    checks.expect(second.status == 1 and "busy" in second.messages and str(first.pid) in second.messages, "two writers: the second is told who the first is", second.messages)
    _, messages = first.communicate(records[len(records) // 2:])
    checks.expect(first.returncode == 0, "two writers: the first goes on", messages.decode())
    checks.expect(databases.records_in(program, database) == reference, "two writers: nothing is lost or doubled")

    # Both at once, again and again: whoever comes second comes again.
    racing = folder / "racing.db"
    for _ in range(5):
        both = [subprocess.Popen([program.path, "ingest", "--db", racing, *inputs], stderr=subprocess.DEVNULL) for _ in range(3)]
        checks.expect({process.wait() for process in both} <= {0, 1}, "writers at once: each ends with status 0 or 1")
    checks.expect(databases.records_in(program, racing) == reference, "writers at once: nothing is lost or doubled")

    other = sqlite3.connect(folder / "shared.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    held = program("ingest", "--db", database, *databases.golden_pages(1))
    checks.expect(held.status == 1 and "busy" in held.messages, "another program holds the file: the message says so", held.messages)
    checks.expect(databases.records_in(program, database) == reference, "another program holds the file: it can be read")
    other.execute("ROLLBACK")
    other.close()


def check_damage(program, checks, folder, inputs, draw):
    whole = folder / "whole.db"
    program("ingest", "--db", whole, *inputs)
    bytes_before = whole.read_bytes()
    found, saved_documents = 0, 0
    for case in range(12):
        damaged = folder / "damaged.db"
        content = bytearray(bytes_before)
        if case < 10:
            for _ in range(3):
                page = draw.randrange(1, len(content) // 4096)
                content[page * 4096:(page + 1) * 4096] = draw.randbytes(4096)
        else:
            content = content[:len(content) * (4 if case == 10 else 9) // 12 // 4096 * 4096]
        damaged.write_bytes(content)
        doctor = program("doctor", "--db", damaged)
        checks.expect(doctor.status == 1, f"damage {case}: the doctor sees it", doctor.output.decode()[-600:])
        checks.expect("→" in doctor.output.decode(), f"damage {case}: the doctor says what to do")
        for command in (("query", "--db", damaged, "--merge", "none", "--format", "jsonl"), ("query", "--db", damaged, "--by", "dyad,month"), ("ingest", "--db", damaged, *inputs)):
            run = program(*command)
            checks.expect(run.status in (0, 1), f"damage {case}: {command[0]} neither crashes nor hangs", f"status {run.status} {run.messages}")
            found += run.status == 1 and "damaged" in run.messages
        damaged.write_bytes(content)
        saved = folder / f"saved-{case}.db"
        salvage = program("doctor", "--db", damaged, "--salvage", saved)
        checks.expect(salvage.status in (0, 1, 3), f"damage {case}: salvaging neither crashes nor hangs", salvage.messages)
        checks.expect(case < 10 or saved.exists(), f"damage {case}: what is there of a file cut short is saved", salvage.messages)
        if saved.exists():
            saved_documents += databases.ask(saved, "SELECT count(*) FROM documents")[0][0] if case >= 10 else 0
            again = program("ingest", "--db", saved, *inputs)
            checks.expect(again.status == 0, f"damage {case}: what was lost can be ingested again", again.messages)
            checks.expect(databases.ask(saved, "SELECT count(*) FROM documents") == [(DOCUMENTS,)], f"damage {case}: then all is there")
    checks.expect(saved_documents > 0, "documents are saved of files that were cut short")
    checks.expect(found > 0, "some damage is met by a query or an ingest, and said")

    for name, content in (("text", b"no database at all\n" * 400), ("zeros", bytes(8192))):
        other = folder / f"{name}.db"
        other.write_bytes(content)
        run = program("ingest", "--db", other, *inputs)
        checks.expect(run.status == 1 and "not a database of attache" in run.messages, f"a file of {name}: said and left alone", run.messages)
        checks.expect(other.read_bytes() == content, f"a file of {name}: unchanged")
    foreign = folder / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = foreign.read_bytes()
    for command in (("ingest", "--db", foreign, *inputs), ("query", "--db", foreign), ("doctor", "--db", foreign, "--mend")):
        run = program(*command)
        checks.expect(run.status == 1 and "not one of attache" in run.messages + run.output.decode(), f"another program's database: {command[0]} says so", run.messages)
    checks.expect(foreign.read_bytes() == before, "another program's database: unchanged")


def main():
    options = arguments_of(__doc__)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=20130522)
    arguments = options.parse_args()
    program, checks, draw = Program(arguments.attache), Checks(), random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        records = folder / "records.jsonl"
        counts = databases.write_records(records, DOCUMENTS)
        inputs = [str(records)]
        program("ingest", "--db", folder / "reference.db", *inputs)
        reference = databases.records_in(program, folder / "reference.db")
        checks.expect(reference.count("\n") == sum(counts.values()), "the reference has every report", f"{reference.count(chr(10))} of {sum(counts.values())}")
        killed_at_random(program, checks, folder, arguments.kills * 9 // 10, inputs, counts, reference, draw, "records")
        some_pages = databases.golden_pages(12)
        program("ingest", "--db", folder / "reference-pages.db", *some_pages)
        killed_at_random(program, checks, folder, arguments.kills // 10, some_pages, {}, databases.records_in(program, folder / "reference-pages.db"), draw, "pages")
        check_full_disk(program, checks, folder, inputs, reference)
        check_read_only(program, checks, folder, inputs, reference)
        check_two_writers(program, checks, folder, inputs, reference)
        check_damage(program, checks, folder, inputs, draw)
    checks.finish()


if __name__ == "__main__":
    main()
