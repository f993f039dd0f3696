"""Reading: the class Reader, and the readers that the module's functions share."""

import datetime
import json
import os
import re
import threading
import warnings
from collections import deque
from concurrent.futures import ThreadPoolExecutor

from . import _native
from ._errors import ArticleWarning, Error, LexiconWarning

_LISTS = {
    "actor": "actors",
    "event": "events",
    "statement": "statements",
    "position": "positions",
    "talks": "talks",
    "agreement": "agreements",
    "dispute": "disputes",
}
_MOST_WARNINGS = 10
_SURROGATE = re.compile("[\ud800-\udfff]")


def _path(path):
    """The bytes of a path; "" for None."""
    return b"" if path is None else os.fsencode(path)


def _paths(paths):
    """The bytes of one path or of many."""
    return [os.fsencode(path) for path in ([paths] if isinstance(paths, (str, bytes, os.PathLike)) else paths)]


def _utf8(text):
    """UTF-8 whose code points are those of the text; half of a surrogate pair, which has none, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode()


def _words(value, name):
    """What is said of a report, or "": None, and the NaN that tables have in place of nothing."""
    if value is None or value != value:
        return b""
    if not isinstance(value, str):
        raise TypeError(f"{name}: found {type(value).__name__}, expected str or None")
    return _utf8(value)


def _said(published=None, title=None, publisher=None, url=None):
    if isinstance(published, datetime.datetime) and published == published:
        published = published.date()
    if isinstance(published, datetime.date) and published == published:
        published = published.isoformat()
    return _native.Said(
        _words(published, "published"), _words(title, "title"), _words(publisher, "publisher"), _words(url, "url")
    )


def _text(text):
    """The text's bytes, and the encoding that they are in where it is known."""
    if isinstance(text, str):
        return _utf8(text), "utf-8"
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text), None
    raise TypeError(f"text: found {type(text).__name__}, expected str or bytes")


def _record(text, lines):
    """A record's dictionary, of its JSON Lines."""
    report, *items = json.loads("[" + lines.rstrip("\n").replace("\n", ",") + "]")
    record = {"report": report, **{name: [] for name in _LISTS.values()}, "text": text}
    for item in items:
        record[_LISTS[item["kind"]]].append(item)
    return record


def in_order(work, things, jobs):
    """work(thing) for each of the things, on `jobs` threads, in their order; holds only a few results at a time.

    When the things themselves end with an error, it is raised behind the results of those before it.
    """
    jobs = jobs or len(os.sched_getaffinity(0))
    waiting = deque()
    things = iter(things)
    failure = None
    with ThreadPoolExecutor(jobs) as pool:
        try:
            while True:
                try:
                    thing = next(things)
                except StopIteration:
                    break
                except Exception as error:
                    failure = error
                    break
                waiting.append(pool.submit(work, thing))
                if len(waiting) >= 4 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
    if failure is not None:
        raise failure


class Reader:
    """Reads reports with one model and one lexicon, both opened here, once.

    Reader(model=None, lexicon=(), base_lexicon=None)

    model         a model file in place of the shipped one
    lexicon       a folder, or several, with your own tables; their lines add to the shipped ones or replace them
    base_lexicon  a folder in place of the shipped lexicon

    A reader does not change: any number of threads may use it at once. It knows the files as they were when it was
    opened. Raises DataError when they cannot be used.
    """

    def __init__(self, model=None, lexicon=(), base_lexicon=None):
        self._native = _native.Reader(_path(model), _path(base_lexicon), _paths(lexicon))
        problems = self._native.warnings
        for problem in problems[:_MOST_WARNINGS]:
            warnings.warn(problem, LexiconWarning, stacklevel=2)
        if len(problems) > _MOST_WARNINGS:
            more = len(problems) - _MOST_WARNINGS
            warnings.warn(f"{more} more; rapporteur lexicon check lists them all", LexiconWarning, stacklevel=2)

    def __repr__(self):
        return f"rapporteur.Reader(model={self.model!r}, lexicon={self.lexicon!r})"

    @property
    def model(self):
        """The model's path."""
        return os.fsdecode(self._native.model)

    @property
    def lexicon(self):
        """The lexicon's folders; the shipped one, or base_lexicon, comes first."""
        return [os.fsdecode(folder) for folder in self._native.lexicon]

    @property
    def made_by(self):
        """The program's version and the hashes of model and lexicon, as each report's "made_by" has them."""
        return self._native.made_by

    def read(self, text, *, published=None, title=None, publisher=None, url=None, encoding="auto"):
        """Reads a report; see rapporteur.read. `encoding` is that of bytes: utf-8, windows-1252, latin-1, utf-16, auto."""
        data, known = _text(text)
        return _record(*self._native.read(data, known or encoding, _said(published, title, publisher, url)))

    def read_files(
        self,
        paths,
        *,
        jobs=None,
        published=None,
        title=None,
        publisher=None,
        url=None,
        format=None,
        map=None,
        date_order=None,
        encoding="auto",
        on_error=None,
    ):
        """Reads all articles of files and folders; see rapporteur.read_files."""
        said = _said(published, title, publisher, url)
        rows = _native.Articles(_paths(paths), format or "", map or "", date_order or "", encoding)
        return self._read_rows(rows, said, jobs, on_error)

    def _read_rows(self, rows, said, jobs, on_error):
        def read(row):
            try:
                return row, _record(*self._native.read_row(row, said)), None
            except Error as error:
                return row, None, error

        for row, record, error in in_order(read, iter(rows.next, None), jobs):
            if error is not None:
                passed_over(os.fsdecode(row.file), row.row, error, on_error)
                continue
            record["source"] = {"file": os.fsdecode(row.file), "row": row.row}
            yield record


def passed_over(file, row, error, on_error):
    """Tells that a row of a file, or one of many reports, could not be read."""
    if on_error is None:
        place = f"report {row}" if file is None else f"{file}, row {row}"
        warnings.warn(f"{place}: {error}", ArticleWarning, stacklevel=4)
    else:
        on_error(file, row, error)


_shared = {}
_shared_lock = threading.Lock()


def _forget_lock():
    """In a forked process: the lock may have been held by a thread that is not there."""
    global _shared_lock
    _shared_lock = threading.Lock()


os.register_at_fork(after_in_child=_forget_lock)


def shared_reader(model=None, lexicon=()):
    """The one reader of this process for a model and lexicon folders."""
    key = (model and os.path.abspath(_path(model)), *map(os.path.abspath, _paths(lexicon)))
    with _shared_lock:
        if key not in _shared:
            _shared[key] = Reader(model, lexicon)
        return _shared[key]


def read(text, *, published=None, title=None, publisher=None, url=None, encoding="auto", lexicon=(), model=None):
    """Reads a report and gives its record.

    text       the report, as str, or as bytes, whose encoding is told by themselves or by `encoding` (utf-8,
               windows-1252, latin-1, utf-16)
    published  the report's day, a datetime.date or "2022-07-24": relative days ("on Monday") follow from it
    title, publisher, url
               what else is known of the report
    lexicon    a folder, or several, with your own tables
    model      a model file in place of the shipped one

    The record is a dictionary:

        report      what is known of the report itself
        actors, events, statements, positions, talks, agreements, disputes
                    lists of items, each a dictionary with the fields of docs/record.md
        text        the report; offsets count in it: text[item["start"]:item["end"]]

    The first call opens model and lexicon, which takes some tenths of a second; later calls use them again. Any number
    of threads may read at once: Python's lock (the GIL) is released meanwhile.

    Raises UsageError for a day that is none, LimitError for a text that is too long, DataError when model or lexicon
    cannot be used.

    >>> record = rapporteur.read("The ministers met in Geneva on Monday.", published="2022-07-26")
    >>> [(event["type"], event["date"]["from"]) for event in record["events"]]
    [('CONSULT', '2022-07-25')]
    """
    reader = shared_reader(model, lexicon)
    return reader.read(text, published=published, title=title, publisher=publisher, url=url, encoding=encoding)


def read_files(
    paths,
    *,
    jobs=None,
    published=None,
    title=None,
    publisher=None,
    url=None,
    format=None,
    map=None,
    date_order=None,
    encoding="auto",
    on_error=None,
    lexicon=(),
    model=None,
):
    """Reads all articles of files and folders, and gives their records one by one, in their order.

    paths      a file or folder, or several: texts, HTML pages, JSON Lines, JSON, CSV, TSV, Parquet, RSS, Atom, WARC, Nexis,
               Factiva, also with .gz (docs/inputs.md)
    jobs       how many articles are read at the same time; None: as many as there are processor cores
    published, title, publisher, url
               as of `read`; where a file holds many articles they stand in where one has none
    format     text, html, jsonl, json, csv, tsv, rss, atom, warc, nexis, factiva, parquet; None: told by the bytes
    map        "text=COLUMN,published=COLUMN": columns or keys whose names are not the usual ones
    date_order dmy or mdy: what 03/04/2019 means
    encoding   of the texts
    on_error   called with (file, row, error) for each article that cannot be read; None: an ArticleWarning tells it

    Each record is as that of `read`, with "source" beside it: {"file", "row"}. Only a few articles are held at a time.
    Raises DataError at once when a file is missing.
    """
    reader = shared_reader(model, lexicon)
    return reader.read_files(
        paths,
        jobs=jobs,
        published=published,
        title=title,
        publisher=publisher,
        url=url,
        format=format,
        map=map,
        date_order=date_order,
        encoding=encoding,
        on_error=on_error,
    )
