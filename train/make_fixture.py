"""Makes the tiny model that the C++ tests open: random weights, few labels, a lemma table of our own.

usage: make_fixture.py OUT.rapm
"""
import json, os, sys
import numpy as np
import lemma, rapm, reference
from words import FOLD

SENTENCES = ["Envoys met in Geneva on Tuesday .", "The two sides ’ envoys did n't meet .", "Ana Roe said : “ No talks … ”", "Stop !"]
WIDTH, WORD, VECTOR, HASH, ARC, LABEL, PAIR, MENTION = 32, 6, 5, 3, 12, 10, 4, 8
UPOS = ["NOUN", "PROPN", "PUNCT", "VERB", "X"]
XPOS = [".", "NN", "NNP", "NNS", "VBD"]
FEATS = ["Number=Plur", "Number=Sing", "_"]
RELS = ["conj", "nsubj", "nsubj:pass", "punct", "root"]
MENTIONS = ["O", "B-person", "I-person", "B-place", "I-place", "B-time", "I-time"]
WORDS = ["envoys", "geneva", "in", "met", "the", "."]
VECTORS = ["envoys", "talks", "tuesday"]
HASHED = [("prefix1", 1, 8), ("prefix3", 2, 16), ("suffix2", 3, 16), ("suffix3", 4, 16), ("suffix4", 5, 16), ("shape", 6, 8)]


def tensors(rng):
    out = []

    def put(name, rows, columns, quantise, spread=1.0):
        out.append((name, rng.normal(0, spread, (rows, columns)).astype(np.float32), quantise))

    def linear(name, inputs, outputs):
        put(name + ".weight", outputs, inputs, True, 1.5 / np.sqrt(inputs))
        put(name + ".bias", 1, outputs, False, 0.3)

    def norm(name):
        put(name + ".gain", 1, WIDTH, False)
        put(name + ".bias", 1, WIDTH, False, 0.3)

    put("word", len(WORDS) + 1, WORD, True)
    put("vector", len(VECTORS) + 1, VECTOR, True)
    for name, _, buckets in HASHED:
        put("hash." + name, buckets, HASH, True)
    linear("input", WORD + VECTOR + HASH * len(HASHED), 2 * WIDTH)
    norm("input.norm")
    linear("conv0", 3 * WIDTH, 2 * WIDTH)
    norm("conv0.norm")
    norm("rec0.norm")
    linear("rec0", WIDTH, 3 * WIDTH)
    norm("out.norm")
    linear("tags", WIDTH, len(UPOS) + len(XPOS) + len(FEATS))
    linear("arc_dep", WIDTH, ARC)
    linear("arc_head", WIDTH, ARC)
    linear("arc_q", ARC, ARC)
    linear("label_dep", WIDTH, LABEL + PAIR)
    linear("label_head", WIDTH, LABEL + PAIR)
    linear("label_out", LABEL + PAIR, len(RELS))
    linear("mention", 3 * WIDTH, MENTION)
    linear("mention_out", MENTION, len(MENTIONS))
    put("root", 1, WIDTH, False)
    put("distance", 1, 2 * 4 + 2, False)
    start, step = np.zeros(len(MENTIONS), np.float32), np.zeros((len(MENTIONS), len(MENTIONS)), np.float32)
    for j, to in enumerate(MENTIONS):
        if to.startswith("I-"):
            start[j] = -10000
            for i, a in enumerate(MENTIONS):
                if a == "O" or a[2:] != to[2:]:
                    step[i, j] = -10000
    return out + [("mention.transition", step, False), ("mention.start", start, False)]


def main():
    path = sys.argv[1]
    network = {"width": WIDTH, "convs": 1, "recs": 1, "word_width": WORD, "vector_width": VECTOR, "arc_width": ARC, "label_width": LABEL,
               "label_pair": PAIR, "mention_width": MENTION, "max_distance": 4, "words": len(WORDS), "vectors": len(VECTORS), "upos": len(UPOS),
               "xpos": len(XPOS), "feats": len(FEATS), "rels": len(RELS), "mentions": len(MENTIONS)}
    settings = {"format": 1, "name": "tiny", "date": "2026-11-22", "network": network,
                "hashed": [{"name": n, "seed": s, "buckets": b, "width": HASH} for n, s, b in HASHED], "upos": UPOS, "xpos": XPOS, "feats": FEATS,
                "rels": RELS, "mentions": MENTIONS, "cased": ["NNP"], "norm_epsilon": 1e-5, "licences": ["made for tests"], "recipe": {}, "scores": {}}
    lines = lambda words: "".join(w + "\n" for w in words).encode("utf-8")
    table = {("NNS", "men"): "man", ("NNP", "US"): "United States"}
    rules = {("NNS", "s"): (1, ""), ("NNS", "ies"): (3, "y"), ("NNS", ""): (0, ""), ("VBD", "ed"): (2, ""), ("VBD", "é"): (1, "er")}
    sections = [("settings", json.dumps(settings, separators=(",", ":")).encode()), ("fold", rapm.pack_fold({k: v for k, v in FOLD.items() if k < 0x180 or 0x2000 <= k < 0x2030})),
                ("words", lines(WORDS)), ("vectors", lines(VECTORS)), ("tensors", rapm.pack_tensors(tensors(np.random.default_rng(7)))),
                ("lemma", lemma.pack(table, rules)), ("segment", b"bytes of the splitter"), ("selftest", b"")]
    rapm.write_file(path, sections)
    model = reference.Model(path)
    sections[-1] = ("selftest", "".join(reference.conllu(model.read(s.split())) for s in SENTENCES).encode("utf-8"))
    print(path, rapm.write_file(path, sections), "bytes")


if __name__ == "__main__":
    main()
