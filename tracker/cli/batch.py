"""Many documents: read and extracted in this process or in several, with a bar on a terminal."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

from tracker.article import Article
from tracker.cli.words import words
from tracker.errors import InputError, TrackerError
from tracker.extraction import extract
from tracker.readers import Document, Given, parse
from tracker.record import Record

_CHUNK = 8
"""Documents sent to a worker at once; few, because one may be a whole feed."""

_CHUNKS_AHEAD = 4
"""Chunks in flight for each worker, so that memory stays flat however many inputs there are."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article and what it says."""

    article: Article
    record: Record


Result = Read | InputError


def results(
    documents: Iterable[Document | InputError],
    given: Given,
    jobs: int = 1,
    own_words: Path | None = None,
) -> Iterator[Result]:
    """Read and extract documents.

    Args:
        documents: As `readers.gather` finds them.
        given: What the caller says of their articles.
        jobs: How many processes do it; this one alone if 1.
        own_words: A file of the user's own words.

    Yields:
        What became of each article, in the order of the documents.

    Raises:
        TrackerError: A worker died.
    """
    if jobs == 1:
        for document in documents:
            yield from _worked([document], given, own_words)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _belong_to_parent)
    try:
        worked = partial(_worked, given=given, own_words=own_words)
        yield from _in_order(pool, iter(documents), worked, jobs)
    except BrokenProcessPool as error:
        raise TrackerError("a worker process died", cure="run again with --jobs 1") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor,
    documents: Iterator[Document | InputError],
    worked: Callable[[list[Document | InputError]], list[Result]],
    jobs: int,
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    while True:
        while len(waiting) < jobs * _CHUNKS_AHEAD and (chunk := list(islice(documents, _CHUNK))):
            waiting.append(pool.submit(worked, chunk))
        if not waiting:
            return
        yield from waiting.popleft().result()


def _belong_to_parent() -> None:
    """Leave interrupts to the parent process, and end with it, also when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _worked(
    documents: list[Document | InputError], given: Given, own_words: Path | None
) -> list[Result]:
    """Read and extract some documents; what runs in a worker."""
    found: list[Result] = []
    for document in documents:
        if isinstance(document, InputError):
            found.append(document)
        else:
            found.extend(
                outcome if isinstance(outcome, InputError) else extracted(outcome, own_words)
                for outcome in parse(document, given)
            )
    return found


def extracted(article: Article, own_words: Path | None) -> Result:
    """An article and what it says; nothing, and that as a doubt, if it is in a foreign language."""
    try:
        return Read(article, extract(article, words(own_words)))
    except InputError as error:
        doubt = f"is stored without claims: {error.what}"
        return Read(replace(article, doubts=(*article.doubts, doubt)), Record(article.id, ()))
    except Exception as error:  # noqa: BLE001 - one article must not stop a thousand others
        return InputError(
            f"cannot be extracted from, by a mistake in tracker: {type(error).__name__}: {error}",
            where=article.origin,
            cure="report it with the text",
        )


class Progress:
    """How far a batch has got."""

    def __init__(self, bar: Any = None) -> None:
        self._bar = bar

    def step(self, *, failed: int) -> None:
        """Count one more; `failed` of all have failed."""
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], advance=1, failed=failed)


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on stderr with count, rate and failures, if that is a terminal."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed or 0:,.0f}/s")

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} read"),
        TextColumn("{task.fields[failed]} failed"),
        Rate(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task("", total=None, failed=0)
        yield Progress(bar)
