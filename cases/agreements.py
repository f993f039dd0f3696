#!/usr/bin/env python3
"""Measures agreements on the short texts of agreements.tsv, each read as a report of its own.

    python3 cases/agreements.py --program RAPPORTEUR [--half tune|report|all] [--show PART] [--floor F]

Of a text the agreement is taken that has most of what is asked. Each part is counted apart: found (the agreement at all), name, parties,
date, terms (words: at least half of all that both have), obligor and type (of the terms found), consequences, kept, calls. Precision is
given where too much can be read: agreements, parties and terms. --show prints what is missed or too much of the tuning half.
"""
import argparse
import collections
import csv
import pathlib
import re
import sys

from sentence_sets import in_half, read_each

PARTS = ('found', 'name', 'parties', 'date', 'terms', 'obligor', 'type', 'consequences', 'kept', 'calls')
SHARE = 0.5


def rows():
    with open(pathlib.Path(__file__).with_name('agreements.tsv'), encoding='utf-8', newline='') as table:
        kept = (line for line in table if not line.startswith('#'))
        found = list(csv.DictReader(kept, delimiter='\t', quoting=csv.QUOTE_NONE))
    for row in found:
        row['text'] = row['text'].replace('\\n', '\n')
    return found


def members(cell):
    return cell.split(' | ') if cell else []



def span_words(text, start, end):
    return {m.start() for m in re.finditer(r'\w+', text) if start <= m.start() < end}


def same(text, start, end, asked):
    at = text.index(asked)
    ours, theirs = span_words(text, start, end), span_words(text, at, at + len(asked))
    return len(ours & theirs) >= SHARE * len(ours | theirs)


def overlaps(text, span, asked):
    at = text.index(asked)
    return span is not None and span['start'] < at + len(asked) and at < span['end']


class Answer:
    """What one agreement of a record answers to a row."""

    def __init__(self, row, item, items):
        self.row, self.item, self.text = row, item, row['text']
        self.ids = {other['id']: other for other in items}
        self.got, self.misses, self.extra = collections.Counter(), [], []
        self.found()

    def called(self, ref, expression):
        if not ref:
            return False
        actor = self.ids.get(ref.get('actor')) or {}
        names = [ref.get('text') or '', ref.get('code') or '', actor.get('name', ''), *actor.get('aliases', [])]
        return any(re.search(expression, name, re.IGNORECASE) for name in names)

    def count(self, part, right, miss):
        self.got[part] += bool(right)
        if not right:
            self.misses.append((part, miss))

    def found(self):
        row, item = self.row, self.item
        if row['name']:
            names = [item['name'] or '', *item['aliases']]
            self.count('name', any(re.search(row['name'], name) for name in names), f'{row["name"]}: {names}')
        free = sorted(item['parties'], key=lambda ref: -len(ref.get('text') or ''))
        for asked in members(row['parties']):
            by_words = [ref for ref in free if re.search(asked, ref.get('text') or '', re.IGNORECASE)]
            hit = next((ref for ref in by_words + free if self.called(ref, asked)), None)
            self.count('parties', hit, asked)
            free = [ref for ref in free if ref is not hit]
        self.extra += [('parties', ref.get('text')) for ref in free if row['parties']]
        if row['date']:
            date = item['date'] or {}
            self.count('date', (date.get('from') or '').startswith(row['date']), f'{row["date"]}: {date.get("from")}')
        self.terms()
        for asked in members(row['consequences']):
            condition, consequence = asked.split(' => ')
            self.count('consequences', any(overlaps(self.text, one['condition'], condition) and overlaps(self.text, one['consequence'], consequence)
                                           for one in item['consequences']), asked)
        for asked in members(row['kept']):
            who, verdict = asked.rsplit(' ', 1)
            self.count('kept', any(one['verdict'] == verdict and (who == '-' or self.called(one['who'], who)) for one in item['kept']), asked)
        if row['calls']:
            events = [self.ids[call] for call in item['calls'] if call in self.ids]
            self.count('calls', any(self.called(ref, row['calls']) for event in events for ref in event['actors'] + event['asserted_by']), row['calls'])

    def terms(self):
        free = list(self.item['terms'])
        for asked in members(self.row['terms']):
            words_asked, obligor, types = asked.split(' > ')
            hit = next((term for term in free if same(self.text, term['start'], term['end'], words_asked)), None)
            self.count('terms', hit, words_asked)
            if not hit:
                continue
            free.remove(hit)
            if obligor != '-':
                self.count('obligor', self.called(hit['obligor'], obligor), f'{words_asked}: {obligor}, ours {(hit["obligor"] or {}).get("text")}')
            self.count('type', hit['type'] in types.split(','), f'{words_asked}: {types}, ours {hit["type"]}')
        self.extra += [('terms', term['text']) for term in free]


def asked_of(row):
    terms = [term.split(' > ') for term in members(row['terms'])]
    return collections.Counter(found=int(row['count']), name=bool(row['name']), parties=len(members(row['parties'])), date=bool(row['date']),
                               terms=len(terms), obligor=sum(t[1] != '-' for t in terms), type=len(terms),
                               consequences=len(members(row['consequences'])), kept=len(members(row['kept'])), calls=bool(row['calls']))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', metavar='PART', help='misses of a part, or extra; of the tuning half')
    parser.add_argument('--floor', type=float, default=0, help='fail when less of all that is asked is found')
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    asked, got, extra, given = (collections.Counter() for _ in range(4))
    table = [row for row in rows() if in_half(row['id'], options.half)]
    records = read_each(options.program, {row['id']: row['text'] for row in table}, {row['id']: row['published'] for row in table})
    for row in table:
        items = records[row['id']]
        answers = [Answer(row, item, items) for item in items if item['kind'] == 'agreement']
        asked += asked_of(row)
        given['found'] += len(answers)
        shown = []
        if answers and int(row['count']):
            best = max(answers, key=lambda a: sum(a.got.values()))
            got += best.got
            got['found'] += 1
            extra.update(part for part, _ in best.extra)
            given['parties'] += best.got['parties'] + sum(part == 'parties' for part, _ in best.extra)
            given['terms'] += best.got['terms'] + sum(part == 'terms' for part, _ in best.extra)
            shown = best.misses + [('extra', f'{part}: {what}') for part, what in best.extra]
        elif int(row['count']):
            shown = [('found', 'none')]
        if len(answers) > int(row['count']):
            extra['found'] += len(answers) - int(row['count'])
            shown.append(('extra', f'agreements: {[a.item["evidence"][0]["text"] for a in answers]}'))
        if options.show:
            lines = [f'    {part}: {what}' for part, what in shown if options.show in (part, 'all')]
            if lines:
                print('\n'.join([f'{row["id"]} {row["text"]}', *lines]))
    for part in PARTS:
        line = f'{part:13} {got[part]:4} of {asked[part]:4} {got[part] / max(1, asked[part]):6.3f}'
        if part in ('found', 'parties', 'terms'):
            line += f'   precision {1 - extra[part] / max(1, given[part]):6.3f} ({extra[part]} of {given[part]} too much)'
        print(line)
    share = sum(got.values()) / max(1, sum(asked.values()))
    print(f'{options.half}: {len(table)} texts, {share:.3f} of all that is asked')
    if share < options.floor:
        sys.exit(f'{share:.3f} is found, at least {options.floor} was expected')


if __name__ == '__main__':
    main()
