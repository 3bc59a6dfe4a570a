"""Bytes → text, with the slips that editors' programs make."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from tracker.characters import unfit_in
from tracker.errors import Problem, Where, unreadable
from tracker.lazy import regex
from tracker.read.limits import LARGEST_FILE, LARGEST_TEXT

BOM = "\ufeff"
LEAST = 200  # Chinese characters of the shortest report
CHINESE = regex(r"[\u4e00-\u9fff]")
# what no other kind of text has so many of
REPORT_WORDS = regex(r"政府|工作|发展|建设|推进|代表|人民|经济|增长|今年|加强|实施")
KNOWN_DAMAGE = "\ufeff\ufffd\u200b"
LINE_END = regex(r"\r\n?|\n")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def lines_in(text: str) -> list[str]:
    """As an editor counts them: Python's `splitlines` ends one at U+2028 and the like too."""
    lines = LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def read_text(
    path: Path, shown: str, problems: list[Problem], largest: int = LARGEST_TEXT
) -> str | None:
    """The file's text with its line ends as they are; None, and a problem, where it has none."""
    data = read_bytes(path, shown, problems, largest)
    return None if data is None else text_of(data, shown, problems)


def text_of(data: bytes, shown: str, problems: list[Problem]) -> str | None:
    text = decoded(data, shown, problems)
    if text is None:
        return None
    text = text.removeprefix(BOM)
    found = list(unfit_in(text, shown))
    problems += found
    return None if found else text


def decoded(data: bytes, shown: str, problems: list[Problem]) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        code = "utf16" if data.startswith(UTF16) else "not-utf8"
        problems.append(Problem(Where(shown, line), code))
        return None


def read_bytes(
    path: Path, shown: str, problems: list[Problem], largest: int = LARGEST_FILE
) -> bytes | None:
    """The file, unless it has more than `largest` bytes."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a pipe would be waited for without end
            problems.append(Problem(Where(shown), "not-a-file"))
        elif status.st_size > largest:
            details = {"size": megabytes(status.st_size), "largest": megabytes(largest)}
            problems.append(Problem(Where(shown), "file-too-large", details))
        else:
            return path.read_bytes()
    except OSError as error:
        problems.append(unreadable(shown, error))
    return None


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")


def read_any_text(path: Path, shown: str, problems: list[Problem]) -> str | None:
    """The text of somebody else's report in whatever encoding; None, and a problem, without one."""
    data = read_bytes(path, shown, problems)
    if data is None:
        return None
    text = decode(data)
    if code := flaw_of(data, text):
        problems.append(Problem(Where(shown), code))
        return None
    return text


def decode(data: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark, or GB18030; a few broken bytes do not spoil the rest."""
    if data.startswith(UTF16):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        pass
    damaged = (data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030"))
    best = min(damaged, key=lambda text: text.count("\ufffd"))
    return best.removeprefix(BOM) if best.count("\ufffd") * 50 <= len(best) else None


def flaw_of(data: bytes, text: str | None) -> str:
    """The code of what keeps it from being a report; empty where nothing does."""
    if text is None:
        return "file-binary"
    if not data.strip() or not text.strip():
        return "file-empty"
    sample = text[:200_000]
    unprintable = sum(not (c.isprintable() or c.isspace() or c in KNOWN_DAMAGE) for c in sample)
    if unprintable > len(sample) // 20:
        return "file-binary"
    if len(CHINESE.findall(sample)) < LEAST or len(REPORT_WORDS.findall(sample)) < LEAST // 20:
        return "not-a-report"
    return ""
