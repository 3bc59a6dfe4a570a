"""A whole project of made-up reports: the same number, the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.demo import settings
from tracker.demo.regions import Region, regions
from tracker.demo.reports import markdown, text_of
from tracker.demo.targets import targets_file
from tracker.demo.themes import Aim, slots

AS_OF = "2099-11-30"  # the day on which the archive has every status
FIXED = {
    "content/about.md": settings.ABOUT,
    "content/method.md": settings.METHOD,
    "content/synonyms.yaml": settings.SYNONYMS,
}


def archive(reports: int) -> Iterator[tuple[str, bytes]]:
    """Each file by its path; one report at a time, so that any number fits into memory."""
    every = list(regions(reports))
    for path, text in {**FIXED, "content/site.yaml": settings.site(every)}.items():
        yield path, text.encode()
    for region in every:
        yield from reports_of(region)


def reports_of(region: Region) -> Iterator[tuple[str, bytes]]:
    earlier: dict[Aim, int] = {}
    for year in region.years:
        name, text = region.report(year), text_of(region, year)
        yield f"content/{name}.md", markdown(text).encode()
        yield f"targets/{name}.yaml", targets_file(text, earlier).encode()
        earlier |= {goal.aim: year for goal in text.goals}


def targets_in(reports: int) -> int:
    return reports * len(list(slots()))


def paths(reports: int) -> list[str]:
    """Those that `archive` gives, without the work."""
    names = [region.report(year) for region in regions(reports) for year in region.years]
    return [
        *FIXED,
        "content/site.yaml",
        *(path for name in names for path in (f"content/{name}.md", f"targets/{name}.yaml")),
    ]
