#!/usr/bin/env python3
"""Measures dates on TimeML documents: recall of mentions and accuracy of values.

    python3 cases/tempeval.py DOCUMENTS_DIR BUILD_DIR [--half tune|report] [--misses]

Counted are TIMEX3 of type DATE in TEXT whose value is a day, week, month or year. The document's creation time is the day of
publication. A found mention matches a gold one when they share a character; its value is right when it names the same
days. One mention that covers several gold ones (a range) is right when it begins with the first and ends with the last.
Halves: md5 of the file's name ends in an even (tune) or odd (report) hexadecimal digit. For measuring only.
"""
import argparse
import calendar
import collections
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TAG = re.compile(r'<[^>]*>')
ENTITIES = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'"}


def half_of(name):
    return 'tune' if int(hashlib.md5(name.encode()).hexdigest()[-1], 16) % 2 == 0 else 'report'


def days_of(value):
    """The first and last day of a day, week, month or year in TimeML's notation; None for anything else."""
    value = re.sub(r'T.*$', '', value)
    value = re.sub(r'-XX$', '', re.sub(r'-XX-XX$', '', value))
    if re.fullmatch(r'\d{4}-\d\d-\d\d', value):
        return value, value
    if found := re.fullmatch(r'(\d{4})-(\d\d)', value):
        year, month = map(int, found.groups())
        if 1 <= month <= 12:
            return f'{value}-01', f'{value}-{calendar.monthrange(year, month)[1]:02}'
    if re.fullmatch(r'\d{4}', value):
        return f'{value}-01-01', f'{value}-12-31'
    if found := re.fullmatch(r'(\d{4})-W(\d\d)', value):
        monday = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
    return None


def read_timeml(path):
    """Text, published day, and the gold dates as (start, end, value)."""
    source = path.read_text(encoding='utf-8')
    published = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S)[1][:10]
    body = source[source.index('<TEXT>') + len('<TEXT>'):source.index('</TEXT>')]
    text, gold, opened, at = [], [], [], 0
    length = 0
    for tag in [*TAG.finditer(body), None]:
        piece = body[at:tag.start() if tag else len(body)]
        for entity, character in ENTITIES.items():
            piece = piece.replace(entity, character)
        text.append(piece)
        length += len(piece)
        if tag is None:
            break
        at = tag.end()
        if tag[0].startswith('<TIMEX3'):
            opened.append((length, dict(re.findall(r'(\w+)="([^"]*)"', tag[0]))))
        elif tag[0] == '</TIMEX3>':
            start, attributes = opened.pop()
            if attributes.get('type') == 'DATE':
                gold.append((start, length, attributes['value']))
    return ''.join(text), published, sorted(gold)


def find_dates(build, model, documents):
    """Runs the program; mentions of each document with offsets in characters."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for name, (text, published, _) in documents.items():
            file = pathlib.Path(folder, name)
            file.write_text(text, encoding='utf-8')
            lines.append(f'{file}\t{published}\n')
        run = subprocess.run([f'{build}/src/resolve/rapporteur_eval_dates', model], input=''.join(lines), text=True,
                             stdout=subprocess.PIPE, check=True)
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        mention = json.loads(line)
        name = pathlib.Path(mention['path']).name
        data = documents[name][0].encode()
        for end in ('start', 'end'):
            mention[end] = len(data[:mention[end]].decode())
        found[name].append(mention)
    return found


def score(documents, found, show):
    counts = collections.Counter()
    for name, (text, _, gold) in documents.items():
        taken = {}
        for start, end, value in gold:
            days = days_of(value)
            match = next((m for m in found[name] if m['start'] < end and start < m['end']), None)
            if match is not None:
                taken.setdefault(id(match), (match, []))[1].append((start, end, value, days))
            if days is None:
                continue
            counts['gold'] += 1
            if match is not None:
                counts['matched'] += 1
            elif show:
                print('MISSED', name, value, repr(text[max(0, start - 40):start]), '[[', text[start:end], ']]',
                      repr(text[end:end + 20]))
        for match, covered in taken.values():
            several = len(covered) > 1
            for start, end, value, days in covered:
                if days is None:
                    continue
                right = (days[0] == match['named_from'] if several and (start, end) == covered[0][:2] else
                         days[1] == match['named_to'] if several else
                         days == (match['named_from'], match['named_to']))
                counts['right'] += right
                if show and not right:
                    print('WRONG', name, value, match['named_from'], match['named_to'], match['direction'],
                          repr(text[max(0, start - 50):start]), '[[', text[match['start']:match['end']], ']]',
                          repr(text[end:end + 30]))
        counts['found'] += len(found[name])
        spans = [(start, end) for start, end, _ in gold]
        for mention in found[name]:
            hit = any(mention['start'] < end and start < mention['end'] for start, end in spans)
            counts['found in gold'] += hit
            if show and not hit:
                print('EXTRA', name, repr(text[max(0, mention['start'] - 30):mention['start']]), '[[',
                      text[mention['start']:mention['end']], ']]', mention['named_from'])
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('documents', type=pathlib.Path)
    parser.add_argument('build')
    parser.add_argument('--model', default='model/english.rapm')
    parser.add_argument('--half', choices=['tune', 'report'], default='tune')
    parser.add_argument('--misses', action='store_true', help='show what is missed, wrong or extra')
    options = parser.parse_args()
    documents = {}
    for path in sorted(options.documents.glob('*.tml')):
        if half_of(path.name) == options.half:
            documents[path.name] = read_timeml(path)
    counts = score(documents, find_dates(options.build, options.model, documents), options.misses)
    print(f"{options.half}: {len(documents)} documents, {counts['gold']} dates, recall "
          f"{counts['matched'] / counts['gold']:.3f}, value accuracy {counts['right'] / counts['matched']:.3f} "
          f"({counts['right']} of {counts['matched']}); {counts['found']} found, "
          f"{counts['found in gold']} of them on a gold DATE")
    return 0


if __name__ == '__main__':
    sys.exit(main())
