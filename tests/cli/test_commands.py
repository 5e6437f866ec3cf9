"""The commands as users meet them: what they print, say and return."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ARTICLE = """Senators push sanctions bill

Sen. Lindsey Graham introduced the Sanctioning Russia Act in the Senate on Tuesday.
The bill has 70 cosponsors in the Senate, enough to override a veto.
"""


@dataclass(frozen=True)
class Done:
    """A run that has ended."""

    code: int
    out: str
    err: str


class Tracker:
    """The command with a store and a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.store = home / "store.db"

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **variables: str) -> Done:
        environment = {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "TRACKER_DATABASE_URL": str(self.store),
            **variables,
        }
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=self.home,
            env=environment,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def write(self, name: str, content: bytes | str) -> Path:
        path = self.home / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def rows(self, statement: str) -> list[list[object]]:
        done = self("sql", statement, "--format", "jsonl")
        assert done.code == 0, done.err
        return [list(json.loads(line).values()) for line in done.out.splitlines()]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with the reference data and nothing else."""
    tracker = Tracker(tmp_path_factory.mktemp("template"))
    assert tracker("db", "init").code == 0
    return tracker.store.read_bytes()


@pytest.fixture
def tracker(tmp_path: Path, template: bytes) -> Tracker:
    made = Tracker(tmp_path)
    made.store.write_bytes(template)
    return made


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, template: bytes) -> Tracker:
    """A store with the article in it, for tests that only read."""
    made = Tracker(tmp_path_factory.mktemp("told"))
    made.store.write_bytes(template)
    path = made.write("article.txt", ARTICLE)
    done = made("ingest", path, "--published", "2025-05-14", "--publisher", "The Daily")
    assert done.code == 0, done.err
    return made


def test_an_article_comes_out_in_the_report(told: Tracker) -> None:
    done = told("report", "bills", "--format", "json")
    (bill,) = json.loads(done.out)
    assert (done.code, bill["key"], bill["cosponsors"]) == (0, "us/119/s1241", 70)


def test_the_same_article_again_adds_no_rows(tracker: Tracker) -> None:
    path = tracker.write("article.txt", ARTICLE)
    tracker("ingest", path, "--published", "2025-05-14")
    before = tracker("db", "status").out
    again = tracker("ingest", path, "--published", "2025-05-14")
    assert again.code == 0
    assert "already ingested" in again.err
    assert tracker("db", "status").out == before


def test_an_article_comes_from_standard_input(tracker: Tracker) -> None:
    done = tracker("ingest", "-", "--published", "2025-05-14", stdin=ARTICLE.encode())
    assert done.code == 0
    assert tracker.rows("SELECT count(*) FROM article") == [[1]]


def test_an_unknown_day_of_publication_stays_empty_and_is_told(tracker: Tracker) -> None:
    done = tracker("ingest", tracker.write("a.txt", ARTICLE))
    assert "no date of publication" in done.err
    assert tracker.rows("SELECT published_at FROM article") == [[None]]
    assert tracker.rows("SELECT count(*) FROM claim WHERE effective_on IS NOT NULL AND article_id = 1") == [[0]]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "empty"),
        (None, "no such file"),
        (b"\x00\x01\x02\xff\xfe" * 50, "binary"),
        ("directory", "is a directory without articles"),
    ],
    ids=["empty file", "blank file", "missing path", "bytes", "empty directory"],
)
def test_a_bad_input_is_one_line_with_its_name_and_stores_nothing(
    tracker: Tracker, content: bytes | str | None, said: str
) -> None:
    path = tracker.home / "bad"
    if content == "directory":
        path.mkdir()
    elif content is not None:
        path.write_bytes(bytes(content))  # type: ignore[arg-type]
    done = tracker("ingest", path, "--published", "2025-05-14")
    (line,) = [line for line in done.err.splitlines() if "error" in line]
    assert done.code == 1
    assert said in line.lower()
    assert str(path) in line
    assert ";" in line, "the line has no cure"
    assert tracker.rows("SELECT count(*) FROM article") == [[0]]


def test_one_bad_input_does_not_stop_the_others(tracker: Tracker) -> None:
    done = tracker(
        "ingest", "nosuch.txt", tracker.write("a.txt", ARTICLE), "--published", "2025-05-14"
    )
    assert done.code == 1
    assert tracker.rows("SELECT count(*) FROM article") == [[1]]


WRONG = [
    ("a wrong date", ["ingest", "x.txt", "--published", "2025-13-45"], 2, "2025-13-45"),
    ("a date in words", ["report", "bills", "--as-of", "soon"], 2, "is no day"),
    ("a wrong time", ["report", "bills", "--known-at", "2025-05-14T99"], 2, "is no time"),
    ("no command", [], 2, "--help"),
    ("an unknown command", ["nosuch"], 2, "--help"),
    ("an unknown option", ["sql", "--nosuch"], 2, "--nosuch"),
    ("an unknown report", ["report", "nosuch"], 2, "nosuch"),
    ("a format that is none", ["report", "bills", "--format", "xlsx"], 2, "table, plain, json"),
    ("an unknown measure", ["show", "zzzz"], 2, "no measure fits"),
    ("a near miss", ["show", "Sanctoning Rusia Act"], 2, "did you mean"),
    ("an unknown claim", ["explain", "status-0"], 2, "there is no claim"),
    ("an unknown table", ["schema", "bil_status"], 2, "did you mean bill_status"),
    ("an unknown saved query", ["sql", "@stalle"], 2, "did you mean @stalled"),
    ("nothing to keep", ["sql", "--save", "a", "/* so */"], 2, "no statement to keep"),
    ("a query that was not kept", ["sql", "--delete", "mine"], 2, "was not kept"),
    ("a query that ships", ["sql", "--delete", "stalled"], 2, "ships with the program"),
    ("no statement", ["sql", ""], 2, "there is no statement"),
    ("a parameter without value", ["sql", "SELECT :a"], 2, ":a has no value"),
    ("a parameter without sign", ["sql", "SELECT :a", "-p", "a"], 2, "write NAME=VALUE"),
    ("a missing file of SQL", ["sql", "-f", "nosuch.sql"], 1, "nosuch.sql"),
    ("bad SQL", ["sql", "SELECT 1 FORM bill"], 4, ">>>bill"),
    ("SQL that writes", ["sql", "DELETE FROM bill"], 4, "refused"),
    ("a missing store", ["--db", "nosuch.db", "report", "bills"], 3, "tracker db init"),
    ("a store of another kind", ["--db", "mysql://x/y", "report", "bills"], 3, "postgresql://"),
    ("a file that is no store", ["--db", "article.txt", "report", "bills"], 3, "no store"),
    ("a file that is no store, written to", ["--db", "article.txt", "db", "init"], 3, "article.txt"),
    ("a server that is not there", ["--db", "postgresql://127.0.0.1:1/x", "report", "bills"], 3, "127.0.0.1"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "arguments", "code", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_a_mistake_is_one_line_and_an_exit_code(
    told: Tracker, why: str, arguments: list[str], code: int, said: str
) -> None:
    done = told(*arguments)
    assert (done.code, done.out) == (code, "")
    (line,) = done.err.splitlines()
    assert line.startswith("tracker: error: ")
    assert said in line


def test_debug_shows_the_traceback(told: Tracker) -> None:
    assert "Traceback" in told("--debug", "show", "zzzz").err
    assert "Traceback" not in told("show", "zzzz").err


def test_extract_prints_one_record_a_line_in_the_order_of_the_input(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    lines = [{"id": f"a{n}", "text": ARTICLE, "published": "2025-05-14"} for n in (3, 1, 2)]
    path = tracker.write("a.jsonl", "\n".join(map(json.dumps, lines)))
    done = tracker("extract", path)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [record["id"] for record in records] == ["a3", "a1", "a2"]
    assert not tracker.store.exists()
    for measure in records[0]["measures"]:
        for claim in (*measure["statuses"], *measure.get("sponsors", ())):
            assert ARTICLE[claim["start"] : claim["end"]] == claim["quote"]


def test_extract_prints_json_and_tables(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    path = tracker.write("a.txt", ARTICLE)
    assert json.loads(tracker("extract", path, "--format", "json").out)["measures"]
    assert "70 cosponsors" in tracker("extract", path, "--format", "table").out


def test_show_has_all_of_a_measure(told: Tracker) -> None:
    out = told("show", "S. 1241", COLUMNS="80").out
    for section in ("NAMES", "SPONSORS", "SUPPORT", "TIMELINE", "ARTICLES"):
        assert section in out
    assert "us-senate-cloture 60 (+24)" in out
    assert (
        max(map(len, told("show", "s1241", "--format", "table", COLUMNS="80").out.split("\n")))
        <= 80
    )


def test_explain_marks_the_words(told: Tracker) -> None:
    ((claim,),) = told.rows("SELECT claim FROM claim WHERE facet = 'support' AND article_id = 1")
    assert re.search(r">>>[^<]*70 cosponsors[^<]*<<<", told("explain", str(claim)).out)


def test_rows_that_are_cut_are_told(told: Tracker) -> None:
    done = told("sql", "SELECT * FROM person", "--limit", "5")
    assert len(done.out.splitlines()) == 6
    assert "only the first 5 rows" in done.err


def test_a_query_comes_from_a_file_with_parameters(told: Tracker) -> None:
    path = told.write("q.sql", "SELECT name FROM measure WHERE key = :key")
    out = told("sql", "-f", path, "-p", "key=us/119/s1241", "--format", "csv").out
    assert out.splitlines()[1] == "Sanctioning Russia Act of 2025"


def test_a_query_can_be_kept_and_run_by_its_name(tracker: Tracker) -> None:
    assert tracker("sql", "--save", "mine", "--about", "one", "SELECT 7 AS n").code == 0
    assert tracker("sql", "@mine", "--format", "csv").out == "n\n7\n"
    assert "@mine" in tracker("sql", "--list").out
    assert tracker("sql", "--delete", "mine").code == 0
    assert "@mine" not in tracker("sql", "--list").out


def test_quiet_says_nothing_of_success(tracker: Tracker) -> None:
    path = tracker.write("a.txt", ARTICLE)
    done = tracker("--quiet", "ingest", path, "--published", "2025-05-14")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_reader_that_has_seen_enough_is_no_error(told: Tracker) -> None:
    command = (
        f"{sys.executable} -m tracker --db {told.store} sql 'SELECT * FROM person, person AS p'"
        " | head -1; exit ${PIPESTATUS[0]}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "error" not in done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_any_locale_prints_any_text(told: Tracker, locale: str) -> None:
    done = told(
        "sql", "SELECT 'Kasapo\u011flu \u2014 \U0001f600' AS name", LC_ALL=locale, PYTHONUTF8="0"
    )
    assert (done.code, done.err) == (0, "")


def test_options_come_from_the_line_then_the_environment_then_the_file(told: Tracker) -> None:
    path = told.write("config.toml", 'format = "csv"\n[sql]\nlimit = 1\n')
    statement = "SELECT 1 AS a UNION ALL SELECT 2"
    from_file = told("sql", statement, TRACKER_CONFIG=str(path))
    assert from_file.out == "a\n1\n"
    from_environment = told("sql", statement, TRACKER_CONFIG=str(path), TRACKER_SQL_FORMAT="jsonl")
    assert from_environment.out == '{"a": 1}\n'
    from_line = told(
        "sql", statement, "--format", "tsv", "--limit", "2",
        TRACKER_CONFIG=str(path), TRACKER_SQL_FORMAT="jsonl",
    )  # fmt: skip
    assert from_line.out == "a\n1\n2\n"


def test_variables_and_tables_of_the_file_name_the_whole_command(told: Tracker) -> None:
    by_name = told("report", "bills", TRACKER_REPORT_BILLS_FORMAT="csv").out
    assert by_name.startswith("bill,key,")
    assert not told("report", "bills", TRACKER_BILLS_FORMAT="csv").out.startswith("bill,key,")
    path = told.write("config.toml", '[report.bills]\nformat = "csv"\n')
    assert told("report", "bills", TRACKER_CONFIG=str(path)).out == by_name


def test_the_store_can_stand_in_the_file_beside_options_of_its_commands(told: Tracker) -> None:
    path = told.write("config.toml", f'db = "{told.store}"\n[report.bills]\nformat = "csv"\n')
    done = told("report", "bills", TRACKER_CONFIG=str(path), TRACKER_DATABASE_URL="")
    assert (done.code, done.out[:9]) == (0, "bill,key,")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"TRACKER_SQL_LIMIT": "x"}, "(from the environment)"),
        ({"TRACKER_CONFIG": "wrong.toml"}, "(from the configuration file)"),
    ],
)
def test_a_wrong_value_says_where_it_comes_from(
    told: Tracker, variables: dict[str, str], said: str
) -> None:
    told.write("wrong.toml", '[sql]\nlimit = "many"\n')
    done = told("sql", "SELECT 1", **variables)
    assert done.code == 2
    assert "--limit" in done.err
    assert said in done.err


@pytest.mark.parametrize(
    ("text", "said"), [("nosuch = 1", "no option nosuch"), ("a = = 1", "line 1")]
)
def test_a_wrong_configuration_is_named(told: Tracker, text: str, said: str) -> None:
    path = told.write("wrong.toml", text)
    done = told("db", "path", TRACKER_CONFIG=str(path))
    assert done.code == 2
    assert said in done.err
    assert str(path) in done.err
