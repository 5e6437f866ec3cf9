"""The measure that a user means by a key, a number, a name or a part of one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from tracker.errors import UsageError
from tracker.reports.asked import Asked
from tracker.reports.notations import bill_number, series_number
from tracker.reports.source import Source
from tracker.store.folding import fold, words

_MEASURES = """
SELECT m.id, m.key, m.name, m.merged_into_id, b.number, b.congress
FROM measure AS m
LEFT JOIN bill AS b ON b.measure_id = m.id
"""
_ALIASES = "SELECT measure_id, folded FROM measure_alias"
_PLACES = "SELECT code, name FROM country ORDER BY code"
_NAME = "SELECT name FROM measure WHERE id = :measure"
_STARTING = """
SELECT key, name FROM measure
WHERE merged_into_id IS NULL AND (lower(key) LIKE :start OR lower(name) LIKE :start)
ORDER BY key
LIMIT 50
"""
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A measure.

    Attributes:
        id: Its row.
        key: Its key.
        name: The name to show.
    """

    id: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Known:
    found: Found
    number: str | None
    congress: int | None
    names: frozenset[str]


def find_measure(source: Source, text: str, asked: Asked) -> Found:
    """Find the one measure that a user means.

    Args:
        source: The store.
        text: A key, a bill's number in any notation with or without its Congress, a name,
            or words of a name.
        asked: The knowledge by which it is found, and the day of the name that it is shown under.

    Raises:
        UsageError: None fits, with those that nearly do; or several fit, with their keys.
    """
    known = _known(source, replace(asked, as_of=None))
    for fitting in (_by_key, _by_number, _by_name, _by_words, _by_series):
        fit = list(fitting(known, text))
        if len(fit) == 1:
            return _named_then(source, fit[0].found, asked)
        if fit:
            raise _several(text, fit)
    raise _none(text, known)


def find_place(source: Source, text: str) -> str:
    """Find the code of the place that a user means by its code or name.

    Raises:
        UsageError: No place has that code or name.
    """
    places = source.rows(_PLACES).rows
    if any(code == text.upper() for code, _ in places):
        return text.upper()
    by_name = {fold(str(name)): (str(code), name) for code, name in places}
    if fold(text) in by_name:
        return by_name[fold(text)][0]
    near = get_close_matches(fold(text), by_name, n=2)
    meant = ["{} ({})".format(*by_name[name]) for name in near]
    raise UsageError(
        f"there is no place {text!r}",
        cure=f"did you mean {' or '.join(meant)}?" if meant else "write its code, such as EU or RU",
    )


def _named_then(source: Source, found: Found, asked: Asked) -> Found:
    (row,) = source.rows(_NAME, {"measure": found.id}, asked).rows
    return replace(found, name=str(row[0]))


def starting_with(source: Source, text: str) -> list[tuple[str, str]]:
    """Keys and names of up to 50 measures whose key or name begins with the text."""
    escaped = text.lower().replace("%", "").replace("_", "")
    found = source.rows(_STARTING, {"start": f"{escaped}%"})
    return [
        (str(key), str(name))
        if str(key).lower().startswith(text.lower())
        else (str(name), str(key))
        for key, name in found.rows
    ]


def _known(source: Source, asked: Asked) -> list[_Known]:
    rows = source.rows(_MEASURES, {}, asked).rows
    target = {row[0]: row[3] for row in rows}
    names: dict[object, set[str]] = {row[0]: {fold(str(row[2]))} for row in rows}
    for measure, folded in source.rows(_ALIASES, {}, asked).rows:
        names[measure].add(str(folded))
    for merged, into in target.items():
        if into is not None:
            names[into] |= names[merged]
    return [
        _Known(Found(id_, key, name), number, congress, frozenset(names[id_]))  # type: ignore[arg-type]
        for id_, key, name, into, number, congress in rows
        if into is None
    ]


def _by_key(known: list[_Known], text: str) -> Iterable[_Known]:
    wanted = text.strip().lower()
    return (each for each in known if each.found.key.lower() == wanted)


def _by_number(known: list[_Known], text: str) -> Iterable[_Known]:
    told = bill_number(text)
    if told is None:
        return ()
    number, congress = told
    return (
        each
        for each in known
        if each.number == number and (congress is None or each.congress == congress)
    )


def _by_name(known: list[_Known], text: str) -> Iterable[_Known]:
    wanted = fold(text)
    return (each for each in known if wanted in each.names)


def _by_words(known: list[_Known], text: str) -> Iterable[_Known]:
    wanted = words(text)
    if not wanted:
        return ()
    return (
        each
        for each in known
        if any(all(word in name.split() for word in wanted) for name in each.names)
    )


def _by_series(known: list[_Known], text: str) -> Iterable[_Known]:
    """Packages whose key ends in the number and begins with whatever else is said."""
    told = series_number(text)
    if told is None:
        return ()
    number, others = told
    parts = ((each, each.found.key.split("/")) for each in known)
    return (
        each for each, (*places, last) in parts if last == str(number) and others <= set(places)
    )


def _several(text: str, fit: list[_Known]) -> UsageError:
    listed = ", ".join(f"{each.found.key} ({each.found.name})" for each in fit[:_SHOWN])
    more = f" and {len(fit) - _SHOWN} more" if len(fit) > _SHOWN else ""
    return UsageError(f"several measures fit {text!r}: {listed}{more}", cure="name one by its key")


def _none(text: str, known: list[_Known]) -> UsageError:
    by_name = {name: each.found for each in known for name in each.names}
    by_name |= {each.found.key: each.found for each in known}
    near = get_close_matches(fold(text), by_name, n=3, cutoff=0.6) or get_close_matches(
        text.lower(), by_name, n=3, cutoff=0.6
    )
    suggestions = dict.fromkeys(f"{by_name[name].key} ({by_name[name].name})" for name in near)
    return UsageError(
        f"no measure fits {text!r}",
        cure=f"did you mean {' or '.join(suggestions)}?"
        if suggestions
        else "`tracker report bills` and `tracker report packages` list them",
    )
