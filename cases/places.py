#!/usr/bin/env python3
"""Measures places on GeoWebNews or LGL: recall of names, and how far off the resolved ones are.

    python3 cases/places.py ARTICLES.xml BUILD_DIR [--half tune|report] [--misses]

Counted are names with coordinates and a GeoNames id; of GeoWebNews only those that stand for the place (no demonyms, no
parts of other names), of LGL all but demonyms that lexicon/states.tsv lists (LGL does not mark which are parts of other
names: "Alexandria City Public Schools"). A found place matches a gold one when they share a character. Right is within
161 km (100 miles). The point of a whole state, a continent or an ocean is a convention, so that the share within
161 km is told twice: of towns, regions and sites alone, and of everything. False alarms are found places that share no
character with any name in the set, of whatever kind ("precision").
Halves: md5 of the article's number or address ends in an even (tune) or odd (report) hexadecimal digit. For measuring only.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

NEAR_KM = 161


def half_of(key):
    return 'tune' if int(hashlib.md5(key.encode()).hexdigest()[-1], 16) % 2 == 0 else 'report'


def distance_km(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(half)))


def gold_of(toponym):
    """(start, end, (lat, lon)) of a toponym of either format; None where it has no GeoNames place."""
    tag = toponym.find('gaztag')
    if tag is not None:
        if not tag.get('geonameid'):
            return None
        lat, lon = tag.findtext('lat'), tag.findtext('lon')
    else:
        literal = toponym.findtext('type') in ('Literal', 'Literal_Modifier', 'Mixed', 'Coercion')
        if not literal or not toponym.findtext('geonamesID') or toponym.findtext('nonLocational') == 'Yes':
            return None
        lat, lon = toponym.findtext('latitude'), toponym.findtext('longitude')
    if not lat or not lon:
        return None
    return int(toponym.findtext('start')), int(toponym.findtext('end')), (float(lat), float(lon))


def demonyms_of(lexicon):
    lines = pathlib.Path(lexicon, 'states.tsv').read_text().splitlines()
    return {word for line in lines if not line.startswith('#') for word in line.split('\t')[3].split('|')}


def read(path, half, demonyms):
    documents = {}
    for number, article in enumerate(ElementTree.parse(path).getroot()):
        key = article.get('file') or article.get('docid') or str(number)
        if half_of(key) == half:
            text = article.findtext('text')
            gold = [place for place in map(gold_of, article.iter('toponym')) if place is not None]
            gold = [place for place in gold if text[place[0]:place[1]] not in demonyms]
            marked = [(int(t.findtext('start')), int(t.findtext('end'))) for t in article.iter('toponym')]
            documents[f'{number}.txt'] = (text, gold, marked)
    return documents


def find_places(build, model, lexicon, documents):
    with tempfile.TemporaryDirectory() as folder:
        for name, (text, _, _) in documents.items():
            pathlib.Path(folder, name).write_bytes(text.encode())
        run = subprocess.run([f'{build}/src/resolve/rapporteur_eval_dates', model, lexicon], text=True, check=True,
                             input=''.join(f'{folder}/{name}\t\n' for name in documents), stdout=subprocess.PIPE)
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        name = pathlib.Path(item['path']).name
        data = documents[name][0].encode()
        item['start'], item['end'] = (len(data[:item[end]].decode()) for end in ('start', 'end'))
        found[name].append(item)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('articles')
    parser.add_argument('build')
    parser.add_argument('--model', default='model/english.rapm')
    parser.add_argument('--lexicon', default='lexicon')
    parser.add_argument('--half', choices=['tune', 'report'], default='tune')
    parser.add_argument('--misses', action='store_true', help='show what is missed or far off')
    parser.add_argument('--false', action='store_true', help='show the false alarms')
    options = parser.parse_args()
    documents = read(options.articles, options.half, demonyms_of(options.lexicon))
    found = find_places(options.build, options.model, options.lexicon, documents)
    counts = collections.Counter()
    for name, (text, gold, marked) in documents.items():
        for start, end, point in gold:
            counts['gold'] += 1
            place = next((p for p in found[name] if p['start'] < end and start < p['end']), None)
            kind = 'missed' if place is None else 'unknown' if 'lat' not in place else 'far'
            if kind == 'far' and distance_km(point, (place['lat'], place['lon'])) <= NEAR_KM:
                kind = 'near'
            counts[kind] += 1
            counts['state ' + kind] += place is not None and place['state']
            if options.misses and kind != 'near':
                print(kind.upper(), name, '[[', text[start:end], ']]', place and place['country'], point,
                      repr(text[max(0, start - 40):end + 25]))
        for place in found[name]:
            if place['dateline']:
                continue
            right = any(place['start'] < end and start < place['end'] for start, end in marked)
            counts['right' if right else 'false'] += 1
            if options.false and not right:
                print('FALSE', name, '[[', text[place['start']:place['end']], ']]', place['country'],
                      repr(text[max(0, place['start'] - 40):place['end'] + 25]))
    resolved = counts['near'] + counts['far']
    states = counts['state near'] + counts['state far']
    share = (counts['near'] - counts['state near']) / max(1, resolved - states)
    print(f"{options.half}: {len(documents)} articles, {counts['gold']} names; found "
          f"{(counts['gold'] - counts['missed']) / counts['gold']:.3f} ({counts['unknown']} by name only); within {NEAR_KM} km "
          f"{share:.3f} of {resolved - states} without states, {counts['near'] / max(1, resolved):.3f} of {resolved} with them; "
          f"precision {counts['right'] / max(1, counts['right'] + counts['false']):.3f}")
    return 0


if __name__ == '__main__':
    sys.exit(main())
