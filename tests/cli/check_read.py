#!/usr/bin/env python3
"""`attache read`: a folder with a file of every kind gives each document once; damage is named with its place and counted; the forms it shows documents in,
`--stats`, and `attache eval read` on a small folder of gold."""
import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import re
import tarfile
import tempfile
import zipfile
import zlib

from program import Checks, Program, arguments_of

PROSE = ["The envoys of both countries met in Zenda on {day} for talks about the fishing grounds off the coast.",
         "They parted without a word to the press, and no day was set for another meeting."]


def prose(name):
    return [f"Report of {name}: " + PROSE[0].format(day="Monday"), PROSE[1]]


def page(name):
    paragraphs = "".join(f"<p>{text}</p>" for text in prose(name))
    return (f'<!DOCTYPE html><html lang="en"><head><title>Envoys meet: {name}</title><meta property="article:published_time" content="2014-03-04T10:00:00Z"></head>'
            f"<body><article><h1>Envoys meet: {name}</h1>{paragraphs}</article></body></html>").encode()


def response(body, fields=""):
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n".encode() + body


def record(kind, address, block, content_type="application/http; msgtype=response", length=None):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2014-03-05T10:00:00Z\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(block) if length is None else length}\r\n\r\n").encode() + block + b"\r\n\r\n"


def chunked(body):
    pieces = [body[i:i + 97] for i in range(0, len(body), 97)]
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


def brotli(body):
    """The format's way of not packing: blocks that are stored (RFC 7932, section 9.2), then an empty last one."""
    packed = b""
    for at in range(0, len(body), 32768):
        piece = body[at:at + 32768]
        header = (len(piece) - 1) << (4 if at == 0 else 3) | 1 << (20 if at == 0 else 19)
        packed += header.to_bytes(3, "little") + piece
    return packed + b"\x03"


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def web_archive():
    """Records as crawls have them, with the bodies that servers send; the fifth is damaged."""
    bodies = [("plain", response(page("warc plain"))), ("chunked", response(chunked(page("warc chunked")), "Transfer-Encoding: chunked\r\n")),
              ("gzip", response(gzip.compress(page("warc gzip")), "Content-Encoding: gzip\r\n")), ("brotli", response(brotli(page("warc brotli")), "Content-Encoding: br\r\n")),
              ("deflate", response(chunked(raw_deflate(page("warc deflate"))), "Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n"))]
    records = [record("warcinfo", "", b"software: check\r\n", "application/warc-fields")]
    for name, block in bodies:
        records.append(record("request", f"http://zenda.example/{name}", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"))
        records.append(record("response", f"http://zenda.example/{name}", block))
    records.append(record("revisit", "http://zenda.example/plain", b"HTTP/1.1 200 OK\r\n\r\n"))
    records.append(record("response", "http://zenda.example/picture", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"))
    records.append(record("response", "http://zenda.example/broken", response(page("warc broken")), length="many"))
    records.append(record("conversion", "http://zenda.example/text", "\n".join(["Envoys meet: warc text", "", *prose("warc text")]).encode(), "text/plain"))
    return records


def large_archive():
    """Members packed one by one, of which one is too large to be unpacked at one go."""
    filling = "".join(f"<p>Paragraph {i} of a report that does not end, with {i * 7919 % 1000003} things in it.</p>" for i in range(80000)).encode()
    return [record("response", f"http://zenda.example/{name}", response(page(name).replace(b"</article>", more + b"</article>")))
            for name, more in (("before the large one", b""), ("the large one", filling), ("behind the large one", b""))]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Zenda Times</title>
<item><title>Envoys meet: rss full</title><link>http://zenda.example/f</link><pubDate>Tue, 04 Mar 2014 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>%s</p><p>%s</p>]]></content:encoded></item>
<item><title>Envoys meet: rss link</title><link>http://zenda.example/l</link><description>They met.</description></item></channel></rss>""" % tuple(prose("rss"))
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Zenda Times</title><entry><title>Envoys meet: atom</title><link href="http://zenda.example/a"/>
<published>2014-03-04T10:00:00Z</published><content type="html">&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>""" % tuple(prose("atom"))
NEWSML = """<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en"><contentMeta><contentCreated>2014-03-04T10:00:00Z</contentCreated><headline>Envoys meet: newsml</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p><p>%s</p></body></html></inlineXML></contentSet></newsItem>""" % tuple(prose("newsml"))
NITF = """<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20140304"/></docdata></head><body><body.head><hedline><hl1>Envoys meet: nitf</hl1></hedline></body.head>
<body.content><p>%s</p><p>%s</p></body.content></body></nitf>""" % tuple(prose("nitf"))
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://zenda.example/s</loc>
<news:news><news:publication_date>2014-03-04</news:publication_date><news:title>Envoys meet: sitemap</news:title></news:news></url></urlset>"""
MHTML = ("From: <Saved>\r\nSubject: Envoys meet\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"XX\"\r\n\r\n--XX\r\nContent-Type: text/html; charset=utf-8\r\n"
         "Content-Transfer-Encoding: 8bit\r\nContent-Location: http://zenda.example/m\r\n\r\n")
LEXIS = "".join(f"{i} of 2 DOCUMENTS\n\n\nThe Zenda Times\n\nMarch {i}, 2014 Tuesday\n\nEnvoys meet: export {i}\n\nBYLINE: JANE ROE\n\nLENGTH: 40 words\n\n{prose('export')[0]}\n\n{prose('export')[1]}\n\nLOAD-DATE: March 5, 2014\n\n\n\n"
                for i in (1, 2))


def archive_of(files, form):
    packed = io.BytesIO()
    if form == "zip":
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
    else:
        with tarfile.open(fileobj=packed, mode="w") as archive:
            for name, data in files.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def files_of_every_kind():
    """File name: its bytes and the titles that are in it, without "Envoys meet: "."""
    text = lambda name: "\n\n".join([f"Envoys meet: {name}", "By Jane Roe", "March 4, 2014", *prose(name)]).encode()
    row = lambda name: {"title": f"Envoys meet: {name}", "date": "2014-03-04", "text": "\n\n".join(prose(name))}
    lines = lambda *names: b"".join(json.dumps(row(name)).encode() + b"\n" for name in names)
    cells = row("csv")
    archive = web_archive()
    warc_titles = lambda: ["warc plain", "warc chunked", "warc gzip", "warc brotli", "warc deflate", "warc text"]
    return {
        "page.html": (page("page"), ["page"]),
        "page.xhtml": (b'<?xml version="1.0" encoding="utf-8"?>\n' + page("xhtml"), ["xhtml"]),
        "utf16.html": (("\ufeff" + page("utf16").decode()).encode("utf-16-le"), ["utf16"]),
        "crawl.warc": (b"".join(archive), warc_titles()),
        "crawl.warc.gz": (b"".join(gzip.compress(one) for one in archive), warc_titles()),
        "large.warc.gz": (b"".join(gzip.compress(one, 1) for one in large_archive()), ["before the large one", "the large one", "behind the large one"]),
        "feed.rss": (RSS.encode(), ["rss full", "rss link"]),
        "feed.atom": (ATOM.encode(), ["atom"]),
        "item.newsml": (NEWSML.encode(), ["newsml"]),
        "item.nitf": (NITF.encode(), ["nitf"]),
        "sitemap.xml": (SITEMAP.encode(), ["sitemap"]),
        "saved.mht": (MHTML.encode() + page("mhtml") + b"\r\n--XX--\r\n", ["mhtml"]),
        "lines.jsonl": (lines("jsonl 1", "jsonl 2") + b"{\"title\": broken\n" + lines("jsonl 3"), ["jsonl 1", "jsonl 2", "jsonl 3"]),
        "table.csv": (('title,date,text\n"' + '","'.join(cells[name].replace('"', '""') for name in ("title", "date", "text")) + '"\n').encode(), ["csv"]),
        "note.md": (("---\ntitle: \"Envoys meet: markdown\"\ndate: 2014-03-04\n---\n\n" + "\n\n".join(prose("markdown")) + "\n").encode(), ["markdown"]),
        "scraped.txt": (text("text"), ["text"]),
        "export.txt": (LEXIS.encode(), ["export 1", "export 2"]),
        "page.html.gz": (gzip.compress(page("gzip")), ["gzip"]),
        "page.html.xz": (lzma.compress(page("xz")), ["xz"]),
        "page.html.bz2": (bz2.compress(page("bzip2")), ["bzip2"]),
        "pages.zip": (archive_of({"a/1.html": page("zip 1"), "b.jsonl.gz": gzip.compress(lines("zip 2"))}, "zip"), ["zip 1", "zip 2"]),
        "pages.tar": (archive_of({"1.html": page("tar 1"), "2.txt": text("tar 2")}, "tar"), ["tar 1", "tar 2"]),
        "pages.tar.xz": (lzma.compress(archive_of({"1.html": page("tar.xz")}, "tar")), ["tar.xz"]),
        "cut.html.gz": (gzip.compress(page("cut") + os.urandom(3000).hex().encode())[:-20], ["cut"]),
        "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(100), []),
    }


def check_kinds(attache, checks, folder):
    files = files_of_every_kind()
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    run = attache("read", "--stats", folder)
    documents = [json.loads(line) for line in run.lines]
    found = {}
    for document in documents:
        name = pathlib.Path(document["source"]["file"].split("#")[0]).name
        found.setdefault(name, []).append(document["title"].removeprefix("Envoys meet: "))
    for name, (_, titles) in files.items():
        checks.expect(found.get(name, []) == titles, f"{name}: every document once, in order", found.get(name))
    checks.expect(run.status == 3, "what was skipped is in the exit status", run.status)
    for name, place in (("lines.jsonl", r"lines\.jsonl:3"), ("crawl.warc", r"crawl\.warc\b.*record 14"), ("crawl.warc.gz", r"crawl\.warc\.gz.*record 14"), ("picture.png", r"picture\.png.*PNG")):
        checks.expect(re.search(place, run.messages), f"{name}: damage is said with its place", run.messages[-2000:])
    dated = [document for document in documents if document.get("published") == "2014-03-04"]
    checks.expect(len(dated) >= len(documents) - 12, "documents are dated", f"{len(dated)} of {len(documents)}")
    for said in (f"documents {len(documents):10}", "by kind", "by language", "that give a", "blocks", "passed over", "revisit records", "request records", "image/png", "skipped"):
        checks.expect(said in run.messages, f"--stats says {said!r}", run.messages[-2000:])
    skipped = re.search(r"skipped +(\d+)", run.messages)
    checks.expect(skipped and int(skipped[1]) == 4, "--stats counts what was skipped", skipped and skipped[0])
    large = next(document for document in documents if document["title"].endswith("the large one") and len(document["blocks"]) > 1000)
    checks.expect(large["blocks"][-1]["text"].startswith("Paragraph "), "a large member is read to its end, or to a limit that is said", large["blocks"][-1])
    members = [len(gzip.compress(one, 1)) for one in large_archive()]
    places = [document["source"]["offset"] for document in documents if document["source"]["file"].endswith("large.warc.gz")]
    checks.expect(places == [0, members[0], members[0] + members[1]], "a document's place is where its member begins", f"{places} {members}")


def check_forms(attache, checks, folder):
    name = folder / "page.html"
    text = attache("read", "--format", "text", name).output.decode()
    checks.expect(text.startswith("Envoys meet: page\n") and prose("page")[0] in text, "--format text", text)
    markdown = attache("read", "--format", "markdown", name)
    checks.expect(markdown.output.decode().lstrip("-").find("Envoys meet: page") >= 0 and prose("page")[1] in markdown.output.decode(), "--format markdown", markdown.output)
    again = [json.loads(line) for line in attache("read", "-", input=markdown.output).lines]
    checks.expect(len(again) == 1 and again[0]["title"] == "Envoys meet: page" and again[0].get("published") == "2014-03-04", "what --format markdown shows is read again", again)
    lines = attache("read", name).output
    checks.expect(attache("read", "-", input=lines).lines and json.loads(attache("read", "-", input=lines).lines[0])["blocks"] == json.loads(lines)["blocks"], "so is JSONL")
    checks.expect(attache("read", "--format", "parquet", name).status == 2, "an unknown form is wrong usage")


def check_eval(attache, checks, folder):
    (folder / "html").mkdir()
    for name in ("good", "lost"):
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page(name)))
    rows = [{"id": "good", "body": "\n".join(prose("good"))}, {"id": "lost", "body": "\n".join(prose("lost")) + "\nWhat the page does not have in its text at all."}]
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "dates.jsonl").write_text(json.dumps({"id": "good", "date": "2014-03-04"}) + "\n" + json.dumps({"id": "lost", "date": "2014-03-05"}) + "\n")
    run = attache("eval", "read", folder, "--worst", "1")
    shown = run.output.decode()
    checks.expect(run.status == 0 and re.search(r"precision +1\.0000", shown) and re.search(r"recall +0\.\d+", shown), "eval read scores texts", shown + run.messages)
    checks.expect(re.search(r"exact +0\.5000", shown) and re.search(r"wrong +0\.5000", shown), "eval read scores days", shown)
    checks.expect("- What the page does not have" in shown, "eval read shows what was lost", shown)


def main():
    options = arguments_of(__doc__).parse_args()
    attache, checks = Program(options.attache), Checks()
    with tempfile.TemporaryDirectory() as folder:
        check_kinds(attache, checks, pathlib.Path(folder))
        check_forms(attache, checks, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        check_eval(attache, checks, pathlib.Path(folder))
    checks.finish()


if __name__ == "__main__":
    main()
