"""Add the copies of articles and the numbers by which they are found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "article_copy",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="Article with the text."),
        sa.Column(
            "url", sa.String(), nullable=True, comment="Address that the copy was read from."
        ),
        sa.Column(
            "canonical_url",
            sa.String(),
            nullable=True,
            comment="That address without tracking parameters.",
        ),
        sa.Column("publisher", sa.String(), nullable=True, comment="Who published the copy."),
        sa.Column(
            "published_at",
            sa.String(),
            nullable=True,
            comment="Day of the copy's publication, ISO 8601.",
        ),
        sa.Column("seen_at", sa.DateTime(), nullable=False, comment="When it was read, UTC."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_copy_article_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_copy")),
        comment="Another place where the text of an article stood, in other typography at most.",
    )
    op.create_index("ix_article_copy_article_id", "article_copy", ["article_id"], unique=False)
    op.create_index(
        "ix_article_copy_canonical_url", "article_copy", ["canonical_url"], unique=False
    )
    op.create_table(
        "article_band",
        sa.Column("band", sa.BigInteger(), nullable=False, comment="The number."),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="Article that has it."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_band_article_id")
        ),
        sa.PrimaryKeyConstraint("band", "article_id", name=op.f("pk_article_band")),
        comment="A number that an article shares with texts that are alike, to find these by.",
    )
    op.create_index("ix_article_band_article_id", "article_band", ["article_id"], unique=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_article_band_article_id", table_name="article_band")
    op.drop_table("article_band")
    op.drop_index("ix_article_copy_canonical_url", table_name="article_copy")
    op.drop_index("ix_article_copy_article_id", table_name="article_copy")
    op.drop_table("article_copy")
