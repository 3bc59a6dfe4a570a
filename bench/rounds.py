"""Paired rounds: everybody builds once in each, in turn, and begins in turn."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.contenders import Case, Contender
from bench.growth import middle
from bench.processes import Cost

Costs = dict[str, dict[Case, list[Cost]]]


@dataclass(slots=True)
class Rounds:
    costs: Costs = field(default_factory=dict)

    def add(self, contender: str, case: Case, cost: Cost) -> None:
        self.costs.setdefault(contender, {}).setdefault(case, []).append(cost)

    def of(self, contender: str, case: Case) -> list[Cost]:
        return self.costs.get(contender, {}).get(case, [])

    def wall(self, contender: str, case: Case) -> float | None:
        return middle(cost.wall for cost in self.of(contender, case))

    def cpu(self, contender: str, case: Case) -> float | None:
        return middle(cost.cpu for cost in self.of(contender, case))

    def ratio(self, ours: str, theirs: str, case: Case, what: str = "wall") -> float | None:
        """The middle of the rounds' own ratios: it bears a noisy machine best."""
        pairs = zip(self.of(ours, case), self.of(theirs, case), strict=False)
        return middle(getattr(a, what) / getattr(b, what) for a, b in pairs)


def run_rounds(
    contenders: Sequence[Contender], cases: Iterable[Case], runs: int, budget: float
) -> Iterator[tuple[str, Case, Cost]]:
    """As many rounds as asked for, or as fit into the budget (seconds); at least one."""
    every = tuple(cases)
    start = time.perf_counter()
    for at in range(runs):
        for case in every:
            for contender in in_turn(contenders, at):
                yield contender.name, case, contender.build(case)
        spent = time.perf_counter() - start
        if spent * (at + 2) / (at + 1) > budget:
            return


def in_turn(contenders: Sequence[Contender], at: int) -> Sequence[Contender]:
    first = at % len(contenders)
    return [*contenders[first:], *contenders[:first]]
