"""What each report says of a known store, on both databases."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from conftest import Stores
from reports.conftest import fill, told_by_day
from store.telling import Telling

from tracker.errors import UsageError
from tracker.listing import Listing
from tracker.reports import Asked, Source, open_source
from tracker.reports.changes import changes
from tracker.reports.claims import conflicts, outlook, timeline
from tracker.reports.explaining import explain_claim
from tracker.reports.finding import find_measure
from tracker.reports.measures import bills, packages
from tracker.reports.page import page
from tracker.reports.reading import coverage, sources
from tracker.reports.support import sponsors, thresholds

REPORTS = [
    bills, packages, timeline, outlook, conflicts, thresholds, sponsors, sources, coverage,
]  # fmt: skip
SUMMER = Asked(as_of=date(2025, 7, 1))
WHOLE_SPRING = Asked(
    since=date(2025, 4, 20), until=date(2025, 6, 25), known_at=datetime(2100, 1, 1, tzinfo=UTC)
)


def dicts(listing: Listing) -> list[dict[str, Any]]:
    return [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]


def one(listing: Listing, **wanted: object) -> dict[str, Any]:
    (found,) = [
        row for row in dicts(listing) if all(row[name] == value for name, value in wanted.items())
    ]
    return found


def test_a_bill_shows_its_cosponsors_against_the_votes_needed(source: Source) -> None:
    row = one(bills(source, SUMMER), key="us/119/s1241")
    assert (row["status"], row["cosponsors"], row["on record"]) == ("stalled", 76, 84)
    assert "us-senate-cloture 60 (+16)" in row["against"]
    assert "us-veto-override 67 (+9)" in row["against"]


def test_a_status_follows_actual_claims_and_others_are_its_outlook(source: Source) -> None:
    row = one(packages(source, SUMMER), key="eu/ru/18")
    assert row["status"] is None
    assert row["outlook"] == "conditional: adopted, if Moscow refuses"


def test_what_was_only_foretold_shows_what_became_of_it_with_its_claim(
    filled: Callable[[list[Telling]], str],
) -> None:
    planned = {"status": "proposed", "modality": "planned"}
    early, late = ({**planned, "date": day} for day in ("2025-05-05", "2025-06-10"))
    vote = {**early, "status": "scheduled"}
    bill = Telling("2025-05-01").bill("Georgia Bill", number="hr36", congress=119, statuses=[vote])
    told = [
        bill,
        *(
            Telling(day).package("19th package", form="numbered", ordinal=19, statuses=statuses)
            for day, statuses in (("2025-05-01", [early]), ("2025-06-01", [late]))
        ),
    ]
    with open_source(filled(told)) as opened:
        waiting = one(packages(opened, Asked(as_of=date(2025, 6, 9))), key="eu/ru/19")
        (over,) = dicts(packages(opened, SUMMER))
        (of_bill,) = dicts(bills(opened, SUMMER))
        assert explain_claim(opened, over["claim"]).quote
    assert waiting["outlook"] == "planned: proposed (2025-06-10)"
    assert over["outlook"] == "planned: proposed (2025-06-10), date passed"
    assert over["claim"] == waiting["claim"]
    assert of_bill["outlook"] == "planned: scheduled (2025-05-05), date passed"
    assert of_bill["claim"]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        (Asked(target="IR"), {"gb"}),
        (Asked(issuer="eu"), {"eu"}),
        (Asked(status="adopted"), {"eu", "gb"}),
        (Asked(modality="conditional"), {"eu"}),
        (Asked(since=date(2025, 5, 15), until=date(2025, 5, 20)), {"gb"}),
        (Asked(since=date(2030, 1, 1)), set()),
        (Asked(issuer="US"), set()),
    ],
)
def test_packages_can_be_filtered(source: Source, asked: Asked, keys: set[str]) -> None:
    found = packages(source, asked)
    assert {str(row["key"]).split("/")[0] for row in dicts(found)} == keys


@pytest.mark.parametrize(
    ("asked", "count"),
    [(Asked(congress=119), 2), (Asked(congress=118), 0), (Asked(sponsor="graham"), 1)],
)
def test_bills_can_be_filtered(source: Source, asked: Asked, count: int) -> None:
    assert len(bills(source, asked).rows) == count


def test_what_only_reference_data_knows_is_shown_when_asked_for(source: Source) -> None:
    usual = packages(source, Asked())
    everything = packages(source, Asked(untold=True))
    assert len(everything.rows) > len(usual.rows)
    assert "eu/ru/1" in {row["key"] for row in dicts(everything)}


def test_the_timeline_of_one_measure_is_in_order_and_quoted(source: Source) -> None:
    measure = find_measure(source, "17th package", Asked()).id
    found = dicts(timeline(source, Asked(measure=measure)))
    days = [str(row["date"]) for row in found]
    assert days == sorted(days)
    assert all(row["quote"] and row["claim"] for row in found)


def test_a_plan_whose_day_has_passed_is_told_so(source: Source) -> None:
    assert one(
        outlook(source, Asked(as_of=date(2025, 6, 1), modality="planned", until=date(2025, 4, 5))),
        key="us/119/s1241",
    )["state"] == "open"  # fmt: skip
    assert one(
        outlook(source, Asked(as_of=date(2025, 7, 1), modality="planned", until=date(2025, 4, 5))),
        key="us/119/s1241",
    )["state"] == "date passed"  # fmt: skip


def test_two_tallies_of_one_vote_are_a_conflict_with_both_quotes(source: Source) -> None:
    found = dicts(conflicts(source, Asked()))
    assert {row["key"] for row in found} == {"us/119/hr36"}
    assert all(row["quote"] and row["its quote"] and row["why"] for row in found)


def test_thresholds_set_each_count_against_each_rule(source: Source) -> None:
    found = [
        row
        for row in dicts(thresholds(source, Asked()))
        if row["key"] == "us/119/s1241" and row["rule"] == "us-senate-cloture"
    ]
    assert [(row["support"], row["needed"], row["margin"]) for row in found] == [
        ("84 cosponsors of 100 in the Senate, on record", 60, 24),
        ("76 cosponsors of 100 in the Senate, told", 60, 16),
    ]
    on_record, told = (explain_claim(source, row["claim"]) for row in found)
    assert (on_record.quote, on_record.facts["source"]) == ("Cosponsor: Jon Ossoff", "Congress.gov")
    assert on_record.facts["url"].startswith("https://www.congress.gov/")
    assert "count 76" in told.quote


def test_a_sponsor_is_one_whether_the_press_or_the_record_names_him(source: Source) -> None:
    row = one(sponsors(source, Asked(sponsor="graham")), role="sponsor")
    assert row["on record"] == "2025-04-01"
    assert row["articles"] > 1


def test_sources_count_their_articles(source: Source) -> None:
    assert one(sources(source, Asked()), source="Wire")["articles"] == 16


def test_coverage_names_articles_that_gave_nothing(source: Source) -> None:
    states = [row["state"] for row in dicts(coverage(source, Asked()))]
    assert (len(states), states.count("nothing found")) == (64, 9)


@pytest.mark.parametrize(
    "text",
    [
        "us/119/s1241",
        "S. 1241",
        "s1241-119",
        "119/s1241",
        "S.1241 (119th)",
        "Senate Bill 1241, 119th Congress",
        "Sanctioning Russia Act of 2025",
    ],
)
def test_a_bill_is_found_by_key_number_or_name(source: Source, text: str) -> None:
    assert find_measure(source, text, Asked()).key == "us/119/s1241"


@pytest.mark.parametrize(
    "text", ["eu/ru/17", "17th package", "package 17", "EU 17", "17", "the seventeenth EU package"]
)
def test_a_package_is_found_by_its_number(source: Source, text: str) -> None:
    assert find_measure(source, text, Asked()).key == "eu/ru/17"


def test_a_near_miss_is_answered_with_a_suggestion(source: Source) -> None:
    with pytest.raises(UsageError, match="did you mean us/119/hr36"):
        find_measure(source, "Georgia Suport Bil", Asked())


def test_several_that_fit_are_listed(source: Source) -> None:
    with pytest.raises(UsageError, match="several measures fit"):
        find_measure(source, "package", Asked())


def test_a_page_has_each_claim_with_its_quote(source: Source) -> None:
    rows = dicts(page(source, find_measure(source, "s1241", Asked()), SUMMER))
    assert {row["section"] for row in rows} >= {
        "measure", "names", "sponsors", "support", "timeline", "articles",
    }  # fmt: skip
    assert all(row["quote"] for row in rows if row["claim"])


@pytest.mark.parametrize(
    "report", [bills, packages, timeline, changes, thresholds, sponsors, conflicts, outlook]
)
def test_every_row_leads_to_words(source: Source, report: Any) -> None:
    told = [
        row["claim"] for row in dicts(report(source, WHOLE_SPRING if report is changes else SUMMER))
    ]
    assert told
    for claim in {name for names in told for name in names.split(", ")}:
        assert explain_claim(source, claim).quote


def test_a_claim_is_explained_by_its_own_words(source: Source) -> None:
    claim = one(packages(source, SUMMER), key="eu/ru/17")["claim"]
    found = explain_claim(source, str(claim))
    assert found.quote == "status adopted, modality actual"
    assert found.facts["rule"] == "test"
    with pytest.raises(UsageError, match="there is no claim"):
        explain_claim(source, "status-0")


def same(report: Any, left: Source, right: Source, then: Asked, now: Asked) -> None:
    past, present = report(left, then), report(right, now)
    assert past.columns == present.columns
    assert sorted(map(str, past.rows)) == sorted(map(str, present.rows))


def test_what_was_known_at_a_time_is_what_a_store_of_that_time_says(
    stores: Stores, filled: Callable[[list[Telling]], str]
) -> None:
    tellings = told_by_day()[:30]
    whole = stores.seeded()
    begun = datetime.now(tz=UTC)
    fill(whole, tellings[:13])
    moment = datetime.now(tz=UTC)
    fill(whole, tellings[13:])
    summer = date(2025, 7, 1)
    with open_source(whole) as left, open_source(filled(tellings[:13])) as right:
        for report in REPORTS:
            same(report, left, right, Asked(known_at=moment, as_of=summer), SUMMER)
            nothing = report(left, Asked(known_at=begun, as_of=summer))
            assert report in {thresholds, sponsors, timeline} or not nothing.rows


def test_what_was_so_on_a_day_is_what_a_store_of_that_day_says(
    filled: Callable[[list[Telling]], str],
) -> None:
    on_their_day = [each for index, each in enumerate(told_by_day()[:30]) if index % 7 != 5]
    day = date(2025, 4, 16)
    of_that_day = [each for each in on_their_day if str(each.article.published) <= str(day)]
    with (
        open_source(filled(on_their_day)) as left,
        open_source(filled(of_that_day)) as right,
    ):
        for report in (bills, packages, timeline, outlook, thresholds, sponsors):
            same(report, left, right, Asked(as_of=day), Asked(as_of=day))


def test_changes_tell_what_moved_between_two_days(source: Source) -> None:
    found = dicts(changes(source, WHOLE_SPRING))
    told = {(row["change"], row["key"]): (row["before"], row["now"]) for row in found}
    assert told[("status", "eu/ru/17")] == ("proposed", "adopted")
    assert told[("threshold met: us-senate-cloture (press)", "us/119/s1241")] == (
        "52 of 60",
        "76 of 60",
    )
    assert ("new measure", "us/119/hr36") not in told
    assert ("outlook date passed", "us/119/s1241") in told
    assert any(change == "conflict" for change, _ in told)


def test_an_old_article_that_arrives_late_is_no_news(
    stores: Stores,
) -> None:
    target = stores.seeded()
    news = Telling("2025-05-20").package(
        "17th package", form="numbered", ordinal=17,
        statuses=[{"status": "adopted", "modality": "actual"}],
    )  # fmt: skip
    late = Telling("2025-04-20").package(
        "17th package", form="numbered", ordinal=17,
        statuses=[{"status": "preparing", "modality": "actual"}],
    )  # fmt: skip
    fill(target, [news])
    with open_source(target) as opened:
        before = one(packages(opened, Asked()), key="eu/ru/17")["status"]
    fill(target, [late])
    with open_source(target) as opened:
        assert one(packages(opened, Asked()), key="eu/ru/17")["status"] == before == "adopted"


@pytest.mark.parametrize(
    ("report", "asked", "count"),
    [
        (conflicts, Asked(target="GE"), True),
        (conflicts, Asked(target="RU"), False),
        (conflicts, Asked(congress=118), False),
        (coverage, Asked(target="IR"), True),
        (coverage, Asked(target="CU"), False),
        (coverage, Asked(sponsor="graham"), True),
        (sources, Asked(issuer="GB"), True),
        (sources, Asked(issuer="CH"), False),
    ],
)
def test_what_is_about_articles_is_filtered_by_their_measures(
    source: Source, report: Any, asked: Asked, count: bool
) -> None:
    assert bool(report(source, asked).rows) is count
