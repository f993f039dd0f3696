#!/usr/bin/env python3
"""Measures the status of events on our own sentences (cases/status/sentences.tsv, written before the rules by another hand).

    python3 cases/status.py --program RAPPORTEUR [--half tune|report|all] [--floor FOUND/ALL] [--show MISS|PHENOMENON] [--at N]

Each line asks for the status of the event at a trigger. The event is the one whose trigger words overlap those asked, of the asked type if there is
one, else of any type. With --propositions every trigger that is a predicate is judged, whether or
not it is coded as an event. Printed are how many are found, and what share of the found and of all has the right status. Sentences are
halved by md5 of their id and shown from the tuning half alone. --floor fails when a share is lower: `0.90/0.75`.
"""
import argparse
import collections
import csv
import pathlib
import re
import subprocess
import sys
import tempfile

from sentence_sets import in_half, read_each

SENTENCES = pathlib.Path(__file__).with_name('status') / 'sentences.tsv'
WRITTEN = '2026-11-22'  # the day the sentences were written, which is "now" in them
STATUSES = ['actual', 'ongoing', 'future', 'hypothetical', 'negated', 'historical']


def rows():
    lines = [line for line in SENTENCES.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]
    return list(csv.DictReader(lines, ['id', 'sentence', 'trigger', 'type', 'status', 'phenomenon'], delimiter='\t', quoting=csv.QUOTE_NONE))


def trigger(row):
    """Where the trigger stands in its sentence."""
    words, _, number = row['trigger'].partition('#')
    places = [m.start() for m in re.finditer(r'(?<!\w)' + re.escape(words) + r'(?!\w)', row['sentence'])]
    start = places[int(number or 1) - 1]
    return start, start + len(words)


def find(row, events):
    """The event at the asked trigger; None when there is none."""
    start, end = trigger(row)
    at = [event for event in events
          if any(e['role'] == 'trigger' and e['start'] < end and start < e['end'] for e in event['evidence'])]
    same = [event for event in at if event['type'] == row['type']]
    return next(iter(same or at), None)


def offsets(conllu, text):
    """{(sentence, word): (start, end)} of parsed text, sentences and words from 1."""
    found, sentence, at, until = {}, 0, 0, 0
    for line in conllu.splitlines():
        if line.startswith('# text'):
            sentence += 1
        columns = line.split('\t')
        if len(columns) < 8:
            continue
        first, _, last = columns[0].partition('-')
        if int(first) > until or columns[1] == text[at:at + len(columns[1])]:
            start = text.index(columns[1], at)
            at = start + len(columns[1])
            for word in range(int(first), int(last or first) + 1):
                found[sentence, word] = (start, at)
            until = int(last) if last else 0
    return found


def read_propositions(options, asked):
    """{row number: status or None} of the predicate at each trigger, whether or not it is coded as an event."""
    texts = dict.fromkeys(row['sentence'] for row in asked)
    whole = '\n\n'.join(texts)
    with tempfile.TemporaryDirectory() as folder:
        text, parsed = pathlib.Path(folder, 'in.txt'), pathlib.Path(folder, 'in.conllu')
        text.write_text(whole, encoding='utf-8')
        parsed.write_bytes(subprocess.run([options.program, 'parse', text], check=True, stdout=subprocess.PIPE).stdout)
        at = offsets(parsed.read_text(encoding='utf-8'), whole)
        printed = subprocess.run([options.propositions, options.lexicon, parsed, WRITTEN], text=True, check=True, stdout=subprocess.PIPE).stdout
    spans = collections.defaultdict(list)
    for row in (line.split('\t') for line in printed.splitlines()):
        spans[at[int(row[0]), int(row[1])]].append(row)
    answers = {}
    for number, row in enumerate(asked):
        start, end = (whole.index(row['sentence']) + place for place in trigger(row))
        here = [answer for (a, b), found in spans.items() if a < end and start < b for answer in found]
        here.sort(key=lambda answer: ['verb', 'noun', 'adj'].index(answer[3]))
        answers[number] = here[0] if here else None
    return answers


def share(part, whole):
    return f'{part / whole:.3f}' if whole else '-'


def table(title, judged, key):
    print(f'\n{title:28}{"asked":>7}{"found":>7}{"right":>7}{"of found":>10}{"of all":>8}')
    groups = collections.defaultdict(list)
    for row, event in judged:
        groups[row[key]].append(event is not None and event['status'] == row['status'] if event else None)
    for name, answers in sorted(groups.items()):
        found, right = sum(a is not None for a in answers), sum(bool(a) for a in answers)
        print(f'{name:28}{len(answers):7}{found:7}{right:7}{share(right, found):>10}{share(right, len(answers)):>8}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--floor', metavar='FOUND/ALL')
    parser.add_argument('--totals', action='store_true', help='no tables')
    parser.add_argument('--show', metavar='WHAT', help='wrong, unfound, a status or a phenomenon: the misses, forty from --at')
    parser.add_argument('--propositions', metavar='RAPPORTEUR_EVAL_STATUS', help='judge every trigger that is a predicate, event or not')
    parser.add_argument('--lexicon', default='lexicon', help='for --propositions')
    parser.add_argument('--at', type=int, default=0)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')

    asked = [row for row in rows() if in_half(row['id'], options.half)]
    records = read_each(options.program, {row['id']: row['sentence'] for row in asked}, WRITTEN)
    judged = [(row, find(row, [i for i in records[row['id']] if i['kind'] == 'event'])) for row in asked]
    if options.propositions:
        answers = read_propositions(options, asked)
        judged = [(row, answers[number] and {'status': answers[number][4], 'type': answers[number][3], 'by': answers[number][8],
                                             'evidence': [{'text': answers[number][2]}]}) for number, row in enumerate(asked)]
    found = [(row, event) for row, event in judged if event]
    right = sum(event['status'] == row['status'] for row, event in found)
    of_found, of_all = right / max(1, len(found)), right / max(1, len(asked))
    print(f'{options.half}: {len(asked)} asked, found {share(len(found), len(asked))}, right of found {of_found:.3f}'
          f' ({right} of {len(found)}), right of all {of_all:.3f}')
    if not options.totals:
        table('by status', judged, 'status')
        table('by phenomenon', judged, 'phenomenon')
        print('\nasked \\ ours  ' + ''.join(f'{s:>13}' for s in STATUSES))
        for status in STATUSES:
            ours = collections.Counter(event['status'] for row, event in found if row['status'] == status)
            print(f'{status:14}' + ''.join(f'{ours[s]:13}' for s in STATUSES))
    if options.show:
        misses = [(row, event) for row, event in judged if (event['status'] if event else None) != row['status'] and (
            options.show in (row['phenomenon'], row['status']) or options.show == ('wrong' if event else 'unfound'))]
        for row, event in misses[options.at:options.at + 40]:
            print(f"\n{row['id']} {row['type']} {row['status']} [{row['phenomenon']}] \"{row['trigger']}\": {row['sentence']}")
            if options.propositions and event:
                print('    ', event['status'], event['by'])
            for other in [] if options.propositions else [i for i in records[row['id']] if i['kind'] == 'event']:
                print('   ', '->' if other is event else '  ', other['type'], other['status'], other['evidence'][0]['text'], other['by'])
    if options.floor:
        least = [float(f) for f in options.floor.split('/')]
        if of_found < least[0] or of_all < least[1]:
            sys.exit(f'status: {of_found:.3f} of the found and {of_all:.3f} of all right, wanted {options.floor}')


if __name__ == '__main__':
    main()
