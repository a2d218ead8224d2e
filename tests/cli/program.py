"""Runs the program for the checks in this folder, and measures what it takes."""
import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass


@dataclass
class Run:
    """How a run ended. `megabytes` is the largest resident set, `seconds` the time on the clock."""
    status: int
    output: bytes
    messages: str
    seconds: float
    megabytes: float
    timed_out: bool

    @property
    def lines(self):
        return [line for line in self.output.decode("utf-8").split("\n") if line]


class Program:
    def __init__(self, path, seconds=60.0):
        self.path = os.path.abspath(path)
        self.seconds = seconds

    def __call__(self, *arguments, input=b"", seconds=None, output=None):
        """Runs the program with the arguments; `output` is a path that standard output goes to instead of being kept."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as messages, \
                (open(output, "wb") if output else tempfile.TemporaryFile()) as kept:
            given.write(input)
            given.seek(0)
            start = time.monotonic()
            process = subprocess.Popen([self.path, *map(str, arguments)], stdin=given, stdout=kept, stderr=messages)
            killed = threading.Event()

            def kill():
                killed.set()
                os.kill(process.pid, signal.SIGKILL)

            watch = threading.Timer(seconds or self.seconds, kill)
            watch.start()
            _, wait_status, usage = os.wait4(process.pid, 0)
            watch.cancel()
            process.returncode = os.waitstatus_to_exitcode(wait_status)
            taken = time.monotonic() - start
            messages.seek(0)
            text = b""
            if not output:
                kept.seek(0)
                text = kept.read()
            return Run(process.returncode, text, messages.read().decode("utf-8", "replace"), taken, usage.ru_maxrss / 1024, killed.is_set())


def arguments_of(description):
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    return options


class Checks:
    """Collects what is wrong, and ends the script with status 1 when anything is."""

    def __init__(self):
        self.done = 0
        self.wrong = 0

    def expect(self, holds, what, details=""):
        self.done += 1
        if not holds:
            self.wrong += 1
            print(f"WRONG  {what}" + (f"\n       {details}" if details else ""))
        return holds

    def finish(self):
        print(f"{self.done - self.wrong} of {self.done} checks hold")
        sys.exit(self.wrong > 0)
