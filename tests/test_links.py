"""Asking whether pages still answer: judged by what a server saw, and what it had said."""

from __future__ import annotations

import signal
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from tracker.errors import Problem, Where
from tracker.links import Answer, Limits, State, ask, encoded, in_words
from tracker.messages import LANGUAGES
from tracker.messages.problems import explain

QUICK = Limits(pause=0)
NAMES = ("127.0.0.1", "127.1", "127.0.1", "0x7f.1", "2130706433")  # all of them this machine
ROBOTS = "User-agent: *\nDisallow: /private\n"


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says, and writes down who asked for what."""

    server: Server
    redirects: ClassVar[dict[str, tuple[int, str]]] = {
        "/moved": (301, "/page"),
        "/moved-twice": (308, "/moved"),
        "/moved-for-now": (302, "/page"),
        "/moved-then-for-now": (301, "/moved-for-now"),
        "/moved-to-missing": (301, "/missing"),
        "/moved-to-private": (301, "/private"),
        "/moved-to-chinese": (301, "/页".encode().decode("latin-1")),
        "/loop": (302, "/loop"),
        "/to-file": (301, "file:///anything"),
    }
    statuses: ClassVar[dict[str, int]] = {
        "/missing": 404, "/gone": 410, "/forbidden": 403, "/locked": 401, "/puzzle": 412,
        "/busy": 429, "/broken": 500, "/overloaded": 503,
    }  # fmt: skip

    def do_HEAD(self) -> None:
        self.handle_one()

    def do_GET(self) -> None:
        self.handle_one()

    def handle_one(self) -> None:
        with self.server.noted(self):
            if self.path == "/silent":
                self.server.released.wait()
            elif self.path == "/interrupt":
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
                self.server.released.wait()
            elif self.path == "/together":
                self.server.meeting.wait()
        self.reply(*self.said())

    def said(self) -> tuple[int, str, bytes]:
        """Status, where to, and what."""
        if self.path == "/robots.txt":
            return self.server.robots
        if self.path.startswith("/to/"):
            port = self.server.server_address[1]
            name = self.path.removeprefix("/to/").partition("?")[0]
            return 302, f"http://{name}:{port}/page", b""
        if self.path in self.redirects:
            return *self.redirects[self.path], b""
        if self.path in ("/get-only", "/head-missing") and self.command == "HEAD":
            return 405 if self.path == "/get-only" else 404, "", b""
        return self.statuses.get(self.path, 200), "", b"x" * 4096

    def reply(self, status: int, location: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Set-Cookie", "visitor=1")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet: the record says it all."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.robots: tuple[int, str, bytes] = (200, "", ROBOTS.encode())
        self.released = threading.Event()
        self.linger = threading.Event()
        self.meeting = threading.Barrier(2)
        self.requests: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.most_at_once: Counter[str] = Counter()  # by host
        self.most_hosts_at_once = 0
        self._now: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def noted(self, request: Handler) -> Iterator[None]:
        """A request counts from its arrival until it is about to be answered."""
        host = request.headers["Host"].partition(":")[0]
        with self._lock:
            self.requests.append((request.command, request.path))
            self.headers.append(dict(request.headers))
            self._now[host] += 1
            self.most_at_once[host] = max(self.most_at_once[host], self._now[host])
            self.most_hosts_at_once = max(self.most_hosts_at_once, len(+self._now))
        yield
        self.linger.wait(0.01)  # so that requests that may meet do meet
        with self._lock:
            self._now[host] -= 1

    def at(self, path: str, name: str = "127.0.0.1") -> str:
        return f"http://{name}:{self.server_address[1]}{path}"

    @property
    def pages(self) -> list[tuple[str, str]]:
        return [request for request in self.requests if request[1] != "/robots.txt"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.released.set()
        server.meeting.abort()
        server.shutdown()


def only(address: str, limits: Limits = QUICK) -> tuple[State, str]:
    (answer,) = ask([address], limits)
    assert answer.address == address
    return answer.state, answer.detail


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/page", State.OK, ""),
        ("/page#part", State.OK, ""),
        ("/get-only", State.OK, ""),
        ("/head-missing", State.OK, ""),
        ("/moved-for-now", State.OK, ""),
        ("/missing", State.GONE, "HTTP 404"),
        ("/gone", State.GONE, "HTTP 410"),
        ("/forbidden", State.REFUSED, "HTTP 403"),
        ("/locked", State.REFUSED, "HTTP 401"),
        ("/puzzle", State.REFUSED, "HTTP 412"),
        ("/busy", State.REFUSED, "HTTP 429"),
        ("/private", State.REFUSED, "robots.txt"),
        ("/moved-to-private", State.REFUSED, "robots.txt"),
        ("/broken", State.FAILING, "HTTP 500"),
        ("/overloaded", State.FAILING, "HTTP 503"),
        ("/loop", State.FAILING, "too many redirects"),
        ("/to-file", State.FAILING, "redirect to file:///anything"),
    ],
)
def test_an_answer_says_how_it_stands(server: Server, path: str, state: State, detail: str) -> None:
    assert only(server.at(path)) == (state, detail)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("/moved", "/page"),
        ("/moved-twice", "/page"),
        ("/moved-then-for-now", "/moved-for-now"),
        ("/moved-to-chinese", "/%E9%A1%B5"),
    ],
)
def test_what_has_moved_for_good_is_told_with_its_new_address(
    server: Server, path: str, new: str
) -> None:
    assert only(server.at(path)) == (State.MOVED, server.at(new))


def test_what_has_moved_to_nothing_is_gone(server: Server) -> None:
    state, detail = only(server.at("/moved-to-missing"))

    assert state is State.GONE
    assert detail == f"HTTP 404, {server.at('/missing')}"


def test_a_server_that_stays_silent_is_failing(server: Server) -> None:
    assert only(server.at("/silent"), Limits(pause=0, timeout=0.5)) == (State.FAILING, "timeout")


def test_a_closed_port_is_failing() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound, and nobody listens
        port = closed.getsockname()[1]
        answers = list(ask([f"http://127.0.0.1:{port}/{n}" for n in range(3)], QUICK))

    assert [answer.state for answer in answers] == [State.FAILING] * 3
    assert len({answer.detail for answer in answers}) == 1


def test_a_server_without_encryption_fails_where_it_is_asked_for(server: Server) -> None:
    state, detail = only(server.at("/page").replace("http:", "https:"))

    assert state is State.FAILING
    assert detail.startswith("TLS: ")


def test_an_unknown_name_is_told_apart() -> None:
    with pytest.raises(socket.gaierror) as caught:
        socket.getaddrinfo("no.number", 80, flags=socket.AI_NUMERICHOST)

    assert in_words(caught.value) == "DNS"


@pytest.mark.parametrize("address", ["", "无", "ftp://example.org/", "http://", "http://a:b/"])
def test_what_is_no_web_address_is_failing(address: str) -> None:
    state, _ = only(address)

    assert state is State.FAILING


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d"),
        ("http://example.org/年报 1.html", "http://example.org/%E5%B9%B4%E6%8A%A5%201.html"),
        ("http://example.org/%E5%B9%B4?q=年", "http://example.org/%E5%B9%B4?q=%E5%B9%B4"),
        ("http://example.org/100%.html", "http://example.org/100%25.html"),
        ("http://例子.example:8080/", "http://xn--fsqu00a.example:8080/"),
        ("http://user:word@example.org/", "http://example.org/"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
    ],
)
def test_an_address_is_sent_in_ascii(address: str, sent: str) -> None:
    assert encoded(address) == sent
    assert encoded(sent) == sent


def test_the_server_is_asked_for_a_page_with_chinese_in_its_name(server: Server) -> None:
    assert only(server.at("/年报 1.html")) == (State.OK, "")
    assert server.pages == [("HEAD", "/%E5%B9%B4%E6%8A%A5%201.html")]


def test_a_request_says_who_asks_and_brings_no_cookie(server: Server) -> None:
    list(ask([server.at(f"/{n}") for n in range(3)], QUICK))

    assert len(server.headers) == 4
    assert all("Duixian" in headers["User-Agent"] for headers in server.headers)
    assert all("Cookie" not in headers for headers in server.headers)


def test_only_the_start_of_a_page_is_asked_for(server: Server) -> None:
    only(server.at("/get-only"))

    assert server.pages == [("HEAD", "/get-only"), ("GET", "/get-only")]
    assert server.headers[-1]["Range"] == "bytes=0-1023"


def test_what_robots_txt_forbids_is_not_asked_for(server: Server) -> None:
    list(ask([server.at("/private/1"), server.at("/private/2")], QUICK))

    assert server.requests == [("GET", "/robots.txt")]


@pytest.mark.parametrize("status", [403, 404])
def test_a_host_without_robots_txt_allows_everything(server: Server, status: int) -> None:
    server.robots = (status, "", b"User-agent: *\nDisallow: /\n")

    assert only(server.at("/page")) == (State.OK, "")


def test_a_moved_robots_txt_is_followed(server: Server) -> None:
    server.robots = (301, server.at("/rules", "127.1"), b"")

    assert only(server.at("/page")) == (State.OK, "")
    assert ("GET", "/rules") in server.requests


def test_where_robots_txt_fails_nothing_is_asked_for(server: Server) -> None:
    server.robots = (503, "", b"")

    assert only(server.at("/page")) == (State.FAILING, "robots.txt: HTTP 503")
    assert server.pages == []


def test_a_host_that_has_had_enough_is_left_alone(server: Server) -> None:
    answers = list(ask([server.at("/busy"), server.at("/page")], QUICK))

    assert [answer.state for answer in answers] == [State.REFUSED, State.REFUSED]
    assert server.pages == [("HEAD", "/busy")]


def test_no_host_is_asked_twice_at_once_not_even_by_redirects(server: Server) -> None:
    first, *others = NAMES
    leading_there = [server.at(f"/to/{first}?{n}", name) for name in others for n in range(3)]
    answers = list(ask([server.at("/page", first), *leading_there], Limits(pause=0, hosts=5)))

    assert [answer.state for answer in answers] == [State.OK] * 13
    assert server.most_at_once == dict.fromkeys(NAMES, 1)


def test_no_more_hosts_than_allowed_are_asked_at_once(server: Server) -> None:
    addresses = [server.at(f"/{n}", name) for name in NAMES for n in range(3)]
    answers = list(ask(addresses, Limits(pause=0, hosts=2)))

    assert len(answers) == 15
    assert server.most_hosts_at_once <= 2


def test_two_hosts_are_asked_at_the_same_time(server: Server) -> None:
    answers = list(ask([server.at("/together", name) for name in NAMES[:2]], QUICK))

    assert [answer.state for answer in answers] == [State.OK, State.OK]


def test_a_host_is_given_a_pause_after_each_request(server: Server) -> None:
    answers = list(ask([server.at("/page")], Limits(pause=3600, seconds=0.5)))

    assert answers == []
    assert server.pages == []


def test_a_host_may_ask_for_a_longer_pause(server: Server) -> None:
    server.robots = (200, "", b"User-agent: *\nCrawl-delay: 3600\n")
    list(ask([server.at("/1"), server.at("/2")], Limits(pause=0, seconds=0.5)))

    assert len(server.pages) <= 1


def test_an_address_is_asked_once_and_no_more_than_the_limit(server: Server) -> None:
    addresses = [server.at(path) for path in ("/1", "/1", "/2", "/3")]
    answers = list(ask(addresses, Limits(pause=0, addresses=2)))

    assert answers == [Answer(server.at(path), State.OK) for path in ("/1", "/2")]
    assert server.pages == [("HEAD", "/1"), ("HEAD", "/2")]


def test_when_the_time_is_over_nobody_waits(server: Server) -> None:
    limits = Limits(pause=0, seconds=0.5, timeout=600)

    assert list(ask([server.at("/silent")], limits)) == []


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell has its background jobs ignore Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_leaves_what_is_known(server: Server) -> None:
    addresses = [server.at(path) for path in ("/page", "/missing", "/interrupt", "/other")]

    assert [answer.state for answer in ask(addresses, QUICK)] == [State.OK, State.GONE]


@pytest.mark.parametrize("state", [state for state in State if state is not State.OK])
def test_the_editor_is_told_of_every_state_but_the_good_one(state: State) -> None:
    details = {"address": "https://example.org/a", "detail": "HTTP 404"}
    problem = Problem(Where("targets.yaml", 3), f"link-{state}", details)

    for language in LANGUAGES:
        found, advice = explain(problem, language)
        assert "https://example.org/a" in found
        assert "HTTP 404" in found
        assert advice
