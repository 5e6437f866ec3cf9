"""Articles as JSON objects: `{"id", "title", "published", "url", "source", "text"}`."""

import json
from collections.abc import Iterator
from typing import Any

from tracker.errors import InputError
from tracker.readers.dates import Candidate
from tracker.readers.document import Draft
from tracker.readers.encoding import decode
from tracker.readers.headline import headline

_FIELDS = {
    "id": ("id",),
    "title": ("title", "headline"),
    "published": ("published", "date"),
    "url": ("url",),
    "publisher": ("source", "publisher"),
    "text": ("text",),
}
"""Names that a field of an article has in records, the preferred one first."""


def read_json(data: bytes) -> Iterator[Draft | InputError]:
    """Read one object, or an array of objects, each an article.

    Args:
        data: JSON in any encoding; a line of a JSONL file, or a whole JSON file.

    Yields:
        A draft or an error for each object, in order.

    Raises:
        InputError: The bytes are no JSON, or hold no object.
    """
    text, doubts = decode(data)
    value = _parsed(text)
    if not isinstance(value, list):
        yield _draft(value, doubts)
        return
    if not value:
        raise InputError("is empty: a JSON array without records")
    for number, item in enumerate(value, 1):
        try:
            yield _draft(item, doubts)
        except InputError as error:
            yield InputError(f"record {number} {error.what}", cure=error.cure)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise InputError("is JSON nested too deep") from error
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}"
        raise InputError(f"is no valid JSON: {error.msg.lower()} at {place}") from error
    except ValueError as error:
        # Python refuses to make numbers of more than 4,300 digits.
        raise InputError("is no usable JSON: it holds a number of too many digits") from error


def _draft(value: Any, doubts: tuple[str, ...]) -> Draft:
    if not isinstance(value, dict):
        raise InputError(
            "is JSON, but no object", cure='give each article as {"title": ..., "text": ...}'
        )
    fields = {name: _field(value, name, keys) for name, keys in _FIELDS.items()}
    text = fields["text"]
    if text is None:
        raise InputError('has no "text"', cure="name the field that holds the article's text so")
    return Draft(
        text=text,
        id=fields["id"],
        title=fields["title"] or headline(text),
        url=fields["url"],
        publisher=fields["publisher"],
        dates=(Candidate(fields["published"], "page"),),
        doubts=doubts,
    )


def _field(record: dict[str, Any], name: str, keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if value is None or value == "":
            continue
        if name == "id" and isinstance(value, int):
            return str(value)
        if not isinstance(value, str):
            raise InputError(f'has a "{key}" that is no string', cure="quote it")
        return value
    return None
