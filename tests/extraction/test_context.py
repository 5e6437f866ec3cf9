"""What one reading of an article lends another: the models see each among the others."""

from extraction.reading_of import words

from tracker.article import Article
from tracker.extraction.pipeline import analyse


def _properties(text: str, status: str) -> set[str]:
    _, _, readings = analyse(Article(text=text, published="2025-05-14"), words())
    return {f for found in readings if found.status.status == status for f in found.features}


def test_a_reading_knows_what_else_is_read_of_its_measure():
    alone = _properties("The Senate passed the Harbour Safety Act on Monday.", "passed")
    both = _properties(
        "Senator Ann Smith introduced the Harbour Safety Act. The Senate passed the bill.", "passed"
    )
    assert "with=introduced" in both
    assert "with=introduced" not in alone


def test_a_reading_knows_how_often_it_is_told():
    twice = _properties(
        "The Senate passed the Harbour Safety Act. The House had passed the bill before.", "passed"
    )
    assert "again=<=2" in twice


def test_a_reading_knows_the_words_that_name_its_measure():
    found = _properties("The Senate passed the Harbour Safety Act on Monday.", "passed")
    assert "measure head=act" in found
