"""One article is stored once, wherever and however often it is read; new words replace old ones."""

from datetime import datetime, timedelta
from itertools import permutations
from typing import Any, NamedTuple

import pytest
from conftest import Stores
from sqlalchemy import Connection, Engine, func, select

from tracker.article import Article
from tracker.errors import UsageError
from tracker.models import table
from tracker.record import Mention, Package, Record, Status
from tracker.reports import Asked, open_source
from tracker.reports.reading import sources
from tracker.store.copies import standing
from tracker.store.engine import open_engine
from tracker.store.feeds import add_feed, note_failure, note_pull, remove_feed, watched_feeds
from tracker.store.fetches import last_fetch, note_fetch
from tracker.store.rows import utc_now
from tracker.store.writing import store_article

LINES = [
    f"On day {n} the envoys of member state {n * 3} spoke of ban number {n * 7}, and put off "
    f"the list of {n * 11} ships until the next of their meetings."
    for n in range(1, 15)
]
PACKAGE = "the 18th package of sanctions"
TEXT = "Envoys meet\n\n" + "\n".join(LINES) + f"\nThe bloc adopted {PACKAGE} on Russia.\n"
URL = "https://news.example/envoys"


def article(text: str = TEXT, url: str | None = URL, **fields: Any) -> Article:
    known = {"published": "2025-06-03", "publisher": "The News"} | fields
    return Article(text, url=url, canonical_url=url, **known)


def told(of: Article) -> Record:
    start = of.text.find(PACKAGE)
    if start < 0:
        return Record(None, ())
    where = {"start": start, "end": start + len(PACKAGE)}
    status = Status(quote=PACKAGE, status="adopted", modality="actual", **where)
    package = Package(
        mentions=(Mention(PACKAGE, **where),),
        jurisdiction=("EU",),
        targets=("RU",),
        form="numbered",
        ordinal=18,
        statuses=(status,),
    )
    return Record(None, (package,))


def at(moment: str) -> datetime:
    """A moment as the store has it, in UTC and without a zone."""
    return datetime.fromisoformat(moment)


def store(engine: Engine, *articles: Article) -> list[str]:
    return [store_article(engine, each, told(each)) for each in articles]


def count(engine: Engine, name: str, *, live: bool = False) -> int:
    rows = table(name)
    query = select(func.count()).select_from(rows)
    if live:
        query = query.where(rows.c.superseded_at.is_(None))
    with engine.connect() as connection:
        return connection.scalar(query) or 0


@pytest.mark.parametrize(
    ("copy", "why"),
    [
        (article(), "the same"),
        (article(TEXT.replace(" ", "  ").replace("\n", "\r\n")), "other white space"),
        (article(url="https://mirror.example/1", publisher="Mirror"), "another address"),
        (article(TEXT.replace(",", "\N{EM DASH}"), url=None), "other punctuation, no address"),
    ],
)
def test_the_same_words_are_stored_once(engine: Engine, copy: Article, why: str) -> None:
    assert store(engine, article(), copy) == ["new", "known"], why
    assert count(engine, "article") == 1
    assert count(engine, "status_change") == count(engine, "mention")


def test_each_place_of_the_same_words_is_kept_once(engine: Engine) -> None:
    elsewhere = article(url="https://mirror.example/1", publisher="Mirror")
    store(engine, article(), elsewhere, elsewhere, article())
    with engine.connect() as connection:
        copies = connection.execute(select(table("article_copy"))).all()
    assert [(copy.url, copy.publisher) for copy in copies] == [(elsewhere.url, "Mirror")]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Envoys meet", "Diplomats hold talks on ships, agency reports from the spot"),
        "Advertisement\nSubscribe now\n" + TEXT + "\n(c) 2025 The Mirror. All rights reserved.",
    ],
)
def test_a_copy_with_other_first_or_last_lines_is_no_further_source(
    engine: Engine, text: str
) -> None:
    copy = article(text, url=MIRROR, publisher="Mirror", published="2025-06-04")
    assert store(engine, article(), copy) == ["new", "near-duplicate"]
    assert count(engine, "status_change", live=True) == 1
    with engine.connect() as connection:
        rows = connection.execute(
            select(table("article").c.duplicate_of_id).order_by(table("article").c.id)
        ).scalars()
        assert list(rows)[1] is not None


def test_an_original_that_comes_late_counts_and_its_copy_no_more(engine: Engine) -> None:
    copy = article("Advertisement\n" + TEXT, url=MIRROR, published="2025-06-04")
    assert store(engine, copy, article()) == ["new", "earlier original"]
    assert count(engine, "status_change", live=True) == 1
    assert standings(engine)[copy.sha256].repeats == article().sha256


MIRROR = "https://mirror.example/1"


class Stands(NamedTuple):
    """What the store says of an article, by the hashes of the others."""

    repeats: str | None
    replaces: str | None
    is_replaced: bool
    live_claims: int


def standings(engine: Engine) -> dict[str, Stands]:
    rows, claims = table("article"), table("status_change")
    live = select(claims.c.article_id).where(claims.c.superseded_at.is_(None))
    with engine.connect() as connection:
        found = connection.execute(select(rows)).all()
        counted = list(connection.execute(live).scalars())
    name = {row.id: row.sha256 for row in found} | {None: None}
    return {
        row.sha256: Stands(
            name[row.duplicate_of_id],
            name[row.version_of_id],
            row.superseded_at is not None,
            counted.count(row.id),
        )
        for row in found
    }


def with_other_lines(*numbers: int) -> str:
    """The text with some lines in other words: two are still alike, with four between them not."""
    text = TEXT
    for number in numbers:
        text = text.replace(LINES[number], " ".join(reversed(LINES[number].split())))
    return text


CHAIN = [TEXT, with_other_lines(1, 2), with_other_lines(1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("days", "repeats", "why"),
    [
        ((1, 2, 3), (None, 0, None), "the third is like the second alone, which is a copy"),
        ((2, 1, 3), (1, None, 1), "both are like the first of them"),
        ((3, 2, 1), (None, 2, None), "the same from the other end"),
        ((3, 3, 3), None, "one day: the hash decides, whichever it chooses"),
    ],
)
def test_the_original_of_copies_is_the_same_in_every_order(
    files: Stores, days: tuple[int, ...], repeats: tuple[int | None, ...] | None, why: str
) -> None:
    chain = [
        article(text, url=f"https://{n}.example/", published=f"2025-06-0{day}")
        for n, (text, day) in enumerate(zip(CHAIN, days, strict=True))
    ]
    found = [in_order(files, *order) for order in permutations(chain)]
    assert found == [found[0]] * 6, why
    if repeats is not None:
        names = [None if n is None else chain[n].sha256 for n in repeats]
        assert [found[0][each.sha256].repeats for each in chain] == names, why
        live = [found[0][each.sha256].live_claims for each in chain]
        assert live == [int(name is None) for name in names], why


def in_order(files: Stores, *articles: Article) -> dict[str, Stands]:
    engine = open_engine(files.migrated())
    store(engine, *articles)
    found = standings(engine)
    engine.dispose()
    return found


@pytest.mark.parametrize(
    ("told", "newest", "why"),
    [
        ({"published": "2025-06-04"}, True, "a later day"),
        ({"published": "2025-06-02", "seen_at": at("2026-01-01T00:00")}, False, "an earlier day"),
        ({"published_time": at("2025-06-03T18:00")}, True, "a later hour"),
        ({"seen_at": at("2025-06-03T18:00")}, True, "seen later"),
        ({"seen_at": at("2025-06-03T02:00")}, False, "seen earlier"),
        ({"published": None}, False, "a day is more than none"),
        ({}, None, "nothing tells: the hash decides, whichever it chooses"),
    ],
)
def test_the_newest_version_is_the_same_in_every_order(
    files: Stores, told: dict[str, Any], newest: bool | None, why: str
) -> None:
    times = {"published_time": at("2025-06-03T06:00"), "seen_at": at("2025-06-03T12:00")}
    other = article(CHAIN[1], **times | told)
    pages = [article(**times), other]
    stands = in_order(files, *pages)
    assert stands == in_order(files, *reversed(pages)), why
    assert sum(each.live_claims for each in stands.values()) == 1, why
    if newest is not None:
        assert stands[other.sha256].is_replaced is not newest, why
        assert stands[other.sha256].live_claims == int(newest), why


def test_versions_are_a_chain_in_every_order(files: Stores) -> None:
    pages = [article(text, published=f"2025-06-0{n}") for n, text in enumerate(CHAIN, 1)]
    names = [None, *(page.sha256 for page in pages[:-1])]
    for order in permutations(pages):
        found = in_order(files, *order)
        assert [found[page.sha256].replaces for page in pages] == names
        assert [found[page.sha256].live_claims for page in pages] == [0, 0, 1]


def test_another_story_under_the_same_headline_is_new(engine: Engine) -> None:
    other = f"Envoys meet\n\nThe ministers of trade did not. They wait for {PACKAGE}.\n" + " ".join(
        f"Item {n} of agenda {n * 13} was left to committee {n * 17}." for n in range(30)
    )
    assert store(engine, article(), article(other, url="https://other.example/")) == ["new", "new"]


def test_other_words_at_the_same_address_replace_the_old_ones(engine: Engine) -> None:
    changed = article(
        TEXT.replace("ban number 7,", "ban number 8,"), seen_at=at("2025-06-04T00:00")
    )
    assert store(engine, article(), changed) == ["new", "new version"]
    assert count(engine, "status_change") == 2, "the claims of the old version stay readable"
    assert count(engine, "status_change", live=True) == 1
    assert count(engine, "article", live=True) == 1
    with engine.connect() as connection:
        rows = table("article")
        new = connection.execute(select(rows).where(rows.c.version_of_id.isnot(None))).one()
    assert (new.text, new.superseded_at) == (changed.text, None)


def test_an_older_version_that_comes_late_replaces_nothing(engine: Engine) -> None:
    older = article(TEXT.replace("ban number 7,", "ban number 8,"), published="2025-06-01")
    assert store(engine, article(), older) == ["new", "older version"]
    with engine.connect() as connection:
        rows = table("article")
        live = connection.execute(select(rows.c.text).where(rows.c.superseded_at.is_(None))).one()
    assert live.text == TEXT


def test_the_report_on_sources_counts_what_repeats_nothing(
    store_target: str, engine: Engine
) -> None:
    mirror = {"publisher": "Mirror", "published": "2025-06-04"}
    other = "Ministers of trade wait\n\n" + " ".join(
        f"Item {n} of agenda {n * 13} was left to committee {n * 17}." for n in range(30)
    )
    store(
        engine,
        article(),
        article(TEXT.replace("ban number 7,", "ban number 8,"), seen_at=at("2025-06-05T10:00")),
        article(url="https://mirror.example/1", publisher="Mirror"),
        article("Advertisement\n" + TEXT, **mirror | {"url": "https://mirror.example/2"}),
        article(other, url="https://mirror.example/3", publisher="Mirror"),
    )
    with open_source(store_target) as source:
        listing = sources(source, Asked())
    rows = {row[0]: dict(zip(listing.columns, row, strict=True)) for row in listing.rows}
    counted = ("articles", "repeats", "older versions", "independent", "claims")
    assert [rows["The News"][name] for name in counted] == [2, 0, 1, 1, 1]
    assert [rows["Mirror"][name] for name in counted] == [3, 2, 0, 1, 0]


def test_asking_how_an_article_stands_changes_nothing(engine: Engine) -> None:
    store(engine, article())
    with engine.connect() as connection:
        assert standing(connection, article()).outcome == "known"
        longer = article(TEXT + "A line more.", seen_at=at("2025-06-05T10:00"))
        assert standing(connection, longer).outcome == "new version"
    assert count(engine, "article") == 1


# --- feeds and fetches -----------------------------------------------------------------------

FEED = "https://news.example/rss"


def test_a_feed_is_watched_once_and_then_no_more(engine: Engine) -> None:
    with engine.begin() as connection:
        assert add_feed(connection, FEED, summary_only=False) is True
        assert add_feed(connection, FEED, summary_only=True) is False
        (feed,) = watched_feeds(connection)
        assert (feed.url, feed.summary_only, feed.failures) == (FEED, True, 0)
        remove_feed(connection, FEED)
        assert watched_feeds(connection) == []
        with pytest.raises(UsageError, match="no such feed"):
            remove_feed(connection, FEED)


def pauses(connection: Connection, times: int, retry_after: float | None = None) -> list[timedelta]:
    found = []
    for _ in range(times):
        (feed,) = watched_feeds(connection)
        found.append(note_failure(connection, feed, "is broken", retry_after) - utc_now())
    return found


def test_a_feed_that_fails_rests_longer_each_time_and_a_good_pull_ends_that(
    engine: Engine,
) -> None:
    with engine.begin() as connection:
        add_feed(connection, FEED, summary_only=False)
        rests = [round(pause.total_seconds() / 60) for pause in pauses(connection, 9)]
        assert rests == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
        (feed,) = watched_feeds(connection)
        assert not feed.is_due(utc_now())
        note_pull(connection, FEED, "The News")
        (feed,) = watched_feeds(connection)
        assert feed.is_due(utc_now())
        assert feed.failures == 0


def test_a_feed_rests_as_long_as_its_site_wants(engine: Engine) -> None:
    with engine.begin() as connection:
        add_feed(connection, FEED, summary_only=False)
        (pause,) = pauses(connection, 1, retry_after=7200)
    assert round(pause.total_seconds()) == 7200


def test_what_came_with_a_page_is_kept_until_it_comes_again(engine: Engine) -> None:
    with engine.begin() as connection:
        assert last_fetch(connection, URL) is None
        note_fetch(connection, URL, '"1"', None)
        note_fetch(connection, URL, '"2"', "Tue, 03 Jun 2025 10:00:00 GMT")
        last = last_fetch(connection, URL)
    assert last is not None
    assert (last.etag, last.last_modified) == ('"2"', "Tue, 03 Jun 2025 10:00:00 GMT")
