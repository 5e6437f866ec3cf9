"""From what a user names to the documents in it: files, folders, standard input.

Gathering is cheap and keeps nothing in memory, so that it can feed other processes which parse.
"""

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from tracker.errors import InputError
from tracker.readers.document import Document, Kind, Limits, reason
from tracker.readers.sniff import HEAD_BYTES, describe_binary, kind_of

STANDARD_INPUT = "-"


def gather(
    inputs: Iterable[str | Path], limits: Limits | None = None
) -> Iterator[Document | InputError]:
    """Find the documents that inputs hold.

    Args:
        inputs: Paths of files and folders; `-` as a string is standard input.
        limits: Sizes above which documents are refused.

    Yields:
        The documents in the order of the inputs, those of a folder by name; an error in the
        place of each input or part of one that cannot be read.
    """
    limits = limits or Limits()
    for source in inputs:
        if source == STANDARD_INPUT:
            yield from _unpack(sys.stdin.buffer, STANDARD_INPUT, limits)
        else:
            yield from _named(Path(source), limits)


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
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file", cure="save what it gives to a file, or use -")
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            stream.seek(0)
            kind = _kind(head, path.name, status.st_size, limits)
            if kind in _STREAMED:
                yield from _stream(stream, kind, str(path), limits)
            else:
                yield Document(str(path), kind, path)
    except OSError as error:
        yield InputError(reason(error), where=str(path))
    except InputError as error:
        yield InputError(error.what, where=error.where or str(path), cure=error.cure)


def _unpack(stream: BinaryIO, origin: str, limits: Limits) -> Iterator[Document | InputError]:
    """The documents in a stream that has no name and no known size."""
    head = stream.read(HEAD_BYTES)
    rejoined = io.BufferedReader(_Rejoined(head, stream), HEAD_BYTES)
    try:
        kind = _kind(head, origin, len(head), limits)
        if kind in _STREAMED:
            yield from _stream(rejoined, kind, origin, limits)
        else:
            data = rejoined.read(limits.document_bytes + 1)
            _refuse_if_too_large(len(data), limits)
            yield Document(origin, kind, data)
    except InputError as error:
        yield InputError(error.what, where=origin, cure=error.cure)


def _kind(head: bytes, name: str, size: int, limits: Limits) -> Kind:
    if not head:
        raise InputError("is empty", cure="give a file with an article in it")
    kind = kind_of(head)
    if kind not in _STREAMED:
        _refuse_if_too_large(size, limits)
    if kind is None:
        raise InputError(f"is {describe_binary(head)}", cure="give text, not binary data")
    if kind == "text" and name.lower().endswith(_JSON_NAMES):
        raise InputError("is named as JSON, but its content is none", cure="rename or mend it")
    return kind


def _refuse_if_too_large(size: int, limits: Limits) -> None:
    if size > limits.document_bytes:
        raise InputError(
            f"is too large: {size / 1e6:,.0f} MB, the limit is {limits.document_bytes / 1e6:.0f} MB",
            cure="split it into articles",
        )


def _stream(
    stream: BinaryIO, kind: Kind, origin: str, limits: Limits
) -> Iterator[Document | InputError]:
    return _lines(stream, origin, limits)


def _lines(stream: BinaryIO, origin: str, limits: Limits) -> Iterator[Document | InputError]:
    number = 0
    while line := stream.readline(limits.document_bytes + 1):
        number += 1
        where = f"{origin}, line {number}"
        if len(line) > limits.document_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.document_bytes)
            yield InputError(
                f"is too large, the limit is {limits.document_bytes / 1e6:.0f} MB", where=where
            )
        elif line.strip():
            yield Document(where, "json", line)


class _Rejoined(io.RawIOBase):
    """A stream from whose beginning something was read, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            chunk, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            chunk = self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


_STREAMED: frozenset[Kind | None] = frozenset({"jsonl"})
_JSON_NAMES = (".json", ".jsonl", ".ndjson")
