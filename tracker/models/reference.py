"""Reference data: what `seeds/` and official sources say of the world."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from tracker.models.base import Row, as_of, identity, means, moment, one_of, source

PLACE_KINDS = ("country", "union", "unlisted")
MAJORITY_BASES = ("voting", "present", "sworn", "fixed", "states", "members", "none")
MAJORITY_COMPARISONS = ("gt", "ge", "eq", "none")
MEASURE_KINDS = ("bill", "package")


class Country(Row, table=True):
    """A country, territory or union of states that makes measures or is their target."""

    __tablename__ = "country"
    __table_args__ = (one_of("kind", PLACE_KINDS),)

    code: str = means("ISO 3166 code, or EU, UN, G7.", primary_key=True)
    name: str = means("English name.")
    kind: str = means(
        "country (or territory), union of states, or unlisted if only articles name it."
    )
    eu_from: dt.date | None = means("First day as a member state of the EU.", default=None)
    eu_to: dt.date | None = means("First day after EU membership.", default=None)
    population: int | None = means("Inhabitants, as used for EU votes.", default=None)
    population_year: int | None = means("Year that the population is of.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class Issuer(Row, table=True):
    """An authority that issues sanctions lists."""

    __tablename__ = "issuer"

    key: str = means("Key used by OpenSanctions, such as us_ofac.", primary_key=True)
    name: str = means("English name.")
    acronym: str | None = means("Short form, such as OFAC.", default=None)
    organisation: str | None = means("What it belongs to.", default=None)
    country_code: str | None = means(
        "Place that it acts for.", default=None, foreign_key="country.code"
    )
    source: str | None = source()
    as_of: dt.date | None = as_of()


class SanctionsProgram(Row, table=True):
    """A sanctions programme: the legal frame under which an issuer lists people and entities."""

    __tablename__ = "sanctions_program"

    key: str = means("Key used by OpenSanctions, such as EU-RUS.", primary_key=True)
    issuer_key: str | None = means(
        "Its issuer.", default=None, foreign_key="issuer.key", index=True
    )
    title: str = means("English title.")
    url: str | None = means("Official page.", default=None)
    status: str | None = means("active or inactive, as the source has it.", default=None)
    targets: str | None = means("Codes of the target places, separated by '; '.", default=None)
    measures: str | None = means("Kinds of restriction, separated by '; '.", default=None)
    aliases: str | None = means("Other titles, separated by ' | '.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class Committee(Row, table=True):
    """A committee or subcommittee of the US Congress."""

    __tablename__ = "committee"

    system_code: str = means("Code used in BILLSTATUS, such as ssbk00.", primary_key=True)
    thomas_id: str | None = means("Older code, such as SSBK.", default=None)
    chamber: str | None = means("us-senate, us-house or us-congress (joint).", default=None)
    parent: str | None = means("Older code of the committee that it is part of.", default=None)
    name: str = means("Name.")
    source: str | None = source()
    as_of: dt.date | None = as_of()


class Body(Row, table=True):
    """A body that decides on measures."""

    __tablename__ = "body"

    code: str = means("Code, such as us-senate.", primary_key=True)
    name: str = means("Name as it stands after 'in': the Senate.")
    source: str | None = source()
    as_of: dt.date | None = as_of()


class ThresholdRule(Row, table=True):
    """A voting rule of a body: the fraction that is needed, and of whom."""

    __tablename__ = "threshold_rule"
    __table_args__ = (
        one_of("comparison", MAJORITY_COMPARISONS),
        one_of("base", MAJORITY_BASES),
        CheckConstraint("denominator > 0 OR base = 'none'", name="denominator"),
    )

    key: str = means("Key of the row, such as us.senate.cloture.", primary_key=True)
    rule: str | None = means(
        "Key that records use, such as us-senate-cloture; two rows share us-veto-override.",
        default=None,
        index=True,
    )
    body: str | None = means("Body that votes, such as us-senate.", default=None)
    body_name: str = means("Name of the body.")
    procedure: str = means("What is voted on.")
    description: str | None = means("The rule in words.", default=None)
    numerator: int = means("Numerator of the fraction.")
    denominator: int = means("Denominator of the fraction.")
    comparison: str = means("gt more than, ge at least, eq exactly the fraction.")
    base: str = means(
        "What the fraction is of: members voting, present, sworn, a fixed number, states."
    )
    votes_at_full: int | None = means(
        "Votes needed if every seat is filled and votes.", default=None
    )
    members_at_full: int | None = means("Seats of the body.", default=None)
    population_percent: int | None = means(
        "Least share of the population of the states in favour, in percent.", default=None
    )
    routine: bool = means("Whether it is reckoned for every bill of the body.")
    also_requires: str | None = means("What else is needed.", default=None)
    legal_basis: str | None = means("Where the rule is laid down.", default=None)
    aliases: str | None = means("What the press calls it, separated by ';'.", default=None)
    confidence: str | None = means("How far the row was checked.", default=None)
    notes: str | None = means("Remarks.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class StatusStage(Row, table=True):
    """A status that a bill or package can have, and how far along its way it is."""

    __tablename__ = "status_stage"
    __table_args__ = (one_of("kind", MEASURE_KINDS),)

    kind: str = means("bill or package.", primary_key=True)
    status: str = means("The status.", primary_key=True)
    stage: int = means("Place on the way: a status told without a date never sets a measure back.")
    advances: bool = means("Whether it is a step forward, rather than a hold or a change.")
    meaning: str = means("What it says.")


class OfficialStatus(Row, table=True):
    """A bill status as unitedstates/congress and GovTrack name it."""

    __tablename__ = "official_status"

    code: str = means("Code, such as PASS_OVER:SENATE.", primary_key=True)
    label: str = means("Short name.")
    meaning: str | None = means("What it says.", default=None)
    final: bool = means("Whether the bill's way ends there.")
    next_actor: str | None = means("Who acts next.", default=None)
    govtrack_id: int | None = means("Number that GovTrack gives it.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class ActionCode(Row, table=True):
    """A code of Congress.gov for a legislative action."""

    __tablename__ = "action_code"

    code: str = means("The code.", primary_key=True)
    meaning: str | None = means(
        "What it stands for, where an official text is known.", default=None
    )
    source: str | None = source()
    as_of: dt.date | None = as_of()


class Person(Row, table=True):
    """A person who sponsors, votes or speaks."""

    __tablename__ = "person"

    id: int | None = identity()
    bioguide: str | None = means(
        "Id in the Biographical Directory of the US Congress.", default=None, unique=True
    )
    wikidata: str | None = means("Id in Wikidata.", default=None)
    name: str = means("Full name as official sources give it.")
    first_name: str | None = means("First name.", default=None)
    middle_name: str | None = means("Middle names or initials.", default=None)
    last_name: str | None = means("Last name.", default=None)
    suffix: str | None = means("Jr., III and the like.", default=None)
    nickname: str | None = means("Short first name.", default=None)
    born: dt.date | None = means("Day of birth.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class PersonName(Row, table=True):
    """A name by which a person is looked up, without accents, case and punctuation."""

    __tablename__ = "person_name"

    folded: str = means("The name, folded.", primary_key=True)
    person_id: int = means("Who.", primary_key=True, foreign_key="person.id", index=True)


class OfficeTerm(Row, table=True):
    """A seat that a person holds from `held_from` to before `held_to`."""

    __tablename__ = "office_term"
    __table_args__ = (
        UniqueConstraint("person_id", "chamber", "state", "held_from"),
        CheckConstraint("held_from < held_to", name="order"),
        Index("ix_office_term_chamber_held_from_held_to", "chamber", "held_from", "held_to"),
    )

    id: int | None = identity()
    person_id: int = means("Who.", foreign_key="person.id", index=True)
    chamber: str = means("us-senate or us-house.")
    state: str = means("State or territory represented.")
    party: str | None = means("Party.", default=None)
    held_from: dt.date = means("First day.")
    held_to: dt.date = means("First day after.")
    votes: bool = means("Whether the seat votes on passage: delegates of territories do not.")
    source: str | None = source()
    as_of: dt.date | None = as_of()


class UnnumberedRound(Row, table=True):
    """An EU listing between the numbered packages, which the press at times gives a number."""

    __tablename__ = "unnumbered_round"
    __table_args__ = (UniqueConstraint("jurisdiction", "target", "adopted_on"),)

    id: int | None = identity()
    jurisdiction: str = means("Who adopted it.", foreign_key="country.code")
    target: str = means("Against whom.", foreign_key="country.code")
    adopted_on: dt.date = means("Day of adoption.")
    legal_acts: str | None = means("Legal acts.", default=None)
    individuals: int | None = means("Individuals listed.", default=None)
    entities: int | None = means("Entities listed.", default=None)
    vessels: int | None = means("Vessels listed.", default=None)
    notes: str | None = means("Remarks.", default=None)
    source: str | None = source()
    as_of: dt.date | None = as_of()


class SeedFile(Row, table=True):
    """A file of reference data that was loaded."""

    __tablename__ = "seed_file"

    name: str = means("Name of the file in seeds/.", primary_key=True)
    sha256: str = means("Hash of its bytes: a file with the same hash is not loaded again.")
    loaded_at: dt.datetime = moment("When it was loaded, UTC.")
