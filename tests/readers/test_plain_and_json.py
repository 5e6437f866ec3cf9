"""Text files, JSON and JSONL become articles whose text is what was given."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.reading import STORY, articles, failures, record, write
from tracker.article import Article
from tracker.errors import InputError, TrackerError, UsageError
from tracker.readers import Document, Given, Limits, gather, parse, read


def test_a_text_file_keeps_every_character_and_its_first_line_is_the_headline(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "story.txt", STORY)
    (article,) = articles(path)
    assert article.text == STORY
    assert article.title == "Ministers weigh an 18th package"
    assert article.origin == str(path)


def test_a_long_first_line_is_no_headline(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "a.txt", "word " * 500))
    assert article.title is None


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        ("utf-8", "what most files are"),
        ("utf-8-sig", "Windows Notepad's mark is no part of the text"),
        ("utf-16", "Notepad's 'Unicode'"),
        ("utf-16-le", "UTF-16 whose mark was lost"),
        ("utf-16-be", "the other byte order"),
        ("utf-32", "its mark begins like UTF-16's"),
        ("cp1252", "old Western files with curly quotes"),
    ],
)
def test_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str, why: str) -> None:
    (article,) = articles(write(tmp_path, "a.txt", STORY.encode(encoding)))
    assert article.text == STORY, why


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le ministre français a prolongé les sanctions à l'été, dit-il.", "latin-1"),
        ("Сенат США одобрил санкции против России, сказал сенатор.", "cp1251"),
        ("Rząd przyjął sankcje wobec Białorusi, powiedział minister Łukasz Żak.", "cp1250"),
    ],
)
def test_old_encodings_are_told_by_their_language_and_doubted(
    tmp_path: Path, text: str, encoding: str
) -> None:
    (article,) = articles(write(tmp_path, "a.txt", text.encode(encoding)))
    assert article.text == text
    assert any("no valid UTF-8" in doubt for doubt in article.doubts)


def test_a_few_broken_bytes_in_utf8_are_replaced_and_doubted(tmp_path: Path) -> None:
    data = STORY.encode() + b"\xe2\x80"
    (article,) = articles(write(tmp_path, "a.txt", data))
    assert article.text == STORY + "�"
    assert "1 characters are no valid UTF-8" in article.doubts[0]


def test_a_json_line_is_an_article_with_its_fields(tmp_path: Path) -> None:
    line = record(id="d1", title="T", url="https://example.org/a", source="The Post", text="B\nc ")
    (article,) = articles(write(tmp_path, "a.jsonl", line))
    assert (article.id, article.title, article.url) == ("d1", "T", "https://example.org/a")
    assert (article.publisher, article.published) == ("The Post", "2025-06-03")
    assert article.published_from == "page"
    assert article.text == "B\nc "


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        (record(title="1") + "\n" + record(title="2") + "\n", ["1", "2"]),
        ("﻿" + record(title="1") + "\r\n\r\n" + record(title="2"), ["1", "2"]),
        (json.dumps(json.loads(record(title="1")), indent=2), ["1"]),
        (f"[{record(title='1')},\n{record(title='2')}]", ["1", "2"]),
    ],
    ids=["lines", "mark, blank line and no last newline", "pretty-printed", "array"],
)
def test_json_is_read_in_every_layout_whatever_the_file_is_called(
    tmp_path: Path, content: str, titles: list[str]
) -> None:
    path = write(tmp_path, "data.txt", content)
    assert [article.title for article in articles(path)] == titles


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [record(title="1"), '{"title": "cut', record(title="3"), "[]", '{"text": 5}']
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    outcomes = list(read([path]))
    assert [o.title for o in outcomes if isinstance(o, Article)] == ["1", "3"]
    named = [str(o) for o in outcomes if isinstance(o, InputError)]
    assert [text.split(": ")[0] for text in named] == [f"{path}, line {n}" for n in (2, 4, 5)]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"text": ' + "[" * 100_000 + "}", "nested too deep"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "too many digits"),
        ('{"text": "a \\ud800"}', "surrogates"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": " \\n "}', "empty"),
        ('{"title": "a"}', 'no "text"'),
        ('{"text": ["a"]}', "no string"),
        ('"text"}', "no valid JSON"),
    ],
)
def test_a_record_that_cannot_be_an_article_says_why(line: str, cause: str) -> None:
    (error,) = parse(Document("x, line 1", "json", line.encode()))
    assert isinstance(error, InputError)
    assert cause in error.what
    assert error.where == "x, line 1"


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    content = record(text="x" * 5000) + "\n" + record(title="2")
    path = write(tmp_path, "a.jsonl", content)
    outcomes = list(read([path], limits=Limits(document_bytes=1000)))
    assert "line 1: is too large" in str(outcomes[0])
    assert isinstance(outcomes[1], Article)


def test_many_lines_stream_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as stream:
        stream.writelines(record(title=str(i), text="x" * 2000) + "\n" for i in range(5000))
    tracemalloc.start()
    count = sum(1 for _ in gather([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5000
    assert peak < 1_000_000 < path.stat().st_size


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n\xc2\xa0", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\0" * 5000, "NUL"),
        (b"\x7fELF\2\1\1" + bytes(range(256)), "a program"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "an image"),
        (b"SQLite format 3\0" + b"\x10\0\1\1" * 50, "a SQLite database"),
        (b"Sen\0ate " * 50, "NUL"),
        (bytes(range(1, 9)) * 50, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_a_cause(
    tmp_path: Path, content: bytes, cause: str
) -> None:
    path = write(tmp_path, "a.txt", content)
    (message,) = failures(path)
    assert message.startswith(f"{path}: ")
    assert cause in message


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as stream:
        stream.truncate(20 << 30)
    assert "too large" in failures(path)[0]


def test_a_text_that_is_longer_than_any_article_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Headline\n" + "word " * 100)
    assert "too large" in failures(path, limits=Limits(text_characters=400))[0]


def test_a_file_named_json_must_hold_it(tmp_path: Path) -> None:
    assert "json" in failures(write(tmp_path, "a.jsonl", "cos\nsystem\n"))[0].lower()


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2025-06-03", "2025-06-03"),
        ("2025-06-03T23:30:00-08:00", "2025-06-03"),
        ("Tue, 03 Jun 2025 10:00:00 GMT", "2025-06-03"),
        ("June 3, 2025", "2025-06-03"),
        ("3 June 2025", "2025-06-03"),
        ("2025-02-30", None),
        ("03/04/2025", None),
        ("2099-01-01", None),
        ("1970-01-01", None),
        ("9" * 400 + "-01-01", None),
        ("\u0662\u0660\u0662\u0665-\u0660\u0665-\u0662\u0660", None),
        ("last Tuesday", None),
        ("1747699200000", None),
    ],
)
def test_a_date_is_read_whole_or_questioned(value: str, published: str | None) -> None:
    (article,) = parse(Document("x", "json", record(published=value).encode()))
    assert isinstance(article, Article)
    assert article.published == published
    assert bool(article.doubts) == (published is None)


@pytest.mark.parametrize(
    ("known", "url", "text", "published", "source"),
    [
        ({"published": "2025-01-01"}, "/2025/06/02/x", "2025-06-03", "2025-01-01", "given"),
        ({}, "https://e.org/2025/06/02/x", "2025-06-03", "2025-06-03", "page"),
        ({}, "https://e.org/2025/06/02/x", None, "2025-06-02", "url"),
        ({}, "https://e.org/x", None, "2025-06-01", "text"),
        ({}, "https://e.org/x", "2099-01-01", "2025-06-01", "text"),
    ],
)
def test_the_most_trusted_believable_date_wins_and_its_source_is_told(
    known: dict[str, str], url: str, text: str | None, published: str, source: str
) -> None:
    line = record(published=text, url=url, text="Title\nBRUSSELS, June 1, 2025 -- It met.")
    (article,) = parse(Document("x", "json", line.encode()), Given(**known))
    assert isinstance(article, Article)
    assert (article.published, article.published_from) == (published, source)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-06-03T23:30:00-08:00", "2025-06-04T07:30:00"),
        ("2025-06-03T10:00:00Z", "2025-06-03T10:00:00"),
        ("Tue, 03 Jun 2025 10:00:00 +0200", "2025-06-03T08:00:00"),
        ("2025-06-03T10:00:00", None),  # nobody says where
        ("2025-06-03", None),
        ("June 3, 2025", None),
        ("9999-12-31T23:59:59-12:00", None),
    ],
)
def test_the_moment_of_publication_is_kept_in_utc_where_it_is_told(
    value: str, moment: str | None
) -> None:
    (article,) = parse(Document("x", "json", record(published=value).encode()))
    assert isinstance(article, Article)
    told = article.published_time
    assert (told.isoformat() if told else None) == moment


def test_an_article_was_seen_when_its_file_last_changed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", record())
    os.utime(path, (1750000000, 1750000000))
    (article,) = articles(path)
    assert article.seen_at is not None
    assert article.seen_at.isoformat() == "2025-06-15T15:06:40"


def test_dates_that_contradict_each_other_are_told() -> None:
    line = record(published="2025-06-03", url="https://e.org/2019/01/02/x")
    (article,) = parse(Document("x", "json", line.encode()))
    assert isinstance(article, Article)
    assert "2019-01-02 contradicts 2025-06-03" in article.doubts[0]


@pytest.mark.parametrize("text", ["On May 14, 2025, it passed.", "The 14 May 2025 vote was close."])
def test_a_date_in_a_long_sentence_is_no_date_of_publication(text: str) -> None:
    text = f"Title\n{text} {'And so on. ' * 20}"
    (article,) = parse(Document("x", "text", text.encode()))
    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize("value", ["2025-02-30", "yesterday", "2099-01-01", "June 3, 2025", ""])
def test_a_given_date_that_cannot_be_is_a_wrong_usage(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        Given(published=value)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text", "json"]))
def test_no_bytes_make_a_parser_raise(data: bytes, kind: str) -> None:
    for outcome in parse(Document("x", kind, data)):  # type: ignore[arg-type]
        assert isinstance(outcome, Article | TrackerError)
