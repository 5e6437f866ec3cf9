"""How much is in the store."""

from tracker.listing import Listing
from tracker.reports.source import Source

_COUNTED = (
    "article",
    "measure",
    "status_change",
    "sponsorship",
    "support",
    "vote_threshold",
    "vote",
    "designation",
    "mention",
    "person",
    "official_record",
)


def stock(source: Source) -> Listing:
    """The revision of the schema, and the number of rows of the tables that grow."""
    revision = source.rows("SELECT version_num FROM alembic_version").rows[0][0]
    counts = [
        (table, source.rows(f"SELECT count(*) FROM {table}").rows[0][0]) for table in _COUNTED
    ]
    return Listing(("what", "value"), [("schema revision", revision), *counts])
