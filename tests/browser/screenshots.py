"""Pictures to look at, in `_screenshots/`: the built site, the patterns, one for the README."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium, flags
from tests.projects import ROOT

SITE = ROOT / "_site"
OUTPUT = ROOT / "_screenshots"
README_PICTURE = ROOT / "docs" / "screenshot.png"
PAGES = {
    "home": "index.html",
    "report": "report/yuncheng-2023.html",
    "printed": "report/yuncheng-2023-printed.html",
    "targets": "targets.html",
    "target-with-data": "targets/investment-signed.html",
    "target-without": "targets/charging-piles-per-township.html",
    "target-milestone": "targets/idiom-garden.html",
    "overview": "overview.html",
    "deadlines": "deadlines.html",
    "updates": "updates.html",
    "agency": "agencies/agriculture.html",
    "coverage": "coverage.html",
    "search": "search.html?q=28万亩",
    "place": "places/wanrong.html",
    "status": "status/overdue.html",
    "method": "method.html",
    "editing": "editing.html",
    "data": "data.html",
}
PATTERNS = ROOT / "_patterns" / "index.html"
SIZES = {360: 740, 1280: 900}
TALLEST = 3000
LIGHT, DARK, FORCED = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
)


def picture(
    browser: Browser, page: str, file: Path, width: int, scheme: str, *, whole: bool
) -> None:
    path, _, query = page.partition("?")
    address = (SITE / path).as_uri() + (f"?{query}" if query else "")
    tab = opened(browser, address, width, {"color_scheme": scheme})
    clipped(tab, file, 0, min(height_of(tab), TALLEST) if whole else SIZES[width])
    tab.context.close()


def patterns(browser: Browser) -> None:
    """In parts: all of it is too tall for one picture."""
    looks = [
        (f"{width}-{look['color_scheme']}", width, look)
        for width in SIZES
        for look in (LIGHT, DARK)
    ]
    for name, width, look in (*looks, ("1280-forced", 1280, FORCED)):
        tab = opened(browser, PATTERNS.as_uri(), width, look)
        whole = height_of(tab)
        for part, top in enumerate(range(0, whole, TALLEST), 1):
            file = OUTPUT / f"patterns-{name}-{part:02}.png"
            clipped(tab, file, top, min(whole - top, TALLEST))
        tab.context.close()


def opened(browser: Browser, address: str, width: int, look: dict[str, Any]) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        locale="zh-CN",
        reduced_motion="reduce",
        **look,
    )
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_timeout(500)
    return tab


def height_of(tab: Page) -> int:
    return int(tab.evaluate("document.documentElement.scrollHeight"))


def clipped(tab: Page, file: Path, top: int, height: int) -> None:
    width = tab.evaluate("innerWidth")
    tab.screenshot(
        path=file, full_page=True, clip={"x": 0, "y": top, "width": width, "height": height}
    )


def printed(browser: Browser, page: str, file: Path) -> None:
    context = browser.new_context(locale="zh-CN")
    tab = context.new_page()
    tab.goto((SITE / page.partition("?")[0]).as_uri())
    tab.pdf(path=file, format="A4", prefer_css_page_size=True)
    context.close()


def main() -> None:
    if not (SITE / "index.html").exists():
        sys.exit("no site yet: run make site")
    if not PATTERNS.exists():
        sys.exit("no patterns yet: run make patterns")
    OUTPUT.mkdir(exist_ok=True)
    README_PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        for name, page in PAGES.items():
            for width in SIZES:
                for scheme in ("light", "dark"):
                    file = OUTPUT / f"{name}-{width}-{scheme}.png"
                    picture(browser, page, file, width, scheme, whole=True)
            printed(browser, page, OUTPUT / f"{name}.pdf")
        patterns(browser)
        picture(browser, PAGES["home"], README_PICTURE, 1280, "light", whole=False)
        browser.close()
    print(f"{len(list(OUTPUT.iterdir()))} pictures in {OUTPUT.name}/")


if __name__ == "__main__":
    main()
