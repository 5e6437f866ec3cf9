"""From what a user names to the documents in it: files, folders, standard input, urls.

Gathering is cheap and keeps nothing in memory, so that it can feed other processes which parse.
"""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Protocol

from tracker.errors import InputError
from tracker.readers.containers import (
    STREAMED,
    documents_in,
    kind_named,
    refuse_if_too_large,
    take_apart,
)
from tracker.readers.document import Document, Kind, Limits, reason
from tracker.readers.sniff import HEAD_BYTES

STANDARD_INPUT = "-"

_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


class Page(Protocol):
    """What a url gave: its last address, its bytes, and the encoding that came with them."""

    @property
    def url(self) -> str:
        """The last address, after all redirects."""

    @property
    def data(self) -> bytes:
        """The body."""

    @property
    def charset(self) -> str | None:
        """The declared encoding."""


Fetch = Callable[[str], Page | None]
"""Gets a url; None if it has not changed since it was last read. Raises `InputError`."""


def gather(
    inputs: Iterable[str | Path], limits: Limits | None = None, fetch: Fetch | None = None
) -> Iterator[Document | InputError]:
    """Find the documents that inputs hold.

    Args:
        inputs: Paths of files and folders, and urls; `-` as a string is standard input.
        limits: Sizes above which documents are refused.
        fetch: Gets a url; nothing is fetched but what is named here.

    Yields:
        The documents in the order of the inputs, those of a folder by name; an error in the
        place of each input or part of one that cannot be read.
    """
    limits = limits or Limits()
    for source in inputs:
        if source == STANDARD_INPUT:
            yield from _seen(_now(), documents_in(sys.stdin.buffer, STANDARD_INPUT, limits))
        elif isinstance(source, str) and _URL.match(source):
            yield from _fetched(source, limits, fetch)
        else:
            yield from _named(Path(source), limits)


def _fetched(url: str, limits: Limits, fetch: Fetch | None) -> Iterator[Document | InputError]:
    if fetch is None:
        yield InputError("is a url, and fetching is off", where=url, cure="save the page to a file")
        return
    try:
        page = fetch(url)
    except InputError as error:
        yield error
        return
    if page is not None:
        for found in _seen(_now(), documents_in(BytesIO(page.data), url, limits)):
            if isinstance(found, Document) and found.origin == url:
                yield replace(found, url=page.url, charset=page.charset)
            else:
                yield found


def _named(path: Path, limits: Limits) -> Iterator[Document | InputError]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield InputError(reason(error), where=str(path), cure="check the path and its permissions")
        return
    if not is_folder:
        yield from _file(path, limits)
        return
    empty = True
    for item in _folder(path, path.resolve()):
        empty = False
        yield from [item] if isinstance(item, InputError) else _file(item, limits)
    if empty:
        yield InputError(
            "is a directory without articles", where=str(path), cure="name one with files in it"
        )


def _folder(folder: Path, top: Path) -> Iterator[Path | InputError]:
    """The files below a folder, each once, whatever links to whatever."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(reason(error), where=str(folder))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield from _link(path, top)
        elif entry.is_dir(follow_symlinks=False):
            if not _belongs_to_a_saved_page(path):
                yield from _folder(path, top)
        else:
            yield path


def _link(path: Path, top: Path) -> Iterator[InputError]:
    """Links to within the folder lead to what is read anyway; the others are not followed."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else "is a loop of symbolic links"
        yield InputError(why, where=str(path))
        return
    if not target.is_relative_to(top):
        yield InputError(
            "is a symbolic link out of the folder and was not followed",
            where=str(path),
            cure="name its target itself",
        )


def _belongs_to_a_saved_page(folder: Path) -> bool:
    """Browsers save the pictures and scripts of `page.html` in `page_files`."""
    name, ending, _ = folder.name.rpartition("_files")
    return bool(ending) and any(
        folder.with_name(name + page).exists() for page in (".html", ".htm")
    )


def _file(path: Path, limits: Limits) -> Iterator[Document | InputError]:
    try:
        status = _status(path)
        changed = _last_change(status)
        with path.open("rb") as stream:
            kind = _kind(stream.read(HEAD_BYTES), path.name, status.st_size, limits)
            if kind in STREAMED:
                stream.seek(0)
                yield from _seen(changed, take_apart(stream, kind, str(path), limits))
            else:
                yield Document(str(path), kind, path, seen_at=changed)
    except OSError as error:
        yield InputError(reason(error), where=str(path), cure="check it and its permissions")
    except InputError as error:
        yield InputError(error.what, where=error.where or str(path), cure=error.cure)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _last_change(status: os.stat_result) -> datetime | None:
    """When a file last changed, in UTC; None for a time that no calendar has."""
    try:
        return datetime.fromtimestamp(status.st_mtime, UTC).replace(tzinfo=None)
    except (OverflowError, ValueError, OSError):
        return None


def _seen(
    moment: datetime | None, documents: Iterator[Document | InputError]
) -> Iterator[Document | InputError]:
    """Documents with the moment of what they are in, unless they know their own."""
    for found in documents:
        if isinstance(found, Document) and found.seen_at is None:
            yield replace(found, seen_at=moment)
        else:
            yield found


def _status(path: Path) -> os.stat_result:
    """Size and age of a regular file; others are not opened, a pipe would wait for its writer."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise InputError("is not a regular file", cure="save what it gives to a file, or use -")
    return status


def _kind(head: bytes, name: str, size: int, limits: Limits) -> Kind:
    try:
        kind = kind_named(head, name)
    except InputError:
        refuse_if_too_large(size, limits)
        raise
    if kind not in STREAMED:
        refuse_if_too_large(size, limits)
    return kind
