#!/usr/bin/env python3
"""Measures dates on TimeML documents: recall of mentions and accuracy of values.

    python3 cases/tempeval.py DOCUMENTS_DIR BUILD_DIR [--half tune|report] [--misses]

Counted are TIMEX3 of type DATE in TEXT whose value is a day, week, month or year. The document's creation time is the day of
publication. A found mention matches a gold one when they share a character; its value is right when it names the same
days. One mention that covers several gold ones (a range) is right when it begins with the first and ends with the last.
Ties: of the events that a TLINK includes in a date of their own sentence, how many does DateOf give that date.
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


def attributes_of(tag):
    return dict(re.findall(r'(\w+)="([^"]*)"', tag))


def read_timeml(path):
    """Text, published day, the gold dates as (start, end, value), and events' starts with the start of their date."""
    source = path.read_text(encoding='utf-8')
    published = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S)[1][:10]
    body = source[source.index('<TEXT>') + len('<TEXT>'):source.index('</TEXT>')]
    text, gold, opened, at = [], [], [], 0
    starts = {}
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
            opened.append((length, attributes_of(tag[0])))
        elif tag[0].startswith('<EVENT'):
            starts[attributes_of(tag[0])['eid']] = length
        elif tag[0] == '</TIMEX3>':
            start, attributes = opened.pop()
            if attributes.get('type') == 'DATE':
                gold.append((start, length, attributes['value']))
                starts[attributes['tid']] = start
    instances = {found['eiid']: found['eventID'] for found in map(attributes_of, re.findall('<MAKEINSTANCE[^>]*>', source))}
    ties = []
    for link in map(attributes_of, re.findall('<TLINK[^>]*>', source)):
        event, time = instances.get(link.get('eventInstanceID')), link.get('relatedToTime')
        if event in starts and time in starts:
            ties.append((starts[event], starts[time], link['relType']))
    return ''.join(text), published, sorted(gold), ties


def find_dates(build, model, documents):
    """Runs the program; mentions of each document, and its words with their sentence and date, offsets in characters."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for name, (text, published, _, _) in documents.items():
            file = pathlib.Path(folder, name)
            file.write_text(text, encoding='utf-8')
            lines.append(f'{file}\t{published}\n')
        run = subprocess.run([f'{build}/src/resolve/rapporteur_eval_dates', model], input=''.join(lines), text=True,
                             stdout=subprocess.PIPE, check=True)
    found, words = collections.defaultdict(list), collections.defaultdict(dict)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        name = pathlib.Path(item['path']).name
        data = documents[name][0].encode()
        for key in ('start', 'end', 'word', 'date'):
            if key in item:
                item[key] = len(data[:item[key]].decode())
        if 'word' in item:
            words[name][item['word']] = item
        else:
            found[name].append(item)
    return found, words


def score_ties(documents, found, words, show):
    counts = collections.Counter()
    for name, (text, _, _, ties) in documents.items():
        for event, time, relation in ties:
            word = words[name].get(event)
            mention = next((m for m in found[name] if m['start'] <= time < m['end']), None)
            if word is None or mention is None:
                continue
            date = next((w for w in words[name].values() if w['word'] == mention['start']), None)
            if date is None or date['sentence'] != word['sentence']:
                continue
            given = word.get('date')
            if relation in ('BEFORE', 'AFTER') and given == mention['start']:
                counts['false'] += 1
                kind = 'FALSE'
            elif relation in ('IS_INCLUDED', 'DURING', 'SIMULTANEOUS'):
                counts['ties'] += 1
                kind = 'right' if given == mention['start'] else 'none' if given is None else 'other'
                counts[kind] += 1
            else:
                continue
            if show and kind != 'right':
                low, high = min(event, time) - 60, max(event, time) + 40
                print('TIE', kind, name, text[event:event + 15].split()[0], '->', text[time:mention['end']], '|',
                      text[max(0, low):high].replace('\n', ' '))
    return counts


def score(documents, found, show):
    counts = collections.Counter()
    for name, (text, _, gold, _) in documents.items():
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
    found, words = find_dates(options.build, options.model, documents)
    counts = score(documents, found, options.misses)
    print(f"{options.half}: {len(documents)} documents, {counts['gold']} dates, recall "
          f"{counts['matched'] / counts['gold']:.3f}, value accuracy {counts['right'] / counts['matched']:.3f} "
          f"({counts['right']} of {counts['matched']}); {counts['found']} found, "
          f"{counts['found in gold']} of them on a gold DATE")
    ties = score_ties(documents, found, words, options.misses)
    print(f"ties: {ties['ties']} events, {ties['right']} given their date, {ties['other']} another of the sentence, "
          f"{ties['none']} none; {ties['false']} given one that they come before or after")
    return 0


if __name__ == '__main__':
    sys.exit(main())
