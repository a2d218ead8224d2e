#!/usr/bin/env python3
"""The commands that look into the lexicon, add to it and compare it, as somebody at work would use them: check_lexicon_tools.py --attache build/attache"""
import pathlib
import tempfile

from program import Checks, Program, arguments_of

LEXICON = pathlib.Path(__file__).resolve().parents[2] / "lexicon"


def check_show(attache, checks):
    for phrase, day, said in (
        ("the French president", "1998-05-05", "FRA:GOV, Jacques Chirac, president"),
        ("the French president", "2013-05-05", "FRA:GOV, François Hollande, president"),
        ("the former president of Chile", "2013-05-05", "CHL:ELI"),
        ("fishermen", "2013-05-05", "agent, plural, -:AGR"),
    ):
        run = attache("lexicon", "show", phrase, "--date", day)
        checks.expect(run.status == 0 and said in run.output.decode(), f"`{phrase}` on {day} is {said}", run.output.decode() + run.messages)
    run = attache("lexicon", "show", "Zyxwv Qponm")
    checks.expect("no entry of that name" in run.output.decode() and "not in the lexicon" in run.output.decode(), "an unknown name is called so", run.output.decode())
    run = attache("lexicon", "show", "quickly")
    checks.expect(run.status == 1, "what names nobody ends with status 1", f"{run.status}: {run.output}")
    run = attache("lexicon", "show", "the minister", "--date", "2013-02-30")
    checks.expect(run.status == 2, "a day that is none is wrong usage", str(run.status))


def check_unknown(attache, checks, folder):
    """Sentences of every length around the limit, all of letters of two bytes: no character is cut in two."""
    page = folder / "page.txt"
    for more in range(4):
        page.write_text(f"May 3, 2012\n\nZorvan Mélkö met villagers on Tuesday and spoke {'x' * more}{'é' * 300} for an hour.\n", encoding="utf-8")
        run = attache("lexicon", "unknown", page)
        try:
            text = run.output.decode()
        except UnicodeDecodeError as error:
            checks.expect(False, "contexts are whole characters", str(error))
            continue
        checks.expect('- name: "Zorvan Mélkö"' in text and "é …\n" in text, "an unknown name is given as a draft, a long context cut with a mark", text)
    mine = folder / "drafts" / "actors"
    mine.mkdir(parents=True)
    draft = mine / "drafts.yaml"
    draft.write_text(text, encoding="utf-8")
    run = attache("lexicon", "show", "Zorvan Mélkö", "--overlay", folder / "drafts")
    checks.expect(run.status == 0 and "no entry of that name" in run.output.decode(), "drafts load as they are and are nobody yet", run.output.decode() + run.messages)
    draft.write_text(text.replace("  code:\n", "  code: FRA\n"), encoding="utf-8")
    run = attache("lexicon", "show", "Zorvan Mélkö", "--overlay", folder / "drafts")
    checks.expect(run.status == 0 and "understood as FRA" in run.output.decode(), "a draft that is filled in counts", run.output.decode() + run.messages)


def check_import(attache, checks, folder):
    """A small dictionary becomes an overlay that the coder uses at once; its odd line is named."""
    dictionary = folder / "own.actors.txt"
    dictionary.write_text("RURITANIAN_LEAGUE_ [RURREB]\nSILENT_SOCIETY\n", encoding="utf-8")
    overlay = folder / "mine"
    run = attache("lexicon", "import", dictionary, "--output", overlay)
    checks.expect(run.status == 3 and f"{dictionary}:2:" in run.messages and "1 actors" in run.messages, "a line without a code is named", f"{run.status}: {run.messages}")
    run = attache("lexicon", "show", "Ruritanian League", "--overlay", overlay)
    checks.expect(run.status == 0 and "RUR:REB" in run.output.decode(), "the overlay's entry is found", run.output.decode() + run.messages)
    other = folder / "theirs" / "actors"
    other.mkdir(parents=True)
    (other / "a.yaml").write_text("- {name: Ruritanian League, kind: organisation, code: FRA, sector: PTY}\n", encoding="utf-8")
    run = attache("lexicon", "diff", overlay, folder / "theirs")
    said = run.output.decode()
    checks.expect(run.status == 0 and "~ organisation Ruritanian League" in said and "REB -> PTY" in said, "diff says what changed", said + run.messages)
    run = attache("lexicon", "diff", LEXICON, LEXICON)
    checks.expect(run.status == 0 and run.output == b"" and "0 differences" in run.messages, "the lexicon does not differ from itself", run.output.decode()[:200] + run.messages)


def main():
    arguments = arguments_of(__doc__).parse_args()
    attache = Program(arguments.attache)
    checks = Checks()
    check_show(attache, checks)
    with tempfile.TemporaryDirectory() as name:
        check_unknown(attache, checks, pathlib.Path(name))
        check_import(attache, checks, pathlib.Path(name))
    checks.finish()


if __name__ == "__main__":
    main()
