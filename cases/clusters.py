#!/usr/bin/env python3
"""Whether reports that tell the same main event are found: pairwise F1 on the clusters corpus.

    python3 cases/clusters.py --program build/release/src/tools/rapporteur [--half tune|report] [--show] \\
        ../shared/data/clusters/articles.jsonl

The articles of the half are added to a record of their own, `merge` gives each its story, and every pair of articles is
right where both say "same" or both "other". The halves are by the event's md5 (even: for tuning). --show prints the
pairs that are wrong, of the tuning half only. The corpus measures and never enters the repository.
"""
import argparse
import collections
import itertools
import json
import pathlib
import subprocess
import tempfile

from sentence_sets import in_half


def stories_of(program, articles):
    """{title and publisher: story} of the articles, as the program merges them."""
    with tempfile.TemporaryDirectory() as folder:
        given = pathlib.Path(folder, 'articles.jsonl')
        given.write_text(''.join(json.dumps({key: article[key] for key in ('title', 'published', 'publisher', 'url', 'text')}) + '\n'
                                 for article in articles), encoding='utf-8')
        record = str(pathlib.Path(folder, 'record.duckdb'))
        subprocess.run([program, 'add', '-j', '1', '--record', record, str(given)], check=True, stdout=subprocess.DEVNULL)
        lines = subprocess.run([program, 'merge', '--record', record, '--list', 'reports'], check=True,
                               capture_output=True, text=True).stdout.splitlines()
    stories = [line.split('\t')[2] for line in lines]
    if len(stories) != len(articles):
        raise SystemExit(f'found {len(stories)} reports of {len(articles)} articles: some are the same')
    return stories


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('articles')
    parser.add_argument('--program', required=True)
    parser.add_argument('--half', choices=['tune', 'report'], default='tune')
    parser.add_argument('--show', action='store_true', help='wrong pairs of the tuning half')
    parser.add_argument('--floor', type=float, default=0)
    options = parser.parse_args()
    if options.show and options.half != 'tune':
        parser.error('--show is for the tuning half; the other is for figures')
    with open(options.articles, encoding='utf-8') as given:
        articles = [article for article in map(json.loads, given) if in_half(article['event'], options.half)]
    stories = stories_of(options.program, articles)
    count = collections.Counter()
    for (a, one), (b, other) in itertools.combinations(list(enumerate(articles)), 2):
        same, found = one['event'] == other['event'], stories[a] == stories[b]
        count[same, found] += 1
        if options.show and same != found:
            print('missed' if same else 'false', one['title'], '|', other['title'])
    right = count[True, True]
    precision = right / max(1, right + count[False, True])
    recall = right / max(1, right + count[True, False])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f'{options.half}: {len(articles)} articles, {len(set(stories))} stories of {len({a["event"] for a in articles})} events; '
          f'precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}')
    if f1 < options.floor:
        raise SystemExit(f'F1 {f1:.3f} is under the floor of {options.floor}')


if __name__ == '__main__':
    main()
