"""robots.txt: what a site lets programs fetch, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from protego import Protego

_LONGEST_DELAY = 30.0
"""No site needs more between two readers; some write absurd numbers to keep everybody out."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks of one user agent."""

    robots: "Protego | None"
    agent: str
    closed: bool = False

    def allow(self, url: str) -> bool:
        """Whether the url may be fetched."""
        if self.robots is None:
            return not self.closed
        return bool(self.robots.can_fetch(url, self.agent))

    def delay(self) -> float:
        """Seconds that the site wants between requests, 0 if it does not say."""
        asked = self.robots.crawl_delay(self.agent) if self.robots is not None else None
        return min(float(asked or 0), _LONGEST_DELAY)


class Robots:
    """The rules of each site, fetched once."""

    def __init__(self, agent: str, fetch: Callable[[str], tuple[int, bytes]]) -> None:
        """Set up without fetching anything.

        Args:
            agent: The name that rules may be addressed to.
            fetch: Gets a url, giving status and body; status 0 if the site cannot be reached.
        """
        self._agent = agent
        self._fetch = fetch
        self._rules: dict[str, Rules] = {}

    def rules(self, url: str) -> Rules:
        """The rules of the site of a url; one without a robots.txt allows everything."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._asked(site)
        return self._rules[site]

    def _asked(self, site: str) -> Rules:
        status, body = self._fetch(f"{site}/robots.txt")
        if status == 200:
            from protego import Protego

            return Rules(Protego.parse(body.decode("utf-8", "replace")), self._agent)
        # RFC 9309: without the file all is allowed; with a broken server nothing is.
        return Rules(None, self._agent, closed=status == 0 or status >= 500)
