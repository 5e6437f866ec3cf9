"""What ships with the program, and what users bring to refresh it."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from store.asking import dump, rows

from tracker import resources
from tracker.lexicon import load
from tracker.reference import load_seeds
from tracker.reference.importing import import_legislators, import_packages
from tracker.reference.legal_acts import legal_acts


def test_loading_again_changes_nothing(seeded: Engine) -> None:
    before = dump(seeded)
    assert load_seeds(seeded) == []
    assert dump(seeded) == before


def test_every_file_of_reference_data_names_its_source() -> None:
    sources = (resources.seeds() / "sources.csv").read_text().splitlines()
    named = {row["file"] for row in csv.DictReader(sources)}
    shipped = {path.name for path in resources.seeds().glob("*.csv")} | {"bills.json"}
    assert shipped - {"sources.csv"} == named


@pytest.mark.parametrize("day", ["2013-06-01", "2017-07-27", "2021-06-01", "2025-04-01"])
def test_a_hundred_senators_held_a_seat_on(seeded_file: Engine, day: str) -> None:
    assert rows(
        seeded_file,
        "SELECT count(*) FROM office_term WHERE chamber = 'us-senate'"
        " AND held_from <= :day AND held_to > :day",
        day=day,
    ) == [(100,)]


def test_the_rules_that_records_name_are_all_there(seeded_file: Engine) -> None:
    known = {rule for (rule,) in rows(seeded_file, "SELECT rule FROM threshold_rule")}
    assert known >= {
        "us-senate-cloture",
        "us-senate-majority",
        "us-house-majority",
        "us-house-two-thirds",
        "us-house-discharge",
        "us-veto-override",
        "us-senate-two-thirds",
        "eu-unanimity",
        "eu-qualified-majority",
        "eu-parliament-majority",
        "un-security-council",
        "un-two-thirds",
        "ua-rada-majority",
    }


def test_every_body_that_votes_or_is_read_of_has_a_name(seeded_file: Engine) -> None:
    named = {code for (code,) in rows(seeded_file, "SELECT code FROM body")}
    voting = {code for (code,) in rows(seeded_file, "SELECT body FROM threshold_rule")}
    read_of = {entry.key for entry in load().bodies.values()}
    assert named >= voting | read_of


def test_the_three_russia_bills_hang_together(seeded_file: Engine) -> None:
    assert rows(
        seeded_file,
        "SELECT a.number, r.relation, b.number FROM measure_relation AS r"
        " JOIN bill AS a ON a.measure_id = r.measure_id"
        " JOIN bill AS b ON b.measure_id = r.related_id ORDER BY 1",
    ) == [("hr5334", "vehicle", "s5025"), ("s5025", "supersedes", "s1241")]
    assert rows(
        seeded_file,
        "SELECT number, status, since, official_cosponsors FROM bill_status ORDER BY number",
    ) == [
        ("hr5334", "enacted", "2026-09-18", None),
        ("s1241", "committee", "2025-04-01", 84),
        ("s5025", "introduced", "2026-07-16", None),
    ]


def test_a_term_ends_with_its_holder(seeded_file: Engine) -> None:
    assert rows(
        seeded_file,
        "SELECT held_to FROM office_term AS t JOIN person AS p ON p.id = t.person_id"
        " WHERE p.bioguide = 'G000359' AND t.chamber = 'us-senate'",
    ) == [("2026-07-12",)]


@pytest.mark.parametrize(
    ("why", "citation", "expected"),
    [
        ("a regulation", "Reg 2025/932", [("32025R0932", "reg/2025/932", None)]),
        (
            "an implementing act is a regulation by its CELEX letter",
            "Impl Reg 2022/260",
            [("32022R0260", "reg_impl/2022/260", None)],
        ),
        ("a CFSP decision", "Dec (CFSP) 2022/264", [("32022D0264", "dec/2022/264", None)]),
        (
            "a number takes the type of the one before",
            "Dec (CFSP) 2022/264; 2022/265",
            [("32022D0264", "dec/2022/264", None), ("32022D0265", "dec/2022/265", None)],
        ),
        (
            "a country before a colon holds on",
            "Reg 2025/1494; Belarus: Reg 2025/1472; Dec 2025/1471",
            [
                ("32025R1494", "reg/2025/1494", None),
                ("32025R1472", "reg/2025/1472", "Belarus"),
                ("32025D1471", "dec/2025/1471", "Belarus"),
            ],
        ),
        (
            "a country in parentheses is of its act alone",
            "Reg 2022/577 (Belarus); Reg 2022/580",
            [("32022R0577", "reg/2022/577", "Belarus"), ("32022R0580", "reg/2022/580", None)],
        ),
        ("what is no citation is passed over", "others not found", []),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_identifiers_follow_from_a_citation(
    why: str, citation: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [
        (act.celex, act.eli.split("/eli/")[1].removesuffix("/oj"), act.target)
        for act in legal_acts(citation)
    ]
    assert found == expected, why


@given(st.text(alphabet="RegDcImpl (CFSP)0123456789/;: Belarus", max_size=80))
def test_no_list_of_citations_breaks_the_reader(citations: str) -> None:
    for act in legal_acts(citations):
        assert act.celex.startswith("3")


def test_the_21_eu_packages_are_measures_with_their_acts(seeded_file: Engine) -> None:
    assert rows(
        seeded_file, "SELECT count(*), min(ordinal), max(ordinal) FROM sanctions_package"
    ) == [(21, 1, 21)]
    assert rows(
        seeded_file,
        "SELECT l.celex FROM legal_act AS l JOIN measure AS m ON m.id = l.measure_id"
        " WHERE m.key = 'eu/ru/17' ORDER BY 1",
    ) == [("32025D0931",), ("32025D0936",), ("32025R0932",), ("32025R0933",)]


PACKAGES = """jurisdiction,target,ordinal,name,proposed_on,adopted_on
EU,RU,22,22nd package,2026-11-01,2026-11-20
EU,RU,twenty,bad number,,2026-11-20
EU,RU,23,23rd package,2027-02-01,2027-01-01
EU,,24,no target,,2027-01-01
"""


def test_packages_with_mistakes_are_named_and_the_others_go_in(
    seeded: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "packages.csv"
    path.write_text(PACKAGES)
    (imported,) = import_packages(seeded, [path])
    assert imported.said == "1 packages"
    assert [str(problem) for problem in imported.problems] == [
        'packages.csv:3: "twenty" is no whole number; correct the row',
        "packages.csv:4: proposed_on 2027-02-01 is after adopted_on 2027-01-01; correct the row",
        'packages.csv:5: "target" is empty; correct the row',
    ]
    assert rows(seeded, "SELECT adopted_on FROM package_status WHERE key = 'eu/ru/22'") == [
        ("2026-11-20",)
    ]


def test_a_file_without_the_columns_is_refused(seeded_file: Engine, tmp_path: Path) -> None:
    path = tmp_path / "packages.csv"
    path.write_text("a,b\n1,2\n")
    (imported,) = import_packages(seeded_file, [path])
    assert 'no column "jurisdiction"' in str(imported.problems[0])


LEGISLATORS = """
- id: {bioguide: N000999, wikidata: Q1}
  name: {first: Nora, last: Newcomer, official_full: Nora Newcomer}
  bio: {birthday: '1980-02-03'}
  terms:
  - {type: rep, start: '2021-01-03', end: '2023-01-03', state: OH, party: Democrat}
  - {type: rep, start: '2023-01-07', end: '2025-01-03', state: OH, party: Democrat}
  - {type: sen, start: '2025-01-03', end: '2031-01-03', state: OH, party: Democrat}
- id: {bioguide: B000999}
  name: {first: Broken}
- id: {bioguide: G000359}
  name: {first: Lindsey, last: Graham, official_full: Lindsey Graham}
  terms:
  - {type: sen, start: '2003-01-07', end: '2026-07-12', state: SC, party: Republican}
"""


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_legislators_refresh_people_and_terms(
    seeded_file: Engine, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"legislators.{ending}"
    path.write_text(_as(ending, LEGISLATORS))
    (imported,) = import_legislators(seeded_file, [path])
    assert imported.said == "2 legislators"
    assert "entry 2 is wrong" in str(imported.problems[0])
    assert rows(
        seeded_file,
        "SELECT t.chamber, t.held_from, t.held_to FROM office_term AS t"
        " JOIN person AS p ON p.id = t.person_id WHERE p.bioguide = 'N000999' ORDER BY t.held_from",
    ) == [
        ("us-house", "2021-01-03", "2025-01-03"),
        ("us-senate", "2025-01-03", "2031-01-03"),
    ]
    people = rows(seeded_file, "SELECT count(*) FROM person")
    list(import_legislators(seeded_file, [path]))
    assert rows(seeded_file, "SELECT count(*) FROM person") == people


def _as(ending: str, text: str) -> str:
    import json

    import yaml

    return text if ending == "yaml" else json.dumps(yaml.safe_load(text))


def test_legislators_in_csv_bring_names(seeded_file: Engine, tmp_path: Path) -> None:
    path = tmp_path / "legislators-current.csv"
    path.write_text(
        "last_name,first_name,full_name,birthday,bioguide_id\n"
        "Newcomer,Nora,Nora Newcomer,1980-02-03,N000999\n"
        "Nameless,,,,\n"
    )
    (imported,) = import_legislators(seeded_file, [path])
    assert imported.said == "1 legislators"
    assert "legislators-current.csv:3" in str(imported.problems[0])
