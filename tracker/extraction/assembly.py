"""The last stage: measures with their claims, makers, targets and congress, as a record."""

from dataclasses import dataclass, fields, replace
from functools import cached_property

from tracker.extraction.act_years import act_year
from tracker.extraction.congress import congress_of
from tracker.extraction.designations import FoundDesignation
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.makers import Makers
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.reading import Reading
from tracker.extraction.roles import place_roles
from tracker.extraction.sectors import find_sectors
from tracker.extraction.sponsors import FoundSponsor
from tracker.extraction.statuses import Found
from tracker.extraction.support import FoundSupport
from tracker.extraction.tallies import FoundVote
from tracker.extraction.targets import Targets
from tracker.extraction.thresholds import FoundThreshold
from tracker.record import Bill, Form, Mention, Package, Status

_CHANGES = frozenset({"extended", "eased", "ended", "amended"})
_RESTORING = ("reimpos", "re-impos", "restor", "reinstat", "snap")


@dataclass(frozen=True)
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
        return self._by_group.get(id(group), Claims([], [], [], [], [], []))

    @cached_property
    def _by_group(self) -> dict[int, "Claims"]:
        found: dict[int, Claims] = {}
        for field in fields(self):
            for claim in getattr(self, field.name):
                own = found.setdefault(id(claim.group), Claims([], [], [], [], [], []))
                getattr(own, field.name).append(claim)
        return found

    @property
    def agents(self) -> list[str]:
        """Codes of the places that the status claims tell to act."""
        return [code for c in self.statuses for code in c.agents]

    @property
    def bodies(self) -> list[str]:
        """Codes of the chambers that the status claims name."""
        return [c.status.body for c in self.statuses if c.status.body]

    @property
    def empty(self) -> bool:
        """Whether nothing is claimed."""
        return not any(
            (
                self.statuses,
                self.sponsors,
                self.support,
                self.thresholds,
                self.votes,
                self.designations,
            )
        )


@dataclass(frozen=True, slots=True)
class _Parties:
    lexicon: Lexicon
    grouping: Grouping
    makers: Makers
    targets: Targets


def assemble(
    reading: Reading, grouping: Grouping, claims: Claims, lexicon: Lexicon
) -> tuple[Bill | Package, ...]:
    """The record's measures, in the order in which the article first names them."""
    found: list[Bill | Package] = []
    roles = tuple(place_roles(clause, lexicon) for clause in reading.clauses)
    parties = _Parties(
        lexicon, grouping, Makers(reading, roles, lexicon), Targets(reading, roles, lexicon)
    )
    for group in grouping.groups:
        measure = _measure(group, claims.of(group), reading, parties)
        if measure is not None:
            found.append(_like_the_last(measure, found))
    return tuple(found)


def _like_the_last(measure: Bill | Package, earlier: list[Bill | Package]) -> Bill | Package:
    """A companion bill is against the same countries as the bill told of before it."""
    first = measure.mentions[0].text.lower()
    if measure.targets or not any(word in first.split() for word in ("companion", "similar")):
        return measure
    bills = [other for other in earlier if other.kind == measure.kind]
    return replace(measure, targets=bills[-1].targets) if bills else measure


def _measure(
    group: Group, own: Claims, reading: Reading, parties: _Parties
) -> Bill | Package | None:
    mentions = tuple(
        Mention(reading.text[m.start_char : m.end_char], m.start_char, m.end_char)
        for m in group.naming
    )
    if not mentions:
        return None
    build = _bill if group.kind == "bill" else _package
    return build(group, own, mentions, reading, parties)


def _bill(
    group: Group, own: Claims, mentions: tuple[Mention, ...], reading: Reading, parties: _Parties
) -> Bill | None:
    statuses = tuple(
        replace(status, date=status.date or act_year(status, group.title, reading.published))
        for status in _distinct_statuses(own.statuses)
    )
    makers = parties.makers.of_bill(group, own.bodies, own.agents)
    return Bill(
        mentions=mentions,
        jurisdiction=makers,
        targets=parties.targets.of(group, makers),
        number=group.number,
        congress=congress_of(group, statuses, reading, parties.lexicon)
        if makers == ("US",)
        else None,
        title=group.title,
        sponsors=tuple(found.sponsor for found in own.sponsors),
        support=tuple({(s.support.kind, s.support.count): s.support for s in own.support}.values()),
        thresholds=tuple(t.threshold for t in own.thresholds),
        votes=tuple({(v.vote.yeas, v.vote.nays): v.vote for v in own.votes}.values()),
        statuses=statuses,
    )


def _package(
    group: Group, own: Claims, mentions: tuple[Mention, ...], reading: Reading, parties: _Parties
) -> Package | None:
    statuses = _distinct_statuses(own.statuses)
    makers = parties.makers.of_package(group, own.agents)
    return Package(
        mentions=mentions,
        jurisdiction=makers,
        targets=parties.targets.of(group, makers),
        form=_form(group, statuses, reading),
        ordinal=group.ordinal,
        designations=tuple(d.designation for d in own.designations),
        sectors=find_sectors(group, reading, parties.grouping, parties.lexicon),
        thresholds=tuple(t.threshold for t in own.thresholds),
        votes=tuple({(v.vote.yeas, v.vote.nays): v.vote for v in own.votes}.values()),
        statuses=statuses,
    )


def _distinct_statuses(found: list[Found]) -> tuple[Status, ...]:
    """One entry for each event: told again without its date or body, it is the same one."""
    lent = {_telling(f.status): f.lent_date for f in found if f.lent_date is not None}
    told = _completed(_without_repeats([f.status for f in found]))
    dated = [replace(s, date=lent.get(_telling(s))) if s.date is None else s for s in told]
    return tuple(sorted(_without_repeats(dated), key=lambda status: (status.start, status.end)))


def _without_repeats(statuses: list[Status]) -> list[Status]:
    """Those that say more than the others of their event, the fullest first."""
    kept: list[Status] = []
    for status in sorted(statuses, key=_vagueness):
        if not any(_repeats(status, other) for other in kept):
            kept.append(status)
    return kept


def _telling(status: Status) -> tuple[int, str, str]:
    return status.start, status.status, status.modality


def _completed(statuses: list[Status]) -> list[Status]:
    """One event told once with its day and once with its body has both."""
    events: dict[tuple[str, str], list[Status]] = {}
    for status in statuses:
        events.setdefault((status.status, status.modality), []).append(status)
    complete: list[Status] = []
    for event in events.values():
        dated = [s for s in event if s.date is not None and s.body is None]
        placed = [s for s in event if s.date is None and s.body is not None]
        if len(event) == 2 and len(dated) == len(placed) == 1:
            complete.append(replace(placed[0], date=dated[0].date))
        else:
            complete.extend(event)
    return complete


def _vagueness(status: Status) -> tuple[int, int]:
    return (status.date is None) + (status.body is None), status.start


def _repeats(status: Status, other: Status) -> bool:
    """Whether a claim says no more than another of the same status and modality."""
    return (
        (status.status, status.modality) == (other.status, other.modality)
        and status.date in (None, other.date)
        and status.body in (None, other.body)
    )


def _form(group: Group, statuses: tuple[Status, ...], reading: Reading) -> Form:
    if group.ordinal is not None:
        return "numbered"
    if any(m.form == "named" for m in group.mentions):
        return "named"
    changed = any(s.status in _CHANGES for s in statuses)
    if not group.fresh and (changed or _is_restored(group, reading)):
        return "regime"
    return "action"


def _is_restored(group: Group, reading: Reading) -> bool:
    """Whether sanctions that had been lifted are put back: "reimposed sanctions"."""
    for mention in group.mentions:
        tokens = reading.clauses[mention.sentence].sentence.tokens
        near = tokens[max(0, mention.first - 3) : mention.head + 3]
        if any(t.lower.startswith(_RESTORING) for t in near):
            return True
    return False
