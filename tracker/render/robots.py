"""What search engines are told."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from tracker.model import Site


def files(site: Site, pages: Iterable[str]) -> dict[str, bytes]:
    """A sitemap needs absolute addresses, so a site without an address has none."""
    robots = "User-agent: *\nAllow: /\n"
    if not site.address:
        return {"robots.txt": robots.encode()}
    base = site.address.rstrip("/")
    urls = "".join(f"<url><loc>{escape(f'{base}/{page}')}</loc></url>\n" for page in pages)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{urls}</urlset>\n"
    )
    robots += f"Sitemap: {base}/sitemap.xml\n"
    return {"robots.txt": robots.encode(), "sitemap.xml": sitemap.encode()}
