#!/usr/bin/env python3
"""Measures events on PLV, sentences with a marked source and target, with the project's scorer and by cause of the misses.

    python3 cases/plv.py SCORE_DIR/plv.py PLV.jsonl --program RAPPORTEUR [--half tune|report|all] [--show CAUSE|all] [--at N]

Causes: norecip (the type is there with the right actor, the recipient is not), noactor, notype, wrongtype (an event on the
pair, of another type), reversed, split (both roles right, on two events of the type), neither. Sentences are shown from the
tuning half alone. For measuring only.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from sentence_sets import in_half, read_each


def cause_of(scorer, gold, events):
    source, target = scorer.marks(gold['marked'])
    type_of = lambda event: scorer.MERGED.get(event['type'], event['type'])
    acts = lambda event, span: scorer.holds(event['actors'], span)
    takes = lambda event, span: scorer.holds(event['recipients'], span)
    on_pair = lambda event: acts(event, source) and (
        takes(event, target) or not event['recipients'] and len(event['actors']) > 1 and acts(event, target))
    same = [event for event in events if type_of(event) == gold['type']]
    if any(map(on_pair, same)):
        return 'right'
    if not same:
        return 'wrongtype' if any(map(on_pair, events)) else 'notype'
    if any(acts(event, target) and takes(event, source) for event in same):
        return 'reversed'
    actor = any(acts(event, source) for event in same)
    recipient = any(takes(event, target) for event in same)
    return {(True, True): 'split', (True, False): 'norecip', (False, True): 'noactor', (False, False): 'neither'}[actor, recipient]


def show(gold, events):
    print(f"\n{gold['type']}: {gold['marked']}")
    for event in events:
        words = [e['text'] for e in event['evidence'] if e['role'] == 'trigger']
        print('    ours', event['type'], [a['text'] for a in event['actors']], '->', [r['text'] for r in event['recipients']],
              event['status'], words, event['by'])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('scorer')
    parser.add_argument('gold')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', metavar='CAUSE', help='show the sentences missed for this cause (or all), twenty from --at')
    parser.add_argument('--at', type=int, default=0)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    sys.path.insert(0, str(pathlib.Path(options.scorer).parent))
    import plv as scorer

    rows = [json.loads(line) for line in open(options.gold, encoding='utf-8')]
    rows = [row for row in rows if in_half(row['id'], options.half)]
    records = read_each(options.program, {row['id']: row['text'] for row in rows})
    with tempfile.TemporaryDirectory() as folder:
        gold, ours = pathlib.Path(folder, 'gold.jsonl'), pathlib.Path(folder, 'ours.jsonl')
        gold.write_text(''.join(json.dumps(row) + '\n' for row in rows), encoding='utf-8')
        ours.write_text(''.join(json.dumps(item) + '\n' for items in records.values() for item in items), encoding='utf-8')
        print(subprocess.run([sys.executable, options.scorer, gold, ours], text=True, check=True, stdout=subprocess.PIPE).stdout)
    causes, missed = collections.Counter(), []
    for row in rows:
        if None in scorer.marks(row['marked']):
            continue
        events = [item for item in records[row['id']] if item['kind'] == 'event']
        cause = cause_of(scorer, row, events)
        causes[cause] += 1
        if cause != 'right' and options.show in (cause, 'all'):
            missed.append((row, events))
    print('  '.join(f'{cause} {count}' for cause, count in causes.most_common()))
    for row, events in missed[options.at:options.at + 20]:
        show(row, events)


if __name__ == '__main__':
    main()
