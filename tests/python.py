"""The Python module: what it reads is what the program reads, whatever comes in; threads, forks, installation, the document.

Usage: python.py PROGRAM BUILD [unittest's arguments]     (run by ctest with the module's folder on PYTHONPATH)
"""

import ast
import datetime
import inspect
import json
import multiprocessing
import os
import pickle
import random
import re
import subprocess
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import rapporteur
from python_fixture import BUILD, GRAIN_DEAL, KINDS, MET, ROOT, FolderTest, run


def spans(value):
    """All that have start, end and text, at any depth."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for member in value.values():
            yield from spans(member)
    elif isinstance(value, list):
        for member in value:
            yield from spans(member)


def without_text(record):
    return [record["report"]] + [item for kind in KINDS for item in record[kind]]


class Read(FolderTest):
    def test_gives_what_the_program_writes(self):
        said = {"published": "2022-07-24", "title": "Grain", "publisher": "The Post", "url": "https://post.example/1"}
        record = rapporteur.read(GRAIN_DEAL, **said)
        options = [word for name, value in said.items() for word in (f"--{name}", value)]
        lines = run("read", "--format", "jsonl", *options, ROOT / "examples" / "grain_deal.txt").splitlines()
        self.assertEqual(without_text(record), [json.loads(line) for line in lines])
        self.assertEqual(list(record), ["report", *KINDS, "text"])
        self.assertEqual(record["text"], GRAIN_DEAL)
        for kind in ("actors", "events", "statements", "positions", "talks", "agreements"):
            self.assertTrue(record[kind], kind)

    def test_offsets_are_those_of_python(self):
        for before in ("\U0001f54a\U0001f1fa\U0001f1f3 ", "Cafe\u0301 Zu\u0308rich, \u4f1a\u8c08 \u200d\n\n", "\ufeff", "a\0b\r\n", ""):
            text = before + GRAIN_DEAL.replace("said", "sa\u0131d \U0001d4b2", 1)
            found = [span for span in spans(without_text(rapporteur.read(text, published="2022-07-24")))]
            self.assertGreater(len(found), 100)
            for span in found:
                self.assertEqual(text[span["start"] : span["end"]], span["text"])

    def test_bytes(self):
        text = "Söldner of Norvia met Zoë Harlan in Ostravil on Monday."
        of_text = rapporteur.read(text)
        self.assertEqual(rapporteur.read(text.encode()), of_text)
        self.assertEqual(rapporteur.read(bytearray(text.encode())), of_text)
        self.assertEqual(rapporteur.read(memoryview(text.encode())), of_text)
        self.assertEqual(rapporteur.read(text.encode("latin-1")), of_text)
        self.assertEqual(rapporteur.read(text.encode("latin-1"), encoding="latin-1"), of_text)
        self.assertEqual(rapporteur.read(text.encode("utf-16")), of_text)
        broken = rapporteur.read(b"\xff\xfe\xfdEnvoys met.", encoding="utf-8")
        self.assertEqual(broken["text"], "\ufffd\ufffd\ufffdEnvoys met.")
        with self.assertRaisesRegex(rapporteur.UsageError, "klingon"):
            rapporteur.read(b"x", encoding="klingon")

    def test_published(self):
        day = rapporteur.read(MET, published="2019-03-12")
        self.assertEqual(day["events"][0]["date"]["from"], "2019-03-11")
        self.assertEqual(rapporteur.read(MET, published=datetime.date(2019, 3, 12)), day)
        self.assertEqual(rapporteur.read(MET, published=datetime.datetime(2019, 3, 12, 23, 59)), day)
        for nothing in (None, "", float("nan")):
            self.assertIsNone(rapporteur.read(MET, published=nothing)["report"]["published"])
        with self.assertRaises(rapporteur.UsageError) as caught:
            rapporteur.read(MET, published="yesterday")
        self.assertEqual(str(caught.exception), 'published: found "yesterday", expected a day as 2015-12-31')
        self.assertIsInstance(caught.exception, ValueError)
        self.assertIsInstance(caught.exception, rapporteur.Error)

    def test_what_is_no_text(self):
        for wrong in (None, 5, 1.5, ["a"], {"text": "a"}, object()):
            with self.assertRaisesRegex(TypeError, "text: found .*, expected str or bytes"):
                rapporteur.read(wrong)
        for name in ("published", "title", "publisher", "url"):
            with self.assertRaisesRegex(TypeError, f"{name}: found int, expected str or None"):
                rapporteur.read(MET, **{name: 5})
        for arguments in ({"lexicon": 5}, {"model": 5}, {"encoding": None}):
            with self.assertRaises(TypeError):
                rapporteur.read(b"x", **arguments)
        with self.assertRaises(TypeError):
            rapporteur.read(MET, "2019-03-12")  # what is said of a report is named

    def test_nothing_to_read(self):
        for empty in ("", " ", "\n\n", "\0", b"", "\ufeff"):
            record = rapporteur.read(empty)
            self.assertEqual([record[kind] for kind in KINDS], [[]] * len(KINDS))
            self.assertEqual(record["report"]["chars"], len(record["text"]))

    def test_lone_surrogates_become_one_replacement_each(self):
        text = "\ud83d \udc00\ud800 " + MET
        record = rapporteur.read(text, title="\udfff")
        self.assertEqual(record["text"], "\ufffd \ufffd\ufffd " + MET)
        self.assertEqual(record["report"]["title"], "\ufffd")
        found = [span for span in spans(record["events"])]
        self.assertTrue(found)
        for span in found:
            self.assertEqual(text[span["start"] : span["end"]], span["text"])

    def test_garbage(self):
        noise = random.Random(20261122)
        self.assertEqual(rapporteur.read(noise.randbytes(10_000_000))["events"], [])
        letters = "".join(map(chr, (noise.randrange(1, 0x3000) for _ in range(20_000))))
        self.assertEqual(rapporteur.read(letters)["report"]["chars"], len(letters))
        with self.assertRaisesRegex(rapporteur.LimitError, "found 2500000 words, more than the 2000000"):
            rapporteur.read("so " * 2_500_000)

    def test_results_are_plain(self):
        record = rapporteur.read(MET)
        self.assertEqual(pickle.loads(pickle.dumps(record)), record)
        self.assertEqual(json.loads(json.dumps(record)), record)
        record["events"].clear()
        self.assertTrue(rapporteur.read(MET)["events"])


class Knowledge(FolderTest):
    def test_own_lexicon(self):
        self.put("own/own.actors.txt", "HARLAN_VOSS_ [NORGOV]\n")
        text = "Harlan Voss met envoys in Ostravil on Monday."
        codes = lambda **options: [actor["code"] for actor in rapporteur.read(text, **options)["actors"]]
        self.assertNotIn("NOR", codes())
        for own in (self.folder / "own", str(self.folder / "own"), [self.folder / "own"], (os.fsencode(self.folder / "own"),)):
            self.assertIn("NOR", codes(lexicon=own))
        reader = rapporteur.Reader(lexicon=self.folder / "own")
        self.assertEqual(reader.lexicon, [str(ROOT / "lexicon"), str(self.folder / "own")])
        self.assertEqual(reader.model, str(ROOT / "model" / "english.rapm"))
        self.assertEqual(reader.read(text), rapporteur.read(text, lexicon=self.folder / "own"))
        self.assertEqual(reader.made_by, reader.read(text)["report"]["made_by"])
        self.assertIn("english.rapm", repr(reader))

    def test_opened_once(self):
        rapporteur.read(MET)
        before = time.process_time()
        for _ in range(3):
            rapporteur.read("Hello.")
        three = time.process_time() - before
        before = time.process_time()
        rapporteur.Reader()
        self.assertLess(three, time.process_time() - before)

    def test_what_cannot_be_used(self):
        with self.assertRaisesRegex(rapporteur.DataError, "none.rapm"):
            rapporteur.read(MET, model=self.folder / "none.rapm")
        whole = (ROOT / "model" / "english.rapm").read_bytes()
        half = len(whole) // 2
        flipped = whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :]
        for name, content in (("cut", whole[: len(whole) // 2]), ("empty", b""), ("text", b"a text"), ("bit", flipped)):
            with self.assertRaisesRegex(rapporteur.DataError, f"{name}.rapm"):
                rapporteur.Reader(model=self.put(f"{name}.rapm", content))
        with self.assertRaisesRegex(rapporteur.DataError, "no/such"):
            rapporteur.read(MET, lexicon=self.folder / "no/such")
        self.put("bad/states.tsv", "one cell\n")
        with self.assertRaisesRegex(rapporteur.DataError, "states.tsv"):
            rapporteur.Reader(lexicon=self.folder / "bad")
        self.assertTrue(rapporteur.read(MET)["events"])


class Files(FolderTest):
    ROWS = [
        {"text": MET, "date": "2019-03-12", "publisher": "The Post"},
        {"text": "The lake should stay open, the envoy of Selk said.", "date": "2019-03-13"},
    ]

    def news(self):
        good = [json.dumps(row) for row in self.ROWS]
        return self.put("news.jsonl", "\n".join([good[0], '{"text": "broken', good[1]]) + "\n")

    def test_articles_and_what_is_none(self):
        bad = []
        records = list(rapporteur.read_files(self.news(), on_error=lambda *what: bad.append(what)))
        self.assertEqual([record.pop("source") for record in records], [{"file": str(self.folder / "news.jsonl"), "row": row} for row in (1, 3)])
        expected = [rapporteur.read(row["text"], published=row["date"], publisher=row.get("publisher")) for row in self.ROWS]
        self.assertEqual(records, expected)
        [(file, row, error)] = bad
        self.assertEqual((file, row), (str(self.folder / "news.jsonl"), 2))
        self.assertIsInstance(error, rapporteur.DataError)
        with self.assertWarnsRegex(rapporteur.ArticleWarning, "news.jsonl, row 2: "):
            self.assertEqual(len(list(rapporteur.read_files([self.news()]))), 2)

    def test_order_does_not_hang_on_jobs(self):
        for i in range(40):
            self.put(f"reports/{i:02}.txt", MET + f" It was round {i}." * (i % 7))
        one = list(rapporteur.read_files(self.folder / "reports", jobs=1))
        self.assertEqual([Path(record["source"]["file"]).name for record in one], [f"{i:02}.txt" for i in range(40)])
        self.assertEqual(list(rapporteur.read_files(self.folder / "reports", jobs=5)), one)
        self.assertEqual(list(rapporteur.read_files(self.folder / "reports")), one)

    def test_columns(self):
        table = self.put("news.csv", "Story;When\nEnvoys of Norvia and Selk met on Monday.;03/04/2019\n")
        [record] = rapporteur.read_files(table, map="text=Story,published=When", date_order="dmy", format="csv")
        self.assertEqual(record["report"]["published"], "2019-04-03")
        [record] = rapporteur.read_files(table, map="text=Story", publisher="The Post", published=datetime.date(2019, 1, 2))
        self.assertEqual((record["report"]["published"], record["report"]["publisher"]), ("2019-01-02", "The Post"))

    def test_what_makes_no_sense(self):
        with self.assertRaisesRegex(rapporteur.DataError, "none.csv: found no such file or directory"):
            rapporteur.read_files([self.news(), self.folder / "none.csv"])
        with self.assertRaisesRegex(rapporteur.UsageError, "--from: .*klingon"):
            rapporteur.read_files(self.news(), format="klingon")
        with self.assertRaisesRegex(rapporteur.UsageError, "--map: "):
            rapporteur.read_files(self.news(), map="klingon=x")
        with self.assertRaises(rapporteur.UsageError):
            rapporteur.read_files(self.news(), published="soon")
        with self.assertRaises(TypeError):
            rapporteur.read_files(None)

    def test_stopped_halfway(self):
        for i in range(60):
            self.put(f"reports/{i:02}.txt", MET)
        records = rapporteur.read_files(self.folder / "reports", jobs=2)
        self.assertTrue(next(records)["events"])
        records.close()
        with self.assertRaises(ZeroDivisionError):
            list(rapporteur.read_files(self.news(), on_error=lambda *what: 1 / 0))


class Together(FolderTest):
    TEXTS = [GRAIN_DEAL, MET, "", "The lake should stay open, the envoy of Selk said."]

    def test_many_threads(self):
        expected = [rapporteur.read(text, published="2022-07-24") for text in self.TEXTS]
        with ThreadPoolExecutor(8) as pool:
            for _ in range(3):
                self.assertEqual(list(pool.map(lambda text: rapporteur.read(text, published="2022-07-24"), self.TEXTS * 4)), expected * 4)

    def test_first_read_by_many_threads_in_a_new_process(self):
        code = (
            "import rapporteur, threading\n"
            "threads = [threading.Thread(target=rapporteur.read, args=('Envoys met.',)) for _ in range(6)]\n"
            "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
            "from rapporteur import _reader; print(len(_reader._shared))"
        )
        self.assertEqual(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout, b"1\n")

    def test_others_run_meanwhile(self):
        thread = threading.Thread(target=rapporteur.read, args=((GRAIN_DEAL + "\n\n") * 8,))
        turns = 0
        thread.start()
        while thread.is_alive():
            time.sleep(0.002)
            turns += 1
        self.assertGreater(turns, 20)

    def test_fork(self):
        expected = rapporteur.read(MET)
        child = os.fork()
        if child == 0:
            os._exit(0 if rapporteur.read(MET) == expected else 1)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            self.assertEqual(pool.map(rapporteur.read, [MET] * 6), [expected] * 6)


class Package(unittest.TestCase):
    def test_version(self):
        self.assertIn(rapporteur.__version__, run("--version").split())

    def test_everything_is_described(self):
        for name in rapporteur.__all__:
            thing = getattr(rapporteur, name)
            self.assertTrue(inspect.getdoc(thing), name)
            self.assertEqual(thing.__module__, "rapporteur", name)
            if inspect.isclass(thing):
                for member, value in vars(thing).items():
                    if not member.startswith("_"):
                        self.assertTrue(inspect.getdoc(value), f"{name}.{member}")
        self.assertTrue(all(len(line) <= 120 for line in inspect.getdoc(rapporteur).splitlines()))

    def test_types_say_what_the_code_has(self):
        folder = Path(rapporteur.__file__).parent
        self.assertTrue((folder / "py.typed").exists())
        tree = ast.parse((folder / "__init__.pyi").read_text())
        typed = {node.name: node for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
        for name in rapporteur.__all__:
            self.assertIn(name, typed)
            self.same_signature(name, getattr(rapporteur, name), typed[name])

    def same_signature(self, name, thing, node):
        if isinstance(node, ast.ClassDef):
            members = {member.name: member for member in node.body if isinstance(member, ast.FunctionDef)}
            own = {member for member in vars(thing) if not member.startswith("_")}
            self.assertEqual(own, {member for member in members if not member.startswith("_")}, name)
            for member in members:
                if not isinstance(vars(thing)[member], property):
                    self.same_signature(f"{name}.{member}", getattr(thing, member), members[member])
            return
        parameters = inspect.signature(thing).parameters.values()
        arguments = node.args
        self.assertEqual([p.name for p in parameters if p.kind != p.VAR_KEYWORD], [a.arg for a in arguments.args + arguments.kwonlyargs], name)
        defaults = [ast.literal_eval(value) for value in arguments.defaults + arguments.kw_defaults if value is not None]
        self.assertEqual([p.default for p in parameters if p.default is not p.empty], defaults, name)


class Document(FolderTest):
    def test_examples_run(self):
        page = (ROOT / "docs" / "python.md").read_text()
        examples = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
        self.assertGreaterEqual(len(examples), 5)
        (self.folder / "examples").symlink_to(ROOT / "examples")
        for number, example in enumerate(examples, 1):
            with self.subTest(example=number):
                done = subprocess.run([sys.executable, "-W", "error", "-c", example], cwd=self.folder, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)
                promised = re.findall(r"^# (.*)$", example, re.MULTILINE)
                for line in promised:
                    self.assertIn(line, done.stdout.splitlines())


class Installation(FolderTest):
    def test_works_wherever_it_is_moved(self):
        subprocess.run(["cmake", "--install", BUILD, "--prefix", self.folder / "first"], check=True, capture_output=True)
        (self.folder / "first").rename(self.folder / "second")
        [package] = (self.folder / "second").glob("lib/python3*/*-packages/rapporteur")
        code = (
            "import rapporteur; reader = rapporteur.Reader(); print(rapporteur.__file__, reader.model, *reader.lexicon)\n"
            f"print(rapporteur.read({MET!r})['events'][0]['type'])"
        )
        environment = {**os.environ, "PYTHONPATH": str(package.parent)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, cwd="/", capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        share = self.folder / "second" / "share" / "rapporteur"
        self.assertEqual(done.stdout.split(), [str(package / "__init__.py"), str(share / "model/english.rapm"), str(share / "lexicon"), "CONSULT"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
