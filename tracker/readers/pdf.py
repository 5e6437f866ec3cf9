"""PDF files: the text of their pages, put back into paragraphs."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tracker.errors import InputError
from tracker.readers.dates import Candidate, date_in_text
from tracker.readers.document import Draft
from tracker.readers.headline import headline

_FULL_LINE = 0.75
"""Share of the widest line that a line must fill for the next one to go on with its sentence."""

_CHILD = Path(__file__).with_name("pdf_child.py")
_FAULTS = {
    "damaged": ("is a damaged or truncated PDF", "download it again"),
    "encrypted": ("is an encrypted PDF that needs a password", "save it without one"),
    "pages": ("is a PDF of too many pages, over the limit", "split it into articles"),
    "text": ("is a PDF of too much text, over the limit", "split it into articles"),
}
# D:20250514093000+02'00'
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})", re.ASCII)
# PDFium marks a hyphen at the end of a line that divides a word with U+FFFE or U+0002.
_HYPHENS = ("\ufffe", "\x02", "\u00ad")
_PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?$", re.IGNORECASE)


def read_pdf(data: bytes) -> Draft:
    """Read a PDF as one article.

    Args:
        data: The file's bytes.

    Returns:
        A draft whose text has one line a paragraph, without running heads and page numbers.

    Raises:
        InputError: The file is damaged, encrypted, too large, or has no text (a scan).
    """
    pages, created = _pages(data)
    text = "\n".join(_paragraphs(_without_running_heads(pages)))
    if not text.strip():
        raise InputError(
            "is a PDF with no text in it, likely a scan", cure="run it through OCR first"
        )
    return Draft(
        text=text,
        title=headline(text),
        # When the file was made is often long after the day that stands at the top.
        dates=(
            Candidate(date_in_text(text), "text"),
            Candidate(_creation_date(created), "page"),
        ),
    )


def _pages(data: bytes) -> tuple[list[list[str]], str]:
    """The lines of each page, and when the file was made."""
    child = subprocess.run(  # noqa: S603 - our own script, no shell
        # Without -P, our html.py would stand before the standard library's.
        [sys.executable, "-P", str(_CHILD)],
        input=data,
        capture_output=True,
        check=False,
    )
    if child.returncode != 0:
        raise InputError(
            "is a PDF that needs more memory or time than the limit, or is damaged",
            cure="save it anew, or in parts",
        )
    reply = json.loads(child.stdout)
    if "fault" in reply:
        what, cure = _FAULTS[reply["fault"]]
        raise InputError(what, cure=cure)
    return reply["pages"], reply["created"]


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """All lines, less page numbers and what stands at the edge of most pages."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]} if line)
    running = {line for line, count in edges.items() if count > 2 and count > len(pages) / 2}
    kept: list[str] = []
    for page in pages:
        last = len(page) - 1
        kept.extend(
            line
            for number, line in enumerate(page)
            if not (number in (0, last) and (line in running or _PAGE_NUMBER.match(line)))
        )
    return kept


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined where the text of a paragraph runs on; a short line ends one."""
    width = max((len(line) for line in lines), default=0)
    paragraph = ""
    for line in lines:
        if not line:
            continue
        if paragraph.endswith(_HYPHENS) and line[:1].islower():
            paragraph = paragraph[:-1] + line
        else:
            paragraph = f"{paragraph} {line}" if paragraph else line
        if len(line) < _FULL_LINE * width:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _creation_date(value: str) -> str | None:
    match = _PDF_DATE.match(value)
    return "-".join(match.groups()) if match else None
