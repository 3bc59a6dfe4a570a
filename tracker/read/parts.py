"""What a section or paragraph speaks of: the past, this year's plan, a longer plan, notes."""

from __future__ import annotations

import re

from tracker.lazy import regex
from tracker.model import Part
from tracker.read.leads import is_glossary
from tracker.read.ordinals import ANNEX_LINE, HAN, fold

ERA = regex(r"[“\"「](十[一二三四五六七八九]?|[一二三四五六七八九]五?)五[”\"」]")
ERAS = "一二三四五六七八九十"
YEAR = regex(r"(?<!\d)((?:19|20)\d\d)年?")
# 过去五年工作回顾 · 主要成就
LOOKS_BACK = regex(
    r"回顾|回眸|总结|(成就|成绩|成效|业绩)(?!.{0,6}(奋斗|任务))|过去|(?<!未)[一五三几]年来|去年|上年|上一年"
    r"|工作情况|完成情况|进展情况|存在.{0,6}(问题|困难|不足)|基本经验|主要经验|体会"
)
# 今后五年的目标任务 · “十六五”时期发展目标
LOOKS_FAR = regex(
    r"(今后|未来|下一个|下个|接下来|此后)(的)?(五|三|[3-5]|几|一个时期|一段时期)|五年(规划|计划|目标|发展|奋斗|任务)"
    r"|规划(纲要|期)|本届政府|远景|中长期|新五年|新的五年"
)
# 2031年重点工作 · 今年工作总体要求
LOOKS_AHEAD = regex(
    r"今年|本年|新的一年|(工作|任务)(安排|部署|打算|建议|重点|要点|思路)|(重点|主要|目标|中心)(工作|任务)|(总体|总的)(要求|思路|目标)"
    r"|(预期|奋斗|发展|主要)目标|自身建设|民生实事|(?<!工作)安排$|做好.{0,8}工作"
)
# 奋力实现“十六五”良好开局
OPENS_ERA = regex(r"[”\"].{0,6}(良好开局|开好局|开门红|开局|圆满收官|收好官)")
# within a section only these are clear enough
SUB_BACK = regex(
    r"工作回顾|(工作|主要)(总结|成就|成绩)$|^过去[一五]年|存在的?.{0,4}(问题|困难|不足)"
)
SUB_FAR = regex(
    r"^(今后|未来)(的)?[五三]年|^[“\"]十.?五[”\"](时期|期间)?.{0,10}(目标|任务|思路|要求|发展|规划)"
)
SUB_AHEAD = regex(r"^今年|(总体|总的)(要求|思路)|(预期|主要)目标|目标任务|工作安排")

# 附件：2031年民生实事清单; but not 民生实事完成情况
PLEDGES = regex(r"实事|(任务|目标|指标|工作)(计划|安排|要点|分解|清单|一览)*表?$")
ACCOUNTS = regex(r"解释|说明|注释|完成|进展|落实|情况|回顾|结果|评价")

TO_BACK = regex(
    r"(各位代表[！，：,])?\s*(回顾|过去(的)?(一|五)年|刚刚过去的|一年来|五年来|去年|本届政府任期|{last}年)"
)
TO_AHEAD = regex(
    r"(各位代表[！，：,])?\s*((今年|{year}年|新的一年)(是|里?，?我们(要|将)|.{0,16}(总体要求|总体思路|总的要求|指导思想|预期目标|主要目标"
    r"|目标任务|工作重点|主要任务|重点(工作|抓|做)))|做好(今年|{year}年|新一年)|(展望|面对|站在)(今年|{year}年|新的一年)"
    r"|按照.{0,40}(今年|{year}年).{0,12}(总体要求|总体思路|目标)|.{0,30}(今年|{year}年)(政府|经济|全[省市县区]|我[省市县区]).{0,20}"
    r"(总体要求|总体思路|总的要求|预期目标|主要目标)(是|为|：))"
)
TO_FAR = regex(
    r"(各位代表[！，：,])?\s*([“\"]十.?五[”\"](时期|期间)|(今后|未来)(的)?五年).{0,60}?(要|将|目标|是.{0,30}(关键|重要)|必须|力争)"
)

PAST_WORDS = regex(
    r"了|已|同比|荣获|获评|获批|累计|成功|显著|圆满|明显|得到|取得|去年|一年来|五年来|率先|创历史|再创|突破性|连续"
)
AHEAD_WORDS = regex(
    r"力争|确保|争取|今年|继续|切实|努力|要(?!求|素|点|闻|件|害|道|地)|将(?!军|近)|着力|进一步|加快|大力|全面推进|深入实施"
)


def era_years(title: str) -> tuple[int, int] | None:
    """First and last year of the five-year plan a title names: “十四五” → 2021, 2025."""
    match = ERA.search(title)
    if not match:
        return None
    words = match[1]
    number = (
        10 + ERAS.find(words[1:]) + 1 if words[0] == "十" and words[1:] else ERAS.find(words) + 1
    )
    first = 1951 + 5 * number
    return first, first + 4


class PartReader:
    """Tells the part of headings and paragraphs of a report of this year (0 where unknown)."""

    def __init__(self, year: int) -> None:
        self.year = year
        years = {"year": str(year) if year else "9999", "last": str(year - 1) if year else "9999"}
        self.to_back, self.to_ahead = (
            re.compile(
                form.pattern.replace("{year}", years["year"]).replace("{last}", years["last"])
            )
            for form in (TO_BACK, TO_AHEAD)
        )

    def of_top(self, title: str) -> Part | None:
        """The part that a heading of the first level names; None where it names none."""
        words = fold(title)
        if is_annex(words):
            return Part.ANNEX
        if LOOKS_BACK.search(words) and not self.is_coming(words):
            return Part.REVIEW
        if LOOKS_FAR.search(words):
            return Part.LONGER
        years = [int(year) for year in YEAR.findall(words)]
        if self.year and years and max(years) < self.year:
            return Part.REVIEW
        if self.year and self.year in years:
            return Part.PLAN
        if OPENS_ERA.search(words):
            return Part.PLAN
        if era := era_years(words):
            return Part.REVIEW if self.year and era[1] < self.year else Part.LONGER
        if LOOKS_AHEAD.search(words):
            return Part.PLAN
        return None

    def is_pledged(self, title: str) -> bool:
        """Whether an annex of this title lists promises of this year."""
        words = fold(title)
        years = [int(year) for year in YEAR.findall(words)]
        over = self.year and years and max(years) < self.year
        return bool(PLEDGES.search(words)) and not over and not ACCOUNTS.search(words)

    def is_coming(self, words: str) -> bool:
        """创造{今年}新成就: the year itself, not a look back at it."""
        return bool(re.search(r"(创造|再创|开创|取得|奋力|争取)", words)) and "回顾" not in words

    def of_sub(self, title: str) -> Part | None:
        words = fold(title)
        if is_annex(words):
            return Part.ANNEX
        for part, form in (
            (Part.REVIEW, SUB_BACK), (Part.LONGER, SUB_FAR), (Part.PLAN, SUB_AHEAD),
        ):  # fmt: skip
            if form.search(words):
                return part
        return None

    def of_paragraph(self, text: str, now: Part) -> tuple[Part, bool]:
        """The paragraph's part, and whether what follows is of it as well."""
        words = fold(text[:160])
        if now in (Part.ANNEX, Part.CHROME):
            return now, True
        if now is not Part.PLAN and self.to_ahead.match(words):
            return Part.PLAN, True
        if now in (Part.REVIEW, Part.PLAN, Part.OPENING) and TO_FAR.match(words):
            lasts = now is not Part.PLAN
            era = era_years(words)
            over = era and self.year and era[1] < self.year
            return (Part.REVIEW, now is Part.OPENING) if over else (Part.LONGER, lasts)
        if self.to_back.match(words):
            if now is Part.OPENING:
                return Part.REVIEW, True
            if now is Part.PLAN and PAST_WORDS.search(words) and not AHEAD_WORDS.search(words):
                return Part.REVIEW, False
        return now, True

    def by_content(self, text: str) -> Part:
        """The part of a section whose heading does not tell, from its words."""
        past = len(PAST_WORDS.findall(text))
        ahead = len(AHEAD_WORDS.findall(text))
        if ahead < past:
            return Part.REVIEW
        far = len(re.findall(r"(今后|未来)五年|五年内|到20\d\d年", text))
        this = len(re.findall(r"今年|年内|年底", text))
        return Part.LONGER if far > this else Part.PLAN


def is_annex(title: str) -> bool:
    return is_glossary(title) or bool(ANNEX_LINE.match(title) and len(title) <= 45)


# ——2031年1月5日在某县第九届人民代表大会… · 2031年某县政府工作报告 · 二、2031年工作安排
YEAR_FORMS: tuple[tuple[re.Pattern[str], int], ...] = (
    (regex(r"^.{0,12}((?:19|20)\d\d)年的?工作$", re.MULTILINE), 0),
    (regex(r"((?:19|20)\d\d)年.{0,24}政府工作报告"), 0),
    (regex(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日.{0,3}在.{2,40}(?:会议|大会)"), 0),
    (regex(r"((?:19|20)\d\d)年.{0,10}工作回顾"), 1),
    (
        regex(
            r"((?:19|20)\d\d)年.{0,12}(?:重点工作|工作安排|主要任务|主要工作|工作部署|目标任务|工作重点|工作任务|预期目标|总体要求)"
        ),
        0,
    ),
    (
        regex(
            r"([二一][〇○零О九八0O]{1,2}[〇○零一二三四五六七八九]{1,2})年.{0,3}月.{0,4}日.{0,3}在"
        ),
        0,
    ),
)
# 2031年是“十六五”规划的开局之年
NAMED_YEAR = regex(r"((?:19|20)\d\d)年，?是[^。；]{0,60}?(?:之年|一年|重要年份|任务|关键)")
# 2031年：在实干争先中开创新局 · 一、2031年工作
TITLE_YEAR = regex(
    rf"(?:^|\\[rn])(?:#|[^\S\n])*+(?:(?:{HAN}、|[(]{HAN}[)]|第{HAN}(?:部分|章)[：:\s]*+)\s*+)?((?:19|20)\d\d)年"
    r"(?!.{0,30}(?:报告|预算|\d月|-\d))[：:，\s]?[^。；！？\\\n]{2,40}(?=$|\\[rn])",
    re.MULTILINE,
)
# 今年是“十六五”规划的开局之年
YEAR_OF_ERA = regex(
    r"今年是.{0,12}(?P<era>[“\"「].{1,3}五[”\"」])(?:规划|时期|计划)?(?:实施)?的?"
    r"(?:(?P<first>开局|起步|第一年)|(?P<last>收官|最后一年))"
)
HAN_YEAR = str.maketrans("〇○零О一二三四五六七八九O", "00001234567890")


def year_of(text: str) -> int:
    """The year whose plan the report sets out, as far as its own words tell; 0 otherwise."""
    words = fold(text[:60_000])
    titled = {int(match[1]) for match in TITLE_YEAR.finditer(words)}
    if len(titled) > 1 and max(titled) - 1 in titled:
        return max(titled)
    for form, add in YEAR_FORMS:
        for match in form.finditer(words):
            digits = match[1].translate(HAN_YEAR)
            if len(digits) == 4 and 1949 <= int(digits) + add <= 2149:
                return int(digits) + add
    named = [int(match[1]) for match in NAMED_YEAR.finditer(words)]
    if named:
        return max(named)
    named_era = YEAR_OF_ERA.search(words)
    if named_era and (years := era_years(named_era["era"])):
        return years[0] if named_era["first"] else years[1]
    return 0
