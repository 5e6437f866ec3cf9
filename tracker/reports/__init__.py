"""What is asked of the store again and again: queries over its views, returning rows."""

from tracker.reports.asked import Asked
from tracker.reports.source import Source, open_source

__all__ = ["Asked", "Source", "open_source"]
