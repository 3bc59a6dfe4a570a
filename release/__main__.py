"""`python -m release`: the files of a release, into dist/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from hashlib import sha256

from release.archive import archive, changes
from release.pinned import ROOT, pinned
from release.sbom import sbom

DIST = ROOT / "dist"
SUMS = "sha256sums.txt"


def main() -> int:
    if uncommitted := changes(ROOT):
        print(f"commit or remove first, as a release is of a commit:\n{uncommitted}", end="")
        return 1
    files = release_files()
    DIST.mkdir(exist_ok=True)
    for name, data in files.items():
        (DIST / name).write_bytes(data)
        print(f"dist/{name}: {len(data):,} bytes")
    return 0


def release_files() -> dict[str, bytes]:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    name = f"duixian-{version}"
    files = {
        f"{name}.tar.gz": archive(ROOT, name),
        f"{name}.cdx.json": sbom(version, pinned("site")),
    }
    return {**files, SUMS: sums(files)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads them."""
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode("utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
