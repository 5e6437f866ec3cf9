"""The queries that ship and those that the schema shows run on both databases."""

import pytest

from tracker.cli.schema import example_query
from tracker.reports import Source
from tracker.sql import query
from tracker.sql.saved_queries import shipped
from tracker.store.catalogue import catalogue

PARAMETERS = {
    "cosponsor_growth": {"key": "us/119/s1241"},
    "claims_of_article": {"article": "1"},
}
EMPTY = {"open_names", "press_before_record", "short_of_votes"}


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_query_answers(told_store: str, name: str) -> None:
    saved = shipped()[name]
    answer = query(told_store, saved.text, PARAMETERS.get(name))
    assert saved.description.endswith((".", *(f"={v}" for v in ("us/119/s1241", "12"))))
    assert answer.listing.rows or name in EMPTY


def test_the_example_of_every_table_and_view_runs(source: Source) -> None:
    for relation in catalogue():
        assert source.rows(example_query(relation)).columns
