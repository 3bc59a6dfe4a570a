"""Numerals that count nothing: names, ordinals, dates and words."""

from __future__ import annotations

from tracker.lazy import regex
from tracker.model import Kind
from tracker.read.numerals import ARABIC, HAN
from tracker.read.units import UNITS

_A = f"(?>{ARABIC})"  # 28, whole
_AM = rf"(?>{ARABIC}[十百千万亿]*)"  # 28 or 28万, whole
_H = f"(?>{HAN}+)"  # 二十八, whole
_N = f"(?:{_AM}|{_H})"
_START = r"(?<![^\n。;:,，!?、\s\"“(])"  # where a clause begins
_LATIN_UNITS = "|".join(unit for unit in UNITS if unit.isascii() and unit.isalpha())

_Row = tuple[Kind | None, str, str]

# kind, an example, what stands at the numeral; the first row that matches wins. None: may well be
# a quantity, look no further.
_ROWS: tuple[_Row, ...] = (
    (Kind.QUALIFIER, "每万人", f"(?<=每)(?!一){_N}"),
    (
        Kind.QUALIFIER,
        "万元GDP",
        "万(?=元(?:GDP|地区生产|生产总值|工业增加值)|人(?:发明|有效|高价值|拥有))",
    ),
    # ordinals
    (Kind.ORDINAL, "第二轮", f"(?<=第){_N}"),
    (Kind.ORDINAL, "[3]", r"(?<=[\[〔【])\d{1,3}(?=[\]〕】])"),
    (Kind.ORDINAL, "(二)", rf"(?<=\()(?:{_H}|\d{{1,2}})(?=\))"),
    (Kind.ORDINAL, "一是", rf"{_START}{_H}(?=是|要(?!素|点|求))"),
    (Kind.ORDINAL, "一、", rf"(?<![^\n\s。]){_H}(?=、)"),
    (Kind.ORDINAL, "3.", r"(?<![^\n\s。，;:])(?>\d{1,3})(?=[.、](?!\d))"),
    (Kind.ORDINAL, "五届人大三次会议", rf"{_N}(?=届(?!次))"),
    (Kind.ORDINAL, "三次会议", f"{_N}(?=次(?:会议|全会|全体|党代|代表大会|常务|集体学习)|中全会)"),
    (Kind.DATE, "2023年", r"(?<!\d)(?:19|20)\d\d(?=年(?!产|龄)|[-—~至/、](?:19|20)\d\d(?!\d))"),
    (
        Kind.NAME,
        "PM2.5",
        rf"(?<=[A-Za-z])(?<!GDP){_A}(?![十百千万亿%元])|(?<=[A-Za-z]-)\d+(?![\d.]*[%万亿])",
    ),
    # dates
    (Kind.DATE, "二〇二三年", "(?>[零〇一二三四五六七八九]{2,4})(?=年)"),
    (Kind.NAME, "0359-2660000", r"(?>\d{3,4})(?=-\d{7,8}(?!\d))|(?<=\d{3}-)\d{7,8}(?!\d)"),
    (
        Kind.DATE,
        "2026-02-09",
        r"(?>\d{4})(?=[-/]\d{1,2}(?:[-/]\d|$))|(?<=\d{4}[-/])\d\d?(?!\d)|(?<=\d{4}-\d\d-)\d\d?",
    ),
    (Kind.DATE, "4月18日", rf"(?:\d{{1,2}}|{_H})(?=月(?!薪|供)|[-—~至、]\d{{1,2}}月)"),
    (Kind.DATE, "18日", rf"(?:(?<=月)|(?<=月\d[-—~至])|(?<=月\d\d[-—~至])){_N}(?=[日号])"),
    (Kind.DATE, "14日至20日", r"(?<=[日号][-—~至到])\d{1,2}(?=[日号])"),
    (Kind.DATE, "18日前", r"(?>\d{1,2})(?=日(?:前|起|上午|下午|晚|凌晨))"),
    (Kind.DATE, "一季度", "(?:[一二三四1-4])(?=个?季度)"),
    (Kind.DATE, "上半年", "半(?=年)"),
    (
        Kind.DATE,
        "“十四五”",
        '(?:十[一二三四五六七]?|[五六七八九])五(?=[”"]|期间|时期|规划|末|计划|以来)',
    ),
    (Kind.DATE, "九十年代", f"(?:{_A}|{_H})(?=年代|世纪|周年)"),
    (
        Kind.NAME,
        "6:42:52",
        rf"{_A}(?=:\d[\d.]*:\d)|(?<=\d:){_A}(?=:\d)|(?<=\d:\d:){_A}|(?<=\d:\d\d:){_A}",
    ),
    (
        Kind.DATE,
        "8:30",
        r"\d{1,2}(?=:\d\d(?![\d:.]))|(?<=\d:)\d\d(?![\d:%万亿])|\d{1,2}(?=时\d|点(?:整|钟|半))",
    ),
    (
        Kind.NAME,
        "三年行动",
        f"{_N}(?=(?:年|天|日)(?:期|滚动)?(?:行动|规划|计划|攻坚|会战|游|大会战|专项))",
    ),
    (Kind.QUALIFIER, "5年以上", f"{_A}(?=年(?:以上|以下)的?[\u4e00-\u9fff])"),
    (None, "11.3年", r"\d+\.\d+(?=年)"),
    (
        None,
        "延长30年",
        rf"(?:(?<=延长)|(?<=提高到)|(?<=达到)|(?<=缩短至)|(?<=不少于)|(?<=不低于)){_A}(?=年)",
    ),
    (Kind.DATE, "今后五年", f"{_N}(?=[多余]?年)"),
    (Kind.DATE, "前3个月", f"(?:(?<=前)|(?<=过去)|(?<=今后)|(?<=近)){_N}(?=多?个多?月)"),
    # names
    (Kind.NAME, "12345@", r"(?<=@)\d+|(?>\d+)(?=@|\.(?:com|cn|gov|net))"),
    (Kind.NAME, "7+17", rf"{_N}(?=\+)|(?<=\+){_N}(?![十百千万亿%])"),
    (Kind.NAME, "1个中心+9个分中心", rf"{_N}(?=个[^，。;、+0-9]{{1,6}}\+[0-9])"),
    (Kind.NAME, "9·8", r"\d+(?=[·•]\d)|(?<=\d[·•])\d+"),
    (Kind.NAME, "6:42:52", rf"{_A}(?=:\d[\d.]*:\d)|(?<=\d:){_A}(?!%)"),
    (Kind.NAME, "7×24小时", r"\d+(?=[×*xX]\d)|(?<=\d[×*xX])\d+"),
    (Kind.NAME, "5G", rf"{_A}(?!(?:{_LATIN_UNITS})(?![A-Za-z]))(?=-?[A-Za-z])"),
    (Kind.NAME, "“415”", rf"(?:(?<=“)|(?<=\")){_N}(?=[”\"])"),
    (Kind.NAME, "7个80%", rf"{_A}(?=个\d+%)|(?<=\d个){_A}(?=%)"),
    (Kind.NAME, "30条”", rf"{_N}(?=条[”\"])"),
    (Kind.NAME, "3.0版", f"{_N}(?=版)"),
    (Kind.NAME, "三期", f"{_N}(?=期)"),
    (Kind.NAME, "1号线", f"{_N}(?=号|路公交|[国省县]道(?!公路)|热线|专线)"),
    (
        Kind.NAME,
        "110联动",
        '(?<!\\d)(?:11[0-9]|12[0-9]|123\\d\\d)(?=指挥|热线|联动|急救|平台|[”"])',
    ),
    (Kind.NAME, "百强县", f"{_H}(?=强(?![化度调大劲烈制]))"),
    (
        Kind.NAME,
        "百亿产业集群",
        "(?<![超过破逾达近上])(?>[十百千万亿]+)(?=元?(?:产业集群|产业带|产业园|产业|企业|园区|集群|强镇))",
    ),
    (Kind.NAME, "百亿级", f"{_N}(?=元?级|星)|(?>[十百千万亿]+)(?=(?:元|吨|千瓦|人|亩)级)"),
    (Kind.NAME, "十大产业", f"{_N}(?=大(?!于|约|概|中|小))"),
    (Kind.NAME, "一日游", f"{_H}(?=日游)|(?<=最后){_H}(?=公里|米)"),
    (
        Kind.NAME,
        "十件民生实事",
        f"{_N}(?=(?:件|项|个)?(?:重点|省|市|县|区|为民|惠民|利民|级)*(?:民生)?实事)",
    ),
    (Kind.NAME, "10个方面", f"{_N}(?=个?方面|个层面|个维度|个环节)"),
    (Kind.NAME, "3人制", f"{_N}(?=人?制(?!造|定|订|修)|位数|代|孩|胎|维|环|纵|横|院|园|馆)"),
    (Kind.NAME, "四类平台", f"(?:{_H})(?=[类种])"),
)
_NAMES = regex("|".join(f"({pattern})" for _, _, pattern in _ROWS))


def kind_of_name(text: str, start: int) -> Kind | None:
    """What the numeral at `start` of folded text is, if it is no quantity."""
    found = _NAMES.match(text, start)
    return _ROWS[found.lastindex - 1][0] if found and found.lastindex else None


_QUOTED = regex(r"[“\"]([^”\"“，。]{1,10})[”\"]|《([^》]{1,30})》")
_MEASURED = regex(rf"{_AM}[余多]?(?:%|[^\d\s+A-Za-z.”\"])|半[日天]|{_H}(?:小时|分钟)")


def quoted_names(text: str) -> list[tuple[int, int]]:
    """Short quotations and titles, but not those that hold a measure: “15分钟生活圈”."""
    return [
        found.span()
        for found in _QUOTED.finditer(text)
        if found[2] or not _MEASURED.search(found[1])
    ]
