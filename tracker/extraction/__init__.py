"""What an article says: text in, record out. Pure: no database, clock, network or state."""

from tracker.extraction.lexicon import Lexicon
from tracker.extraction.pipeline import extract

__all__ = ["Lexicon", "extract"]
