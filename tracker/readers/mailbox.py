"""Mailboxes (mbox): many messages in one file, each after a line of its own that begins `From `.

They are split here and not by the standard library's `mailbox`, which wants a file on disk and
holds a message of any size.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from tracker.errors import InputError
from tracker.readers.document import Document, Limits

# From desk@news.example Tue Jun  3 10:00:00 2025; list archives write "desk at news.example".
_ENVELOPE = re.compile(
    rb"From .{1,160}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}"
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_PIECE = 65_536


def is_envelope(line: bytes) -> bool:
    """Whether a line is the one that stands before each message of a mailbox."""
    return _ENVELOPE.match(line) is not None


def messages_in(
    stream: BinaryIO, origin: str, limits: Limits, _depth: int
) -> Iterator[Document | InputError]:
    """Find the messages of a mailbox, holding one at a time.

    Args:
        stream: The mailbox, from its first line.
        origin: Its name, for messages.
        limits: Sizes above which a message is refused.

    Yields:
        The messages in order; an error in the place of each that is too large.
    """
    for number, message in enumerate(_messages(stream, limits.document_bytes), 1):
        where = f"{origin}, message {number}"
        if message is None:
            limit = f"the limit is {limits.document_bytes / 1e6:,.0f} MB"
            yield InputError(f"is too large, {limit}", where=where)
        else:
            yield Document(where, "email", _ESCAPED.sub(rb"\1", message))


def _messages(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The messages without their envelopes; None for one beyond the limit."""
    held: list[bytes] | None = []
    size = 0
    after_blank, line_ended = False, True
    stream.readline(_PIECE)
    while piece := stream.readline(_PIECE):
        if line_ended and after_blank and is_envelope(piece):
            yield None if held is None else b"".join(held)
            held, size, after_blank = [], 0, False
            continue
        after_blank = line_ended and not piece.strip()
        line_ended = piece.endswith(b"\n")
        size += len(piece)
        if size > limit:
            held = None
        elif held is not None:
            held.append(piece)
    yield None if held is None else b"".join(held)
