#!/usr/bin/env python3
"""Measures talks on the sentences of talks.tsv, each read as a report of its own.

    python3 cases/talks.py --program RAPPORTEUR [--half tune|report|all] [--misses] [--floor LINES]

A line's talks are the item with a trigger at the line's words; a line is right when that item has all that the line asks for and
no further participants, and when there are as many talks as it says. Further talks, and talks where there are none, are false.
"""
import argparse
import collections
import csv
import pathlib
import re
import sys

from sentence_sets import in_half, read_each

PUBLISHED = '2024-05-08'
WORDS = {'who': 'participants', 'asks': 'proposers', 'mediators': 'mediators'}


def lines(half):
    with open(pathlib.Path(__file__).parent / 'talks.tsv', encoding='utf-8', newline='') as table:
        kept = (line for line in table if not line.startswith('#'))
        every = csv.DictReader(kept, delimiter='\t', quoting=csv.QUOTE_NONE)
        return [line for line in every if in_half(line['sentence'], half)]


def facts_of(line):
    pairs = (fact.partition('=') for fact in line['facts'].split('; '))
    return {key: value for key, _, value in pairs}


def reaches(words, sentence, start, end):
    """Whether a span overlaps one of the alternatives' words, wherever they stand."""
    return any(match.start() < end and start < match.end()
               for word in words.split('|') for match in re.finditer(re.escape(word), sentence))


def wrong_people(asked, sentence, people):
    """A reason when members are missing or further ones stand there; empty when right."""
    said = [(ref['start'], ref['end'], ref['text']) for ref in people]
    names = ' + '.join(text for *_, text in said) or 'nobody'
    members = [] if asked == '-' else asked.split(' & ')
    for member in members:
        if not member.startswith('?') and not any(reaches(member, sentence, s, e) for s, e, _ in said):
            return names
    every = '|'.join(member.lstrip('?') for member in members)
    return '' if all(every and reaches(every, sentence, s, e) for s, e, _ in said) else names


def wrong_answers(asked, sentence, answers):
    said = [(a['actor']['start'], a['actor']['end'], a['answer']) if isinstance(a['actor'], dict)
            else (a['start'], a['end'], a['answer']) for a in answers]
    for one in asked.split(' & '):
        who, _, answer = one.partition(':')
        if not any(answer == given and reaches(who, sentence, s, e) for s, e, given in said):
            return str([a['answer'] for a in answers])
    return ''


def faults(line, talks):
    """{what: what is there instead} of the item that the line means."""
    facts, sentence = facts_of(line), line['sentence']
    if 'none' in facts:
        return {'false': ', '.join(one['evidence'][0]['text'] for one in talks)} if talks else {}
    at = [match.span() for match in re.finditer(line['at'], sentence)]
    here = [one for one in talks if any(words['role'] == 'trigger' and words['start'] < end and start < words['end']
                                        for words in one['evidence'] for start, end in at)]
    if not here:
        return {'found': ', '.join(one['evidence'][0]['text'] for one in talks) or 'nothing'}
    return min((of_item(facts, sentence, one, len(talks)) for one in here), key=len)


def of_item(facts, sentence, one, count):
    wrong = {}
    if str(count) not in facts.get('items', '1').split('|'):
        wrong['items'] = str(count)
    if one['status'] not in facts['status'].split('|'):
        wrong['status'] = one['status']
    for key, field in WORDS.items():
        reason = wrong_people(facts[key], sentence, one.get(field) or []) if key in facts else ''
        if reason:
            wrong[key] = reason
    if 'about' in facts:
        topics = one['topics']
        missing = [w for w in facts['about'].split(' & ') if not any(reaches(w, sentence, t['start'], t['end']) for t in topics)]
        if missing:
            wrong['about'] = ' + '.join(topic['text'] for topic in topics) or 'nothing'
    place = (one['venue'] or {}).get('name', '')
    if 'where' in facts and not any(where in place for where in facts['where'].split('|')):
        wrong['where'] = place or 'nowhere'
    if 'when' in facts:
        first, _, last = facts['when'].partition('/')
        date = one['date'] or {'from': None, 'to': None}
        if (date['from'], date['to']) != (first, last or first):
            wrong['when'] = f"{date['from']}/{date['to']}"
    if 'series' in facts and facts['series'] not in (one['series'] or ''):
        wrong['series'] = one['series'] or 'none'
    if 'answer' in facts:
        reason = wrong_answers(facts['answer'], sentence, one['answers'])
        if reason:
            wrong['answer'] = reason
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=('tune', 'report', 'all'), default='tune')
    parser.add_argument('--misses', action='store_true')
    parser.add_argument('--floor', type=int, default=0, help='fail when fewer lines are right')
    options = parser.parse_args()
    table = lines(options.half)
    records = read_each(options.program, {line['sentence']: line['sentence'] for line in table},
                        {line['sentence']: line['published'] or PUBLISHED for line in table})
    right = wanted = found = items = 0
    by_fault = collections.Counter()
    for line in table:
        talks = [item for item in records[line['sentence']] if item['kind'] == 'talks']
        wrong, asked = faults(line, talks), 'none' not in facts_of(line)
        right += not wrong
        wanted += asked
        found += asked and 'found' not in wrong
        items += len(talks)
        by_fault.update(wrong.keys())
        if wrong and options.misses:
            print(f"{line['sentence']}\n    " + '; '.join(f'{key}: {value}' for key, value in wrong.items()))
    print(f'lines {right} of {len(table)} right  talks: found {found} of {wanted}, items {items}  faults: '
          + ', '.join(f'{key} {count}' for key, count in by_fault.most_common()))
    if right < options.floor:
        sys.exit(f'{right} lines are right, at least {options.floor} were expected')


if __name__ == '__main__':
    main()
