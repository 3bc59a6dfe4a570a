"""An editor's preview: save a file, see the page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.projects import ROOT, SMALL_DATE, small_project


@dataclass
class Preview:
    project: Path
    address: str
    process: subprocess.Popen[str]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = small_project(tmp_path)
    command = [
        sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--lang", "en",
        "--date", SMALL_DATE.isoformat(),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout
    for line in process.stdout:
        if match := re.search(r"http://\S+", line):
            yield Preview(project, match[0], process)
            break
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    process.stdout.close()
    assert process.stderr
    process.stderr.close()


def edit(preview: Preview, before: str, after: str) -> None:
    path = preview.project / "targets.yaml"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


def test_a_saved_change_shows_by_itself(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.address}targets/new-roads.html")
    expect(page.locator("h1")).to_contain_text("新建公路")

    edit(preview, "title: 新建公路", "title: 今年新修的公路")

    expect(page.locator("h1")).to_contain_text("今年新修的公路")
    page.close()


def test_a_mistake_leaves_the_last_page(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.address}targets/new-roads.html")

    edit(preview, "  value: 120", "  value: 130")

    assert preview.process.stderr
    assert "targets.yaml:17" in preview.process.stderr.readline()
    page.reload()
    expect(page.locator("h1")).to_contain_text("新建公路")
    page.close()


def test_an_unknown_address_is_a_404(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    response = page.goto(f"{preview.address}nothing.html")

    assert response
    assert response.status == 404
    page.close()


def test_a_preview_is_not_kept_for_later(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(preview.address)
    gone = """async () => {
      await navigator.serviceWorker.register('sw.js');
      while (await navigator.serviceWorker.getRegistration()) {
        await new Promise((done) => { setTimeout(done, 50); });
      }
      return caches.keys();
    }"""

    assert page.evaluate(gone) == []
    page.close()
