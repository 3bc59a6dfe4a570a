"""A folder on a loopback address, compressed as a web server would, every body counted."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

BROTLI = import_module("brotli") if find_spec("brotli") else None  # shown where it is installed

HEADERS = {
    # Nothing is left over for the next page.
    "Cache-Control": "no-store",
    # Isolated pages have a clock of 5 microseconds, others one of 100.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@dataclass(frozen=True, slots=True)
class Body:
    """One file as it was sent, `size` bytes by gzip -6 (or as it is, where that is less)."""

    path: str
    file: Path
    size: int

    @property
    def brotli(self) -> int:
        return brotli_size(self.file)


@dataclass(slots=True)
class Served:
    address: str
    bodies: list[Body] = field(default_factory=list)

    def taken(self) -> list[Body]:
        """What was sent since this was last asked."""
        bodies, self.bodies = self.bodies, []
        return bodies


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path
    served: Served

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.folder / path
        if not file.is_file():
            self.reply(404, b"", {})
            return
        plain = file.read_bytes()
        packed = gzip.compress(plain, 6, mtime=0)
        kind = {"Content-Type": mimetypes.guess_type(path)[0] or "application/octet-stream"}
        if len(packed) < len(plain):
            plain, kind = packed, {**kind, "Content-Encoding": "gzip"}
        self.served.bodies.append(Body(path, file, len(plain)))
        self.reply(200, plain, kind)

    def reply(self, code: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in {**HEADERS, **headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""


@cache
def brotli_size(file: Path) -> int:
    """At the level for files made once; 0 where Brotli is not installed."""
    plain = file.read_bytes()
    return min(len(plain), len(BROTLI.compress(plain))) if BROTLI else 0


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        seen = Served(f"http://127.0.0.1:{server.server_address[1]}/")
        server.RequestHandlerClass = type("Bound", (Handler,), {"folder": folder, "served": seen})
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield seen
        server.shutdown()
