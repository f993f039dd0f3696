#!/bin/bash
# What the program does on the command line: exit codes, messages, files. Usage: command_line.sh PROGRAM
set -u
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# expect CODE "regex that standard error must match, or none when it must be empty" arguments…   (standard output lies in $work/out)
expect() {
  local code=$1 pattern=$2 got
  shift 2
  "$program" "$@" >"$work/out" 2>"$work/err"
  got=$?
  [ $got = "$code" ] || fail "$*: exit code $got, expected $code; $(cat "$work/err")"
  if [ "$pattern" = none ]; then
    [ -s "$work/err" ] && fail "$*: standard error is not empty: $(cat "$work/err")"
    return
  fi
  grep -qE -- "$pattern" "$work/err" || fail "$*: standard error lacks $pattern; it is: $(cat "$work/err")"
}

report=examples/grain_deal.txt
mkdir -p "$work/reports/more" "$work/empty"
head -3 $report >"$work/reports/b.txt"
tail -3 $report >"$work/reports/a.txt"
head -1 $report >"$work/reports/more/c.txt"

# The happy ways.
expect 0 none read --published 2022-07-24 --format jsonl $report
cp "$work/out" "$work/record"
head -1 "$work/record" | grep -q '^{"kind":"report"' || fail "the record does not begin with the report"
expect 0 none read --published 2022-07-24 - <$report
cmp -s "$work/out" "$work/record" || fail "standard input gives another record than the file"
expect 0 none validate "$work/record" $report
expect 0 none read --format text $report
grep -q $'\x1b' "$work/out" && fail "colours though nobody asked"
expect 0 none read --format text --color always $report
grep -q $'\x1b' "$work/out" || fail "no colours though asked for"
expect 0 none explain a1 $report
expect 0 none parse $report
grep -q '^# text = ' "$work/out" || fail "parse gives no CoNLL-U"
expect 0 none --version
expect 0 none read --help

# Many reports: in order, the same whatever -j, into one file or many.
expect 0 none read -j 1 "$work/reports"
cp "$work/out" "$work/one"
expect 0 none read -j 3 "$work/reports"
cmp -s "$work/out" "$work/one" || fail "-j 1 and -j 3 differ"
[ "$(grep -c '"kind":"report"' "$work/one")" = 3 ] || fail "three reports do not give three records"
expect 0 none validate "$work/one" "$work/reports"
expect 0 none read -o "$work/records/" "$work/reports"
(cd "$work/records" && ls a.jsonl b.jsonl more/c.jsonl >/dev/null) || fail "-o DIR/ does not give a file a report"
cat "$work/records/a.jsonl" "$work/records/b.jsonl" "$work/records/more/c.jsonl" | cmp -s - "$work/one" ||
  fail "-o DIR/ gives other records"
expect 0 none read -o "$work/file.jsonl" "$work/reports"
cmp -s "$work/file.jsonl" "$work/one" || fail "-o FILE gives another record"

# Files of many articles: each is a report; bad rows are set aside with their place and the reason, the rest goes on.
cat >"$work/news.jsonl" <<'END'
{"text": "The foreign ministers of France and Germany met in Berlin on Tuesday.", "date": "2019-03-12", "publisher": "The Post"}
{"text": "broken
{"text": "The king of Jordan visited Cairo on Monday.", "date": "2019-03-13"}
END
expect 1 'rapporteur: 2 articles read, 1 set aside in .*/news.out.rejects.jsonl$' read --format jsonl -o "$work/news.out" "$work/news.jsonl"
grep -q '"row":2,"line":2,.*"reason":"no JSON, at byte ' "$work/news.out.rejects.jsonl" || fail "the rejects lack the broken row"
[ "$(grep -c '"kind":"report"' "$work/news.out")" = 2 ] || fail "two articles of three rows do not give two records"
grep -q '"published":"2019-03-12","publisher":"The Post"' "$work/news.out" || fail "the row's day and publisher are not in the record"
expect 0 none validate "$work/news.out" "$work/news.jsonl"
expect 1 '(news.jsonl, row 2: no JSON|2 articles read, 1 set aside; name a file with --rejects)' read "$work/news.jsonl"
cmp -s "$work/out" "$work/news.out" || fail "standard output gives other records than -o FILE"
expect 1 'set aside in' read -j 3 --rejects "$work/bad.jsonl" "$work/news.jsonl"
cmp -s "$work/out" "$work/news.out" || fail "-j 3 gives other records of a file of many articles"
[ "$(wc -l <"$work/bad.jsonl")" = 1 ] || fail "--rejects is not written"
expect 1 'set aside in .*/many/rejects.jsonl' read --format jsonl -o "$work/many/" "$work/news.jsonl"
cat "$work/many/news/000001.jsonl" "$work/many/news/000003.jsonl" | cmp -s - "$work/news.out" || fail "-o DIR/ does not give a file an article"
expect 0 none articles "$work/news.jsonl" --from text
[ "$(wc -l <"$work/out")" = 1 ] || fail "--from text does not take the file as one report"
sed -n 1p "$work/news.jsonl" | gzip >"$work/one.jsonl.gz"
expect 0 none read --format jsonl - <"$work/one.jsonl.gz"
cmp -s "$work/out" "$work/many/news/000001.jsonl" || fail "packed standard input gives another record"
expect 0 none explain e1 "$work/news.jsonl" --row 3
expect 1 'news.jsonl: holds many articles; say which with --row N$' explain e1 "$work/news.jsonl"
printf 'Tale,When\n"Rain fell, and fell.",03/04/2019\n' >"$work/story.csv"
expect 1 'found no column of a usual name for the text; there are: Tale, When; say which with --map text=COLUMN' read "$work/story.csv"
expect 0 none articles --map text=Tale,published=When --date-order dmy "$work/story.csv"
grep -q '"published":"2019-04-03".*"text":"Rain fell, and fell."' "$work/out" || fail "--map and --date-order do not count"
expect 2 'map: found "text", expected FIELD=COLUMN' read --map text "$work/story.csv"
expect 2 'from: no input format .klingon' read --from klingon "$work/story.csv"
printf '%%PDF-1.7' >"$work/report.pdf"
expect 1 'report.pdf: found a PDF; turn it into text first' read "$work/report.pdf"

# Own knowledge: a dictionary's broken line is told, the rest counts, and explain shows the line that decided.
mkdir -p "$work/my lexicon"
printf 'HARLAN_VOSS_ [NORGOV]\nBROKEN [NOR\n' >"$work/my lexicon/own.actors.txt"
echo 'Harlan Voss met the king of Jordan in Amman on Monday.' >"$work/own.txt"
expect 0 'rapporteur: warning: .*/my lexicon/own.actors.txt:2: found "\[NOR", expected \] after the code' \
  read --format jsonl --lexicon "$work/my lexicon" "$work/own.txt"
grep -q '"code":"NOR","sectors":\["GOV"\]' "$work/out" || fail "the dictionary's code is not in the record"
expect 0 '^' explain e1 --lexicon "$work/my lexicon" "$work/own.txt"
grep -q 'own.actors.txt:1 HARLAN_VOSS_ \[NORGOV\]' "$work/out" || fail "explain does not show the dictionary's line"
expect 0 none lexicon check "$work/my lexicon"
grep -q 'own.actors.txt:2: found' "$work/out" || fail "lexicon check does not tell the dictionary's broken line"

# What cannot be read is named; the rest is read.
expect 1 'no/such.txt: found no such file or directory$' read no/such.txt "$work/reports/a.txt"
[ -s "$work/out" ] || fail "one missing file keeps the others from being read"
expect 1 'empty: found no report in the directory, expected files that end in .txt' read "$work/empty"
expect 1 'no item "e999" in this report; its items: a1' explain e999 $report
sed 's/"status":"actual"/"status":"done"/' "$work/record" >"$work/broken"
expect 1 none validate "$work/broken" $report
grep -q 'status: found "done", expected one of actual' "$work/out" || fail "validate does not say what is wrong"
expect 1 none validate "$work/record" "$work/reports/a.txt"

# Command lines that make no sense.
expect 2 '^' read
expect 2 '^' reed $report
expect 2 'published: found "24/07/2022", expected a day as 2015-12-31' read --published 24/07/2022 $report
expect 2 'encoding' read --encoding klingon $report
expect 2 'two reports would be written to' read -o "$work/x/" "$work/reports/a.txt" "$work/reports/a.txt"

# Knowledge that cannot be used.
expect 3 'none.rapm' read --model "$work/none.rapm" $report
head -c 1000 model/english.rapm >"$work/cut.rapm"
expect 3 'cut.rapm' read --model "$work/cut.rapm" $report
expect 3 'no-lexicon' read --lexicon "$work/no-lexicon" $report

# Results that cannot be written.
if [ -e /dev/full ]; then
  expect 4 'No space left on device' read -o /dev/full $report
  "$program" read $report >/dev/full 2>"$work/err"
  [ $? = 4 ] || fail "a full standard output is not exit code 4"
fi
expect 4 'cannot create' read -o "$work/no/folder/x.jsonl" $report
echo old >"$work/kept"
expect 1 'found no such file' read -o "$work/kept" no/such.txt
[ "$(cat "$work/kept")" = old ] || fail "a failed read replaces the output"

# A reader that goes away is no error message.
"$program" read "$work/reports" 2>"$work/err" | head -c 10 >/dev/null
[ -s "$work/err" ] && fail "a broken pipe gives a message: $(cat "$work/err")"

[ $failures = 0 ] && echo "all as expected"
exit $((failures > 0))
