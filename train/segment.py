#!/usr/bin/env python3
"""Train the sentence classifier of src/text: weights for the section "segment" of the model file.

usage: segment.py --ewt DIR --gum DIR --features PROGRAM -o WEIGHTS [--bits 16] [--epochs 30] [--seed 1]

DIR holds train.conllu of UD English EWT and GUM 2.16 (of GUM only the freely licensed genres are read). PROGRAM is
src/text's segment_features: it finds the gaps where a sentence may end and their features, so that training and running
see the same. Every document is seen three times: as one paragraph (as texts without line breaks come), the same without
its commas (as scraped corpora come), and by its paragraphs (as news comes). One document in ten is held out to choose the thresholds. Needs numpy; deterministic for a seed.
"""
import argparse
import hashlib
import struct
import subprocess

import numpy as np

FREE = {"academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
VERSION = 1


def documents(path, genres=None):
    """Documents as lists of paragraphs, a paragraph a list of sentence texts."""
    docs, keep = [], True
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc"):
            name = line.split("=")[-1].strip()
            keep = genres is None or name.split("_")[1] in genres
            if keep:
                docs.append((name, [[]]))
        elif keep and line.startswith("# newpar") and "_block" not in line:
            if docs[-1][1][-1]:
                docs[-1][1].append([])
        elif keep and line.startswith("# text ="):
            docs[-1][1][-1].append(line[8:].strip())
    return docs


def stretch(sentences):
    """One stretch of text as the features program reads it, with the bytes at which its sentences begin."""
    at, begins = 0, []
    for s in sentences:
        begins.append(at)
        at += len(s.encode()) + 1
    text = " ".join(sentences).encode()
    return b"DOC %d %d\n" % (len(text), len(begins)) + text + b"\n" + " ".join(map(str, begins)).encode() + b"\n"


def gaps(program, stretches):
    out = subprocess.run([program, "features"], input=b"".join(stretches), capture_output=True, check=True).stdout
    table = np.array([line.split() for line in out.decode().splitlines()], dtype=np.int64)
    return table[:, 0].astype(np.float32), table[:, 1], table[:, 3:]


def train(label, index, size, epochs, seed, l2, rate=0.1):
    """Logistic regression by Adagrad; the mean of the last half of the epochs."""
    random = np.random.default_rng(seed)
    weights, squares, total, taken = np.zeros(size), np.full(size, 1e-3), np.zeros(size), 0
    for epoch in range(epochs):
        order = random.permutation(len(label))
        for start in range(0, len(order), 256):
            rows = order[start:start + 256]
            columns = index[rows]
            p = 1 / (1 + np.exp(-weights[columns].sum(1)))
            error = np.repeat(p - label[rows], columns.shape[1]) / len(rows)
            gradient = np.bincount(columns.ravel(), error, size)
            touched = np.flatnonzero(gradient)
            g = gradient[touched] + l2 * weights[touched]
            squares[touched] += g * g
            weights[touched] -= rate * g / np.sqrt(squares[touched])
        if epoch >= epochs // 2:
            total += weights
            taken += 1
    return total / taken


def best_threshold(score, label, bias):
    """The threshold with the best F1 of boundaries; ties and near ties go to the higher one times `bias`."""
    order = np.argsort(-score)
    hits = np.cumsum(label[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + label.sum())
    at = int(np.argmax(f1))
    return float(score[order[at]]) - 1e-3 + bias, float(f1[at])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--ewt", required=True), ap.add_argument("--gum", required=True)
    ap.add_argument("--features", required=True), ap.add_argument("-o", "--output", required=True)
    ap.add_argument("--bits", type=int, default=17), ap.add_argument("--epochs", type=int, default=30)
    ap.add_argument("--seed", type=int, default=1), ap.add_argument("--l2", type=float, default=2e-6)
    ap.add_argument("--caution", type=float, default=1.2, help="added to the threshold where nothing marks the end")
    a = ap.parse_args()
    docs = documents(f"{a.ewt}/train.conllu") + documents(f"{a.gum}/train.conllu", FREE)
    held = [int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0 for name, _ in docs]

    def table(part):
        flat = [stretch([s for p in d for s in p]) for (_, d), h in zip(docs, held) if h == part]
        paragraphs = [stretch(p) for (_, d), h in zip(docs, held) if h == part for p in d]
        bare = [stretch([s.replace(",", "") for p in d for s in p]) for (_, d), h in zip(docs, held) if h == part]
        return gaps(a.features, flat + bare + paragraphs)

    size = 1 << a.bits
    label, kind, features = table(False)
    weights = train(label, features & (size - 1), size, a.epochs, a.seed, a.l2)
    scale = max(np.abs(weights).max() / 127, 1e-6)
    scale = min(scale, 0.04)  # rather clip a few large ones than lose the small
    small = np.clip(np.round(weights / scale), -127, 127).astype(np.int8)
    label, kind, features = table(True)
    score = (small.astype(np.float64) * scale)[features & (size - 1)].sum(1)
    thresholds = []
    for k, bias in ((1, 0.0), (2, a.caution)):
        threshold, f1 = best_threshold(score[kind == k], label[kind == k], bias)
        thresholds.append(threshold)
        print(f"kind {k}: {int((kind == k).sum())} gaps held out, {int(label[kind == k].sum())} boundaries, F1 {100 * f1:.2f}, threshold {threshold:.2f}")
    with open(a.output, "wb") as f:
        f.write(b"RSEG" + struct.pack("<IIfff", VERSION, a.bits, scale, *thresholds) + small.tobytes())
    print(f"{a.output}: {24 + size} bytes, scale {scale:.4f}, {int((small != 0).sum())} weights not zero")


if __name__ == "__main__":
    main()
