"""Bytes to text: marks of byte order first, then UTF-8, then the likeliest old encoding."""

import codecs
import re

from tracker.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})""", re.IGNORECASE
)
_PROLOGUE = 4096
_LATIN_1 = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
# Not UTF-7: it smuggles markup past whoever reads the page in another encoding.
_PAGE_ENCODINGS = ("windows-", "cp125", "iso-8859-", "koi8-", "gb", "big5", "shift_jis", "euc-")
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


def decode_markup(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode HTML or XML, which may declare its own encoding.

    Args:
        data: The bytes of the whole page or feed.
        declared: The encoding that came with it from elsewhere, as in an HTTP header.

    Returns:
        The source and what is doubtful about it. What is valid UTF-8 is read as that, whatever it
        claims to be; another claim is believed if all bytes fit it.

    Raises:
        InputError: The bytes are no text in any known encoding.
    """
    if not is_wide(data) and not data.startswith(codecs.BOM_UTF8):
        for encoding in ("utf-8", declared, _declared_within(data)):
            text = _strictly(data, encoding)
            if text is not None:
                return text, ()
    return decode(data)


def is_wide(data: bytes) -> bool:
    """Whether a text begins in UTF-16 or UTF-32, with a byte order mark or without."""
    marked = data.startswith(tuple(mark for mark, encoding in _MARKS if encoding != "utf-8"))
    return marked or _utf16_without_mark(data) is not None


def _declared_within(data: bytes) -> str | None:
    match = _DECLARATION.search(data[:_PROLOGUE])
    return match[1].decode("ascii") if match else None


def _strictly(data: bytes, encoding: str | None) -> str | None:
    """The text if `encoding` is one that pages are written in and all bytes fit it."""
    name = (encoding or "").strip().lower()
    if name in _LATIN_1:
        # What is declared so on the web is written in Windows' superset of it.
        name = "cp1252"
    elif name != "utf-8" and not name.startswith(_PAGE_ENCODINGS):
        return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


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
