"""The description by which a browser adds the site to its search engines (OpenSearch 1.1)."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Site
from tracker.render import addresses
from tracker.render.feeds import plain
from tracker.render.templates import Templates

PATH = "opensearch.xml"
NAME_LENGTH = 16  # more the specification forbids
DESCRIPTION_LENGTH = 1024


class Description(Struct, frozen=True):
    short_name: str
    description: str
    search: str
    own: str
    icon: str


def files(site: Site, templates: Templates) -> dict[str, bytes]:
    return {PATH: templates.fill("feeds/opensearch.xml", box=description(site))}


def description(site: Site) -> Description:
    return Description(
        short_name=plain(site.title)[:NAME_LENGTH],
        description=plain(site.tagline or site.title)[:DESCRIPTION_LENGTH],
        search=addresses.absolute("search.html", site),
        own=addresses.absolute(PATH, site),
        icon=addresses.absolute("assets/icon.svg", site),
    )
