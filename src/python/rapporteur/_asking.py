"""What a Record is asked: filters, and the pages that answer."""

import datetime
import json
import threading
import warnings

from . import _native
from ._errors import NotMergedWarning, UsageError

_knowledge = None
_knowledge_lock = threading.Lock()


def knowledge():
    """Names of states and the words of sentences, opened once a process."""
    global _knowledge
    with _knowledge_lock:
        if _knowledge is None:
            _knowledge = _native.Knowledge()
        return _knowledge


def forget_lock():
    """In a forked process: the lock may have been held by a thread that is not there."""
    global _knowledge_lock
    _knowledge_lock = threading.Lock()


def words(value, name):
    """A list of str, of one or several."""
    values = [] if value is None else [value] if isinstance(value, str) else list(value)
    for one in values:
        if not isinstance(one, str):
            raise TypeError(f"{name}: found {type(one).__name__}, expected str")
    return [one.encode(errors="replace") for one in values]


def _one(value, name):
    [one] = words(value if value is not None else "", name) if value is None or isinstance(value, str) else words([value], name)
    return one


def day(value, name):
    """A day, month or year as the program writes it."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    return _one(value.isoformat() if isinstance(value, datetime.date) else value, name)


def _pairs(pair):
    if pair is None:
        return []
    pairs = [pair] if len(pair) == 2 and all(isinstance(side, str) for side in pair) else pair
    for one in pairs:
        if isinstance(one, str) or len(one) != 2:
            raise UsageError(f'pair: found {one!r}, expected two names or codes as ("RUS", "USA"), or a list of such pairs')
    return [tuple(words(one, "pair")) for one in pairs]


def _count(value, name):
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name}: found {type(value).__name__}, expected int")
    if not 0 <= value < 1 << 31:
        raise UsageError(f"{name}: found {value}, expected 0 or more")
    return value


def asked(
    *,
    kind=None,
    type=None,
    mode=None,
    status=None,
    actor=None,
    by=None,
    to=None,
    pair=None,
    place=None,
    since=None,
    until=None,
    agreement=None,
    text=None,
    reports=None,
    publishers=None,
    differing=False,
    newest=False,
    limit=None,
):
    """The question that these filters make."""
    lists = {"kind": kind, "type": type, "mode": mode, "status": status, "actor": actor, "by": by, "to": to}
    return _native.Asked(
        {name: words(value, name) for name, value in lists.items()}
        | {name: _one(value, name) for name, value in {"place": place, "agreement": agreement, "text": text}.items()}
        | {"since": day(since, "since"), "until": day(until, "until"), "pair": _pairs(pair)}
        | {name: _count(value, name) for name, value in {"reports": reports, "publishers": publishers, "limit": limit}.items()}
        | {"differing": bool(differing), "newest": bool(newest)}
    )


PAGE_FORMATS = ("data", "text", "markdown", "html")


def checked(format, formats=PAGE_FORMATS):
    if format not in formats:
        raise UsageError(f"format: found {format!r}, expected one of {', '.join(formats)}")
    return format


def rows(lines):
    """Dictionaries of JSON Lines."""
    return [json.loads(line) for line in lines.splitlines()]


def page(text, format):
    return json.loads(text) if format == "data" else text


def tell_if_not_merged(store, path):
    if not _native.merged(store):
        warnings.warn(
            f"{path} is not merged since the last adding: each report's items stand for themselves; merge() makes one of what several tell",
            NotMergedWarning,
            stacklevel=5,
        )
