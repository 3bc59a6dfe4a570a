"""A browser at the site behind the sample nginx: nothing it needs is forbidden to it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_pem_x509_certificate
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import chromium, flags
from tests.browser.test_offline import ACTIVE, AT_ONCE
from tests.deployed import Host, nginx
from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.publish import publish


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    project = small_project(tmp_path / "project")
    publish(build_files(inputs(project), SMALL_DATE), tmp_path / "_site")
    with nginx(Host(tmp_path / "_site", tmp_path)) as host:
        yield host


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    """Of a browser that trusts the host's key: an unsafe one would not have the worker run."""
    trust = f"--ignore-certificate-errors-spki-list={fingerprint(host)}"
    trusting = browser.browser_type.launch(executable_path=chromium(), args=[*flags(), trust])
    page = trusting.new_page(locale="zh-CN")
    page.add_init_script(AT_ONCE)
    yield page
    trusting.close()


def fingerprint(host: Host) -> str:
    certificate = load_pem_x509_certificate((host.folder / "chain.pem").read_bytes())
    key = certificate.public_key()
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return b64encode(sha256(spki).digest()).decode()


def test_pages_search_and_worker_run_without_a_complaint(page: Page, host: Host) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(host.address)
    assert page.evaluate(ACTIVE)
    page.locator("#q").fill("公路")
    page.locator("#q").press("Enter")
    expect(page.locator(".search-hit").first).to_contain_text("公路")
    page.goto(f"{host.address}targets/new-roads.html")
    expect(page.locator("h1")).to_contain_text("新建公路")
    page.goto(f"{host.address}data/targets.json")
    expect(page.locator("body")).to_contain_text("新建公路")
    page.goto(f"{host.address}no/such/page.html")
    expect(page.locator("h1")).to_have_text("没有这个页面")
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 100

    assert [words for words in said if "404" not in words] == []
