"""Imports go one way: read, assess and render know `model` and `errors`, never each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TRACKER = Path(__file__).parent.parent / "tracker"
LAYERS = ("read", "assess", "render")
SHARED = {"tracker.model", "tracker.errors"}


def imports(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] == "tracker"}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_itself_and_what_is_shared(layer: str) -> None:
    for path in (TRACKER / layer).rglob("*.py"):
        foreign = {
            name for name in imports(path) - SHARED if not name.startswith(f"tracker.{layer}")
        }
        assert not foreign, f"{path.name} imports {foreign}"


def test_editing_knows_how_targets_are_read_and_no_more() -> None:
    for path in (TRACKER / "edit").rglob("*.py"):
        foreign = {
            name
            for name in imports(path) - SHARED
            if not name.startswith(("tracker.edit", "tracker.read"))
        }
        assert not foreign, f"{path.name} imports {foreign}"


def test_values_depend_on_nothing() -> None:
    assert imports(TRACKER / "errors.py") == set()
    assert imports(TRACKER / "model.py") == {"tracker.errors"}


def test_only_the_commands_print_and_only_disk_and_the_preview_write() -> None:
    writers = {"write_bytes", "write_text", "unlink", "rename", "rmtree", "mkdir"}
    for path in TRACKER.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        printed = [n for n in nodes if isinstance(n, ast.Name) and n.id == "print"]
        written = [n for n in nodes if isinstance(n, ast.Attribute) and n.attr in writers]
        assert not printed or path.name == "cli.py" or path.parent.name == "commands"
        assert not written or path.name == "disk.py"
