"""Aligned text: columns side by side, wrapped to a width where one is given.

Nothing is cut. Columns that do not fit are wrapped, between words and at the joints of
addresses. Where that would leave them too narrow to read, the longest texts go below their row,
one `column  value` line each; where hardly any column is left beside another, every cell of a
row does, as a block. Below a row, what is empty is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from unicodedata import combining, east_asian_width

_GAP = "  "
_LONG_WORD = 14
"""What is longer may be broken at its joints, as addresses and keys are."""

_LONGEST_PART = 24
"""What is no longer is broken once at most; what has no joint for longer is broken anywhere."""

_TALLEST = 8
"""Text is not wrapped to more lines than this while it can go below its row."""

_READABLE = 16
"""Text of many words is not wrapped to less than this many characters."""

_SHORT = 12
"""Text that is no longer is not wrapped at all."""

_LEAST_ABREAST = 3
"""A row of fewer columns is better read as a block."""

_TOKEN = re.compile(r"\s+|\S+")
_JOINT = re.compile(r"[^/\-_.?&=]+[/\-_.?&=]*|[/\-_.?&=]+")
_BELOW = "  "

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which columns stand side by side, by their place, how wide, and which go below."""

    abreast: list[int]
    widths: list[int]
    below: list[int]


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
    plan = _plan(header, rows, numeric, width)
    if plan is None:
        yield from _blocks(header, rows, width or 0, bold)
        return
    right = [numeric[place] for place in plan.abreast]
    for line in _row_lines([header[place] for place in plan.abreast], plan.widths, right):
        yield f"\x1b[1m{line}\x1b[0m" if bold else line
    yield _GAP.join("-" * each for each in plan.widths)
    for row in rows:
        yield from _row_lines([row[place] for place in plan.abreast], plan.widths, right)
        told = [(header[place], row[place]) for place in plan.below]
        yield from _named(told, width or 0, _BELOW)


def lines(header: Sequence[str], rows: Grid, numeric: Sequence[bool]) -> Iterator[str]:
    """Lay the rows out with one line each, unwrapped."""
    widths = _natural_widths([header, *rows])
    for row in (header, *rows):
        yield from _row_lines(row, widths, numeric)


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` terminal cells, keeping its own breaks."""
    return [part for line in text.split("\n") for part in _wrap_line(line, width)]


def _wrap_line(line: str, width: int) -> list[str]:
    if width_of(line) <= width:
        return [line]
    wrapped, current, used = [], "", 0
    for token in _TOKEN.findall(line):
        for part in _parts(token, width):
            cells = width_of(part)
            if used + cells > width:
                wrapped.append(current.rstrip())
                current, used = "", 0
                if part.isspace():
                    continue
            current += part
            used += cells
    return [*wrapped, current.rstrip()] if current else wrapped


def _parts(token: str, width: int) -> Iterator[str]:
    """A word, or its parts of at most `width` cells where it is longer, broken at joints."""
    if width_of(token) <= width:
        yield token
        return
    for piece in _JOINT.findall(token):
        yield from [piece] if width_of(piece) <= width else _chopped(piece, width)


def _chopped(piece: str, width: int) -> Iterator[str]:
    start = used = 0
    for place, character in enumerate(piece):
        cells = width_of(character)
        if used + cells > width and place > start:
            yield piece[start:place]
            start, used = place, 0
        used += cells
    yield piece[start:]


def _natural_widths(grid: Grid) -> list[int]:
    return [
        max((width_of(line) for cell in column for line in cell.split("\n")), default=0)
        for column in zip(*grid, strict=True)
    ]


def _plan(
    header: Sequence[str], rows: Grid, numeric: Sequence[bool], width: int | None
) -> _Plan | None:
    """What fits side by side; None if that is too little to be a table."""
    natural = _natural_widths([header, *rows])
    places = list(range(len(natural)))
    if width is None:
        return _Plan(places, natural, [])
    least = [
        _least_width(each, column, number)
        for each, column, number in zip(
            natural, zip(header, *rows, strict=True), numeric, strict=True
        )
    ]
    # The first column says what a row is about: it stays beside the others, and is not squeezed.
    least[:1] = [min(natural[0], max(least[0], _READABLE))] if natural else []
    kept = sorted(places[1:], key=lambda place: (least[place], natural[place]))
    while len(kept) + 1 >= min(_LEAST_ABREAST, len(places)):
        abreast = sorted([*places[:1], *kept])
        widths = _fit(
            [natural[place] for place in abreast], [least[place] for place in abreast], width
        )
        if widths is not None:
            return _Plan(abreast, widths, [place for place in places if place not in abreast])
        if not kept:
            break
        kept.pop()
    return None


def _least_width(natural: int, column: Sequence[str], number: bool) -> int:
    """How narrow a column may become: no word is broken, and no text becomes a tower."""
    longest = max((_longest_part(word) for cell in column for word in cell.split()), default=0)
    short = max((width_of(cell) for cell in column[1:] if width_of(cell) <= _SHORT), default=0)
    prose = 0 if number else max(natural // _TALLEST, _READABLE if natural > 2 * _READABLE else 0)
    return min(natural, max(longest, short, prose))


def _longest_part(word: str) -> int:
    """How wide a column has to be that the word is whole, or broken where it reads well."""
    cells = width_of(word)
    if cells <= _LONG_WORD:
        return cells
    parts = [width_of(part) for part in _JOINT.findall(word)]
    if cells <= _LONGEST_PART:
        return min(max(sum(parts[:at]), sum(parts[at:])) for at in range(len(parts)))
    return min(_LONGEST_PART, max(parts))


def _fit(natural: list[int], least: list[int], width: int) -> list[int] | None:
    """Lower the widest columns to one common width, none below its least, so that all fit."""
    room = width - len(_GAP) * (len(natural) - 1)
    if sum(least) > room:
        return None
    limit = min(room, max(natural, default=0))
    while True:
        fitted = [min(each, max(low, limit)) for each, low in zip(natural, least, strict=True)]
        if sum(fitted) <= room:
            return fitted
        limit -= 1


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
    for number, row in enumerate(rows, start=1):
        title = f"-- {number} --"
        yield f"\x1b[1m{title}\x1b[0m" if bold else title
        yield from _named(list(zip(header, row, strict=True)), width, "")


def _named(cells: Sequence[tuple[str, str]], width: int, indent: str) -> Iterator[str]:
    """Cells below one another, each behind the name of its column; empty ones are left out."""
    label = max((width_of(name) for name, _ in cells), default=0)
    room = max(_READABLE, width - len(indent) - label - len(_GAP))
    for name, cell in cells:
        for index, part in enumerate(wrap(cell, room) if cell else ()):
            shown = name if index == 0 else ""
            yield f"{indent}{_pad(shown, label, False)}{_GAP}{part}".rstrip()
