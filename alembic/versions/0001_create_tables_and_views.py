"""Create the tables and the views."""

import sqlalchemy as sa
from alembic import op

from tracker.store.views import create_views, drop_views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

VIEWS = (
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


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "action_code",
        sa.Column("code", sa.String(), nullable=False, comment="The code."),
        sa.Column(
            "meaning",
            sa.String(),
            nullable=True,
            comment="What it stands for, where an official text is known.",
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_action_code")),
        comment="A code of Congress.gov for a legislative action.",
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "sha256",
            sa.String(),
            nullable=False,
            comment="Hash of the text: the same text is stored once.",
        ),
        sa.Column(
            "external_id",
            sa.String(),
            nullable=True,
            comment="Name that the caller gave it, such as an id in JSONL.",
        ),
        sa.Column(
            "kind",
            sa.String(),
            nullable=False,
            comment="article, press release or official record.",
        ),
        sa.Column("title", sa.String(), nullable=True, comment="Headline."),
        sa.Column("url", sa.String(), nullable=True, comment="Address that it was read from."),
        sa.Column(
            "canonical_url",
            sa.String(),
            nullable=True,
            comment="Address without tracking parameters, as the page itself gives it.",
        ),
        sa.Column("publisher", sa.String(), nullable=True, comment="Who published it."),
        sa.Column(
            "published_at",
            sa.String(),
            nullable=True,
            comment="Day of publication, ISO 8601, only as exact as it is known.",
        ),
        sa.Column(
            "published_source",
            sa.String(),
            nullable=True,
            comment="What the day of publication was taken from.",
        ),
        sa.Column("language", sa.String(), nullable=True, comment="ISO 639 code of the language."),
        sa.Column(
            "text",
            sa.String(),
            nullable=False,
            comment="The whole text, headline first; every offset counts its characters.",
        ),
        sa.Column(
            "near_hash",
            sa.String(),
            nullable=True,
            comment="Signature that similar texts share, for near-duplicates.",
        ),
        sa.Column(
            "duplicate_of_id",
            sa.Integer(),
            nullable=True,
            comment="Article that this one repeats: it counts as no further source.",
        ),
        sa.Column(
            "version_of_id",
            sa.Integer(),
            nullable=True,
            comment="Older version of the same page that this text replaces.",
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version took its place, UTC.",
        ),
        sa.Column("ingested_at", sa.DateTime(), nullable=False, comment="When it was stored, UTC."),
        sa.CheckConstraint(
            "\"kind\" IN ('article', 'press release', 'official record')",
            name=op.f("ck_article_kind"),
        ),
        sa.CheckConstraint(
            "\"published_source\" IN ('given', 'page', 'feed', 'front matter', 'url', 'text')",
            name=op.f("ck_article_published_source"),
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of_id"], ["article.id"], name=op.f("fk_article_duplicate_of_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_of_id"], ["article.id"], name=op.f("fk_article_version_of_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("sha256", name=op.f("uq_article_sha256")),
        comment="A document read: an article, a press release or an official record.",
    )
    op.create_index("ix_article_canonical_url", "article", ["canonical_url"], unique=False)
    op.create_index("ix_article_duplicate_of_id", "article", ["duplicate_of_id"], unique=False)
    op.create_index("ix_article_near_hash", "article", ["near_hash"], unique=False)
    op.create_index("ix_article_published_at", "article", ["published_at"], unique=False)
    op.create_index("ix_article_publisher", "article", ["publisher"], unique=False)
    op.create_index("ix_article_version_of_id", "article", ["version_of_id"], unique=False)

    op.create_table(
        "committee",
        sa.Column(
            "system_code",
            sa.String(),
            nullable=False,
            comment="Code used in BILLSTATUS, such as ssbk00.",
        ),
        sa.Column("thomas_id", sa.String(), nullable=True, comment="Older code, such as SSBK."),
        sa.Column(
            "chamber",
            sa.String(),
            nullable=True,
            comment="us-senate, us-house or us-congress (joint).",
        ),
        sa.Column(
            "parent",
            sa.String(),
            nullable=True,
            comment="Older code of the committee that it is part of.",
        ),
        sa.Column("name", sa.String(), nullable=False, comment="Name."),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.PrimaryKeyConstraint("system_code", name=op.f("pk_committee")),
        comment="A committee or subcommittee of the US Congress.",
    )
    op.create_table(
        "country",
        sa.Column("code", sa.String(), nullable=False, comment="ISO 3166 code, or EU, UN, G7."),
        sa.Column("name", sa.String(), nullable=False, comment="English name."),
        sa.Column(
            "kind",
            sa.String(),
            nullable=False,
            comment="country (or territory), union of states, or unlisted if only articles name it.",
        ),
        sa.Column(
            "eu_from", sa.Date(), nullable=True, comment="First day as a member state of the EU."
        ),
        sa.Column("eu_to", sa.Date(), nullable=True, comment="First day after EU membership."),
        sa.Column(
            "population", sa.Integer(), nullable=True, comment="Inhabitants, as used for EU votes."
        ),
        sa.Column(
            "population_year",
            sa.Integer(),
            nullable=True,
            comment="Year that the population is of.",
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.CheckConstraint(
            "\"kind\" IN ('country', 'union', 'unlisted')",
            name=op.f("ck_country_kind"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_country")),
        comment="A country, territory or union of states that makes measures or is their target.",
    )
    op.create_table(
        "feed",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("url", sa.String(), nullable=False, comment="Address of the feed."),
        sa.Column("title", sa.String(), nullable=True, comment="Title that it gives itself."),
        sa.Column(
            "summary_only",
            sa.Boolean(),
            nullable=False,
            comment="Whether entries are stored without fetching their page.",
        ),
        sa.Column("added_at", sa.DateTime(), nullable=False, comment="When it was added, UTC."),
        sa.Column(
            "pulled_at", sa.DateTime(), nullable=True, comment="When it was last fetched, UTC."
        ),
        sa.Column(
            "next_pull_at", sa.DateTime(), nullable=True, comment="Not fetched before this, UTC."
        ),
        sa.Column(
            "failures",
            sa.Integer(),
            nullable=False,
            comment="Failed fetches since the last good one.",
        ),
        sa.Column("last_error", sa.String(), nullable=True, comment="What went wrong last."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("url", name=op.f("uq_feed_url")),
        comment="A feed that is watched.",
    )
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("kind", sa.String(), nullable=False, comment="bill or package."),
        sa.Column(
            "key",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="What names it for good: us/119/s1241, eu/ru/17; with a ~ while its number is not known.",
        ),
        sa.Column("name", sa.String(), nullable=False, comment="Name to show."),
        sa.Column(
            "jurisdiction",
            sa.String(),
            nullable=False,
            comment="Who makes it: a place code; joined by + where several do.",
        ),
        sa.Column(
            "provisional",
            sa.Boolean(),
            nullable=False,
            comment="Whether only articles know of it, under no number.",
        ),
        sa.Column(
            "merged_into_id",
            sa.Integer(),
            nullable=True,
            comment="Measure that it turned out to be. Its claims count there.",
        ),
        sa.Column(
            "created_at", sa.DateTime(), nullable=False, comment="When it was first heard of, UTC."
        ),
        sa.CheckConstraint("\"kind\" IN ('bill', 'package')", name=op.f("ck_measure_kind")),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_measure_not_itself")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["measure.id"], name=op.f("fk_measure_merged_into_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("key", name=op.f("uq_measure_key")),
        comment="A bill or a sanctions package.",
    )
    op.create_index("ix_measure_merged_into_id", "measure", ["merged_into_id"], unique=False)

    op.create_table(
        "official_status",
        sa.Column("code", sa.String(), nullable=False, comment="Code, such as PASS_OVER:SENATE."),
        sa.Column("label", sa.String(), nullable=False, comment="Short name."),
        sa.Column("meaning", sa.String(), nullable=True, comment="What it says."),
        sa.Column(
            "final", sa.Boolean(), nullable=False, comment="Whether the bill's way ends there."
        ),
        sa.Column("next_actor", sa.String(), nullable=True, comment="Who acts next."),
        sa.Column(
            "govtrack_id", sa.Integer(), nullable=True, comment="Number that GovTrack gives it."
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_official_status")),
        comment="A bill status as unitedstates/congress and GovTrack name it.",
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "bioguide",
            sa.String(),
            nullable=True,
            comment="Id in the Biographical Directory of the US Congress.",
        ),
        sa.Column("wikidata", sa.String(), nullable=True, comment="Id in Wikidata."),
        sa.Column(
            "name", sa.String(), nullable=False, comment="Full name as official sources give it."
        ),
        sa.Column("first_name", sa.String(), nullable=True, comment="First name."),
        sa.Column("middle_name", sa.String(), nullable=True, comment="Middle names or initials."),
        sa.Column("last_name", sa.String(), nullable=True, comment="Last name."),
        sa.Column("suffix", sa.String(), nullable=True, comment="Jr., III and the like."),
        sa.Column("nickname", sa.String(), nullable=True, comment="Short first name."),
        sa.Column("born", sa.Date(), nullable=True, comment="Day of birth."),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("bioguide", name=op.f("uq_person_bioguide")),
        comment="A person who sponsors, votes or speaks.",
    )
    op.create_table(
        "saved_query",
        sa.Column("name", sa.String(), nullable=False, comment="Its name."),
        sa.Column("sql", sa.String(), nullable=False, comment="The SQL."),
        sa.Column("description", sa.String(), nullable=True, comment="What it answers."),
        sa.Column("saved_at", sa.DateTime(), nullable=False, comment="When it was saved, UTC."),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved_query")),
        comment="A query that was saved under a name.",
    )
    op.create_table(
        "seed_file",
        sa.Column("name", sa.String(), nullable=False, comment="Name of the file in seeds/."),
        sa.Column(
            "sha256",
            sa.String(),
            nullable=False,
            comment="Hash of its bytes: a file with the same hash is not loaded again.",
        ),
        sa.Column("loaded_at", sa.DateTime(), nullable=False, comment="When it was loaded, UTC."),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_seed_file")),
        comment="A file of reference data that was loaded.",
    )
    op.create_table(
        "status_stage",
        sa.Column("kind", sa.String(), nullable=False, comment="bill or package."),
        sa.Column("status", sa.String(), nullable=False, comment="The status."),
        sa.Column(
            "stage",
            sa.Integer(),
            nullable=False,
            comment="Place on the way: a status told without a date never sets a measure back.",
        ),
        sa.Column(
            "advances",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is a step forward, rather than a hold or a change.",
        ),
        sa.Column("meaning", sa.String(), nullable=False, comment="What it says."),
        sa.CheckConstraint("\"kind\" IN ('bill', 'package')", name=op.f("ck_status_stage_kind")),
        sa.PrimaryKeyConstraint("kind", "status", name=op.f("pk_status_stage")),
        comment="A status that a bill or package can have, and how far along its way it is.",
    )
    op.create_table(
        "threshold_rule",
        sa.Column(
            "key", sa.String(), nullable=False, comment="Key of the row, such as us.senate.cloture."
        ),
        sa.Column(
            "rule",
            sa.String(),
            nullable=True,
            comment="Key that records use, such as us-senate-cloture; two rows share us-veto-override.",
        ),
        sa.Column(
            "body", sa.String(), nullable=True, comment="Body that votes, such as us-senate."
        ),
        sa.Column("body_name", sa.String(), nullable=False, comment="Name of the body."),
        sa.Column("procedure", sa.String(), nullable=False, comment="What is voted on."),
        sa.Column("description", sa.String(), nullable=True, comment="The rule in words."),
        sa.Column("numerator", sa.Integer(), nullable=False, comment="Numerator of the fraction."),
        sa.Column(
            "denominator", sa.Integer(), nullable=False, comment="Denominator of the fraction."
        ),
        sa.Column(
            "comparison",
            sa.String(),
            nullable=False,
            comment="gt more than, ge at least, eq exactly the fraction.",
        ),
        sa.Column(
            "base",
            sa.String(),
            nullable=False,
            comment="What the fraction is of: members voting, present, sworn, a fixed number, states.",
        ),
        sa.Column(
            "votes_at_full",
            sa.Integer(),
            nullable=True,
            comment="Votes needed if every seat is filled and votes.",
        ),
        sa.Column("members_at_full", sa.Integer(), nullable=True, comment="Seats of the body."),
        sa.Column(
            "population_percent",
            sa.Integer(),
            nullable=True,
            comment="Least share of the population of the states in favour, in percent.",
        ),
        sa.Column(
            "routine",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is reckoned for every bill of the body.",
        ),
        sa.Column("also_requires", sa.String(), nullable=True, comment="What else is needed."),
        sa.Column(
            "legal_basis", sa.String(), nullable=True, comment="Where the rule is laid down."
        ),
        sa.Column(
            "aliases",
            sa.String(),
            nullable=True,
            comment="What the press calls it, separated by ';'.",
        ),
        sa.Column("confidence", sa.String(), nullable=True, comment="How far the row was checked."),
        sa.Column("notes", sa.String(), nullable=True, comment="Remarks."),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.CheckConstraint(
            "denominator > 0 OR base = 'none'", name=op.f("ck_threshold_rule_denominator")
        ),
        sa.CheckConstraint(
            "\"base\" IN ('voting', 'present', 'sworn', 'fixed', 'states', 'members', 'none')",
            name=op.f("ck_threshold_rule_base"),
        ),
        sa.CheckConstraint(
            "\"comparison\" IN ('gt', 'ge', 'eq', 'none')",
            name=op.f("ck_threshold_rule_comparison"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_threshold_rule")),
        comment="A voting rule of a body: the fraction that is needed, and of whom.",
    )
    op.create_index("ix_threshold_rule_rule", "threshold_rule", ["rule"], unique=False)

    op.create_table(
        "bill",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column(
            "number", sa.String(), nullable=True, comment="Number in normal form, such as s1241."
        ),
        sa.Column("congress", sa.Integer(), nullable=True, comment="Number of the US Congress."),
        sa.Column("title", sa.String(), nullable=True, comment="Short title."),
        sa.Column("official_title", sa.String(), nullable=True, comment="Long title."),
        sa.Column(
            "policy_area",
            sa.String(),
            nullable=True,
            comment="Subject as the official record files it.",
        ),
        sa.Column(
            "introduced_on", sa.Date(), nullable=True, comment="Day of introduction, official."
        ),
        sa.Column(
            "law",
            sa.String(),
            nullable=True,
            comment="Number of the law that it became, such as 117-103.",
        ),
        sa.Column(
            "source", sa.String(), nullable=True, comment="Where the official facts come from."
        ),
        sa.Column("confidence", sa.String(), nullable=True, comment="How far they were checked."),
        sa.Column(
            "updated_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the source last changed them.",
        ),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_bill_measure_id")),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_bill")),
        comment="What only bills have; one row a measure of kind bill.",
    )
    op.create_index("ix_bill_congress_number", "bill", ["congress", "number"], unique=False)

    op.create_table(
        "bill_committee",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The bill."),
        sa.Column("committee_code", sa.String(), nullable=False, comment="The committee."),
        sa.Column(
            "referred_on",
            sa.Date(),
            nullable=True,
            comment="Day of the first referral, where known.",
        ),
        sa.ForeignKeyConstraint(
            ["committee_code"],
            ["committee.system_code"],
            name=op.f("fk_bill_committee_committee_code"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_bill_committee_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "committee_code", name=op.f("pk_bill_committee")),
        comment="A committee that a bill was sent to.",
    )
    op.create_index(
        "ix_bill_committee_committee_code", "bill_committee", ["committee_code"], unique=False
    )

    op.create_table(
        "bill_title",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The bill."),
        sa.Column("stage", sa.String(), nullable=False, comment="Stage of the text that bears it."),
        sa.Column("title", sa.String(), nullable=False, comment="The title."),
        sa.Column(
            "official", sa.Boolean(), nullable=False, comment="Whether it is the long title."
        ),
        sa.Column(
            "since", sa.Date(), nullable=True, comment="Day from which it bears it, where known."
        ),
        sa.CheckConstraint(
            "\"stage\" IN ('introduced', 'reported', 'passed house', 'passed senate', 'enacted', 'display')",
            name=op.f("ck_bill_title_stage"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_bill_title_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bill_title")),
        sa.UniqueConstraint(
            "measure_id", "stage", "title", name=op.f("uq_bill_title_measure_id_stage_title")
        ),
        comment="A title that a bill had at a stage of its way.",
    )
    op.create_table(
        "extraction_run",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="Article read."),
        sa.Column(
            "extractor",
            sa.String(),
            nullable=False,
            comment="Name of the extractor, such as rules.",
        ),
        sa.Column(
            "rules_version",
            sa.String(),
            nullable=False,
            comment="Version of the program whose rules were used.",
        ),
        sa.Column(
            "lexicon_sha256",
            sa.String(),
            nullable=True,
            comment="Hash of the word lists that were used.",
        ),
        sa.Column(
            "started_at", sa.DateTime(), nullable=False, comment="When the reading was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a later reading of the article took its place, UTC.",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_extraction_run_article_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extraction_run")),
        comment="One reading of one article by one version of the rules.",
    )
    op.create_index("ix_extraction_run_article_id", "extraction_run", ["article_id"], unique=False)

    op.create_table(
        "fetch",
        sa.Column("url", sa.String(), nullable=False, comment="Address asked for."),
        sa.Column("etag", sa.String(), nullable=True, comment="ETag header."),
        sa.Column("last_modified", sa.String(), nullable=True, comment="Last-Modified header."),
        sa.Column(
            "fetched_at", sa.DateTime(), nullable=False, comment="When it was last asked for, UTC."
        ),
        sa.Column("http_status", sa.Integer(), nullable=True, comment="Status code of the answer."),
        sa.Column("article_id", sa.Integer(), nullable=True, comment="Article that it gave."),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_fetch_article_id")),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_fetch")),
        comment="What is known of an address from its last fetch, for conditional requests.",
    )
    op.create_index("ix_fetch_article_id", "fetch", ["article_id"], unique=False)

    op.create_table(
        "issuer",
        sa.Column(
            "key",
            sa.String(),
            nullable=False,
            comment="Key used by OpenSanctions, such as us_ofac.",
        ),
        sa.Column("name", sa.String(), nullable=False, comment="English name."),
        sa.Column("acronym", sa.String(), nullable=True, comment="Short form, such as OFAC."),
        sa.Column("organisation", sa.String(), nullable=True, comment="What it belongs to."),
        sa.Column("country_code", sa.String(), nullable=True, comment="Place that it acts for."),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.ForeignKeyConstraint(
            ["country_code"], ["country.code"], name=op.f("fk_issuer_country_code")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_issuer")),
        comment="An authority that issues sanctions lists.",
    )
    op.create_table(
        "legal_act",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column(
            "act", sa.String(), nullable=False, comment="Short citation, such as Reg 2025/932."
        ),
        sa.Column(
            "type",
            sa.String(),
            nullable=True,
            comment="regulation, implementing regulation, decision or implementing decision.",
        ),
        sa.Column("celex", sa.String(), nullable=True, comment="CELEX number, such as 32025R0932."),
        sa.Column("eli", sa.String(), nullable=True, comment="European Legislation Identifier."),
        sa.Column(
            "target",
            sa.String(),
            nullable=True,
            comment="Target, where it is not the measure's own.",
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_legal_act_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_act")),
        sa.UniqueConstraint("measure_id", "act", name=op.f("uq_legal_act_measure_id_act")),
        comment="A legal act by which a measure was put in force.",
    )
    op.create_index("ix_legal_act_celex", "legal_act", ["celex"], unique=False)

    op.create_table(
        "measure_alias",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column(
            "folded",
            sa.String(),
            nullable=False,
            comment="The name without case, accents and punctuation.",
        ),
        sa.Column("alias", sa.String(), nullable=False, comment="The name as written."),
        sa.Column(
            "kind",
            sa.String(),
            nullable=False,
            comment="title, name in an article, or user where a user gave it.",
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('title', 'name', 'user')",
            name=op.f("ck_measure_alias_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_alias_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "folded", name=op.f("pk_measure_alias")),
        comment="Another name of a measure.",
    )
    op.create_index("ix_measure_alias_folded", "measure_alias", ["folded"], unique=False)

    op.create_table(
        "measure_distinct",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="One."),
        sa.Column("other_id", sa.Integer(), nullable=False, comment="The other."),
        sa.Column("reason", sa.String(), nullable=True, comment="Why."),
        sa.Column("decided_at", sa.DateTime(), nullable=False, comment="When, UTC."),
        sa.CheckConstraint("measure_id < other_id", name=op.f("ck_measure_distinct_order")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_distinct_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["measure.id"], name=op.f("fk_measure_distinct_other_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "other_id", name=op.f("pk_measure_distinct")),
        comment="Two measures that a user said are not the same.",
    )
    op.create_index("ix_measure_distinct_other_id", "measure_distinct", ["other_id"], unique=False)

    op.create_table(
        "measure_issuer",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column("country_code", sa.String(), nullable=False, comment="The place."),
        sa.ForeignKeyConstraint(
            ["country_code"], ["country.code"], name=op.f("fk_measure_issuer_country_code")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_issuer_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "country_code", name=op.f("pk_measure_issuer")),
        comment="A place that makes a measure; several where it is made jointly.",
    )
    op.create_index(
        "ix_measure_issuer_country_code", "measure_issuer", ["country_code"], unique=False
    )

    op.create_table(
        "measure_merge",
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="The measure that was merged."
        ),
        sa.Column(
            "into_id", sa.Integer(), nullable=False, comment="The measure that it counts as."
        ),
        sa.Column(
            "merged_by",
            sa.String(),
            nullable=False,
            comment="linker for the program itself, user for a person.",
        ),
        sa.Column(
            "rule", sa.String(), nullable=False, comment="Linking rule that says so, or user."
        ),
        sa.Column("reason", sa.String(), nullable=False, comment="Why, in words."),
        sa.Column("merged_at", sa.DateTime(), nullable=False, comment="When, UTC."),
        sa.CheckConstraint(
            "\"merged_by\" IN ('linker', 'user')", name=op.f("ck_measure_merge_merged_by")
        ),
        sa.CheckConstraint("measure_id <> into_id", name=op.f("ck_measure_merge_not_itself")),
        sa.ForeignKeyConstraint(["into_id"], ["measure.id"], name=op.f("fk_measure_merge_into_id")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_merge_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_measure_merge")),
        comment="One measure that counts as another, and why. Undoing a merge removes its row.",
    )
    op.create_index("ix_measure_merge_into_id", "measure_merge", ["into_id"], unique=False)

    op.create_table(
        "measure_relation",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column(
            "relation",
            sa.String(),
            nullable=False,
            comment="What it is to the other: it supersedes it, is its companion...",
        ),
        sa.Column("related_id", sa.Integer(), nullable=False, comment="The other measure."),
        sa.Column(
            "since", sa.Date(), nullable=True, comment="Day from which it holds, where known."
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.CheckConstraint(
            "\"relation\" IN ('companion', 'supersedes', 'vehicle', 'amends', 'identical', 'related', 'procedural')",
            name=op.f("ck_measure_relation_relation"),
        ),
        sa.CheckConstraint("measure_id <> related_id", name=op.f("ck_measure_relation_not_itself")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_relation_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["related_id"], ["measure.id"], name=op.f("fk_measure_relation_related_id")
        ),
        sa.PrimaryKeyConstraint(
            "measure_id", "relation", "related_id", name=op.f("pk_measure_relation")
        ),
        comment="How one measure hangs together with another.",
    )
    op.create_index(
        "ix_measure_relation_related_id", "measure_relation", ["related_id"], unique=False
    )

    op.create_table(
        "measure_sector",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The package."),
        sa.Column("sector", sa.String(), nullable=False, comment="The sector."),
        sa.CheckConstraint(
            "\"sector\" IN ('energy', 'finance', 'transport', 'defence', 'technology', 'metals', 'agriculture', 'media', 'crypto', 'travel', 'trade')",
            name=op.f("ck_measure_sector_sector"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_sector_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "sector", name=op.f("pk_measure_sector")),
        comment="A part of the economy that a package is said to hit.",
    )
    op.create_table(
        "measure_target",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column("country_code", sa.String(), nullable=False, comment="The place."),
        sa.ForeignKeyConstraint(
            ["country_code"], ["country.code"], name=op.f("fk_measure_target_country_code")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_target_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", "country_code", name=op.f("pk_measure_target")),
        comment="A place that a measure is aimed against.",
    )
    op.create_index(
        "ix_measure_target_country_code", "measure_target", ["country_code"], unique=False
    )

    op.create_table(
        "office_term",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("person_id", sa.Integer(), nullable=False, comment="Who."),
        sa.Column("chamber", sa.String(), nullable=False, comment="us-senate or us-house."),
        sa.Column("state", sa.String(), nullable=False, comment="State or territory represented."),
        sa.Column("party", sa.String(), nullable=True, comment="Party."),
        sa.Column("start", sa.Date(), nullable=False, comment="First day."),
        sa.Column("end", sa.Date(), nullable=False, comment="First day after."),
        sa.Column(
            "votes",
            sa.Boolean(),
            nullable=False,
            comment="Whether the seat votes on passage: delegates of territories do not.",
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.CheckConstraint('start < "end"', name=op.f("ck_office_term_order")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_office_term_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_term")),
        sa.UniqueConstraint(
            "person_id",
            "chamber",
            "state",
            "start",
            name=op.f("uq_office_term_person_id_chamber_state_start"),
        ),
        comment="A seat that a person holds from `start` to before `end`.",
    )
    op.create_index(
        "ix_office_term_chamber_start_end", "office_term", ["chamber", "start", "end"], unique=False
    )
    op.create_index("ix_office_term_person_id", "office_term", ["person_id"], unique=False)

    op.create_table(
        "official_record",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="Measure that it is about."),
        sa.Column(
            "origin",
            sa.String(),
            nullable=False,
            comment="seeds for what ships with the program, import for what the user added.",
        ),
        sa.Column(
            "source", sa.String(), nullable=False, comment="Who says so, such as Congress.gov."
        ),
        sa.Column("url", sa.String(), nullable=True, comment="Public address of the record."),
        sa.Column(
            "updated_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the source last changed it.",
        ),
        sa.Column(
            "confidence",
            sa.String(),
            nullable=True,
            comment="How far it was checked; empty for the source itself.",
        ),
        sa.Column(
            "text",
            sa.String(),
            nullable=False,
            comment="One line for each fact that was new; every offset counts its characters.",
        ),
        sa.Column("sha256", sa.String(), nullable=False, comment="Hash of the text."),
        sa.Column("recorded_at", sa.DateTime(), nullable=False, comment="When it was stored, UTC."),
        sa.CheckConstraint(
            "\"origin\" IN ('seeds', 'import')", name=op.f("ck_official_record_origin")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_official_record_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_record")),
        comment="What an official source newly said of a measure, as lines of text that claims quote.",
    )
    op.create_index(
        "ix_official_record_measure_id", "official_record", ["measure_id"], unique=False
    )

    op.create_table(
        "person_name",
        sa.Column("folded", sa.String(), nullable=False, comment="The name, folded."),
        sa.Column("person_id", sa.Integer(), nullable=False, comment="Who."),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_name_person_id")
        ),
        sa.PrimaryKeyConstraint("folded", "person_id", name=op.f("pk_person_name")),
        comment="A name by which a person is looked up, without accents, case and punctuation.",
    )
    op.create_index("ix_person_name_person_id", "person_name", ["person_id"], unique=False)

    op.create_table(
        "sanctions_package",
        sa.Column("measure_id", sa.Integer(), nullable=False, comment="The measure."),
        sa.Column(
            "form", sa.String(), nullable=False, comment="numbered, named, action or regime."
        ),
        sa.Column(
            "ordinal",
            sa.Integer(),
            nullable=True,
            comment="The issuer's count against that target.",
        ),
        sa.Column(
            "proposed_on",
            sa.Date(),
            nullable=True,
            comment="Day of the formal proposal, from reference data.",
        ),
        sa.Column(
            "agreed_on",
            sa.Date(),
            nullable=True,
            comment="Day of the political agreement, from reference data.",
        ),
        sa.Column(
            "adopted_on", sa.Date(), nullable=True, comment="Day of adoption, from reference data."
        ),
        sa.Column(
            "individuals",
            sa.Integer(),
            nullable=True,
            comment="Individuals listed, from reference data.",
        ),
        sa.Column(
            "entities", sa.Integer(), nullable=True, comment="Entities listed, from reference data."
        ),
        sa.Column(
            "vessels", sa.Integer(), nullable=True, comment="Vessels listed, from reference data."
        ),
        sa.Column(
            "source", sa.String(), nullable=True, comment="Where the reference data comes from."
        ),
        sa.Column("confidence", sa.String(), nullable=True, comment="How far it was checked."),
        sa.Column("notes", sa.String(), nullable=True, comment="Remarks."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.CheckConstraint(
            "\"form\" IN ('numbered', 'named', 'action', 'regime')",
            name=op.f("ck_sanctions_package_form"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_sanctions_package_measure_id")
        ),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_sanctions_package")),
        comment="What only sanctions packages have; one row a measure of kind package.",
    )
    op.create_index("ix_sanctions_package_ordinal", "sanctions_package", ["ordinal"], unique=False)

    op.create_table(
        "unnumbered_round",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("jurisdiction", sa.String(), nullable=False, comment="Who adopted it."),
        sa.Column("target", sa.String(), nullable=False, comment="Against whom."),
        sa.Column("adopted_on", sa.Date(), nullable=False, comment="Day of adoption."),
        sa.Column("legal_acts", sa.String(), nullable=True, comment="Legal acts."),
        sa.Column("individuals", sa.Integer(), nullable=True, comment="Individuals listed."),
        sa.Column("entities", sa.Integer(), nullable=True, comment="Entities listed."),
        sa.Column("vessels", sa.Integer(), nullable=True, comment="Vessels listed."),
        sa.Column("notes", sa.String(), nullable=True, comment="Remarks."),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.ForeignKeyConstraint(
            ["jurisdiction"], ["country.code"], name=op.f("fk_unnumbered_round_jurisdiction")
        ),
        sa.ForeignKeyConstraint(
            ["target"], ["country.code"], name=op.f("fk_unnumbered_round_target")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unnumbered_round")),
        sa.UniqueConstraint(
            "jurisdiction",
            "target",
            "adopted_on",
            name=op.f("uq_unnumbered_round_jurisdiction_target_adopted_on"),
        ),
        comment="An EU listing between the numbered packages, which the press at times gives a number.",
    )
    op.create_table(
        "designation",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "type",
            sa.String(),
            nullable=False,
            comment="individual, entity, vessel, bank, aircraft or target.",
        ),
        sa.Column("count", sa.Integer(), nullable=False, comment="How many."),
        sa.Column(
            "comparator",
            sa.String(),
            nullable=False,
            comment="How exact the count is: =, >=, >, <, <= or ~.",
        ),
        sa.CheckConstraint(
            "\"comparator\" IN ('=', '>=', '>', '<', '<=', '~')",
            name=op.f("ck_designation_comparator"),
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_designation_tier")
        ),
        sa.CheckConstraint(
            "\"type\" IN ('individual', 'entity', 'vessel', 'bank', 'aircraft', 'target')",
            name=op.f("ck_designation_type"),
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_designation_verdict")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)", name=op.f("ck_designation_one_document")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_designation_run_of_article")
        ),
        sa.CheckConstraint("count >= 0", name=op.f("ck_designation_count")),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_designation_span")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_designation_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_designation_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_designation_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["extraction_run.id"], name=op.f("fk_designation_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_designation_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation")),
        comment="A count of people, entities, vessels... that a package lists.",
    )
    op.create_index("ix_designation_article_id", "designation", ["article_id"], unique=False)
    op.create_index(
        "ix_designation_measure_id_type", "designation", ["measure_id", "type"], unique=False
    )
    op.create_index("ix_designation_record_id", "designation", ["record_id"], unique=False)
    op.create_index("ix_designation_run_id", "designation", ["run_id"], unique=False)
    op.create_index(
        "ix_designation_stated_measure_id", "designation", ["stated_measure_id"], unique=False
    )

    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column("article_id", sa.Integer(), nullable=False, comment="The article."),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="Reading that found it."),
        sa.Column("kind", sa.String(), nullable=False, comment="What it names: measure or person."),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of its first character in the article's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column("text", sa.String(), nullable=False, comment="The words."),
        sa.Column(
            "part",
            sa.Integer(),
            nullable=True,
            comment="Which of the article's measures it names, counted from 1.",
        ),
        sa.Column("measure_id", sa.Integer(), nullable=True, comment="Measure that it names."),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=True,
            comment="Measure under the key that the article itself gives, before any merge.",
        ),
        sa.Column(
            "person_id",
            sa.Integer(),
            nullable=True,
            comment="Person that it names, empty if nobody or several fit.",
        ),
        sa.Column(
            "resolution",
            sa.String(),
            nullable=False,
            comment="linked, provisional (a measure known from articles only) or unresolved.",
        ),
        sa.Column(
            "evidence", sa.String(), nullable=True, comment="What the link rests on, as JSON."
        ),
        sa.CheckConstraint("\"kind\" IN ('measure', 'person')", name=op.f("ck_mention_kind")),
        sa.CheckConstraint(
            "\"resolution\" IN ('linked', 'provisional', 'unresolved')",
            name=op.f("ck_mention_resolution"),
        ),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_mention_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_mention_article_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_mention_measure_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mention_person_id")),
        sa.ForeignKeyConstraint(["run_id"], ["extraction_run.id"], name=op.f("fk_mention_run_id")),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_mention_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        comment="A span of an article that names a measure or a person, resolved or not.",
    )
    op.create_index("ix_mention_article_id_start", "mention", ["article_id", "start"], unique=False)
    op.create_index("ix_mention_measure_id", "mention", ["measure_id"], unique=False)
    op.create_index("ix_mention_person_id", "mention", ["person_id"], unique=False)
    op.create_index("ix_mention_run_id", "mention", ["run_id"], unique=False)
    op.create_index("ix_mention_stated_measure_id", "mention", ["stated_measure_id"], unique=False)

    op.create_table(
        "sanctions_program",
        sa.Column(
            "key", sa.String(), nullable=False, comment="Key used by OpenSanctions, such as EU-RUS."
        ),
        sa.Column("issuer_key", sa.String(), nullable=True, comment="Its issuer."),
        sa.Column("title", sa.String(), nullable=False, comment="English title."),
        sa.Column("url", sa.String(), nullable=True, comment="Official page."),
        sa.Column(
            "status",
            sa.String(),
            nullable=True,
            comment="active or inactive, as the source has it.",
        ),
        sa.Column(
            "targets",
            sa.String(),
            nullable=True,
            comment="Codes of the target places, separated by '; '.",
        ),
        sa.Column(
            "measures",
            sa.String(),
            nullable=True,
            comment="Kinds of restriction, separated by '; '.",
        ),
        sa.Column(
            "aliases", sa.String(), nullable=True, comment="Other titles, separated by ' | '."
        ),
        sa.Column("source", sa.String(), nullable=True, comment="Where the row comes from."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day on which the source said so."),
        sa.ForeignKeyConstraint(
            ["issuer_key"], ["issuer.key"], name=op.f("fk_sanctions_program_issuer_key")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sanctions_program")),
        comment="A sanctions programme: the legal frame under which an issuer lists people and entities.",
    )
    op.create_index(
        "ix_sanctions_program_issuer_key", "sanctions_program", ["issuer_key"], unique=False
    )

    op.create_table(
        "sponsorship",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "date",
            sa.String(),
            nullable=True,
            comment="When it was or will be so, ISO 8601, only as exact as the document allows.",
        ),
        sa.Column("date_from", sa.Date(), nullable=True, comment="First day that `date` may mean."),
        sa.Column(
            "date_to",
            sa.Date(),
            nullable=True,
            comment="Day after the last one that `date` may mean.",
        ),
        sa.Column(
            "effective_on",
            sa.Date(),
            nullable=True,
            comment="Day by which it was so: the last that `date` allows, not after the publication; the publication where no date is told.",
        ),
        sa.Column("name", sa.String(), nullable=False, comment="Name as the document gives it."),
        sa.Column(
            "person_id",
            sa.Integer(),
            nullable=True,
            comment="The person, empty if nobody or several fit.",
        ),
        sa.Column("role", sa.String(), nullable=False, comment="sponsor or cosponsor."),
        sa.Column(
            "original",
            sa.Boolean(),
            nullable=True,
            comment="Whether a cosponsor was one from the start.",
        ),
        sa.Column(
            "withdrawn_on",
            sa.Date(),
            nullable=True,
            comment="Day on which it was withdrawn, official.",
        ),
        sa.CheckConstraint(
            "\"role\" IN ('sponsor', 'cosponsor')", name=op.f("ck_sponsorship_role")
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_sponsorship_tier")
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_sponsorship_verdict")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)", name=op.f("ck_sponsorship_one_document")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_sponsorship_run_of_article")
        ),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_sponsorship_span")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_sponsorship_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_sponsorship_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sponsorship_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_sponsorship_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["extraction_run.id"], name=op.f("fk_sponsorship_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_sponsorship_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sponsorship")),
        comment="A person who introduced a bill or joined it.",
    )
    op.create_index("ix_sponsorship_article_id", "sponsorship", ["article_id"], unique=False)
    op.create_index(
        "ix_sponsorship_measure_id_role", "sponsorship", ["measure_id", "role"], unique=False
    )
    op.create_index("ix_sponsorship_person_id", "sponsorship", ["person_id"], unique=False)
    op.create_index("ix_sponsorship_record_id", "sponsorship", ["record_id"], unique=False)
    op.create_index("ix_sponsorship_run_id", "sponsorship", ["run_id"], unique=False)
    op.create_index("ix_sponsorship_name", "sponsorship", ["name"], unique=False)
    op.create_index(
        "ix_sponsorship_stated_measure_id", "sponsorship", ["stated_measure_id"], unique=False
    )

    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "date",
            sa.String(),
            nullable=True,
            comment="When it was or will be so, ISO 8601, only as exact as the document allows.",
        ),
        sa.Column("date_from", sa.Date(), nullable=True, comment="First day that `date` may mean."),
        sa.Column(
            "date_to",
            sa.Date(),
            nullable=True,
            comment="Day after the last one that `date` may mean.",
        ),
        sa.Column(
            "effective_on",
            sa.Date(),
            nullable=True,
            comment="Day by which it was so: the last that `date` allows, not after the publication; the publication where no date is told.",
        ),
        sa.Column("status", sa.String(), nullable=False, comment="The stage."),
        sa.Column(
            "modality",
            sa.String(),
            nullable=False,
            comment="actual, planned, expected, possible, conditional or negated: only actual moves a status.",
        ),
        sa.Column("body", sa.String(), nullable=True, comment="Body that acts, such as us-senate."),
        sa.Column(
            "speaker",
            sa.String(),
            nullable=True,
            comment="Who says so, where the article attributes it.",
        ),
        sa.Column(
            "condition",
            sa.String(),
            nullable=True,
            comment="Words of the condition that it hangs on.",
        ),
        sa.Column(
            "official_status",
            sa.String(),
            nullable=True,
            comment="The same in the vocabulary of official records.",
        ),
        sa.Column(
            "action_code", sa.String(), nullable=True, comment="Congress.gov's code of the action."
        ),
        sa.CheckConstraint(
            "\"modality\" IN ('actual', 'planned', 'expected', 'possible', 'conditional', 'negated')",
            name=op.f("ck_status_change_modality"),
        ),
        sa.CheckConstraint(
            "\"status\" IN ('introduced', 'committee', 'reported', 'scheduled', 'cloture', 'passed', 'failed', 'agreed', 'cleared', 'enacted', 'vetoed', 'overridden', 'stalled', 'amended', 'ended', 'preparing', 'proposed', 'blocked', 'adopted', 'extended', 'eased')",
            name=op.f("ck_status_change_status"),
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_status_change_tier")
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_status_change_verdict")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)",
            name=op.f("ck_status_change_one_document"),
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_status_change_run_of_article")
        ),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_status_change_span")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_status_change_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_status_change_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["official_status"],
            ["official_status.code"],
            name=op.f("fk_status_change_official_status"),
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_status_change_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["extraction_run.id"], name=op.f("fk_status_change_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_status_change_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
        comment="A stage that a measure has reached, or will, may or did not reach.",
    )
    op.create_index("ix_status_change_article_id", "status_change", ["article_id"], unique=False)
    op.create_index(
        "ix_status_change_measure_id_modality_effective_on",
        "status_change",
        ["measure_id", "modality", "effective_on"],
        unique=False,
    )
    op.create_index(
        "ix_status_change_measure_id_status",
        "status_change",
        ["measure_id", "status"],
        unique=False,
    )
    op.create_index("ix_status_change_record_id", "status_change", ["record_id"], unique=False)
    op.create_index("ix_status_change_recorded_at", "status_change", ["recorded_at"], unique=False)
    op.create_index("ix_status_change_run_id", "status_change", ["run_id"], unique=False)
    op.create_index(
        "ix_status_change_stated_measure_id", "status_change", ["stated_measure_id"], unique=False
    )

    op.create_table(
        "support",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "kind",
            sa.String(),
            nullable=False,
            comment="cosponsors, or supporters who are said to back it.",
        ),
        sa.Column("count", sa.Integer(), nullable=False, comment="How many."),
        sa.Column(
            "comparator",
            sa.String(),
            nullable=False,
            comment="How exact the count is: =, >=, >, <, <= or ~.",
        ),
        sa.Column("body", sa.String(), nullable=True, comment="Body that they are members of."),
        sa.CheckConstraint(
            "\"comparator\" IN ('=', '>=', '>', '<', '<=', '~')", name=op.f("ck_support_comparator")
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('cosponsors', 'supporters')", name=op.f("ck_support_kind")
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_support_tier")
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_support_verdict")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)", name=op.f("ck_support_one_document")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_support_run_of_article")
        ),
        sa.CheckConstraint("count >= 0", name=op.f("ck_support_count")),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_support_span")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_support_article_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_support_measure_id")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_support_record_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["extraction_run.id"], name=op.f("fk_support_run_id")),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_support_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
        comment="A count of members who cosponsor or support a bill. Cosponsors are not votes.",
    )
    op.create_index("ix_support_article_id", "support", ["article_id"], unique=False)
    op.create_index("ix_support_measure_id_kind", "support", ["measure_id", "kind"], unique=False)
    op.create_index("ix_support_record_id", "support", ["record_id"], unique=False)
    op.create_index("ix_support_run_id", "support", ["run_id"], unique=False)
    op.create_index("ix_support_stated_measure_id", "support", ["stated_measure_id"], unique=False)

    op.create_table(
        "vote",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "date",
            sa.String(),
            nullable=True,
            comment="When it was or will be so, ISO 8601, only as exact as the document allows.",
        ),
        sa.Column("date_from", sa.Date(), nullable=True, comment="First day that `date` may mean."),
        sa.Column(
            "date_to",
            sa.Date(),
            nullable=True,
            comment="Day after the last one that `date` may mean.",
        ),
        sa.Column(
            "effective_on",
            sa.Date(),
            nullable=True,
            comment="Day by which it was so: the last that `date` allows, not after the publication; the publication where no date is told.",
        ),
        sa.Column("body", sa.String(), nullable=True, comment="Body that voted."),
        sa.Column(
            "on_status", sa.String(), nullable=False, comment="Status that the vote was about."
        ),
        sa.Column("yeas", sa.Integer(), nullable=False, comment="Votes for."),
        sa.Column("nays", sa.Integer(), nullable=False, comment="Votes against."),
        sa.Column("abstain", sa.Integer(), nullable=True, comment="Abstentions, where told."),
        sa.Column("result", sa.String(), nullable=False, comment="passed or failed."),
        sa.CheckConstraint(
            "\"on_status\" IN ('passed', 'cloture', 'overridden', 'reported', 'amended', 'adopted')",
            name=op.f("ck_vote_on_status"),
        ),
        sa.CheckConstraint("\"result\" IN ('passed', 'failed')", name=op.f("ck_vote_result")),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_vote_tier")
        ),
        sa.CheckConstraint("\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_vote_verdict")),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)", name=op.f("ck_vote_one_document")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_vote_run_of_article")
        ),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_vote_span")),
        sa.CheckConstraint("yeas >= 0 AND nays >= 0 AND abstain >= 0", name=op.f("ck_vote_counts")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_vote_article_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_vote_measure_id")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_vote_record_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["extraction_run.id"], name=op.f("fk_vote_run_id")),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_vote_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote")),
        comment="A tally of votes for and against.",
    )
    op.create_index("ix_vote_article_id", "vote", ["article_id"], unique=False)
    op.create_index("ix_vote_measure_id_body", "vote", ["measure_id", "body"], unique=False)
    op.create_index("ix_vote_record_id", "vote", ["record_id"], unique=False)
    op.create_index("ix_vote_run_id", "vote", ["run_id"], unique=False)
    op.create_index("ix_vote_stated_measure_id", "vote", ["stated_measure_id"], unique=False)

    op.create_table(
        "vote_threshold",
        sa.Column("id", sa.Integer(), nullable=False, comment="Number of the row."),
        sa.Column(
            "measure_id", sa.Integer(), nullable=False, comment="Measure that it counts for."
        ),
        sa.Column(
            "stated_measure_id",
            sa.Integer(),
            nullable=False,
            comment="Measure under the key that the document itself gives; another one after a merge.",
        ),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            comment="Article that says so; empty for an official record.",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="Reading of the article."),
        sa.Column(
            "record_id",
            sa.Integer(),
            nullable=True,
            comment="Official record that says so; empty for an article.",
        ),
        sa.Column(
            "tier",
            sa.String(),
            nullable=False,
            comment="Weight of the source: official, release (the issuer's own), press.",
        ),
        sa.Column(
            "start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the quote's first character in the document's text.",
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column(
            "quote",
            sa.String(),
            nullable=False,
            comment="The words that say so, letter for letter.",
        ),
        sa.Column("found_by", sa.String(), nullable=True, comment="Rule that made the claim."),
        sa.Column(
            "reported_on",
            sa.Date(),
            nullable=True,
            comment="Day on which the document was published.",
        ),
        sa.Column(
            "recorded_at", sa.DateTime(), nullable=False, comment="When the claim was stored, UTC."
        ),
        sa.Column(
            "superseded_at",
            sa.DateTime(),
            nullable=True,
            comment="When a newer version or reading of the article took its place, UTC.",
        ),
        sa.Column(
            "verdict",
            sa.String(),
            nullable=True,
            comment="What a reviewer said: accepted or rejected.",
        ),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True, comment="When, UTC."),
        sa.Column("reviewed_by", sa.String(), nullable=True, comment="Who reviewed it."),
        sa.Column("review_note", sa.String(), nullable=True, comment="Why."),
        sa.Column(
            "rule",
            sa.String(),
            nullable=False,
            comment="Key of the rule, such as us-senate-cloture: see threshold_rule.rule.",
        ),
        sa.Column(
            "stance", sa.String(), nullable=False, comment="met, not_met, required or possible."
        ),
        sa.Column(
            "required",
            sa.Integer(),
            nullable=True,
            comment="Votes needed, where the text states the number.",
        ),
        sa.CheckConstraint(
            "\"stance\" IN ('required', 'possible', 'not_met', 'met')",
            name=op.f("ck_vote_threshold_stance"),
        ),
        sa.CheckConstraint(
            "\"tier\" IN ('official', 'release', 'press')", name=op.f("ck_vote_threshold_tier")
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('accepted', 'rejected')", name=op.f("ck_vote_threshold_verdict")
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (record_id IS NULL)",
            name=op.f("ck_vote_threshold_one_document"),
        ),
        sa.CheckConstraint(
            "(article_id IS NULL) = (run_id IS NULL)", name=op.f("ck_vote_threshold_run_of_article")
        ),
        sa.CheckConstraint("required >= 0", name=op.f("ck_vote_threshold_required")),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_vote_threshold_span")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_vote_threshold_article_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_vote_threshold_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["official_record.id"], name=op.f("fk_vote_threshold_record_id")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["extraction_run.id"], name=op.f("fk_vote_threshold_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["stated_measure_id"], ["measure.id"], name=op.f("fk_vote_threshold_stated_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_threshold")),
        comment="A number of votes that the rules demand, tied to a measure.",
    )
    op.create_index("ix_vote_threshold_article_id", "vote_threshold", ["article_id"], unique=False)
    op.create_index(
        "ix_vote_threshold_measure_id_rule", "vote_threshold", ["measure_id", "rule"], unique=False
    )
    op.create_index("ix_vote_threshold_record_id", "vote_threshold", ["record_id"], unique=False)
    op.create_index("ix_vote_threshold_run_id", "vote_threshold", ["run_id"], unique=False)
    op.create_index(
        "ix_vote_threshold_stated_measure_id", "vote_threshold", ["stated_measure_id"], unique=False
    )

    create_views(op.get_bind(), VIEWS, revision)


def downgrade() -> None:
    """Take it back."""
    drop_views(op.get_bind(), VIEWS)
    op.drop_index("ix_vote_threshold_stated_measure_id", table_name="vote_threshold")
    op.drop_index("ix_vote_threshold_run_id", table_name="vote_threshold")
    op.drop_index("ix_vote_threshold_record_id", table_name="vote_threshold")
    op.drop_index("ix_vote_threshold_measure_id_rule", table_name="vote_threshold")
    op.drop_index("ix_vote_threshold_article_id", table_name="vote_threshold")

    op.drop_table("vote_threshold")
    op.drop_index("ix_vote_stated_measure_id", table_name="vote")
    op.drop_index("ix_vote_run_id", table_name="vote")
    op.drop_index("ix_vote_record_id", table_name="vote")
    op.drop_index("ix_vote_measure_id_body", table_name="vote")
    op.drop_index("ix_vote_article_id", table_name="vote")

    op.drop_table("vote")
    op.drop_index("ix_support_stated_measure_id", table_name="support")
    op.drop_index("ix_support_run_id", table_name="support")
    op.drop_index("ix_support_record_id", table_name="support")
    op.drop_index("ix_support_measure_id_kind", table_name="support")
    op.drop_index("ix_support_article_id", table_name="support")

    op.drop_table("support")
    op.drop_index("ix_status_change_stated_measure_id", table_name="status_change")
    op.drop_index("ix_status_change_run_id", table_name="status_change")
    op.drop_index("ix_status_change_recorded_at", table_name="status_change")
    op.drop_index("ix_status_change_record_id", table_name="status_change")
    op.drop_index("ix_status_change_measure_id_status", table_name="status_change")
    op.drop_index("ix_status_change_measure_id_modality_effective_on", table_name="status_change")
    op.drop_index("ix_status_change_article_id", table_name="status_change")

    op.drop_table("status_change")
    op.drop_index("ix_sponsorship_stated_measure_id", table_name="sponsorship")
    op.drop_index("ix_sponsorship_name", table_name="sponsorship")
    op.drop_index("ix_sponsorship_run_id", table_name="sponsorship")
    op.drop_index("ix_sponsorship_record_id", table_name="sponsorship")
    op.drop_index("ix_sponsorship_person_id", table_name="sponsorship")
    op.drop_index("ix_sponsorship_measure_id_role", table_name="sponsorship")
    op.drop_index("ix_sponsorship_article_id", table_name="sponsorship")

    op.drop_table("sponsorship")
    op.drop_index("ix_sanctions_program_issuer_key", table_name="sanctions_program")

    op.drop_table("sanctions_program")
    op.drop_index("ix_mention_stated_measure_id", table_name="mention")
    op.drop_index("ix_mention_run_id", table_name="mention")
    op.drop_index("ix_mention_person_id", table_name="mention")
    op.drop_index("ix_mention_measure_id", table_name="mention")
    op.drop_index("ix_mention_article_id_start", table_name="mention")

    op.drop_table("mention")
    op.drop_index("ix_designation_stated_measure_id", table_name="designation")
    op.drop_index("ix_designation_run_id", table_name="designation")
    op.drop_index("ix_designation_record_id", table_name="designation")
    op.drop_index("ix_designation_measure_id_type", table_name="designation")
    op.drop_index("ix_designation_article_id", table_name="designation")

    op.drop_table("designation")
    op.drop_table("unnumbered_round")
    op.drop_index("ix_sanctions_package_ordinal", table_name="sanctions_package")

    op.drop_table("sanctions_package")
    op.drop_index("ix_person_name_person_id", table_name="person_name")

    op.drop_table("person_name")
    op.drop_index("ix_official_record_measure_id", table_name="official_record")

    op.drop_table("official_record")
    op.drop_index("ix_office_term_person_id", table_name="office_term")
    op.drop_index("ix_office_term_chamber_start_end", table_name="office_term")

    op.drop_table("office_term")
    op.drop_index("ix_measure_target_country_code", table_name="measure_target")

    op.drop_table("measure_target")
    op.drop_table("measure_sector")
    op.drop_index("ix_measure_relation_related_id", table_name="measure_relation")

    op.drop_table("measure_relation")
    op.drop_index("ix_measure_merge_into_id", table_name="measure_merge")

    op.drop_table("measure_merge")
    op.drop_index("ix_measure_issuer_country_code", table_name="measure_issuer")

    op.drop_table("measure_issuer")
    op.drop_index("ix_measure_distinct_other_id", table_name="measure_distinct")

    op.drop_table("measure_distinct")
    op.drop_index("ix_measure_alias_folded", table_name="measure_alias")

    op.drop_table("measure_alias")
    op.drop_index("ix_legal_act_celex", table_name="legal_act")

    op.drop_table("legal_act")
    op.drop_table("issuer")
    op.drop_index("ix_fetch_article_id", table_name="fetch")

    op.drop_table("fetch")
    op.drop_index("ix_extraction_run_article_id", table_name="extraction_run")

    op.drop_table("extraction_run")
    op.drop_table("bill_title")
    op.drop_index("ix_bill_committee_committee_code", table_name="bill_committee")

    op.drop_table("bill_committee")
    op.drop_index("ix_bill_congress_number", table_name="bill")

    op.drop_table("bill")
    op.drop_index("ix_threshold_rule_rule", table_name="threshold_rule")

    op.drop_table("threshold_rule")
    op.drop_table("status_stage")
    op.drop_table("seed_file")
    op.drop_table("saved_query")
    op.drop_table("person")
    op.drop_table("official_status")
    op.drop_index("ix_measure_merged_into_id", table_name="measure")

    op.drop_table("measure")
    op.drop_table("feed")
    op.drop_table("country")
    op.drop_table("committee")
    op.drop_index("ix_article_version_of_id", table_name="article")
    op.drop_index("ix_article_publisher", table_name="article")
    op.drop_index("ix_article_published_at", table_name="article")
    op.drop_index("ix_article_near_hash", table_name="article")
    op.drop_index("ix_article_duplicate_of_id", table_name="article")
    op.drop_index("ix_article_canonical_url", table_name="article")

    op.drop_table("article")
    op.drop_table("action_code")
