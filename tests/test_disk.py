from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tracker import disk
from tracker.disk import replace_text
from tracker.errors import InputError
from tracker.lock import locked


def test_a_file_is_replaced_with_its_mode_behind_its_link(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    (tmp_path / "link.yaml").symlink_to(path)

    replace_text(tmp_path / "link.yaml", b"old", b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.yaml").is_symlink()


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(b"other")

    with pytest.raises(InputError) as raised:
        replace_text(path, b"old", b"new")
    assert [problem.code for problem in raised.value.problems] == ["file-changed"]
    assert path.read_bytes() == b"other"


def test_a_file_that_somebody_else_is_writing_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(disk, "PATIENCE", 0.1)

    with locked(tmp_path / ".targets.yaml.lock", 0), pytest.raises(InputError) as raised:
        replace_text(path, b"old", b"new")
    assert [problem.code for problem in raised.value.problems] == ["file-busy"]


def test_who_waits_for_a_file_comes_in_turn(tmp_path: Path) -> None:
    counter, lock = tmp_path / "counter", tmp_path / ".lock"
    counter.write_text("0")

    def count(_: int) -> None:
        with locked(lock, 60):
            number = int(counter.read_text())
            counter.write_text(str(number + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(200)))
    assert counter.read_text() == "200"
    assert not lock.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(b"old")
    (tmp_path / ".targets.yaml.new").mkdir()

    with pytest.raises(InputError) as raised:
        replace_text(path, b"old", b"new")
    assert [problem.code for problem in raised.value.problems] == ["file-unwritable"]
