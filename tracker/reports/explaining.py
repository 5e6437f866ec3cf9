"""Where a claim comes from: its paragraph, document, rule and review."""

from dataclasses import dataclass

from tracker.errors import UsageError
from tracker.reports.rows import dicts, in_words, moment
from tracker.reports.source import Source

_CLAIM = """
SELECT c.claim, c.says, c.body_name, c.modality, c.date, c.speaker, c.condition, c.tier, c.found_by,
       c.start_offset, c.end_offset, c.reported_on, c.recorded_at, c.superseded_at, c.verdict,
       m.key, m.name, coalesce(a.text, r.text) AS text, a.title,
       coalesce(a.publisher, r.source) AS publisher, coalesce(a.canonical_url, a.url, r.url) AS url,
       n.extractor, n.rules_version
FROM claim AS c
JOIN measure AS m ON m.id = c.measure_id
LEFT JOIN article AS a ON a.id = c.article_id
LEFT JOIN official_record AS r ON r.id = c.record_id
LEFT JOIN extraction_run AS n ON n.id = c.run_id
WHERE c.claim = :claim
"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim in its place.

    Attributes:
        before: The paragraph up to the quote.
        quote: The words that say so.
        after: The rest of the paragraph.
        facts: What else is known of the claim, by name; what is not known is left out.
    """

    before: str
    quote: str
    after: str
    facts: dict[str, str]


def explain_claim(source: Source, claim: str) -> Explanation:
    """Tell where a claim comes from.

    Args:
        source: The store.
        claim: Its name, such as `status-12`.

    Raises:
        UsageError: There is no such claim.
    """
    found = dicts(source.rows(_CLAIM, {"claim": claim.strip().lower()}))
    if not found:
        raise UsageError(
            f"there is no claim {claim!r}",
            cure="names like status-12 stand in the last column of reports and of `tracker show`",
        )
    row = found[0]
    text, start, end = row["text"], row["start_offset"], row["end_offset"]
    opening = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    closing = text.find("\n\n", end)
    facts = {
        "claim": f"{row['claim']}: {in_words(row['says'], body=row['body_name'])}",
        "measure": f"{row['name']} ({row['key']})",
        "modality": row["modality"],
        "date": row["date"],
        "condition": row["condition"],
        "speaker": row["speaker"],
        "title": row["title"],
        "source": row["publisher"],
        "tier": row["tier"],
        "url": row["url"],
        "published": row["reported_on"],
        "rule": row["found_by"],
        "read by": row["extractor"] and f"{row['extractor']} {row['rules_version']}",
        "recorded": moment(row["recorded_at"]),
        "review": row["verdict"] or "not reviewed",
        "superseded": moment(row["superseded_at"]),
    }
    return Explanation(
        text[opening:start],
        text[start:end],
        text[end : closing if closing >= 0 else len(text)],
        {name: str(value) for name, value in facts.items() if value is not None},
    )
