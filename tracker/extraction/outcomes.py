"""What agent, neighbourhood and denial make of the plain status of a predicate."""

from itertools import pairwise

from tracker.extraction.agents import agent_range
from tracker.extraction.modality import strongest
from tracker.extraction.occurrences import Occurrence
from tracker.extraction.reading import Clause
from tracker.record import Modality

_COMMITTEES = frozenset({"committee", "panel", "subcommittee"})
_SENT = 6
_PARTLY = frozenset({"partly", "partially", "temporarily", "some", "certain", "several", "part"})
_SHOWING = frozenset({"unveil", "present", "release", "publish", "introduce", "announce", "issue"})
_FOUNDING = frozenset({("set", "up"), ("establish",), ("create",)})
# Envoys agree; ministers and heads of government adopt.
_AGREEING = frozenset({"ambassadors", "diplomats", "envoys", "representatives"})


def outcome(
    status: str,
    kind: str,
    clause: Clause,
    occurrence: Occurrence,
    body: str | None,
    modality: Modality,
) -> tuple[str, Modality]:
    """The status and modality that a predicate tells in its sentence.

    Args:
        status: What the predicate says of such a measure.
        kind: Whether it is a bill or a package.
        clause: The sentence.
        occurrence: The predicate in it.
        body: The body that acts as far as told.
        modality: How surely the predicate is told.
    """
    predicate = occurrence.predicate
    told = _refine(status, kind, clause, occurrence, body, modality)
    if predicate.denied is not None and _is_denied_fact(clause, occurrence, modality):
        return predicate.denied, "actual"
    if told == "failed" != status and modality == "negated":
        return told, "actual"
    if predicate.denying:
        return told, "negated"
    if predicate.modality is not None and modality != "conditional":
        return told, strongest(modality, predicate.modality)
    return told, modality


_CHAMBERS = frozenset(
    [
        "parliament",
        "assembly",
        "legislature",
        "lawmakers",
        "legislators",
        "senators",
        "deputies",
        "mps",
        "members",
        "representatives",
        "council",
        "duma",
        "knesset",
        "majority",
        "chamber",
        "chambers",
        "panel",
        "committee",
    ]
)


def is_one_vote(clause: Clause, occurrence: Occurrence) -> bool:
    """Whether somebody's own vote is told, and no chamber's: "Reed voted against the bill"."""
    if occurrence.predicate.words[:2] not in (("vote", "for"), ("vote", "against"), ("vote", "in")):
        return False
    if occurrence.group is None:
        return True
    low, high = agent_range(clause, occurrence.group, occurrence.position, occurrence.end)
    if any(t.lower in _CHAMBERS for t in clause.sentence.tokens[low:high]):
        return False
    return not any(p.body and low <= clause.position(p.start) < high for p in clause.places)


def _is_denied_fact(clause: Clause, occurrence: Occurrence, modality: Modality) -> bool:
    """Whether a denial tells of the past: "has not moved", and not "will not move"."""
    if modality != "negated" or occurrence.group is None:
        return False
    return clause.groups[occurrence.group].modal is None


_DASHES = frozenset({"-", "\u2013"})
_BALLOTS = frozenset({"procedural", "cloture", "test"})


def _fails_in_a_vote(
    status: str, clause: Clause, occurrence: Occurrence, modality: Modality
) -> bool:
    """Whether a block or a denied advance was a lost vote: "failed to advance it, 54-45"."""
    blocked = status == "stalled" and modality == "actual"
    denied = status in ("reported", "scheduled", "cloture") and modality == "negated"
    if occurrence.group is None or not (blocked or (denied and _is_lost(clause, occurrence))):
        return False
    tokens = clause.sentence.tokens
    counted = any(
        b.text in _DASHES and a.tag == c.tag == "CD"
        for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    return counted or any(
        b.lower in ("vote", "votes") and a.lower in _BALLOTS for a, b in pairwise(tokens)
    )


def _is_lost(clause: Clause, occurrence: Occurrence) -> bool:
    """Whether it was tried in vain: governed by "fail", or denied of the past."""
    verb = clause.groups[occurrence.group] if occurrence.group is not None else None
    if verb is None or verb.modal is not None:
        return False
    return verb.governor is None or clause.groups[verb.governor].lemma == "fail"


def _is_before_committee(status: str, clause: Clause, occurrence: Occurrence) -> bool:
    """Whether it is a committee that takes the bill up, or to which it is sent."""
    tokens = clause.sentence.tokens
    if occurrence.predicate.words[0] == "send" and status == "passed":
        return any(t.lower in _COMMITTEES for t in tokens[occurrence.end :][:_SENT])
    if occurrence.predicate.name != "schedule":
        return False
    low, high = agent_range(clause, occurrence.group, occurrence.position, occurrence.end)
    return any(t.lower in _COMMITTEES for t in tokens[low:high])


def _refine_package(status: str, clause: Clause, occurrence: Occurrence, near: set[str]) -> str:
    """What a package's plain status becomes by who acts and how much of it is meant."""
    tokens = clause.sentence.tokens
    if status == "ended" and occurrence.predicate.modality is None:
        around = tokens[max(0, occurrence.position - 1) : occurrence.end + 2]
        return "eased" if any(t.lower in _PARTLY for t in around) else status
    if status != "adopted":
        return status
    if near & _AGREEING:
        return "agreed"
    if tokens[occurrence.position].lemma in _SHOWING and _acts_for_commission(clause, occurrence):
        return "proposed"
    if occurrence.group is not None and occurrence.predicate.words in _FOUNDING:
        return "preparing" if clause.groups[occurrence.group].progressive else status
    return status


def _acts_for_commission(clause: Clause, occurrence: Occurrence) -> bool:
    """Whether the Commission acts, which may propose sanctions and not adopt them."""
    low, high = agent_range(clause, occurrence.group, occurrence.position, occurrence.end)
    return any(
        p.body == "eu-commission" and low <= clause.position(p.start) < high for p in clause.places
    )


def _refine(
    status: str,
    kind: str,
    clause: Clause,
    occurrence: Occurrence,
    body: str | None,
    modality: Modality,
) -> str:
    """The status that agent and neighbourhood make of the predicate's plain one."""
    tokens = clause.sentence.tokens
    near = {t.lower for t in tokens[max(0, occurrence.position - 8) : occurrence.end + 8]}
    if kind == "package":
        return _refine_package(status, clause, occurrence, near)
    in_committee = bool(near & _COMMITTEES)
    if _fails_in_a_vote(status, clause, occurrence, modality):
        return "failed"
    if _is_before_committee(status, clause, occurrence):
        return "committee"
    voted = status == "passed" or (status == "scheduled" and occurrence.predicate.name == "vote on")
    if voted and in_committee:
        return "reported"
    if status == "passed" and body == "us-congress":
        status = "cleared"
    if status == "reported" and not in_committee and modality != "actual":
        return "scheduled"
    return status
