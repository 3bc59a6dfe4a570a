"""`content/site.yaml` and the pages of prose."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import (
    TILE_COLUMNS,
    TILE_ROWS,
    Agency,
    Channel,
    Contact,
    Page,
    Place,
    Site,
)
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.front import is_report, split_front
from tracker.read.ids import bad_id, is_id
from tracker.read.limits import LARGEST_PROSE
from tracker.read.nodes import read_mapping
from tracker.read.sources import bad_address
from tracker.web_addresses import is_web_address

KEYS = (
    "title", "tagline", "region", "report", "base", "address", "contact", "search_scope",
    "search_example", "places", "agencies",
)  # fmt: skip
TILE_NUMBER = regex(r"[1-9][0-9]?")  # 12, not 012
BASE = regex(r"/(?:[A-Za-z0-9._~-]+/)*")
MAIL = regex(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")  # editors@example.org
PLACE = regex(r"\{[^{}]*\}?|\}")  # {title}, {标题}, a brace left alone
PLACES = ("{title}", "{body}")


def read_site(path: Path, shown: str, problems: list[Problem]) -> Site | None:
    text = read_text(path, shown, problems)
    node = read_mapping(text, shown, 1, problems) if text is not None else None
    if node is None:
        return None
    fields = Fields(node, KEYS, problems)
    base = fields.text("base") or "/"
    if not BASE.fullmatch(base):
        fields.wrong("base", "bad-base", found=base)
    report = fields.text("report", required=True)
    if report and not (is_id(report) and (path.parent / f"{report}.md").exists()):
        missing = f"{Path(shown).parent.as_posix()}/{report}.md"
        near = report_meant(report, path.parent)
        code = "report-file-near" if near else "report-file-missing"
        fields.wrong("report", code, found=report, path=missing, near=near)
    address = fields.text("address")
    if address and not is_web_address(address):
        code, details = bad_address(address)
        fields.wrong("address", code, **details)
    return Site(
        where=fields.where,
        title=fields.text("title", required=True),
        tagline=fields.text("tagline"),
        region=fields.text("region", required=True),
        base=base,
        address=address,
        contact=read_contact(fields),
        search_scope=fields.text("search_scope", required=True),
        search_example=fields.text("search_example"),
        report=report if is_id(report) else "",
        places=read_places(fields),
        agencies=tuple(
            Agency(item.text("id", required=True), item.text("name", required=True))
            for item in named_once(fields, "agencies", ("id", "name"))
        ),
    )


def report_meant(written: str, content: Path) -> str:
    """The report whose file was named with its ending or folder, or nearly; else empty."""
    from difflib import get_close_matches

    names = [path.stem for path in content.glob("*.md") if is_report(path)]
    plain = written.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    return next(iter(get_close_matches(plain, names, n=1, cutoff=0.8)), "")


def read_places(fields: Fields) -> tuple[Place, ...]:
    records = named_once(fields, "places", ("id", "name", "short", "tile"))
    taken: dict[tuple[int, int], Fields] = {}
    for record in records:
        tile = read_tile(record)
        if tile in taken:
            first = taken[tile]
            record.wrong("tile", "tile-taken", other=first.text("name"), first=first.where)
        elif tile:
            taken[tile] = record
    tiles = {id(record): tile for tile, record in taken.items()}
    return tuple(
        Place(
            record.text("id", required=True),
            record.text("name", required=True),
            record.text("short", required=True),
            tiles.get(id(record)),
        )
        for record in records
    )


def read_tile(fields: Fields) -> tuple[int, int] | None:
    """Row and column; None where the place has no tile, or none that fits."""
    if not fields.has("tile"):
        return None
    written = fields.texts("tile")
    numbers = [int(word) for word in written if TILE_NUMBER.fullmatch(word)]
    if len(numbers) == len(written) == 2:
        row, column = numbers
        if row <= TILE_ROWS and column <= TILE_COLUMNS:
            return row, column
    fields.wrong("tile", "bad-tile", found="、".join(written), rows=TILE_ROWS, columns=TILE_COLUMNS)
    return None


def read_contact(fields: Fields) -> Contact:
    written = fields.text("contact")
    if MAIL.fullmatch(written):
        return Contact(Channel.MAIL, written)
    if written.startswith("https://") and is_web_address(written):
        path, _, query = written.partition("?")
        unfit = [place for place in PLACE.findall(query) if place not in PLACES]
        for place in (*PLACE.findall(path), *unfit):
            fields.wrong("contact", "contact-place", found=place)
        return Contact(Channel.TRACKER, written)
    if written:
        fields.wrong("contact", "bad-contact", found=written)
    return Contact(Channel.TEXT, "")


def named_once(fields: Fields, key: str, known: tuple[str, ...]) -> tuple[Fields, ...]:
    """Records whose ids become addresses: each well formed, and each its own."""
    records = fields.records(key, known)
    first: dict[str, Fields] = {}
    for record in records:
        name = record.text("id")
        if name and not is_id(name):
            record.problems.append(bad_id(record.where_of("id"), name))
        if name in first:
            record.wrong("id", "duplicate-id", id=name, first=first[name].where)
        first.setdefault(name, record)
    return records


def read_page(path: Path, shown: str, problems: list[Problem]) -> Page | None:
    text = read_text(path, shown, problems, LARGEST_PROSE)
    if text is None:
        return None
    if not is_id(Path(shown).stem):
        problems.append(bad_id(Where(shown), Path(shown).stem, "file-name"))
        return None
    return page_in(text, shown, problems)


def page_in(text: str, shown: str, problems: list[Problem]) -> Page | None:
    front, markdown, first_line = split_front(text)
    node = read_mapping(front, shown, 2, problems) if front else None
    if node is None:
        if not front:
            problems.append(Problem(Where(shown, 1), "no-front-matter"))
        return None
    title = Fields(node, ("title",), problems).text("title", required=True)
    return Page(Where(shown), Path(shown).stem, title, markdown, first_line)
