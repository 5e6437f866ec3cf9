"""Name bodies, say claims in words, and let only like claims conflict."""

import sqlalchemy as sa
from alembic import op

from tracker.store.views import create_views, drop_views

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

VIEWS = ("claim", "timeline", "conflict")


def upgrade() -> None:
    """Make the change."""
    drop_views(op.get_bind(), VIEWS)
    op.create_table(
        "body",
        sa.Column("code", sa.String(), nullable=False, comment="Code, such as us-senate."),
        sa.Column(
            "name", sa.String(), nullable=False, comment="Name as it stands after 'in': the Senate."
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_body")),
        comment="A body that decides on measures.",
    )
    create_views(op.get_bind(), VIEWS, "0007")


def downgrade() -> None:
    """Take it back."""
    drop_views(op.get_bind(), VIEWS)
    op.drop_table("body")
    # What lists the files that were loaded would else keep the next upgrade from loading it.
    op.execute("DELETE FROM seed_file WHERE name = 'bodies.csv'")
    create_views(op.get_bind(), VIEWS, "0004")
