"""Counts of people, entities, vessels and banks that a package lists."""

import re
from dataclasses import dataclass

from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause, Reading
from tracker.extraction.support import COMPARATORS, NUMBER
from tracker.record import Comparator, Designation, DesignationType

_TYPES: tuple[tuple[DesignationType, str], ...] = (
    ("vessel", r"vessels?|ships?|tankers?|oil tankers?|boats?"),
    ("bank", r"banks?|lenders?"),
    ("aircraft", r"aircraft|planes?|jets?|airplanes?"),
    (
        "individual",
        r"individuals?|people|persons?|officials?|oligarchs?|nationals?|citizens?|men|lawmakers?|leaders?|generals?|officers?|businessmen|tycoons?|judges?|executives?|ministers?|hackers?|Russians|Iranians|Belarusians|Chinese|North Koreans",
    ),
    (
        "entity",
        r"entities|entity|companies|company|firms?|organi[sz]ations?|businesses|institutions?|groups?|enterprises?|bodies|corporations|legal entities|subsidiaries|networks?|agencies|manufacturers|conglomerates",
    ),
    ("target", r"targets?|designations?|listings?|names|individuals and entities|people and entities|sanctions|terrorists and terrorist organi[sz]ations|people and organi[sz]ations|persons and entities|individuals and companies|individuals and organi[sz]ations"),
)
_COMPARATOR = r"(?P<comparator>" + "|".join(COMPARATORS) + r")"
_COUNT = re.compile(
    rf"(?i)(?<![\w$€£.,-])(?:{_COMPARATOR} )?{NUMBER}(?P<between>(?: (?:more|other|additional|further|new|senior|top|of the|of|Russian|Chinese|Iranian|North Korean|Belarusian|foreign|major|large|largest|key|state-owned|military|government|[A-Z][\w-]+|\w+ian|\w+ese|defen[cs]e|private|financial|shadow|fleet|oil|energy|party|communist|business)){{0,5}}) "
    + r"(?P<noun>"
    + "|".join(f"(?P<{name}>(?:{pattern}))" for name, pattern in reversed(_TYPES))
    + r")\b"
)
_LISTING = re.compile(
    r"(?i)\b(?:sanction|designat|blacklist|target|list|hit|add|penal|freez|froze|ban|impos|package|measure|includ|against|on)\w*"
)
_RUNNING = re.compile(r"(?i)\b(?:total|now|altogether|so far|in all|bringing|since \d{4}|already)\b")


@dataclass(frozen=True, slots=True)
class FoundDesignation:
    """A count and the package that it is of."""

    group: Group
    designation: Designation


def find_designations(
    reading: Reading, grouping: Grouping, adopted: dict[int, Group]
) -> list[FoundDesignation]:
    """Every count of what a package lists.

    Args:
        reading: The article.
        grouping: Its measures.
        adopted: By sentence number, the package whose imposition that sentence tells of.
    """
    found = []
    for clause in reading.clauses:
        sentence = reading.folded[clause.sentence.start : clause.sentence.end]
        group = _package(clause, grouping, adopted)
        if group is None or not _LISTING.search(sentence):
            continue
        for match in _COUNT.finditer(sentence):
            designation = _designation(reading, clause, sentence, match)
            if designation is not None:
                found.append(FoundDesignation(group, designation))
    return _distinct(found)


def _package(clause: Clause, grouping: Grouping, adopted: dict[int, Group]) -> Group | None:
    index = clause.sentence.index
    if index in adopted:
        return adopted[index]
    here = [
        g
        for m in clause.mentions
        if (g := grouping.group_of(m)) is not None and g.kind == "package"
    ]
    return here[0] if here else None


def _designation(
    reading: Reading, clause: Clause, sentence: str, match: re.Match[str]
) -> Designation | None:
    count = cardinal(match["number"].lower())
    if count is None or count < 1:
        return None
    if _RUNNING.search(sentence[max(0, match.start() - 40) : match.start()]):
        return None
    kind = next(name for name, _ in _TYPES if match[name])
    said = (match["comparator"] or "").lower()
    comparator: Comparator = COMPARATORS.get(said, "=")
    start, end = clause.sentence.start, clause.sentence.end
    return Designation(
        quote=reading.text[start:end],
        start=start,
        end=end,
        found_by="count",
        type=kind,
        count=count,
        comparator=comparator,
    )


def _distinct(found: list[FoundDesignation]) -> list[FoundDesignation]:
    kept: dict[tuple[int, str, int], FoundDesignation] = {}
    for item in found:
        kept.setdefault((id(item.group), item.designation.type, item.designation.count), item)
    return list(kept.values())
