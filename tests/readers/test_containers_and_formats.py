"""Archives, feeds, mail, PDF and Markdown give the articles in them, and name what is bad."""

import gzip
import io
import json
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.reading import STORY, articles, failures, record, write
from tracker.article import Article
from tracker.errors import InputError
from tracker.readers import Document, Limits, Outcome, gather, parse, read
from tracker.readers.document import Kind

PAGE = (Path(__file__).parent / "pages" / "newspaper.html").read_bytes()
HEADLINE = "Senators press for vote on shadow fleet bill"


def zipped(members: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parsed(kind: Kind, data: bytes | str, url: str | None = None) -> list[Outcome]:
    content = data.encode() if isinstance(data, str) else data
    return list(parse(Document("x", kind, content, url)))


def only(kind: Kind, data: bytes | str, url: str | None = None) -> Article:
    (article,) = parsed(kind, data, url)
    assert isinstance(article, Article), article
    return article


# --- told apart by content -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Just words.", "text"),
        (b"From: here to eternity\n\nA film.", "text"),
        (b"<p>A fragment</p>", "html"),
        (b"<!-- a comment --><!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><html xmlns='x'>", "html"),
        ("<!DOCTYPE html><html>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"%PDF-1.7\n", "pdf"),
        (b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", "email"),
        (b'{"text": "x"}', "json"),
        (b'{\n "text": "x"}', "json"),
        (b'[{"text": "x"}]', "json"),
        (b"<3 sanctions, says minister", "text"),
    ],
)
def test_a_file_is_told_by_its_content_whatever_its_name(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    (document,) = gather([write(tmp_path, "file.dat", content)])
    assert isinstance(document, Document), document
    assert document.kind == kind


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("<?xml version='1.0'?><invoice/>", "unknown kind, its root element is invoice"),
        ("<a>" * 5000, "unknown kind"),
        ("<?xml version='1.0'?><billStatus><version>3.0.0</version>", "import billstatus"),
        ("<!DOCTYPE r [<!ENTITY a 'b'>]><rss/>", "entities"),
        ("<!DOCTYPE r [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><rss/>", "entities"),
        ("﻿<!DOCTYPE r [<!ENTITY a 'b'>]><rss/>".encode("utf-16-le"), "entities"),
    ],
)
def test_xml_that_is_no_article_is_refused(tmp_path: Path, content: str, cause: str) -> None:
    assert cause in failures(write(tmp_path, "a.xml", content))[0]


# --- archives --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["page.html.gz", "page.html"])
def test_a_gzipped_page_is_read(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, gzip.compress(PAGE))
    (article,) = articles(path)
    assert (article.title, article.origin) == (HEADLINE, str(path))


def test_lines_of_a_gzipped_file_stream_and_are_numbered(tmp_path: Path) -> None:
    lines = "\n".join([record(title="1"), "{", record(title="3")])
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode()))
    outcomes = list(read([path]))
    assert [o.title for o in outcomes if isinstance(o, Article)] == ["1", "3"]
    assert str(outcomes[1]).startswith(f"{path}, line 2: ")


def test_a_zip_gives_its_members_of_every_kind_by_name(tmp_path: Path) -> None:
    members = {
        "c/story.txt": STORY,
        "b.html": PAGE,
        "a.jsonl": record(title="1") + "\n" + record(title="2"),
        "d.zip": zipped({"inner.txt": "Inner story\n"}),
        "__MACOSX/._b.html": b"\0\1",
        "b_files/app.js": "var x",
        ".DS_Store": b"\0",
    }
    path = write(tmp_path, "news.zip", zipped(members))
    assert [(a.origin, a.title) for a in articles(path)] == [
        (f"{path}/a.jsonl, line 1", "1"),
        (f"{path}/a.jsonl, line 2", "2"),
        (f"{path}/b.html", HEADLINE),
        (f"{path}/c/story.txt", "Ministers weigh an 18th package"),
        (f"{path}/d.zip/inner.txt", "Inner story"),
    ]


def test_a_bad_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.zip", zipped({"a.png": b"\x89PNG\r\n", "b.txt": STORY, "c.txt": ""}))
    outcomes = list(read([path]))
    assert [isinstance(outcome, Article) for outcome in outcomes] == [False, True, False]
    assert f"{path}/a.png: is binary: an image" in str(outcomes[0])


@pytest.mark.parametrize(
    ("members", "cause"),
    [
        ({"../../evil.txt": STORY}, "unsafe"),
        ({"/etc/evil.txt": STORY}, "unsafe"),
        ({"..\\evil.txt": STORY}, "unsafe"),
        ({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}, "office document"),
        ({}, "without articles"),
    ],
)
def test_an_archive_that_is_none_of_articles_is_refused_whole(
    tmp_path: Path, members: dict[str, bytes | str], cause: str
) -> None:
    (message,) = failures(write(tmp_path, "a.zip", zipped(members)))
    assert cause in message


def test_bombs_are_not_inflated_beyond_the_limits(tmp_path: Path) -> None:
    zeros = b"Some words. " * 100_000
    limits = Limits(document_bytes=100_000, archive_bytes=1_000_000)
    bomb = write(tmp_path, "a.gz", gzip.compress(zeros))
    assert "too large" in failures(bomb, limits=limits)[0]
    member = write(tmp_path, "b.zip", zipped({"a.txt": zeros[:500_000]}))
    assert "too large" in failures(member, limits=limits)[0]
    whole = write(tmp_path, "c.zip", zipped({"a.txt": zeros, "b.txt": zeros}))
    assert "too large when decompressed" in failures(whole, limits=limits)[0]
    lines = "\n".join(record(text="x" * 10_000) for _ in range(200))
    many = write(tmp_path, "d.jsonl.gz", gzip.compress(lines.encode()))
    assert "too large when decompressed" in failures(many, limits=limits)[-1]


def test_archives_are_opened_three_deep_and_no_deeper(tmp_path: Path) -> None:
    data = zipped({"a.txt": STORY})
    for _ in range(2):
        data = zipped({"a.zip": data})
    assert len(articles(write(tmp_path, "three.zip", data))) == 1
    four = write(tmp_path, "four.zip", zipped({"a.zip": data}))
    assert "over the limit" in failures(four)[0]


@pytest.mark.parametrize("cut", [5, 30, 200])
def test_a_truncated_archive_is_named(tmp_path: Path, cut: int) -> None:
    for name, data in (("a.gz", gzip.compress(PAGE)), ("a.zip", zipped({"a.txt": STORY}))):
        (message,) = failures(write(tmp_path, name, data[:-cut]))
        assert "damaged, truncated" in message or "no text" in message


def warc(*records: tuple[str, str, str, bytes]) -> bytes:
    """A WARC of records given by type, url, headers of HTTP (or a content type), and body."""
    out = b""
    for kind, url, head, body in records:
        block = head.encode() + b"\r\n\r\n" + body if kind == "response" else body
        media = "application/http; msgtype=response" if kind == "response" else head
        out += (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"WARC-Date: 2025-05-14T00:00:00Z\r\nContent-Type: {media}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        out += block + b"\r\n\r\n"
    return out


OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"


@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_a_web_archive_gives_its_pages_and_nothing_else(tmp_path: Path, compress) -> None:
    data = warc(
        ("response", "https://e.example/robots.txt", OK.replace("html", "plain"), b"User-agent: *"),
        ("response", "https://e.example/gone", OK.replace("200 OK", "404 Not Found"), PAGE),
        ("response", "https://e.example/pic", OK.replace("text/html", "image/png"), b"\x89PNG"),
        ("response", "https://www.harborgazette.example/x?utm_source=y", OK, PAGE),
        (
            "response",
            "https://e.example/zipped",
            OK + "\r\nContent-Encoding: gzip",
            gzip.compress(PAGE),
        ),
        ("conversion", "https://e.example/plain", "text/plain", STORY.encode()),
    )
    path = write(tmp_path, "crawl.warc", compress(data))
    found = articles(path)
    assert [a.url for a in found] == [
        "https://www.harborgazette.example/x?utm_source=y",
        "https://e.example/zipped",
        "https://e.example/plain",
    ]
    assert found[0].canonical_url == "https://harborgazette.example/politics/shadow-fleet-bill"
    assert found[1].canonical_url == "https://e.example/zipped", "no site may claim another's url"
    assert found[0].text == found[1].text


def test_a_web_archive_without_pages_or_cut_in_two_is_named(tmp_path: Path) -> None:
    picture = warc(("response", "https://e.example/p", OK.replace("html", "css"), b"p {}"))
    assert "without pages" in failures(write(tmp_path, "a.warc", picture))[0]
    cut = warc(("response", "https://e.example/p", OK, PAGE))[:200]
    assert failures(write(tmp_path, "b.warc", cut))


# --- feeds -----------------------------------------------------------------------------------


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Wire</title>{''.join(items)}</channel></rss>"
    )


def item(title: str = "Envoys meet", date: str = "Tue, 20 May 2025 10:00:00 GMT", more: str = ""):
    return (
        f"<item><title>{title}</title><link>https://wire.example/1</link><guid>g1</guid>"
        f"<pubDate>{date}</pubDate><description>The envoys met &amp;amp; spoke.</description>"
        f"{more}</item>"
    )


def test_an_entry_of_rss_is_an_article_under_its_title() -> None:
    article = only("feed", rss(item()))
    assert article.text == "Envoys meet\n\nThe envoys met & spoke."
    assert (article.title, article.url) == ("Envoys meet", "https://wire.example/1")
    assert (article.publisher, article.id) == ("The Wire", "g1")
    assert (article.published, article.published_from) == ("2025-05-20", "feed")


def test_the_full_text_of_an_entry_goes_before_its_summary_without_markup() -> None:
    body = "<content:encoded><![CDATA[<p>First &eacute;.</p><script>alert(1)</script><p>Second"
    article = only("feed", rss(item(more=body + "<br>line.</p>]]></content:encoded>")))
    assert article.text == "Envoys meet\n\nFirst é.\nSecond\nline."


def test_an_entry_of_atom_is_read() -> None:
    article = only(
        "feed",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>u</id><entry><id>e1</id>'
        '<title type="html">&lt;b&gt;S. 5&lt;/b&gt; passed</title>'
        '<updated>2025-05-20T00:00:00Z</updated><link href="https://e.example/1"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>S. 5 passed.</p></div>'
        "</content></entry></feed>",
    )
    assert article.text == "S. 5 passed\n\nS. 5 passed."
    assert article.published == "2025-05-20"


def test_entries_without_text_and_dates_that_are_none_are_named() -> None:
    outcomes = parsed("feed", rss("<item></item>", item(date="31 Feb 2025"), item("Third")))
    named = [str(o) for o in outcomes if isinstance(o, InputError)]
    read_ = [o for o in outcomes if isinstance(o, Article)]
    assert "entry 1 is empty" in named[0]
    assert 'entry 2 was read without its date "31 Feb 2025"' in named[1]
    assert [article.published for article in read_] == [None, "2025-05-20"]


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        (rss(), "no entries"),
        ("<rss><channel><item><title>Cut", "damaged"),
        (rss(*["<item/>"] * 5001), "too many entries"),
    ],
)
def test_a_feed_that_gives_nothing_says_why(source: str, cause: str) -> None:
    (failed,) = parsed("feed", source)
    assert cause in str(failed) or "empty" in str(failed)


def test_a_link_of_a_feed_that_is_not_of_the_web_is_dropped_and_doubted() -> None:
    source = rss(item()).replace("https://wire.example/1", "javascript:alert(1)")
    article = only("feed", source)
    assert article.url is None
    assert "link" in article.doubts[0]


# --- mail ------------------------------------------------------------------------------------


def message(html: str | None = None, text: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Morning Brief <brief@news.example>"
    mail["Subject"] = "Package “eighteen”"
    mail["Date"] = "Fri, 18 Jul 2025 06:00:00 +0200"
    mail["Message-ID"] = "<1@news.example>"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def test_a_newsletter_is_read_under_its_subject(tmp_path: Path) -> None:
    html = (
        "<html><head><style>p{color:red}</style></head><body><table><tr><td>"
        "<p>The bloc agreed.</p><p>Banks are&nbsp;hit.</p></td></tr></table></body></html>"
    )
    path = write(tmp_path, "a.eml", message(html, "View this in a browser").as_bytes())
    (article,) = articles(path)
    assert article.text == "Package “eighteen”\n\nThe bloc agreed.\nBanks are hit."
    assert article.title == "Package “eighteen”"
    assert (article.publisher, article.published) == ("Morning Brief", "2025-07-18")


def test_plain_mail_is_read_and_attachments_are_left_out(tmp_path: Path) -> None:
    mail = message(text="The bloc agreed.\n")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    (article,) = articles(write(tmp_path, "a.eml", mail.as_bytes()))
    assert article.text.endswith("\n\nThe bloc agreed.")


def test_mail_without_text_is_named(tmp_path: Path) -> None:
    mail = message()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert "no text" in failures(write(tmp_path, "a.eml", mail.as_bytes()))[0]


def mailbox(*bodies: str, line_end: bytes = b"\n") -> bytes:
    """Messages as mail programs keep them, with `From ` in the text escaped."""
    kept = b""
    for number, body in enumerate(bodies):
        mail = message(text=body)
        del mail["Message-ID"]
        mail["Message-ID"] = f"<{number}@news.example>"
        lines = mail.as_bytes().replace(b"\nFrom Brussels", b"\n>From Brussels").splitlines()
        envelope = b"From brief@news.example Fri Jul 18 06:00:00 2025"
        kept += line_end.join((envelope, *lines, b"", b""))
    return kept


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_mailbox_gives_its_messages(tmp_path: Path, line_end: bytes) -> None:
    bodies = ("The bloc agreed.\n\nFrom Brussels Tue Jun  3 10:30:00 2025", "Nobody agreed.")
    found = articles(write(tmp_path, "mail.dat", mailbox(*bodies, line_end=line_end)))
    assert [article.text.splitlines()[2:] for article in found] == [
        ["The bloc agreed.", "", "From Brussels Tue Jun  3 10:30:00 2025"],
        ["Nobody agreed."],
    ]
    assert [article.id for article in found] == ["<0@news.example>", "<1@news.example>"]


def test_a_line_of_a_message_that_only_begins_like_an_envelope_splits_nothing(
    tmp_path: Path,
) -> None:
    data = mailbox("It said:\n\nFrom here on, since Tue Jun 3, no more.")
    assert len(articles(write(tmp_path, "a.mbox", data))) == 1


def test_prose_that_begins_like_a_mailbox_is_text(tmp_path: Path) -> None:
    story = "From Brussels Tue Jun  3 10:30\nFrom: our man\nThe bloc agreed.\n"
    (document,) = gather([write(tmp_path, "a.txt", story)])
    assert isinstance(document, Document)
    assert document.kind == "text"


def test_a_message_over_the_limit_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.mbox.gz", gzip.compress(mailbox("A.", "B" * 3000, "C.")))
    found = list(gather([path], Limits(document_bytes=2000)))
    assert [type(each) for each in found] == [Document, InputError, Document]
    assert f"{path}, message 2: is too large" in str(found[1])


def test_a_page_that_a_browser_saved_as_one_file_is_a_page(tmp_path: Path) -> None:
    saved = EmailMessage()
    saved["From"] = "<Saved by a browser>"
    saved["Snapshot-Content-Location"] = "https://www.harborgazette.example/politics/x"
    saved["Subject"] = HEADLINE
    saved["MIME-Version"] = "1.0"
    saved.set_content(PAGE.decode(), subtype="html")
    (article,) = articles(write(tmp_path, "page.mhtml", saved.as_bytes()))
    assert article.text == (Path(__file__).parent / "pages/newspaper.txt").read_text().rstrip()
    assert article.url == "https://www.harborgazette.example/politics/x"


# --- PDF -------------------------------------------------------------------------------------


def pdf(*pages: list[str], trailer: str = "", info: str = "") -> bytes:
    """A PDF by hand, one list of lines a page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        content = f"BT /F1 12 Tf 50 750 Td {shown}ET"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * number} 0 R"
                " /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer}>>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def test_the_paragraphs_of_a_pdf_are_put_together_again() -> None:
    head = "MINISTRY OF TRADE"
    first = [
        head,
        "Ministry lists ten tankers",
        "14 May 2025",
        "The Ministry of Trade has listed ten tankers that carry oil above the",
        "price cap, and said that more were to follow soon.",
        "Their owners may appeal.",
        "Page 1 of 3",
    ]
    second = [head, "A second measure hits two banks.", "2/3"]
    third = [head, "It is in force.", "3/3"]
    article = only("pdf", pdf(first, second, third))
    assert article.text.split("\n") == [
        "Ministry lists ten tankers",
        "14 May 2025",
        (
            "The Ministry of Trade has listed ten tankers that carry oil above the "
            "price cap, and said that more were to follow soon."
        ),
        "Their owners may appeal.",
        "A second measure hits two banks.",
        "It is in force.",
    ]
    assert article.title == "Ministry lists ten tankers"
    assert (article.published, article.published_from) == ("2025-05-14", "text")


def test_a_pdf_without_a_date_in_it_has_the_day_on_which_it_was_made() -> None:
    article = only("pdf", pdf(["A headline"], info="/CreationDate (D:20240229101500Z)"))
    assert (article.published, article.published_from) == ("2024-02-29", "page")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"%PDF-1.7\n", "damaged or truncated"),
        (pdf(["A headline"] * 50)[:300], "damaged or truncated"),
        (pdf([]), "scan"),
        (
            pdf(["A"], trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32
                + "> /U <" + "00" * 32 + "> >> /ID [<00><00>] "),
            "password",
        ),
    ],
    ids=["header only", "truncated", "no text", "encrypted"],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_says_which_way(data: bytes, cause: str) -> None:
    (failed,) = parsed("pdf", data)
    assert isinstance(failed, InputError)
    assert cause in failed.what


# --- text with front matter --------------------------------------------------------------------

BODY = "The ministers met.\n\nThey agreed on nothing.\n"


@pytest.mark.parametrize(
    "source",
    [
        f"---\ntitle: 'Ministers meet'\ndate: 2025-06-03\nurl: https://e.example/1\n---\n{BODY}",
        f"Title: Ministers meet\nDate: 2025-06-03\nURL: https://e.example/1\n\n{BODY}",
        (
            "---\r\nTitle: Ministers meet\r\npublished: June 3, 2025\r\nlink: https://e.example/1\r\n"
            f"...\r\n{BODY}"
        ),
    ],
    ids=["YAML", "key and value lines", "Windows"],
)
def test_front_matter_is_read_and_taken_off(source: str) -> None:
    article = only("text", source)
    assert article.text == f"Ministers meet\n\n{BODY}"
    assert (article.title, article.url) == ("Ministers meet", "https://e.example/1")
    assert (article.published, article.published_from) == ("2025-06-03", "front matter")


def test_a_headline_that_stands_below_the_front_matter_is_not_repeated() -> None:
    text = "# Ministers meet\n\n" + BODY
    assert only("text", f"---\ntitle: Ministers meet\n---\n\n{text}").text == text


@pytest.mark.parametrize(
    "text",
    [
        "Breaking: ministers meet\n\nThey did.",
        "Title: none of a file\n\nA play in three acts.",
        "---\n\nA text below a rule\n\n---\n",
        "Note: x\nDate: y\nthen prose goes on\n\nBody",
        "---\ntitle: [broken\n---\nBody",
    ],
)
def test_what_only_looks_like_front_matter_stays_in_the_text(text: str) -> None:
    assert only("text", text).text == text


def test_no_object_is_made_from_yaml(tmp_path: Path) -> None:
    trap = f"---\ntitle: !!python/object/apply:os.mkdir ['{tmp_path}/trap']\n---\nText"
    parsed("text", trap)
    assert not (tmp_path / "trap").exists()


# --- pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("<html><body><script>var a = 1</script></body></html>", "no text"),
        ("<html><body>" + "<p>x</p>" * 60_000, "too large"),
    ],
)
def test_a_page_without_an_article_is_refused(source: str, cause: str) -> None:
    (failed,) = parsed("html", source)
    assert isinstance(failed, InputError)
    assert cause in failed.what


def test_a_page_that_lies_of_its_encoding_is_read_as_what_it_is() -> None:
    source = PAGE.replace(b'charset="utf-8"', b'charset="iso-2022-kr"')
    assert "“We have the ships\u2019 names" in only("html", source).text


def test_what_a_page_says_of_its_date_and_cannot_be_is_doubted() -> None:
    source = PAGE.replace(b"2025-04-09T18:22:00-04:00", b"2999-01-01")
    source = re.sub(rb"<meta property=.article:modified.*?>|<time.*?</time>", b"", source)
    article = only("html", source, url="https://e.example/2025/04/09/x")
    assert (article.published, article.published_from) == ("2025-04-09", "url")
    assert any("lies in the future" in doubt for doubt in article.doubts)


KINDS: list[Kind] = ["html", "feed", "email", "text"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.binary(max_size=400), st.booleans())
def test_no_bytes_make_a_reader_raise(kind: Kind, data: bytes, with_head: bool) -> None:
    heads = {
        "html": b"<!DOCTYPE html><p>",
        "feed": b"<rss version='2.0'><channel><item><title>",
        "email": b"From: a\r\nSubject: =?utf-8?q?x?=\r\nContent-Type: text/html\r\n\r\n",
        "text": b"---\ntitle: ",
    }
    for outcome in parsed(kind, heads[kind] + data if with_head else data):
        assert isinstance(outcome, Article | InputError)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "date", "url", "id"]), st.text(max_size=30)))
def test_json_of_any_content_gives_its_text_unchanged(fields: dict[str, str]) -> None:
    (outcome,) = parsed("json", json.dumps({**fields, "text": STORY}))
    if isinstance(outcome, Article):
        assert outcome.text == STORY
