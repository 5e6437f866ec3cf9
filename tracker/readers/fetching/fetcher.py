"""One page or feed, fetched: redirects by hand, each hop under the whole policy."""

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpcore
import httpx

from tracker.errors import InputError
from tracker.readers.fetching.network import Budget, GuardedTransport, Network
from tracker.readers.fetching.policy import Policy, check_url
from tracker.readers.fetching.robots import Robots

AGENT = "sanctions-tracker"
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_ROBOTS_BYTES = 512_000
_CHUNK = 65_536


class FetchError(InputError):
    """A url could not be fetched.

    Attributes:
        retry_after: Seconds after which the site wants to be asked again, None if it did not say.
    """

    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site gave to ask it later whether a page has changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a url gave.

    Attributes:
        url: The last url, after all redirects.
        data: The body, decompressed.
        charset: The encoding that its headers declare, None if they do not.
        validators: To be kept, once the page is stored, for the next fetch.
    """

    url: str
    data: bytes
    charset: str | None
    validators: Validators


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx.Headers
    data: bytes


class Fetcher:
    """Fetches urls one after the other, with manners: robots.txt, pauses, a contact."""

    def __init__(
        self,
        policy: Policy | None = None,
        network: Network | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set up without fetching anything.

        Args:
            policy: The bounds.
            network: How names are resolved and addresses dialled.
            sleep: Waits for some seconds.
            clock: Seconds that never run backwards.
        """
        self._policy = policy or Policy()
        self._network = network or Network()
        self._sleep = sleep
        self._clock = clock
        self._tls: ssl.SSLContext | None = None
        self._free_at: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        contact = f" (+{self._policy.contact})" if self._policy.contact else ""
        self._headers = {
            "User-Agent": f"{AGENT}/{version('sanctions-tracker')}{contact}",
            "Accept-Encoding": "gzip",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        }
        self._robots = Robots(AGENT, self._robots_file)

    def fetch(self, url: str, known: Validators | None = None) -> Fetched | None:
        """Fetch one url.

        Args:
            url: The address, http or https.
            known: What an earlier fetch of it gave, to get it only if it has changed.

        Returns:
            What it gave; None if it has not changed.

        Raises:
            FetchError: The policy, the site or the network is against it; `where` is the url.
        """
        try:
            return self._followed(url, known or Validators())
        except InputError as error:
            failure = FetchError(error.what, where=url, cure=error.cure)
            failure.retry_after = getattr(error, "retry_after", None)
            raise failure from error

    def _followed(self, url: str, known: Validators) -> Fetched | None:
        budget = Budget(self._policy.seconds, self._policy.bytes)
        headers = _conditions(known)
        for _ in range(self._policy.redirects + 1):
            check_url(url, self._policy)
            self._heed_robots(url)
            answer = self._asked(url, headers, budget)
            if answer.status not in _REDIRECTS:
                return _result(url, answer)
            url = _target(url, answer.headers.get("location", ""))
        raise InputError(
            f"redirects more than {self._policy.redirects} times", cure="check the url"
        )

    def _heed_robots(self, url: str) -> None:
        rules = self._robots.rules(url)
        if not rules.allow(url):
            raise InputError(
                "may not be fetched by programs, says the site's robots.txt",
                cure="save the page and ingest the file",
            )
        self._delays[httpx.URL(url).host] = rules.delay()

    def _asked(self, url: str, headers: dict[str, str], budget: Budget) -> _Answer:
        """One request, sent again once if the site is busy for less than the time that is left."""
        answer = self._sent(url, headers, budget, self._policy.bytes)
        pause = _asked_pause(answer)
        if pause is not None and pause <= budget.time_left():
            self._sleep(pause)
            answer = self._sent(url, headers, budget, self._policy.bytes)
            pause = _asked_pause(answer)
        if pause is not None:
            self._free_at[httpx.URL(url).host] = self._clock() + pause
        return answer

    def _sent(self, url: str, headers: dict[str, str], budget: Budget, limit: int) -> _Answer:
        self._wait_for(httpx.URL(url).host, budget)
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        transport = GuardedTransport(self._network, self._policy, budget, self._tls)
        with (
            _failures(url),
            httpx.Client(transport=transport, trust_env=False, headers=self._headers) as client,
            client.stream("GET", url, headers=headers) as response,
        ):
            return _Answer(response.status_code, response.headers, _body(response, limit))

    def _wait_for(self, host: str, budget: Budget) -> None:
        """Leave the host alone for as long as is due, which costs the budget nothing."""
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > self._policy.longest_wait:
            raise _busy(wait)
        if wait > 0:
            self._sleep(wait)
            budget.extend(wait)
        delay = max(self._delays.get(host, 0.0), self._policy.seconds_between_requests)
        self._free_at[host] = self._clock() + delay

    def _robots_file(self, url: str) -> tuple[int, bytes]:
        budget = Budget(self._policy.seconds, self._policy.bytes)
        try:
            for _ in range(self._policy.redirects + 1):
                check_url(url, self._policy)
                answer = self._sent(url, {}, budget, _ROBOTS_BYTES)
                if answer.status not in _REDIRECTS:
                    return answer.status, answer.data
                url = _target(url, answer.headers.get("location", ""))
        except _UnreachableError:
            return 0, b""
        raise _too_many_redirects(self._policy)


class _UnreachableError(InputError):
    """The network failed, which may pass."""


@contextmanager
def _failures(url: str) -> Iterator[None]:
    """What the libraries raise, as an `InputError`."""
    try:
        yield
    except (httpcore.TimeoutException, httpx.TimeoutException) as error:
        raise _UnreachableError("did not answer in time", cure="try again later") from error
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ProxyError,
        httpx.HTTPError,
        ssl.SSLError,
    ) as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise _UnreachableError(
            f"cannot be fetched: {why[:200]}", cure="try again later"
        ) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError) as error:
        raise InputError(f"is no valid url: {url[:200]}", cure="check it") from error


def _conditions(known: Validators) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value}


def _too_many_redirects(policy: Policy) -> InputError:
    return InputError(f"redirects more than {policy.redirects} times", cure="check the url")


def _target(url: str, location: str) -> str:
    if not location:
        raise InputError("redirects to nowhere", cure="check the url")
    try:
        target = httpx.URL(url).join(location)
    except httpx.InvalidURL as error:
        raise InputError("redirects to what is no url", cure="check the url") from error
    if url.startswith("https:") and target.scheme == "http":
        raise InputError("redirects from https to http", cure="ingest the http url itself")
    return str(target.copy_with(fragment=None))


def _result(url: str, answer: _Answer) -> Fetched | None:
    if answer.status == 304:
        return None
    if answer.status in _BUSY:
        raise _busy(_seconds(answer.headers.get("retry-after")))
    if answer.status != 200:
        raise InputError(f"gave HTTP status {answer.status}", cure="check the url in a browser")
    declared = answer.headers.get("content-type", "").partition("charset=")[2]
    return Fetched(
        url,
        answer.data,
        declared.strip("\"' ;") or None,
        Validators(answer.headers.get("etag"), answer.headers.get("last-modified")),
    )


def _busy(seconds: float | None) -> FetchError:
    when = f"in {seconds:.0f} s" if seconds is not None else "later"
    error = FetchError("is on a site that is busy", cure=f"ask again {when}, as it wants")
    error.retry_after = seconds
    return error


def _asked_pause(answer: _Answer) -> float | None:
    """For how many seconds a busy site wants to be left alone, None if it does not say so."""
    return _seconds(answer.headers.get("retry-after")) if answer.status in _BUSY else None


def _seconds(retry_after: str | None) -> float | None:
    """What `Retry-After` says, a number of seconds or a time."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max((when - datetime.now(UTC)).total_seconds(), 0.0)


def _body(response: httpx.Response, limit: int) -> bytes:
    """The body of an answer, decompressed within the limit."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        return b"".join(_bounded(response.iter_raw(_CHUNK), limit))
    if encoding not in ("gzip", "x-gzip"):
        raise InputError(f"came in an encoding that was not asked for: {encoding[:40]}")
    return b"".join(_bounded(_inflated(response.iter_raw(_CHUNK)), limit))


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        for chunk in chunks:
            data = chunk
            while data:
                yield decoder.decompress(data, _CHUNK)
                data = decoder.unconsumed_tail
    except zlib.error as error:
        raise InputError("came in damaged gzip", cure="try again later") from error


def _bounded(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise InputError(
                f"is too large: more than {limit / 1e6:g} MB when decompressed",
                cure="download it yourself",
            )
        yield chunk
