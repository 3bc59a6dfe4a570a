"""What a reader is given to say what is wrong: whole after decoding, and on the pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import SMALL_DATE, inputs, small_project
from tracker.model import Channel, Contact
from tracker.pipeline import build_files
from tracker.render.feedback import LONGEST, PLACES, About, feedback, message, of_a_sentence

MAIL = Contact(Channel.MAIL, "news+duixian@example.org")
TRACKER = Contact(
    Channel.TRACKER, "https://example.org/issues/new?labels=a%26b&title={title}&body={body}"
)
NOBODY = Contact(Channel.TEXT, "")
ROADS = About("新建公路", "新建公路120公里", "https://example.org/targets/new-roads.html")

words = st.text(max_size=LONGEST) | st.sampled_from(
    ["甲&body=乙", "50%", "#s12", "“甲”\n'乙'", "{title}{body}", "a+b c", "🏗️"]
)


def sent(href: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(href).query.replace("+", "%2B"), keep_blank_values=True))


@given(words, words, words)
def test_a_letter_decodes_to_what_was_written(title: str, quote: str, address: str) -> None:
    about = About(title, quote, address)
    href = feedback(MAIL, about).href

    assert urlsplit(href).scheme == "mailto"
    assert urlsplit(href).path == MAIL.address
    assert urlsplit(href).fragment == ""
    assert sent(href) == {
        "subject": f"{title}：报告错误或提供线索",
        "body": message(about).replace("\n", "\r\n"),
    }


@given(words, words, words)
def test_a_form_of_a_tracker_decodes_to_what_was_written(
    title: str, quote: str, address: str
) -> None:
    about = About(title, quote, address)
    href = feedback(TRACKER, about).href

    assert urlsplit(href).fragment == ""
    assert sent(href) == {
        "labels": "a&b",
        "title": f"{title}：报告错误或提供线索",
        "body": message(about),
    }


def test_the_message_says_what_it_is_about_and_asks_for_a_source() -> None:
    assert feedback(NOBODY, ROADS).text == (
        "关于：新建公路\n原话：“新建公路120公里”\n"
        "网址：https://example.org/targets/new-roads.html\n\n"
        "我发现的问题或线索：\n\n来源（网址或文件）："
    )


def test_a_long_quote_is_cut_in_a_link_and_whole_to_copy() -> None:
    about = About("长句", "长" * (LONGEST + 1), "report/xugou-2099.html#s1")

    assert "长" * LONGEST + "……”" in sent(feedback(MAIL, about).href)["body"]
    assert about.quote in feedback(NOBODY, about).text


@pytest.mark.parametrize("contact", [MAIL, TRACKER, NOBODY])
def test_a_sentence_s_template_has_its_places_open(contact: Contact) -> None:
    template = of_a_sentence(contact, "报告{甲}").prefilled

    assert set(PLACES) <= set(re.findall(r"\{\w+\}", template))


def build(folder: Path, contact: str, address: str = "") -> dict[str, str]:
    project = small_project(folder)
    path = project / "content" / "site.yaml"
    text = path.read_text("utf-8").replace("contact:", f"contact: {contact}")
    path.write_text(text.replace("address:", f"address: {address}"), "utf-8")
    files = build_files(inputs(project), SMALL_DATE)
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def letters_in(html: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="(mailto:[^"]*)"', html)]


def test_with_an_address_letters_are_offered_and_nobody_is_sent_to_the_hotline(
    tmp_path: Path,
) -> None:
    pages = build(tmp_path, "editors@example.org", "https://example.org/duixian/")

    [letter] = letters_in(pages["targets/new-roads.html"])
    assert "https://example.org/duixian/targets/new-roads.html" in sent(letter)["body"]
    [letter] = letters_in(pages["report/xugou-2099.html"])
    assert "第几句" in sent(letter)["body"]
    assert all("12345" not in html for html in pages.values())


def test_without_one_words_are_offered_for_the_hotline(tmp_path: Path) -> None:
    pages = build(tmp_path, "")
    told = [name for name, html in pages.items() if "12345" in html]

    assert told == [
        name for name in pages
        if re.match("targets/|corrections|report/xugou-2099.html", name)
    ]  # fmt: skip
    assert not any(letters_in(html) for html in pages.values())
    for name, html in pages.items():
        assert re.search(r'href="[./]*corrections\.html"', html), name
