"""The picture of a page in a chat: its words fit, and the same card gives the same picture."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from tests.projects import ROOT
from tracker.model import Status
from tracker.render.previews.card import materials, picture
from tracker.render.previews.face import GETA
from tracker.render.previews.lines import CLOSING, OPENING, Setting, broken, fitted
from tracker.render.previews.plates import Ink
from tracker.render.previews.stamp import ink_of
from tracker.render.previews.words import Card, CountCard, TargetCard

WITH = materials(ROOT / "assets")
ROADS = TargetCard(
    site="兑现·虚构",
    title="新建农村公路",
    before="累计不少于",
    figure="120",
    unit="公里",
    quote="新建农村公路120公里以上",
    status=Status.ON_TRACK,
    deadline="2099年12月31日",
    as_of="2099年11月5日",
)
SITE = CountCard(
    site="兑现·虚构",
    title="虚构市2099年政府工作报告，说到的做到了吗？",
    groups=(("暂不能判断", 3), ("已完成", 1), ("进行中", 4), ("未达标", 1), ("不计入", 2)),
    seals=tuple(Status),
    as_of="2099年11月5日",
)
CARDS = {
    "a figure": ROADS,
    "words": replace(ROADS, figure="", quote="虚构大桥建成通车"),
    "sixty characters": replace(ROADS, title="虚构市的农村公路和桥梁" * 6),
    "one long word": replace(ROADS, title="W" * 60),
    "fifty thousand seals": replace(SITE, seals=tuple(Status) * 5_000),
    "a long quotation": replace(ROADS, figure="", title="虚构" * 15, quote="建成通车，" * 40),
    "a long goal": replace(ROADS, before="每个乡镇累计不少于", figure="12345.67～23456.78"),
    "a long name of the site": replace(ROADS, site="兑现·" + "虚构" * 20),
    "counts": SITE,
    "a thousand targets": replace(SITE, seals=tuple(Status) * 91),
    "no targets": replace(SITE, groups=(), seals=()),
}


def opened(card: Card) -> Image.Image:
    return Image.open(BytesIO(picture(card, WITH)))


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_picture_is_of_the_size_chats_expect_and_light(card: Card) -> None:
    assert opened(card).size == (1200, 630)
    assert len(picture(card, WITH)) < 60_000


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_nothing_is_drawn_in_the_margins(card: Card) -> None:
    drawn = opened(card).point(lambda place: place and 255, "L").getbbox()

    assert drawn is not None
    left, top, right, bottom = drawn
    assert left >= 48
    assert top >= 24
    assert right <= 1200 - 48
    assert bottom <= 630 - 16


def test_what_matters_stands_within_the_square_in_the_middle() -> None:
    below_the_lines = (0, 120, 1200, 630)
    drawn = opened(ROADS).crop(below_the_lines).point(lambda place: place and 255, "L").getbbox()

    assert drawn is not None
    assert drawn[0] >= 285
    assert drawn[2] <= 915


def test_the_same_card_gives_the_same_bytes() -> None:
    once = picture(ROADS, WITH)
    picture.cache_clear()

    assert picture(ROADS, WITH) == once


def test_each_status_has_a_picture_of_its_own() -> None:
    pictures = {picture(replace(ROADS, status=status), WITH) for status in Status}

    assert len(pictures) == len(Status)


def test_a_character_that_the_font_lacks_is_a_geta_mark() -> None:
    lacking = "\U0001f600"
    assert WITH.face.known(f"虚构{lacking}A％　") == f"虚构{GETA}A％　"
    assert picture(replace(ROADS, title=lacking), WITH) == picture(replace(ROADS, title=GETA), WITH)


def test_the_font_has_every_character_of_the_reports_and_pages() -> None:
    texts = (path.read_text("utf-8") for path in (ROOT / "content").glob("*.md"))
    used = set("".join(texts)) - {"\n", "\t"}

    assert {character for character in used if WITH.face.known(character) == GETA} == set()


def test_the_inks_of_the_seals_are_those_of_the_style_sheet() -> None:
    sheet = (ROOT / "assets/css/components/seal.css").read_text("utf-8")
    said = dict(re.findall(r"\.seal-(\w+)[^{}]*\{ color: var\(--(\w+)\)", sheet))
    said |= dict(re.findall(r"(?<=, )\.seal-(\w+) \{ color: var\(--(\w+)\)", sheet))
    named = {"accent": Ink.VERMILION, "text": Ink.TEXT, "soft": Ink.SOFT}
    named |= {"green": Ink.GREEN, "ochre": Ink.OCHRE, "indigo": Ink.INDIGO}

    assert len(said) == 6
    for status in Status:
        assert ink_of(status) is named[said.get(status, "soft")]


PHRASES = st.lists(
    st.sampled_from(
        ["报告，", "“两化融合”", "（到年末）", "3.7万亩", "5A级", "的", "景区", "目标。"]
    )
)


@given(PHRASES.map("".join), st.integers(min_value=14, max_value=40))
def test_no_mark_opens_a_line_and_no_bracket_ends_one(words: str, limit: int) -> None:
    lines = broken(words, limit, len)

    assert "".join(lines) == words
    for line in lines:
        assert len(line) <= limit
        assert line[0] not in CLOSING
        assert line[-1] not in OPENING


@pytest.mark.parametrize(
    ("words", "limit", "lines"),
    [
        ("战略性新兴产业增加值增速", 9, ("战略性新兴产业", "增加值增速")),
        ("省级专业镇数量（到“十四五”末）", 10, ("省级专业镇数量", "（到“十四五”末）")),
        ("五老峰创建5A级景区", 8, ("五老峰", "创建5A级景区")),
    ],
)
def test_lines_end_between_words(words: str, limit: int, lines: tuple[str, ...]) -> None:
    assert broken(words, limit, len) == lines


def test_what_does_not_fit_is_cut_with_an_ellipsis_inside_its_quotation_marks() -> None:
    passage = fitted(
        "“建设虚构大桥，修好虚构公路”", [Setting(1, 9, 1)], lambda words, _: len(words)
    )

    assert passage.lines == ("“建设虚构大……”",)
