"""Programs that tests run beside Chromium: the system's, else Debian's packages when root."""

from __future__ import annotations

import shutil

from tests.browser.chromium import install_packages

PACKAGES = {
    "nginx": "nginx-light",
    "caddy": "caddy",
    "wrk": "wrk",
    "soffice": "libreoffice-calc-nogui",
}


def program(name: str) -> str:
    """Its path; a test that cannot have it fails and says what to install."""
    path = found(name)
    assert path, f"no {name}: install it (Debian's package is {PACKAGES[name]})"
    return path


def found(name: str) -> str | None:
    # Debian keeps nginx where only root's search path leads
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def install_missing() -> None:
    if missing := [package for name, package in PACKAGES.items() if not found(name)]:
        install_packages(missing)


if __name__ == "__main__":
    install_missing()
    for name in PACKAGES:
        print(found(name) or f"no {name}")
