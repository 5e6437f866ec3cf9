"""Writes the pages of docs/ that say what the program says of itself: `make docs`."""

import io
import os
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import typer.main

from tracker.cli.main import app
from tracker.cli.schema import example_query
from tracker.sql.dates import MEANINGS
from tracker.store.catalogue import Relation, catalogue

_HERE = Path(__file__).parent
_ROOT = _HERE.parent
_CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_SCHEMA_HEAD = """\
# Schema

What there is to query: first the views, which reports read and which most questions need, then
the tables. Names change by migration only. This page is made by `make docs` from the meanings
that the tables and views carry; `tracker schema NAME` shows the same.

The diagram reads "one ... has many": a row of the table on the left may be referred to by many
rows of the table on the right, through the column named.

Reports name the claims that their cells come from. The words of any of them are in one view:

```sql
SELECT quote FROM claim WHERE claim = 'status-12'
```

In `tracker sql` and `tracker shell` both databases have these functions:

"""
_COMMANDS_HEAD = """\
# Commands

Every command, as its own `--help` tells it. This page is made by `make docs`.

An option that is not on the command line is taken from its variable, which its help names; else
from `config.toml` in the user's configuration directory, or the file that `TRACKER_CONFIG` names;
else it has the default of the program. In the file a key is an option, and a table a command:

```toml
database = "postgresql://localhost/tracker"
format = "csv"

[sql]
timeout = 30

[report.bills]
target = "RU"
```
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


def schema_page() -> str:
    """The text of docs/schema.md."""
    relations = catalogue()
    sections = [
        f"## {relation.name}\n\n{relation.kind.capitalize()}. {relation.meaning}\n\n"
        + "\n".join(_column_lines(relation))
        + f"\n\n```sql\n{example_query(relation)}\n```\n"
        for relation in relations
    ]
    functions = "".join(f"- `{call}`: {meaning}\n" for call, meaning in MEANINGS.items())
    return "\n".join([_SCHEMA_HEAD + functions, _diagram(relations), *sections])


def readme() -> str:
    """The README with what its commands print, one after another in a new store."""
    os.environ["COLUMNS"] = "96"
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    with TemporaryDirectory() as directory:
        store = f"{directory}/tracker.db"
        return _CONSOLE.sub(lambda block: _console(store, block.group()), text)


def draw(file: Path) -> None:
    """Draw the picture of the README from the articles that ship."""
    with TemporaryDirectory() as directory:
        store = f"{directory}/tracker.db"
        _run(store, ["ingest", "seeds/articles"])
        _run(store, ["plot", "support", "s1241", str(file)])


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {
        _HERE / "commands.md": commands_page(),
        _HERE / "schema.md": schema_page(),
        _ROOT / "README.md": readme(),
    }


def _console(store: str, block: str) -> str:
    """A block of commands, each with what it prints now."""
    commands = re.findall(r"^\$ tracker (.*)$", block, re.MULTILINE)
    return "".join(f"$ tracker {line}\n{_run(store, shlex.split(line))}" for line in commands)


def _run(store: str, arguments: list[str]) -> str:
    """What a command prints on a terminal, answers and messages alike."""
    table = [] if arguments[0] in {"ingest", "plot"} else ["--format", "table"]
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        command = typer.main.get_command(app)
        command(["--db", store, *arguments, *table], prog_name="tracker", standalone_mode=False)
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def _column_lines(relation: Relation) -> Iterator[str]:
    if relation.kind == "view":
        yield "| column | meaning |"
        yield "|---|---|"
        for column in relation.columns:
            yield f"| `{column.name}` | {column.meaning} |"
        return
    yield "| column | type | key | meaning |"
    yield "|---|---|---|---|"
    for column in relation.columns:
        yield f"| `{column.name}` | {column.type.lower()} | {column.key} | {column.meaning} |"


def _diagram(relations: Iterable[Relation]) -> str:
    """Which table refers to which, for the tables that hold what was read."""
    arrows = {
        f"    {key.split('.')[0]} ||--o{{ {relation.name} : {column.name}"
        for relation in relations
        for column in relation.columns
        for key in column.key.split(", ")
        if "." in key
    }
    return "\n".join(["```mermaid", "erDiagram", *sorted(arrows), "```", ""])


def _below(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, member in getattr(command, "commands", {}).items():
        yield (*path, name)
        yield from _below(member, (*path, name))


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
        sys.stderr.write(f"wrote {page}\n")
    draw(_HERE / "support.svg")
