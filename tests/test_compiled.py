"""Templates are compiled once, and again when they, or what compiles them, have changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tracker.errors import InputError
from tracker.render import compiled
from tracker.render.templates import Templates


@pytest.fixture(autouse=True)
def folder(kept_beside: Callable[[ModuleType], Path]) -> Path:
    return kept_beside(compiled)


def filled(source: str, folder: str = "templates") -> str:
    return Templates(Path(folder), [("pages/a.html", source)]).fill("pages/a.html", page=1).decode()


def test_a_template_is_compiled_once(folder: Path) -> None:
    filled("{{ page }}")
    kept = folder / "pages-a.html.template"
    first = kept.stat().st_ino

    assert filled("{{ page }}") == "1"
    assert kept.stat().st_ino == first


def test_a_template_that_has_changed_is_compiled_anew() -> None:
    assert filled("{{ page }}") == "1"
    assert filled("{{ page + 1 }}") == "2"


def test_code_cut_short_is_as_good_as_none(folder: Path) -> None:
    filled("{{ page }}")
    kept = folder / "pages-a.html.template"
    kept.write_bytes(kept.read_bytes()[:-9])

    assert filled("{{ page }}") == "1"


def test_a_mistake_is_told_of_the_folder_at_hand_whichever_it_was_compiled_in() -> None:
    for name in ("here", "there"):
        with pytest.raises(InputError) as raised:
            filled("\n{{ page.nothing }}", name)
        where = raised.value.problems[0].where
        assert (where.path, where.line) == (f"{name}/pages/a.html", 2)


def test_a_program_that_may_not_be_written_to_compiles_each_time(folder: Path) -> None:
    folder.rmdir()

    assert filled("{{ page }}") == "1"
