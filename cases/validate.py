#!/usr/bin/env python3
"""Check records against the record's definition: schema, offsets, references, enumerations, dates.

usage: validate.py [--max N] PATH…

Each PATH is a record (*.jsonl), a report (any other file) or a folder of either. A record may hold one report or
many; its report items find their texts by sha256 (of the bytes, or of the text as UTF-8), else by file name
in the report's id or url, else, if there is one report and one record, by being alone.

Faults go to standard output, one a line: RECORD:LINE: KIND ID: what is wrong. --max N (20) shows at most
N for each record. Exit: 0 no fault, 1 faults, 2 nothing to check. "stable" is checked by running twice and comparing bytes.
"""
import hashlib
import json
import os
import sys

from record_rules import KINDS, Checker


def decoded(data):
    """The text of the bytes, by the encodings that reports come in."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


class Reports:
    """Report texts, found by hash or by name."""

    def __init__(self, paths):
        self.by_hash, self.by_name, self.texts = {}, {}, []
        for path in paths:
            with open(path, "rb") as source:
                data = source.read()
            text = decoded(data)
            self.texts.append(text)
            for form in (data, text.encode("utf-8"), text.removeprefix("\ufeff").encode("utf-8")):
                self.by_hash[hashlib.sha256(form).hexdigest()] = text
            for name in (path, os.path.basename(path), os.path.splitext(os.path.basename(path))[0]):
                self.by_name.setdefault(name, text)

    def text_of(self, item, alone):
        text = self.by_hash.get(item.get("sha256"))
        for key in (item.get("id"), item.get("url"), os.path.basename(str(item.get("url") or ""))):
            text = text if text is not None else self.by_name.get(key)
        if text is None and alone and len(self.texts) == 1:
            text = self.texts[0]
        if text is not None and text.startswith("\ufeff") and item.get("chars") == len(text) - 1:
            text = text[1:]
        return text


def no_twins(pairs):
    keys = [k for k, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a field comes twice: {max(keys, key=keys.count)}")
    return dict(pairs)


def refuse(constant):
    raise ValueError(f"{constant} is not JSON")


def parsed(path):
    """(line number, item) of each line that is an item, and the faults of the others."""
    items, faults = [], []
    with open(path, "rb") as source:
        data = source.read()
    if data and not data.endswith(b"\n"):
        faults.append((data.count(b"\n") + 1, "the last line is cut short: it has no newline"))
    for number, line in enumerate(data.split(b"\n")[:-1] if data.endswith(b"\n") else data.split(b"\n"), 1):
        try:
            item = json.loads(line.decode("utf-8"), object_pairs_hook=no_twins, parse_constant=refuse)
        except ValueError as wrong:
            faults.append((number, f"not a JSON object: {wrong}"))
            continue
        if not isinstance(item, dict) or item.get("kind") not in KINDS:
            faults.append((number, f"kind {item.get('kind') if isinstance(item, dict) else None!r} is not one of {' '.join(KINDS)}"))
        else:
            items.append((number, item))
    return items, faults


def check_record(path, reports, alone=True):
    """Faults of one record file, as (line, words), in order; and how many reports and items it has."""
    items, faults = parsed(path)
    seen, groups = {}, {}
    for number, item in items:
        key = item.get("id")
        if key in seen:
            faults.append((number, f"{item['kind']} {key}: id stands in line {seen[key]} too"))
        seen[key] = number
        groups.setdefault(str(item.get("report")), []).append((number, item))
    heads = {}
    for number, item in items:
        if item["kind"] == "report":
            heads[str(item.get("id"))] = item
    if not heads:
        faults.append((1, "no report item"))
    for name, group in groups.items():
        if name not in heads:
            faults.append((group[0][0], f"{group[0][1]['kind']} {group[0][1].get('id')}: report {name!r} has no report item"))
            continue
        text = reports.text_of(heads[name], alone and len(heads) == 1)
        if text is None:
            faults.append((group[0][0], f"report {name}: no text given has its sha256 or name"))
            continue
        faults += Checker(text, group).run()
    return sorted(faults, key=lambda f: f[0]), len(heads), len(items)


def files_under(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, n) for n in sorted(names))
        else:
            yield path


def main(args):
    most = 20
    if args[:1] == ["--max"] and len(args) > 1:
        most, args = int(args[1]), args[2:]
    paths = list(files_under(args))
    records = [p for p in paths if p.endswith(".jsonl")]
    others = [p for p in paths if p.endswith(".txt") or p in args and not p.endswith(".jsonl")]
    if not records or not others:
        print(__doc__, file=sys.stderr)
        return 2
    reports, bad, told, total = Reports(others), 0, 0, 0
    for path in records:
        faults, heads, items = check_record(path, reports, alone=len(records) == 1)
        for line, words in faults[:most]:
            print(f"{path}:{line}: {words}")
        if len(faults) > most:
            print(f"{path}: and {len(faults) - most} more")
        bad, told, total = bad + len(faults), told + heads, total + items
    print(f"{len(records)} records, {told} reports of {len(others)} texts, {total} items, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
