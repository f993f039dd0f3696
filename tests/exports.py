#!/usr/bin/env python3
"""Loads every export as its users' loaders do: column names, numbers of columns, types, keys. Only the standard library.

    python3 tests/exports.py PROGRAM        (from the repository's root)
"""
import csv
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
ROOT = pathlib.Path.cwd()
DATA = ['--base-lexicon', str(ROOT / 'lexicon'), '--model', str(ROOT / 'model/english.rapm')]
CASES = [*sorted((ROOT / 'examples').glob('*.txt')), *sorted((ROOT / 'cases').glob('[!u]*/report.txt'))[:1]]
HAPPENED = {'actual', 'ongoing'}

POLECAT = ['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts', 'Actor Name', 'Actor Country',
           'Actor COW', 'Primary Actor Sector', 'Actor Sectors', 'Actor Title', 'Actor Name Raw', 'Wikipedia Actor ID',
           'Recipient Name', 'Recipient Country', 'Recipient COW', 'Primary Recipient Sector', 'Recipient Sectors',
           'Recipient Title', 'Recipient Name Raw', 'Wikipedia Recipient ID', 'Placename', 'City', 'District', 'Province',
           'Country', 'Latitude', 'Longitude', 'GeoNames ID', 'Raw Placename', 'Feature Type', 'Source', 'Publication Date',
           'Story People', 'Story Organizations', 'Story Locations', 'Language', 'Version']
ICEWS = ['Event ID', 'Event Date', 'Source Name', 'Source Sectors', 'Source Country', 'Event Text', 'CAMEO Code', 'Intensity',
         'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number', 'Publisher', 'City', 'District',
         'Province', 'Country', 'Latitude', 'Longitude']
ACTOR = ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code', 'Type1Code', 'Type2Code',
         'Type3Code']
GEO = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID']
GDELT = (['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'] + ['Actor1' + c for c in ACTOR] + ['Actor2' + c for c in ACTOR] +
         ['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale', 'NumMentions', 'NumSources',
          'NumArticles', 'AvgTone'] + [f'{who}Geo_{c}' for who in ('Actor1', 'Actor2', 'Action') for c in GEO] +
         ['DATEADDED', 'SOURCEURL'])
MENTIONS = ['GLOBALEVENTID', 'EventTimeDate', 'MentionTimeDate', 'MentionType', 'MentionSourceName', 'MentionIdentifier', 'SentenceID',
            'Actor1CharOffset', 'Actor2CharOffset', 'ActionCharOffset', 'InRawText', 'Confidence', 'MentionDocLen',
            'MentionDocTone', 'MentionDocTranslationInfo', 'Extras']
PHOENIX = ['id_version', 'date', 'year', 'month', 'day', 'source', 'source_root', 'source_agent', 'source_others', 'target', 'target_root',
           'target_agent', 'target_others', 'code', 'root_code', 'quad_class', 'goldstein', 'issues', 'lat', 'lon', 'placeName',
           'stateName', 'countryName', 'ids', 'urls', 'sources']
PETRARCH2 = ['date', 'source', 'target', 'code', 'issues', 'ids', 'url', 'StorySource', 'srctext', 'tgttext', 'eventtext']
DYADS = ['period', 'source', 'source_cow', 'source_gw', 'target', 'target_cow', 'target_gw', 'type', 'quad', 'events', 'reports',
         'mean_score', 'mean_goldstein']

REPORT = '''OSTRAVIL, March 5 — The army and the rebels clashed near Homs on Monday, killing at least 12 people.

The foreign ministers of France and Germany met in Berlin on Tuesday. “We want peace,” German Foreign Minister Jon\tBerg told
reporters. "Moderate" rebels shelled the port of Latakia on 4 March 2024. The United Nations condemned the attack.

Police arrested 1,200 students in Ankara. The envoys will meet in Geneva on Friday. France threatened to impose sanctions on Syria.
'''

checks = 0


def check(holds, message):
    global checks
    checks += 1
    if not holds:
        sys.exit(f'FAILED: {message}')


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, check=False)
    check(done.returncode == code, f'{arguments}: exit code {done.returncode}, expected {code}: {done.stderr.decode()}')
    return done.stdout.decode('utf-8') if code == 0 else done.stderr.decode('utf-8')


def table(text, names, header):
    """As csv.reader with tabs reads it, quoting as it comes; and as splitting does: both must agree."""
    rows = list(csv.reader(io.StringIO(text, newline=''), delimiter='\t'))
    check(rows == [line.split('\t') for line in text.splitlines()], 'csv.reader and splitlines disagree')
    if header:
        check(rows and rows[0] == names, f'header {rows[:1]}')
        rows = rows[1:]
    for row in rows:
        check(len(row) == len(names), f'{len(row)} columns, expected {len(names)}: {row}')
    return [dict(zip(names, row)) for row in rows]


def is_int(text):
    return re.fullmatch(r'-?\d+', text) is not None


def is_number(text):
    return re.fullmatch(r'-?\d+(\.\d+)?', text) is not None


def is_day(text):
    try:
        return datetime.datetime.strptime(text, '%Y-%m-%d') is not None
    except ValueError:
        return False


def polecat(text, events):
    rows = table(text, POLECAT, header=True)
    for row in rows:
        check(all(row.values()), f'an empty cell, expected None: {row}')
        report, event, dyad = row['Event ID'].split('_')
        check(event in events and report == events[event]['report'] and int(dyad) >= 1, row['Event ID'])
        check(row['Event Date'] == 'None' or is_day(row['Event Date']), row['Event Date'])
        check(row['Event Type'] == events[event]['type'], row['Event Type'])
        check(-10 <= float(row['Intensity']) <= 10, row['Intensity'])
        check(row['Quad Code'] in ('VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'), row['Quad Code'])
        for who in ('Actor', 'Recipient'):
            check(row[who + ' COW'] == 'None' or is_int(row[who + ' COW']), row[who + ' COW'])
            check(row[who + ' Country'] == 'None' or re.fullmatch('[A-Z]{3}', row[who + ' Country']), row[who + ' Country'])
            sectors = row[who + ' Sectors'].split('; ')
            check(sectors[0] == row[f'Primary {who} Sector'], sectors)
        for key in ('Latitude', 'Longitude'):
            check(row[key] == 'None' or is_number(row[key]), row[key])
        check(row['GeoNames ID'] == 'None' or is_int(row['GeoNames ID']), row['GeoNames ID'])
    return rows


def icews(text, events):
    rows = table(text, ICEWS, header=True)
    for row in rows:
        check(is_int(row['Event ID']) and is_int(row['Story ID']) and is_int(row['Sentence Number']), row)
        check(row['Event Date'] == '' or is_day(row['Event Date']), row['Event Date'])
        check(re.fullmatch(r'\d{2,4}', row['CAMEO Code']) and row['Event Text'], row)
        check(-10 <= float(row['Intensity']) <= 10, row['Intensity'])
        check(all(row[key] == '' or is_number(row[key]) for key in ('Latitude', 'Longitude')), row)
    check(len({row['Event ID'] for row in rows}) == len(rows), 'event ids are not unique')
    return rows


def gdelt(text, events):
    rows = table(text, GDELT, header=False)
    for row in rows:
        check(is_int(row['GLOBALEVENTID']) and int(row['GLOBALEVENTID']) < 2**53, row['GLOBALEVENTID'])
        if row['SQLDATE']:
            check(re.fullmatch(r'\d{8}', row['SQLDATE']) and row['SQLDATE'].startswith(row['MonthYear']), row['SQLDATE'])
            check(row['MonthYear'].startswith(row['Year']) and 0 <= float(row['FractionDate']) - int(row['Year']) < 1, row)
        check(row['QuadClass'] in '1234' and row['IsRootEvent'] in '01', row)
        check(row['EventCode'].startswith(row['EventBaseCode']) and row['EventBaseCode'].startswith(row['EventRootCode']), row)
        check(is_number(row['GoldsteinScale']) and int(row['NumMentions']) >= 1, row)
        for who in ('Actor1', 'Actor2', 'Action'):
            check(row[who + 'Geo_Type'] in '012345', row[who + 'Geo_Type'])
            check(row[who + 'Geo_CountryCode'] == '' or len(row[who + 'Geo_CountryCode']) == 2, row[who + 'Geo_CountryCode'])
        check(row['DATEADDED'] == '' or re.fullmatch(r'\d{14}', row['DATEADDED']), row['DATEADDED'])
        check(row['SOURCEURL'], 'no SOURCEURL')
    check(len({row['GLOBALEVENTID'] for row in rows}) == len(rows), 'GLOBALEVENTIDs are not unique')
    return rows


def mentions(text, events):
    rows = table(text, MENTIONS, header=False)
    for row in rows:
        check(all(is_int(row[key]) for key in MENTIONS if key.endswith(('ID', 'Offset', 'Type', 'InRawText', 'Confidence', 'Len'))), row)
        check(int(row['Confidence']) % 10 == 0 and 10 <= int(row['Confidence']) <= 100, row['Confidence'])
    return rows


def phoenix(text, events):
    rows = table(text, PHOENIX, header=False)
    for row in rows:
        check(row['id_version'].rsplit('_', 1)[0] in events, row['id_version'])
        check(row['date'] == row['year'] + row['month'] + row['day'] and len(row['date']) in (0, 8), row['date'])
        check(row['code'].startswith(row['root_code']) and row['quad_class'] in '1234' and is_number(row['goldstein']), row)
        for who in ('source', 'target'):
            code = row[who]
            check(code and len(code) % 3 == 0, code)
            rest = code[3:] if row[who + '_root'] or code.startswith('---') else code
            check(rest == row[who + '_agent'] + row[who + '_others'].replace(';', ''), f'{row}')
        check(all(re.fullmatch(r'[\w-]+,\d+', issue) for issue in row['issues'].split(';') if issue), row['issues'])
    return rows


def petrarch2(text, events):
    rows = table(text, PETRARCH2, header=False)
    for row in rows:
        check(row['date'] == '' or re.fullmatch(r'\d{8}', row['date']), row['date'])
        check(all(row[key] for key in ('source', 'target', 'code', 'ids', 'StorySource', 'srctext', 'tgttext', 'eventtext')), row)
    return rows


def plover(text, events):
    rows = [json.loads(line) for line in text.splitlines()]
    for row in rows:
        check({'id', 'date', 'actor', 'event'} <= set(row) and row['id'] in events, row)
        check(row['event'] == [events[row['id']]['type']], row['event'])
        check(row['date'] is None or is_day(row['date']), row['date'])
        check(len(row['actor']) == len(events[row['id']]['actors']), 'actors')
        for who in row['actor'] + row['recipient']:
            check({'code', 'sector', 'entity_text', 'identifier_id', 'identifier_text', 'office'} <= set(who), who)
        for key in ('mode', 'context', 'event_text'):
            check(isinstance(row[key], list), key)
        check(row['quad_code'] in ('Q1', 'Q2', 'Q3', 'Q4') and isinstance(row['event_scale'], (int, float)), row)
        check(set(row['size']) == {'dead', 'injured', 'arrested'}, row['size'])
        check(all(count is None or isinstance(count, int) for count in row['size'].values()), row['size'])
        check(set(row['text_info']) == {'sequence', 'start', 'end'} and row['text'], row)
    check([row['id'] for row in rows] == [i for i, e in events.items() if e['status'] in HAPPENED], 'which events')
    return rows


def citron(text, items):
    documents = [json.loads(line) for line in text.splitlines()]
    check(len(documents) == sum(item['kind'] == 'report' for item in items), 'a document a report')
    check(sum(len(document['quotes']) for document in documents) == sum(item['kind'] == 'statement' for item in items), 'quotes')
    for document in documents:
        check(set(document) == {'text', 'quotes'}, set(document))
        for quote in document['quotes']:
            spans = [quote['cue'], *quote['sources'], *quote['contents'], *quote['coreferences']]
            check(quote['contents'] and all(document['text'][s['start']:s['end']] == s['text'] for s in spans), quote)
            check(0 <= quote['confidence'] <= 1 and quote['id'], quote)


def annotations(text, texts, items):
    rows = [json.loads(line) for line in text.splitlines()]
    check(len(rows) == sum(item['kind'] != 'report' for item in items), 'one annotation an item')
    for row in rows:
        check(row['@context'] == 'http://www.w3.org/ns/anno.jsonld' and row['type'] == 'Annotation', row)
        report = texts[row['id'].split(':')[2]]
        check(row['body'] and row['target'], row)
        for body in row['body']:
            check(body['type'] == 'TextualBody' and body['value'], body)
        for target in row['target']:
            check(target['source'] == 'urn:rapporteur:' + row['id'].split(':')[2], target['source'])
            quote, position = target['selector']
            check(quote['type'] == 'TextQuoteSelector' and position['type'] == 'TextPositionSelector', target)
            start, end = position['start'], position['end']
            check(report[start:end] == quote['exact'], quote)
            check(report[:start].endswith(quote['prefix']) and report[end:].startswith(quote['suffix']), quote)


TABLES = {'polecat': polecat, 'icews': icews, 'gdelt': gdelt, 'gdelt-mentions': mentions, 'phoenix': phoenix, 'petrarch2': petrarch2,
          'plover': plover}


def check_read(paths):
    """All formats of several reports in one file; what was loaded, and the record's events by id."""
    options = [*DATA, '--published', '2024-03-06', '--publisher', 'The\tPost']
    names = [str(path) for path in paths]
    items = [json.loads(line) for line in run('read', *options, '--format', 'jsonl', *names).splitlines()]
    reports = [item['id'] for item in items if item['kind'] == 'report']
    texts = dict(zip(reports, (path.read_text(encoding='utf-8') for path in paths)))
    events = {item['id']: item for item in items if item['kind'] == 'event'}
    loaded = {name: load(run('read', *options, '--format', name, *names), events) for name, load in TABLES.items()}
    sizes = {len(loaded[name]) for name in ('polecat', 'icews', 'gdelt', 'phoenix', 'petrarch2')}
    check(len(sizes) == 1 and sizes.pop() >= len(loaded['plover']) > 0, 'the dyadic formats differ in their rows')
    check({row['GLOBALEVENTID'] for row in loaded['gdelt']} == {row['GLOBALEVENTID'] for row in loaded['gdelt-mentions']}, 'mentions')
    for row in loaded['gdelt-mentions']:
        size = len(texts[row['MentionIdentifier']])
        check(int(row['MentionDocLen']) == size and 0 <= int(row['ActionCharOffset']) < size, row)
    citron(run('read', *options, '--format', 'citron', *names), items)
    annotations(run('read', *options, '--format', 'web-annotation', *names), texts, items)
    return loaded, events


def check_own_report(folder):
    path = folder / 'own.txt'
    path.write_text(REPORT, encoding='utf-8')
    loaded, _ = check_read([path, *CASES])
    options = [*DATA, '--published', '2024-03-06', '--publisher', 'The\tPost', '--format', 'jsonl']
    items = [json.loads(line) for line in run('read', *options, str(path)).splitlines()]
    events = {item['id']: item for item in items if item['kind'] == 'event'}
    check(any(row['Country'] == 'SYR' and row['Feature Type'].startswith('PPL') and row['Province'] != 'None' for row in loaded['polecat']),
          'no town with its division')
    check(any(row['ActionGeo_CountryCode'] == 'SY' for row in loaded['gdelt']), 'no FIPS code')
    check(any(row['Actor COW'] == '220' for row in loaded['polecat']), 'no COW number of France')
    check(any(row['size']['dead'] == 12 for row in loaded['plover']), 'no twelve dead')
    dyads = {(row['source'], row['target']) for row in loaded['petrarch2']}
    check({('SYRMIL', 'SYRREB'), ('SYRREB', 'SYRMIL')} <= dyads, f'the clash goes both ways: {dyads}')
    check({('FRAGOV', 'DEUGOV'), ('DEUGOV', 'FRAGOV')} <= dyads, f'the meeting goes both ways: {dyads}')
    statuses = {event['status'] for event in events.values()}
    check(not statuses <= HAPPENED, 'the report has nothing to come')
    everything = plover_ids(path, 'all')
    check(everything == list(events), '--status all takes every event')
    for status in statuses:
        check(plover_ids(path, status) == [i for i, e in events.items() if e['status'] == status], status)


def plover_ids(path, status):
    text = run('read', *DATA, '--published', '2024-03-06', '--publisher', 'The\tPost', '--format', 'plover', '--status', status, str(path))
    return [json.loads(line)['id'] for line in text.splitlines()]


def check_many(folder):
    """Several reports in one file: one header; in a folder: one each."""
    reports = [folder / 'own.txt', next((ROOT / 'examples').glob('*.txt'))]
    names = [str(report) for report in reports]
    table(run('read', *DATA, '--format', 'icews', *names), ICEWS, header=True)
    run('read', *DATA, '--format', 'icews', '-o', str(folder / 'each') + '/', *names)
    files = sorted((folder / 'each').iterdir())
    check([file.name for file in files] == sorted(report.stem + '.icews.tab' for report in reports), files)
    for file in files:
        table(file.read_text(encoding='utf-8'), ICEWS, header=True)
    documents = run('read', *DATA, '--format', 'citron', *names).splitlines()
    check(len(documents) == 2 and all('quotes' in json.loads(document) for document in documents), 'a document a line')
    empty = folder / 'empty.txt'
    empty.write_text('')
    check(run('read', *DATA, '--format', 'icews', str(empty)) == '\t'.join(ICEWS) + '\n', 'an empty report gives the header')
    check(run('read', *DATA, '--format', 'gdelt', str(empty)) == '', 'an empty report gives no row')


def check_wrong_options(folder):
    path = str(folder / 'own.txt')
    message = run('read', *DATA, '--format', 'gedlt', path, code=2)
    check('found "gedlt", expected one of jsonl, plover, polecat' in message, message)
    message = run('read', *DATA, '--format', 'gdelt', '--status', 'happened', path, code=2)
    check('--status: found "happened", expected one or more of actual, ongoing' in message, message)
    message = run('read', *DATA, '--format', 'citron', '--status', 'actual', path, code=2)
    check('--status: found with a format that does not choose events' in message, message)
    run('read', *DATA, '--format', 'text', '--status', 'actual', path, code=2)


def check_export(folder):
    record = str(folder / 'record.duckdb')
    reports = [str(report) for report in [CASES[0], folder / 'own.txt']]
    said = ['--published', '2024-03-06', '--url', 'https://example.org/a?b="c"']
    run('add', '--record', record, *DATA, *said, *reports)
    for name in [*TABLES, 'citron', 'web-annotation', 'jsonl']:
        read = run('read', *DATA, *said, '--format', name, *reports)
        exported = run('export', '--record', record, '--base-lexicon', str(ROOT / 'lexicon'), '--format', name)
        check(read == exported, f'export gives other {name} than read')
        check(name in ('jsonl', 'citron', 'web-annotation') or exported, f'{name} is empty')
    check_dyads(record)
    check_tables(record, folder)
    message = run('export', '--record', record, '--by', 'day', code=2)
    check('--by: found without --format dyads' in message, message)
    message = run('export', '--record', record, '--format', 'dyads', '--by', 'week', code=2)
    check('week' in message, message)
    message = run('export', '--record', record, '--format', 'parquet', code=2)
    check('name it with -o DIR' in message, message)
    message = run('export', '--record', record, '--format', 'csv', '--status', 'all', '-o', str(folder), code=2)
    check('leave it out' in message, message)


def check_dyads(record):
    events = [json.loads(line) for line in run('export', '--record', record).splitlines()]
    happened = [event for event in events if event['kind'] == 'event' and event['status'] in HAPPENED]
    totals = {}
    for by, pattern in (('day', r'\d{4}-\d\d-\d\d'), ('month', r'\d{4}-\d\d'), ('year', r'\d{4}')):
        text = run('export', '--record', record, '--base-lexicon', str(ROOT / 'lexicon'), '--format', 'dyads', '--by', by)
        reader = csv.DictReader(io.StringIO(text, newline=''))
        rows = list(reader)
        check(reader.fieldnames == DYADS, reader.fieldnames)
        for row in rows:
            check(row['period'] == '' or re.fullmatch(pattern, row['period']), row['period'])
            check(int(row['events']) >= int(row['reports']) >= 1 and row['quad'] in '1234', row)
            check(-10 <= float(row['mean_score']) <= 10 and -10 <= float(row['mean_goldstein']) <= 10, row)
        keys = [(row['period'], row['source'], row['target'], row['type']) for row in rows]
        check(keys == sorted(set(keys)), 'in order, each once')
        totals[by] = sum(int(row['events']) for row in rows)
    check(len(set(totals.values())) == 1 and totals['day'] >= len(happened), totals)


WIRE = '''The army of France shelled the port of Latakia on 4 March 2024, killing at least 12 people, hospital officials said.

The foreign minister of Germany met his counterpart of Turkey in Ankara on 5 March 2024 and called for a truce at once.
'''


def check_merged(folder):
    """Two papers print one wire story, a third paper another: what both tell is one event, told by two."""
    articles, record = folder / 'articles.jsonl', str(folder / 'merged.duckdb')
    texts = [WIRE, WIRE.replace('hospital officials said', 'hospital officials told reporters'),
             'Police arrested 40 students in Lima on 9 March 2024.\n']
    with open(articles, 'w', encoding='utf-8') as file:
        for n, text in enumerate(texts):
            file.write(json.dumps({'text': text, 'published': '2024-03-06', 'publisher': f'Paper {n}',
                                   'url': f'https://example.org/{n}'}) + '\n')
    run('add', '--record', record, *DATA, str(articles))
    lexicon = ['--base-lexicon', str(ROOT / 'lexicon')]
    message = run('export', '--record', record, *lexicon, '--format', 'gdelt', '--merged', code=3)
    check('run rapporteur merge' in message, message)
    run('merge', '--record', record, *lexicon)
    message = run('export', '--record', record, '--merged', code=2)
    check('leave it out' in message, message)
    rows = {}
    for name in ('gdelt', 'gdelt-mentions', 'phoenix', 'polecat', 'icews', 'petrarch2', 'plover', 'dyads'):
        for merged in ([], ['--merged']):
            text = run('export', '--record', record, *lexicon, '--format', name, *merged)
            rows[name, bool(merged)] = [line.split('\t') for line in text.splitlines()]
        check(len(rows[name, True]) <= len(rows[name, False]), name)
    events = [dict(zip(GDELT, row)) for row in rows['gdelt', True]]
    check(len(events) < len(rows['gdelt', False]), 'fewer events')
    shelled = [row for row in events if row['EventCode'] == '194' and row['Actor2Name'] == 'port']
    check(len(shelled) == 1 and [shelled[0][n] for n in ('NumMentions', 'NumSources', 'NumArticles')] == ['2', '1', '2'], shelled)
    arrested = [row for row in events if row['NumArticles'] == '1']
    check(arrested and all(row['NumSources'] == row['NumMentions'] == '1' for row in arrested), arrested)
    mentioned = {row[0] for row in rows['gdelt-mentions', True]}
    check(mentioned == {row['GLOBALEVENTID'] for row in events}, mentioned)
    check(len({row[5] for row in rows['gdelt-mentions', True]}) == 3, 'every report is mentioned')
    sources = [dict(zip(PHOENIX, row)) for row in rows['phoenix', True]]
    check(any(row['sources'] == 'Paper 0;Paper 1' and row['urls'] == 'https://example.org/0;https://example.org/1' for row in sources),
          sources)


def check_tables(record, folder):
    tables = folder / 'tables'
    run('export', '--record', record, '--format', 'csv', '-o', str(tables))
    run('export', '--record', record, '--format', 'parquet', '-o', str(tables))
    names = sorted(file.stem for file in tables.glob('*.csv'))
    documented = sorted(re.findall(r'^### (\w+)$', (ROOT / 'docs/store.md').read_text(encoding='utf-8'), re.M))
    check(names == documented == sorted(file.stem for file in tables.glob('*.parquet')), names)
    check(len(list(tables.iterdir())) == 2 * len(names), 'other files')
    for file in tables.glob('*.parquet'):
        data = file.read_bytes()
        check(data[:4] == data[-4:] == b'PAR1', file)
    items = [json.loads(line) for line in run('export', '--record', record).splitlines()]
    for kind, name in (('report', 'reports'), ('event', 'events'), ('statement', 'statements'), ('actor', 'actors')):
        with open(tables / (name + '.csv'), encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        check([row['id'] for row in rows] == [item['id'] for item in items if item['kind'] == kind], name)
    with open(tables / 'evidence.csv', encoding='utf-8', newline='') as file:
        evidence = list(csv.DictReader(file))
    expected = [words['text'] for item in items if item['kind'] != 'report' for words in item['evidence']]
    check(sorted(row['text'] for row in evidence) == sorted(expected), 'the words of the evidence')


def main():
    csv.field_size_limit(1 << 24)
    has_store = 'without DuckDB' not in subprocess.run([PROGRAM, 'export', '--record', '/nonexistent'], capture_output=True,
                                                        check=False).stderr.decode()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_own_report(folder)
        check_many(folder)
        check_wrong_options(folder)
        if has_store:
            check_export(folder)
            check_merged(folder)
    print(f'{checks} checks passed' + ('' if has_store else '; no store: export was not tried'))


main()
