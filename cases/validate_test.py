#!/usr/bin/env python3
"""Each rule of validate.py on a small record that keeps it and on one that breaks it."""
import copy
import hashlib
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import validate  # noqa: E402

TEXT = "Kadria’s envoy said on Monday that Soravia had seized two ships. Soravia denied it.\n"


def span(words, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


def item(kind, ident, words, /, **fields):
    return {"kind": kind, "id": ident, "report": "r1", "evidence": [span(words, role="trigger")], "confidence": 0.9,
            "by": "test", **fields}


def record():
    envoy = {"actor": "a1", "code": None, "sectors": ["GOV"], **span("Kadria’s envoy")}
    day = {"from": "2021-09-13", "to": "2021-09-13", "text": "Monday"}
    return [
        item("report", "r1", "Kadria", title=None, published="2021-09-15", language="en", chars=len(TEXT),
             sha256=hashlib.sha256(TEXT.encode()).hexdigest(), sentences=[{"start": 0, "end": 64}, {"start": 65, "end": 83}]),
        item("actor", "a1", "envoy", name="envoy of Kadria", type="person", code=None, sectors=["GOV"], wikidata=None,
             roles=[{"title": "envoy", "of": "Kadria", "from": "2019-05", "to": None}], aliases=["envoy"],
             mentions=[span("Kadria’s envoy")]),
        item("actor", "a2", "Soravia", name="Soravia", type="state", code=None, sectors=[], aliases=[], mentions=[span("Soravia")]),
        item("event", "e1", "seized", type="COERCE", mode="seize", contexts=["maritime"], cameo="175", status="actual",
             actors=[{"actor": "a2", "code": None, "sectors": [], **span("Soravia")}], recipients=[], date=day,
             place={"name": "Harn", "country": None, "lat": 1.5, "lon": -70.0, "geonames": None}, counts={"size": "two"},
             statement="s1", asserted_by=[{"actor": "a1", "text": "Kadria’s envoy"}]),
        item("statement", "s1", "said", speaker=envoy, cue="said", content=span("Soravia had seized two ships"),
             form="indirect", addressee=None, parent=None, date=day),
        item("position", "p1", "denied", holder={"actor": "a2", "code": None, "text": "Soravia"},
             proposition=span("seized two ships"), stance="against", about=["a1", "ships"], statement=None),
        item("talks", "t1", "said", name=None, participants=[envoy], proposers=[], topics=[span("two ships")], venue=None,
             date=day, status="held", answers=[{"actor": "a2", "code": None, "text": "Soravia", "answer": "refuses"}], series=None),
        item("agreement", "g1", "denied", name=None, aliases=[], parties=[], date=None, calls=["e1"],
             kept=[{"who": {"actor": "a2", "code": None, "text": "Soravia"}, "verdict": "breached", "words": span("seized"), "asserted_by": []}],
             terms=[span("two ships", type="RETREAT", mode=None, obligor="a2")],
             consequences=[{"condition": span("two ships"), "consequence": span("denied it")}]),
        item("dispute", "d1", "denied", subject="e1", sides=[{"actor": "a1", "code": None, "holds": "seized"},
                                                             {"actor": "a2", "code": None, "holds": "not"}]),
    ]


class ValidateTest(unittest.TestCase):
    def faults(self, change=None, raw=None):
        items = copy.deepcopy(record())
        if change:
            change({i["id"]: i for i in items})
        with tempfile.TemporaryDirectory() as folder:
            report, out = os.path.join(folder, "r1.txt"), os.path.join(folder, "r1.jsonl")
            with open(report, "w", encoding="utf-8", newline="") as f:
                f.write(TEXT)
            with open(out, "w", encoding="utf-8") as f:
                f.write(raw if raw is not None else "".join(json.dumps(i) + "\n" for i in items))
            return [words for _, words in validate.check_record(out, validate.Reports([report]))[0]]

    def breaks(self, words, change):
        faults = self.faults(change)
        self.assertEqual(1, len(faults), faults)
        self.assertIn(words, faults[0])

    def put(self, name, path, value):
        def change(items):
            at = items[name]
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = value
        return change

    def test_good_record_has_no_fault(self):
        self.assertEqual([], self.faults())

    def test_each_rule_is_seen_when_broken(self):
        for words, name, path, value in [
            ("gives 'seized'", "e1", ["evidence", 0, "text"], "sized"),
            ("is no span", "e1", ["evidence", 0, "end"], 9999),
            ("not both whole numbers", "s1", ["content", "start"], 1.5),
            ("has no evidence", "e1", ["evidence"], []),
            ("lacks one of role", "e1", ["evidence", 0], {"start": 0, "end": 6, "text": "Kadria"}),
            ("confidence 1.5", "e1", ["confidence"], 1.5),
            ("lacks by", "e1", ["by"], None),
            ("type 'FIGHT' is not one of", "e1", ["type"], "FIGHT"),
            ("status 'past' is not one of", "e1", ["status"], "past"),
            ("status 'actual' is not one of", "t1", ["status"], "actual"),
            ("cameo '999'", "e1", ["cameo"], "999"),
            ("code 'XXX' is not one of", "a1", ["code"], "XXX"),
            ("sectors 'ARMY'", "a1", ["sectors"], ["ARMY"]),
            ("type 'country'", "a2", ["type"], "country"),
            ("has no mention", "a2", ["mentions"], []),
            ("is not a Q number", "a1", ["wikidata"], "42"),
            ("date.to '2021-9-13' is not an ISO", "e1", ["date", "to"], "2021-9-13"),
            ("no day of the calendar", "e1", ["date", "to"], "2021-09-31"),
            ("runs from 2021-09-13 back", "e1", ["date", "to"], "2021-09-12"),
            ("roles[0].from '05/2019'", "a1", ["roles", 0, "from"], "05/2019"),
            ("place.lat is 120", "e1", ["place", "lat"], 120),
            ("counts 'dead'", "e1", ["counts"], {"dead": 2}),
            ("names 'a9', which no item", "e1", ["actors", 0, "actor"], "a9"),
            ("of kind statement, not actor", "s1", ["speaker", "actor"], "s1"),
            ("parent names 's9'", "s1", ["parent"], "s9"),
            ("of kind actor, not statement", "p1", ["statement"], "a1"),
            ("quoted in itself", "s1", ["parent"], "s1"),
            ("asserted_by is empty", "e1", ["asserted_by"], []),
            ("though statement is null", "e1", ["statement"], None),
            ("form 'quoted'", "s1", ["form"], "quoted"),
            ("content is not a span", "s1", ["content"], "Soravia had seized"),
            ("stance 'pro'", "p1", ["stance"], "pro"),
            ("answers[0].answer 'yes'", "t1", ["answers", 0, "answer"], "yes"),
            ("terms[0].type 'LEAVE'", "g1", ["terms", 0, "type"], "LEAVE"),
            ("lacks its consequence", "g1", ["consequences", 0, "consequence"], None),
            ("calls[0] names 'a1', of kind actor, not event", "g1", ["calls"], ["a1"]),
            ("kept[0].verdict 'broken'", "g1", ["kept", 0, "verdict"], "broken"),
            ("kept[0].words is not a span", "g1", ["kept", 0, "words"], "seized"),
            ("has 1 side(s)", "d1", ["sides"], [{"actor": "a1", "code": None}]),
            ("subject names 'e9'", "d1", ["subject"], "e9"),
            ("chars is 3", "r1", ["chars"], 3),
            ("before 64", "r1", ["sentences", 1, "start"], 60),
            ("id stands in line", "a2", ["id"], "a1"),
        ]:
            with self.subTest(words):
                faults = self.faults(self.put(name, path, value))
                self.assertTrue(any(words in f for f in faults), faults)

    def test_one_fault_is_told_once(self):
        self.breaks("type 'FIGHT'", self.put("e1", ["type"], "FIGHT"))

    def test_lines_that_are_no_items(self):
        good = "".join(json.dumps(i) + "\n" for i in record())
        for words, raw in [("not a JSON object", good + "{\n"), ("kind 'thing'", good + '{"kind":"thing"}\n'),
                           ("comes twice: kind", good + '{"kind":"actor","kind":"event"}\n'),
                           ("cut short", good[:-1]), ("NaN is not JSON", good + '{"kind":"actor","confidence":NaN}\n'),
                           ("no report item", "")]:
            with self.subTest(words):
                self.assertTrue(any(words in f for f in self.faults(raw=raw)))

    def test_unknown_text(self):
        faults = self.faults(lambda items: items["r1"].update(sha256="0" * 64))
        self.assertEqual([], faults)  # the report's name still tells
        items = [i for i in record() if i["kind"] == "report"]
        items[0].update(id="r2", report="r2", sha256="0" * 64)
        raw = "".join(json.dumps(i) + "\n" for i in record() + items)
        self.assertTrue(any("no text given" in f for f in self.faults(raw=raw)))

    def test_bytes_in_windows_1252(self):
        self.assertEqual("l’été", validate.decoded("l’été".encode("cp1252")))


if __name__ == "__main__":
    unittest.main()
