"""Kills commands at random moments: what they write must be old or new, and whole.

`python -m tests.kills builds 1000` does that to a thousand builds, and lets the next one follow
each time; `edits 1000` to commands that change `targets.yaml`, and starts them two at a time.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, NoReturn

from tests.projects import SMALL_DATE, small_project, tree
from tracker import disk, publish
from tracker.cli import main
from tracker.output import MARKER
from tracker.render import assets

DATE = ["--date", SMALL_DATE.isoformat()]
RECORD = ["record", "new-roads", "--source", "bulletin", "--yes", "--lang", "en", *DATE]
SEED = 20991105
LEDGER = "ledger.csv"
TYPED = """\
编号,累计完成,数据截至,数据来源,网址
new-roads,95,2099-11-01,虚构的公报,https://example.org/bulletin
"""
KNOWN = {"content", "templates", "targets.yaml", "_site", "._site.cache", LEDGER}
FOREIGN = "CNAME"  # a file that no build has made
MEMORY = Path("/dev/shm")  # a disk that costs nothing; whoever is killed notices no difference

Files = dict[str, bytes]
States = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Scene:
    """A project, and its two states: without the record and with it."""

    project: Path
    targets: tuple[bytes, bytes]
    sites: tuple[Files, Files]


@dataclass(frozen=True, slots=True)
class Command:
    """What is killed, and what may be found then."""

    name: str
    words: list[str]
    share: int  # of a hundred kills
    write: tuple[ModuleType | type, str]  # the function that does the writing
    prepare: Callable[[Scene], States]  # gives it something to write; before and after
    state: Callable[[Scene], object]  # at present
    swaps: bool = True  # False: as on a system that cannot exchange folders
    rendered: bool = False  # True: what precedes the writing is done
    follow: Callable[[Scene, States], bool] = lambda *_: True  # whether another run goes well


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of an undisturbed run."""

    total: float
    write: float


def forget(scene: Scene) -> States:
    (scene.project / "targets.yaml").write_bytes(scene.targets[0])
    return scene.targets


def turn_over(scene: Scene) -> States:
    """Gives the targets that the standing site does not show: it shows what it was asked for."""
    now = scene.targets.index(targets_of(scene))
    (scene.project / "targets.yaml").write_bytes(scene.targets[1 - now])
    return scene.sites[now], scene.sites[1 - now]


def targets_of(scene: Scene) -> bytes:
    return (scene.project / "targets.yaml").read_bytes()


def site_of(scene: Scene) -> Files:
    return tree(scene.project / "_site")


def site_or_stale(scene: Scene) -> Files:
    """By two renames there is a moment at which the old site has another name."""
    return site_of(scene) or tree(scene.project / "._site.old")


def publish_rendered(scene: Scene) -> None:
    """What the targets ask for, as a build publishes it."""
    asked = scene.sites[scene.targets.index(targets_of(scene))]
    publish_in(scene, asked)


def publish_in(scene: Scene, site: Files) -> None:
    files = {name: data for name, data in site.items() if name not in (FOREIGN, MARKER)}
    publish.publish(files, scene.project / "_site")


def few(scene: Scene) -> Scene:
    """Every fourth file of each site only, so that a kill costs less."""
    sites = []
    for site in scene.sites:
        publish_in(scene, {name: site[name] for name in sorted(site)[::4]})
        sites.append(site_of(scene))
    (scene.project / "targets.yaml").write_bytes(scene.targets[1])
    return replace(scene, sites=(sites[0], sites[1]))


def built_next(scene: Scene, states: States) -> bool:
    """Another build succeeds and leaves nothing behind."""
    publish_rendered(scene)
    return site_of(scene) == states[1] and not left_behind(scene)


def left_behind(scene: Scene) -> set[str]:
    return {path.name for path in scene.project.iterdir() if path.suffix != ".txt"} - KNOWN


WRITE, PUBLISH = (disk, "replace_text"), (publish, "publish")
FINISH = (publish.Publication, "finish")
BUILD = Command("build", ["build", *DATE], 8, FINISH, turn_over, site_of, follow=built_next)
RECORDING = Command("record", [*RECORD, "--value", "95", "--as-of", "2099-11-01"], 70,
                    WRITE, forget, targets_of)  # fmt: skip
COMMANDS = {
    "builds": (
        replace(BUILD, name="build, rendered", share=70, rendered=True, write=PUBLISH),
        replace(BUILD, name="build by two renames", share=22, rendered=True, swaps=False,
                state=site_or_stale, write=PUBLISH),
        BUILD,
    ),
    "edits": (
        RECORDING,
        Command("import", ["import", LEDGER, "--yes", *DATE], 30, WRITE, forget, targets_of),
    ),
}  # fmt: skip


def scene_in(folder: Path) -> Scene:
    """Both states, each as a run that nobody disturbs leaves it; and everything is imported."""
    project = small_project(folder)
    (project / LEDGER).write_text(TYPED, "utf-8")
    states = []
    for commands in ((BUILD,), (RECORDING, BUILD)):
        for command in commands:
            with quiet(project / "log.txt"), chdir(project):
                assert main(command.words) == 0
        (project / "_site" / FOREIGN).write_bytes(b"ours to keep")
        states.append(((project / "targets.yaml").read_bytes(), tree(project / "_site")))
    (old, old_site), (new, new_site) = states
    return Scene(project, (old, new), (old_site, new_site))


def warm(scene: Scene) -> None:
    """This process learns what every command needs; from then on it is slow to fork."""
    with quiet(scene.project / "log.txt"), chdir(scene.project):
        assert main(["check", *DATE]) == 0


# --- runs ---------------------------------------------------------------------------------------


def start(command: Command, scene: Scene) -> tuple[int, int]:
    """A process of its own that runs the command: its id, and where it tells of its writing."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        run(command, scene, writer)
    os.close(writer)
    return pid, reader


@contextmanager
def started(command: Command, scene: Scene) -> Iterator[tuple[int, int]]:
    pid, reader = start(command, scene)
    try:
        yield pid, reader
    finally:
        os.close(reader)


def run(command: Command, scene: Scene, writer: int) -> NoReturn:
    code = 70
    try:
        if not command.swaps:
            setattr(publish, "exchange", lambda *_: False)  # noqa: B010
        module, name = command.write
        setattr(module, name, telling(getattr(module, name), writer))
        with quiet(scene.project / f"log-{os.getpid()}.txt"), chdir(scene.project):
            if command.rendered:
                publish_rendered(scene)
            code = 0 if command.rendered else main(command.words)
    finally:
        os._exit(code)


@contextmanager
def quiet(log: Path) -> Iterator[None]:
    with log.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        yield


def telling(write: Callable[..., Any], writer: int) -> Callable[..., Any]:
    """The same, but it tells when it begins (w) and when it is done (d)."""

    def told(*arguments: Any) -> Any:
        os.write(writer, b"w")
        result = write(*arguments)
        os.write(writer, b"d")
        return result

    return told


def undisturbed(command: Command, scene: Scene) -> Pace:
    _, after = command.prepare(scene)
    begun = time.perf_counter()
    with started(command, scene) as (pid, reader):
        os.read(reader, 1)
        writing = time.perf_counter()
        os.read(reader, 1)
        done = time.perf_counter()
        os.waitpid(pid, 0)
    assert command.state(scene) == after
    return Pace(time.perf_counter() - begun, done - writing)


def killed(command: Command, scene: Scene, pace: Pace, chance: random.Random) -> str:
    """Kills a run at any moment, every second one while it writes; when that was, or what broke."""
    before, after = states = command.prepare(scene)
    told = b""
    with started(command, scene) as (pid, reader):
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, pace.total))
        else:
            told = os.read(reader, 1)
            time.sleep(chance.uniform(0, pace.write))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        told += os.read(reader, 2)
    moment = {b"": "before", b"w": "during", b"wd": "after"}[told]
    allowed = {"before": [before], "during": [before, after], "after": [after]}[moment]
    is_whole = command.state(scene) in allowed and command.follow(scene, states)
    return moment if is_whole else "broken"


def kill_all(
    commands: tuple[Command, ...], scene: Scene, count: int, chance: random.Random
) -> dict[str, Counter[str]]:
    """The kills of each command by moment; then runs that nobody kills, which leave nothing."""
    results = {}
    for command in commands:
        one = few(scene) if command.rendered else scene
        if not command.rendered:
            warm(scene)
        pace = undisturbed(command, one)
        results[command.name] = Counter(
            killed(command, one, pace, chance) for _ in range(count * command.share // 100)
        )
        undisturbed(command, one)
    return {**results, "left behind": Counter(left_behind(scene))}


# --- two at once --------------------------------------------------------------------------------


def both_recorded(scene: Scene) -> str:
    """Two records started together: both are in, or one is refused with a message."""
    forget(scene)
    sayings = (("95", "2099-11-01"), ("96", "2099-11-02"))
    pids = {}
    for value, day in sayings:
        words = [*RECORD, "--value", value, "--as-of", day]
        pid, reader = start(replace(RECORDING, words=words), scene)
        os.close(reader)
        pids[value] = pid
    codes = {value: os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for value, pid in pids.items()}
    text = targets_of(scene).decode()
    written = {value: int(f"    value: {value}\n" not in text) for value in codes}
    said = [(scene.project / f"log-{pids[v]}.txt").read_text("utf-8") for v in codes if codes[v]]
    if codes != written or not all("somebody has changed the file" in one for one in said):
        return "broken"
    return ("both in", "one refused", "broken")[len(said)]


def main_of_kills(kind: str, count: int) -> int:
    # The minifier starts threads, which would not survive a fork.
    setattr(assets, "shortened", lambda kind, source: source.encode())  # noqa: B010
    sys.dont_write_bytecode = True  # nor keep for others what is not shortened
    chance = random.Random(SEED)
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        with get_context("fork").Pool(1) as pool:
            scene = pool.apply(scene_in, (Path(folder) / "project",))
        results = kill_all(COMMANDS[kind], scene, count, chance)
        if kind == "edits":
            pairs = range(max(2, count // 50))
            results["two records at once"] = Counter(both_recorded(scene) for _ in pairs)
    for name, moments in results.items():
        told = ", ".join(f"{moment} {number}" for moment, number in moments.items() if number)
        print(f"{name:22}{moments.total():5}: {told}")
    return int(bool(results["left behind"]) or any(one["broken"] for one in results.values()))


if __name__ == "__main__":
    raise SystemExit(main_of_kills(sys.argv[1], int(sys.argv[2])))
