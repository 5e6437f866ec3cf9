"""`tracker extract --explain` and `--lexicon`, and articles that it refuses."""

import pytest
from typer.testing import CliRunner

from tracker.cli.main import app

ARTICLE = "The Senate passed the Bone-crusher bill on Tuesday by a vote of 97-2."
OWN = '[nicknames]\n"Bone-crusher bill" = "Sanctioning Russia Act of 2025"\n'
GERMAN = (
    "Der Bundestag hat am Donnerstag das Gesetz über die Sanktionen gegen Russland verabschiedet,"
    " und die Regierung wird es nach der Sommerpause umsetzen, wie ein Sprecher sagte."
)


@pytest.fixture
def extract(tmp_path):
    def call(*arguments, **texts):
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        command = ["extract", *paths, "--published", "2025-05-14", *arguments]
        return CliRunner().invoke(app, command, standalone_mode=False)

    return call


def test_explain_shows_rule_and_words_marked_in_their_line(extract):
    done = extract("--explain", article=ARTICLE)
    assert done.return_value == 0
    assert "passed actual 2025-05-13 us-senate (pass)" in done.stdout
    assert f">>>{ARTICLE}<<<" in done.stdout


def test_explain_makes_terminal_escapes_harmless(extract):
    done = extract("--explain", article=ARTICLE + " \x1b[31m")
    assert "\x1b" not in done.stdout


def test_own_words_are_read(extract, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    done = extract("--lexicon", str(own), article=ARTICLE)
    assert '"title": "Sanctioning Russia Act of 2025"' in done.stdout


def test_an_article_in_another_language_fails_alone(extract, capsys):
    done = extract(german=GERMAN, article=ARTICLE)
    assert done.return_value == 1
    assert done.stdout.count('"measures"') == 1
    assert "is in German" in done.stderr
