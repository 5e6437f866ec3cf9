"""The last stage: measures with their claims, makers, targets and congress, as a record."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tracker.extraction.designations import FoundDesignation
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Reading
from tracker.extraction.sponsors import FoundSponsor
from tracker.extraction.statuses import Found
from tracker.extraction.support import FoundSupport
from tracker.extraction.targets import Targets
from tracker.extraction.tallies import FoundVote
from tracker.extraction.thresholds import FoundThreshold
from tracker.record import Bill, Form, Mention, Package, Sponsor, Status

_FIRST_CONGRESS = 1789
_LEGISLATURES = {"us-senate": "US", "us-house": "US", "us-congress": "US"}


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of an article, by kind."""

    statuses: list[Found]
    sponsors: list[FoundSponsor]
    support: list[FoundSupport]
    thresholds: list[FoundThreshold]
    votes: list[FoundVote]
    designations: list[FoundDesignation]

    def of(self, group: Group) -> "Claims":
        """Those about one measure."""
        return Claims(
            [c for c in self.statuses if c.group is group],
            [c for c in self.sponsors if c.group is group],
            [c for c in self.support if c.group is group],
            [c for c in self.thresholds if c.group is group],
            [c for c in self.votes if c.group is group],
            [c for c in self.designations if c.group is group],
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is claimed."""
        return not any(
            (self.statuses, self.sponsors, self.support, self.thresholds, self.votes, self.designations)
        )


def assemble(
    reading: Reading, grouping: Grouping, claims: Claims, lexicon: Lexicon
) -> tuple[Bill | Package, ...]:
    """The record's measures, in the order in which the article first names them."""
    found = []
    targets = Targets(reading, lexicon)
    for group in grouping.groups:
        measure = _measure(group, claims.of(group), reading, targets)
        if measure is not None:
            found.append(measure)
    return tuple(found)


def _measure(
    group: Group, own: Claims, reading: Reading, targets: Targets
) -> Bill | Package | None:
    mentions = tuple(
        Mention(reading.text[m.start_char : m.end_char], m.start_char, m.end_char)
        for m in group.naming
    )
    if not mentions:
        return None
    build = _bill if group.kind == "bill" else _package
    return build(group, own, mentions, reading, targets)


def _bill(
    group: Group, own: Claims, mentions: tuple[Mention, ...], reading: Reading, targets: Targets
) -> Bill | None:
    if own.empty and not (group.title or group.number):
        return None
    statuses = _distinct_statuses(own.statuses)
    place = _legislature(group, own, reading)
    return Bill(
        mentions=mentions,
        jurisdiction=(place,),
        targets=targets.of(group, (place,)),
        number=group.number,
        congress=_congress(group, own, reading) if place == "US" else None,
        title=group.title,
        sponsors=_distinct_sponsors(own.sponsors),
        support=tuple({(s.support.kind, s.support.count): s.support for s in own.support}.values()),
        thresholds=tuple(t.threshold for t in own.thresholds),
        votes=tuple({(v.vote.yeas, v.vote.nays): v.vote for v in own.votes}.values()),
        statuses=statuses,
    )


def _package(
    group: Group, own: Claims, mentions: tuple[Mention, ...], reading: Reading, targets: Targets
) -> Package | None:
    if own.empty and group.ordinal is None:
        return None
    statuses = _distinct_statuses(own.statuses)
    makers = _makers(group, own, reading)
    return Package(
        mentions=mentions,
        jurisdiction=makers,
        targets=targets.of(group, makers),
        form=_form(group, statuses),
        ordinal=group.ordinal,
        designations=tuple(d.designation for d in own.designations),
        thresholds=tuple(t.threshold for t in own.thresholds),
        votes=tuple({(v.vote.yeas, v.vote.nays): v.vote for v in own.votes}.values()),
        statuses=statuses,
    )


def _distinct_statuses(found: list[Found]) -> tuple[Status, ...]:
    kept: dict[tuple[str, str, str | None, str | None], Status] = {}
    for item in found:
        status = item.status
        kept.setdefault((status.status, status.modality, status.date, status.body), status)
    return tuple(kept.values())


def _distinct_sponsors(found: list[FoundSponsor]) -> tuple[Sponsor, ...]:
    """One entry a person: who sponsors is no cosponsor too."""
    kept: dict[str, Sponsor] = {}
    for item in found:
        last = item.sponsor.name.split()[-1]
        known = kept.get(last)
        if known is None or known.role == "cosponsor" and item.sponsor.role == "sponsor":
            kept[last] = item.sponsor
    return tuple(kept.values())


def _legislature(group: Group, own: Claims, reading: Reading) -> str:
    """Whose bill it is: the body that acts on it, else the one the article speaks of."""
    bodies = [c.status.body for c in own.statuses if c.status.body]
    for body in bodies:
        return body[:2].upper()
    return "US"


def _makers(group: Group, own: Claims, reading: Reading) -> tuple[str, ...]:
    named = [code for m in group.mentions for code in m.makers]
    if named:
        first = next(m.makers for m in group.mentions if m.makers)
        return tuple(dict.fromkeys(first))
    agents = [code for c in own.statuses for code in c.agents if code not in group.targets]
    if agents:
        return (Counter(agents).most_common(1)[0][0],)
    return (_likely_maker(group, reading),)


def _likely_maker(group: Group, reading: Reading) -> str:
    usual = ("US", "EU", "UN", "GB", "AU", "CA")
    counts = Counter(p.code for p in reading.places if p.code in usual)
    return counts.most_common(1)[0][0] if counts else "US"


def _congress(group: Group, own: Claims, reading: Reading) -> int | None:
    """Number of the Congress that sat when the bill was before it."""
    if reading.published is None:
        return None
    return congress_of(reading.published)


def congress_of(day: date) -> int:
    """Number of the US Congress that sits on a day (20th Amendment: from noon of 3 January)."""
    year = day.year if (day.month, day.day) >= (1, 3) else day.year - 1
    return (year - _FIRST_CONGRESS) // 2 + 1


def _form(group: Group, statuses: tuple[Status, ...]) -> Form:
    if group.ordinal is not None:
        return "numbered"
    if any(m.form == "named" for m in group.mentions):
        return "named"
    if statuses and all(s.status in ("extended", "eased", "ended", "amended") for s in statuses):
        return "regime"
    return "action"
