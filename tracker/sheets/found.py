"""What a sheet that came in asks for, and what of it cannot be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from tracker.edit.edits import Append, Edit
from tracker.errors import Problem, Where
from tracker.sheets.cells import Cell


class Found(Struct):
    """Grows while a file is read. `path` is the file's, as the editor knows it."""

    path: str
    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    # (target, key of targets.yaml) → the cell that asks for it
    asked: dict[tuple[str, str], Spot] = field(default_factory=dict)

    def refuse(self, spot: Spot, code: str, **details: object) -> None:
        self.problems.append(self.problem(spot, code, details))

    def refuse_like_the_check(self, spot: Spot, code: str, **details: object) -> None:
        """With a message of the check, whose words name no cell."""
        details = {"cell": spot.name, **details}
        self.problems.append(Problem(spot.where_in(self.path), code, details))

    def remark(self, spot: Spot, code: str, **details: object) -> None:
        self.remarks.append(self.problem(spot, code, details))

    def problem(self, spot: Spot, code: str, details: Mapping[str, object]) -> Problem:
        where = Where(self.path, spot.line)
        return Problem(where, code, {"cell": spot.name, "column": spot.column, **details})

    def ask(self, edit: Edit, spots: Mapping[str, Spot]) -> None:
        """`spots` by the keys of `targets.yaml` that the edit writes."""
        self.edits.append(edit)
        target = getattr(edit, "target", "")
        self.asked |= {(target, key): spot for key, spot in spots.items()}

    @property
    def counts(self) -> dict[str, int]:
        """How many updates are new, and how many other fields change."""
        new = sum(isinstance(one, Append) for one in self.edits)
        return {"updates": new, "fields": len(self.edits) - new}

    def spot_of(self, target: str, keys: Iterable[str]) -> Spot | None:
        """The cell that stands behind what is wrong with a target: the nearest key that has one."""
        for key in keys:
            if (target, key) in self.asked:
                return self.asked[target, key]
        return next((spot for (name, _), spot in self.asked.items() if name == target), None)


class Spot(Struct, frozen=True):
    """A cell as an editor finds it: 台账!F12; of CSV, line 12 and F12."""

    line: int
    name: str
    column: str

    @classmethod
    def of(cls, sheet: str, cell: Cell, column: str) -> Spot:
        return cls(cell.line, f"{sheet}!{cell.address}" if sheet else cell.address, column)

    def where_in(self, path: str) -> Where:
        """For messages that name no cell."""
        return Where(path if self.line else f"{path} {self.name}", self.line)


WHOLE = Spot(0, "", "")
BLANK = "（空）"  # how a cell without anything is called


def listed(names: Sequence[str], most: int = 5) -> tuple[str, ...]:
    """The first few."""
    return (*names[:most], "…") if len(names) > most else tuple(names)
