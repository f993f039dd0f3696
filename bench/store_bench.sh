#!/bin/bash
# What keeping reports in the record costs beside reading them, and how fast the record answers.
#   bench/store_bench.sh PROGRAM [FOLDER] [BENCH_PROGRAM]
# FOLDER holds reports (*.txt); without it the reports of cases/ and examples/ are varied into 2,000. `read` and `add` take
# turns, three times each, on the same two cores; the middle of each counts, so that a busy machine slows both. Prints tables
# in Markdown. BENCH_PROGRAM is store_bench of the bench preset: it makes a record of a million items of this one, and asks.
set -euo pipefail
program=$(realpath "$1")
bench=${3:+$(realpath "$3")}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "${2:-}" ]; then
  folder=$(realpath "$2")
else
  folder=$work/reports
  mkdir "$folder"
  # Each copy is a report of its own: its first line says which.
  python3 - "$folder" cases/*/report.txt examples/*.txt <<'PYTHON'
import sys
folder, reports = sys.argv[1], sys.argv[2:]
texts = [open(path, encoding="utf-8", newline="").read() for path in reports]
for i in range(2000):
    with open(f"{folder}/{i:05}.txt", "w", encoding="utf-8", newline="") as out:
        out.write(f"Report {i}\n\n{texts[i % len(texts)]}")
PYTHON
fi
python3 - "$program" "$folder" "$work" <<'PYTHON'
import glob, os, statistics, subprocess, sys, time, datetime
program, folder, work = sys.argv[1:]
record = work + "/record.duckdb"

def measure(*words):
    began = time.perf_counter()
    process = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, words
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss

os.sched_setaffinity(0, {0, 1})
runs = {"read": [], "add": [], "add again": []}
for _ in range(3):
    for path in glob.glob(record + "*"):
        os.remove(path)
    runs["read"].append(measure("read", "--format", "jsonl", "-j", "2", "-o", work + "/record.jsonl", folder))
    runs["add"].append(measure("add", "--record", record, "-j", "2", folder))
    runs["add again"].append(measure("add", "--record", record, "-j", "2", folder))
export = measure("export", "--record", record, "-o", work + "/export.jsonl")
reports = sum(line.startswith('{"kind":"report"') for line in open(work + "/export.jsonl", encoding="utf-8"))
items = sum(1 for _ in open(work + "/export.jsonl", encoding="utf-8")) - reports
files = len(glob.glob(folder + "/**/*.txt", recursive=True))
print(f"{files} files, {reports} reports, {items} items, {datetime.date.today()}, load {os.getloadavg()[0]:.1f}\n")
print("| command, 2 cores | seconds | processor seconds | reports a processor second | peak memory |")
print("|---|---|---|---|---|")
cpu = {}
for name, measured in [*runs.items(), ("export", [export])]:
    seconds, processor, kilobytes = (statistics.median(column) for column in zip(*measured))
    cpu[name] = processor
    print(f"| {name} | {seconds:.1f} | {processor:.1f} | {files / processor:.0f} | {kilobytes / 1024:.0f} MB |")
ratio = statistics.median(r[0] for r in runs["read"]) / statistics.median(a[0] for a in runs["add"])
print(f"\nadd at {ratio:.0%} of the speed of read (seconds), {cpu['read'] / cpu['add']:.0%} by processor seconds.")
size, lines, texts = os.path.getsize(record), os.path.getsize(work + "/record.jsonl"), sum(os.path.getsize(p) for p in glob.glob(folder + "/**/*.txt", recursive=True))
print(f"Sizes: reports {texts / 1e6:.1f} MB, JSON Lines {lines / 1e6:.1f} MB, record {size / 1e6:.1f} MB ({size / reports / 1000:.1f} KB a report).")
PYTHON
if [ -n "$bench" ]; then
  echo
  "$bench" "$work/record.duckdb"
fi
