"""PDF files: the text of their pages, put back into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tracker.errors import InputError
from tracker.readers.dates import Candidate, date_in_text
from tracker.readers.document import Draft
from tracker.readers.headline import headline

_MOST_PAGES = 2_000
_MOST_CHARACTERS_OF_A_PAGE = 1_000_000
_FULL_LINE = 0.75
"""Share of the widest line that a line must fill for the next one to go on with its sentence."""

_PASSWORD_ERROR = 4
# D:20250514093000+02'00'
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})", re.ASCII)
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
    pages, metadata = _pages(data)
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
            Candidate(_creation_date(metadata), "metadata"),
        ),
    )


def _pages(data: bytes) -> tuple[list[list[str]], dict[str, str]]:
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise InputError(
                "is an encrypted PDF that needs a password", cure="save it without one"
            ) from error
        raise InputError("is a damaged or truncated PDF", cure="download it again") from error
    with file:
        if len(file) > _MOST_PAGES:
            raise InputError(
                f"is a PDF of too many pages: {len(file):,}, the limit is {_MOST_PAGES:,}",
                cure="split it into articles",
            )
        try:
            return [_lines(page) for page in _loaded(file)], file.get_metadata_dict()
        except pypdfium2.PdfiumError as error:
            raise InputError("is a damaged PDF: a page cannot be read") from error


def _loaded(file: Any) -> Iterator[Any]:
    for number in range(len(file)):
        page = file[number]
        yield page
        page.close()


def _lines(page: Any) -> list[str]:
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > _MOST_CHARACTERS_OF_A_PAGE:
            raise InputError("is a PDF with a page of too much text, over the limit")
        text = text_page.get_text_range() if count > 0 else ""
    finally:
        text_page.close()
    return [line.strip() for line in text.splitlines()]


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


# PDFium marks a hyphen at the end of a line that divides a word with U+FFFE or U+0002.
_HYPHENS = ("\ufffe", "\x02", "\u00ad")


def _creation_date(metadata: dict[str, str]) -> str | None:
    match = _PDF_DATE.match(metadata.get("CreationDate", ""))
    return "-".join(match.groups()) if match else None
