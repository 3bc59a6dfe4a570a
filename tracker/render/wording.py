"""Values, bounds and dates in Chinese words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tracker.lazy import regex
from tracker.model import Amount, Baseline, Bound, Report, Target, Type, Update

# The figure at the front of “3.7万座”, “3～5个”, “12%”.
FIGURE = regex(r"[\d.,]+(?:\s*[~～\-–—至]+\s*[\d.,]+)?")


READABLE = Decimal(10) ** 8


def newspaper_page(report: Report) -> str:
    """第05版, marked where the page does not print it."""
    return f"第{report.page}版{'［推定］' if report.infers('page') else ''}" if report.page else ""


def report_title(report: Report) -> str:
    """With its year, where the title does not say it."""
    year = f"{report.year}年"
    return report.title if year in report.title else f"{year}：{report.title}"


def day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def plain(number: Decimal) -> str:
    """28E+4 as 280000, 3.70 as 3.7."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(number: Decimal) -> str:
    """10000000000 as 100亿."""
    for size, word in ((READABLE, "亿"), (Decimal(10) ** 4, "万")):
        if abs(number) >= size:
            return f"{plain(number / size)}{word}"
    return plain(number)


def figure_and_unit(amount: Amount) -> tuple[str, str]:
    found = FIGURE.match(amount.written)
    if not found:
        return amount.written, ""
    return found.group().replace("~", "～"), amount.written[found.end() :].strip()


def multiplied_out(amount: Amount, unit: str) -> str:
    """280000亩 for 28万亩; empty where the words say it already or zeros would blur it."""
    if amount.low != amount.high or plain(amount.low) in amount.written:
        return ""
    if amount.low >= READABLE:
        return ""
    unit = unit.lstrip("万亿")
    return f"{plain(amount.low)}{unit}"


def bound_words(target: Target) -> tuple[str, str]:
    """What stands before the figure and, in brackets, after it: 不少于, 含8000座."""
    amount = target.amount
    if amount is None:
        return "", ""
    written = amount.written.replace("~", "～")
    if amount.low != amount.high:
        figure, unit = figure_and_unit(amount)
        low, high = re.split("[～—–至-]", figure, maxsplit=1)
        return "", f"达到{low}{unit}即符合，超过{high}{unit}为超额"
    rate = "%" in amount.written or "％" in amount.written
    if target.bound is Bound.AT_LEAST:
        return ("不低于" if rate else "不少于"), f"含{written}"
    if target.bound is Bound.MORE_THAN:
        return "超过", f"不含{written}"
    if target.bound is Bound.AT_MOST:
        return "不超过", f"含{written}"
    if target.bound is Bound.LESS_THAN:
        return "低于", f"不含{written}"
    if target.bound is Bound.ABOUT:
        return "", "左右"
    if target.bound is Bound.NEARLY:
        return "接近", "高于不限"
    return "", "等于"


SUBJECTS: dict[Type, str] = {
    Type.GROWTH: "增长",
    Type.REDUCTION: "下降",
    Type.CUMULATIVE: "累计",
    Type.LIST: "共",
}


def goal(target: Target) -> str:
    """不少于8000座（含8000座）· 力争"""
    if target.amount is None:
        words = _without_amount(target) or f"照报告原话：“{target.quote}”"
    else:
        before, after = bound_words(target)
        written = target.amount.written.replace("~", "～")
        words = f"{target.per}{SUBJECTS.get(target.type, '')}{before}{written}"
        words += f"（{after}）" if after else ""
    return f"{words} · 力争" if target.stretch else words


def _without_amount(target: Target) -> str:
    if target.type is Type.COMPOSITE:
        return f"{len(target.parts)}部分都做到"
    if target.type is Type.RELATIVE and target.bound:
        return RELATIONS[target.bound]
    return target.criterion


RELATIONS = {
    Bound.AT_LEAST: "不低于所参照的目标",
    Bound.MORE_THAN: "高于所参照的目标",
    Bound.AT_MOST: "不高于所参照的目标",
    Bound.LESS_THAN: "低于所参照的目标",
    Bound.ABOUT: "与所参照的目标同步",
    Bound.NEARLY: "接近或高于所参照的目标",
    Bound.EXACTLY: "等于所参照的目标",
    Bound.RANGE: "与所参照的目标相当",
}


def goal_short(target: Target) -> str:
    """For lists: ≥ and the like are for machines, so words again, without the brackets."""
    if target.amount is None:
        return "以做成为准" if target.type is Type.MILESTONE else _without_amount(target)
    before, _ = bound_words(target)
    about = "左右" if target.bound is Bound.ABOUT else ""
    written = target.amount.written.replace("~", "～")
    return f"{target.per}{SUBJECTS.get(target.type, '')}{before}{written}{about}"


def deadline(target: Target) -> str:
    if target.deadline is None:
        return "报告未给出日期"
    return day(target.deadline)


def deadline_basis(target: Target) -> str:
    if target.deadline_words:
        return f"报告原话：“{target.deadline_words}”"
    if target.deadline is None:
        return "不代为设定日期"
    return "报告未写明时限，按报告年度末计"


def update_value(update: Update) -> str:
    if update.amount is not None:
        written = update.amount.written.replace("~", "～").replace("-", "−")
        return f"至少{written}" if update.at_least else written
    if update.not_started:
        return "尚未启动"
    if update.reached is None:
        return update.stage
    return "已做成" if update.reached else "尚未做成"


def update_when(update: Update) -> str:
    if update.as_of:
        return period(update.as_of.text)
    return update.when or "来源未载日期"


def baseline_when(baseline: Baseline) -> str:
    return period(baseline.as_of.text)


@lru_cache(4096)  # the same days stand on many pages
def period(text: str) -> str:
    """2023-12-31 as 2023年12月31日, 2023-12 as 2023年12月, 2023 as 2023年; words stay."""
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return "".join(
            f"{int(number)}{unit}" for number, unit in zip(text.split("-"), "年月日", strict=False)
        )
    return text
