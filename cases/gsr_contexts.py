#!/usr/bin/env python3
"""Measures contexts on the PLOVER gold standard records, as far as their names of 2016 go.

    python3 cases/gsr_contexts.py GSR.json --program RAPPORTEUR [--half tune|report|all]

The gold names one context or two for a record, mostly after its CAMEO category and not after its topic ("legal" for a
curfew); a context of ours counts as found when it is one of those that the old name can stand for. Only records whose event's type was
found are counted. For measuring only; prints totals.
"""
import argparse
import json

from sentence_sets import in_half, read_each

MEANS = {
    'military': {'military'}, 'diplomatic': {'diplomatic'}, 'legal': {'legal', 'crime'}, 'economic': {'economic'},
    'resource': {'natural_resource', 'territory', 'human_security'}, 'terrorism': {'terrorism'}, 'cbrn': {'cbrn'},
    'political': {'political_institutions', 'executive', 'legislative', 'pro_democracy', 'pro_autocracy', 'election'},
    'politics': {'political_institutions', 'executive', 'legislative', 'election'},
    'government': {'executive', 'political_institutions'}, 'refugee': {'migration', 'asylum'},
    'refugees': {'migration', 'asylum'}, 'election': {'election'}, 'religion': {'religion_ethnicity'}, 'cyber': {'cyber'},
    'rights': {'rights_freedoms', 'human_rights'}, 'discrimination': {'inequality', 'rights_freedoms', 'religion_ethnicity'}}
OF_2016 = {'DEMAND': 'REQUEST', 'DISAPPROVE': 'ACCUSE', 'INVESTIGATE': 'ACCUSE', 'FIGHT': 'ASSAULT'}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report', 'all'], default='tune')
    options = parser.parse_args()
    with open(options.gold, encoding='utf-8') as file:
        gold = [row for row in json.load(file) if in_half(row['id'], options.half) and row.get('text')]
    records = read_each(options.program, {row['id']: row['text'] for row in gold})
    found = asked = others = unseen = 0
    for row in gold:
        wanted = [name for name in map(str.strip, str(row.get('context') or '').split(',')) if name in MEANS]
        kind = OF_2016.get(row['event'], row['event'])
        events = [item for item in records[row['id']] if item['kind'] == 'event' and item['type'] == kind]
        if not wanted or not events:
            unseen += len(wanted)
            continue
        ours = {context for event in events for context in event['contexts']}
        found += sum(bool(ours & MEANS[name]) for name in wanted)
        asked += len(wanted)
        others += len(ours - set().union(*(MEANS[name] for name in wanted)))
    print(f'contexts found {found} of {asked} ({found / max(1, asked):.2f}) where the type was found; {others} others; {unseen} where it was not')


if __name__ == '__main__':
    main()
