"""The word lists that ship with the program, and their loading."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from tracker.extraction.lexicon import Lexicon, build

_VERBS = "verbs.txt"
_FILES = (
    "words.toml",
    "places.toml",
    "nouns.toml",
    "statuses.toml",
    "modality.toml",
    "thresholds.toml",
    "people.toml",
    "counts.toml",
    "acts.toml",
    "speech.toml",
    "sectors.toml",
    "languages.toml",
    "weights.json",
)


def load(extra: Path | None = None) -> Lexicon:
    """Read the shipped word lists, and the user's own file on top of them.

    Raises:
        UsageError: The user's file is wrong; the message says where and why.
    """
    folder = files(__name__)
    verbs = (folder / _VERBS).read_text(encoding="utf-8")
    data = {
        name.split(".")[0]: _parsed(name, (folder / name).read_text(encoding="utf-8"))
        for name in _FILES
    }
    if extra is not None:
        from tracker.lexicon.user import add_own_words

        verbs = add_own_words(data, verbs, extra)
    return build(verbs, data)


def _parsed(name: str, text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    return parsed
