"""The gate to a PostgreSQL store."""

from collections.abc import Mapping

from tracker.errors import QueryError
from tracker.sql.answer import Answer, Limits
from tracker.sql.child import ask
from tracker.sql.parameters import numbered
from tracker.sql.postgresql_reader import reader


def query(url: str, text: str, parameters: Mapping[str, str], limits: Limits) -> Answer:
    """Run one reading statement on a PostgreSQL database; see `tracker.sql.query`."""
    # A chain of inlined CTEs doubles the plan at each link: a kilobyte of it ignores
    # statement_timeout and takes all memory of the server while it plans.
    if "materialized" in text.lower():
        raise QueryError(
            "refused: the word MATERIALIZED is not open to queries", cure="leave it out"
        )
    placed, names = numbered(text)
    with reader(url, limits.seconds) as connection_string:
        request = {
            "connection": connection_string,
            "text": placed,
            "parameters": [parameters[name] for name in names],
        }
        return ask("postgresql_child.py", request, limits, site=True)
