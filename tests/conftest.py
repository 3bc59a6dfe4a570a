"""Machines are shared and noisy: no test is judged by its time, and CI draws the same examples."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def kept_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[ModuleType], Path]:
    """The folder, still empty, of what is kept beside a module."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def made(module: ModuleType) -> Path:
        folder = Path(cache_from_source(str(module.__file__))).parent
        folder.mkdir(parents=True)
        return folder

    return made
