"""Inputs that hold others: lines of JSON, mailboxes, gzip, zip and WARC, taken apart as streams.

Nothing is written to disk under a name from an archive, no member is decompressed beyond the limit
for one document, and the whole of an archive not beyond the limit for archives.
"""

import io
import posixpath
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from gzip import GzipFile
from typing import IO, Any, BinaryIO, cast

from tracker.errors import InputError
from tracker.readers.document import Document, Kind, Limits
from tracker.readers.mailbox import messages_in
from tracker.readers.sniff import HEAD_BYTES, kind_of

_DEEPEST = 3
"""A zip in a gzip in a zip; more is an attack or a mistake."""

_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_OFFICE_NAMES = ("[Content_Types].xml", "mimetype")
_PAGE_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
)


def documents_in(
    stream: BinaryIO, origin: str, limits: Limits, depth: int = 0
) -> Iterator[Document | InputError]:
    """Find the documents in a stream, whatever it holds.

    Args:
        stream: Bytes to read from where it stands; it need not be seekable.
        origin: The name of what it holds, for messages.
        limits: Sizes above which a document is refused.
        depth: How many archives it is in.

    Yields:
        The documents in order; an error in the place of each that cannot be had.
    """
    head = stream.read(HEAD_BYTES)
    rejoined = cast("BinaryIO", io.BufferedReader(_Rejoined(head, stream), HEAD_BYTES))
    try:
        kind = kind_named(head, origin)
        if kind in STREAMED:
            yield from take_apart(rejoined, kind, origin, limits, depth)
        else:
            data = rejoined.read(limits.document_bytes + 1)
            refuse_if_too_large(len(data), limits)
            yield Document(origin, kind, data)
    except InputError as error:
        yield InputError(error.what, where=error.where or origin, cure=error.cure)


def take_apart(
    stream: BinaryIO, kind: Kind, origin: str, limits: Limits, depth: int = 0
) -> Iterator[Document | InputError]:
    """Find the documents in a container of a known kind (see `documents_in`)."""
    if depth >= _DEEPEST:
        raise InputError(f"is an archive in {depth} archives, over the limit", cure="unpack it")
    return STREAMED[kind](stream, origin, limits, depth)


def kind_named(head: bytes, name: str) -> Kind:
    """What an input with this beginning and name holds (see `sniff.kind_of`)."""
    if not head:
        raise InputError("is empty", cure="give a file with an article in it")
    kind = kind_of(head)
    if kind == "text" and name.lower().endswith(_JSON_NAMES):
        raise InputError("is named as JSON, but its content is none", cure="rename or mend it")
    return kind


def refuse_if_too_large(size: int, limits: Limits) -> None:
    """Raise an `InputError` for a document of more bytes than the limit."""
    if size > limits.document_bytes:
        limit = f"the limit is {limits.document_bytes / 1e6:,.0f} MB"
        raise InputError(f"is too large, {limit}", cure="split it into articles")


def _lines(
    stream: BinaryIO, origin: str, limits: Limits, _depth: int
) -> Iterator[Document | InputError]:
    number = 0
    while line := stream.readline(limits.document_bytes + 1):
        number += 1
        where = f"{origin}, line {number}"
        if len(line) > limits.document_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.document_bytes)
            limit = f"the limit is {limits.document_bytes / 1e6:,.0f} MB"
            yield InputError(f"is too large, {limit}", where=where)
        elif line.strip():
            yield Document(where, "json", line)


def _gzip(
    stream: BinaryIO, origin: str, limits: Limits, depth: int
) -> Iterator[Document | InputError]:
    with _damage("gzip"):
        name = origin[:-3] if origin.lower().endswith(".gz") else origin
        unpacked = cast("BinaryIO", _Capped(GzipFile(fileobj=stream), limits.archive_bytes))
        for found in documents_in(unpacked, name, limits, depth + 1):
            yield _renamed(found, name, origin)


def _renamed(found: Document | InputError, name: str, origin: str) -> Document | InputError:
    """The same under the name that the archive has on disk."""
    if isinstance(found, InputError):
        where = (found.where or name).replace(name, origin, 1)
        return InputError(found.what, where=where, cure=found.cure)
    return replace(found, origin=found.origin.replace(name, origin, 1))


def _zip(
    stream: BinaryIO, origin: str, limits: Limits, depth: int
) -> Iterator[Document | InputError]:
    with _damage("zip"), _seekable(stream, limits) as whole, zipfile.ZipFile(whole) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        _refuse_unsafe(members, limits)
        found = False
        for member in sorted(members, key=lambda member: member.filename):
            if _is_furniture(member.filename):
                continue
            found = True
            yield from _member(archive, member, f"{origin}/{member.filename}", limits, depth)
        if not found:
            raise InputError("is an archive without articles", cure="give one with files in it")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, limits: Limits, depth: int
) -> Iterator[Document | InputError]:
    if member.flag_bits & 1:
        yield InputError("is encrypted", where=origin, cure="unpack it with its password")
        return
    try:
        with _damage("zip"), archive.open(member) as stream:
            yield from documents_in(cast("BinaryIO", stream), origin, limits, depth + 1)
    except InputError as error:
        yield InputError(error.what, where=origin, cure=error.cure)


def _refuse_unsafe(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = {member.filename for member in members}
    if names.intersection(_OFFICE_NAMES):
        raise InputError("is an office document in a zip archive", cure="save it as PDF or text")
    for name in names:
        if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
            raise InputError(
                f"is an unsafe zip archive: a name in it leads out of it ({name[:80]})",
                cure="unpack it where it can do no harm",
            )
    if sum(member.file_size for member in members) > limits.archive_bytes:
        raise _too_much(limits.archive_bytes)


def _too_much(limit: int) -> InputError:
    return InputError(
        f"is too large when decompressed, the limit is {limit / 1e9:,.1f} GB", cure="split it"
    )


def _is_furniture(name: str) -> bool:
    """Hidden files, and the pictures and scripts that browsers save beside a page."""
    parts = posixpath.normpath(name).split("/")
    return any(part.startswith((".", "__MACOSX")) for part in parts) or any(
        part.endswith("_files") for part in parts[:-1]
    )


def _warc(
    stream: BinaryIO, origin: str, limits: Limits, _depth: int
) -> Iterator[Document | InputError]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    found = False
    with _damage("WARC"):
        for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all"):
            if not _is_page(record):
                continue
            found = True
            yield _page(record, origin, limits)
    if not found:
        raise InputError("is a WARC archive without pages", cure="give one with articles in it")


def _is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.is_http and record.http_headers else 200
    kind = record.http_content_type or record.headers.get("Content-Type", "").partition(";")[0]
    is_robots = (record.headers.get("WARC-Target-URI") or "").endswith("/robots.txt")
    return status == 200 and kind in _PAGE_TYPES and not is_robots


def _page(record: Any, origin: str, limits: Limits) -> Document | InputError:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    where = f"{origin}, {url or record.record_id}"
    try:
        data = record.reader.read(limits.document_bytes + 1)
        refuse_if_too_large(len(data), limits)
        kind = kind_named(data[:HEAD_BYTES], "")
    except InputError as error:
        return InputError(error.what, where=where, cure=error.cure)
    except (OSError, ValueError, EOFError) as error:
        return InputError(f"is a damaged record: {error}", where=where)
    if kind in STREAMED:
        return InputError("is an archive in a WARC archive", where=where, cure="unpack it")
    taken = record.record_date.astimezone(UTC).replace(tzinfo=None) if record.record_date else None
    return Document(where, kind, data, url, record.http_charset, seen_at=taken)


STREAMED: Mapping[Kind, Callable[[BinaryIO, str, Limits, int], Iterator[Document | InputError]]] = {
    "jsonl": _lines,
    "mbox": messages_in,
    "gzip": _gzip,
    "zip": _zip,
    "warc": _warc,
}
"""The kinds that are taken apart, so that their size as a whole has no limit of a document."""


@contextmanager
def _damage(kind: str) -> Iterator[None]:
    """What libraries raise on broken archives, as an `InputError`."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise InputError(
            f"is a damaged, truncated or unsupported {kind} archive", cure="make it anew"
        ) from error


@contextmanager
def _seekable(stream: BinaryIO, limits: Limits) -> Iterator[IO[bytes]]:
    """A stream that can be read from its end, as zip demands; unnamed on disk if it is large."""
    with tempfile.SpooledTemporaryFile(max_size=limits.document_bytes) as copy:
        shutil.copyfileobj(_Capped(stream, limits.archive_bytes), copy)
        copy.seek(0)
        yield cast("IO[bytes]", copy)


class _Capped:
    """A stream that refuses to give more bytes than a limit."""

    def __init__(self, stream: Any, limit: int) -> None:
        self._stream = stream
        self._left = limit
        self._limit = limit

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise _too_much(self._limit)
        return data


class _Rejoined(io.RawIOBase):
    """A stream from whose beginning something was read, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            chunk, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            chunk = self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._given += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """How far it was read; fastwarc wants to know, but never goes back."""
        return self._given
