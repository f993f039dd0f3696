"""Varied copies of training sentences: other names, datelines, capitals, no final stop."""
import numpy as np
import data


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


