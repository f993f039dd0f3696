#!/usr/bin/env python3
"""Measures false alarms: which sentences of whole articles tell a deed of the police, on IndiaPoliceEvents.

    python3 cases/indiapolice.py FOLDER --program RAPPORTEUR [--half tune|report|all] [--show misses|alarms] [--label L] [--at N]

FOLDER holds docs.jsonl and sents.jsonl. Each sentence was judged by people who were asked whether police killed, arrested, used
force or violence, failed to act, or "said or did something else"; a sentence has ANY_ACTION when one of these but failure holds.
Ours says so of a sentence when the record has, with its words in that sentence,
  - an event done or under way (actual, ongoing or historical) whose actor is police: sector COP; of MOBILIZE and COERCE also
    MIL and PRM, for the judges counted the army's patrols, flag marches and arrests inside the country;
  - an event that the codebook gives to the police although the sentence names nobody: an arrest, crowd control or firing without
    actor (docs/coding.md: an arrest is by the police unless something else is said; the record's own actors stay empty); or
  - a statement whose speaker is police.
For the labels ARREST, FORCE and KILL only events count: COERCE arrest; COERCE or ASSAULT with the modes of force; ASSAULT with killed.
Rules were written on the tuning half (even md5 of doc_id); sentences are shown from it alone. For measuring only.
"""
import argparse
import bisect
import collections
import json
import pathlib

from sentence_sets import in_half, read_each

ROWS = {'any action': {'ANY_ACTION'}, 'arrest, force or kill': {'ARREST', 'FORCE', 'KILL'}, 'arrest': {'ARREST'}, 'force': {'FORCE'},
        'kill': {'KILL'}}
DONE = ('actual', 'ongoing', 'historical')


def is_police(who):
    # A ministry of the interior has COP beside GOV.
    return who is not None and 'COP' in who['sectors'] and 'GOV' not in who['sectors']


def is_force(who):
    return is_police(who) or 'MIL' in who['sectors'] or 'PRM' in who['sectors']


def deeds(event):
    """The labels that an event stands for; empty when it is no deed of the police."""
    if event['status'] not in DONE:
        return set()
    police = any(map(is_force if event['type'] in ('MOBILIZE', 'COERCE') else is_police, event['actors']))
    unsaid = not event['actors'] and (event['type'], event['mode']) in UNSAID
    if not police and not unsaid:
        return set()
    labels = {'ANY_ACTION'}
    if event['type'] == 'COERCE' and event['mode'] == 'arrest':
        labels.add('ARREST')
    if police and (event['type'] == 'ASSAULT' or event['mode'] == 'misc'):
        labels.add('FORCE')
    if police and event['type'] == 'ASSAULT' and (event['counts']['killed'] or event['by'] in KILLING):
        labels |= {'FORCE', 'KILL'}
    return labels


UNSAID = {('COERCE', 'arrest'), ('MOBILIZE', 'police')}
KILLING = {'frame:' + verb for verb in ('kill', 'die', 'shoot dead', 'gun down', 'execute', 'assassinate', 'massacre')}


def found(items):
    """(start, end, labels, item) of the words that tell a deed."""
    for item in items:
        if item['kind'] == 'event':
            labels = deeds(item)
            if labels:
                for words in item['evidence']:
                    if words['role'] == 'trigger':
                        yield words['start'], words['end'], labels, item
        elif item['kind'] == 'statement' and is_police(item['speaker']):
            for words in (item['cue'], item['content']):
                if words is not None:
                    yield words['start'], words['end'], {'ANY_ACTION'}, item


def sentence_offsets(doc, sentences):
    starts, at = [], 0
    for sentence in sentences:
        at = doc['doc_text'].index(sentence['sent_text'], at)
        starts.append(at)
        at += len(sentence['sent_text'])
    return starts


def judge(doc, sentences, items):
    """[(sentence, gold labels, our labels, items)]"""
    starts = sentence_offsets(doc, sentences)
    ours = [(set(), []) for _ in sentences]
    for start, end, labels, item in found(items):
        for number in range(max(bisect.bisect_right(starts, start) - 1, 0), bisect.bisect_left(starts, end)):
            ours[number][0].update(labels)
            ours[number][1].append(item)
    return [(s['sent_text'], set(s['sent_labels']), labels, why) for s, (labels, why) in zip(sentences, ours)]


def ratio(part, whole):
    return part / whole if whole else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    parser.add_argument('--show', choices=['misses', 'alarms'])
    parser.add_argument('--label', default='ANY_ACTION')
    parser.add_argument('--at', type=int, default=0)
    parser.add_argument('--number', type=int, default=20)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    folder = pathlib.Path(options.folder)
    docs = [json.loads(line) for line in (folder / 'docs.jsonl').open(encoding='utf-8')]
    docs = [doc for doc in docs if in_half(str(doc['doc_id']), options.half)]
    sentences = collections.defaultdict(list)
    for line in (folder / 'sents.jsonl').open(encoding='utf-8'):
        sentence = json.loads(line)
        sentences[sentence['doc_id']].append(sentence)
    records = read_each(options.program, {doc['doc_id']: doc['doc_text'] for doc in docs})
    judged = [row for doc in docs for row in judge(doc, sentences[doc['doc_id']], records[doc['doc_id']])]
    for name, labels in ROWS.items():
        gold, ours = sum(bool(labels & g) for _, g, _, _ in judged), sum(bool(labels & o) for _, _, o, _ in judged)
        both = sum(bool(labels & g) and bool(labels & o) for _, g, o, _ in judged)
        p, r = ratio(both, ours), ratio(both, gold)
        print(f'{name:22}  precision {p:.3f}  recall {r:.3f}  F1 {ratio(2 * p * r, p + r):.3f}  ({both} of {ours} found, {gold} in {len(judged)})')
    if options.show:
        wanted = [row for row in judged if (options.label in row[1]) != (options.label in row[2])
                  and (options.label in row[1]) == (options.show == 'misses')]
        for text, gold, ours, why in wanted[options.at:options.at + options.number]:
            print(f"\n{' '.join(sorted(gold)) or '-'}: {' '.join(text.split())}")
            for item in why:
                who = item['actors'] if item['kind'] == 'event' else [item['speaker']]
                print('    ours', item['kind'], item.get('type', ''), item.get('mode', ''), item.get('status', ''), item['by'], [w['text'] for w in who])


if __name__ == '__main__':
    main()
