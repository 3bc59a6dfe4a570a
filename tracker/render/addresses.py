"""Where each page of the site stands, relative to its root."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from msgspec import Struct

from tracker.lazy import regex
from tracker.model import Report, Site, Type
from tracker.render.dictionaries import said

# Words as they have been spelled; what an earlier build has spelled may be added.
SPELLED: dict[str, str] = {}
UNSAID = regex(r"[^a-z0-9]+")  # what is neither pinyin nor a Latin word: “·”
LONGEST_TOPIC = 40
REPORTS = "reports.html"


class Link(Struct, frozen=True):
    """To what is called so; `href` is relative to the site's root."""

    title: str
    href: str


def report(report: Report) -> str:
    return f"report/{report.id}.html"


def printed(report: Report) -> str:
    return f"report/{report.id}-printed.html"


def printed_line(report: Report, line: int) -> str:
    return f"{printed(report)}#line-{line}"


def printed_text(report: Report) -> str:
    return f"report/{report.id}.txt"


def sentence(report_: Report, sentence_id: str) -> str:
    return f"{report(report_)}#{sentence_id}"


def target(target_id: str) -> str:
    return f"targets/{target_id}.html"


def feed(target_id: str) -> str:
    return f"targets/{target_id}.xml"


def section(report_: Report, section_id: str) -> str:
    return f"sections/{report_.id}-{section_id}.html"


def agency(agency_id: str) -> str:
    return f"agencies/{agency_id}.html"


def coverage(report_: Report, site: Site) -> str:
    return "coverage.html" if report_.id == site.report else f"coverage-{report_.id}.html"


def landing(report_: Report) -> str:
    """All there is about a report, where the site has several."""
    return f"reports/{report_.id}.html"


def place(place_id: str) -> str:
    return f"places/{place_id}.html"


def topic(word: str) -> str:
    return f"topics/{spelled(word)}.html"


def spelled(word: str) -> str:
    if word not in SPELLED:
        SPELLED[word] = _spelled(word)
    return SPELLED[word]


def _spelled(word: str) -> str:
    """Made of the word alone, so that no other word can ever change it.

    Read character by character, since dictionaries of phrases grow; the digits tell apart words
    that sound alike.
    """
    spoken = UNSAID.sub("", "".join(map(said, word)).lower())[:LONGEST_TOPIC]
    digits = sha256(word.encode()).hexdigest()[:6]
    return f"{spoken}-{digits}" if spoken else digits


def kind(type_: Type) -> str:
    return f"types/{type_}.html"


def deadline(day: date | None) -> str:
    return f"deadlines/{day.isoformat() if day else 'none'}.html"


def preview(page: str) -> str:
    """The picture that stands for a page in a chat."""
    return f"previews/{page.removesuffix('.html')}.png"


def data_file(name: str, report_: Report, site: Site) -> str:
    suffix = "" if report_.id == site.report else f"-{report_.id}"
    return f"data/{name}{suffix}.json"


def region(name: str, site: Site) -> str:
    """The page of the place that the region is, else that of all reports."""
    ids = (one.id for one in site.places if one.name == name)
    own = next(ids, "")
    return place(own) if own else REPORTS


def region_file(name: str, region: str, site: Site) -> str:
    """The file of the site's own region has no suffix."""
    suffix = "" if region == site.region else f"-{slug(region, site)}"
    return f"data/{name}{suffix}.json"


def region_calendar(region: str, site: Site) -> str:
    return "calendar.ics" if region == site.region else f"calendars/{slug(region, site)}.ics"


def region_feed(region: str, site: Site) -> str:
    return f"updates-{slug(region, site)}.xml"


def slug(region: str, site: Site) -> str:
    """The id of the place that the region is, if it has one."""
    ids = (place.id for place in site.places if place.name == region)
    return next(ids, "") or spelled(region)


def numbered(path: str, number: int) -> str:
    """A page of a list; no id has two dashes, so that no other page has the address."""
    return path if number == 1 else f"{path.removesuffix('.html')}--{number}.html"


def absolute(path: str, site: Site) -> str:
    """With the site's address in front where it has one, else as it is."""
    return f"{site.address.rstrip('/')}/{path}" if site.address else path


def base(site: Site) -> str:
    """The path on its host under which the site lies, with a slash at either end."""
    return f"/{site.base.strip('/')}/".replace("//", "/")


def root(path: str) -> str:
    """From the page at `path` back to the root: '' or '../'."""
    return "../" * path.count("/")
