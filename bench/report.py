"""The results between the marks of `bench/README.md`, and their plot beside it."""

from __future__ import annotations

from pathlib import Path

from bench import ours, tables
from bench.contenders import Case
from bench.growth import middle
from bench.peers.hugo import CONTENT_FILES, FED_FROM_JSON
from bench.plot import Line, plot
from bench.results import Results

HERE = Path(__file__).parent
README = HERE / "README.md"
PLOT = HERE / "speed.svg"
BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"

# name, contender, case, colour, dashed
LINES = (
    ("Hugo, each case", CONTENT_FILES, Case.COLD, "#2b6cb0", False),
    ("Hugo, fed from JSON", FED_FROM_JSON, Case.COLD, "#7aa6d6", True),
    ("ours, cold", ours.NAME, Case.COLD, "#b5281e", False),
    ("ours, one change", ours.NAME, Case.CHANGE, "#c9752c", False),
    ("ours, no change", ours.NAME, Case.SAME, "#8a7a2c", False),
)


def publish(results: Results) -> None:
    PLOT.write_text(plot(lines(results)), "utf-8")
    said = summary(results)
    README.write_text(between(README.read_text("utf-8"), said), "utf-8")
    print(said)


def lines(results: Results) -> list[Line]:
    sizes = tables.in_order(results)
    drawn = []
    for name, contender, case, colour, dashed in LINES:
        walls = {float(size.targets): size.rounds.wall(contender, case) for size in sizes}
        known = {targets: wall for targets, wall in walls.items() if wall}
        drawn.append(Line(name, colour, known, dashed))
    floors = {float(size.targets): middle(size.floor) for size in sizes}
    known = {targets: wall for targets, wall in floors.items() if wall}
    return [*drawn, Line("writing the bytes", "#555", known, dashed=True)]


def summary(results: Results) -> str:
    parts = (
        measured_on(results.machine),
        tables.verdicts(results),
        "Seconds of the wall / of the processors, medians; ratios are medians of the rounds' own:",
        tables.builds(results),
        "![Seconds of a build by targets](speed.svg)",
        "How cost grows: 1 is in proportion to the number of targets.",
        tables.growth(results),
        "What is written, and the memory that takes:",
        tables.footprints(results),
        "From saving a file of targets to the page that shows it (`serve`, Chromium):",
        tables.saves(results),
        "What a reader loads (gzip -6) and waits for, in Chromium:",
        tables.readings(results),
    )
    return "\n\n".join(parts)


def measured_on(machine: dict[str, str]) -> str:
    return (
        f"Measured on {machine['date']}: {machine['processor']}, {machine['memory']}, "
        f"{machine['kernel']}, Python {machine['python']}, Hugo {machine['hugo']}; "
        f"load {machine['load']} before it began."
    )


def between(text: str, said: str) -> str:
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    return f"{before}{BEGIN}\n\n{said}\n\n{END}{after}"
