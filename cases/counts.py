#!/usr/bin/env python3
"""Measures counts of events on the sentences of counts.tsv, each read as a report of its own.

    python3 cases/counts.py --program RAPPORTEUR [--misses] [--floor LINES]

A count is right when the event of the line's type at its trigger's words has it as the line says, letter case apart; a line is
right when all that it asks is. A line without such an event counts as wrong in all that it asks a number for.
"""
import argparse
import csv
import pathlib
import re
import sys

from sentence_sets import read_each

KEYS = ('killed', 'injured', 'arrested', 'size')


def lines():
    with open(pathlib.Path(__file__).parent / 'counts.tsv', encoding='utf-8', newline='') as table:
        kept = (line for line in table if not line.startswith('#'))
        return list(csv.DictReader(kept, delimiter='\t', quoting=csv.QUOTE_NONE))


def event_of(line, items):
    places = [match.span() for match in re.finditer(line['trigger'], line['text'])]
    for item in items:
        if item['kind'] == 'event' and item['type'] == line['type'] and any(
                words['role'] == 'trigger' and words['start'] < end and start < words['end']
                for words in item['evidence'] for start, end in places):
            return item
    return None


def faults(line, event):
    asked = {key: '' if line[key] == '-' else line[key] for key in KEYS if line[key]}
    said = {key: (event['counts'][key] or '') if event else '' for key in KEYS}
    return {key: said[key] for key, want in asked.items() if said[key].lower() != want.lower()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--misses', action='store_true')
    parser.add_argument('--floor', type=int, default=0, help='fail when fewer lines are right')
    options = parser.parse_args()
    table = lines()
    records = read_each(options.program, {number: line['text'] for number, line in enumerate(table)})
    right = found = asked = given = 0
    for number, line in enumerate(table):
        event = event_of(line, records[number])
        wrong = faults(line, event)
        right += not wrong
        wanted = [key for key in KEYS if line[key] not in ('', '-')]
        asked += len(wanted)
        found += sum(key not in wrong for key in wanted)
        given += sum(bool(event and event['counts'][key]) for key in KEYS if line[key])
        if wrong and options.misses:
            print(f"{line['text']}\n    {line['type']} {'found' if event else 'NOT FOUND'}: "
                  + ', '.join(f'{key} {line[key]!r}, ours {said!r}' for key, said in wrong.items()))
    print(f'lines {right} of {len(table)} right  numbers: recall {found / asked:.3f} ({found} of {asked})  precision {found / max(given, 1):.3f} (of {given})')
    if right < options.floor:
        sys.exit(f'{right} lines are right, at least {options.floor} were expected')


if __name__ == '__main__':
    main()
