#!/usr/bin/env python3
"""Measures the store on synthetic weeks: documents a second, memory, bytes a report, and how fast panels answer.

    bench/store.py BUILD_FOLDER [--reports 500000] [--weeks 3] [--keep FOLDER]

One week (bench/synthetic_week.py) goes into an empty database, the next ones into the one that has those before: speed and memory should not depend on how much is there.
(The first week has no days before it that its pages could be compared with; the others have three.) On a machine that others use the clock says little: what counts is
processor time, user and system, of all threads, and of the busiest. Reading, finding stories and writing are threads of their own, so that two free cores need half of all,
or as long as the busiest thread. Queries are timed by the processor too, medians of five, without the program's start. Standard library only; Linux.
"""
import argparse
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
QUERIES = [("one dyad by month", ["--by", "dyad,month", "--actor", "RUS", "--recipient", "USA"]),
           ("every dyad by month", ["--by", "dyad,month"]),
           ("every dyad by month, all reports", ["--by", "dyad,month", "--merge", "none"]),
           ("one actor's dyads by day, quads and means", ["--by", "dyad,day", "--actor", "USA", "--quads", "--show", "count,goldstein_mean"]),
           ("type by day, rolling week", ["--by", "type,day", "--rolling", "7"]),
           ("what moved", ["--by", "dyad,day", "--movers", "20"]),
           ("full text", ["--text", "shelled OR \"fired on\"", "--by", "actor"])]


class Usage:
    """What a process took: seconds on the clock and of the processor, of all its threads and of the busiest, and peak memory in MB."""

    def __init__(self, clock, cpu, busiest, megabytes):
        self.clock, self.cpu, self.busiest, self.megabytes = clock, cpu, busiest, megabytes


def seconds_of_threads(process):
    """Of the processor, by thread."""
    seconds = {}
    for stat in pathlib.Path(f"/proc/{process}/task").glob("*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It ended meanwhile.
        seconds[stat.parent.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def run(command, output=subprocess.DEVNULL):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    threads = {}
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        threads.update(seconds_of_threads(process.pid))
        time.sleep(0.1)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with status {os.waitstatus_to_exitcode(status)}")
    return Usage(time.monotonic() - start, usage.ru_utime + usage.ru_stime, max(threads.values(), default=0), usage.ru_maxrss / 1024)


def write_week(path, reports, seed, first_day):
    """How many documents it has."""
    if not path.exists():
        with path.open("wb") as lines:
            subprocess.run([sys.executable, ROOT / "bench/synthetic_week.py", "--reports", str(reports), "--seed", str(seed), "--first-day", first_day], stdout=lines, check=True)
    with path.open(encoding="utf-8") as lines:
        return len({line.split('"citation":"', 1)[1].split('"', 1)[0] for line in lines})


def ingest(program, database, week, documents, *options):
    used = run([program, "ingest", "--db", database, "--threads", "2", *options, week])
    print(f"  {week.stem:<12}{documents:>10,} documents  {used.cpu:>6.1f} s of the processor, the busiest thread {used.busiest:.1f} s: on two free cores "
          f"{documents / max(used.cpu / 2, used.busiest):,.0f} a second; {used.megabytes:.0f} MB ({used.clock:.1f} s on the clock)", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--reports", type=int, default=500_000)
    options.add_argument("--weeks", type=int, default=3)
    options.add_argument("--keep", type=pathlib.Path, help="a folder that the weeks and the databases stay in")
    arguments = options.parse_args()
    program = arguments.build / "attache"
    with tempfile.TemporaryDirectory() as name:
        folder = arguments.keep or pathlib.Path(name)
        folder.mkdir(exist_ok=True)
        first = datetime.date(2021, 3, 1)
        weeks = [(folder / f"week-{week + 1}.jsonl", week + 1, str(first + datetime.timedelta(weeks=week))) for week in range(arguments.weeks)]
        documents = [write_week(path, arguments.reports, seed, day) for path, seed, day in weeks]
        for title, database, more in (("without text", folder / "no-text.db", ["--no-text"]), ("with text", folder / "text.db", [])):
            for file in folder.glob(f"{database.name}*"):
                file.unlink()
            print(title)
            for week, count in zip(weeks, documents):
                ingest(program, database, week[0], count, *more)
                if week is weeks[0]:
                    print(f"  {database.stat().st_size / 1e6:.0f} MB, {database.stat().st_size / arguments.reports:.0f} bytes a report", flush=True)
        start = min(run([program, "query", "--fields"]).cpu for _ in range(5))
        print(f"queries on all weeks, milliseconds of the processor, without the program's start ({1000 * start:.0f} ms)")
        for title, query in QUERIES:
            seconds = sorted(run([program, "query", "--db", folder / "text.db", "--format", "csv", *query]).cpu for _ in range(5))[2]
            print(f"  {title:<45}{1000 * (seconds - start):>6.0f}", flush=True)


if __name__ == "__main__":
    main()
