"""Add when articles were published and seen, which puts versions and copies in order."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MEANINGS = {
    "published_time": "Moment of publication, UTC, where its source tells it.",
    "seen_at": "When its page was fetched or its file last changed, UTC.",
}


def upgrade() -> None:
    """Make the change."""
    for name, meaning in _MEANINGS.items():
        op.add_column("article", sa.Column(name, sa.DateTime(), nullable=True, comment=meaning))


def downgrade() -> None:
    """Take it back."""
    for name in _MEANINGS:
        op.drop_column("article", name)
