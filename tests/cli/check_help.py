#!/usr/bin/env python3
"""Asks the program and every subcommand for help, and checks exit statuses of wrong usage: check_help.py --attache build/attache"""
import re

from program import Checks, Program, arguments_of

COMMANDS = ["read", "parse", "code", "export", "compare", "explain", "eval", "lexicon"]


def subcommands(help_text):
    """Names listed under `Subcommands:` at the least indentation."""
    listed = help_text.split("Subcommands:", 1)[-1]
    return re.findall(r"^  ([a-z][a-z-]*)\b", listed, re.MULTILINE)


def main():
    arguments = arguments_of(__doc__).parse_args()
    attache = Program(arguments.attache)
    checks = Checks()

    top = attache("--help")
    text = top.output.decode()
    checks.expect(top.status == 0, "--help ends with status 0", f"it is {top.status}")
    checks.expect("Exit status" in text, "--help explains the exit status")
    names = subcommands(text)
    for name in COMMANDS:
        checks.expect(name in names, f"--help lists {name}", f"it lists {names}")
    for name in names:
        shown = attache(name, "--help")
        help_text = shown.output.decode()
        checks.expect(shown.status == 0, f"{name} --help ends with status 0", f"it is {shown.status}")
        checks.expect(not shown.messages, f"{name} --help says nothing on standard error", shown.messages)
        checks.expect("Usage:" in help_text and len(help_text.splitlines()) >= 4, f"{name} --help shows usage and options", help_text)
        undescribed = [line for line in help_text.splitlines() if re.fullmatch(r"  +--?[\w-]+(,--[\w-]+)?", line.rstrip())]
        checks.expect(not undescribed, f"{name} --help describes every option", "\n".join(undescribed))

    version = attache("--version")
    checks.expect(version.status == 0 and re.search(r"\d+\.\d+\.\d+", version.output.decode()), "--version gives a version")
    wrong_usages = [[], ["nonsense"], ["code"], ["code", "--nonsense", "-"], ["code", "--date", "tomorrow", "-"],
                    ["code", "--threads", "many", "-"], ["code", "--format", "runes", "-"], ["parse", "--format", "runes", "-"]]
    for wrong in wrong_usages:
        run = attache(*wrong)
        checks.expect(run.status == 2, f"attache {' '.join(wrong)} ends with status 2", f"it is {run.status}: {run.messages}")
        checks.expect(run.messages, f"attache {' '.join(wrong)} says what is wrong")
    checks.finish()


if __name__ == "__main__":
    main()
