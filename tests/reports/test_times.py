"""What a report says of an earlier time is what it said at that time."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from conftest import Stores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports.conftest import News
from reports.story import Story, arrive, backed, begin, bill, package, sponsored, status

from tracker.errors import UsageError
from tracker.listing import Listing
from tracker.record import SECTORS
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
        return page(source, find_measure(source, name, asked), asked)

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


def told(listing: Listing) -> list[dict[str, Any]]:
    """The rows, whatever their order."""
    return sorted(_dicts(listing), key=repr)


TITLES = ("Harbor Watch Act", "Harbor Watch and Pier Act of 2025", "Pier Act")
ROUNDS = ("the Neva Round", "the long Neva and Volga Round", "the Volga Round")
DAYS = st.integers(1, 28).map("2025-05-{:02}".format)
PLACES = st.lists(st.sampled_from(("RU", "IR", "CU")), min_size=1, max_size=2, unique=True)


@st.composite
def told_bill(draw: st.DrawFn) -> Any:
    """The bill by its number or by a title alone."""
    title = draw(st.sampled_from(TITLES))
    number = draw(st.sampled_from(("s77", "s77", None)))
    numbered = {"number": number} if number else {}
    said = [sponsored("the gentleman from Maine", "Angus King")] if draw(st.booleans()) else []
    return bill(title, *said, title=title, targets=tuple(draw(PLACES)), **numbered)


@st.composite
def told_round(draw: st.DrawFn) -> Any:
    """A British round of sanctions that may be another's."""
    sectors = draw(st.lists(st.sampled_from(SECTORS), max_size=2, unique=True))
    words = status("the step was taken", "adopted", date=draw(st.sampled_from(("2025-05-01", "2025-05-09"))))  # fmt: skip
    return package(draw(st.sampled_from(ROUNDS)), words, issuer="GB", sectors=tuple(sectors))


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    """Articles in the order in which they reach the store, days apart from those they bear."""
    told = []
    for number in range(draw(st.integers(2, 5))):
        about = draw(st.one_of(told_bill(), told_round()))
        body = f"{about.name}: the step was taken, the gentleman from Maine said. "
        alike = draw(st.booleans())
        text = "Of the same agency text there is much to read in every paper of the land. " * 3
        told.append(
            Story(
                draw(st.one_of(st.none(), DAYS)),
                draw(st.sampled_from(("Wire", "Post", None))),
                "News" if alike else f"News {number}",
                body + (text if alike else f"Number {number}. " * 9),
                (about,),
                draw(st.sampled_from((None, None, "https://wire.example/story"))),
                f"2025-06-{number + 1:02}",
            )
        )
    return told


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(told_in_order=stories(), data=st.data())
def test_every_report_tells_of_any_articles_what_was_known_when_they_were_fewer(
    files: Stores, told_in_order: list[Story], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(told_in_order)))
    day = data.draw(st.dates(date(2025, 4, 28), date(2025, 6, 10)))
    target = files.seeded()
    engine = open_engine(target)
    begin(engine)
    for number, story in enumerate(told_in_order):
        if number == cut:
            engine.dispose()
            shutil.copyfile(target, f"{target}.earlier")
        arrive(engine, story)
    engine.dispose()
    earlier_target = f"{target}.earlier" if cut < len(told_in_order) else target
    moment = told_in_order[cut - 1].arrival.replace(tzinfo=UTC)
    now = Asked(as_of=day)
    with open_source(target) as whole, open_source(earlier_target) as earlier:
        for name, report in REPORTS.items():
            known = replace(now, known_at=moment)
            then = known if name == "changes" else now
            assert told(report(whole, known)) == told(report(earlier, then)), name
        for key, in earlier.rows("SELECT key FROM measure WHERE key LIKE 'gb/%' OR key LIKE '%/~%' OR key LIKE '%s77'").rows:  # fmt: skip
            assert shown(whole, str(key), known) == shown(earlier, str(key), now)


def shown(source: Source, key: str, asked: Asked) -> list[dict[str, Any]] | str:
    """The page of a measure, or why there is none."""
    try:
        return told(page_of(key)(source, asked))
    except UsageError as error:
        return str(error)


def test_a_name_that_came_later_is_not_in_a_report_of_before(begun: Callable[..., str]) -> None:
    plain = bill("Pier Act", number="s77", title="Pier Act", targets=("CU",))
    longer = bill("Harbor and Pier Act", number="s77", title="Harbor and Pier Act", targets=("RU",))
    first = Story("2025-05-01", "Wire", "A", "The Pier Act, S. 77, hits Cuba.", (plain,))
    second = Story("2025-05-20", "Post", "B", "The Harbor and Pier Act hits Russia.", (longer,))
    with open_source(begun(first, second)) as source:
        for asked, name, russian in (
            (Asked(as_of=date(2025, 5, 10)), "Pier Act", []),
            (Asked(known_at=datetime(2025, 5, 10, tzinfo=UTC)), "Pier Act", []),
            (Asked(), "Harbor and Pier Act", ["Harbor and Pier Act"]),
        ):
            assert [row["bill"] for row in _dicts(bills(source, asked))] == [name]
            against = bills(source, replace(asked, target="RU"))
            assert [row["bill"] for row in _dicts(against)] == russian


def days(first: str, last: str) -> Asked:
    return Asked(since=date.fromisoformat(first), until=date.fromisoformat(last))


def changed(source: Source, asked: Asked) -> list[tuple[Any, ...]]:
    return [(row[0], row[2], row[3], row[4]) for row in changes(source, asked).rows]


def test_a_week_of_changes_is_told(news: News) -> None:
    with open_source(news.store) as source:
        assert ("new measure", "jp/kp/~2025-07-07-sanctions-on-north-korean-hackers", None, "adopted") in changed(source, days("2025-07-05", "2025-07-09"))  # fmt: skip
        assert ("status", "eu/ru/18", "blocked", "adopted") in changed(source, days("2025-07-18", "2025-07-19"))  # fmt: skip
        assert ("threshold met: us-senate-cloture (press)", "us/119/s1241", "59 of 60", "62 of 60") in changed(source, days("2025-05-04", "2025-05-07"))  # fmt: skip
        assert ("conflict", "us/119/hr36", None, "passed 349-43 in the House against passed 349-42 in the House") in changed(source, days("2025-05-08", "2025-05-09"))  # fmt: skip


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
