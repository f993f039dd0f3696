"""The record across reports: the class Record."""

import os
import threading
from collections.abc import Mapping
from contextlib import contextmanager

from . import _native
from ._asking import asked, checked, forget_lock, knowledge, page, rows, tell_if_not_merged, words
from ._errors import DataError, Error, LockedError, UsageError
from ._reader import _SURROGATE, _paths, _record, _said, _text, in_order, passed_over, shared_reader


class _Open:
    """A record's file that this process has open, and how many Records share it."""

    def __init__(self, store, reading):
        self.store = store
        self.reading = reading
        self.users = 1
        self.lock = threading.Lock()
        self.holder = None


# By device and inode: the system's locks keep other processes out, but not this one; so two Records of one process share the file
# where both only read, and the second is refused where one writes.
_open = {}
_open_lock = threading.RLock()  # of which a Record may be collected, and so closed, by the thread that has it


def _forget_open():
    """In a forked process: what is open belongs to the other one."""
    global _open, _open_lock
    _open = {}
    _open_lock = threading.RLock()
    forget_lock()


os.register_at_fork(after_in_child=_forget_open)


def _identity(file):
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _acquire(path, reading):
    if not hasattr(_native, "Store"):
        raise DataError(
            "this module was built without DuckDB, so without the store; run cmake/get_duckdb.sh and build it again"
        )
    with _open_lock:
        file = _native.record_file(path)
        before = _open.get(_identity(file))
        if before is not None:
            if not (reading and before.reading):
                raise LockedError(
                    f"{os.fsdecode(file)}: this program has the record open already, and one at a time may write to it; "
                    "use that Record, or close it first"
                )
            before.users += 1
            return before
        opened = _Open(_native.Store(path, reading), reading)
        _open[_identity(file)] = opened
        return opened


def _release(opened):
    with _open_lock:
        opened.users -= 1
        if opened.users > 0:
            return
        for identity, other in list(_open.items()):
            if other is opened:
                del _open[identity]
        with opened.lock:  # when whoever uses it has done so
            opened.store.close()


class Record:
    """The record across reports: a DuckDB file (docs/store.md).

    Record(path, mode="r", *, lexicon=(), model=None)

    path   a file, or a folder, whose file is record.duckdb
    mode   "r" to ask; the record must be there, and any number of programs may do so at once
           "a" to add, merge and ask; the record is made where there is none, and no other program may have it open
    lexicon, model
           what reports are read with, as of rapporteur.read

    A context manager: `with rapporteur.Record("my.duckdb") as record: …` closes it. Any number of threads may use one Record; they
    take turns. Raises LockedError while another has the file open, DataError when it is missing, damaged, or of a later version.
    """

    def __init__(self, path, mode="r", *, lexicon=(), model=None):
        self._opened = None
        if mode not in ("r", "a"):
            raise UsageError(f'mode: found {mode!r}, expected "r" (to ask) or "a" (to add and merge as well)')
        self._path = os.fsencode(path)
        self._knowledge = {"lexicon": lexicon, "model": model}
        self._opened = _acquire(self._path, mode == "r")

    def __enter__(self):
        self._state()
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        self.close()

    def __len__(self):
        """The number of reports."""
        with self._alone() as store:
            return store.size()

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<rapporteur.Record {self.path!r}{' closed' if self._opened is None else ''}>"

    @property
    def path(self):
        """The path that was given."""
        return os.fsdecode(self._path)

    def close(self):
        """Closes the file; closing twice does no harm."""
        if self._opened is not None and self._opened.holder == threading.get_ident():
            raise UsageError(f"{self.path}: the record cannot be closed while it takes what this very thread adds to it")
        opened, self._opened = self._opened, None
        if opened is not None:
            _release(opened)

    def _state(self):
        opened = self._opened
        if opened is None:
            raise UsageError(f"{self.path}: the record is closed; open it again")
        return opened

    @contextmanager
    def _alone(self, writing=False):
        """The store, for one thread at a time."""
        opened = self._state()
        if writing and opened.reading:
            raise UsageError(f'{self.path}: the record is open for asking only; open it with mode "a"')
        if opened.holder == threading.get_ident():
            raise UsageError(f"{self.path}: the record cannot be used while it takes what this very thread adds to it")
        with opened.lock:
            opened.holder = threading.get_ident()
            try:
                yield opened.store
            finally:
                opened.holder = None

    @contextmanager
    def _asking(self):
        with self._alone() as store:
            tell_if_not_merged(store, self.path)
            yield store

    def add(
        self,
        reports,
        *,
        published=None,
        title=None,
        publisher=None,
        url=None,
        encoding="auto",
        jobs=None,
        batch=256,
        on_error=None,
    ):
        """Reads reports into the record, and gives how many were added, known, replaced, failed, as a dictionary.

        reports    one report or an iterable of them: texts (str or bytes), or dictionaries with "text" and, where known,
                   "published", "title", "publisher", "url" (other keys are ignored)
        published, title, publisher, url
                   for reports that do not say it themselves
        jobs       how many are read at the same time; None: as many as there are processor cores
        batch      how many are one transaction: after a crash the record holds whole batches
        on_error   called with (None, number, error) for each that cannot be read; None: an ArticleWarning tells it

        A report that is in the record is passed over; one that was read by another program, model or lexicon is replaced.
        When something else goes wrong (the iterable raises, a report is no text), what came before it is in the record.
        """
        if isinstance(reports, (str, bytes, bytearray, memoryview, Mapping)):
            reports = [reports]
        otherwise = {"published": published, "title": title, "publisher": publisher, "url": url}
        _said(**otherwise)  # tells what makes no sense before anything is read

        def make(adder, numbered):
            number, report = numbered
            own = report if isinstance(report, Mapping) else {"text": report}
            if "text" not in own:
                raise UsageError(f'report {number}: found the keys {", ".join(map(str, own))}, expected "text" among them')
            said = {name: value if _is_nothing(own.get(name)) else own[name] for name, value in otherwise.items()}
            data, known = _text(own["text"])
            return adder.make(data, known or encoding, _said(**said))

        return self._add(make, enumerate(reports, 1), jobs, batch, on_error, lambda numbered: (None, numbered[0]))

    def add_files(
        self,
        paths,
        *,
        published=None,
        title=None,
        publisher=None,
        url=None,
        format=None,
        map=None,
        date_order=None,
        encoding="auto",
        jobs=None,
        batch=256,
        on_error=None,
    ):
        """Reads all articles of files and folders into the record.

        The arguments are those of rapporteur.read_files; what it gives, and `batch`, are as of `add`.
        """
        said = _said(published, title, publisher, url)
        rows = _native.Articles(_paths(paths), format or "", map or "", date_order or "", encoding)
        return self._add(
            lambda adder, row: adder.make_of_row(row, said),
            iter(rows.next, None),
            jobs,
            batch,
            on_error,
            lambda row: (os.fsdecode(row.file), row.row),
        )

    def _add(self, make, things, jobs, batch, on_error, place_of):
        if batch < 1:
            raise UsageError(f"batch: found {batch}, expected 1 or more")
        reader = shared_reader(**self._knowledge)
        failed = 0
        with self._alone(writing=True) as store:
            adder = _native.Adder(store, reader._native, batch)

            def attempt(thing):
                try:
                    return place_of(thing), make(adder, thing), None
                except UsageError:
                    raise
                except Error as error:
                    return place_of(thing), None, error

            made = in_order(attempt, things, jobs)
            try:
                for place, entry, error in made:
                    if error is not None:
                        failed += 1
                        passed_over(*place, error, on_error)
                    elif not adder.push(entry):
                        break
            finally:
                made.close()
                added, known, replaced = adder.finish()
        return {"added": added, "known": known, "replaced": replaced, "failed": failed}

    def merge(self):
        """Finds copies, and what several reports tell as one (docs/merging.md); gives counts, as a dictionary.

        reports, sources (copies are one), stories, and items: a list of dictionaries with kind, mentions, items, in_several.
        Adding anything afterwards empties what was found.
        """
        with self._alone(writing=True) as store:
            store.merge()
            [counts] = store.sql(
                "SELECT count(*) AS reports, count(DISTINCT source) AS sources, count(DISTINCT story) AS stories FROM merged_reports"
            )
            counts["items"] = store.sql(
                "SELECT kind, sum(mentions)::BIGINT AS mentions, count(*) AS items, count(*) FILTER (reports > 1) AS in_several "
                "FROM merged_items GROUP BY kind ORDER BY min(merged)"
            )
            return counts

    def positions(self, on, *, format="data", **filters):
        """Who holds what on an issue, in whose words, since when.

        on       words that stand in what is held, or in what it is about
        format   data (a dictionary: title, lines, sources), text, markdown, html
        The filters narrow further, as of `query`.
        """
        checked(format)
        [said] = words([on], "on")
        question = asked(**filters)
        with self._asking() as store:
            return page(_native.positions(store, knowledge(), said, question, format), format)

    def talks(self, *, format="data", **filters):
        """Talks: who takes part, on what, where and when, how they stand, step by step. Arguments as of `positions`."""
        checked(format)
        question = asked(**filters)
        with self._asking() as store:
            return page(_native.talks(store, knowledge(), question, format), format)

    def agreement(self, name, *, format="data"):
        """An agreement: parties, day, terms and who kept them at whose word, calls, course, disputes.

        name     its name, or words of it
        format   data (a dictionary: title, lines, sources), text, markdown, html
        Raises UsageError, which lists the names there are, when none or several have this one.
        """
        checked(format)
        [said] = words([name], "name")
        with self._asking() as store:
            return page(_native.agreement(store, knowledge(), said, format), format)

    def brief(self, *, since=None, until=None, about=None, all=False, most=12, format="markdown"):
        """A page of what reports of a period tell, newest first, each line with its status and sources.

        since, until   days of reports: a datetime.date, or "2013-08-21", "2013-08", "2013"
        about          names of actors or agreements, or words; what any of them finds
        all            True: also what is background or only possible
        most           lines of a day at most; 0: all
        format         markdown, html, text, data (a dictionary: title, lines, sources)
        """
        checked(format)
        period = asked(since=since, until=until, limit=most)
        with self._asking() as store:
            return page(_native.brief(store, knowledge(), period, words(about, "about"), bool(all), most, format), format)

    def sql(self, query):
        """The rows of any SQL (DuckDB's), each a dictionary: numbers, str, bool, None, datetime.date, datetime.datetime, lists.

        docs/store.md lists the tables. Write ORDER BY where the order matters.
        """
        if not isinstance(query, str):
            raise TypeError(f"query: found {type(query).__name__}, expected str")
        if "\0" in query or _SURROGATE.search(query):
            raise UsageError("query: found a NUL character or half of a surrogate pair, expected SQL")
        with self._alone() as store:
            return store.sql(query)

    def query(self, *, mentions=False, count=None, **filters):
        """What the record has to these filters: a list of dictionaries, in the order of days.

        kind       event, statement, position, talks, agreement, dispute, actor; or several. None: all but actors
        type       a type of events (ASSAULT), a stance of positions, a status of talks, a form of statements, …
        mode       a mode of events
        status     actual, ongoing, future, hypothetical, negated, historical; of talks held, scheduled, …
        actor      who has a part in it: a name, a code (SYR), a code with sectors (SYR/REB), a Wikidata item; all of several
        by, to     the same of who does it, says it, holds it; of whom it is done to, said to, held about
        pair       two who deal with each other: ("RUS", "USA")
        place      a name, a country's name or code, a GeoNames id
        since, until
                   a datetime.date, or "2013-08-21", "2013-08", "2013"
        agreement  an agreement by its name or words of it, and what is told of it
        text       words that all stand in the sentences that tell it; "in quotation marks" they stand together
        reports, publishers
                   told by at least so many reports, independent publishers
        differing  True: only what reports tell differently
        newest     True: the newest first
        limit      at most so many
        mentions   True: a row for each mention, in place of one for each thing
        count      day, month, year, kind, type, status, actor, pair, place: how many there are of each

        The columns are those of `rapporteur query --format jsonl`. Of a record that is not merged since the last adding a
        NotMergedWarning tells so.
        """
        question = asked(**filters)
        with self._asking() as store:
            return rows(_native.query(store, knowledge(), question, bool(mentions), count or ""))

    def timeline(self, *, format="data", **filters):
        """What happened day by day, one line each; with the steps of talks, agreements and positions.

        The filters are those of `query`. format: data (a list of dictionaries), text, markdown.
        """
        checked(format, ("data", "text", "markdown"))
        question = asked(**{"kind": ("event", "position", "talks", "agreement"), **filters})
        with self._asking() as store:
            lines = _native.timeline(store, knowledge(), question, format)
        return rows(lines) if format == "data" else lines

    def reports(self):
        """What is known of each report, in the order of adding: the table `reports` without the texts."""
        return self.sql("SELECT * EXCLUDE (text) FROM reports ORDER BY report")

    def report(self, id):
        """The record of one report, as rapporteur.read gives it. Raises UsageError when there is none of this id."""
        with self._alone() as store:
            found = store.load(id)
        if found is None:
            raise UsageError(f"{self.path}: found no report {id}, expected the id of one; reports() lists them")
        return _record(*found)


def _is_nothing(value):
    """None, "", and the NaN that tables have in place of nothing."""
    return value is None or value == "" or value != value
