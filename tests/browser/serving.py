"""The built site on a loopback address, below a path prefix as on a real host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PREFIX = "/tracker"


class Handler(SimpleHTTPRequestHandler):
    root: Path

    def translate_path(self, path: str) -> str:
        path = path.split("?")[0].split("#")[0]
        if not path.startswith(f"{PREFIX}/"):
            return str(self.root / "no such file")
        return super().translate_path(path.removeprefix(PREFIX))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.root / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the site's first page's folder, with a slash at its end."""
    name = type("Bound", (Handler,), {"root": folder})

    def handler(*arguments: object) -> Handler:
        return name(*arguments, directory=str(folder))  # type: ignore[no-any-return]

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}/"
        server.shutdown()
