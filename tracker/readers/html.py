"""Web pages: the article, without the page around it.

trafilatura finds the article; what is done here is to put its headline first and to take off the
lines of furniture (bylines, credits, rights) that pages set as paragraphs of the article.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tracker.errors import InputError
from tracker.readers.dates import Candidate, date_in_text, is_date_line
from tracker.readers.document import Document, Draft
from tracker.readers.encoding import decode_markup

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_TAGS = 60_000
"""trafilatura needs more than half a minute for 300,000; pages of news have 20,000 at most."""

_DATES_OF_PUBLICATION = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "date",
)
"""Names of meta elements that tell the date of publication, the most precise first."""

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|"
    "form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul"
)
_SILENT = re.compile("head|noscript|script|style|svg|template|title")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"</?[A-Za-z]")
_TOP = 4
_BOTTOM = 4
_NODES_AROUND_HEADLINE = 12
_LONGEST_FURNITURE = 160
# by Ren Abar - 12/10/25 8:15 PM ET; By Jo Lin
_BYLINE = re.compile(r"[Bb]y\s[A-Z][^\s,]{1,30}(?:\s[^\s.]+){1,12}$")
# Reporting by Jo Lin; Our Standards: ...; © 2014 Radio Steppe
_CREDIT = re.compile(
    r"(?:©|\(c\)\s|copyright\s|all rights reserved|our standards:|"
    r"(?:additional\s)?(?:reporting|writing|editing)\sby\s)",
    re.IGNORECASE,
)


def read_html(document: Document) -> Draft:
    """Read a page as one article.

    Args:
        document: The page, with the url and charset that it was fetched with, if it was.

    Returns:
        A draft; its text is the headline, a blank line, and one line a paragraph.

    Raises:
        InputError: The page has no article, or is too large to look for one.
    """
    source, doubts = decode_markup(document.read(), document.charset)
    page, found = _extracted(source, document.url)
    headline = _one_line(found.title)
    paragraphs = _article_lines(found.text.split("\n"), headline)
    return Draft(
        text="\n".join([headline, "", *paragraphs] if headline else paragraphs),
        title=headline or None,
        url=_web_address(found.url),
        canonical_url=_web_address(found.url),
        publisher=_site_name(found),
        language=_language(page),
        dates=(
            *(Candidate(value, "page") for value in _declared_dates(page)),
            Candidate(found.date, "page"),
            Candidate(_date_beside(page, headline), "text"),
        ),
        doubts=doubts,
    )


def text_of_fragment(source: str) -> str:
    """The text of a piece of HTML that is all article, one line a paragraph.

    Args:
        source: HTML as it stands in a feed or an e-mail.

    Returns:
        The text without markup, scripts and styles; empty if there is none.
    """
    _refuse_heavy(source)
    if "<" not in source and "&" not in source:
        return source.strip()
    from lxml import html
    from lxml.etree import ParserError

    try:
        tree = html.fromstring(f"<div>{source}</div>")
    except (ParserError, ValueError):
        return ""
    lines = "".join(_pieces(tree)).split("\n")
    return "\n".join(filter(None, (_one_line(line) for line in lines)))


def _pieces(tree: "HtmlElement") -> Iterator[str]:
    """The text of a tree, with a line break wherever a block begins or ends."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        block = _BLOCK.fullmatch(name) is not None
        if event == "start":
            if _SILENT.fullmatch(name):
                walk.skip_subtree()
                continue
            yield "\n" if block else ""
            yield _SPACE.sub(" ", element.text or "")
        else:
            yield "\n" if block else ""
            yield _SPACE.sub(" ", element.tail or "")


def _extracted(source: str, url: str | None) -> tuple["HtmlElement", Any]:
    _refuse_heavy(source)
    import trafilatura

    page = trafilatura.load_html(source)
    if page is None:
        raise InputError("is HTML without text", cure="give a page with an article in it")
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            # Tables in pages of news are layout more often than they are news.
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except RecursionError as error:
        raise InputError("is HTML nested too deep") from error
    if found is None or not found.text or not found.text.strip():
        raise InputError("is HTML with no text of an article", cure="save the page with its text")
    return page, found


def _refuse_heavy(source: str) -> None:
    tags = sum(1 for _ in _TAG.finditer(source))
    if tags > _MOST_TAGS:
        raise InputError(
            f"is too large: it has {tags:,} tags, the limit is {_MOST_TAGS:,}",
            cure="save the article alone",
        )


def _article_lines(lines: list[str], headline: str) -> list[str]:
    """The lines between headline and credits."""
    lines = [line.strip() for line in lines if line.strip()]
    start = next((n + 1 for n, line in enumerate(lines[:_TOP]) if line == headline), 0)
    while start < len(lines) and _is_byline(lines[start]):
        start += 1
    end = len(lines)
    while end > max(start, len(lines) - _BOTTOM) and _is_credit(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _is_byline(line: str) -> bool:
    return (len(line) <= _LONGEST_FURNITURE and bool(_BYLINE.match(line))) or is_date_line(line)


def _is_credit(line: str) -> bool:
    return len(line) <= _LONGEST_FURNITURE and bool(_CREDIT.match(line))


def _declared_dates(page: "HtmlElement") -> list[str]:
    """What the page's meta elements say, in the order of `_DATES_OF_PUBLICATION`."""
    told: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        told.setdefault(name.lower(), meta.get("content") or "")
    return [told[name] for name in _DATES_OF_PUBLICATION if told.get(name)][:1]


def _date_beside(page: "HtmlElement", headline: str) -> str | None:
    """The date in one of the short pieces of text that follow the headline on the page."""
    pieces = [piece for text in page.itertext() if (piece := _one_line(str(text)))]
    places = [number for number, piece in enumerate(pieces) if piece == headline]
    if not places:
        return None
    return date_in_text("\n".join(pieces[places[-1] : places[-1] + _NODES_AROUND_HEADLINE]))


def _site_name(found: Any) -> str | None:
    """What the site calls itself; where it does not, trafilatura gives its host."""
    host = urlsplit(found.url or "").netloc.removeprefix("www.")
    return None if found.sitename in (host, found.hostname) else found.sitename


def _language(page: "HtmlElement") -> str | None:
    code = (page.get("lang") or "").strip().lower()[:2]
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
