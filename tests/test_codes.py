"""Every code is explained in the handbook, with examples that the tests know to be bad and good."""

from __future__ import annotations

import re

from tests.codes import EDITING, HEADING, examples, section
from tests.projects import real_files
from tracker import messages


def test_every_code_has_an_example() -> None:
    assert set(messages.PROBLEMS) == set(examples())


def test_the_handbook_explains_the_codes_as_the_tests_show_them() -> None:
    """`python -m tests.codes` writes it anew."""
    before, heading, rest = EDITING.read_text("utf-8").partition(HEADING)
    assert before
    assert heading + rest == section()


def test_the_page_has_an_address_for_each_code() -> None:
    page = real_files()["editing.html"].decode()
    ids = set(re.findall(r'<h\d id="([a-z0-9-]+)"', page))

    assert set(messages.PROBLEMS) <= ids
