#!/usr/bin/env python3
"""What the lexical scan costs and saves: events that are coded only when every sentence is parsed, and the time of both.

    bench/scan_loss.py --attache build/attache FILE...

FILEs are what `attache code` reads. An event counts as lost when the run with the scan gives none of its type at its trigger, and as changed when that
one has other actors or recipients. Times are the best of three runs on one thread, in words (blank-separated) of the documents' text a second.
"""
import argparse
import json
import subprocess
import time


def run(attache, files, *options):
    began = time.perf_counter()
    output = subprocess.run([attache, "code", "--threads", "1", "--profile", "recall", *options, *files], capture_output=True, check=False).stdout
    return time.perf_counter() - began, output.decode()


def place(event):
    return event["cite_info"].get("citation"), event["text"], event["trigger_start"], tuple(event["event"])


def participants(event):
    return [sorted(str(entity.get("code")) + str(entity.get("start")) for entity in event.get(side, [])) for side in ("actor", "recipient")]


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
        events[name] = {place(event): event for event in map(json.loads, results[0][1].splitlines())}
        print(f"{name:24} {len(events[name]):7} events  {seconds[name]:8.2f} s  {words / seconds[name]:10,.0f} words/s")
    full, scanned = events["every sentence parsed"], events["with the scan"]
    lost = [at for at in full if at not in scanned]
    changed = [at for at in full if at in scanned and participants(full[at]) != participants(scanned[at])]
    share = lambda some: f"{len(some)} ({100 * len(some) / max(1, len(full)):.2f} %)"
    print(f"of {len(full)} events lost {share(lost)}, changed {share(changed)}; only with the scan {sum(at not in full for at in scanned)}")
    for at in lost[:10]:
        print("  ", str(at)[:200])


if __name__ == "__main__":
    main()
