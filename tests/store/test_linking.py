"""Mentions find their measure, whatever they call it, and ties stay apart."""

from typing import Any

import pytest
from conftest import Stores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from store.asking import counts_as, rows, state, tell
from store.gold import GOLD, gold_articles
from store.telling import Telling
from tracker.store.candidates import gather
from tracker.store.engine import open_engine
from tracker.store.keys import initials_of
from tracker.store.writing import store_article

GRAHAM = {"name": "Lindsey Graham", "role": "sponsor"}
BLUMENTHAL = {"name": "Richard Blumenthal", "role": "sponsor"}


def bill(published: str, *names: str, **facets: Any) -> Telling:
    return Telling(published=published).bill(
        *names, **{"congress": 119, "targets": ("RU",), **facets}
    )


@pytest.mark.parametrize(
    ("why", "telling", "key"),
    [
        (
            "its number and Congress name it",
            bill("2025-05-14", "S. 1241", number="s1241"),
            "us/119/s1241",
        ),
        (
            "its title is that of a bill of this Congress, with or without the year",
            bill("2025-06-01", "Sanctioning Russia Act", title="Sanctioning Russia Act"),
            "us/119/s1241",
        ),
        (
            "sponsor pair, target and time agree, though no article names the bill",
            bill("2025-05-14", "Graham-Blumenthal sanctions bill", sponsors=[GRAHAM, BLUMENTHAL]),
            "us/119/s1241",
        ),
        (
            "one sponsor is enough where no other bill fits",
            bill("2025-05-14", "the Graham sanctions bill", sponsors=[GRAHAM]),
            "us/119/s1241",
        ),
        (
            "after July 2026 the bill that bears his name is the one that is meant",
            bill("2026-07-20", "the Graham sanctions bill", sponsors=[GRAHAM]),
            "us/119/s5025",
        ),
        (
            "once the text moved into another bill, that one is meant",
            bill("2026-08-10", "the Graham sanctions bill", sponsors=[GRAHAM]),
            "us/119/hr5334",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_a_bill_is_found_by(seeded_file: Engine, why: str, telling: Telling, key: str) -> None:
    tell(seeded_file, telling)
    assert rows(seeded_file, "SELECT key FROM bill_status WHERE articles > 0") == [(key,)], why


@pytest.mark.parametrize(
    ("why", "telling"),
    [
        (
            "it was told of before the bill was introduced",
            bill("2025-03-01", "Graham-Blumenthal sanctions bill", sponsors=[GRAHAM, BLUMENTHAL]),
        ),
        (
            "it is aimed against another country",
            bill("2025-05-14", "Graham-Blumenthal bill", sponsors=[GRAHAM], targets=("IR",)),
        ),
        (
            "a sponsor had not joined the bill",
            bill(
                "2025-05-14",
                "Graham-Paul bill",
                sponsors=[GRAHAM, {"name": "Rand Paul", "role": "sponsor"}],
            ),
        ),
        (
            "nothing but its kind is told",
            bill("2025-05-14", "a sanctions bill"),
        ),
        (
            "it belongs to another Congress",
            bill("2023-05-14", "Sanctioning Russia Act", congress=118),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bill_stays_on_its_own_where(seeded_file: Engine, why: str, telling: Telling) -> None:
    tell(seeded_file, telling)
    assert list(counts_as(seeded_file).values()) == list(counts_as(seeded_file)), why


def test_two_bills_that_fit_equally_link_to_neither(seeded: Engine) -> None:
    for number in ("s2001", "s2002"):
        tell(
            seeded,
            bill("2025-05-14", f"Harbor Act in {number}", number=number, sponsors=[BLUMENTHAL]),
        )
    tell(seeded, bill("2025-05-20", "the Blumenthal bill", sponsors=[BLUMENTHAL]))
    key = "us/119/~blumenthal-bill-2025-05"
    assert counts_as(seeded)[key] == key


def test_a_later_official_bill_takes_in_what_was_told_of_it(seeded: Engine) -> None:
    tell(seeded, bill("2025-05-20", "the Harbor Watch Act", title="Harbor Watch Act"))
    tell(seeded, bill("2025-06-20", "Harbor Watch Act", number="s2001"))
    assert rows(seeded, "SELECT key, articles FROM bill_status WHERE articles > 0") == [
        ("us/119/s2001", 2)
    ]
    assert rows(seeded, "SELECT rule, merged_by FROM measure_merge") == [("title", "linker")]


def test_a_measure_told_apart_in_one_article_is_not_made_one(seeded: Engine) -> None:
    both = [GRAHAM, BLUMENTHAL]
    twice = (
        Telling(published="2025-05-14")
        .bill("first Graham-Blumenthal bill", congress=119, targets=("RU",), sponsors=both)
        .bill("second Graham-Blumenthal bill", congress=119, targets=("RU",), sponsors=both)
    )
    tell(seeded, twice)
    assert len(set(counts_as(seeded).values())) == 2


def act(published: str, *names: str, day: str | None = None, **facets: Any) -> Telling:
    status = {"status": "adopted", "modality": "actual", "date": day}
    facets.setdefault("statuses", [status])
    facets.setdefault("jurisdiction", ("US",))
    return Telling(published=published).package(*names, **{"form": "action", **facets})


@pytest.mark.parametrize(
    ("why", "one", "other", "same"),
    [
        (
            "issuer, target and day agree",
            act("2024-02-23", "new sanctions", day="2024-02-23"),
            act("2024-02-25", "sweeping penalties", day="2024-02-23"),
            True,
        ),
        (
            "told without its day, three days after",
            act("2024-02-23", "new sanctions", day="2024-02-23"),
            act("2024-02-26", "sanctions imposed last week"),
            True,
        ),
        (
            "the days differ",
            act("2024-02-23", "new sanctions", day="2024-02-23"),
            act("2024-02-26", "new sanctions", day="2024-02-26"),
            False,
        ),
        (
            "the targets differ",
            act("2024-02-23", "new sanctions", day="2024-02-23"),
            act("2024-02-23", "new penalties", day="2024-02-23", targets=("IR",)),
            False,
        ),
        (
            "exact counts speak against it",
            act(
                "2024-02-23",
                "new sanctions",
                day="2024-02-23",
                designations=[{"type": "vessel", "count": 5, "comparator": "="}],
            ),
            act(
                "2024-02-24",
                "other sanctions",
                day="2024-02-23",
                designations=[{"type": "vessel", "count": 9, "comparator": "="}],
            ),
            False,
        ),
        (
            "half a year lies between",
            act("2024-02-23", "new sanctions"),
            act("2024-08-23", "new sanctions"),
            False,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_unnamed_acts(
    seeded_file: Engine, why: str, one: Telling, other: Telling, same: bool
) -> None:
    tell(seeded_file, one)
    tell(seeded_file, other)
    measures = rows(seeded_file, "SELECT key FROM package_status WHERE articles > 0")
    assert len(measures) == (1 if same else 2), why


@pytest.mark.parametrize(
    ("why", "telling", "key"),
    [
        (
            "it was adopted on the day of a numbered package",
            act("2025-05-20", "new package", day="2025-05-20", jurisdiction=("EU",)),
            "eu/ru/17",
        ),
        (
            "it is being prepared, and the 18th comes next",
            Telling(published="2025-06-12").package(
                "a new package", statuses=[{"status": "proposed", "modality": "actual"}]
            ),
            "eu/ru/18",
        ),
        (
            "its number is told without its target",
            Telling(published="2025-06-12").package(
                "18th package", form="numbered", ordinal=18, targets=()
            ),
            "eu/ru/18",
        ),
        (
            "a listing between two packages is neither of them",
            act("2025-12-15", "new listings", day="2025-12-15", jurisdiction=("EU",)),
            "eu/ru/~2025-12-15-new-listings",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_an_eu_package(seeded_file: Engine, why: str, telling: Telling, key: str) -> None:
    tell(seeded_file, telling)
    assert rows(seeded_file, "SELECT key FROM package_status WHERE articles > 0") == [(key,)], why


@pytest.mark.parametrize(
    ("why", "name", "published", "bioguide"),
    [
        ("full name", "Lindsey Graham", "2025-05-14", "G000359"),
        ("a short first name", "Tim Kaine", "2025-05-14", "K000384"),
        ("title and middle initial", "Sen. Richard J. Durbin", "2025-05-14", "D000563"),
        ("a last name in two words", "Chris Van Hollen", "2025-05-14", "V000128"),
        ("nobody of that name", "Jane Nobody", "2025-05-14", None),
        ("two senators of that last name", "Scott", "2025-05-14", None),
        ("not in office any more", "Harry Reid", "2025-05-14", None),
        ("after his death, in the Congress he sat in", "Lindsey Graham", "2026-09-01", "G000359"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_sponsor_is_known_by(
    seeded_file: Engine, why: str, name: str, published: str, bioguide: str | None
) -> None:
    told = bill(published, "a bill", number="s77", sponsors=[{"name": name, "role": "sponsor"}])
    tell(seeded_file, told)
    found = rows(
        seeded_file,
        "SELECT p.bioguide FROM sponsorship AS s LEFT JOIN person AS p ON p.id = s.person_id"
        " WHERE s.tier = 'press'",
    )
    assert found == [(bioguide,)], why


CORPUS = [
    bill("2025-05-14", "Graham-Blumenthal sanctions bill", sponsors=[GRAHAM, BLUMENTHAL]),
    bill("2025-05-20", "Sanctioning Russia Act", title="Sanctioning Russia Act of 2025"),
    bill("2025-06-10", "the Harbor Watch Act", title="Harbor Watch Act"),
    bill("2025-06-11", "Harbor Watch Act", number="s2001", sponsors=[BLUMENTHAL]),
    bill("2025-06-12", "Blumenthal bill", sponsors=[BLUMENTHAL]),
    act("2024-02-23", "new sanctions", day="2024-02-23"),
    act("2024-02-25", "Friday sanctions on Russia"),
    act("2024-02-24", "other sanctions", day="2024-02-24"),
    act(
        "2024-02-20",
        "more to come",
        statuses=[{"status": "adopted", "modality": "planned", "date": "2024-02-23"}],
    ),
    bill(
        "2025-07-02",
        "a law",
        statuses=[{"status": "enacted", "modality": "actual", "date": "2025-07-01"}],
    ),
    bill(
        "2025-07-20",
        "HWA",
        statuses=[{"status": "enacted", "modality": "actual", "date": "2025-07"}],
    ),
    Telling(published="2025-05-14").package(
        "a package", statuses=[{"status": "preparing", "modality": "actual"}]
    ),
    Telling(published="2025-05-20").package(
        "17th package",
        form="numbered",
        ordinal=17,
        statuses=[{"status": "adopted", "modality": "actual", "date": "2025-05-20"}],
    ),
]


@pytest.fixture(scope="module")
def expected(files: Stores) -> Any:
    engine = open_engine(files.seeded())
    for telling in CORPUS:
        tell(engine, telling)
    yield state(engine)
    engine.dispose()


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(CORPUS))
def test_any_order_of_articles_gives_the_same_store(
    files: Stores, expected: Any, order: list[Telling]
) -> None:
    engine = open_engine(files.seeded())
    for telling in order:
        tell(engine, telling)
    assert state(engine) == expected
    engine.dispose()


def test_the_reverse_order_gives_the_same_store_on_each_database(
    seeded: Engine, expected: Any
) -> None:
    for telling in reversed(CORPUS):
        tell(seeded, telling)
    assert state(seeded) == expected


def forty() -> list[Telling]:
    """Forty articles about five measures, each under a name or with facts of its own."""
    pair = [GRAHAM, BLUMENTHAL]
    told: list[Telling] = []
    for day in range(10, 18):
        on = f"2025-06-{day}"
        names = ("Graham-Blumenthal sanctions bill", "Sanctioning Russia Act")
        told.append(bill(on, names[day % 2], sponsors=pair, title=names[1] if day % 2 else None))
        number = {"form": "numbered", "ordinal": 18, "targets": ("RU",) if day % 2 else ()}
        told.append(Telling(published=on).package(f"18th package, on day {day}", **number))
        told.append(
            bill(
                on,
                f"Harbor Watch Act, as told on day {day}" if day % 2 else "the Harbor Watch Act",
                title="Harbor Watch Act of 2025",
                number="s2001" if day > 13 else None,
                targets=(),
            )
        )
        told.append(
            act(on, f"penalties of day {day}", day="2025-06-09", targets=("IR",))
            if day > 12
            else act(on, f"penalties of day {day}", targets=("IR",))
        )
        told.append(
            Telling(published=on).package(
                f"a renewal told on day {day}",
                form="regime",
                targets=("BY",),
                statuses=[{"status": "extended", "modality": "actual", "date": "2025-06-05"}],
            )
        )
    return told


def test_forty_articles_about_five_measures_give_five_measures(seeded_file: Engine) -> None:
    articles = forty()
    assert len({telling.article.sha256 for telling in articles}) == 40
    for telling in articles:
        tell(seeded_file, telling)
    measures = rows(
        seeded_file,
        "SELECT key, articles FROM bill_status WHERE articles > 0"
        " UNION ALL SELECT key, articles FROM package_status WHERE articles > 0 ORDER BY key",
    )
    assert measures == [
        ("eu/by/~2025-06-05-a-renewal-told-on-day-10", 8),
        ("eu/ru/18", 8),
        ("us/119/s1241", 8),
        ("us/119/s2001", 8),
        ("us/ir/~2025-06-09-penalties-of-day-13", 8),
    ]


ABOUT = {
    "us/114/~iran-nuclear-agreement-review-act": "d019:5 d029:1 d056:1 d110:4 d114:1 d121:1"
    " d178:1 d188:1 d192:1 w18:2",
    "us/115/~countering-america-adversaries-through-sanctions-act": "d002:4 d042:4 d052:1 d055:1"
    " d155:1 d185:3 d201:1 d202:2 w19:1",
    "us/118/~solidify-iran-sanctions-act": "d138:4 d147:1 d150:2 d190:6",
    "us/118/~stop-harboring-iranian-petroleum-act": "d109:1 d145:1 w18:1",
    "eu/ru/6": "d123:1 d215:1 w01:1",
}
"""By reading: which article of the development set tells of it, and which measure of its record
that is. They call it by its title, initials or nickname, or tell its votes or the day it was
signed; what only says "the bill" is left out."""


def own_twelve() -> list[Telling]:
    """Articles of our own about the same five."""
    iran = {"congress": 118, "targets": ("IR",)}
    caatsa = {"congress": 115, "targets": ("RU",)}
    enacted = {"status": "enacted", "modality": "actual", "date": "2017-08-02"}
    passed = {"status": "passed", "modality": "actual", "body": "us-house", "date": "2017-07-25"}
    tally = {"body": "us-house", "yeas": 419, "nays": 3, "on": "passed", "result": "passed"}
    solidify = "Solidify Iran Sanctions Act of 2023"
    stop = "Stop Harboring Iranian Petroleum Act"
    corker = {"congress": 114, "targets": ("IR",)}
    return [
        Telling(published="2015-04-20").bill("INARA", **corker),
        Telling(published="2015-05-08").bill("the Corker bill", **corker),
        Telling(published="2017-08-03").bill("a law on Moscow", statuses=[enacted], **caatsa),
        Telling(published="2017-07-26").bill("a Russia bill", votes=[tally], **caatsa),
        Telling(published="2017-07-27").bill("penalties", statuses=[passed], **caatsa),
        Telling(published="2018-04-01").bill("CAATSA", **caatsa),
        Telling(published="2023-11-02").bill("SISA", **iran),
        Telling(published="2023-11-03").bill(solidify, title=solidify, **iran),
        Telling(published="2023-11-04").bill("the SHIP Act", **iran),
        Telling(published="2023-11-05").bill("a shipping bill", title=stop, **iran),
        Telling(published="2022-06-03").package("6th package", form="numbered", ordinal=6),
        Telling(published="2022-05-10").package(
            "sixth package", form="numbered", ordinal=6, targets=()
        ),
    ]


@pytest.fixture
def forty_of_both(seeded_file: Engine) -> Engine:
    """A store with the articles of the development set that tell of the five, and our own."""
    if not GOLD.is_dir():
        pytest.skip("the development set does not lie beside this checkout")
    wanted = {each.partition(":")[0] for told in ABOUT.values() for each in told.split()}
    real = [(article, record) for article, record in gold_articles() if article.id in wanted]
    own = [(telling.article, telling.record) for telling in own_twelve()]
    assert len(real) + len(own) == 40
    for article, record in real + own:
        store_article(seeded_file, article, record)
    return seeded_file


def test_forty_articles_of_the_development_set_and_our_own_give_five_measures(
    forty_of_both: Engine,
) -> None:
    found: dict[str, set[str]] = {}
    for identity, part, key in rows(
        forty_of_both,
        "SELECT DISTINCT a.external_id, n.part, m.key FROM mention AS n"
        " JOIN article AS a ON a.id = n.article_id JOIN measure AS m ON m.id = n.measure_id",
    ):
        found.setdefault(f"{identity}:{part}" if identity else "own", set()).add(key)
    for key, told in ABOUT.items():
        assert set.union(*(found[each] for each in told.split())) == {key}
    assert found["own"] == set(ABOUT)


@pytest.mark.parametrize(
    ("why", "title", "short"),
    [
        ("all words", "Countering Sea Raiders Through Sanctions Act", "CSRTSA"),
        ("without the last", "Stop Harboring Offshore Tankers Act of 2023", "SHOT Act"),
        ("without small words", "Help for Ships and Ports Act", "HSPA"),
        ("the parts of a compound", "Harbor-Coast Sanctions Act", "HCSA"),
        ("a possessive once", "Harbor's Own Tankers Act", "HOTA"),
    ],
)
def test_a_title_is_shortened_to_initials_of(why: str, title: str, short: str) -> None:
    assert short in initials_of(title), why


@pytest.mark.parametrize("title", ["Harbor Act", "A resolution on harbors", "Actors in Peril"])
def test_what_is_no_long_title_has_no_initials(title: str) -> None:
    assert initials_of(title) == []


def test_two_titles_with_the_same_initials_are_two_bills(seeded_file: Engine) -> None:
    for title in ("Stop Harboring Offshore Tankers Act", "Safer Harbors Or Taxes Act"):
        tell(seeded_file, bill("2025-05-20", title, title=title))
    assert len(set(counts_as(seeded_file).values())) == 2


def happened(
    published: str, name: str, day: str, status: str = "enacted", **facets: Any
) -> Telling:
    body = "us-senate" if status == "passed" else None
    told = {"status": status, "modality": "actual", "date": day, "body": body}
    return bill(published, name, statuses=[told], **facets)


def voted(published: str, name: str, day: str | None = None, **facets: Any) -> Telling:
    vote = {"body": "us-senate", "yeas": 61, "nays": 33, "on": "passed", "result": "passed"}
    return bill(published, name, votes=[{**vote, "date": day}], **facets)


@pytest.mark.parametrize(
    ("why", "one", "other", "same"),
    [
        (
            "signed on one day",
            happened("2025-05-20", "a law", "2025-05-19"),
            happened("2025-06-20", "the penalties", "2025-05-19"),
            True,
        ),
        (
            "signed in the month of that day",
            happened("2025-05-20", "a law", "2025-05-19"),
            happened("2025-08-20", "the penalties", "2025-05"),
            True,
        ),
        (
            "passed by one chamber in the same month, not day",
            happened("2025-05-20", "a bill", "2025-05", "passed"),
            happened("2025-05-21", "the penalties", "2025-05", "passed"),
            False,
        ),
        (
            "passed by the same votes",
            voted("2025-05-20", "a bill", "2025-05-19"),
            voted("2025-06-20", "the penalties"),
            True,
        ),
        (
            "the same votes on another day",
            voted("2025-05-20", "a bill", "2025-05-19"),
            voted("2025-06-20", "the penalties", "2025-06-19"),
            False,
        ),
        (
            "the same votes, but told of before that day",
            voted("2025-05-20", "a bill", "2025-05-19"),
            voted("2025-04-20", "the penalties"),
            False,
        ),
        (
            "aimed against different countries",
            voted("2025-05-20", "a bill", "2025-05-19"),
            voted("2025-05-20", "the penalties", "2025-05-19", targets=("IR",)),
            False,
        ),
        (
            "each has a title of its own",
            voted("2025-05-20", "Harbor Watch Act", title="Harbor Watch Act"),
            voted("2025-05-20", "Coast Watch Act", title="Coast Watch Act"),
            False,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_bills_by_what_happened_to_them(
    seeded_file: Engine, why: str, one: Telling, other: Telling, same: bool
) -> None:
    tell(seeded_file, one)
    tell(seeded_file, other)
    assert len(set(counts_as(seeded_file).values())) == (1 if same else 2), why


def test_a_described_bill_is_the_known_one_that_passed_that_day(seeded_file: Engine) -> None:
    tell(seeded_file, happened("2025-06-02", "S. 2001", "2025-06-01", "passed", number="s2001"))
    tell(seeded_file, happened("2025-06-03", "new penalties", "2025-06-01", "passed"))
    assert list(counts_as(seeded_file).values()) == ["us/119/s2001"]


def planned(published: str, name: str, modality: str, *statuses: str, **when: Any) -> Telling:
    told = [{"status": status, "modality": modality, **when} for status in statuses]
    return act(published, name, statuses=told)


@pytest.mark.parametrize(
    ("why", "one", "other", "same"),
    [
        (
            "foretold for the day on which it was adopted",
            planned("2024-03-01", "more penalties", "planned", "adopted", date="2024-03-12"),
            act("2024-03-12", "new sanctions", day="2024-03-12"),
            True,
        ),
        (
            "foretold for one day in two weeks",
            planned("2024-03-01", "more penalties", "planned", "adopted", date="2024-03-12"),
            planned("2024-03-11", "a strike", "expected", "adopted", date="2024-03-12"),
            True,
        ),
        (
            "one decided, one only talked of",
            planned("2024-03-05", "new sanctions", "planned", "adopted"),
            planned("2024-03-06", "a full embargo", "possible", "adopted"),
            False,
        ),
        (
            "one may be imposed or eased, the other only eased",
            planned("2024-03-05", "sanctions", "possible", "adopted", "eased"),
            planned("2024-03-06", "relief", "possible", "eased"),
            False,
        ),
        (
            "one telling phrase in both, on either side of a weekend",
            planned("2024-03-08", "a ban on Lake Harbor Tankers", "possible", "adopted"),
            planned("2024-03-11", "a ban on Lake Harbor Tankers", "possible", "adopted"),
            False,
        ),
        (
            "the same with its definite name",
            planned("2024-03-08", "Lake Harbor Tankers ban", "possible", "adopted"),
            planned("2024-03-11", "Lake Harbor Tankers ban", "possible", "adopted"),
            True,
        ),
        (
            "the same name half a year later",
            planned("2024-03-08", "Lake Harbor Tankers ban", "possible", "adopted"),
            planned("2024-09-11", "Lake Harbor Tankers ban", "possible", "adopted"),
            False,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_acts_that_lie_ahead(
    seeded_file: Engine, why: str, one: Telling, other: Telling, same: bool
) -> None:
    tell(seeded_file, one)
    tell(seeded_file, other)
    assert len(set(counts_as(seeded_file).values())) == (1 if same else 2), why


@pytest.mark.parametrize(
    ("why", "first", "second", "measures"),
    [
        ("in the same words against the same country", ("IR",), ("IR",), 1),
        ("in the same words against different countries", ("IR",), ("BY",), 2),
        ("in the same words against nobody who is named", (), (), 2),
    ],
)
def test_bills_that_two_articles_of_one_day_only_describe(
    seeded_file: Engine, why: str, first: tuple[str, ...], second: tuple[str, ...], measures: int
) -> None:
    for targets, foretold in ((first, "passed"), (second, "failed")):
        told = [{"status": foretold, "modality": "possible"}]
        tell(seeded_file, Telling("2025-05-20").bill("the bill", targets=targets, statuses=told))
    assert len(set(counts_as(seeded_file).values())) == measures, why


def test_a_third_round_of_one_year_is_not_that_of_another(seeded_file: Engine) -> None:
    """Only the EU counts its packages through the years."""
    for day in ("2014-07-20", "2014-07-28", "2018-08-20"):
        told = Telling(published=day)
        third = {"form": "numbered", "ordinal": 3, "jurisdiction": ("US",)}
        tell(seeded_file, told.package(f"third round, on {day}", **third))
    assert rows(
        seeded_file, "SELECT key, articles FROM package_status WHERE articles > 0 ORDER BY key"
    ) == [("us/ru/~2014-package-3", 2), ("us/ru/~2018-package-3", 1)]


def test_what_lies_ahead_in_one_week_is_one_act(seeded_file: Engine) -> None:
    possible = [{"status": "adopted", "modality": "possible"}]
    ended = [{"status": "ended", "modality": "possible"}]
    tell(seeded_file, act("2024-03-05", "new sanctions", statuses=possible))
    tell(seeded_file, act("2024-03-07", "tough measures", statuses=possible))
    tell(seeded_file, act("2024-03-07", "relief", statuses=ended))
    assert len(set(counts_as(seeded_file).values())) == 2


def test_an_act_of_before_is_not_the_news(seeded_file: Engine) -> None:
    tell(seeded_file, act("2024-02-23", "new sanctions", day="2024-02-23"))
    tell(seeded_file, act("2024-02-24", "previous sanctions"))
    assert len(set(counts_as(seeded_file).values())) == 2


def test_numbered_bills_are_not_weighed_against_each_other(seeded_file: Engine) -> None:
    """What is read for one article would grow with the store: chambers pass many bills a day."""
    passed = {"status": "passed", "modality": "actual", "body": "House", "date": "2025-05-03"}
    vote = {"body": "House", "on": "passed", "yeas": 398, "nays": 2, "result": "passed"}
    for number in ("hr9001", "hr9002"):
        told = bill("2025-05-04", number, number=number, statuses=[passed], votes=[vote])
        tell(seeded_file, told)
    with seeded_file.connect() as connection:
        (own,) = connection.scalars(text("SELECT id FROM measure WHERE key = 'us/119/hr9001'"))
        read, _ = gather(connection, {own})
    assert [each.key for each in read] == ["us/119/hr9001"]
