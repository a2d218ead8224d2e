"""The events that the program codes from sentences, each sentence a page of its own."""
import json
import subprocess
import sys


def code_sentences(attache, sentences):
    """A list of records for each sentence, in order. `attache` is the program's path; every page is dated 22 May 2013. Ends the run where the program fails."""
    pages = "".join(json.dumps({"id": str(i), "date": "2013-05-22", "text": text}) + "\n" for i, text in enumerate(sentences))
    done = subprocess.run([attache, "code", "-"], input=pages.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{attache} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    events = [[] for _ in sentences]
    for line in done.stdout.decode().splitlines():
        event = json.loads(line)
        events[int(event["cite_info"]["citation"])].append(event)
    return events
