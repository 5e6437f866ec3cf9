"""A listing: named columns and rows, whichever layer made them and however they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Cell = None | bool | int | float | Decimal | str | bytes | date | datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under named columns.

    Attributes:
        columns: The names, in order; a name may occur twice.
        rows: One sequence of cells a row, as long as `columns`.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
