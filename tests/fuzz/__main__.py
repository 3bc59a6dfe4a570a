"""Coverage-guided fuzzing of every reader: `make fuzz`, `python -m tests.fuzz NAME COUNT`.

Starts from `corpus/NAME` and keeps what reaches new code in `_fuzz/NAME`; an input that breaks
what must hold is left in `_fuzz/NAME-findings`, one for each place in the code.
`python -m tests.fuzz keep NAME` takes the smallest inputs that reach as much into `corpus/NAME`.
"""

from __future__ import annotations

import subprocess
import sys
import traceback
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GROWN = ROOT / "_fuzz"
MEMORY = 2000  # megabytes
PATIENCE = 10  # seconds for one input
SHARES = {"targets": 50, "page": 16, "report": 14, "ledger": 16, "site": 4}  # percent of the inputs


def main(words: list[str]) -> int:
    if words[:1] == ["keep"]:
        return keep(words[1])
    if len(words) == 2:
        return fuzz(words[0], int(words[1]))
    count = int(words[0])
    return max(started(name, count * share // 100) for name, share in SHARES.items())


def started(name: str, count: int) -> int:
    """In a process of its own: the fuzzer ends the one it runs in."""
    print(f"--- {name}: {count} inputs", flush=True)
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, str(count)], cwd=ROOT
    ).returncode


def keep(name: str) -> int:
    corpus = HERE / "corpus" / name
    command = [sys.executable, "-m", "tests.fuzz", name, "0", "-merge=1", str(corpus)]
    return subprocess.run([*command, str(GROWN / name)], cwd=ROOT).returncode


def fuzz(name: str, count: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["tracker"], enable_loader_override=False):
        from tests.fuzz.mutation import mutated
        from tests.fuzz.oracle import usual
        from tests.fuzz.subjects import SUBJECTS, kept

        usual(), kept()  # built once, not within the first input's time

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

    grown, findings = GROWN / name, GROWN / f"{name}-findings"
    for folder in (grown, findings):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        "fuzz", f"-runs={count}", f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={findings}/", "-max_len=40000", "-len_control=0",
        "-print_final_stats=1", "-reload=0", str(grown), str(HERE / "corpus" / name),
    ]  # fmt: skip
    atheris.Setup(options, subject, custom_mutator=change)
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
