"""Reads the lines of one PDF and can harm nothing else: a program, run by its path.

PDFium is written in C++ and inflates whatever a file says; so it runs where memory and time are
limited and where a crash ends only itself. The PDF comes on standard input, a JSON reply goes to
standard output: `pages` (a list of lines each) and `created`, or `fault`.
"""

import json
import resource
import sys
from typing import Any

import pypdfium2

MEMORY_BYTES = 500_000_000
SECONDS = 30
MOST_PAGES = 2_000
MOST_CHARACTERS = 4_000_000

_PASSWORD_ERROR = 4


def main() -> None:
    """Read standard input, write one reply."""
    # PDFium and the interpreter map some 150 MB before they read anything.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(_reply(sys.stdin.buffer.read()), sys.stdout)


def _reply(data: bytes) -> dict[str, Any]:
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"fault": "encrypted" if error.err_code == _PASSWORD_ERROR else "damaged"}
    if len(file) > MOST_PAGES:
        return {"fault": "pages"}
    pages: list[list[str]] = []
    left = MOST_CHARACTERS
    for number in range(len(file)):
        try:
            text = _text(file, number)
        except pypdfium2.PdfiumError:
            return {"fault": "damaged"}
        left -= len(text)
        if left < 0:
            return {"fault": "text"}
        pages.append([line.strip() for line in text.splitlines()])
    return {"pages": pages, "created": file.get_metadata_dict().get("CreationDate", "")}


def _text(file: Any, number: int) -> str:
    page = file[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range()) if text_page.count_chars() > 0 else ""
    finally:
        text_page.close()
        page.close()


if __name__ == "__main__":
    main()
