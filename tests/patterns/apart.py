"""Lets a component stand several times on one page, though on the pages of the site it does not."""

from __future__ import annotations

import re

from markupsafe import Markup

ID = re.compile(r' id="([^"]+)"')  # id="feedback"
REFERENCE = re.compile(r' ((?:id|for|aria-labelledby|aria-describedby)="|href="#)([^"]+)"')
NAMED = re.compile(r'(<nav\b[^>]*aria-label="|role="region" aria-label=")([^"]+)"')
SEARCH = re.compile(r'<form role="search"')  # a landmark that needs a name only beside another


def apart(html: str, number: int) -> Markup:
    """Its own ids, what refers to them, and the names of its landmarks get the state's number."""
    own = set(ID.findall(html))

    def renamed(found: re.Match[str]) -> str:
        names = (f"p{number}-{name}" if name in own else name for name in found[2].split())
        return f' {found[1]}{" ".join(names)}"'

    html = REFERENCE.sub(renamed, html)
    html = NAMED.sub(rf'\1\2（式样{number}）"', html)
    return Markup(SEARCH.sub(f'<form role="search" aria-label="搜索（式样{number}）"', html))
