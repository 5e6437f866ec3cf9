"""The documentation says what the program does."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generator = _generator()
COMMANDS = list(generator.command_paths())


def test_the_generated_pages_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for page, text in generator.pages().items():
        assert page.read_text(encoding="utf-8") == text, f"{page.name} is old: run `make docs`"


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "tracker")
def test_the_help_of_each_command_has_an_example(
    path: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    text = generator.help_of(path)
    example = text.partition("Example:\n")[2]
    assert f"tracker {' '.join(path)}".strip() in example or " ".join(path) in example
    assert "..." not in text.partition("\nCommands:")[2], "a first sentence is too long to list"


@pytest.mark.parametrize("page", ["README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=str)
def test_commands_in_the_documentation_exist(page: str | Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    known = {" ".join(path) for path in COMMANDS}
    for words in re.findall(r"^ *\$? ?tracker (?!--)([a-z]+(?: [a-z]+)?)", text, re.MULTILINE):
        first = words.split()[0]
        assert words in known or first in known, f"{page}: there is no `tracker {words}`"


def test_links_within_the_documentation_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link} is not there"
