"""A store that is ready to be written to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tracker.cli import diagnostics

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextmanager
def ready_to_write(target: str) -> "Iterator[Engine]":
    """Open the store, up to date and with the reference data, making it if it is not there.

    Args:
        target: Path of an SQLite file, or URL.

    Raises:
        DatabaseError: It cannot be reached, or is newer than the program.
    """
    from tracker.reference import load_seeds
    from tracker.store.engine import open_engine
    from tracker.store.schema import upgrade

    engine = open_engine(target)
    try:
        if upgrade(engine):
            diagnostics.detail("the schema was brought up to date")
        load_seeds(engine)
        yield engine
    finally:
        engine.dispose()
