"""Values are known by what they hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup
from msgspec import Struct

from tracker.keys import key_of, key_of_shown, shortened
from tracker.model import Status


class Row(Struct, frozen=True):
    name: str
    values: tuple[object, ...] = ()


@shortened
class Named(Struct, frozen=True):
    name: str
    key: str = ""


@pytest.mark.parametrize(
    "values",
    [
        (Row("a"), Row("b")),
        (Row("a", ("b", "c")), Row("a", ("bc",))),
        (Row("a", (1,)), Row("a", ("1",)), Row("a", (True,)), Row("a", (None,))),
        (Row("a", ("<b>",)), Row("a", (Markup("<b>"),))),
        (Row("a", (date(2099, 1, 1),)), Row("a", (date(2099, 1, 2),))),
        (Row("a", (Decimal("1.0"),)), Row("a", (Decimal("1.00"),))),
        (Row("a", (Status.OVERDUE,)), Row("a", (Status.ACHIEVED,))),
        (Row("a", ({"b": 1},)), Row("a", ({"b": 2},))),
    ],
)
def test_what_shows_otherwise_has_another_name(values: tuple[Row, ...]) -> None:
    assert len({key_of_shown(value) for value in values}) == len(values)
    assert len({key_of(value) for value in values}) == len(values)
    assert key_of_shown(values[0]) == key_of_shown(values[0])


def test_what_has_a_name_of_its_own_is_known_by_that() -> None:
    assert key_of([Named("a", "1")]) == key_of([Named("b", "1")])
    assert key_of([Named("a")]) != key_of([Named("b")])
