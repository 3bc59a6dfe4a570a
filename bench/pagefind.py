"""Pagefind over the same texts: one record for each target and each sentence."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.questions import Record
from bench.tab import Engine

HERE = Path(__file__).parent / "pagefind"
CACHE = Path(__file__).parent.parent / "_bench" / "pagefind"
PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Pagefind</title></html>'


def installed() -> Path:
    """The folder with the pinned version; made by npm once, and again when the pin changes."""
    pin = (HERE / "package.json").read_bytes()
    mark = CACHE / "package.json"
    if not (mark.exists() and mark.read_bytes() == pin and (CACHE / "node_modules").exists()):
        CACHE.mkdir(parents=True, exist_ok=True)
        mark.write_bytes(pin)
        quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(["npm", "install", *quiet], check=True, cwd=CACHE)
    shutil.copy(HERE / "index.mjs", CACHE)
    return CACHE


def indexed(records: Sequence[Record], folder: Path) -> Engine:
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, "utf-8")
    rows = folder / "records.jsonl"
    rows.write_text("".join(lines(records)), "utf-8")
    command = ["node", "index.mjs", str(rows), str(folder / "pagefind")]
    subprocess.run(command, check=True, cwd=installed())
    rows.unlink()
    return Engine("pagefind.js", folder, "index.html", (), "pagefind/pagefind.js")


def lines(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        row: dict[str, object] = {
            "url": record.address,
            "content": "\n".join(record.texts),
            "language": "zh",
        }
        if len(record.texts) > 1:
            row["meta"] = {"title": record.texts[0]}
        yield f"{json.dumps(row, ensure_ascii=False)}\n"


def version() -> str:
    pin: str = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]["pagefind"]
    return pin
