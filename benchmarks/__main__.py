"""Medians of whole commands, from start to exit, on a store with the sample articles."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

_RUNS = 5
_ARTICLES = Path(__file__).parent.parent / "seeds" / "articles"


def _seconds(arguments: list[str]) -> float:
    command = [sys.executable, "-m", "tracker", *arguments]
    taken = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  our own command
        taken.append(time.perf_counter() - started)
    return median(taken)


def main() -> None:
    """Print one line a command."""
    with TemporaryDirectory() as directory:
        store = ["--db", str(Path(directory) / "store.db")]
        for arguments in (
            ["--help"],
            [*store, "db", "init"],
            [*store, "ingest", str(_ARTICLES)],
            [*store, "report", "bills"],
            [*store, "report", "changes"],
            [*store, "sql", "SELECT * FROM bill_status"],
            ["extract", str(_ARTICLES)],
        ):
            words = " ".join(word for word in arguments if not word.startswith(("/", "--db")))
            sys.stdout.write(f"{_seconds(arguments):7.3f} s  tracker {words}\n")


if __name__ == "__main__":
    main()
