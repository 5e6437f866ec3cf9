"""A user's own words, checked and laid over the shipped word lists.

The file is TOML. Its sections, each optional:

- `[issuers]`: agencies and offices, by the code of the place that they act for
  (`NO = ["Norges Bank"]`).
- `[nicknames]`: what the press calls an act, and its title
  (`"Bone-crusher bill" = "Sanctioning Russia Act of 2025"`).
- `[acronyms]`: the same in one word (`SRA = "Sanctioning Russia Act of 2025"`).
- `[[acts]]`: `names` and `targets` of an act whose title does not say whom it is against.
- `[verbs]`: more verbs of a predicate of `statuses.toml`, by its name
  (`impose = ["clobber with"]`).
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tracker.errors import UsageError

_CODE = re.compile(r"[A-Z]{2}|G7")
_SYNTAX = re.compile(r"^(?P<cause>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_CURE = "mend the file"

Data = dict[str, Any]


def add_own_words(data: Data, verbs: str, file: Path) -> str:
    """Lay a user's file over the shipped word lists, in place.

    Args:
        data: The shipped lists, by file name without ending.
        verbs: The shipped list of verbs.
        file: The user's file, in TOML.

    Returns:
        The list of verbs with the user's own.

    Raises:
        UsageError: The file cannot be read, is no TOML, or says what no list can hold.
    """
    return _Own(file).add_to(data, verbs)


class _Own:
    """A user's file while it is checked."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._text = self._read()
        self._sections: dict[str, Callable[[Data, Any], None]] = {
            "issuers": self._issuers,
            "nicknames": self._nicknames,
            "acronyms": self._acronyms,
            "acts": self._acts,
            "verbs": self._verbs,
        }
        self._new_verbs: list[str] = []

    def add_to(self, data: Data, verbs: str) -> str:
        for name, content in self._parsed().items():
            add = self._sections.get(name)
            if add is None:
                known = ", ".join(self._sections)
                raise self._refusal(f"there is no section {name}", name, f"use one of {known}")
            add(data, content)
        return "\n".join((verbs, *self._new_verbs))

    def _read(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")
        except OSError as error:
            cause = (error.strerror or "cannot be read").lower()
            raise UsageError(cause, where=str(self._file), cure="give a file of words") from None
        except UnicodeDecodeError:
            raise UsageError(
                "is no text in UTF-8", where=str(self._file), cure="convert it"
            ) from None

    def _parsed(self) -> Data:
        try:
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            told = _SYNTAX.match(str(error))
            line = told["line"] if told and told["line"] else str(self._text.count("\n") + 1)
            cause = (told["cause"] if told else str(error)).lower()
            raise UsageError(
                f"is no TOML: {cause}", where=f"{self._file}:{line}", cure=_CURE
            ) from None

    def _issuers(self, data: Data, content: Any) -> None:
        for code, names in self._table(content, "issuers").items():
            self._check_code(code, code)
            data["places"]["issuers"].setdefault(code, [])
            data["places"]["issuers"][code] += self._words(names, code)

    def _nicknames(self, data: Data, content: Any) -> None:
        for nickname, title in self._table(content, "nicknames").items():
            if not nickname.strip():
                raise self._refusal("a nickname is empty", "nicknames")
            data["nouns"]["nicknames"][nickname] = self._word(title, nickname)

    def _acronyms(self, data: Data, content: Any) -> None:
        for acronym, title in self._table(content, "acronyms").items():
            if not acronym.isalnum():
                raise self._refusal(f"{acronym!r} is no acronym", acronym, "put it in [nicknames]")
            data["nouns"]["acronyms"][acronym] = self._word(title, acronym)

    def _acts(self, data: Data, content: Any) -> None:
        if not isinstance(content, list):
            raise self._refusal("acts is no list of tables", "acts", "write [[acts]]")
        for act in content:
            names = self._words(self._table(act, "acts").get("names"), "names")
            targets = self._words(act.get("targets"), "targets")
            for code in targets:
                self._check_code(code, code)
            congress = act.get("congress")
            if congress is not None and not isinstance(congress, int):
                raise self._refusal("congress is no number", "congress")
            data["acts"]["acts"].append({**act, "names": names, "targets": targets})

    def _verbs(self, data: Data, content: Any) -> None:
        predicates = {entry["name"]: entry for entry in reversed(data["statuses"]["predicate"])}
        for name, verbs in self._table(content, "verbs").items():
            if name not in predicates:
                known = ", ".join(predicates)
                raise self._refusal(f"there is no predicate {name}", name, f"use one of {known}")
            phrases = self._words(verbs, name)
            predicates[name]["verbs"] += phrases
            self._new_verbs += [phrase.split()[0].lower() for phrase in phrases]

    def _table(self, value: Any, key: str) -> Data:
        if not isinstance(value, dict):
            raise self._refusal(f"{key} is no table", key, f"write [{key}] above its words")
        return value

    def _words(self, value: Any, key: str) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self._refusal(f"{key} is no list of words", key, 'write it like ["one", "two"]')
        return list(value)

    def _word(self, value: Any, key: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._refusal(f"{key} has no title", key, "write the title in quotation marks")
        return value

    def _check_code(self, code: str, key: str) -> None:
        if not _CODE.fullmatch(code):
            cure = "use an ISO 3166-1 code of two capitals, EU, UN or G7"
            raise self._refusal(f"{code!r} is no place code", key, cure)

    def _refusal(self, what: str, key: str, cure: str = _CURE) -> UsageError:
        """An error at the first line that has a key."""
        lines = enumerate(self._text.splitlines(), 1)
        told = (n for n, text in lines if key in text and not text.lstrip().startswith("#"))
        line = next(told, 1)
        return UsageError(what, where=f"{self._file}:{line}", cure=cure)
