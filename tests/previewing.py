"""The preview, running over a small project; and the program itself, where its files change too."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.projects import ROOT, SMALL_DATE, small_project, tree
from tracker.manifest import PATH as MANIFEST

DATE = ("--date", SMALL_DATE.isoformat())
PATIENCE = 30  # seconds; only a test that fails waits so long


def program_with_small_project(folder: Path) -> Path:
    """All of it in one folder, so that a test may change whatever it likes."""
    for name in ("tracker", "assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return small_project(folder)


@dataclass
class Preview:
    project: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1].strip("/"))

    def change(self, name: str, before: str, after: str) -> None:
        path = self.project / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def news(self, page: str = MANIFEST) -> Iterator[dict[str, str]]:
        """What is told of the list of all files, or of a page: what is so now, then each change."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/_changes?page=/{page}")
        response = connection.getresponse()
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    def once(self, *, mended: bool = True, unlike: str = "") -> str:
        """The edition shown once there are problems, or none any more and another edition."""
        for news in self.news():
            if bool(news["overlay"]) is not mended and news["edition"] != unlike:
                return news["edition"]
        raise AssertionError("the preview has ended")

    def again(self, edition: str) -> None:
        """Waits until this one is shown, without problems."""
        next(n for n in self.news() if n["edition"] == edition and not n["overlay"])


@contextmanager
def previewing(project: Path, *options: str) -> Iterator[Preview]:
    """Started as an editor starts it, ended by Ctrl+C."""
    build = project / "build.py" if (project / "build.py").exists() else ROOT / "build.py"
    process = subprocess.Popen(
        [sys.executable, str(build), "serve", "--lang", "zh", *DATE, *options],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=hear_interrupts if os.name == "posix" else None,
    )
    preview = Preview(project, process)
    assert process.stdout
    for line in process.stdout:
        preview.said.append(line)
        if found := re.search(r"http://\S+/", line):
            preview.address = found[0]
            break
    try:
        yield preview
    finally:
        process.send_signal(signal.SIGINT)
        out, complaints = process.communicate(timeout=PATIENCE)
        preview.said.append(out)
    assert process.returncode == 0
    assert "Traceback" not in complaints


def hear_interrupts() -> None:
    """Tests run in the background inherit that they are deaf to Ctrl+C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def clean_build(program: Path, output: str = "_site") -> dict[str, bytes]:
    """By another process, into a folder that was not there."""
    shutil.rmtree(program / output, ignore_errors=True)
    command = [sys.executable, "build.py", "build", "--output", output, *DATE]
    subprocess.run(command, cwd=program, check=True, capture_output=True)
    return tree(program / output)
