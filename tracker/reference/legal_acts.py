"""EU legal acts: from the citation to the CELEX number and the European Legislation Identifier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CITATION = re.compile(
    r"(?:(?P<target>[A-Z][a-z]+):\s*)?(?P<type>(?:Impl )?(?:Reg|Dec))?\s*(?:\(CFSP\)\s*)?"
    r"(?P<year>\d{4})/(?P<number>\d+)\s*(?:\((?P<other>[A-Z][a-z]+)\))?"
)
_TYPES = {
    "Reg": ("regulation", "R", "reg"),
    "Impl Reg": ("implementing regulation", "R", "reg_impl"),
    "Dec": ("decision", "D", "dec"),
    "Impl Dec": ("implementing decision", "D", "dec_impl"),
}


@dataclass(frozen=True)
class LegalAct:
    """A legal act of the EU.

    Attributes:
        act: Short citation: `Reg 2025/932`, `Dec (CFSP) 2025/931`.
        type: regulation, implementing regulation, decision or implementing decision.
        celex: CELEX number: sector 3, year, R or D, number in four digits.
        eli: European Legislation Identifier.
        target: Country in the citation that it is aimed against, if it names another one.
    """

    act: str
    type: str
    celex: str
    eli: str
    target: str | None


def legal_acts(citations: str) -> Iterator[LegalAct]:
    """Read `Reg 2022/259; Dec (CFSP) 2022/264; 2022/265; Belarus: Reg 2022/355`.

    A number without a type has that of the act before it, a name before a colon holds on too.
    What is no citation ("others not found") is passed over.
    """
    type_ = target = None
    for part in citations.split(";"):
        found = _CITATION.fullmatch(part.strip())
        if found is None:
            continue
        type_ = found["type"] or type_
        target = found["target"] or target
        if type_ is None:
            continue
        words, letter, path = _TYPES[type_]
        year, number = found["year"], int(found["number"])
        series = "(CFSP) " if letter == "D" else ""
        yield LegalAct(
            act=f"{type_} {series}{year}/{number}",
            type=words,
            celex=f"3{year}{letter}{number:04d}",
            eli=f"http://data.europa.eu/eli/{path}/{year}/{number}/oj",
            target=found["other"] or target,
        )
