"""What each filter asks of each report: the meaning that its help tells, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from tracker.errors import UsageError

NAMES = ("issuer", "target", "status", "since", "until", "sponsor", "congress", "modality")
FORETOLD = ("planned", "expected", "possible", "conditional")


class Refused(str):
    """Why a report cannot be asked so."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of one report, each with what it asks.

    Attributes:
        modalities: Those that can be asked for; None for all.
    """

    issuer: str = "Made by: EU, US, GB..."
    target: str = "Aimed against: RU, IR..."
    status: str = "Now of this status: adopted, passed..."
    since: str
    until: str
    sponsor: str = "Part of a sponsor's name."
    congress: str = "Number of the US Congress."
    modality: str
    modalities: tuple[str, ...] | None = None

    def check(self, report: str, given: Mapping[str, object]) -> None:
        """Refuse a filter that the report does not have, words that are none, and days reversed.

        Args:
            report: Name of the report.
            given: Values of its options by name, None where one was not given.

        Raises:
            UsageError: One of them cannot be asked.
        """
        for name in NAMES:
            why = getattr(self, name)
            if given[name] is not None and isinstance(why, Refused):
                raise UsageError(f"report {report} takes no --{name}: {why}", cure="leave it out")
        self._check_word("modality", given["modality"])
        self._check_word("status", given["status"])
        _check_order(given["since"], given["until"])

    def complete_status(self, incomplete: str) -> list[str]:
        """Statuses that begin with what was typed, for the shell."""
        return _beginning("status", None, incomplete)

    def complete_modality(self, incomplete: str) -> list[str]:
        """Modalities that begin with what was typed, for the shell."""
        return _beginning("modality", self.modalities, incomplete)

    def _check_word(self, name: str, value: object) -> None:
        known = _words(self.modalities)[name]
        if value is None or value in known:
            return
        near = get_close_matches(str(value), known, n=1)
        cure = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise UsageError(f"there is no {name} {value!r} here", where=f"--{name}", cure=cure)


def _check_order(since: object, until: object) -> None:
    if isinstance(since, date) and isinstance(until, date) and since > until:
        raise UsageError(
            f"{since} is after {until}",
            where="--since",
            cure="write an earlier day; 7d is counted from the day of --as-of, or from today",
        )


def _words(modalities: tuple[str, ...] | None) -> dict[str, tuple[str, ...]]:
    from tracker.record import BILL_STATUSES, MODALITIES, PACKAGE_STATUSES

    statuses = tuple(dict.fromkeys((*BILL_STATUSES, *PACKAGE_STATUSES)))
    return {"status": statuses, "modality": modalities or MODALITIES}


def _beginning(name: str, modalities: tuple[str, ...] | None, begun: str) -> list[str]:
    return [word for word in _words(modalities)[name] if word.startswith(begun)]


_OUTLOOK = "Of this modality is the outlook: planned, expected, possible, conditional."
_OF_ARTICLES = Filters(
    issuer="Articles on what is made by: EU, US, GB...",
    target="Articles on what is aimed against: RU, IR...",
    status="Articles on measures now of this status: adopted, passed...",
    since="Published on that day or later: 2025-05-01, 7d.",
    until="Published on that day or before.",
    sponsor="Articles on bills of this sponsor: part of the name.",
    congress="Articles on bills of this US Congress.",
    modality="Articles with a claim of this modality: actual, planned, negated...",
)
FILTERS = {
    "bills": Filters(
        since="Of its status since that day or later: 2025-05-01, 7d.",
        until="Of its status since that day or before.",
        modality=_OUTLOOK,
        modalities=FORETOLD,
    ),
    "packages": Filters(
        since="Of its status since that day or later: 2025-05-01, 7d.",
        until="Of its status since that day or before.",
        modality=_OUTLOOK,
        modalities=FORETOLD,
        sponsor=Refused("packages have no sponsors, bills have"),
        congress=Refused("packages are of no Congress, bills are"),
    ),
    "changes": Filters(
        since="Moved on that day or later: 2025-05-01, 7d.",
        until="Moved on that day or before.",
        modality=Refused("what moved is told whatever its modality; see `tracker report outlook`"),
    ),
    "timeline": Filters(
        status="Claims of this status: adopted, passed...",
        since="From that day on: 2025-05-01, 7d.",
        until="Up to that day.",
        modality="Claims of this modality: actual, planned, negated...",
    ),
    "outlook": Filters(
        status="Foretold is this status: adopted, passed...",
        since="Said on that day or later: 2025-05-01, 7d.",
        until="Said on that day or before.",
        modality="Foretold as planned, expected, possible or conditional.",
        modalities=FORETOLD,
    ),
    "thresholds": Filters(
        since="Counted on that day or later: 2025-05-01, 7d.",
        until="Counted on that day or before.",
        modality=Refused("counts of support have no modality"),
    ),
    "sponsors": Filters(
        sponsor="Part of the name of the sponsor or cosponsor.",
        since="Joined on that day or later: 2025-05-01, 7d.",
        until="Joined on that day or before.",
        modality=Refused("sponsorship has no modality"),
    ),
    "sources": _OF_ARTICLES,
    "conflicts": Filters(
        since="Arisen on that day or later: 2025-05-01, 7d.",
        until="Arisen on that day or before.",
        modality=Refused("only claims of what happened can conflict"),
    ),
    "coverage": _OF_ARTICLES,
}
"""The filters of each report by its name."""
