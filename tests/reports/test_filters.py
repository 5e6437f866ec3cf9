"""Each filter of each report acts or is refused; none is passed over in silence."""

import csv
import io
from contextlib import redirect_stdout

import pytest
import typer.main
from reports.conftest import News

from tracker.cli.filters import FILTERS, NAMES
from tracker.cli.main import app
from tracker.errors import UsageError

COMMAND = typer.main.get_command(app)
THEN = ("--as-of", "2025-09-01", "--known-at", "2025-09-01")
REFUSED = {
    ("packages", "sponsor"): "have no sponsors",
    ("packages", "congress"): "are of no Congress",
    ("changes", "modality"): "whatever its modality",
    ("thresholds", "modality"): "have no modality",
    ("sponsors", "modality"): "has no modality",
    ("conflicts", "modality"): "only claims of what happened",
}
KEEPS_SOME = {
    "issuer": "US", "target": "RU", "status": "passed", "since": "2025-05-22",
    "until": "2025-06-01", "sponsor": "graham", "congress": "119", "modality": "conditional",
}  # fmt: skip
KEEPS_SOME_HERE = {
    ("packages", "issuer"): "EU",
    ("packages", "status"): "adopted",
    ("changes", "since"): "2025-08-01",
    ("changes", "until"): "2025-05-15",
    ("outlook", "status"): "adopted",
    ("timeline", "status"): "stalled",
    ("thresholds", "status"): "scheduled",
    ("thresholds", "until"): "2025-06-20",
    ("sponsors", "status"): "scheduled",
    ("conflicts", "until"): "2025-05-21",
    ("bills", "modality"): "possible",
}
OF_ANOTHER_DAY = {
    ("bills", "modality"): ("--as-of", "2025-07-20"),  # by September no bill has an outlook
}
KEEPS_NOTHING = {("conflicts", "sponsor")}
"""No sponsored bill has conflicts in the news."""
KEEPS_NONE = {
    "issuer": "CH", "target": "CU", "status": "vetoed", "since": "2030-01-01",
    "until": "2020-01-01", "sponsor": "nobody", "congress": "99", "modality": "expected",
}  # fmt: skip


def printed(store: str, report: str, *arguments: str) -> list[list[str]]:
    usual = ["--since", "2020-01-01"] if report == "changes" and "--since" not in arguments else []
    return run(store, report, *THEN, *usual, *arguments)


def run(store: str, report: str, *arguments: str) -> list[list[str]]:
    output = io.StringIO()
    with redirect_stdout(output):
        COMMAND(
            ["--db", store, "report", report, *arguments, "--format", "csv"],
            prog_name="tracker",
            standalone_mode=False,
        )
    return list(csv.reader(io.StringIO(output.getvalue())))[1:]


@pytest.mark.parametrize("filter_", NAMES)
@pytest.mark.parametrize("report", FILTERS)
def test_a_filter_acts_or_is_refused(news: News, report: str, filter_: str) -> None:
    if (report, filter_) in REFUSED:
        with pytest.raises(UsageError, match=REFUSED[report, filter_]):
            printed(news.store, report, f"--{filter_}", KEEPS_SOME[filter_])
        return
    kept = KEEPS_SOME_HERE.get((report, filter_), KEEPS_SOME[filter_])
    day = OF_ANOTHER_DAY.get((report, filter_), ())
    everything = printed(news.store, report, *day)
    some = printed(news.store, report, *day, f"--{filter_}", kept)
    none = printed(news.store, report, *day, f"--{filter_}", KEEPS_NONE[filter_])
    assert bool(some) == ((report, filter_) not in KEEPS_NOTHING)
    assert len(none) < len(everything)
    assert len(none) <= len(some) <= len(everything)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("bills", "--status", "adopte"), "did you mean adopted"),
        (("bills", "--modality", "actual"), "planned, expected, possible, conditional"),
        (("timeline", "--modality", "sure"), "actual, planned"),
        (("bills", "--target", "Rusia"), r"did you mean RU \(Russia\)"),
        (("bills", "--issuer", "Oz"), "write its code"),
    ],
)
def test_a_word_that_no_filter_knows_is_refused(
    news: News, arguments: tuple[str, ...], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        printed(news.store, *arguments)


def test_days_in_the_wrong_order_are_refused(news: News) -> None:
    with pytest.raises(UsageError, match="2025-07-21 is after 2025-07-20"):
        printed(news.store, "changes", "--since", "2025-07-21", "--until", "2025-07-20")


def test_a_place_may_be_named(news: News) -> None:
    assert printed(news.store, "packages", "--target", "Iran") == printed(
        news.store, "packages", "--target", "IR"
    )


def test_a_measure_that_now_fits_a_filter_is_not_new_by_that(news: News) -> None:
    told = printed(news.store, "changes", "--since", "2025-07-05", "--status", "adopted")
    assert ["status", "eu/ru/18"] in [[row[0], row[2]] for row in told]


LATE = ("--as-of", "2025-05-22", "--known-at", "2025-09-01")
RELATIVE = [
    ("from the day asked about", LATE, ("--since", "7d", "--until", "yesterday")),
    ("from the day of knowledge", ("--known-at", "2025-05-22T08:00"), ("--since", "2w")),
    ("from that day in UTC", ("--known-at", "2025-05-21T23:00-05:00"), ("--since", "2w")),
]


@pytest.mark.parametrize("report", ["timeline", "changes", "coverage"])
@pytest.mark.parametrize(("why", "then", "days"), RELATIVE, ids=[row[0] for row in RELATIVE])
def test_relative_days_are_counted(
    why: str, then: tuple[str, ...], days: tuple[str, ...], report: str, news: News
) -> None:
    written = {"7d": "2025-05-15", "2w": "2025-05-08", "yesterday": "2025-05-21"}
    relative = run(news.store, report, *then, *days)
    assert relative == run(news.store, report, *then, *(written.get(word, word) for word in days))
    assert relative != run(news.store, report, *then)


def test_changes_are_those_of_the_week_before_the_day_of_knowledge(news: News) -> None:
    known = ("--known-at", "2025-05-22")
    assert run(news.store, "changes", *known) == run(
        news.store, "changes", *known, "--as-of", "2025-05-22", "--since", "7d"
    )


def test_changes_since_the_first_day_of_the_calendar_are_told(news: News) -> None:
    assert run(news.store, "changes", "--as-of", "0001-01-03") == []
    assert run(news.store, "changes", "--since", "0001-01-01", "--until", "2025-06-01")


def test_a_day_before_the_calendar_is_refused(news: News) -> None:
    with pytest.raises(UsageError, match="7 days before 0001-01-03"):
        run(news.store, "timeline", "--as-of", "0001-01-03", "--since", "7d")
