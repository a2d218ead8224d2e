#!/usr/bin/env python3
"""Draws how far the records' confidence can be believed: the share of right events against what they claimed.

    reliability.py --attache build/attache --out docs/reliability.svg NAME=FILE[,FILE…][:PART] …

Each NAME is one line of the plot: labelled pairs as `attache eval confidence` takes them, all of them or one part (train, test). The figures are that
command's. Standard library only; the same figures give the same bytes.
"""
import argparse
import glob
import re
import subprocess

SIZE, MARGIN = 360, 48
COLOURS = ["#1b6ca8", "#c2571a", "#3f8f4f"]


def bins_of(attache, files, part):
    """The command's bins: mean confidence, share right, number of events; and its calibration error."""
    paths = [path for pattern in files.split(",") for path in sorted(glob.glob(pattern))]
    said = subprocess.run([attache, "eval", "confidence", "--part", part or "all", *paths], stdout=subprocess.PIPE, check=True).stdout.decode()
    error = re.search(r"^(\d+) events.*calibration error ([\d.]+)", said, re.M)
    rows = re.findall(r"^[\d.]+–[\d.]+ +([\d.]+) +([\d.]+) +(\d+)$", said, re.M)
    return [(float(mean), float(right), int(count)) for mean, right, count in rows], int(error[1]), float(error[2])


def at(x, y):
    return MARGIN + x * SIZE, MARGIN + (1 - y) * SIZE


def plot(lines):
    side = SIZE + 2 * MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side + 22 * len(lines)}" font-family="sans-serif" font-size="12">',
           f'<rect width="100%" height="100%" fill="white"/>']
    for tick in range(0, 11, 2):
        x, y = at(tick / 10, tick / 10)
        out.append(f'<line x1="{x:.1f}" y1="{MARGIN}" x2="{x:.1f}" y2="{MARGIN + SIZE}" stroke="#e4e4e4"/><line x1="{MARGIN}" y1="{y:.1f}" x2="{MARGIN + SIZE}" y2="{y:.1f}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{x:.1f}" y="{MARGIN + SIZE + 16}" text-anchor="middle">{tick / 10:.1f}</text><text x="{MARGIN - 8}" y="{y + 4:.1f}" text-anchor="end">{tick / 10:.1f}</text>')
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    out.append(f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="#999" stroke-dasharray="4 4"/>')
    out.append(f'<text x="{MARGIN + SIZE / 2}" y="{MARGIN + SIZE + 34}" text-anchor="middle">confidence (mean of a bin)</text>')
    out.append(f'<text transform="translate(14 {MARGIN + SIZE / 2}) rotate(-90)" text-anchor="middle">share of events that are right</text>')
    for i, (name, bins, count, error) in enumerate(lines):
        colour = COLOURS[i % len(COLOURS)]
        points = " ".join("{:.1f},{:.1f}".format(*at(mean, right)) for mean, right, _ in bins)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        for mean, right, size in bins:
            x, y = at(mean, right)
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + 6 * (size / count) ** 0.5:.1f}" fill="{colour}" fill-opacity="0.55"/>')
        y = side + 22 * i
        out.append(f'<circle cx="{MARGIN + 6}" cy="{y}" r="5" fill="{colour}"/><text x="{MARGIN + 18}" y="{y + 4}">{name}: {count} events, calibration error {error:.3f}</text>')
    return "\n".join(out + ["</svg>", ""])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--out", required=True, help="the SVG file to write")
    options.add_argument("lines", nargs="+", metavar="NAME=FILES[:PART]")
    arguments = options.parse_args()
    lines = []
    for line in arguments.lines:
        name, _, files = line.partition("=")
        files, _, part = files.partition(":")
        lines.append((name, *bins_of(arguments.attache, files, part)))
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write(plot(lines))


if __name__ == "__main__":
    main()
