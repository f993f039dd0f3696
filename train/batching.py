"""Batches of packed sentences."""
import numpy as np
import torch
from model import Batch

def make_batch(items, corpus, rng=None):
    types = np.concatenate([e["types"] for e in items])
    feature = corpus.feature[types]
    word, vector, hashes = feature[:, 0].copy(), feature[:, 1].copy(), feature[:, 2:].copy()
    if rng is not None:
        p = 0.25 / (0.25 + corpus.counts[word])
        word[rng.random(len(word)) < p] = 0
        word[rng.random(len(word)) < 0.01] = 0
        vector[rng.random(len(vector)) < 0.03] = 0
    b = Batch([e["n"] for e in items], word, vector, hashes)
    cat = lambda k: torch.from_numpy(np.concatenate([e[k] for e in items]))
    b.upos, b.xpos, b.feats, b.rels = cat("upos"), cat("xpos"), cat("feats"), cat("rels")
    b.heads = cat("heads")
    b.allowed = cat("allowed")
    b.weight = torch.from_numpy(np.array([e["weight"][0] for e in items], np.float32))
    soft = [k for k, e in enumerate(items) if "soft_tags" in e]
    b.soft = None
    if rng is not None and soft:
        base = b.starts.numpy()
        rows = np.concatenate([np.arange(base[k], base[k + 1]) for k in soft])
        arcs = np.zeros((len(soft), b.longest, b.longest + 1), np.float32)
        for q, k in enumerate(soft):
            n = items[k]["n"]
            arcs[q, :n, :n + 1] = items[k]["soft_arcs"]
        join = lambda key: torch.from_numpy(np.concatenate([items[k][key] for k in soft]).astype(np.float32))
        b.soft = {"sentences": torch.tensor(soft), "rows": torch.from_numpy(rows), "tags": join("soft_tags"), "rels": join("soft_rels"), "arcs": torch.from_numpy(arcs)}
    return b


def batches(items, size, rng):
    """Buckets by length with some noise; about `size` words a batch."""
    order = sorted(items, key=lambda e: e["n"] * (1 + 0.3 * rng.random()))
    out, now, words = [], [], 0
    for e in order:
        now.append(e)
        words += e["n"]
        if words >= size:
            out.append(now)
            now, words = [], 0
    if now:
        out.append(now)
    rng.shuffle(out)
    return out


