#!/usr/bin/env python3
"""Measures places on GeoWebNews or LGL: recall of names, and how far off the resolved ones are.

    python3 cases/places.py ARTICLES.xml BUILD_DIR [--half tune|report] [--misses]

Counted are names with coordinates and a GeoNames id; of GeoWebNews only those that stand for the place (no demonyms, no
parts of other names). A found place matches a gold one when they share a character. States
have no coordinates here: they are counted as found and left out of the distances. Right is within 161 km (100 miles).
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


def read(path, half):
    documents = {}
    for number, article in enumerate(ElementTree.parse(path).getroot()):
        key = article.get('file') or article.get('docid') or str(number)
        if half_of(key) == half:
            gold = [place for place in map(gold_of, article.iter('toponym')) if place is not None]
            documents[f'{number}.txt'] = (article.findtext('text'), gold)
    return documents


def find_places(build, model, lexicon, documents):
    with tempfile.TemporaryDirectory() as folder:
        for name, (text, _) in documents.items():
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
    options = parser.parse_args()
    documents = read(options.articles, options.half)
    found = find_places(options.build, options.model, options.lexicon, documents)
    counts = collections.Counter()
    for name, (text, gold) in documents.items():
        for start, end, point in gold:
            counts['gold'] += 1
            place = next((p for p in found[name] if p['start'] < end and start < p['end']), None)
            if place is None:
                kind = 'missed'
            elif place['state']:
                kind = 'states'
            elif 'lat' not in place:
                kind = 'unknown'
            else:
                kind = 'near' if distance_km(point, (place['lat'], place['lon'])) <= NEAR_KM else 'far'
            counts[kind] += 1
            if options.misses and kind in ('missed', 'unknown', 'far'):
                print(kind.upper(), name, '[[', text[start:end], ']]', place and place['country'], point,
                      repr(text[max(0, start - 40):end + 25]))
    resolved = counts['near'] + counts['far']
    print(f"{options.half}: {len(documents)} articles, {counts['gold']} names; found "
          f"{(counts['gold'] - counts['missed']) / counts['gold']:.3f} ({counts['states']} as states, {counts['unknown']} by "
          f"name only); of {resolved} with coordinates {counts['near'] / max(1, resolved):.3f} within {NEAR_KM} km")
    return 0


if __name__ == '__main__':
    sys.exit(main())
