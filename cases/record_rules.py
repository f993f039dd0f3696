"""The rules that the items of one report's record keep, by the record's definition."""
import datetime
import math
import re

KINDS = ("report", "actor", "event", "statement", "position", "talks", "agreement", "dispute")
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
            "MOBILIZE COERCE ASSAULT".split())
ACTOR_TYPES = {"person", "state", "organization", "group", "office", "population"}
SECTORS = set("GOV MIL REB OPP LEG JUD COP SPY PTY PRM UAF UNK BUS CVL EDU ELI JRN LAB MED REF REL SOC CRM AGR PRE".split())
CODES = set("""
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
IGO UNO EUR NGO ISM IMG MNC KOS""".split())
EVENT_STATUS = set("actual ongoing future hypothetical negated historical".split())
TALKS_STATUS = set("held underway scheduled proposed postponed cancelled".split())
FORMS = {"direct", "indirect", "mixed"}
STANCES = {"for", "against", "open"}
ANSWERS = {"confirms", "refuses", "withholds", "conditional"}
VERDICTS = {"kept", "breached"}

COMMON = ("id", "report", "evidence", "confidence", "by")
# Fields that must be there and not null; every other named field may be null or absent, as the text gives it.
NEEDED = {
    "report": ("chars", "sha256", "sentences"),
    "actor": ("name", "type", "aliases", "mentions"),
    "event": ("type", "actors", "recipients", "status", "asserted_by"),
    "statement": ("content", "form"),
    "position": ("holder", "proposition", "stance"),
    "talks": ("participants", "status"),
    "agreement": ("parties", "terms"),
    "dispute": ("subject", "sides"),
}


class Checker:
    """One report's items against its text. Faults are gathered, never raised."""

    def __init__(self, text, items):
        self.text, self.items, self.faults = text, items, []
        self.kind_of = {i["id"]: i["kind"] for _, i in items if isinstance(i.get("id"), str)}
        self.by_id = {i["id"]: i for _, i in items if isinstance(i.get("id"), str)}
        self.where = (0, {})

    def fault(self, words):
        line, item = self.where
        self.faults.append((line, f"{item.get('kind')} {item.get('id')}: {words}"))

    def run(self):
        for line, item in self.items:
            self.where = (line, item)
            for field in COMMON + NEEDED[item["kind"]]:
                if item.get(field) is None:
                    self.fault(f"lacks {field}")
            self.common(item)
            getattr(self, item["kind"])(item)
            self.spans_within(item, item["kind"])
        return self.faults

    # Values

    def one_of(self, value, known, what):
        if value is not None and value not in known:
            self.fault(f"{what} {value!r} is not one of {' '.join(sorted(known))}")

    def string(self, value, what, empty=False):
        if value is not None and (not isinstance(value, str) or not (empty or value)):
            self.fault(f"{what} is {value!r}, not words")

    def listed(self, value, what):
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(f"{what} is not a list")
            return []
        return value

    def spans_within(self, value, path):
        """Every start, end and text anywhere in the item agree with the report."""
        if isinstance(value, dict):
            if "start" in value or "end" in value:
                self.span(value, path)
            for key, inner in value.items():
                self.spans_within(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for n, inner in enumerate(value):
                self.spans_within(inner, f"{path}[{n}]")
        elif isinstance(value, float) and not math.isfinite(value):
            self.fault(f"{path} is {value}")

    def span(self, value, path):
        start, end = value.get("start"), value.get("end")
        if start is None and end is None:
            return
        if not all(isinstance(x, int) and not isinstance(x, bool) for x in (start, end)):
            self.fault(f"{path}: start {start!r} and end {end!r} are not both whole numbers")
        elif not 0 <= start < end <= len(self.text):
            self.fault(f"{path}: {start}..{end} is no span of a text of {len(self.text)} characters")
        elif isinstance(value.get("text"), str) and value["text"] != self.text[start:end]:
            self.fault(f"{path}: text is {value['text']!r} but {start}..{end} gives {self.text[start:end]!r}")

    def needs_span(self, value, what):
        if value is not None and not (isinstance(value, dict) and {"start", "end", "text"} <= value.keys()):
            self.fault(f"{what} is not a span of start, end and text")

    def day(self, value, what, partial=False):
        if value is None:
            return None
        form = r"\d{4}(-\d\d(-\d\d)?)?" if partial else r"\d{4}-\d\d-\d\d"
        if not isinstance(value, str) or not re.fullmatch(form, value):
            self.fault(f"{what} {value!r} is not an ISO 8601 date")
            return None
        try:
            datetime.date.fromisoformat((value + "-01-01")[:10] if partial else value)
        except ValueError:
            self.fault(f"{what} {value!r} is no day of the calendar")
            return None
        return value

    def date(self, value, what="date"):
        if value is None:
            return
        if not isinstance(value, dict) or not {"from", "to"} <= value.keys():
            self.fault(f"{what} is not an interval of from and to")
            return
        first, last = self.day(value["from"], what + ".from"), self.day(value["to"], what + ".to")
        if value["from"] is None and value["to"] is None:
            self.fault(f"{what} has neither end")
        if first and last and first > last:
            self.fault(f"{what} runs from {first} back to {last}")
        self.string(value.get("text"), what + ".text")

    def place(self, value, what="place"):
        if value is None:
            return
        if not isinstance(value, dict):
            self.fault(f"{what} is not an object")
            return
        self.string(value.get("name"), what + ".name")
        self.one_of(value.get("country"), CODES, what + ".country")
        for key, most in (("lat", 90), ("lon", 180)):
            degrees = value.get(key)
            if degrees is not None and not (isinstance(degrees, (int, float)) and abs(degrees) <= most):
                self.fault(f"{what}.{key} is {degrees!r}")

    # References

    def refers(self, ref, kind, what):
        if ref is None:
            return
        if not isinstance(ref, str) or ref not in self.kind_of:
            self.fault(f"{what} names {ref!r}, which no item of this report has")
        elif self.kind_of[ref] != kind:
            self.fault(f"{what} names {ref!r}, of kind {self.kind_of[ref]}, not {kind}")

    def who(self, value, what, codes=True):
        """A reference to an actor: {actor, code, sectors, start, end, text}, what is not known being null."""
        if value is None:
            return
        if isinstance(value, str):
            self.refers(value, "actor", what)
            return
        if not isinstance(value, dict):
            self.fault(f"{what} is neither an object nor an id")
            return
        if not value.get("actor") and not value.get("text"):
            self.fault(f"{what} has neither actor nor text")
        self.refers(value.get("actor"), "actor", what)
        self.string(value.get("text"), what + ".text")
        if codes:
            self.one_of(value.get("code"), CODES, what + ".code")
            self.sectors(value.get("sectors"), what)

    def whos(self, value, what):
        for n, one in enumerate(self.listed(value, what)):
            self.who(one, f"{what}[{n}]")

    def sectors(self, value, what):
        for sector in self.listed(value, what + ".sectors"):
            self.one_of(sector, SECTORS, what + ".sectors")

    # Kinds

    def common(self, item):
        if not isinstance(item.get("id"), str) or not item["id"]:
            self.fault("id is not a word")
        evidence = self.listed(item.get("evidence"), "evidence")
        if not evidence and not (item["kind"] == "report" and not self.text.strip()):
            self.fault("has no evidence")
        for n, one in enumerate(evidence):
            if not isinstance(one, dict) or not {"role", "start", "end", "text"} <= one.keys():
                self.fault(f"evidence[{n}] lacks one of role, start, end, text")
            else:
                self.string(one["role"], f"evidence[{n}].role")
        confidence = item.get("confidence")
        if confidence is not None and not (isinstance(confidence, (int, float)) and not isinstance(confidence, bool)
                                           and 0 <= confidence <= 1):
            self.fault(f"confidence {confidence!r} is not within 0 and 1")
        self.string(item.get("by"), "by")

    def report(self, item):
        if item.get("report") != item.get("id"):
            self.fault(f"report is {item.get('report')!r}, not its own id")
        if item.get("chars") not in (None, len(self.text)):
            self.fault(f"chars is {item['chars']} for a text of {len(self.text)}")
        if not re.fullmatch(r"[0-9a-f]{64}", str(item.get("sha256") or "")):
            self.fault(f"sha256 {item.get('sha256')!r} is not 64 hexadecimal digits")
        if item.get("published") is not None:
            self.day(str(item["published"])[:10], "published")
        for field in ("title", "publisher", "url", "language"):
            self.string(item.get(field), field)
        end = 0
        for n, one in enumerate(self.listed(item.get("sentences"), "sentences")):
            if not isinstance(one, dict) or not {"start", "end"} <= one.keys():
                self.fault(f"sentences[{n}] lacks start or end")
            elif isinstance(one["start"], int) and isinstance(one["end"], int):
                if one["start"] < end:
                    self.fault(f"sentences[{n}] begins at {one['start']}, before {end}, where the one before it ends")
                end = one["end"]

    def actor(self, item):
        self.string(item.get("name"), "name")
        self.one_of(item.get("type"), ACTOR_TYPES, "type")
        self.one_of(item.get("code"), CODES, "code")
        self.sectors(item.get("sectors"), "actor")
        if not self.listed(item.get("mentions"), "mentions"):
            self.fault("has no mention")
        for n, one in enumerate(item.get("mentions") or []):
            self.needs_span(one, f"mentions[{n}]")
        for n, one in enumerate(self.listed(item.get("aliases"), "aliases")):
            self.string(one, f"aliases[{n}]")
        for n, one in enumerate(self.listed(item.get("roles"), "roles")):
            if not isinstance(one, dict) or not one.get("title"):
                self.fault(f"roles[{n}] has no title")
                continue
            for end in ("from", "to"):
                self.day(one.get(end), f"roles[{n}].{end}", partial=True)
        if item.get("wikidata") is not None and not re.fullmatch(r"Q[1-9]\d*", str(item["wikidata"])):
            self.fault(f"wikidata {item['wikidata']!r} is not a Q number")

    def event(self, item):
        self.one_of(item.get("type"), TYPES, "type")
        self.one_of(item.get("status"), EVENT_STATUS, "status")
        self.string(item.get("mode"), "mode")
        for n, one in enumerate(self.listed(item.get("contexts"), "contexts")):
            self.string(one, f"contexts[{n}]")
        if item.get("cameo") is not None and not re.fullmatch(r"(0[1-9]|1\d|20)\d{0,2}", str(item["cameo"])):
            self.fault(f"cameo {item['cameo']!r} is not a CAMEO code")
        for key, least, most in (("quad", 1, 4), ("score", -10, 10), ("goldstein", -10, 10)):
            value = item.get(key)
            if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most):
                self.fault(f"{key} {value!r} is not a number from {least} to {most}")
        self.whos(item.get("actors"), "actors")
        self.whos(item.get("recipients"), "recipients")
        self.date(item.get("date"))
        self.place(item.get("place"))
        counts = item.get("counts")
        if counts is not None and not isinstance(counts, dict):
            self.fault("counts is not an object")
        for key in counts or {}:
            self.one_of(key, {"killed", "injured", "arrested", "size"}, "counts")
        self.refers(item.get("statement"), "statement", "statement")
        chain = self.listed(item.get("asserted_by"), "asserted_by")
        for n, one in enumerate(chain):
            if not (isinstance(one, dict) and one.get("actor") is None and one.get("text") is None):
                self.who(one, f"asserted_by[{n}]", codes=False)
        if item.get("statement") is None and chain:
            self.fault("asserted_by names somebody though statement is null")
        if item.get("statement") is not None and not chain and self.speakers(item["statement"]):
            self.fault("asserted_by is empty though statement is given and has a speaker")

    def chain(self, start):
        """The statement and those it is quoted in; stops where one comes again."""
        seen = []
        while start in self.by_id and start not in seen:
            seen.append(start)
            start = self.by_id[start].get("parent")
        return seen, start in seen

    def speakers(self, statement):
        return any(self.by_id[s].get("speaker") for s in self.chain(statement)[0])

    def statement(self, item):
        self.who(item.get("speaker"), "speaker")
        self.who(item.get("addressee"), "addressee")
        self.needs_span(item.get("content"), "content")
        self.one_of(item.get("form"), FORMS, "form")
        self.refers(item.get("parent"), "statement", "parent")
        if self.chain(item.get("id"))[1]:
            self.fault("is quoted in itself by way of parent")
        self.date(item.get("date"))

    def position(self, item):
        self.who(item.get("holder"), "holder")
        self.needs_span(item.get("proposition"), "proposition")
        self.one_of(item.get("stance"), STANCES, "stance")
        for n, one in enumerate(self.listed(item.get("about"), "about")):
            if not isinstance(one, (str, dict)) or not one:
                self.fault(f"about[{n}] is neither an id nor words")
        self.refers(item.get("statement"), "statement", "statement")

    def talks(self, item):
        self.whos(item.get("participants"), "participants")
        self.whos(item.get("mediators"), "mediators")
        self.whos(item.get("proposers"), "proposers")
        self.one_of(item.get("status"), TALKS_STATUS, "status")
        for n, one in enumerate(self.listed(item.get("topics"), "topics")):
            self.needs_span(one, f"topics[{n}]")
        self.place(item.get("venue"), "venue")
        self.date(item.get("date"))
        for n, one in enumerate(self.listed(item.get("answers"), "answers")):
            self.who(one, f"answers[{n}]")
            self.one_of(one.get("answer") if isinstance(one, dict) else "", ANSWERS, f"answers[{n}].answer")

    def agreement(self, item):
        self.whos(item.get("parties"), "parties")
        self.date(item.get("date"))
        for n, one in enumerate(self.listed(item.get("terms"), "terms")):
            self.needs_span(one, f"terms[{n}]")
            if isinstance(one, dict):
                self.one_of(one.get("type"), TYPES, f"terms[{n}].type")
                self.who(one.get("obligor"), f"terms[{n}].obligor")
        for n, one in enumerate(self.listed(item.get("consequences"), "consequences")):
            for part in ("condition", "consequence"):
                if not isinstance(one, dict) or one.get(part) is None:
                    self.fault(f"consequences[{n}] lacks its {part}")
                else:
                    self.needs_span(one[part], f"consequences[{n}].{part}")
        for n, one in enumerate(self.listed(item.get("calls"), "calls")):
            self.refers(one, "event", f"calls[{n}]")
        for n, one in enumerate(self.listed(item.get("kept"), "kept")):
            if isinstance(one, dict):
                self.who(one.get("who"), f"kept[{n}].who")
                self.one_of(one.get("verdict"), VERDICTS, f"kept[{n}].verdict")
                self.needs_span(one.get("words"), f"kept[{n}].words")
                self.whos(one.get("asserted_by"), f"kept[{n}].asserted_by")

    def dispute(self, item):
        subject = item.get("subject")
        if isinstance(subject, str):
            if subject not in self.kind_of:
                self.fault(f"subject names {subject!r}, which no item of this report has")
        else:
            self.needs_span(subject, "subject")
        sides = self.listed(item.get("sides"), "sides")
        if len(sides) < 2:
            self.fault(f"has {len(sides)} side(s), not two")
        self.whos(sides, "sides")
