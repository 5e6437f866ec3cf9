"""Named parameters: `:name` in a statement, outside literals, quoted names and comments."""

import re

_TOKEN = re.compile(
    r"""
      '(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*`      # literals and quoted names
    | --[^\n]* | /\*.*?\*/                            # comments
    | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$                 # dollar quotes of PostgreSQL
    | (?<![:\w\]]):(?P<name>[A-Za-z_]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


def named_in(text: str) -> set[str]:
    """The names of the parameters in a statement."""
    return {match["name"] for match in _TOKEN.finditer(text) if match["name"]}


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

    return _TOKEN.sub(place, text), names
