"""Whole stores as files that other programs read, and back into an empty store."""

from tracker.exchange.formats import FORMATS

__all__ = ["FORMATS"]
