"""What every page has around its content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from tracker.render import addresses, offline, wording
from tracker.render.addresses import Link
from tracker.render.previews.words import HEIGHT, WIDTH, Card
from tracker.render.whole import Imprint

HOME = "index.html"
NAVIGATED = ("method", "about")
FOOT = (
    ("时限", "deadlines.html"),
    ("数字覆盖", "coverage.html"),
    ("数据", "data.html"),
    ("更正与报错", "corrections.html"),
    ("离线阅读", offline.PAGE),
)


class NavItem(Struct, frozen=True):
    label: str
    href: str
    current: bool = False  # the page is part of it
    here: bool = False


class Edition(Struct, frozen=True):
    """The same on every page: the site, and the state of knowledge it shows."""

    title: str
    tagline: str
    as_of: str
    as_of_iso: str
    rules_version: str
    searched: str  # the last day on which public data was looked for
    search_scope: str
    contact: str
    more: tuple[NavItem, ...]  # pages that the navigation leaves out


class Preview(Struct, frozen=True):
    """The picture of a page that has one, or of the whole site."""

    href: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class Frame(Struct, frozen=True):
    path: str
    kind: str  # the page's `data-page`
    title: str
    heading: str  # the title without the site's
    description: str
    preview: Preview
    nav: tuple[NavItem, ...]
    root: str
    small_search: bool
    scripts: tuple[str, ...]  # addresses
    canonical: str
    feeds: tuple[tuple[str, str], ...]  # title, address
    crumbs: tuple[Link, ...]


class PageHead(Struct, frozen=True):
    """What a page says of itself; `Frame` is made from it."""

    path: str
    kind: str
    title: str
    description: str
    area: str = ""  # the navigation item that stays marked
    scripts: tuple[str, ...] = ()
    own_search: bool = False
    card: Card | None = None  # its own picture
    feed: str = ""  # its own, beside the site's
    crumbs: tuple[Link, ...] = ()  # what it is part of, where that is not the same for all


def edition(made: Imprint, searched: date | None) -> Edition:
    """`searched` is the last day on which public data was looked for, where it was."""
    site = made.site
    return Edition(
        title=site.title,
        tagline=site.tagline,
        as_of=wording.day(made.as_of),
        as_of_iso=made.as_of.isoformat(),
        rules_version=made.rules.version,
        searched=wording.day(searched) if searched else "",
        search_scope=site.search_scope,
        contact=site.contact.address.partition("?")[0],
        more=(
            *(NavItem(label, href) for label, href in FOOT),
            *(
                NavItem(page.title, f"{page.id}.html")
                for page in made.pages
                if page.id not in NAVIGATED
            ),
        ),
    )


def frame(
    head: PageHead,
    made: Imprint,
    loaded: Mapping[str, str],
    root: str | None = None,
    several: bool = False,
) -> Frame:
    """`loaded` are the addresses of the scripts by name; `several` reports have a list."""
    site = made.site
    full_title = f"{head.title}｜{site.title}" if head.path != HOME else head.title
    base = site.address.rstrip("/")
    own_root = addresses.root(head.path) if root is None else root
    return Frame(
        path=head.path,
        kind=head.kind,
        title=full_title,
        heading=head.title,
        description=head.description,
        preview=_preview(head, made, own_root),
        nav=_nav(made, head, several),
        root=own_root,
        small_search=not head.own_search,
        scripts=tuple(loaded[name] for name in head.scripts),
        canonical=f"{base}/{head.path}" if base else "",
        feeds=(*([(head.title, head.feed)] if head.feed else []), (site.title, "updates.xml")),
        crumbs=head.crumbs,
    )


def _preview(head: PageHead, made: Imprint, root: str) -> Preview:
    site = made.site
    path = addresses.preview(head.path if head.card else HOME)
    href = addresses.absolute(path, site) if site.address else f"{root}{path}"
    return Preview(href, head.card.description if head.card else f"{site.title}：{site.tagline}")


def _nav(made: Imprint, head: PageHead, several: bool) -> tuple[NavItem, ...]:
    items = [
        ("首页", "index.html"),
        ("报告", addresses.REPORTS if several else f"report/{made.site.report}.html"),
        ("目标", "targets.html"),
        ("全貌", "overview.html"),
        ("动态", "updates.html"),
        ("方法", "method.html"),
    ]
    if any(page.id == "about" for page in made.pages):
        items.append(("关于", "about.html"))
    area = head.area or head.path
    return tuple(
        NavItem(label, href, href == area, href == area == head.path) for label, href in items
    )
