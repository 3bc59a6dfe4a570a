"""Whatever is touched by itself, not within running text, is as high as a finger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

FINGER = 44
PAGES = (
    "index.html", "report/yuncheng-2023.html", "report/yuncheng-2023-printed.html", "targets.html",
    "targets/investment-signed.html", "status/overdue.html", "places/wanrong.html", "coverage.html",
    "search.html", "search.html?q=农", "method.html", "data.html", "overview.html",
    "deadlines.html", "updates.html", "agencies/agriculture.html", "corrections.html",
    "offline.html",
)  # fmt: skip
LOW = """finger => {
  const touched = 'a[href], button, summary, select, input:not([type=radio])';
  const part = '.unseen, .skip, .sentence, .note-ref';
  const covering = element => ['::before', '::after'].map(name => getComputedStyle(element, name))
    .filter(style => style.content !== 'none' && style.position === 'absolute')
    .map(style => parseFloat(style.height) || 0);
  const words = nodes => nodes.map(node => node.textContent.trim()).join('');
  const inline = node => node.nodeType === Node.TEXT_NODE ||
    getComputedStyle(node).display.startsWith('inline') && !node.matches('.count, .flag, svg');
  const runsInText = element => {
    const block = element.closest('p, dd, li, td, th, blockquote, h1, h2, h3');
    return block && words([...block.childNodes].filter(node =>
      node !== element && !node.contains(element) && [1, 3].includes(node.nodeType) && inline(node)
    )).length > 1;
  };
  return [...document.querySelectorAll(touched)].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || element.closest(part)) return false;
    if (getComputedStyle(element).display === 'inline' && runsInText(element)) return false;
    return Math.max(box.height, ...covering(element)) < finger - .5;
  }).map(element => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740}, locale="zh-CN")
    yield page
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_links_and_controls_are_as_high_as_a_finger(page: Page, address: str, name: str) -> None:
    page.goto(address + name)
    if "?q=" in name:
        page.locator(".search-results a").first.wait_for()
    assert page.evaluate(LOW, FINGER) == []
