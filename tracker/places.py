"""Where a site goes: a folder of this machine, or an address of a store of files."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from tracker.lazy import regex

STORE = regex(r"(?P<scheme>[A-Za-z][\w.+-]+)://(?P<rest>.*[^/].*)")  # s3://bucket/prefix
NEARLY = regex(r"[A-Za-z][\w.+-]+[:：]/?/?(?!\\).*")  # s3:/bucket, but not C:\site
SECRET = regex(r"(?<=://)[^/]*(?=@)")  # sftp://editor:secret@host/site


class Address(Struct, frozen=True):
    scheme: str
    rest: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.rest}"

    @property
    def name(self) -> str:
        """One that a folder may have, and no other address."""
        return f"{self.scheme}-{sha256(self.url.encode()).hexdigest()[:12]}"

    def as_posix(self) -> str:
        """As it may be shown, like a path."""
        return SECRET.sub("…", self.url)

    def __truediv__(self, name: str) -> Address:
        return Address(self.scheme, f"{self.rest}/{name}")


def place_of(written: str) -> Path | Address:
    """Raises `ValueError` for what is neither, but was to be an address."""
    if match := STORE.fullmatch(written.strip()):
        scheme, rest = match["scheme"].lower(), match["rest"].rstrip("/")
        return local(rest) if scheme == "file" else Address(scheme, rest)
    if NEARLY.fullmatch(written.strip()):
        raise ValueError(written)
    return Path(written)


def folder_of(written: str) -> Path:
    """Raises `ValueError` for an address."""
    found = place_of(written)
    if isinstance(found, Address):
        raise ValueError(written)
    return found


def local(rest: str) -> Path:
    """That of file:///srv/site, file://localhost/srv/site, file:///C:/site."""
    from urllib.request import url2pathname

    host, slash, path = rest.partition("/")
    if host not in ("", "localhost") or not slash:
        raise ValueError(rest)
    return Path(url2pathname(f"/{path}"))
