"""The prompt of `tracker shell`: history, completion, statements over several lines."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer
from prompt_toolkit.output import ColorDepth

from tracker.cli import diagnostics
from tracker.cli.completing import Vocabulary, offers

_PROMPT, _CONTINUED = "tracker> ", "    ...> "


def prompt(
    vocabulary: Vocabulary, is_finished: Callable[[str], bool], *, color: bool
) -> Callable[[], str]:
    """Make a prompt.

    Args:
        vocabulary: What is completed.
        is_finished: Whether what was typed can be run; Enter begins another line if not.
        color: Whether it may be styled.

    Returns:
        A function that asks once. It raises `EOFError` at Ctrl-D, `KeyboardInterrupt` at Ctrl-C.
    """
    session: PromptSession[str] = PromptSession(
        _PROMPT,
        multiline=True,
        prompt_continuation=_CONTINUED,
        completer=_Completer(vocabulary),
        complete_while_typing=False,
        key_bindings=_keys(is_finished),
        history=_history(),
        lexer=PygmentsLexer.from_filename("statement.sql") if color else None,
        color_depth=None if color else ColorDepth.DEPTH_1_BIT,
    )
    return session.prompt


class _Completer(Completer):
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002  the interface
    ) -> Iterable[Completion]:
        found = offers(self._vocabulary, document.text_before_cursor, document.text_after_cursor)
        return (
            Completion(offer.text, start_position=-offer.replaces, display_meta=offer.about)
            for offer in found
        )


def _keys(is_finished: Callable[[str], bool]) -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif is_finished(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)

    return keys


def _history() -> History:
    """What was typed before, in a file that nobody else may read; none if it cannot be kept."""
    from platformdirs import user_state_path

    path = user_state_path("tracker", appauthor=False) / "shell_history"
    try:
        _make_private(path)
    except OSError as error:
        diagnostics.warn(f"{path}: {str(error.strerror).lower()}; history is not kept")
        return InMemoryHistory()
    return FileHistory(path)


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
    try:
        os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)
