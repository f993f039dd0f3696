"""Rapporteur reads news reports and keeps the record of a political situation.

    import rapporteur

    record = rapporteur.read("The ministers met in Geneva on Monday.", published="2022-07-26")
    for event in record["events"]:
        print(event["type"], event["status"], event["date"])

Who acts, what happened or is planned, feared or denied, who said what, who holds what, which talks and agreements
there are, who disputes what: dictionaries with the fields of docs/record.md, each with the exact words that it rests
on. Works offline; the same report gives the same record. docs/python.md tells it with examples.

read        one report
read_files  all articles of files, of many formats
Reader      the same with a model and lexicon of your own, opened once
Record      the record across reports: adding, merging, asking
"""

from ._errors import ArticleWarning, DataError, Error, LexiconWarning, LimitError, LockedError, NotMergedWarning, UsageError
from ._native import version as __version__
from ._reader import Reader, read, read_files
from ._record import Record

__all__ = [
    "ArticleWarning",
    "DataError",
    "Error",
    "LexiconWarning",
    "LimitError",
    "LockedError",
    "NotMergedWarning",
    "Reader",
    "Record",
    "UsageError",
    "read",
    "read_files",
]
for _name in __all__:
    globals()[_name].__module__ = __name__
del _name
