"""One measure counting as another, said by a user, and taken back."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine

from store.asking import dump, rows, tell
from store.telling import Telling
from tracker.errors import UsageError
from tracker.store.merging import add_alias, find_measure, merge, say_distinct, unmerge

HARBOR = "us/119/~harbor-watch-act"
COAST = "us/119/~coast-guard-sanctions-act"
LINKED = "us/119/~graham-blumenthal-sanctions-bill-2025-05"


@pytest.fixture
def told(seeded_file: Engine) -> Engine:
    """A store with two bills that only articles know, and one that linked by itself."""
    return tell_three(seeded_file)


def tell_three(seeded: Engine) -> Engine:
    for published, title in (
        ("2025-05-20", "Harbor Watch Act"),
        ("2025-05-21", "Coast Guard Sanctions Act"),
    ):
        tell(
            seeded,
            Telling(published=published).bill(
                title,
                title=title,
                congress=119,
                statuses=[{"status": "introduced", "modality": "actual"}],
            ),
        )
    tell(
        seeded,
        Telling(published="2025-05-22").bill(
            "Graham-Blumenthal sanctions bill",
            congress=119,
            targets=("RU",),
            sponsors=[{"name": "Lindsey Graham", "role": "sponsor"}],
        ),
    )
    return seeded


def do(engine: Engine, what: Callable[..., None], *keys: str, **more: object) -> None:
    def with_ids(connection: Connection) -> None:
        what(connection, *(find_measure(connection, key) for key in keys), **more)

    with engine.begin() as connection:
        with_ids(connection)


def where(engine: Engine, key: str) -> tuple[object, ...]:
    """The measure that the claims stated under a key count for, and its articles."""
    return rows(
        engine,
        "SELECT r.key, b.articles FROM measure AS m"
        " JOIN measure AS r ON r.id = coalesce(m.merged_into_id, m.id)"
        " JOIN bill_status AS b ON b.measure_id = r.id WHERE m.key = :key",
        key=key,
    )[0]


def test_claims_of_a_merged_measure_count_for_the_other_and_keep_their_article(
    told: Engine,
) -> None:
    do(told, merge, HARBOR, COAST, reason="one text")
    assert where(told, HARBOR) == (COAST, 2)
    assert rows(
        told,
        "SELECT s.key, a.published_at FROM status_change AS c"
        " JOIN measure AS m ON m.id = c.measure_id JOIN measure AS s ON s.id = c.stated_measure_id"
        " JOIN article AS a ON a.id = c.article_id WHERE m.key = :key ORDER BY 2",
        key=COAST,
    ) == [(HARBOR, "2025-05-20"), (COAST, "2025-05-21")]


def test_a_merge_is_logged_with_its_reason(told: Engine) -> None:
    do(told, merge, HARBOR, COAST, reason="one text")
    assert rows(told, "SELECT merged_by, reason FROM measure_merge WHERE merged_by = 'user'") == [
        ("user", "one text")
    ]


def test_merging_and_taking_it_back_gives_the_same_store(seeded: Engine) -> None:
    told = tell_three(seeded)
    before = dump(told)
    do(told, merge, HARBOR, COAST, reason="one text")
    assert dump(told) != before
    do(told, unmerge, HARBOR)
    assert dump(told) == before


def test_a_chain_of_merges_comes_apart_in_any_order(told: Engine) -> None:
    before = dump(told)
    do(told, merge, HARBOR, COAST, reason="one text")
    do(told, merge, COAST, "us/119/s1241", reason="one text")
    assert where(told, HARBOR)[0] == "us/119/s1241"
    do(told, unmerge, HARBOR)
    assert where(told, HARBOR) == (HARBOR, 1)
    do(told, unmerge, COAST)
    assert dump(told) == before


def test_a_link_that_a_user_takes_back_is_not_made_again(told: Engine) -> None:
    assert where(told, LINKED)[0] == "us/119/s1241"
    do(told, unmerge, LINKED)
    tell(
        told,
        Telling(published="2025-05-23").bill(
            "Graham-Blumenthal sanctions bill",
            congress=119,
            targets=("RU",),
            sponsors=[{"name": "Lindsey Graham", "role": "sponsor"}],
        ),
    )
    assert where(told, LINKED) == (LINKED, 2)


def test_what_a_user_called_distinct_is_taken_apart(told: Engine) -> None:
    do(told, say_distinct, LINKED, "us/119/s1241", reason="another text")
    assert where(told, LINKED) == (LINKED, 1)


def test_a_name_that_a_user_gives_leads_later_articles_there(told: Engine) -> None:
    do(told, add_alias, "us/119/s1241", alias="the Bone Crusher")
    tell(told, Telling(published="2025-06-01").bill("the Bone Crusher", congress=119))
    assert where(told, "us/119/~bone-crusher-2025-06")[0] == "us/119/s1241"


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ((HARBOR, HARBOR), "are one already"),
        ((LINKED, "us/119/s1241"), "are one already"),
        ((HARBOR, "eu/ru/17"), "is a bill, eu/ru/17 is a package"),
        ((LINKED, HARBOR), "tracker unmerge"),
        (("us/119/s99999", HARBOR), "no measure has this key"),
    ],
)
def test_a_merge_that_cannot_be_is_refused(
    told: Engine, keys: tuple[str, str], complaint: str
) -> None:
    before = dump(told)
    with pytest.raises(UsageError, match=complaint):
        do(told, merge, *keys, reason="")
    assert dump(told) == before


def test_what_is_not_merged_cannot_be_taken_apart(told: Engine) -> None:
    with pytest.raises(UsageError, match="not merged"):
        do(told, unmerge, HARBOR)
