"""Queries under a name: those that ship, one file each, and those that users keep in the store."""

from dataclasses import dataclass
from pathlib import Path

_SHIPPED = Path(__file__).with_name("saved")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query under a name.

    Attributes:
        name: What it is called by, as in `tracker sql @name`.
        description: What it answers.
        text: The statement.
        origin: `shipped` or `saved`.
    """

    name: str
    description: str
    text: str
    origin: str


def shipped() -> dict[str, SavedQuery]:
    """The queries that come with the program, by name."""
    return {
        path.stem: _read(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(_SHIPPED.glob("*.sql"))
    }


def _read(name: str, text: str) -> SavedQuery:
    description, _, statement = text.partition("\n")
    return SavedQuery(name, description.removeprefix("-- "), statement.strip(), "shipped")
