"""The shell completes commands, formats and the names of measures."""

import os
import re
import sqlite3
import subprocess
import sys

import pytest
from conftest import Stores


@pytest.fixture(scope="module")
def store(files: Stores) -> str:
    return files.seeded()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tracker rep", "report"),
        ("tracker report pack", "packages"),
        ("tracker report bills --format json", "jsonl"),
        ("tracker show eu/ru/1", "eu/ru/17"),
        ("tracker show Sanctioning", "Sanctioning\\ Russia\\ Act\\ of\\ 2025"),
        ("tracker schema bill_", "bill_status"),
        ("tracker sql @stal", "@stalled"),
    ],
)
def test_what_was_begun_is_completed(store: str, typed: str, offered: str) -> None:
    assert offered in completed(store, "bash", typed).splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_completes_keys_and_names_of_measures(store: str, shell: str) -> None:
    assert "eu/ru/17" in completed(store, shell, "tracker show eu/ru/1")
    name = completed(store, shell, "tracker show Sanctioning").replace("\\", "")
    assert "Sanctioning Russia Act of 2025" in name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_completes_saved_queries_those_of_the_user_too(store: str, shell: str) -> None:
    assert "@stalled" in completed(store, shell, "tracker sql @stal")
    run_tracker(store, "sql", "--save", "stallholders", "SELECT 1")
    assert "@stallholders" in completed(store, shell, "tracker sql @stal")


def test_bash_takes_the_name_of_a_saved_query_for_one_word(store: str) -> None:
    """It parts words at @, unless the script that is installed tells it not to."""
    script = run_tracker(store, "--show-completion", "bash")
    told = f'{script}\necho "<$COMP_WORDBREAKS>"; complete -p tracker'
    done = subprocess.run(
        ["bash", "--norc", "-ic", told], capture_output=True, text=True, check=True
    )
    assert re.search(r"<[^@]+>", done.stdout)
    assert "tracker_completion tracker" in done.stdout


@pytest.fixture(scope="module")
def hostile(files: Stores) -> str:
    """A store with a measure whose name would run a program where a shell evaluates it."""
    path = files.seeded()
    connection = sqlite3.connect(path)
    name = "Sanctioning $(touch x) `touch x` \\$(touch x) 'touch x"
    connection.execute("UPDATE measure SET name = ? WHERE key = 'us/119/s1241'", [name])
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_name_that_a_shell_would_run_is_not_offered(hostile: str, shell: str) -> None:
    assert "touch" not in completed(hostile, shell, "tracker show Sanctioning")
    by_key = completed(hostile, shell, "tracker show us/119/s1241")
    assert "us/119/s1241" in by_key
    assert "$(" not in by_key
    assert "`" not in by_key


def run_tracker(store: str, *arguments: str) -> str:
    """What the program prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "--db", store, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def completed(store: str, shell: str, typed: str) -> str:
    """What the shell's completion is given for a line that was begun."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={
            "PATH": os.environ["PATH"],
            "TRACKER_DATABASE_URL": store,
            "_TRACKER_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
            "_TYPER_COMPLETE_ARGS": typed,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
