"""Names of persons, places and organisations (facts from shared/data/actors), by number of words, to put in place of names in training sentences."""
import collections, csv
from data import SHARED

ACTORS = f"{SHARED}/data/actors"


def _cap(word):
    return "-".join(p[:1] + p[1:].lower() for p in word.split("-"))


def read():
    """{(type, words): sorted list of word tuples}"""
    found = collections.defaultdict(set)
    add = lambda kind, words: found[kind, len(words)].add(tuple(words)) if words and all(w and w[0].isupper() and w[0].isalpha() for w in words) else None
    for line in list(open(f"{ACTORS}/cabinets_2019.tsv", encoding="utf-8"))[1:]:
        words = line.rstrip("\n").split("\t")[2].split()
        if 1 < len(words) <= 4 and all(w.replace("-", "").isalpha() for w in words):
            words = [_cap(w) if w.isupper() else w for w in words]
            add("person", words)
            add("person", words[-1:])
    for row in csv.DictReader(open(f"{ACTORS}/reign_leaders_1945_2021.csv", encoding="utf-8", errors="replace")):
        words = row["leader"].split()
        if 1 <= len(words) <= 3 and all(w.replace("-", "").isalpha() for w in words):
            add("person", words)
    inside = None
    for line in open(f"{ACTORS}/CountryInfo.120116.txt", encoding="utf-8", errors="replace"):
        s = line.strip()
        if s.startswith("<"):
            inside = "place" if s in ("<Capital>", "<MajorCities>") else "skip"
            if s.startswith("<CountryName>"):
                words = s[len("<CountryName>"):].split("<")[0].replace("_", " ").split()
                if len(words) <= 2 and all(w.isalpha() for w in words):
                    add("place", [_cap(w) for w in words])
        elif inside == "place" and s.endswith("_") and all(c.isalpha() or c in "-_" for c in s):
            words = s.strip("_").split("_")
            if len(words) <= 2:
                add("place", [_cap(w) for w in words])
    for row in csv.DictReader(open(f"{ACTORS}/conflict_actors_alt_names.csv", encoding="utf-8", errors="replace")):
        if row["actor_type"].startswith("Country"):
            words = row["actor_name"].split()
            if len(words) <= 2 and all(w.isalpha() for w in words):
                add("place", words)
            continue
        words = row["actor_name"].split()
        if words[:1] == ["The"]:
            words = words[1:]
        if 2 <= len(words) <= 4 and all(w.isalpha() and w[0].isupper() for w in words):
            add("organization", words)
        a = row["abbreviation"].strip()
        if 3 <= len(a) <= 5 and a.isalpha() and a.isupper():
            add("organization", [a])
    for w in """NATO Hezbollah Hamas Fatah OPEC ASEAN UNICEF UNHCR Interpol Houthis Taliban Reuters Xinhua Mossad Likud Gazprom Pentagon Kremlin Congress
            Knesset Duma Bundestag Parliament Senate ECOWAS UNESCO IAEA OSCE OPCW ISIL ISIS Fretilin Frelimo Renamo Mapuche Solidarity""".split():
        add("organization", [w])
    return {k: sorted(v) for k, v in found.items()}


if __name__ == "__main__":
    for k, v in sorted(read().items()):
        print(k, len(v), v[::max(1, len(v) // 8)][:8])
