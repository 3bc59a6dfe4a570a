"""What search engines are told."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tracker.model import Site

SITEMAP = "sitemap.xml"
MOST = 50_000  # addresses in one sitemap, by its format
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def files(site: Site, pages: Iterable[str]) -> dict[str, bytes]:
    """A sitemap needs absolute addresses, so a site without an address has none."""
    robots = "User-agent: *\nAllow: /\n"
    if not site.address:
        return {"robots.txt": robots.encode()}
    base = site.address.rstrip("/")
    robots += f"Sitemap: {base}/{SITEMAP}\n"
    return {"robots.txt": robots.encode(), **sitemaps(base, list(pages))}


def sitemaps(base: str, pages: list[str], most: int = MOST) -> dict[str, bytes]:
    """One, or one that lists as many as the addresses need."""
    if len(pages) <= most:
        return {SITEMAP: _listed("urlset", "url", base, pages)}
    parts = {
        f"sitemap-{start // most + 1}.xml": pages[start : start + most]
        for start in range(0, len(pages), most)
    }
    written = {name: _listed("urlset", "url", base, own) for name, own in parts.items()}
    return {SITEMAP: _listed("sitemapindex", "sitemap", base, parts), **written}


def _listed(root: str, item: str, base: str, paths: Iterable[str]) -> bytes:
    addresses = (escape(f"{base}/{path}", quote=False) for path in paths)
    listed = "".join(f"<{item}><loc>{address}</loc></{item}>\n" for address in addresses)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {NAMESPACE}>\n{listed}</{root}>\n'
    ).encode()
