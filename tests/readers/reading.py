"""What the tests of the readers share: a story, and reading inputs to articles or to messages."""

import json
from pathlib import Path

from tracker.article import Article
from tracker.errors import InputError
from tracker.readers import Given, Limits, read

STORY = (
    "Ministers weigh an 18th package\n\n"
    "BRUSSELS, June 3, 2025 -- Ministers weighed the “18th package” on Tuesday.\r\n"
    "  Nothing was decided.  \n"
)


def articles(*inputs: str | Path, **known: str) -> list[Article]:
    outcomes = list(read(inputs, Given(**known)))
    assert not [outcome for outcome in outcomes if isinstance(outcome, InputError)], outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Article)]


def failures(*inputs: str | Path, limits: Limits | None = None) -> list[str]:
    return [str(o) for o in read(inputs, limits=limits) if isinstance(o, InputError)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def record(**fields: object) -> str:
    return json.dumps({"title": "A", "published": "2025-06-03", "text": "A\n\nText."} | fields)
