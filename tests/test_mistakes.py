"""Each editor's mistake in `tests/sites/invalid`: the message it gives, and the site left alone.

In `tests/sites/remarks` stands what a check remarks and a build lets pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout, suppress
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
REMARKS = sorted(path.name for path in (SITES / "remarks").iterdir())  # named by their codes
DATE = ["--date", SMALL_DATE.isoformat()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, to be left by each mistake as it was."""
    project = small_project(tmp_path_factory.mktemp("built"))
    with chdir(project):
        assert main(["build", *DATE]) == 0
    return project


def changes_of(case: Path) -> list[dict[str, str]]:
    """`change.yaml`: in each file what is found is replaced, or the whole is."""
    text = (case / "change.yaml").read_text("utf-8")
    changes: list[dict[str, str]] = yaml.safe_load(text)
    return changes


def changed(text: str, change: dict[str, str]) -> str:
    if "every" in change:
        return text.replace(change["every"], change["with"])
    if "find" not in change:
        return change.get("text", text)
    assert change["find"] in text, f"nothing to change in {change['file']}"
    return text.replace(change["find"], change["replace"], 1)


@contextmanager
def made(case: Path, project: Path) -> Iterator[None]:
    """The project with the mistake, and as it was again."""
    before: dict[Path, bytes | None] = {}
    for change in changes_of(case):
        path = project / change["file"]
        before.setdefault(path, path.read_bytes() if path.exists() else None)
        if change.get("delete"):
            path.unlink()
            continue
        text = path.read_text("utf-8") if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed(text, change), change.get("encoding", "utf-8"))
    try:
        with chdir(project):
            yield
    finally:
        for path, data in before.items():
            path.unlink(missing_ok=True)
            if data is not None:
                path.write_bytes(data)
            for folder in path.parents:
                if not any(folder.iterdir()):
                    folder.rmdir()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_explained_and_nothing_is_published(
    mistake: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(built / "_site")
    capsys.readouterr()

    case = SITES / "invalid" / mistake
    with made(case, built):
        for language in LANGUAGES:
            expected = (case / f"{language}.txt").read_text("utf-8")
            assert main(["build", *DATE, "--lang", language]) == 1
            assert capsys.readouterr().err == expected
    assert tree(built / "_site") == before


@pytest.mark.parametrize("code", REMARKS)
def test_a_remark_is_made_and_the_check_passes(code: str, built: Path) -> None:
    case = SITES / "remarks" / code
    with made(case, built):
        for language in LANGUAGES:
            assert remark(code, language) == (case / f"{language}.txt").read_text("utf-8")


def remark(code: str, language: str) -> str:
    """What a check says of the first problem of that kind."""
    with redirect_stdout(StringIO()) as said:
        assert main(["check", *DATE, "--lang", language]) == 0
    blocks = re.split(r"\n(?! {4})", said.getvalue())
    return next(block for block in blocks if f" [{code}]\n" in block) + "\n"


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
    with TemporaryDirectory() as folder:
        project = small_project(Path(folder))
        with chdir(project):
            main(["build", *DATE])
        for mistake in MISTAKES:
            case = SITES / "invalid" / mistake
            with made(case, project):
                for language in LANGUAGES:
                    with redirect_stderr(StringIO()) as said:
                        assert main(["build", *DATE, "--lang", language]) == 1, mistake
                    (case / f"{language}.txt").write_text(said.getvalue(), "utf-8")
        for code in REMARKS:
            case = SITES / "remarks" / code
            with made(case, project):
                for language in LANGUAGES:
                    (case / f"{language}.txt").write_text(remark(code, language), "utf-8")


if __name__ == "__main__":
    rewrite()
