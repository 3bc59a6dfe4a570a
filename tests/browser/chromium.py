"""Finds or installs Chromium: the system's, Debian's package when root, or Playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def flags() -> list[str]:
    """Chromium refuses its sandbox to root, and containers run as root."""
    return [*FLAGS, "--no-sandbox"] if is_root() else list(FLAGS)


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def found() -> str | None:
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install_from_debian() -> str | None:
    return found() if install_packages(["chromium", "fonts-noto-cjk"]) else None


def install_packages(names: Sequence[str]) -> bool:
    """Debian's, as root; False where that cannot be done."""
    if not (is_root() and shutil.which("apt-get")):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "-qq"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    return all(
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in (update, install)
    )


def install_from_playwright() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, check=False).returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def chromium() -> str:
    path = found() or install_from_debian() or install_from_playwright()
    if path is None:
        raise SystemExit("no Chromium: install it, or name it in the variable CHROMIUM")
    return path


if __name__ == "__main__":
    print(chromium())
