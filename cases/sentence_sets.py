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
    """{key: items} for {key: text}; the report's id is replaced by the key."""
    keys = list(texts)
    records = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, 'in'), pathlib.Path(folder, 'out')
        source.mkdir()
        for number, key in enumerate(keys):
            (source / f'{number:06}.txt').write_bytes(texts[key].encode())
        subprocess.run([program, 'read', '--format', 'jsonl', '-j', '2', *(['--published', published] if published else []),
                        '-o', f'{target}/', str(source)], check=True)
        for number, key in enumerate(keys):
            lines = (target / f'{number:06}.jsonl').read_text(encoding='utf-8').splitlines()
            records[key] = [{**json.loads(line), 'report': key} for line in lines]
    return records
