"""Files, folders and standard input give each of their documents once, or an error by name."""

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from readers.reading import STORY, articles, failures, record, write


def feed_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_may_be_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    feed_stdin(monkeypatch, STORY.encode())
    (article,) = articles("-")
    assert (article.text, article.origin) == (STORY, "-")


def test_standard_input_may_be_lines_of_json(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [record(title=str(i), text="x" * 1000) for i in range(200)]
    feed_stdin(monkeypatch, "\n".join(lines).encode())
    assert [article.title for article in articles("-")] == [str(i) for i in range(200)]


def test_an_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    feed_stdin(monkeypatch, b"")
    assert failures("-")[0].startswith("-: is empty")


def test_a_folder_gives_its_files_by_name_and_those_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden", ".git/x.txt"):
        write(tmp_path, name, f"Story {name}\n")
    assert [a.title for a in articles(tmp_path)] == ["Story a.txt", "Story b.txt", "Story c/d.txt"]


def test_a_folder_with_bad_files_gives_the_good_ones_and_names_the_bad(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.txt", b"\x89PNG\r\n\x1a\n")
    write(tmp_path, "c.txt", "")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    assert [f.split(": ")[0][-5:] for f in failures(tmp_path)] == ["b.txt", "c.txt", "d.txt"]


def test_the_scripts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path, "page.html", STORY)
    write(tmp_path, "page_files/app.js", "var x = 1")
    write(tmp_path, "case_files/a.txt", "A story of its own")
    assert [Path(a.origin or "").name for a in articles(tmp_path)] == ["a.txt", "page.html"]


def test_a_folder_that_links_to_itself_gives_each_file_once(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", STORY)
    (tmp_path / "in/up").symlink_to("..")
    (tmp_path / "b.txt").symlink_to("in/a.txt")
    assert len(articles(tmp_path)) == 1


def test_a_link_out_of_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", STORY)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").symlink_to("../secret.txt")
    assert "symbolic link out of the folder" in failures(tmp_path / "in")[0]


def test_a_link_that_was_named_itself_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert len(articles(tmp_path / "b.txt")) == 1


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert "directory without articles" in failures(tmp_path)[0]


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to("self")
    messages = failures(tmp_path / "missing.txt", tmp_path / "self")
    assert "missing.txt: no such file" in messages[0]
    assert "symbolic links" in messages[1]


def test_pipes_sockets_and_devices_are_refused_without_opening_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "sock"))
        for path in (tmp_path / "fifo", tmp_path / "sock", "/dev/zero"):
            assert "not a regular file" in failures(path)[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY).chmod(0)
    (tmp_path / "in").mkdir(mode=0)
    messages = failures(tmp_path)
    (tmp_path / "in").chmod(0o700)
    assert all("permission denied" in message for message in messages)
    assert len(messages) == 2
