"""Addresses of one page and copies of one text are told to be that; others are not."""

import pytest

from tracker.readers.addresses import canonical
from tracker.readers.fingerprint import SAME, bands, content_hash, likeness

PAGE = "https://example.org/news/dup"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (PAGE, "itself"),
        ("http://www.example.org/news/dup/", "scheme, www and a closing slash"),
        ("HTTPS://Example.ORG:443/news/dup", "case of the host, default port"),
        (f"{PAGE}?utm_source=x&fbclid=123#top", "tracking parameters and a fragment"),
        (f"{PAGE}?UTM_Campaign=x&ref=rss", "in any case"),
        (f"{PAGE}/index.html", "the folder's own page"),
        ("https://example.org./news/dup", "the root of the name"),
        ("https://example.org/news/d%75p", "needless escapes"),
    ],
)
def test_addresses_of_one_page_have_one_form(url: str, why: str) -> None:
    assert canonical(url) == PAGE, why


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/dup2",
        "https://example.org/news/dup?id=7",
        "https://example.org:8080/news/dup",
        "https://m.example.org/news/dup",
        "https://example.org/News/dup",
        "https://example.org/news%2Fdup/x",
    ],
)
def test_addresses_of_other_pages_have_another_form(url: str) -> None:
    assert canonical(url) not in (PAGE, None)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert canonical("https://e.example/?b=2&a=1") == canonical("https://e.example/?a=1&b=2")


@pytest.mark.parametrize("url", [None, "", "not a url", "javascript:alert(1)", "http://[::1", "/a"])
def test_what_is_no_address_of_the_web_has_no_form(url: str | None) -> None:
    assert canonical(url) is None


def test_the_form_of_a_form_is_itself() -> None:
    for url in ("https://e.example/a b?q=x y&é=ü", "https://e.example/%E9%20%2B"):
        assert canonical(canonical(url)) == canonical(url)


EXPECTED = (2642329990499431938, 3717704694093982376)

SENTENCES = [
    f"On day {n} the committee of the chamber heard witness number {n * 7} on the {n}th measure, "
    f"and put off clause {n * 3} until the members from district {n * 11} had been heard."
    for n in range(1, 21)
]
STORY = "Committee hears witnesses\n\n" + "\n".join(SENTENCES)


@pytest.mark.parametrize(
    "copy",
    [
        STORY.replace(" ", "  ").replace("\n", "\r\n"),
        STORY.upper(),
        STORY.replace("th measure", "th\N{NO-BREAK SPACE}measure"),
        STORY.replace(",", "\N{EM DASH}"),
    ],
    ids=["white space", "case", "other spaces", "punctuation"],
)
def test_a_text_that_differs_in_typography_alone_has_the_same_hash(copy: str) -> None:
    assert content_hash(copy) == content_hash(STORY)


def test_another_word_gives_another_hash() -> None:
    assert content_hash(STORY.replace("witness number 7", "witness number 8")) != content_hash(
        STORY
    )


@pytest.mark.parametrize(
    "copy",
    [
        "Panel hears the witnesses, agency says\n\n" + "\n".join(SENTENCES),
        "Advertisement\nSubscribe now\n" + STORY + "\n(c) 2025 Example News. All rights reserved.",
        STORY.replace(SENTENCES[10], "That was all on the tenth day."),
    ],
    ids=["another first line", "furniture", "one sentence changed"],
)
def test_a_copy_with_some_lines_changed_is_alike_and_found_by_a_band(copy: str) -> None:
    assert likeness(STORY, copy) >= SAME
    assert set(bands(STORY)) & set(bands(copy))


def test_texts_on_one_matter_in_other_words_are_not_alike() -> None:
    other = STORY.replace("the committee of the chamber heard", "the panel listened to").replace(
        "put off clause", "did not come to item"
    )
    assert likeness(STORY, other) < SAME


def test_bands_are_the_same_everywhere() -> None:
    """The store keeps them, so another version or machine must give the same numbers."""
    assert bands(" ".join(str(n) for n in range(100)))[:2] == EXPECTED


@pytest.mark.parametrize("text", ["", "one", "one two three"])
def test_short_texts_can_be_compared_but_are_not_looked_for(text: str) -> None:
    assert likeness(text, text) == 1.0
    assert bands(text) == ()
