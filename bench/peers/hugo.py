"""Hugo, from the package of its name, building pages equivalent to ours from our data."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution
from pathlib import Path

from bench.contenders import Contender
from bench.one_number import OneNumber
from bench.peers.hugo_site import write_content_files, write_fed_from_json
from bench.peers.published import Published

CONTENT_FILES = "Hugo"
FED_FROM_JSON = "Hugo, fed from JSON"


def program() -> Path:
    """The program itself: what the package puts on the path is Python, which starts it."""
    found = [one for one in distribution("hugo").files or () if one.parent.name == "binaries"]
    return Path(str(found[0].locate()))


def version() -> str:
    return distribution("hugo").version


def contenders(site: Published, content: Path, folder: Path, target: str) -> list[Contender]:
    """`target` is the one that changes."""
    shutil.rmtree(folder, ignore_errors=True)
    paged, fed = folder / "files", folder / "json"
    write_content_files(site, content, paged)
    write_fed_from_json(site, content, fed)
    page = paged / "content" / "targets" / f"{target}.md"
    report = next(one["report"] for one in site.targets if one["id"] == target)
    value = OneNumber.behind(page, '"target"', '"updates"', '"written": "')
    in_rows = (f'"target":{{"id":"{target}"', '"updates":', '"written":"')
    row = OneNumber.behind(fed / "assets" / "reports" / f"{report}.json", *in_rows)
    return [
        contender(CONTENT_FILES, paged, target, value),
        contender(FED_FROM_JSON, fed, target, row),
    ]


def contender(name: str, folder: Path, target: str, value: OneNumber) -> Contender:
    site = folder / "public"
    command = (str(program()), "build", "--quiet", "--destination", str(site))
    return Contender(name, command, folder, site, (folder / "resources",), target, value)
