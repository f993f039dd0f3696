"""Word types with their features, and sentences as arrays of types and labels."""
import collections, json, os, pickle
import numpy as np
import data, gazetteer
from words import hashed, normal

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


SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "as", "from", "'s", "n't"}


TITLES = """President Minister General Secretary Senator Ambassador Chancellor King Colonel Prince Sheikh Governor Premier Judge Major Bishop Sultan
Emir Commissioner Marshal Admiral Envoy Spokesman Spokeswoman president minister spokesman envoy general ambassador analyst lawmaker opposition""".split()
PEOPLES = """Syrian Russian Israeli Iranian Turkish French German British Japanese Chinese Indian Pakistani Afghan Egyptian Ukrainian Polish Sudanese
Somali Libyan Iraqi Lebanese Saudi Yemeni Kenyan Nigerian Korean Vietnamese Serbian Greek Spanish Italian Mexican Colombian U.S. Palestinian""".split()


class Corpus:
    """Word types with their features, and sentences as arrays of types and labels."""

    def __init__(self, train, dev, args):
        borrowed = [s for s in train if s.genre != "own"]  # our own sentences add no words and labels
        count = collections.Counter(normal(w)[0] for s in borrowed for w in s.forms)
        self.words = [""] + sorted(w for w, c in count.items() if c >= 2)
        self.word_id = {w: i for i, w in enumerate(self.words)}
        self.counts = np.array([0] + [count[w] for w in self.words[1:]], np.float32)
        self.vector_names, vectors = load_vectors(args.vectors, args.vector_words)
        self.vectors = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])
        self.vector_id = {w: i + 1 for i, w in enumerate(self.vector_names)}
        parsed = [s for s in borrowed if s.parsed]
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


