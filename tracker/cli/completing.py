"""What may follow what was typed in `tracker shell`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tracker.sql.tokens import TOKEN
from tracker.store.catalogue import Relation

_BEGUN = re.compile(r"\w*\Z")
_QUALIFIER = re.compile(r"(\w+)\s*\.\s*\Z")
_BEFORE_A_TABLE = {"FROM", "JOIN"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A word that may stand in place of what was begun.

    Attributes:
        text: The word.
        about: What it is.
        replaces: How many characters before the cursor it stands for.
    """

    text: str
    about: str
    replaces: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that can be offered.

    Attributes:
        relations: Tables and views.
        keywords: Words of SQL, in capitals.
        functions: Names of functions.
        queries: What each saved query answers, by name.
        commands: What each command of the shell does, by name; their arguments by command.
        arguments: What may follow a command, and what that is.
    """

    relations: tuple[Relation, ...]
    keywords: tuple[str, ...]
    functions: tuple[str, ...]
    queries: Mapping[str, str] = field(default_factory=dict)
    commands: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def offers(known: Vocabulary, before: str, after: str) -> list[Offer]:
    """Tell what may stand at the cursor.

    Args:
        known: All words.
        before: What stands before the cursor.
        after: What stands behind it.
    """
    begun_at, tables, inside = _place(known, before, after)
    statement = before[begun_at:].lstrip()
    if statement.startswith("@"):
        return _beginning_with(
            statement, ((f"@{name}", about) for name, about in known.queries.items())
        )
    if statement.startswith("."):
        return _of_command(known, statement)
    if inside:
        return []
    begun = _BEGUN.search(before)
    assert begun is not None
    return _beginning_with(
        begun.group(), _words(known, before[: begun.start()], begun.group(), tables)
    )


def _place(known: Vocabulary, before: str, after: str) -> tuple[int, dict[str, Relation], bool]:
    """Where the statement begins, its tables by name and alias, and whether a quote is open."""
    by_name = {relation.name: relation for relation in known.relations}
    begun_at, inside = 0, False
    tables: dict[str, Relation] = {}
    latest: Relation | None = None
    for token in TOKEN.finditer(f"{before}\0{after}"):
        if token["end"] and token.start() >= len(before):
            break
        if token["end"]:
            begun_at, tables, latest = token.end(), {}, None
        if token["word"]:
            word = token["word"]
            if latest is not None and word.upper() not in {*known.keywords, "AS"}:
                tables[word.lower()] = latest
            if word.upper() != "AS":
                latest = by_name.get(word.lower())
            if latest is not None:
                tables[latest.name] = latest
        elif token["quoted"] or token["open"] or token["comment"]:
            inside = inside or token.start() < len(before) < token.end()
    return begun_at, tables, inside


def _words(
    known: Vocabulary, before: str, begun: str, tables: Mapping[str, Relation]
) -> Iterator[tuple[str, str]]:
    qualifier = _QUALIFIER.search(before)
    if qualifier:
        relation = tables.get(qualifier.group(1).lower())
        yield from _columns([relation] if relation else [])
        return
    if _wants_a_table(before):
        yield from _relations(known)
        return
    yield from _columns(tables.values() or (known.relations if begun else ()))
    yield from _relations(known)
    lower = begun.islower()
    for word in known.keywords:
        yield (word.lower() if lower else word), "keyword"
    for word in known.functions:
        yield f"{word}(", "function"


def _wants_a_table(before: str) -> bool:
    words = [token for token in TOKEN.finditer(before) if token["word"]]
    return (
        bool(words)
        and words[-1]["word"].upper() in _BEFORE_A_TABLE
        and not before[words[-1].end() :].strip()
    )


def _columns(relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    for relation in relations:
        for column in relation.columns:
            yield column.name, f"{relation.name}: {column.meaning}"


def _relations(known: Vocabulary) -> Iterator[tuple[str, str]]:
    for relation in known.relations:
        yield relation.name, f"{relation.kind}: {relation.meaning}"


def _of_command(known: Vocabulary, line: str) -> list[Offer]:
    command, space, argument = line.partition(" ")
    if not space:
        return _beginning_with(line, known.commands.items())
    return _beginning_with(argument, known.arguments.get(command, {}).items())


def _beginning_with(begun: str, words: Iterable[tuple[str, str]]) -> list[Offer]:
    """The words that begin so, each once."""
    fitting: dict[str, Offer] = {}
    for word, about in words:
        if word.lower().startswith(begun.lower()):
            fitting.setdefault(word, Offer(word, about, len(begun)))
    return list(fitting.values())
