"""The gate to PostgreSQL: what reads passes, what writes, reaches out or eats does not."""

import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tracker.errors import DatabaseError, QueryError, UsageError
from tracker.sql import Limits, query

ALLOWED = [
    ("a filter", "SELECT name FROM bill WHERE id = 3", [("bill 3",)]),
    ("a view", "SELECT count(*) FROM big", [(10,)]),
    ("a closing semicolon", "SELECT 1;", [(1,)]),
    ("a common table expression", "WITH x AS (SELECT 2 AS n) SELECT n FROM x", [(2,)]),
    (
        "recursion that ends",
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) "
        "SELECT max(n) FROM c",
        [(5,)],
    ),
    ("a window", "SELECT sum(id) OVER (ORDER BY id) FROM bill LIMIT 2", [(1,), (3,)]),
    ("VALUES", "VALUES (1, 'a')", [(1, "a")]),
    ("TABLE", "TABLE big LIMIT 0", []),
    ("JSON", "SELECT '{\"a\": [7]}'::jsonb", [('{"a": [7]}',)]),
    ("dates", "SELECT date '2025-05-14' + 1", [("2025-05-15",)]),
    ("numbers", "SELECT 1.50::numeric, 2::numeric, 1e400::numeric > 1", [(1.5, 2, True)]),
    ("all kinds of cells", "SELECT NULL, true, 'a', '\\x00ff'::bytea", [(None, True, "a", b"\0\xff")]),
    ("a cast beside a parameter's colon", "SELECT '1'::int, (ARRAY[1,2,3])[1:2]::text", [(1, "{1,2}")]),
    ("a word that only looks like writing", "SELECT $$DROP TABLE bill$$", [("DROP TABLE bill",)]),
]  # fmt: skip

REFUSED = [
    ("an insert", "INSERT INTO bill VALUES (99, 'x', 0)"),
    ("a delete", "DELETE FROM bill"),
    ("a delete inside WITH", "WITH x AS (DELETE FROM bill RETURNING *) SELECT * FROM x"),
    ("a merge", "MERGE INTO bill USING big ON false WHEN NOT MATCHED THEN DO NOTHING"),
    ("a drop after a commit", "COMMIT; DROP TABLE bill"),
    ("two statements", "SELECT 1; DELETE FROM bill"),
    ("SELECT INTO", "SELECT * INTO copied FROM bill"),
    ("a table of a query", "CREATE TABLE t AS SELECT 1"),
    ("a temporary table", "CREATE TEMP TABLE t (a int)"),
    ("a lock on rows", "SELECT * FROM bill FOR UPDATE"),
    ("a lock on a table", "LOCK TABLE bill"),
    ("a code block", "DO $$ BEGIN DELETE FROM bill; END $$"),
    ("a call", "CALL wipe()"),
    ("a function that writes", "SELECT wipe()"),
    ("SQL inside a function", "SELECT query_to_xml('DELETE FROM bill', true, true, '')"),
    ("EXPLAIN that runs a write", "EXPLAIN ANALYZE DELETE FROM bill"),
    ("EXPLAIN in a comment", "/* /* */ EXPLAIN */ DELETE FROM bill"),
    ("EXPLAIN in a comment that ends early", "-- \r EXPLAIN\n DELETE FROM bill"),
    ("EXPLAIN and more", "EXPLAIN SELECT 1; DELETE FROM bill"),
    ("EXECUTE", "EXECUTE p"),
    ("PREPARE", "PREPARE p AS DELETE FROM bill"),
    ("a cursor closed early", "SELECT 1; CLOSE answer"),
    ("FETCH of a cursor", "FETCH ALL FROM answer"),
    ("a setting", "SET transaction_read_only = off"),
    ("a setting by function", "SELECT set_config('transaction_read_only', 'off', false)"),
    ("another role", "SET ROLE postgres"),
    ("another role by function", "SELECT set_config('role', 'postgres', false)"),
    ("the session's role by function", "SELECT set_config('session_authorization', 'postgres', false)"),
    ("RESET", "RESET ALL"),
    ("a sequence", "SELECT nextval('counter')"),
    ("a sequence set", "SELECT setval('counter', 9)"),
    ("a large object", "SELECT lo_from_bytea(0, 'x')"),
    ("a large object of a file", "SELECT lo_import('/etc/hostname')"),
    ("a file written", "SELECT lo_export(1, '/tmp/gate-attack')"),
    ("a file read", "SELECT pg_read_file('/etc/hostname')"),
    ("a folder read", "SELECT pg_ls_dir('/')"),
    ("COPY to a program", "COPY bill TO PROGRAM 'id'"),
    ("COPY from a file", "COPY bill FROM '/etc/hostname'"),
    ("the server's settings", "SELECT pg_reload_conf()"),
    ("the log", "SELECT pg_switch_wal()"),
    ("the owner's sessions ended", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user"),
    ("passwords", "SELECT * FROM pg_authid"),
    ("a role", "CREATE ROLE other SUPERUSER"),
    ("a grant", "GRANT ALL ON bill TO PUBLIC"),
    ("an extension", "CREATE EXTENSION dblink"),
    ("VACUUM", "VACUUM"),
    ("LISTEN", "LISTEN x"),
    ("NOTIFY", "NOTIFY x"),
    ("a chain of inlined CTEs", "WITH a AS (SELECT 1), b AS NOT/**/MATERIALIZED (TABLE a) TABLE b"),
    ("a sleep", "SELECT pg_sleep(60)"),
    ("a sleep with the clock off", "SELECT set_config('statement_timeout', '0', false), pg_sleep(60)"),
    ("a large cell", "SELECT repeat('x', 900000000)"),
    ("a product of tables", "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b"),
    ("a syntax error", "SELEC 1"),
]  # fmt: skip


CONTENTS = (
    "SELECT * FROM bill ORDER BY id",
    "SELECT last_value, is_called FROM counter",
    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'S') ORDER BY 1",
    "SELECT count(*) FROM pg_largeobject_metadata",
)


@pytest.mark.parametrize(("why", "text", "rows"), ALLOWED, ids=[row[0] for row in ALLOWED])
def test_what_reads_passes(postgres_store: str, why: str, text: str, rows: list[object]) -> None:
    assert query(postgres_store, text).listing.rows == rows


@pytest.mark.parametrize("opening", ["", "-- why so slow\n ", "--\n--\n"])
def test_explain_passes(postgres_store: str, opening: str) -> None:
    answer = query(postgres_store, f"{opening}EXPLAIN SELECT * FROM bill WHERE id = 1")
    assert "bill" in str(answer.listing.rows)


@pytest.mark.parametrize(("why", "text"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_does_more_than_read_is_refused(
    postgres_store: str, postgres_admin: str, why: str, text: str
) -> None:
    before = _contents(postgres_admin)
    started = time.monotonic()
    with pytest.raises(QueryError):
        query(postgres_store, text, limits=Limits(seconds=0.5))
    assert time.monotonic() - started < 5
    assert _contents(postgres_admin) == before


def test_a_notice_from_a_query_reaches_nobody(postgres_store: str, postgres_admin: str) -> None:
    with psycopg.connect(postgres_admin, autocommit=True) as listener:
        listener.execute("LISTEN gate")
        query(postgres_store, "SELECT pg_notify('gate', 'x')")
        assert list(listener.notifies(timeout=0.2)) == []


def test_the_role_that_reads_is_gone_after_the_query(
    postgres_store: str, postgres_admin: str
) -> None:
    (role,) = query(postgres_store, "SELECT current_user").listing.rows[0]
    found = _run(postgres_admin, f"SELECT count(*) FROM pg_roles WHERE rolname = '{role}'")
    assert found == [(0,)]


@pytest.fixture
def login(postgres_admin: str) -> Iterator[str]:
    """Name of a login role that may connect and nothing else."""
    name = f"login_{uuid4().hex}"
    _run(postgres_admin, f"CREATE ROLE {name} LOGIN PASSWORD 'x'")
    yield name
    _run(postgres_admin, f"DROP OWNED BY {name}")
    _run(postgres_admin, f"DROP ROLE {name}")


def test_a_login_that_can_only_read_is_used_as_it_is(
    postgres_store: str, postgres_admin: str, login: str
) -> None:
    _run(postgres_admin, f"GRANT SELECT ON bill TO {login}")
    url = _as(postgres_admin, login)
    assert query(url, "SELECT current_user, count(*) FROM bill").listing.rows == [(login, 20)]


def test_a_login_that_can_write_and_make_no_other_is_not_used(
    postgres_admin: str, login: str
) -> None:
    _run(postgres_admin, f"GRANT SELECT, DELETE ON bill TO {login}")
    with pytest.raises(DatabaseError, match="this login can write"):
        query(_as(postgres_admin, login), "SELECT 1")


def test_rows_beyond_one_fetch_arrive_up_to_the_limit(postgres_store: str) -> None:
    text = "SELECT * FROM generate_series(1, 1700)"
    answer = query(postgres_store, text)
    assert (len(answer.listing.rows), answer.cut) == (1700, None)
    answer = query(postgres_store, text, limits=Limits(rows=1200))
    assert (len(answer.listing.rows), answer.cut) == (1200, "rows")


def test_parameters_are_values_and_never_sql(postgres_store: str) -> None:
    hostile = "x'; DROP TABLE bill --"
    text = "SELECT count(*), :name::text FROM bill WHERE name = :name OR id = :id"
    assert query(postgres_store, text, {"name": hostile, "id": "3"}).listing.rows == [(1, hostile)]
    with pytest.raises(UsageError, match=":id has no value"):
        query(postgres_store, text, {"name": hostile})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT id FORM bill", "line 1, column 16: SELECT id FORM >>>bill"),
        ("SELECT id\nFROM nosuch", "line 2, column 6: FROM >>>nosuch"),
        ("SELECT id, nosuch FROM bill", "column 12: SELECT id, >>>nosuch"),
    ],
)
def test_the_place_of_a_mistake_is_marked(postgres_store: str, text: str, place: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(postgres_store, text)
    assert place in str(caught.value)


def test_a_server_that_is_not_there_is_a_database_error() -> None:
    with pytest.raises(DatabaseError, match="cannot reach"):
        query("postgresql://nobody@127.0.0.1:1/none", "SELECT 1")


def _as(admin: str, role: str) -> str:
    parts = conninfo_to_dict(make_conninfo(admin, user=role, password="x"))
    return f"postgresql://{role}:x@/{parts['dbname']}?host={parts['host']}&port={parts.get('port', 5432)}"


def _contents(admin: str) -> Any:
    with psycopg.connect(admin, autocommit=True) as connection:
        return [connection.execute(statement).fetchall() for statement in CONTENTS]


def _run(admin: str, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(admin, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []
