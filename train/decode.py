"""Answers of a network on sentences, and their scores."""
import collections
import numpy as np
import torch
import data
from batching import make_batch
from model import decode_heads, forbidden

FORBIDDEN = forbidden(data.BIO)
def decode_mentions(scores, bad, start):
    """Best label sequence. scores: words x labels."""
    best = scores[0] + start
    back = []
    for t in range(1, len(scores)):
        m = best[:, None] + bad
        back.append(m.argmax(0))
        best = m.max(0) + scores[t]
    out = [int(best.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


def spans_of(tags):
    spans, start = set(), None
    names = [data.BIO[t] for t in tags] + ["O"]
    for i, t in enumerate(names):
        if start is not None and not t.startswith("I-"):
            spans.add((start, i - 1, names[start][2:]))
            start = None
        if t.startswith("B-"):
            start = i
    return spans


def predict(net, items, corpus, size=3000):
    order = sorted(range(len(items)), key=lambda i: items[i]["n"])
    out = [None] * len(items)
    at = 0
    with torch.no_grad():
        while at < len(order):
            group, words = [], 0
            while at < len(order) and words < size:
                group.append(order[at])
                words += items[order[at]]["n"]
                at += 1
            b = make_batch([items[i] for i in group], corpus)
            tags, arcs, parts, mention = net(b)
            heads = decode_heads(arcs, b.lengths)
            flat = np.concatenate(heads).astype(np.int64)
            base = np.repeat(b.starts.numpy()[:-1], b.lengths)
            rows = torch.from_numpy(np.where(flat > 0, base + flat - 1, b.total))
            rel = net.label(parts, torch.arange(b.total), rows).numpy()
            arrays = [t.argmax(1).numpy() for t in tags]
            mention = mention.numpy()
            step, start = (net.transition + FORBIDDEN[0]).numpy(), (net.start + FORBIDDEN[1]).numpy()
            root = corpus.rels.index("root")
            rel[:, root] = np.where(flat == 0, 1e9, -1e9)
            rel = rel.argmax(1)
            for q, i in enumerate(group):
                a, z = int(b.starts[q]), int(b.starts[q + 1])
                out[i] = {"upos": arrays[0][a:z], "xpos": arrays[1][a:z], "feats": arrays[2][a:z], "heads": heads[q], "rels": rel[a:z],
                          "names": spans_of(decode_mentions(mention[a:z], step, start))}
    return out


def evaluate(net, items, corpus):
    got = predict(net, items, corpus)
    c = collections.Counter()
    for e, g in zip(items, got):
        s = e["s"]
        for i in range(e["n"]):
            c["n"] += 1
            c["upos"] += corpus.upos[g["upos"][i]] == s.upos[i]
            c["xpos"] += corpus.xpos[g["xpos"][i]] == s.xpos[i]
            c["feats"] += corpus.feats[g["feats"][i]] == s.feats[i]
            if g["heads"][i] == s.heads[i]:
                c["uas"] += 1
                r = corpus.rels[g["rels"][i]]
                c["las"] += r.split(":")[0] == s.rels[i].split(":")[0]
                c["full"] += r == s.rels[i]
        if s.names is not None:
            gold = set(s.names)
            c["gold"] += len(gold)
            c["sys"] += len(g["names"])
            c["hit"] += len(gold & g["names"])
            c["hit2"] += len({x[:2] for x in gold} & {x[:2] for x in g["names"]})
    out = {k: round(100 * c[k] / c["n"], 2) for k in ("upos", "xpos", "feats", "uas", "las", "full")}
    if c["gold"]:
        out["names"] = round(200 * c["hit"] / max(1, c["gold"] + c["sys"]), 2)
        out["spans"] = round(200 * c["hit2"] / max(1, c["gold"] + c["sys"]), 2)
    return out


