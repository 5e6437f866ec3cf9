"""Fetching for commands: the options, and a fetcher that asks again only for what has changed."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import diagnostics

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tracker.readers.fetching import Fetched, Fetcher, Validators

AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from addresses and ports of an intranet too."),
]
UseProxy = Annotated[
    bool, typer.Option("--use-proxy", help="Fetch through the proxies that the environment names.")
]
Contact = Annotated[
    str | None,
    typer.Option(
        metavar="EMAIL-OR-URL",
        envvar="TRACKER_CONTACT",
        help="Whom sites may write to about being fetched; it is sent to them.",
        show_default=False,
    ),
]


def new_fetcher(*, allow_private: bool, use_proxy: bool, contact: str | None) -> "Fetcher":
    """A fetcher under the policy that the options of a command ask for."""
    from urllib.request import getproxies

    from tracker.readers.fetching import Fetcher, Policy

    proxies = {scheme: url for scheme, url in getproxies().items() if scheme in ("http", "https")}
    return Fetcher(
        Policy(contact=contact, allow_private=allow_private, proxies=proxies if use_proxy else {})
    )


class Web:
    """Fetches urls for one run, with what the store knows of them.

    What came with a page to ask for it again is kept only by `keep`, when what it gave is stored.
    """

    def __init__(self, engine: "Engine | None", new_fetcher: "Callable[[], Fetcher]") -> None:
        """Set up without fetching anything.

        Args:
            engine: The store; None for a run that stores nothing.
            new_fetcher: Makes what does the fetching, once anything is to be fetched.
        """
        self._engine = engine
        self._fetcher = cache(new_fetcher)
        self._fetched: dict[str, Validators] = {}
        self.unchanged = 0

    def fetch(self, url: str) -> "Fetched | None":
        """Fetch a url; None if it has not changed since what it gave was stored.

        Raises:
            FetchError: It cannot be fetched.
        """
        page = self._fetcher().fetch(url, self._known(url))
        if page is None:
            self.unchanged += 1
            diagnostics.detail(f"{url}: has not changed since it was last read")
        else:
            self._fetched[url] = page.validators
        return page

    def keep(self, url: str | None) -> None:
        """Keep for the next run what came with a url, now that what it gave is stored."""
        from tracker.store.fetches import note_fetch

        validators = self._fetched.pop(url, None) if url else None
        if validators is None or self._engine is None or url is None:
            return
        with self._engine.begin() as connection:
            note_fetch(connection, url, validators.etag, validators.last_modified)

    def _known(self, url: str) -> "Validators | None":
        from tracker.readers.fetching import Validators
        from tracker.store.fetches import last_fetch

        if self._engine is None:
            return None
        with self._engine.connect() as connection:
            last = last_fetch(connection, url)
        return Validators(last.etag, last.last_modified) if last else None
