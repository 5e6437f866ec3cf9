"""A record as a listing: one row a claim."""

from collections.abc import Iterable

from tracker.listing import Cell, Listing
from tracker.record import (
    Bill,
    Claim,
    Designation,
    Package,
    Record,
    Sponsor,
    Status,
    Support,
    Threshold,
    Vote,
)

_COLUMNS = ("article", "measure", "claim", "says", "modality", "date", "quote")


def claims_of(records: Iterable[Record]) -> Listing:
    """List the claims of records in the order of the text.

    A measure without claims has one row, so that it is seen.
    """
    return Listing(
        _COLUMNS,
        [
            row
            for record in records
            for measure in record.measures
            for row in _rows(record, measure)
        ],
    )


def _rows(record: Record, measure: Bill | Package) -> list[tuple[Cell, ...]]:
    name = measure.mentions[0].text
    claims = sorted(measure.claims(), key=lambda claim: (claim.start, claim.end))
    if not claims:
        return [(record.id, name, None, None, None, None, name)]
    return [
        (
            record.id,
            name,
            type(claim).__name__.lower(),
            _says(claim),
            claim.modality if isinstance(claim, Status) else None,
            claim.date if isinstance(claim, (Status, Vote)) else None,
            claim.quote,
        )
        for claim in claims
    ]


def _says(claim: Claim) -> str:
    match claim:
        case Status():
            return " ".join(filter(None, (claim.status, claim.body, claim.condition)))
        case Sponsor():
            return f"{claim.role} {claim.name}"
        case Support():
            return f"{claim.comparator} {claim.count} {claim.kind}"
        case Threshold():
            return f"{claim.rule} {claim.stance}"
        case Vote():
            return f"{claim.on} {claim.yeas}-{claim.nays} {claim.result}"
        case Designation():
            return f"{claim.comparator} {claim.count} {claim.type}"
    raise TypeError(type(claim).__name__)
