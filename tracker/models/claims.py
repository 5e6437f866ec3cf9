"""What articles and official records say of measures; nothing overwrites a claim."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index

from tracker.models.base import Row, identity, means, moment, one_of
from tracker.record import (
    BILL_STATUSES,
    COMPARATORS,
    DESIGNATION_TYPES,
    MODALITIES,
    PACKAGE_STATUSES,
    ROLES,
    STANCES,
    SUPPORT_KINDS,
    VOTE_RESULTS,
    VOTES_ON,
)

STATUSES = tuple(dict.fromkeys(BILL_STATUSES + PACKAGE_STATUSES))
TIERS = ("official", "release", "press")
VERDICTS = ("accepted", "rejected")


def claim_checks() -> tuple[CheckConstraint, ...]:
    """What holds for every claim: it is quoted from one document."""
    return (
        one_of("tier", TIERS),
        one_of("verdict", VERDICTS),
        CheckConstraint("start_offset >= 0 AND start_offset < end_offset", name="span"),
        CheckConstraint("(article_id IS NULL) <> (record_id IS NULL)", name="one_document"),
        CheckConstraint("(article_id IS NULL) = (run_id IS NULL)", name="run_of_article"),
    )


class Claim(Row):
    """What every claim carries."""

    id: int | None = identity()
    measure_id: int = means("Measure that it counts for.", foreign_key="measure.id")
    stated_measure_id: int = means(
        "Measure under the key that the document itself gives; another one after a merge.",
        foreign_key="measure.id",
        index=True,
    )
    article_id: int | None = means(
        "Article that says so; empty for an official record.",
        default=None,
        foreign_key="article.id",
        index=True,
    )
    run_id: int | None = means(
        "Reading of the article.", default=None, foreign_key="extraction_run.id", index=True
    )
    record_id: int | None = means(
        "Official record that says so; empty for an article.",
        default=None,
        foreign_key="official_record.id",
        index=True,
    )
    tier: str = means("Weight of the source: official, release (the issuer's own), press.")
    start_offset: int = means("Offset of the quote's first character in the document's text.")
    end_offset: int = means("Offset after its last character.")
    quote: str = means("The words that say so, letter for letter.")
    found_by: str | None = means("Rule that made the claim.", default=None)
    reported_on: dt.date | None = means("Day on which the document was published.", default=None)
    recorded_at: dt.datetime = moment("When the claim was stored, UTC.")
    superseded_at: dt.datetime | None = moment(
        "When a newer version or reading of the article took its place, UTC.", default=None
    )
    verdict: str | None = means("What a reviewer said: accepted or rejected.", default=None)
    reviewed_at: dt.datetime | None = moment("When, UTC.", default=None)
    reviewed_by: str | None = means("Who reviewed it.", default=None)
    review_note: str | None = means("Why.", default=None)


class DatedClaim(Claim):
    """A claim about something that has a date."""

    date: str | None = means(
        "When it was or will be so, ISO 8601, only as exact as the document allows.", default=None
    )
    date_from: dt.date | None = means("First day that `date` may mean.", default=None)
    date_to: dt.date | None = means("Day after the last one that `date` may mean.", default=None)
    effective_on: dt.date | None = means(
        "Day by which it was so: the last that `date` allows, not after the publication; "
        "the publication where no date is told.",
        default=None,
    )


class StatusChange(DatedClaim, table=True):
    """A stage that a measure has reached, or will, may or did not reach."""

    __tablename__ = "status_change"
    __table_args__ = (
        *claim_checks(),
        one_of("status", STATUSES),
        one_of("modality", MODALITIES),
        Index(
            "ix_status_change_measure_id_modality_effective_on",
            "measure_id",
            "modality",
            "effective_on",
        ),
        Index("ix_status_change_measure_id_status", "measure_id", "status"),
        Index("ix_status_change_recorded_at", "recorded_at"),
        Index("ix_status_change_status_date_from", "status", "date_from"),
    )

    status: str = means("The stage.")
    modality: str = means(
        "actual, planned, expected, possible, conditional or negated: only actual moves a status."
    )
    body: str | None = means("Body that acts, such as us-senate.", default=None)
    speaker: str | None = means("Who says so, where the article attributes it.", default=None)
    condition: str | None = means("Words of the condition that it hangs on.", default=None)
    official_status: str | None = means(
        "The same in the vocabulary of official records.",
        default=None,
        foreign_key="official_status.code",
    )
    action_code: str | None = means("Congress.gov's code of the action.", default=None)


class Sponsorship(DatedClaim, table=True):
    """A person who introduced a bill or joined it."""

    __tablename__ = "sponsorship"
    __table_args__ = (
        *claim_checks(),
        one_of("role", ROLES),
        Index("ix_sponsorship_measure_id_role", "measure_id", "role"),
    )

    name: str = means("Name as the document gives it.", index=True)
    person_id: int | None = means(
        "The person, empty if nobody or several fit.",
        default=None,
        foreign_key="person.id",
        index=True,
    )
    role: str = means("sponsor or cosponsor.")
    original: bool | None = means("Whether a cosponsor was one from the start.", default=None)
    withdrawn_on: dt.date | None = means("Day on which it was withdrawn, official.", default=None)


class Support(Claim, table=True):
    """A count of members who cosponsor or support a bill. Cosponsors are not votes."""

    __tablename__ = "support"
    __table_args__ = (
        *claim_checks(),
        one_of("kind", SUPPORT_KINDS),
        one_of("comparator", COMPARATORS),
        CheckConstraint("count >= 0", name="count"),
        Index("ix_support_measure_id_kind", "measure_id", "kind"),
    )

    kind: str = means("cosponsors, or supporters who are said to back it.")
    count: int = means("How many.")
    comparator: str = means("How exact the count is: =, >=, >, <, <= or ~.")
    body: str | None = means("Body that they are members of.", default=None)


class VoteThreshold(Claim, table=True):
    """A number of votes that the rules demand, tied to a measure."""

    __tablename__ = "vote_threshold"
    __table_args__ = (
        *claim_checks(),
        one_of("stance", STANCES),
        CheckConstraint("required >= 0", name="required"),
        Index("ix_vote_threshold_measure_id_rule", "measure_id", "rule"),
    )

    rule: str = means("Key of the rule, such as us-senate-cloture: see threshold_rule.rule.")
    stance: str = means("met, not_met, required or possible.")
    required: int | None = means("Votes needed, where the text states the number.", default=None)


class Vote(DatedClaim, table=True):
    """A tally of votes for and against."""

    __tablename__ = "vote"
    __table_args__ = (
        *claim_checks(),
        one_of("on_status", VOTES_ON),
        one_of("result", VOTE_RESULTS),
        CheckConstraint("yeas >= 0 AND nays >= 0 AND abstain >= 0", name="counts"),
        Index("ix_vote_measure_id_body", "measure_id", "body"),
    )

    body: str | None = means("Body that voted.", default=None)
    on_status: str = means("Status that the vote was about.")
    yeas: int = means("Votes for.")
    nays: int = means("Votes against.")
    abstain: int | None = means("Abstentions, where told.", default=None)
    result: str = means("passed or failed.")


class Designation(Claim, table=True):
    """A count of people, entities, vessels... that a package lists."""

    __tablename__ = "designation"
    __table_args__ = (
        *claim_checks(),
        one_of("type", DESIGNATION_TYPES),
        one_of("comparator", COMPARATORS),
        CheckConstraint("count >= 0", name="count"),
        Index("ix_designation_measure_id_type", "measure_id", "type"),
    )

    type: str = means("individual, entity, vessel, bank, aircraft or target.")
    count: int = means("How many.")
    comparator: str = means("How exact the count is: =, >=, >, <, <= or ~.")


CLAIM_TABLES = (StatusChange, Sponsorship, Support, VoteThreshold, Vote, Designation)
