#!/usr/bin/env python3
"""Check that cases are well made: every word asked for is in the report, and every fact can be met.

usage: check.py SCORER.py CASE_DIR…     (SCORER.py: the project's facts.py)

For each case a record is made up out of the facts themselves, one item a fact, and scored: recall
and precision must both be 1, or a fact asks for something that no record could give. Also checked: keys and
enumerations, expressions that do not compile, ids used twice, how many items of each kind are required.
"""
import importlib.util
import json
import os
import re
import sys
import tempfile

KINDS = {"actor", "event", "statement", "position", "talks", "agreement", "dispute"}
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
            "MOBILIZE COERCE ASSAULT".split())
ACTOR_TYPES = {"person", "state", "organization", "group", "office", "population"}
STATUS = {"event": set("actual ongoing future hypothetical negated historical".split()),
          "talks": set("held underway scheduled proposed postponed cancelled".split())}
FORMS = {"direct", "indirect", "mixed"}
STANCES = {"for", "against", "open"}
MEMBERS = ("actors", "recipients", "participants", "proposers", "parties")


def words_for(pattern):
    """Some text that the expression matches: the first plain alternative."""
    for part in pattern.split("|"):
        text = re.sub(r"\[(.)[^]]*\]", r"\1", part)
        text = re.sub(r"[\^$\\()?]", "", text).replace(".*", " ").replace(".", " ")
        if re.search(pattern, text, re.I):
            return text
    raise ValueError(f"cannot make words for the expression {pattern!r}")


class Maker:
    """Makes an item that meets a fact, by the meaning of its conditions in facts.py."""

    def __init__(self, scorer, text):
        self.scorer, self.text, self.extra = scorer, text, []

    def span(self, words):
        start, end = self.scorer.find_span(self.text, words)
        return {"start": start, "end": end, "text": self.text[start:end]}

    def item(self, fact, number):
        item = {"kind": fact["kind"], "id": f"i{number}", "evidence": []}
        conditions = dict(fact)
        for alternative in fact.get("or", [{}])[:1]:
            conditions.update(alternative)
        for key, want in conditions.items():
            self.fill(item, key, want)
        return item

    def fill(self, item, key, want):
        if key == "at":
            item["evidence"].append({"role": "trigger", **self.span(want)})
        elif key in ("type", "mode", "status", "form", "stance"):
            item[key] = want[0] if isinstance(want, list) else want
        elif key == "code":
            item["code"] = want.split("|")[0]
        elif key == "sectors":
            item["sectors"] = want
        elif key == "name":
            item["name"] = words_for(want)
        elif key == "alias":
            item.setdefault("aliases", []).append(words_for(want))
        elif key in MEMBERS or key == "sides":
            item[key] = [{"text": words_for(w)} for w in want]
        elif key in ("speaker", "holder", "addressee"):
            item[key] = want and {"text": words_for(want)}
        elif key == "parent":
            self.extra.append({"kind": "parent", "id": "p" + item["id"], "speaker": {"text": words_for(want)}})
            item["parent"] = "p" + item["id"]
        elif key == "asserted_by":
            item["asserted_by"] = [{"text": words_for(w)} for w in want]
        elif key in ("content", "proposition", "subject"):
            item[key] = self.span(want)
        elif key == "topics":
            item["topics"] = [self.span(w) for w in want]
        elif key == "terms":
            item["terms"] = [{**self.span(w["at"]), "type": w["type"][0],
                              "obligor": {"text": words_for(w["obligor"])} if "obligor" in w else None} for w in want]
        elif key == "consequences":
            item["consequences"] = [{k: self.span(w[k]) for k in ("condition", "consequence")} for w in want]
        elif key == "answers":
            item["answers"] = [{"text": words_for(w["who"]), "answer": w["answer"][0]} for w in want]
        elif key in ("from", "to"):
            item.setdefault("date", {})[key] = want
        elif key == "place":
            item["place"] = {"name": words_for(want)}


def faults_of(fact):
    if fact.get("kind") not in KINDS:
        yield f"unknown kind {fact.get('kind')!r}"
    lists = [("type", ACTOR_TYPES if fact.get("kind") == "actor" else TYPES), ("status", STATUS.get(fact.get("kind"), set())), ("form", FORMS), ("stance", STANCES)]
    for key, known in lists:
        for value in fact.get(key, []):
            if value not in known:
                yield f"unknown {key} {value!r}"
    if not fact.get("say"):
        yield "nothing in 'say'"


def check(scorer, folder):
    path = os.path.join(folder, "facts.json")
    gold = json.load(open(path, encoding="utf-8"))
    text = open(os.path.join(folder, gold["report"]), encoding="utf-8").read()
    faults, seen, maker = [], set(), Maker(scorer, text)
    everything = gold["facts"] + gold.get("facets", [])
    counted = set(gold.get("kinds", KINDS))
    faults += [f"unknown kind {kind!r} in 'kinds'" for kind in sorted(counted - KINDS)]
    faults += [f"{f['id']}: its kind does not count here" for f in everything if f.get("kind") in KINDS - counted]
    for fact in everything:
        faults += [f"{fact['id']}: {fault}" for fault in faults_of(fact)]
        if fact["id"] in seen:
            faults.append(f"{fact['id']}: id used twice")
        seen.add(fact["id"])
    asked = [f for f in gold["facts"] if not f.get("free")]
    items = [maker.item(f, n) for n, f in enumerate(asked)]
    for fact in (f for f in gold["facts"] if f.get("free")):
        scorer.find_span(text, fact["at"])
    facets = [maker.item(f, len(items) + n) for n, f in enumerate(gold.get("facets", []))]
    for fact, item in zip(asked + gold.get("facets", []), items + facets):
        if not scorer.Judge(text, items + facets + maker.extra).meets(fact, item):
            faults.append(f"{fact['id']}: the item made for it does not meet it")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(i) + "\n" for i in items + maker.extra)
        out.flush()
        tally = {}
        scorer.score(path, out.name, tally, True)
    for kind, (found, required, right, made) in tally.items():
        if kind != "facet" and (found != required or right != made):
            faults.append(f"{kind}: {found} of {required} required found, {right} of {made} items right; must be all")
    required = {k: sum(f["kind"] == k and not f.get("optional") for f in asked) for k in sorted(KINDS)}
    print(f"{folder}: {len(text.split())} words; required " + ", ".join(f"{k} {n}" for k, n in required.items())
          + f"; optional {sum(bool(f.get('optional')) for f in asked)}; facets {len(facets)}")
    for fault in faults:
        print(f"  fault: {fault}")
    return not faults


def main(args):
    if len(args) < 2:
        raise SystemExit(__doc__)
    spec = importlib.util.spec_from_file_location("facts", args[0])
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return 0 if all([check(scorer, folder) for folder in args[1:]]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
