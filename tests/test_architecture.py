"""Imports go one way: what stands lower knows nothing of what stands higher."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

TRACKER = Path(__file__).parent.parent / "tracker"
# Folder → what else of ours it may import, besides what all share
LAYERS: dict[str, set[str]] = {
    "read": set(),
    "assess": set(),
    "render": set(),
    "messages": set(),
    "demo": {"output"},
    "edit": {"read"},
    "texts": {"read"},
    "schema": {"read", "render"},
    "sheets": {"read", "assess", "render", "schema", "pipeline", "edit", "draft"},
    "preview": {"read", "pipeline", "messages", "diagnostics", "target_files", "manifest"},
    "executors": {"provenance"},
}
SHARED = {"beside", "model", "errors", "characters", "web_addresses", "keys", "inputs", "lazy"}


def imports(path: Path) -> set[str]:
    """Modules and folders right below `tracker`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "tracker":
            found |= {f"tracker.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name.split(".")[1] for name in found if name.startswith("tracker.")}


def part_of(path: Path) -> str:
    return path.relative_to(TRACKER).parts[0].removesuffix(".py")


def test_every_folder_has_its_place() -> None:
    folders = {path.name for path in TRACKER.iterdir() if (path / "__init__.py").exists()}
    assert folders == {*LAYERS, "commands"}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_itself_and_what_is_below_it(layer: str) -> None:
    for path in (TRACKER / layer).rglob("*.py"):
        foreign = imports(path) - SHARED - LAYERS[layer] - {layer}
        assert not foreign, f"{path.name} imports {foreign}"


def test_nothing_imports_what_imports_it() -> None:
    graph: dict[str, set[str]] = {}
    for path in TRACKER.rglob("*.py"):
        own = part_of(path)
        graph.setdefault(own, set()).update(imports(path) - {own})
    TopologicalSorter(graph).prepare()  # raises `CycleError`


def test_only_the_command_line_imports_commands() -> None:
    users = {part_of(path) for path in TRACKER.rglob("*.py") if "commands" in imports(path)}
    assert users <= {"cli", "commands", "usage"}


def test_values_depend_on_nothing() -> None:
    assert imports(TRACKER / "errors.py") == set()
    assert imports(TRACKER / "lazy.py") == {"beside"}
    assert imports(TRACKER / "web_addresses.py") == {"lazy"}
    assert imports(TRACKER / "characters.py") == {"errors", "lazy"}
    assert imports(TRACKER / "model.py") == {"errors"}


def test_only_the_commands_print_and_only_disk_and_publish_write() -> None:
    writers = {"write_bytes", "write_text", "unlink", "rename", "rmtree", "mkdir", "rmdir", "chmod"}
    may_write = {"beside.py", "disk.py", "lock.py", "publish.py", "memo.py", "cache.py"}
    for path in TRACKER.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        printed = [n for n in nodes if isinstance(n, ast.Name) and n.id == "print"]
        written = [n for n in nodes if isinstance(n, ast.Attribute) and n.attr in writers]
        assert not printed or path.name == "cli.py" or path.parent.name == "commands"
        assert not written or path.name in may_write
