"""What is tracked: bills, sanctions packages, their names and how they hang together."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint

from tracker.models.base import Row, identity, means, moment, one_of
from tracker.models.reference import MEASURE_KINDS
from tracker.record import FORMS, SECTORS

ALIAS_KINDS = ("title", "name", "initials", "user")
TITLE_STAGES = ("introduced", "reported", "passed house", "passed senate", "enacted", "display")
RELATIONS = ("companion", "supersedes", "vehicle", "amends", "identical", "related", "procedural")
MERGED_BY = ("linker", "user")
FACETS = ("reference", "shown title", "shown name", "form", "target", "sector", *ALIAS_KINDS)


KEY_TYPE = String().with_variant(String(collation="C"), "postgresql")
"""Keys sort by their characters on every database, so that those of a time can be found."""


class Measure(Row, table=True):
    """A bill or a sanctions package."""

    __tablename__ = "measure"
    __table_args__ = (
        one_of("kind", MEASURE_KINDS),
        CheckConstraint("merged_into_id <> id", name="not_itself"),
    )

    id: int | None = identity()
    kind: str = means("bill or package.")
    key: str = means(
        "What names it for good: us/119/s1241, eu/ru/17; with a ~ while its number is not known.",
        unique=True,
        sa_type=KEY_TYPE,
    )
    name: str = means("Name to show.")
    jurisdiction: str = means("Who makes it: a place code; joined by + where several do.")
    provisional: bool = means("Whether only articles know of it, under no number.")
    merged_into_id: int | None = means(
        "Measure that it turned out to be. Its claims count there.",
        default=None,
        foreign_key="measure.id",
        index=True,
    )
    created_at: dt.datetime = moment("When it was first heard of, UTC.")


class Bill(Row, table=True):
    """What only bills have; one row a measure of kind bill."""

    __tablename__ = "bill"
    __table_args__ = (Index("ix_bill_congress_number", "congress", "number"),)

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    number: str | None = means("Number in normal form, such as s1241.", default=None)
    congress: int | None = means("Number of the US Congress.", default=None)
    title: str | None = means("Short title.", default=None)
    official_title: str | None = means("Long title.", default=None)
    policy_area: str | None = means("Subject as the official record files it.", default=None)
    introduced_on: dt.date | None = means("Day of introduction, official.", default=None)
    law: str | None = means("Number of the law that it became, such as 117-103.", default=None)
    source: str | None = means("Where the official facts come from.", default=None)
    confidence: str | None = means("How far they were checked.", default=None)
    updated_on: dt.date | None = means("Day on which the source last changed them.", default=None)


class BillTitle(Row, table=True):
    """A title that a bill had at a stage of its way."""

    __tablename__ = "bill_title"
    __table_args__ = (
        one_of("stage", TITLE_STAGES),
        UniqueConstraint("measure_id", "stage", "title"),
    )

    id: int | None = identity()
    measure_id: int = means("The bill.", foreign_key="measure.id")
    stage: str = means("Stage of the text that bears it.")
    title: str = means("The title.")
    official: bool = means("Whether it is the long title.")
    since: dt.date | None = means("Day from which it bears it, where known.", default=None)


class BillCommittee(Row, table=True):
    """A committee that a bill was sent to."""

    __tablename__ = "bill_committee"

    measure_id: int = means("The bill.", primary_key=True, foreign_key="measure.id")
    committee_code: str = means(
        "The committee.", primary_key=True, foreign_key="committee.system_code", index=True
    )
    referred_on: dt.date | None = means("Day of the first referral, where known.", default=None)


class SanctionsPackage(Row, table=True):
    """What only sanctions packages have; one row a measure of kind package."""

    __tablename__ = "sanctions_package"
    __table_args__ = (
        one_of("form", FORMS),
        Index("ix_sanctions_package_ordinal", "ordinal"),
    )

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    form: str = means("numbered, named, action or regime.")
    ordinal: int | None = means("The issuer's count against that target.", default=None)
    proposed_on: dt.date | None = means(
        "Day of the formal proposal, from reference data.", default=None
    )
    agreed_on: dt.date | None = means(
        "Day of the political agreement, from reference data.", default=None
    )
    adopted_on: dt.date | None = means("Day of adoption, from reference data.", default=None)
    individuals: int | None = means("Individuals listed, from reference data.", default=None)
    entities: int | None = means("Entities listed, from reference data.", default=None)
    vessels: int | None = means("Vessels listed, from reference data.", default=None)
    source: str | None = means("Where the reference data comes from.", default=None)
    confidence: str | None = means("How far it was checked.", default=None)
    notes: str | None = means("Remarks.", default=None)
    as_of: dt.date | None = means("Day on which the source said so.", default=None)


class LegalAct(Row, table=True):
    """A legal act by which a measure was put in force."""

    __tablename__ = "legal_act"
    __table_args__ = (UniqueConstraint("measure_id", "act"),)

    id: int | None = identity()
    measure_id: int = means("The measure.", foreign_key="measure.id")
    act: str = means("Short citation, such as Reg 2025/932.")
    type: str | None = means(
        "regulation, implementing regulation, decision or implementing decision.", default=None
    )
    celex: str | None = means("CELEX number, such as 32025R0932.", default=None, index=True)
    eli: str | None = means("European Legislation Identifier.", default=None)
    target: str | None = means("Target, where it is not the measure's own.", default=None)


class MeasureAlias(Row, table=True):
    """Another name of a measure."""

    __tablename__ = "measure_alias"
    __table_args__ = (one_of("kind", ALIAS_KINDS),)

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    folded: str = means(
        "The name without case, accents and punctuation.", primary_key=True, index=True
    )
    alias: str = means("The name as written.")
    kind: str = means(
        "title, name in an article, initials that a title may be shortened to, or user where a"
        " user gave it."
    )


class MeasureTarget(Row, table=True):
    """A place that a measure is aimed against."""

    __tablename__ = "measure_target"

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    country_code: str = means(
        "The place.", primary_key=True, foreign_key="country.code", index=True
    )


class MeasureIssuer(Row, table=True):
    """A place that makes a measure; several where it is made jointly."""

    __tablename__ = "measure_issuer"

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    country_code: str = means(
        "The place.", primary_key=True, foreign_key="country.code", index=True
    )


class MeasureSector(Row, table=True):
    """A part of the economy that a package is said to hit."""

    __tablename__ = "measure_sector"
    __table_args__ = (one_of("sector", SECTORS),)

    measure_id: int = means("The package.", primary_key=True, foreign_key="measure.id")
    sector: str = means("The sector.", primary_key=True)


class MeasureDescription(Row, table=True):
    """What a document calls a measure or says that it is; reports of an earlier time read these."""

    __tablename__ = "measure_description"
    __table_args__ = (
        one_of("facet", FACETS),
        Index("ix_measure_description_measure_id_facet", "measure_id", "facet"),
    )

    id: int | None = identity()
    measure_id: int = means(
        "The measure, under the key that the document gives.", foreign_key="measure.id"
    )
    facet: str = means(
        "reference: the name that reference data gives; shown title, shown name: what else it may"
        " be shown as; form, target, sector; or an alias of the kind title, name, initials, user."
    )
    value: str = means("The name, the form, the code of the place or the sector.")
    folded: str | None = means("An alias as in measure_alias; else empty.", default=None)
    article_id: int | None = means(
        "Article that says so; empty for reference data and users.",
        default=None,
        foreign_key="article.id",
        index=True,
    )
    since: dt.date | None = means(
        "Day from which it is so, where reference data knows.", default=None
    )
    noted_at: dt.datetime = moment("When that was stored, UTC.")


class MeasureRelation(Row, table=True):
    """How one measure hangs together with another."""

    __tablename__ = "measure_relation"
    __table_args__ = (
        one_of("relation", RELATIONS),
        CheckConstraint("measure_id <> related_id", name="not_itself"),
    )

    measure_id: int = means("The measure.", primary_key=True, foreign_key="measure.id")
    relation: str = means(
        "What it is to the other: it supersedes it, is its companion...", primary_key=True
    )
    related_id: int = means(
        "The other measure.", primary_key=True, foreign_key="measure.id", index=True
    )
    since: dt.date | None = means("Day from which it holds, where known.", default=None)
    source: str | None = means("Where the row comes from.", default=None)


class MeasureMerge(Row, table=True):
    """One measure that counts as another, and why. Undoing a merge removes its row."""

    __tablename__ = "measure_merge"
    __table_args__ = (
        one_of("merged_by", MERGED_BY),
        CheckConstraint("measure_id <> into_id", name="not_itself"),
    )

    measure_id: int = means(
        "The measure that was merged.", primary_key=True, foreign_key="measure.id"
    )
    into_id: int = means("The measure that it counts as.", foreign_key="measure.id", index=True)
    merged_by: str = means("linker for the program itself, user for a person.")
    rule: str = means("Linking rule that says so, or user.")
    reason: str = means("Why, in words.")
    merged_at: dt.datetime = moment("When, UTC.")


class PastMerge(Row, table=True):
    """A merge that the program made and that no longer holds, for reports of its time."""

    __tablename__ = "past_merge"
    __table_args__ = (CheckConstraint("measure_id <> into_id", name="not_itself"),)

    id: int | None = identity()
    measure_id: int = means("The measure that was merged.", foreign_key="measure.id", index=True)
    into_id: int = means("The measure that it counted as.", foreign_key="measure.id", index=True)
    rule: str = means("Linking rule that said so.")
    reason: str = means("Why, in words.")
    merged_at: dt.datetime = moment("From when, UTC.")
    ended_at: dt.datetime = moment("Until when, UTC.")


class MeasureDistinct(Row, table=True):
    """Two measures that a user said are not the same."""

    __tablename__ = "measure_distinct"
    __table_args__ = (CheckConstraint("measure_id < other_id", name="order"),)

    measure_id: int = means("One.", primary_key=True, foreign_key="measure.id")
    other_id: int = means("The other.", primary_key=True, foreign_key="measure.id", index=True)
    reason: str | None = means("Why.", default=None)
    decided_at: dt.datetime = moment("When, UTC.")


class Mention(Row, table=True):
    """A span of an article that names a measure or a person, resolved or not."""

    __tablename__ = "mention"
    __table_args__ = (
        one_of("kind", ("measure", "person")),
        one_of("resolution", ("linked", "provisional", "unresolved")),
        CheckConstraint("start_offset >= 0 AND start_offset < end_offset", name="span"),
        Index("ix_mention_article_id_start_offset", "article_id", "start_offset"),
    )

    id: int | None = identity()
    article_id: int = means("The article.", foreign_key="article.id")
    run_id: int = means("Reading that found it.", foreign_key="extraction_run.id", index=True)
    kind: str = means("What it names: measure or person.")
    start_offset: int = means("Offset of its first character in the article's text.")
    end_offset: int = means("Offset after its last character.")
    text: str = means("The words.")
    part: int | None = means(
        "Which of the article's measures it names, counted from 1.", default=None
    )
    measure_id: int | None = means(
        "Measure that it names.", default=None, foreign_key="measure.id", index=True
    )
    stated_measure_id: int | None = means(
        "Measure under the key that the article itself gives, before any merge.",
        default=None,
        foreign_key="measure.id",
        index=True,
    )
    person_id: int | None = means(
        "Person that it names, empty if nobody or several fit.",
        default=None,
        foreign_key="person.id",
        index=True,
    )
    resolution: str = means(
        "linked, provisional (a measure known from articles only) or unresolved."
    )
    evidence: str | None = means("What the link rests on, as JSON.", default=None)
