"""Ad-hoc SQL that can read the store and do nothing else, whatever its text says."""

from tracker.sql.answer import Answer, Limits
from tracker.sql.gate import query

__all__ = ["Answer", "Limits", "query"]
