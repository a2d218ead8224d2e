#!/usr/bin/env python3
"""Bad input is normal: nothing crashes, time and memory stay bounded, the message names file and place, the rest is still coded.

    check_bad_input.py --attache build/attache [--only NAME] [--most-megabytes 600]

Every case is run alone and between two good pages, whose records must come out just as without it.
Exit status: 0 done, 1 nothing could be done, 2 usage, 3 done but some records were skipped.
"""
import gzip
import json
import os
import pathlib
import random
import re
import tempfile
from dataclasses import dataclass, field
from typing import Callable

from program import Checks, Program, arguments_of

ARTICLE = """Denmark recalls ambassador from Ankara

March 3, 2020

Denmark recalled its ambassador from Turkey on Monday. The Danish government accused Turkey of jailing two Danish reporters.
"""
OTHER_ARTICLE = """Chile and Bolivia sign water treaty

March 5, 2020

Chile and Bolivia signed a treaty on a shared river on Wednesday. Bolivian President Jeanine Anez thanked Chile for its patience.
"""
SENTENCE = "France sent food to Chad on Monday. "
QUIET = "The river was wide and grey in the morning, and nobody was on the bank. " * 40
MEGABYTE = 1024 * 1024


@dataclass
class Case:
    """`make` writes the input into a folder and returns the arguments that name it."""
    name: str
    make: Callable[[pathlib.Path], list]
    alone: tuple                    # statuses allowed when it is the only input
    among: tuple                    # statuses allowed when good pages stand before and after it
    says: list = field(default_factory=list)   # patterns that standard error must contain
    events: int = 0                 # least number of events from it alone
    seconds: float = 20


def write(name, content):
    """A case's `make` for one file with these bytes or this text."""
    def make(folder):
        path = folder / name
        made = content() if callable(content) else content
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        return [path]
    return make


def page(body):
    return f"<!DOCTYPE html><html><head><title>Denmark recalls ambassador</title></head><body>{body}</body></html>"


def paragraphs():
    return "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.split("\n\n")[1:])


def articles_with_a_bad_line():
    good = [{"id": str(number), "title": "Aid", "date": "2020-03-03", "text": SENTENCE} for number in (1, 3)]
    return "\n".join([json.dumps(good[0]), "{\"id\": 2, this is no JSON", json.dumps(good[1])]) + "\n"


def folder_without_files(folder):
    (folder / "bare" / "barer").mkdir(parents=True)
    return [folder / "bare"]


def folder_without_text(folder):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "one.png").write_bytes(picture())
    (folder / "pictures" / "two.png").write_bytes(picture())
    return [folder / "pictures"]


def picture():
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(1).randbytes(5000)


def no_permission(folder):
    path = folder / "locked.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    return [path]


def broken_link(folder):
    (folder / "link.txt").symlink_to(folder / "nowhere")
    return [folder / "link.txt"]


def cases(long_line):
    """`long_line` is the length in bytes of lines that never end."""
    length = f"{long_line // MEGABYTE} MB"
    yield Case("empty file", write("empty.txt", b""), (1,), (3,), ["empty.txt", "empty"])
    yield Case("only white space", write("blank.txt", b" \n\t\n  \n" * 50), (1,), (3,), ["blank.txt"])
    yield Case("picture", write("photo.html", picture), (1,), (3,), ["photo.html", "binary"])
    yield Case("program", write("program", lambda: pathlib.Path("/bin/ls").read_bytes()), (1,), (3,), ["program", "binary"])
    yield Case("folder without files", folder_without_files, (1,), (3,), ["bare"])
    yield Case("folder of pictures", folder_without_text, (1,), (3,), ["one.png", "two.png"])
    yield Case("no such file", lambda folder: [folder / "absent.html"], (1,), (3,), ["absent.html", "not.found|not exist|no such"])
    yield Case("broken link", broken_link, (1,), (3,), ["link.txt"])
    yield Case("no permission", no_permission, (1,), (3,), ["locked.txt", "unreadable|permission"])
    yield Case("file that fails when read", lambda folder: ["/proc/self/mem"], (1,), (3,), ["/proc/self/mem"])

    yield Case("invalid UTF-8", write("bytes.txt", lambda: ARTICLE.encode().replace(b"two Danish", b"two\xff\xfe\xc0 Danish")), (0, 3), (0, 3),
               ["bytes.txt"], events=2)
    yield Case("UTF-16, little end first", write("utf16le.txt", lambda: b"\xff\xfe" + ARTICLE.encode("utf-16-le")), (0,), (0,), events=2)
    yield Case("UTF-16, big end first", write("utf16be.txt", lambda: b"\xfe\xff" + ARTICLE.encode("utf-16-be")), (0,), (0,), events=2)
    yield Case("UTF-16 HTML", write("utf16.html", lambda: page(paragraphs()).encode("utf-16")), (0,), (0,), events=2)
    yield Case("UTF-16 with half a character at the end", write("half.txt", lambda: b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1]), (0, 3), (0, 3), events=2)
    yield Case("Windows-1252", write("cp1252.txt", lambda: ARTICLE.replace("two Danish", "two “Danish”").encode("cp1252")), (0, 3), (0, 3), events=2)
    yield Case("NUL among the text", write("nul.txt", lambda: ARTICLE.encode().replace(b"reporters", b"rep\0orters")), (0, 1, 3), (0, 3))

    yield Case("HTML cut in the middle of a tag", write("cut.html", lambda: page(paragraphs() + "<p>More").encode()[:-20]), (0, 3), (0, 3), events=2)
    yield Case("HTML cut in an attribute", write("cut2.html", lambda: (page(paragraphs()).split("</body>")[0] + "<a href=\"http://x").encode()), (0, 3), (0, 3), events=2)
    yield Case("HTML nested deep", write("deep.html", lambda: page("<div>" * 100_000 + paragraphs() + "</div>" * 100_000)), (0, 1, 3), (0, 3), seconds=60)
    yield Case("HTML nested deep and never closed", write("open.html", lambda: page("<b><i><div>" * 100_000)), (0, 1, 3), (0, 3), seconds=60)
    yield Case("HTML of tables in tables", write("tables.html", lambda: page("<table><tr><td>" * 30_000 + paragraphs())), (0, 1, 3), (0, 3), seconds=60)
    yield Case("HTML without a word", write("wordless.html", lambda: page("<img src=x>")), (0, 1), (0, 3), seconds=20)

    yield Case("JSONL with a line that is not JSON", write("three.jsonl", articles_with_a_bad_line), (3,), (3,),
               [r"three\.jsonl:2", "malformed", "skipped"], events=2)
    yield Case("JSONL without text", write("textless.jsonl", '{"id": 1, "title": 7, "blocks": {"a": []}}\n[]\n"word"\n'), (0, 1, 3), (0, 3), ["textless.jsonl"])
    yield Case("JSONL with half a surrogate pair", write("surrogate.jsonl", '{"id":"1","date":"2020-03-03","text":"' + SENTENCE + '\\ud83d end."}\n'), (0, 1, 3), (0, 3))
    yield Case("JSONL nested deep", write("deep.jsonl", lambda: '{"id":1,"text":' + "[" * 100_000 + "\n" + json.dumps({"id": 2, "text": SENTENCE, "date": "2020-03-03"}) + "\n"), (3,), (3,),
               [r"deep\.jsonl:1"], events=1)
    yield Case("gzip cut short", write("cut.txt.gz", lambda: gzip.compress(ARTICLE.encode() * 500)[:-200]), (0, 1, 3), (0, 3), [r"cut\.txt\.gz"])
    yield Case("gzip of something else", write("not.gz", lambda: b"\x1f\x8b\x08\0" + random.Random(2).randbytes(500)), (1,), (3,), [r"not\.gz"])

    yield Case(f"{length} in one line", write("line.txt", lambda: ((SENTENCE + QUIET) * (long_line // len(QUIET))).encode()), (0, 3), (0, 3), [r"line\.txt"], events=1, seconds=400)
    yield Case(f"{length} without a space", write("word.txt", lambda: b"a" * long_line), (0, 1, 3), (0, 3), seconds=60)
    yield Case(f"{length} of opening brackets", write("brackets.html", lambda: b"<" * long_line), (0, 1, 3), (0, 3), seconds=60)
    # Beyond the limit of a record, and so refused without much work.
    yield Case("50 MB in one line of JSONL", write("line.jsonl", lambda: b'{"id":"1","date":"2020-03-03","text":"' + b"word and " * (50 * MEGABYTE // 9) + b'"}\n'), (0, 1, 3), (0, 3), [r"line\.jsonl:1"], seconds=60)


def without_place(line):
    """A record without the fields that may name its file."""
    record = json.loads(line)
    return record["text"], record["event"], record["trigger_start"], record.get("date")


def check(case, attache, checks, most_megabytes):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = case.make(folder)
        if case.name == "no permission" and os.access(inputs[0], os.R_OK):
            print("skipped  no permission: this user may read everything")
            return
        before, after = folder / "before.txt", folder / "after.txt"
        before.write_text(ARTICLE)
        after.write_text(OTHER_ARTICLE)
        good = [without_place(line) for line in attache("code", before, after).lines]
        alone = attache("code", *inputs, seconds=case.seconds)
        among = attache("code", before, *inputs, after, seconds=case.seconds)
        locked = folder / "locked.txt"
        if locked.exists():
            locked.chmod(0o600)

        for how, run, statuses in (("alone", alone, case.alone), ("among others", among, case.among)):
            what = f"{case.name}, {how}"
            checks.expect(not run.timed_out, f"{what}: ends within {case.seconds:.0f} s")
            checks.expect(run.status in statuses, f"{what}: status is one of {statuses}", f"it is {run.status}; standard error: {run.messages[-400:]!r}")
            checks.expect(run.megabytes <= most_megabytes, f"{what}: takes at most {most_megabytes} MB", f"it took {run.megabytes:.0f} MB")
            for pattern in case.says:
                checks.expect(re.search(pattern, run.messages, re.IGNORECASE), f"{what}: standard error says /{pattern}/", f"it says {run.messages[-400:]!r}")
            if run.status in (1, 3):
                checks.expect("attache: " in run.messages, f"{what}: says why the status is {run.status}", f"it says {run.messages[-400:]!r}")
            checks.expect(len(run.messages) < 20_000, f"{what}: messages stay readable", f"they are {len(run.messages)} bytes")
        checks.expect(len(alone.lines) >= case.events, f"{case.name}: at least {case.events} events are coded", f"{len(alone.lines)} are")
        if among.status in case.among:
            records = [without_place(line) for line in among.lines]
            rest = records[:len(good) - good_after(good)] + records[len(records) - good_after(good):]
            checks.expect(rest == good, f"{case.name}: the pages before and after it give their records", f"{len(records)} records in all")


def good_after(good):
    """How many of the good records belong to the second page."""
    return sum(text in OTHER_ARTICLE for text, *_ in good)


def check_the_rest(attache, checks):
    """Cases that are not about one input among others."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        good = folder / "good.txt"
        good.write_text(ARTICLE)
        checks.expect(attache("code", good).status == 0, "a good page alone ends with status 0")
        checks.expect(len(attache("code", good).lines) >= 2, "the good page gives its two events")

        dateless = folder / "dateless.txt"
        dateless.write_text(ARTICLE.replace("March 3, 2020\n\n", ""))
        run = attache("code", dateless)
        checks.expect(run.status == 0 and len(run.lines) >= 2, "a page without a date is coded", f"status {run.status}, {len(run.lines)} events")
        dates = [json.loads(line).get("date") for line in run.lines]
        checks.expect(not any(dates), "without the page's date, 'on Monday' gets none", f"dates are {dates}")
        dates = [json.loads(line).get("date") for line in attache("code", "--date", "2020-03-03", dateless).lines]
        checks.expect("2020-03-02" in dates, "--date stands in for the page's date", f"dates are {dates}")

        for command in (["read"], ["parse"], ["code"]):
            nothing = attache(*command, "-", input=b"")
            checks.expect(nothing.status == 1 and nothing.messages, f"{command[0]} on empty standard input ends with status 1 and says so", f"status {nothing.status}")
            piped = attache(*command, "-", input=ARTICLE.encode())
            checks.expect(piped.status == 0 and piped.output, f"{command[0]} reads standard input", f"status {piped.status}: {piped.messages}")
            undated = b'{"title": "Talks in Zenda", "text": "The ministers met in Zenda on Monday to talk about the boats."}\n'
            flood = attache(*command, "-", input=undated * 100)
            said = [line for line in flood.messages.splitlines() if "no publication date found" in line]
            checks.expect(len(said) == 25 and said[-1].endswith(": 76 more"), f"{command[0]} says the same notice 24 times and how many more there were", f"{len(said)}: {said[-1:]}")
            absent = attache(*command, folder / "absent")
            checks.expect(absent.status == 1, f"{command[0]} on a file that is absent ends with status 1", f"status {absent.status}")
        if os.path.exists("/dev/full"):
            full = attache("code", good, output="/dev/full")
            checks.expect(full.status == 1 and full.messages, "a full disk is said and ends with status 1", f"status {full.status}: {full.messages}")


def main():
    options = arguments_of(__doc__)
    options.add_argument("--only", default="", help="only the cases whose name contains this")
    options.add_argument("--long-line", type=int, default=50, help="megabytes in the lines that never end; 50 take a minute and a half of processor time")
    options.add_argument("--most-megabytes", type=float, default=600, help="largest resident set allowed")
    arguments = options.parse_args()
    attache = Program(arguments.attache)
    checks = Checks()
    for case in cases(arguments.long_line * MEGABYTE):
        if arguments.only in case.name:
            check(case, attache, checks, arguments.most_megabytes)
    if not arguments.only:
        check_the_rest(attache, checks)
    checks.finish()


if __name__ == "__main__":
    main()
