"""Find bills by what happened to them and by initials; tell bodies and what conflicts follow."""

import sqlalchemy as sa
from alembic import op

from tracker.store.keys import initials_of
from tracker.store.views import create_views, drop_views

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BEFORE = (
    "live_status",
    "measure_state",
    "bill_status",
    "package_status",
    "claim",
    "timeline",
    "whip_count",
    "council_member",
    "council_majority",
    "conflict",
)
VIEWS = ("live_status", "official_cosponsors", *BEFORE[1:])
INDEX = "ix_status_change_status_date_from"
CHECK = "ck_measure_alias_kind"
KIND_BEFORE = "title, name in an article, or user where a user gave it."
KIND = (
    "title, name in an article, initials that a title may be shortened to, or user where a user"
    " gave it."
)


def upgrade() -> None:
    """Make the change."""
    drop_views(op.get_bind(), BEFORE)
    op.create_index(INDEX, "status_change", ["status", "date_from"], unique=False)
    _allow("'title', 'name', 'initials', 'user'", KIND, KIND_BEFORE)
    _add_initials()
    create_views(op.get_bind(), VIEWS, "0004")


def downgrade() -> None:
    """Take it back."""
    drop_views(op.get_bind(), VIEWS)
    op.execute("DELETE FROM measure_alias WHERE kind = 'initials'")
    _allow("'title', 'name', 'user'", KIND_BEFORE, KIND)
    op.drop_index(INDEX, table_name="status_change")
    create_views(op.get_bind(), BEFORE, "0001")


def _allow(kinds: str, meaning: str, before: str) -> None:
    check = f'"kind" IN ({kinds})'
    # The table is written anew where a constraint cannot be changed.
    with op.batch_alter_table("measure_alias") as table:
        table.drop_constraint(op.f(CHECK), type_="check")
        table.create_check_constraint(op.f(CHECK), sa.text(check))
        table.alter_column(
            "kind",
            existing_type=sa.String(),
            existing_nullable=False,
            comment=meaning,
            existing_comment=before,
        )


def _add_initials() -> None:
    alias = sa.table(
        "measure_alias",
        sa.column("measure_id", sa.Integer),
        sa.column("folded", sa.String),
        sa.column("alias", sa.String),
        sa.column("kind", sa.String),
    )
    rows = op.get_bind().execute(sa.select(alias)).all()
    taken = {(row.measure_id, row.folded) for row in rows}
    added = {
        (row.measure_id, short.lower()): short
        for row in rows
        if row.kind == "title"
        for short in initials_of(row.alias)
    }
    values = [
        {"measure_id": each, "folded": folded, "alias": short, "kind": "initials"}
        for (each, folded), short in added.items()
        if (each, folded) not in taken
    ]
    if values:
        op.bulk_insert(alias, values)
