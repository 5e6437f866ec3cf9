"""What every text has: a headline as its first line."""

_LONGEST_HEADLINE = 500


def headline(text: str) -> str | None:
    """The first line that is not blank, None if it is too long to be a headline."""
    line = text.lstrip().partition("\n")[0].rstrip()
    return line if 0 < len(line) <= _LONGEST_HEADLINE else None
