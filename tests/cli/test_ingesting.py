"""Batches, urls and feeds from the command line into a store."""

import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from loopback import Site, reply, serving

from tracker.cli import diagnostics
from tracker.cli.main import app

STORY = (
    "Envoys meet on day {n}\n\nThe bloc adopted its 1{n}th package of sanctions against Russia on "
    "Tuesday, said diplomat number {n}.\n"
)


@dataclass
class Ran:
    """What a run of the command gave."""

    code: int
    out: str
    err: str


class Tracker:
    """The command line on a store of its own."""

    def __init__(self, database: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        self._capsys.readouterr()
        words = ["--db", self.database, *map(str, arguments)]
        code = diagnostics.run(lambda: app(words, prog_name="tracker", standalone_mode=False))
        captured = self._capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query).fetchall()

    def count(self) -> object:
        return self.rows("SELECT count(*) FROM article")[0][0]


@pytest.fixture
def tracker(files, capsys: pytest.CaptureFixture[str]) -> Tracker:
    return Tracker(files.seeded(), capsys)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def write(folder: Path, good: int, bad: int = 0) -> Path:
    for n in range(good):
        (folder / f"good{n:04}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    for n in range(bad):
        (folder / f"bad{n}.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


# --- batches -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_named_and_the_others_stored(
    tracker: Tracker, tmp_path: Path, jobs: int
) -> None:
    ran = tracker("ingest", write(tmp_path, 30, 3), "--jobs", jobs)
    assert ran.code == 1
    assert tracker.count() == 30
    errors = [line for line in ran.err.splitlines() if "error:" in line]
    assert [f"bad{n}.txt: is binary" in line for n, line in enumerate(errors)] == [True] * 3
    assert "30 new, 0 already ingested, 0 near-duplicates, 3 failed" in ran.err


def test_running_again_stores_nothing_twice(tracker: Tracker, tmp_path: Path) -> None:
    tracker("ingest", write(tmp_path, 3))
    ran = tracker("ingest", write(tmp_path, 5))
    assert ran.code == 0
    assert "2 new, 3 already ingested" in ran.err
    assert tracker.count() == 5


def test_fail_fast_stops_at_the_first_failure_and_keeps_what_is_done(
    tracker: Tracker, tmp_path: Path
) -> None:
    write(tmp_path, 5)
    (tmp_path / "good0002.txt").write_bytes(b"\0")
    ran = tracker("ingest", tmp_path, "--fail-fast")
    assert ran.code == 1
    assert tracker.count() == 2


def test_a_dry_run_stores_nothing_and_tells_the_same(tracker: Tracker, tmp_path: Path) -> None:
    tracker("ingest", write(tmp_path, 2))
    ran = tracker("ingest", write(tmp_path, 4, 1), "--dry-run")
    assert ran.code == 1
    assert "2 new, 2 already ingested, 0 near-duplicates, 1 failed" in ran.err
    assert tracker.count() == 2


def test_a_dry_run_makes_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "store" / "a.db"
    ran = Tracker(str(database), capsys)("ingest", write(tmp_path, 1), "--dry-run")
    assert ran.code == 0
    assert not database.parent.exists()


def test_an_interrupted_run_keeps_what_is_done_and_another_finishes_the_rest(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.readers import parsing

    real = parsing._PARSERS["text"]  # noqa: SLF001 - the key press has to fall somewhere
    seen = iter(range(10))

    def pressed(document):
        if next(seen) == 3:
            raise KeyboardInterrupt
        return real(document)

    monkeypatch.setitem(parsing._PARSERS, "text", pressed)  # noqa: SLF001
    ran = tracker("ingest", write(tmp_path, 6))
    assert ran.code == 130
    assert "3 new" in ran.err
    assert "error: interrupted" in ran.err
    assert tracker.count() == 3
    monkeypatch.undo()
    assert "3 new, 3 already ingested" in tracker("ingest", tmp_path).err


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    store, folder = tmp_path / "a.db", tmp_path / "in"
    folder.mkdir()
    command = [sys.executable, "-m", "tracker", "--db", store, "ingest", write(folder, 60)]
    run = subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.PIPE)
    while not count_in(store):
        time.sleep(0.05)
    run.kill()
    # The pipe is closed only when the last process that writes to it has ended.
    run.communicate(timeout=10)
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert re.search(r"\d+ new, [1-9]\d* already ingested", again.stderr)
    assert count_in(store) == 60


def count_in(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_a_date_in_the_future_is_a_wrong_usage(tracker: Tracker, tmp_path: Path) -> None:
    ran = tracker("ingest", write(tmp_path, 1), "--published", "2999-01-01")
    assert ran.code == 2
    assert "--published" in ran.err
    assert "future" in ran.err
    assert tracker.count() == 0


def test_what_told_the_date_is_stored(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: A\nDate: 2025-06-03\n\nA story of ours.\n")
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"text": "Another story", "url": "https://e.example/2025/06/04/b"})
    )
    tracker("ingest", tmp_path)
    assert tracker.rows("SELECT published_at, published_source FROM article ORDER BY id") == [
        ("2025-06-03", "front matter"),
        ("2025-06-04", "url"),
    ]


def test_many_undated_articles_are_one_warning(tracker: Tracker, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": STORY.format(n=n)}) for n in range(5)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    told = tracker("extract", tmp_path).err.splitlines()
    assert [line.partition(": no date")[0] for line in told] == [
        "tracker: warning: 5 articles (a0, a1, a2, ...)"
    ]
    (told,) = tracker("ingest", tmp_path).err.splitlines()
    assert told.endswith("5 without a date of publication (a0, a1, a2, ...; see --published)")


def test_an_article_in_a_foreign_language_is_stored_without_claims(
    tracker: Tracker, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Сенат адобрив санкції\n\n" + "Сенат США ухвалив S. 1241. " * 9)
    ran = tracker("ingest", tmp_path)
    assert ran.code == 0
    assert "is stored without claims: the text is in Ukrainian" in ran.err
    assert tracker.count() == 1
    assert tracker.rows("SELECT count(*) FROM claim WHERE article_id IS NOT NULL") == [(0,)]


OWN_WORDS = '[nicknames]\n"Bone-crusher bill" = "Sanctioning Russia Act of 2025"\n'
TITLED = "SELECT DISTINCT title FROM bill JOIN mention USING (measure_id) WHERE text LIKE '%Bone-crusher%'"


@pytest.fixture
def own_words(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN_WORDS)
    return path


def test_articles_are_read_with_words_of_ones_own(
    tracker: Tracker, tmp_path: Path, own_words: Path
) -> None:
    story = tmp_path / "a.txt"
    story.write_text("The Senate passed the Bone-crusher bill on Tuesday by a vote of 97-2.")
    run = ("ingest", story, "--published", "2025-05-14", "--lexicon", own_words, "--jobs", 2)
    assert tracker(*run).code == 0
    assert tracker.rows(TITLED) == [("Sanctioning Russia Act of 2025",)]
    assert tracker.rows("SELECT lexicon_sha256 FROM extraction_run") == [
        (sha256(OWN_WORDS.encode()).hexdigest(),)
    ]


@pytest.mark.parametrize("command", [("ingest", "a.txt"), ("feed", "pull")])
def test_a_wrong_file_of_words_is_told_before_anything_is_read(
    tracker: Tracker, own_words: Path, command: tuple[str, ...]
) -> None:
    own_words.write_text("[nicknames]\n= 1\n")
    ran = tracker(*command, "--lexicon", own_words)
    assert ran.code == 2
    assert f"{own_words}:2: is no TOML" in ran.err


# --- urls --------------------------------------------------------------------------------------

FAST = ("--allow-private", "--contact", "desk@example.org")


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """One request a second is for sites of others."""
    monkeypatch.setattr("tracker.readers.fetching.fetcher.time.sleep", lambda _: None)


def page(n: int) -> bytes:
    return (
        f"<html><head><title>Envoys meet on day {n}</title></head><body><article>"
        f"<h1>Envoys meet on day {n}</h1><p>The bloc adopted its 1{n}th package of sanctions "
        f"against Russia on Tuesday, said a diplomat with number {n} in hand.</p><p>It hits "
        f"{n * 11} ships and {n * 7} banks, most of them in countries that trade with it.</p>"
        "</article></body></html>"
    ).encode()


def test_a_page_is_fetched_once_and_asked_for_only_if_it_has_changed(
    tracker: Tracker, site: Site
) -> None:
    url = f"http://127.0.0.1:{site.port}/2025/06/03/a"
    site.pages["/2025/06/03/a"] = reply(page(7), ETag='"1"')
    assert "stored" in tracker("ingest", url, *FAST).err
    assert tracker.rows("SELECT url, published_at FROM article") == [(url, "2025-06-03")]
    site.pages["/2025/06/03/a"] = reply(b"", 304)
    again = tracker("ingest", url, *FAST)
    assert again.code == 0
    assert "already ingested; the page has not changed" in again.err
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert "desk@example.org" in site.asked[-1][1]["User-Agent"]


def test_a_private_address_is_refused_unless_allowed(tracker: Tracker, site: Site) -> None:
    ran = tracker("ingest", "http://127.0.0.1/a")
    assert ran.code == 1
    assert "no public address" in ran.err
    assert "--allow-private" in ran.err
    assert site.asked == []


# --- feeds -------------------------------------------------------------------------------------


def rss(site: Site, *numbers: int) -> bytes:
    items = "".join(
        f"<item><title>Envoys meet on day {n}</title>"
        f"<link>http://127.0.0.1:{site.port}/{n}</link>"
        f"<pubDate>Tue, 0{n} Jun 2025 10:00:00 GMT</pubDate>"
        f"<description>In short: the bloc adopted package {n}.</description></item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>The Wire</title>{items}</channel></rss>".encode()


@pytest.fixture
def watched(tracker: Tracker, site: Site) -> str:
    url = f"http://127.0.0.1:{site.port}/rss"
    site.pages |= {"/rss": reply(rss(site, 1, 2))} | {f"/{n}": reply(page(n)) for n in (1, 2, 3)}
    assert tracker("feed", "add", url).code == 0
    return url


def test_entries_of_a_feed_are_fetched_in_full_and_once(
    tracker: Tracker, site: Site, watched: str
) -> None:
    assert "1 feeds: 2 new" in tracker("feed", "pull", *FAST).err
    stored = tracker.rows(
        "SELECT title, publisher, published_at, published_source FROM article ORDER BY id"
    )
    assert stored == [
        ("Envoys meet on day 1", "The Wire", "2025-06-01", "feed"),
        ("Envoys meet on day 2", "The Wire", "2025-06-02", "feed"),
    ]
    assert all("most of them" in str(text) for (text,) in tracker.rows("SELECT text FROM article"))
    site.pages["/rss"] = reply(rss(site, 1, 2, 3))
    site.asked.clear()
    assert "1 new, 2 already ingested" in tracker("feed", "pull", *FAST).err
    assert site.paths() == ["/rss", "/3"]


def test_summaries_are_stored_as_they_stand_in_the_feed_if_wished(
    tracker: Tracker, site: Site, watched: str
) -> None:
    tracker("feed", "add", watched, "--summary-only")
    tracker("feed", "pull", *FAST)
    texts = tracker.rows("SELECT text FROM article ORDER BY id")
    assert texts[0] == ("Envoys meet on day 1\n\nIn short: the bloc adopted package 1.",)
    assert site.paths() == ["/rss"]


def test_a_failing_feed_rests_and_is_reported_and_the_others_go_on(
    tracker: Tracker, site: Site, watched: str
) -> None:
    broken = f"http://127.0.0.1:{site.port}/broken"
    site.pages["/broken"] = reply(b"", 500)
    tracker("feed", "remove", watched)
    tracker("feed", "add", broken)
    tracker("feed", "add", watched)
    ran = tracker("feed", "pull", *FAST)
    assert ran.code == 1
    assert f"{broken}: gave HTTP status 500" in ran.err
    assert tracker.count() == 2
    listed = json.loads(tracker("feed", "list", "--format", "json").out)
    assert [(row["url"], row["failures"]) for row in listed] == [(broken, 1), (watched, 0)]
    assert "500" in listed[0]["last error"]
    site.asked.clear()
    again = tracker("feed", "pull", *FAST)
    assert "rests until" in again.err
    assert "/broken" not in site.paths()


def test_an_entry_whose_page_fails_is_named_and_tried_again(
    tracker: Tracker, site: Site, watched: str
) -> None:
    site.pages["/rss"] = reply(rss(site, 1, 2), ETag='"1"')
    site.pages["/2"] = reply(b"", 404)
    ran = tracker("feed", "pull", *FAST)
    assert (ran.code, tracker.count()) == (1, 1)
    assert "/2: gave HTTP status 404" in ran.err
    site.pages["/2"] = reply(page(2))
    assert tracker("feed", "pull", *FAST).code == 0
    assert tracker.count() == 2


def test_entries_are_read_with_words_of_ones_own(
    tracker: Tracker, site: Site, watched: str, own_words: Path
) -> None:
    site.pages["/rss"] = reply(rss(site, 1))
    site.pages["/1"] = reply(
        page(1).replace(b"It hits", b"The Senate passed the Bone-crusher bill. It hits")
    )
    assert tracker("feed", "pull", "--lexicon", own_words, *FAST).code == 0
    assert tracker.rows(TITLED) == [("Sanctioning Russia Act of 2025",)]


def test_nothing_is_fetched_because_a_page_links_to_it(
    tracker: Tracker, site: Site, watched: str
) -> None:
    site.pages["/1"] = reply(page(1).replace(b"</p>", b'<a href="/2">more</a></p>'))
    site.pages["/rss"] = reply(rss(site, 1))
    tracker("feed", "pull", *FAST)
    assert site.paths() == ["/rss", "/1"]


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (("feed", "add", "ftp://e.example/rss"), "no http"),
        (("feed", "remove", "https://e.example/rss"), "no such feed"),
        (("feed", "pull", "--every", "soon"), "15m"),
    ],
)
def test_wrong_usage_of_feeds_is_told(
    tracker: Tracker, arguments: tuple[str, ...], cause: str
) -> None:
    ran = tracker(*arguments)
    assert ran.code == 2
    assert cause in ran.err
