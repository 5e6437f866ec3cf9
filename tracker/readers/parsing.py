"""From a document's bytes to its articles: one parser a kind, the same checks for all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from tracker.article import Article
from tracker.errors import InputError
from tracker.readers.addresses import canonical
from tracker.readers.dates import Candidate, date_in_text, date_in_url, settle
from tracker.readers.document import Document, Draft, Given, Kind, Limits, Outcome
from tracker.readers.feed import read_feed
from tracker.readers.html import read_html
from tracker.readers.json_records import read_json
from tracker.readers.mail import read_mail, saved_page
from tracker.readers.pdf import read_pdf
from tracker.readers.plain import read_text


def parse(
    document: Document, given: Given | None = None, limits: Limits | None = None
) -> Iterator[Outcome]:
    """Read the articles of one document.

    Args:
        document: As `gather` found it.
        given: What the caller says of its articles.
        limits: Sizes above which an article is refused.

    Yields:
        Its articles in order; an error in the place of each that cannot be read.
    """
    try:
        for outcome in _PARSERS[document.kind](document):
            yield finish(outcome, document, given, limits)
    except InputError as error:
        yield _located(error, document.origin)


def _one(read: Callable[[bytes], Draft]) -> Callable[[Document], Iterator[Draft | InputError]]:
    """A parser of one draft from bytes, in the form of those of several."""

    def parser(document: Document) -> Iterator[Draft | InputError]:
        yield read(document.read())

    return parser


def _page(document: Document) -> Iterator[Draft | InputError]:
    yield read_html(document)


def _mail(document: Document) -> Iterator[Draft | InputError]:
    page = saved_page(document)
    yield replace(read_html(page), url=page.url) if page else read_mail(document.read())


def _records(document: Document) -> Iterator[Draft | InputError]:
    return read_json(document.read())


_PARSERS: Mapping[Kind, Callable[[Document], Iterator[Draft | InputError]]] = {
    "text": _one(read_text),
    "html": _page,
    "pdf": _one(read_pdf),
    "json": _records,
    "feed": read_feed,
    "email": _mail,
}


_PAGES: frozenset[Kind] = frozenset({"html", "pdf", "text"})
"""The kinds whose articles lie where the document was fetched, not somewhere that it names."""


def finish(
    draft: Draft | InputError,
    document: Document,
    given: Given | None = None,
    limits: Limits | None = None,
) -> Outcome:
    """Judge what a parser found: check its text, choose its date and its address.

    Args:
        draft: What was found.
        document: Where it was found.
        given: What the caller says of it.
        limits: Sizes above which it is refused.

    Returns:
        The article, or the error that tells why it is none.
    """
    if isinstance(draft, InputError):
        return _located(draft, document.origin)
    fault = _fault(draft.text, limits or Limits())
    if fault:
        return _located(fault, document.origin)
    return _article(draft, document, given or Given())


def _article(draft: Draft, document: Document, given: Given) -> Article:
    announced = document.announced
    own = document.url if document.kind in _PAGES else None
    url = given.url or own or draft.url
    dated = settle(
        (
            Candidate(given.published, "given"),
            *draft.dates,
            *(announced.dates if announced else ()),
            Candidate(date_in_url(url), "url"),
            Candidate(date_in_text(draft.text), "text"),
        )
    )
    return Article(
        draft.text,
        id=draft.id,
        title=given.title or draft.title,
        url=url,
        published=dated.published,
        publisher=given.publisher
        or draft.publisher
        or (announced.publisher if announced else None),
        canonical_url=_canonical(url, draft.canonical_url),
        language=draft.language,
        published_from=dated.source,
        published_time=dated.time,
        seen_at=document.seen_at,
        origin=document.origin,
        doubts=draft.doubts + dated.doubts,
    )


def _publisher(document: Document, url: str | None) -> str | None:
    """Who published a document that does not say: the feed that told of it, or its site."""
    if document.announced is not None and document.announced.publisher:
        return document.announced.publisher
    host = urlsplit(url).hostname if url and document.kind == "html" else None
    return host.removeprefix("www.") if host else None


def _canonical(url: str | None, declared: str | None) -> str | None:
    """The declared address if it is of the same site; a page cannot pass for another site's."""
    own, said = canonical(url), canonical(declared)
    if own and said and urlsplit(own).hostname != urlsplit(said).hostname:
        return own
    return said or own


def _fault(text: str, limits: Limits) -> InputError | None:
    if not text.strip():
        return InputError("is empty: there is no text in it", cure="give one with an article in it")
    if len(text) > limits.text_characters:
        return InputError(
            f"is too large: its text has {len(text):,} characters, "
            f"the limit is {limits.text_characters:,}",
            cure="split it into articles",
        )
    if "\0" in text:
        return InputError("is binary: its text has NUL characters", cure="remove them")
    try:
        text.encode()
    except UnicodeEncodeError:
        return InputError("has lone surrogates, which no encoding knows", cure="mend its export")
    return None


def _located(error: InputError, origin: str) -> InputError:
    return InputError(error.what, where=error.where or origin, cure=error.cure)
