"""The word lists that ship with the program, and their loading."""

from importlib.resources import files
from pathlib import Path

from tracker.extraction.lexicon import Lexicon, parse

_FILES = (
    "words.toml",
    "verbs.txt",
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
    """Read the shipped word lists, and the user's own file on top of them."""
    folder = files(__name__)
    texts = {
        name.split(".")[0]: (folder / name).read_text(encoding="utf-8") for name in _FILES
    }
    return parse(texts)
