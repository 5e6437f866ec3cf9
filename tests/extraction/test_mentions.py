"""Which phrases name a measure: where they begin and end, and which of them are one."""

import pytest
from extraction.reading_of import record_of

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
