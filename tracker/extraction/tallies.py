"""Vote tallies: "97-2", "by 306 to 225", "98 in favour and one against"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass

from tracker.extraction.measures import Group, Grouping
from tracker.extraction.numbers import cardinal
from tracker.extraction.reading import Clause, Reading
from tracker.record import Status, Vote, VoteOn, VoteResult

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|single|none|zero"
_YEAS = r"(?P<yeas>\d{1,3})"
_NAYS = r"(?P<nays>\d{1,3})"
_NO_SPAN = (
    r"(?!\s?(?:percent|per cent|%|years?|weeks?|months?|days?|hours?|p\.m|a\.m|million|billion))"
)
_IN_FAVOUR = (
    r"(?:in favou?r|in support|for|yes|yes votes|voted for|voted yes|voting in favou?r|voting for"
    r"|voting yes|supporting|backing)"
)
_AGAINST = (
    r"(?:against|opposed|opposing|no|no votes|voted against|voted no|voting against|voting no"
    r"|in opposition)"
)
# Each form with an example.
_FORMS = (
    # by 312 votes to 112; 405 to 11; 97 votes in favor to 2; by 97 votes to two
    re.compile(
        rf"(?<![\d.,$€£])(?<!from ){_YEAS}(?:(?: votes?)?(?: in favou?r)? to {_NAYS}"
        rf"| votes? to (?P<few>{_SMALL}))\b(?!,\d|\.\d){_NO_SPAN}"
    ),
    # 97-2, 262-159, and 14-0-1 with those who abstained
    re.compile(
        rf"(?<![\d.,$€£/-]){_YEAS} ?- ?{_NAYS}(?:-(?P<abstain>\d{{1,3}}))?(?![\d/-]|,\d|\.\d)"
        rf"(?![- ](?:year|day|month|week|hour|minute|nation|member|percent|point|seat)){_NO_SPAN}"
    ),
    # a vote of 51-48 hours after that of the House; by 420-to-3
    re.compile(
        rf"\b(?:votes?|tally|margin|count) (?:of|was|is) {_YEAS} ?(?:-|to|-to-) ?{_NAYS}(?![\d/-])"
    ),
    re.compile(rf"(?<![\d.,$€£/-]){_YEAS}-to-{_NAYS}(?![\d/-]|,\d|\.\d)(?! odds){_NO_SPAN}"),
    # with 98 in favour and a single vote against; 441 in favor, 99 against; 13 voted for, 2 against
    re.compile(
        rf"\b{_YEAS}(?: \w+){{0,3}} {_IN_FAVOUR}(?: (?:of )?(?:it|votes|th(?:e|is|at) \w+))?"
        r"(?:,? (?:and|with|to|while|but))?,? (?:(?:a|with|and|only|just|but) )?"
        rf"(?P<nays>\d{{1,3}}|{_SMALL})(?: \w+){{0,2}} {_AGAINST}\b"
    ),
    # 219 yeas to 206 nays; 58 ayes and 41 noes
    re.compile(rf"\b{_YEAS} (?:yeas|ayes|yes),? (?:to|and|against)? ?{_NAYS} (?:nays|noes|no)\b"),
    # with the votes told like the lines of a roll call, "Yeas: 219; Nays: 206"
    re.compile(rf"(?i)\b(?:yeas|ayes):? {_YEAS}[,;]?(?: and)? (?:nays|noes):? {_NAYS}\b"),
)
_ABSTAIN = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_SMALL})(?: \w+){{0,2}} (?:abstentions?|abstain|abstained|abstaining)"
)
_VOTING = re.compile(
    r"(?i)\b(?:vot|pass|approv|adopt|reject|defeat|back|endors|clear|tally|margin|cloture|debate"
    r"|overr[io]d|favou?r|against|ratif|advanc|agreed|confirm|fail|block|fell short|yes|ayes)\w*"
)
# What was "rejected by 306 to 225" had 225 votes; what "failed 54-45" had 54.
_TURNED_DOWN = re.compile(
    r"(?i)\b(?:reject|defeat|voted down|turned down|voted against|struck down)\w*"
)
# After it only what follows tells of the tally: "who voted against the bill, which passed 227-205".
_THEN_PASSED = re.compile(
    r"(?i)\b(?:which|that|and|but|it) (?:\w+ ){0,2}?(?:passed|cleared|approved|adopted)\b"
)
_LOST = re.compile(
    r"(?i)\b(?:reject|defeat|fail|voted down|voted against|fell short|short of|turned down|lost"
    r"|block)\w*"
)
# "Children ages 10-17"
_NO_TALLY = re.compile(
    r"(?i)\b(?<!-)(?:ages?|aged|grades?|pages?|lines?|between|rules?|articles?) $"
)
# Seats and judges are not votes: "a 52-48 majority", "the 6-3 decision", "the 11-10 panel". What
# passes "by a 52-48 majority" is voted on.
_SEATS = re.compile(
    r"(?i)[, -]+(?:(?!in |of |by |on )\w+ ){0,2}"
    r"(?:majority|edge|advantage|control|split|panel|chamber|senate|house)\b"
)
_COURT = re.compile(r"(?i)[, -]+(?:\w+ ){0,2}(?:decision|ruling|opinion|court|judgment)\b")
_HELD = re.compile(
    r"(?i)\b(?:ha(?:s|ve|d|ving)|hold(?:s|ing)?|held|enjoy\w*|control\w*|maintain\w*|keep\w*|kept"
    r"|their|its|slim|narrow|current|new|out of(?: the| a)?)(?: \w+){0,3} $"
)
# "The 30-40 no votes" are a range of them.
_ONE_SIDE = re.compile(r"(?i)\W{1,2}(?:no|yes|nay|yea)\W? votes?\b")
_VOTE_AFTER = re.compile(r"(?i)[, -]+(?:\w+ ){0,3}(?:vote|tally|margin|roll call)\b")
_REACH = 60
_NEAR_BEFORE, _NEAR_AFTER = 120, 60
_AFTER = 60
_MEMORY = 3
_SMALLEST_HOUSE, _LARGEST_HOUSE = 9, 800
_VOTED = frozenset(
    {"passed", "failed", "cloture", "reported", "adopted", "overridden", "amended", "cleared"}
    | {"enacted", "agreed", "blocked"}
)


@dataclass(frozen=True, slots=True)
class FoundVote:
    """A tally and the measure that was voted on."""

    group: Group
    vote: Vote


def find_votes(
    reading: Reading, grouping: Grouping, statuses: list[tuple[Group, Status]]
) -> list[FoundVote]:
    """Every tally of the article that is tied to a measure, each once.

    Args:
        reading: The article.
        grouping: Its measures.
        statuses: What is told of the measures, in text order.
    """
    finder = _Finder(reading, grouping, statuses)
    kept: dict[tuple[int, int, int], FoundVote] = {}
    for clause in reading.clauses:
        for found in finder.in_clause(clause):
            key = (id(found.group), found.vote.yeas, found.vote.nays)
            kept.setdefault(key, found)
    return list(kept.values())


def tells_tally(clause: Clause, folded: str) -> bool:
    """Whether a sentence says how many voted for and against."""
    sentence = folded[clause.sentence.start : clause.sentence.end]
    return next(tallies_in(clause, sentence), None) is not None


def tallies_in(clause: Clause, sentence: str) -> Iterator[tuple[int, int]]:
    """The yeas and nays of a sentence's tallies, as they are told: "54-45"."""
    for form in _FORMS:
        for match in form.finditer(sentence):
            if _is_tally(clause, sentence, match):
                yield _sides(match)


class _Finder:
    """Looks for tallies sentence by sentence, remembering the measure last spoken of."""

    def __init__(
        self, reading: Reading, grouping: Grouping, statuses: list[tuple[Group, Status]]
    ) -> None:
        self._reading = reading
        self._grouping = grouping
        self._starts = [clause.sentence.start for clause in reading.clauses]
        self._statuses: dict[int, list[tuple[Group, Status]]] = {}
        for group, status in statuses:
            sentence = bisect_right(self._starts, status.start) - 1
            self._statuses.setdefault(sentence, []).append((group, status))
        told: dict[int, list[Status]] = {}
        for group, status in statuses:
            told.setdefault(id(group), []).append(status)
        self._main = main_bill(grouping, told)
        self._last: Group | None = None
        self._last_in = -_MEMORY

    def in_clause(self, clause: Clause) -> Iterator[FoundVote]:
        """The tallies of one sentence."""
        sentence = self._reading.folded[clause.sentence.start : clause.sentence.end]
        if _VOTING.search(sentence):
            for form in _FORMS:
                for match in form.finditer(sentence):
                    found = self._tally(clause, sentence, match)
                    if found is not None:
                        yield found
        for mention in clause.mentions:
            group = self._grouping.group_of(mention)
            if group is not None and (group.kind == "bill" or "UN" in group.makers):
                self._last, self._last_in = group, clause.sentence.index

    def _tally(self, clause: Clause, sentence: str, match: re.Match[str]) -> FoundVote | None:
        yeas, nays = _sides(match)
        if (
            not _is_tally(clause, sentence, match)
            or not _SMALLEST_HOUSE <= yeas + nays <= _LARGEST_HOUSE
        ):
            return None
        start, end = clause.sentence.start, clause.sentence.end
        holder = self._measure(clause, start + match.start())
        if holder is None:
            return None
        group, status = holder
        before = _telling(sentence[max(0, match.start() - _REACH) : match.start()])
        if _TURNED_DOWN.search(before) and yeas > nays:
            yeas, nays = nays, yeas
        lost = bool(_LOST.search(before)) or yeas < nays
        result: VoteResult = "failed" if lost else "passed"
        return FoundVote(
            group,
            Vote(
                quote=self._reading.text[start:end],
                start=start,
                end=end,
                found_by="tally",
                body=_body(clause, start + match.start()) or (status.body if status else None),
                yeas=yeas,
                nays=nays,
                on=_on(sentence[max(0, match.start() - 160) : match.end() + _AFTER], status),
                result=result,
                abstain=_abstentions(sentence, match),
                date=status.date if status else None,
            ),
        )

    def _measure(self, clause: Clause, offset: int) -> tuple[Group, Status | None] | None:
        """The measure that the sentence says was voted on, else the last one spoken of.

        Where neither the sentence nor those before it name one, it is the article's main bill:
        "On Friday the final vote was 71-28".
        """
        told = self._statuses.get(clause.sentence.index, [])
        here = [
            (mention, group)
            for mention in clause.mentions
            if (group := self._grouping.group_of(mention)) is not None
        ]
        before = [group for mention, group in here if mention.start_char < offset]
        voted = [pair for pair in told if pair[1].status in _VOTED] or told
        if voted:
            spoken = [pair for group in reversed(before) for pair in voted if pair[0] is group]
            return (spoken or voted)[0]
        if here:
            return (before[-1] if before else here[0][1]), None
        if self._last is not None and clause.sentence.index - self._last_in <= _MEMORY:
            return self._last, None
        return None if self._main is None else (self._main, None)


def main_bill(grouping: Grouping, claims: Mapping[int, Sized]) -> Group | None:
    """The bill that an article is about: that of which it tells and speaks most.

    Args:
        grouping: The article's measures.
        claims: What is told of each measure, by the identity of its group.
    """
    bills = [group for group in grouping.groups if group.kind == "bill" and group.naming]
    return max(bills, key=lambda g: (len(claims.get(id(g), ())), len(g.mentions)), default=None)


def _is_tally(clause: Clause, sentence: str, match: re.Match[str]) -> bool:
    """Whether two numbers are votes: a word of voting stands near, and they are no date or age."""
    offset = clause.sentence.start + match.start()
    dated = any(d.start <= offset < d.end for d in clause.dates)
    near = sentence[max(0, match.start() - _NEAR_BEFORE) : match.end() + _NEAR_AFTER]
    before = sentence[max(0, match.start() - _REACH) : match.start()]
    return (
        _VOTING.search(near) is not None
        and not dated
        and _NO_TALLY.search(before) is None
        and not _are_seats(before, sentence[match.end() : match.end() + _REACH])
    )


def _are_seats(before: str, after: str) -> bool:
    """Whether two numbers are no tally: "hold a 52-48 majority", "the 6-3 decision"."""
    if _ONE_SIDE.match(after) is not None or _COURT.match(after) is not None:
        return True
    if _VOTE_AFTER.match(after) is not None:
        return False
    return _SEATS.match(after) is not None and _HELD.search(before) is not None


def _telling(before: str) -> str:
    """The words before a tally that tell of its vote, without those of an earlier one."""
    then = list(_THEN_PASSED.finditer(before))
    return before[then[-1].start() :] if then else before


def _sides(match: re.Match[str]) -> tuple[int, int]:
    """The two numbers of a tally."""
    return _number(match["yeas"]), _number(match["nays"] or match.groupdict()["few"])


def _number(word: str) -> int:
    return {"single": 1, "none": 0, "zero": 0}.get(word, cardinal(word) or 0)


def _abstentions(sentence: str, match: re.Match[str]) -> int | None:
    if match.groupdict().get("abstain"):
        return int(match["abstain"])
    found = _ABSTAIN.search(sentence, max(0, match.start() - 160))
    return _number(found["n"]) if found else None


def _body(clause: Clause, offset: int) -> str | None:
    """The chamber named right after a tally, else the last one before it."""
    bodies = [p for p in clause.places if p.body is not None and p.body != "us-congress"]
    after = [p for p in bodies if 0 <= p.start - offset <= 24]
    if after:
        return after[0].body
    before = [p for p in bodies if p.start < offset]
    return before[-1].body if before else None


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
