"""What a run of `make bench` has measured, kept so that its parts can be measured apart."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from bench.contenders import Case, Footprint
from bench.processes import Cost
from bench.reader import Reading
from bench.rounds import Rounds


@dataclass(slots=True)
class Size:
    """An archive built by everybody; by name of the contender."""

    targets: int
    reports: int
    rounds: Rounds = field(default_factory=Rounds)
    footprints: dict[str, Footprint] = field(default_factory=dict)
    peaks: dict[str, dict[Case, float]] = field(default_factory=dict)  # MB
    floor: list[float] = field(default_factory=list)  # seconds


@dataclass(slots=True)
class Results:
    machine: dict[str, str] = field(default_factory=dict)
    sizes: dict[int, Size] = field(default_factory=dict)
    saves: dict[int, list[float]] = field(default_factory=dict)  # seconds, by targets
    readings: dict[int, Reading] = field(default_factory=dict)  # by reports

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1), "utf-8")

    @classmethod
    def saved(cls, path: Path) -> Self:
        """Nothing where there is no such file."""
        if not path.exists():
            return cls()
        read = json.loads(path.read_text("utf-8"))
        return cls(
            read["machine"],
            {int(key): size_from(one) for key, one in read["sizes"].items()},
            {int(key): one for key, one in read["saves"].items()},
            {int(key): Reading(**one) for key, one in read["readings"].items()},
        )


def size_from(read: dict[str, Any]) -> Size:
    costs = {
        name: {Case(case): [Cost(**one) for one in some] for case, some in cases.items()}
        for name, cases in read["rounds"]["costs"].items()
    }
    footprints = {name: Footprint(**one) for name, one in read["footprints"].items()}
    peaks = {
        name: {Case(case): peak for case, peak in one.items()}
        for name, one in read["peaks"].items()
    }
    return Size(read["targets"], read["reports"], Rounds(costs), footprints, peaks, read["floor"])
