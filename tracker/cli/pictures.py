"""Pictures of listings: lanes of events, counts against thresholds, measures by status."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ENDINGS = (".svg", ".png")
_ACTUAL, _FORETOLD = "#1f4e79", "#c55a11"
_MOST_LABELS = 24
"""More labels than this cannot stand in one lane without covering each other."""


def figure(title: str, height: float) -> "tuple[Figure, Any]":
    """An empty picture with a title, 10 inches wide.

    Raises:
        UsageError: The plotting library is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError(
            "pictures need matplotlib", cure="run pip install 'sanctions-tracker[plot]'"
        ) from None
    made = Figure(figsize=(10, height), layout="constrained")
    axes = made.add_subplot()
    axes.set_title(_plain(title), loc="left")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return made, axes


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


def events(rows: Sequence[dict[str, Any]], title: str) -> "Figure":
    """Lanes of a measure's life: a lane for each thing told, what happened above what was foretold.

    Args:
        rows: Rows of the timeline: date, what, modality.
        title: What stands above.
    """
    dated = [(_day(row["date"]), str(row["what"]), row["modality"] == "actual") for row in rows]
    known = [(day, what.split(",")[0], actual) for day, what, actual in dated if day is not None]
    often = Counter((what, actual) for _, what, actual in known)
    lanes = [lane for lane, _ in often.most_common(_MOST_LABELS)]
    first = {
        lane: min(day for day, what, actual in known if (what, actual) == lane) for lane in lanes
    }
    lanes.sort(key=lambda lane: (lane[1], first[lane]), reverse=True)
    made, axes = figure(title, 1.6 + 0.3 * max(1, len(lanes)))
    for height, (what, actual) in enumerate(lanes):
        days = [day for day, each, is_so in known if (each, is_so) == (what, actual)]
        color = _ACTUAL if actual else _FORETOLD
        axes.plot(
            days, [height] * len(days), "o" if actual else "D", color=color, alpha=0.6,
            markerfacecolor=color if actual else "white",
        )  # fmt: skip
    axes.set_yticks(
        range(len(lanes)), [_lane_name(what, often[what, actual]) for what, actual in lanes]
    )
    for label, (_, actual) in zip(axes.get_yticklabels(), lanes, strict=True):
        label.set_color(_ACTUAL if actual else _FORETOLD)
    axes.set_ylim(-0.7, max(0.7, len(lanes) - 0.3))
    _date_axis(axes)
    left = len(often) - len(lanes)
    axes.set_xlabel(
        "filled: happened; hollow: foretold, threatened or denied"
        + (f"; {left} rarer kinds are left out" if left else "")
    )
    return made


def support(
    counts: Sequence[tuple[date, int, str]], rules: Sequence[tuple[str, int]], title: str
) -> "Figure":
    """Cosponsors over time against the votes that each rule needs.

    Args:
        counts: Day, count, and basis (press or official) of each.
        rules: Name and votes of each rule.
        title: What stands above.
    """
    made, axes = figure(title, 4.5)
    for basis, color in (("official", _ACTUAL), ("press", _FORETOLD)):
        by_day = {day: count for day, count, each in sorted(counts) if each == basis}
        points = list(by_day.items())
        if points:
            axes.step(
                [day for day, _ in points], [count for _, count in points], "o-",
                where="post", color=color, markersize=4, label=f"cosponsors, {basis}",
            )  # fmt: skip
    for name, needed in rules:
        axes.axhline(needed, color="#7f7f7f", linewidth=1, linestyle="--")
        axes.annotate(
            f"{name} {needed}", (1, needed), xycoords=("axes fraction", "data"),
            xytext=(-4, 3), textcoords="offset points", ha="right", fontsize=8,
        )  # fmt: skip
    axes.set_ylim(bottom=0)
    axes.set_ylabel("members")
    if counts:
        axes.legend(loc="lower left", frameon=False)
    _date_axis(axes)
    return made


def statuses(rows: Sequence[tuple[str, str]], title: str) -> "Figure":
    """How many measures stand at each status.

    Args:
        rows: Kind (bill or package) and status of each measure.
        title: What stands above.
    """
    counted = Counter(rows)
    bars = sorted(counted, key=lambda bar: (bar[0], counted[bar]))
    made, axes = figure(title, 1.4 + 0.32 * max(1, len(bars)))
    colors = [_ACTUAL if kind == "bill" else _FORETOLD for kind, _ in bars]
    drawn = axes.barh(range(len(bars)), [counted[bar] for bar in bars], color=colors)
    axes.bar_label(drawn, padding=3)
    axes.set_yticks(range(len(bars)), [f"{kind} {status}" for kind, status in bars])
    axes.set_xlabel("measures")
    axes.xaxis.get_major_locator().set_params(integer=True)
    return made


def _date_axis(axes: Any) -> None:
    from matplotlib import dates

    known: Any = dates
    locator = known.AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(known.ConciseDateFormatter(locator))


def _lane_name(what: str, count: int) -> str:
    name = _plain(what if len(what) <= 44 else what[:41] + "...")
    return f"{name}  ({count})" if count > 1 else name


def _plain(text: str) -> str:
    """Text that matplotlib does not read as a formula."""
    return text.replace("$", r"\$")


def _day(value: object) -> date | None:
    """The first day that a date, perhaps only a month or year, may mean."""
    if isinstance(value, date):
        return value
    if not value:
        return None
    parts = [int(part) for part in str(value).split("-")]
    return date(*[*parts, 1, 1][:3])
