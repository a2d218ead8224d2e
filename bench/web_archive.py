#!/usr/bin/env python3
"""Makes a web archive of pages as crawls of news keep them (WARC.gz, one packed piece a record), and reads it with the program.

    bench/web_archive.py --attache build/attache [--megabytes 50] [--pages FOLDER] [--keep FILE] [--threads N]

Pages are invented, or those of FOLDER (HTML, perhaps packed by gzip), repeated with other addresses until the archive has the size. With each
page come a request, metadata, and now and then a picture, a redirect and a revisit, as in a crawl. Prints the rate of reading, of unpacking alone
(zlib by Python, and gzip -dc), all by time on the processor, and the peak of memory.
"""
import argparse
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zlib

WORDS = ("envoys ministers talks border river treaty harbour council voters court police miners teachers drought grain rail tunnel vaccine island north"
         " south bridge ferry customs budget strike market village coast army convoy shelter school union premier assembly ballot").split()


def invented_page(draw):
    sentence = lambda: (" ".join(draw.choices(WORDS, k=draw.randint(9, 22))) + ".").capitalize()
    paragraphs = "".join(f'<p class="story-text">{" ".join(sentence() for _ in range(draw.randint(2, 5)))}</p><div class="ad-slot"></div>' for _ in range(draw.randint(6, 22)))
    menu = "".join(f'<li class="menu-item"><a href="/s/{i}">Section {i}</a></li>' for i in range(80))
    cards = "".join(f'<div class="card"><h3><a href="/{i}">{sentence()}</a></h3><p>{sentence()}</p></div>' for i in range(40))
    script = "var state = " + json.dumps([draw.random() for _ in range(900)]) + ";"
    title = sentence()[:70]
    return (f'<!DOCTYPE html><html lang="en"><head><title>{title} | The Zenda Times</title><meta property="article:published_time" content="2014-03-04T10:00:00Z">'
            f"<script>{script}</script></head><body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{paragraphs}</article></main>"
            f'<aside class="related">{cards}</aside><footer>About us</footer></body></html>').encode()


def pages_of(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.name.endswith((".html", ".html.gz")):
            data = path.read_bytes()
            yield gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def record(kind, address, body, content_type="application/http; msgtype=response"):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{abs(hash((kind, address))):032x}>\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    return head + body + b"\r\n\r\n"


def response(status, content_type, body):
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def records_of(pages, number):
    address = f"https://zendatimes.example/2014/03/04/{number}"
    yield record("request", address, b"GET / HTTP/1.1\r\nHost: zendatimes.example\r\n\r\n", "application/http; msgtype=request")
    yield record("response", address, response("200 OK", "text/html; charset=utf-8", pages[number % len(pages)]))
    yield record("metadata", address, b"fetchTimeMs: 120\r\n", "application/warc-fields")
    if number % 20 == 0:
        yield record("response", address + ".png", response("200 OK", "image/png", os.urandom(20000)))
        yield record("response", address + "/old", response("301 Moved", "text/html", b""))
        yield record("revisit", address, b"HTTP/1.1 200 OK\r\n\r\n")


def make(path, pages, size):
    number = 0
    with open(path, "wb") as out:
        out.write(gzip.compress(record("warcinfo", "", b"software: bench\r\n", "application/warc-fields")))
        while out.tell() < size:
            for one in records_of(pages, number):
                out.write(gzip.compress(one, 6))
            number += 1
    return number


def unpack(path):
    """Bytes that the archive unpacks to."""
    total, unpacker = 0, zlib.decompressobj(31)
    with open(path, "rb") as packed:
        data = packed.read(1 << 20)
        while data:
            total += len(unpacker.decompress(data))
            if unpacker.eof:
                data, unpacker = unpacker.unused_data or packed.read(1 << 20), zlib.decompressobj(31)
            else:
                data = packed.read(1 << 20)
    return total


# Runs a command for a process that holds the pages: what a child had before it began its own program counts into its peak.
RUNNER = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.stderr.write(done.stderr.decode(errors="replace")[-500:])
"""


def run_measured(command, output):
    """How the command ended, its seconds on the processor, its peak in MiB, and the end of what it said; its output goes to a file."""
    done = subprocess.run([sys.executable, "-c", RUNNER, output, *command], capture_output=True, text=True, check=True)
    status, seconds, peak = done.stdout.split()
    return int(status), float(seconds), int(peak) / 1024, done.stderr


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache")
    options.add_argument("--megabytes", type=float, default=50, help="size of the packed archive")
    options.add_argument("--pages", help="a folder of pages instead of invented ones")
    options.add_argument("--keep", help="write the archive there and keep it")
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    draw = random.Random(1)
    pages = list(pages_of(given.pages)) if given.pages else [invented_page(draw) for _ in range(300)]
    if not pages:
        sys.exit(f"{given.pages}: no pages in it")
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or os.path.join(folder, "crawl.warc.gz")
        made = make(path, pages, given.megabytes * 1e6)
        size = os.path.getsize(path)
        start = time.process_time()
        unpacked = unpack(path)
        unpacking = time.process_time() - start
        gzip_status, gunzipping, _, _ = run_measured(["gzip", "-dc", path], os.devnull)
        lines = os.path.join(folder, "documents.jsonl")
        start = time.perf_counter()
        status, reading, peak, said = run_measured([given.attache, "read", "--threads", str(given.threads), path], lines)
        elapsed = time.perf_counter() - start
        with open(lines, "rb") as file:
            documents = sum(1 for _ in file)
    if gzip_status or status not in (0, 3) or documents < made * 0.98:
        sys.exit(f"read {documents} of {made} pages, status {status}: {said}")
    print(f"archive          {size / 1e6:10.1f} MB packed, {unpacked / 1e6:.1f} MB unpacked, {made} pages")
    print(f"unpacking alone  {unpacked / 1e6 / unpacking:10.1f} MB/s unpacked (one core, zlib by Python), {unpacked / 1e6 / gunzipping:.1f} MB/s by gzip -dc")
    print(f"reading          {unpacked / 1e6 / reading:10.1f} MB/s unpacked, {made / reading:.0f} pages/s for each second of a core; {elapsed:.1f} s elapsed with {given.threads} threads")
    print(f"peak memory      {peak:10.1f} MB")


if __name__ == "__main__":
    main()
