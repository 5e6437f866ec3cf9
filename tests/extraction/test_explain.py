"""Every claim can be traced to its words and its rule."""

from extraction.reading_of import record_of

from tracker.article import Article
from tracker.extraction.explain import explain

TEXT = (
    "Senate passes Iran sanctions bill\n\n"
    "The Senate passed the Iran sanctions bill on Tuesday. It passed by a vote of 97-2.\n\n"
    "The Obamacare law was a model."
)


def test_each_claim_is_shown_with_its_rule_in_its_line():
    record = record_of(TEXT)
    reasons = list(explain(Article(text=TEXT), record))
    claims = [claim for measure in record.measures for claim in measure.claims()]
    assert claims
    for claim, reason in zip(claims, reasons, strict=False):
        assert reason.words == claim.quote
        assert reason.why == claim.found_by != ""
        assert f"{reason.before}{reason.words}{reason.after}" in TEXT


def test_what_was_left_out_is_shown_with_the_reason():
    record = record_of(TEXT)
    left_out = [reason for reason in explain(Article(text=TEXT), record) if reason.measure is None]
    assert [reason.words for reason in left_out] == [o.mention.text for o in record.omissions]
    assert all(reason.why for reason in left_out)
