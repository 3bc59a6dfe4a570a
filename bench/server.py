"""What nginx with the sample configuration bears, beside a file of one line: `make bench-server`.

`python -m bench.server [SECONDS]`: on loopback, for so many seconds each (10). Every answer has to
be the one expected, or this fails. wrk and nginx share the machine's processors.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.deployed import NAME, Host, nginx
from tests.programs import program
from tests.projects import real_files
from tracker.compressed import with_compressed
from tracker.publish import publish

SCRIPT = Path(__file__).with_name("wrk.lua")
CONNECTIONS = (2, 32)
BROWSERS = {"Host": NAME, "Accept-Encoding": "gzip, deflate, br"}
ONE_LINE = "one-line.txt"
MISSING = "no/such/page.html"
HEADINGS = ("asked for", "sent", "compressed", "connections", "requests/s", "p50", "p99", "MB/s")


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk counted; `refused` are answers of 400 and more, `broken` such as never came."""

    requests: int
    bytes: int
    seconds: float
    p50: float  # milliseconds
    p99: float
    refused: int
    broken: int


def main(words: Sequence[str]) -> None:
    seconds = int(words[0]) if words else 10
    files = {**real_files(), ONE_LINE: b"one line\n"}
    ways = {"beforehand": with_compressed(files), "by nginx": files}
    answers = 0
    print(row(HEADINGS), row(["---"] * len(HEADINGS)), sep="\n")
    for way, served in ways.items():
        with TemporaryDirectory() as folder:
            for load, cells in measured(served, way, Path(folder), seconds):
                answers += load.requests
                print(row(cells), flush=True)
    print(f"\n{answers:,} answers, each the one expected")


def measured(
    files: Mapping[str, bytes], way: str, folder: Path, seconds: int
) -> Iterator[tuple[Load, Sequence[str]]]:
    publish(files, folder / "site")
    with nginx(Host(folder / "site", folder)) as host:
        for name, path in asked_for(files).items():
            answer = host.ask(f"/{path}", BROWSERS)
            coded = answer.headers["Content-Encoding"]
            for connections in CONNECTIONS:
                load = loaded(host, path, connections, seconds)
                assert_as_expected(load, path)
                how = way if coded else "not"
                sent = f"{len(answer.body):,} B"
                yield load, [name, sent, how, str(connections), *figures(load)]


def asked_for(files: Mapping[str, bytes]) -> dict[str, str]:
    """What a page is called in the table, and its path."""
    return {
        "a file of one line": ONE_LINE,
        "home": "",
        "the report": largest(files, "report/"),
        "the largest target": largest(files, "targets/"),
        "the search's index": "assets/search-index.js",
        "a missing page": MISSING,
    }


def largest(files: Mapping[str, bytes], folder: str) -> str:
    pages = [path for path in files if path.startswith(folder) and path.endswith(".html")]
    return max(pages, key=lambda path: len(files[path]))


def loaded(host: Host, path: str, connections: int, seconds: int) -> Load:
    headers = [word for pair in BROWSERS.items() for word in ("-H", ": ".join(pair))]
    options = ["-t", "1", "-c", str(connections), "-d", f"{seconds}s", "-s", str(SCRIPT)]
    command = [program("wrk"), *options, *headers, host.address + path]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Load(**json.loads(said.splitlines()[-1]))


def assert_as_expected(load: Load, path: str) -> None:
    """A missing page is refused each time, any other never."""
    assert load.requests, path
    assert load.broken == 0, (path, load)
    assert load.refused == (load.requests if path == MISSING else 0), (path, load)


def figures(load: Load) -> tuple[str, ...]:
    return (
        f"{load.requests / load.seconds:,.0f}",
        f"{load.p50:.2f} ms",
        f"{load.p99:.2f} ms",
        f"{load.bytes / load.seconds / 1e6:.1f}",
    )


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main(sys.argv[1:])
