"""Who says what a claim tells."""

import pytest
from extraction.reading_of import readings_of

SPEAKERS = [
    # text, status, speaker, why
    ("The Senate passed the Iran sanctions bill.", "passed", None, "the article's own words"),
    (
        "Sen. Lindsey Graham said the Senate would pass the Iran sanctions bill.",
        "passed",
        "Lindsey Graham",
        "reported speech",
    ),
    (
        "The Senate will pass the Iran sanctions bill, Sen. Lindsey Graham said on Tuesday.",
        "passed",
        "Lindsey Graham",
        "the speaker closes the sentence",
    ),
    (
        "Tony Blinken, an adviser at the White House, said the EU would adopt new Iran sanctions.",
        "adopted",
        "Tony Blinken",
        "an apposition is no speaker",
    ),
    (
        '"The Senate will pass the Iran sanctions bill," Sen. Lindsey Graham said.',
        "passed",
        "Lindsey Graham",
        "a quotation",
    ),
    (
        "Sens. Lindsey Graham and Chris Coons urged the House to pass the Iran sanctions bill.",
        "passed",
        "Lindsey Graham and Chris Coons",
        "who asks for it, two together",
    ),
    (
        "The White House has threatened to veto the Iran sanctions bill.",
        "vetoed",
        "The White House",
        "an office as the text has it",
    ),
    (
        "According to the Commission, the EU will adopt new sanctions on Iran.",
        "adopted",
        "the Commission",
        "according to",
    ),
    (
        "The Iran sanctions bill, leaders said, will pass the Senate.",
        "passed",
        "leaders",
        "an insertion",
    ),
    (
        "Sen. Chris Coons, who voted when the Senate passed the Iran sanctions bill, said no more.",
        "passed",
        None,
        "what stands inside the subject is not what is said",
    ),
    (
        "China threatened retaliation after the Senate passed the Iran sanctions bill.",
        "passed",
        None,
        "what came before the threat is no part of it",
    ),
]


@pytest.mark.parametrize(("text", "status", "speaker", "why"), SPEAKERS)
def test_a_claim_has_the_speaker_that_the_article_gives_it(text, status, speaker, why):
    speakers = {s.speaker for s in readings_of(text) if s.status == status}
    assert speakers == {speaker}, why
