#!/usr/bin/env python3
"""Adding very many reports beside reading them, side by side in one run.

  bench/many_reports.py PROGRAM FOLDER [REPORTS]

FOLDER holds texts (*.txt, one report each). They are varied into REPORTS (default 100,000): each takes a text, leaves out one
sentence in seven by a fixed draw, and is dated a day later than the last time round, so that no two are the same. `read -j 1` to
/dev/null and `add -j 1` work on the same file at the same time, one core each; compare processor seconds. Needs 1.5 GB of disk.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path


def vary(texts, reports, path):
    draw = random.Random(5)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(reports):
            pieces = re.split(r"(?<=[.!?])(\s+)", texts[i % len(texts)])
            kept = [piece for n, piece in enumerate(pieces) if n % 2 == 1 or n == 0 or draw.random() > 1 / 7]
            day = date(2013, 1, 1) + timedelta(days=i // len(texts))
            out.write(json.dumps({"text": "".join(kept), "published": day.isoformat(), "publisher": f"varied {i % 40}",
                                  "id": str(i)}) + "\n")


def measure(name, words, results):
    began = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    results[name] = (status, time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    reports = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("**/*.txt"))]
    with tempfile.TemporaryDirectory() as work:
        articles, record = f"{work}/articles.jsonl", f"{work}/record.duckdb"
        vary(texts, reports, articles)
        results = {}
        runs = {"read": [program, "read", "--format", "jsonl", "-j", "1", "-o", "/dev/null", articles],
                "add": [program, "add", "-j", "1", "--record", record, articles]}
        threads = [threading.Thread(target=measure, args=(name, words, results)) for name, words in runs.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{reports} reports of {len(texts)} texts, {os.path.getsize(articles) / 1e6:.0f} MB, {date.today()}\n")
        print("| command | exit | seconds | processor seconds | reports a processor second | peak memory, MB |")
        print("|---|---|---|---|---|---|")
        for name, (status, seconds, processor, memory) in results.items():
            print(f"| {name} | {status} | {seconds:.0f} | {processor:.0f} | {reports / processor:.0f} | {memory:.0f} |")
        print(f"\nadd at {results['read'][2] / results['add'][2]:.0%} of the speed of read; record "
              f"{os.path.getsize(record) / 1e6:.0f} MB")
        if len(sys.argv) > 4:
            os.rename(record, sys.argv[4])


if __name__ == "__main__":
    main()
