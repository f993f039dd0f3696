#!/usr/bin/env python3
"""Measures the contexts of events on cases/contexts.tsv: one sentence, one event, the contexts it must and may have.

    python3 cases/contexts.py --program RAPPORTEUR [--half tune|report|all] [--show]

A context that must be found and is counts for recall and precision; one that neither must nor may be found counts
against precision. A sentence whose event is not found counts its contexts as missed. Sentences of the report half are never shown.
"""
import argparse
import collections
import pathlib

from sentence_sets import in_half, read_each


def names(cell):
    return set() if cell == '-' else set(cell.split('|'))


def load(path, half):
    rows = {}
    for line in path.read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            sentence, trigger, must, may = line.split('\t')
            if in_half(sentence, half):
                rows[sentence] = (trigger, names(must), names(may))
    return rows


def event_of(items, trigger):
    """The first event whose trigger holds the word."""
    found = [item for item in items if item['kind'] == 'event' and any(
        e['role'] == 'trigger' and trigger in e['text'].lower() for e in item['evidence'])]
    return found[0] if found else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    rows = load(pathlib.Path(__file__).with_name('contexts.tsv'), options.half)
    records = read_each(options.program, {sentence: sentence for sentence in rows})
    count = collections.Counter()
    for sentence, (trigger, must, may) in rows.items():
        event = event_of(records[sentence], trigger)
        found = set(event['contexts']) if event else set()
        count['right'] += len(found & must)
        count['missed'] += len(must - found)
        count['wrong'] += len(found - must - may)
        count['no event'] += event is None
        count['exact'] += not (must - found or found - must - may)
        if options.show and (must - found or found - must - may):
            print(f'{sentence}\n    {"no event" if event is None else event["type"]}'
                  f'  missed {sorted(must - found)}  wrong {sorted(found - must - may)}')
    precision = count['right'] / max(1, count['right'] + count['wrong'])
    recall = count['right'] / max(1, count['right'] + count['missed'])
    print(f'sentences {len(rows)} ({count["no event"]} without the event)  all right {count["exact"]}  '
          f'P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}')


if __name__ == '__main__':
    main()
