"""Learns the lemma table and suffix rules: docs/model.md, section 7."""
import collections, os, pickle, sys
import data
from words import FOLD, OTHER

CASED = ["NNP", "NNPS"]
LONGEST = 6


def lower(ch):
    if ord(ch) not in FOLD:
        return ch
    low = ch.lower()
    return low if len(low) == 1 else ch


def base_of(form, xpos):
    plain = "".join(FOLD[ord(c)][1] if ord(c) in FOLD and FOLD[ord(c)][0] == OTHER and FOLD[ord(c)][1] in ("'", '"', "") else c for c in form)
    return plain if xpos in CASED else "".join(lower(c) for c in plain)


def rule_of(base, lemma):
    k = 0
    while k < min(len(base), len(lemma)) and base[k] == lemma[k]:
        k += 1
    return len(base) - k, lemma[k:]


def apply_rules(rules, xpos, base):
    for n in range(min(len(base), LONGEST), -1, -1):
        r = rules.get((xpos, base[len(base) - n:]))
        if r is not None and r[0] <= len(base):
            return base[:len(base) - r[0]] + r[1]
    return base


def learn(sentences):
    """Table, rules and the set of (xpos, base) seen, from parsed sentences. A rule is kept if it differs from that of the next shorter suffix and rests on two word types or more."""
    seen = collections.defaultdict(collections.Counter)
    for s in sentences:
        for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
            seen[xpos, base_of(form, xpos)][lemma] += 1
    votes = collections.defaultdict(collections.Counter)
    for (xpos, base), lemmas in seen.items():
        lemma = max(sorted(lemmas), key=lambda l: lemmas[l])
        rule = rule_of(base, lemma)
        if rule[0] > 5 or len(rule[1]) > 4:
            continue
        for n in range(min(len(base), LONGEST) + 1):
            votes[xpos, base[len(base) - n:]][rule] += 1
    rules = {}
    for (xpos, suffix) in sorted(votes, key=lambda k: (len(k[1]), k)):
        count = votes[xpos, suffix]
        top = max(sorted(count), key=lambda r: count[r])
        if suffix and (count[top] < 2 or count[top] * 2 < sum(count.values())):
            continue
        if suffix:
            parent = None
            for n in range(len(suffix) - 1, -1, -1):
                parent = rules.get((xpos, suffix[len(suffix) - n:]))
                if parent:
                    break
            if parent == top:
                continue
        rules[xpos, suffix] = top
    table = {}
    for (xpos, base), lemmas in seen.items():
        lemma = max(sorted(lemmas), key=lambda l: lemmas[l])
        if apply_rules(rules, xpos, base) != lemma:
            table[xpos, base] = lemma
    return table, rules, set(seen)


_ENDINGS = {"ed": ("VBD", "VBN"), "ing": ("VBG",), "s": ("VBZ", "NNS")}


def _candidates(word, ending):
    """Base forms that a word with this ending may have."""
    stem = word[:-len(ending)]
    if ending == "s":
        out = [stem]
        if word.endswith("ies"):
            out += [word[:-3] + "y"]
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            out += [word[:-2]]
        return out
    out = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        out.append(stem[:-1])
    if ending == "ed" and word.endswith("ied"):
        out.append(word[:-3] + "y")
    return out


def extend(table, rules, seen, words):
    """Adds table entries for words that training never saw, where the rules give no word of the list and another base form is one.
    words: by frequency, the names of the vectors."""
    rank = {w: i for i, w in enumerate(words)}
    for w in words[:40000]:
        for ending, tags in _ENDINGS.items():
            if not w.endswith(ending) or len(w) < len(ending) + 3 or not w.isalpha() or w.endswith("ss"):
                continue
            for tag in tags:
                if (tag, w) in seen:
                    continue
                now = apply_rules(rules, tag, w)
                options = sorted((rank[c], c) for c in _candidates(w, ending) if c in rank and len(c) > 2)
                if options and options[0][1] != now and (now not in rank or rank[now] > 3 * options[0][0] + 500):
                    table[tag, w] = options[0][1]
    return table


def add_verbs(table, rules):
    """Entries for the forms of the verbs in irregular.txt and regular.txt: those that training never saw or, rarely, has wrong."""
    here = os.path.dirname(os.path.abspath(__file__))
    rows = lambda name: [l.split() for l in open(os.path.join(here, name), encoding="utf-8") if l.strip() and l[0] != "#"]

    def add(tag, form, base):
        if table.get((tag, form), apply_rules(rules, tag, form)) != base:
            table[tag, form] = base
    for base, past, participle in rows("irregular.txt"):
        participle = past if participle == "-" else participle
        for tag in ("VBD", "VBN"):
            for form in (past, participle):
                add(tag, form, base)
    vowels = "aeiou"
    for (base,) in rows("regular.txt"):
        if base.endswith("ee"):
            past, going = base + "d", base + "ing"
        elif base.endswith("e"):
            past, going = base + "d", base[:-1] + "ing"
        else:
            past, going = base + "ed", base + "ing"
        forms = {(past, going)}
        if base[-1] not in vowels + "wxy" and base[-2] in vowels and base[-3:-2] not in tuple(vowels):
            forms.add((base + base[-1] + "ed", base + base[-1] + "ing"))
        for past, going in sorted(forms):
            add("VBD", past, base), add("VBN", past, base), add("VBG", going, base)
    return table


def pack(table, rules):
    lines = [f"T\t{x}\t{b}\t{l}\n" for (x, b), l in sorted(table.items())]
    lines += [f"R\t{x}\t{s}\t{r[0]}\t{r[1]}\n" for (x, s), r in sorted(rules.items())]
    return "".join(lines).encode("utf-8")


def unpack(blob):
    table, rules = {}, {}
    for line in blob.decode("utf-8").split("\n"):
        f = line.split("\t")
        if f[0] == "T":
            table[f[1], f[2]] = f[3]
        elif f[0] == "R":
            rules[f[1], f[2]] = (int(f[3]), f[4])
    return table, rules


def lemma_of(table, rules, form, xpos):
    base = base_of(form, xpos)
    got = table.get((xpos, base))
    return got if got is not None else apply_rules(rules, xpos, base)


if __name__ == "__main__":
    train = data.treebank("ewt", "train", True) + data.treebank("gum", "train", True)
    table, rules, seen = learn(train)
    if sys.argv[1:]:
        extend(table, rules, seen, pickle.load(open(sys.argv[1], "rb"))[0])
        print([(k[1], v) for k, v in table.items() if k not in seen][::40])
    print(len(table), len(rules), len(pack(table, rules)))
    for name in ("ewt", "gum"):
        wrong = collections.Counter()
        n = ok = 0
        for s in data.treebank(name, "dev", False):
            for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
                got = lemma_of(table, rules, form, xpos)
                n += 1
                ok += got == lemma
                if got != lemma:
                    wrong[form, xpos, lemma, got] += 1
        print(name, "lemma with gold XPOS", round(100 * ok / n, 2), wrong.most_common(12))
