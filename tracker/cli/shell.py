"""`tracker shell`: one query after another, in SQL that can only read."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from tracker.cli import diagnostics, settings
from tracker.cli.answering import ROWS, SECONDS, RowLimit, Terms, Timeout, Timing, answer, pair
from tracker.cli.output import OutputFormat, show
from tracker.cli.output.formats import names
from tracker.errors import TrackerError, UsageError
from tracker.listing import Listing

if TYPE_CHECKING:
    from tracker.cli.completing import Vocabulary

_LONGEST = 100_000
"""Input is not gathered beyond this; the gate refuses longer statements."""


def shell(
    context: typer.Context,
    limit: RowLimit = ROWS,
    timeout: Timeout = SECONDS,
    timing: Timing = False,
    format: OutputFormat = None,
) -> None:
    """Query the store, one statement after another.

    A statement ends with a semicolon and may take several lines; @NAME runs a saved query, .help
    tells the commands. Tab completes, Ctrl-C abandons a statement, Ctrl-D leaves. The same holds
    of statements as for `tracker sql`. Without a terminal they are read from standard input, and
    the first that fails ends the run.

    \b
    Example:
      tracker shell
      tracker shell --format csv < questions.sql
    """
    run = settings.of(context)
    session = Session(Terms(run.database, limit, timeout, timing, format, run.color))
    if sys.stdin.isatty() and sys.stdout.isatty():
        _converse(session)
    else:
        _read(session, sys.stdin)


class Session:
    """What one shell remembers, and what it does with a line.

    Attributes:
        terms: How queries are asked and answered.
        left: Whether the user wants to leave.
    """

    def __init__(self, terms: Terms) -> None:
        """Begin without parameters."""
        self.terms = terms
        self.left = False
        self._parameters: dict[str, str] = {}

    def run(self, text: str) -> None:
        """Run a statement, a saved query or a command.

        Raises:
            TrackerError: It is wrong, or was refused.
        """
        if text.startswith("."):
            self._command(text)
            return
        if text.startswith("@"):
            from tracker.cli import queries

            text = queries.named(self.terms.database, text.removeprefix("@").strip()).text
        answer(self.terms, text, self._values(text))

    def _values(self, text: str) -> dict[str, str]:
        from tracker.sql.parameters import named_in

        needed = named_in(text)
        for name in needed - self._parameters.keys():
            raise UsageError(
                f"the parameter :{name} has no value", cure=f"give it one: .param {name}=VALUE"
            )
        return {name: self._parameters[name] for name in needed}

    def _command(self, line: str) -> None:
        name, _, argument = line.partition(" ")
        if name not in COMMANDS:
            raise UsageError(f"there is no command {name}", cure=".help tells those that there are")
        _, act = COMMANDS[name]
        act(self, argument.strip())

    def show(self, listing: Listing) -> None:
        """Print a listing in the format of the session."""
        show(listing, self.terms.format, color=self.terms.color)

    def help(self, _argument: str) -> None:
        """Tell the commands."""
        rows = [(f"{name} {takes}".strip(), act.__doc__) for name, (takes, act) in COMMANDS.items()]
        self.show(Listing(("command", "what it does"), [*rows, ("@NAME", "Run a saved query.")]))

    def tables(self, _argument: str) -> None:
        """List tables and views."""
        self.schema("")

    def schema(self, argument: str) -> None:
        """Tell the columns of a table or view."""
        from tracker.cli.schema import describe

        describe(argument or None, self.terms.format, color=self.terms.color, in_shell=True)

    def queries(self, _argument: str) -> None:
        """List the saved queries."""
        from tracker.cli import queries

        self.show(queries.listed(self.terms.database))

    def format(self, argument: str) -> None:
        """Print answers in another format from now on."""
        if argument not in names():
            raise UsageError(
                f"there is no format {argument!r}", cure=f"there are {', '.join(names())}"
            )
        self.terms = replace(self.terms, format=argument)

    def param(self, argument: str) -> None:
        """Give :NAME a value from now on; without NAME=VALUE tell those given."""
        if argument:
            self._parameters.update([pair(argument)])
        else:
            self.show(Listing(("parameter", "value"), list(self._parameters.items())))

    def quit(self, _argument: str) -> None:
        """Leave."""
        self.left = True


COMMANDS: dict[str, tuple[str, Callable[[Session, str], None]]] = {
    ".tables": ("", Session.tables),
    ".schema": ("[TABLE]", Session.schema),
    ".queries": ("", Session.queries),
    ".format": ("FORMAT", Session.format),
    ".param": ("[NAME=VALUE]", Session.param),
    ".help": ("", Session.help),
    ".quit": ("", Session.quit),
}
"""The commands of the shell: what each takes, and what it does."""


def parts(text: str) -> tuple[list[str], str]:
    """Part input into what can be run, and the rest that has not ended.

    A line that begins with a dot or @ ends with the line, a statement with a semicolon.
    """
    from tracker.sql.tokens import first_statement, without_leading_comments

    whole: list[str] = []
    while True:
        text = without_leading_comments(text)
        if text.startswith((".", "@")):
            line, newline, rest = text.partition("\n")
            if not newline:
                return whole, text
            whole.append(line.rstrip("; \t\r"))
        else:
            found = first_statement(text)
            if found is None:
                return whole, text
            statement, rest = found
            whole.append(statement)
        text = rest


def is_finished(text: str) -> bool:
    """Whether all of the input can be run."""
    return not parts(f"{text}\n")[1]


def _converse(session: Session) -> None:
    from tracker.cli.prompting import prompt

    ask = prompt(_vocabulary(session), is_finished, color=session.terms.color)
    diagnostics.note(".help tells the commands; Ctrl-D leaves")
    while not session.left:
        try:
            typed = ask()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        try:
            for text in parts(f"{typed}\n")[0]:
                session.run(text)
        except TrackerError as failure:
            diagnostics.error(failure)
        except KeyboardInterrupt:
            diagnostics.note("abandoned")


def _read(session: Session, lines: Iterable[str]) -> None:
    for text in _read_parts(lines):
        session.run(text)
        if session.left:
            return


def _read_parts(lines: Iterable[str]) -> Iterator[str]:
    gathered = ""
    for line in lines:
        whole, gathered = parts(gathered + line)
        yield from whole
        if len(gathered) > _LONGEST:
            break
    if gathered:
        yield gathered


def _vocabulary(session: Session) -> "Vocabulary":
    from tracker.cli.completing import Vocabulary
    from tracker.cli.queries import all_queries
    from tracker.sql.words import functions, keywords
    from tracker.store.catalogue import catalogue

    relations = catalogue()
    saved = all_queries(session.terms.database).values()
    return Vocabulary(
        relations=relations,
        keywords=keywords(),
        functions=functions(),
        queries={query.name: query.description for query in saved},
        commands={name: act.__doc__ or "" for name, (_, act) in COMMANDS.items()},
        arguments={
            ".schema": {relation.name: relation.meaning for relation in relations},
            ".format": dict.fromkeys(names(), ""),
        },
    )
