"""The committed tree as one file: the same commit gives the same bytes, in every clone."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tracker.compressed import gzipped

# What somebody may have set otherwise for himself, and what git then packs otherwise
SETTINGS = {"tar.umask": "0002", "core.autocrlf": "false", "core.eol": "lf"}


def archive(folder: Path, name: str) -> bytes:
    """Packed by git, compressed by us: gzip differs between systems."""
    options = ["--format=tar", f"--prefix={name}/", "HEAD"]
    return gzipped(git(folder, "archive", *options))


def changes(folder: Path) -> str:
    """What is not committed, as git lists it."""
    return git(folder, "status", "--porcelain").decode("utf-8")


def git(folder: Path, *words: str) -> bytes:
    settings = [word for pair in SETTINGS.items() for word in ("-c", "=".join(pair))]
    return subprocess.run(
        ["git", *settings, *words], cwd=folder, check=True, stdout=subprocess.PIPE
    ).stdout
