"""Counts of cosponsors and supporters."""

import re
from dataclasses import dataclass

from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause, Reading
from tracker.record import Comparator, Support, SupportKind

NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens|a dozen|two dozen|hundreds|scores)"
)
COMPARATORS: dict[str, Comparator] = {
    "at least": ">=",
    "no fewer than": ">=",
    "or more": ">=",
    "more than": ">",
    "over": ">",
    "upwards of": ">",
    "fewer than": "<",
    "less than": "<",
    "under": "<",
    "about": "~",
    "around": "~",
    "nearly": "~",
    "almost": "~",
    "some": "~",
    "roughly": "~",
    "approximately": "~",
    "up to": "<=",
}
_COMPARATOR = r"(?P<comparator>" + "|".join(COMPARATORS) + r")"
# 70 co-sponsors; more than 60 bipartisan cosponsors; 84 other cosponsors
_COSPONSORS = re.compile(
    rf"(?i)\b(?:{_COMPARATOR} )?{NUMBER}(?: of (?:the|his|her|its|their))?(?: (?:\w+[- ]){{0,3}})co-?sponsors?\b"
)
_MEMBERS = r"(?:senators|representatives|lawmakers|members|colleagues|legislators|congressmen|MPs|lords|states|countries|Democrats|Republicans|governments|senate \w+ colleagues)"
# a group of 50 senators introduced; backed by more than 80 senators; 38 Senate Democratic colleagues
_SUPPORTERS = re.compile(
    rf"(?i)\b(?:{_COMPARATOR} )?{NUMBER}(?: of (?:the|his|her|its|their))?(?: (?:[\w'.-]+ ){{0,4}}?){_MEMBERS}\b"
)
_BACKING = re.compile(
    r"(?i)\b(?:support|back|sign(?:ed|s)? on|co-?sponsor|introduc|join|ready to vote|will vote|vote for|endors|favou?r|urging|on board)\w*"
)


@dataclass(frozen=True, slots=True)
class FoundSupport:
    """A count and the bill that it supports."""

    group: Group
    support: Support


def find_support(reading: Reading, grouping: Grouping) -> list[FoundSupport]:
    """Every count of cosponsors or supporters that is tied to a bill."""
    found = []
    for clause in reading.clauses:
        sentence = reading.folded[clause.sentence.start : clause.sentence.end]
        for match in _COSPONSORS.finditer(sentence):
            found.extend(_support(reading, clause, match, "cosponsors", grouping))
        if _BACKING.search(sentence):
            for match in _SUPPORTERS.finditer(sentence):
                if _backs(sentence, match):
                    found.extend(_support(reading, clause, match, "supporters", grouping))
    return found


def _backs(sentence: str, match: re.Match[str]) -> bool:
    near = sentence[max(0, match.start() - 40) : match.end() + 60]
    return bool(_BACKING.search(near))


def _support(
    reading: Reading, clause: Clause, match: re.Match[str], kind: SupportKind, grouping: Grouping
) -> list[FoundSupport]:
    word = match["number"].lower()
    count = {"a dozen": 12, "two dozen": 24}.get(word) or cardinal(word)
    if count is None or count < 2:
        return []
    group = _bill(clause, grouping)
    if group is None:
        return []
    said = (match["comparator"] or "").lower()
    rough = word in ("dozens", "scores", "hundreds")
    comparator: Comparator = COMPARATORS.get(said, "~" if rough else "=")
    start, end = clause.sentence.start, clause.sentence.end
    return [
        FoundSupport(
            group,
            Support(
                quote=reading.text[start:end],
                start=start,
                end=end,
                found_by=kind,
                kind=kind,
                count=count,
                comparator=comparator,
                body=_body(reading, clause, match),
            ),
        )
    ]


def _bill(clause: Clause, grouping: Grouping) -> Group | None:
    here = [
        g for m in clause.mentions if (g := grouping.group_of(m)) is not None and g.kind == "bill"
    ]
    if here:
        return here[0]
    index = clause.sentence.index
    near = [
        g
        for g in grouping.groups
        if g.kind == "bill" and any(index - 2 <= m.sentence < index for m in g.mentions)
    ]
    return near[-1] if near else None


def _body(reading: Reading, clause: Clause, match: re.Match[str]) -> str | None:
    words = match.group().lower()
    if "senat" in words:
        return "us-senate"
    if "representative" in words or "congressmen" in words or "house" in words:
        return "us-house"
    chambers = {p.chamber for p in clause.people if p.chamber}
    return chambers.pop() if len(chambers) == 1 else None
