"""What the views make of claims: states, outlooks, counts against rules, conflicts."""

from typing import Any

import pytest
from sqlalchemy import Engine, text

from store.asking import rows, tell
from store.telling import Telling
from tracker.errors import UsageError
from tracker.reports.council import council
from tracker.reports.rows import dicts
from tracker.reports.source import open_source


def told(published: str | None, *statuses: tuple[str, ...], **more: Any) -> Telling:
    """An article on the 18th package; each status is status, modality and date."""
    claims = [dict(zip(("status", "modality", "date"), each, strict=False)) for each in statuses]
    return Telling(published=published).package(
        "18th package", form="numbered", ordinal=18, statuses=claims, **more
    )


@pytest.mark.parametrize(
    ("why", "articles", "status", "since"),
    [
        (
            "the latest actual claim counts",
            [
                told("2025-06-10", ("proposed", "actual", "2025-06-10")),
                told("2025-07-18", ("adopted", "actual", "2025-07-18")),
            ],
            "adopted",
            "2025-07-18",
        ),
        (
            "threats move nothing",
            [told("2025-06-10", ("preparing", "actual"), ("adopted", "conditional"))],
            "preparing",
            "2025-06-10",
        ),
        (
            "what is retold without a date does not set it back",
            [
                told("2025-07-18", ("adopted", "actual", "2025-07-18")),
                told("2025-08-30", ("preparing", "actual")),
            ],
            "adopted",
            "2025-07-18",
        ),
        (
            "nor what may have been before",
            [
                told("2025-07-18", ("adopted", "actual", "2025-07-18")),
                told("2025-08-30", ("proposed", "actual", "2025")),
            ],
            "adopted",
            "2025-07-18",
        ),
        (
            "a later step back that is dated counts",
            [
                told("2025-07-01", ("agreed", "actual", "2025-07-01")),
                told("2025-07-10", ("blocked", "actual", "2025-07-10")),
            ],
            "blocked",
            "2025-07-10",
        ),
        (
            "of one day, the stage further on",
            [told("2025-07-18", ("agreed", "actual", "2025-07-18"), ("adopted", "actual"))],
            "adopted",
            "2025-07-18",
        ),
        ("a denial is no status", [told("2025-06-10", ("adopted", "negated"))], None, None),
        (
            "without any date it still has a status",
            [told(None, ("preparing", "actual"))],
            "preparing",
            None,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_a_package_stands_where(
    seeded_file: Engine, why: str, articles: list[Telling], status: str | None, since: str | None
) -> None:
    for article in articles:
        tell(seeded_file, article)
    found = rows(seeded_file, "SELECT status, since FROM package_status WHERE key = 'eu/ru/18'")
    assert found == [(status, since)], why


@pytest.mark.parametrize(
    ("why", "articles", "outlook"),
    [
        (
            "planned is stronger than possible",
            [told("2025-06-10", ("adopted", "possible"), ("proposed", "planned"))],
            ("proposed", "planned"),
        ),
        (
            "what came true is no outlook",
            [
                told("2025-06-10", ("proposed", "planned")),
                told("2025-06-20", ("proposed", "actual")),
            ],
            (None, None),
        ),
        (
            "what a later stage overtook is none",
            [
                told("2025-06-10", ("proposed", "planned")),
                told("2025-06-20", ("adopted", "actual")),
            ],
            (None, None),
        ),
        (
            "what was denied later is none",
            [
                told("2025-06-10", ("adopted", "expected")),
                told("2025-06-20", ("adopted", "negated")),
            ],
            (None, None),
        ),
        (
            "what was foretold for a day that has passed is none",
            [told("2025-06-10", ("adopted", "expected", "2025-06-20"))],
            (None, None),
        ),
        (
            "a package on hold is still expected",
            [
                told("2025-06-10", ("adopted", "expected")),
                told("2025-06-20", ("blocked", "actual")),
            ],
            ("adopted", "expected"),
        ),
        (
            "an extension can come again",
            [
                told("2025-01-10", ("extended", "actual", "2025-01-10")),
                told("2025-06-20", ("extended", "planned")),
            ],
            ("extended", "planned"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_outlook_is_the_strongest_open_claim(
    seeded_file: Engine, why: str, articles: list[Telling], outlook: tuple[str | None, ...]
) -> None:
    for article in articles:
        tell(seeded_file, article)
    assert rows(
        seeded_file, "SELECT outlook, outlook_modality FROM package_status WHERE key = 'eu/ru/18'"
    ) == [outlook], why


def test_a_rejected_claim_counts_no_more(seeded: Engine) -> None:
    tell(seeded, told("2025-07-18", ("adopted", "actual", "2025-07-18")))
    with seeded.begin() as connection:
        connection.execute(text("UPDATE status_change SET verdict = 'rejected'"))
    assert rows(seeded, "SELECT status FROM package_status WHERE key = 'eu/ru/18'") == [(None,)]


def test_sources_are_publishers_not_articles(seeded: Engine) -> None:
    for day, publisher in (("10", "One"), ("11", "One"), ("12", "Two"), ("13", None)):
        article = Telling(published=f"2025-06-{day}", publisher=publisher)
        tell(seeded, article.package("18th package", form="numbered", ordinal=18))
    assert rows(
        seeded,
        "SELECT articles, independent_sources, first_seen, last_seen, tracked"
        " FROM package_status WHERE key = 'eu/ru/18'",
    ) == [(4, 3, "2025-06-10", "2025-06-13", True)]


def test_reference_data_alone_is_not_tracked(seeded: Engine) -> None:
    assert rows(seeded, "SELECT count(*) FROM bill_status WHERE tracked") == [(0,)]
    assert rows(seeded, "SELECT count(*) FROM package_status WHERE tracked") == [(0,)]


def cosponsored(published: str, count: int) -> Telling:
    support = {"kind": "cosponsors", "count": count, "comparator": "=", "body": "us-senate"}
    sponsor = {"name": "Lindsey Graham", "role": "sponsor"}
    return Telling(published=published).bill(
        "S. 1241", number="s1241", congress=119, support=[support], sponsors=[sponsor]
    )


def test_support_is_held_against_each_rule_of_the_body(seeded: Engine) -> None:
    tell(seeded, cosponsored("2025-05-01", 50))
    tell(seeded, cosponsored("2025-05-14", 70))
    found = rows(
        seeded,
        "SELECT basis, rule, support, support_on, seats, seats_from, required, margin,"
        " margin_with_sponsors, preferred FROM whip_count ORDER BY basis DESC, required",
    )
    assert found == [
        ("press", "us-senate-majority", 70, "2025-05-14", 100, "office_term", 51, 19, 20, False),
        ("press", "us-senate-cloture", 70, "2025-05-14", 100, "office_term", 60, 10, 11, False),
        ("press", "us-veto-override", 70, "2025-05-14", 100, "office_term", 67, 3, 4, False),
        ("official", "us-senate-majority", 84, "2025-06-17", 100, "office_term", 51, 33, 34, True),
        ("official", "us-senate-cloture", 84, "2025-06-17", 100, "office_term", 60, 24, 25, True),
        ("official", "us-veto-override", 84, "2025-06-17", 100, "office_term", 67, 17, 18, True),
    ]


@pytest.mark.parametrize(
    ("why", "facets", "found"),
    [
        ("as the words say", {"number": "hr7", "body": "us-senate"}, ("us-senate", "article")),
        ("the chamber of its number", {"number": "hr7"}, ("us-house", "number")),
        ("where all its sponsors sit", {"sponsor": "Lindsey Graham"}, ("us-senate", "sponsors")),
        ("the only chamber there is", {"jurisdiction": ("UA",)}, ("ua-rada", "legislature")),
        ("none where nothing tells", {}, None),
        ("none of several chambers", {"jurisdiction": ("GB",)}, None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_support_without_a_body_counts_in(
    seeded_file: Engine, why: str, facets: dict[str, Any], found: tuple[str, str] | None
) -> None:
    support = {"kind": "supporters", "count": 52, "comparator": "=", "body": facets.get("body")}
    sponsor = [{"name": facets["sponsor"], "role": "sponsor"}] if "sponsor" in facets else []
    article = Telling(published="2025-05-14").bill(
        "a bill",
        number=facets.get("number"),
        congress=119,
        jurisdiction=facets.get("jurisdiction", ("US",)),
        sponsors=sponsor,
        support=[support],
    )
    tell(seeded_file, article)
    counted = rows(
        seeded_file, "SELECT DISTINCT body, body_from FROM whip_count WHERE support = 52"
    )
    assert counted == ([found] if found else []), why


def test_whom_the_press_calls_a_sponsor_and_the_record_a_cosponsor_counts_once(
    seeded_file: Engine,
) -> None:
    support = {"kind": "cosponsors", "count": 70, "comparator": "="}
    both = [{"name": name, "role": "sponsor"} for name in ("Lindsey Graham", "Richard Blumenthal")]
    told = Telling(published="2025-05-14").bill(
        "S. 1241", number="s1241", congress=119, support=[support], sponsors=both
    )
    tell(seeded_file, told)
    assert rows(
        seeded_file, "SELECT DISTINCT basis, sponsors FROM whip_count WHERE basis = 'press'"
    ) == [("press", 1)]


def test_a_later_count_without_a_body_takes_the_place_of_one_with_it(seeded_file: Engine) -> None:
    tell(seeded_file, cosponsored("2025-05-01", 50))
    support = {"kind": "cosponsors", "count": 70, "comparator": "="}
    told = Telling(published="2025-05-14").bill(
        "S. 1241", number="s1241", congress=119, support=[support]
    )
    tell(seeded_file, told)
    assert rows(seeded_file, "SELECT DISTINCT support FROM whip_count WHERE basis = 'press'") == [
        (70,)
    ]


def test_vacant_seats_lower_what_is_needed(seeded: Engine) -> None:
    """With two of a hundred seats vacant, three fifths of those sworn are 59."""
    with seeded.begin() as connection:
        connection.execute(
            text(
                "UPDATE office_term SET held_to = '2025-05-02' WHERE chamber = 'us-senate'"
                " AND state = 'OH' AND held_from <= '2025-05-01' AND held_to > '2025-05-02'"
            )
        )
    tell(seeded, cosponsored("2025-05-14", 58))
    assert rows(
        seeded,
        "SELECT seats, required, required_at_full, margin FROM whip_count"
        " WHERE rule = 'us-senate-cloture' AND basis = 'press'",
    ) == [(98, 59, 60, -1)]


@pytest.mark.parametrize(
    ("why", "rule", "required"),
    [
        ("more than half", "us-house-majority", 218),
        ("two thirds of those who vote", "us-house-two-thirds", 290),
        ("a fixed number whatever the vacancies", "us-house-discharge", 218),
    ],
)
def test_the_house_needs(seeded_file: Engine, why: str, rule: str, required: int) -> None:
    tell(
        seeded_file,
        Telling(published=None).bill(
            "H.R. 7",
            number="hr7",
            congress=119,
            thresholds=[{"rule": rule, "stance": "required"}],
            support=[{"kind": "supporters", "count": 200, "comparator": ">", "body": "us-house"}],
        ),
    )
    (found,) = rows(
        seeded_file,
        "SELECT required_at_full, sponsors FROM whip_count WHERE rule = :rule",
        rule=rule,
    )
    assert found == (required, 0), why


def test_rules_of_the_council_follow_from_states_and_people(seeded: Engine) -> None:
    found = rows(
        seeded,
        "SELECT members, states_required, states_to_block, largest_to_block FROM council_majority"
        " WHERE rule = 'eu-qualified-majority'",
    )
    assert found == [(27, 15, 13, 4)]
    assert rows(
        seeded, "SELECT members, states_required FROM council_majority WHERE rule = 'eu-unanimity'"
    ) == [(27, 27)]


@pytest.mark.parametrize(
    ("why", "against", "adopted"),
    [
        ("two small states cannot block", ["HU", "SK"], True),
        ("three states cannot, however large", ["DE", "FR", "IT"], True),
        ("four can that hold over a third of the people", ["DE", "FR", "IT", "HU"], False),
        ("four small ones cannot", ["HU", "SK", "CZ", "MT"], True),
        (
            "thirteen can by their number",
            ["MT", "LU", "CY", "EE", "LV", "SI", "LT", "HR", "IE", "SK", "FI", "DK", "BG"],
            False,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_vote_in_the_council(
    seeded_file: Engine, why: str, against: list[str], adopted: bool
) -> None:
    assert decided(seeded_file, "eu-qualified-majority", against) is adopted, why


@pytest.mark.parametrize(
    ("why", "rule", "against", "adopted"),
    [
        ("one state stops what all must want", "eu-unanimity", ["HU"], False),
        (
            "three large states stop what no one proposed",
            "eu-council-qmv-reinforced",
            ["DE", "FR", "IT"],
            False,
        ),
        (
            "thirteen small ones do not stop what is decided by 14",
            "eu-council-simple",
            ["MT", "LU", "CY", "EE", "LV", "SI", "LT", "HR", "IE", "SK", "FI", "DK", "BG"],
            True,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_another_rule_of_the_council(
    seeded_file: Engine, why: str, rule: str, against: list[str], adopted: bool
) -> None:
    assert decided(seeded_file, rule, against) is adopted, why


def decided(engine: Engine, rule: str, against: list[str]) -> bool:
    """Whether the listing of the Council's rules has a vote adopted."""
    with open_source(str(engine.url.database)) as source:
        (row,) = [row for row in dicts(council(source, against)) if row["rule"] == rule]
    return bool(row["adopted"] == "yes")


def test_only_member_states_vote_in_the_council(seeded_file: Engine) -> None:
    with pytest.raises(UsageError, match="GB is no member state"):
        decided(seeded_file, "eu-unanimity", ["gb"])


def listing(published: str, count: int, comparator: str = "=") -> Telling:
    vessels = {"type": "vessel", "count": count, "comparator": comparator}
    return Telling(published=published).package(
        "17th package", form="numbered", ordinal=17, designations=[vessels]
    )


def tally(yeas: int, nays: int, **more: Any) -> dict[str, Any]:
    usual = {"body": "us-senate", "on": "passed", "result": "passed", "date": "2025-06-01"}
    return {**usual, "yeas": yeas, "nays": nays, **more}


def votes(publisher: str, *tallies: dict[str, Any]) -> Telling:
    return Telling(published="2025-06-02", publisher=publisher).bill(
        "S. 2001", number="s2001", congress=119, votes=list(tallies)
    )


def vote(yeas: int, nays: int, publisher: str, **more: Any) -> Telling:
    return votes(publisher, tally(yeas, nays, **more))


def counted(published: str, *counts: int) -> Telling:
    vessels = [{"type": "vessel", "count": count, "comparator": "="} for count in counts]
    return Telling(published=published).package(
        "18th package", form="numbered", ordinal=18, designations=vessels
    )


def acted(status: str, date: str, body: str | None) -> Telling:
    step = {"status": status, "modality": "actual", "date": date, "body": body}
    return Telling(published="2025-06-30").bill(
        "S. 2001", number="s2001", congress=119, statuses=[step]
    )


@pytest.mark.parametrize(
    ("why", "articles", "expected"),
    [
        (
            "two tallies of one vote",
            [vote(97, 2, "One"), vote(98, 2, "Two")],
            [("tally", "told first")],
        ),
        ("one tally told twice", [vote(97, 2, "One"), vote(97, 2, "Two")], []),
        (
            "two chambers that are not named may each have voted",
            [vote(97, 1, "One", body=None), vote(348, 77, "Two", body=None)],
            [],
        ),
        (
            "two chambers that are named have",
            [vote(97, 1, "One"), vote(348, 77, "Two", body="us-house")],
            [],
        ),
        (
            "one article that tells two votes of a chamber does not contradict itself",
            [votes("One", tally(52, 48), tally(60, 40))],
            [],
        ),
        (
            "cloture is voted on again and again",
            [vote(52, 48, "One", on="cloture"), vote(61, 39, "Two", on="cloture", date="2025-06")],
            [],
        ),
        (
            "but not twice on one day",
            [vote(61, 38, "One", on="cloture"), vote(61, 39, "Two", on="cloture")],
            [("tally", "told first")],
        ),
        (
            "a chamber passed and failed it on one day",
            [
                acted("passed", "2025-06-01", "us-senate"),
                acted("failed", "2025-06-01", "us-senate"),
            ],
            [("status", "the stage further on")],
        ),
        (
            "within one month it may do both",
            [acted("passed", "2025-06", "us-senate"), acted("failed", "2025-06", "us-senate")],
            [],
        ),
        (
            "one chamber passed it, another one failed it",
            [acted("passed", "2025-06-01", "us-house"), acted("failed", "2025-06-01", None)],
            [],
        ),
        (
            "adopted and blocked on one day",
            [
                told("2025-07-18", ("adopted", "actual", "2025-07-18")),
                told("2025-07-19", ("blocked", "actual", "2025-07-18")),
            ],
            [("status", "the stage further on")],
        ),
        (
            "blocked first, adopted later: news, no conflict",
            [
                told("2025-07-10", ("blocked", "actual", "2025-07-10")),
                told("2025-07-18", ("adopted", "actual", "2025-07-18")),
            ],
            [],
        ),
        ("189 vessels, as the reference data has it", [listing("2025-05-21", 189)], []),
        (
            "exact counts of two articles",
            [counted("2025-07-19", 105), counted("2025-07-19", 110)],
            [("count", "reference data before press"), ("count", "told first")],
        ),
        ("what one article counts in parts", [counted("2025-07-19", 7, 17)], []),
        ("nearly 200 is not 200", [listing("2025-05-21", 200, "~")], []),
        (
            "an exact count that is another",
            [listing("2025-05-21", 200)],
            [("count", "reference data before press")],
        ),
        (
            "a proposal may differ from what was adopted",
            [listing("2025-05-10", 149)],
            [],
        ),
        (
            "adopted on a day that cannot be",
            [told("2025-09-02", ("adopted", "actual", "2025-09-01"))],
            [("date", "reference data before press")],
        ),
        (
            "a listing between two packages taken for the 20th",
            [
                Telling(published="2025-12-16").package(
                    "20th package",
                    form="numbered",
                    ordinal=20,
                    statuses=[{"status": "adopted", "modality": "actual", "date": "2025-12-15"}],
                )
            ],
            [("ordinal", "reference data before press")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_claims_conflict(
    seeded_file: Engine, why: str, articles: list[Telling], expected: list[tuple[str, str]]
) -> None:
    for article in articles:
        tell(seeded_file, article)
    found = rows(seeded_file, "SELECT kind, why FROM conflict")
    assert sorted(found) == sorted(expected), why


@pytest.mark.parametrize(
    ("why", "tiers", "follows", "reason", "status"),
    [
        (
            "an official record outweighs the press",
            ("press", "official"),
            "official record",
            "official before press",
            "blocked",
        ),
        (
            "so does what the issuer says",
            ("press", "release"),
            "issuer's release",
            "release before press",
            "blocked",
        ),
        (
            "of equals the stage further on",
            ("press", "press"),
            "press",
            "the stage further on",
            "adopted",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_conflict_says_what_the_status_follows(
    seeded_file: Engine, why: str, tiers: tuple[str, str], follows: str, reason: str, status: str
) -> None:
    tell(seeded_file, told("2025-07-18", ("adopted", "actual", "2025-07-18")))
    tell(seeded_file, told("2025-07-19", ("blocked", "actual", "2025-07-18")))
    with seeded_file.begin() as connection:
        for claimed, tier in zip(("adopted", "blocked"), tiers, strict=True):
            connection.execute(
                text("UPDATE status_change SET tier = :tier WHERE status = :claimed"),
                {"tier": tier, "claimed": claimed},
            )
    ((believed, stated, claim),) = rows(seeded_file, "SELECT follows, why, claim FROM conflict")
    assert (believed, stated) == (follows, reason), why
    assert rows(
        seeded_file, "SELECT status, status_claim FROM package_status WHERE key = 'eu/ru/18'"
    ) == [(status, claim)], why


def test_a_conflict_with_reference_data_names_its_source(seeded_file: Engine) -> None:
    tell(seeded_file, listing("2025-05-21", 200))
    ((follows, source, claim, says, quote),) = rows(
        seeded_file, "SELECT follows, source, claim, says, quote FROM conflict"
    )
    assert (follows, claim, says, quote) == ("reference data", None, "189 vessels", None)
    assert source.startswith("reference data: http")


def test_claims_are_said_in_words(seeded: Engine) -> None:
    votes = [
        tally(349, 42, body="us-house"),
        tally(48, 50, result="failed"),
        tally(62, 30, on="cloture", body=None),
        tally(52, 48, on="cloture", result="failed"),
        tally(61, 39, on="overridden", result="failed"),
        tally(9, 1, body="xy-diet"),
    ]
    support = [
        {"kind": "cosponsors", "count": 1, "comparator": "="},
        {"kind": "supporters", "count": 60, "comparator": ">="},
        {"kind": "cosponsors", "count": 9, "comparator": "<", "body": "us-house"},
    ]
    thresholds = [
        {"rule": "us-senate-cloture", "stance": "met", "required": 60},
        {"rule": "us-veto-override", "stance": "not_met"},
        {"rule": "us-senate-majority", "stance": "required"},
        {"rule": "xy-rule", "stance": "possible"},
    ]
    designations = [
        {"type": "entity", "count": 1, "comparator": "="},
        {"type": "entity", "count": 12, "comparator": "="},
        {"type": "vessel", "count": 189, "comparator": ">"},
        {"type": "aircraft", "count": 3, "comparator": "~"},
        {"type": "individual", "count": 0, "comparator": "<="},
    ]
    telling = Telling("2025-06-02").bill(
        "S. 2001", number="s2001", congress=119, votes=votes, support=support, thresholds=thresholds
    )
    tell(seeded, telling.package("a package", designations=designations))
    assert set(rows(seeded, "SELECT says, body_name FROM timeline WHERE tier = 'press'")) == {
        ("passed 349-42", "the House"),
        ("failed 48-50", "the Senate"),
        ("cloture 62-30", None),
        ("no cloture 52-48", "the Senate"),
        ("not overridden 61-39", "the Senate"),
        ("passed 9-1", "xy-diet"),
        ("1 cosponsor", None),
        ("at least 60 supporters", None),
        ("fewer than 9 cosponsors", "the House"),
        ("reaches the 60 votes for cloture on legislation", "the Senate"),
        ("falls short of the votes for veto override", None),
        ("needs the votes for passage by simple majority", "the Senate"),
        ("may reach the votes for xy-rule", None),
        ("1 entity", None),
        ("12 entities", None),
        ("more than 189 vessels", None),
        ("about 3 aircraft", None),
        ("at most 0 individuals", None),
    }


def test_views_answer_the_same_on_both_databases(seeded: Engine) -> None:
    for article in (
        vote(97, 2, "One"),
        vote(98, 2, "Two"),
        listing("2025-05-21", 200),
        told("2025-09-02", ("adopted", "actual", "2025-09-01")),
        cosponsored("2025-05-14", 70),
    ):
        tell(seeded, article)
    assert rows(seeded, "SELECT kind, says, other_says FROM conflict ORDER BY kind, says") == [
        ("count", "189 vessels", "200 vessels"),
        ("date", "adopted on 2025-07-18", "adopted on 2025-09-01"),
        ("tally", "passed 97-2 in the Senate", "passed 98-2 in the Senate"),
    ]
    assert rows(
        seeded,
        "SELECT key, facet, says, source FROM timeline WHERE tier = 'press'"
        " ORDER BY key, facet, says",
    ) == [
        ("eu/ru/17", "designation", "200 vessels", None),
        ("eu/ru/18", "status", "adopted", None),
        ("us/119/s1241", "support", "70 cosponsors", None),
        ("us/119/s2001", "vote", "passed 97-2", "One"),
        ("us/119/s2001", "vote", "passed 98-2", "Two"),
    ]
