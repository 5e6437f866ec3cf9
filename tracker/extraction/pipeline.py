"""From an article to its record, stage by stage."""

from tracker.article import Article
from tracker.extraction.lexicon import Lexicon
from tracker.record import Record


def extract(article: Article, lexicon: Lexicon) -> Record:
    """Say what the article tells of bills and sanctions packages."""
    return Record(id=article.id, measures=())
