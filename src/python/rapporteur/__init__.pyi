import datetime
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypedDict

__version__: str

_Path = str | bytes | os.PathLike[str] | os.PathLike[bytes]
_Paths = _Path | Iterable[_Path]
_Day = str | datetime.date | None
_OnError = Callable[[str, int, "Error"], object] | None

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
class ArticleWarning(UserWarning): ...
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
