#!/usr/bin/env python3
"""Read the cases with the program and count which of their facts the records hold.

usage: score.py --program RAPPORTEUR [--floor KIND=RECALL[/PRECISION] …] [--quiet] CASE_DIR…
       score.py --record RECORD.jsonl [--floor …] [--quiet] CASE_DIR

Prints each fact that was missed, each item that meets no fact, and a table. The exit code is 1 when a kind
stays under its floor. README.md says what a fact may ask and how is counted. Standard library only.
"""
import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys

# Of these kinds an item that meets no fact is a false alarm; a report may well name further actors.
JUDGED = ("agreement", "dispute", "event", "position", "statement", "talks")
ABOUT_THE_FACT = {"id", "say", "kind", "optional", "free", "only", "note"}
SAME_WORDS = 0.5  # share of the common characters in all of both


class Range:
    """Some characters of the report."""

    def __init__(self, start, end):
        self.start, self.end = start, end

    @classmethod
    def of(cls, value):
        """From what a record writes; None where it has no place in the text."""
        if isinstance(value, dict) and "start" in value:
            return cls(value["start"], value["end"])
        return None

    def common(self, other):
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def same(self, other):
        common = self.common(other)
        everything = self.end - self.start + other.end - other.start - common
        return common > 0 and common / everything >= SAME_WORDS

    def holds(self, other):
        return self.start <= other.start and other.end <= self.end


class Case:
    """A report with its facts."""

    def __init__(self, folder):
        self.name = folder.name
        written = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
        self.path = folder / written["report"]
        with open(self.path, encoding="utf-8", newline="") as file:
            self.text = file.read()
        self.options = shlex.split(written.get("options", ""))
        self.free = [fact for fact in written["facts"] if fact.get("free")]
        self.facts = [fact for fact in written["facts"] if not fact.get("free")]
        self.facets = written.get("facets", [])
        self.kinds = written.get("kinds")  # None: all kinds count

    def find(self, words):
        """Where words stand; "a … b" runs from the first a to the end of the next b."""
        begin = end = None
        for part in words.split(" … "):
            at = self.text.find(part.strip(), end or 0)
            if at < 0:
                raise SystemExit(f"{self.path}: a fact asks for words that the report lacks: {words}")
            begin = at if begin is None else begin
            end = at + len(part.strip())
        return Range(begin, end)


def matched(wanted, offered, fits):
    """The most pairs of one wanted and one offered thing that fit: {index wanted: index offered}."""
    taken_by = {}

    def settle(w, tried):
        for o in range(len(offered)):
            if o in tried or not fits(wanted[w], offered[o]):
                continue
            tried.add(o)
            if o not in taken_by or settle(taken_by[o], tried):
                taken_by[o] = w
                return True
        return False

    for w in range(len(wanted)):
        settle(w, set())
    return {w: o for o, w in taken_by.items()}


class Record:
    """What the program wrote about one case, and whether it says what a fact asks."""

    def __init__(self, case, items):
        self.case, self.items = case, items
        self.by_id = {item["id"]: item for item in items if item.get("id")}

    def kind(self, kind):
        return [item for item in self.items if item["kind"] == kind]

    def meets(self, item, fact):
        return item["kind"] == fact["kind"] and all(
            self.holds(item, fact, asked, wanted) for asked, wanted in fact.items() if asked not in ABOUT_THE_FACT)

    def holds(self, item, fact, asked, wanted):
        if asked not in CONDITIONS:
            raise SystemExit(f"{self.case.name} {fact.get('id')}: nobody knows the condition {asked!r}")
        return CONDITIONS[asked](self, item, fact, asked, wanted)

    # Who is meant.

    def names_of(self, who):
        """All that somebody can be called by: the words, the code, the names of the actor that is meant."""
        if isinstance(who, str):
            who = {"actor": who, "text": who}
        who = who or {}
        actor = self.by_id.get(who.get("actor"), {})
        names = [who.get("text"), who.get("code"), actor.get("name"), actor.get("code"), *actor.get("aliases", [])]
        return [name for name in names if name]

    def is_called(self, who, pattern):
        return any(re.search(pattern, name, re.IGNORECASE) for name in self.names_of(who))

    def are_all_among(self, patterns, people):
        people = people or []
        return len(matched(patterns, people, lambda pattern, who: self.is_called(who, pattern))) == len(patterns)

    # Conditions. Each is given the item, the fact, the condition's name and what it asks for.

    def evidence_at(self, item, fact, asked, wanted):
        evidence = item.get("evidence", [])
        if item["kind"] == "event":
            evidence = [e for e in evidence if e.get("role") == "trigger"] or evidence
        return any(Range.of(e).common(self.case.find(wanted)) for e in evidence)

    def value_among(self, item, fact, asked, wanted):
        return item.get(asked) in (wanted if isinstance(wanted, list) else [wanted])

    def whole_code(self, item, fact, asked, wanted):
        return re.fullmatch(wanted, item.get("code") or "") is not None

    def all_sectors(self, item, fact, asked, wanted):
        return not set(wanted) - set(item.get("sectors") or [])

    def name_like(self, item, fact, asked, wanted):
        return re.search(wanted, item.get("name") or "", re.IGNORECASE) is not None

    def some_name_like(self, item, fact, asked, wanted):
        names = [item.get("name") or "", *(item.get("aliases") or [])]
        return any(re.search(wanted, name, re.IGNORECASE) for name in names)

    def people_among(self, item, fact, asked, wanted):
        people = item.get(asked) or []
        return not (fact.get("only") and len(people) != len(wanted)) and self.are_all_among(wanted, people)

    def some_side(self, item, fact, asked, wanted):
        return self.are_all_among(wanted, item.get("sides"))

    def person(self, item, fact, asked, wanted):
        who = item.get(asked)
        return who is None if wanted is None else self.is_called(who, wanted)

    def speaker_above(self, item, fact, asked, wanted):
        above = self.by_id.get(item.get("parent"))
        return above is not None and self.is_called(above.get("speaker"), wanted)

    def chain(self, item, fact, asked, wanted):
        links = item.get("asserted_by") or []
        return len(links) == len(wanted) and all(map(self.is_called, links, wanted))

    def same_words(self, item, fact, asked, wanted):
        got = Range.of(item.get(asked))
        return got is not None and got.same(self.case.find(wanted))

    def touched(self, got, wanted):
        got = Range.of(got)
        return got is not None and got.common(self.case.find(wanted)) > 0

    def some_topics(self, item, fact, asked, wanted):
        return all(any(self.touched(topic, words) for topic in item.get("topics") or []) for words in wanted)

    def some_terms(self, item, fact, asked, wanted):
        def is_term(term, want):
            got = Range.of(term)
            owed_by_them = "obligor" not in want or self.is_called(term.get("obligor"), want["obligor"])
            return (got is not None and got.same(self.case.find(want["at"])) and term.get("type") in want["type"]
                    and owed_by_them)
        return all(any(is_term(term, want) for term in item.get("terms") or []) for want in wanted)

    def some_consequences(self, item, fact, asked, wanted):
        def is_consequence(got, want):
            return all(self.touched(got.get(half), want[half]) for half in ("condition", "consequence"))
        return all(any(is_consequence(got, want) for got in item.get("consequences") or []) for want in wanted)

    def some_answers(self, item, fact, asked, wanted):
        def is_answer(got, want):
            return got.get("answer") in want["answer"] and self.is_called(got, want["who"])
        return all(any(is_answer(got, want) for got in item.get("answers") or []) for want in wanted)

    def end_of_date(self, item, fact, asked, wanted):
        return (item.get("date") or {}).get(asked) == wanted

    def place_like(self, item, fact, asked, wanted):
        place = item.get("place") or item.get("venue") or {}
        names = [place] if isinstance(place, str) else [place.get(key) for key in ("name", "country", "text")]
        return any(re.search(wanted, name or "", re.IGNORECASE) for name in names)

    def one_of(self, item, fact, asked, wanted):
        return any(all(self.holds(item, fact, key, value) for key, value in way.items()) for way in wanted)


CONDITIONS = {
    "at": Record.evidence_at, "code": Record.whole_code, "sectors": Record.all_sectors, "name": Record.name_like,
    "alias": Record.some_name_like, "sides": Record.some_side, "parent": Record.speaker_above,
    "asserted_by": Record.chain, "topics": Record.some_topics, "terms": Record.some_terms,
    "consequences": Record.some_consequences, "answers": Record.some_answers, "place": Record.place_like,
    "or": Record.one_of,
    **dict.fromkeys(("type", "mode", "status", "form", "stance"), Record.value_among),
    **dict.fromkeys(("actors", "recipients", "participants", "proposers", "parties"), Record.people_among),
    **dict.fromkeys(("speaker", "holder", "addressee"), Record.person),
    **dict.fromkeys(("content", "proposition", "subject"), Record.same_words),
    **dict.fromkeys(("from", "to"), Record.end_of_date),
}


class Count:
    """Of one kind, over all cases."""

    def __init__(self):
        self.asked = self.found = self.items = self.right = 0

    @property
    def recall(self):
        return self.found / self.asked if self.asked else 1.0

    @property
    def precision(self):
        return self.right / self.items if self.items else 1.0


class Score:
    def __init__(self, quiet=False):
        self.quiet, self.counts = quiet, {}

    def of(self, kind):
        return self.counts.setdefault(kind, Count())

    def say(self, *words):
        if not self.quiet:
            print(*words)

    def add(self, record):
        case = record.case
        for facet in case.facets:
            count = self.of("facet")
            count.asked += 1
            if any(record.meets(item, facet) for item in record.items):
                count.found += 1
            else:
                self.say("missed ", case.name, facet["id"], "(facet):", facet["say"])
        for kind in sorted({fact["kind"] for fact in case.facts}.union(JUDGED)):
            if case.kinds is None or kind in case.kinds:
                self.add_kind(record, kind)

    def add_kind(self, record, kind):
        case, count, items = record.case, self.of(kind), record.kind(kind)
        # What must be found chooses its items before what may be.
        facts = sorted((f for f in case.facts if f["kind"] == kind), key=lambda f: bool(f.get("optional")))
        pairs = matched(facts, items, lambda fact, item: record.meets(item, fact))
        for number, fact in enumerate(facts):
            if fact.get("optional"):
                continue
            count.asked += 1
            count.found += number in pairs
            if number not in pairs:
                self.say("missed ", case.name, fact["id"] + ":", fact["say"])
        if kind not in JUDGED:
            return
        right = set(pairs.values())
        free = [case.find(fact["at"]) for fact in case.free if fact["kind"] == kind]
        for number, item in enumerate(items):
            places = [Range.of(e) for e in item.get("evidence", [])]
            is_free = places and any(all(area.holds(place) for place in places) for area in free)
            if number not in right and is_free:
                continue
            count.items += 1
            count.right += number in right
            if number not in right:
                words = " / ".join(e.get("text", "") for e in item.get("evidence", []))
                self.say("extra  ", case.name, kind, item.get("type") or item.get("status") or "", f"«{words[:110]}»")

    def table(self):
        print(f"{'kind':10} {'found':>6} {'asked':>6} {'recall':>7} {'right':>6} {'items':>6} {'precision':>10}")
        for kind, count in sorted(self.counts.items()):
            line = f"{kind:10} {count.found:6} {count.asked:6} {count.recall:7.3f}"
            if kind in JUDGED:
                line += f" {count.right:6} {count.items:6} {count.precision:10.3f}"
            print(line)

    def under(self, floors):
        """What stays under its floor, in words."""
        for kind, (recall, precision) in floors.items():
            count = self.of(kind)
            if count.asked == 0:
                yield f"{kind}: no case asks for any"
            if count.recall < recall:
                yield f"{kind}: recall {count.recall:.3f}, at least {recall} was expected"
            if count.precision < precision:
                yield f"{kind}: precision {count.precision:.3f}, at least {precision} was expected"


def floor(text):
    match = re.fullmatch(r"(\w+)=([\d.]+)(?:/([\d.]+))?", text)
    if not match or (match[1] != "actor" and match[1] != "facet" and match[1] not in JUDGED):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected KIND=RECALL or KIND=RECALL/PRECISION")
    return match[1], (float(match[2]), float(match[3] or 0))


def read(program, case):
    command = [program, "read", "--format", "jsonl", *case.options, str(case.path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join(command)}: exit code {done.returncode}")
    return done.stdout.decode("utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--program")
    source.add_argument("--record", type=pathlib.Path)
    parser.add_argument("--floor", type=floor, action="append", default=[])
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("case", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    if args.record and len(args.case) != 1:
        parser.error("--record is of one case")
    score = Score(args.quiet)
    for folder in args.case:
        case = Case(folder)
        lines = args.record.read_text(encoding="utf-8") if args.record else read(args.program, case)
        items = [json.loads(line) for line in lines.split("\n") if line.strip()]
        score.add(Record(case, items))
    score.table()
    faults = list(score.under(dict(args.floor)))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
