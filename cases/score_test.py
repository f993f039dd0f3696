#!/usr/bin/env python3
"""Tests of score.py: every condition is met by one record and missed by another."""
import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import score

TEXT = "Abel met Baker in Norport. Abel said “we agree”. Caine denied it, and denied it again."


def span(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return {"start": at, "end": at + len(words), "text": words}


def evidence(words, role="trigger"):
    return {"role": role, **span(words)}


ABEL = {"kind": "actor", "id": "a1", "name": "Abel Stone", "code": "NOR", "sectors": ["GOV"], "aliases": ["Abel"],
        "evidence": [evidence("Abel", "mention")]}
MEETING = {"kind": "event", "id": "e1", "type": "CONSULT", "mode": None, "status": "actual",
           "actors": [{"actor": "a1", "text": "Abel"}, {"actor": None, "text": "Baker"}], "recipients": [],
           "place": {"name": "Norport", "country": "NOR"}, "date": {"from": "2020-01-01", "to": "2020-01-02"},
           "asserted_by": [{"text": "Caine"}], "evidence": [evidence("met"), evidence("Baker", "actor")]}
SAYING = {"kind": "statement", "id": "s1", "speaker": {"actor": "a1", "text": "Abel"}, "form": "direct",
          "content": span("we agree"), "addressee": None, "parent": None, "evidence": [evidence("we agree", "content")]}
DENIAL = {"kind": "statement", "id": "s2", "speaker": {"text": "Caine"}, "form": "indirect", "content": span("it"),
          "parent": "s1", "evidence": [evidence("denied", "cue")]}
PACT = {"kind": "agreement", "id": "g1", "parties": [{"actor": "a1", "text": "Abel"}], "name": "Norport pact",
        "terms": [{**span("we agree"), "type": "AID", "obligor": {"text": "Caine"}}], "evidence": [evidence("agree")],
        "consequences": [{"condition": span("denied"), "consequence": span("again")}]}
TALKS = {"kind": "talks", "id": "t1", "status": "held", "venue": {"name": "Norport"}, "topics": [span("Baker")],
         "answers": [{"text": "Abel", "answer": "confirms"}], "evidence": [evidence("met")]}
DISPUTE = {"kind": "dispute", "id": "d1", "subject": span("we agree"), "evidence": [evidence("denied")],
           "sides": [{"actor": "a1"}, {"text": "Caine"}]}
ITEMS = [ABEL, MEETING, SAYING, DENIAL, PACT, TALKS, DISPUTE]


class Made:
    """A case in a folder of its own."""

    def __init__(self, facts, facets=(), **more):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "report.txt").write_text(TEXT, encoding="utf-8")
            written = {"report": "report.txt", "options": "--published 2020-01-03", "facts": facts,
                       "facets": list(facets), **more}
            (folder / "facts.json").write_text(json.dumps(written), encoding="utf-8")
            self.case = score.Case(folder)

    def record(self, items):
        return score.Record(self.case, items)


def asks(kind, **conditions):
    return {"id": "x", "say": "made up", "kind": kind, **conditions}


class Conditions(unittest.TestCase):
    def check(self, item, met, missed):
        record = Made([]).record(ITEMS)
        for fact in met:
            self.assertTrue(record.meets(item, asks(item["kind"], **fact)), fact)
        for fact in missed:
            self.assertFalse(record.meets(item, asks(item["kind"], **fact)), fact)

    def test_kind(self):
        self.assertFalse(Made([]).record(ITEMS).meets(ABEL, asks("event")))

    def test_actor(self):
        self.check(ABEL, [{"name": "stone$"}, {"alias": "^abel$"}, {"code": "N.R"}, {"sectors": ["GOV"]}],
                   [{"name": "Baker"}, {"alias": "^stone$"}, {"code": "NO"}, {"sectors": ["GOV", "MIL"]}])

    def test_place_of_the_trigger(self):
        # An actor's words are no place of an event; of other items every evidence counts.
        self.check(MEETING, [{"at": "Abel met"}, {"at": "Abel … Baker"}], [{"at": "Baker"}, {"at": "said"}])
        self.check(DENIAL, [{"at": "denied it"}], [{"at": "again"}])

    def test_values(self):
        self.check(MEETING, [{"type": ["AID", "CONSULT"]}, {"status": "actual"}],
                   [{"type": ["AID"]}, {"status": ["future"]}, {"mode": ["meet"]}])

    def test_people(self):
        self.check(MEETING, [{"actors": ["Abel"]}, {"actors": ["Baker", "Stone"], "only": True}, {"recipients": []}],
                   [{"actors": ["Abel", "Stone"]}, {"actors": ["Abel"], "only": True}, {"recipients": ["Caine"]}])
        self.check(DISPUTE, [{"sides": ["Caine", "Abel"]}], [{"sides": ["Baker"]}])
        self.check(PACT, [{"parties": ["NOR"]}], [{"parties": ["Caine"]}])

    def test_speakers(self):
        self.check(SAYING, [{"speaker": "Stone"}, {"addressee": None}], [{"speaker": None}, {"addressee": "Baker"}])
        self.check(DENIAL, [{"parent": "Abel"}], [{"parent": "Caine"}])
        self.check(MEETING, [{"asserted_by": ["Caine"]}], [{"asserted_by": []}, {"asserted_by": ["Abel", "Caine"]}])

    def test_words(self):
        self.check(SAYING, [{"content": "we agree"}, {"content": "“we agree”"}],
                   [{"content": "Abel said “we agree”. Caine denied it"}, {"content": "met"}])
        self.check(DISPUTE, [{"subject": "we agree"}], [{"subject": "again"}])

    def test_parts(self):
        self.check(PACT, [{"terms": [{"at": "we agree", "type": ["AID"]}]},
                          {"terms": [{"at": "we agree", "type": ["AID"], "obligor": "Caine"}]},
                          {"consequences": [{"condition": "denied it", "consequence": "again"}]}],
                   [{"terms": [{"at": "we agree", "type": ["AID"], "obligor": "Baker"}]},
                    {"terms": [{"at": "we agree", "type": ["COERCE"]}]}, {"terms": [{"at": "met", "type": ["AID"]}]},
                    {"consequences": [{"condition": "again", "consequence": "denied it"}]}])
        self.check(TALKS, [{"topics": ["met Baker"]}, {"answers": [{"who": "Stone|Abel", "answer": ["confirms"]}]}],
                   [{"topics": ["Baker", "Caine"]}, {"answers": [{"who": "Abel", "answer": ["refuses"]}]}])

    def test_when_and_where(self):
        self.check(MEETING, [{"from": "2020-01-01"}, {"to": "2020-01-02"}, {"place": "norport"}, {"place": "NOR"}],
                   [{"from": "2020-01-02"}, {"place": "Rome"}])
        self.check(TALKS, [{"place": "Norport"}], [{"place": "Rome"}, {"from": "2020-01-01"}])

    def test_alternatives(self):
        self.check(MEETING, [{"or": [{"actors": ["Caine"]}, {"actors": ["Abel"], "status": "actual"}]}],
                   [{"or": [{"actors": ["Caine"]}, {"actors": ["Abel"], "status": "future"}]}])

    def test_unknown_conditions_and_words(self):
        record = Made([]).record(ITEMS)
        with self.assertRaises(SystemExit):
            record.meets(ABEL, asks("actor", nmae="Abel"))
        with self.assertRaises(SystemExit):
            record.meets(DENIAL, asks("statement", at="words that nobody wrote"))


class Counting(unittest.TestCase):
    def count(self, facts, items, facets=(), **more):
        counted = score.Score()
        self.printed = io.StringIO()
        with contextlib.redirect_stdout(self.printed):
            counted.add(Made(facts, facets, **more).record(items))
        return counted

    def test_an_item_serves_one_fact(self):
        event = self.count([asks("event"), asks("event", at="met")], [MEETING]).of("event")
        self.assertEqual((event.found, event.asked, event.right, event.items), (1, 2, 1, 1))
        self.assertIn("missed", self.printed.getvalue())

    def test_items_are_dealt_out_as_well_as_can_be(self):
        other = {**MEETING, "id": "e2", "type": "AID"}
        facts = [asks("event"), asks("event", type=["CONSULT"])]
        for items in ([MEETING, other], [other, MEETING]):
            self.assertEqual(self.count(facts, items).of("event").found, 2)

    def test_an_optional_fact_only_makes_right(self):
        event = self.count([asks("event", optional=True)], [MEETING]).of("event")
        self.assertEqual((event.found, event.asked, event.right, event.items), (0, 0, 1, 1))
        event = self.count([asks("event", optional=True)], []).of("event")
        self.assertEqual((event.asked, event.items, event.recall, event.precision), (0, 0, 1.0, 1.0))

    def test_required_facts_choose_first(self):
        facts = [asks("event", optional=True), asks("event", at="met")]
        self.assertEqual(self.count(facts, [MEETING]).of("event").found, 1)

    def test_false_alarms(self):
        counted = self.count([], [ABEL, MEETING])
        self.assertEqual((counted.of("event").right, counted.of("event").items), (0, 1))
        self.assertIn("extra", self.printed.getvalue())
        self.assertNotIn("actor", counted.counts)

    def test_free_words(self):
        for words, counts in (("Abel met Baker", 0), ("Baker in", 1)):
            facts = [{"kind": "event", "free": True, "at": words}]
            self.assertEqual(self.count(facts, [MEETING]).of("event").items, counts)

    def test_only_the_kinds_that_a_case_is_about(self):
        counted = self.count([asks("actor"), asks("talks")], ITEMS, kinds=["actor", "talks"])
        self.assertEqual(set(counted.counts), {"actor", "talks"})
        self.assertNotIn("extra", self.printed.getvalue())
        self.assertEqual(self.count([asks("talks")], ITEMS).of("event").items, 1)

    def test_facets(self):
        counted = self.count([], ITEMS, [asks("event", type=["CONSULT"]), asks("event", type=["AID"])]).of("facet")
        self.assertEqual((counted.found, counted.asked), (1, 2))

    def test_floors(self):
        counted = self.count([asks("event"), asks("event", at="met")], [MEETING])
        self.assertEqual(list(counted.under({"event": (0.5, 1.0)})), [])
        self.assertEqual(len(list(counted.under({"event": (0.51, 0)}))), 1)
        self.assertEqual(len(list(counted.under({"talks": (0.1, 0)}))), 1)
        self.assertEqual(score.floor("event=0.5/0.75"), ("event", (0.5, 0.75)))
        for wrong in ("event", "event=x", "evnet=0.5"):
            with self.assertRaises(score.argparse.ArgumentTypeError):
                score.floor(wrong)


if __name__ == "__main__":
    unittest.main()
