"""Pictures in files: lanes of events, counts against thresholds, measures by status."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from tracker.cli.drawable import Count, bars, lanes, spread, steps
from tracker.cli.output.harmless import visible_line
from tracker.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ENDINGS = (".svg", ".png")
_ACTUAL, _FORETOLD, _RULE = "#1f4e79", "#c55a11", "#7f7f7f"
_TITLE_WIDTH = 90
_SUPPORT_HEIGHT = 4.5
_LABEL_GAP = 0.055
"""What a label takes of the height of the picture of support."""


def save(made: "Figure", path: Path) -> None:
    """Write a picture as its file's ending says; the same input gives the same bytes."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"no picture can be written as {path.suffix or 'a file without ending'}",
            where=str(path),
            cure=f"end the name in {' or '.join(ENDINGS)}",
        )
    import matplotlib as mpl

    metadata = {"Date": None} if path.suffix.lower() == ".svg" else None
    try:
        with mpl.rc_context({"svg.hashsalt": "tracker", "svg.fonttype": "none"}):
            made.savefig(path, metadata=metadata, dpi=150)
    except OSError as error:
        raise UsageError(str(error.strerror), where=str(path), cure="name another file") from None


def events(rows: Sequence[Mapping[str, Any]], title: str) -> "Figure":
    """Lanes of a measure's life: a lane for each thing told, what happened above what was foretold.

    Args:
        rows: Rows of the timeline: date, what, modality.
        title: What stands above.
    """
    told = lanes(rows)
    made, axes = _figure(title, 1.6 + 0.3 * max(1, len(told.shown)))
    for height, lane in enumerate(told.shown):
        color = _ACTUAL if lane.actual else _FORETOLD
        axes.plot(
            lane.days, [height] * len(lane.days), "o" if lane.actual else "D", color=color,
            alpha=0.6, markerfacecolor=color if lane.actual else "white",
        )  # fmt: skip
    axes.set_yticks(range(len(told.shown)), [_plain(lane.name) for lane in told.shown])
    for label, lane in zip(axes.get_yticklabels(), told.shown, strict=True):
        label.set_color(_ACTUAL if lane.actual else _FORETOLD)
    axes.set_ylim(max(0.7, len(told.shown) - 0.3), -0.7)
    _date_axis(axes, [day for lane in told.shown for day in lane.days])
    axes.set_xlabel(told.legend)
    return made


def support(counts: Sequence[Count], rules: Sequence[tuple[str, int]], title: str) -> "Figure":
    """Cosponsors over time against the votes that each rule needs.

    Args:
        counts: Day, count, and basis (press or official) of each.
        rules: Name and votes of each rule.
        title: What stands above.
    """
    made, axes = _figure(title, _SUPPORT_HEIGHT)
    last = max((day for day, _, _ in counts), default=None)
    for basis, color in (("official", _ACTUAL), ("press", _FORETOLD)):
        points = steps(counts, basis)
        if points:
            axes.plot(
                [day for day, _ in points], [count for _, count in points], "o",
                color=color, markersize=4,
            )  # fmt: skip
            points.append((last or points[-1][0], points[-1][1]))
            axes.step(
                [day for day, _ in points], [count for _, count in points],
                where="post", color=color, label=f"cosponsors, {basis}",
            )  # fmt: skip
    top = 1.1 * max([count for _, count, _ in counts] + [needed for _, needed in rules] + [1])
    axes.set_ylim(0, top)
    axes.set_ylabel("members")
    _date_axis(axes, [day for day, _, _ in counts])
    _draw_rules(axes, sorted(rules, key=lambda rule: rule[1]), top)
    if counts:
        made.legend(loc="outside lower center", ncols=2, frameon=False)
    return made


def statuses(rows: Sequence[tuple[str, str]], title: str) -> "Figure":
    """How many measures stand at each status.

    Args:
        rows: Kind (bill or package) and status of each measure.
        title: What stands above.
    """
    counted = bars(rows)
    made, axes = _figure(title, 1.4 + 0.32 * max(1, len(counted)))
    drawn = axes.barh(
        range(len(counted)),
        [bar.count for bar in counted],
        color=[_ACTUAL if bar.kind == "bill" else _FORETOLD for bar in counted],
    )
    axes.bar_label(drawn, padding=3)
    axes.set_yticks(range(len(counted)), [_plain(f"{bar.kind} {bar.status}") for bar in counted])
    axes.set_ylim(max(0.7, len(counted) - 0.4), -0.6)
    axes.set_xlim(0, 1.05 * max([bar.count for bar in counted] + [1]))
    axes.set_xlabel("measures")
    axes.xaxis.get_major_locator().set_params(integer=True)
    return made


def _figure(title: str, height: float) -> "tuple[Figure, Any]":
    """An empty picture with a title, 10 inches wide.

    Raises:
        UsageError: The plotting library is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError(
            "pictures in files need matplotlib",
            cure="run pip install 'sanctions-tracker[plot]', or name no file to see it here",
        ) from None
    lines = wrap(title, _TITLE_WIDTH)
    made = Figure(figsize=(10, height + 0.2 * len(lines)), layout="constrained")
    axes = made.add_subplot()
    axes.set_title(_plain("\n".join(lines)), loc="left")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return made, axes


def _draw_rules(axes: Any, rules: Sequence[tuple[str, int]], top: float) -> None:
    """A line for each rule, named in the margin, where names make room for each other."""
    places = spread([needed for _, needed in rules], _LABEL_GAP * top, top)
    for (name, needed), place in zip(rules, places, strict=True):
        axes.axhline(needed, color=_RULE, linewidth=1, linestyle="--")
        axes.annotate(
            f"{_plain(name)} {needed}", (1, needed), (1.025, place), va="center", fontsize=8,
            xycoords=("axes fraction", "data"), textcoords=("axes fraction", "data"),
            annotation_clip=False, arrowprops={
                "arrowstyle": "-", "color": _RULE, "linewidth": 0.7,
                "shrinkA": 1, "shrinkB": 0, "relpos": (0, 0.5),
            },
        )  # fmt: skip


def _date_axis(axes: Any, days: Sequence[date]) -> None:
    from matplotlib import dates

    known: Any = dates
    if not days:
        axes.set_xticks([])
        return
    room = max((max(days) - min(days)) * 0.04, timedelta(days=1))
    axes.set_xlim(min(days) - room, max(days) + room)
    few = max(days) - min(days) <= timedelta(days=5)
    axes.xaxis.set_major_locator(
        known.DayLocator() if few else known.AutoDateLocator(minticks=3, maxticks=7)
    )
    axes.xaxis.set_major_formatter(known.DateFormatter("%Y-%m-%d"))


def _plain(text: str) -> str:
    """Text that neither matplotlib reads as a formula nor SVG refuses."""
    return "\n".join(map(visible_line, text.split("\n"))).replace("$", r"\$")
