"""Each editor's mistake in `tests/sites/invalid`: the message it gives, and the site left alone."""

from __future__ import annotations

import shutil
from contextlib import chdir, redirect_stderr, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import SITES, SMALL_DATE, inputs, small_project, tree
from tracker.cli import main
from tracker.errors import InputError
from tracker.messages import LANGUAGES
from tracker.pipeline import assess

MISTAKES = sorted(path.name for path in (SITES / "invalid").iterdir())
DATE = ["--date", SMALL_DATE.isoformat()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, for each mistake to start from a copy of its own."""
    project = small_project(tmp_path_factory.mktemp("built"))
    with chdir(project):
        assert main(["build", *DATE]) == 0
    return project


@pytest.fixture
def published(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(mistake: str, project: Path) -> None:
    """Applies the changes of `change.yaml` to a project."""
    changes = yaml.safe_load((SITES / "invalid" / mistake / "change.yaml").read_text("utf-8"))
    for change in changes:
        path = project / change["file"]
        if change.get("delete"):
            path.unlink()
            continue
        text = path.read_text("utf-8") if path.exists() else ""
        if "find" in change:
            assert change["find"] in text, f"nothing to change for {mistake}"
            text = text.replace(change["find"], change["replace"], 1)
        path.write_text(text, change.get("encoding", "utf-8"))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_explained_and_nothing_is_published(
    mistake: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(published / "_site")
    make(mistake, published)
    capsys.readouterr()

    for language in ("zh", "en"):
        expected = (SITES / "invalid" / mistake / f"{language}.txt").read_text("utf-8")
        assert main(["build", *DATE, "--lang", language]) == 1
        assert capsys.readouterr().err == expected
    assert main(["check", *DATE]) == 1
    assert tree(published / "_site") == before


SMALL = (SITES / "small" / "targets.yaml").read_text("utf-8")
SLIPS = st.sampled_from([*"：\t-[{\"“0万\n&*!|>#—。%@'],}\x00", "no", "2099", "- ", "  "])
SPOTS = st.integers(0, len(SMALL) - 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("slip"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(SPOTS, st.integers(0, 12), SLIPS), min_size=1, max_size=4))
def test_no_slip_ends_in_anything_but_problems(
    project: Path, slips: list[tuple[int, int, str]]
) -> None:
    text = SMALL
    for spot, dropped, typed in slips:
        text = text[:spot] + typed + text[spot + dropped :]
    (project / "targets.yaml").write_text(text, "utf-8")

    with suppress(InputError):
        assess(inputs(project), SMALL_DATE)


def rewrite() -> None:
    """Takes today's messages for the expected ones; read them before they are kept."""
    with TemporaryDirectory() as folder, chdir(folder):
        built = small_project(Path(folder) / "built")
        with chdir(built):
            main(["build", *DATE])
        for mistake in MISTAKES:
            project = Path(shutil.copytree(built, Path(folder) / mistake))
            make(mistake, project)
            with chdir(project):
                for language in LANGUAGES:
                    with redirect_stderr(StringIO()) as said:
                        assert main(["build", *DATE, "--lang", language]) == 1, mistake
                    expected = SITES / "invalid" / mistake / f"{language}.txt"
                    expected.write_text(said.getvalue(), "utf-8")


if __name__ == "__main__":
    rewrite()
