"""Stores to query: the same small table on SQLite and on PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

_ROWS = [(number, f"bill {number}", number * 0.5) for number in range(1, 21)]


@pytest.fixture(scope="session")
def sqlite_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gate") / "store.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE bill (id INTEGER PRIMARY KEY, name TEXT, share REAL)")
    connection.executemany("INSERT INTO bill VALUES (?, ?, ?)", _ROWS)
    connection.execute("CREATE VIEW big AS SELECT * FROM bill WHERE id > 10")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
    connection.execute("INSERT INTO words VALUES ('sanctions on banks')")
    connection.commit()
    connection.close()
    return path


@pytest.fixture(scope="session")
def postgres_admin(postgres_server: str) -> Iterator[str]:
    """Connection string of a superuser, to a database of these tests' own."""
    name = f"gate_{uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        url = make_conninfo(postgres_server, dbname=name)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE bill (id int PRIMARY KEY, name text, share float)")
            connection.cursor().executemany("INSERT INTO bill VALUES (%s, %s, %s)", _ROWS)
            connection.execute("CREATE VIEW big AS SELECT * FROM bill WHERE id > 10")
            connection.execute("CREATE SEQUENCE counter")
            connection.execute(
                "CREATE FUNCTION wipe() RETURNS int LANGUAGE sql SECURITY INVOKER VOLATILE "
                "AS 'DELETE FROM bill RETURNING id'"
            )
        yield url
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_store(postgres_server: str, postgres_admin: str) -> str:
    """The same as a URL."""
    name = psycopg.conninfo.conninfo_to_dict(postgres_admin)["dbname"]
    stem, _, query = postgres_server.partition("?")
    return f"{stem.rsplit('/', 1)[0]}/{name}?{query}"
