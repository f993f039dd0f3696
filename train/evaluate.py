"""Scores checkpoints on dev with gold words (averaged weights, before rounding to int8).

usage: evaluate.py CHECKPOINT.pt …
"""
import json, sys
from types import SimpleNamespace
import torch
import data, model
from corpus import Corpus
from decode import evaluate


def main():
    torch.set_num_threads(1)
    states = [torch.load(p) for p in sys.argv[1:]]
    sentences = data.treebank("ewt", "train", True) + data.treebank("gum", "train", True) + data.wikigold() + data.re3d()
    dev = {"ewt": data.treebank("ewt", "dev", True), "gum": data.treebank("gum", "dev", False)}
    corpus = Corpus(sentences, dev, SimpleNamespace(**states[0]["args"]))
    dev = dict(corpus.dev, free=[e for e in corpus.dev["gum"] if e["s"].genre in data.FREE])
    for path, s in zip(sys.argv[1:], states):
        net = model.Network(s["cfg"])
        net.load_state_dict(s["average"], strict=False)
        net.vectors = torch.from_numpy(corpus.vectors)
        print(path, json.dumps({k: evaluate(net, v, corpus) for k, v in dev.items()}), flush=True)


if __name__ == "__main__":
    main()
