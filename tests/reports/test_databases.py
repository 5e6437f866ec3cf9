"""A report reads the same, row for row, from either database."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import Stores
from reports.conftest import News
from reports.test_times import REPORTS

from tracker.exchange.exporting import export_store
from tracker.exchange.formats import FORMATS
from tracker.exchange.importing import import_export
from tracker.listing import Cell
from tracker.reports import Asked, open_source
from tracker.sql import query
from tracker.sql.saved_queries import shipped

SUMMER = Asked(as_of=date(2025, 7, 20), known_at=datetime(2025, 7, 20, tzinfo=UTC))
LATE = Asked(
    known_at=datetime(2025, 9, 1, tzinfo=UTC), since=date(2025, 5, 1), until=date(2025, 8, 1)
)
PARAMETERS = {"key": "us/119/s1241", "article": "9"}


@pytest.fixture(scope="module")
def on_server(
    news: News, postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The same news in PostgreSQL."""
    directory: Path = tmp_path_factory.mktemp("news")
    made = Stores(directory, postgres_server)
    target = made.empty()
    export_store(news.store, directory / "export", FORMATS["jsonl"])
    import_export(target, directory / "export")
    yield target
    made.drop()


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("asked", [Asked(), SUMMER, LATE])
def test_a_report_is_the_same_on_both(news: News, on_server: str, name: str, asked: Asked) -> None:
    with open_source(news.store) as file, open_source(on_server) as server:
        left, right = REPORTS[name](file, asked), REPORTS[name](server, asked)
    assert left.columns == right.columns
    assert plain(left.rows) == plain(right.rows)


@pytest.mark.parametrize("name", shipped())
def test_a_saved_query_answers_the_same_on_both(news: News, on_server: str, name: str) -> None:
    text = shipped()[name].text
    given = {each: value for each, value in PARAMETERS.items() if f":{each}" in text}
    left, right = (query(store, text, given).listing for store in (news.store, on_server))
    assert left.columns == right.columns
    assert plain(left.rows) == plain(right.rows)


def plain(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Cells as they are printed: a date is one, whether the driver gives a date or its text."""
    return [["" if cell is None else str(cell) for cell in row] for row in rows]
