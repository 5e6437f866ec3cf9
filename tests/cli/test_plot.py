"""Pictures say what the rows say, with no label upon another, in files and in the terminal."""

import itertools
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from matplotlib.text import Text

from tracker.cli import pictures, sketches
from tracker.cli.drawable import lanes
from tracker.cli.output.layout import width_of
from tracker.errors import UsageError

RULES = [
    ("us-house-majority", 218),
    ("us-senate-cloture", 60),
    ("us-senate-majority", 51),
    ("us-veto-override", 67),
]
PAPER = sketches.Paper(width=80, color=False, encoding="utf-8")


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {
            "date": str(date(2025, 1, 1) + timedelta(days=index)),
            "what": f"status {index % 40} of $x$ which has a long name that goes on and on",
            "modality": ("actual", "planned", "conditional")[index % 3],
        }
        for index in range(count)
    ]


@pytest.mark.parametrize("count", [0, 5, 50, 500])
def test_no_labels_of_a_timeline_cover_each_other(count: int) -> None:
    made = pictures.events(rows(count), "A bill")
    made.draw_without_rendering()
    (axes,) = made.axes
    for labels in (axes.get_yticklabels(), axes.get_xticklabels()):
        boxes = [label.get_window_extent() for label in labels if label.get_text()]
        assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


@pytest.mark.parametrize("count", [1, 5, 50, 500])
def test_no_names_of_rules_cover_each_other_or_what_is_counted(count: int) -> None:
    made = pictures.support(counts(count), RULES, "A bill")
    made.draw_without_rendering()
    (axes,) = made.axes
    boxes = [Text.get_window_extent(text) for text in axes.texts]
    assert len(boxes) == len(RULES)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
    assert not any(box.overlaps(axes.get_window_extent()) for box in boxes)


def test_the_axis_of_a_single_day_names_no_day_twice() -> None:
    made = pictures.events(rows(1), "A bill")
    made.draw_without_rendering()
    days = [label.get_text() for label in made.axes[0].get_xticklabels() if label.get_text()]
    assert len(days) == len(set(days))
    assert "2025-01-01" in days


def test_support_draws_each_rule_and_count() -> None:
    counts = [(date(2025, 4, 1), 50, "official"), (date(2025, 5, 14), 70, "press")]
    made = pictures.support(counts, [("us-senate-cloture", 60)], "A bill")
    (axes,) = made.axes
    assert {text.get_text() for text in axes.texts} == {"us-senate-cloture 60"}
    assert {line.get_label() for line in axes.lines} >= {
        "cosponsors, official",
        "cosponsors, press",
    }


def counts(count: int) -> list[tuple[date, int, str]]:
    return [
        (
            date(2025, 4, 1) + timedelta(days=index),
            50 + index % 30,
            ("official", "press")[index % 2],
        )
        for index in range(count)
    ]


def test_statuses_are_counted() -> None:
    made = pictures.statuses(
        [("bill", "passed"), ("bill", "passed"), ("package", "adopted")], "All"
    )
    (axes,) = made.axes
    assert sorted(text.get_text() for text in axes.texts) == ["1", "2"]


@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_the_ending_of_the_file_says_what_is_written(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    first, second = tmp_path / name, tmp_path / f"again-{name}"
    for path in (first, second):
        pictures.save(pictures.events(rows(3), "A bill"), path)
    assert first.read_bytes().startswith(begins)
    assert first.read_bytes() == second.read_bytes()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        pictures.save(pictures.events([], "A bill"), tmp_path / "a.gif")


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("count", [0, 1, 5, 50, 500])
def test_pictures_in_the_terminal_fit_its_width_and_name_everything(count: int, width: int) -> None:
    paper = sketches.Paper(width=width, color=False, encoding="utf-8")
    life = sketches.events(rows(count), "A bill", paper)
    support = sketches.support(counts(count), RULES, "A bill", paper)
    assert max(map(width_of, (*life, *support))) <= width
    named = [line.partition("│")[0] for line in life if "│" in line]
    lanes_named = [lane.name for lane in lanes(rows(count)).shown]
    assert " ".join(" ".join(named).split()) == " ".join(lanes_named)
    assert not count or all(f"{name} {needed}" in "\n".join(support) for name, needed in RULES)


def test_marks_in_the_terminal_tell_what_happened_from_what_was_foretold() -> None:
    lines = sketches.events(
        [
            {"date": "2025-05-14", "what": "introduced", "modality": "actual"},
            {"date": "2025-06", "what": "adopted", "modality": "conditional"},
            {"date": None, "what": "signed", "modality": "actual"},
        ],
        "A bill",
        PAPER,
    )
    assert lines[1].startswith("introduced  │●")
    assert lines[2].startswith("   adopted  │")
    assert lines[2].endswith("◇")
    assert len(lines[2]) == 80
    assert (lines[4].split()[0], lines[4].split()[-1]) == ("2025-05-14", "2025-06-01")
    assert "signed" not in "".join(lines)


def test_bars_in_the_terminal_are_as_long_as_their_counts() -> None:
    lines = sketches.statuses([("bill", "passed")] * 4 + [("package", "adopted")] * 2, "All", PAPER)
    assert [line.split()[-1] for line in lines[1:]] == ["4", "2"]
    assert lines[1].count("█") // 2 == lines[2].count("█")


def test_hostile_text_in_a_picture_stays_text() -> None:
    hostile = "\x1b[31m \u202e \\ $\\frac$ <b>\n"
    row = {"date": "2025-05-14", "what": hostile, "modality": "actual"}
    text = "".join(sketches.events([row], hostile, PAPER))
    assert "\x1b" not in text
    assert "\u202e" not in text
    pictures.events([row], hostile).draw_without_rendering()


def test_an_encoding_without_the_marks_gets_plain_ones() -> None:
    paper = sketches.Paper(width=80, color=False, encoding="ascii")
    drawn = [
        *sketches.events(rows(5), "A bill", paper),
        *sketches.support(counts(5), RULES, "A bill", paper),
        *sketches.statuses([("bill", "passed")], "All", paper),
    ]
    assert "".join(drawn).isascii()


def test_color_adds_nothing_but_color() -> None:
    colored = sketches.events(rows(5), "A bill", sketches.Paper(80, color=True, encoding="utf-8"))
    assert "\x1b[34m" in "".join(colored)
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in colored]
    assert plain == sketches.events(rows(5), "A bill", PAPER)


def test_what_happened_is_drawn_before_what_was_foretold_more_often() -> None:
    foretold = [
        {"date": "2025-01-01", "what": f"status {index % 40}", "modality": "possible"}
        for index in range(400)
    ]
    passed = {"date": "2025-02-01", "what": "passed", "modality": "actual"}
    made = lanes([*foretold, passed])
    assert made.shown[0].name == "passed"
    assert "17 more kinds are left out" in made.legend
