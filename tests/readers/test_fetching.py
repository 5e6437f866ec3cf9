"""A real server on loopback shows the fetch policy hop by hop.

Names resolve to public addresses as they would outside, and only the last step, dialling, is led to
the server of the test; so all checks run as they do for users.
"""

import gzip
import time
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

import httpcore
import pytest
from loopback import PAGE, Site, redirect, reply, serving

from tracker.article import Article
from tracker.errors import InputError
from tracker.readers import read
from tracker.readers.fetching import Fetcher, FetchError, Policy, Validators
from tracker.readers.fetching.network import Network
from tracker.readers.fetching.policy import is_public

PUBLIC = "93.184.216.34"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


class Outside(httpcore.SyncBackend):
    """The Internet: every public address is the site's."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.dialled: list[str] = []

    def connect_tcp(self, host, port, *args, **kwargs):
        self.dialled.append(host)
        return super().connect_tcp("127.0.0.1", self._port, *args, **kwargs)


NAMES = {
    "news.example": [PUBLIC],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "192.168.1.1"],
    "mapped.example": ["::ffff:127.0.0.1"],
}


def fetcher(site: Site, waits: list[float] | None = None, **bounds) -> Fetcher:
    """A fetcher that notes its pauses instead of making them."""
    waits = [] if waits is None else waits
    now = [0.0]

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    network = Network(lambda host, _: NAMES.get(host, [host]), Outside(site.port))
    return Fetcher(Policy(**bounds), network, sleep, lambda: now[0])


def refusal(site: Site, url: str = "http://news.example/a", **bounds) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher(site, **bounds).fetch(url)
    assert caught.value.where == url
    return caught.value.what


def test_a_page_is_fetched_and_read_as_an_article(site: Site) -> None:
    site.pages["/a"] = reply(Content_Type="text/html; charset=utf-8")
    (article,) = read(["http://news.example/a"], fetch=fetcher(site).fetch)
    assert isinstance(article, Article)
    assert article.title == "Envoys meet"
    assert article.url == "http://news.example/a"
    assert article.canonical_url == "https://news.example/a"


def test_redirects_are_followed_and_the_last_url_is_told(site: Site) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("http://news.example/c#x"), "/c": reply()}
    fetched = fetcher(site).fetch("http://news.example/a")
    assert fetched is not None
    assert fetched.url == "http://news.example/c"
    assert fetched.data == PAGE


def test_no_more_than_five_redirects_are_followed(site: Site) -> None:
    site.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(7)}
    assert "redirects more than 5 times" in refusal(site, "http://news.example/0")
    assert site.paths() == [f"/{n}" for n in range(6)]


@pytest.mark.parametrize(
    "target",
    [
        "http://inside.example/secret",
        "http://both.example/one-of-its-addresses-is-private",
        "http://mapped.example/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://[64:ff9b::7f00:1]/",
    ],
)
def test_a_redirect_to_a_private_address_is_not_followed(site: Site, target: str) -> None:
    site.pages["/a"] = redirect(target)
    assert "no public address" in refusal(site)
    assert site.paths() == ["/a"]


def test_the_address_that_was_checked_is_the_one_that_is_dialled(site: Site) -> None:
    site.pages["/a"] = reply()
    answers = iter([[PUBLIC], [PUBLIC]])
    outside = Outside(site.port)
    policy = Policy(seconds_between_requests=0)
    Fetcher(policy, Network(lambda *_: next(answers), outside)).fetch("http://rebind.example/a")
    assert outside.dialled == [PUBLIC, PUBLIC]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/a", "no http"),
        ("file:///etc/passwd", "no http"),
        ("http:///a", "no http"),
        ("http://user:password@news.example/", "user name"),
        ("http://news.example:22/", "port 22"),
        ("http://news.example:99999/", "no valid url"),
        ("http://localhost/", "no public address"),
    ],
)
def test_a_url_that_must_not_be_asked_is_refused(site: Site, url: str, why: str) -> None:
    NAMES["localhost"] = ["127.0.0.1", "::1"]
    assert why in refusal(site, url)
    assert site.asked == []


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_a_redirect_out_of_the_web_is_not_followed(site: Site, target: str) -> None:
    site.pages["/a"] = redirect(target)
    refusal(site)
    assert site.paths() == ["/a"]


def test_private_addresses_and_ports_are_asked_if_that_is_wished(site: Site) -> None:
    site.pages["/a"] = reply()
    policy = Policy(allow_private=True, seconds_between_requests=0)
    assert Fetcher(policy).fetch(f"http://127.0.0.1:{site.port}/a") is not None


def test_a_slow_drip_is_cut_off_when_the_time_is_up(site: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/a"] = drip
    start = time.monotonic()
    assert "in time" in refusal(site, seconds=0.3, seconds_between_requests=0)
    assert time.monotonic() - start < 1.5


def test_a_site_that_says_nothing_is_given_up_when_the_time_is_up(site: Site) -> None:
    site.pages["/a"] = lambda _: time.sleep(0.6)
    assert "in time" in refusal(site, seconds=0.2, seconds_between_requests=0)


def test_a_resolver_that_hangs_is_given_up_when_the_time_is_up(site: Site) -> None:
    network = Network(lambda *_: time.sleep(0.6) or [PUBLIC], Outside(site.port))
    with pytest.raises(FetchError, match="in time"):
        Fetcher(Policy(seconds=0.2), network).fetch("http://news.example/a")


def test_more_bytes_than_the_limit_are_not_received(site: Site) -> None:
    site.pages["/a"] = reply(b"x" * 300_000)
    assert "too large" in refusal(site, bytes=100_000)


def test_a_decompression_bomb_is_not_inflated_beyond_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    assert len(bomb) < 100_000
    site.pages["/a"] = reply(bomb, Content_Encoding="gzip")
    assert "when decompressed" in refusal(site, bytes=1_000_000)


def test_gzip_is_inflated_and_other_encodings_are_refused(site: Site) -> None:
    site.pages["/a"] = reply(gzip.compress(PAGE), Content_Encoding="gzip")
    fetched = fetcher(site).fetch("http://news.example/a")
    assert fetched is not None
    assert fetched.data == PAGE
    assert site.asked[-1][1]["Accept-Encoding"] == "gzip"
    site.pages["/a"] = reply(b"\x0b\x00", Content_Encoding="br")
    assert "not asked for" in refusal(site)


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.pages["/a"] = reply(ETag='"v1"', Last_Modified="Tue, 03 Jun 2025 10:00:00 GMT")
    fetched = fetcher(site).fetch("http://news.example/a")
    assert fetched is not None
    assert fetched.validators == Validators('"v1"', "Tue, 03 Jun 2025 10:00:00 GMT")
    site.pages["/a"] = reply(b"", 304)
    assert fetcher(site).fetch("http://news.example/a", fetched.validators) is None
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'
    assert site.asked[-1][1]["If-Modified-Since"] == "Tue, 03 Jun 2025 10:00:00 GMT"


ROBOTS = b"User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n"


def test_what_robots_txt_forbids_is_not_fetched(site: Site) -> None:
    site.pages |= {"/robots.txt": reply(ROBOTS), "/closed/a": reply(), "/open": reply()}
    assert "robots.txt" in refusal(site, "http://news.example/closed/a")
    assert site.paths() == []
    assert fetcher(site).fetch("http://news.example/open") is not None


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed(site: Site) -> None:
    site.pages |= {"/robots.txt": reply(ROBOTS), "/a": redirect("/closed/a"), "/closed/a": reply()}
    assert "robots.txt" in refusal(site)
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_a_site_without_robots_txt_is_open_and_one_that_is_broken_is_not(
    site: Site, status: int, allowed: bool
) -> None:
    site.pages |= {"/robots.txt": reply(b"", status), "/a": reply()}
    if allowed:
        assert fetcher(site).fetch("http://news.example/a") is not None
    else:
        assert "robots.txt" in refusal(site)


def test_robots_txt_is_asked_for_once_and_a_host_once_a_second(site: Site) -> None:
    site.pages |= {"/a": reply(), "/b": reply()}
    waits: list[float] = []
    polite = fetcher(site, waits)
    polite.fetch("http://news.example/a")
    polite.fetch("http://news.example/b")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]
    assert waits == [1.0, 1.0]


def test_a_delay_that_robots_txt_asks_for_is_kept(site: Site) -> None:
    site.pages |= {"/robots.txt": reply(ROBOTS), "/a": reply(), "/b": reply()}
    waits: list[float] = []
    polite = fetcher(site, waits)
    polite.fetch("http://news.example/a")
    polite.fetch("http://news.example/b")
    assert waits == [1.0, 7.0]


def test_a_busy_site_is_asked_again_after_the_time_that_it_names(site: Site) -> None:
    def once_busy(request: BaseHTTPRequestHandler) -> None:
        site.pages["/a"] = reply()
        reply(b"", 429, Retry_After="5")(request)

    site.pages["/a"] = once_busy
    waits: list[float] = []
    assert fetcher(site, waits).fetch("http://news.example/a") is not None
    assert waits == [1.0, 5.0]


def test_a_site_that_is_still_busy_is_not_asked_a_third_time(site: Site) -> None:
    site.pages["/a"] = reply(b"", 503, Retry_After="2")
    assert "busy" in refusal(site)
    assert site.paths() == ["/a", "/a"]


def test_the_wait_for_a_busy_site_counts_into_the_time_of_a_fetch(site: Site) -> None:
    site.pages["/a"] = reply(b"", 429, Retry_After="5")
    site.pages["/b"] = reply()
    waits: list[float] = []
    polite = fetcher(site, waits, seconds=4)
    with pytest.raises(FetchError, match="busy"):
        polite.fetch("http://news.example/a")
    assert site.paths() == ["/a"]
    polite.fetch("http://news.example/b")
    assert waits == [1.0, 5.0], "the next page of the host is asked for when it has rested"


@pytest.mark.parametrize(
    "value", ["600", formatdate(time.time() + 900, usegmt=True)], ids=["seconds", "time"]
)
def test_a_site_that_is_busy_for_long_is_left_alone(site: Site, value: str) -> None:
    site.pages["/a"] = reply(b"", 503, Retry_After=value)
    polite = fetcher(site)
    for _ in range(2):
        with pytest.raises(FetchError, match="busy") as caught:
            polite.fetch("http://news.example/a")
        assert caught.value.retry_after is not None
        assert caught.value.retry_after > 500
    assert site.paths() == ["/a"]


def test_the_user_agent_names_the_program_and_a_contact(site: Site) -> None:
    site.pages["/a"] = reply()
    fetcher(site, contact="desk@example.org").fetch("http://news.example/a")
    agent = site.asked[-1][1]["User-Agent"]
    assert agent.startswith("sanctions-tracker/")
    assert "(+desk@example.org)" in agent


def test_proxies_of_the_environment_are_not_used(site: Site, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.pages["/a"] = reply()
    assert fetcher(site).fetch("http://news.example/a") is not None


def test_a_proxy_that_was_asked_for_is_used(site: Site) -> None:
    site.pages["http://news.example/a"] = reply()
    proxied = fetcher(site, proxies={"http": "http://inside.example:3128"})
    assert proxied.fetch("http://news.example/a") is not None


def test_an_http_error_and_a_dead_host_are_told(site: Site) -> None:
    site.pages["/a"] = reply(b"", 410)
    assert "HTTP status 410" in refusal(site)
    network = Network(lambda *_: [], Outside(site.port))
    with pytest.raises(FetchError, match="unknown host"):
        Fetcher(network=network).fetch("http://nowhere.example/")


def test_a_url_that_fails_is_an_error_among_the_articles(site: Site) -> None:
    site.pages["/a"] = reply()
    urls = ["http://inside.example/x", "http://news.example/a"]
    failed, article = read(urls, fetch=fetcher(site).fetch)
    assert isinstance(failed, InputError)
    assert failed.where == urls[0]
    assert isinstance(article, Article)


def test_urls_are_refused_where_fetching_is_off() -> None:
    (failed,) = read(["https://news.example/a"])
    assert "fetching is off" in str(failed)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),  # metadata service of clouds
        ("100.64.0.1", False),  # carrier-grade NAT
        ("0.0.0.0", False),
        ("224.0.0.1", False),  # multicast
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),  # IPv4-mapped
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),  # NAT64 of 10.0.0.1
        ("64:ff9b::5db8:d822", True),
        ("2002:0a00:0001::", False),  # 6to4 of 10.0.0.1
        ("2001:0:0:0:0:0:f5ff:fffe", False),  # Teredo of 10.0.0.1
    ],
)
def test_only_addresses_of_the_public_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
