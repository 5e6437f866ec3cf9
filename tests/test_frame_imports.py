"""Starting quickly: commands import what they need and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "sqlalchemy", "sqlmodel", "alembic", "pydantic", "rich", "psycopg", "tabulate", "matplotlib",
    "prompt_toolkit", "pygments",
}  # fmt: skip

LIGHT_COMMANDS = [
    ["--help"],
    ["--version"],
    ["sql", "--help"],
    ["report", "bills", "--help"],
    ["db", "path"],
    ["schema", "bill_status"],
    ["--db", "{store}", "sql", "SELECT 1"],
    ["--db", "{store}", "shell"],
    ["--db", "{store}", "plot", "status"],
    ["--db", "{store}", "report", "bills"],
    ["--db", "{store}", "report", "packages", "--format", "csv"],
    ["--db", "{store}", "db", "status"],
]


def _imported(arguments: list[str]) -> set[str]:
    program = (
        "import sys; from tracker.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as end:\n"
        "    if end.code: raise\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", LIGHT_COMMANDS, ids=" ".join)
def test_a_light_command_imports_nothing_heavy(
    arguments: list[str], tmp_path_factory: pytest.TempPathFactory, empty_store: Path
) -> None:
    imported = _imported([argument.format(store=empty_store) for argument in arguments])
    assert not imported & HEAVY
    assert not {name for name in imported if name.startswith("tracker.readers")}


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tracker.store.engine import open_engine
    from tracker.store.schema import upgrade

    path = tmp_path_factory.mktemp("imports") / "store.db"
    engine = open_engine(str(path))
    upgrade(engine)
    engine.dispose()
    return path
