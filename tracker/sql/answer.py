"""What a query may take, and what it gives back."""

from dataclasses import dataclass
from typing import Literal

from tracker.listing import Listing


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take before it is cut or stopped.

    Attributes:
        rows: Rows given back; the rest is cut, and the answer says so.
        bytes: Bytes of all cells given back; the rest is cut, and the answer says so.
        seconds: Time by the clock, from connecting to the last row.
        memory: Bytes of address space of the process that runs the query.
    """

    rows: int = 10_000
    bytes: int = 16_000_000
    seconds: float = 10.0
    memory: int = 512_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query.

    Attributes:
        listing: Columns and rows, up to the limits.
        cut: Which limit left rows out, None if all are there.
        seconds: How long the database took.
    """

    listing: Listing
    cut: Literal["rows", "bytes"] | None
    seconds: float
