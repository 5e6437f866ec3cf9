"""E-mail newsletters: the message's text under its subject."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from tracker.errors import InputError
from tracker.readers.dates import Candidate
from tracker.readers.document import Document, Draft
from tracker.readers.html import text_of_fragment

_MOST_PARTS = 1_000


def read_mail(data: bytes) -> Draft:
    """Read a message (`.eml`) as one article.

    Args:
        data: The message with its headers.

    Returns:
        A draft: the subject, a blank line, the body; attachments are left out.

    Raises:
        InputError: The message has no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    try:
        body = _body(message)
        subject = " ".join(str(message.get("subject", "")).split())
        name, address = parseaddr(str(message.get("from", "")))
        archived = str(message.get("archived-at", "")).strip(" <>")
        date = message.get("date")
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        # The standard library raises these on headers and encodings that break the standards.
        raise InputError("is a malformed e-mail message") from error
    if not body.strip():
        raise InputError("is an e-mail message with no text", cure="give one with a body")
    return Draft(
        text=f"{subject}\n\n{body}" if subject else body,
        id=_header(message, "message-id"),
        title=subject or None,
        url=archived if archived.startswith(("http://", "https://")) else None,
        publisher=name or address.rpartition("@")[2] or None,
        dates=(Candidate(str(date) if date else None, "page"),),
    )


def saved_page(document: Document) -> Document | None:
    """The page in a message that a browser made to save it as one file (MHTML), else None."""
    message = message_from_bytes(document.read(), policy=policy.default)
    url = str(message.get("snapshot-content-location", "")).strip()
    part = message.get_body(("html",)) if url else None
    if part is None:
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    return replace(document, kind="html", content=data, url=url)


def _body(message: EmailMessage) -> str:
    """The HTML part if there is one: what newsletters call plain text is often a stub."""
    if sum(1 for _ in message.walk()) > _MOST_PARTS:
        raise InputError("is an e-mail message of too many parts, over the limit")
    part = message.get_body(("html", "plain"))
    if part is None:
        return ""
    content = part.get_content()
    if part.get_content_subtype() == "html":
        return text_of_fragment(content)
    return str(content).strip()


def _header(message: EmailMessage, name: str) -> str | None:
    return str(message.get(name, "")).strip() or None
