"""The queries that ship and those that the schema shows run on both databases."""

import pytest

from tracker.cli.schema import example_query
from tracker.errors import QueryError
from tracker.reports import Source
from tracker.sql import query
from tracker.sql.saved_queries import shipped
from tracker.store.catalogue import catalogue

PARAMETERS = {
    "cosponsor_growth": {"key": "us/119/s1241"},
    "claims_of_article": {"article": "1"},
}
EMPTY = {"last_week", "open_names", "press_before_record", "short_of_votes"}


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_query_answers(told_store: str, name: str) -> None:
    saved = shipped()[name]
    answer = query(told_store, saved.text, PARAMETERS.get(name))
    assert saved.description.endswith((".", *(f"={v}" for v in ("us/119/s1241", "12"))))
    assert answer.listing.rows or name in EMPTY


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("days_between('2025-05-14', '2025-06-14')", 31),
        ("days_between(days_ago(7), days_ago(0))", 7),
        ("min(days_between(introduced_on, '2025-04-03'))", 2),
        ("month('2025-05')", "2025-05"),
        ("min(month(introduced_on))", "2025-04"),
        ("month(NULL)", None),
    ],
)
def test_functions_of_dates_are_the_same_on_both(told_store: str, asked: str, told: object) -> None:
    answer = query(told_store, f"SELECT {asked} FROM bill WHERE number = 's1241'")
    assert {row[0] for row in answer.listing.rows} == {told}


@pytest.mark.parametrize("given", ["'soon'", "'2025-05'"])
def test_what_is_no_day_is_told_so(told_store: str, given: str) -> None:
    with pytest.raises(QueryError, match=r"no day|type date"):
        query(told_store, f"SELECT days_between({given}, '2025-06-14')")


def test_the_example_of_every_table_and_view_runs(source: Source) -> None:
    for relation in catalogue():
        assert source.rows(example_query(relation)).columns
