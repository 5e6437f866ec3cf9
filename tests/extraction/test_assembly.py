"""Who makes a measure, whom it is against, and which Congress, form and sectors it has."""

import pytest
from extraction.reading_of import words

from tracker.article import Article
from tracker.extraction.assembly import Claims, assemble
from tracker.extraction.pipeline import analyse, gather
from tracker.record import Bill, Package


def measures_of(text, published="2025-05-14"):
    """Every measure with all its readings, before the models choose among them."""
    reading, grouping, readings = analyse(Article(text=text, published=published), words())
    claims = gather(reading, grouping, readings, words())
    return assemble(reading, grouping, claims, words())


def only(text, published="2025-05-14"):
    (measure,) = measures_of(text, published)
    return measure


MAKERS = [
    ("The EU adopted new sanctions on Iran on Monday.", ("EU",), "who acts"),
    ("New U.S. sanctions on Iran were announced on Monday.", ("US",), "who is named before"),
    ("New sanctions on Iran were imposed by Canada.", ("CA",), "who is named after by"),
    ("The Treasury imposed new sanctions on Iran.", ("US",), "an office acts for its country"),
    (
        "The United States and the European Union imposed new sanctions on Iran.",
        ("US", "EU"),
        "who acts together makes together",
    ),
    ("The Senate passed the Iran sanctions bill.", ("US",), "a chamber"),
    (
        "The State Duma passed the foreign agents bill, and the Duma sent the bill on.",
        ("RU",),
        "a chamber of another country",
    ),
]


@pytest.mark.parametrize(("text", "makers", "why"), MAKERS)
def test_a_measure_has_the_makers_that_its_words_name(text, makers, why):
    assert only(text).jurisdiction == makers, why


TARGETS = [
    ("The EU adopted new sanctions on Iran on Monday.", ("IR",), "named as hit"),
    ("The Senate passed the Russia sanctions bill.", ("RU",), "named before the noun"),
    (
        "The Senate passed a bill that would impose sanctions on Russia, Iran and North Korea.",
        ("IR", "KP", "RU"),
        "a list",
    ),
    (
        "The EU adopted new sanctions on Russia over its war on Ukraine.",
        ("RU",),
        "the victim of a war is no target",
    ),
    ("The Senate passed an aid bill for Ukraine on Monday.", (), "aid is against nobody"),
    ("The Senate passed the Magnitsky Act on Monday.", ("RU",), "a well-known act"),
    ("The Senate passed a bill to repeal the Iran Sanctions Act.", (), "a repeal"),
]


@pytest.mark.parametrize(("text", "targets", "why"), TARGETS)
def test_a_measure_is_against_whom_its_words_name_as_hit(text, targets, why):
    assert measures_of(text)[0].targets == targets, why


def test_sanctions_that_name_nobody_are_against_whom_the_article_is_about():
    text = (
        "US sanctions Iran over its missile tests\n\n"
        "Iran has tested missiles. The Treasury announced new sanctions on Monday."
    )
    packages = [m for m in measures_of(text) if isinstance(m, Package)]
    assert {p.targets for p in packages} == {("IR",)}


CONGRESS = [
    ("The Senate passed the Iran sanctions bill.", "2025-05-14", 119, "the day of publication"),
    ("The Senate passed the Iran sanctions bill.", "2025-01-02", 118, "until noon of 3 January"),
    ("The Senate passed the Iran Freedom Act of 2006.", "2025-05-14", 109, "the title's year"),
    ("The Senate passed the Iran sanctions bill in 2017.", "2025-05-14", 115, "a claim's date"),
    ("The Senate passed the Caesar Act.", "2025-05-14", 116, "a well-known act"),
    ("The Senate passed the Iran sanctions bill.", None, None, "nothing tells"),
]


@pytest.mark.parametrize(("text", "published", "congress", "why"), CONGRESS)
def test_a_bill_is_of_the_congress_that_its_title_dates_or_article_tell(
    text, published, congress, why
):
    bill = measures_of(text, published)[0]
    assert isinstance(bill, Bill)
    assert bill.congress == congress, why


def test_a_bill_of_another_legislature_has_no_congress():
    bill = only("The State Duma passed the foreign agents bill, and the Duma sent the bill on.")
    assert isinstance(bill, Bill)
    assert bill.congress is None


FORMS = [
    ("The EU adopted its 17th package of sanctions against Russia.", "numbered", "an ordinal"),
    ("The EU adopted a new package of sanctions against Russia.", "named", "a package"),
    ("The EU adopted new sanctions against Russia.", "action", "an act"),
    ("The EU extended its sanctions against Russia.", "regime", "standing sanctions changed"),
    ("The US reimposed sanctions against Iran.", "regime", "lifted sanctions put back"),
]


@pytest.mark.parametrize(("text", "form", "why"), FORMS)
def test_a_package_has_the_form_that_its_words_give_it(text, form, why):
    package = measures_of(text)[0]
    assert isinstance(package, Package)
    assert package.form == form, why


SECTORS = [
    ("The EU adopted new sanctions on Russian oil exports and banks.", ("energy", "finance")),
    ("The EU adopted an arms embargo against Russia.", ("defence",)),
    ("The oil price rose. The EU adopted new sanctions on Russia.", ()),
    ("The defence minister said the EU adopted new sanctions on Russia.", ()),
    (
        "The EU adopted a new package of sanctions against Russia. It bans imports of gold.",
        ("metals", "trade"),
    ),
]


@pytest.mark.parametrize(("text", "sectors"), SECTORS)
def test_sectors_are_those_named_from_the_package_on(text, sectors):
    packages = [m for m in measures_of(text) if isinstance(m, Package)]
    assert packages[0].sectors == sectors


def test_an_event_told_twice_is_one_claim_with_all_that_is_told():
    text = (
        "Senate passes Iran sanctions bill\n\n"
        "The Iran sanctions bill was passed on Monday. The Senate passed the Iran sanctions bill."
    )
    passed = [s for s in only(text).statuses if s.status == "passed"]
    assert [(s.date, s.body) for s in passed] == [("2025-05-12", "us-senate")]


def test_a_companion_bill_is_against_whom_the_bill_is_against():
    text = (
        "Sen. Ted Cruz introduced a bill to sanction Cuba on Monday. "
        "A companion bill was introduced in the House."
    )
    assert [m.targets for m in measures_of(text)] == [("CU",), ("CU",)]


def test_claims_are_told_apart_by_measure():
    empty = Claims([], [], [], [], [], [])
    assert empty.empty
