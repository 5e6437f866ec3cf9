"""Rename the table `fetch`, a word that PostgreSQL keeps to itself, to `last_fetch`."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    _move("fetch", "last_fetch")


def downgrade() -> None:
    """Take it back."""
    _move("last_fetch", "fetch")


def _move(old: str, new: str) -> None:
    """Copy the rows to a new table: SQLite cannot rename the constraints of the old one."""
    op.create_table(
        new,
        sa.Column("url", sa.String(), nullable=False, comment="Address asked for."),
        sa.Column("etag", sa.String(), nullable=True, comment="ETag header."),
        sa.Column("last_modified", sa.String(), nullable=True, comment="Last-Modified header."),
        sa.Column(
            "fetched_at", sa.DateTime(), nullable=False, comment="When it was last asked for, UTC."
        ),
        sa.Column("http_status", sa.Integer(), nullable=True, comment="Status code of the answer."),
        sa.Column("article_id", sa.Integer(), nullable=True, comment="Article that it gave."),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f(f"fk_{new}_article_id")),
        sa.PrimaryKeyConstraint("url", name=op.f(f"pk_{new}")),
        comment="What is known of an address from its last fetch, for conditional requests.",
    )
    columns = "url, etag, last_modified, fetched_at, http_status, article_id"
    op.execute(f'INSERT INTO "{new}" ({columns}) SELECT {columns} FROM "{old}"')  # noqa: S608
    op.drop_index(f"ix_{old}_article_id", table_name=old)
    op.drop_table(old)
    op.create_index(f"ix_{new}_article_id", new, ["article_id"], unique=False)
