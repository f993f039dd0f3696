import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self, TypedDict, Unpack

__version__: str

_Path = str | bytes | os.PathLike[str] | os.PathLike[bytes]
_Paths = _Path | Iterable[_Path]
_Day = str | datetime.date | None
_Report = str | bytes | bytearray | memoryview | Mapping[str, Any]
_OnError = Callable[[str, int, "Error"], object] | None

class _Filters(TypedDict, total=False):
    kind: str | Iterable[str] | None
    type: str | Iterable[str] | None
    mode: str | Iterable[str] | None
    status: str | Iterable[str] | None
    actor: str | Iterable[str] | None
    by: str | Iterable[str] | None
    to: str | Iterable[str] | None
    pair: tuple[str, str] | Iterable[tuple[str, str]] | None
    place: str | None
    since: _Day
    until: _Day
    agreement: str | None
    text: str | None
    reports: int | None
    publishers: int | None
    differing: bool
    newest: bool
    limit: int | None

class Source(TypedDict):
    file: str
    row: int

class ReadRecord(TypedDict):
    """One report's record; each item has the fields of docs/record.md."""

    report: dict[str, Any]
    actors: list[dict[str, Any]]
    events: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    talks: list[dict[str, Any]]
    agreements: list[dict[str, Any]]
    disputes: list[dict[str, Any]]
    text: str

class FileRecord(ReadRecord):
    source: Source

class Error(Exception): ...
class UsageError(Error, ValueError): ...
class LimitError(Error, ValueError): ...
class DataError(Error): ...
class LockedError(DataError): ...
class ArticleWarning(UserWarning): ...
class NotMergedWarning(UserWarning): ...
class LexiconWarning(UserWarning): ...

class Reader:
    def __init__(
        self, model: _Path | None = None, lexicon: _Paths = (), base_lexicon: _Path | None = None
    ) -> None: ...
    @property
    def model(self) -> str: ...
    @property
    def lexicon(self) -> list[str]: ...
    @property
    def made_by(self) -> dict[str, str]: ...
    def read(
        self,
        text: str | bytes | bytearray | memoryview,
        *,
        published: _Day = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        encoding: str = "auto",
    ) -> ReadRecord: ...
    def read_files(
        self,
        paths: _Paths,
        *,
        jobs: int | None = None,
        published: _Day = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        format: str | None = None,
        map: str | None = None,
        date_order: str | None = None,
        encoding: str = "auto",
        on_error: _OnError = None,
    ) -> Iterator[FileRecord]: ...

class AddCounts(TypedDict):
    added: int
    known: int
    replaced: int
    failed: int

class Record:
    def __init__(
        self, path: _Path, mode: str = "r", *, lexicon: _Paths = (), model: _Path | None = None
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __len__(self) -> int: ...
    @property
    def path(self) -> str: ...
    def close(self) -> None: ...
    def add(
        self,
        reports: _Report | Iterable[_Report],
        *,
        published: _Day = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        encoding: str = "auto",
        jobs: int | None = None,
        batch: int = 256,
        on_error: Callable[[None, int, Error], object] | None = None,
    ) -> AddCounts: ...
    def add_files(
        self,
        paths: _Paths,
        *,
        published: _Day = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        format: str | None = None,
        map: str | None = None,
        date_order: str | None = None,
        encoding: str = "auto",
        jobs: int | None = None,
        batch: int = 256,
        on_error: _OnError = None,
    ) -> AddCounts: ...
    def merge(self) -> dict[str, Any]: ...
    def positions(self, on: str, *, format: str = "data", **filters: Unpack[_Filters]) -> dict[str, Any] | str: ...
    def talks(self, *, format: str = "data", **filters: Unpack[_Filters]) -> dict[str, Any] | str: ...
    def agreement(self, name: str, *, format: str = "data") -> dict[str, Any] | str: ...
    def brief(
        self,
        *,
        since: _Day = None,
        until: _Day = None,
        about: str | Iterable[str] | None = None,
        all: bool = False,
        most: int = 12,
        format: str = "markdown",
    ) -> dict[str, Any] | str: ...
    def sql(self, query: str) -> list[dict[str, Any]]: ...
    def query(
        self, *, mentions: bool = False, count: str | None = None, **filters: Unpack[_Filters]
    ) -> list[dict[str, Any]]: ...
    def timeline(self, *, format: str = "data", **filters: Unpack[_Filters]) -> list[dict[str, Any]] | str: ...
    def reports(self) -> list[dict[str, Any]]: ...
    def report(self, id: str) -> ReadRecord: ...

def read(
    text: str | bytes | bytearray | memoryview,
    *,
    published: _Day = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str = "auto",
    lexicon: _Paths = (),
    model: _Path | None = None,
) -> ReadRecord: ...
def read_files(
    paths: _Paths,
    *,
    jobs: int | None = None,
    published: _Day = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    format: str | None = None,
    map: str | None = None,
    date_order: str | None = None,
    encoding: str = "auto",
    on_error: _OnError = None,
    lexicon: _Paths = (),
    model: _Path | None = None,
) -> Iterator[FileRecord]: ...
