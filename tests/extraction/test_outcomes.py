"""Readings of what befell a bill in other words than "passed": each row says why it is there."""

import pytest
from extraction.reading_of import readings_of

TOLD = [
    ("a lost cloture vote", "The Clean Ports Act fell two votes short of the 60 it needed.", "failed actual"),
    ("a tally makes a failed advance a defeat", "The Senate failed to advance the Clean Ports Act in a 54-45 vote.", "failed actual"),
    ("a block in a vote", "Senators blocked the Clean Ports Act on a procedural vote.", "failed actual"),
    ("a tally between verb and infinitive", "The Senate voted 62-37 on Tuesday to begin debate on the Clean Ports Act.", "cloture actual"),
    ("a vote to extend is its passing", "The House voted to extend the Clean Ports Act.", "passed actual"),
    ("denied motion is a fact", "The Clean Ports Act has not moved in the Senate.", "stalled actual"),
    ("so is inaction", "The Senate did not act on the Clean Ports Act.", "stalled actual"),
    ("a vote put off", "Leader Reed postponed a vote on the Clean Ports Act.", "stalled actual"),
    ("a hold that is lifted", "Sen. Reed lifted his hold on the Clean Ports Act.", "stalled negated"),
    ("an idiom", "The Clean Ports Act has been gathering dust in the Senate.", "stalled actual"),
    ("a committee takes it up", "The Senate Banking Committee will take up the Clean Ports Act.", "committee planned"),
    ("something is taken out of it", "A ban on old ships was dropped from the Clean Ports Act.", "amended actual"),
    ("something is put into it", "Senators added a ban on old ships to the Clean Ports Act.", "amended actual"),
    ("it becomes part of another", "The Clean Ports Act passed as part of the defense bill.", "amended actual"),
    ("sent to be signed", "Congress sent the president the Clean Ports Act on Friday.", "cleared actual"),
    ("two versions become one", "The House and Senate versions of the Clean Ports Act were reconciled into one.", "agreed actual"),
    ("a deal that is near", "Lawmakers are close to a deal on the Clean Ports Act.", "agreed expected"),
    ("a threat is no veto", "The White House issued a veto threat against the Clean Ports Act.", "vetoed possible"),
    ("what is not said is not denied", "Trump has not said whether he will sign the Clean Ports Act.", "enacted possible"),
    ("a verb after the bill's head noun", "The Clean Ports Act needs to be approved by the Senate.", "passed possible"),
    ("first inside the verb", "The Clean Ports Act was first proposed in 2019.", "introduced actual"),
]  # fmt: skip

NOT_TOLD = [
    ("one senator's vote", "Sen. Reed voted against the Clean Ports Act.", "failed actual"),
    ("a long predicate hides its parts", "The Senate voted to begin debate on the Clean Ports Act.", "scheduled actual"),
    ("a committee that is sent it", "The Clean Ports Act was sent to the Banking Committee.", "passed actual"),
    ("a lifted hold", "Sen. Reed lifted his hold on the Clean Ports Act.", "scheduled actual"),
]  # fmt: skip


def told(text: str) -> set[str]:
    return {f"{status.status} {status.modality}" for status in readings_of(text)}


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in TOLD], ids=[r[0] for r in TOLD])
def test_what_befell_a_bill_is_read_in_other_words_too(text: str, wanted: str) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "unwanted"), [r[1:] for r in NOT_TOLD], ids=[r[0] for r in NOT_TOLD]
)
def test_what_only_sounds_like_it_is_not_read(text: str, unwanted: str) -> None:
    assert unwanted not in told(text)
