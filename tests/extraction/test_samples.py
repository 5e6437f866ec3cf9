"""The project's own articles, and the real one where it lies beside the checkout."""

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load
from tracker.readers import read
from tracker.record import Bill, Package

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "seeds" / "articles"
REAL = HERE.parent.parent.parent / "shared" / "articles" / "hill-2025-05-14-peace-talks.txt"
GOLD = [json.loads(line) for line in (HERE / "samples.gold.jsonl").read_text("utf-8").splitlines()]
DECISIVE = {
    "adopted", "passed", "enacted", "cleared", "vetoed", "overridden", "failed", "ended",
    "extended", "eased",
}  # fmt: skip
LEXICON = load()


def sample(name: str) -> Article:
    article = next(read([SAMPLES / f"{name}.md"]))
    assert isinstance(article, Article)
    return article


def said(measures: list[Any]) -> set[tuple[str, str]]:
    return {(s["status"], s["modality"]) for m in measures for s in m["statuses"]}


@pytest.mark.parametrize("row", GOLD, ids=[row["id"] for row in GOLD])
def test_a_sample_tells_nothing_as_done_that_was_not(row: dict[str, Any]) -> None:
    record = extract(sample(row["id"]), LEXICON).to_dict()
    found = {(s, m) for s, m in said(record["measures"]) if m == "actual" and s in DECISIVE}
    assert found <= said(row["measures"])


@pytest.mark.parametrize("row", GOLD, ids=[row["id"] for row in GOLD])
def test_at_least_half_of_what_a_sample_tells_is_found(row: dict[str, Any]) -> None:
    wanted = said([m for m in row["measures"] if not m["optional"]])
    found = said(extract(sample(row["id"]), LEXICON).to_dict()["measures"])
    assert len(wanted & found) * 2 >= len(wanted)


def test_the_real_article_tells_what_its_readers_agreed_on() -> None:
    if not REAL.exists():
        pytest.skip("the real article does not lie beside this checkout")
    text = REAL.read_text(encoding="utf-8")
    measures = extract(Article(text=text, published="2025-05-14"), LEXICON).measures
    packages = {m.jurisdiction: m for m in measures if isinstance(m, Package)}
    bill = next(m for m in measures if isinstance(m, Bill) and m.sponsors)
    union, states = packages[("EU",)], packages[("US",)]
    allies = next(m for places, m in packages.items() if len(places) == 4)

    def told(measure: Bill | Package) -> set[tuple[str, str]]:
        return {(s.status, s.modality) for s in measure.statuses}

    assert (union.ordinal, union.targets) == (17, ("RU",))
    assert told(union) >= {("preparing", "actual"), ("adopted", "conditional")}
    assert (states.form, states.targets, told(states)) == (
        "action",
        ("RU",),
        {("adopted", "possible")},
    )
    assert set(allies.jurisdiction) == {"FR", "DE", "PL", "GB"}
    assert set(allies.sectors) == {"energy", "finance", "transport"}
    assert told(allies) == {("adopted", "conditional")}
    assert {(s.name, s.role) for s in bill.sponsors} == {
        ("Lindsey Graham", "sponsor"),
        ("Richard Blumenthal", "sponsor"),
    }
    assert (bill.congress, bill.targets) == (119, ("RU",))
    assert [(s.kind, s.count, s.body) for s in bill.support] == [("cosponsors", 70, "us-senate")]
    assert {(t.rule, t.stance) for t in bill.thresholds} == {
        ("us-senate-cloture", "met"),
        ("us-veto-override", "met"),
    }
    assert told(bill) >= {
        ("scheduled", "possible"),
        ("scheduled", "negated"),
        ("stalled", "actual"),
    }
    done = {s.status for m in measures for s in m.statuses if s.modality == "actual"}
    assert not done & {"adopted", "passed", "enacted", "cleared"}
