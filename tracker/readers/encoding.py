"""Bytes to text: marks of byte order first, then UTF-8, then the likeliest old encoding."""

import codecs

from tracker.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_MOSTLY_UTF8 = 0.5


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text whose encoding nobody declared.

    Args:
        data: The bytes of the whole text.

    Returns:
        The text without its byte order mark, and what is doubtful about it.

    Raises:
        InputError: The bytes are no text in any known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    bare = _utf16_without_mark(data)
    if bare is not None:
        return _replacing(data, bare)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if _looks_like_broken_utf8(data):
        return _replacing(data, "utf-8")
    guess = _guess(data)
    text, doubts = _replacing(data, guess)
    return text, (f"is no valid UTF-8 and was read as {guess}", *doubts)


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    doubts = (f"{lost} characters are no valid {encoding.upper()} and were replaced",)
    return text, doubts if lost else ()


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every other byte, and only there."""
    head = data[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.7 * half and even == 0:
        return "utf-16-le"
    if half and even > 0.7 * half and odd == 0:
        return "utf-16-be"
    return None


def _looks_like_broken_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII stand in sound UTF-8 sequences."""
    ascii_bytes = len(data.decode("ascii", "ignore"))
    sound = len(data.decode("utf-8", "ignore").encode()) - ascii_bytes
    return sound > _MOSTLY_UTF8 * (len(data) - ascii_bytes)


def _guess(data: bytes) -> str:
    import chardet

    encoding = chardet.detect(data[:_SAMPLE])["encoding"]
    if encoding is None:
        raise InputError("is no text in any known encoding", cure="save it as UTF-8")
    return encoding
