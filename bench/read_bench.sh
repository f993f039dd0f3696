#!/bin/bash
# Reports a second and peak memory of whole runs of `rapporteur read`, on one core and on two.
#   bench/read_bench.sh PROGRAM [FOLDER]
# FOLDER holds reports (*.txt); without it the reports of cases/ and examples/ are read 100 times. Prints a table in
# Markdown. "1 core" pins the program to one core, whatever the number of jobs; starting the program is included.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -gt 1 ]; then
  folder=$(realpath "$2")
else
  folder=$work/reports
  mkdir "$folder"
  for round in $(seq 100); do
    for report in cases/*/report.txt examples/*.txt; do
      cp "$report" "$folder/$(echo "$report" | tr / _ | sed 's/\.txt$//')_$round.txt"
    done
  done
fi
reports=$(find "$folder" -name '*.txt' | wc -l)
words=$(find "$folder" -name '*.txt' -print0 | xargs -0 cat | wc -w)

# measure CORES JOBS: seconds, peak memory in KB and processor seconds of one run
measure() {
  taskset -c "$1" python3 - "$program" "$folder" "$work/record.jsonl" "$2" <<'PYTHON'
import resource, subprocess, sys, time
program, folder, output, jobs = sys.argv[1:]
began = time.perf_counter()
subprocess.run([program, "read", "--format", "jsonl", "-j", jobs, "-o", output, folder], check=True)
seconds = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{seconds:.2f} {used.ru_maxrss} {used.ru_utime + used.ru_stime:.2f}")
PYTHON
}

measure 0 1 >/dev/null # warms the file cache
echo "$reports reports, $words words, $(date -u +%Y-%m-%d), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
echo
echo "| run | seconds | reports/s | sentences/s | processor seconds | reports a processor second | peak memory |"
echo "|---|---|---|---|---|---|---|"
for run in "0 1 1_core" "0,1 2 2_cores"; do
  read -r cores jobs name <<<"$run"
  read -r seconds kilobytes processor <<<"$(measure "$cores" "$jobs")"
  sentences=$(python3 -c '
import json, sys
print(sum(len(i["sentences"]) for i in map(json.loads, open(sys.argv[1], encoding="utf-8")) if i["kind"] == "report"))' "$work/record.jsonl")
  python3 -c '
import sys
name, reports, sentences, seconds, kilobytes, processor = sys.argv[1], *map(float, sys.argv[2:])
print(f"| {name} | {seconds:.1f} | {reports / seconds:.0f} | {sentences / seconds:.0f} | {processor:.1f} | "
      f"{reports / processor:.0f} | {kilobytes / 1024:.0f} MB |")' "${name/_/ }" "$reports" "$sentences" "$seconds" "$kilobytes" "$processor"
done
