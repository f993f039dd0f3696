#!/usr/bin/env python3
"""Measures events and their roles on RAMS and WikiEvents, texts with marked triggers and arguments (AIDA and KAIROS types).

    python3 cases/rams.py FILE.jsonl… --program RAPPORTEUR [--half tune|report|all] [--show CAUSE] [--type T] [--at N] [--number N]

Types whose meaning in PLOVER is plain are mapped (TYPES); of the other triggers nothing is counted. A gold event is
  trigger   when an event of ours of a mapped type has trigger words that overlap its own,
  sentence  when its sentence has at least one of a mapped type.
Actor and recipient are asked of the found ones, where a marked agent or patient stands in the trigger's sentence: some event
that found it has one of them there, by the words of the role or by any mention of its actor.
Causes to --show: none (no event of ours at the trigger and none of the type in the sentence), othertype (only an event of
another type is at the trigger), actor, recipient (the role is missed), alarm (WikiEvents, where whole documents are marked:
an ASSAULT, PROTEST or COERCE of ours, told as done, in a sentence without any marked event).
Halves by the parity of the md5 of the document's id; sentences are shown from the tuning half alone. For measuring only.
"""
import argparse
import collections
import json
import re

from sentence_sets import in_half, read_each

# The beginning of a type, lower case: PLOVER types that say it, its agents, its patients. The first that fits holds.
TYPES = [
    ('conflict.attack', 'ASSAULT THREATEN', 'attacker', 'target'),
    ('conflict.demonstrate', 'PROTEST', 'demonstrator', 'target'),
    ('conflict.yield', 'RETREAT CONCEDE', 'yielder surrenderer retreater', 'recipient'),
    ('contact.threatencoerce', 'THREATEN COERCE', 'communicator', 'recipient'),
    ('contact.requestadvise', 'REQUEST', 'communicator', 'recipient'),
    ('contact.requestcommand', 'REQUEST', 'communicator', 'recipient'),
    ('contact.negotiate', 'CONSULT AGREE', 'participant', 'participant'),
    ('contact.contact.meet', 'CONSULT', 'participant', 'participant'),
    ('contact.discussion.meet', 'CONSULT', 'participant', 'participant'),
    ('contact.collaborate', 'COOPERATE AGREE CONSULT', 'participant', 'participant'),
    ('contact.commitmentpromise', 'AGREE THREATEN CONCEDE SUPPORT', 'communicator', 'recipient'),
    ('government.agreements.violate', 'REJECT ASSAULT', 'violator', 'otherparticipant'),
    ('government.agreements', 'AGREE SUPPORT RETREAT', 'participant', 'participant'),
    ('government.spy', 'COERCE', 'spy', 'observedentity'),
    ('inspection.sensoryobserve.monitor', 'ACCUSE AID', 'monitor', 'monitoredentity'),
    ('justice.arrestjaildetain', 'COERCE', 'jailer', 'detainee'),
    ('justice.chargeindict', 'ACCUSE', 'prosecutor judgecourt', 'defendant'),
    ('justice.initiatejudicialprocess', 'ACCUSE', 'prosecutor judgecourt', 'defendant'),
    ('justice.trialhearing', 'ACCUSE', 'prosecutor judgecourt', 'defendant'),
    ('justice.investigate', 'ACCUSE', 'investigator', 'defendant'),
    ('justice.convict', 'ACCUSE COERCE', 'judgecourt', 'defendant'),
    ('justice.judicialconsequences.convict', 'ACCUSE COERCE', 'judgecourt', 'defendant'),
    ('justice.judicialconsequences.execute', 'COERCE ASSAULT', 'executioner', 'defendant'),
    ('justice.judicialconsequences.extradite', 'COERCE COOPERATE', 'extraditer', 'defendant'),
    ('justice.sentence', 'COERCE SANCTION ACCUSE', 'judgecourt', 'defendant'),
    ('justice.releaseparole', 'RETREAT CONCEDE', 'judgecourt', 'defendant'),
    ('life.die.deathcausedbyviolent', 'ASSAULT', 'killer', 'victim'),
    ('life.injure.injurycausedbyviolent', 'ASSAULT', 'injurer', 'victim'),
    ('personnel.endposition.quit', 'RETREAT', 'employee', ''),
    ('transaction.transaction.embargosanction', 'SANCTION', 'preventer', 'giver recipient'),
    ('transaction.transfermoney.embargosanction', 'SANCTION', 'preventer', 'giver recipient'),
    ('transaction.transferownership.embargosanction', 'SANCTION', 'preventer', 'giver recipient'),
    ('transaction.transaction.giftgrant', 'AID', 'giver', 'recipient beneficiary'),
    ('transaction.transfermoney.giftgrant', 'AID', 'giver', 'recipient beneficiary'),
    ('transaction.transferownership.giftgrant', 'AID', 'giver', 'recipient beneficiary'),
    ('transaction.donation', 'AID', 'giver', 'recipient'),
    ('movement.transportperson.prevent', 'COERCE SANCTION', 'preventer', 'passenger'),
    ('movement.transportperson.grantentry', 'RETREAT AID CONCEDE', 'granter', 'passenger'),
]
# A death or a wound is an assault only where somebody is marked who did it.
BY_SOMEBODY = [('life.die', 'ASSAULT', 'killer', 'victim'), ('life.injure', 'ASSAULT', 'injurer', 'victim')]
VIOLENT = ('ASSAULT', 'PROTEST', 'COERCE')
DONE = ('actual', 'ongoing', 'historical')
CLOSED = re.compile(r'[.!?]["\'”’)]*$')


def meaning_of(kind, roles):
    for begin, types, agents, patients in TYPES + BY_SOMEBODY:
        if not kind.startswith(begin):
            continue
        if (begin, types, agents, patients) in BY_SOMEBODY and agents not in roles:
            continue
        return types.split(), agents.split(), patients.split()
    return None


def event_of(kind, trigger, arguments):
    """arguments: [(role, start, end)] of the trigger's sentence; None where the type is not mapped."""
    meaning = meaning_of(kind, {role for role, _, _ in arguments})
    if meaning is None:
        return None
    types, agents, patients = meaning
    return {'kind': kind, 'types': types, 'trigger': trigger, 'agents': [(s, e) for r, s, e in arguments if r in agents],
            'patients': [(s, e) for r, s, e in arguments if r in patients]}


CLITIC = re.compile(r"n['’]t$|['’](s|re|ve|ll|d|m|t)$", re.I)
NO_SPACE_BEFORE = set('.,;:!?)]}%”') | {'...', '…'}
NO_SPACE_AFTER = set('([{$“‘#')


def written(words):
    """Text of tokens as it was before it was cut, and each token's offsets."""
    text, at, opened, glue = '', [], False, True
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ''
        between = i > 0 and re.search(r'\w$', words[i - 1]) and re.match(r'\w', after)
        closing = word == '"' and opened
        hyphen = word == '-' and between
        split = word in "'’" and between and CLITIC.match(word + after)
        if not (glue or closing or hyphen or split or word in NO_SPACE_BEFORE or CLITIC.match(word)):
            text += ' '
        at.append((len(text), len(text) + len(word)))
        text += word
        opening = word == '"' and not opened
        if word == '"':
            opened = not opened
        glue = bool(opening or hyphen or split or word in NO_SPACE_AFTER)
    return text, at


def rams_document(row):
    text, at, bounds = '', [], []
    for words in row['sentences']:
        line, offsets = written(words)
        at += [(len(text) + s, len(text) + e) for s, e in offsets]
        bounds.append((len(text), len(text) + len(line)))
        text += line + (' ' if CLOSED.search(line) else '\n\n')
    span = lambda first, last: (at[first][0], at[last][1])
    events = []
    for first, last, kinds in row['evt_triggers']:
        trigger = span(first, last)
        bound = next(b for b in bounds if b[0] <= trigger[0] < b[1])
        links = [(re.sub(r'^evt\d+arg\d+', '', role), *span(*words)) for t, words, role in row['gold_evt_links'] if t == [first, last]]
        here = [link for link in links if bound[0] <= link[1] < bound[1]]
        events.append((kinds[0][0], trigger, here, {role for role, _, _ in links}))
    return {'id': row['doc_key'], 'text': text, 'bounds': bounds, 'events': events, 'whole': False}


def wiki_document(row):
    text, at, bounds = '', [], []
    for tokens, line in row['sentences']:
        line = line.rstrip()
        begin = tokens[0][1] if tokens else 0
        at += [(len(text) + s - begin, len(text) + e - begin) for _, s, e in tokens]
        bounds.append((len(text), len(text) + len(line)))
        text += line + (' ' if CLOSED.search(line) else '\n\n')
    span = lambda mention: (at[mention['start']][0], at[mention['end'] - 1][1])
    entities = {mention['id']: mention for mention in row['entity_mentions']}
    events = []
    for event in row['event_mentions']:
        links = [(argument['role'].lower(), entities[argument['entity_id']]) for argument in event['arguments'] if argument['entity_id'] in entities]
        here = [(role, *span(mention)) for role, mention in links if mention['sent_idx'] == event['trigger']['sent_idx']]
        events.append((event['event_type'].lower(), span(event['trigger']), here, {role for role, _ in links}))
    return {'id': row['doc_id'], 'text': text, 'bounds': bounds, 'events': events, 'whole': True}


def wiki_train_document(row):
    """Arguments are words alone here, and sentences are not told: the program's own bound them (judge)."""
    text, at = written(row['tokens'])
    events = []
    for event in row['event_mentions']:
        first, last = event['trigger']['start_idx'], event['trigger']['end_idx'] - 1
        links = [(argument['role'].lower(), argument['text']) for argument in event['arguments']]
        events.append((event['event_type'].lower(), (at[first][0], at[last][1]), links, {role for role, _ in links}))
    return {'id': row['docid'], 'text': text, 'bounds': None, 'events': events, 'whole': True}


def find_arguments(document, items):
    """Bounds by the program's sentences, and arguments where their words stand in the trigger's sentence."""
    report = next(item for item in items if item['kind'] == 'report')
    document['bounds'] = [(s['start'], s['end']) for s in report['sentences']]
    events = []
    for kind, trigger, links, roles in document['events']:
        start, end = next((b for b in document['bounds'] if b[0] <= trigger[0] < b[1]), trigger)
        here = []
        for role, words in links:
            for match in re.finditer(r'\b' + r'\s*'.join(map(re.escape, words.split())) + r'\b', document['text'][start:end]):
                here.append((role, start + match.start(), start + match.end()))
        events.append((kind, trigger, here, roles))
    document['events'] = events


def documents(files):
    for file in files:
        for line in open(file, encoding='utf-8'):
            row = json.loads(line)
            yield wiki_train_document(row) if 'docid' in row else wiki_document(row) if 'event_mentions' in row else rams_document(row)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def triggers(event):
    return [(e['start'], e['end']) for e in event['evidence'] if e['role'] == 'trigger']


class Ours:
    def __init__(self, items):
        self.events = [item for item in items if item['kind'] == 'event']
        self.mentions = {item['id']: [(m['start'], m['end']) for m in item['mentions']] for item in items if item['kind'] == 'actor'}

    def at(self, span, types=None):
        return [e for e in self.events if (types is None or e['type'] in types) and any(overlap(t, span) for t in triggers(e))]

    def fills(self, refs, spans):
        return any(overlap(mine, span) for ref in refs for mine in [(ref['start'], ref['end']), *self.mentions.get(ref['actor'], [])]
                   for span in spans)


def judge(document, items):
    """[(cause or None, gold, sentence, ours)] for each gold event of a mapped type, and the false alarms."""
    if document['bounds'] is None:
        find_arguments(document, items)
    ours, rows = Ours(items), []
    for kind, trigger, here, roles in document['events']:
        if meaning_of(kind, roles) is None:
            continue
        gold = event_of(kind, trigger, here) or {**event_of(kind, trigger, here + [(role, 0, 0) for role in roles]), 'agents': []}
        bound = next((b for b in document['bounds'] if b[0] <= trigger[0] < b[1]), trigger)
        at, near = ours.at(trigger, gold['types']), ours.at(bound, gold['types'])
        found, causes = at or near, set()
        other = ours.at(trigger)
        if not found:
            causes.add('othertype' if other else 'none')
        sides = gold['agents'] == gold['patients']
        taken = lambda event, role: event['actors'] + event['recipients'] if sides else event[role]
        asked = {'actor': gold['agents'], 'recipient': [] if sides else gold['patients']}
        for role, spans in asked.items():
            if found and spans and not any(ours.fills(taken(e, role + 's'), spans) for e in found):
                causes.add(role)
        rows.append({'gold': gold, 'bound': bound, 'causes': causes, 'at': bool(at), 'found': found, 'shown': found or other or ours.at(bound),
                     'asked': {role for role, spans in asked.items() if spans}})
    alarms = []
    if document['whole']:
        marked = [b for b in document['bounds'] if any(b[0] <= t[0] < b[1] for _, t, _, _ in document['events'])]
        for event in ours.events:
            if event['type'] in VIOLENT and event['status'] in DONE:
                alarms.append((not any(overlap(t, b) for t in triggers(event) for b in marked), event))
    return rows, alarms


def ratio(part, whole):
    return f'{part / whole if whole else 0:.3f} ({part} of {whole})'


def show_event(event):
    return (f"    ours {event['type']} {[a['text'] for a in event['actors']]} -> {[r['text'] for r in event['recipients']]} {event['status']} "
            f"{[e['text'] for e in event['evidence'] if e['role'] == 'trigger']} {event['by']}")


def show(document, row):
    words = lambda span: document['text'][span[0]:span[1]]
    gold = row['gold']
    print(f"\n{gold['kind']} [{words(gold['trigger'])}] {[words(s) for s in gold['agents']]} -> {[words(s) for s in gold['patients']]}: "
          f"{words(row['bound'])}")
    for event in row['shown']:
        print(show_event(event))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('files', nargs='+')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', choices=['none', 'othertype', 'actor', 'recipient', 'alarm'])
    parser.add_argument('--type', default='', help='show gold types (of alarms our types) that begin so')
    parser.add_argument('--at', type=int, default=0)
    parser.add_argument('--number', type=int, default=20)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    texts = {d['id']: d for d in documents(options.files) if in_half(d['id'], options.half)}
    records = read_each(options.program, {key: d['text'] for key, d in texts.items()})
    rows, alarms = [], []
    for key, document in texts.items():
        some, false = judge(document, records[key])
        rows += [(document, row) for row in some]
        alarms += [(document, *alarm) for alarm in false]
    groups = collections.defaultdict(list)
    for _, row in rows:
        groups['all'].append(row)
        groups['.'.join(row['gold']['kind'].split('.')[:2])].append(row)
    for name, some in sorted(groups.items(), key=lambda group: -len(group[1])):
        found = [row for row in some if row['found']]
        role = lambda r: ratio(sum(r not in row['causes'] for row in found if r in row['asked']), sum(r in row['asked'] for row in found))
        print(f"{name:34} trigger {ratio(sum(row['at'] for row in some), len(some))}  sentence {ratio(len(found), len(some))}  "
              f"actor {role('actor')}  recipient {role('recipient')}")
    print(f'{" ".join(VIOLENT)} in sentences without a marked event: {ratio(sum(false for _, false, _ in alarms), len(alarms))}')
    if options.show == 'alarm':
        wrong = [(d, e) for d, false, e in alarms if false and e['type'].lower().startswith(options.type.lower())]
        for document, event in wrong[options.at:options.at + options.number]:
            bound = next((b for b in document['bounds'] if any(overlap(t, b) for t in triggers(event))), triggers(event)[0])
            print(f"\n{document['text'][bound[0]:bound[1]]}\n{show_event(event)}")
    elif options.show:
        missed = [(d, r) for d, r in rows if options.show in r['causes'] and r['gold']['kind'].startswith(options.type.lower())]
        for document, row in missed[options.at:options.at + options.number]:
            show(document, row)


if __name__ == '__main__':
    main()
