"""Pages before they are printed, and what prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from tracker.keys import key_of, key_of_shown
from tracker.render import addresses
from tracker.render.contexts.search import SearchBox
from tracker.render.frame import HOME, Edition, Frame, PageHead, frame
from tracker.render.previews.studio import Studio
from tracker.render.previews.words import Card
from tracker.render.seals import Seals
from tracker.render.templates import Templates
from tracker.render.whole import Imprint

FEW = 10  # reports, up to which every page has a picture of its own


class Due(Protocol):
    def result(self) -> bytes: ...


Ordered = Callable[[Card], Due]


class Draft(Struct, frozen=True):
    """A page before its template is filled.

    `page` is the template's context; where `said` holds all that the page says, it makes that.
    """

    head: PageHead
    template: str
    page: object
    absolute: bool = False
    key: str = ""  # of all that it is made from, where that is told before it is made
    said: object = None


class Printed(Struct, frozen=True):
    """A file of the site; `data` is None where the one of the last build has the same `key`.

    The key depends on the bytes, or on everything that they are made from; it is empty for a file
    that is made anew each time. `due` are its bytes where somebody else is making them.
    """

    path: str
    data: bytes | None
    key: str = ""
    due: Due | None = None

    def without_data(self) -> Printed:
        return replace(self, data=None, due=None)


class Press:
    """Fills the templates.

    `look` is the key of program, templates and assets, `standing` are the keys of the files that
    the last build has left. Unless `pictured`, the home page alone has a picture; `several` tells
    that the site has more than one report. Pictures are `ordered` where somebody else draws them.
    """

    def __init__(
        self,
        templates: Templates,
        assets_folder: Path,
        loaded: Mapping[str, str],
        look: str = "",
        standing: Mapping[str, str] = MappingProxyType({}),
        pictured: bool = True,
        several: bool = False,
        ordered: Ordered | None = None,
    ) -> None:
        self.templates = templates
        self._loaded = loaded
        self._seals = Seals.read(assets_folder)
        self._look = look
        self._standing = standing
        self._pictured = pictured
        self._several = several
        self._ordered = ordered
        self._studio = Studio(assets_folder)

    def printed(
        self,
        drafts: Iterable[Draft],
        made: Imprint,
        edition: Edition,
        box: SearchBox | None = None,
    ) -> Iterator[Printed]:
        """Each known by its key, or by what it says: to name that is quicker than to fill it."""
        for draft in drafts:
            head, around = self._around(draft, made)
            own = box if head.own_search else None
            said = draft.said or draft.page
            key = draft.key or self._key_of(draft.template, said, around, edition, own)
            stands = self._stands(head.path, key)
            data = None if stands else self._filled(draft, around, edition, own)
            yield Printed(head.path, data, key)
            yield from self._picture(head)

    def as_left(self, paths: Sequence[str], key: str) -> list[Printed]:
        """A page of this key, its picture and what goes with it, if the last build left all."""
        files = [Printed(path, None, key) for path in paths]
        if self._pictured:
            picture = addresses.preview(paths[0])
            files.append(Printed(picture, None, self._standing.get(picture, "")))
        return files if all(self._stands(one.path, one.key) for one in files) else []

    def _around(self, draft: Draft, made: Imprint) -> tuple[PageHead, Frame]:
        head = draft.head if self._pictured else without_picture(draft.head)
        root = addresses.base(made.site) if draft.absolute else None
        return head, frame(head, made, self._loaded, root, self._several)

    def _key_of(self, *said: object) -> str:
        """Empty in a build from nothing, where there is nothing to be told apart from."""
        return key_of_shown(self._look, *said) if self._look else ""

    def _filled(
        self, draft: Draft, around: Frame, edition: Edition, box: SearchBox | None
    ) -> bytes:
        return self.templates.fill(
            f"pages/{draft.template}.html",
            page=draft.page() if callable(draft.page) else draft.page,
            frame=around,
            edition=edition,
            loaded=self._loaded,
            seals=self._seals,
            search_box=box,
        )

    def _picture(self, head: PageHead) -> Iterator[Printed]:
        if head.card:
            path, key = addresses.preview(head.path), key_of(self._look, head.card)
            if self._stands(path, key):
                yield Printed(path, None, key)
            elif self._ordered:
                yield Printed(path, None, key, self._ordered(head.card))
            else:
                yield Printed(path, self._studio.drawn(head.card), key)

    def _stands(self, path: str, key: str) -> bool:
        return self._standing.get(path) == key


def without_picture(head: PageHead) -> PageHead:
    return head if head.path == HOME else replace(head, card=None)
