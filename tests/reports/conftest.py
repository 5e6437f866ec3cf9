"""A store with what sixty-odd articles say, once on each database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

import pytest
from conftest import Stores
from reports.news import the_news
from reports.story import arrive, begin
from store.telling import Telling

from tracker.reports import Source, open_source
from tracker.store.engine import open_engine
from tracker.store.writing import store_article

PUBLISHERS = ("The Daily", "Evening Post", None, "Wire")


def told_by_day() -> list[Telling]:
    """Articles in the order of their days, each telling of what is so on its day."""
    first = date(2025, 4, 2)
    return [
        story(Telling(str(first + timedelta(days=index)), PUBLISHERS[index % 4], title=f"No {index}"), index)
        for index in range(64)
    ]  # fmt: skip


def story(telling: Telling, index: int) -> Telling:
    """One of seven kinds of news, by turns."""
    match index % 7:
        case 0:
            return telling.bill(
                "Sanctioning Russia Act",
                number="s1241",
                congress=119,
                targets=("RU",),
                support=[{"kind": "cosponsors", "count": 45 + index // 2, "comparator": "=", "body": "us-senate"}],
            )  # fmt: skip
        case 1:
            return telling.package(
                "17th package",
                form="numbered",
                ordinal=17,
                statuses=[{"status": STAGES[min(index // 14, 3)], "modality": "actual"}],
            )
        case 2:
            return telling.package(
                "18th package",
                form="numbered",
                ordinal=18,
                statuses=[
                    {
                        "status": "adopted",
                        "modality": "conditional",
                        "condition": "if Moscow refuses",
                        "speaker": "Kaja Kallas",
                    }
                ],
                designations=[{"type": "vessel", "count": 100 + index, "comparator": ">="}],
            )
        case 3:
            return telling.bill(
                "Sanctioning Russia Act",
                number="s1241",
                congress=119,
                targets=("RU",),
                sponsors=[{"name": "Lindsey Graham", "role": "sponsor"}],
                statuses=[
                    {"status": "stalled", "modality": "actual", "body": "us-senate"},
                    {"status": "scheduled", "modality": "planned", "body": "us-senate", "date": "2025-06-20"},
                ],
                thresholds=[{"rule": "us-senate-cloture", "stance": "possible", "required": 60}],
            )  # fmt: skip
        case 4:
            return telling.package(
                "a sweeping package",
                jurisdiction=("GB",),
                targets=("IR",),
                statuses=[{"status": "adopted", "modality": "actual"}],
            )
        case 5:
            return telling.bill(
                "Georgia Support Bill",
                number="hr36",
                congress=119,
                targets=("GE",),
                votes=[{"body": "us-house", "yeas": 349 - index % 2, "nays": 42, "on": "passed",
                        "result": "passed", "date": "2025-05-05"}],
                statuses=[{"status": "passed", "modality": "actual", "body": "us-house", "date": "2025-05-05"}],
            )  # fmt: skip
    return telling


STAGES = ("preparing", "proposed", "agreed", "adopted")


@pytest.fixture(scope="session")
def told_store(stores: Stores) -> str:
    """Path or URL of the store."""
    target = stores.seeded()
    fill(target, told_by_day())
    return target


def fill(target: str, tellings: list[Telling]) -> None:
    """Store articles in the order given."""
    engine = open_engine(target)
    for telling in tellings:
        store_article(engine, telling.article, telling.record)
    engine.dispose()


@pytest.fixture
def source(told_store: str) -> Iterator[Source]:
    """The store, open to read."""
    with open_source(told_store) as opened:
        yield opened


@pytest.fixture(scope="session")
def filled(stores: Stores) -> Callable[[list[Telling]], str]:
    """Makes further stores with the articles given."""

    def make(tellings: list[Telling]) -> str:
        target = stores.seeded()
        fill(target, tellings)
        return target

    return make


@dataclass(frozen=True)
class News:
    """A store that got a year of news day by day.

    Attributes:
        store: Its path.
        earlier: Paths of copies as it was, by the time.
    """

    store: str
    earlier: dict[datetime, str]


@pytest.fixture(scope="session")
def news(files: Stores) -> News:
    """The store of all the news, and what it was after every fifth arrival."""
    target = files.seeded()
    earlier: dict[datetime, str] = {}
    engine = open_engine(target)
    begin(engine)
    arrivals = groupby(the_news(), key=lambda story: story.arrival)
    for number, (arrival, stories) in enumerate(arrivals):
        for story in stories:
            arrive(engine, story)
        if number % 5 == 4:
            earlier[arrival] = f"{target}.{number}"
            with (
                closing(sqlite3.connect(target)) as now,
                closing(sqlite3.connect(earlier[arrival])) as copy,
            ):
                now.backup(copy)
    engine.dispose()
    return News(target, earlier)
