"""A site on loopback whose pages the tests write, and which notes what was asked of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"""<html><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>
<p>The envoys of the bloc met on Monday to talk about a new package of measures.</p>
<p>They are to meet again on Thursday, said a diplomat who asked not to be named.</p>
</article></body></html>"""

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server whose paths the tests write, and what was asked of it."""

    port: int
    pages: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def reply(body: bytes = PAGE, status: int = 200, **headers: str) -> Handler:
    def handle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return handle


def redirect(target: str) -> Handler:
    return reply(b"", 302, Location=target)


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site on loopback."""

    class Request(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            handler = site.pages.get(self.path, reply(b"", 404))
            try:
                handler(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()
