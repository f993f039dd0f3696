#!/usr/bin/env python3
"""Score the coder on the unit sentences of sentences.tsv, one report a sentence.

usage: sentences.py write OUT_DIR         write each sentence as OUT_DIR/NNN.txt
       sentences.py score RECORD.jsonl…   the record of those reports; says what was missed and the share that is right

    python3 cases/sentences.py write out/sentences
    rapporteur read --format jsonl -o out/sentences.jsonl out/sentences
    python3 cases/sentences.py score out/sentences.jsonl

Each line is asked for its type first, then, of the event that has it, for actors, recipients and status.
"""
import csv
import hashlib
import json
import os
import sys

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sentences.tsv")


def lines():
    with open(TABLE, encoding="utf-8", newline="") as table:
        kept = (line for line in table if not line.startswith("#"))
        return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def report_of(sentence):
    return sentence + "\n"


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def fills(words, sentence, refs):
    """Whether the role is filled as the line asks."""
    if not words:
        return True
    if words == "-":
        return not refs
    spans = [(r["start"], r["end"]) for r in refs if r.get("start") is not None]
    for member in words.split(" & "):
        wanted = [(sentence.index(w), sentence.index(w) + len(w)) for w in member.split("|")]
        if not any(overlaps(w, s) for w in wanted for s in spans):
            return False
    return True


def at_predicate(line, events):
    """The events whose trigger is the line's predicate."""
    start = line["sentence"].index(line["predicate"])
    place = (start, start + len(line["predicate"]))
    return [e for e in events
            if any(v["role"] == "trigger" and overlaps(place, (v["start"], v["end"])) for v in e["evidence"])]


def faults(line, events):
    """What is wrong, by name: {} when all is right, {"type": …} alone when there is no such event."""
    near = at_predicate(line, events)
    types = line["type"].split("/")
    if types == ["none"]:
        return {"type": "coded as " + near[0]["type"]} if near else {}
    right = [e for e in near if e["type"] in types]
    if not right:
        return {"type": "coded as " + ", ".join(e["type"] for e in near) if near else "not coded"}
    found = []
    for event in right:
        wrong = {}
        for role in ("actors", "recipients"):
            if not fills(line[role], line["sentence"], event.get(role) or []):
                wrong[role] = " + ".join(str(r.get("text")) for r in event.get(role) or []) or "nobody"
        if event["status"] not in line["status"].split("/"):
            wrong["status"] = event["status"]
        found.append(wrong)
    return min(found, key=len)


def events_by_sentence(paths):
    """The events of each report, keyed by the sha256 of its text; records may hold many reports."""
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as record:
            items = [json.loads(line) for line in record if line.strip()]
        sha = {i["id"]: i["sha256"] for i in items if i["kind"] == "report"}
        for digest in sha.values():
            found.setdefault(digest, [])
        for item in items:
            if item["kind"] == "event":
                found[sha[item["report"]]].append(item)
    return found


def score(paths):
    events, asked = events_by_sentence(paths), lines()
    missed = dict.fromkeys(("type", "actors", "recipients", "status"), 0)
    whole = 0
    for line in asked:
        digest = hashlib.sha256(report_of(line["sentence"]).encode()).hexdigest()
        if digest not in events:
            raise SystemExit(f"no report of the record is the sentence {line['sentence']!r}: write the sentences, then read them")
        wrong = faults(line, events[digest])
        whole += not wrong
        for part, words in wrong.items():
            missed[part] += 1
            print(f"{part:10} {line['construction']}: {line['sentence']} [{line['predicate']}] {words}")
    reached = len(asked) - missed["type"]
    print(f"all right {whole} of {len(asked)}; type {reached} of {len(asked)}; of those " +
          ", ".join(f"{p} {reached - missed[p]}" for p in ("actors", "recipients", "status")))


def write(folder):
    os.makedirs(folder, exist_ok=True)
    sentences = list(dict.fromkeys(line["sentence"] for line in lines()))
    for number, sentence in enumerate(sentences, 1):
        with open(os.path.join(folder, f"{number:03}.txt"), "w", encoding="utf-8", newline="") as report:
            report.write(report_of(sentence))
    print(f"{len(sentences)} sentences in {folder}")


def main(args):
    if len(args) == 2 and args[0] == "write":
        write(args[1])
    elif len(args) > 1 and args[0] == "score":
        score(args[1:])
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
