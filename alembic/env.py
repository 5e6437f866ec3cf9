"""Runs the migrations on the connection that the store hands over, or on the configured store."""

from alembic import context
from sqlalchemy import Connection

from tracker.models import metadata
from tracker.store.engine import open_engine


def migrate(connection: Connection) -> None:
    """Run what the command asked for, in one transaction."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with open_engine().connect() as connection:
        migrate(connection)
        connection.commit()
