"""What the scripts that measure on sets of single sentences share: halves by a hash of the id, and reading each sentence as a
report of its own with the command line program."""
import hashlib
import json
import pathlib
import subprocess
import tempfile


def in_half(key, half):
    """Even md5 is the tuning half, odd the half that is reported."""
    even = int(hashlib.md5(key.encode()).hexdigest(), 16) % 2 == 0
    return half == 'all' or even == (half == 'tune')


def read_each(program, texts, published=None):
    """{key: items} for {key: text}; the report's id is replaced by the key. `published` is a day for all, or {key: day}."""
    keys = list(texts)
    days = published if isinstance(published, dict) else dict.fromkeys(keys, published)
    records = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, 'texts.jsonl'), pathlib.Path(folder, 'records.jsonl')
        articles = [{'text': texts[key], **({'published': days[key]} if days[key] else {})} for key in keys]
        source.write_text(''.join(json.dumps(article) + '\n' for article in articles), encoding='utf-8')
        subprocess.run([program, 'read', '--format', 'jsonl', '-j', '2', '-o', str(target), str(source)], check=True)
        read = []
        for line in target.read_text(encoding='utf-8').split('\n'):
            if not line:
                continue
            item = json.loads(line)
            if item['kind'] == 'report':
                read.append([])
            read[-1].append(item)
    if len(read) != len(keys):
        raise SystemExit(f'{len(read)} records for {len(keys)} texts')
    for key, items in zip(keys, read):
        records[key] = [{**item, 'report': key} for item in items]
    return records
