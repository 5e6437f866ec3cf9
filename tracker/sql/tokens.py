"""What matters in a statement to those who do not parse it: quotes, names, words, its end."""

import re

TOKEN = re.compile(
    r"""
      (?P<quoted> '[^']*(?:''[^']*)*' | "[^"]*(?:""[^"]*)*" | `[^`]*`
        | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$ )           # dollar quotes of PostgreSQL
    | (?P<comment> --[^\n]* | /\*.*?\*/ )
    | (?P<open> (?: ['"`] | /\* | \$\w*\$ ).* )       # begun and not ended: the rest is inside
    | (?<![:\w\]]):(?P<name>[A-Za-z_]\w*)
    | (?P<word> [^\W\d]\w* )
    | (?P<end> ; )
    """,
    re.VERBOSE | re.DOTALL,
)
"""One thing in a statement; the group that matched says what it is."""

_LEADING = re.compile(r"\A(?:\s|;|--[^\n]*|/\*.*?\*/)*+", re.DOTALL)


def first_statement(text: str) -> tuple[str, str] | None:
    """Part text at the semicolon that ends its first statement.

    Returns:
        The statement without the semicolon, and what follows; None if it has not ended.
    """
    for token in TOKEN.finditer(text):
        if token["end"]:
            return text[: token.start()], text[token.end() :]
    return None


def without_leading_comments(text: str) -> str:
    """What is left from the first thing on that is more than space, comments and semicolons."""
    return _LEADING.sub("", text, count=1)
