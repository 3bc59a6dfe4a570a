"""The page of one value of a facet."""

from __future__ import annotations

from tracker.render.addresses import Link
from tracker.render.contexts.listing import FacetPage
from tracker.render.contexts.previews import count_card
from tracker.render.frame import PageHead
from tracker.render.press import Draft
from tracker.render.whole import Imprint


def facet_draft(page: FacetPage, made: Imprint, crumbs: tuple[Link, ...] = ()) -> Draft:
    position = page.position
    label = f"{page.facet.label}：{page.choice.label}"
    head = PageHead(
        position.href,
        "facet",
        f"{label}{position.suffix}",
        f"{page.facet.label}为“{page.choice.label}”的目标，"
        f"共{page.choice.count}项（全部{page.total}项）。{position.suffix}",
        area="targets.html",
        scripts=("print.js",),
        card=count_card(label, page.tally, made) if position.is_first else None,
        crumbs=crumbs,
    )
    return Draft(head, "facet", page)
