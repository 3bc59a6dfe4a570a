"""What editors do to a project between two builds, at random.

`python -m tests.edits 500` makes that many edits and builds after each, as one build after the
other leaves it and from nothing: both must be the same, or be refused.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.projects import YEARS_DATE, inputs, tree, years_project
from tracker.cli import main
from tracker.errors import InputError
from tracker.output import MARKER
from tracker.pipeline import build_files
from tracker.unchanged import told

OTHER = "邻近的虚构市"  # the region of one report
BUILD = ["build", "--date", YEARS_DATE.isoformat(), "--lang", "en", "--executor", "here"]
SEED = 21000125

Edit = Callable[[Path, Random], None]


def project(folder: Path) -> Path:
    """Four reports of one region, and one of another."""
    years_project(folder)
    site = folder / "content/site.yaml"
    place = f"places:\n- {{id: linshi, name: {OTHER}, short: 邻市}}\n"
    site.write_text(site.read_text("utf-8").replace("places:\n", place), "utf-8")
    report = folder / "content/xugou-2096.md"
    other = report.read_text("utf-8").replace("year: 2096", f"year: 2096\nregion: {OTHER}")
    (folder / "content/linshi-2096.md").write_text(other, "utf-8")
    return folder


def inputs_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and is_input(path, folder)]


def is_input(path: Path, folder: Path) -> bool:
    top = path.relative_to(folder).parts[0]
    return top in ("content", "templates", "targets.yaml")


def target_files(folder: Path) -> list[Path]:
    return [path for path in inputs_in(folder) if "targets:" in path.read_text("utf-8")]


def rewritten(path: Path, pattern: str, new: Callable[[str], str], random: Random) -> None:
    """One place of the file that the pattern fits, if there is one."""
    text = path.read_text("utf-8")
    if found := list(re.finditer(pattern, text, re.MULTILINE)):
        place = random.choice(found)
        written = f"{text[: place.start()]}{new(place[0])}{text[place.end() :]}"
        path.write_text(written, "utf-8")


# --- the edits -----------------------------------------------------------------------------------


def value(folder: Path, random: Random) -> None:
    """Of an update; one that no longer fits is refused."""
    path = random.choice(target_files(folder))
    rewritten(path, r"value: \d+", lambda _: f"value: {random.randrange(1, 200)}", random)


def title(folder: Path, random: Random) -> None:
    path = random.choice(target_files(folder))
    rewritten(path, r"^  title: .+$", lambda old: f"{old}{random.randrange(10)}", random)


def day(folder: Path, random: Random) -> None:
    """After the day of the build it is refused."""
    path = random.choice(target_files(folder))
    month = random.randrange(1, 14)
    rewritten(path, r"as_of: 20\d\d-\d\d-\d\d", lambda _: f"as_of: 2099-{month:02}-15", random)


def rename(folder: Path, random: Random) -> None:
    """An id goes, and leaves its address behind, or not: then it is refused."""
    path = random.choice(target_files(folder))
    formerly = random.random() < 0.7

    def renamed(old: str) -> str:
        name = old.removeprefix("- id: ")
        return f"- id: {name}-x" + (f"\n  formerly: [{name}]" if formerly else "")

    rewritten(path, r"^- id: [a-z0-9-]+$", renamed, random)


def quote(folder: Path, random: Random) -> None:
    """No longer what the report says: refused."""
    rewritten(folder / "targets.yaml", r"^  quote: .", lambda old: f"{old}错", random)


def delete(folder: Path, random: Random) -> None:
    """A line of the targets, which may be one that must be there."""
    path = random.choice(target_files(folder))
    rewritten(path, r"^ +(?:note|topics|places|searched|continues): .+\n", lambda _: "", random)


def words(folder: Path, random: Random) -> None:
    """Of a report; its targets may quote them."""
    path = random.choice(list(folder.glob("content/*-20*.md")))
    rewritten(path, r"。", lambda _: "，并如此。", random)


def prose(folder: Path, random: Random) -> None:
    path = folder / "content/about.md"
    links = ("index.html", "report/xugou-2096.html#s1", "report/xugou-2096.html#s999")
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n又一段，见[此处]({random.choice(links)})。\n", "utf-8")


def template(folder: Path, random: Random) -> None:
    path = random.choice([path for path in inputs_in(folder) if path.suffix == ".html"])
    text = path.read_text("utf-8")
    path.write_text(text.replace("</", f"<!-- {random.randrange(10)} --></", 1), "utf-8")


def report(folder: Path, random: Random) -> None:
    """Comes or goes."""
    path = folder / "content/linshi-2096.md"
    if path.exists():
        path.unlink()
    else:
        source = folder / "content/xugou-2096.md"
        text = source.read_text("utf-8").replace("year: 2096", f"year: 2096\nregion: {OTHER}")
        path.write_text(text, "utf-8")


def settings(folder: Path, random: Random) -> None:
    path = folder / "content/site.yaml"
    rewritten(path, r"^(?:title|tagline|region): .+$", lambda old: f"{old}甲", random)


def nothing(folder: Path, random: Random) -> None:
    """A file is saved again as it was."""
    path = random.choice(inputs_in(folder))
    path.write_bytes(path.read_bytes())


def damage(folder: Path, random: Random) -> None:
    """Somebody changes a file of the site, or takes it away."""
    files = [path for path in (folder / "_site").rglob("*.html") if path.is_file()]
    path = random.choice(files or [folder / "content/about.md"])
    if random.random() < 0.5 and files:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b" ")


EDITS: tuple[Edit, ...] = (
    value, title, day, rename, quote, delete, words, prose, template, report, settings, nothing,
    damage,
)  # fmt: skip


# --- what is built -------------------------------------------------------------------------------


def built(folder: Path) -> int:
    """As the command line does it; the exit code."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return 0 if told(BUILD) else main(BUILD)


def site(folder: Path) -> dict[str, bytes]:
    files = tree(folder / "_site")
    return {path: data for path, data in files.items() if path != MARKER}


def follow(folder: Path, before: dict[str, bytes]) -> dict[str, bytes]:
    """Builds again; the site must be what a build from nothing makes, or what it was."""
    published = before.keys()
    damaged = site(folder)
    code = built(folder)
    found = site(folder)
    try:
        clean = build_files(inputs(Path()), YEARS_DATE, published, YEARS_DATE)
    except InputError:
        assert code == 1
        assert found == damaged
        return before
    assert code == 0  # accepted by both
    assert found.keys() == clean.keys()
    assert [path for path in clean if found[path] != clean[path]] == []
    return found


def edited(folder: Path, edits: list[tuple[Edit, int]]) -> None:
    """One after the other; what is refused is taken back before the next."""
    with chdir(folder):
        last = follow(folder, {})
        assert last
        for edit, seed in edits:
            kept = {path: path.read_bytes() for path in inputs_in(folder)}
            edit(Path(), Random(seed))
            now = follow(folder, last)
            if now is last:
                restore(folder, kept)
            last = now


def restore(folder: Path, kept: dict[Path, bytes]) -> None:
    for path in inputs_in(folder):
        if path not in kept:
            path.unlink()
    for path, data in kept.items():
        path.write_bytes(data)


def chosen(random: Random, count: int) -> Iterator[tuple[Edit, int]]:
    for _ in range(count):
        yield random.choice(EDITS), random.randrange(2**32)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        edited(project(Path(name)), list(chosen(Random(SEED), int(sys.argv[1]))))
