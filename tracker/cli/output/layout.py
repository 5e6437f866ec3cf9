"""Aligned text: columns side by side, wrapped to a width where one is given.

Nothing is cut. Columns that do not fit are wrapped, the widest first; where even that
would leave them too narrow to read, each row becomes a block of `column  value` lines.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import TextWrapper
from unicodedata import combining, east_asian_width

_GAP = "  "
_READABLE = 16
"""Columns are not wrapped to less than this many characters."""

_READABLE_ABREAST = 12
"""The same on a wide terminal, where a row of many columns still reads as one."""

_WIDE = 120

Grid = Sequence[Sequence[str]]


def width_of(text: str) -> int:
    """How many terminal cells the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def columns(
    header: Sequence[str], rows: Grid, numeric: Sequence[bool], width: int | None, bold: bool
) -> Iterator[str]:
    """Lay the rows out under their header, a rule between, within `width` if it is given."""
    natural = _natural_widths([header, *rows])
    widths = natural if width is None else _fit(natural, numeric, width)
    if widths is None:
        yield from _blocks(header, rows, width or 0, bold)
        return
    for line in _row_lines(header, widths, numeric):
        yield f"\x1b[1m{line}\x1b[0m" if bold else line
    yield _GAP.join("-" * each for each in widths)
    for row in rows:
        yield from _row_lines(row, widths, numeric)


def lines(header: Sequence[str], rows: Grid, numeric: Sequence[bool]) -> Iterator[str]:
    """Lay the rows out with one line each, unwrapped."""
    widths = _natural_widths([header, *rows])
    for row in (header, *rows):
        yield from _row_lines(row, widths, numeric)


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` terminal cells, keeping its own breaks."""
    return [part for line in text.split("\n") for part in _wrap_line(line, width)]


def _wrap_line(line: str, width: int) -> list[str]:
    cells = width_of(line)
    if cells <= width:
        return [line]
    characters = width if cells == len(line) else max(1, width // 2)
    # Only where a word is longer than a line are hyphens better places to break than any other.
    long_word = any(width_of(word) > characters for word in line.split())
    return TextWrapper(width=characters, break_on_hyphens=long_word).wrap(line) or [""]


def _natural_widths(grid: Grid) -> list[int]:
    return [
        max((width_of(line) for cell in column for line in cell.split("\n")), default=0)
        for column in zip(*grid, strict=True)
    ]


def _fit(natural: list[int], numeric: Sequence[bool], width: int) -> list[int] | None:
    """Lower the widest text columns to one common width that makes all of them fit."""
    room = width - len(_GAP) * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    shrinkable = [each for each, number in zip(natural, numeric, strict=True) if not number]
    least = _READABLE if width < _WIDE else _READABLE_ABREAST
    for limit in range(min(room, max(shrinkable, default=0)), least - 1, -1):
        fitted = [
            each if number else min(each, limit)
            for each, number in zip(natural, numeric, strict=True)
        ]
        if sum(fitted) <= room:
            return fitted
    return None


def _row_lines(row: Sequence[str], widths: list[int], numeric: Sequence[bool]) -> Iterator[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (
            _pad(part, width, number)
            for part, width, number in zip(parts, widths, numeric, strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _pad(text: str, width: int, right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def _blocks(header: Sequence[str], rows: Grid, width: int, bold: bool) -> Iterator[str]:
    label = max((width_of(name) for name in header), default=0)
    room = max(_READABLE, width - label - len(_GAP))
    for number, row in enumerate(rows, start=1):
        title = f"-- {number} --"
        yield f"\x1b[1m{title}\x1b[0m" if bold else title
        for name, cell in zip(header, row, strict=True):
            for index, part in enumerate(wrap(cell, room)):
                yield f"{_pad(name if index == 0 else '', label, False)}{_GAP}{part}".rstrip()
