"""Seconds to write the files of a site, which are in memory already: no build can be faster.

`python -m bench.floor SITE FOLDER`
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path


def main(site: str, folder: str) -> None:
    root = Path(site)
    paths = (path for path in root.rglob("*") if path.is_file())
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    start = time.perf_counter()
    write(files, folder)
    print(time.perf_counter() - start)


def write(files: Mapping[str, bytes], folder: str) -> None:
    for name in sorted({os.path.dirname(path) for path in files}):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    for path, data in files.items():
        handle = os.open(os.path.join(folder, path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, data)
        os.close(handle)


if __name__ == "__main__":
    main(*sys.argv[1:])
