"""Headings without a mark: short lines of their own, and short sentences that open a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lazy import regex
from tracker.read.blocks import ENDS, HEADING, YEARLESS, Block
from tracker.read.ordinals import Mark, fold

# 壮大特优农业。聚焦“粮、果、菜”…
LEAD = regex(r"(?P<title>[^，；：。！？\t]{3,24})。")
# 实施道路优化工程，畅其路。按照…
PAUSED = regex(r"(?P<title>[^，；：。！？\t]{2,16}，[^，；：。！？\t]{2,16})。")
# 五年来，综合实力大幅跃升。五年来，民生福祉持续增进。: alike at the head of neighbours
RECALLED = regex(r"[一三五几]年来，(?!我们|全|各)[^，；：。！？\t]{4,16}。")
GROWS = regex(r"持续|不断|大幅|明显|显著|更加|深度|稳步|全面")
# openings that a plain sentence has and a title has not
PLAIN_OPENING = regex(
    r"(同志|朋友|乡亲|今年|去年|明年|当前|目前|同时|此外|另外|与此同时|一年来|五年来|几年来|近年来|过去|回顾|展望|这|那|其|我们|各位|大家"
    r"|让我们|为此|在此|总之|总的|但|还有|因此|所以|实践|事实|如|对此|以上|下面|上述|刚刚|新的一年|做好(今|全|明|当|上述|以上|新)|现[在将就]|谢谢|报告"
    r"|二〇|二○|[12]\d{3}年|“十.五”)"
)
# 主要做了以下工作。 · 请予审议。 · 任务艰巨而光荣。
ANNOUNCES = regex(
    r"以下|如下|下列|下面|审议|请.{0,6}(批准|意见)|(几|十|[一二三四五六七八九\d])个方面|(工作|任务|目标)(是|为)|[的了]$"
)
# 民主是社会主义的本质特征。
STATES = regex(r"(?<=[^于只但求])是(?=[^非否的])|^要")
# a finished figure is no title: 完成投资3亿元。
COUNTED = regex(r"\d[\d.]*\s*(?:%|％|[万亿]|个|家|公里|亩|人|户|项|元)")
# 加快城市更新。 · 营商环境持续优化。: what a lead without another beside it looks like
TITLE_BEGINS = regex(
    r"加[快强大速]|推[进动]|深[化入]|建[设立强好]|完[善成]|提[升高振]|强化|优[化先]|做[大强优好实]|抓[好实牢住紧]|实施|着力|大力|全面|持续"
    r"|扎实|积极|稳[步定妥]|努力|坚[持决定]|打[造好赢响]|培[育养]|壮大|健全|统筹|促进|扩大|激发|狠抓|严[格守密]|切实|进一步|落实|创[新建优]"
    r"|发展|规划|保[障护持]|巩固|开展|集[中聚]|聚[焦力]|围绕|突出|高[质标水]|精[心准细]|科学|依法|规范|支持|引[导进]|拓[展宽]|增[强加]"
    r"|改[革善造进]|防[范治]|守[牢住护]|夯实|构[建筑]|繁荣|办[好实]|维护|合理|确保|继续|主动|有[序力效]|关[心爱注]|丰富|在.{2,8}方面"
)
TITLE_ENDS = regex(
    r"(提升|优化|改善|推进|发展|突破|见效|显著|增强|扩大|加快|提高|深化|加强|完善|进展|成效|向好|夯实|显现|稳定|有力|有序|健全|丰富|繁荣|提速"
    r"|增长|凸显|初显|迈进|台阶|成果|进步|新高|跃升|提质|升级|新貌|活力|到位|落地|巩固|拓展|牢固|和谐|优先|蓬勃)$"
)
# 名词解释 · 注释：
GLOSSARY = regex(r".{0,18}(名词|名词术语|词语|用语|术语|缩略语)?(解释|注释|注解|释义|注)\s*[：:]?$")
TOPS = regex(
    r"回顾|总结|(工作|任务)(安排|部署|打算|重点|要点|计划|思路)|总体(要求|思路|目标|部署)|(主要|重点|目标|预期)(任务|目标|工作)|自身建设|(发展|奋斗|总体)目标|(今后|未来)五年"
    r"|结束语|结\s*语|前\s*言|引\s*言|序\s*言|民生实事|实事$"
)
# 各位代表！过去五年… · 在看到成绩的同时，我们也清醒地认识到… : of the whole chapter, not of its last section
WRAPS_UP = regex(
    r"各位代表[！!，,：:]|在(看到|肯定|取得|充分肯定).{0,10}(成绩|成就)|(同时，?)?我们(也|还|更)?(要)?(清醒|深知|深刻认识)"
    r"|(一年|五年|几年)来的(工作|实践|发展|成绩)|过去(的)?[一五]年.{0,16}(成绩|成就|经验|体会|进步)|(这些)?成绩的取得|成绩来之不易"
    r"|(刚刚)?过去的?[12]\d{3}年|一年来，(我们|全[省市县区].{0,4})主要(做|抓)了|(回顾|总结)(过去|一年|五年|本届)|综合(分析|考虑|各方面)|展望(未来|今年|新的)"
)
# 2031年：在实干争先中开创新局 · 存在的主要问题
YEAR_LED = regex(r"(?:19|20)\d\d年[：:，,\s]?(?!\d)\S{4,}")
FLAWS = regex(
    r"((工作|发展)?中?(面临|存在)的?)?(主要|突出)?的?(困难|问题|不足|挑战)([和与、](困难|问题|不足|挑战))?$"
)
OWN_LINE = 40
CLOSING = 60  # characters within which the report's last words say 让我们
CELL = 5  # fewer characters are a table's cell rather than a heading
LEAST = 4  # characters of a lead that needs no other as short beside it
ALONE = 16  # characters of a lead that has no other beside it


def lead_end(text: str, around: Sequence[str]) -> int:
    """Where the short sentence that opens the paragraph as its heading ends; 0 without one.

    `around` are the paragraphs right before and after: leads come in rows.
    """
    if recalled := RECALLED.match(text):
        words = recalled[0][:-1]
        titled = TITLE_ENDS.search(words) or GROWS.search(words)
        in_row = any(map(RECALLED.match, around)) and recalled.end() < len(text)
        return recalled.end() if titled and in_row else 0
    match = LEAD.match(text)
    if match and not any(map(is_plain_lead, around)) and not may_stand_alone(match["title"]):
        return 0
    if match and len(match["title"]) < LEAST and not any(map(is_short_lead, around)):
        return 0
    match = match or PAUSED.match(text)
    if (
        not match
        or "让我们" in text[:CLOSING]
        or match.end() == len(text)
        or not may_title(match["title"])
    ):
        return 0
    if "，" in match["title"]:
        alike = [PAUSED.match(other) for other in around]
        if not any(other and may_title(other["title"]) for other in alike) and not (
            not match["title"].startswith("继续")
            and all(map(TITLE_BEGINS.match, match["title"].split("，")))
            and any(map(is_plain_lead, around))
        ):
            return 0
    return match.end()


def may_stand_alone(words: str) -> bool:
    return LEAST <= len(words) <= ALONE and bool(
        TITLE_BEGINS.match(words) or TITLE_ENDS.search(words)
    )


def may_title(words: str) -> bool:
    return not (
        PLAIN_OPENING.match(words)
        or ANNOUNCES.search(words)
        or STATES.search(words)
        or COUNTED.search(fold(words))
    )


def is_plain_lead(text: str) -> bool:
    match = LEAD.match(text)
    return bool(match and may_title(match["title"]))


def is_short_lead(text: str) -> bool:
    """抓更新。, which only another like it shows to be a heading."""
    match = LEAD.match(text)
    return bool(match and len(match["title"]) <= LEAST and may_title(match["title"]))


def is_glossary(text: str) -> bool:
    return len(text) <= HEADING and bool(GLOSSARY.match(text))


def is_top(text: str) -> bool:
    """Whether a heading without a mark names a chapter of the report."""
    return bool(TOPS.search(text) or YEAR_LED.match(fold(text)))


def is_title_line(blocks: Sequence[Block], place: int, in_annex: bool) -> bool:
    """Whether a line without any mark is a heading: short, no sentence, and text below it."""
    block = blocks[place]
    text = block.text
    if block.mark is not None or not 2 <= len(text) <= OWN_LINE or "\t" in text:
        return False
    if ENDS.search(text) or text[-1] in "：:，、—…" or (in_annex and len(text) < CELL):
        return False
    if YEARLESS.search(fold(text)) and not TOPS.search(text):
        return False
    if place + 1 >= len(blocks):
        return bool(TOPS.search(text))
    below = blocks[place + 1]
    if below.mark is not None:
        first = below.ordinal is not None and below.ordinal.number == 1
        return first or (below.mark > Mark.ARABIC and not in_annex)
    if below.level or TOPS.search(text) or FLAWS.match(text):
        return True
    return len(below.text) >= (60 if in_annex else max(30, len(text) + 8)) and bool(
        ENDS.search(below.text)
    )


def is_lead_line(blocks: Sequence[Block], place: int) -> bool:
    """A short sentence on a line of its own, with a paragraph of running text below it."""
    text = blocks[place].text
    if blocks[place].mark is not None or not 6 <= len(text) <= OWN_LINE:
        return False
    if text[-1] != "。" or ENDS.search(text[:-1]) or text.count("，") > 1 or "：" in text:
        return False
    if not may_title(text[:-1]) or place + 1 >= len(blocks):
        return False
    below = blocks[place + 1]
    return below.mark is None and len(below.text) >= 2 * len(text)


def wraps_up(text: str) -> bool:
    """Whether the paragraph speaks for the chapter as a whole."""
    return bool(WRAPS_UP.match(text))
