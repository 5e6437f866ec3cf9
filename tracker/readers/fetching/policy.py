"""What may be fetched: addresses, ports, sizes, times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from tracker.errors import InputError

_WEB_PORTS = {"http": 80, "https": 443}
# A gateway turns these IPv6 addresses into the IPv4 address in their last 32 bits.
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class Policy:
    """The bounds of fetching.

    Attributes:
        contact: Whom a site may write to about the requests, an e-mail address or url.
        allow_private: Whether addresses that are not public, and ports beside 80 and 443, may be
            asked; for intranets.
        redirects: How many are followed.
        bytes: How much one fetch may receive, and how much that may be when decompressed.
        seconds: How long one fetch may take in all, with its redirects.
        seconds_between_requests: How long one host is left alone after a request.
        longest_wait: For how many seconds a host that asked for rest is waited for by other urls.
        proxies: Url of the proxy for each scheme; none is taken from the environment here.
    """

    contact: str | None = None
    allow_private: bool = False
    redirects: int = 5
    bytes: int = 10_000_000
    seconds: float = 30.0
    seconds_between_requests: float = 1.0
    longest_wait: float = 60.0
    proxies: Mapping[str, str] = field(default_factory=dict)


def check_url(url: str, policy: Policy) -> None:
    """Refuse an address that must not be asked, as far as its text tells.

    Raises:
        InputError: It is not http or https, names a user, another port than the web's, or an
            address that is not public.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError("is no valid url", cure="check it") from error
    if parts.scheme not in _WEB_PORTS or not parts.hostname:
        raise InputError("is no http or https url", cure="download it and ingest the file")
    if parts.username is not None or parts.password is not None:
        raise InputError("is a url with a user name in it", cure="leave that out")
    if port not in (None, *_WEB_PORTS.values()) and not policy.allow_private:
        raise InputError(
            f"is a url with port {port}, not 80 or 443", cure="use --allow-private to ask it"
        )
    if _is_address(parts.hostname):
        check_address(parts.hostname, policy)


def _is_address(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def check_address(address: str, policy: Policy) -> None:
    """Refuse a network address that is not public.

    Args:
        address: IPv4 or IPv6 address as text.
        policy: Whether private ones are allowed.

    Raises:
        InputError: The address is not public.
    """
    if not policy.allow_private and not is_public(address):
        raise InputError(
            f"leads to {address}, which is no public address",
            cure="use --allow-private if it is in your intranet",
        )


def is_public(address: str) -> bool:
    """Whether an address is one of the public Internet, also when an IPv6 one wraps an IPv4 one."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = _wrapped(ip)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast


def _wrapped(ip: IPv6Address) -> IPv4Address | None:
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if any(ip in network for network in _NAT64):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
