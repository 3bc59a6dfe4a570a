"""An address → what the preview answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote

from msgspec import Struct
from msgspec.structs import replace

from tracker.preview.pages import (
    HERE,
    failed_page,
    followed,
    frame_style,
    refused_page,
    source_page,
)
from tracker.preview.project import Project
from tracker.preview.state import Built, State

# Not `mimetypes`: on Windows that asks the registry, where any program may have put anything.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
UNKNOWN = "application/octet-stream"
NOT_FOUND = "404.html"

# A preview keeps no page: what an editor sees is what was built last, or nothing at all.
WORKER = b"""'use strict';
self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.registration.unregister(); }));
});
"""

OWN: dict[str, Callable[[], bytes]] = {
    "/sw.js": lambda: WORKER,
    "/_preview.js": (HERE / "preview.js").read_bytes,
    "/_preview.css": (HERE / "preview.css").read_bytes,
    "/_frame.css": frame_style,
}


class Reply(Struct, frozen=True):
    body: bytes
    kind: str
    status: int = 200
    lasting: bool = False  # at this address there will never be anything else
    edition: str = ""  # of a file of the site: the same as long as its bytes are

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind == TYPES[".html"]


def reply(address: str, state: State, project: Project, language: str) -> Reply:
    path, _, query = address.partition("?")
    if path in OWN:
        return Reply(OWN[path](), kind_of(path), lasting=bool(query))
    if path == "/_source":
        return source(parse_qs(query), state, project, language)
    if state.site is None:
        return html(failed_page(state, project, language), 503)
    answer = of_site(unquote(path), state.site)
    from_root = address.removeprefix(state.site.base.rstrip("/"))
    return replace(answer, lasting=from_root in state.site.versioned)


def of_site(path: str, site: Built) -> Reply:
    """The file as it was built; a page with what makes it follow."""
    name = site.name_of(path)
    status = 200 if name in site.files else 404
    name = name if name in site.files else NOT_FOUND
    body = site.files[name]
    edition = sha256(body).hexdigest()[:16]
    shown = followed(body, edition) if name.endswith(".html") else body
    return Reply(shown, kind_of(name), status, edition=edition)


def source(query: dict[str, list[str]], state: State, project: Project, language: str) -> Reply:
    """Shows a file of the project, and no other file of this computer."""
    path = project.input_called(query.get("file", [""])[0])
    if path is None:
        return html(refused_page(state, language), 404)
    place = number(query, "line"), number(query, "column")
    return html(source_page(path, place, state, project, language))


def number(query: dict[str, list[str]], field: str) -> int:
    written = query.get(field, ["0"])[0]
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else 0


def html(page: str, status: int = 200) -> Reply:
    return Reply(page.encode(), TYPES[".html"], status)


def kind_of(name: str) -> str:
    return TYPES.get(PurePosixPath(name).suffix, UNKNOWN)
