"""Which phrases of an article name one bill: short forms, initials, bare descriptions."""

import pytest
from extraction.reading_of import measures_of

ONE_BILL = [
    (
        "Sen. Amy Reed introduced the Safe Harbours and Efficient Ports (SHEP) Act. The SHEP Act would widen it.",
        "the initials that a title gives itself",
    ),
    (
        "The Senate passed the harbour security bill on Monday. The security bill now goes to the House.",
        "a definite phrase whose words the bill has already",
    ),
    (
        "The Senate passed a $40 billion harbour bill on Monday. The $40 billion bill drew no debate.",
        "a sum of money is part of the phrase",
    ),
    (
        "Sen. Amy Reed introduced a harbour bill on Monday. Reed's bill would ban dredging at night.",
        "the bill of whoever introduced it",
    ),
    (
        "The House passed a harbour bill on Monday. The bill that the House passed would ban dredging.",
        "only a clause describes it",
    ),
]


@pytest.mark.parametrize(("text", "why"), ONE_BILL, ids=[row[1] for row in ONE_BILL])
def test_a_bill_told_of_in_other_words_is_one(text, why):
    assert len(measures_of(text)) == 1, why


TWO_BILLS = [
    (
        "The Senate passed the Harbour Safety Act on Monday. The House passed the Airport Safety Act on Friday.",
        "titles of their own",
    ),
    (
        "Sen. Amy Reed introduced a harbour bill. Rep. Carl Voss introduced another bill on harbours.",
        "the text says that it is another one",
    ),
]


@pytest.mark.parametrize(("text", "why"), TWO_BILLS, ids=[row[1] for row in TWO_BILLS])
def test_bills_that_the_text_keeps_apart_are_two(text, why):
    assert len(measures_of(text)) == 2, why
