"""The schema: made by migrations alone, up and down, the same as the models."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from reports.news import the_news
from sqlalchemy import Engine, inspect, text

from store.asking import rows, tell
from store.telling import Telling
from tracker import resources
from tracker.errors import DatabaseError
from tracker.models import metadata
from tracker.reference import load_seeds
from tracker.store.catalogue import catalogue
from tracker.store.engine import open_engine, open_reader, store_url
from tracker.store.fetches import note_fetch
from tracker.store.schema import SchemaState, code_revision, migrate, schema_state, upgrade
from tracker.store.views import ORDER, current_views
from tracker.store.writing import store_article


def test_every_table_and_view_is_made(engine: Engine) -> None:
    catalogue = inspect(engine)
    assert set(catalogue.get_table_names()) == {*metadata.tables, "alembic_version"}
    assert set(catalogue.get_view_names()) == set(ORDER)


def test_models_and_migrations_agree(engine: Engine) -> None:
    config = Config(str(resources.alembic_ini()))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_the_newest_migration_file_is_alembics_head() -> None:
    script = ScriptDirectory.from_config(Config(str(resources.alembic_ini())))
    assert script.get_heads() == [code_revision()]


def test_upgrading_again_does_nothing(engine: Engine) -> None:
    assert upgrade(engine) is False


def test_migrations_go_down_to_nothing_and_up_again(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    assert inspect(engine).get_view_names() == []
    assert upgrade(engine) is True


STATED = (
    "SELECT key, name, status, since, outlook, sponsors, cosponsors_claim FROM bill_status",
    "SELECT key, name, status, since, outlook, sectors, independent_sources FROM package_status",
    "SELECT claim, says, quote, start_offset, end_offset, date, verdict FROM claim",
    "SELECT key, rule, basis, support, seats, margin, claim FROM whip_count",
    "SELECT measure_id, folded, alias, kind FROM measure_alias",
    "SELECT article_id, text, start_offset, end_offset, resolution FROM mention",
    "SELECT person_id, chamber, state, held_from, held_to FROM office_term",
)
"""What a store says and holds that migrations bear on."""
COUNTED = ("article", "mention", "status_change", "support", "person", "office_term")


def test_each_migration_goes_down_and_up_with_articles_in_place(seeded: Engine) -> None:
    """A step back takes its own tables alone, and the way back up gives the same store.

    What older schemas cannot tell is lost on the way: which article gave which name.
    """
    for story in the_news():
        store_article(seeded, story.article, story.record)
    stated = [sorted(rows(seeded, query), key=repr) for query in STATED]
    held = [rows(seeded, f"SELECT count(*) FROM {table}") for table in COUNTED]
    revisions = sorted(path.name.split("_")[0] for path in resources.migrations().glob("0*.py"))
    for revision in [*reversed(revisions[:-1]), *revisions[1:]]:
        with seeded.begin() as connection:
            migrate(connection, revision)
        assert [rows(seeded, f"SELECT count(*) FROM {table}") for table in COUNTED] == held
    load_seeds(seeded)
    assert [sorted(rows(seeded, query), key=repr) for query in STATED] == stated
    with seeded.begin() as connection:
        migrate(connection, "base")
    assert inspect(seeded).get_table_names() == ["alembic_version"]


def test_what_is_known_of_addresses_outlives_the_new_name_of_its_table(engine: Engine) -> None:
    with engine.begin() as connection:
        note_fetch(connection, "https://news.example/a", '"1"', None)
        migrate(connection, "0002")
    assert rows(engine, 'SELECT url, etag FROM "fetch"') == [("https://news.example/a", '"1"')]
    assert upgrade(engine) is True
    assert rows(engine, "SELECT url, etag FROM last_fetch") == [("https://news.example/a", '"1"')]


def test_an_older_revision_says_claims_as_it_did(seeded: Engine) -> None:
    told = "SELECT says FROM claim WHERE facet = 'designation'"
    vessels = {"type": "vessel", "count": 189, "comparator": ">"}
    tell(seeded, Telling("2025-05-20").package("a package", designations=[vessels]))
    with seeded.begin() as connection:
        migrate(connection, "0006")
    assert rows(seeded, told) == [("189 vessel (>)",)]
    assert upgrade(seeded) is True
    assert load_seeds(seeded) == ["bodies.csv"]
    assert rows(seeded, told) == [("more than 189 vessels",)]


def test_a_failed_migration_leaves_nothing_behind(empty_engine: Engine) -> None:
    with empty_engine.connect() as connection:
        transaction = connection.begin()
        migrate(connection)
        transaction.rollback()
    assert inspect(empty_engine).get_table_names() == []


def test_a_newer_store_is_refused_by_its_revision(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match=r"9999.*install a newer sanctions-tracker"):
        upgrade(engine)


def test_an_empty_database_is_told_from_a_current_one(empty_engine: Engine) -> None:
    with empty_engine.connect() as connection:
        assert schema_state(connection) is SchemaState.EMPTY
    upgrade(empty_engine)
    with empty_engine.connect() as connection:
        assert schema_state(connection) is SchemaState.CURRENT


def test_each_view_has_the_columns_that_its_file_explains(engine: Engine) -> None:
    catalogue = inspect(engine)
    for view in current_views():
        columns = [column["name"] for column in catalogue.get_columns(view.name)]
        assert columns == list(view.columns), view.name
        for meaning in (view.meaning, *view.columns.values()):
            assert meaning.endswith("."), meaning
            assert meaning.count("(") == meaning.count(")"), meaning


def test_no_name_needs_quotes(engine: Engine) -> None:
    for relation in catalogue():
        columns = ", ".join(column.name for column in relation.columns)
        assert rows(engine, f"SELECT {columns} FROM {relation.name} LIMIT 1") is not None


def test_each_column_of_each_table_says_its_meaning() -> None:
    for table in metadata.tables.values():
        assert table.comment
        for column in table.columns:
            assert column.comment, f"{table.name}.{column.name}"


def test_sqlite_is_durable_and_checks_references(tmp_path: Path) -> None:
    with open_engine(str(tmp_path / "store.db")).connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        }
    assert pragmas == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 30000,
    }


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only some words" * 100)
    with pytest.raises(DatabaseError, match=r"notes.txt.*not a database"):
        upgrade(open_engine(str(path)))


def test_reading_makes_no_store(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(DatabaseError, match="tracker db init"):
        open_reader(str(path))
    assert not path.exists()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("data/store.db", "sqlite:///data/store.db"),
        ("sqlite:///data/store.db", "sqlite:///data/store.db"),
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg2://u@h/d", "postgresql+psycopg://u@h/d"),
    ],
)
def test_paths_and_url_forms_name_a_database(target: str, expected: str) -> None:
    assert str(store_url(target)) == expected


def test_other_databases_are_refused_without_their_password() -> None:
    with pytest.raises(DatabaseError) as refused:
        store_url("mysql://me:secret@host/db")
    assert "secret" not in str(refused.value)
