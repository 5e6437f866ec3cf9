"""Which phrases name a measure: where they begin and end, and which of them are one."""

import pytest
from extraction.reading_of import record_of, words

from tracker.article import Article
from tracker.extraction.pipeline import analyse

PHRASES = [
    pytest.param(
        "The House on Friday passed a huge spending bill that keeps offices open.",
        "a huge spending bill that keeps offices open",
        id="a gerund that is as good as a noun stands inside the phrase",
    ),
    pytest.param(
        "The Senate rejected a bill in March that would ban imports of gold.",
        "a bill in March that would ban imports of gold",
        id="a time may part a noun from its relative clause",
    ),
    pytest.param(
        "The House passed the For the Rivers Act on Monday.",
        "For the Rivers Act",
        id="a preposition in capitals opens a title",
    ),
    pytest.param(
        "The governor vetoed H.B. 512 on Monday.",
        "H.B. 512",
        id="a state legislature numbers its bills with the chamber's letter and B",
    ),
    pytest.param(
        "Senators introduced a measure already approved by the House on Monday.",
        "a measure already approved by the House",
        id="a weak noun is a bill where a legislature acts on it right after",
    ),
]


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_a_phrase_that_names_a_bill_is_found_whole(text: str, phrase: str) -> None:
    mentions = [m.text for measure in record_of(text).measures for m in measure.mentions]
    assert any(found.startswith(phrase) for found in mentions), mentions


def test_a_man_called_bill_is_no_bill() -> None:
    record = record_of("Senate Majority Leader Bill Marlowe introduced nobody and passed on.")
    assert record.measures == ()


def test_a_number_and_a_title_told_apart_before_are_one_bill_once_they_stand_together() -> None:
    record = record_of(
        "Lee Applauds Passage of the Harbor Dredging Act\n\n"
        "Common-sense legislation offered by the congressman cuts red tape.\n\n"
        "H.R. 4417, the Harbor Dredging Act, introduced by Rep. Ann Lee, passed the House 301-99."
    )
    (bill,) = [m for m in record.measures if m.number == "hr4417"]
    assert bill.title == "Harbor Dredging Act"
    assert [m.title for m in record.measures].count("Harbor Dredging Act") == 1


def _groups_of(text: str) -> list[list[str]]:
    """The phrases of each measure that a text tells of, in order."""
    article = Article(text=text, published="2025-05-14")
    reading, grouping, _ = analyse(article, words())
    return [
        [reading.folded[m.start_char : m.end_char] for m in g.mentions] for g in grouping.groups
    ]


ONE_BILL = [
    pytest.param(
        "The House passed a farm spending bill. Critics dislike the farm bill. "
        "The Senate will take up the farm bill next.",
        id="a definite phrase whose words are all told of points back, however often",
    ),
    pytest.param(
        "Rep. Ann Lee introduced a bill to dredge harbors. Lee's bill has 12 cosponsors.",
        id="a bill that somebody owns is the one told of with that person",
    ),
    pytest.param(
        "The House passed the Republican tax bill. The GOP's tax bill heads to the Senate.",
        id="a party owns a bill without being its author, and has two names",
    ),
    pytest.param(
        "Lee introduced the Small Harbor Improvement and Preservation (SHIP) Repair Act. "
        '"The SHIP Repair Act saves ports," she said.',
        id="the short form in brackets is the title in short, and no article opens it",
    ),
    pytest.param(
        "Senators filed the Stopping Harbor Emissions Lawfully and Forever Act. "
        "Lee hailed the SHELF Act.",
        id="the initials of a title are its short form",
    ),
    pytest.param(
        "The Senate passed the Harbor Dredging Reform Act. HDRA was renewed in 2020.",
        id="a title may be shortened to its initials alone",
    ),
    pytest.param(
        "The House passed the Lee-Ortiz HARBOR Act. Passage of the HARBOR Act took a year.",
        id="authors before a title and a deed before 'of the' are not its words",
    ),
    pytest.param(
        "The House passed a $659 million border bill. The $659 million border bill is large.",
        id="a sum of money belongs to the phrase",
    ),
    pytest.param(
        "Lawmakers introduced a tax bill. The bill that reached the floor on Monday is long.",
        id="'the bill' with only a clause behind it points back",
    ),
    pytest.param(
        "Lawmakers introduced a tax bill. It is no act of war, and the Second Amendment stands.",
        id="a deed and an article of the constitution are no measures",
    ),
]


@pytest.mark.parametrize("text", ONE_BILL)
def test_phrases_that_name_one_bill_are_one_measure(text: str) -> None:
    assert len(_groups_of(text)) == 1, _groups_of(text)


TWO_BILLS = [
    pytest.param(
        "The Senate passed the Iran Sanctions Act. It also passed the Solidify Iran Sanctions Act.",
        id="a title without the first word of a longer one is another",
    ),
    pytest.param(
        "Rep. Ann Lee introduced an amendment to the farm bill. The farm bill passed on Monday.",
        id="an amendment is not what it amends, though it has all its words",
    ),
]


@pytest.mark.parametrize("text", TWO_BILLS)
def test_phrases_that_name_two_bills_are_two_measures(text: str) -> None:
    assert len(_groups_of(text)) == 2, _groups_of(text)
