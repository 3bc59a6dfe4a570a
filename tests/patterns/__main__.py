"""Writes the pattern page into `_patterns/`."""

from __future__ import annotations

from tests.patterns.page import files
from tests.projects import ROOT
from tracker.publish import publish

OUTPUT = ROOT / "_patterns"


def main() -> None:
    publish(files(), OUTPUT)
    print(f"{OUTPUT.name}/index.html")


if __name__ == "__main__":
    main()
