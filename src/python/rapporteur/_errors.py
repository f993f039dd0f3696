"""What the package raises. Messages are those of the program: what was found, what was expected, what to do."""


class Error(Exception):
    """Any error of the package. Arguments of a wrong type raise TypeError, as everywhere in Python."""


class UsageError(Error, ValueError):
    """An argument makes no sense: a day that is none, an unknown encoding or format."""


class LimitError(Error, ValueError):
    """A text is longer than a report may be. Nothing is cut."""


class DataError(Error):
    """A file cannot be used: model, lexicon, a file of articles, a record; damaged, missing, of a later version."""


class LockedError(DataError):
    """A record cannot be opened, because another program, or another Record of this one, has it open."""


class ArticleWarning(UserWarning):
    """An article of a file could not be read and was passed over."""


class NotMergedWarning(UserWarning):
    """A record that is asked was not merged since the last adding: each report's items stand for themselves."""


class LexiconWarning(UserWarning):
    """A line of a lexicon contradicts another."""
