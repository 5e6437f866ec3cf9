"""Keep what each article calls a measure and what counted before, so that both have a time."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from tracker.store.keys import name_key

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_FACETS = (
    "reference",
    "shown title",
    "shown name",
    "form",
    "target",
    "sector",
    "title",
    "name",
    "initials",
    "user",
)
# Reference data gives its own; of the rest an article's is what its words may say.
_DESCRIBED = """
SELECT a.measure_id, a.kind AS facet, a.alias AS value, a.folded FROM measure_alias AS a
UNION ALL SELECT t.measure_id, 'target', t.country_code, NULL FROM measure_target AS t
UNION ALL SELECT s.measure_id, 'sector', s.sector, NULL FROM measure_sector AS s
UNION ALL SELECT p.measure_id, 'form', p.form, NULL FROM sanctions_package AS p
UNION ALL SELECT m.id,
                 CASE WHEN coalesce(b.source, p.source) IS NOT NULL THEN 'reference'
                      WHEN b.title = m.name THEN 'shown title' ELSE 'shown name' END,
                 m.name, NULL
          FROM measure AS m
          LEFT JOIN bill AS b ON b.measure_id = m.id
          LEFT JOIN sanctions_package AS p ON p.measure_id = m.id
"""
_MENTIONED = """
SELECT DISTINCT n.stated_measure_id AS measure_id, n.text, a.id AS article_id, a.ingested_at
FROM mention AS n
JOIN article AS a ON a.id = n.article_id
WHERE n.kind = 'measure' AND n.stated_measure_id IS NOT NULL
"""


def upgrade() -> None:
    """Make the change."""
    description = _create_descriptions()
    _create_past_merges()
    _create_past_repeats()
    rows = list(_filled())
    if rows:
        op.bulk_insert(description, rows)


def downgrade() -> None:
    """Take it back."""
    for name in ("past_repeat", "past_merge", "measure_description"):
        op.drop_table(name)


def _create_descriptions() -> sa.Table:
    facets = ", ".join(f"'{facet}'" for facet in _FACETS)
    made = op.create_table(
        "measure_description",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id",
            sa.Integer(),
            nullable=False,
            comment="The measure, under the key that the document gives.",
        ),
        sa.Column(
            "facet",
            sa.String(),
            nullable=False,
            comment="reference: the name that reference data gives; shown title, shown name: what"
            " else it may be shown as; form, target, sector; or an alias of the kind title, name,"
            " initials, user.",
        ),
        sa.Column(
            "value",
            sa.String(),
            nullable=False,
            comment="The name, the form, the code of the place or the sector.",
        ),
        sa.Column(
            "folded",
            sa.String(),
            nullable=True,
            comment="An alias as in measure_alias; else empty.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for reference data and users.",
        ),
        sa.Column(
            "since",
            sa.Date(),
            nullable=True,
            comment="Day from which it is so, where reference data knows.",
        ),
        sa.Column("noted_at", sa.DateTime(), nullable=False, comment="When that was stored, UTC."),
        sa.CheckConstraint(f'"facet" IN ({facets})', name=op.f("ck_measure_description_facet")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_measure_description_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_description_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure_description")),
        comment="What a document calls a measure or says that it is; reports of an earlier time"
        " read these.",
    )
    op.create_index("ix_measure_description_article_id", "measure_description", ["article_id"])
    op.create_index(
        "ix_measure_description_measure_id_facet", "measure_description", ["measure_id", "facet"]
    )
    return made


def _create_past_merges() -> None:
    op.create_table(
        "past_merge",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="The measure that was merged."
        ),
        sa.Column(
            "into_id", sa.Integer(), nullable=False, comment="The measure that it counted as."
        ),
        sa.Column("rule", sa.String(), nullable=False, comment="Linking rule that said so."),
        sa.Column("reason", sa.String(), nullable=False, comment="Why, in words."),
        sa.Column("merged_at", sa.DateTime(), nullable=False, comment="From when, UTC."),
        sa.Column("ended_at", sa.DateTime(), nullable=False, comment="Until when, UTC."),
        sa.CheckConstraint("measure_id <> into_id", name=op.f("ck_past_merge_not_itself")),
        sa.ForeignKeyConstraint(["into_id"], ["measure.id"], name=op.f("fk_past_merge_into_id")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_past_merge_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_merge")),
        comment="A merge that the program made and that no longer holds, for reports of its time.",
    )
    for column in ("measure_id", "into_id"):
        op.create_index(f"ix_past_merge_{column}", "past_merge", [column])


def _create_past_repeats() -> None:
    op.create_table(
        "past_repeat",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="The article."),
        sa.Column(
            "duplicate_of_id",
            sa.Integer(),
            nullable=True,
            comment="Article that it counted as repeating; empty while it counted as repeating"
            " none.",
        ),
        sa.Column("ended_at", sa.DateTime(), nullable=False, comment="Until when, UTC."),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_past_repeat_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of_id"], ["article.id"], name=op.f("fk_past_repeat_duplicate_of_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_repeat")),
        comment="What an article counted as repeating before an older original came, for reports"
        " of then.",
    )
    for column in ("article_id", "duplicate_of_id"):
        op.create_index(f"ix_past_repeat_{column}", "past_repeat", [column])


def _filled() -> Iterator[dict[str, Any]]:
    """What the store holds, told by the articles with those words, else by all on the measure."""
    connection = op.get_bind()
    measures = sa.text("SELECT id, name, key, created_at FROM measure").columns(
        id=sa.Integer(), name=sa.String(), key=sa.String(), created_at=sa.DateTime()
    )
    known = {row.id: row for row in connection.execute(measures)}
    mentioned = sa.text(_MENTIONED).columns(
        measure_id=sa.Integer(),
        text=sa.String(),
        article_id=sa.Integer(),
        ingested_at=sa.DateTime(),
    )
    mentions: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(mentioned):
        mentions[row.measure_id].append(row)
    described = connection.execute(sa.text(_DESCRIBED)).all()
    settled = {row.measure_id for row in described if row.facet == "reference"}
    for row in described:
        measure = known[row.measure_id]
        if row.facet == "shown name" and row.value == measure.key:
            continue
        values = {**row._asdict(), "since": None}
        tellers = _tellers(row, mentions[row.measure_id], row.measure_id in settled)
        if not tellers:
            yield {**values, "article_id": None, "noted_at": measure.created_at}
        for article_id, moment in tellers.items():
            yield {**values, "article_id": article_id, "noted_at": moment}


def _tellers(row: Any, mentions: list[Any], settled: bool) -> dict[int, Any]:
    """The articles that may have told it, each with its time; none for reference data and users."""
    if row.facet in ("reference", "user"):
        return {}
    folded = row.folded or name_key(row.value)
    exact = {
        each.article_id: each.ingested_at for each in mentions if name_key(each.text) == folded
    }
    if exact or settled:
        return exact
    return {each.article_id: each.ingested_at for each in mentions}
