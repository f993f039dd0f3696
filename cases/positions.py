#!/usr/bin/env python3
"""Measures positions on the sentences of positions.tsv, each read as a report of its own.

    python3 cases/positions.py --program RAPPORTEUR [--half tune|report|all] [--misses] [--floor RECALL/PRECISION]

A line is found when a position has its holder (by words, code or name), its stance, and words at least half of which are the line's
(counted in words of both). Each position serves one line; one that serves none is a false alarm, unless it only tells a line again.
`--misses` prints what is missed and what is too much; of the report half totals alone are shown.
"""
import argparse
import csv
import pathlib
import re
import sys

from sentence_sets import in_half, read_each


def texts():
    """{text: lines} in the order of the table."""
    with open(pathlib.Path(__file__).parent / 'positions.tsv', encoding='utf-8', newline='') as table:
        kept = (line for line in table if not line.startswith('#'))
        found = {}
        for line in csv.DictReader(kept, delimiter='\t', quoting=csv.QUOTE_NONE):
            if line['holder'] != '-' and line['words'] not in line['text']:
                sys.exit(f"positions.tsv: {line['words']!r} is not in {line['text']!r}")
            found.setdefault(line['text'], []).append(line)
        return found


def said(item, names):
    holder = item['holder']
    return [holder['text'], holder['code'] or '', names.get(holder['actor'], '')]


def same_words(text, words, other):
    """At least half of all the words that the two have."""
    one = [match.start() for match in re.finditer(r'\w+', text) if words[0] <= match.start() < words[1]]
    two = [match.start() for match in re.finditer(r'\w+', text) if other[0] <= match.start() < other[1]]
    return len(set(one) & set(two)) * 2 >= len(set(one) | set(two)) > 0


def meets(text, line, item, names):
    if line['stance'].lstrip('?').split('|').count(item['stance']) == 0:
        return False
    if not any(re.search(line['holder'], words, re.IGNORECASE) for words in said(item, names)):
        return False
    start = text.index(line['words'])
    return same_words(text, (start, start + len(line['words'])), (item['proposition']['start'], item['proposition']['end']))


def is_about(line, item, names):
    words = [item['proposition']['text']]
    words += [names.get(about, about) for about in item['about'] if isinstance(about, str)]
    return any(re.search(line['about'], one) for one in words[1:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', default='tune', choices=('tune', 'report', 'all'))
    parser.add_argument('--misses', action='store_true')
    parser.add_argument('--floor', help='fail under this RECALL/PRECISION')
    options = parser.parse_args()
    table = {text: lines for text, lines in texts().items() if in_half(text, options.half)}
    records = read_each(options.program, {text: text for text in table})
    asked = found = given = right = silent = quiet = about = about_right = 0
    for text, lines in table.items():
        names = {item['id']: ' '.join([item['name'], item['code'] or '', *item['aliases']])
                 for item in records[text] if item['kind'] == 'actor'}
        items = [item for item in records[text] if item['kind'] == 'position']
        given += len(items)
        used = set()
        lines = [line for line in lines if line['holder'] != '-']
        silent += not lines
        quiet += not lines and not items
        for line in sorted(lines, key=lambda line: line['stance'].startswith('?')):
            optional = line['stance'].startswith('?')
            hits = [number for number, item in enumerate(items) if meets(text, line, item, names)]
            asked += not optional
            free = [number for number in hits if number not in used]
            if not optional:
                found += bool(free)
            if free:
                used.update(hits)
                if line['about']:
                    about += 1
                    about_right += is_about(line, items[free[0]], names)
                    if options.misses and options.half != 'report' and not is_about(line, items[free[0]], names):
                        print(f"{text}\n    about {line['about']}: {[names.get(a, a) for a in items[free[0]]['about']]}")
            elif not optional and options.misses and options.half != 'report':
                print(f"{text}\n    missed: {line['holder']} {line['stance']}: {line['words']}")
        right += len(used)
        for number, item in enumerate(items):
            if number not in used and options.misses and options.half != 'report':
                print(f"{text}\n    too much: {item['holder']['text']} {item['stance']}: {item['proposition']['text']}  ({item['by']})")
    recall, precision = found / max(asked, 1), right / max(given, 1)
    print(f'{options.half}: recall {recall:.3f} ({found} of {asked})  precision {precision:.3f} (of {given})  '
          f'without position: {quiet} of {silent} kept quiet  about right: {about_right} of {about}')
    if options.floor:
        low = [float(part) for part in options.floor.split('/')]
        if recall < low[0] or precision < low[1]:
            sys.exit(f'{recall:.3f}/{precision:.3f} is under {options.floor}')


if __name__ == '__main__':
    main()
