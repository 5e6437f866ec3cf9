"""The views: their SQL for each database, and the same SQL as of another day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from tracker import resources

ORDER = (
    "live_status",
    "official_cosponsors",
    "measure_state",
    "bill_status",
    "package_status",
    "claim",
    "timeline",
    "whip_count",
    "council_member",
    "council_majority",
    "conflict",
)
"""The views, each after those that it reads from."""

_CARRIED = (
    "article_id", "record_id", "run_id", "tier", "found_by", "reported_on", "recorded_at",
    "superseded_at", "verdict",
)  # fmt: skip


def _of_claim(*columns: str) -> str:
    return ", ".join(rf'\1."{column}"' for column in columns)


_SHORTHANDS = (
    (
        re.compile(r"\bLIVE\((\w+)\)"),
        r"(\1.superseded_at IS NULL AND (\1.verdict IS NULL OR \1.verdict <> 'rejected'))",
    ),
    (
        re.compile(r"\bGROUNDED\((\w+)\)"),
        _of_claim("quote", "start_offset", "end_offset", *_CARRIED),
    ),
    # The same before revision 0008.
    (re.compile(r"\bQUOTED\((\w+)\)"), _of_claim("quote", "start", "end", *_CARRIED)),
    (
        re.compile(r"\bVOTED\((\w+)\)"),
        (
            r"(CASE WHEN \1.result = 'passed' THEN \1.on_status"
            r" WHEN \1.on_status = 'passed' THEN 'failed'"
            r" WHEN \1.on_status = 'cloture' THEN 'no cloture'"
            r" ELSE 'not ' || \1.on_status END || ' ' || \1.yeas || '-' || \1.nays)"
        ),
    ),
    (
        re.compile(r"\bABOUT\((\w+)\)"),
        (
            r"CASE \1.comparator WHEN '>=' THEN 'at least ' WHEN '>' THEN 'more than '"
            r" WHEN '<=' THEN 'at most ' WHEN '<' THEN 'fewer than ' WHEN '~' THEN 'about '"
            r" ELSE '' END"
        ),
    ),
    (
        re.compile(r"\bLISTED\((\w+)\)"),
        (
            r"(\1.count || ' ' || CASE WHEN \1.count = 1 OR \1.type = 'aircraft' THEN \1.type"
            r" WHEN \1.type = 'entity' THEN 'entities' ELSE \1.type || 's' END)"
        ),
    ),
    (re.compile(r"\bNONE\b"), "CAST(NULL AS VARCHAR)"),
)
"""What the files of views say in short: a claim that counts, what all claims carry, a vote, how
exact a count is, how many of what are listed, no text."""


@dataclass(frozen=True)
class View:
    """A view as its file defines it.

    Attributes:
        name: Its name.
        meaning: What one row is.
        columns: Meaning of each column, by name, in order.
        select: The query.
    """

    name: str
    meaning: str
    columns: dict[str, str]
    select: str

    def sql(self, dialect: str) -> str:
        """The query in the words of `dialect`: `sqlite` or `postgresql`."""
        select = self.select
        for pattern, words in _SHORTHANDS:
            select = pattern.sub(words, select)
        if dialect == "postgresql":
            return select.replace("group_concat(", "string_agg(")
        return select


def read_view(path: Path) -> View:
    """Read `<view>.<revision>.sql`: lines `-- meaning` and `-- column: meaning`, then the query.

    A line that is indented goes on with the one before it.
    """
    head, select = re.split(r"\n(?=SELECT|WITH)", path.read_text(encoding="utf-8"), maxsplit=1)
    head = re.sub(r"\n--  +", " ", head)
    lines = [line.removeprefix("--").strip() for line in head.splitlines()]
    columns = dict(line.split(": ", 1) for line in lines if re.match(r"\w+: ", line))
    meaning = " ".join(line for line in lines if line and not re.match(r"\w+: ", line))
    return View(path.name.split(".", 1)[0], meaning, columns, select.strip().rstrip(";"))


def current_views() -> Iterator[View]:
    """The newest definition of each view, each after those that it reads from."""
    for name in ORDER:
        yield read_view(max(resources.views().glob(f"{name}.*.sql")))


def create_views(connection: Connection, names: Sequence[str], revision: str) -> None:
    """Make the views as `revision` defines them, each after those that it reads from."""
    for name in names:
        view = read_view(resources.views() / f"{name}.{revision}.sql")
        select = view.sql(connection.dialect.name).replace(":", r"\:")
        connection.execute(text(f"CREATE VIEW {name} AS {select}"))


def drop_views(connection: Connection, names: Sequence[str]) -> None:
    """Drop the views, each before those that it reads from."""
    for name in reversed(names):
        connection.execute(text(f"DROP VIEW {name}"))
