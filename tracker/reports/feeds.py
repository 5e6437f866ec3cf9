"""The feeds that are watched."""

from tracker.listing import Listing
from tracker.reports.source import Source

_FEEDS = """
SELECT url, title,
       CASE WHEN summary_only THEN 'summaries' ELSE 'pages' END AS reads,
       added_at AS added, pulled_at AS pulled, next_pull_at AS "rests until",
       failures, last_error AS "last error"
FROM feed
ORDER BY id
"""


def feeds(source: Source) -> Listing:
    """Each feed, what is read of its entries, and how it fares; times are UTC."""
    return source.rows(_FEEDS)
