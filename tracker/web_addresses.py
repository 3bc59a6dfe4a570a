"""Which addresses a page may lead to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tracker.lazy import regex

# https://例子.example.org:8443/a?b#c; no user name, nothing that browsers read as something else
ADDRESS = regex(
    r"https?://(?!\.)[^\s/?#\\@:<>\"'`{|}^%\[\]]+(?::[0-9]{1,5})?(?:[/?#][^\s\\<>\"`]*)?",
    re.IGNORECASE,
)
USER = regex(r"(?<=://)[^\s/?#\\]*@")  # editor:secret@ of https://editor:secret@example.org


def is_web_address(text: str) -> bool:
    if not ADDRESS.fullmatch(text):
        return False
    try:
        address = urlsplit(text)  # refuses hosts that hide a slash: example.org／path
        return bool(address.hostname) and address.port != 0
    except ValueError:  # also of a port beyond 65535
        return False
