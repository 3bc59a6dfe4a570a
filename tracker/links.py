"""Asks web addresses whether they still answer: few at a time, slowly, and within bounds."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterable, Iterator
from enum import StrEnum
from http.client import HTTPException
from queue import Empty, Queue
from time import monotonic
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request
from urllib.robotparser import RobotFileParser

from msgspec import Struct, field

from tracker.lazy import regex

AGENT = "Duixian"  # the name that a robots.txt may use
HEADERS = [
    ("User-Agent", f"{AGENT} (checks whether pages cited as sources still answer; copies nothing)"),
    ("Accept", "*/*"),
]
START = "bytes=0-1023"
ROBOTS_SIZE = 500 * 1024  # RFC 9309: a reader of robots.txt goes at least so far
HOPS = 6  # the first request and five redirects
PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)
GONE = (404, 410)
TOO_MANY = 429
RANGE_UNMET = 416  # the page is there, and shorter than what was asked for
HEAD_UNKNOWN = (400, 403, 404, 405, 500, 501)  # said to a HEAD by servers that know only GET
UNESCAPED = "/?:@!$&'()*+,;=~%[]"
STRAY_PERCENT = regex("%(?![0-9A-Fa-f]{2})")  # 100%.html


class State(StrEnum):
    OK = "ok"
    GONE = "gone"
    REFUSED = "refused"  # which does not mean that the page is gone
    FAILING = "failing"
    MOVED = "moved"  # for good


class Answer(Struct, frozen=True):
    """`detail` is the new address of what has moved, else a word of protocol such as HTTP 404."""

    address: str
    state: State
    detail: str = ""


class Limits(Struct, frozen=True):
    addresses: int = 500
    seconds: float = 900
    timeout: float = 10  # seconds of silence that a server is allowed
    hosts: int = 4  # asked at the same time
    pause: float = 1  # seconds between two requests to a host


LIMITS = Limits()


class NoAnswerError(Exception):
    """Says in a word why none came."""


class StoppedError(Exception):
    """Nobody waits for answers any more."""


class Reply(Struct, frozen=True):
    status: int
    location: str
    body: bytes

    @property
    def redirects(self) -> bool:
        return self.status in REDIRECTS and bool(self.location)


class Host(Struct):
    """Takes one request at a time, and not before it is `free_at`."""

    pause: float
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0
    tired: bool = False


def ask(addresses: Iterable[str], limits: Limits = LIMITS) -> Iterator[Answer]:
    """The answers as they come.

    An address has none if it lies beyond a limit, or if Ctrl+C ended the waiting.
    """
    hosts = by_host(list(dict.fromkeys(addresses))[: limits.addresses])
    answers: Queue[Answer | None] = Queue()
    client = Client(limits)
    workers = [
        # A host that never ends its answer must not keep the program from ending.
        threading.Thread(target=work, args=(client, hosts, answers), daemon=True)
        for _ in range(min(limits.hosts, hosts.qsize()))
    ]
    end = monotonic() + limits.seconds
    try:
        for worker in workers:
            worker.start()
        working = len(workers)
        while working:
            answer = answers.get(timeout=max(0, end - monotonic()))
            if answer is None:
                working -= 1
            else:
                yield answer
    except (Empty, KeyboardInterrupt):
        yield from given(answers)
    finally:
        client.stop.set()


def given(answers: Queue[Answer | None]) -> Iterator[Answer]:
    """What has come by now."""
    while not answers.empty():
        if answer := answers.get_nowait():
            yield answer


def by_host(addresses: Iterable[str]) -> Queue[list[str]]:
    """What one worker takes at a time is all of one host, so that the others can go elsewhere."""
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(host_of(address), []).append(address)
    hosts: Queue[list[str]] = Queue()
    for group in groups.values():
        hosts.put(group)
    return hosts


def host_of(address: str) -> str:
    """Empty for what is no web address."""
    try:
        return urlsplit(encoded(address)).hostname or ""
    except ValueError:
        return ""


def work(client: Client, hosts: Queue[list[str]], answers: Queue[Answer | None]) -> None:
    try:
        while True:
            for address in hosts.get_nowait():
                answers.put(client.answer(address))
    except (Empty, StoppedError):
        pass
    finally:
        answers.put(None)


class Client:
    """Sends the requests; each waits for its host's turn, whichever worker sends it."""

    def __init__(self, limits: Limits) -> None:
        self.stop = threading.Event()
        self._limits = limits
        self._hosts: dict[str, Host] = {}
        self._robots: dict[str, RobotFileParser | str] = {}  # or why there is none
        # With these handlers alone it keeps no cookies, opens no files and follows no redirects.
        self._opener = OpenerDirector()
        for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
            self._opener.add_handler(handler)
        self._opener.addheaders = HEADERS

    def answer(self, address: str) -> Answer:
        try:
            return self._follow(address)
        except (NoAnswerError, ValueError) as error:
            return Answer(address, State.FAILING, str(error))

    def _follow(self, address: str) -> Answer:
        here = start = encoded(address)
        moved = ""
        for_good = True
        for _ in range(HOPS):
            if refusal := self._refusal(here):
                return Answer(address, State.REFUSED, refusal)
            reply = self._page(here)
            if not reply.redirects:
                words = f"HTTP {reply.status}" if here == start else f"HTTP {reply.status}, {here}"
                return judged(address, reply.status, words, moved)
            here = redirected(here, reply.location)
            for_good = for_good and reply.status in PERMANENT
            moved = here if for_good else moved
        raise NoAnswerError("too many redirects")

    def _refusal(self, address: str) -> str:
        """Why the host does not want to be asked, if it does not."""
        if not self._rules(address).can_fetch(AGENT, address):
            return "robots.txt"
        return f"HTTP {TOO_MANY}" if self._host(address).tired else ""

    def _page(self, address: str) -> Reply:
        reply = self._request("HEAD", address)
        if reply.status in HEAD_UNKNOWN:
            reply = self._request("GET", address, {"Range": START})
        return reply

    def _rules(self, address: str) -> RobotFileParser:
        """The host's robots.txt, asked for once; a host that fails here is not asked again."""
        robots = urljoin(address, "/robots.txt")
        if robots not in self._robots:
            try:
                self._robots[robots] = self._read_robots(robots)
            except NoAnswerError as error:
                self._robots[robots] = str(error)
        rules = self._robots[robots]
        if isinstance(rules, str):
            raise NoAnswerError(rules)
        host = self._host(address)
        host.pause = max(host.pause, float(rules.crawl_delay(AGENT) or 0))
        return rules

    def _read_robots(self, address: str) -> RobotFileParser:
        """RFC 9309: a host without the file allows all, one whose server fails allows nothing."""
        for _ in range(HOPS):
            reply = self._request("GET", address, most=ROBOTS_SIZE)
            if not reply.redirects:
                break
            address = redirected(address, reply.location)
        if reply.status >= 500:
            raise NoAnswerError(f"robots.txt: HTTP {reply.status}")
        rules = RobotFileParser()
        rules.parse(
            reply.body.decode("utf-8", "replace").splitlines() if reply.status < 300 else []
        )
        return rules

    def _host(self, address: str) -> Host:
        return self._hosts.setdefault(host_of(address), Host(self._limits.pause))

    def _request(
        self, method: str, address: str, headers: dict[str, str] | None = None, most: int = 0
    ) -> Reply:
        """One exchange with the server, of whose answer's body at most `most` bytes are read."""
        host = self._host(address)
        with host.lock:
            if self.stop.wait(max(0, host.free_at - monotonic())):
                raise StoppedError
            try:
                reply = self._send(Request(address, headers=headers or {}, method=method), most)
            finally:
                host.free_at = monotonic() + host.pause
            host.tired = host.tired or reply.status == TOO_MANY
            return reply

    def _send(self, request: Request, most: int) -> Reply:
        try:
            with self._opener.open(request, timeout=self._limits.timeout) as response:
                location = response.headers.get("Location", "")
                return Reply(response.status, location, response.read(most) if most else b"")
        except (OSError, HTTPException, ValueError) as error:
            raise NoAnswerError(in_words(error)) from error


def judged(address: str, status: int, words: str, moved: str) -> Answer:
    if 200 <= status < 300 or status == RANGE_UNMET:
        return Answer(address, State.MOVED if moved else State.OK, moved)
    if status in GONE:
        return Answer(address, State.GONE, words)
    if 400 <= status < 500:
        return Answer(address, State.REFUSED, words)
    return Answer(address, State.FAILING, words)


def encoded(address: str) -> str:
    """As it is sent: in ASCII, and without the fragment, which no server is told."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not a web address: {address}")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    path, query = (escaped(part) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host + port, path or "/", query, ""))


def escaped(text: str | bytes) -> str:
    return STRAY_PERCENT.sub("%25", quote(text, safe=UNESCAPED))


def redirected(address: str, location: str) -> str:
    """Where a redirect leads; http.client reads each byte of a header as one character."""
    target = urljoin(address, quote(location.encode("latin-1", "replace"), safe=UNESCAPED + "#"))
    try:
        return encoded(target)
    except ValueError as error:
        raise NoAnswerError(f"redirect to {target}") from error


def in_words(error: Exception) -> str:
    """Short, and free of anything that the server sent."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return "timeout"
    if isinstance(reason, socket.gaierror):
        return "DNS"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"TLS: {reason.verify_message}"
    if isinstance(reason, ssl.SSLError):
        return f"TLS: {reason.reason}"
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror
    return type(reason).__name__
