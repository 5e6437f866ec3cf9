"""When an event happened, from the words of its sentence and the day of publication."""

from datetime import date
from itertools import pairwise

import pytest
from extraction.reading_of import measures_of, readings_of
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.dates import find_dates

WEDNESDAY = date(2025, 5, 14)

FORMS = [
    # words, future, told before, what they mean, why
    ("on 2025-05-12", False, None, "2025-05-12", "ISO"),
    ("on May 12, 2024", False, None, "2024-05-12", "a full date"),
    ("on 12 May 2024", False, None, "2024-05-12", "day before month"),
    ("on the 12th of May", False, None, "2025-05-12", "an ordinal day"),
    ("on Sept. 25, 1789", False, None, "1789-09-25", "an abbreviated month"),
    ("on Dec. 3", False, None, "2024-12-03", "a past day without year is the last one"),
    ("on Jan. 3", True, None, "2026-01-03", "a day to come without year is the next one"),
    ("on May 30", False, None, "2025-05-30", "a page may be younger than its date"),
    ("on Tuesday", False, None, "2025-05-13", "a past weekday is the last one"),
    ("on Wednesday", False, None, "2025-05-14", "the weekday of publication is that day"),
    ("on Tuesday", True, None, "2025-05-20", "a weekday to come is the next one"),
    ("last Wednesday", False, None, "2025-05-07", "last is never today"),
    ("next Friday", True, None, "2025-05-23", "next is not the one of this week"),
    ("today", False, None, "2025-05-14", "relative to publication"),
    ("yesterday evening", False, None, "2025-05-13", "with the time of day"),
    ("last night", False, None, "2025-05-13", "the night before"),
    ("tomorrow", True, None, "2025-05-15", "relative to publication"),
    ("two days ago", False, None, "2025-05-12", "counted days"),
    ("a month ago", False, None, "2025-04", "only as exact as a month"),
    ("two years ago", False, None, "2023", "only as exact as a year"),
    ("last month", False, None, "2025-04", "a month"),
    ("earlier this month", False, None, "2025-05", "a month"),
    ("late last year", False, None, "2024", "a year"),
    ("next year", True, None, "2026", "a year to come"),
    ("in June", False, None, "2024-06", "a past month without year is the last one"),
    ("in June", True, None, "2025-06", "a month to come without year is the next one"),
    ("in January 2024", False, None, "2024-01", "a month of a year"),
    ("in June of last year", False, None, "2024-06", "a month of a relative year"),
    ("in 2018", False, None, "2018", "a year"),
    ("by mid-2020", False, None, "2020", "part of a year is the year"),
    ("last week", False, None, None, "a span of about a week is no date"),
    ("over the weekend", False, None, None, "nor is a weekend"),
    ("in the coming days", True, None, None, "nor are some days"),
    ("two weeks ago", False, None, None, "nor are weeks"),
    ("on Feb. 30, 2025", False, None, None, "a day that the calendar lacks"),
    ("that day", False, date(2024, 3, 1), "2024-03-01", "the day told before"),
    ("the next day", False, date(2024, 3, 1), "2024-03-02", "counted from the day told before"),
    ("a day later", False, date(2024, 3, 1), "2024-03-02", "the same in other words"),
    ("on the same Friday", False, date(2024, 3, 1), "2024-03-01", "the weekday told before"),
    ("the Thursday before.", False, date(2024, 3, 1), "2024-02-29", "a leap day before it"),
    ("that day", False, None, None, "nothing told before"),
    ("earlier in the month", False, None, "2025-05", "the month with its article"),
    ("at the start of the year", False, None, "2025", "the year with its article"),
    ("at the end of April", False, None, "2025-04", "the end of a month is the month"),
    ("this past December", False, None, "2024-12", "past is the last one"),
    ("this past Monday", False, None, "2025-05-12", "a past weekday"),
    ("on the 12th", False, None, "2025-05-12", "a day of this month"),
    ("on the 20th", False, None, "2025-04-20", "a past day that this month has not reached"),
    ("on the 12th", True, None, "2025-06-12", "a day to come that this month has passed"),
    ("summer 2024", False, None, "2024", "a season is only as exact as its year"),
    ("the week of May 19", True, None, None, "a week is no date"),
    ("the year before.", False, date(2024, 3, 1), "2023", "counted from the day told before"),
    ("999 years ago", False, None, "1026", "far back"),
]


@pytest.mark.parametrize(("words", "future", "told", "meant", "why"), FORMS)
def test_words_mean_a_date_beside_the_day_of_publication(words, future, told, meant, why):
    found = find_dates(words)
    resolved = [m.resolve(WEDNESDAY, future=future, told=told) for m in found]
    assert resolved == ([meant] if found else []), why
    assert found, why


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wednesday, Nov. 1", 1),  # the weekday names the same day
        ("A week ago, on 10 November", 1),
        ("On Monday and Tuesday", 2),
        ("the Foo Act of 2022", 0),  # the year is part of the title
        ("home for the Fourth of July recess", 0),  # a holiday's name
        ("on May 21, a day after it came into force", 2),  # two days, not one told twice
        ("He may march 3 miles", 0),  # no months
        ("a 5.2 May 3.4 share", 0),
    ],
)
def test_what_stands_side_by_side_is_one_date(text, count):
    assert len(find_dates(text)) == count


def test_without_a_day_of_publication_only_full_dates_mean_something():
    assert find_dates("on Tuesday")[0].resolve(None, future=False) is None
    assert find_dates("on May 3, 2024")[0].resolve(None, future=False) == "2024-05-03"


LINKS = [
    # text, status, date, why
    ("On Tuesday, the Senate passed the Iran sanctions bill.", "passed", "2025-05-13", "fronted"),
    ("The Senate on Tuesday passed the Iran sanctions bill.", "passed", "2025-05-13", "medial"),
    ("The Senate passed the Iran sanctions bill on Tuesday.", "passed", "2025-05-13", "behind"),
    ("The Senate passed the Iran sanctions bill last week.", "passed", None, "a span"),
    ("The Senate passed the Iran sanctions bill, 97-2.", "passed", None, "no date told"),
    (
        "The Iran sanctions bill, which the Senate passed in March, was signed into law on Monday.",
        "enacted",
        "2025-05-12",
        "each verb has its own",
    ),
    (
        "Leaders said on Tuesday that the Senate had passed the Iran sanctions bill.",
        "passed",
        "2025-05-13",
        "the day of the report stands in where nothing else is told",
    ),
    (
        "The Senate passed the Iran sanctions bill in March, leaders said on Tuesday.",
        "passed",
        "2025-03",
        "the event's own date goes before that of the report",
    ),
    (
        "The House will vote on the Iran sanctions bill on Thursday.",
        "scheduled",
        "2025-05-15",
        "a day to come",
    ),
    (
        "On Tuesday, Sen. Ted Cruz urged the House to pass the Iran sanctions bill.",
        "passed",
        None,
        "the day of the plea is not that of the passage",
    ),
    (
        "The Iran sanctions bill that the Senate passed on Thursday would punish banks.",
        "passed",
        "2025-05-08",
        "behind the verb of a relative clause, before the main verb",
    ),
    (
        "Last August, the Iran sanctions bill, known as the Foo Act, became law.",
        "enacted",
        "2024-08",
        "the aside has no verb of time",
    ),
    (
        "Since 2017, when the Iran sanctions bill became law, banks have fled.",
        "enacted",
        "2017",
        "the clause with when tells what happened then",
    ),
    (
        "With Tuesday's vote, the Senate passed the Iran sanctions bill.",
        "passed",
        "2025-05-13",
        "the noun's day opens the sentence",
    ),
    (
        "Just before midnight on Tuesday, the Senate passed the Iran sanctions bill.",
        "passed",
        "2025-05-13",
        "the hour stands with the day",
    ),
    (
        "Sen. Ted Cruz issued this statement today after the Senate passed the Iran sanctions bill.",
        "passed",
        "2025-05-14",
        "a statement is written on the day of what it answers",
    ),
    (
        "The House was expected to vote on the Iran sanctions bill in late April.",
        "scheduled",
        "2025-04",
        "to come from a time past",
    ),
    (
        "Sen. Ted Cruz will speak on Thursday and introduce the Iran sanctions bill.",
        "introduced",
        "2025-05-15",
        "one modal for both verbs",
    ),
    (
        "The Senate will take up the Iran sanctions bill when it returns in June.",
        "scheduled",
        "2025-06",
        "the clause with when says on which day",
    ),
    (
        "The Senate plans a vote on the Iran sanctions bill on Thursday.",
        "scheduled",
        "2025-05-15",
        "a plan looks ahead",
    ),
    (
        "The president is expected to sign the Iran sanctions bill passed by Congress on Monday.",
        "enacted",
        None,
        "the day belongs to the participle",
    ),
    (
        "The Treasury imposed new sanctions on Iran, according to a statement on Tuesday.",
        "adopted",
        "2025-05-13",
        "the day of the source stands in for what has happened",
    ),
    (
        "The Treasury plans to impose new sanctions on Iran, according to a statement on May 6.",
        "adopted",
        None,
        "but not for what is to come",
    ),
    (
        "The European Union adopted its 17th package of sanctions against Russia on Tuesday.",
        "adopted",
        "2025-05-13",
        "a package",
    ),
]


@pytest.mark.parametrize(("text", "status", "day", "why"), LINKS)
def test_a_date_belongs_to_the_verb_that_it_is_said_of(text, status, day, why):
    dates = {s.date for s in readings_of(text) if s.status == status}
    assert dates == {day}, why


def test_a_day_after_dates_both_events():
    text = "The Senate passed the Iran sanctions bill a day after the House approved it on Monday."
    dates = [s.date for s in readings_of(text) if s.status == "passed"]
    assert dates == ["2025-05-13", "2025-05-12"]


@pytest.mark.parametrize(
    ("headline", "lead", "day", "why"),
    [
        (
            "Senate passes Iran sanctions bill",
            "Senators moved Monday to punish the banks that deal with Tehran.",
            "2025-05-12",
            "the lead tells of the headline's event",
        ),
        (
            "Senate passes Iran sanctions bill",
            "Senators will meet on Friday to speak of Tehran.",
            None,
            "a lead about what is to come tells no day of what was done",
        ),
        (
            "Senate passes Iran sanctions bill.",
            "Senators moved Monday to punish the banks that deal with Tehran.",
            None,
            "a sentence of its own is no headline",
        ),
    ],
)
def test_a_headline_has_the_day_of_the_lead_beneath_it(headline, lead, day, why):
    (bill,) = measures_of(f"{headline}\n\n{lead}")
    assert [s.date for s in bill.statuses if s.status == "passed"] == [day], why


def test_a_dateline_dates_the_article_and_no_event():
    text = (
        "WASHINGTON, May 14, 2025 (Reuters) - The Senate passed the Iran sanctions bill.\n\n"
        "The Senate passed the Russia sanctions bill on Monday."
    )
    dates = [s.date for s in readings_of(text, published=None) if s.status == "passed"]
    assert dates == [None, "2025-05-12"]


@given(st.text(max_size=300), st.booleans(), st.none() | st.dates(), st.none() | st.dates())
def test_any_text_is_read_without_fail_and_in_order(text, future, published, told):
    found = find_dates(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for mention in found:
        resolved = mention.resolve(published, future=future, told=told)
        assert resolved is None or len(resolved) in (4, 7, 10)


@given(
    st.sampled_from(["on", "last", "next", "the", "in", "a", "by"]),
    st.sampled_from(["Monday", "day", "May", "year", "2020", "month", "999", "31"]),
    st.sampled_from(["before", "after", "ago", "31", "9999", "later", "2020"]),
    st.dates(),
    st.booleans(),
)
def test_no_combination_of_date_words_fails(one, two, three, published, future):
    for mention in find_dates(f"{one} {two} {three}."):
        mention.resolve(published, future=future, told=published)


ACT_YEARS = [
    (
        "The Harbour Safety Act of 1996 was signed into law by President Clinton.",
        "1996",
        "an act is named for the year in which it became law",
    ),
    (
        "The Harbour Safety Act of 1996 was signed into law in March 1997.",
        "1997-03",
        "what the text says goes before the name",
    ),
    (
        "The Harbour Safety Act of 2025 was signed into law by the president.",
        None,
        "a bill of this year is named for a year that is not over",
    ),
]


@pytest.mark.parametrize(("text", "day", "why"), ACT_YEARS, ids=[row[2] for row in ACT_YEARS])
def test_the_name_of_an_act_dates_its_enactment(text, day, why):
    (bill,) = measures_of(text)
    assert [s.date for s in bill.statuses if s.status == "enacted"] == [day], why
