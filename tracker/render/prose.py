"""Markdown of the editors → HTML; no raw HTML, and links only where they can do no harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from msgspec import Struct

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import Page
from tracker.render.hrefs import is_external, is_own, is_safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # a heading that is an address: bad-indent
ADDRESSES = {"link_open": "href", "image": "src"}


class Body(Struct, frozen=True):
    """A page of the editors; `lead` is its first sentence."""

    html: Markup
    lead: str


def bodies(pages: Iterable[Page]) -> dict[str, Body]:
    """By the pages' ids."""
    return {page.id: Body(html(page.markdown), lead(page.markdown)) for page in pages}


def lead(markdown: str) -> str:
    paragraphs = (p for p in markdown.split("\n\n") if p.strip() and p.lstrip()[0] not in "#|-*>`")
    words = html(next(paragraphs, "")).striptags()
    return words.partition("。")[0] + "。" if words else ""


def harmful_addresses(pages: Sequence[Page]) -> Iterator[Problem]:
    """Links that are shown as mere text, and pictures that would be asked of somebody else."""
    for page in pages:
        for line, code, address in _harmful(page.markdown):
            where = Where(page.where.path, page.first_line + line)
            yield Problem(where, code, {"address": address})


@lru_cache(maxsize=64)
def _harmful(markdown: str) -> tuple[tuple[int, str, str], ...]:
    """Line, code, address of each."""
    parser = _plain_parser({"html": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    lines = markdown.split("\n")
    return tuple(
        (_line_of(address, lines, *(block.map or (0, 0))), code, address)
        for block in parser.parse(markdown)
        for token in block.children or ()
        if (address := str(token.attrGet(ADDRESSES.get(token.type, "")) or ""))
        and (code := _harm(token.type, address))
    )


def _harm(kind: str, address: str) -> str:
    """The code of what is wrong; empty where nothing is."""
    if kind == "image" and not is_own(address):
        return "remote-image"
    return "" if is_safe(address) else "unsafe-link"


def _line_of(words: str, lines: Sequence[str], first: int, end: int) -> int:
    return next((at for at in range(first, end) if words in lines[at]), first)


@lru_cache(maxsize=64)  # the preview fills pages again and again whose words are as they were
def html(markdown: str) -> Markup:
    """A page's own `# title` is left to the template: headings start at h2."""
    return Markup(_parser().render(markdown, {}))


def _plain_parser(options: dict[str, bool]) -> MarkdownIt:
    from markdown_it import MarkdownIt  # only when a page has changed

    return MarkdownIt("commonmark", options).enable("table")


def _parser() -> MarkdownIt:
    parser = _plain_parser({"html": False, "linkify": False})
    parser.validateLink = is_safe  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("fence", _fence)
    parser.add_render_rule("softbreak", _softbreak)
    parser.core.ruler.push("shift_headings", _shift_headings)
    parser.core.ruler.push("drop_styles", _drop_styles)
    return parser


def _drop_styles(state: object) -> None:
    """Of aligned columns: the policy of our pages lets no browser heed them."""
    for token in getattr(state, "tokens", ()):
        token.attrs.pop("style", None)


def _shift_headings(state: object) -> None:
    tokens = getattr(state, "tokens", ())
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{max(2, int(token.tag[1]))}"
        if token.type == "heading_open" and NAME.fullmatch(following.content):
            token.attrSet("id", following.content)


def _link(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    if is_external(str(tokens[at].attrGet("href") or "")):
        tokens[at].attrSet("rel", "external noopener noreferrer")
    return self.renderToken(tokens, at, options, env)


def _table_open(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return f"{_region(env, '表格')}<table>\n"


def _table_close(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def _fence(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    code = f"<pre><code>{escape(tokens[at].content)}</code></pre>"
    return f"{_region(env, '示例')}{code}</div>\n"


def _region(env: EnvType, name: str) -> str:
    """Wide content scrolls by itself, within reach of the keyboard and under a name of its own."""
    env[name] = int(env.get(name, 0)) + 1
    return f'<div class="scroll" role="region" aria-label="{name}{env[name]}" tabindex="0">'


def _softbreak(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    """A line break in the source is no space between two Han characters."""
    before, after = tokens[at - 1].content[-1:], tokens[at + 1].content[:1]
    return "\n" if before.isascii() and after.isascii() else ""
