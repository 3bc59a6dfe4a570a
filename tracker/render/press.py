"""Pages before they are printed, and what prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.keys import key_of
from tracker.render import addresses
from tracker.render.contexts.search import SearchBox
from tracker.render.frame import Edition, PageHead, frame
from tracker.render.previews.card import materials, picture
from tracker.render.seals import Seals
from tracker.render.templates import Templates
from tracker.render.whole import Imprint


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its template is filled; `page` is the template's context."""

    head: PageHead
    template: str
    page: object
    absolute: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A file of the site; `data` is None where the one of the last build has the same `key`.

    The key depends on everything that the file was made from but the program and its templates;
    it is empty for a file that is made anew each time.
    """

    path: str
    data: bytes | None
    key: str = ""


class Press:
    """Fills the templates; `standing` are the keys of the files that the last build has left."""

    def __init__(
        self,
        templates: Templates,
        assets_folder: Path,
        loaded: Mapping[str, str],
        standing: Mapping[str, str],
    ) -> None:
        self.templates = templates
        self._loaded = loaded
        self._seals = Seals.read(assets_folder)
        self._assets = assets_folder
        self._standing = standing

    def printed(
        self, drafts: Iterable[Draft], made: Imprint, edition: Edition, box: SearchBox | None = None
    ) -> Iterator[Printed]:
        for draft in drafts:
            yield from self._page(draft, made, edition, box if draft.head.own_search else None)

    def _page(
        self, draft: Draft, made: Imprint, edition: Edition, box: SearchBox | None
    ) -> Iterator[Printed]:
        head = draft.head
        root = addresses.base(made.site) if draft.absolute else None
        around = frame(head, made, self._loaded, root)
        key = key_of(draft, around, edition, box)
        card, preview = head.card, addresses.preview(head.path)
        if self._standing.get(head.path) == key:
            yield Printed(head.path, None, key)
            if card:
                yield Printed(preview, None, key)
            return
        data = self.templates.fill(
            f"pages/{draft.template}.html",
            page=draft.page,
            frame=around,
            edition=edition,
            loaded=self._loaded,
            seals=self._seals,
            search_box=box,
        )
        yield Printed(head.path, data, key)
        if card:
            yield Printed(preview, picture(card, materials(self._assets)), key)
