"""What legislative actions say, by their code and by their words."""

from datetime import date

import pytest

from tracker.reference.actions import Action, classify, steps, tally

DAY = date(2025, 5, 14)


@pytest.mark.parametrize(
    ("why", "code", "text", "expected"),
    [
        ("a code alone", "10000", "Introduced in Senate", ("introduced", "us-senate")),
        ("a code before its words", "8000", "On passage Passed", ("passed", "us-house")),
        ("words turn a code round", "8000", "On passage Failed", ("failed", "us-house")),
        ("a code that changes nothing", "14900", "filed written report", None),
        ("one code, two outcomes: signed", "E30000", "Signed by President.", ("enacted", None)),
        ("one code, two outcomes: vetoed", "E30000", "Vetoed by President.", ("vetoed", None)),
        (
            "Senate passage without a code",
            None,
            "Passed Senate with an amendment by Yea-Nay Vote. 86 - 11.",
            ("passed", "us-senate"),
        ),
        (
            "the House agrees to what the Senate changed",
            None,
            "On motion that the House agree to the Senate amendment Agreed to by voice vote.",
            ("passed", "us-house"),
        ),
        (
            "debate is closed",
            None,
            "Cloture on the bill invoked in Senate by Yea-Nay Vote. 61 - 37.",
            ("cloture", "us-senate"),
        ),
        (
            "debate is not closed",
            None,
            "Cloture on the motion to proceed to the measure not invoked in Senate. 57 - 42.",
            ("no cloture", "us-senate"),
        ),
        (
            "referral",
            None,
            "Read twice and referred to the Committee on Banking.",
            ("committee", "us-senate"),
        ),
        (
            "report",
            None,
            "Committee on Banking. Ordered to be reported favorably.",
            ("reported", "us-senate"),
        ),
        ("a motion of the debate", None, "On motion to recommit Failed: 201 - 220", None),
        ("the rule of a debate", None, "Rule H. Res. 152 passed House.", None),
        (
            "the veto stands",
            None,
            "Motion to table the veto message agreed to in Senate by Yea-Nay Vote. 96 - 3.",
            None,
        ),
        (
            "over the veto",
            None,
            "Passed Senate over veto by Yea-Nay Vote. 97 - 1.",
            ("overridden", "us-senate"),
        ),
        (
            "override that fails",
            None,
            "Failed of passage in Senate over veto by Yea-Nay Vote. 53 - 46.",
            ("failed", "us-senate"),
        ),
        ("placed on a calendar: no step", None, "Placed on the Union Calendar, No. 7.", None),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_an_action_is_read_by(
    why: str, code: str | None, text: str, expected: tuple[str, str | None] | None
) -> None:
    assert classify(Action(DAY, text, code, "us-senate")) == expected, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Passed Senate by Yea-Nay Vote. 53 - 46. Record Vote Number: 67.", (53, 46)),
        ("Passed by the Yeas and Nays: 227 - 194 (Roll no. 408).", (227, 194)),
        ("Agreed to by the Yeas and Nays: (2/3 required): 413 - 4 (Roll no. 552).", (413, 4)),
        ("Failed by recorded vote: 201 - 220 (Roll no. 407).", (201, 220)),
    ],
)
def test_a_tally_is_read(text: str, expected: tuple[int, int]) -> None:
    found = tally(text)
    assert found is not None
    assert (found.yeas, found.nays) == expected


def test_a_page_of_the_record_is_no_tally() -> None:
    assert tally("Passed Senate by Unanimous Consent. (consideration: CR S4248-4249)") is None


@pytest.mark.parametrize(
    ("why", "number", "texts", "expected"),
    [
        ("first chamber", "s1", ["Passed Senate by Voice Vote."], "PASS_OVER:SENATE"),
        ("end of a simple resolution", "sres1", ["Passed Senate."], "PASSED:SIMPLERES"),
        (
            "second chamber, unchanged",
            "s1",
            ["Passed Senate.", "On passage Passed in House."],
            "PASSED:BILL",
        ),
        (
            "second chamber, changed",
            "s1",
            ["Passed Senate.", "Passed House with an amendment."],
            "PASS_BACK:HOUSE",
        ),
        (
            "both agreed to a concurrent resolution",
            "hconres1",
            ["Passed House.", "Resolution agreed to in Senate."],
            "PASSED:CONCURRENTRES",
        ),
        (
            "law against the President's will",
            "s1",
            [
                "Vetoed by President.",
                "Passed Senate over veto.",
                "Passed House over veto.",
                "Became Public Law No: 114-222.",
            ],
            "ENACTED:VETO_OVERRIDE",
        ),
        ("no end of debate", "s1", ["Cloture not invoked in Senate."], "PROV_KILL:CLOTUREFAILED"),
        (
            "not two thirds",
            "hr1",
            ["On motion to suspend the rules and pass the bill Failed in House."],
            "PROV_KILL:SUSPENSIONFAILED",
        ),
        (
            "lost in the first chamber",
            "hr1",
            ["On passage Failed in House."],
            "FAIL:ORIGINATING:HOUSE",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_a_bill_stands_officially_at(
    why: str, number: str, texts: list[str], expected: str
) -> None:
    actions = [Action(date(2025, 1, day), text) for day, text in enumerate(texts, start=3)]
    assert steps(number, "", actions)[-1].official == expected, why
