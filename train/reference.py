"""The slow plain reference: reads a model file and parses words that are already cut, in numpy alone. docs/model.md is what it follows.

usage: reference.py MODEL FILE.conllu              CoNLL-U with the model's answers (words and sentences as in the file)
       reference.py MODEL --score FILE.conllu [--free]   figures against the file's own columns (--free: also GUM's free genres apart)
       reference.py MODEL --selftest               runs the file's own sentences
"""
import collections, json, sys
import numpy as np
import lemma as lemma_module
import rapm


class Model:
    def __init__(self, path):
        s = rapm.read_file(path)
        self.sections = s
        self.settings = json.loads(s["settings"])
        self.net = self.settings["network"]
        self.fold = rapm.unpack_fold(s["fold"])
        lines = lambda b: b.decode("utf-8").split("\n")[:-1]
        self.words = {w: i + 1 for i, w in enumerate(lines(s["words"]))}
        self.vectors = {w: i + 1 for i, w in enumerate(lines(s["vectors"]))}
        self.t = rapm.unpack_tensors(s["tensors"])
        self.table, self.rules = lemma_module.unpack(s["lemma"])
        self.longest = max(len(k[1]) for k in self.rules)
        self.cache = {}

    # Words.
    def normal(self, form):
        out, shape = b"", b""
        for ch in form:
            cls, to, _ = self.fold.get(ord(ch), (0, ch, 0))
            to = to.encode("utf-8")
            out += to
            k = {1: b"A", 2: b"a", 3: b"0"}.get(cls) or (b"" if not to else to[:1] if to[0] < 128 else b"?")
            if k and shape[-2:] != k * 2:
                shape += k
        return out, shape

    def embed(self, form):
        got = self.cache.get(form)
        if got is None:
            b, shape = self.normal(form)
            parts = {"prefix1": b[:1], "prefix3": b[:3], "suffix2": b[-2:], "suffix3": b[-3:], "suffix4": b[-4:], "shape": shape}
            n = b.decode("utf-8")
            row = [self.t["word"][self.words.get(n, 0)], self.t["vector"][self.vectors.get(n, 0)]]
            for h in self.settings["hashed"]:
                v = ((2166136261 ^ h["seed"]) * 16777619) & 0xFFFFFFFF
                for c in parts[h["name"]]:
                    v = ((v ^ c) * 16777619) & 0xFFFFFFFF
                row.append(self.t["hash." + h["name"]][v % h["buckets"]])
            got = self.norm("input.norm", self.maxout(self.linear("input", np.concatenate(row)[None])))[0]
            self.cache[form] = got
        return got

    # Network.
    def linear(self, name, x):
        return x @ self.t[name + ".weight"].T + self.t[name + ".bias"][0]

    def norm(self, name, x):
        c = x - x.mean(1, keepdims=True)
        return self.t[name + ".gain"][0] * c / np.sqrt((c * c).mean(1, keepdims=True) + np.float32(self.settings["norm_epsilon"])) + self.t[name + ".bias"][0]

    @staticmethod
    def maxout(u):
        w = u.shape[1] // 2
        return np.maximum(u[:, :w], u[:, w:])

    @staticmethod
    def window(x):
        z = np.zeros((1, x.shape[1]), np.float32)
        return np.concatenate([np.concatenate([z, x[:-1]]), x, np.concatenate([x[1:], z])], 1)

    def encode(self, forms):
        x = np.stack([self.embed(f) for f in forms])
        w, n = self.net["width"], len(forms)
        for k in range(self.net["convs"]):
            x = x + self.norm(f"conv{k}.norm", self.maxout(self.linear(f"conv{k}", self.window(x))))
        for k in range(self.net["recs"]):
            u = self.linear(f"rec{k}", self.norm(f"rec{k}.norm", x))
            z, f, o = u[:, :w], 1 / (1 + np.exp(-u[:, w:2 * w])), 1 / (1 + np.exp(-u[:, 2 * w:]))
            c = np.zeros((n, w), np.float32)
            for lo, hi, order in ((0, w // 2, range(n)), (w // 2, w, range(n - 1, -1, -1))):
                prev = np.zeros(hi - lo, np.float32)
                for i in order:
                    prev = f[i, lo:hi] * prev + (1 - f[i, lo:hi]) * z[i, lo:hi]
                    c[i, lo:hi] = prev
            x = x + o * c
        return self.norm("out.norm", x)

    def read(self, forms):
        """One sentence: list of dictionaries of its words. Long sentences go in pieces."""
        if len(forms) <= 256:
            return self.read_piece(forms)
        out, first_root = [], None
        for at in range(0, len(forms), 256):
            piece = self.read_piece(forms[at:at + 256])
            for i, w in enumerate(piece):
                if w["head"] == 0 and first_root is None:
                    first_root = at + i + 1
                elif w["head"] == 0:
                    w["head"], w["rel"] = first_root, "parataxis"
                else:
                    w["head"] += at
            out += piece
        return out

    def read_piece(self, forms):
        s, net, n = self.settings, self.net, len(forms)
        x = self.encode(forms)
        tags = self.linear("tags", x)
        u, xp = net["upos"], net["xpos"]
        upos, xpos, feats = tags[:, :u].argmax(1), tags[:, u:u + xp].argmax(1), tags[:, u + xp:].argmax(1)
        relu = lambda a: np.maximum(a, 0)
        xr = np.concatenate([self.t["root"], x])
        q = self.linear("arc_q", relu(self.linear("arc_dep", x)))
        arcs = q @ relu(self.linear("arc_head", xr)).T
        d = net["max_distance"]
        i, j = np.arange(1, n + 1)[:, None], np.arange(n + 1)[None]
        where = np.where(j == 0, 2 * d + 1, np.clip(j - i, -d, d) + d)
        heads = eisner(arcs + self.t["distance"][0][where])
        L = net["label_width"]
        a, b = self.linear("label_dep", x), self.linear("label_head", xr)[heads]
        labels = self.linear("label_out", np.concatenate([relu(a[:, :L] + b[:, :L]), a[:, L:] * b[:, L:]], 1))
        root = s["rels"].index("root")
        labels[:, root] = np.where(heads == 0, 1e9, -1e9)
        rels = labels.argmax(1)
        m = self.linear("mention_out", relu(self.linear("mention", self.window(x))))
        path = self.viterbi(m)
        out = []
        for k, form in enumerate(forms):
            xtag = s["xpos"][xpos[k]]
            out.append({"form": form, "lemma": self.lemma(form, xtag), "upos": s["upos"][upos[k]], "xpos": xtag, "feats": s["feats"][feats[k]],
                        "head": int(heads[k]), "rel": s["rels"][rels[k]], "name": s["mentions"][path[k]]})
        return out

    def viterbi(self, m):
        step = self.t["mention.transition"]
        best, back = m[0] + self.t["mention.start"][0], []
        for t in range(1, len(m)):
            all_ = best[:, None] + step
            back.append(all_.argmax(0))
            best = all_.max(0) + m[t]
        path = [int(best.argmax())]
        for b in reversed(back):
            path.append(int(b[path[-1]]))
        return path[::-1]

    def lemma(self, form, xpos):
        plain = "".join(self.fold[ord(c)][1] if ord(c) in self.fold and self.fold[ord(c)][0] == 0 and self.fold[ord(c)][1] in ("'", '"', "") else c for c in form)
        base = plain if xpos in self.settings["cased"] else "".join(chr(self.fold[ord(c)][2]) if ord(c) in self.fold else c for c in plain)
        got = self.table.get((xpos, base))
        if got is not None:
            return got
        for n in range(min(len(base), self.longest), -1, -1):
            r = self.rules.get((xpos, base[len(base) - n:]))
            if r is not None and r[0] <= len(base):
                return base[:len(base) - r[0]] + r[1]
        return base


def eisner(score):
    """As native.cc; score[i, j]: word i+1 under j."""
    n = len(score)
    NEG = np.float32(-1e30)
    cr, cl = np.full((n + 2, n + 2), NEG), np.full((n + 2, n + 2), NEG)
    ir, il = cr.copy(), cr.copy()
    bcr, bcl, bi = (np.zeros((n + 2, n + 2), np.int32) for _ in range(3))
    for i in range(1, n + 1):
        cr[i, i] = cl[i, i] = 0
    for length in range(1, n):
        for i in range(1, n - length + 1):
            j = i + length
            v = cr[i, i:j] + cl[i + 1:j + 1, j]
            k = int(v.argmax())
            bi[i, j] = i + k
            ir[i, j] = v[k] + score[j - 1, i]
            il[i, j] = v[k] + score[i - 1, j]
            v = ir[i, i + 1:j + 1] + cr[i + 1:j + 1, j]
            k = int(v.argmax())
            cr[i, j], bcr[i, j] = v[k], i + 1 + k
            v = cl[i, i:j] + il[i:j, j]
            k = int(v.argmax())
            cl[i, j], bcl[i, j] = v[k], i + k
    r = int((cl[1, 1:n + 1] + cr[1:n + 1, n] + score[:, 0]).argmax()) + 1
    head = np.zeros(n, np.int32)
    todo = [(1, r, 1), (r, n, 0)]
    while todo:
        i, j, kind = todo.pop()
        if i == j:
            continue
        if kind == 0:
            k = bcr[i, j]
            todo += [(i, k, 2), (k, j, 0)]
        elif kind == 1:
            k = bcl[i, j]
            todo += [(i, k, 1), (k, j, 3)]
        else:
            if kind == 2:
                head[j - 1] = i
            else:
                head[i - 1] = j
            k = bi[i, j]
            todo += [(i, k, 0), (k + 1, j, 1)]
    return head


def conllu(words):
    return "".join(f"{i}\t{w['form']}\t{w['lemma']}\t{w['upos']}\t{w['xpos']}\t{w['feats']}\t{w['head']}\t{w['rel']}\t_\tName={w['name']}\n"
                   for i, w in enumerate(words, 1)) + "\n"


def names_of(labels):
    spans, start = set(), None
    for i, t in enumerate(list(labels) + ["O"]):
        if start is not None and not t.startswith("I-"):
            spans.add((start, i - 1, labels[start][2:]))
            start = None
        if t.startswith("B-"):
            start = i
    return spans


def score(model, path):
    import data
    groups = collections.defaultdict(collections.Counter)
    for doc, genre, rows in data.read_conllu(path):
        got = model.read([r[1] for r in rows])
        gold = set(data.name_spans(rows)) if genre != "ewt" else None
        named = names_of([w["name"] for w in got])
        for key in ["all", genre] + (["free"] if genre in data.FREE else []):
            c = groups[key]
            for r, w in zip(rows, got):
                c["words"] += 1
                c["lemma"] += r[2] == w["lemma"]
                c["UPOS"] += r[3] == w["upos"]
                c["XPOS"] += r[4] == w["xpos"]
                c["FEATS"] += r[5] == w["feats"]
                if int(r[6]) == w["head"]:
                    c["UAS"] += 1
                    c["LAS"] += r[7].split(":")[0] == w["rel"].split(":")[0]
                    c["LAS+sub"] += r[7] == w["rel"]
            if gold is not None:
                c["gold"] += len(gold)
                c["sys"] += len(named)
                c["hit"] += len(gold & named)
                c["span"] += len({g[:2] for g in gold} & {g[:2] for g in named})
                for kind in data.MENTIONS:
                    g, s = {x for x in gold if x[2] == kind}, {x for x in named if x[2] == kind}
                    c["n " + kind] += len(g) + len(s)
                    c["h " + kind] += len(g & s)
    for key, c in groups.items():
        line = [f"{k} {100 * c[k] / c['words']:.2f}" for k in ("UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS", "LAS+sub")]
        if c["gold"]:
            line.append(f"names {200 * c['hit'] / (c['gold'] + c['sys']):.1f} untyped {200 * c['span'] / (c['gold'] + c['sys']):.1f}")
        print(f"{key:12} {c['words']:6} words  " + "  ".join(line), flush=True)
        if key == "all" and c["gold"]:
            print("  by type: " + ", ".join(f"{k} {200 * c['h ' + k] / max(1, c['n ' + k]):.1f}" for k in data.MENTIONS))


def main():
    model = Model(sys.argv[1])
    if sys.argv[2] == "--score":
        score(model, sys.argv[3])
    elif sys.argv[2] == "--selftest":
        bad = 0
        for block in model.sections["selftest"].decode("utf-8").strip().split("\n\n"):
            forms = [l.split("\t")[1] for l in block.split("\n")]
            bad += conllu(model.read(forms)).strip() != block.strip()
        print("self-test:", "fails on %d sentences" % bad if bad else "holds")
        sys.exit(bool(bad))
    else:
        rows = []
        for line in list(open(sys.argv[2], encoding="utf-8")) + ["\n"]:
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row[1])
            elif not line.strip() and rows:
                sys.stdout.write(conllu(model.read(rows)))
                rows = []


if __name__ == "__main__":
    main()
