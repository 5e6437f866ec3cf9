r"""The output formats: what each is called and how it writes a listing.

Every format shows the same cells. They differ in how they mark a line break inside a cell
and in what they must escape: `table`, `csv` and `html` keep the break, `json` and `jsonl`
keep the very value, all others write `\n`.
"""

import csv
import io
import itertools
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from tracker.cli.output import layout
from tracker.cli.output.cells import as_json, as_text, numeric_columns
from tracker.cli.output.harmless import (
    in_json,
    in_markdown,
    in_spreadsheet,
    visible,
    visible_line,
)
from tracker.listing import Cell, Listing


@dataclass(frozen=True, slots=True)
class Page:
    """Where a listing is shown.

    Attributes:
        width: Characters a line may take, None for any number.
        color: Whether terminal styling is welcome.
    """

    width: int | None = None
    color: bool = False


Writer = Callable[[Listing, Page], Iterator[str]]


def _table(listing: Listing, page: Page) -> Iterator[str]:
    header, rows = _grid(listing, lambda text: visible(text).replace("\t", "\\t"))
    return layout.columns(header, rows, numeric_columns(listing), page.width, page.color)


def _plain(listing: Listing, _page: Page) -> Iterator[str]:
    header, rows = _grid(listing, visible_line)
    return layout.lines(header, rows, numeric_columns(listing))


def _json(listing: Listing, _page: Page) -> Iterator[str]:
    objects = list(_jsonl(listing, _page))
    if not objects:
        yield "[]"
    for index, line in enumerate(objects):
        opening = "[" if index == 0 else " "
        closing = "]" if index == len(objects) - 1 else ","
        yield opening + line + closing


def _jsonl(listing: Listing, _page: Page) -> Iterator[str]:
    names = _distinct(listing.columns)
    for row in listing.rows:
        yield json_text(dict(zip(names, map(as_json, row), strict=True)))


def _csv(listing: Listing, _page: Page) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in (listing.columns, *listing.rows):
        writer.writerow([_spreadsheet_cell(cell, visible) for cell in row])
        yield buffer.getvalue().removesuffix("\n")
        buffer.seek(0)
        buffer.truncate()


def _tsv(listing: Listing, _page: Page) -> Iterator[str]:
    for row in (listing.columns, *listing.rows):
        yield "\t".join(_spreadsheet_cell(cell, visible_line) for cell in row)


def _markdown(listing: Listing, _page: Page) -> Iterator[str]:
    return _tabulated("pipe", listing, lambda text: in_markdown(visible_line(text)))


def _html(listing: Listing, _page: Page) -> Iterator[str]:
    return _tabulated("html", listing, visible)


_OWN: dict[str, Writer] = {
    "table": _table,
    "plain": _plain,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
    "html": _html,
}
_ESCAPING_TWINS = {
    "unsafehtml": "html",
    "latex_raw": "latex",
    "github": "md",
    "pipe": "md",
}
"""Formats of tabulate that pass markup through, and what is written in their place."""


def names() -> tuple[str, ...]:
    """Every format, our own first, then those of tabulate."""
    from tabulate import tabulate_formats

    return (*_OWN, *(name for name in tabulate_formats if name not in _OWN))


def render(listing: Listing, name: str, page: Page) -> Iterator[str]:
    """Write the listing in the named format.

    Args:
        listing: The columns and rows.
        name: One of `names()`.
        page: The width to keep within, for the formats that wrap.

    Yields:
        Lines without their line break; a line of CSV may hold breaks inside quotes.
    """
    name = _ESCAPING_TWINS.get(name, name)
    if name in _OWN:
        return _OWN[name](listing, page)
    return _tabulated(name, listing, visible_line)


def json_text(value: Any, indent: int | None = None) -> str:
    """Encode a value as JSON that keeps letters as they are and escapes what terminals act on."""
    return in_json(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def without_empty(listing: Listing) -> Listing:
    """Leave out the columns that hold nothing, for people to read, if there are rows at all."""
    if not listing.rows:
        return listing
    used = [
        index
        for index in range(len(listing.columns))
        if any(row[index] is not None for row in listing.rows)
    ]
    return Listing(
        tuple(listing.columns[index] for index in used),
        [tuple(row[index] for index in used) for row in listing.rows],
    )


def is_read_by_eye(name: str | None) -> bool:
    """Whether the format, or the usual one if None, is for people rather than for programs."""
    return (name or _usual()) in {"table", "plain"}


def show(listing: Listing, name: str | None, *, color: bool) -> None:
    """Print the listing on stdout.

    Args:
        listing: The columns and rows.
        name: A format; None for `table` on a terminal and `plain` elsewhere.
        color: Whether terminal styling is welcome.
    """
    terminal = sys.stdout.isatty()
    chosen = name or _usual()
    width = shutil.get_terminal_size().columns if terminal or "COLUMNS" in os.environ else None
    for line in render(listing, chosen, Page(width, color and terminal)):
        sys.stdout.write(line + "\n")


def _usual() -> str:
    return "table" if sys.stdout.isatty() else "plain"


def one_of(*choices: str) -> Callable[[str], str]:
    """Check an option whose values are few, and name them all where it is none of them."""

    def checked(value: str) -> str:
        if value not in choices:
            raise typer.BadParameter(f"there is no {value!r}; there are {', '.join(choices)}")
        return value

    return checked


def _checked(name: str | None) -> str | None:
    if name is None or name in _OWN or name in names():
        return name
    raise typer.BadParameter(f"there is no format {name!r}; there are {', '.join(names())}")


def _complete(incomplete: str) -> list[str]:
    return [name for name in names() if name.startswith(incomplete)]


OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-F",
        metavar="FORMAT",
        help="table, plain, json, jsonl, csv, tsv, md, html, or a format of tabulate; "
        "by default table on a terminal, plain elsewhere.",
        callback=_checked,
        autocompletion=_complete,
        show_default=False,
    ),
]
"""The option that every listing takes."""


def _grid(listing: Listing, harmless: Callable[[str], str]) -> tuple[list[str], list[list[str]]]:
    return (
        [harmless(name) for name in listing.columns],
        [[harmless(as_text(cell)) for cell in row] for row in listing.rows],
    )


def _spreadsheet_cell(cell: Cell, harmless: Callable[[str], str]) -> str:
    return in_spreadsheet(harmless(cell)) if isinstance(cell, str) else as_text(cell)


def _tabulated(name: str, listing: Listing, harmless: Callable[[str], str]) -> Iterator[str]:
    from tabulate import tabulate

    header, rows = _grid(listing, harmless)
    align = ["right" if number else "left" for number in numeric_columns(listing)]
    text = tabulate(
        rows,
        header,
        tablefmt=name,
        disable_numparse=True,
        colalign=align if rows else None,
        preserve_whitespace=True,
    )
    yield from text.split("\n")


def _distinct(columns: tuple[str, ...]) -> list[str]:
    """The names with a number after those that occurred before, so that none is lost as a key."""
    distinct: list[str] = []
    for name in columns:
        candidates = (name if count == 1 else f"{name}_{count}" for count in itertools.count(1))
        distinct.append(next(each for each in candidates if each not in distinct))
    return distinct
