"""What each report prints, letter for letter, in each format: `make golden` writes it anew.

The files under golden/ are to be read: whoever rewrites them reads the difference.
"""

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest
import typer.main
from reports.conftest import News

from tracker.cli.main import app

GOLDEN = Path(__file__).parent / "golden"
SUMMER = ("--as-of", "2025-09-01", "--known-at", "2025-09-01")
PAGES = {
    "bills": ("report", "bills", *SUMMER),
    "packages": ("report", "packages", "--issuer", "EU", *SUMMER),
    "timeline": ("report", "timeline", "18th package", *SUMMER),
    "changes": ("report", "changes", "--since", "2025-07-05", "--until", "2025-07-20"),
    "thresholds": ("report", "thresholds", "s1241", *SUMMER),
    "sponsors": ("report", "sponsors", "--since", "2025-06-01", "--until", "2025-07-01", *SUMMER),
    "sources": ("report", "sources", *SUMMER),
    "conflicts": ("report", "conflicts", *SUMMER),
    "outlook": ("report", "outlook", *SUMMER),
    "coverage": ("report", "coverage", "--since", "2025-07-15", *SUMMER),
    "show-bill": ("show", "s1241", *SUMMER),
    "show-package": ("show", "17th package", "--as-of", "2025-05-31", "--known-at", "2025-05-31"),
    "explain": ("explain", "status-28"),
}
FORMATS = {
    "table-80.txt": ("table", "80"),
    "table-200.txt": ("table", "200"),
    "plain.txt": ("plain", "80"),
    "json": ("json", "80"),
    "jsonl": ("jsonl", "80"),
    "csv": ("csv", "80"),
    "tsv": ("tsv", "80"),
    "md": ("md", "80"),
    "html": ("html", "80"),
    "rst": ("rst", "80"),
}


COMMAND = typer.main.get_command(app)


def printed(store: str, *arguments: str) -> str:
    output = io.StringIO()
    with redirect_stdout(output):
        COMMAND(args=["--db", store, *arguments], prog_name="tracker", standalone_mode=False)
    return output.getvalue()


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("page", PAGES)
def test_a_report_prints_what_it_did(
    page: str,
    ending: str,
    news: News,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    name, width = FORMATS[ending]
    monkeypatch.setenv("COLUMNS", width)
    text = printed(news.store, *PAGES[page], "--format", name)
    file = GOLDEN / f"{page}.{ending}"
    if pytestconfig.getoption("--write-golden"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; see `make golden`"
