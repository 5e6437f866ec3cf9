"""What a legislative action of the US Congress does to a bill: by its code, else by its text.

No authoritative list of codes exists, and many Senate actions carry none. So a code decides
where it is known, and the stock phrases of the two chambers do for the rest.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.record import VOTES_ON
from tracker.store.congress import chamber_of

SENATE, HOUSE = "us-senate", "us-house"


@dataclass(frozen=True)
class Action:
    """A legislative action as the record has it.

    Attributes:
        on: Its day.
        text: Its words.
        code: Congress.gov's code, None if it carries none.
        chamber: Body that acts, None if the record does not say.
    """

    on: date
    text: str
    code: str | None = None
    chamber: str | None = None


@dataclass(frozen=True)
class Tally:
    """Votes for and against."""

    yeas: int
    nays: int


@dataclass(frozen=True)
class Step:
    """What an action does to the bill.

    Attributes:
        action: The action.
        status: The bill's status.
        body: Body that acted, None for the President.
        official: The status in the vocabulary of unitedstates/congress; None if it has none.
        tally: The vote, where there was one.
    """

    action: Action
    status: str
    body: str | None
    official: str | None
    tally: Tally | None

    @property
    def result(self) -> str:
        """Outcome of the vote."""
        return "failed" if self.status == "failed" else "passed"

    @property
    def voted_on(self) -> str:
        """Status that the vote was about."""
        return self.status if self.status in VOTES_ON else "passed"


_CODES: dict[str, tuple[str, str | None]] = {
    "1000": ("introduced", HOUSE),
    "Intro-H": ("introduced", HOUSE),
    "10000": ("introduced", SENATE),
    "2000": ("committee", HOUSE),
    "H11100": ("committee", HOUSE),
    "H11100-A": ("committee", HOUSE),
    "H11200": ("committee", HOUSE),
    "11000": ("committee", SENATE),
    "13100": ("committee", SENATE),
    "13200": ("committee", SENATE),
    "5000": ("reported", HOUSE),
    "5500": ("reported", HOUSE),
    "H12100": ("reported", HOUSE),
    "H12200": ("reported", HOUSE),
    "H12300": ("reported", HOUSE),
    "14000": ("reported", SENATE),
    "14500": ("reported", SENATE),
    "8000": ("passed", HOUSE),
    "H37100": ("passed", HOUSE),
    "H37300": ("passed", HOUSE),
    "17000": ("passed", SENATE),
    "H41610": ("passed", HOUSE),
    "20900": ("agreed", None),
    "H25200": ("agreed", HOUSE),
    "21000": ("conference", HOUSE),
    "H42510": ("conference", HOUSE),
    "23000": ("conference", SENATE),
    "28000": ("cleared", None),
    "E20000": ("cleared", None),
    "31000": ("vetoed", None),
    "36000": ("enacted", None),
    "E40000": ("enacted", None),
}
"""Codes with what they say, before the text says whether it succeeded."""

_OFFICIAL: dict[str, str | None] = {
    "introduced": "INTRODUCED",
    "committee": "REFERRED",
    "reported": "REPORTED",
    "cloture": None,
    "no cloture": "PROV_KILL:CLOTUREFAILED",
    "agreed": None,
    "cleared": "PASSED:BILL",
}
"""Official statuses that do not hang on what went before."""

_NO_STEP = frozenset({"14900", "H12210", "B00100", "H38310", "H1L210", "H1L220", "H8D000"})
"""Codes of actions that change nothing, whatever their text sounds like."""

_PHRASES: tuple[tuple[str, str], ...] = (
    # "Passed Senate over veto", "the objections of the President to the contrary notwithstanding"
    (r"over (the President's )?veto|objections of the President", "overridden"),
    # "Motion to table the veto message ... agreed to": no step; the veto stands.
    (r"veto message", ""),
    (r"vetoed by (the )?President", "vetoed"),
    (r"became (public|private) law|signed by (the )?President", "enacted"),
    (r"presented to (the )?President", "cleared"),
    (r"rule H\. ?Res\.", ""),
    # "Motion to recommit", "to reconsider", "to table": of the debate, not of the bill
    (r"\b(recommit|reconsider|table|committee rise|previous question|postpone|commit)\b", ""),
    (r"cloture (on .*)?(not invoked|motion .*withdrawn)", "no cloture"),
    (r"cloture .*\binvoked|motion to proceed to (the )?consideration .*agreed to", "cloture"),
    (r"conference report .*agreed to|agreed to (the )?conference report", "conference"),
    (r"conference report .*filed", "agreed"),
    (r"^(passed|failed of passage in) (the )?(senate|house)", "passed"),
    (r"passed/agreed to in (senate|house)", "passed"),
    (r"^(resolution|measure|bill) (not )?agreed to in (senate|house)", "passed"),
    (r"on (passage|agreeing to the resolution|motion to suspend the rules and)\b", "passed"),
    (
        r"(agree to|agreed to|concur in|agree with an amendment to) the (senate|house) amendment",
        "passed",
    ),
    (r"ordered to be reported|^reported (by|with|original)|\. reported by\b", "reported"),
    (r"committee .*\bdischarged|reported an original measure", "reported"),
    (r"referred (concurrently |jointly |sequentially )?to the", "committee"),
    (r"hearings held|mark-?up session held|committee consideration", "committee"),
    (r"^introduced in (the )?(senate|house)", "introduced"),
)
"""Stock phrases with the step that they tell of, empty for none; the first that fits counts."""

_COMPILED = tuple((re.compile(phrase, re.IGNORECASE), step) for phrase, step in _PHRASES)
_FAILED = re.compile(r"\b(failed|not agreed to|rejected|defeated)\b", re.IGNORECASE)
_TALLY = re.compile(
    r"(?:yea-nay vote\.?|yeas and nays:|recorded vote:|record vote:)\s*(?:\(2/3 required\):\s*)?"
    r"(\d{1,3}) ?[-\u2013] ?(\d{1,3})\b",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"with (an )?amendments?\b|, as amended\b", re.IGNORECASE)


def steps(number: str, official_title: str, actions: Iterable[Action]) -> list[Step]:
    """Follow a bill through its actions.

    Args:
        number: Its number in normal form: the kind of bill decides when it is done.
        official_title: Its long title.
        actions: Its actions, oldest first.

    Returns:
        The steps in order; what is told twice, by a chamber and by the Library, once.
    """
    way = _Way(number, official_title)
    found: dict[tuple[str, str | None, date], Step] = {}
    for action in actions:
        read = classify(action)
        if read is None:
            continue
        step = Step(action, *way.follow(*read, action.text), tally(action.text))
        key = (step.status, step.body, action.on)
        known = found.get(key)
        if known is None or (known.tally is None and step.tally is not None):
            official = known.official if known else step.official
            found[key] = Step(step.action, step.status, step.body, official, step.tally)
    return list(found.values())


def classify(action: Action) -> tuple[str, str | None] | None:
    """What an action says, with the body that acts; None if it is no step.

    Beside the statuses of bills there are `no cloture` and `conference`, an agreement to a
    conference report; whoever follows the bill turns them into statuses.
    """
    if action.code in _NO_STEP:
        return None
    step, body = _by_code(action) or _by_text(action) or ("", None)
    if not step:
        return None
    if step in {"passed", "overridden", "conference"} and _FAILED.search(action.text):
        return "failed", body
    return step, body


def tally(text: str) -> Tally | None:
    """The yeas and nays that the text tells, as `232 - 186`."""
    found = _TALLY.search(text)
    return Tally(int(found[1]), int(found[2])) if found else None


def _by_code(action: Action) -> tuple[str, str | None] | None:
    if action.code == "E30000":
        return ("vetoed" if "veto" in action.text.lower() else "enacted"), None
    return _CODES.get(action.code) if action.code else None


def _by_text(action: Action) -> tuple[str, str | None] | None:
    for pattern, step in _COMPILED:
        if pattern.search(action.text):
            executive = step in {"vetoed", "enacted", "cleared", "agreed"}
            return step, None if executive else _acting(action)
    return None


def _acting(action: Action) -> str | None:
    text = action.text.lower()
    if re.search(r"\b(in|passed|of|that) (the )?senate\b", text):
        return SENATE
    if re.search(r"\b(in|passed|of|that) (the )?house\b", text):
        return HOUSE
    return action.chamber


class _Way:
    """How far a bill has come, which decides what a passage means."""

    def __init__(self, number: str, official_title: str) -> None:
        self._origin = chamber_of(number)
        self._kind = number.rstrip("0123456789")
        self._amends_constitution = "amendment to the Constitution" in official_title
        self._passed: set[str] = set()
        self._vetoed = False
        self._overrode: set[str] = set()

    def follow(self, step: str, body: str | None, text: str) -> tuple[str, str | None, str | None]:
        """The status, the body, and the official status after a step."""
        status = {"no cloture": "failed", "conference": "passed"}.get(step, step)
        chamber = "HOUSE" if body == HOUSE else "SENATE"
        if step in _OFFICIAL:
            repeated = self._passed and step in {"committee", "reported"}
            return status, body, None if repeated else _OFFICIAL[step]
        rule = {
            "passed": self._passage,
            "failed": self._failure,
            "conference": lambda _body, chamber, _text: f"CONFERENCE:PASSED:{chamber}",
            "vetoed": self._veto,
            "overridden": self._override,
            "enacted": self._enactment,
        }[step]
        return status, body, rule(body, chamber, text)

    def _veto(self, _body: str | None, _chamber: str, text: str) -> str:
        self._vetoed = True
        return "VETOED:POCKET" if "pocket" in text.lower() else "PROV_KILL:VETO"

    def _override(self, _body: str | None, chamber: str, _text: str) -> str | None:
        self._overrode.add(chamber)
        return None if len(self._overrode) > 1 else f"VETOED:OVERRIDE_PASS_OVER:{chamber}"

    def _enactment(self, _body: str | None, _chamber: str, _text: str) -> str:
        return "ENACTED:VETO_OVERRIDE" if self._vetoed else "ENACTED:SIGNED"

    def _passage(self, body: str | None, chamber: str, text: str) -> str:
        first = not self._passed or self._passed == {chamber}
        self._passed.add(chamber)
        if self._kind in {"sres", "hres"}:
            return "PASSED:SIMPLERES"
        if first and body == self._origin:
            return f"PASS_OVER:{chamber}"
        if _AMENDED.search(text) and not re.search("agree(d)? to the", text, re.IGNORECASE):
            return f"PASS_BACK:{chamber}"
        if self._kind in {"sconres", "hconres"}:
            return "PASSED:CONCURRENTRES"
        return "PASSED:CONSTAMEND" if self._amends_constitution else "PASSED:BILL"

    def _failure(self, body: str | None, chamber: str, text: str) -> str:
        if self._vetoed:
            order = "SECOND" if self._overrode else "ORIGINATING"
            return f"VETOED:OVERRIDE_FAIL_{order}:{chamber}"
        if "suspend the rules" in text:
            return "PROV_KILL:SUSPENSIONFAILED"
        if len(self._passed) > 1:
            return "PROV_KILL:PINGPONGFAIL"
        return f"FAIL:{'ORIGINATING' if body == self._origin else 'SECOND'}:{chamber}"
