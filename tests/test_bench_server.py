"""nginx with the sample configuration answers under load, and an answer amiss is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.server import MISSING, assert_as_expected, loaded
from tests.deployed import Host, nginx
from tracker.compressed import with_compressed
from tracker.publish import publish

PAGE = b"<!doctype html><title>x</title>" + b"<p>0123456789" * 100


def test_each_answer_under_load_is_the_one_expected(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(with_compressed({"index.html": PAGE, "404.html": PAGE}), site)
    with nginx(Host(site, tmp_path)) as host:
        found, missed = (loaded(host, path, 2, seconds=1) for path in ("", MISSING))

    assert_as_expected(found, "")
    assert_as_expected(missed, MISSING)
    with pytest.raises(AssertionError):
        assert_as_expected(missed, "")
    with pytest.raises(AssertionError):
        assert_as_expected(found, MISSING)
