"""Name columns so that none needs quotes in SQL, and lead official counts back to a claim."""

from collections.abc import Mapping

from alembic import op

from tracker.store.views import create_views, drop_views

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BEFORE = {
    "official_cosponsors": "0004",
    "bill_status": "0004",
    "claim": "0007",
    "timeline": "0007",
    "whip_count": "0004",
}
"""The views that the change bears on, and those that read from them, by their revision."""
AFTER = {**dict.fromkeys(BEFORE, "0008"), "timeline": "0007"}
SPANS = (
    "mention",
    "status_change",
    "sponsorship",
    "support",
    "vote_threshold",
    "vote",
    "designation",
)
SPAN, OFFSETS = ("start", "end"), ("start_offset", "end_offset")
TERM, HELD = ("start", "end"), ("held_from", "held_to")


def upgrade() -> None:
    """Make the change."""
    drop_views(op.get_bind(), tuple(BEFORE))
    _rename_spans(SPAN, OFFSETS)
    _rename_term(TERM, HELD)
    _create(AFTER)


def downgrade() -> None:
    """Take it back."""
    drop_views(op.get_bind(), tuple(AFTER))
    _rename_term(HELD, TERM)
    _rename_spans(OFFSETS, SPAN)
    _create(BEFORE)


def _create(views: Mapping[str, str]) -> None:
    for name, since in views.items():
        create_views(op.get_bind(), (name,), since)


def _rename_spans(old: tuple[str, str], new: tuple[str, str]) -> None:
    op.drop_index(f"ix_mention_article_id_{old[0]}", table_name="mention")
    for table in SPANS:
        _rename(table, old, new)
    op.create_index(f"ix_mention_article_id_{new[0]}", "mention", ["article_id", new[0]])


def _rename_term(old: tuple[str, str], new: tuple[str, str]) -> None:
    seat = ["person_id", "chamber", "state"]
    op.drop_index(f"ix_office_term_chamber_{'_'.join(old)}", table_name="office_term")
    _rename("office_term", old, new)
    # The table is written anew where a constraint cannot be renamed.
    with op.batch_alter_table("office_term") as table:
        table.drop_constraint(op.f(f"uq_office_term_{'_'.join(seat)}_{old[0]}"), type_="unique")
        table.create_unique_constraint(
            op.f(f"uq_office_term_{'_'.join(seat)}_{new[0]}"), [*seat, new[0]]
        )
        table.create_table_comment(
            f"A seat that a person holds from `{new[0]}` to before `{new[1]}`."
        )
    op.create_index(f"ix_office_term_chamber_{'_'.join(new)}", "office_term", ["chamber", *new])


def _rename(table: str, old: tuple[str, str], new: tuple[str, str]) -> None:
    """Rename two columns; checks and indexes on them follow on both databases."""
    for before, after in zip(old, new, strict=True):
        op.execute(f'ALTER TABLE {table} RENAME COLUMN "{before}" TO "{after}"')
