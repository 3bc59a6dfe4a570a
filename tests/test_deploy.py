"""The samples in `deploy/` serve the site as the handbook's pages say, in real servers."""

from __future__ import annotations

import gzip
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.deployed import NAME, SERVERS, Answer, Host
from tests.projects import ROOT, SMALL_DATE, inputs, small_project
from tracker.compressed import SUFFIX, with_compressed
from tracker.pipeline import build_files
from tracker.publish import publish

YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/atom+xml",
    "opensearch.xml": "application/opensearchdescription+xml",
    "sitemap.xml": "application/xml",
}
COMPRESSED = [name for name in TYPES if name != ".png"]
BROWSERS = "gzip, deflate, br, zstd"  # what they say to take
ASSET = "/assets/site.css?v=01234567"
# What is asked → the status, and how long a browser may keep the answer
ANSWERS = {
    "/": (200, ASK_AGAIN),
    "/index.html": (200, ASK_AGAIN),
    "/index.html?v=01234567": (200, ASK_AGAIN),
    "/search.html?q=%E5%85%AC%E8%B7%AF": (200, ASK_AGAIN),
    "/sw.js": (200, ASK_AGAIN),
    "/updates.xml": (200, ASK_AGAIN),
    "/data/targets.json": (200, ASK_AGAIN),
    "/assets/site.css": (200, ASK_AGAIN),
    ASSET: (200, YEAR),
    "/assets/search.js?v=01234567": (200, YEAR),
    "/assets/gone.js?v=01234567": (404, ASK_AGAIN),
    "/no/such/page.html": (404, ASK_AGAIN),
    "/no-such-calendar.ics": (404, ASK_AGAIN),
    "/targets/": (404, ASK_AGAIN),
    "/.duixian": (404, ASK_AGAIN),
    "/.git/config": (404, ASK_AGAIN),
    "/assets/.hidden.js?v=01234567": (404, ASK_AGAIN),
}
HANDBOOK = sorted((ROOT / "content").glob("publish*.md"))
OUTSIDE = (
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/..%5csecret.txt",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, compressed, and once more as an editor's own folder `plain`, which is not.

    Beside it lies a file that nobody may see, in it some that nobody may either.
    """
    project = small_project(tmp_path_factory.mktemp("project"))
    settings = project / "content" / "site.yaml"
    with_address = settings.read_text("utf-8").replace("address:", f"address: https://{NAME}/")
    settings.write_text(with_address, "utf-8")
    folder = project / "_site"
    publish(with_compressed(build_files(inputs(project), SMALL_DATE)), folder)
    uncompressed = shutil.ignore_patterns(f"*{SUFFIX}", ".*")
    shutil.copytree(folder, folder / "plain", ignore=uncompressed)
    (project / "secret.txt").write_text("secret", "utf-8")
    for hidden in (".git/config", "assets/.hidden.js"):
        (folder / hidden).parent.mkdir(exist_ok=True)
        (folder / hidden).write_text("secret", "utf-8")
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def host(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    with SERVERS[request.param](Host(site, tmp_path_factory.mktemp(request.param))) as running:
        yield running


def policy() -> str:
    layout = (ROOT / "templates" / "layouts" / "page.html").read_text("utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', layout)
    assert found
    return found[1]


def assert_guarded(answer: Answer) -> None:
    guards = {name.lower(): answer.headers.get_all(name, []) for name in answer.headers}
    assert guards["content-security-policy"] == [f"{policy()}; frame-ancestors 'none'"]
    assert guards["x-content-type-options"] == ["nosniff"]
    assert guards["referrer-policy"] == ["same-origin"]
    assert guards["cross-origin-opener-policy"] == ["same-origin"]
    assert guards["strict-transport-security"] == ["max-age=86400"]
    [denied] = guards["permissions-policy"]
    assert all(power.endswith("=()") for power in denied.split(", "))
    assert not re.search(r"\d", answer.headers.get("Server", ""))


@pytest.mark.parametrize("target", ANSWERS)
def test_every_answer_is_guarded_and_says_how_long_it_holds(
    host: Host, site: Path, target: str
) -> None:
    answer = host.ask(target)
    assert (answer.status, answer.headers.get_all("Cache-Control")) == (
        ANSWERS[target][0],
        [ANSWERS[target][1]],
    )
    assert_guarded(answer)
    if answer.status == 404:
        assert answer.body == (site / "404.html").read_bytes()
        assert answer.headers["Content-Type"] == TYPES[".html"]


def one_of_each(site: Path) -> dict[str, str]:
    """A path of every kind of file in the site, whatever the site has by now."""
    paths = sorted(path.relative_to(site) for path in site.rglob("*.*") if path.is_file())
    seen = [path for path in paths if not re.search(r"(^|/)\.|\.gz$", path.as_posix())]
    return {path.name if path.name in TYPES else path.suffix: f"/{path}" for path in seen}


def test_every_kind_of_file_has_its_type_and_is_guarded(host: Host, site: Path) -> None:
    answers = {kind: host.ask(path) for kind, path in one_of_each(site).items()}
    assert {kind: answer.headers["Content-Type"] for kind, answer in answers.items()} == TYPES
    for answer in answers.values():
        assert_guarded(answer)


@pytest.mark.parametrize("kind", COMPRESSED)
def test_what_is_text_comes_compressed_to_those_who_take_it(
    host: Host, site: Path, kind: str
) -> None:
    path = largest(site / "plain", kind)
    size = path.stat().st_size
    target = f"/{path.relative_to(site)}"
    plain, packed = host.ask(target), host.ask(target, {"Accept-Encoding": "gzip"})

    assert_as_it_is(plain, path)
    if size < 1024:  # nothing to gain: each server has its own idea of what is too small
        return
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == path.read_bytes()
    assert len(packed.body) < size


@pytest.mark.parametrize("kind", COMPRESSED)
def test_what_was_compressed_beforehand_is_sent_as_it_is(host: Host, site: Path, kind: str) -> None:
    path = largest(site, kind)
    twin = path.with_name(path.name + SUFFIX)
    if not twin.exists():
        assert path.stat().st_size < 1024
        return
    target = f"/{path.relative_to(site)}"
    packed = host.ask(target, {"Accept-Encoding": BROWSERS})

    # neither server compresses as thoroughly by itself, so that these are the file's bytes
    assert packed.body == twin.read_bytes() != gzip.compress(path.read_bytes(), 6, mtime=0)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Type"] == TYPES[path.name if path.name in TYPES else kind]
    assert packed.headers.get_all("Vary") == ["Accept-Encoding"]
    assert_guarded(packed)


@pytest.mark.parametrize(
    "accepted", [{}, {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip;q=0"}]
)
def test_who_takes_no_gzip_is_sent_the_file(
    host: Host, site: Path, accepted: dict[str, str]
) -> None:
    answer = host.ask("/index.html", accepted)
    assert_as_it_is(answer, site / "index.html")
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_what_is_missing_is_said_compressed_too(host: Host, site: Path) -> None:
    answer = host.ask("/no/such/page.html", {"Accept-Encoding": BROWSERS})
    assert answer.status == 404
    assert answer.body == (site / f"404.html{SUFFIX}").read_bytes()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == TYPES[".html"]
    assert_guarded(answer)


def largest(folder: Path, kind: str) -> Path:
    return max(folder.rglob(f"*{kind}"), key=lambda found: found.stat().st_size)


def assert_as_it_is(answer: Answer, path: Path) -> None:
    assert answer.headers["Content-Encoding"] is None
    assert answer.body == path.read_bytes()


@pytest.mark.parametrize("target", ["/", ASSET, "/updates.xml"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(host: Host, target: str, encoding: str) -> None:
    accepted = {"Accept-Encoding": encoding}
    first = host.ask(target, accepted)
    by_tag = host.ask(target, {**accepted, "If-None-Match": first.headers["ETag"]})
    since = first.headers["Last-Modified"]
    by_time = host.ask(target, {**accepted, "If-Modified-Since": since})

    for answer in (by_tag, by_time):
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert_guarded(answer)
    assert host.ask(target, {**accepted, "If-None-Match": '"another"'}).status == 200


@pytest.mark.parametrize("target", OUTSIDE)
def test_nothing_outside_the_site_is_served(host: Host, target: str) -> None:
    answer = host.ask(target)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


def test_a_head_has_the_headers_alone(host: Host) -> None:
    answer = host.ask("/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert_guarded(answer)


def test_http_2_is_spoken(host: Host) -> None:
    with host.connect(protocol="h2") as connected:
        assert connected.selected_alpn_protocol() == "h2"


def test_www_and_http_lead_to_the_one_address(host: Host) -> None:
    www = host.ask("/targets.html?a=1", name=f"www.{NAME}")
    plain = host.ask_without_tls("/targets.html?a=1")
    assert www.status == 301
    assert www.headers["Location"] == f"https://{NAME}/targets.html?a=1"
    assert plain.status in (301, 308)
    # Caddy names a port that is not the usual one
    assert plain.headers["Location"].replace(f":{host.port}", "") == www.headers["Location"]


@pytest.mark.parametrize("name", SERVERS)
def test_the_site_stands_below_a_path_too(name: str, site: Path, tmp_path: Path) -> None:
    """With the one change that the handbook tells."""
    shutil.copytree(site, tmp_path / "root" / "tracker")

    def change(sample: str) -> str:
        return sample.replace("/404.html", "/tracker/404.html")

    with SERVERS[name](Host(tmp_path / "root", tmp_path), change) as host:
        assert host.ask("/tracker/").body == (site / "index.html").read_bytes()
        assert host.ask("/tracker").headers["Location"].endswith("/tracker/")
        assert host.ask(f"/tracker{ASSET}").headers["Cache-Control"] == YEAR
        assert (
            host.ask("/tracker/opensearch.xml").headers["Content-Type"] == TYPES["opensearch.xml"]
        )
        for missing in ("/tracker/.duixian", "/tracker/gone.html", "/gone.html"):
            answer = host.ask(missing)
            assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes())


def blocks(page: Path) -> list[Token]:
    tokens = MarkdownIt("commonmark").parse(page.read_text("utf-8"))
    return [token for token in tokens if token.type == "fence"]


def test_a_file_shown_in_the_handbook_is_the_file() -> None:
    shown = {
        path: token.content
        for page in HANDBOOK
        for token in blocks(page)
        for path in token.info.split()[1:]
    }
    assert shown == {path: (ROOT / path).read_text("utf-8") for path in shown}
    assert {"deploy/nginx.conf", "deploy/Caddyfile", ".github/workflows/publish.yml"} <= set(shown)


@pytest.mark.parametrize("page", ["publish-nginx.md", "publish-caddy.md"])
def test_what_the_handbook_has_one_ask_is_answered_as_it_says(host: Host, page: str) -> None:
    said = [token for token in blocks(ROOT / "content" / page) if token.info == "console"]
    assert said
    for token in said:
        command, first, *lines = token.content.splitlines()
        answer = asked_by_curl(host, command)
        assert first == f"HTTP/2 {answer.status}"
        for line in lines:
            name, _, value = line.partition(": ")
            assert answer.headers[name] == value, command


def asked_by_curl(host: Host, command: str) -> Answer:
    """What curl's `-I` and `-H` mean, in the version of HTTP that this test speaks."""
    prompt, curl, option, *headers, address = shlex.split(command)
    assert (prompt, curl, option) == ("$", "curl", "-I")
    named = dict(header.split(": ") for header in headers if header != "-H")
    url = urlsplit(address)
    target = f"{url.path}?{url.query}" if url.query else url.path
    return host.ask(target, named, method="HEAD", name=url.netloc)
