"""The one place that writes to stderr and that knows the exit codes.

Data goes to stdout and is no business of this module. A quiet run writes nothing here.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TextIO

import typer

from tracker.cli.output.harmless import visible_line
from tracker.errors import DatabaseError, InputError, QueryError, TrackerError, UsageError

if TYPE_CHECKING:
    from tracker.article import Article


class ExitCode(IntEnum):
    """What the exit code of a run says."""

    DONE = 0
    INPUTS_FAILED = 1
    USAGE = 2
    DATABASE = 3
    QUERY = 4
    INTERRUPTED = 130


_CODES: dict[type[TrackerError], ExitCode] = {
    InputError: ExitCode.INPUTS_FAILED,
    UsageError: ExitCode.USAGE,
    DatabaseError: ExitCode.DATABASE,
    QueryError: ExitCode.QUERY,
}


_ORIGINS = {
    "ENVIRONMENT": " (from the environment)",
    "DEFAULT_MAP": " (from the configuration file)",
}
"""Where a wrong value comes from that is not on the command line."""


@dataclass(slots=True)
class Voice:
    """How this run speaks on stderr; the command line sets it once.

    Attributes:
        debug: Show tracebacks.
        quiet: Leave out notes; warnings and errors stay.
        verbose: Tell details too.
        color: Style the word that opens a line.
    """

    debug: bool = False
    quiet: bool = False
    verbose: bool = False
    color: bool = False


voice = Voice()


def error(message: str | TrackerError) -> None:
    """Say what failed, in one line."""
    _say("error", str(message), "31")


def warn(message: str) -> None:
    """Say what was left out or may surprise, in one line."""
    _say("warning", message, "33")


def note(message: str) -> None:
    """Say what was done, in one line, unless the run is quiet."""
    if not voice.quiet:
        _say(None, message, "")


def detail(message: str) -> None:
    """Say what only a verbose run tells."""
    if voice.verbose:
        _say(None, message, "")


def doubts(article: "Article") -> None:
    """Say what was not believed of an article."""
    origin = article.origin or article.id or "the article"
    for doubt in article.doubts:
        warn(f"{origin}: {doubt}")


def exit_code(failure: TrackerError) -> ExitCode:
    """The exit code that a failure ends the run with."""
    return next(code for kind, code in _CODES.items() if isinstance(failure, kind))


def run(main: Callable[[], object]) -> int:
    """Run a command and turn whatever ends it into an exit code and at most one line.

    Args:
        main: The command line, which raises `TrackerError`, typer's own exceptions,
            or returns the exit code.

    Returns:
        The exit code of the process.
    """
    _take_any_character(sys.stdout)
    _take_any_character(sys.stderr)
    try:
        code = main()
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as end:
        if isinstance(end, SystemExit) and not isinstance(end.__context__, BrokenPipeError):
            raise
        # The reader of our output has seen enough; keep the interpreter from flushing again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except (KeyboardInterrupt, typer.Abort):
        error("interrupted")
        return ExitCode.INTERRUPTED
    except typer.TyperException as failure:
        error(_with_help(failure))
        return failure.exit_code
    except TrackerError as failure:
        _trace()
        error(failure)
        return exit_code(failure)
    except Exception as failure:  # noqa: BLE001  the last one to see it
        _trace()
        cure = "" if voice.debug else "; run again with --debug and report what it shows"
        error(f"this is a mistake in tracker: {type(failure).__name__}: {failure}{cure}")
        return ExitCode.INPUTS_FAILED
    if code == ExitCode.INTERRUPTED:
        # typer turns a key press within a command into its exit code.
        error("interrupted")
    return code if isinstance(code, int) else ExitCode.DONE


def _say(opening: str | None, message: str, color: str) -> None:
    line = visible_line(message.strip())
    if opening is not None:
        styled = f"\x1b[{color}m{opening}:\x1b[0m" if voice.color else f"{opening}:"
        line = f"{styled} {line}"
    sys.stdout.flush()
    sys.stderr.write(f"tracker: {line}\n")


def _with_help(failure: typer.TyperException) -> str:
    message = failure.format_message().rstrip(".")
    context = getattr(failure, "ctx", None)
    if context is None:
        return f"{message}; see 'tracker --help'"
    parameter = getattr(failure, "param", None)
    source = context.get_parameter_source(parameter.name) if parameter is not None else None
    origin = _ORIGINS.get(source.name, "") if source is not None else ""
    return f"{message}{origin}; see '{context.command_path} --help'"


def _trace() -> None:
    if voice.debug:
        import traceback

        traceback.print_exc()


def _take_any_character(stream: TextIO) -> None:
    """Write what the terminal's encoding lacks as an escape instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
