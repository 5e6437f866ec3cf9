"""Members of the US Congress from unitedstates/congress-legislators: YAML, JSON or CSV."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tracker.errors import InputError
from tracker.reference.tables import read_csv
from tracker.store.rows import Values

LIMIT = 100_000_000
"""Largest file that is read, in bytes; the historical list takes about 15 MB."""

SOURCE = "unitedstates/congress-legislators (CC0)"
NON_VOTING = frozenset({"AS", "DC", "GU", "MP", "PR", "VI"})
"""Territories whose delegates do not vote on passage."""

_GAP = timedelta(days=10)
"""Terms of one seat that lie no further apart are one: a Congress may convene some days late."""
_CHAMBERS = {"sen": "us-senate", "rep": "us-house"}


@dataclass(frozen=True)
class Legislator:
    """A member with their terms.

    Attributes:
        person: Row of the table `person`, without id.
        terms: Rows of the table `office_term`, without id and person; empty if the file tells none.
    """

    person: Values
    terms: tuple[Values, ...]


def read_legislators(path: Path) -> Iterator[Legislator | InputError]:
    """Read a file of legislators; an entry that is wrong gives an error, the others go on.

    Raises:
        InputError: The file as a whole cannot be read.
    """
    if path.suffix.lower() == ".csv":
        yield from _read_csv(path)
        return
    entries = _load(path)
    if not isinstance(entries, list):
        raise InputError(
            "not a list of legislators",
            where=str(path),
            cure="give legislators-current.yaml, .json or .csv",
        )
    for position, entry in enumerate(entries, start=1):
        try:
            yield _legislator(entry)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            yield InputError(
                f"entry {position} is wrong or lacks something: {error}", where=str(path)
            )


def _load(path: Path) -> Any:
    import yaml

    try:
        if path.stat().st_size > LIMIT:
            raise InputError(f"larger than {LIMIT // 1_000_000} MB", where=str(path))
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(error.strerror), where=str(path)) from None
    except UnicodeDecodeError:
        raise InputError("not UTF-8", where=str(path)) from None
    try:
        if path.suffix.lower() == ".json":
            return json.loads(text)
        # The loader in C is as safe as the other, and ten times as fast.
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"cannot be read: {str(error).splitlines()[0]}", where=str(path)) from None


def _legislator(entry: Mapping[str, Any]) -> Legislator:
    name, ids, bio = entry["name"], entry["id"], entry.get("bio", {})
    person = _person(
        bioguide=ids["bioguide"],
        wikidata=ids.get("wikidata"),
        first=name["first"],
        middle=name.get("middle"),
        last=name["last"],
        suffix=name.get("suffix"),
        nickname=name.get("nickname"),
        full=name.get("official_full"),
        born=str(bio["birthday"]) if bio.get("birthday") else None,
    )
    return Legislator(person, tuple(_terms(entry["terms"])))


def _read_csv(path: Path) -> Iterator[Legislator | InputError]:
    for row in read_csv(path, ("bioguide_id", "first_name", "last_name")):
        cells = row.cells
        try:
            person = _person(
                bioguide=cells["bioguide_id"],
                wikidata=cells.get("wikidata_id"),
                first=cells["first_name"],
                middle=cells.get("middle_name"),
                last=cells["last_name"],
                suffix=cells.get("suffix"),
                nickname=cells.get("nickname"),
                full=cells.get("full_name"),
                born=cells.get("birthday"),
            )
        except KeyError as error:
            yield row.error(f"{error} is empty")
        except ValueError as error:
            yield row.error(str(error))
        else:
            yield Legislator(person, ())


def _person(
    *,
    bioguide: str,
    wikidata: str | None,
    first: str,
    middle: str | None,
    last: str,
    suffix: str | None,
    nickname: str | None,
    full: str | None,
    born: str | None,
) -> Values:
    return {
        "bioguide": bioguide,
        "wikidata": wikidata,
        "name": full or " ".join(part for part in (first, middle, last, suffix) if part),
        "first_name": first,
        "middle_name": middle,
        "last_name": last,
        "suffix": suffix,
        "nickname": nickname,
        "born": date.fromisoformat(born) if born else None,
        "source": SOURCE,
        "as_of": None,
    }


def _terms(entries: list[Mapping[str, Any]]) -> Iterator[Values]:
    """The terms in order, those of one seat and party that follow each other as one."""
    running: dict[str, Any] | None = None
    for entry in sorted(entries, key=lambda each: str(each["start"])):
        start, end = (date.fromisoformat(str(entry[bound])) for bound in ("start", "end"))
        seat = {
            "chamber": _CHAMBERS[entry["type"]],
            "state": entry["state"],
            "party": entry.get("party"),
        }
        if running and _follows(running, seat, start):
            running["held_to"] = end
            continue
        if running:
            yield running
        votes = entry["state"] not in NON_VOTING
        running = {**seat, "held_from": start, "held_to": end, "votes": votes}
        running |= {"source": SOURCE, "as_of": None}
    if running:
        yield running


def _follows(running: Mapping[str, Any], seat: Mapping[str, Any], start: date) -> bool:
    same = all(running[name] == seat[name] for name in seat)
    return same and start - running["held_to"] <= _GAP
