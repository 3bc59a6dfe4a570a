"""Answers browsers on this computer, and nobody else."""

from __future__ import annotations

import os
import sys
from functools import partial
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from urllib.parse import parse_qs, unquote

from tracker.preview.pages import news
from tracker.preview.project import Project
from tracker.preview.replies import Reply, reply
from tracker.preview.state import Latest, State

HOST = "127.0.0.1"
# A page of another host whose name is made to lead here must not read what is not published yet.
NAMES = (HOST, "localhost")
PORTS = range(8000, 8020)
PATIENCE = 15  # seconds after which a silent page is asked whether it is still there
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}

LASTING = {"Cache-Control": "max-age=31536000, immutable"}  # fetched once, not with each save


class Handler(BaseHTTPRequestHandler):
    def __init__(self, *arguments: Any, latest: Latest, project: Project, language: str) -> None:
        self.latest, self.project, self.language = latest, project, language
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not self.is_asked_here():
            self.send(Reply(b"", "text/plain", 421))
        elif path == "/_changes" and self.command == "GET":
            asked = parse_qs(query)
            self.send_news(asked.get("page", [""])[0], asked.get("edition", [""])[0])
        else:
            self.send(reply(self.path, self.latest.state(), self.project, self.language))

    do_HEAD = do_GET

    def is_asked_here(self) -> bool:
        return self.headers.get("Host", "").partition(":")[0] in NAMES

    def send(self, answer: Reply) -> None:
        size = str(len(answer.body))
        headers = {"Content-Type": answer.kind, "Content-Length": size}
        self.start(answer.status, {**headers, **LASTING} if answer.lasting else headers)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def start(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def send_news(self, address: str, shown: str) -> None:
        """`shown` is the edition of the site's page that is shown at the address, if it is one."""
        self.start(200, {"Content-Type": "text/event-stream"})
        self.wfile.write(b"retry: 500\n\n")
        site, told = self.latest.state().site, ""
        with self.latest.looking_at(site.name_of(unquote(address)) if site else ""):
            while True:
                state = self.latest.after(told, PATIENCE)
                text = f"data: {self.news(state, address, shown)}" if state.build != told else ":"
                self.wfile.write(f"{text}\n\n".encode())
                told = state.build

    def news(self, state: State, address: str, shown: str) -> str:
        """With the page itself where another one is shown."""
        now = reply(address, state, self.project, self.language)
        page = now.body.decode() if shown and now.is_page and now.edition != shown else ""
        return news(state, self.project, self.language, now.edition, page)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet: an editor wants to see the problems of the input, not the requests."""


class Server(ThreadingMixIn, TCPServer):
    """Not `HTTPServer`, which asks the network for this computer's name and may wait for it."""

    daemon_threads = True
    request_queue_size = 32
    # On Windows that would let two previews have one port.
    allow_reuse_address = os.name == "posix"

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was closed is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def opened(port: int | None, latest: Latest, project: Project, language: str) -> Server:
    """At the port, or at the first free one; raises `OSError` where there is none."""
    handler = partial(Handler, latest=latest, project=project, language=language)
    taken = OSError()
    for number in PORTS if port is None else (port,):
        try:
            return Server((HOST, number), handler)
        except OSError as error:
            taken = error
    raise taken
