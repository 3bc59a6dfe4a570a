"""The page that describes the data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.model import Assessment
from tracker.render import addresses, data
from tracker.render.data import Field


@dataclass(frozen=True, slots=True)
class DataFile:
    id: str
    href: str
    title: str
    holds: str
    size: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    files: tuple[DataFile, ...]
    head: tuple[tuple[str, str], ...]
    text_href: str
    sha256: str


def data_page(assessment: Assessment, files: Mapping[str, bytes]) -> DataPage:
    described = (
        ("targets", "目标", f"全部{len(assessment.targets)}项目标", data.TARGET_FIELDS),
        ("report", "报告", "报告的出处、章节和每一句", data.REPORT_FIELDS),
        (
            "coverage",
            "覆盖",
            f"报告里的全部{len(assessment.coverage)}处数字",
            data.COVERAGE_FIELDS,
        ),
    )
    return DataPage(
        files=tuple(_file(files, *entry) for entry in described),
        head=_described(data.HEAD_FIELDS),
        text_href=addresses.printed_text(assessment.report),
        sha256=assessment.report.sha256,
    )


def _file(
    files: Mapping[str, bytes], name: str, title: str, holds: str, fields: tuple[Field[Any], ...]
) -> DataFile:
    href = f"data/{name}.json"
    size = f"{len(files[href]) / 1000:.0f}kB"
    return DataFile(name, href, title, holds, size, _described(fields))


def _described(fields: tuple[Field[Any], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.meaning) for field in fields)
