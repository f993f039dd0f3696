#!/usr/bin/env python3
"""Checks sentences.tsv (triggers, enumerations, duplicates, halves) and prints its counts."""
import collections
import hashlib
import pathlib
import re
import sys

TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
            "MOBILIZE COERCE ASSAULT".split())
STATUSES = "actual ongoing future hypothetical negated historical".split()


def occurrences(sentence, words):
    return [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", sentence)]


def half(sentence_id):
    return "report" if int(hashlib.md5(sentence_id.encode()).hexdigest()[-1], 16) % 2 else "tuning"


def main():
    errors, rows, texts, seen = [], [], {}, set()
    path = pathlib.Path(__file__).with_name("sentences.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 6 or any(f != f.strip() or not f for f in fields):
            errors.append(f"{number}: not six clean fields")
            continue
        sid, sentence, trigger, kind, status, phenomenon = fields
        words, _, nth = trigger.partition("#")
        found = len(occurrences(sentence, words))
        if nth and not 1 <= int(nth) <= found or not nth and found != 1:
            errors.append(f"{number}: trigger {trigger!r} occurs {found} times")
        if kind not in TYPES:
            errors.append(f"{number}: type {kind}")
        if status not in STATUSES:
            errors.append(f"{number}: status {status}")
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*(\+[a-z]+(-[a-z]+)*)*", phenomenon):
            errors.append(f"{number}: phenomenon {phenomenon}")
        if texts.setdefault(sid, sentence) != sentence:
            errors.append(f"{number}: {sid} has two texts")
        if (sid, trigger) in seen:
            errors.append(f"{number}: {sid} {trigger} twice")
        seen.add((sid, trigger))
        rows.append(fields)
    if len(set(texts.values())) != len(texts):
        errors.append("a sentence stands under two ids")
    count = collections.Counter
    statuses = collections.defaultdict(set)
    for row in rows:
        statuses[row[0]].add(row[4])
    halves = count(half(s) for s in texts)
    if abs(halves["tuning"] - halves["report"]) > len(texts) / 10:
        errors.append("halves of unequal size")
    print(len(rows), "events in", len(texts), "sentences;",
          sum(len(s) > 1 for s in statuses.values()), "sentences with two statuses or more")
    print("halves: sentences", dict(halves), "events", dict(count(half(r[0]) for r in rows)))
    for name, column in (("type", 3), ("status", 4)):
        print(name, *(f"{k} {n}" for k, n in count(r[column] for r in rows).most_common()))
    print("phenomenon", *(f"{k} {n}" for k, n in count(p for r in rows for p in r[5].split("+")).most_common()))
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
