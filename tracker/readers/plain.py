"""Plain text: the text as it is, its first line the headline."""

from tracker.readers.document import Draft
from tracker.readers.encoding import decode

_LONGEST_HEADLINE = 500


def read_plain(data: bytes) -> Draft:
    """Read a text file as one article.

    Args:
        data: The file's bytes, in any encoding.

    Returns:
        A draft; its text is the file's, unchanged.
    """
    text, doubts = decode(data)
    return Draft(text=text, title=headline(text), doubts=doubts)


def headline(text: str) -> str | None:
    """The first line that is not blank, None if it is too long to be a headline."""
    line = text.lstrip().partition("\n")[0].rstrip()
    return line if 0 < len(line) <= _LONGEST_HEADLINE else None
