"""The gate to SQLite: what reads passes, what writes, crashes or eats does not."""

import sqlite3
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tracker.errors import DatabaseError, QueryError, TrackerError, UsageError
from tracker.sql import Limits, query

ALLOWED = [
    ("a filter", "SELECT name FROM bill WHERE id = 3", [("bill 3",)]),
    ("a view", "SELECT count(*) FROM big", [(10,)]),
    ("a closing semicolon", "SELECT 1;", [(1,)]),
    ("a comment before", "-- how many\nSELECT 1", [(1,)]),
    ("a common table expression", "WITH x AS (SELECT 2 AS n) SELECT n FROM x", [(2,)]),
    (
        "recursion that ends",
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) "
        "SELECT max(n) FROM c",
        [(5,)],
    ),
    ("a window", "SELECT sum(id) OVER (ORDER BY id) FROM bill LIMIT 2", [(1,), (3,)]),
    ("an aggregate", "SELECT group_concat(id) FROM bill WHERE id < 3", [("1,2",)]),
    ("VALUES", "VALUES (1, 'a')", [(1, "a")]),
    ("JSON", "SELECT json_extract('{\"a\": 7}', '$.a')", [(7,)]),
    ("JSON as a table", "SELECT value FROM json_each('[1]')", [(1,)]),
    ("dates", "SELECT date('2025-05-14', '+1 month')", [("2025-06-14",)]),
    ("LIKE", "SELECT id FROM bill WHERE name LIKE '%7' ORDER BY id", [(7,), (17,)]),
    ("full text", "SELECT body FROM words WHERE words MATCH 'banks'", [("sanctions on banks",)]),
    ("full text rank", "SELECT count(*) FROM (SELECT bm25(words) FROM words('banks'))", [(1,)]),
    ("the columns of a table", "SELECT count(*) FROM pragma_table_info('bill')", [(3,)]),
    ("the schema", "SELECT name FROM sqlite_master WHERE type = 'view'", [("big",)]),
    ("all kinds of cells", "SELECT NULL, 1, 1.5, 'a', x'00ff'", [(None, 1, 1.5, "a", b"\0\xff")]),
    ("a word that only looks like writing", "SELECT 'DROP TABLE bill'", [("DROP TABLE bill",)]),
    ("a column called by a keyword", 'SELECT id AS "delete" FROM bill LIMIT 1', [(1,)]),
]

REFUSED = [
    ("an insert", "INSERT INTO bill VALUES (99, 'x', 0)"),
    ("an insert that returns", "INSERT INTO bill VALUES (99, 'x', 0) RETURNING id"),
    ("a delete", "DELETE FROM bill"),
    ("a delete behind WITH", "WITH x AS (SELECT 1) DELETE FROM bill"),
    ("an update behind a comment", "/* SELECT */ UPDATE bill SET name = ''"),
    ("an upsert", "REPLACE INTO bill VALUES (1, 'x', 0)"),
    ("a drop", "DROP TABLE bill"),
    ("a table", "CREATE TABLE t (a)"),
    ("a table of a query", "CREATE TABLE t AS SELECT * FROM bill"),
    ("a temporary table", "CREATE TEMP TABLE t (a)"),
    ("a view that shadows a table", "CREATE TEMP VIEW bill AS SELECT 1"),
    ("a trigger", "CREATE TRIGGER t AFTER INSERT ON bill BEGIN DELETE FROM bill; END"),
    ("an index", "CREATE INDEX i ON bill (name)"),
    ("a virtual table", "CREATE VIRTUAL TABLE v USING fts5(a)"),
    ("a renaming", "ALTER TABLE bill RENAME TO b"),
    ("the same file, writable", "ATTACH 'file:store.db?mode=rw' AS w"),
    ("a new file", "ATTACH '/tmp/gate-attack.db' AS w"),
    ("a copy into a file", "VACUUM INTO '/tmp/gate-attack.db'"),
    ("VACUUM", "VACUUM"),
    ("DETACH", "DETACH main"),
    ("REINDEX", "REINDEX"),
    ("ANALYZE", "ANALYZE"),
    ("a transaction", "BEGIN IMMEDIATE"),
    ("a commit", "COMMIT"),
    ("a savepoint", "SAVEPOINT s"),
    ("switching the protection off", "PRAGMA query_only = OFF"),
    ("opening the schema", "PRAGMA writable_schema = ON"),
    ("another journal", "PRAGMA journal_mode = DELETE"),
    ("a checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)"),
    ("temporary files on disk", "PRAGMA temp_store = 1"),
    ("another place for them", "PRAGMA temp_store_directory = '/tmp'"),
    ("a user version", "PRAGMA user_version = 9"),
    ("more heap", "PRAGMA hard_heap_limit = 0"),
    ("a pragma as a table", "SELECT * FROM pragma_journal_mode('delete')"),
    ("the list of open files", "PRAGMA database_list"),
    ("a shared library", "SELECT load_extension('/tmp/x.so')"),
    ("a pointer into memory", "SELECT fts3_tokenizer('simple')"),
    ("a pointer set", "SELECT fts3_tokenizer('simple', x'4141414141414141')"),
    ("a full-text command", "INSERT INTO words (words) VALUES ('rebuild')"),
    ("its shadow table", "DELETE FROM words_data"),
    ("two statements", "SELECT 1; DELETE FROM bill"),
    ("two that read", "SELECT 1; SELECT 2"),
    ("EXPLAIN of a write", "EXPLAIN DELETE FROM bill"),
    ("the schema itself", "UPDATE sqlite_master SET sql = ''"),
    ("a row of the schema", "DELETE FROM sqlite_master"),
    ("a file of the shell", "SELECT readfile('/etc/hostname')"),
    ("a dot command", ".shell id"),
    ("a syntax error", "SELEC 1"),
    ("a deep expression", "SELECT " + "(" * 900 + "1" + ")" * 900),
    ("a long compound", " UNION ALL ".join(["SELECT 1"] * 600)),
    ("a long statement", "SELECT '" + "x" * 200_000 + "'"),
    ("a NUL", "SELECT 1\0; DELETE FROM bill"),
]

EATERS = [
    ("endless recursion", "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT * FROM c WHERE n > 1"),
    ("a product of tables", "SELECT count(*) FROM bill a, bill b, bill c, bill d, bill e, bill f, bill g"),
    ("a large zeroblob", "SELECT zeroblob(900000000)"),
    ("hex of a large one", "SELECT hex(zeroblob(400000000))"),
    ("many large cells", "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 900) SELECT hex(zeroblob(500000)) FROM c"),
    ("a growing aggregate", "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 900000) SELECT group_concat(hex(zeroblob(3000))) FROM c"),
    ("a large sort", "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3000000) SELECT randomblob(500) FROM c ORDER BY 1"),
    ("a bomb of LIKE", "SELECT replace(hex(zeroblob(4000000)), '00', 'ab') LIKE '" + "%a" * 400 + "%c'"),
    ("a bomb of GLOB", "SELECT replace(hex(zeroblob(4000000)), '00', 'ab') GLOB '" + "*a" * 400 + "*c'"),
    ("a bomb of replace", "SELECT length(replace(replace(hex(zeroblob(4000000)), '0', '00000000'), '0', '00000000'))"),
    ("a bomb of instr", "SELECT instr(hex(zeroblob(4000000)), hex(zeroblob(2000000)) || '1')"),
    ("a bomb of printf", "SELECT printf('%.*c', 900000000, 'x')"),
    (
        "a bomb at planning",
        "WITH a AS (SELECT 1 x)" + "".join(
            f", {chr(98 + i)} AS (SELECT * FROM {chr(97 + i)} UNION ALL SELECT * FROM {chr(97 + i)})"
            for i in range(24)
        ) + " SELECT count(*) FROM y",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "rows"), ALLOWED, ids=[row[0] for row in ALLOWED])
def test_what_reads_passes(sqlite_store: Path, why: str, text: str, rows: list[object]) -> None:
    assert query(str(sqlite_store), text).listing.rows == rows


def test_explain_passes(sqlite_store: Path) -> None:
    answer = query(str(sqlite_store), "EXPLAIN QUERY PLAN SELECT * FROM bill WHERE id = 1")
    assert "SEARCH bill" in str(answer.listing.rows)


@pytest.mark.parametrize(("why", "text"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_does_more_than_read_is_refused(sqlite_store: Path, why: str, text: str) -> None:
    before = _contents(sqlite_store)
    with pytest.raises(QueryError):
        query(str(sqlite_store), text)
    assert _contents(sqlite_store) == before
    assert not Path("/tmp/gate-attack.db").exists()


@pytest.mark.parametrize(("why", "text"), EATERS, ids=[row[0] for row in EATERS])
def test_what_eats_time_or_memory_ends_in_time(sqlite_store: Path, why: str, text: str) -> None:
    started = time.monotonic()
    answer = None
    with suppress(QueryError):
        answer = query(str(sqlite_store), text, limits=Limits(seconds=0.5))
    if answer is not None:
        assert sum(len(str(cell)) for row in answer.listing.rows for cell in row) <= 16_000_000
    assert time.monotonic() - started < 3


def test_more_rows_than_the_limit_are_cut_and_said_to_be(sqlite_store: Path) -> None:
    answer = query(str(sqlite_store), "SELECT id FROM bill", limits=Limits(rows=5))
    assert (len(answer.listing.rows), answer.cut) == (5, "rows")


def test_as_many_rows_as_the_limit_are_not_cut(sqlite_store: Path) -> None:
    answer = query(str(sqlite_store), "SELECT id FROM bill", limits=Limits(rows=20))
    assert (len(answer.listing.rows), answer.cut) == (20, None)


def test_more_bytes_than_the_limit_are_cut_and_said_to_be(sqlite_store: Path) -> None:
    answer = query(str(sqlite_store), "SELECT name FROM bill", limits=Limits(bytes=13))
    assert (len(answer.listing.rows), answer.cut) == (2, "bytes")


def test_parameters_are_values_and_never_sql(sqlite_store: Path) -> None:
    hostile = "x' OR 1 = 1; DROP TABLE bill --"
    text = "SELECT count(*), :name FROM bill WHERE name = :name"
    assert query(str(sqlite_store), text, {"name": hostile}).listing.rows == [(0, hostile)]


def test_a_parameter_that_is_a_number_compares_as_one(sqlite_store: Path) -> None:
    text = "SELECT count(*) FROM bill WHERE share + 0 > :least"
    assert query(str(sqlite_store), text, {"least": "9.5"}).listing.rows == [(1,)]


@pytest.mark.parametrize(
    ("text", "given", "complaint"),
    [
        ("SELECT :a", {}, ":a has no value"),
        ("SELECT 1", {"a": "1"}, "no parameter :a"),
        ("SELECT ':a', \":b\" -- :c\n /* :d */", {"a": "1"}, "no parameter :a"),
    ],
)
def test_parameters_and_values_must_agree(
    sqlite_store: Path, text: str, given: dict[str, str], complaint: str
) -> None:
    with pytest.raises(UsageError, match=complaint):
        query(str(sqlite_store), text, given)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT id FORM bill", "line 1, column 16: SELECT id FORM >>>bill"),
        ("SELECT a, from bill WHERE a from b", "column 11"),
        ("SELECT id\nFROM nosuch", "line 2, column 6: FROM >>>nosuch"),
        ("SELECT id, nosuch FROM bill", "column 12: SELECT id, >>>nosuch"),
        ("SELECT nosuch(1)", "column 8"),
        ("SELECT 'a", "column 8: SELECT >>>'a"),
        ("SELECT * FROM bill\nWHERE", "line 2, column 6: WHERE>>>"),
    ],
)
def test_the_place_of_a_mistake_is_marked(sqlite_store: Path, text: str, place: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(str(sqlite_store), text)
    assert place in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_committed_while_the_log_is_open_are_seen(sqlite_store: Path) -> None:
    writer = sqlite3.connect(sqlite_store)
    try:
        writer.execute("INSERT INTO bill VALUES (1000, 'late', 0)")
        writer.commit()
        found = query(str(sqlite_store), "SELECT name FROM bill WHERE id = 1000").listing.rows
        assert found == [("late",)]
    finally:
        writer.execute("DELETE FROM bill WHERE id = 1000")
        writer.commit()
        writer.close()


@pytest.mark.parametrize("content", [b"not a database at all, whatever its name says", None])
def test_a_store_that_is_none_is_a_database_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content * 100)
    with pytest.raises(DatabaseError, match=r"x\.db"):
        query(str(path), "SELECT 1")


@pytest.mark.parametrize("text", ["", "  ;; ", "\n"])
def test_no_statement_is_a_wrong_use(sqlite_store: Path, text: str) -> None:
    with pytest.raises(TrackerError, match="no statement"):
        query(str(sqlite_store), text)


def _contents(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT * FROM bill ORDER BY id").fetchall()
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        return rows + schema + connection.execute("PRAGMA user_version").fetchall()
    finally:
        connection.close()
