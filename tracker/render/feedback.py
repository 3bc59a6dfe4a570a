"""What a reader sends who found a mistake or knows more, and where to."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Channel, Contact

LONGEST = 80  # characters of a quote in a link: mail programs cut off long ones
PLACES = ("{quote}", "{number}", "{address}")  # of a sentence, for a script to fill in


class About(Struct, frozen=True):
    """What is spoken of; without a quote the reader is asked which sentence it is."""

    title: str
    quote: str
    address: str


class Feedback(Struct, frozen=True):
    channel: Channel
    address: str  # of the page that is spoken of
    href: str  # empty where there is nobody to write to
    text: str  # the whole message, to copy

    @property
    def prefilled(self) -> str:
        return self.href or self.text


def feedback(contact: Contact, about: About) -> Feedback:
    return Feedback(contact.channel, about.address, href(contact, about), message(about))


def of_a_sentence(contact: Contact, report_title: str) -> Feedback:
    """With `PLACES` where the number, the words and the address of a sentence belong."""
    quoted, number, address = PLACES
    found = feedback(contact, About(f"《{report_title}》第{number}句", quoted, address))
    link = found.href
    for place in PLACES:
        link = link.replace(encoded(place), place)
    return replace(found, href=link)


def message(about: About) -> str:
    of = f"原话：“{about.quote}”" if about.quote else "第几句（句前的小数字）："
    lines = (f"关于：{about.title}", of, f"网址：{about.address}")
    asked = ("我发现的问题或线索：", "来源（网址或文件）：")
    return "\n\n".join(("\n".join(lines), *asked))


def href(contact: Contact, about: About) -> str:
    title = encoded(f"{about.title}：报告错误或提供线索")
    body = message(replace(about, quote=shortened(about.quote)))
    if contact.channel is Channel.TRACKER:
        return contact.address.replace("{title}", title).replace("{body}", encoded(body))
    if contact.channel is Channel.MAIL:
        lines = encoded(body.replace("\n", "\r\n"))  # as RFC 6068 wants them
        return f"mailto:{quote(contact.address, safe='@+')}?subject={title}&body={lines}"
    return ""


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}……"


def encoded(text: str) -> str:
    return quote(text, safe="")
