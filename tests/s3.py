"""Publishes to a real server of the S3 protocol, on this machine; `make s3` runs it.

Its packages want an older python-dateutil than ours are pinned with, so they have an environment
of their own, and `make test` tries stores in memory instead.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import fsspec

from tracker.errors import InputError
from tracker.manifest import with_manifest
from tracker.places import Address
from tracker.remote import publish, published

PAGES = 300
SITE = Address("s3", "bucket/site")
FILES = {
    "index.html": b"home",
    "assets/site.css": b"a{}",
    "sitemap.xml": b"<x/>",
    **{f"targets/{number}.html": b"%d" % number for number in range(PAGES)},
}
HEADERS = {
    "index.html": ("text/html; charset=utf-8", "no-cache"),
    "assets/site.css": ("text/css; charset=utf-8", "no-cache"),
    "sitemap.xml": ("application/xml", "no-cache"),
}


@contextmanager
def serving() -> Iterator[Any]:
    """A server with one bucket."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = ThreadedMotoServer("127.0.0.1", port, verbose=False)
    server.start()
    os.environ.update(
        AWS_ENDPOINT_URL=f"http://127.0.0.1:{port}", AWS_DEFAULT_REGION="us-east-1",
        AWS_ACCESS_KEY_ID="made-up", AWS_SECRET_ACCESS_KEY="made-up",
    )  # fmt: skip
    try:
        files = fsspec.filesystem("s3")
        files.mkdir("bucket")
        yield files
    finally:
        server.stop()


@dataclass(slots=True)
class Told:
    failed: int = 0

    def that(self, words: str, holds: bool, more: object = "") -> None:
        print("ok  " if holds else "NOT ", words, more)
        self.failed += not holds


def codes(files: dict[str, bytes], site: Address) -> list[str]:
    try:
        publish(with_manifest(files), site)
    except InputError as error:
        return [problem.code for problem in error.problems]
    return []


def stands(store: Any) -> dict[str, bytes]:
    root = f"{SITE.rest}/"
    return {path.removeprefix(root): store.cat(path) for path in store.find(root)}


def main() -> int:
    told = Told()
    with serving() as store:
        started = perf_counter()
        count = publish(with_manifest(FILES), SITE)
        seconds = f"{count} files in {perf_counter() - started:.1f} s"
        told.that("a site is written", count == len(FILES) + 2, seconds)
        told.that("and read", published(SITE) == with_manifest(FILES).keys())
        told.that("the same again writes nothing", publish(with_manifest(FILES), SITE) == 0)
        for name, expected in HEADERS.items():
            head = store.call_s3("head_object", Bucket="bucket", Key=f"site/{name}")
            told.that(
                f"{name} has its type", (head["ContentType"], head["CacheControl"]) == expected
            )
        store.pipe(f"{SITE.rest}/targets/mine.html", b"ours to keep")
        fewer = {name: data for name, data in FILES.items() if name != "targets/1.html"}
        publish(with_manifest({**fewer, "index.html": b"new"}), SITE)
        kept = {
            **with_manifest({**fewer, "index.html": b"new"}),
            "targets/mine.html": b"ours to keep",
        }
        found = stands(store)
        found.pop(".duixian")
        told.that("what is gone goes, what is another's stays", found == kept)
        taken = codes({**fewer, "targets/mine.html": b""}, SITE)
        told.that("another's name is not taken", taken == ["output-taken"], taken)
        above = codes(FILES, Address("s3", "bucket"))
        told.that("another's bucket is left alone", above == ["output-not-ours"], above)
        missing = codes(FILES, Address("s3", "no-bucket/site"))
        told.that("no bucket is made", missing == ["remote-missing"], missing)
        told.that("still none", not store.exists("no-bucket"))
    silent = codes(FILES, SITE)
    told.that("a server that is gone is told", silent == ["remote-failing"], silent)
    return told.failed


if __name__ == "__main__":
    raise SystemExit(main())
