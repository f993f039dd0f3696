#!/usr/bin/env python3
"""Measures events on the PLOVER gold standard records with the project's scorer.

    python3 cases/gsr.py SCORE_DIR/plover.py GSR.json --program RAPPORTEUR [--half tune|report|all] [--show] [--per-type]

The gold was coded in 2016, when the United Nations and the European Union had no codes of their own: the tables marked so
read UNO and EUR as IGO, as it does. It has no status: what is threatened, asked for or promised stands in its sentences but
not in its records, so that the tables marked "actual" count only our events that are told as having happened or under way.
Sentences are shown from the tuning half alone. For measuring only.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from sentence_sets import in_half, read_each

OF_2016 = {'UNO': 'IGO', 'EUR': 'IGO'}


def codes(roles, names):
    return [names.get(role['code'], role['code']) for role in roles if role['code']]


def score(options, gold, events, names):
    with tempfile.TemporaryDirectory() as folder:
        wanted, ours = pathlib.Path(folder, 'gold.json'), pathlib.Path(folder, 'ours.jsonl')
        wanted.write_text(json.dumps(gold), encoding='utf-8')
        ours.write_text(''.join(json.dumps({'id': key, 'events': [
            {'type': e['type'], 'source': codes(e['actors'], names), 'target': codes(e['recipients'], names)} for e in found]})
            + '\n' for key, found in events.items()), encoding='utf-8')
        more = ['--per-type'] if options.per_type else []
        return subprocess.run([sys.executable, options.scorer, wanted, ours, *more], text=True, check=True,
                              stdout=subprocess.PIPE).stdout


def show(gold, events):
    of_text = collections.defaultdict(list)
    for row in gold:
        of_text[row.get('text')].append(row)
    for text, rows in of_text.items():
        print(text)
        for row in rows:
            print('    GOLD', row['event'], [a.get('code') for a in row.get('source', [])], '->',
                  [a.get('code') for a in row.get('target', [])], '|', row.get('eventText'))
        for event in events.get(rows[0]['id'], []):
            words = [e['text'] for e in event['evidence'] if e['role'] == 'trigger']
            print('    ours', event['type'], codes(event['actors'], {}), '->', codes(event['recipients'], {}), '|', event['status'],
                  words, event['by'])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('scorer')
    parser.add_argument('gold')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', action='store_true')
    parser.add_argument('--per-type', action='store_true')
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    with open(options.gold, encoding='utf-8') as file:
        gold = [row for row in json.load(file) if in_half(row['id'], options.half)]
    with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
        json.dump(gold, file)
        file.flush()
        listed = subprocess.run([sys.executable, options.scorer, file.name, '--texts'], text=True, check=True,
                                stdout=subprocess.PIPE).stdout
    texts = {row['id']: row['text'] for row in map(json.loads, listed.splitlines())}
    records = read_each(options.program, texts)
    events = {key: [item for item in items if item['kind'] == 'event'] for key, items in records.items()}
    actual = {key: [e for e in found if e['status'] in ('actual', 'ongoing')] for key, found in events.items()}
    for title, coded, names in (('all events', events, {}), ('all events, UNO and EUR read as IGO', events, OF_2016),
                                ('actual', actual, {}), ('actual, UNO and EUR read as IGO', actual, OF_2016)):
        print(f'{title}:')
        print(score(options, gold, coded, names))
    if options.show:
        show(gold, events)


if __name__ == '__main__':
    main()
