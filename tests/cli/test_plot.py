"""Pictures say what the rows say, with no label upon another."""

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import pictures
from tracker.errors import UsageError


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


def test_support_draws_each_rule_and_count() -> None:
    counts = [(date(2025, 4, 1), 50, "official"), (date(2025, 5, 14), 70, "press")]
    made = pictures.support(counts, [("us-senate-cloture", 60)], "A bill")
    (axes,) = made.axes
    assert {text.get_text() for text in axes.texts} == {"us-senate-cloture 60"}
    assert {line.get_label() for line in axes.lines} >= {
        "cosponsors, official",
        "cosponsors, press",
    }


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
