"""Text from articles made harmless to what reads it: a terminal, a spreadsheet, a page.

Nothing is taken away: what could act is written as an escape that can be read.
"""

import re

_ACTIVE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # terminal control, all but line break and tab
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional control
    "\u2028\u2029\ufff9-\ufffb"  # separators and annotations that terminals act on
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding takes
    "\U000e0000-\U000e007f"  # tag characters: text that is there and cannot be seen
    "]"
)
_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_MARKDOWN_ACTIVE = re.compile(r"([\\`*\[\]|])")


def visible(text: str) -> str:
    r"""Write control and bidi characters as `\x1b`, `\u202e`; line breaks and tabs stay."""
    return _ACTIVE.sub(_escape, text)


def visible_line(text: str) -> str:
    r"""Like `visible`, on one line: line breaks and tabs become `\n` and `\t` too."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def in_json(encoded: str) -> str:
    """Escape in already encoded JSON what a terminal would act on; the value is unchanged."""
    return _ACTIVE.sub(lambda match: _utf16_escape(match.group()), encoded)


def in_spreadsheet(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def in_markdown(text: str) -> str:
    """Escape what Markdown, and the HTML inside it, would act on."""
    escaped = _MARKDOWN_ACTIVE.sub(r"\\\1", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _utf16_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
