"""Writes the pages of docs/ that say what the program says of itself: `make docs`."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import typer.main

from tracker.cli.main import app

_HERE = Path(__file__).parent
_COMMANDS_HEAD = """\
# Commands

Every command, as its own `--help` tells it. This page is made by `make docs`.
"""


def command_paths() -> Iterator[tuple[str, ...]]:
    """The words of each command, groups before their members."""
    yield ()
    yield from _below(typer.main.get_command(app), ())


def help_of(path: tuple[str, ...]) -> str:
    """What `tracker PATH --help` prints on a terminal of 100 columns."""
    os.environ["COLUMNS"] = "100"
    printed = io.StringIO()
    with redirect_stdout(printed):
        app(args=[*path, "--help"], prog_name="tracker", standalone_mode=False)
    return printed.getvalue().strip()


def commands_page() -> str:
    """The text of docs/commands.md."""
    sections = [
        f"## {' '.join(('tracker', *path))}\n\n```text\n{help_of(path)}\n```\n"
        for path in command_paths()
    ]
    return "\n".join([_COMMANDS_HEAD, *sections])


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {_HERE / "commands.md": commands_page()}


def _below(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, member in getattr(command, "commands", {}).items():
        yield (*path, name)
        yield from _below(member, (*path, name))


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
        sys.stderr.write(f"wrote {page}\n")
