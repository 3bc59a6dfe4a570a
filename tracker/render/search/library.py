"""Everything that can be found, as plain values: what the index of a site is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from tracker.render import addresses
from tracker.render.cards import topics
from tracker.render.labels import STATUSES
from tracker.render.search.volumes import Volume
from tracker.render.whole import Whole


class Named(Struct, frozen=True):
    """A place or an agency with a page of its own."""

    href: str
    name: str
    short: str
    count: int  # of its targets


class Library(Struct, frozen=True):
    region: str
    volumes: tuple[Volume, ...]  # the site's own report first
    statuses: tuple[tuple[str, str], ...]  # (key, label)
    places: tuple[Named, ...]
    agencies: tuple[Named, ...]
    topics: tuple[str, ...]
    synonyms: tuple[tuple[str, tuple[str, ...]], ...]  # (a citizen's word, the report's words)

    def texts(self) -> Iterator[str]:
        """All that is searched, each text once."""
        for volume in self.volumes:
            for target in volume.targets:
                yield target.title
                yield target.quote
            for line in volume.lines:
                yield line.text
            for _, title in volume.chapters:
                yield title
        for named in (*self.places, *self.agencies):
            yield named.name


def library(whole: Whole) -> Library:
    site = whole.site
    about = Counter(name for card in whole.cards for name in {*card.places, *card.agencies})
    return Library(
        region=site.region,
        volumes=tuple(digest.volume for digest in whole.digests),
        statuses=tuple((status.status, status.label) for status in STATUSES),
        places=tuple(
            Named(addresses.place(place.id), place.name, place.short, about[place.name])
            for place in site.places
        ),
        agencies=tuple(
            Named(addresses.agency(agency.id), agency.name, "", about[agency.name])
            for agency in site.agencies
        ),
        topics=topics(whole.cards),
        synonyms=tuple((one.word, one.meant) for one in whole.synonyms),
    )
