"""Answers of trained networks on the training sentences, averaged over networks and over dropout, for train.py --teach.

usage: teach.py OUT.pkl CHECKPOINT.pt … [--passes 2]
Dropout stays on: the teachers have seen these sentences, and without it they would only repeat what they were told.
"""
import argparse, pickle
from types import SimpleNamespace
import numpy as np
import torch
import torch.nn.functional as F
import data
from batching import make_batch
from corpus import Corpus
from decode import FORBIDDEN, decode_mentions
from model import Network, decode_heads


def main():
    a = argparse.ArgumentParser()
    a.add_argument("out")
    a.add_argument("checkpoints", nargs="+")
    a.add_argument("--passes", type=int, default=2)
    args = a.parse_args()
    torch.set_num_threads(1)
    states = [torch.load(c) for c in args.checkpoints]
    sentences = data.treebank("ewt", "train", True) + data.treebank("gum", "train", True) + data.wikigold() + data.re3d()
    corpus = Corpus(sentences, {}, SimpleNamespace(**states[0]["args"]))
    nets = []
    for s in states:
        assert s["vocab"]["words"] == corpus.words and s["vocab"]["feats"] == corpus.feats
        net = Network(s["cfg"])
        net.load_state_dict(s["average"], strict=False)
        net.vectors = torch.from_numpy(corpus.vectors)
        nets.append(net)
    rng, generator = np.random.default_rng(5), torch.Generator().manual_seed(5)
    order = sorted(range(len(corpus.train)), key=lambda i: corpus.train[i]["n"])
    out = [None] * len(order)
    root = corpus.rels.index("root")
    at = 0
    with torch.no_grad():
        while at < len(order):
            group, words = [], 0
            while at < len(order) and words < 3000:
                group.append(order[at])
                words += corpus.train[order[at]]["n"]
                at += 1
            items = [corpus.train[i] for i in group]
            runs, paths = [], 0
            for net in nets:
                for k in range(args.passes):
                    b = make_batch(items, corpus, rng)
                    column = torch.cat([torch.ones(b.n, 1, dtype=torch.bool), b.inside], 1)
                    tags, arcs, parts, mention = net(b, True, generator)
                    arcs = F.softmax(arcs.masked_fill(~column[:, None, :], -1e9), 2)
                    runs.append((b, [F.softmax(t, 1) for t in tags], arcs, (net, parts)))
                b = make_batch(items, corpus)
                mention = net(b)[3]
                paths = paths + F.log_softmax(mention, 1) / len(nets)
                step, start = (net.transition + FORBIDDEN[0]).numpy(), (net.start + FORBIDDEN[1]).numpy()
            tags = [sum(r[1][k] for r in runs) / len(runs) for k in range(3)]
            arcs = sum(r[2] for r in runs) / len(runs)
            silver = decode_heads(torch.log(arcs + 1e-9), b.lengths)
            heads = b.heads.numpy().copy()
            base = b.starts.numpy()
            for q, e in enumerate(items):
                if not e["s"].parsed:
                    heads[base[q]:base[q + 1]] = silver[q]
            rows = torch.from_numpy(np.where(heads > 0, np.repeat(base[:-1], b.lengths) + heads - 1, b.total))
            rels = sum(F.softmax(net.label(parts, torch.arange(b.total), rows), 1) for _, _, _, (net, parts) in runs) / len(runs)
            tags_all = torch.cat(tags, 1).numpy().astype(np.float16)
            rels, paths = rels.numpy(), paths.numpy()
            for q, i in enumerate(group):
                lo, hi, n = base[q], base[q + 1], int(b.lengths[q])
                t = {"parse": True, "tags": tags_all[lo:hi], "arcs": arcs[q, :n, :n + 1].numpy().astype(np.float16), "rels": rels[lo:hi].astype(np.float16),
                     "path": np.array(decode_mentions(paths[lo:hi], step, start))}
                if not items[q]["s"].parsed:
                    t["hard_heads"] = heads[lo:hi]
                    for k, name in enumerate(("upos", "xpos", "feats")):
                        t["hard_" + name] = tags[k][lo:hi].argmax(1).numpy()
                    r = rels[lo:hi].copy()
                    r[:, root] = np.where(heads[lo:hi] == 0, 2, -1)
                    t["hard_rels"] = r.argmax(1)
                out[i] = t
    pickle.dump(out, open(args.out, "wb"), protocol=4)
    print(args.out, len(out))


if __name__ == "__main__":
    main()
