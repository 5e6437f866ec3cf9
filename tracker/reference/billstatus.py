"""BILLSTATUS XML of the Government Publishing Office, all versions of its schema."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from tracker.errors import InputError
from tracker.reference.actions import Action
from tracker.reference.official import OfficialBill, Relation, Sponsor, Title
from tracker.store.congress import chamber_of

_CURE = "get the file from govinfo.gov/bulkdata/BILLSTATUS"
LIMIT = 20_000_000
"""Largest file that is read, in bytes; the longest bill of a Congress takes about 5 MB."""

_PATHS = {
    "s": "senate-bill",
    "hr": "house-bill",
    "sres": "senate-resolution",
    "hres": "house-resolution",
    "sjres": "senate-joint-resolution",
    "hjres": "house-joint-resolution",
    "sconres": "senate-concurrent-resolution",
    "hconres": "house-concurrent-resolution",
}
_STAGES = {
    "introduced": "introduced",
    "reported": "reported",
    "passed house": "passed house",
    "passed senate": "passed senate",
    "amended by house": "passed house",
    "amended by senate": "passed senate",
    "agreed to by house and senate": "enacted",
    "enacted": "enacted",
}
_RELATIONS = {
    "identical bill": "identical",
    "companion bill": "companion",
    "procedurally-related": "procedural",
    "procedurally related": "procedural",
}


@dataclass(frozen=True)
class Reading:
    """What a file gave.

    Attributes:
        bill: The bill.
        problems: Parts of it that were left out, and why.
    """

    bill: OfficialBill
    problems: tuple[InputError, ...]


def read_billstatus(path: Path, countries: Mapping[str, str]) -> Reading:
    """Read a BILLSTATUS file.

    Args:
        path: The file.
        countries: Codes of countries by their names, to see whom a title is aimed against.

    Raises:
        InputError: It cannot be read, is not of that form, or is of a kind of bill not known.
    """
    root = _parse(path)
    bill = root.find("bill")
    if root.tag != "billStatus" or bill is None:
        raise InputError(
            f"<{root.tag!s}> is not BILLSTATUS",
            where=f"{path}:{root.sourceline}",
            cure=_CURE,
        )
    return _Reader(path, bill, countries).read()


def _parse(path: Path) -> etree._Element:
    try:
        if path.stat().st_size > LIMIT:
            raise InputError(
                f"larger than {LIMIT // 1_000_000} MB", where=str(path), cure="split the file"
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(error.strerror), where=str(path)) from None
    # A document type is never there in the public files; refused, no entity can be declared.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise InputError("declares a document type or is not UTF-8", where=str(path), cure=_CURE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"not well-formed XML: {error.args[0]}",
            where=f"{path}:{error.lineno}",
            cure=f"{_CURE} again",
        ) from None


class _Reader:
    """Takes a bill out of its element, noting what has to be left out."""

    def __init__(self, path: Path, bill: etree._Element, countries: Mapping[str, str]) -> None:
        self._path = path
        self._bill = bill
        self._countries = countries
        self._problems: list[InputError] = []

    def read(self) -> Reading:
        congress, number, kind = self._identity()
        introduced = self._day(self._bill, "introducedDate")
        titles = tuple(self._titles())
        bill = OfficialBill(
            congress=congress,
            number=number,
            source="Congress.gov",
            url=f"https://www.congress.gov/bill/{_ordinal(congress)}-congress/"
            f"{_PATHS[kind]}/{number.removeprefix(kind)}",
            updated_on=self._day(self._bill, "updateDate"),
            introduced_on=introduced,
            title=_short_title(titles),
            official_title=next((each.title for each in titles if each.official), None),
            policy_area=_text(self._bill, "policyArea/name"),
            law=_text(self._bill, "laws/item/number"),
            targets=tuple(self._targets(titles)),
            titles=titles,
            sponsors=tuple(self._sponsors(introduced)),
            committees=dict(self._committees()),
            actions=tuple(self._actions()),
            relations=tuple(self._relations(number)),
        )
        return Reading(bill, tuple(self._problems))

    def _identity(self) -> tuple[int, str, str]:
        kind = _kind(_text(self._bill, "type") or _text(self._bill, "billType"))
        number = _text(self._bill, "number") or _text(self._bill, "billNumber") or ""
        congress = _text(self._bill, "congress") or ""
        if kind not in _PATHS:
            raise self._error(self._bill, f'"{kind}" is no kind of bill')
        if not number.isdecimal() or not congress.isdecimal():
            raise self._error(self._bill, "no number or no Congress")
        return int(congress), f"{kind}{number}", kind

    def _titles(self) -> Iterator[Title]:
        for item in self._bill.iterfind("titles/item"):
            kind, title = (_text(item, "titleType") or "").lower(), _text(item, "title")
            if not title or "portion" in kind:
                continue
            told = re.search(r" as (.+)", kind)
            stage = _STAGES.get(told[1].strip()) if told else "display"
            if stage:
                yield Title(stage, title, official=kind.startswith("official"))

    def _targets(self, titles: tuple[Title, ...]) -> Iterator[str]:
        """Countries in the short titles of a bill whose titles speak of sanctions."""
        if not any("sanction" in each.title.lower() for each in titles):
            return
        short = " ".join(each.title for each in titles if not each.official)
        for name, code in self._countries.items():
            if re.search(rf"\b{re.escape(name)}\b", short):
                yield code

    def _sponsors(self, introduced: date | None) -> Iterator[Sponsor]:
        for item in self._bill.iterfind("sponsors/item"):
            if bioguide := self._bioguide(item, "sponsor"):
                yield Sponsor(bioguide, "sponsor", introduced, None, None, *_names(item))
        for item in self._bill.iterfind("cosponsors/item"):
            if bioguide := self._bioguide(item, "cosponsor"):
                yield Sponsor(
                    bioguide,
                    "cosponsor",
                    self._day(item, "sponsorshipDate"),
                    (_text(item, "isOriginalCosponsor") or "").lower() == "true",
                    self._day(item, "sponsorshipWithdrawnDate"),
                    *_names(item),
                )

    def _bioguide(self, item: etree._Element, role: str) -> str | None:
        bioguide = _text(item, "bioguideId") or _text(item, "identifiers/bioguideId")
        if bioguide is None:
            name = _text(item, "fullName") or "nameless"
            self._problems.append(self._error(item, f"{role} without a bioguide id: {name}"))
        return bioguide

    def _committees(self) -> Iterator[tuple[str, date | None]]:
        items = [
            *self._bill.iterfind("committees/item"),
            *self._bill.iterfind("committees/billCommittees/item"),
        ]
        for item in items:
            code = _text(item, "systemCode")
            days = [
                day
                for activity in item.iterfind("activities/item")
                if (_text(activity, "name") or "").startswith("Referred")
                and (day := self._day(activity, "date"))
            ]
            if code:
                yield code.lower(), min(days, default=None)

    def _actions(self) -> Iterator[Action]:
        items = list(self._bill.iterfind("actions/item"))
        dated = [(day, item) for item in items if (day := self._day(item, "actionDate"))]
        # The newest stands first, also of one day.
        dated.reverse()
        for day, item in sorted(dated, key=lambda each: each[0]):
            text = _text(item, "text")
            if text:
                system = _text(item, "sourceSystem/name") or ""
                chamber = next(
                    (f"us-{each}" for each in ("senate", "house") if each in system.lower()), None
                )
                yield Action(day, text, _text(item, "actionCode"), chamber)

    def _relations(self, number: str) -> Iterator[Relation]:
        for item in self._bill.iterfind("relatedBills/item"):
            kind, other = _kind(_text(item, "type")), _text(item, "number")
            congress = _text(item, "congress") or ""
            if kind not in _PATHS or not other or not congress.isdecimal():
                self._problems.append(self._error(item, "related bill without a number"))
                continue
            told = (_text(item, "relationshipDetails/item/type") or "").lower()
            relation = _RELATIONS.get(told, "related")
            if relation == "identical" and chamber_of(kind) != chamber_of(number):
                relation = "companion"
            yield Relation(relation, int(congress), f"{kind}{other}")

    def _day(self, item: etree._Element, tag: str) -> date | None:
        told = _text(item, tag)
        if told is None:
            return None
        try:
            return date.fromisoformat(told[:10])
        except ValueError:
            self._problems.append(self._error(item, f'"{told}" in <{tag}> is no date'))
            return None

    def _error(self, item: etree._Element, what: str) -> InputError:
        return InputError(what, where=f"{self._path}:{item.sourceline}")


def _text(item: etree._Element, path: str) -> str | None:
    found = item.findtext(path)
    return " ".join(found.split()) or None if found else None


def _kind(told: str | None) -> str:
    """`S`, `HR`, and in old files `S.` and `H.R.`, as in the normal form of a number."""
    return "".join(letter for letter in (told or "").lower() if letter.isalpha())


def _names(item: etree._Element) -> tuple[str | None, str | None]:
    return _text(item, "firstName"), _text(item, "lastName")


def _short_title(titles: tuple[Title, ...]) -> str | None:
    official = {each.title for each in titles if each.official}
    for stage in ("enacted", "display", "introduced"):
        for each in titles:
            if each.stage == stage and not each.official and each.title not in official:
                return each.title
    return None


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
