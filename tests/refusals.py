"""Builds that the system refuses something: the site stays whole, and the message says why.

`python -m tests.refusals` prints how each ended, as JSON. A process of its own, as it forks, gives
up its privileges, and mounts disks that only it sees (`unshare --mount`).
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from tests.kills import quiet
from tests.projects import SMALL_DATE, small_project, tree
from tracker import publish
from tracker.cli import main
from tracker.render import assets

BUILD = ["build", "--date", SMALL_DATE.isoformat(), "--lang", "en"]
ANOTHER = 65534  # a user's number
PATIENCE = 60  # seconds until what hangs is ended
CAPABILITIES = 0x20080522  # version 3 of capset(2)

SMALL = {"index.html": b"small", "large.bin": bytes(1_300_000)}  # leaves no room in 2 MB

Change = Callable[[Path], None]

CACHE = "._site.cache"  # what a build may leave beside the site


@dataclass(frozen=True, slots=True)
class Refusal:
    name: str
    make: Change
    code: str  # of the message; empty where the build succeeds
    named: str = "_site"  # what the message names
    words: tuple[str, ...] = ()
    output: str = "_site"
    within: Callable[[], None] = lambda: None  # done by the process that builds
    unmake: Change = lambda _: None
    needs: str = ""  # root, mounts


def mode(path: str, bits: int) -> Change:
    return lambda project: (project / path).chmod(bits)


def moved(path: str, to: str) -> Change:
    def change(project: Path) -> None:
        (project / path).rename(project / to)

    return change


def in_place_of(path: str, make: Callable[[Path], None]) -> Change:
    def change(project: Path) -> None:
        moved(path, "aside")(project)
        make(project / path)

    return change


def back(path: str) -> Change:
    def change(project: Path) -> None:
        shutil.rmtree(project / path) if (project / path).is_dir() else (project / path).unlink()
        moved("aside", path)(project)

    return change


def owned_by(user: int) -> Change:
    return lambda project: os.chown(project / "_site", user, user)


def mounted(*words: str) -> Change:
    """Then a small site is published there."""

    def change(project: Path) -> None:
        (project / "disk").mkdir()
        subprocess.run(["mount", *words, project / "disk"], check=True)
        publish.publish(SMALL, project / "disk/_site")

    return change


def read_only(project: Path) -> None:
    mounted("-t", "tmpfs", "tmpfs")(project)
    subprocess.run(["mount", "-o", "remount,ro", project / "disk"], check=True)


def unmounted(project: Path) -> None:
    subprocess.run(["umount", project / "disk"], check=True)
    (project / "disk").rmdir()


def template_goes() -> None:
    """When another one is opened."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).endswith("templates/pages/home.html"):
            Path("templates/pages/target.html").unlink(missing_ok=True)

    sys.addaudithook(watch)


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))


def nothing(_: Path) -> None:
    """The fault lies elsewhere."""


TEMPLATE = "templates/pages/home.html"
LONG = "x" * 300
REFUSALS = (
    Refusal("an unreadable input", mode("targets.yaml", 0), "read-forbidden", "targets.yaml",
            unmake=mode("targets.yaml", 0o644)),
    Refusal("an unreadable folder of inputs", mode("content", 0o300), "read-forbidden", "content",
            unmake=mode("content", 0o755)),
    Refusal("an unreadable template", mode(TEMPLATE, 0), "read-forbidden", TEMPLATE,
            unmake=mode(TEMPLATE, 0o644)),
    Refusal("a vanished template", moved(TEMPLATE, "aside"), "template-missing", TEMPLATE,
            unmake=moved("aside", TEMPLATE)),
    Refusal("a template that vanishes meanwhile", nothing, "template-missing", "target.html",
            within=template_goes, unmake=lambda project: restore(project, "pages/target.html")),
    Refusal("a pipe in place of an input", in_place_of("content/about.md", os.mkfifo),
            "not-a-file", "content/about.md", unmake=back("content/about.md")),
    Refusal("a folder in place of an input", in_place_of("targets.yaml", Path.mkdir),
            "not-a-file", "targets.yaml", unmake=back("targets.yaml")),
    Refusal("a folder that nobody may write", mode(".", 0o555), "write-forbidden",
            unmake=mode(".", 0o755)),
    Refusal("another user's folder", owned_by(ANOTHER), "output-owned", str(ANOTHER),
            unmake=lambda project: owned_by(os.geteuid())(project), needs="root"),
    Refusal("a limit of the size of files", nothing, "file-limited", within=limited),
    Refusal("a name that is too long", nothing, "path-too-long", LONG, ("--output", LONG)),
    Refusal("a full disk", mounted("-t", "tmpfs", "-o", "size=2m", "tmpfs"), "disk-full",
            "disk/_site", ("--output", "disk/_site"), "disk/_site", unmake=unmounted,
            needs="mounts"),
    Refusal("a disk that is only read", read_only, "disk-read-only",
            "disk", ("--output", "disk/_site"), "disk/_site", unmake=unmounted, needs="mounts"),
    Refusal("a disk itself", mounted("-t", "tmpfs", "tmpfs"), "output-mounted",
            "disk", ("--output", "disk"), "disk/_site", unmake=unmounted, needs="mounts"),
    Refusal("a page that is only read", mode("_site/index.html", 0o444), ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    code: int
    said: str
    is_whole: bool  # the old site byte for byte; the new one where the build was to succeed
    left: list[str]  # beside it


def restore(project: Path, template: str) -> None:
    shutil.copy(project / "originals" / template, project / "templates" / template)


def refused(one: Refusal, project: Path) -> End:
    one.make(project)
    before = tree(project / one.output)
    try:
        code = ended(start(one, project))
        after = tree(project / one.output)
        places = {(project / one.output).parent, project}
        left = [
            path.name for place in places for path in place.glob("._site*") if path.name != CACHE
        ]
    finally:
        one.unmake(project)
    said = (project.parent / "log.txt").read_text("utf-8")
    return End(code, said, (after == before) == bool(one.code) and len(after) > 1, left)


def touch(project: Path) -> None:
    path = project / "content/about.md"
    path.write_text(f"{path.read_text('utf-8')}\n后来添上的一段。\n", "utf-8")  # to be published


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def start(one: Refusal, project: Path, log: str = "log.txt") -> int:
    pid = os.fork()
    if not pid:
        run(one, project, project.parent / log)
    return pid


def run(one: Refusal, project: Path, log: Path) -> NoReturn:
    code = 70
    try:
        signal.alarm(PATIENCE)
        with quiet(log), chdir(project):
            give_up_privileges()
            one.within()
            code = main([*BUILD, *one.words])
    finally:
        os._exit(code)


def give_up_privileges() -> None:
    """From now on permissions count for root too."""
    none = (ctypes.c_uint32 * 6)()
    ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(CAPABILITIES, 0), none)


def two_at_once(project: Path) -> End:
    """The second waits for the first."""
    touch(project)
    before = tree(project / "_site")
    one = replace(REFUSALS[0], name="two builds at once")
    pids = [start(one, project, f"log-{number}.txt") for number in range(2)]
    codes = [ended(pid) for pid in pids]
    left = [path.name for path in project.glob("._site*") if path.name != CACHE]
    after = tree(project / "_site")
    return End(max(codes), "", after != before and after.keys() == before.keys(), left)


def may_mount() -> bool:
    return subprocess.run(["mount", "--make-rprivate", "/"], capture_output=True).returncode == 0


def main_of_refusals() -> int:
    # The minifier starts threads, which would not survive a fork.
    setattr(assets, "shortened", lambda kind, source: source.encode())  # noqa: B010
    sys.dont_write_bytecode = True  # nor keep for others what is not shortened
    able = {"": True, "root": os.geteuid() == 0, "mounts": "mounts" in sys.argv and may_mount()}
    with TemporaryDirectory() as folder:
        project = small_project(Path(folder) / "project")
        shutil.copytree(project / "templates", project / "originals")
        with quiet(project.parent / "log.txt"), chdir(project):
            assert main(BUILD) == 0
        touch(project)
        ends = {one.name: refused(one, project) for one in REFUSALS if able[one.needs]}
        ends["two builds at once"] = two_at_once(project)
    told = {
        name: {"code": end.code, "said": end.said, "whole": end.is_whole, "left": end.left}
        for name, end in ends.items()
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main_of_refusals())
