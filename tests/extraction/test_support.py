"""Cosponsors and supporters are counted where the text ties them to a bill."""

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()
US = "Sen. Amy Reed introduced the Clean Ports Act in May. "

ROWS = [
    (
        "a number at the end of a list of sponsors",
        "Sens. Amy Reed, Carl Voss and six of her colleagues introduced the Clean Ports Act.",
        {("supporters", 6, "=")},
    ),
    (
        "those along with whom it is introduced",
        "Sen. Amy Reed, along with 13 of her colleagues, introduced the Clean Ports Act.",
        {("supporters", 13, "=")},
    ),
    (
        "a group that wrote it",
        "The Clean Ports Act was drafted by a group of eight senators.",
        {("supporters", 8, "=")},
    ),
    (
        "a group that one belongs to",
        "Reed was part of a group of eight senators who wrote the Clean Ports Act.",
        {("supporters", 8, "=")},
    ),
    ("but not who wrote a letter", US + "Ten Democrats wrote to Reed about the bill.", set()),
    ("nor who signed on to one", US + "In May, 19 members signed on to a letter on it.", set()),
    (
        "counted among its supporters",
        US + "The bill counts 14 Republicans among its backers.",
        {("supporters", 14, "=")},
    ),
    (
        "members who are cosponsors",
        US + "Nine senators are cosponsors of the bill.",
        {("cosponsors", 9, "=")},
    ),
    (
        "the number to which they rose",
        US + "The number of cosponsors of the bill has risen to 55.",
        {("cosponsors", 55, "=")},
    ),
    ("an ordinal", US + "The bill gained its 60th cosponsor.", {("cosponsors", 60, "=")}),
    (
        "the votes that it got, none against it being told",
        "The Clean Ports Act passed by 228 votes.",
        {("supporters", 228, "=")},
    ),
    (
        "but not those who gave a tally its votes",
        "The Clean Ports Act passed 69-27, with support from 21 Republicans.",
        set(),
    ),
    ("a plain number", US + "The bill has 70 cosponsors.", {("cosponsors", 70, "=")}),
    (
        "members who signed on",
        US + "More than 60 senators have signed on to the bill.",
        {("cosponsors", 60, ">")},
    ),
    (
        "signed on, the bill named before",
        US + "As of now more than 225 colleagues have signed on as cosponsors.",
        {("cosponsors", 225, ">")},
    ),
    (
        "cosponsored by so many",
        (
            "Sen. Amy Reed introduced the Clean Ports Act, which is cosponsored by at least 80 "
            "senators."
        ),
        {("cosponsors", 80, ">=")},
    ),
    (
        "an ordinal says how many",
        "Sen. Carl Voss became the 51st cosponsor of the Clean Ports Act.",
        {("cosponsors", 51, "=")},
    ),
    (
        "others beside the sponsor",
        "Sen. Amy Reed introduced the Clean Ports Act along with 12 bipartisan cosponsors.",
        {("cosponsors", 12, "=")},
    ),
    (
        "backed by so many",
        "Sen. Amy Reed introduced the Clean Ports Act, which is backed by 82 senators.",
        {("supporters", 82, "=")},
    ),
    (
        "the support of so many",
        "Sen. Amy Reed's Clean Ports Act has the support of nearly 80 lawmakers.",
        {("supporters", 80, "~")},
    ),
    (
        "a group that introduced it counts the sponsors in",
        "A group of 50 senators introduced the Clean Ports Act on Tuesday.",
        {("supporters", 50, "=")},
    ),
    (
        "dozens are two of them",
        "Dozens of lawmakers support the Clean Ports Act, Sen. Amy Reed said.",
        {("supporters", 24, "~")},
    ),
    (
        "ready to vote for it",
        "Some 85 senators are ready to vote for the Clean Ports Act, Sen. Amy Reed said.",
        {("supporters", 85, "~")},
    ),
    (
        "those who signed a letter back no bill",
        US + "Sen. Amy Reed joined 28 colleagues in a letter about Syria.",
        set(),
    ),
    (
        "those who voted for it are a tally",
        "The Senate passed the Clean Ports Act on Tuesday, with 60 senators voting for it.",
        set(),
    ),
    ("votes that are needed", US + "The Clean Ports Act needs 60 votes in the Senate.", set()),
]


def support_of(text):
    record = extract(Article(text=text, id="x", published="2025-05-21"), LEXICON)
    return [row for measure in record.measures for row in getattr(measure, "support", ())]


@pytest.mark.parametrize(("why", "text", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_support_is_counted(why, text, told):
    assert {(s.kind, s.count, s.comparator) for s in support_of(text)} == told


def test_the_rough_form_of_an_exact_count_is_left_out():
    text = US + "The bill has nearly 80 cosponsors. The bill has 78 cosponsors, Reed said."
    assert [(s.count, s.comparator) for s in support_of(text)] == [(78, "=")]


def test_the_chamber_of_those_counted_is_told_by_their_noun():
    (row,) = support_of("Sen. Amy Reed's Clean Ports Act is backed by 82 senators.")
    assert row.body == "us-senate"
