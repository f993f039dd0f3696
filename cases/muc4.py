#!/usr/bin/env python3
"""Measures the status of events on MUC-4: the incident's stage of execution against the status of the event that tells it.

    python3 cases/muc4.py MUC4_DIR --program RAPPORTEUR [--half tune|report|all] [--show STAGE] [--at N]

The set at hand keeps of each template the incident's type and its strings, not its stage; cases/muc4_stages.tsv has the stage
as we judged it. A template is matched to that event of the kinds its type allows (TYPES) whose roles and sentence hold most of
the template's strings, target, victim or weapon among them where it has any. Right is
    accomplished  actual, ongoing, historical
    attempted     negated, hypothetical: what was tried and came to nothing did not happen
    threatened    future, hypothetical, or an event THREATEN whatever its status
Documents are halved by md5 of their id. Shown are documents of the tuning half alone. For measuring only.
"""
import argparse
import collections
import csv
import json
import pathlib
import re

from sentence_sets import in_half, read_each

STAGES = ['accomplished', 'attempted', 'threatened']
TYPES = {'attack': {'ASSAULT', 'THREATEN', 'COERCE'}, 'bombing': {'ASSAULT', 'THREATEN', 'COERCE'},
         'kidnapping': {'ASSAULT', 'COERCE', 'THREATEN'}, 'arson': {'ASSAULT', 'THREATEN', 'COERCE'},
         'robbery': {'ASSAULT', 'COERCE', 'THREATEN'}, 'forced work stoppage': {'COERCE', 'PROTEST', 'THREATEN', 'REQUEST'}}
MODES = {'kidnapping': {'abduct', 'hostage'}, 'bombing': {'explosives', 'suicide-attack', 'aerial', 'heavy-weapons'}}
DOERS, DEED = ['PerpInd', 'PerpOrg'], ['Target', 'Victim', 'Weapon']
TOLD = {'actual', 'ongoing', 'historical'}


def answer_of(event):
    """The stage that an event's type and status stand for; several where they leave it open."""
    if event['type'] == 'THREATEN':
        return {'threatened'}
    return {'negated': {'attempted'}, 'hypothetical': {'attempted', 'threatened'}, 'future': {'threatened'}}.get(
        event['status'], {'accomplished'})


def entities(template, slots=('PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon')):
    return [{string for string, _ in entity} for slot in slots for entity in template[slot] if entity]


def named(names, roles, told):
    """2 where one of the names fills a role, 1 where the sentence has one."""
    for role in roles:
        if len(role) > 3 and any(re.search(rf'\b{re.escape(a)}\b', b) for n in names for a, b in ((n, role), (role, n))):
            return 2
    return int(any(n in told for n in names))


def overlap(template, event, text, sentences):
    """How many of the template's entities are named in the event's roles or its sentence. Who did it is too general by itself
    ("terrorists") where the template says to whom or with what."""
    roles = [w['text'].lower() for w in event['actors'] + event['recipients']]
    trigger = event['evidence'][0]
    told = ' '.join(text[a:b] for a, b in sentences if a <= trigger['start'] < b).lower()
    deed = sum(named(names, roles, told) for names in entities(template, DEED))
    if not deed and entities(template, DEED):
        return 0
    return deed + sum(named(names, roles, told) for names in entities(template, DOERS))


def match(template, events, text, sentences):
    """The event that tells the template's incident, None when there is none."""
    kind = template['incident_type'].split(' / ')[0]
    best = (0, None)
    for event in events:
        if event['type'] not in TYPES[kind]:
            continue
        points = overlap(template, event, text, sentences)
        if not points:
            continue
        points += 0.5 * (event['type'] == 'ASSAULT') + 0.75 * (event['mode'] in MODES.get(kind, ()))
        if points > best[0]:
            best = (points, event)
    return best[1]


def documents(folder):
    for name in ('train.json', 'dev.json'):
        for line in open(pathlib.Path(folder, name), encoding='utf-8'):
            yield json.loads(line)


def judged():
    """{docid: [(template, stage, drawn)]}"""
    stages = collections.defaultdict(list)
    path = pathlib.Path(__file__).with_name('muc4_stages.tsv')
    lines = [line for line in path.read_text(encoding='utf-8').splitlines() if not line.startswith('#')]
    for row in csv.DictReader(lines, delimiter='\t'):
        if row['stage'] != '-':
            stages[row['docid']].append((int(row['template']), row['stage'], row['drawn']))
    return stages


def share(part, whole):
    return f'{part / whole:.3f} ({part} of {whole})' if whole else '- (0)'


def report(found, asked):
    for drawn in ('all', 'worded'):
        rows = [(stage, event) for stage, event, d in found if d == drawn]
        right = sum(stage in answer_of(event) for stage, event in rows)
        trivial = sum(stage == 'accomplished' for stage, _ in rows)
        print(f'{drawn:7} matched {share(len(rows), asked[drawn])}  right of matched {share(right, len(rows))}'
              f'  "always accomplished" {share(trivial, len(rows))}')
    print('\nby stage, both      ' + ''.join(f'{s:>13}' for s in ('matched', 'right', 'actual', 'ongoing', 'historical',
                                                                'future', 'hypothetical', 'negated', 'THREATEN')))
    recalls = []
    for stage in STAGES:
        rows = [event for s, event, _ in found if s == stage]
        right = sum(stage in answer_of(event) for event in rows)
        recalls.append(right / len(rows) if rows else 0)
        count = collections.Counter('THREATEN' if e['type'] == 'THREATEN' else e['status'] for e in rows)
        print(f'{stage:20}' + f'{len(rows):13}' + f'{right:13}' + ''.join(
            f'{count[s]:13}' for s in ('actual', 'ongoing', 'historical', 'future', 'hypothetical', 'negated', 'THREATEN')))
    print(f'mean recall of the stages {sum(recalls) / len(recalls):.3f} ("always accomplished" 0.333)')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', metavar='STAGE', choices=[*STAGES, 'unmatched', 'misses'])
    parser.add_argument('--at', type=int, default=0)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')

    stages = judged()
    docs = {d['docid']: d for d in documents(options.folder) if d['docid'] in stages and in_half(d['docid'], options.half)}
    records = read_each(options.program, {key: d['doctext'] for key, d in docs.items()})
    found, asked, shown = [], collections.Counter(), []
    for key, doc in docs.items():
        items = records[key]
        sentences = [(s['start'], s['end']) for i in items if i['kind'] == 'report' for s in i['sentences']]
        events = [i for i in items if i['kind'] == 'event']
        for number, stage, drawn in stages[key]:
            template = doc['templates'][number]
            event = match(template, events, doc['doctext'], sentences)
            asked[drawn] += 1
            if event:
                found.append((stage, event, drawn))
            missed = event is None or stage not in answer_of(event)
            if options.show == 'unmatched' and event is None or event and missed and options.show in (stage, 'misses'):
                shown.append((key, number, stage, template, event, sentences, doc['doctext']))
    report(found, asked)
    for key, number, stage, template, event, sentences, text in shown[options.at:options.at + 20]:
        print(f'\n{key} {number} {stage} {template["incident_type"]} {entities(template)}')
        if event:
            trigger = event['evidence'][0]
            print('   ', ' '.join(text[a:b] for a, b in sentences if a <= trigger['start'] < b))
            print('    ours', event['type'], event['mode'], event['status'], trigger['text'], event['by'])


if __name__ == '__main__':
    main()
