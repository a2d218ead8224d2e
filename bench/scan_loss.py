#!/usr/bin/env python3
"""What the lexical scan costs and saves: events that are coded only when every sentence is parsed, and the time of both.

    bench/scan_loss.py --attache build/attache FILE...

FILEs are what `attache code` reads. An event counts as lost when the run with the scan gives none with the same document, place, type,
actors and recipients. Times are the best of three runs on one thread, in words (blank-separated) of the documents' text a second.
"""
import argparse
import json
import subprocess
import time


def run(attache, files, *options):
    began = time.perf_counter()
    output = subprocess.run([attache, "code", "--threads", "1", "--profile", "recall", *options, *files], capture_output=True, check=False).stdout
    return time.perf_counter() - began, output.decode()


def key(event):
    names = lambda side: tuple(sorted(str(e.get("code")) + str(e.get("start")) for e in event.get(side, [])))
    return event["cite_info"].get("citation"), event["text"], event["trigger_start"], tuple(event["event"]), names("actor"), names("recipient")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--attache", required=True)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("files", nargs="+")
    given = options.parse_args()
    read = subprocess.run([given.attache, "read", "--threads", "1", *given.files], capture_output=True, check=False).stdout.decode()
    words = sum(len(block["text"].split()) for line in read.splitlines() for block in json.loads(line)["blocks"])
    events, seconds = {}, {}
    for name, switch in (("with the scan", []), ("every sentence parsed", ["--parse-every-sentence"])):
        results = [run(given.attache, given.files, *switch) for _ in range(given.runs)]
        seconds[name] = min(r[0] for r in results)
        events[name] = {key(json.loads(line)) for line in results[0][1].splitlines()}
        print(f"{name:24} {len(events[name]):7} events  {seconds[name]:8.2f} s  {words / seconds[name]:10,.0f} words/s")
    full, scanned = events["every sentence parsed"], events["with the scan"]
    lost = full - scanned
    print(f"lost {len(lost)} of {len(full)} events: {100 * len(lost) / max(1, len(full)):.2f} %; only with the scan {len(scanned - full)}")
    for event in sorted(map(str, lost))[:10]:
        print("  ", event[:200])


if __name__ == "__main__":
    main()
