#!/usr/bin/env python3
"""Measures the status of propositions on the factuality that readers gave to predicates of EWT (UDS factuality).

    python3 cases/factuality.py FACTUALITY.tsv EWT.conllu --eval RAPPORTEUR_EVAL_STATUS [--lexicon lexicon] [--split train|dev]
                                [--by above|alone] [--show ABOVE/LINK]

The trees are the treebank's, so what is measured is the grammar and the table, not the parser. A predicate happened or holds when
readers rate it above 0 (-3 to 3), and when its status is actual, ongoing or historical. --by prints the pairs of embedding
word and relation (or the rules that need none) that go wrong most, --show the sentences of one. Labels MIT; may be learned from.
"""
import argparse
import collections
import csv
import subprocess

TOLD = {'actual', 'ongoing', 'historical'}


def sentence_ids(path):
    return [line.split('= ', 1)[1].strip() for line in open(path, encoding='utf-8') if line.startswith('# sent_id')]


def statuses(options):
    """{(sentence id, word): row} as rapporteur_eval_status prints them."""
    printed = subprocess.run([options.eval, options.lexicon, options.treebank], text=True, check=True, stdout=subprocess.PIPE).stdout
    ids = sentence_ids(options.treebank)
    rows = (line.split('\t') for line in printed.splitlines())
    return {(ids[int(row[0]) - 1], int(row[1])): row for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('factuality')
    parser.add_argument('treebank')
    parser.add_argument('--eval', required=True)
    parser.add_argument('--lexicon', default='lexicon')
    parser.add_argument('--split', default='dev', choices=['train', 'dev'])
    parser.add_argument('--by', choices=['above', 'alone'])
    parser.add_argument('--show', metavar='ABOVE/LINK')
    options = parser.parse_args()
    ours = statuses(options)
    counts, means, pairs, shown = collections.Counter(), collections.defaultdict(list), collections.defaultdict(list), []
    for gold in csv.DictReader(open(options.factuality, encoding='utf-8'), delimiter='\t', quoting=csv.QUOTE_NONE):
        row = ours.get((gold['sent_id'], int(gold['token_index_1based'])))
        if gold['uds_split'] != options.split or row is None or row[2] != gold['token']:
            continue
        value = float(gold['factuality'])
        told = row[4] in TOLD
        counts[value > 0, told] += 1
        means[row[4]].append(value)
        key = f'{row[5]}/{row[6]}' + (f'/{row[7]}' if row[7] else '') if options.by != 'alone' else row[8].strip().split(' ← ', 1)[-1][:40]
        pairs[key].append((value, told))
        if options.show == key:
            shown.append((value, row[4], row[8], gold['token'], gold['sentence_tokens']))
    both = sum(counts.values())
    happened, said = counts[True, True] + counts[True, False], counts[True, True] + counts[False, True]
    print(f'{both} predicates, {happened} happened: right {(counts[True, True] + counts[False, False]) / both:.3f}'
          f' (always "actual" {happened / both:.3f}); happened P {counts[True, True] / said:.3f} R {counts[True, True] / happened:.3f};'
          f' did not P {counts[False, False] / (both - said):.3f} R {counts[False, False] / (both - happened):.3f}')
    for status, values in sorted(means.items()):
        print(f'  {status:13}{len(values):6}  mean factuality {sum(values) / len(values):6.2f}'
              f'  happened {sum(v > 0 for v in values) / len(values):.2f}')
    if options.by:
        wrong = sorted(pairs.items(), key=lambda kv: -sum((v > 0) != told for v, told in kv[1]))
        for key, values in wrong[:80]:
            print(f'  {key:40}{len(values):5}  happened {sum(v > 0 for v, _ in values) / len(values):.2f}'
                  f'  ours {sum(told for _, told in values) / len(values):.2f}'
                  f'  wrong {sum((v > 0) != told for v, told in values):4}')
    for value, status, steps, token, text in shown[:40]:
        print(f'{value:6.2f} {status:12} {token:14} {text[:230]}  [{steps.strip()}]')


if __name__ == '__main__':
    main()
