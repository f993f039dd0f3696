"""Reads the treebanks and the name corpora into plain sentences. Nothing read here is written into the repository."""
import collections, json, os, random, re

SHARED = os.environ.get("RAPPORTEUR_SHARED", "/work/shared")
FREE = {"academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
MENTIONS = ["person", "organization", "place", "event", "time", "other"]
BIO = ["O"] + [p + t for t in MENTIONS for p in ("B-", "I-")]


class Sentence:
    """Words of one sentence. Heads are 0 for the root, else 1-based. names: (first, last, type). allowed: None, or a set of BIO labels a word."""
    __slots__ = ("forms", "upos", "xpos", "feats", "heads", "rels", "lemmas", "names", "allowed", "genre", "parsed", "doc")

    def __init__(self, forms):
        self.forms = forms
        self.upos = self.xpos = self.feats = self.heads = self.rels = self.lemmas = None
        self.names = None
        self.allowed = None
        self.genre = ""
        self.parsed = False
        self.doc = ""


def read_conllu(path):
    """Sentences with rows of ten columns; words only (no ranges, no empty nodes)."""
    rows, genre, doc = [], "", ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
            genre = doc.split("_")[1] if doc.startswith("GUM_") else "ewt"
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            yield doc, genre, rows
            rows = []
    if rows:
        yield doc, genre, rows


def entities(rows):
    """GUM entities of one sentence: (first, last, type, minspan words). Entities that cross sentences are left out."""
    found, open_ = [], []
    for i, row in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not m:
            continue
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", m.group(1)):
            if token[0] == "(":
                part = token.strip("()").split("-")
                if token.endswith(")"):
                    found.append((i, i, part))
                else:
                    open_.append((i, part))
            else:
                key = token.strip(")")
                for j in range(len(open_) - 1, -1, -1):
                    if open_[j][1][0] == key:
                        found.append((open_[j][0], i, open_[j][1]))
                        open_.pop(j)
                        break
    return [(a, b, p[1]) for a, b, p in found]


def name_spans(rows):
    """Named mentions of a GUM sentence, by the definition in docs/model.md, section 8."""
    heads = [int(r[6]) - 1 for r in rows]
    ents = []
    for a, b, kind in entities(rows):
        tops = [i for i in range(a, b + 1) if not a <= heads[i] <= b]
        if tops:
            ents.append((a, b, kind if kind in MENTIONS else "other", tops[0]))
    head_of = collections.defaultdict(list)
    for e in ents:
        head_of[e[3]].append(e)
    children = collections.defaultdict(list)
    for i, h in enumerate(heads):
        children[h].append(i)
    out = []
    for a, b, kind, head in ents:
        if rows[head][3] != "PROPN":
            continue
        if any(rows[c][7].split(":")[0] == "conj" and c in head_of for c in children[head] if a <= c <= b):
            # a coordination of several entities; its first part is an entity of its own where GUM marks it
            if any(e[3] == head and (e[0], e[1]) != (a, b) for e in head_of[head]):
                continue
        keep, todo = {head}, [head]
        while todo:
            h = todo.pop()
            for c in children[h]:
                if not a <= c <= b or c in keep:
                    continue
                rel, form, tag = rows[c][7], rows[c][1], rows[c][3]
                base = rel.split(":")[0]
                capital = form[:1].isupper() or form[:1].isdigit()
                kinds = {e[2] for e in head_of.get(c, ())}
                take = False
                if base in ("flat", "fixed", "goeswith"):
                    take = True
                elif base == "compound":
                    take = (capital or tag in ("PROPN", "NUM", "X")) and not (kind == "person" and kinds & {"organization", "place"})
                elif base in ("amod", "nummod") or rel == "nmod:unmarked":
                    take = capital and (abs(c - h) == 1 or all(rows[k][3] in ("PROPN", "NUM", "ADJ", "NOUN", "PUNCT") and rows[k][1] != "," for k in range(min(c, h) + 1, max(c, h))))
                    if rel == "nmod:unmarked" and kind in ("place", "organization") and kinds & {"place"}:
                        take = False
                elif rel == "nmod" and kind != "person" and tag in ("PROPN", "NUM"):
                    cases = [rows[k][1].lower() for k in children[c] if rows[k][7] == "case"]
                    take = cases in (["of"], ["for"], ["de"], ["du"], ["del"], ["al"]) and capital
                elif base == "conj" and kind != "person":
                    take = tag == "PROPN" and capital and c not in head_of
                elif rel == "nmod:poss" and kind != "person":
                    take = capital and c not in head_of
                if take:
                    keep.add(c)
                    todo.append(c)
        fill = {c for k in keep for c in children[k] if c not in keep and rows[c][3] in ("PUNCT", "ADP", "DET", "CCONJ", "PART") and a <= c <= b}
        first = last = head
        while first - 1 >= a and (first - 1 in keep or first - 1 in fill):
            first -= 1
        while last + 1 <= b and (last + 1 in keep or last + 1 in fill):
            last += 1
        while first not in keep:
            first += 1
        while last not in keep:
            last -= 1
        out.append((first, last, kind))
    out.sort(key=lambda s: (-(s[1] - s[0]), s[0]))
    taken, chosen = set(), []
    for s in out:
        span = set(range(s[0], s[1] + 1))
        if not span & taken:
            taken |= span
            chosen.append(s)
    return sorted(chosen)


def treebank(name, part, free_only):
    sentences = []
    for doc, genre, rows in read_conllu(f"{SHARED}/data/ud/{name}/{part}.conllu"):
        if name == "gum" and free_only and genre not in FREE:
            continue
        s = Sentence([r[1] for r in rows])
        s.lemmas = [r[2] for r in rows]
        s.upos = [r[3] for r in rows]
        s.xpos = [r[4] for r in rows]
        s.feats = [r[5] for r in rows]
        s.heads = [int(r[6]) for r in rows]
        s.rels = [r[7] for r in rows]
        s.genre, s.doc, s.parsed = genre, doc, True
        if name == "gum":
            s.names = name_spans(rows)
        sentences.append(s)
    return sentences


def bio(sentence):
    tags = ["O"] * len(sentence.forms)
    for a, b, kind in sentence.names:
        for i in range(a, b + 1):
            tags[i] = ("B-" if i == a else "I-") + kind
    return tags


_CALENDAR = {w.lower() for w in """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
August September October November December Christmas Easter Ramadan""".split()}
_FREE_LABELS = {"O"} | {l for l in BIO if l.endswith(("event", "other"))}


def wikigold():
    """WikiGold: PER, LOC, ORG as they are; MISC may be an event, another name or none; dates may be times or none."""
    kinds = {"PER": "person", "LOC": "place", "ORG": "organization"}
    sentences, words, tags = [], [], []
    for line in list(open(f"{SHARED}/data/ner/wikigold.conll.txt", encoding="utf-8")) + ["\n"]:
        part = line.split()
        if part and part[0] != "-DOCSTART-":
            words.append(part[0])
            tags.append(part[1])
        elif words:
            s = Sentence(words)
            s.genre, s.allowed = "wikigold", []
            previous = "O"
            for i, (w, t) in enumerate(zip(words, tags)):
                if t == "O":
                    near = [x.lower() for x in words[max(0, i - 2):i + 3]]
                    dated = w.lower() in _CALENDAR or (w[:1].isdigit() and any(x in _CALENDAR for x in near)) or re.fullmatch(r"[12]\d\d\d", w)
                    s.allowed.append({"O", "B-time", "I-time"} if dated else {"O"})
                elif t.endswith("MISC"):
                    s.allowed.append(set(_FREE_LABELS))
                else:
                    kind = kinds[t.split("-")[1]]
                    begin = t.startswith("B-") or previous == "O" or previous.split("-")[1] != t.split("-")[1]
                    s.allowed.append({("B-" if begin else "I-") + kind})
                previous = t
            # "the" that opens a name is left out of it, as in the treebank's names
            for i, w in enumerate(words[:-1]):
                if w.lower() == "the" and any(l.startswith("B-") and len(s.allowed[i]) == 1 for l in s.allowed[i]):
                    follow = next(iter(s.allowed[i + 1]))
                    if follow.startswith("I-") and len(s.allowed[i + 1]) == 1:
                        s.allowed[i + 1] = {"B-" + follow[2:]}
                    s.allowed[i] = {"O"}
            sentences.append(s)
            words, tags = [], []
    return sentences


_WORD = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|\w+(?:[’']\w+)?|[^\w\s]", re.U)


def re3d():
    """re3d: named persons, organisations and places (a capital on the last word), by character offsets; nominal ones stay open."""
    kinds = {"Person": "person", "Organisation": "organization", "Location": "place"}
    sentences = []
    base = f"{SHARED}/data/re3d"
    for folder in sorted(os.listdir(base)):
        docs = [json.loads(l) for l in open(f"{base}/{folder}/documents.json", encoding="utf-8") if l.strip()]
        ents = collections.defaultdict(list)
        for l in open(f"{base}/{folder}/entities.json", encoding="utf-8"):
            if l.strip():
                e = json.loads(l)
                ents[e["documentId"]].append(e)
        for d in docs:
            text = d["text"]
            spans = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
            labels = [{"O"} for _ in spans]
            for e in sorted(ents[d["_id"]], key=lambda e: e["begin"] - e["end"]):
                inside = [i for i, (a, b, _) in enumerate(spans) if a >= e["begin"] and b <= e["end"]]
                if not inside:
                    continue
                words = [spans[i][2] for i in inside]
                while words and words[0].lower() in ("the", "a", "an", "his", "her", "their"):
                    words.pop(0)
                    inside.pop(0)
                kind = kinds.get(e["type"])
                names = [w for w in words if w[:1].isupper()]
                small = [w for w in words if not w[:1].isupper() and w[:1].isalpha() and w.lower() not in ("of", "and", "for", "the", "al", "de", "to", "in", "on", "s")]
                if kind and names and words[-1][:1].isupper() and not small:
                    for n, i in enumerate(inside):
                        if len(labels[i]) == 1 and "O" in labels[i]:
                            labels[i] = {("B-" if n == 0 else "I-") + kind}
                elif names:
                    for i in inside:
                        if len(labels[i]) == 1 and "O" in labels[i]:
                            labels[i] = set(BIO)
            for i, (_, _, w) in enumerate(spans):  # dates and unmarked capitals inside a sentence stay open
                if labels[i] == {"O"} and (w.lower() in _CALENDAR or w[:1].isdigit()):
                    labels[i] = {"O", "B-time", "I-time"}
                elif labels[i] == {"O"} and w[:1].isupper() and i and spans[i - 1][2] not in ".!?\"“":
                    labels[i] = {"O"} | _FREE_LABELS
            start = 0
            for i in range(len(spans)):
                end = i + 1 == len(spans) or (spans[i][2] in ".!?" and spans[i + 1][2][:1].isupper() and spans[i + 1][0] > spans[i][1]) \
                    or "\n" in text[spans[i][1]:spans[i + 1][0]]
                if end:
                    if i + 1 - start >= 3 and i + 1 - start < 90:
                        s = Sentence([w for _, _, w in spans[start:i + 1]])
                        s.genre, s.allowed = "re3d", labels[start:i + 1]
                        sentences.append(s)
                    start = i + 1
    return sentences


# Words that stand for one another in our own sentences: each copy draws anew.
_ALIKE = [w.split() for w in ("""soldiers civilians protesters rebels workers officers migrants activists fighters villagers
journalists diplomats lawmakers students""", "killed wounded arrested detained injured kidnapped jailed captured abducted", "told informed",
                              "reporters journalists lawmakers diplomats delegates",
                              "Minister President General Ambassador Secretary Chancellor", "spokesman spokeswoman envoy commander negotiator",
                              "attack raid strike ambush assault bombing", "town city village port", "government parliament army ministry council cabinet",
                              "said announced confirmed", "resumed began collapsed stalled ended", "condemned denounced criticized",
                              "Friday Monday Tuesday Wednesday Thursday Saturday Sunday", "May June March February July", "Foreign Defense Interior Finance Justice",
                              "Three Two Four Seven Eleven")]


def own_news(copies, seed=7):
    """The sentences of news.conllu, several times over with other words of the same kind."""
    rng = random.Random(seed)
    alike = {}
    for group in _ALIKE:
        for w in group:
            alike.setdefault(w, group)
    sentences = []
    here = os.path.dirname(os.path.abspath(__file__))
    for _, _, rows in read_conllu(os.path.join(here, "news.conllu")):
        labels = [r[9].split("=")[1] for r in rows]
        for k in range(copies):
            s = Sentence([rng.choice(alike[r[1]]) if k and r[1] in alike and rng.random() < 0.7 else r[1] for r in rows])
            s.lemmas, s.upos, s.xpos, s.feats = ([r[c] for r in rows] for c in (2, 3, 4, 5))
            s.heads, s.rels = [int(r[6]) for r in rows], [r[7] for r in rows]
            s.genre, s.parsed, s.allowed = "own", True, None
            s.names, start = [], None
            for i, t in enumerate(labels + ["O"]):
                if start is not None and not t.startswith("I-"):
                    s.names.append((start, i - 1, labels[start][2:]))
                    start = None
                if t.startswith("B-"):
                    start = i
            sentences.append(s)
    return sentences


if __name__ == "__main__":
    for name in ("ewt", "gum"):
        for part in ("train", "dev"):
            t = treebank(name, part, part == "train")
            print(name, part, len(t), sum(len(s.forms) for s in t))
    random.seed(1)
    c = collections.Counter(k for s in t for _, _, k in s.names)
    print(c)
    for s in random.sample(t, 150):
        for a, b, k in s.names:
            print(k, "|", " ".join(s.forms[a:b + 1]))
    for f in (wikigold, re3d):
        t = f()
        print(f.__name__, len(t), sum(len(s.forms) for s in t))
        for s in t[5:8]:
            print([(w, sorted(l) if len(l) < 3 else "*") for w, l in zip(s.forms, s.allowed) if l != {"O"}])
