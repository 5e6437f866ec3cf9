"""The shell: statements typed one after another, or read from standard input."""

import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import Stores

from tracker.cli.completing import Vocabulary, offers
from tracker.cli.shell import is_finished, parts
from tracker.store.catalogue import Column, Relation


def environment(store: str, home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TRACKER_DATABASE_URL": store,
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }


def read(store: str, home: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracker", "shell", *options],
        input=text,
        env=environment(store, home),
        capture_output=True,
        text=True,
        check=False,
    )


PARTS = [
    ("a statement", "SELECT 1;", ["SELECT 1"], ""),
    ("two", "SELECT 1; SELECT 2;\n", ["SELECT 1", "SELECT 2"], ""),
    ("one and a beginning", "SELECT 1; SELECT", ["SELECT 1"], "SELECT"),
    ("over lines", "SELECT 1,\n2;", ["SELECT 1,\n2"], ""),
    ("a semicolon in a literal", "SELECT ';", [], "SELECT ';"),
    ("a doubled quote", "SELECT 'it''s; so';", ["SELECT 'it''s; so'"], ""),
    ("a semicolon in a quoted name", 'SELECT ";";', ['SELECT ";"'], ""),
    ("a semicolon in a comment", "SELECT 1 -- ;\n;", ["SELECT 1 -- ;\n"], ""),
    ("a semicolon in a long comment", "SELECT 1 /* ; */;", ["SELECT 1 /* ; */"], ""),
    ("a semicolon in dollar quotes", "SELECT $a$;$a$;", ["SELECT $a$;$a$"], ""),
    ("comments alone", "-- a\n/* b; */ ;\n", [], ""),
    ("a comment after the end", "SELECT 1; -- so", ["SELECT 1"], ""),
    ("a command", ".format csv\nSELECT 1;", [".format csv", "SELECT 1"], ""),
    ("a command after a comment", "-- a\n.tables;\n", [".tables"], ""),
    ("a saved query", "@stalled ;\n", ["@stalled"], ""),
    ("a line that may go on", ".sch", [], ".sch"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "whole", "rest"), PARTS, ids=[row[0] for row in PARTS])
def test_input_is_parted_where_statements_end(
    why: str, text: str, whole: list[str], rest: str
) -> None:
    assert parts(text) == (whole, rest)


@pytest.mark.parametrize(
    ("text", "finished"),
    [("", True), ("SELECT 1", False), ("SELECT 1;", True), ("@a", True), ("SELECT 'a;", False)],
)
def test_enter_runs_what_is_finished_and_nothing_else(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


def relation(name: str, *columns: str) -> Relation:
    return Relation(name, "table", "", tuple(Column(column, "") for column in columns))


VOCABULARY = Vocabulary(
    relations=(relation("bill", "measure_id", "number"), relation("person", "name", "number")),
    keywords=("NOT", "SELECT", "WHERE"),
    functions=("nullif",),
    queries={"stalled": "what is held up"},
    commands={".schema": "", ".format": ""},
    arguments={".format": {"csv": "", "json": ""}},
)
OFFERS = [
    ("a keyword", "SEL|", ["SELECT"]),
    ("as it was begun", "sel|", ["select"]),
    ("a table after FROM", "SELECT * FROM |", ["bill", "person"]),
    ("a table after a join", "SELECT * FROM bill JOIN p|", ["person"]),
    ("a column of the table", "SELECT * FROM bill WHERE m|", ["measure_id"]),
    ("a column of a table that follows", "SELECT n| FROM person", ["name", "number", "not", "nullif("]),
    ("no column of another table", "SELECT na| FROM bill", []),
    ("a column by its table", "SELECT person.| FROM person, bill", ["name", "number"]),
    ("a column by an alias", "SELECT b.| FROM bill AS b, person p", ["measure_id", "number"]),
    ("a column by an alias without AS", "SELECT p.na| FROM bill AS b JOIN person p", ["name"]),
    ("columns of no alias", "SELECT x.| FROM bill", []),
    ("any column where no table is named", "SELECT mea|", ["measure_id"]),
    ("nothing in a literal", "SELECT 'SEL|", []),
    ("nothing in a comment", "SELECT -- SEL|", []),
    ("the statement of the cursor alone", "SELECT * FROM person; SELECT * FROM bill WHERE na|", []),
    ("a saved query", "@st|", ["@stalled"]),
    ("a command", ".fo|", [".format"]),
    ("what follows a command", ".format j|", ["json"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "typed", "words"), OFFERS, ids=[row[0] for row in OFFERS])
def test_what_may_follow_is_offered(why: str, typed: str, words: list[str]) -> None:
    before, after = typed.split("|")
    assert [offer.text for offer in offers(VOCABULARY, before, after)] == words


@pytest.fixture(scope="module")
def store(stores: Stores) -> str:
    """A store with its schema, once on each database, for tests that only read."""
    return stores.migrated()


def test_statements_from_standard_input_run_in_order(store: str, tmp_path: Path) -> None:
    text = """-- questions
        .format csv
        .param n=7
        SELECT count(*) AS bills
        FROM bill_status;  SELECT 'a;b' AS text;
        @stalled
        SELECT CAST(:n AS VARCHAR(9)) AS n"""
    done = read(store, tmp_path, text.replace("\n        ", "\n"), "--time")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "bills\n0\ntext\na;b\nname,key,status,since,status_quote\nn\n7\n"
    assert [line.split(" in ")[0] for line in done.stderr.splitlines()] == [
        "tracker: 1 row", "tracker: 1 row", "tracker: 0 rows", "tracker: 1 row"
    ]  # fmt: skip


WRONG = [
    ("SQL that writes", "DELETE FROM bill;", 4, "refused"),
    ("bad SQL", "SELECT nosuch FROM bill;", 4, ">>>nosuch"),
    ("a parameter without value", "SELECT :a;", 2, ".param a=VALUE"),
    ("an unknown saved query", "@stalle\n", 2, "did you mean @stalled"),
    ("an unknown command", ".nosuch\n", 2, ".help"),
    ("an unknown table", ".schema bil\n", 2, "did you mean bill"),
    ("a format that is none", ".format xlsx\n", 2, "table, plain, json"),
    ("a value without a name", ".param 7\n", 2, "NAME=VALUE"),
    ("a literal without an end", "SELECT 'a;", 4, ""),
    ("a statement too long", "SELECT '" + "a" * 120_000, 4, "longer than"),
]


@pytest.mark.parametrize(("why", "text", "code", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_a_mistake_in_standard_input_ends_the_run(
    files: Stores, tmp_path: Path, why: str, text: str, code: int, said: str
) -> None:
    done = read(files.migrated(), tmp_path, f"{text}\nSELECT 'later';")
    assert done.returncode == code
    (line,) = done.stderr.splitlines()
    assert line.startswith("tracker: error: ")
    assert said in line
    assert "later" not in done.stdout


def test_writing_is_refused_on_every_database(store: str, tmp_path: Path) -> None:
    done = read(store, tmp_path, "WITH x AS (DELETE FROM bill RETURNING 1) SELECT 1 FROM x;")
    assert (done.returncode, done.stdout) == (4, "")


def test_rows_beyond_the_limit_are_told(files: Stores, tmp_path: Path) -> None:
    done = read(files.migrated(), tmp_path, "VALUES (1), (2), (3);", "--limit", "2", "-F", "csv")
    assert done.stdout.splitlines()[1:] == ["1", "2"]
    assert "only the first 2 rows" in done.stderr


def test_commands_tell_what_there_is(files: Stores, tmp_path: Path) -> None:
    done = read(
        files.migrated(),
        tmp_path,
        ".help\n.tables\n.schema vote\n.queries\n.param\n.quit\nnot run;",
    )
    assert done.returncode == 0, done.stderr
    for word in (".quit", "bill_status", "yeas", "@stalled"):
        assert word in done.stdout
    assert "FROM vote LIMIT 10;\n" in done.stdout
    assert "tracker sql" not in done.stdout


def test_the_words_of_a_claim_are_one_query_as_the_schema_tells(store: str, tmp_path: Path) -> None:
    shown = read(store, tmp_path, ".schema claim\n").stdout
    example = shown.partition("Example:\n")[2].strip()
    assert example == "SELECT says, quote FROM claim WHERE claim = 'status-12';"
    done = read(store, tmp_path, example, "--format", "csv")
    assert (done.returncode, done.stdout) == (0, "says,quote\n")


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, store: str, home: Path) -> None:
        self._main, other = pty.openpty()
        self._shown = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracker", "shell", "--format", "csv"],
            stdin=other,
            stdout=other,
            stderr=other,
            env=environment(store, home) | {"NO_COLOR": "1"},
            start_new_session=True,
            # What runs the tests in the background may have them ignore interrupts.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads here
        )
        os.close(other)

    def type(self, keys: str) -> None:
        os.write(self._main, keys.encode())

    def wait_for(self, text: str) -> str:
        """Read until the text was shown, and give back what was before it since the last time."""
        assert self._shows(text, 20), f"{text!r} was not shown; {self._shown!r} was"
        before, _, self._shown = self._shown.partition(text)
        return before

    def interrupt_until(self, text: str) -> None:
        """Interrupt what runs, again if it had not begun to run, until the text is shown."""
        for _ in range(8):
            os.killpg(self.process.pid, signal.SIGINT)
            if self._shows(text, 1):
                break
        self.wait_for(text)

    def _shows(self, text: str, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while text not in self._shown and time.monotonic() < until:
            if select.select([self._main], [], [], 0.2)[0]:
                self._shown += os.read(self._main, 4096).decode()
            self._shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self._shown)
        return text in self._shown

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._main)


@pytest.fixture
def no_place_for_history(tmp_path: Path) -> None:
    place = tmp_path / ".local" / "state" / "tracker"
    place.parent.mkdir(parents=True)
    place.write_text("in the way")


@pytest.fixture
def terminal(files: Stores, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(files.seeded(), tmp_path)
    yield opened
    opened.close()


def test_a_person_types_over_lines_completes_abandons_and_leaves(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.wait_for("tracker>")
    terminal.type("SELECT count(*) + 41\rFROM bill_st\t")
    terminal.wait_for("bill_status")
    terminal.type(" WHERE 1 = 2;\r")
    terminal.wait_for("\n41\r\n")
    terminal.wait_for("tracker>")
    terminal.type("SELECT nosuch;\r")
    terminal.wait_for(">>>nosuch")
    terminal.wait_for("tracker>")
    terminal.type("SELECT 'half a ")
    terminal.type("\x03")
    terminal.wait_for("tracker>")
    terminal.type("SELECT count(*) FROM person a, person b, person c, person d;\r")
    terminal.wait_for("person d;\r\r\n")
    terminal.interrupt_until("abandoned")
    terminal.wait_for("tracker>")
    terminal.type("SELECT 40 + 2;\r")
    terminal.wait_for("\n42\r\n")
    terminal.wait_for("tracker>")
    terminal.type("\x04")
    assert terminal.process.wait(10) == 0
    (history,) = tmp_path.rglob("shell_history")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700
    assert "+FROM bill_status WHERE 1 = 2;" in history.read_text()


def test_history_that_cannot_be_kept_is_told_and_stops_nothing(
    no_place_for_history: None, terminal: Terminal
) -> None:
    assert "history is not kept" in terminal.wait_for("tracker>")
    terminal.type(".quit\r")
    assert terminal.process.wait(10) == 0
