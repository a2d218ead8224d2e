#!/usr/bin/env python3
"""The library's example (examples/store_library.cpp) does what it says, and the same as the program.

    check_library.py --attache PROGRAM --example PROGRAM
"""
import csv
import io
import pathlib
import subprocess
import tempfile

from databases import ROOT
from program import Checks, Program, arguments_of


def main():
    options = arguments_of(__doc__)
    options.add_argument("--example", required=True, type=pathlib.Path)
    arguments = options.parse_args()
    program, checks = Program(arguments.attache), Checks()
    pages = sorted((ROOT / "examples" / "pages").iterdir())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def example(*files):
            return subprocess.run([arguments.example, folder / "library.db", *files], capture_output=True, text=True)

        first, again = example(*pages), example(*pages)
        program("ingest", "--db", folder / "program.db", *pages)
        checks.expect(first.returncode == 0, "the example runs", first.stderr)
        checks.expect(not first.stderr.startswith("0 new documents"), "documents come in", first.stderr)
        checks.expect(again.stderr.startswith("0 new documents, 0 new reports"), "each document comes in once", again.stderr)

        panel = program("query", "--db", folder / "program.db", "--by", "dyad,month", "--show", "count,goldstein_mean", "--format", "csv").output.decode()
        rows = list(csv.reader(io.StringIO(panel)))[1:]
        lines = again.stderr.splitlines()[1:]
        checks.expect(len(rows) > 3 and len(lines) == len(rows), "the panel has the program's rows", f"{len(lines)} and {len(rows)}")
        for row, line in zip(rows, lines):
            checks.expect(line.split()[:4] == [cell or "?" for cell in row[:4]], "a row of the panel is the program's", f"{line} and {row}")

        export = program("export", "--db", folder / "program.db", "--format", "gdelt").output.decode()
        checks.expect(export.count("\n") > 3 and again.stdout == export, "the export is the program's", f"{again.stdout[:300]}\n{export[:300]}")
        nothing = example(folder / "nowhere.html")
        checks.expect("nowhere.html" in nothing.stderr, "a file that is not there is named", nothing.stderr)
    checks.finish()


if __name__ == "__main__":
    main()
