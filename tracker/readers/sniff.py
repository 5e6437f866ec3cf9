"""What bytes hold, told from their beginning, never from a file's name."""

import codecs
import re

from tracker.errors import InputError
from tracker.readers.document import Kind
from tracker.readers.encoding import decode, is_wide
from tracker.readers.mailbox import is_envelope

HEAD_BYTES = 65_536
"""How much of an input `kind_of` wants to see."""

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
)
_UNREADABLE = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"OggS", "sound"),
    (b"ID3", "sound"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MANY_CONTROLS = 0.02

_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]{0,60})[\s/>]")
_FEED_ROOTS = (b"rss", b"feed", b"rdf:rdf")
_HTML_ROOTS = frozenset(
    b"html head body title meta link base style script noscript div p article section main header "
    b"table h1 h2 h3 center font span b i ul img br hr".split()
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*\S?")
_HEADERS_OF_MAIL = frozenset((b"message-id", b"mime-version", b"received", b"return-path"))
_HEADERS_OF_MAILBOXES = {b"from", b"date"}
"""Few are asked for, because the line before them is telling too."""


def kind_of(head: bytes) -> Kind:
    """Tell what an input holds.

    Args:
        head: Its first `HEAD_BYTES` bytes, or all if it is shorter.

    Returns:
        The kind of reader that it needs.

    Raises:
        InputError: No reader is for data like this.
    """
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    _refuse_binary(head)
    if is_wide(head):
        head = decode(head)[0].encode()
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"{"):
        return "jsonl" if _is_lines_of_json(start) else "json"
    if start.startswith((b"[{", b"[\n", b"[\r", b"[ ")):
        return "json"
    if start.startswith(b"<"):
        return _kind_of_markup(start)
    if is_envelope(start) and _headers(start.partition(b"\n")[2]) >= _HEADERS_OF_MAILBOXES:
        return "mbox"
    return "email" if _is_mail(start) else "text"


def _refuse_binary(head: bytes) -> None:
    for signature, name in _UNREADABLE:
        if head.startswith(signature):
            raise _unreadable(f"binary: {name}")
    if is_wide(head):
        return
    if b"\0" in head:
        raise _unreadable("binary: it has NUL bytes")
    if len(_CONTROLS.findall(head)) > _MANY_CONTROLS * len(head):
        raise _unreadable("binary: it is full of control characters")


def _unreadable(what: str) -> InputError:
    return InputError(
        f"is {what}", cure="give text, HTML, PDF, JSON, a feed or an archive of these"
    )


def _is_lines_of_json(start: bytes) -> bool:
    """One object a line, even if a line is broken; a pretty-printed object has `"` or `}` next."""
    first, newline, rest = start.partition(b"\n")
    return not newline or first.rstrip().endswith(b"}") or rest.lstrip().startswith(b"{")


def _kind_of_markup(start: bytes) -> Kind:
    if start[:14].lower() == b"<!doctype html":
        return "html"
    if b"<!ENTITY" in start:
        raise InputError(
            "is XML with a DTD that declares entities, which are not expanded",
            cure="give it without DOCTYPE",
        )
    match = _ROOT.match(_without_prologue(start))
    root = match[1].lower() if match else b""
    if root in _FEED_ROOTS:
        return "feed"
    if root in _HTML_ROOTS or (not match and not start.startswith(b"<?xml")):
        return "html" if match or start.startswith(b"<!") else "text"
    if root == b"billstatus":
        raise InputError(
            "is an official bill record (BILLSTATUS XML: number, version, actions), no article",
            cure="use `tracker import billstatus`",
        )
    raise InputError(
        f"is XML of an unknown kind, its root element is {root.decode() or 'missing'}",
        cure="give RSS, Atom or HTML",
    )


def _without_prologue(markup: bytes) -> bytes:
    """From the first element on: XML declarations, comments and DOCTYPE skipped."""
    rest = markup.lstrip()
    for _ in range(100):
        for opening, closing in ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">")):
            if rest.startswith(opening):
                rest = rest.partition(closing)[2].lstrip()
                break
        else:
            return rest
    return rest


def _is_mail(start: bytes) -> bool:
    """Headers up to a blank line, with a sender and what only mail programs write."""
    names = _headers(start)
    return (
        _HEADER.match(start) is not None
        and b"from" in names
        and (b"subject" in names or b"date" in names)
        and bool(names & _HEADERS_OF_MAIL)
    )


def _headers(start: bytes) -> set[bytes]:
    """The names of what looks like headers, up to a blank line."""
    block = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return {match[1].lower() for line in block.splitlines() if (match := _HEADER.match(line))}
