import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clusters import scheduler, worker
from tests.executing import fatal, named, once_fatal, refused
from tests.projects import ROOT
from tracker.cli import main
from tracker.errors import InputError, Problem, Where
from tracker.executors import HERE, PROCESSES, cluster, in_order, opened

ITEMS = range(12)
NAMES = [f"no. {item}" for item in ITEMS]
LONG = 60.0  # seconds until two workers must be there


def codes(raised: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize("address", [HERE, PROCESSES])
def test_results_come_in_the_order_of_the_items(address: str) -> None:
    with opened(address, len(ITEMS), "no. ") as executor:
        found = list(executor.map(named, ITEMS))

    assert [name for _, name in found] == NAMES


def test_one_item_is_done_in_this_process() -> None:
    with opened(None, 1, "no. ") as executor:
        assert list(executor.map(named, [1])) == [(os.getpid(), "no. 1")]


def test_processes_share_the_work() -> None:
    """Of a busy machine the second worker may begin late."""
    items = range(1_000)
    wanted, workers = min(len(os.sched_getaffinity(0)), len(items)), set[int]()
    with opened(PROCESSES, len(items), "no. ") as executor:
        for pid, _ in executor.map(named, items):
            workers.add(pid)
            if len(workers) == wanted:
                break

    assert len(workers) == wanted


def test_a_process_with_threads_is_not_forked() -> None:
    """Its workers would wait for ever for a lock that no thread of theirs gives back."""
    lock, done = threading.Lock(), threading.Event()

    def held() -> None:
        with lock:
            done.wait()

    thread = threading.Thread(target=held)
    thread.start()
    try:
        with opened(PROCESSES, 2, "no. ") as executor:
            found = [name for _, name in executor.map(named, [0, 1])]
    finally:
        done.set()
        thread.join()
    assert found == NAMES[:2]


@pytest.mark.parametrize("address", [HERE, PROCESSES])
def test_problems_come_back_as_they_were(address: str) -> None:
    with pytest.raises(InputError) as raised, opened(address, len(ITEMS), "roads") as executor:
        list(executor.map(refused, ITEMS))

    assert raised.value.problems == (Problem(Where("a.yaml", 3, 1), "id-gone", {"id": "roads"}),)
    assert raised.value.texts == {"a.yaml": "- id"}


def test_a_process_that_dies_is_a_problem_to_be_told() -> None:
    with pytest.raises(InputError) as raised, opened(PROCESSES, 2, "") as executor:
        list(executor.map(fatal, ITEMS))

    assert codes(raised) == ["worker-died"]


def test_few_results_wait_in_memory() -> None:
    made: list[int] = []

    class Now:
        def __init__(self, item: int) -> None:
            made.append(item)
            self.item = item

        def result(self) -> int:
            return self.item

        def cancel(self) -> None:
            made.remove(self.item)

    results = in_order(Now, range(100), 4)

    assert [next(results), next(results)] == [0, 1]
    assert made == [0, 1, 2, 3, 4]
    results.close()  # type: ignore[attr-defined]
    assert made == [0, 1]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_process(end: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.executing", str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + LONG
    while len(workers := list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)

    process.send_signal(end)
    _, told = process.communicate(timeout=LONG)

    assert len(workers) == 2
    assert told.count("Traceback") == (end == signal.SIGINT)
    while any(is_running(int(path.name)) for path in workers):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


# --- a cluster ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with scheduler() as address:
        yield address


@pytest.mark.parametrize("written", ["ssh://host:1", "dask://host", "dask://host:port", "threads"])
def test_what_is_no_executor_is_wrong_usage(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--executor", written]) == 2
    assert written in capsys.readouterr().err


def test_an_address_where_no_scheduler_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one waited for that never says a word."""
    monkeypatch.setattr(cluster, "ANSWER", 0.3)

    with socket.create_server(("127.0.0.1", 0)) as silent:
        for port in (1, silent.getsockname()[1], 99999):
            with pytest.raises(InputError) as raised, opened(f"dask://127.0.0.1:{port}", 2, ""):
                pass
            assert codes(raised) == ["executor-silent"]


def test_a_build_is_not_done_by_others_than_were_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    monkeypatch.chdir(tmp_path)
    main(["archive-demo", "12", "--output", "many"])
    inputs = ["--content", "many/content", "--targets", "many/targets.yaml"]
    words = ["--templates", str(ROOT / "templates"), "--date", "2099-11-30", "--lang", "en"]

    assert main(["build", *inputs, *words, "--executor", "dask://127.0.0.1:1"]) == 1
    assert "executor-silent" in capsys.readouterr().err
    assert not (tmp_path / "_site").exists()


def test_a_worker_with_another_program_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each alone at the scheduler, which is started before."""
    for folder in ("tracker", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "tracker/model.py").open("a", encoding="utf-8") as code:
        code.write("# another\n")
    with worker(address, tmp_path):
        workers_at(address, 1)
        with pytest.raises(InputError) as raised, opened(address, 2, ""):
            pass
    assert codes(raised) == ["executor-differs"]
    assert raised.value.problems[0].where.path.startswith("tcp://127.0.0.1:")
    assert [word.split()[0] for word in raised.value.problems[0].details["found"]] == ["tracker"]

    workers_at(address, 0)
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    with pytest.raises(InputError) as raised, opened(address, 2, ""):
        pass
    assert codes(raised) == ["executor-alone"]


def test_two_workers_share_the_work_and_the_loss_of_one_is_made_good(
    address: str, tmp_path: Path
) -> None:
    with worker(address), worker(address):
        workers_at(address, 2)
        with opened(address, len(ITEMS), "no. ") as executor:
            found = list(executor.map(named, ITEMS))
        with pytest.raises(InputError) as raised, opened(address, len(ITEMS), "") as executor:
            list(executor.map(refused, ITEMS))
        with opened(address, len(ITEMS), str(tmp_path / "killed")) as executor:
            after = list(executor.map(once_fatal, ITEMS))

    assert [name for _, name in found] == NAMES
    assert len({pid for pid, _ in found} - {os.getpid()}) == 2
    assert codes(raised) == ["id-gone"]
    assert after == list(ITEMS)
    assert (tmp_path / "killed").exists()


def workers_at(address: str, count: int) -> None:
    from distributed import Client

    with Client(address.replace("dask:", "tcp:"), timeout=LONG, set_as_default=False) as client:
        deadline = time.monotonic() + LONG
        while len(client.scheduler_info()["workers"]) != count:
            assert time.monotonic() < deadline
            time.sleep(0.05)
