"""The made-up library of `tests/cases/search.yaml`."""

from __future__ import annotations

from typing import Any

import yaml

from tests.projects import ROOT
from tracker.model import Status
from tracker.render.search.library import Library, Named
from tracker.render.search.volumes import NOWHERE, Entry, Line, Volume

CASES: dict[str, Any] = yaml.safe_load((ROOT / "tests/cases/search.yaml").read_text("utf-8"))
STATUSES = tuple((str(status), status.label) for status in Status)


def made_up_library(**changed: Any) -> Library:
    rows = CASES["index"] | changed
    return Library(
        region="云雾市",
        volumes=(
            Volume(
                "yunwu-2099",
                2099,
                (("s2", "虚构的基础设施"),),
                tuple(_entry(*row) for row in rows["targets"]),
                tuple(Line(id_, text, section) for id_, text, section, _ in rows["sentences"]),
            ),
        ),
        statuses=STATUSES,
        places=tuple(Named(*row) for row in rows["places"]),
        agencies=tuple(Named(*row) for row in rows["agencies"]),
        topics=("虚构",),
        synonyms=tuple((word, tuple(meant)) for word, meant in CASES["synonyms"].items()),
    )


def _entry(id_: str, title: str, quote: str, status: str, label: str, section: str) -> Entry:
    number = STATUSES.index((status, label))
    return Entry(id_, title, quote, number, f"目标见{section}", NOWHERE, (), ("虚构",))
