"""Text and Markdown files: what stands above the text about it.

Two notations are in use: YAML between lines of `---`, and `Key: value` lines closed by a blank one.
"""

import re
from typing import Any

from tracker.readers.dates import Candidate
from tracker.readers.document import Draft
from tracker.readers.encoding import decode
from tracker.readers.headline import headline

_MOST = 10_000
_KEYS = {
    "title": ("title", "headline"),
    "date": ("date", "published", "pubdate"),
    "url": ("url", "link", "canonical_url", "source_url"),
    "publisher": ("publisher", "source", "site", "outlet"),
    "id": ("id",),
    "language": ("language", "lang"),
}
_YAML = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(.*)")
# "# Title" as the first line of Markdown
_MARKDOWN_HEADING = re.compile(r"#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*$")


def read_text(data: bytes) -> Draft:
    """Read a text file as one article.

    Args:
        data: The file's bytes, in any encoding.

    Returns:
        A draft. Its text is the file's, unchanged; if the file has front matter, what follows that,
        under the title if it does not begin with it.
    """
    text, doubts = decode(data)
    fields, body = _split(text)
    if not fields:
        return Draft(text=text, title=_plain_headline(text), doubts=doubts)
    title = fields.get("title") or _plain_headline(body)
    if title and title != _plain_headline(body):
        body = f"{title}\n\n{body}"
    return Draft(
        text=body,
        id=fields.get("id"),
        title=title,
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        language=fields.get("language"),
        dates=(Candidate(fields.get("date"), "front matter"),),
        doubts=doubts,
    )


def _split(text: str) -> tuple[dict[str, str], str]:
    """The known fields of the front matter, and the text below; no fields if there is none."""
    head = text[:_MOST]
    match = _YAML.match(head)
    if match:
        return _known(_yaml(match[1])), text[match.end() :].lstrip("\r\n")
    block, blank, _ = head.replace("\r\n", "\n").partition("\n\n")
    lines = [_LINE.fullmatch(line) for line in block.split("\n")]
    pairs = {match[1].strip(): match[2] for match in lines if match}
    known = _known(pairs)
    if blank and all(lines) and "title" in known and len(known) > 1:
        return known, re.split(r"\r?\n\r?\n", text, maxsplit=1)[1]
    return {}, text


def _yaml(source: str) -> dict[str, Any]:
    import yaml

    try:
        # Without types, so that a date stays as it was written.
        value = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _known(pairs: dict[str, Any]) -> dict[str, str]:
    given = {str(key).strip().lower().replace(" ", "_"): value for key, value in pairs.items()}
    found = {}
    for name, keys in _KEYS.items():
        values = (given[key] for key in keys if isinstance(given.get(key), str))
        value = next((value.strip() for value in values if value.strip()), None)
        if value:
            found[name] = value
    return found


def _plain_headline(text: str) -> str | None:
    line = headline(text)
    match = _MARKDOWN_HEADING.match(line) if line else None
    return match[1] if match else line
