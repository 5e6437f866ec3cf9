"""Where the store is: names of databases told apart without opening them."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from tracker.errors import DatabaseError


def default_path() -> Path:
    """The SQLite file that is used where none is named."""
    from platformdirs import user_data_path

    return user_data_path("tracker", appauthor=False) / "tracker.db"


def sqlite_path(target: str) -> Path | None:
    """The file of an SQLite store.

    Args:
        target: A path, or a URL.

    Returns:
        The file; None if the target is a PostgreSQL database.

    Raises:
        DatabaseError: It is a URL of something else.
    """
    if "://" not in target:
        return Path(target).expanduser()
    scheme, _, rest = target.partition("://")
    backend = scheme.split("+")[0]
    if backend == "sqlite":
        return Path(unquote(rest.removeprefix("/").split("?")[0]))
    if backend in {"postgresql", "postgres"}:
        return None
    raise DatabaseError(
        "not a database that the store can live in",
        where=without_password(target),
        cure="give a file path, or a URL that starts with sqlite:/// or postgresql://",
    )


def without_password(target: str) -> str:
    """The target as it may be shown."""
    if "@" not in target or "://" not in target:
        return target
    password = urlsplit(target).password
    return target.replace(f":{password}@", ":***@") if password else target


def shown(target: str) -> str:
    """The store as messages name it: its file, or its URL without the password."""
    file = sqlite_path(target)
    return without_password(target) if file is None else str(file)


def libpq_url(target: str) -> str:
    """A PostgreSQL URL as libpq knows it, without the name of a driver."""
    return "postgresql://" + target.partition("://")[2]
