"""What the press says of a measure becomes the right status, as surely as it is told.

Each row: why it is there, the text, and the statuses with their modality that must be found,
followed by those that must not.
"""

import pytest
from extraction.reading_of import readings_of

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()

BILLS = [
    # Active, passive and nominal forms
    ("active", "The Senate passed the Clean Ports Act on Monday.", {"passed actual"}),
    ("the bill passes the chamber", "The Clean Ports Act passed the House on Monday.", {"passed actual"}),
    ("passive", "The Clean Ports Act was passed by the Senate on Monday.", {"passed actual"}),
    ("nominal", "The Senate welcomed the passage of the Clean Ports Act.", {"passed actual"}),
    ("reduced relative", "The Clean Ports Act, approved by the House in May, bans old ships.", {"passed actual"}),
    ("relative clause", "The Clean Ports Act, which the Senate passed in May, bans old ships.", {"passed actual"}),
    ("an adjunct of time before the object", "President Trump signed on Monday the Clean Ports Act.", {"enacted actual"}),
    ("so is a date, and no particle of the verb", "President Trump signed on March 3 the Clean Ports Act.", {"enacted actual"}),
    ("headline in the present", "Trump signs Clean Ports Act into law", {"enacted actual"}),
    ("introduced", "Sen. Amy Reed (D-Ohio) introduced the Clean Ports Act on Tuesday.", {"introduced actual"}),
    ("reintroduced", "Sen. Amy Reed (D-Ohio) reintroduced the Clean Ports Act.", {"introduced actual"}),
    ("unveiled", "Two senators unveiled the Clean Ports Act on Tuesday.", {"introduced actual"}),
    ("referred", "The Clean Ports Act was referred to the Senate Banking Committee.", {"committee actual"}),
    ("a committee's vote", "The Senate Banking Committee approved the Clean Ports Act.", {"reported actual"}),
    ("both chambers", "Congress passed the Clean Ports Act last week.", {"cleared actual"}),
    ("became law", "The Clean Ports Act became law in 2019.", {"enacted actual"}),
    ("vetoed", "President Trump vetoed the Clean Ports Act on Friday.", {"vetoed actual"}),
    ("stalled", "The Clean Ports Act has been stalled in the Senate for months.", {"stalled actual"}),
    ("filibustered", "Republicans filibustered the Clean Ports Act.", {"stalled actual"}),
    ("repealed", "Congress repealed the Clean Ports Act.", {"ended actual"}),
    # Modalities
    ("a plan", "The House will vote on the Clean Ports Act on Thursday.", {"scheduled planned"}),
    ("set to", "The House is set to vote on the Clean Ports Act on Thursday.", {"scheduled planned"}),
    ("expected", "The Senate is expected to pass the Clean Ports Act.", {"passed expected"}),
    ("urged", "Reed urged the Senate to pass the Clean Ports Act.", {"passed possible"}),
    ("a call", "Reed called on Leader Schumer to bring the Clean Ports Act to the floor.", {"scheduled possible"}),
    ("a threat", "The White House threatened to veto the Clean Ports Act.", {"vetoed possible"}),
    ("a condition after", "President Trump would sign the Clean Ports Act if the House passes it.", {"enacted conditional"}),
    ("denied", "The Senate has not passed the Clean Ports Act.", {"passed negated"}),
    ("has yet to", "The Senate has yet to pass the Clean Ports Act.", {"passed negated"}),
    ("failed to", "The Senate failed to pass the Clean Ports Act.", {"passed negated"}),
    ("pride is no plan", "I am proud to introduce the Clean Ports Act.", {"introduced actual"}),
    # Coreference
    ("the bill", "Sen. Amy Reed (D-Ohio) introduced the Clean Ports Act. The Senate passed the bill in May.", {"introduced actual", "passed actual"}),
    ("it", "Sen. Amy Reed (D-Ohio) introduced the Clean Ports Act. It passed the Senate in May.", {"introduced actual", "passed actual"}),
    ("an acronym", "Reed introduced the Stop Dirty Ports (SDP) Act. The Senate passed the SDP Act in May.", {"introduced actual", "passed actual"}),
    ("a number in brackets", "Reed introduced the Clean Ports Act (S. 1412). The Senate passed S. 1412 in May.", {"introduced actual", "passed actual"}),
]  # fmt: skip

PACKAGES = [
    ("adopted", "The European Union adopted its 17th package of sanctions against Russia.", {"adopted actual"}),
    ("passive", "The 17th package of EU sanctions against Russia was adopted on Tuesday.", {"adopted actual"}),
    ("prepared", "The European Union is preparing an 18th package of sanctions against Russia.", {"preparing actual"}),
    ("proposed", "The European Commission proposed an 18th sanctions package against Russia.", {"proposed actual"}),
    ("blocked", "Hungary blocked the 18th package of EU sanctions against Russia.", {"blocked actual"}),
    ("ambassadors only agree", "EU ambassadors agreed on the 18th sanctions package against Russia.", {"agreed actual"}),
    ("imposed", "The United States imposed new sanctions on Iran on Friday.", {"adopted actual"}),
    ("announced", "Treasury announced new sanctions on Russia on Friday.", {"adopted actual"}),
    ("a verb alone", "Britain sanctioned 18 Russian ships on Tuesday.", {"adopted actual"}),
    ("planned", "The United States will impose new sanctions on Russia on Monday.", {"adopted planned"}),
    ("a bare infinitive in a headline", "EU to impose new sanctions on Russia", {"adopted planned"}),
    ("possible", "The United States could impose new sanctions on Russia.", {"adopted possible"}),
    ("conditional, before", "If Moscow refuses a ceasefire, the EU will adopt a 17th package of sanctions against Russia.", {"adopted conditional"}),
    ("conditional, after", "The EU will adopt a 17th package of sanctions against Russia unless Moscow agrees to a ceasefire.", {"adopted conditional"}),
    ("conditional, inverted", "Should Russia refuse, the EU will adopt a 17th package of sanctions against Russia.", {"adopted conditional"}),
    ("denied", "The EU has not adopted the 18th package of sanctions against Russia.", {"adopted negated"}),
    ("extended", "The EU extended its sanctions on Russia by six months.", {"extended actual"}),
    ("lifted", "The United States lifted its sanctions on Syria in May.", {"ended actual"}),
    ("eased", "The United States eased sanctions on Syria in May.", {"eased actual"}),
    ("part of it lifted", "The United States partly lifted its sanctions on Syria in May.", {"eased actual"}),
    ("a waiver received", "Several importers were granted waivers from the U.S. sanctions on Venezuela.", {"eased actual"}),
    ("what stays is not lifted", "Washington's sanctions on Cuba will remain in place.", {"ended negated"}),
    ("ruled out by two words", "Brussels ruled out lifting its sanctions on Belarus.", {"ended negated"}),
    ("a proposal told by its noun", "The European Commission presented its proposal for the 18th package of sanctions against Russia.", {"proposed actual"}),
    ("the Commission can only propose", "The European Commission unveiled its 18th sanctions package against Russia.", {"proposed actual"}),
    ("work begun", "The EU has begun work on a 19th package of sanctions against Russia.", {"preparing actual"}),
    ("work put ahead", "The EU will start work on the 19th sanctions package against Russia.", {"preparing planned"}),
    ("in the way", "Slovakia stands in the way of the EU's 18th sanctions package against Russia.", {"blocked actual"}),
]  # fmt: skip

NOTHING = [
    (
        "a court's sanctions",
        "The judge said she may sanction the lawyers for misleading the court.",
    ),
    ("football's sanctions", "FIFA imposed sanctions on the club after the riot."),
    (
        "an aid package of the executive",
        "The ministry sent an aid package of blankets to the flooded town.",
    ),
    ("a nomination", "The Senate confirmed John Doe as ambassador to Peru by 60 votes to 38."),
    ("an invoice", "The bill for the dinner came to 90 dollars, and he paid it."),
    ("a senator called Bill", "Bill Frist spoke to reporters on Tuesday."),
]


def told(text: str) -> set[str]:
    record = extract(Article(text=text, published="2025-05-21"), LEXICON)
    return {f"{s.status} {s.modality}" for m in record.measures for s in m.statuses}


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in BILLS], ids=[r[0] for r in BILLS])
def test_the_fate_of_a_bill_is_read_as_surely_as_it_is_told(text: str, wanted: set[str]) -> None:
    assert told(text) >= wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in PACKAGES], ids=[r[0] for r in PACKAGES]
)
def test_the_fate_of_sanctions_is_read_as_surely_as_it_is_told(text: str, wanted: set[str]) -> None:
    assert told(text) >= wanted


@pytest.mark.parametrize("text", [r[1] for r in PACKAGES], ids=[r[0] for r in PACKAGES])
def test_what_is_not_told_as_done_is_never_told_as_an_adoption(text: str) -> None:
    wanted = next(row[2] for row in PACKAGES if row[1] == text)
    if "adopted actual" not in wanted:
        assert "adopted actual" not in told(text)


@pytest.mark.parametrize("text", [r[1] for r in NOTHING], ids=[r[0] for r in NOTHING])
def test_what_is_no_measure_leaves_no_record(text: str) -> None:
    assert extract(Article(text=text, published="2025-05-21"), LEXICON).measures == ()


MORE_FATES = [
    (
        "Leaders pulled the Harbour Safety Act from the floor.",
        ("stalled", "actual"),
        "no vote, but not withdrawn",
    ),
    (
        "The speaker cancelled a vote on the Harbour Safety Act.",
        ("stalled", "actual"),
        "the vote that was to be",
    ),
    (
        "The Harbour Safety Act faced long odds in the Senate.",
        ("stalled", "actual"),
        "an idiom of the lobby",
    ),
    (
        "The Supreme Court upheld the Harbour Safety Act.",
        ("ended", "negated"),
        "what is upheld is not struck down",
    ),
    (
        "Senators voted 68-31 to move the Harbour Safety Act to debate.",
        ("cloture", "actual"),
        "a vote to begin",
    ),
    (
        "It is time to make the Harbour Safety Act the law of the land.",
        ("enacted", "possible"),
        "a wish that it be law",
    ),
]


@pytest.mark.parametrize(("text", "fate", "why"), MORE_FATES, ids=[row[2] for row in MORE_FATES])
def test_an_idiom_tells_the_fate_of_a_bill(text, fate, why):
    assert fate in {(s.status, s.modality) for s in readings_of(text)}, why
