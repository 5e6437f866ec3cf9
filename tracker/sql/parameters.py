"""Named parameters: `:name` in a statement, outside literals, quoted names and comments."""

import re

from tracker.sql.tokens import TOKEN


def named_in(text: str) -> set[str]:
    """The names of the parameters in a statement."""
    return {match["name"] for match in TOKEN.finditer(text) if match["name"]}


def numbered(text: str) -> tuple[str, list[str]]:
    """Write `$1`, `$2`... for the names, as PostgreSQL wants them.

    Returns:
        The statement, and the names in the order of their numbers.
    """
    names: list[str] = []

    def place(match: re.Match[str]) -> str:
        name = match["name"]
        if not name:
            return match.group()
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return TOKEN.sub(place, text), names
