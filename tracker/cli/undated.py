"""Articles without a date of publication: told in one line, however many there are."""

from tracker.article import Article
from tracker.cli import diagnostics

_NAMED = 3


class Undated:
    """The articles of a run that have no date of publication."""

    def __init__(self) -> None:
        self._count = 0
        self._first: list[str] = []

    def note(self, article: Article) -> None:
        """Count an article if it has none."""
        if article.published is None:
            self._count += 1
            if self._count <= _NAMED:
                self._first.append(article.id or article.origin or "the article")

    def tell(self) -> None:
        """Say how many there are and name the first."""
        if not self._count:
            return
        more = ", ..." if self._count > _NAMED else ""
        who = f"{self._count:,} articles ({', '.join(self._first)}{more})"
        diagnostics.warn(
            f"{self._first[0] if self._count == 1 else who}: no date of publication was found, "
            "so dates that hang on it stay empty; give it with --published DATE"
        )
