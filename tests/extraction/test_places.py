"""Which places a text names, and the part that each has in its sentence."""

from itertools import pairwise

import pytest
from extraction.reading_of import words
from hypothesis import given
from hypothesis import strategies as st

from tracker.article import Article
from tracker.extraction.places import find_places
from tracker.extraction.reading import read
from tracker.extraction.roles import place_roles

NAMES = [
    ("The United States and Russia", ["US", "RU"], "names"),
    ("U.S. officials met in the U.K.", ["US", "GB"], "initials"),
    ("Russian and Iranian banks", ["RU", "IR"], "adjectives"),
    ("North Korean missiles", ["KP"], "the longer name holds"),
    ("the South Korean president", ["KR"], "the longer name holds"),
    ("the Kremlin and Tehran", ["RU", "IR"], "seats of power stand for their country"),
    ("SANCTIONS AGAINST RUSSIA", ["RU"], "headlines in capitals"),
    ("They asked us to go.", [], "a pronoun is no country"),
    ("the European Commission", ["EU"], "a body decides for its place"),
    ("the House of Commons", ["GB"], "not the US House"),
    ("Hong Kong", ["HK"], "a territory has its own code"),
    ("Georgia and its capital Tbilisi", ["GE", "GE"], "the country, as its capital shows"),
    ("Georgia, the state of Jimmy Carter", [], "a state"),
    ("Prussian blue", [], "no part of a word"),
]


@pytest.mark.parametrize(("text", "codes", "why"), NAMES)
def test_places_are_known_by_name_adjective_and_body(text, codes, why):
    assert [p.code for p in find_places(text, words())] == codes, why


def test_a_legislator_who_is_called_like_a_place_is_none():
    clauses = read(Article(text="Rep. Ann Wagner (R-Mo.) spoke."), words()).clauses
    assert [clause.places for clause in clauses] == [()]


ROLES = [
    ("They imposed sanctions on Russia.", {"RU": "hit"}, "what sanctions are on"),
    ("They will sanction Russian banks.", {"RU": "hit"}, "the object of the act"),
    ("The Russia sanctions bill passed.", {"RU": "subject"}, "what sanctions are about"),
    ("The EU sanctions took effect.", {"EU": "maker"}, "who usually makes them"),
    ("They answered Russia's invasion of Ukraine.", {"RU": "culprit", "UA": "victim"}, "a wrong"),
    (
        "They imposed sanctions on Russia over its war on Ukraine.",
        {"RU": "hit", "UA": "victim"},
        "whom a war is on suffers",
    ),
    (
        "They imposed sanctions on members of the Iranian parliament.",
        {"IR": "hit"},
        "of what is hit",
    ),
    ("Sanctions on Iran-backed militias came.", {"IR": "named"}, "who stands behind is not hit"),
    ("The aid bill for Ukraine passed.", {"UA": "named"}, "who is helped is not hit"),
    (
        "They sanctioned Russia, Iran and North Korea.",
        {"RU": "hit", "IR": "hit", "KP": "hit"},
        "a list is hit as one",
    ),
    ("He wrote an anti-Israel resolution.", {"IL": "hit"}, "what is against it hits it"),
    ("They deny lethal aid to Israel.", {"IL": "hit"}, "so does what is kept from it"),
    ("China's countermeasures hit back.", {"CN": "maker"}, "the owner of a measure makes it"),
]


@pytest.mark.parametrize(("text", "roles", "why"), ROLES)
def test_a_place_has_the_part_that_the_words_around_it_give(text, roles, why):
    reading = read(Article(text=text), words())
    found = {r.code: r.role for c in reading.clauses for r in place_roles(c, words())}
    assert found == roles, why


@given(st.text(max_size=300))
def test_places_are_found_in_order_and_where_they_stand(text):
    found = find_places(text, words())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= p.start < p.end <= len(text) for p in found)
