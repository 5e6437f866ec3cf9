"""What users have, as articles: files, folders, standard input and urls.

`read` does it all in one process. `gather` and `parse` are its two halves, for callers that parse
in several: gathering is cheap, streams, and gives documents that can be sent elsewhere.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tracker.errors import InputError
from tracker.readers.document import Document, Given, Limits, Outcome
from tracker.readers.gathering import Fetch, gather
from tracker.readers.parsing import parse

__all__ = ["Document", "Fetch", "Given", "Limits", "Outcome", "gather", "parse", "read"]


def read(
    inputs: Iterable[str | Path],
    given: Given | None = None,
    limits: Limits | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Outcome]:
    """Read the articles of any number of inputs, one after the other.

    Args:
        inputs: Paths of files and folders, and urls; `-` as a string is standard input.
        given: What the caller says of the articles.
        limits: Sizes above which an input is refused.
        fetch: Gets a url (`fetching.Fetcher.fetch`); without it, urls are refused.

    Yields:
        The articles in order; an `InputError` in the place of each that cannot be read, so that
        one bad input never stops the others.
    """
    for document in gather(inputs, limits, fetch):
        if isinstance(document, InputError):
            yield document
        else:
            yield from parse(document, given, limits)
