#!/usr/bin/env python3
"""How well `rapporteur articles` reads HTML pages whose article is known.

usage: pages.py [--program PROGRAM] [--half tuning|figure] [--quiet] [--floor text|title|day|publisher=X]... --pages DIR

A page is DIR/NAME.html with its article's words in DIR/NAME.txt, or a folder DIR/NAME of the readers' test suites:
source.html with expected.html and expected-metadata.json, or page.html with ideal.html. What else is known stands in
DIR/NAME.json: {"title": …, "published": "YYYY-MM-DD", "publisher": …}; what is missing or null there is not scored.
The pages are other people's: they measure, and never enter the repository.

text: F1 of the words (without case and punctuation), the title left out on both sides where the text begins with it;
      a page from which nothing is read counts 0. Mean and median are given.
title: the same words. day: the same day, of the pages that carry one. publisher: the same words.
The halves are parted by a hash of the page's name: only misses of the tuning half are to be looked at.
"""
import argparse
import collections
import hashlib
import html
import json
import pathlib
import re
import statistics
import subprocess
import sys

WHOLE = (("source.html", "expected.html"), ("page.html", "ideal.html"))


def words(text):
    return re.findall(r"\w+", text.replace("\u00ad", "").lower())


def text_of(markup):
    markup = re.sub(r"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", " ", markup)
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def known(folder):
    """(name, page, expected text, facts) of every page, in the order of their names."""
    for page in sorted(folder.glob("*.html")):
        expected = page.with_suffix(".txt")
        if expected.exists():
            facts = page.with_suffix(".json")
            yield page.stem, page, expected.read_text("utf-8"), json.loads(facts.read_text("utf-8")) if facts.exists() else {}
    for inner in sorted(p for p in folder.iterdir() if p.is_dir()):
        for source, expected in WHOLE:
            if not (inner / source).exists() or not (inner / expected).exists():
                continue
            facts = {}
            if (inner / "expected-metadata.json").exists():
                said = json.loads((inner / "expected-metadata.json").read_text("utf-8"))
                day = re.match(r"\d{4}-\d\d-\d\d", said.get("publishedTime") or "")
                facts = {"title": said.get("title"), "publisher": said.get("siteName"), "published": day and day.group()}
            yield inner.name, inner / source, text_of((inner / expected).read_text("utf-8")), facts


def f1(expected, found):
    same = sum((collections.Counter(expected) & collections.Counter(found)).values())
    return 0.0 if same == 0 else 2 * same / (len(expected) + len(found))


def without(title, text):
    title, text = words(title or ""), words(text)
    return text[len(title):] if title and text[: len(title)] == title else text


def half_of(name):
    return ("tuning", "figure")[hashlib.sha256(name.encode()).digest()[0] % 2]


def read(program, page):
    run = subprocess.run([program, "articles", "--rejects", "/dev/null", str(page)], capture_output=True)
    lines = run.stdout.decode("utf-8").splitlines()
    return json.loads(lines[0]) if lines else {}


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", default="build/src/tools/rapporteur")
    asked.add_argument("--pages", type=pathlib.Path, required=True)
    asked.add_argument("--half", choices=("tuning", "figure"))
    asked.add_argument("--quiet", action="store_true")
    asked.add_argument("--floor", action="append", default=[])
    asked = asked.parse_args()
    texts, right = [], collections.defaultdict(list)
    for name, page, expected, facts in known(asked.pages):
        if asked.half and half_of(name) != asked.half:
            continue
        found = read(asked.program, page)
        texts.append(f1(without(facts.get("title"), expected), without(found.get("title"), found.get("text") or "")))
        misses = []
        for fact in ("title", "published", "publisher"):
            if not facts.get(fact):
                continue
            right[fact].append(words(facts[fact]) == words(found.get(fact) or ""))
            if not right[fact][-1]:
                misses.append(f"{fact}: {found.get(fact)!r}, not {facts[fact]!r}")
        if not asked.quiet:
            print(f"{texts[-1]:.2f} {name}", *misses, sep="  ")
    if not texts:
        raise SystemExit(f"{asked.pages}: found no page with its expected text")
    results = {"text": statistics.mean(texts)}
    results |= {name: statistics.mean(right[fact]) for name, fact in
                (("title", "title"), ("day", "published"), ("publisher", "publisher")) if right[fact]}
    print(f"{len(texts)} pages: text F1 {results['text']:.3f} mean, {statistics.median(texts):.3f} median",
          *(f"{name} {sum(right[fact])} of {len(right[fact])}" for name, fact in
            (("title", "title"), ("day", "published"), ("publisher", "publisher")) if right[fact]), sep="; ")
    floors = [floor.split("=") for floor in asked.floor]
    low = [f"{name} {results.get(name, 0):.3f} < {least}" for name, least in floors if results.get(name, 0) < float(least)]
    print(*low, sep="\n", end="\n" if low else "")
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    main()
