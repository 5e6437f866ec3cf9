"""Articles into the store: wholly or not at all, once, every claim grounded."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.asking import dump, rows, tell
from store.telling import Telling, with_quote
from tracker.article import Article
from tracker.errors import DatabaseError
from tracker.record import Record
from tracker.store.engine import open_engine
from tracker.store.schema import upgrade
from tracker.store.writing import store_article

ARTICLE = (
    Telling(published="2025-05-14", publisher="The Daily")
    .bill(
        "Ocean Sanctions Act",
        congress=119,
        title="Ocean Sanctions Act",
        targets=("RU",),
        sponsors=[{"name": "Lindsey Graham", "role": "sponsor"}],
        support=[{"kind": "cosponsors", "count": 70, "comparator": "=", "body": "us-senate"}],
        thresholds=[{"rule": "us-senate-cloture", "stance": "met", "required": 60}],
        statuses=[{"status": "introduced", "modality": "actual", "date": "2025-05"}],
        votes=[{"body": "us-house", "yeas": 262, "nays": 159, "on": "passed", "result": "passed"}],
    )
    .package(
        "17th package",
        form="numbered",
        ordinal=17,
        sectors=("energy",),
        designations=[{"type": "vessel", "count": 189, "comparator": "="}],
        statuses=[{"status": "preparing", "modality": "actual"}],
    )
)


def test_every_claim_of_an_article_has_its_row(engine: Engine) -> None:
    assert tell(engine, ARTICLE) == "new"
    claims = rows(engine, "SELECT facet, says, tier, reported_on FROM claim ORDER BY facet, says")
    assert claims == [
        ("designation", "189 vessels", "press", "2025-05-14"),
        ("sponsorship", "sponsor Lindsey Graham", "press", "2025-05-14"),
        ("status", "introduced", "press", "2025-05-14"),
        ("status", "preparing", "press", "2025-05-14"),
        ("support", "70 cosponsors", "press", "2025-05-14"),
        ("threshold", "reaches the 60 votes for us-senate-cloture", "press", "2025-05-14"),
        ("vote", "passed 262-159", "press", "2025-05-14"),
    ]


def test_every_quote_stands_at_its_place(engine: Engine) -> None:
    tell(engine, ARTICLE)
    off = rows(
        engine,
        "SELECT c.quote FROM claim AS c JOIN article AS a ON a.id = c.article_id"
        " WHERE substr(a.text, c.start_offset + 1, c.end_offset - c.start_offset) <> c.quote",
    )
    assert off == []


def test_the_same_text_is_known_and_changes_nothing(engine: Engine) -> None:
    tell(engine, ARTICLE)
    before = dump(engine)
    assert tell(engine, ARTICLE) == "known"
    assert dump(engine) == before


def test_a_quote_that_is_not_in_the_text_is_refused_whole(engine: Engine) -> None:
    record = with_quote(ARTICLE.record, "the bill was enacted")
    with pytest.raises(DatabaseError, match='no "the bill was enacted"'):
        store_article(engine, ARTICLE.article, record)
    assert rows(engine, "SELECT * FROM article") == []


def test_a_row_that_the_database_refuses_takes_its_article_with_it(engine: Engine) -> None:
    wrong = Telling().bill("a bill", statuses=[{"status": "imagined", "modality": "actual"}])
    before = dump(engine)
    with pytest.raises(DatabaseError):
        tell(engine, wrong)
    assert dump(engine) == before


def test_a_partial_date_keeps_what_it_may_mean(engine: Engine) -> None:
    tell(engine, ARTICLE)
    assert rows(
        engine,
        "SELECT date, date_from, date_to, effective_on FROM status_change"
        " WHERE status = 'introduced'",
    ) == [("2025-05", "2025-05-01", "2025-06-01", "2025-05-14")]


def test_a_foretold_event_is_not_dated_by_its_article(engine: Engine) -> None:
    tell(
        engine,
        Telling(published="2025-05-14").package(
            "new sanctions", statuses=[{"status": "adopted", "modality": "expected"}]
        ),
    )
    assert rows(engine, "SELECT effective_on FROM status_change") == [(None,)]


def test_an_article_without_a_date_leaves_dates_empty(engine: Engine) -> None:
    tell(
        engine,
        Telling().package("new sanctions", statuses=[{"status": "adopted", "modality": "actual"}]),
    )
    assert rows(engine, "SELECT date, effective_on, reported_on FROM status_change") == [
        (None, None, None)
    ]


@pytest.mark.parametrize("text", ["one\0two", "half a pair: \ud83d"])
def test_text_that_no_database_can_keep_is_refused(engine: Engine, text: str) -> None:
    with pytest.raises(DatabaseError, match="the text holds"):
        store_article(engine, Article(text=text), Record(id=None, measures=()))


def test_a_writer_that_is_killed_leaves_the_store_whole(tmp_path: Path) -> None:
    """Power fails between an article and its claims: on opening, none of it is there."""
    target = tmp_path / "store.db"
    upgrade(open_engine(str(target)))
    program = f"""
import os
from tracker.store import writing
from tracker.store.engine import open_engine
from store.test_writing import ARTICLE
writing.relink = lambda *_: os._exit(9)
writing.store_article(open_engine({str(target)!r}), ARTICLE.article, ARTICLE.record)
"""
    died = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[1], check=False
    )
    assert died.returncode == 9
    engine = open_engine(str(target))
    assert rows(engine, "SELECT * FROM article") == []
    assert tell(engine, ARTICLE) == "new"
    assert rows(engine, "PRAGMA integrity_check") == [("ok",)]
