#!/usr/bin/env python3
"""Measures disputes on the texts of disputes.tsv, each read as a report of its own.

    python3 cases/disputes.py --program RAPPORTEUR [--half tune|report|all] [--misses] [--floor RECALL/PRECISION]

A line that tells of a dispute is found when a dispute of the record has both sides and touches the words asked for. A dispute
beyond that one is a false alarm. Halves are by the parity of the md5 of the text; --misses never shows the report half.
"""
import argparse
import csv
import pathlib
import re
import sys

from sentence_sets import in_half, read_each


def lines(half):
    with open(pathlib.Path(__file__).parent / 'disputes.tsv', encoding='utf-8', newline='') as table:
        kept = (line for line in table if not line.startswith('#'))
        rows = list(csv.DictReader(kept, delimiter='\t', quoting=csv.QUOTE_NONE))
    return [row for row in rows if in_half(row['text'], half)]


def names_of(side, actors):
    actor = actors.get(side.get('actor')) or {}
    return [side.get('text') or '', side.get('code') or '', actor.get('name') or '', *(actor.get('aliases') or [])]


def meets(line, dispute, actors):
    sides = [names_of(side, actors) for side in dispute['sides']]
    def among(expression):
        return {i for i, names in enumerate(sides) if any(re.search(expression, name) for name in names)}
    one, other = among(line['one']), among(line['other'])
    apart = any(i != j for i in one for j in other)
    places = [match.span() for match in re.finditer(line['at'], line['text'])]
    return apart and any(words['start'] < end and start < words['end'] for words in dispute['evidence'] for start, end in places)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=('tune', 'report', 'all'), default='tune')
    parser.add_argument('--misses', action='store_true')
    parser.add_argument('--floor', help='RECALL/PRECISION; fail when one is lower')
    options = parser.parse_args()
    table = lines(options.half)
    records = read_each(options.program, {number: line['text'] for number, line in enumerate(table)})
    asked = found = given = 0
    for number, line in enumerate(table):
        items = records[number]
        actors = {item['id']: item for item in items if item['kind'] == 'actor'}
        disputes = [item for item in items if item['kind'] == 'dispute']
        wanted = line['at'] != '-'
        met = wanted and any(meets(line, dispute, actors) for dispute in disputes)
        asked, found, given = asked + wanted, found + met, given + len(disputes)
        if options.misses and (met != wanted or len(disputes) > wanted) and in_half(line['text'], 'tune'):
            print(f"{'missed' if wanted and not met else 'too much'}: {line['text']}")
            for dispute in disputes:
                print('    ' + dispute['by'] + ': ' + ' | '.join(f"{s.get('text')}: {(s.get('holds') or {}).get('text')}" for s in dispute['sides']))
    recall, precision = found / max(asked, 1), found / max(given, 1)
    print(f'disputes {options.half}: recall {recall:.3f} ({found} of {asked})  precision {precision:.3f} (of {given})')
    if options.floor:
        least = [float(part) for part in options.floor.split('/')]
        if recall < least[0] or precision < least[1]:
            sys.exit(f'at least {options.floor} was expected')


if __name__ == '__main__':
    main()
