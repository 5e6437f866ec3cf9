"""No text, however hostile, fails, breaks offsets, takes more than linear time or leaks."""

import gc
import time

import pytest
from extraction.reading_of import words
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tracker.article import Article
from tracker.errors import InputError
from tracker.extraction import extract
from tracker.record import Record

SMALL = 2_500
FACTOR = 4
# Four times the input may take five times as long; less than that is noise.
SLACK, NOISE = 5, 0.15

REPEATED = {
    "initials": "S. S. S. ",
    "quotes": '" "said" " ',
    "parentheses": "(((())",
    "digits": "1234567890 12-3 ",
    "one long line": "word ",
    "one long word": "a",
    "commas": ", , a, ",
    "capitals": "SENATE BILL ACT ",
    "names": "Sen. A B (R-TX), ",
    "coordination": "Graham and Blumenthal and ",
    "bill numbers": "H.R. 1 ",
    "titles": "Act of the Act of ",
    "relative clauses": "that the bill that ",
    "conditions": "if the bill passes ",
    "chains of verbs": "expected to vote to ",
    "dates": "on May 1, 2020 ",
    "counts": "a few days ago two ",
    "apostrophes": "'s 's ",
    "tallies": "97-2 to 3 ",
    "short lines": "a\n",
    "sentences": "The bill passed. ",
    "packages": "The EU adopted its 17th package. ",
    "reports": "said that Trump said ",
    "combining marks": "e\u0301",
}
NUMBERED = {
    "many bills": "H.R. {n} passed the House. ",
    "many titles": "The Act{n} Foo Act passed. ",
    "many packages": "EU adopted its {n}th package. ",
    "many people": "Sen. John Smith{n} said the bill passed. ",
    "many descriptions": "A {n}xing sanctions bill was introduced. ",
}


def seconds(text):
    """Processor time to read a text, without the rounds of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        extract(Article(text=text, published="2025-01-01"), words())
        return time.process_time() - start
    finally:
        gc.enable()


def is_linear(small, large):
    """Whether the longer text takes no more than its share; a busy machine has three tries."""
    return any(seconds(large) <= SLACK * seconds(small) + NOISE for _ in range(3))


def repeated(unit, size):
    return (unit * (size // len(unit) + 1))[:size]


def numbered(pattern, size):
    return "".join(pattern.format(n=n) for n in range(100, 100 + size // len(pattern)))


@pytest.mark.parametrize("name", REPEATED)
def test_four_times_the_text_takes_at_most_five_times_as_long(name):
    small, large = (repeated(REPEATED[name], size) for size in (SMALL, SMALL * FACTOR))
    assert is_linear(small, large)


@pytest.mark.parametrize("name", NUMBERED)
def test_four_times_as_many_measures_take_at_most_five_times_as_long(name):
    small, large = (numbered(NUMBERED[name], size) for size in (SMALL, SMALL * FACTOR))
    assert is_linear(small, large)


def test_a_sentence_said_over_and_over_is_read_a_hundred_times():
    """Nor does it keep what stands after it from being read."""
    text = "The EU adopted its 17th package. " * 150 + "The Senate passed S. 1241."
    record = extract(Article(text=text, published="2025-01-01"), words())
    assert [len(measure.mentions) for measure in record.measures] == [100, 1]


PIECES = st.sampled_from(
    [
        *("The Senate ", "passed ", "the bill ", "S. 1241 ", "on Tuesday", ". ", ", ", '"', "\n\n"),
        *(
            "sanctions on Russia ",
            "17th package ",
            "said ",
            "Sen. Ted Cruz (R-TX) ",
            "97-2 ",
            "if ",
        ),
        *(
            "will ",
            "not ",
            "which ",
            "and ",
            "(",
            ")",
            "\u2019s ",
            "Act of 2025 ",
            "EU ",
            "—",
            "“",
            "”",
        ),
        *("60 votes ", "70 senators ", "189 vessels ", "in March ", "he ", "it ", "\t", "\x00"),
        *("\u202e", "Ž", "ﬁ", "İ", "\U0001f600 "),
    ]
)
NEWSLIKE = st.lists(PIECES, max_size=40).map("".join)


def record_of(text):
    try:
        return extract(Article(text=text, published="2025-05-14"), words())
    except InputError:  # the text is in another language
        return Record(None, ())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=200) | NEWSLIKE)
@example("İstanbul passed the bill. " * 3)
@example("")
@example("\ud800 the bill passed")
def test_every_text_is_read_and_every_word_of_its_record_stands_in_it(text):
    record = record_of(text)
    for measure in record.measures:
        assert measure.mentions
        for mention in measure.mentions:
            assert text[mention.start : mention.end] == mention.text
        for claim in measure.claims():
            assert text[claim.start : claim.end] == claim.quote != ""
    for omission in record.omissions:
        place = omission.mention
        assert text[place.start : place.end] == place.text


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(NEWSLIKE, NEWSLIKE)
def test_reading_one_article_never_changes_what_another_says(one, other):
    before = record_of(one)
    record_of(other)
    assert record_of(one) == before
