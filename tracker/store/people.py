"""Who a name means: the one person who bears it and held a seat on the day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, or_, select

from tracker.models import table
from tracker.store.folding import words

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
TITLES = frozenset(
    {"sen", "senator", "rep", "representative", "congressman", "congresswoman", "gov", "governor"}
    | {"dr", "mr", "mrs", "ms", "president", "secretary", "chairman", "chairwoman", "leader"}
    | {"speaker", "majority", "minority"}
)


def name_key(name: str) -> str:
    """A name as it is looked up: folded, without titles, suffixes and middle initials."""
    parts = [word for word in words(name) if word not in SUFFIXES | TITLES]
    if len(parts) > 2:
        parts = [parts[0], *(word for word in parts[1:-1] if len(word) > 1), parts[-1]]
    return " ".join(parts)


def name_keys(
    first: str | None, middle: str | None, last: str | None, nickname: str | None, full: str
) -> set[str]:
    """Every key by which a person of these names is found, the bare last name included."""
    given = {first, nickname, full.partition(" ")[0]}
    if first and middle and len(first.strip(".")) == 1:
        given.add(middle)
    if first and middle:
        given.add(f"{first} {middle}")
    keys = {name_key(f"{name} {last}") for name in given if name and last}
    return {key for key in keys | {name_key(full), name_key(last or "")} if key}


@dataclass(frozen=True, slots=True)
class Seat:
    """Which seat one who is named is to have held.

    Attributes:
        day: The day on which; None for any day.
        chamber: Where, if that is known: `us-senate` or `us-house`.
        since: A seat left after this day counts too; None for `day` alone.
    """

    day: date | None
    chamber: str | None = None
    since: date | None = None


def find_people(connection: Connection, names: Collection[str], seat: Seat) -> dict[str, int]:
    """Ids of the people whom names mean.

    Args:
        connection: A connection to the store.
        names: Names as an article gives them.
        seat: The seat that they are to have held, unless they never held any.

    Returns:
        The names that exactly one person fits, with that person's id.
    """
    keys = {name: name_key(name) for name in names}
    person_name, term = table("person_name"), table("office_term")
    held = [term.c.person_id == person_name.c.person_id]
    if seat.chamber:
        held.append(term.c.chamber == seat.chamber)
    if seat.day:
        held.append(and_(term.c.held_from <= seat.day, term.c.held_to > (seat.since or seat.day)))
    seated = select(term.c.id).where(*held).exists()
    never_seated = ~select(term.c.id).where(term.c.person_id == person_name.c.person_id).exists()
    rows = connection.execute(
        select(person_name.c.folded, person_name.c.person_id).where(
            person_name.c.folded.in_(set(keys.values())), or_(seated, never_seated)
        )
    )
    bearers: dict[str, set[int]] = {}
    for folded, person in rows:
        bearers.setdefault(folded, set()).add(person)
    return {
        name: next(iter(bearers[key]))
        for name, key in keys.items()
        if len(bearers.get(key, ())) == 1
    }
