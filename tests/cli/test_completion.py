"""The shell completes commands, formats and the names of measures."""

import os
import subprocess
import sys

import pytest
from conftest import Stores


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return Stores(tmp_path_factory.mktemp("completion"), None).seeded()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tracker rep", "report"),
        ("tracker report pack", "packages"),
        ("tracker report bills --format json", "jsonl"),
        ("tracker show eu/ru/1", "eu/ru/17"),
        ("tracker show Sanctioning", "Sanctioning Russia Act of 2025"),
    ],
)
def test_what_was_begun_is_completed(store: str, typed: str, offered: str) -> None:
    words = typed.split()
    done = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={
            "PATH": os.environ["PATH"],
            "TRACKER_DATABASE_URL": store,
            "_TRACKER_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert offered in done.stdout.splitlines()
