#!/usr/bin/env python3
"""Draws items of a kind from records, each with the sentences it rests on, for a reader to judge.

    python3 cases/sample.py RECORD.jsonl… --texts DIR… --kind statement [--number 50] [--seed 4] [--sheet SHEET.tsv]

The draw is by the seed alone, over the items sorted by report and place, one item a near-copy (the same words drawn twice count once).
--sheet writes a line for each: report's file, begin and end of its evidence (code points), item's kind, and empty columns for the
verdict (right, wrong) and what is wrong. Sheets hold no words of the reports, so that they may be kept: docs/judged.tsv.
"""
import argparse
import json
import pathlib
import random

SHOWN = {'statement': ('speaker', 'cue', 'content', 'form', 'addressee', 'parent'),
         'position': ('holder', 'stance', 'proposition', 'about'),
         'talks': ('participants', 'status', 'date', 'venue', 'topics', 'proposers', 'answers', 'series', 'name'),
         'agreement': ('name', 'parties', 'date', 'terms', 'consequences', 'kept'),
         'dispute': ('subject', 'sides'),
         'event': ('type', 'mode', 'actors', 'recipients', 'status', 'date', 'place', 'counts', 'asserted_by')}


def words(value):
    """A field in a line: the words of spans and people, lists joined."""
    if isinstance(value, list):
        return ' + '.join(words(one) for one in value)
    if isinstance(value, dict):
        said = value.get('text') or value.get('name') or ''
        parts = [said] + [f'{key}={words(value[key])}' for key in ('code', 'holds', 'obligor', 'type', 'answer', 'condition', 'consequence', 'from', 'to', 'country')
                          if value.get(key)]
        return ' '.join(part for part in parts if part) or json.dumps(value, ensure_ascii=False)
    return str(value)


def read(paths):
    """All items with their report's line before them."""
    for path in paths:
        report = None
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                item = json.loads(line)
                if item['kind'] == 'report':
                    report = item
                else:
                    yield report, item


def place(item):
    return min(e['start'] for e in item['evidence']), max(e['end'] for e in item['evidence'])


def drawn(paths, kind, number, seed):
    found = [(report['sha256'], place(item), report, item) for report, item in read(paths) if item['kind'] == kind]
    found.sort(key=lambda one: (one[0], one[1], one[3]['id']))
    random.Random(seed).shuffle(found)
    seen, kept = set(), []
    for _, where, report, item in found:
        same = tuple(e['text'] for e in item['evidence'])
        if same not in seen:
            seen.add(same)
            kept.append((report, item, where))
    return kept[:number], len(found)


def texts_by_hash(folders):
    import hashlib
    texts = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob('*.txt')):
            data = path.read_bytes()
            texts[hashlib.sha256(data).hexdigest()] = (path, data.decode('utf-8', 'replace'))
    return texts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('records', nargs='+')
    parser.add_argument('--texts', nargs='+', required=True)
    parser.add_argument('--kind', required=True, choices=sorted(SHOWN))
    parser.add_argument('--number', type=int, default=50)
    parser.add_argument('--seed', type=int, default=4)
    parser.add_argument('--sheet')
    options = parser.parse_args()
    texts = texts_by_hash(options.texts)
    kept, of = drawn(options.records, options.kind, options.number, options.seed)
    sheet = []
    print(f'{len(kept)} of {of} items of kind {options.kind}, seed {options.seed}')
    for number, (report, item, (start, end)) in enumerate(kept, 1):
        path, text = texts.get(report['sha256'], (pathlib.Path('?'), ''))
        name = f'{path.parent.name}/{path.name}'
        print(f"\n{number}. {name} {start}-{end}  {item['by']}")
        for sentence in report['sentences']:
            if any(sentence['start'] < e['end'] and e['start'] < sentence['end'] for e in item['evidence']):
                print('   | ' + ' '.join(text[sentence['start']:sentence['end']].split()))
        for field in SHOWN[options.kind]:
            if item.get(field):
                print(f'     {field}: {words(item[field])}')
        sheet.append(f'{name}\t{start}\t{end}\t{options.kind}\t\t')
    if options.sheet:
        pathlib.Path(options.sheet).write_text('file\tstart\tend\tkind\tverdict\twhat\n' + '\n'.join(sheet) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
