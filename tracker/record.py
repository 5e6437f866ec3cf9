"""The record: what one article says, as frozen values.

One `Record` an article, one `Bill` or `Package` a measure, and under each measure its claims.
Every claim is grounded: `article.text[claim.start:claim.end] == claim.quote`.
Dates are ISO 8601 strings, only as exact as the article allows (`2025-05-14`, `2025-05`, `2025`).
Places are ISO 3166 codes, or `EU`, `UN`, `G7`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

BillStatus = Literal[
    "introduced",
    "committee",
    "reported",
    "scheduled",
    "cloture",
    "passed",
    "failed",
    "agreed",
    "cleared",
    "enacted",
    "vetoed",
    "overridden",
    "stalled",
    "amended",
    "ended",
]
PackageStatus = Literal[
    "preparing",
    "proposed",
    "blocked",
    "agreed",
    "adopted",
    "amended",
    "extended",
    "eased",
    "ended",
]
Modality = Literal["actual", "planned", "expected", "possible", "conditional", "negated"]
Comparator = Literal["=", ">=", ">", "<", "<=", "~"]
Stance = Literal["required", "possible", "not_met", "met"]
Role = Literal["sponsor", "cosponsor"]
SupportKind = Literal["cosponsors", "supporters"]
Form = Literal["numbered", "named", "action", "regime"]
DesignationType = Literal["individual", "entity", "vessel", "bank", "aircraft", "target"]
Sector = Literal[
    "energy",
    "finance",
    "transport",
    "defence",
    "technology",
    "metals",
    "agriculture",
    "media",
    "crypto",
    "travel",
    "trade",
]
VoteOn = Literal["passed", "cloture", "overridden", "reported", "amended", "adopted"]
VoteResult = Literal["passed", "failed"]

BILL_STATUSES: tuple[str, ...] = get_args(BillStatus)
PACKAGE_STATUSES: tuple[str, ...] = get_args(PackageStatus)
MODALITIES: tuple[str, ...] = get_args(Modality)
COMPARATORS: tuple[str, ...] = get_args(Comparator)
STANCES: tuple[str, ...] = get_args(Stance)
ROLES: tuple[str, ...] = get_args(Role)
SUPPORT_KINDS: tuple[str, ...] = get_args(SupportKind)
FORMS: tuple[str, ...] = get_args(Form)
DESIGNATION_TYPES: tuple[str, ...] = get_args(DesignationType)
SECTORS: tuple[str, ...] = get_args(Sector)
VOTES_ON: tuple[str, ...] = get_args(VoteOn)
VOTE_RESULTS: tuple[str, ...] = get_args(VoteResult)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names a measure, with its character offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The words that say something of a measure.

    Attributes:
        quote: The words, letter for letter.
        start: Offset of the first character in the article's text.
        end: Offset after the last character.
        found_by: Name of the extraction rule that made the claim.
    """

    quote: str
    start: int
    end: int
    found_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor(Claim):
    """A person who introduced a bill (sponsor) or joined it (cosponsor)."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Claim):
    """A count of members of `body` who cosponsor or support a bill."""

    kind: SupportKind
    count: int
    comparator: Comparator
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Claim):
    """A voting rule that the article ties to the measure.

    `required` counts votes, where the text states the number.
    """

    rule: str
    stance: Stance
    required: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Claim):
    """A tally of votes for and against."""

    body: str | None
    yeas: int
    nays: int
    on: VoteOn
    result: VoteResult
    abstain: int | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Claim):
    """A stage that the measure has reached, will, may or did not reach."""

    status: str
    modality: Modality
    date: str | None = None
    body: str | None = None
    speaker: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation(Claim):
    """A count of people, entities, vessels... that a package lists."""

    type: DesignationType
    count: int
    comparator: Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What bills and packages have in common.

    Attributes:
        mentions: The noun phrases that name it, in text order; at least one.
        jurisdiction: Who makes it; more than one where it is made jointly.
        targets: Countries that it is aimed against.
        optional: Background that a careful reader could leave out.
    """

    mentions: tuple[Mention, ...]
    jurisdiction: tuple[str, ...]
    targets: tuple[str, ...] = ()
    optional: bool = False
    thresholds: tuple[Threshold, ...] = ()
    votes: tuple[Vote, ...] = ()
    statuses: tuple[Status, ...] = ()

    @property
    def kind(self) -> Literal["bill", "package"]:
        """`bill` or `package`."""
        raise NotImplementedError

    def claims(self) -> Iterator[Claim]:
        """Every claim about the measure, facet by facet."""
        for field in fields(self):
            for value in _items(getattr(self, field.name)):
                if isinstance(value, Claim):
                    yield value

    def to_dict(self) -> dict[str, Any]:
        """The measure as the JSON of the record format."""
        own = {field.name: _plain(getattr(self, field.name)) for field in fields(self)}
        own["jurisdiction"] = (
            self.jurisdiction[0] if len(self.jurisdiction) == 1 else list(self.jurisdiction)
        )
        return {"kind": self.kind, **own}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill(Measure):
    """A bill, act, resolution or treaty before a legislature.

    Attributes:
        number: Normal form (`s1241`, `hjres7`), None if the text gives none.
        congress: Number of the US Congress, None for other legislatures or if unknown.
        title: Official short title as the text gives it.
    """

    number: str | None = None
    congress: int | None = None
    title: str | None = None
    sponsors: tuple[Sponsor, ...] = ()
    support: tuple[Support, ...] = ()

    @property
    def kind(self) -> Literal["bill", "package"]:
        """`bill`."""
        return "bill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Measure):
    """A sanctions package, or any definite act of sanctioning.

    Attributes:
        form: Numbered, named, action or regime.
        ordinal: The issuer's count against that target, for numbered ones.
        sectors: Parts of the economy that it is said to hit.
    """

    form: Form
    ordinal: int | None = None
    designations: tuple[Designation, ...] = ()
    sectors: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["bill", "package"]:
        """`package`."""
        return "package"


@dataclass(frozen=True, slots=True)
class Omission:
    """A mention that was found and left out of the record, and why."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article says of the measures that it tells of.

    `id` repeats the article's own; `omissions` serve explanation and are no part of the format.
    """

    id: str | None
    measures: tuple[Bill | Package, ...]
    omissions: tuple[Omission, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as one JSON object."""
        return {"id": self.id, "measures": [measure.to_dict() for measure in self.measures]}


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, (Claim, Mention)):
        return {
            field.name: getattr(value, field.name)
            for field in fields(value)
            if field.name != "found_by"
        }
    return value
