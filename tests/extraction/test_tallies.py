"""A tally has its yeas first, whatever came of it."""

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()
ACT = "the Clean Ports Act"

ROWS = [
    ("a word for the few", f"The House passed {ACT} by 419 votes to three.", {(419, 3, "passed")}),
    ("a comma after it", f"The Senate passed {ACT} 98 to 1, Reed said.", {(98, 1, "passed")}),
    (
        "yeas and nays",
        f"The House passed {ACT}, 219 yeas to 206 nays, on Friday.",
        {(219, 206, "passed")},
    ),
    (
        "who voted for it and against",
        f"{ACT} passed after 52 senators voted for it and 47 voted against.",
        {(52, 47, "passed")},
    ),
    ("days are no votes", f"The Senate passed {ACT}, as planned for June 10-17.", set()),
    ("ages are no votes", f"The Senate passed {ACT} for children ages 10-17.", set()),
    ("nor are bounds", f"The Senate passed {ACT}, which cuts fees from 60 to 47.", set()),
    ("a hyphen", f"The Senate passed {ACT} 97-2 on Tuesday.", {(97, 2, "passed")}),
    ("words", f"The House approved {ACT} by a vote of 405 to 11.", {(405, 11, "passed")}),
    ("before the verb", f"By 312 votes to 112 the House adopted {ACT}.", {(312, 112, "passed")}),
    ("a dash", f"{ACT} passed the House in a 262\u2013159 vote.", {(262, 159, "passed")}),
    ("rejected", f"The House rejected {ACT} by 306 to 225.", {(225, 306, "failed")}),
    ("defeated", f"The Senate defeated {ACT} 53-47.", {(47, 53, "failed")}),
    ("failed", f"{ACT} failed in the Senate 47-53.", {(47, 53, "failed")}),
    (
        "a majority that was too small",
        f"A motion to end debate on {ACT} failed 54-45, short of the 60 votes needed.",
        {(54, 45, "failed")},
    ),
    (
        "in favour and against",
        f"The Senate passed {ACT} with 98 in favour and one against.",
        {(98, 1, "passed")},
    ),
    (
        "two chambers",
        f"{ACT} passed 98-2 in the Senate and 419-3 in the House.",
        {(98, 2, "passed"), (419, 3, "passed")},
    ),
    ("a committee", f"The Senate Banking Committee approved {ACT}, 17-5.", {(17, 5, "passed")}),
    (
        "a sentence of its own",
        f"{ACT} passed the Senate on Tuesday. The vote was 90-8.",
        {(90, 8, "passed")},
    ),
    ("no figures", f"{ACT} passed the Senate unanimously.", set()),
    ("years", f"{ACT} passed the Senate in the 2019-20 session.", set()),
    ("spans of time", f"The Senate passed {ACT}, which bars loans of 10 to 15 years.", set()),
    ("seats are no votes", f"Republicans hold a 52-48 majority and may pass {ACT}.", set()),
    ("nor are judges", f"The court struck down {ACT} in a 6-3 decision and a vote loomed.", set()),
    ("nor is a range", f"They hope to turn the 30-40 'no' votes and pass {ACT}.", set()),
    (
        "a majority that votes",
        f"{ACT} passed the Senate by a 52-48 majority.",
        {(52, 48, "passed")},
    ),
    (
        "hours between two votes",
        f"The Senate passed {ACT} by a party-line vote of 51-48 hours after the House adjourned.",
        {(51, 48, "passed")},
    ),
    ("hyphens and a word", f"The House passed {ACT}, 216-to-198.", {(216, 198, "passed")}),
    (
        "only a few against it",
        f"{ACT} passed the House with 388 votes in favor of it and only five against it.",
        {(388, 5, "passed")},
    ),
    (
        "zero of one side",
        f"{ACT} passed with 96 yes votes and zero no votes in the Senate.",
        {(96, 0, "passed")},
    ),
    (
        "the nearest verb tells the winner",
        f"Twelve members voted against {ACT}, which passed 227-205.",
        {(227, 205, "passed")},
    ),
    (
        "the article's bill, when it was last spoken of long before",
        f"The Senate passed {ACT}. It was late. It snowed. Few went home. Nobody spoke. The final vote was 71-28.",
        {(71, 28, "passed")},
    ),
    ("ages and odds", f"The Senate passed {ACT} at 2-1 odds.", set()),
]


def votes_of(text):
    record = extract(Article(text=text, id="x", published="2025-05-21"), LEXICON)
    return [vote for measure in record.measures for vote in measure.votes]


@pytest.mark.parametrize(("why", "text", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_tallies_are_read(why, text, told):
    assert {(v.yeas, v.nays, v.result) for v in votes_of(text)} == told


def test_abstentions_belong_to_the_tally():
    text = (
        "The European Parliament backed the resolution on Belarus with 441 in favour, 99 against "
        "and 50 abstentions."
    )
    (vote,) = votes_of(text)
    assert (vote.yeas, vote.nays, vote.abstain) == (441, 99, 50)


def test_each_chamber_has_its_own_tally():
    text = f"{ACT} passed 98-2 in the Senate and 419-3 in the House."
    assert {v.body: v.yeas for v in votes_of(text)} == {"us-senate": 98, "us-house": 419}
