#!/bin/bash
# What `rapporteur add` and `rapporteur export` do on the command line, and that nothing is lost when things go wrong:
# kill -9, a full disk, two programs, damage. Usage: store.sh PROGRAM [ROUNDS], each of three kills
set -u
program=$(realpath "$1")
rounds=${2:-7}
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
RANDOM=20261122 # the same moments each time, as far as the machine lets them be the same

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# expect CODE "regex of standard error, or none" "regex of standard output, or any" arguments…
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
  [ "$output" = any ] || grep -qE -- "$output" "$work/out" || fail "$*: printed no $output; but: $(head -3 "$work/out")"
}

reports_in() { grep -c '^{"kind":"report"' "$1"; }
ids_in() { grep -o '^{"kind":"report","id":"rp-[0-9a-f]*' "$1" | cut -d'"' -f8 | sort; }

# Reports: those of the repository, and many short ones that differ.
mkdir -p "$work/real" "$work/many" "$work/empty"
for report in cases/*/report.txt examples/*.txt; do cp "$report" "$work/real/$(echo "$report" | tr / _)"; done
for i in $(seq 1 120); do
  printf 'Envoys of Norvia and Selk met in Ostravil for round %s on Monday.\n\nA spokesman said that the lake should stay open.\n' \
    "$i" >"$work/many/$(printf %03d "$i").txt"
done
real=$(find "$work/real" -name '*.txt' | wc -l)
cd "$work" || exit 1
options="--base-lexicon $root/lexicon --model $root/model/english.rapm"

# The happy ways: what comes out is what `read` writes, byte for byte.
expect 0 none "^$real added, 0 known, 0 replaced, 0 failed; r.duckdb has $real reports\$" add --record r.duckdb $options -j 2 real
expect 0 none any read $options --format jsonl -j 2 -o read.jsonl real
expect 0 none any export --record r.duckdb -o export.jsonl
cmp -s read.jsonl export.jsonl || fail "export gives another record than read"
expect 0 none '"kind":"report"' export --record r.duckdb --format jsonl
cmp -s read.jsonl out || fail "export to standard output gives another record"
expect 0 none "^0 added, $real known, 0 replaced, 0 failed; r.duckdb has $real reports\$" add --record r.duckdb $options real
expect 0 none any export --record r.duckdb -o again.jsonl
cmp -s read.jsonl again.jsonl || fail "adding again changes the record"
expect 0 none "^1 added, 0 known, 0 replaced, 0 failed; folder/record.duckdb has 1 reports\$" add --record folder/ $options real/examples_grain_deal.txt
expect 0 none "^0 added, 1 known, 0 replaced, 0 failed" add --record folder $options real/examples_grain_deal.txt
# Merging: the same each time, nothing of the reports is changed, and adding empties it.
expect 0 none "^$real reports of [0-9]+ sources .*stories\$" merge --record r.duckdb --base-lexicon $root/lexicon
cp out merged
expect 0 none any merge --record r.duckdb --base-lexicon $root/lexicon
cmp -s merged out || fail "merging again gives other counts"
expect 0 none "^rp-.*\$" merge --record r.duckdb --base-lexicon $root/lexicon --list reports
[ "$(wc -l <out)" = "$real" ] || fail "merge --list reports has $(wc -l <out) lines, expected $real"
expect 0 none any export --record r.duckdb -o merged.jsonl
cmp -s read.jsonl merged.jsonl || fail "merging changes the record"
expect 3 "none.duckdb: found no record; make one" any merge --record none.duckdb --base-lexicon $root/lexicon
expect 3 "merging.tsv" any merge --record r.duckdb --base-lexicon $work
# Files of many articles: each is a report, with its own day; what cannot be read is set aside.
cat >news.jsonl <<'END'
{"text": "Envoys of Norvia and Selk met in Ostravil on Monday.", "date": "2019-03-12", "publisher": "The Post"}
{"text": "broken
{"text": "The lake should stay open, the envoy of Selk said.", "date": "2019-03-13"}
END
expect 1 '^rapporteur: 1 articles set aside in n.duckdb.rejects.jsonl$' '^2 added, 0 known, 0 replaced, 1 failed; n.duckdb has 2 reports$' add --record n.duckdb $options -j 2 news.jsonl
expect 1 'set aside' '^0 added, 2 known, 0 replaced, 1 failed' add --record n.duckdb $options news.jsonl
expect 1 '2 articles read, 1 set aside in news.read.rejects.jsonl' any read $options --format jsonl -o news.read news.jsonl
expect 0 none any export --record n.duckdb -o news.export
cmp -s news.read news.export || fail "export gives another record of a file of articles than read"
expect 0 none '"published":"2019-03-12","publisher":"The Post"' export --record n.duckdb
# Another day, publisher or URL is another report; the same words under another title are the same one, read again.
expect 0 none '^1 added, 0 known' add --record folder $options --published 2022-07-24 real/examples_grain_deal.txt
expect 0 none '^0 added, 0 known, 1 replaced, 0 failed; folder/record.duckdb has 2 reports$' add --record folder $options --published 2022-07-24 --title Grain real/examples_grain_deal.txt
expect 0 none '"title":"Grain","published":"2022-07-24"' export --record folder

# A newer lexicon: every report is read again and replaced; the record is what the newer lexicon reads.
mkdir own
printf 'HARLAN_VOSS_ [NORGOV]\n' >own/own.actors.txt
expect 0 none "^0 added, 0 known, $real replaced, 0 failed; r.duckdb has $real reports\$" add --record r.duckdb $options --lexicon own real
expect 0 none any read $options --lexicon own --format jsonl -o newer.jsonl real
expect 0 none any export --record r.duckdb -o export.jsonl
cmp -s newer.jsonl export.jsonl || fail "the record is not what the newer lexicon reads"
cmp -s read.jsonl export.jsonl && fail "the newer lexicon changed nothing"
expect 0 none "^0 added, $real known" add --record r.duckdb $options --lexicon own real

# What cannot be read is named and counted; the rest is added.
expect 1 'no/such.txt: found no such file or directory$' '^0 added, 1 known, 0 replaced, 1 failed' add --record folder $options no/such.txt real/examples_grain_deal.txt
expect 1 'empty: found no report in the directory' '^0 added, 0 known, 0 replaced, 1 failed' add --record folder $options empty
expect 2 'published: found' any add --record folder $options --published yesterday real
expect 2 'record is required' any add real
expect 3 'none.rapm' any add --record new.duckdb --model none.rapm real
[ -e new.duckdb ] && fail "a record is made though nothing can be read"
expect 0 none "^added	rp-[0-9a-f]*	real/cases" add --record confirm.duckdb $options --confirm real
[ "$(grep -c '^added' out)" = "$real" ] || fail "--confirm does not name every report"

# Files that are no record. The whole text of each message stands in src/store/store_test.cc.
expect 3 'none.duckdb: found no record; make one with rapporteur add --record none.duckdb$' any export --record none.duckdb
[ -e none.duckdb ] && fail "export makes a record"
echo "a text" >text.duckdb
expect 3 'text.duckdb: found another kind of file, expected a record that' any add --record text.duckdb $options real
expect 3 'no/folder/x.duckdb: cannot make the record: ' any add --record no/folder/x.duckdb $options real
[ "$(cat text.duckdb)" = "a text" ] || fail "add writes into a file that is no record"
head -c 100000 r.duckdb >cut.duckdb
expect 3 'cut.duckdb: the record is damaged; bring back a copy of it, or add the reports to a new one' any export --record cut.duckdb
if [ -e /dev/full ]; then expect 4 'No space left on device' any export --record r.duckdb -o /dev/full; fi
"$program" export --record r.duckdb 2>err | head -c 10 >/dev/null
[ -s err ] && fail "a broken pipe gives a message: $(cat err)"

# Two programs at one file: the second is told who has it. Any number may read at once.
mkfifo hold
"$program" add --record r.duckdb $options - <hold >held 2>&1 &
holder=$!
exec 9>hold
for _ in $(seq 200); do # until it has the record open
  find /proc/$holder/fd -lname "*/r.duckdb" 2>/dev/null | grep -q . && break
  sleep 0.1
done
expect 3 "r.duckdb: another program has the record open: .*\(PID $holder\); one at a time may, so wait until it ends, or work on a copy of the file\$" any add --record r.duckdb $options real
expect 3 "another program has the record open: .*\(PID $holder\)" any export --record r.duckdb
echo 'Envoys of Norvia and Selk met in Ostravil.' >&9
exec 9>&-
wait $holder || fail "the program that had the record open fails: $(cat held)"
grep -q '^1 added' held || fail "the program that had the record open: $(cat held)"
"$program" export --record r.duckdb -o one.jsonl & "$program" export --record r.duckdb -o two.jsonl
wait $! || fail "two programs cannot read at once"
cmp -s one.jsonl two.jsonl || fail "two programs read different things"

# Two programs that make the same record at once: neither's reports are lost.
for i in 1 2 3 4; do
  rm -f new.duckdb
  "$program" add --record new.duckdb $options --confirm real/examples_grain_deal.txt >first 2>first.err &
  first=$!
  "$program" add --record new.duckdb $options --confirm many/00*.txt >second 2>second.err
  [ $? = 0 ] || grep -q 'another program has the record open' second.err || fail "two at once: $(cat second.err)"
  wait $first || grep -q 'another program has the record open' first.err || fail "two at once: $(cat first.err)"
  "$program" export --record new.duckdb -o both.jsonl
  grep -hoE '^added	rp-[0-9a-f]*' first second | cut -f2 | sort | cmp -s - <(ids_in both.jsonl) || fail "two at once: the record is not what was confirmed"
done

# kill -9 at random moments: what was confirmed is there, the same command goes on, and in the end all is right.
"$program" read $options --format jsonl -j 2 -o whole.jsonl many
began=$(date +%s%N)
"$program" add --record time.duckdb $options -j 2 --batch 5 many >part || fail "add: $(cat part)"
whole_ms=$((($(date +%s%N) - began) / 1000000))
halfway=0
for kill in $(seq "$rounds"); do
  rm -f k.duckdb k.duckdb.wal
  : >confirmed
  for _ in 1 2 3; do # each time it gets further
    "$program" add --record k.duckdb $options -j 2 --batch 5 --confirm many >part 2>err &
    running=$!
    sleep "$(awk "BEGIN { print $RANDOM / 32768 * $whole_ms / 1000 }")"
    kill -9 $running 2>/dev/null
    wait $running 2>/dev/null
    grep -E '^(added|known)	rp-[0-9a-f]{12}	many' part | cut -f2 >>confirmed
    halfway=$((halfway + ($(sort -u confirmed | wc -l) % 120 > 0)))
    if [ -e k.duckdb ]; then
      "$program" export --record k.duckdb -o now.jsonl 2>err || fail "kill $kill: the record does not open: $(cat err)"
      lost=$(sort -u confirmed | comm -23 - <(ids_in now.jsonl) | wc -l)
      [ "$lost" = 0 ] || fail "kill $kill: $lost confirmed reports are lost"
    elif [ -s confirmed ]; then
      fail "kill $kill: the record is gone"
    fi
  done
  "$program" add --record k.duckdb $options -j 2 many >part 2>err || fail "kill $kill: cannot go on: $(cat err)"
  grep -q ' 0 replaced, 0 failed; k.duckdb has 120 reports$' part || fail "kill $kill: in the end: $(cat part)"
  "$program" export --record k.duckdb -o now.jsonl
  cmp -s <(sort now.jsonl) <(sort whole.jsonl) || fail "kill $kill: the record is not what read gives"
done
echo "$halfway of $((rounds * 3)) kills came between the first and the last confirmation"
[ $halfway -ge $((rounds / 2)) ] || fail "too few of the kills came while reports were added"

# A full disk: a file system of its own, too small for all; with more room the same command ends the work.
full() {
  mount -t tmpfs -o size=4m none "$1" || exit 77
  "$2" add --record "$1/r.duckdb" ${*:3} -j 2 --batch 5 --confirm large >full.out 2>full.err
  echo $? >full.code
  "$2" export --record "$1/r.duckdb" -o full.jsonl 2>>full.err || echo broken >full.code
  mount -o remount,size=200m "$1"
  "$2" add --record "$1/r.duckdb" ${*:3} large >more.out 2>more.err
  echo $? >more.code
  "$2" export --record "$1/r.duckdb" -o more.jsonl
}
mkdir disk large
export -f full
for i in $(seq 40); do # larger reports, which fill it
  cp "many/$(printf %03d "$i").txt" large
  for _ in $(seq 6); do cat "$root/examples/grain_deal.txt"; done >>"large/$(printf %03d "$i").txt"
done
if unshare -rm true 2>/dev/null; then
  rm -f full.code
  unshare -rm bash -c 'full "$@"' full disk "$program" $options
  [ "$(cat full.code)" = 4 ] || fail "a full disk: exit code $(cat full.code), expected 4; $(cat full.err)"
  grep -qE 'r.duckdb: the disk is full: what was confirmed is safe, the batch at hand is not in the record; make room and run the same command again \(DuckDB: .*No space left on device' full.err ||
    fail "a full disk: $(cat full.err)"
  grep -oE '^added	rp-[0-9a-f]*' full.out | cut -f2 | sort | comm -23 - <(ids_in full.jsonl) | grep -q . && fail "a full disk: confirmed reports are lost"
  grep -q ' 0 failed; disk/r.duckdb has 40 reports$' more.out || fail "after more room: $(cat more.out more.err)"
  [ "$(reports_in more.jsonl)" = 40 ] || fail "after more room: $(reports_in more.jsonl) reports"
else
  echo "not tested: a full disk (this system lets nobody mount a tmpfs)"
fi

[ $failures = 0 ] && echo "all as expected"
exit $((failures > 0))
