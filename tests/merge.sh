#!/bin/bash
# That merging is whole or not at all: kill -9 at random moments, a full disk. Afterwards the record opens, no report is
# lost, the merged tables are empty or those of a whole merging, and merging again gives the same bytes.
# Usage: merge.sh PROGRAM [KILLS]
set -u
program=$(realpath "$1")
kills=${2:-20}
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
RANDOM=20261123 # the same moments each time, as far as the machine lets them be the same
merged="copies merged_reports merged_items merged_mentions merged_disagreements merged_history"

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}
merge() { "$program" merge --record "$1" --base-lexicon "$root/lexicon" >out 2>err; }
# tables RECORD FOLDER: all tables as CSV
tables() {
  rm -rf "$2" && mkdir "$2"
  "$program" export --record "$1" --format csv -o "$2" 2>err || fail "$1 does not open: $(cat err)"
}
rows() { tail -n +2 "$1" | wc -l; }
# same_merged A B: whether the merged tables are the same, byte for byte
same_merged() {
  local table
  for table in $merged; do cmp -s "$1/$table.csv" "$2/$table.csv" || return 1; done
}
empty_merged() {
  local table
  for table in $merged; do [ "$(rows "$1/$table.csv")" = 0 ] || return 1; done
}

# Several hundred reports: those of the repository, each in a few papers on a few days.
cd "$work" || exit 1
python3 - "$root" >news.jsonl <<'END'
import datetime, json, pathlib, sys
root = pathlib.Path(sys.argv[1])
texts = [path.read_text(encoding='utf-8') for path in sorted(root.glob('cases/*/report.txt')) + sorted(root.glob('cases/dealings/*/report.txt'))]
for i in range(360):
    words = texts[i % len(texts)].split(' ')
    for at in range(i // len(texts), len(words), 9):
        words[at] = words[at] + ' ' * (i // len(texts) % 2) + 'again'[: i // len(texts)]
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=i // 3)
    print(json.dumps({'text': ' '.join(words), 'date': day.isoformat(), 'publisher': f'paper {i % 7}'}))
END
"$program" add --record r.duckdb --base-lexicon "$root/lexicon" --model "$root/model/english.rapm" -j 2 news.jsonl >out 2>err || fail "add: $(cat out err)"
tables r.duckdb before
reports=$(rows before/merged_reports.csv)
[ "$reports" = 0 ] || fail "a record that was not merged has $reports merged reports"
cp r.duckdb whole.duckdb
began=$(date +%s%N)
merge whole.duckdb || fail "merge: $(cat err)"
whole_ms=$((($(date +%s%N) - began) / 1000000))
tables whole.duckdb whole
[ "$(rows whole/merged_reports.csv)" -ge 300 ] || fail "merged $(rows whole/merged_reports.csv) reports, expected 300 at least"
for table in $merged; do
  [ "$(rows "whole/$table.csv")" -gt 0 ] || [ $table = merged_disagreements ] || fail "$table is empty after merging"
done

during=0
for kill in $(seq "$kills"); do
  rm -f k.duckdb k.duckdb.wal
  # Every third time a record that was merged before: the old tables stand, or the new.
  if [ $((kill % 3)) = 0 ]; then cp whole.duckdb k.duckdb; else cp r.duckdb k.duckdb; fi
  "$program" merge --record k.duckdb --base-lexicon "$root/lexicon" >out 2>err &
  running=$!
  sleep "$(awk "BEGIN { print $RANDOM / 32768 * $whole_ms / 1000 }")"
  kill -9 $running 2>/dev/null
  wait $running 2>/dev/null
  [ $? = 137 ] && during=$((during + 1))
  tables k.duckdb now
  for table in reports events talks agreements evidence; do
    cmp -s "now/$table.csv" "before/$table.csv" || fail "kill $kill: the table $table is another"
  done
  same_merged now whole || { [ $((kill % 3)) != 0 ] && empty_merged now; } || fail "kill $kill: the merged tables are neither old nor new"
  merge k.duckdb || fail "kill $kill: merging again: $(cat err)"
  tables k.duckdb now
  same_merged now whole || fail "kill $kill: merging again gives other tables"
done
echo "$during of $kills kills came while it was merging"
[ $during -ge $((kills / 2)) ] || fail "too few of the kills came while it was merging"

# A full disk: a file system of its own that has room for the record, not for what merging adds.
full() {
  mount -t tmpfs -o size=$(($(stat -c %s r.duckdb) / 1024 + 100))k none disk || exit 77
  cp r.duckdb disk
  "$1" merge --record disk/r.duckdb --base-lexicon "$2" >full.out 2>full.err
  echo $? >full.code
  mkdir full more
  "$1" export --record disk/r.duckdb --format csv -o full 2>>full.err || echo broken >full.code
  mount -o remount,size=500m disk
  "$1" merge --record disk/r.duckdb --base-lexicon "$2" >more.out 2>more.err
  echo $? >more.code
  "$1" export --record disk/r.duckdb --format csv -o more
}
mkdir disk
export -f full
if unshare -rm true 2>/dev/null; then
  unshare -rm bash -c 'full "$@"' full "$program" "$root/lexicon"
  [ "$(cat full.code)" = 4 ] || fail "a full disk: exit code $(cat full.code), expected 4; $(cat full.err)"
  grep -q 'r.duckdb: the disk is full: ' full.err || fail "a full disk: $(cat full.err)"
  cmp -s full/reports.csv before/reports.csv || fail "a full disk: the reports are others"
  empty_merged full || fail "a full disk: half of the merged tables"
  [ "$(cat more.code)" = 0 ] || fail "after more room: $(cat more.err)"
  same_merged more whole || fail "after more room: other tables than those of a whole merging"
else
  echo "not tested: a full disk (this system lets nobody mount a tmpfs)"
fi

[ $failures = 0 ] && echo "all as expected"
exit $((failures > 0))
