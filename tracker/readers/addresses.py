"""Addresses of pages in the one form that all addresses of a page share."""

import re
from functools import cache
from importlib.resources import files
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_INDEX_PAGE = re.compile(r"/index\.(?:html?|php)$")
_ALLOWED_IN_PATHS = "/:@!$&'()*+,;=-._~%"
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]", re.ASCII)


def canonical(url: str | None) -> str | None:
    """The form that addresses of one page have in common.

    Args:
        url: An address as it was given.

    Returns:
        The address with https, without `www.`, default port, tracking parameters, fragment and
        closing slash, and with its parameters in order; None if it is no address of the web.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    place = host.removeprefix("www.")
    if port not in (None, *_DEFAULT_PORTS.values()):
        place = f"{place}:{port}"
    path = quote(_ESCAPE.sub(_plain, parts.path), safe=_ALLOWED_IN_PATHS, errors="replace")
    path = _INDEX_PAGE.sub("/", path).rstrip("/")
    return urlunsplit(("https", place, path, _telling(parts.query), ""))


def _plain(escape: re.Match[str]) -> str:
    """The character itself where escaping it changes nothing, else the escape in capitals."""
    character = chr(int(escape[1], 16))
    return character if _UNRESERVED.match(character) else escape[0].upper()


def _telling(query: str) -> str:
    """The parameters that tell what page it is, sorted."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return query
    return urlencode(sorted(pair for pair in pairs if not _tracks(pair[0])))


def _tracks(name: str) -> bool:
    names, prefixes = _tracking_parameters()
    return name.lower() in names or name.lower().startswith(prefixes)


@cache
def _tracking_parameters() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names, and beginnings of names (those that end with `*` in the list)."""
    text = (files("tracker.readers") / "tracking_parameters.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    entries = [line for line in lines if line and not line.startswith("#")]
    prefixes = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
    return frozenset(entry for entry in entries if not entry.endswith("*")), prefixes
