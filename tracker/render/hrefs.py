"""Which links can do no harm."""

from __future__ import annotations

import re

from tracker.lazy import regex
from tracker.web_addresses import is_web_address

SCHEME = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# mailto:editors@example.org?subject=x; a line break would add a header to the mail
MAIL = regex(r"mailto:[^@\s]+@(?:(?!%0[AaDd])\S)+", re.IGNORECASE)


def is_safe(url: str) -> bool:
    """http, https, mailto, or relative to the site."""
    if SCHEME.match(url):
        return is_web_address(url) or bool(MAIL.fullmatch(url))
    return is_own(url)


def is_own(url: str) -> bool:
    """Whether it stays on the site."""
    return not SCHEME.match(url) and not url.startswith("//")


def is_external(url: str) -> bool:
    return bool(re.match(r"https?:", url, re.IGNORECASE))
