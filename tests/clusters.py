"""A real dask cluster on this machine: a scheduler, and workers that begin and end with a test."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.projects import ROOT

LOOPBACK = "127.0.0.1"
QUIET = ("--no-dashboard", "--host", LOOPBACK)
WORKER = ("--nthreads", "1", "--no-nanny")


@contextmanager
def scheduler(program: Path = ROOT) -> Iterator[str]:
    """Its address, as `--executor` takes it."""
    with socket.create_server((LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
    with running(program, "scheduler", "--port", str(port), "--no-show"):
        yield f"dask://{LOOPBACK}:{port}"


@contextmanager
def worker(address: str, program: Path = ROOT) -> Iterator[None]:
    with running(program, "worker", address.replace("dask:", "tcp:"), *WORKER):
        yield


@contextmanager
def running(program: Path, kind: str, *words: str) -> Iterator[None]:
    """As `dask KIND` with PYTHONPATH, in a folder where nothing of ours stands."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, *QUIET]
    environment = {**os.environ, "PYTHONPATH": str(program)}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(command, env=environment, cwd=folder, stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.kill()
            process.wait()
