"""Coverage-guided fuzzing of every reader: `make fuzz`, `python -m tests.fuzz NAME COUNT`.

Starts from `corpus/NAME` and keeps what reaches new code in `_fuzz/NAME`; an input that breaks
what must hold is left in `_fuzz/NAME-findings`, one for each place in the code.
`python -m tests.fuzz keep NAME` takes the smallest of the former into `corpus/NAME`.
"""

from __future__ import annotations

import subprocess
import sys
import traceback
from importlib.util import find_spec
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GROWN = ROOT / "_fuzz"
MEMORY = 2000  # megabytes
PATIENCE = 10  # seconds for one input,
PATIENCE_OF_SITE = 120  # and for one that is built into all pages of a site, on a busy machine
MOST_KEPT = 70  # inputs of a kind
LONGEST_KEPT = 4000  # characters of one
SHARES = {"targets": 50, "page": 16, "report": 14, "ledger": 16, "site": 4}  # percent of the inputs
ABSENT = "The fuzzer runs on Linux alone (x86-64, Python 3.11 to 3.13): atheris is not installed."


def main(words: list[str]) -> int:
    if not find_spec("atheris"):
        print(ABSENT, file=sys.stderr)
        return 1
    match words:
        case ["keep", name]:
            return keep(name)
        case ["run", name, *options]:
            return fuzz(name, options)
        case [name, count]:
            return started(name, int(count))
        case _:
            return max(
                started(name, int(words[0]) * share // 100) for name, share in SHARES.items()
            )


def started(name: str, count: int) -> int:
    print(f"--- {name}: {count} inputs", flush=True)
    folders = [GROWN / name, HERE / "corpus" / name]
    GROWN.joinpath(name).mkdir(parents=True, exist_ok=True)
    code = fuzzer(name, [f"-runs={count}", "-print_final_stats=1", *map(str, folders)])
    return code or any(findings_of(name).iterdir())


def findings_of(name: str) -> Path:
    folder = GROWN / f"{name}-findings"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(name: str) -> int:
    """The smallest of those that reached new code, as text."""
    found = sorted((GROWN / name).iterdir(), key=lambda path: (path.stat().st_size, path.name))
    for path in found[:MOST_KEPT]:
        text = path.read_bytes().decode("utf-8", errors="replace")
        if len(text) <= LONGEST_KEPT:
            (HERE / "corpus" / name / path.name[:12]).write_text(text, "utf-8", newline="")
    return 0


def fuzzer(name: str, options: list[str]) -> int:
    """In a process of its own: it ends the one it runs in."""
    command = [sys.executable, "-m", "tests.fuzz", "run", name, *options]
    return subprocess.run(command, cwd=ROOT).returncode


def fuzz(name: str, options: list[str]) -> int:
    import atheris

    with atheris.instrument_imports(include=["tracker"], enable_loader_override=False):
        from tests.fuzz.mutation import mutated
        from tests.fuzz.oracle import usual as baseline
        from tests.fuzz.subjects import SUBJECTS, kept

        baseline()
        kept()  # built once, not within the first input's time

    def change(data: bytes, size: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.1:
            return bytes(atheris.Mutate(data, size))
        text = mutated(data.decode("utf-8", errors="replace"), random)
        return text.encode("utf-8", errors="replace")[:size]

    def subject(data: bytes) -> None:
        try:
            SUBJECTS[name](data)
        except Exception as error:
            note(data, error, findings)

    findings = findings_of(name)
    patience = PATIENCE_OF_SITE if name == "site" else PATIENCE
    bounds = [f"-timeout={patience}", f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={findings}/"]
    usual = ["-max_len=40000", "-len_control=0", "-reload=0"]
    atheris.Setup(["fuzz", *bounds, *usual, *options], subject, custom_mutator=change)
    atheris.Fuzz()
    return 0


def note(data: bytes, error: Exception, findings: Path) -> None:
    """The first of its kind is kept; the run goes on."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if "tracker" in one.filename or "oracle" in one.filename]
    last = own[-1]
    kind = f"{type(error).__name__}-{Path(last.filename).stem}-{last.name}-{last.lineno}"
    path = findings / kind
    if not path.exists():
        path.write_bytes(data)
        print(f"FINDING {kind}: {str(error)[:300]}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
