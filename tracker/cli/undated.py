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
        who = f"{self._count:,} articles ({self._names()})" if self._count > 1 else self._first[0]
        diagnostics.warn(
            f"{who}: no date of publication was found, so dates that hang on it stay empty; "
            "give it with --published DATE"
        )

    def summary(self) -> str | None:
        """The same as a part of a summary, None if there are none."""
        if not self._count:
            return None
        return f"{self._count:,} without a date of publication ({self._names()}; see --published)"

    def _names(self) -> str:
        return ", ".join(self._first) + (", ..." if self._count > _NAMED else "")
