"""The sockets of a fetch: dialled only at checked addresses, within one budget of time and bytes.

A name is resolved once, all its addresses are checked, and the checked address itself is dialled,
so that a name cannot change its mind between check and connection.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from tracker.errors import InputError
from tracker.readers.fetching.policy import Policy, check_address

Resolve = Callable[[str, int], list[str]]
"""From the name of a host and a port to all its addresses."""


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for all addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass
class Budget:
    """What is left of the time and bytes of one fetch."""

    seconds: float
    bytes: int
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds

    def extend(self, seconds: float) -> None:
        """Add time, such as was spent waiting out of courtesy."""
        self._end += seconds

    def time_left(self, timeout: float | None = None) -> float:
        """Seconds until the fetch must be over, or until `timeout` if that is sooner.

        Raises:
            InputError: None are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise InputError(f"did not answer in time, {self.seconds:g} s", cure="try again later")
        return left if timeout is None else min(left, timeout)

    def spend(self, count: int) -> None:
        """Take received bytes off.

        Raises:
            InputError: More came than allowed.
        """
        self.bytes -= count
        if self.bytes < 0:
            raise InputError("is too large to fetch, over the limit", cure="download it yourself")


@dataclass(frozen=True)
class Network:
    """How to resolve names and to dial; replaced where there is no network, as in tests."""

    resolve: Resolve = resolve
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)


class GuardedBackend(httpcore.NetworkBackend):
    """Dials only what the policy allows, and hands out streams that keep to the budget."""

    def __init__(self, network: Network, policy: Policy, budget: Budget) -> None:
        self._network = network
        self._policy = policy
        self._budget = budget
        self._proxies = {httpx.URL(url).host for url in policy.proxies.values()}

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - never set by our transport
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the same
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers of a host, all of which must be allowed."""
        addresses = self._resolved(host, port)
        if host not in self._proxies:
            for address in addresses:
                check_address(address, self._policy)
        *others, last = addresses
        for address in others:
            try:
                return self._dialled(address, port, timeout)
            except httpcore.NetworkError:
                continue
        return self._dialled(last, port, timeout)

    def _dialled(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        left = self._budget.time_left(timeout)
        return _GuardedStream(self._network.backend.connect_tcp(address, port, left), self._budget)

    def _resolved(self, host: str, port: int) -> list[str]:
        """The system's resolver knows no timeout, so it is left alone when time is up."""
        answer: list[list[str] | Exception] = []

        def ask() -> None:
            try:
                answer.append(self._network.resolve(host, port))
            except (OSError, UnicodeError) as error:
                answer.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self._budget.time_left())
        self._budget.time_left()
        if isinstance(answer[0], Exception) or not answer[0]:
            raise InputError(f"has an unknown host: {host}", cure="check the url and the network")
        return answer[0]


class _GuardedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._budget.time_left(timeout))
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.time_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._budget.time_left(timeout)
        inner = self._stream.start_tls(ssl_context, server_hostname, left)
        return _GuardedStream(inner, self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.BaseTransport):
    """httpx over guarded sockets; one for each fetch."""

    def __init__(
        self, network: Network, policy: Policy, budget: Budget, tls: ssl.SSLContext
    ) -> None:
        backend = GuardedBackend(network, policy, budget)
        self._direct = httpcore.ConnectionPool(ssl_context=tls, network_backend=backend)
        self._proxied = {
            scheme: httpcore.ConnectionPool(
                ssl_context=tls, network_backend=backend, proxy=httpcore.Proxy(url)
            )
            for scheme, url in policy.proxies.items()
        }

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; its answer is read later, as a stream."""
        pool = self._proxied.get(request.url.scheme, self._direct)
        response = pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Close all connections."""
        for pool in (self._direct, *self._proxied.values()):
            pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Any:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
