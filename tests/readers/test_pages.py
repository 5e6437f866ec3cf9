"""Pages of ten designs, each saved as a browser saves it, give exactly their articles."""

from pathlib import Path

import pytest

from readers.reading import articles

PAGES = Path(__file__).parent / "pages"

# design, date, what told it, publisher
DESIGNS = [
    ("app", "2025-07-18", "page", "Meridian Wire"),  # JSON-LD, hashed class names, no article
    ("breaks", "2014-09-12", "page", None),  # <br><br> for paragraphs, windows-1251
    ("foreign", "2025-03-04", "page", "Alpenbote"),  # German, divisions only
    ("government", "2024-11-21", "page", "Ministry of Economic Security"),  # lists, headings
    ("institution", "2023-04-28", "page", "Council portal"),  # contacts beside the text
    ("mobile", "2025-12-10", "page", "Capitol Post"),  # AMP
    ("newsletter", "2024-10-07", "page", "The Chokepoint"),  # subscription box in the text
    ("newspaper", "2025-04-09", "page", "The Harbor Gazette"),  # advertisements, comments
    ("tables", "2008-02-28", "text", None),  # layout by nested tables, ISO 8859-1
    ("weblog", "2025-02-11", "page", "Sanctions Notebook"),  # WordPress
]


@pytest.mark.parametrize(("design", "date", "source", "publisher"), DESIGNS)
def test_a_saved_page_gives_exactly_its_article(
    design: str, date: str, source: str, publisher: str | None
) -> None:
    (article,) = articles(PAGES / f"{design}.html")
    expected = (PAGES / f"{design}.txt").read_text(encoding="utf-8").rstrip("\n")
    assert article.text == expected
    assert article.title == expected.split("\n")[0]
    assert (article.published, article.published_from) == (date, source)
    assert article.publisher == publisher
    assert article.doubts == ()


def test_there_is_a_page_of_each_of_ten_designs() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == {design for design, *_ in DESIGNS}
    assert len(DESIGNS) == 10
