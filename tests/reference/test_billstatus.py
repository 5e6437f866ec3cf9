"""BILLSTATUS files of every version, real ones and hostile ones."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from store.asking import dump, rows, tell
from store.telling import Telling

from tracker.reference.importing import import_billstatus

REAL = Path(__file__).parents[3] / "shared" / "reference" / "billstatus"


def billstatus(**parts: str) -> str:
    """A BILLSTATUS file of the newest version about S. 2001, in words of our own."""
    parts = {
        "type": "S",
        "number": "2001",
        "actions": "<item><actionDate>2025-06-10</actionDate><text>Introduced in Senate</text>"
        "<actionCode>10000</actionCode></item>",
        "cosponsors": cosponsor("B001277"),
        "titles": title("Display Title", "Harbor Watch Act"),
        **parts,
    }
    return (
        "<billStatus><version>3.0.0</version><bill>"
        f"<number>{parts['number']}</number><type>{parts['type']}</type><congress>119</congress>"
        "<introducedDate>2025-06-10</introducedDate>"
        f"<actions>{parts['actions']}</actions><titles>{parts['titles']}</titles>"
        "<sponsors><item><bioguideId>G000359</bioguideId></item></sponsors>"
        f"<cosponsors>{parts['cosponsors']}</cosponsors></bill></billStatus>"
    )


def cosponsor(bioguide: str, withdrawn: str = "") -> str:
    return (
        f"<item><bioguideId>{bioguide}</bioguideId><sponsorshipDate>2025-06-10</sponsorshipDate>"
        "<isOriginalCosponsor>True</isOriginalCosponsor>"
        f"<sponsorshipWithdrawnDate>{withdrawn}</sponsorshipWithdrawnDate></item>"
    )


def title(kind: str, words: str) -> str:
    return f"<item><titleType>{kind}</titleType><title>{words}</title></item>"


def bring(engine: Engine, path: Path, content: str | bytes) -> list[str]:
    """Import one file and return its problems."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (imported,) = import_billstatus(engine, [path])
    return [str(problem) for problem in imported.problems]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not at hand")
def test_each_real_file_ends_at_its_right_status(seeded: Engine) -> None:
    expected = {
        "us/114/hconres70": ("passed", "us-senate", "2015-09-16", "PASSED:CONCURRENTRES"),
        "us/114/hr1531": ("enacted", None, "2015-08-07", "ENACTED:SIGNED"),
        "us/114/hres348": ("passed", "us-house", "2015-10-20", "PASSED:SIMPLERES"),
        "us/114/s469": ("committee", "us-senate", "2015-06-24", "REFERRED"),
        "us/114/sjres8": ("vetoed", None, "2015-03-31", "PROV_KILL:VETO"),
        "us/115/s2269": ("cleared", None, "2018-10-02", "PASSED:BILL"),
        "us/116/hr5240": ("committee", "us-house", "2019-11-21", "REFERRED"),
        "us/116/s790": ("committee", "us-senate", "2019-05-01", "REFERRED"),
        "us/117/hr6658": ("committee", "us-house", "2022-02-09", "REFERRED"),
        "us/117/s35": ("passed", "us-senate", "2021-02-12", "PASS_OVER:SENATE"),
        "us/117/sconres7": ("committee", "us-senate", "2021-03-01", "REFERRED"),
    }
    problems = [each.problems for each in import_billstatus(seeded, [REAL])]
    assert not any(problems)
    found = rows(
        seeded,
        "SELECT b.key, b.status, b.body, b.since, s.official_status FROM bill_status AS b"
        " JOIN status_change AS s ON 'status-' || s.id = b.status_claim WHERE b.tracked",
    )
    assert {key: tuple(rest) for key, *rest in found} == expected
    before = dump(seeded)
    assert all(each.said for each in import_billstatus(seeded, [REAL]))
    assert dump(seeded) == before


def test_every_official_claim_is_quoted_from_its_record(
    seeded_file: Engine, tmp_path: Path
) -> None:
    bring(seeded_file, tmp_path / "bill.xml", billstatus())
    off = rows(
        seeded_file,
        "SELECT c.quote FROM claim AS c JOIN official_record AS r ON r.id = c.record_id"
        " WHERE substr(r.text, c.start_offset + 1, c.end_offset - c.start_offset) <> c.quote",
    )
    assert off == []


def test_a_newer_file_adds_only_what_is_new(seeded: Engine, tmp_path: Path) -> None:
    bring(seeded, tmp_path / "bill.xml", billstatus())
    passed = (
        "<item><actionDate>2025-07-01</actionDate>"
        "<text>Passed Senate by Yea-Nay Vote. 60 - 38.</text></item>"
    )
    first = billstatus()
    newer = first.replace("<actions>", f"<actions>{passed}").replace(
        cosponsor("B001277"), cosponsor("B001277") + cosponsor("S001198")
    )
    assert bring(seeded, tmp_path / "bill.xml", newer) == []
    texts = rows(
        seeded,
        "SELECT r.text FROM official_record AS r JOIN measure AS m ON m.id = r.measure_id"
        " WHERE m.key = 'us/119/s2001' ORDER BY r.id",
    )
    assert texts[1][0].splitlines() == [
        "2025-07-01 Passed Senate by Yea-Nay Vote. 60 - 38.",
        "2025-07-01 Passed Senate by Yea-Nay Vote. 60 - 38.",
        "2025-06-10 Cosponsor: Dan Sullivan",
    ]
    assert rows(
        seeded,
        "SELECT status, official_cosponsors FROM bill_status WHERE key = 'us/119/s2001'",
    ) == [("passed", 2)]


def test_a_cosponsor_who_withdraws_counts_no_more(seeded_file: Engine, tmp_path: Path) -> None:
    bring(seeded_file, tmp_path / "bill.xml", billstatus())
    gone = billstatus(cosponsors=cosponsor("B001277", "2025-07-02"))
    bring(seeded_file, tmp_path / "bill.xml", gone)
    assert rows(
        seeded_file, "SELECT official_cosponsors FROM bill_status WHERE key = 'us/119/s2001'"
    ) == [(None,)]
    assert rows(
        seeded_file,
        "SELECT s.withdrawn_on, s.superseded_at IS NULL FROM sponsorship AS s"
        " JOIN measure AS m ON m.id = s.measure_id"
        " WHERE m.key = 'us/119/s2001' AND s.role = 'cosponsor' ORDER BY s.id",
    ) == [(None, False), ("2025-07-02", True)]


def test_a_record_takes_in_what_articles_said_before(seeded_file: Engine, tmp_path: Path) -> None:
    tell(seeded_file, Telling(published="2025-06-20").bill("Harbor Watch Act", congress=119))
    bring(seeded_file, tmp_path / "bill.xml", billstatus())
    assert rows(
        seeded_file, "SELECT articles, official_records FROM bill_status WHERE key = 'us/119/s2001'"
    ) == [(1, 1)]


def test_a_title_that_speaks_of_sanctions_tells_the_target(
    seeded_file: Engine, tmp_path: Path
) -> None:
    titles = title("Short Title(s) as Introduced", "Stop Belarus Sanctions Evasion Act")
    bring(seeded_file, tmp_path / "bill.xml", billstatus(titles=titles))
    assert rows(seeded_file, "SELECT targets FROM bill_status WHERE key = 'us/119/s2001'") == [
        ("BY",)
    ]


@pytest.mark.parametrize(
    ("why", "content", "complaint"),
    [
        ("no XML", "not XML at all", "bill.xml:1: not well-formed"),
        ("cut off", billstatus()[:-20], "not well-formed"),
        ("another schema", "<feed><entry/></feed>", "bill.xml:1: <feed> is not BILLSTATUS"),
        ("unknown kind of bill", billstatus(type="XYZ"), '"xyz" is no kind of bill'),
        ("no number", billstatus(number=""), "no number"),
        (
            "an entity bomb",
            '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + billstatus(),
            "declares a document type",
        ),
        (
            "an external document type",
            '<!DOCTYPE b SYSTEM "file:///etc/passwd">' + billstatus(),
            "declares a document type",
        ),
        ("another encoding", billstatus().encode("utf-16"), "not UTF-8"),
        ("too large", b" " * 20_000_001, "larger than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_a_file_is_refused_that_is(
    seeded_file: Engine, tmp_path: Path, why: str, content: str | bytes, complaint: str
) -> None:
    before = dump(seeded_file)
    (problem,) = bring(seeded_file, tmp_path / "bill.xml", content)
    assert complaint in problem, why
    assert any(
        cure in problem for cure in ("get the file from", "split the file", "kind", "number")
    )
    assert "\n" not in problem
    assert dump(seeded_file) == before


def test_a_cosponsor_without_an_id_is_named_and_the_rest_goes_in(
    seeded_file: Engine, tmp_path: Path
) -> None:
    nameless = "\n<item><fullName>Sen. Nobody, Jane [I-XX]</fullName></item>"
    content = billstatus(cosponsors=nameless + cosponsor("B001277"))
    (problem,) = bring(seeded_file, tmp_path / "bill.xml", content)
    assert "bill.xml:2: cosponsor without a bioguide id: Sen. Nobody" in problem
    assert rows(
        seeded_file, "SELECT official_cosponsors FROM bill_status WHERE key = 'us/119/s2001'"
    ) == [(1,)]


def test_a_missing_file_is_named_and_the_others_go_in(seeded_file: Engine, tmp_path: Path) -> None:
    (tmp_path / "bill.xml").write_text(billstatus())
    missing, found = import_billstatus(seeded_file, [tmp_path / "none.xml", tmp_path / "bill.xml"])
    assert "none.xml: No such file" in str(missing.problems[0])
    assert found.said == "us/119/s2001"
