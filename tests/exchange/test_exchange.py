"""A store comes back from its export as it was, whichever format and database lie between."""

import csv
import json
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import Stores
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from store.asking import tell
from store.telling import Telling

from tracker.errors import DatabaseError, InputError, UsageError
from tracker.exchange import FORMATS
from tracker.exchange.exporting import export_store
from tracker.exchange.formats import kinds
from tracker.exchange.importing import import_export
from tracker.models import metadata, table
from tracker.store.engine import open_engine
from tracker.store.merging import find_measure, merge

AWKWARD = [
    "", "\\", "\\N", "NULL", "=1+1", "+1", "-1", "@a", "\t", "\r", "\n", "a\r\nb", "\r,", '"', '""',
    ",", "'", ' "x", ', '{"a": "b\\n"}', "\x1b[31m", "\u202e", "\u2028", "\ufeff", "🙂é", "  ", "0",
    "true", "2025-05-14", "\uff1d1", "#N/A",
]  # fmt: skip


def contents(target: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, as values of Python."""
    engine = open_engine(target)
    with engine.connect() as connection:
        found = {
            name: sorted((tuple(row) for row in connection.execute(select(each))), key=repr)
            for name, each in metadata.tables.items()
        }
    engine.dispose()
    return found


def fill(target: str) -> None:
    """Articles, a merge into a measure that came later, and texts that are hard to write down."""
    engine = open_engine(target)
    for day, title in enumerate(AWKWARD[:12], start=1):
        telling = Telling(f"2025-05-{day:02}", title, title=title)
        telling.package(
            f"package {day}\r\nof the year",
            statuses=[{"status": "adopted", "modality": "actual", "condition": title}],
        )
        telling.bill(
            "Act", number=f"s{day}", congress=119, sponsors=[{"name": "A", "role": "sponsor"}]
        )
        tell(engine, telling)
    with engine.begin() as connection:
        ends = find_measure(connection, "us/119/s1"), find_measure(connection, "us/119/s12")
        merge(connection, *ends, reason="they are one")
        saved = [
            {"name": f"q{number}", "sql": text, "description": None, "saved_at": datetime.fromisoformat(f"2025-05-01T01:02:03.{number:06}")}
            for number, text in enumerate(AWKWARD)
        ]  # fmt: skip
        connection.execute(insert(table("saved_query")), saved)
    engine.dispose()


@pytest.fixture(scope="module")
def told(stores: Stores) -> str:
    target = stores.migrated()
    fill(target)
    return target


@pytest.fixture(scope="module")
def told_file(files: Stores) -> str:
    target = files.migrated()
    fill(target)
    return target


def test_a_store_goes_through_every_format_and_either_database_unchanged(
    told: str, stores: Stores, files: Stores, tmp_path: Path
) -> None:
    before = contents(told)
    here = told
    for name, makers in (("csv", files), ("jsonl", stores), ("parquet", files), ("sqlite", stores)):
        there = makers.migrated()
        export_store(here, tmp_path / name, FORMATS[name])
        import_export(there, tmp_path / name)
        assert contents(there) == before, name
        here = there
    export_store(here, tmp_path / "again", FORMATS["csv"])
    hashes = [
        json.loads((tmp_path / name / "manifest.json").read_text())["files"]
        for name in ("csv", "again")
    ]
    assert hashes[0] == hashes[1], "equal stores have equal exports"


def test_a_filled_store_goes_on_numbering_its_rows(
    told: str, stores: Stores, tmp_path: Path
) -> None:
    export_store(told, tmp_path / "there", FORMATS["jsonl"])
    target = stores.empty()
    import_export(target, tmp_path / "there")
    engine = open_engine(target)
    assert tell(engine, Telling("2026-01-01").package("a new package")) == "new"
    engine.dispose()


def test_an_export_as_sqlite_is_a_store_in_one_file(told_file: str, tmp_path: Path) -> None:
    made = export_store(told_file, tmp_path / "there", FORMATS["sqlite"])
    assert {path.name for path in (tmp_path / "there").iterdir()} == {"store.sqlite", "manifest.json"}  # fmt: skip
    assert contents(str(tmp_path / "there" / "store.sqlite")) == contents(told_file)
    assert made.tables["article"] == 12


def test_the_manifest_says_what_is_there(told_file: str, tmp_path: Path) -> None:
    export_store(told_file, tmp_path / "there", FORMATS["csv"])
    manifest = json.loads((tmp_path / "there" / "manifest.json").read_text())
    assert manifest.keys() == {"format", "schema_revision", "made_by", "made_at", "tables", "files"}
    assert manifest["tables"]["saved_query"] == len(AWKWARD)
    assert len(manifest["files"]["article.csv"]) == 64


def test_csv_gives_a_spreadsheet_no_formula_to_run(told_file: str, tmp_path: Path) -> None:
    export_store(told_file, tmp_path / "there", FORMATS["csv"])
    with (tmp_path / "there" / "saved_query.csv").open(newline="", encoding="utf-8") as stream:
        cells = [row["sql"] for row in csv.DictReader(stream)]
    assert "\\=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))]  # fmt: skip


TEXT = st.text(st.characters(codec="utf-8")) | st.sampled_from(AWKWARD)
VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    datetime: st.datetimes(),
}


def a_row(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            column: st.none() | VALUES.get(kind, st.dates())
            for column, kind in kinds(table(name)).items()
        }
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(a_row("feed"), max_size=4), st.lists(a_row("office_term"), max_size=4))  # fmt: skip
@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_any_row_reads_back_as_it_was_written(
    name: str,
    tmp_path_factory: pytest.TempPathFactory,
    feeds: list[dict[str, Any]],
    terms: list[dict[str, Any]],
) -> None:
    path = tmp_path_factory.getbasetemp() / f"rows.{name}"
    codec = FORMATS[name].codec
    for each, rows in ((table("feed"), feeds), (table("office_term"), terms)):
        codec.write(path, each, lambda rows=rows: iter([rows, []]))
        assert [row for batch in codec.read(path, each) for row in batch] == rows


def test_a_full_store_is_refused(told_file: str, files: Stores, tmp_path: Path) -> None:
    export_store(told_file, tmp_path / "there", FORMATS["csv"])
    for target in (told_file, files.seeded()):
        before = contents(target)
        with pytest.raises(UsageError, match="the store is not empty; name a new one"):
            import_export(target, tmp_path / "there")
        assert contents(target) == before


def rewrite(directory: Path, **changes: object) -> None:
    path = directory / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def edit(name: str, content: str) -> Callable[[Path], None]:
    """Change a file and its hash in the manifest."""

    def change(directory: Path) -> None:
        from tracker.exchange.manifest import sha256_of

        (directory / name).write_text(content)
        held = json.loads((directory / "manifest.json").read_text())["files"]
        rewrite(directory, files={**held, name: sha256_of(directory / name)})

    return change


FEED = "id,url,title,summary_only,added_at,pulled_at,next_pull_at,failures,last_error\r\n"


@pytest.fixture(scope="module")
def exported(told_file: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("exported") / "there"
    export_store(told_file, directory, FORMATS["csv"])
    return directory


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (shutil.rmtree, "no export is here.*name a directory that `tracker export` made"),
        (lambda there: (there / "manifest.json").write_text("[]"), "no manifest of an export"),
        (lambda there: (there / "manifest.json").write_text("{"), "no manifest of an export"),
        (lambda there: rewrite(there, format="xml"), "no manifest of an export"),
        (lambda there: rewrite(there, files={"../secret": ""}), "no manifest of an export"),
        (lambda there: rewrite(there, schema_revision="0001"), "of schema revision 0001.*then run `tracker db upgrade`"),
        (lambda there: rewrite(there, schema_revision="9999", made_by="7.0"), "install sanctions-tracker 7.0 or newer"),
        (lambda there: (there / "bill.csv").unlink(), "bill.csv: the file is missing; export the store again"),
        (lambda there: (there / "bill.csv").write_text(""), "bill.csv: .*its hash differs; export"),
        (lambda there: rewrite(there, tables={}, files={}), "does not name the tables"),
        (edit("feed.csv", "a,b\r\n"), "feed.csv:1: no row of feed: the columns are not"),
        (edit("feed.csv", FEED + "1,a\r\n"), "feed.csv:2: no row of feed"),
        (edit("feed.csv", FEED + "x,a,,true,,,,0,\r\n"), "feed.csv:2: no row of feed: invalid literal"),
        (edit("feed.csv", FEED + "1,a,,maybe,,,,0,\r\n"), "feed.csv:2: no row of feed"),
        (edit("feed.csv", FEED + "1,,,,,,,0,\r\n"), "feed.csv: the store refuses a row of feed"),
        (edit("feed.csv", FEED + "99999999999999999999,a,,true,2025-01-01,,,0,\r\n"), "the store refuses a row of feed"),
        (edit("feed.csv", FEED + "1,a,,true,2025-01-01,,,0,\r\n"), "there are 1 rows of feed, not as many"),
    ],
)  # fmt: skip
def test_what_is_no_whole_export_is_refused_and_leaves_nothing(
    harm: Callable[[Path], object], said: str, exported: Path, files: Stores, tmp_path: Path
) -> None:
    shutil.copytree(exported, tmp_path / "there")
    harm(tmp_path / "there")
    target = files.migrated()
    with pytest.raises(InputError, match=said) as refused:
        import_export(target, tmp_path / "there")
    assert "\n" not in str(refused.value)
    assert not any(contents(target).values())


@pytest.mark.parametrize("name", ["jsonl", "parquet", "sqlite"])
def test_rubbish_under_its_right_hash_is_refused(
    name: str, told_file: str, files: Stores, tmp_path: Path
) -> None:
    export_store(told_file, tmp_path / "there", FORMATS[name])
    edit(FORMATS[name].file_of("person"), "[]\n")(tmp_path / "there")
    with pytest.raises(InputError, match="no row of"):
        import_export(files.migrated(), tmp_path / "there")


def test_a_directory_that_holds_something_is_left_alone(told_file: str, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="there is something already; name a new directory"):
        export_store(told_file, tmp_path, FORMATS["csv"])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_is_no_store_is_not_exported(files: Stores, tmp_path: Path) -> None:
    for target in (str(tmp_path / "none.db"), files.empty()):
        with pytest.raises(DatabaseError, match="there is no store yet"):
            export_store(target, tmp_path / "there", FORMATS["csv"])
    assert not (tmp_path / "there").exists()


def test_an_export_that_fails_leaves_nothing(files: Stores, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tracker",
        "--db",
        files.seeded(),
        "export",
        tmp_path / "there",
    ]
    small = 64 * 1024
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small)),
    )
    assert done.returncode == 2
    assert done.stderr.endswith("File too large; name another directory\n")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_export_leaves_no_directory_that_looks_whole(
    told_file: str, tmp_path: Path
) -> None:
    command = [
        sys.executable,
        "-m",
        "tracker",
        "--db",
        told_file,
        "export",
        str(tmp_path / "there"),
    ]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while running.poll() is None and not list(tmp_path.glob(".there.*.partial/*.csv")):
        time.sleep(0.001)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert not (tmp_path / "there").exists()
    export_store(told_file, tmp_path / "there", FORMATS["csv"])
