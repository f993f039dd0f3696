#!/usr/bin/env python3
"""Lay measuring corpora out as text files, one report a file, to see what reads without error.

usage: corpora.py [--encoding utf-8|latin-1] DATA_DIR OUT_DIR      (for example ../shared/data out)

Writes OUT_DIR/fa_kes/*.txt and OUT_DIR/wikinews/*.txt, and beside each folder OUT_DIR/NAME.published.tsv: file
name, day of publication, title. The texts are other people's: they measure, and never enter the repository
(git ignores out/). --encoding latin-1 writes fa_kes in the encoding it came in.
"""
import csv
import datetime
import io
import os
import sys


def rows_of(path, encoding):
    csv.field_size_limit(1 << 24)
    with open(path, encoding=encoding, newline="") as table:
        return list(csv.DictReader(io.StringIO(table.read())))


def fa_kes(data):
    for number, row in enumerate(rows_of(os.path.join(data, "fa_kes", "FA-KES-Dataset.csv"), "latin-1"), 1):
        day = datetime.datetime.strptime(row["date"], "%m/%d/%Y").date()
        yield f"{number:04}_{row['unit_id']}", day, row["article_title"], row["article_content"]


def wikinews(data):
    folder = os.path.join(data, "wikinews", "data")
    number = 0
    for name in sorted(n for n in os.listdir(folder) if n.endswith(".csv")):
        for row in rows_of(os.path.join(folder, name), "utf-8"):
            number += 1
            yield f"{number:04}", datetime.date.fromisoformat(row["date"]), row["title"], row["title"] + "\n\n" + row["text"]


def lay_out(name, reports, out, encoding):
    os.makedirs(os.path.join(out, name), exist_ok=True)
    lines = []
    for stem, day, title, text in reports:
        with open(os.path.join(out, name, stem + ".txt"), "wb") as report:
            report.write(text.encode(encoding))
        lines.append(f"{stem}.txt\t{day.isoformat()}\t{' '.join(title.split())}\n")
    with open(os.path.join(out, name + ".published.tsv"), "w", encoding="utf-8") as table:
        table.writelines(["# file\tpublished\ttitle\n"] + lines)
    print(f"{len(lines)} reports in {os.path.join(out, name)}")


def main(args):
    encoding = "utf-8"
    if args[:1] == ["--encoding"] and len(args) > 1:
        encoding, args = args[1], args[2:]
    if len(args) != 2 or encoding not in ("utf-8", "latin-1"):
        raise SystemExit(__doc__)
    data, out = args
    lay_out("fa_kes", fa_kes(data), out, encoding)
    lay_out("wikinews", wikinews(data), out, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
