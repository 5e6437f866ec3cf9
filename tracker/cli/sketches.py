"""The same pictures in the terminal, drawn with characters and fitted to its width."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Any

from tracker.cli.drawable import Bar, Count, bars, lanes, spread, steps
from tracker.cli.output.canvas import Canvas
from tracker.cli.output.harmless import visible_line
from tracker.cli.output.layout import width_of, wrap

NARROWEST = 40
"""In fewer columns than this nothing can be made out; the lines then run over the edge."""
_WIDEST = 120
_ACTUAL, _FORETOLD, _FAINT, _TITLE = "34", "33", "2", "1"
_SUPPORT_ROWS = 16
_DATE_WIDTH = len("2025-05-14")
_TICK_GAP = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters that pictures are made of."""

    actual: str
    foretold: str
    line: str
    rule: str
    bar: str
    upright: str
    corner: str
    tick: str


_LINES = Marks("●", "◇", "─", "┄", "█", "│", "└", "┬")
_ASCII = Marks("*", "o", "-", ".", "#", "|", "+", "+")


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on.

    Attributes:
        width: Columns of the terminal.
        color: Whether it may be styled.
        encoding: What characters are written in; in one that lacks the marks, ASCII is used.
    """

    width: int
    color: bool
    encoding: str

    @property
    def room(self) -> int:
        """The columns that a picture takes."""
        return min(max(self.width, NARROWEST), _WIDEST)

    @property
    def marks(self) -> Marks:
        """The marks that the encoding has."""
        try:
            "".join(astuple(_LINES)).encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return _ASCII
        return _LINES

    def below(self, title: str, canvas: Canvas, *notes: str) -> list[str]:
        """The lines of a picture between its title and what is to be said of it."""
        heading = wrap(visible_line(title), self.room)
        bold = [f"\x1b[{_TITLE}m{line}\x1b[0m" for line in heading] if self.color else heading
        said = [line for note in notes for line in wrap(visible_line(note), self.room)]
        return [*bold, *canvas.lines(color=self.color), *said]


class _Days:
    """Which column a day is drawn in, and an axis that tells."""

    def __init__(self, days: Sequence[date], left: int, right: int) -> None:
        self._first = min(days)
        self._span = (max(days) - self._first).days
        self.left = left
        self.cells = right - left

    def column(self, day: date) -> int:
        return self.left + round((day - self._first).days * (self.cells - 1) / max(self._span, 1))

    def draw(self, canvas: Canvas, row: int, marks: Marks) -> None:
        """Draw the axis, and below it as many days as have room."""
        canvas.write(row, self.left - 1, marks.corner + marks.line * self.cells, _FAINT)
        ticks = min(self.cells // (_DATE_WIDTH + _TICK_GAP), self._span + 1)
        for index in range(max(1, ticks)):
            part = index / max(1, ticks - 1)
            day = self._first + timedelta(days=round(self._span * part))
            canvas.write(row, self.column(day), marks.tick, _FAINT)
            # The first stands to the right of its tick, the last to the left.
            before = round((_DATE_WIDTH - 1) * part)
            canvas.write(row + 1, self.column(day) - before, day.isoformat())


def events(rows: Sequence[Mapping[str, Any]], title: str, paper: Paper) -> list[str]:
    """Lanes of a measure's life: a lane for each thing told, what happened above what was foretold.

    Args:
        rows: Rows of the timeline: date, what, modality.
        title: What stands above.
        paper: What is drawn on.

    Returns:
        The lines of the picture.
    """
    told = lanes(rows)
    if not told.shown:
        return paper.below(title, Canvas(0, 0), "no dated events")
    names = [wrap(visible_line(lane.name), paper.room // 3) for lane in told.shown]
    label = max(width_of(line) for name in names for line in name)
    canvas = Canvas(paper.room, sum(map(len, names)) + 2)
    days = _Days([day for lane in told.shown for day in lane.days], label + 3, paper.room)
    row = 0
    for lane, name in zip(told.shown, names, strict=True):
        style = _ACTUAL if lane.actual else _FORETOLD
        for line, text in enumerate(name):
            canvas.write(row + line, label - width_of(text), text, style)
            canvas.write(row + line, label + 2, paper.marks.upright, _FAINT)
        mark = paper.marks.actual if lane.actual else paper.marks.foretold
        for day in lane.days:
            canvas.write(row, days.column(day), mark, style)
        row += len(name)
    days.draw(canvas, row, paper.marks)
    legend = f"{paper.marks.actual} happened  {paper.marks.foretold} foretold, threatened or denied"
    left_out = [f"{told.left_out} more kinds are left out"] if told.left_out else []
    return paper.below(title, canvas, legend, *left_out)


def support(
    counts: Sequence[Count], rules: Sequence[tuple[str, int]], title: str, paper: Paper
) -> list[str]:
    """Cosponsors over time against the votes that each rule needs.

    Args:
        counts: Day, count, and basis (press or official) of each.
        rules: Name and votes of each rule.
        title: What stands above.
        paper: What is drawn on.

    Returns:
        The lines of the picture.
    """
    if not counts:
        return paper.below(title, Canvas(0, 0), "no counts of cosponsors")
    rules = sorted(rules, key=lambda rule: rule[1])
    top = max([count for _, count, _ in counts] + [needed for _, needed in rules])
    names = [f"{visible_line(name)} {needed}" for name, needed in rules]
    right = paper.room - max(map(width_of, names), default=0) - 1
    canvas = Canvas(paper.room, _SUPPORT_ROWS + 2)
    left = len(str(top)) + 2
    days = _Days([day for day, _, _ in counts], left, right)

    def row(count: float) -> int:
        return round((_SUPPORT_ROWS - 1) * (1 - count / top))

    for line in range(_SUPPORT_ROWS):
        canvas.write(line, left - 1, paper.marks.upright, _FAINT)
    for value in (0, top // 2, top):
        canvas.write(row(value), 0, str(value).rjust(left - 2))
    lines = [row(needed) for _, needed in rules]
    _draw_rules(canvas, list(zip(lines, names, strict=True)), days, paper.marks)
    for basis, mark, style in (
        ("official", paper.marks.actual, _ACTUAL),
        ("press", paper.marks.foretold, _FORETOLD),
    ):
        points = [(days.column(day), row(count)) for day, count in steps(counts, basis)]
        ends = [column for column, _ in points[1:]] + [right]
        for (column, line), end in zip(points, ends, strict=False):
            canvas.write(line, column, paper.marks.line * (end - column), style)
        for column, line in points:
            canvas.write(line, column, mark, style)
    days.draw(canvas, _SUPPORT_ROWS, paper.marks)
    legend = (
        f"cosponsors: {paper.marks.actual} official  {paper.marks.foretold} press  "
        f"{paper.marks.rule * 2} votes needed"
    )
    return paper.below(title, canvas, legend)


def statuses(rows: Sequence[tuple[str, str]], title: str, paper: Paper) -> list[str]:
    """How many measures stand at each status.

    Args:
        rows: Kind (bill or package) and status of each measure.
        title: What stands above.
        paper: What is drawn on.

    Returns:
        The lines of the picture.
    """
    counted = bars(rows)
    if not counted:
        return paper.below(title, Canvas(0, 0), "no measures")
    names = [visible_line(f"{bar.kind} {bar.status}") for bar in counted]
    label = max(map(width_of, names))
    canvas = Canvas(paper.room, len(counted))
    most = max(bar.count for bar in counted)
    room = paper.room - label - len(str(most)) - 3
    for line, (bar, name) in enumerate(zip(counted, names, strict=True)):
        length = max(1, round(room * bar.count / most))
        canvas.write(line, label - width_of(name), name)
        canvas.write(line, label + 1, paper.marks.bar * length, _style(bar))
        canvas.write(line, label + 2 + length, str(bar.count))
    return paper.below(title, canvas)


def _draw_rules(
    canvas: Canvas, rules: Sequence[tuple[int, str]], days: _Days, marks: Marks
) -> None:
    """A line for each rule, the lowest first, named in the margin, each on a line of its own."""
    places = spread([-line for line, _ in rules], 1, 0)
    for (line, name), place in zip(rules, places, strict=True):
        canvas.write(line, days.left, marks.rule * days.cells, _FAINT)
        canvas.write(round(-place), days.left + days.cells + 1, name)


def _style(bar: Bar) -> str:
    return _ACTUAL if bar.kind == "bill" else _FORETOLD
