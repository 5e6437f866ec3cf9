"""Where the data lies that comes with the program: seeds, migrations, views."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def _root() -> Path:
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def seeds() -> Path:
    """Directory of the reference data."""
    return _root() / "seeds"


def alembic_ini() -> Path:
    """Alembic's settings."""
    return _root() / "alembic.ini"


def migrations() -> Path:
    """Directory of the migrations, one file a revision, named `<revision>_<what>.py`."""
    return _root() / "alembic" / "versions"


def views() -> Path:
    """Directory of the views, named `<view>.<revision>.sql` by the migration that makes them."""
    return _root() / "alembic" / "views"


def revisions() -> tuple[str, ...]:
    """The revisions of the schema that there are migrations for, oldest first."""
    return tuple(sorted(path.name.split("_")[0] for path in migrations().glob("[0-9]*.py")))
