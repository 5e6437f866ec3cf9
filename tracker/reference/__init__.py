"""Reference data and official records: what ships with the program, and what users add."""

from tracker.reference.seeds import load_seeds

__all__ = ["load_seeds"]
