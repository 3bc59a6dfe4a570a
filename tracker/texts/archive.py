"""A web page saved with its pictures (.mhtml) → its text."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from tracker.read.limits import MOST_NESTED
from tracker.texts.text import Text, UnreadableError
from tracker.texts.web import decode_html, read_html

CHINESE = ("gb2312", "gbk")


def read_archive(data: bytes) -> Text:
    if data.count(b"boundary=") > MOST_NESTED:
        raise UnreadableError("import-damaged")
    try:
        page = page_in(data)
    except RecursionError as error:  # letters within letters, comments within comments
        raise UnreadableError("import-damaged") from error
    if page is None:
        raise UnreadableError("import-damaged")
    return read_html(page)


def page_in(data: bytes) -> str | None:
    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            if isinstance(found, bytes):
                return decoded(found, part.get_content_charset() or "")
    return None


def decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode("gb18030" if charset in CHINESE else charset)
    except (LookupError, ValueError):  # no such encoding, or another one
        return decode_html(data)
