"""What a report says of an earlier time is what it said at that time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date
from typing import Any

import pytest
from conftest import Stores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports.conftest import News
from reports.story import Story, arrive, backed, begin, bill, package, status

from tracker.listing import Listing
from tracker.reports import Asked, Source, open_source
from tracker.reports.changes import changes
from tracker.reports.claims import conflicts, outlook, timeline
from tracker.reports.finding import find_measure
from tracker.reports.measures import bills, packages
from tracker.reports.page import page
from tracker.reports.reading import coverage, sources
from tracker.reports.support import sponsors, thresholds
from tracker.store.engine import open_engine

Report = Callable[[Source, Asked], Listing]


def page_of(name: str) -> Report:
    def report(source: Source, asked: Asked) -> Listing:
        return page(source, find_measure(source, name), asked)

    return report


REPORTS: dict[str, Report] = {
    each.__name__: each
    for each in (
        bills, packages, timeline, outlook, conflicts, thresholds, sponsors, sources, coverage,
        changes,
    )
} | {"page of a bill": page_of("s1241"), "page of a package": page_of("eu/ru/17")}  # fmt: skip
FILTERS = (
    Asked(),
    Asked(target="RU"),
    Asked(issuer="EU"),
    Asked(sponsor="graham"),
    Asked(congress=119),
    Asked(modality="conditional"),
    Asked(status="adopted"),
    Asked(untold=True),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 10), name=st.sampled_from(sorted(REPORTS)), asked=st.sampled_from(FILTERS))  # fmt: skip
def test_a_report_of_an_earlier_time_is_that_of_the_store_of_that_time(
    news: News, place: int, name: str, asked: Asked
) -> None:
    moment, copy = sorted(news.earlier.items())[place]
    then = replace(asked, as_of=moment.date(), known_at=moment.replace(tzinfo=UTC))
    with open_source(news.store) as whole, open_source(copy) as earlier:
        now = replace(asked, as_of=moment.date())
        if name == "changes":
            now = replace(now, known_at=then.known_at)
        assert told(REPORTS[name](whole, then)) == told(REPORTS[name](earlier, now))


LABELS = {"bill", "package", "measure", "sectors"}


def told(listing: Listing) -> list[dict[str, Any]]:
    """The rows without names and sectors: a measure is described as it is known today."""
    rows = [
        {column: cell for column, cell in row.items() if column not in LABELS}
        for row in _dicts(listing)
        if row.get("section") != "names"
        and not (row.get("section") == "measure" and row["claim"] is None)
    ]
    return sorted(rows, key=repr)


def days(first: str, last: str) -> Asked:
    return Asked(since=date.fromisoformat(first), until=date.fromisoformat(last))


def changed(source: Source, asked: Asked) -> list[tuple[Any, ...]]:
    return [(row[0], row[2], row[3], row[4]) for row in changes(source, asked).rows]


def test_a_week_of_changes_is_told(news: News) -> None:
    with open_source(news.store) as source:
        assert ("new measure", "jp/kp/~2025-07-07-sanctions-on-north-korean-hackers", None, "adopted") in changed(source, days("2025-07-05", "2025-07-09"))  # fmt: skip
        assert ("status", "eu/ru/18", "blocked", "adopted") in changed(source, days("2025-07-18", "2025-07-19"))  # fmt: skip
        assert ("threshold met: us-senate-cloture (press)", "us/119/s1241", "59 of 60", "62 of 60") in changed(source, days("2025-05-04", "2025-05-07"))  # fmt: skip
        assert ("conflict", "us/119/hr36", None, "passed 349-43 against passed 349-42") in changed(source, days("2025-05-08", "2025-05-09"))  # fmt: skip


def test_what_was_never_counted_before_is_told_with_every_rule(news: News) -> None:
    with open_source(news.store) as source:
        found = changed(source, days("2025-06-10", "2025-06-12"))
    told = [(change, now) for change, key, _, now in found if key == "us/119/hr9911"]
    assert ("first count of cosponsors (press)", "9: us-house-majority 217 (-208); us-veto-override 288 (-279)") in told  # fmt: skip


@pytest.fixture(scope="module")
def begun(stores: Stores) -> Callable[..., str]:
    """Makes a store that gets the stories given."""

    def make(*stories: Story) -> str:
        target = stores.seeded()
        engine = open_engine(target)
        begin(engine)
        for story in stories:
            arrive(engine, story)
        engine.dispose()
        return target

    return make


def counted(day: str, count: int, arrives: str | None = None) -> Story:
    words = f"{count} cosponsors"
    about = bill("the Act", backed(words, count), number="s77", targets=("RU",))
    return Story(day, "Wire", f"On {day}", f"By then the Act had {words}.", (about,), arrives=arrives)  # fmt: skip


def news_of(day: str, stage: str, arrives: str | None = None, **more: Any) -> Story:
    words = f"the 21st package, {stage}, as of {day}"
    about = package("the 21st package", status(words, stage, **more), ordinal=21)
    return Story(day, "Wire", f"On {day}", f"We heard of {words}.", (about,), arrives=arrives)


def test_a_threshold_that_the_first_count_meets_is_told_with_that_count(
    begun: Callable[..., str],
) -> None:
    with open_source(begun(counted("2025-05-06", 61))) as source:
        ((change, key, before, now),) = [
            row for row in changed(source, days("2025-05-05", "2025-05-11")) if "count" in row[0]
        ]
    assert (change, key, before) == ("first count of cosponsors (press)", "us/119/s77", None)
    assert "us-senate-cloture 60 (+1)" in now


def test_an_old_count_that_arrives_late_crosses_nothing(begun: Callable[..., str]) -> None:
    late = counted("2025-04-20", 40, arrives="2025-05-08")
    with open_source(begun(counted("2025-05-01", 61), late)) as source:
        assert changed(source, days("2025-05-05", "2025-05-11")) == []


def test_what_was_foretold_and_came_true_within_the_week_is_told(
    begun: Callable[..., str],
) -> None:
    stories = (
        news_of("2025-05-05", "adopted", modality="expected"),
        news_of("2025-05-08", "adopted", date="2025-05-08"),
    )
    with open_source(begun(*stories)) as source:
        assert ("outlook came true", "eu/ru/21", "expected: adopted", "came true") in changed(source, days("2025-05-05", "2025-05-11"))  # fmt: skip


def test_an_old_prediction_that_arrives_late_and_came_true_long_ago_is_no_news(
    begun: Callable[..., str],
) -> None:
    stories = (
        news_of("2025-04-08", "adopted", date="2025-04-08"),
        news_of("2025-04-01", "adopted", arrives="2025-05-08", modality="expected"),
    )
    with open_source(begun(*stories)) as source:
        assert changed(source, days("2025-05-05", "2025-05-11")) == []


def test_a_measure_that_gets_its_number_is_not_new(begun: Callable[..., str]) -> None:
    """What one article describes by title is the bill that a later one gives a number."""
    title = "Harbor Watch Act"
    words = "filed the Harbor Watch Act on 6 May"
    filed = status(words, "introduced", date="2025-05-06", body="us-senate")
    first = Story("2025-05-06", "Wire", "A", f"She {words}.", (bill(title, filed, title=title),))
    numbered = bill(title, number="s77", title=title)
    second = Story("2025-05-14", "Post", "B", "The Harbor Watch Act, S. 77, has friends.", (numbered,))  # fmt: skip
    with open_source(begun(first, second)) as source:
        assert [row["key"] for row in _dicts(bills(source, Asked()))] == ["us/119/s77"]
        assert changed(source, days("2025-05-12", "2025-05-18")) == []
        ((change, *_),) = changed(source, days("2025-05-05", "2025-05-08"))
        assert change == "new measure"


def _dicts(listing: Listing) -> list[dict[str, Any]]:
    return [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]
