"""`python -m release.audit [ADVISORIES]`: known vulnerabilities of the pinned packages.

Without a network, from a clone of the PyPA's advisory database.

Exits 0 where none is known, 1 where one is, and 3 where the database could not be asked of each
package: that nothing was found then says nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from release.advisories import known_in
from release.pinned import REQUIREMENTS, pinned

NONE_KNOWN, SOME_KNOWN, NOT_ASKED = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Findings:
    asked: frozenset[str]
    not_asked: frozenset[str]
    known: tuple[str, ...]  # one line each


def main(advisories: Path | None) -> int:
    report = (
        findings(audited(REQUIREMENTS.glob("*.txt"))) if not advisories else found_in(advisories)
    )
    code, words = verdict(report)
    print(words)
    return code


def found_in(advisories: Path) -> Findings:
    pins = {pin for path in REQUIREMENTS.glob("*.txt") for pin in pinned(path.stem)}
    names = frozenset(pin.name for pin in pins)
    if not (advisories / "vulns").is_dir():
        return Findings(frozenset(), names, ())
    known = sorted(
        line(pin.name, pin.version, name, fixes) for pin, name, fixes in known_in(advisories, pins)
    )
    return Findings(names, frozenset(), tuple(known))


def line(name: str, version: str, vulnerability: str, fixes: Iterable[str]) -> str:
    return f"{name} {version}: {vulnerability}, mended in {', '.join(fixes) or 'no version yet'}"


def audited(files: Iterable[Path]) -> str:
    """pip-audit's report, empty where it was cut off from its database."""
    named = [word for path in sorted(files) for word in ("-r", str(path))]
    options = ["--disable-pip", "--progress-spinner=off", "--format=json", "--desc=off"]
    command = [sys.executable, "-m", "pip_audit", *options, *named]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def findings(report: str) -> Findings:
    """A package that the database did not answer for is reported as skipped, not as an error."""
    rows = json.loads(report)["dependencies"] if report.strip() else []
    return Findings(
        asked=frozenset(row["name"] for row in rows if "skip_reason" not in row),
        not_asked=frozenset(row["name"] for row in rows if "skip_reason" in row),
        known=tuple(
            line(row["name"], row["version"], found["id"], found["fix_versions"])
            for row in rows
            for found in row.get("vulns", ())
        ),
    )


def verdict(found: Findings) -> tuple[int, str]:
    if not found.asked:
        return NOT_ASKED, "no database was reached: nothing is known of any package"
    if found.known:
        return SOME_KNOWN, "\n".join(found.known)
    if found.not_asked:
        return NOT_ASKED, f"the database did not answer for {', '.join(sorted(found.not_asked))}"
    return NONE_KNOWN, f"no vulnerability is known of {len(found.asked)} packages"


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
