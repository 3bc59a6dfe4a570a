"""A local preview: serves the output folder and rebuilds when an input changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from tracker.pipeline import ASSETS, Inputs

HOST = "127.0.0.1"
RELOAD = b"""'use strict';
(function () {
  var source = new EventSource('/_changes');
  source.onmessage = function () { location.reload(); };
})();
"""
# A preview keeps nothing: what an editor sees is what was built last, or nothing at all.
WORKER = b"""'use strict';
self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.registration.unregister(); }));
});
"""


class Changes:
    """Counts builds, so that a waiting page learns of the next one."""

    def __init__(self) -> None:
        self.count = 0
        self.condition = threading.Condition()

    def announce(self) -> None:
        with self.condition:
            self.count += 1
            self.condition.notify_all()

    def wait(self, seen: int) -> int:
        with self.condition:
            self.condition.wait_for(lambda: self.count != seen, timeout=15)
            return self.count


class Handler(SimpleHTTPRequestHandler):
    """Serves the files as they are, but for one script element that reloads the page."""

    def __init__(self, *arguments: object, changes: Changes, **options: object) -> None:
        self.changes = changes
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == "/_changes":
            self.send_changes()
        elif self.path == "/_reload.js":
            self.send_bytes(RELOAD, "text/javascript")
        elif self.path == "/sw.js":
            self.send_bytes(WORKER, "text/javascript")
        elif (page := self.page()) is not None:
            self.send_page(page)
        else:
            super().do_GET()

    def page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix == ".html" or not path.exists():
            return path
        return None

    def send_page(self, path: Path) -> None:
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
        body = path.read_bytes() if path.is_file() else b""
        script = b'<script src="/_reload.js" defer></script></head>'
        self.send_bytes(body.replace(b"</head>", script, 1), "text/html", 200 if found else 404)

    def send_bytes(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def send_changes(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.changes.count
        try:
            while True:
                now = self.changes.wait(seen)
                self.wfile.write(b"data: built\n\n" if now != seen else b": waiting\n\n")
                self.wfile.flush()
                seen = now
        except OSError:
            return  # the page was closed

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet: an editor wants to see the problems of the input, not the requests."""


def serve(
    rebuild: Callable[[], bool],
    ready: Callable[[str], None],
    output: Path,
    inputs: Inputs,
    port: int,
) -> None:
    """Serves until interrupted; raises OSError where the port is taken."""
    changes = Changes()
    handler = partial(Handler, directory=str(output), changes=changes)
    with ThreadingHTTPServer((HOST, port), handler) as server:
        server.daemon_threads = True
        rebuild()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ready(f"http://{HOST}:{server.server_address[1]}/")
        try:
            for _ in watch(*watched(inputs), raise_interrupt=True):
                if rebuild():
                    changes.announce()
        except KeyboardInterrupt:
            server.shutdown()


def watched(inputs: Inputs) -> tuple[Path, ...]:
    return (inputs.content, inputs.targets.parent / inputs.targets.name, inputs.templates, ASSETS)
