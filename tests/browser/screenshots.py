"""Pictures of the built site to look at, in `_screenshots/`, and the one that the README shows."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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
SIZES = {360: 740, 1280: 900}
TALLEST = 3000


def picture(
    browser: Browser, page: str, file: Path, width: int, scheme: str, *, whole: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="zh-CN",
        reduced_motion="reduce",
    )
    tab = context.new_page()
    path, _, query = page.partition("?")
    tab.goto((SITE / path).as_uri() + (f"?{query}" if query else ""))
    tab.wait_for_timeout(500)
    height = min(tab.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height if whole else SIZES[width]}
    tab.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]
    context.close()


def printed(browser: Browser, page: str, file: Path) -> None:
    context = browser.new_context(locale="zh-CN")
    tab = context.new_page()
    tab.goto((SITE / page.partition("?")[0]).as_uri())
    tab.pdf(path=file, format="A4", prefer_css_page_size=True)
    context.close()


def main() -> None:
    if not (SITE / "index.html").exists():
        sys.exit("no site yet: run make site")
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
        picture(browser, PAGES["home"], README_PICTURE, 1280, "light", whole=False)
        browser.close()
    print(f"{len(list(OUTPUT.iterdir()))} pictures in {OUTPUT.name}/")


if __name__ == "__main__":
    main()
