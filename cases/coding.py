#!/usr/bin/env python3
"""Checks docs/coding.md: every example is coded as the page says, and its table is that of lexicon/scores.tsv and cameo.tsv.

    python3 cases/coding.py --program RAPPORTEUR            prints what differs; exit code 1 when anything does
    python3 cases/coding.py --write                         writes the table into the page anew

An example is a line of the page such as

    - `Talvia's army shelled the port of Selk.` → ASSAULT heavy-weapons · Talvia's army → port · actual

type and mode, then who does it and to whom (words that the role must hold, several apart by +; - for nobody; ? for what the
example is not about), then the status. An example may have several arrows, apart by `;`: each event must be there. `no TYPE`
says that no event of that type is there; `nothing` that there is no event at all.
"""
import argparse
import pathlib
import re
import sys

from sentence_sets import read_each

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'coding.md'
EXAMPLE = re.compile(r'^\s*[-*] `(?P<sentence>[^`]+)` → (?P<events>.+)$')
BEGIN, END = '<!-- table: begin -->', '<!-- table: end -->'


def rows(name):
    lines = (ROOT / 'lexicon' / name).read_text(encoding='utf-8').splitlines()
    cells = [line.split('\t') for line in lines if line and not line.startswith('#')]
    return [dict(zip(cells[0], row)) for row in cells[1:]]


def table():
    goldstein = {row['code']: row for row in rows('cameo.tsv')}
    lines = ['| type | mode | PLOVER mode | quad | score | CAMEO | Goldstein | meaning |', '|---|---|---|---|---|---|---|---|']
    for row in rows('scores.tsv'):
        code = goldstein[row['cameo']]
        lines.append(f"| {row['type']} | {row['mode']} | {row['plover']} | {row['quad']} | {row['score']} | {row['cameo']} | "
                     f"{code['score']} | {row['note']} |")
    return '\n'.join(lines)


def parts_of(page):
    before, rest = page.split(BEGIN)
    inside, after = rest.split(END)
    return before, inside.strip('\n'), after


def examples(page):
    found = {}
    for number, line in enumerate(page.splitlines(), 1):
        match = EXAMPLE.match(line)
        if match:
            found[match['sentence']] = (number, [part.strip() for part in match['events'].split(';')])
    return found


def holds(wanted, refs):
    """Whether each of the wanted words stands in the words of another of the refs; '-' wants none."""
    if wanted == '?':
        return True
    if wanted == '-':
        return not refs
    words = [word.strip().lower() for word in wanted.split('+')]
    texts = [ref.get('text', '').lower() for ref in refs]
    return len(words) == len(texts) and all(any(word in text for text in texts) for word in words)


def says(event):
    sides = [' + '.join(ref.get('text', ref.get('code') or '') for ref in event[side]) or '-' for side in ('actors', 'recipients')]
    mode = f" {event['mode']}" if event['mode'] else ''
    return f"{event['type']}{mode} · {sides[0]} → {sides[1]} · {event['status']}"


def meets(wanted, events):
    if wanted == 'nothing':
        return not events
    if wanted.startswith('no '):
        return all(event['type'] != wanted[3:] for event in events)
    kind, sides, status = (part.strip() for part in wanted.split('·'))
    actor, recipient = (side.strip() for side in sides.split('→'))
    return any(f"{event['type']} {event['mode'] or ''}".strip() == kind and event['status'] == status and
               holds(actor, event['actors']) and holds(recipient, event['recipients']) for event in events)


def check(page, program):
    faults = []
    if parts_of(page)[1] != table():
        faults.append('the table is not that of lexicon/scores.tsv and cameo.tsv; run cases/coding.py --write')
    for row in rows('scores.tsv'):
        if row['type'] not in page:
            faults.append(f"the page says nothing of {row['type']}")
    told = examples(page)
    records = read_each(program, {sentence: sentence for sentence in told}, '2024-03-06')
    for sentence, (number, wanted) in told.items():
        events = [item for item in records[sentence] if item['kind'] == 'event']
        for one in wanted:
            if not meets(one, events):
                faults.append(f'docs/coding.md:{number}: {sentence}\n    wanted {one}\n    found  ' +
                              ('\n           '.join(map(says, events)) or 'no event'))
    return faults, len(told)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program')
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    page = PAGE.read_text(encoding='utf-8')
    if options.write:
        before, _, after = parts_of(page)
        PAGE.write_text(f'{before}{BEGIN}\n{table()}\n{END}{after}', encoding='utf-8')
        return
    if not options.program:
        parser.error('--program is missing')
    faults, count = check(page, options.program)
    print('\n'.join(faults + [f'{count} examples, {len(faults)} faults']))
    sys.exit(1 if faults or count < 100 else 0)


if __name__ == '__main__':
    main()
