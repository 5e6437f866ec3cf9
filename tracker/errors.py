"""What can go wrong, as exceptions that say it in one line.

`TrackerError`
    `UsageError`       the command line asks for what cannot be
    `InputError`       an input cannot be read or holds no article
    `DatabaseError`    the store cannot be reached, is of another version, or refuses a row
    `QueryError`       the gate or the database refuses an ad-hoc query
"""


class TrackerError(Exception):
    """Something that the user can know about and mend.

    Attributes:
        what: What is wrong, as a clause without a full stop.
        where: The file, `file:line`, option or object that it is about, None if that is plain.
        cure: What to do about it, as an imperative clause; None if there is nothing to do.
    """

    def __init__(self, what: str, *, where: str | None = None, cure: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.cure = cure

    def __str__(self) -> str:
        """One line: where, what, cure."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.cure}" if self.cure else ""
        return f"{place}{self.what}{remedy}"


class UsageError(TrackerError):
    """The command line asks for what cannot be."""


class InputError(TrackerError):
    """An input cannot be read or holds no article."""


class DatabaseError(TrackerError):
    """The store cannot be reached, is of another version, or refuses a row."""


class QueryError(TrackerError):
    """The gate or the database refuses an ad-hoc query."""
