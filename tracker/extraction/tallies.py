"""Vote tallies: "97-2", "by 306 to 225", "98 in favour and one against"."""

import re
from dataclasses import dataclass

from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause, Reading
from tracker.record import Status, Vote, VoteOn, VoteResult

_N = r"(?P<{}>\d{{1,3}}(?:,\d{{3}})?)"
_YEAS, _NAYS = _N.format("yeas"), _N.format("nays")
# Each form with an example; numbers of more than four figures are years or money.
_FORMS = (
    # by 312 votes to 112; 405 to 11; 97 votes in favor to 2
    re.compile(rf"(?<![\d.,$€£]){_YEAS}(?: votes?)?(?: in favou?r)? to {_NAYS}(?![\d,]|\.\d| percent|%| years| weeks| months| days| hours| p)"),
    # 97-2, 262-159
    re.compile(rf"(?<![\d.,$€£/-]){_YEAS} ?- ?{_NAYS}(?![\d/-]|,\d|\.\d|[- ](?:year|day|month|week|hour|nation|member|percent|point))"),
    # with 98 in favour and a single vote against; 441 in favor, 99 against
    re.compile(
        rf"\b{_YEAS}(?: \w+){{0,3}} (?:in favou?r|for|voted for|voting in favou?r)(?:,? (?:and|with|to|while))?,? (?:(?:a|with|and) )?"
        r"(?P<nays>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|single)(?: \w+){0,2} (?:against|opposed|voted against)"
    ),
)
_ABSTAIN = re.compile(r"\b(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?: \w+){0,2} (?:abstention|abstain|abstained|abstaining)")
_VOTING = re.compile(r"(?i)\b(?:vot|pass|approv|adopt|reject|defeat|back|endors|clear|tally|margin|cloture|debate|overr[io]d|favou?r|against|ratif|advanc|agreed|confirm)\w*")
_LOST = re.compile(r"(?i)\b(?:reject|defeat|fail|voted down|against it|fell short|short of|turned down|lost|block)\w*")


@dataclass(frozen=True, slots=True)
class FoundVote:
    """A tally and the measure that was voted on."""

    group: Group
    vote: Vote


def find_votes(
    reading: Reading, grouping: Grouping, statuses: list[tuple[Group, Status]]
) -> list[FoundVote]:
    """Every tally of the article that is tied to a measure."""
    found = []
    for clause in reading.clauses:
        sentence = reading.folded[clause.sentence.start : clause.sentence.end]
        if not _VOTING.search(sentence):
            continue
        for form in _FORMS:
            for match in form.finditer(sentence):
                vote = _tally(reading, clause, match, grouping, statuses)
                if vote is not None:
                    found.append(vote)
    return found


def _tally(
    reading: Reading,
    clause: Clause,
    match: re.Match[str],
    grouping: Grouping,
    statuses: list[tuple[Group, Status]],
) -> FoundVote | None:
    yeas, nays = cardinal(match["yeas"]), 1 if match["nays"] == "single" else cardinal(match["nays"])
    if yeas is None or nays is None or yeas + nays < 9 or yeas > 3000:
        return None
    offset = clause.sentence.start + match.start()
    holder = _measure_of(clause, offset, grouping, statuses)
    if holder is None:
        return None
    group, status = holder
    near = reading.folded[max(clause.sentence.start, offset - 160) : clause.sentence.end]
    lost = bool(_LOST.search(reading.folded[max(clause.sentence.start, offset - 60) : offset]))
    if lost and yeas > nays:
        yeas, nays = nays, yeas
    result: VoteResult = "failed" if lost or yeas < nays else "passed"
    abstain = _ABSTAIN.search(near)
    start, end = clause.sentence.start, clause.sentence.end
    return FoundVote(
        group,
        Vote(
            quote=reading.text[start:end],
            start=start,
            end=end,
            found_by="tally",
            body=_body(clause, offset) or (status.body if status else None),
            yeas=yeas,
            nays=nays,
            on=_on(near, status),
            result=result,
            abstain=cardinal(abstain["n"]) if abstain else None,
            date=status.date if status else None,
        ),
    )


def _body(clause: Clause, offset: int) -> str | None:
    bodies = [p for p in clause.places if p.body is not None and p.body != "us-congress"]
    after = [p for p in bodies if 0 <= p.start - offset <= 24]
    if after:
        return after[0].body
    before = [p for p in bodies if p.start < offset]
    return before[-1].body if before else None


def _measure_of(
    clause: Clause, offset: int, grouping: Grouping, statuses: list[tuple[Group, Status]]
) -> tuple[Group, Status | None] | None:
    """The measure that the sentence says was voted on, else the last one spoken of."""
    own = [
        (group, status)
        for group, status in statuses
        if clause.sentence.start <= status.start < clause.sentence.end
    ]
    if own:
        return own[0]
    here = [g for m in clause.mentions if (g := grouping.group_of(m)) is not None]
    if here:
        return here[0], None
    before = [
        g
        for g in grouping.groups
        if any(m.sentence < clause.sentence.index for m in g.mentions) and g.kind == "bill"
    ]
    near = [
        g
        for g in before
        if clause.sentence.index - max(m.sentence for m in g.mentions if m.sentence < clause.sentence.index) <= 3
    ]
    if not near:
        return None
    last = max(near, key=lambda g: max(m.start_char for m in g.mentions if m.sentence < clause.sentence.index))
    return last, None


def _on(near: str, status: Status | None) -> VoteOn:
    lower = near.lower()
    if "committee" in lower or "panel" in lower:
        return "reported"
    if "cloture" in lower or "end debate" in lower or "filibuster" in lower:
        return "cloture"
    if "overrid" in lower or "overrode" in lower:
        return "overridden"
    if status is not None and status.status == "adopted":
        return "adopted"
    return "passed"
