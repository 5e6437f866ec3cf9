"""A voting rule counts where the text ties it to a measure, with what is told of its being met."""

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()
EU = (
    "BRUSSELS - The European Commission proposed the 18th sanctions package against Russia on "
    "Tuesday. "
)
US = "Sen. Amy Reed introduced the Clean Ports Act in May. "
CLOTURE, VETO, UNANIMITY = "us-senate-cloture", "us-veto-override", "eu-unanimity"

EUROPE = [
    (
        "all states must back it",
        "The package needs the backing of all 27 member states.",
        "required",
    ),
    ("a general rule", "EU sanctions require unanimity, which gives Hungary leverage.", "required"),
    (
        "approval that must be unanimous",
        "Adoption of the package requires unanimous approval by the bloc's 27 members.",
        "required",
    ),
    (
        "an adverb of need",
        "The package must be approved unanimously by all 27 member states.",
        "required",
    ),
    ("not reached", "Diplomats failed to reach unanimity on the package on Friday.", "not_met"),
    ("reached", "EU ambassadors unanimously approved the package on Friday.", "met"),
]
SENATE = [
    ("votes that are not there", "The bill does not have the 60 votes it needs.", "not_met"),
    ("votes that are needed", "The bill would need 60 votes to advance in the Senate.", "required"),
    (
        "votes that were short",
        "The bill fell short of the 60 votes needed to overcome a filibuster.",
        "not_met",
    ),
    (
        "votes that were not got",
        "The bill failed to get the 60 votes needed to advance.",
        "not_met",
    ),
    (
        "the number without its noun",
        "The 54-45 vote was six short of the 60 needed to advance the bill.",
        "not_met",
    ),
    (
        "cleared",
        "The bill cleared the Senate's 60-vote threshold on Tuesday, 66-33.",
        "met",
    ),
    ("would have needed", "The bill would have needed 60 votes to advance.", "not_met"),
    (
        "filibuster-proof support",
        "The bill has the filibuster-proof support of 70 senators.",
        "met",
    ),
    ("a tally beside the number", "The vote was 53-40, with 60 needed to advance.", "not_met"),
    ("nobody got there", "Not one of the plans, nor the bill, got the 60 votes.", "not_met"),
    ("no measure got there", "No bill on guns crossed the 60-vote threshold.", "not_met"),
    ("votes that are supposed", "If the bill gets 60 votes, the Senate moves on.", "possible"),
]
VETOES = [
    (
        "perhaps enough",
        "The bill has broad support, potentially enough to override a veto.",
        "possible",
    ),
    (
        "not enough",
        "There are not enough votes to override a veto of the bill.",
        "not_met",
    ),
    (
        "what some want to get",
        "The onus is on those who want to assemble a veto-proof majority for the bill.",
        "possible",
    ),
    (
        "enough to override",
        "The bill has 82 cosponsors, enough to override a presidential veto.",
        "met",
    ),
    (
        "both chambers",
        "The bill needs two-thirds of both chambers to become law over his objection.",
        "required",
    ),
    ("on the way there", "The bill inched closer to veto-proof support.", "possible"),
    ("a veto-proof majority", "The Senate passed the bill by a veto-proof majority.", "met"),
    (
        "close to one",
        "The bill is close to having a veto-proof majority in the Senate.",
        "possible",
    ),
    ("lacking", "Supporters lack the votes to override a veto of the bill.", "not_met"),
    (
        "what it would take",
        "It would take a two-thirds majority in both chambers to override a veto of the bill.",
        "required",
    ),
]
OTHERS = [
    (
        "an override that took place tells of no rule",
        US + "The bill became law after the Senate overrode his veto and had a party.",
        set(),
    ),
    (
        "need beside a lack",
        US + "Senate leaders need 51 votes to pass the bill, and haven't been able to find them.",
        {("us-senate-majority", "not_met")},
    ),
    (
        "just enough support in the Senate",
        US + "Senate leaders have just enough support for the bill to pass.",
        {("us-senate-majority", "met")},
    ),
    (
        "budget reconciliation",
        US + "The bill can pass with just 51 votes under reconciliation.",
        {("us-senate-majority", "required")},
    ),
    (
        "what the House takes",
        US + "Leaders need 218 votes for the bill.",
        {("us-house-majority", "required")},
    ),
    (
        "the last signature",
        US + "A discharge petition to force a vote on the bill reached 218 signatures.",
        {("us-house-discharge", "met")},
    ),
    (
        "some of the signatures",
        US + "The discharge petition for the bill has 214 of the 218 signatures.",
        {("us-house-discharge", "possible")},
    ),
    (
        "each of the members",
        EU + "Each of the 27 must back the package.",
        {(UNANIMITY, "required")},
    ),
    (
        "a treaty in the Senate",
        US + "Passage of the bill as a treaty requires a two-thirds vote of the Senate.",
        {("us-senate-two-thirds", "required")},
    ),
    (
        "any bill is no measure",
        US + "Under the rules any legislation requiring 60 votes dies quickly.",
        set(),
    ),
    (
        "suspension of the rules",
        US + "The bill could be brought up under suspension of the rules, which requires a "
        "two-thirds majority in the House.",
        {("us-house-two-thirds", "required")},
    ),
    (
        "a discharge petition that is filed",
        US + "House Democrats filed a discharge petition to force a vote on the bill.",
        {("us-house-discharge", "possible")},
    ),
    (
        "a discharge petition that is complete",
        US + "The discharge petition on the bill reached 218 signatures on Monday.",
        {("us-house-discharge", "met")},
    ),
    (
        "a simple majority of the Senate",
        US + "The bill needs only a simple majority in the Senate.",
        {("us-senate-majority", "required")},
    ),
    (
        "a qualified majority",
        EU + "The tariffs in the package can pass by qualified majority.",
        {("eu-qualified-majority", "required")},
    ),
    (
        "a unanimous vote of the Senate is no rule",
        US + "The bill passed the Senate unanimously.",
        set(),
    ),
    (
        "debate that was ended is no rule",
        US + "The Senate voted 71-29 to end debate on the bill.",
        set(),
    ),
    (
        "the filibuster as such is no rule",
        US + "Republicans defended the filibuster in a debate on the bill.",
        set(),
    ),
]
ROWS = [
    *((why, EU + text, {(UNANIMITY, stance)}) for why, text, stance in EUROPE),
    *((why, US + text, {(CLOTURE, stance)}) for why, text, stance in SENATE),
    *((why, US + text, {(VETO, stance)}) for why, text, stance in VETOES),
    *OTHERS,
]


def thresholds_of(text):
    record = extract(Article(text=text, id="x", published="2024-05-01"), LEXICON)
    return [rule for measure in record.measures for rule in measure.thresholds]


@pytest.mark.parametrize(("why", "text", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_rules_are_tied_to_the_measure_with_their_stance(why, text, told):
    assert {(t.rule, t.stance) for t in thresholds_of(text)} == told


def test_a_rule_has_one_entry_and_a_deciding_stance_outranks_need():
    text = US + "The bill needs 60 votes to advance. It fell short of the 60 votes on Tuesday."
    (threshold,) = thresholds_of(text)
    assert (threshold.stance, threshold.required) == ("not_met", 60)


def test_the_number_is_recorded_only_where_the_sentence_has_it():
    (threshold,) = thresholds_of(EU + "EU sanctions require unanimity.")
    assert threshold.required is None
