"""News of the site as an Atom feed (RFC 4287)."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from tracker.lazy import regex
from tracker.model import Site
from tracker.render import addresses
from tracker.render.templates import Templates

IDS = UUID("9c90ea5f-dd5a-4b05-bd29-551fad727aad")  # every id follows from it: never change it
NOT_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Entry(Struct, frozen=True):
    """One piece of news; `href` is relative to the site's root."""

    id: str
    title: str
    day: date
    href: str
    summary: str
    category: str


class Feed(Struct, frozen=True):
    """`path` is the feed's own, `home` that of the page with the same news; both from the root."""

    id: str
    title: str
    subtitle: str
    path: str
    home: str
    updated: date
    entries: tuple[Entry, ...]


def entry_id(*parts: str) -> str:
    """The same parts always give the same id, so begin with one that only this site has."""
    return uuid5(IDS, json.dumps(parts)).urn


def feed_file(feed: Feed, site: Site, templates: Templates) -> bytes:
    return templates.fill("feeds/atom.xml", feed=fit(feed, site), author=plain(site.title))


def fit(feed: Feed, site: Site) -> Feed:
    """The feed with links as they must stand in its file, and no text that XML cannot hold."""
    up = "" if site.address else addresses.root(feed.path)

    def link(path: str) -> str:
        return addresses.absolute(up + path, site)

    entries = [
        replace(
            entry,
            title=plain(entry.title),
            href=link(entry.href),
            summary=plain(entry.summary),
            category=plain(entry.category),
        )
        for entry in feed.entries
    ]
    return replace(
        feed,
        title=plain(feed.title),
        subtitle=plain(feed.subtitle),
        path=link(feed.path),
        home=link(feed.home),
        entries=tuple(entries),
    )


def plain(text: str) -> str:
    """Without the characters that XML forbids, and no longer trusted if it was markup."""
    return NOT_XML.sub("", text)
