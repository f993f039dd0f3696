#!/bin/bash
# What `rapporteur query` and `rapporteur timeline` do on the command line, over the repository's sagas (invented states
# and people, reports of several publishers). Usage: query.sh PROGRAM
set -u
program=$(realpath "$1")
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# expect CODE "regex of standard error, or none" "regex of standard output, or any, or nothing" arguments…
expect() {
  local code=$1 pattern=$2 output=$3 got
  shift 3
  "$program" "$@" >"$work/out" 2>"$work/err"
  got=$?
  [ $got = "$code" ] || fail "$*: exit code $got, expected $code; $(cat "$work/err")"
  if [ "$pattern" = none ]; then
    [ -s "$work/err" ] && fail "$*: standard error is not empty: $(cat "$work/err")"
  else
    grep -qE -- "$pattern" "$work/err" || fail "$*: standard error lacks $pattern; it is: $(cat "$work/err")"
  fi
  case $output in
    any) ;;
    nothing) [ -s "$work/out" ] && fail "$*: printed $(head -3 "$work/out"), expected nothing" ;;
    *) grep -qE -- "$output" "$work/out" || fail "$*: printed no $output; but: $(head -3 "$work/out")" ;;
  esac
}

record=$work/sagas.duckdb
expect 0 none '42 added' add --record "$record" cases/sagas/*/articles.jsonl

# Not merged: a note, and each report's items.
expect 0 'is not merged since the last adding' any query --record "$record" --kind talks --format jsonl
before=$(wc -l <"$work/out")
expect 0 none 'talks' merge --record "$record"
expect 0 none any query --record "$record" --kind talks --format jsonl
after=$(wc -l <"$work/out")
[ "$after" -gt 5 ] && [ "$after" -lt "$before" ] || fail "talks: $before before merging, $after after it"

# Filters narrow: every row has what was asked for; all rows are those of the parts.
query=(query --record "$record")
expect 0 none any "${query[@]}" --kind event --type ASSAULT,COERCE --format csv
[ "$(sed 1d "$work/out" | cut -d, -f2 | sort -u | tr '\n' ' ')" = "ASSAULT COERCE " ] || fail "types: $(cut -d, -f2 "$work/out" | sort -u)"
expect 0 none any "${query[@]}" --since 2031-03 --until 2031-03-31 --kind event,statement --format csv
sed 1d "$work/out" | awk -F, '$5 > "2031-03-31" || $6 < "2031-03-01" { bad = 1 } END { exit bad || NR < 5 }' ||
  fail "a period: $(cut -d, -f5,6 "$work/out" | sort -u | head -3)"
expect 0 none any "${query[@]}" --status future --format csv
sed 1d "$work/out" | awk -F, '$4 != "future" { bad = 1 } END { exit bad || NR < 3 }' || fail "a status"
expect 0 none 'Tesmark' "${query[@]}" --pair Tesmark,Quorra --kind talks --format jsonl
expect 0 none any "${query[@]}" --text '"Ishel river"' --format jsonl
grep -q . "$work/out" || fail 'nothing found for "Ishel river"'
grep -vi 'ishel river' "$work/out" | grep -q '"kind":"event"' && fail "an event whose sentence lacks the words"
expect 0 none 'truce' "${query[@]}" --agreement truce --format jsonl
expect 0 none any "${query[@]}" --actor Lindqvar --by Lindqvar --limit 3 --format jsonl
[ "$(wc -l <"$work/out")" = 3 ] || fail "a limit of 3 gave $(wc -l <"$work/out")"
expect 0 none any "${query[@]}" --publishers 2 --kind event --mentions --format csv
sed 1d "$work/out" | awk 'END { exit NR < 2 }' || fail "mentions of what several tell: $(cat "$work/out")"

# Values are values: nothing in them is SQL, and no record is changed.
for value in "' OR 1=1 --" "x'; DROP TABLE events; --" '%' '"' "\\" "O'Brien" '((('; do
  for filter in --actor --by --to --place --agreement --text; do
    "$program" "${query[@]}" "$filter" "$value" --format jsonl >"$work/out" 2>"$work/err" || fail "$filter $value: $(cat "$work/err")"
    [ -s "$work/out" ] && fail "$filter $value: found $(head -1 "$work/out")"
  done
done
expect 0 none '^event,[1-9]' "${query[@]}" --count kind --format csv

# The same question gives the same bytes.
expect 0 none any "${query[@]}" --mentions --format jsonl
cp "$work/out" "$work/first"
expect 0 none any "${query[@]}" --mentions --format jsonl
cmp -s "$work/first" "$work/out" || fail "the same question gave other bytes"
python3 - "$work/first" <<'PYTHON' || fail "JSON Lines do not parse"
import json, sys
keys = set()
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    keys.add(tuple(row))
    assert "\t" not in line and row["kind"] and row["report"].startswith("rp-") and row["item"], row
assert len(keys) == 1, keys
PYTHON
expect 0 none any "${query[@]}" --format csv -o "$work/all.csv"
python3 - "$work/all.csv" <<'PYTHON' || fail "CSV does not parse"
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
assert len(rows) > 100 and {len(row) for row in rows} == {21}, {len(row) for row in rows}
assert not any(c in cell for row in rows for cell in row for c in "\t\n\r")
PYTHON

# A day's worth of counting; SQL.
expect 0 none '^2031-03,[0-9]+$' "${query[@]}" --kind event --count month --format csv
expect 0 none 'n +words' "${query[@]}" --sql "SELECT 1 AS n, 'ü' AS words"
expect 0 none '^\{"type":"[A-Z]+","n":[0-9]+\}$' "${query[@]}" --format jsonl \
  --sql 'SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY type; -- and done'
expect 2 'Table with name evnts does not exist.*docs/store.md' nothing "${query[@]}" --sql 'SELECT * FROM evnts'
expect 2 'read-only' nothing "${query[@]}" --sql 'DELETE FROM events'
expect 2 'found with filters' nothing "${query[@]}" --sql 'SELECT 1' --kind event
expect 0 none '^[1-9]' "${query[@]}" --format csv --sql 'SELECT count(*) FROM events'

# Day by day.
timeline=(timeline --record "$record")
expect 0 none '^2029-10-28 agreed ' "${timeline[@]}" --kind agreement
expect 0 none '^## 2029-10-28$' "${timeline[@]}" --kind agreement --format markdown
expect 0 none '\]\(https://example.org/' "${timeline[@]}" --kind agreement --format markdown
expect 0 none any "${timeline[@]}" --format csv
sed 1d "$work/out" | cut -d, -f1 | grep . >"$work/days"
sort -c "$work/days" || fail "the timeline is not in the order of days"
[ "$(wc -l <"$work/days")" -gt 50 ] || fail "the timeline has $(wc -l <"$work/days") lines"
expect 0 'found nobody called "Nobody Atall"' nothing "${timeline[@]}" --actor 'Nobody Atall'

# Wrong use.
expect 2 'found "events", expected one of actor, event' nothing "${query[@]}" --kind events
expect 2 'found "2031-02-30", expected a day' nothing "${query[@]}" --since 2031-02-30
expect 2 'not before --since' nothing "${query[@]}" --since 2031 --until 2030
expect 2 'found "WAR", expected a word of one kind' nothing "${query[@]}" --type WAR
expect 2 'expected two names' nothing "${query[@]}" --pair Tesmark
expect 2 'found nothing, expected a name' nothing "${query[@]}" --actor ''
expect 2 'not in' nothing "${query[@]}" --format xml
expect 2 'not in' nothing "${query[@]}" --count publisher
expect 2 'required' nothing query
expect 3 'found no record' nothing query --record "$work/none.duckdb"
expect 3 'another kind of file' nothing timeline --record "$root/README.md"
expect 4 'cannot|No such|not' nothing "${query[@]}" -o "$work/none/out.csv"

[ $failures = 0 ] && echo "query and timeline: all as expected"
exit $((failures > 0))
