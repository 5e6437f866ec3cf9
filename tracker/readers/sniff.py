"""What bytes hold, told from their beginning, never from a file's name."""

import codecs
import re

from tracker.readers.document import Kind

HEAD_BYTES = 65_536
"""How much of an input `kind_of` wants to see."""

_SIGNATURES = (
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
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
_MARKS_OF_WIDE_TEXT = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MANY_CONTROLS = 0.02


def kind_of(head: bytes) -> Kind | None:
    """Tell what an input holds.

    Args:
        head: Its first `HEAD_BYTES` bytes, or all if it is shorter.

    Returns:
        The kind of reader that it needs, None if it is binary data that none reads.
    """
    if _binary_type(head) is not None:
        return None
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"{"):
        return "jsonl" if _is_lines_of_json(start) else "json"
    if start.startswith((b"[{", b"[\n", b"[\r", b"[ ")):
        return "json"
    return "text"


def describe_binary(head: bytes) -> str:
    """Name the data that `kind_of` gave None for, for a message."""
    return _binary_type(head) or "data of an unknown type"


def _binary_type(head: bytes) -> str | None:
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return f"binary: {name}"
    if head.startswith(_MARKS_OF_WIDE_TEXT) or _is_wide_text(head):
        return None
    if b"\0" in head:
        return "binary: it has NUL bytes"
    if len(_CONTROLS.findall(head)) > _MANY_CONTROLS * len(head):
        return "binary: it is full of control characters"
    return None


def _is_wide_text(head: bytes) -> bool:
    """Two bytes a character, as `encoding` recognises without a byte order mark."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return (even == 0) != (odd == 0) and max(even, odd) > 0.7 * (len(head) // 2)


def _is_lines_of_json(start: bytes) -> bool:
    """One object a line, even if a line is broken; a pretty-printed object has `"` or `}` next."""
    first, _, rest = start.partition(b"\n")
    return first.rstrip().endswith(b"}") or rest.lstrip().startswith(b"{")
