#!/usr/bin/env python3
"""What several reports tell of one matter: whether merging finds the same thing, its history and its contradictions.

    python3 cases/sagas.py --program RAPPORTEUR [--show] [--base-lexicon DIR] [--floor NAME=VALUE ...] cases/sagas/*/

A saga is a folder with articles.jsonl and expected.tsv (cases/README.md). Its articles become a record of their own, which is
merged; the tables are read as `export --format csv` writes them.

located     lines whose words overlap those of an item of the line's report and kind
same        of two located lines of one kind in two reports: one merged item where the label is one (pairwise)
steps       lines with a step: the label's merged item (that of most of its lines) has it from this report; precision: its
            steps from reports with lines, that are of these lines, or were before and are told again
days        of the steps found where the line gives a day: on that day
who         of the steps found where the line gives somebody: of them
differs     lines with field=value: the same field is told as a disagreement, with that value, by that report, or as a
            change in the history (talks that move); precision: disagreements of merged items with lines (an item and
            field each) for which a line says so

A floor's name is the first column, then the kind ("same.talks"), then .recall or .precision; without these F1.
"""
import argparse
import collections
import csv
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = ['actor', 'event', 'position', 'talks', 'agreement', 'dispute']
STEPPED = ['talks', 'agreement', 'position']
# Evidence that names an item; of others (who, where, when) many share the words.
NAMING = {'event': {'trigger'}, 'talks': {'trigger'}, 'agreement': {'trigger', 'mention', 'name', 'kept'},
          'position': {'proposition', 'trigger', 'cue'}, 'dispute': {'subject', 'holds', 'trigger'}}


def run(program, *arguments):
    subprocess.run([program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def tables_of(program, articles, lexicon):
    """{table: rows} of a merged record of the articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = ['--base-lexicon', lexicon] if lexicon else []
        run(program, 'add', '-j', 1, '--record', folder / 'r.duckdb', *base, articles)
        run(program, 'merge', '--record', folder / 'r.duckdb', *base)
        run(program, 'export', '--record', folder / 'r.duckdb', '--format', 'csv', '-o', folder / 'tables')
        csv.field_size_limit(10 ** 8)
        tables = {}
        for path in (folder / 'tables').glob('*.csv'):
            with open(path, encoding='utf-8', newline='') as table:
                tables[path.stem] = list(csv.DictReader(table))
        return tables


class Saga:
    def __init__(self, folder, program, lexicon):
        self.name = folder.name
        with open(folder / 'articles.jsonl', encoding='utf-8') as given:
            self.texts = [json.loads(line)['text'] for line in given]
        with open(folder / 'expected.tsv', encoding='utf-8', newline='') as given:
            self.lines = list(csv.DictReader(given, delimiter='\t', quoting=csv.QUOTE_NONE))
        for line in self.lines:
            line['report'] = int(line['report'])
            if line['kind'] not in KINDS or self.texts[line['report'] - 1].count(line['words']) != 1:
                raise SystemExit(f"{folder}: found line {line['label']} {line['report']} \"{line['words']}\", expected a kind "
                                 "and words that are in the report's text once")
        self.tables = tables_of(program, folder / 'articles.jsonl', lexicon)
        reports = sorted(self.tables['reports'], key=lambda row: int(row['report']))
        if [row['text'] for row in reports] != self.texts:
            raise SystemExit(f'{folder}: found other reports in the record than articles.jsonl has')
        self.merged = {(int(row['report']), int(row['item'])): int(row['merged']) for row in self.tables['merged_mentions']}
        self.spans = self.read_spans()
        for line in self.lines:
            line['item'] = self.locate(line)
            line['merged'] = self.merged.get((line['report'], line['item']))
        votes = collections.defaultdict(collections.Counter)
        for line in self.lines:
            if line['merged']:
                votes[line['label']][line['merged']] += 1
        self.main = {label: min(count, key=lambda merged: (-count[merged], merged)) for label, count in votes.items()}

    def read_spans(self):
        """{(report, kind): [(item, weight, start, end)]}: where each item is named; of weight 2 where its telling words stand."""
        spans = collections.defaultdict(list)

        def add(row, kind, weight, prefix=''):
            if row[prefix + 'start_char'] != '':
                start, end = int(row[prefix + 'start_char']), int(row[prefix + 'end_char'])
                spans[int(row['report']), kind].append((int(row['item']), weight, start, end))
        for row in self.tables['evidence']:
            if row['kind'] in NAMING and row['role'] in NAMING[row['kind']]:
                add(row, row['kind'], 2 if int(row['n']) == 1 or row['role'] == 'trigger' else 1)
        for row in self.tables['actor_mentions']:
            add(row, 'actor', 2)
        for row in self.tables['positions']:
            add(row, 'position', 2, 'proposition_')
        for row in self.tables['disputes']:
            add(row, 'dispute', 2, 'subject_')
        for row in self.tables['dispute_sides']:
            add(row, 'dispute', 1, 'holds_')
        return spans

    def locate(self, line):
        """The item of the line's words: that with most of them in words that tell it; none: 0."""
        start = self.texts[line['report'] - 1].index(line['words'])
        end = start + len(line['words'])
        best = (0, 0, 0)
        for item, weight, begin, stop in self.spans[line['report'], line['kind']]:
            shared = min(end, stop) - max(start, begin)
            # Of two that stand there the one whose words are all within the line's.
            if shared > 0:
                best = max(best, (weight, shared / (stop - begin) + shared / (end - start), -item))
        return -best[2]

    def history(self):
        rows = collections.defaultdict(list)
        for row in self.tables['merged_history']:
            rows[int(row['merged'])].append(row)
        return rows


def words_of(text):
    return set(re.findall(r'\w+', text.lower())) - {'the', 'of', 'a', 'an'}


def same_name(asked, found):
    return bool(words_of(asked) & words_of(found))


def count_same(saga, counts, show):
    for a, b in itertools.combinations(saga.lines, 2):
        if a['kind'] != b['kind'] or a['report'] == b['report'] or not a['merged'] or not b['merged']:
            continue
        same, found = a['label'] == b['label'], a['merged'] == b['merged']
        count = counts['same', a['kind']]
        count['right'] += same and found
        count['asked'] += same
        count['items'] += found
        if show and same != found:
            print('apart' if same else 'joined', saga.name, a['label'], b['label'], f"{a['report']} \"{a['words']}\"",
                  f"{b['report']} \"{b['words']}\"", sep='\t')


def count_steps(saga, counts, show):
    history = saga.history()
    expected = collections.defaultdict(set)  # (label, report): steps
    for line in saga.lines:
        if line['kind'] in STEPPED:
            expected[line['label'], line['report']].add(line['step'])
    for line in saga.lines:
        if not line['step']:
            continue
        rows = [row for row in history[saga.main.get(line['label'])]
                if int(row['report']) == line['report'] and row['step'] == line['step']]
        count = counts['steps', line['kind']]
        count['asked'] += 1
        count['right_asked'] += bool(rows)
        if show and not rows:
            told = [row['step'] for row in history[saga.main.get(line['label'])] if int(row['report']) == line['report']]
            print('no step', saga.name, line['label'], f"{line['report']} \"{line['words']}\"", line['step'], line['who'],
                  'unlocated' if not line['merged'] else 'elsewhere' if line['merged'] != saga.main[line['label']] else
                  'has ' + ','.join(told), sep='\t')
        if rows and line['day']:
            right = any(row['day'] == line['day'] for row in rows)
            counts['days', line['kind']]['asked'] += 1
            counts['days', line['kind']]['right_asked'] += right
            if show and not right:
                print('day', saga.name, line['label'], line['report'], line['step'], line['day'], rows[0]['day'], sep='\t')
        if rows and line['who']:
            right = any(same_name(line['who'], row['who']) for row in rows)
            counts['who', line['kind']]['asked'] += 1
            counts['who', line['kind']]['right_asked'] += right
            if show and not right:
                print('who', saga.name, line['label'], line['report'], line['step'], line['who'], rows[0]['who'], sep='\t')
    for label, merged in saga.main.items():
        for row in history[merged]:
            report = int(row['report'])
            if (label, report) not in expected:
                continue
            kind = next(line['kind'] for line in saga.lines if line['label'] == label)
            told = set().union(*(steps for (other, at), steps in expected.items() if other == label and at <= report))
            right = row['step'] in expected[label, report] or (row['changed'] == '0' and row['step'] in told)
            counts['steps', kind]['items'] += 1
            counts['steps', kind]['right_items'] += right
            if show and not right:
                print('extra step', saga.name, label, report, row['step'], row['who'], row['day'], sep='\t')


def same_value(asked, found):
    if asked == 'denied':
        return found in ('negated', 'denied')
    return same_name(asked, found)


def count_differs(saga, counts, show):
    told = collections.defaultdict(list)
    for row in saga.tables['merged_disagreements']:
        told[int(row['merged']), row['field']].append(row)
    moved = [(int(row['merged']), int(row['report']), row['field'], row['value']) for row in saga.tables['merged_history']]
    fields = collections.defaultdict(set)
    for line in saga.lines:
        for pair in filter(None, line['differs'].split('; ')):
            field, _, value = pair.partition('=')
            fields[saga.main.get(line['label'])].add(field)
            right = any(int(row['report']) == line['report'] and same_value(value, row['value'])
                        for row in told[saga.main.get(line['label']), field])
            right = right or (saga.main.get(line['label']), line['report'], field, value) in moved
            count = counts['differs', line['kind']]
            count['asked'] += 1
            count['right_asked'] += right
            if show and not right:
                print('no difference', saga.name, line['label'], f"{line['report']} \"{line['words']}\"", pair,
                      '' if line['merged'] else 'unlocated', sep='\t')
    kind_of = {saga.main[line['label']]: line['kind'] for line in saga.lines if line['label'] in saga.main}
    for (merged, field), rows in told.items():
        if merged in kind_of and rows:
            counts['differs', kind_of[merged]]['items'] += 1
            counts['differs', kind_of[merged]]['right_items'] += field in fields[merged]
            if show and field not in fields[merged]:
                values = '; '.join(f"{row['report']}: {row['value']}" for row in rows)
                print('extra difference', saga.name, kind_of[merged], field, values, sep='\t')


def measure(count):
    recall = (count['right'] + count['right_asked']) / count['asked'] if count['asked'] else None
    precision = (count['right'] + count['right_items']) / count['items'] if count['items'] else None
    both = None if recall is None or precision is None else 2 * recall * precision / max(1e-9, recall + precision)
    return {'recall': recall, 'precision': precision, 'f1': both}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('sagas', nargs='+', type=pathlib.Path)
    parser.add_argument('--program', required=True)
    parser.add_argument('--base-lexicon')
    parser.add_argument('--show', action='store_true', help='what is missed and what is wrong')
    parser.add_argument('--floor', action='append', default=[], metavar='NAME=VALUE')
    options = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    for folder in sorted(options.sagas):
        saga = Saga(folder, options.program, options.base_lexicon)
        for line in saga.lines:
            counts['located', line['kind']]['asked'] += 1
            counts['located', line['kind']]['right_asked'] += line['merged'] is not None
            if options.show and line['merged'] is None:
                print('unlocated', saga.name, line['label'], f"{line['report']} \"{line['words']}\"", sep='\t')
        count_same(saga, counts, options.show)
        count_steps(saga, counts, options.show)
        count_differs(saga, counts, options.show)
    for (what, _), count in list(counts.items()):
        counts[what, 'all'].update(count)
    figures = {}
    print('what', 'kind', 'asked', 'recall', 'items', 'precision', 'F1', sep='\t')
    for what in ['located', 'same', 'steps', 'days', 'who', 'differs']:
        for kind in KINDS + ['all']:
            count = counts.get((what, kind))
            if not count:
                continue
            figure = measure(count)
            name = what if kind == 'all' else f'{what}.{kind}'
            figures.update({f'{name}.recall': figure['recall'], f'{name}.precision': figure['precision'], name: figure['f1']})
            shown = {key: '' if value is None else f'{value:.3f}' for key, value in figure.items()}
            print(what, kind, count['asked'], shown['recall'], count['items'] or '', shown['precision'], shown['f1'], sep='\t')
    low = 0
    for floor in options.floor:
        name, _, value = floor.partition('=')
        if figures.get(name) is None or figures[name] < float(value):
            print(f'{name}: found {figures.get(name)}, expected {value} at least', file=sys.stderr)
            low = 1
    return low


if __name__ == '__main__':
    sys.exit(main())
