"""The record across reports from Python: adding, asking, and that nothing is lost or crashes when things go wrong.

Usage: python_record.py PROGRAM BUILD [unittest's arguments]     (run by ctest with the module's folder on PYTHONPATH)
"""

import datetime
import gc
import json
import os
import random
import signal
import subprocess
import sys
import time
import unittest
import warnings
from concurrent.futures import ThreadPoolExecutor

import rapporteur
from python_fixture import GRAIN_DEAL, MET, PROGRAM, ROOT, FolderTest, run

NEWS = [
    {"text": GRAIN_DEAL, "published": "2022-07-24", "publisher": "Example Post"},
    {"text": MET, "published": datetime.date(2019, 3, 12), "title": None, "number": 7},
    {"text": "The lake should stay open, the envoy of Selk said.", "published": float("nan")},
]
NONE = {"added": 0, "known": 0, "replaced": 0, "failed": 0}


class RecordTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "r.duckdb"

    def made(self):
        with rapporteur.Record(self.path, "a") as record:
            self.assertEqual(record.add(NEWS), {**NONE, "added": 3})
        return self.path


class Adding(RecordTest):
    def test_the_record_is_that_of_the_program(self):
        self.made()
        (self.folder / "grain.txt").write_text(GRAIN_DEAL)
        options = ["--published", "2022-07-24", "--publisher", "Example Post"]
        self.assertRegex(run("add", "--record", self.path, *options, self.folder / "grain.txt"), "^0 added, 1 known")
        exported = [json.loads(line) for line in run("export", "--record", self.path).splitlines()]
        expected = []
        for news in NEWS:
            published = None if isinstance(news["published"], float) else news["published"]
            read = rapporteur.read(news["text"], published=published, publisher=news.get("publisher"))
            expected += [read["report"]] + [item for name, items in read.items() if isinstance(items, list) for item in items]
        self.assertEqual(exported, expected)

    def test_twice_is_once(self):
        with rapporteur.Record(self.made(), "a") as record:
            self.assertEqual(record.add(NEWS), {**NONE, "known": 3})
            self.assertEqual(record.add(NEWS[1]["text"], published="2019-03-12", title="Envoys"), {**NONE, "replaced": 1})
            self.assertEqual(record.add(MET.encode()), {**NONE, "added": 1})
            self.assertEqual(record.add([]), NONE)
            self.assertEqual(len(record), 4)

    def test_files(self):
        rows = [json.dumps({"text": news["text"], "date": "2019-03-12"}) for news in NEWS]
        news = self.put("news.jsonl", "\n".join([*rows, '{"text": "broken']) + "\n")
        bad = []
        with rapporteur.Record(self.path, "a") as record:
            counts = record.add_files([news], jobs=3, batch=2, publisher="The Post", on_error=lambda *what: bad.append(what[:2]))
            self.assertEqual(counts, {**NONE, "added": 3, "failed": 1})
            self.assertEqual(bad, [(str(news), 4)])
            with self.assertWarnsRegex(rapporteur.ArticleWarning, "news.jsonl, row 4"):
                self.assertEqual(record.add_files(str(news), publisher="The Post"), {**NONE, "known": 3, "failed": 1})
            self.assertEqual([report["publisher"] for report in record.reports()], ["The Post"] * 3)

    def test_order_does_not_hang_on_jobs(self):
        texts = [f"{MET} It was round {number}." for number in range(50)]
        for jobs in (1, 4):
            with rapporteur.Record(self.folder / f"{jobs}.duckdb", "a") as record:
                record.add(iter(texts), jobs=jobs, batch=7)
        self.assertEqual(run("export", "--record", self.folder / "1.duckdb"), run("export", "--record", self.folder / "4.duckdb"))

    def test_what_is_no_report(self):
        with rapporteur.Record(self.path, "a") as record:
            with self.assertRaisesRegex(TypeError, "text: found int"):
                record.add([MET, 5])
            with self.assertRaisesRegex(rapporteur.UsageError, 'report 1: found the keys body, expected "text" among them'):
                record.add({"body": MET})
            with self.assertRaisesRegex(rapporteur.UsageError, "published: found"):
                record.add([{"text": MET, "published": "soon"}])
            with self.assertRaises(TypeError):
                record.add(None)
            with self.assertRaisesRegex(rapporteur.UsageError, "batch: found 0"):
                record.add(MET, batch=0)
            self.assertLessEqual(len(record), 1)
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                self.assertEqual(record.add(["so " * 2_500_000, GRAIN_DEAL]), {**NONE, "added": 1, "failed": 1})
            self.assertIn("report 1: found 2500000 words", str(told[0].message))

    def test_what_came_before_an_error_is_in(self):
        def reports():
            yield from (f"{MET} It was round {number}." for number in range(20))
            raise ZeroDivisionError

        with rapporteur.Record(self.path, "a") as record:
            with self.assertRaises(ZeroDivisionError):
                record.add(reports(), jobs=1)
            before = len(record)
            self.assertGreater(before, 10)
        with rapporteur.Record(self.path) as record:
            self.assertEqual(len(record), before)

    def test_own_lexicon(self):
        self.put("own/own.actors.txt", "HARLAN_VOSS_ [NORGOV]\n")
        with rapporteur.Record(self.path, "a", lexicon=self.folder / "own") as record:
            record.add("Harlan Voss met the envoys.")
            self.assertEqual(record.sql("SELECT code FROM actors WHERE name = 'Harlan Voss'"), [{"code": "NOR"}])

    def test_reading_does_not_write(self):
        with rapporteur.Record(self.made()) as record:
            for write in (lambda: record.add(MET), lambda: record.add_files(ROOT / "examples"), record.merge):
                with self.assertRaisesRegex(rapporteur.UsageError, 'open for asking only; open it with mode "a"'):
                    write()
            with self.assertRaises(rapporteur.Error):
                record.sql("DELETE FROM reports")
            self.assertEqual(len(record), 3)


class Asking(RecordTest):
    def test_types_of_sql(self):
        with rapporteur.Record(self.made()) as record:
            [row] = record.sql(
                "SELECT count(*) AS n, sum(report) AS s, 0.5 AS half, 'ü\U0001f54a' AS t, NULL AS nothing, DATE '1815-06-18' AS d, "
                "TIMESTAMP '2022-07-24 12:00:00.25' AS m, ['a', NULL] AS l, true AS b, [] AS e FROM reports"
            )
            self.assertEqual(
                row,
                {"n": 3, "s": 6, "half": 0.5, "t": "ü\U0001f54a", "nothing": None, "d": datetime.date(1815, 6, 18)}
                | {"m": datetime.datetime(2022, 7, 24, 12, 0, 0, 250000), "l": ["a", None], "b": True, "e": []},
            )
            self.assertEqual([type(value) for value in row.values()][:3], [int, int, float])
            self.assertIs(row["b"], True)
            self.assertEqual(record.sql("SELECT 1 AS a WHERE false"), [])
            [first, *_] = record.sql("SELECT sectors FROM actors WHERE len(sectors) > 0 ORDER BY report, item")
            self.assertIsInstance(first["sectors"][0], str)
            self.assertEqual(len(record.sql("SELECT i, [i] AS l FROM range(10000) r(i)")), 10000)

    def test_sql_that_makes_no_sense(self):
        with rapporteur.Record(self.made()) as record:
            for sql in ("SELEC 1", "SELECT * FROM nothing", "SELECT nobody FROM reports", "SELECT 'a'::INTEGER", "\ud800"):
                with self.assertRaises(rapporteur.UsageError, msg=repr(sql)):
                    record.sql(sql)
            with self.assertRaisesRegex(rapporteur.UsageError, "two columns are called a"):
                record.sql("SELECT 1 AS a, 2 AS a")
            with self.assertRaisesRegex(rapporteur.UsageError, "CAST"):
                record.sql("SELECT {'a': 1} AS s")
            with self.assertRaisesRegex(rapporteur.UsageError, "NUL"):
                record.sql("SELECT 1\0")
            for wrong in (None, 5, b"SELECT 1"):
                with self.assertRaises(TypeError):
                    record.sql(wrong)
            self.assertEqual(record.sql("SELECT 1 AS a"), [{"a": 1}])
            self.assertEqual((record.sql(""), record.sql(";")), ([], []))

    def test_reports(self):
        with rapporteur.Record(self.made()) as record:
            reports = record.reports()
            self.assertEqual([report["published"] for report in reports], [datetime.date(2022, 7, 24), datetime.date(2019, 3, 12), None])
            self.assertNotIn("text", reports[0])
            self.assertEqual(record.report(reports[1]["id"]), rapporteur.read(MET, published="2019-03-12"))
            with self.assertRaisesRegex(rapporteur.UsageError, "found no report rp-none"):
                record.report("rp-none")

    def test_merging(self):
        copy = GRAIN_DEAL.replace("Sunday", "Sunday,", 1)
        with rapporteur.Record(self.made(), "a") as record:
            record.add({"text": copy + "\n", "published": "2022-07-24", "publisher": "Other Post"})
            counts = record.merge()
            self.assertEqual((counts["reports"], counts["sources"]), (4, 3))
            events = {row["kind"]: row for row in counts["items"]}["event"]
            self.assertGreater(events["in_several"], 3)
            self.assertEqual(record.merge(), counts)
            self.assertEqual(record.sql("SELECT count(*) AS n FROM merged_items"), [{"n": sum(row["items"] for row in counts["items"])}])


class Questions(RecordTest):
    def asked(self, command, *options):
        done = subprocess.run([PROGRAM, command, "--record", self.path, "--format", "jsonl", *options], capture_output=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def merged(self):
        with rapporteur.Record(self.path, "a") as record:
            record.add(NEWS)
            record.add({"text": GRAIN_DEAL.replace("Sunday", "Sunday,", 1) + "\n", "published": "2022-07-25", "publisher": "Other Post"})
            record.merge()
        return rapporteur.Record(self.path)

    def test_rows_are_those_of_the_program(self):
        questions = [
            ({}, []),
            ({"mentions": True, "newest": True}, ["--mentions", "--newest"]),
            ({"kind": ["event", "talks"], "type": "ASSAULT"}, ["--kind", "event,talks", "--type", "ASSAULT"]),
            ({"actor": ["RUS", "Ukraine"], "limit": 3}, ["--actor", "RUS", "--actor", "Ukraine", "--limit", "3"]),
            ({"pair": ("RUS", "UKR")}, ["--pair", "RUS,UKR"]),
            ({"pair": [("RUS", "UKR"), ("RUS", "TUR")]}, ["--pair", "RUS,UKR", "--pair", "RUS,TUR"]),
            ({"by": "RUS", "to": "UKR", "status": "actual"}, ["--by", "RUS", "--to", "UKR", "--status", "actual"]),
            ({"place": "Odesa", "since": datetime.date(2022, 7, 1), "until": "2022-07"}, ["--place", "Odesa", "--since", "2022-07-01", "--until", "2022-07"]),
            ({"agreement": "grain", "reports": 2}, ["--agreement", "grain", "--reports", "2"]),
            ({"text": '"two missiles"', "reports": 1}, ["--text", '"two missiles"', "--reports", "1"]),
            ({"text": "n\u2019x \U0001f54a", "differing": True}, ["--text", "n\u2019x \U0001f54a", "--differing"]),
            ({"count": "actor"}, ["--count", "actor"]),
        ]
        found = []
        with self.merged() as record:
            for filters, options in questions:
                rows = record.query(**filters)
                self.assertEqual(rows, self.asked("query", *options), filters)
                found.append(len(rows))
            self.assertTrue(all(found[:10]) and found[-1], found)
            self.assertLess(found[3], found[0])
            self.assertEqual(record.timeline(actor="RUS"), self.asked("timeline", "--actor", "RUS"))
            self.assertGreater(len(record.timeline(actor="RUS")), 3)
            self.assertEqual(record.timeline(kind="talks"), self.asked("timeline", "--kind", "talks"))
            self.assertIn("grain", record.timeline(agreement="grain", format="markdown"))
            self.assertIn("grain", record.timeline(agreement="grain", format="text"))

    def test_what_makes_no_sense(self):
        with self.merged() as record:
            for message, filters in (
                ("--kind: found", {"kind": "events"}),
                ("SHOOT", {"type": "SHOOT"}),
                ("--since: found", {"since": "last week"}),
                ("--until: found", {"since": "2022", "until": datetime.date(2021, 1, 1)}),
                ("pair: found", {"pair": "RUS,UKR"}),
                ("pair: found", {"pair": [("RUS", "UKR", "USA")]}),
                ("--by: found nothing", {"by": ""}),
                ("limit: found -1", {"limit": -1}),
                ("count: found .*expected one of day", {"count": "week"}),
                ("found bytes that are not UTF-8, or a NUL", {"text": "a\0b"}),
            ):
                with self.assertRaisesRegex(rapporteur.UsageError, message, msg=str(filters)):
                    record.query(**filters)
            for filters in ({"actor": 5}, {"since": 2022}, {"limit": "3"}, {"limit": True}, {"place": ["Odesa"]}, {"nobody": "x"}, {"pair": 5}):
                with self.assertRaises(TypeError, msg=str(filters)):
                    record.query(**filters)
            self.assertEqual(record.query(actor="'; DROP TABLE reports; --"), [])
            self.assertEqual(record.query(text="\ud800"), [])
            with self.assertRaisesRegex(rapporteur.UsageError, "format: found 'xml', expected one of data, text, markdown"):
                record.timeline(format="xml")
            self.assertEqual(len(record), 4)

    def test_pages_are_those_of_the_program(self):
        def page(*arguments):
            command, *rest = arguments
            return run(command, "--record", self.path, *rest)

        with self.merged() as record:
            for format in ("markdown", "html", "text"):
                say = ("--format", format)
                self.assertEqual(record.positions("attack", format=format), page("positions", "--on", "attack", *say))
                self.assertEqual(record.talks(actor="RUS", format=format), page("talks", "--actor", "RUS", *say))
                self.assertEqual(record.agreement("grain", format=format), page("agreement", "grain", *say))
                self.assertEqual(record.brief(since="2022", about="grain", format=format), page("brief", "--since", "2022", "--about", "grain", *say))
            self.assertEqual(record.brief(since="2022-07", most=2, all=True), page("brief", "--since", "2022-07", "--most", "2", "--all", "--format", "markdown"))
            for data in (record.positions("attack"), record.talks(), record.agreement("grain"), record.brief(format="data")):
                self.assertEqual(list(data), ["title", "about", "lines", "sources"])
                self.assertTrue(data["title"] and data["lines"] and data["sources"])
                cited = {citation["source"] for line in data["lines"] for citation in line["citations"] + line["words"]}
                self.assertTrue(cited and cited <= {source["number"] for source in data["sources"]})
                self.assertIn("Example Post", {source["publisher"] for source in data["sources"]})
            self.assertEqual(record.positions("zebras")["lines"], [])
            with self.assertRaisesRegex(rapporteur.UsageError, r'found no agreement named "zebra treaty", expected one of these\n  \S+  .*grain'):
                record.agreement("zebra treaty")
            with self.assertRaisesRegex(rapporteur.UsageError, "format: found 'pdf', expected one of data, text, markdown, html"):
                record.brief(format="pdf")
            for ask in (lambda: record.positions(None), lambda: record.agreement(5), lambda: record.brief(about=5), lambda: record.brief(most="x")):
                with self.assertRaises(TypeError):
                    ask()

    def test_not_merged_is_told(self):
        with rapporteur.Record(self.made()) as record:
            with self.assertWarnsRegex(rapporteur.NotMergedWarning, "r.duckdb is not merged since the last adding"):
                self.assertTrue(record.query())
        with self.merged() as record, warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertTrue(record.query())


class Opening(RecordTest):
    def test_missing_damaged_and_other_files(self):
        with self.assertRaisesRegex(rapporteur.DataError, "r.duckdb: found no record; make one with"):
            rapporteur.Record(self.path)
        self.assertFalse(self.path.exists())
        for name, content in (("text", b"a text, and no record"), ("empty", b""), ("garbage", random.Random(1).randbytes(100_000))):
            with self.assertRaisesRegex(rapporteur.DataError, f"{name}.duckdb: found .*, expected a record"):
                rapporteur.Record(self.put(f"{name}.duckdb", content))
        whole = self.made().read_bytes()
        with self.assertRaisesRegex(rapporteur.DataError, "cut.duckdb: the record is damaged"):
            rapporteur.Record(self.put("cut.duckdb", whole[: len(whole) // 3]))
        noise = random.Random(20261123)
        for turn in range(12):  # damage anywhere: an exception of ours, or an answer, but never a crash
            broken = bytearray(whole)
            for _ in range(200):
                broken[noise.randrange(12_288, len(broken))] = noise.randrange(256)
            path = self.put(f"broken{turn}.duckdb", bytes(broken))
            try:
                with rapporteur.Record(path) as record:
                    record.sql("SELECT * FROM events")
                    record.reports()
            except (rapporteur.Error, UnicodeDecodeError, ValueError):
                pass
        with self.assertRaisesRegex(rapporteur.DataError, "cannot make the record"):
            rapporteur.Record(self.folder / "no" / "such" / "r.duckdb", "a")

    def test_folder(self):
        with rapporteur.Record(f"{self.folder}/new/", "a") as record:
            record.add(MET)
        with rapporteur.Record(self.folder / "new") as record:
            self.assertEqual(len(record), 1)
        self.assertTrue((self.folder / "new" / "record.duckdb").exists())

    def test_closed(self):
        record = rapporteur.Record(self.made())
        self.assertIn("r.duckdb", repr(record))
        record.close()
        record.close()
        for use in (record.reports, lambda: record.sql("SELECT 1"), lambda: len(record), lambda: record.add(MET), record.__enter__):
            with self.assertRaisesRegex(rapporteur.UsageError, "r.duckdb: the record is closed"):
                use()
        self.assertTrue(repr(record).endswith("closed>"))
        self.assertTrue(record)
        for wrong in ("w", None, 5):
            with self.assertRaisesRegex(rapporteur.UsageError, "mode: found"):
                rapporteur.Record(self.path, wrong)
        with self.assertRaises(TypeError):
            rapporteur.Record(None)

    def test_within_one_program(self):
        self.made()
        first, second = rapporteur.Record(self.path), rapporteur.Record(os.path.relpath(self.path))
        with self.assertRaisesRegex(rapporteur.LockedError, "this program has the record open already"):
            rapporteur.Record(self.path, "a")
        first.close()
        self.assertEqual(len(second), 3)
        # What the system locks must outlast the first: another program is still kept out.
        done = subprocess.run([*self.another("a")], capture_output=True, text=True)
        self.assertIn("LockedError", done.stderr)
        second.close()
        with rapporteur.Record(self.path, "a"):
            for mode in "ra":
                with self.assertRaises(rapporteur.LockedError):
                    rapporteur.Record(self.path, mode)
        link = self.folder / "link.duckdb"
        link.symlink_to(self.path)
        with rapporteur.Record(link, "a"), self.assertRaises(rapporteur.LockedError):
            rapporteur.Record(self.path)
        lost = rapporteur.Record(self.path, "a")
        del lost
        gc.collect()
        rapporteur.Record(self.path, "a").close()

    def another(self, mode, then=""):
        code = f"import rapporteur; record = rapporteur.Record({str(self.path)!r}, {mode!r}); print(len(record), flush=True); {then}"
        return sys.executable, "-c", code

    def test_two_programs(self):
        self.made()
        with subprocess.Popen(self.another("a", "import time; time.sleep(600)"), stdout=subprocess.PIPE) as other:
            self.assertEqual(other.stdout.readline(), b"3\n")
            for mode in "ra":
                with self.assertRaisesRegex(rapporteur.LockedError, rf"another program has the record open: .*\(PID {other.pid}\)"):
                    rapporteur.Record(self.path, mode)
            other.send_signal(signal.SIGKILL)
        with rapporteur.Record(self.path) as record:
            self.assertEqual(len(record), 3)
            self.assertEqual(subprocess.run(self.another("r"), capture_output=True, check=True).stdout, b"3\n")


class Together(RecordTest):
    def test_threads_take_turns(self):
        with rapporteur.Record(self.made(), "a") as record, ThreadPoolExecutor(8) as pool:
            adding = [pool.submit(record.add, [f"{MET} It was round {n} of {m}." for n in range(10)]) for m in range(4)]
            asking = [pool.submit(record.sql, "SELECT count(*) AS n FROM reports") for _ in range(20)]
            self.assertEqual([future.result()["added"] for future in adding], [10] * 4)
            self.assertTrue(all((future.result()[0]["n"] - 3) % 10 == 0 for future in asking))
            self.assertEqual(len(record), 43)

    def test_asking_from_within_adding(self):
        def reports():
            yield MET
            yield str(len(record))

        def closing():
            yield GRAIN_DEAL
            record.close()

        with rapporteur.Record(self.path, "a") as record:
            for generator in (reports, closing):
                with self.assertRaisesRegex(rapporteur.UsageError, "this very thread adds"):
                    record.add(generator())
            self.assertEqual(len(record), 2)

    def test_closing_while_another_thread_asks(self):
        for _ in range(5):
            record = rapporteur.Record(self.path, "a")
            with ThreadPoolExecutor(1) as pool:
                asking = [pool.submit(record.sql, "SELECT sum(i * i % 7) AS s FROM range(20000000) r(i)") for _ in range(3)]
                time.sleep(0.05)
                record.close()
            self.assertEqual(asking[0].result(), [{"s": 40000001}])  # it was under way
            self.assertRegex(str(asking[2].exception()), "the record is closed")

    def test_fork(self):
        with rapporteur.Record(self.made(), "a") as record:
            child = os.fork()
            if child == 0:
                try:
                    record.sql("SELECT 1")
                except rapporteur.UsageError as error:
                    told = "was opened by the process" in str(error)
                    try:
                        rapporteur.Record(self.path)
                    except rapporteur.LockedError:
                        record.close()
                        del record
                        os._exit(0 if told else 1)
                os._exit(2)
            self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
            record.add(MET)
        with rapporteur.Record(self.path) as record:
            self.assertEqual(len(record), 4)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
