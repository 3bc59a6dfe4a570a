"""What the responsible body says of itself, beside what the rules find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from tracker.assess.case import Case
from tracker.assess.wording import day
from tracker.lazy import regex
from tracker.model import Status, Update

SHORT = (Status.MISSED, Status.BEHIND, Status.NOT_STARTED)

# Not done: 尚未完成, 没有建成. Not to be counted as done either: 正在推进, 完成投资30亿元.
_DENIED = regex(
    "(?:尚|还|仍)?未(?:能|曾|按期|全部)*(?:完成|达到|达标|实现|建成|投产|通车|开工)|没有(?:完成|达到|建成)"
)
_DONE = regex(
    "(?:已|已经|全面|全部|圆满|超额|提前|如期|按期|顺利)(?:[^，。；]{0,4})"
    "(?:完成|达到|达标|实现|建成|竣工|投产|开放|落地|通车)|^(?:完成|达标|建成|竣工|投产|通车)了?$"
)  # 全面完成, 已于年底前建成, 完成
_COMING = regex("正在|预计|力争|有望|将于|计划|部分|基本")


def claims_done(words: str) -> bool:
    return bool(_DONE.search(words)) and not (_DENIED.search(words) or _COMING.search(words))


def denies(words: str) -> bool:
    return bool(_DENIED.search(words))


def disagreements(case: Case, status: Status, decided_by: Update | None) -> tuple[str, ...]:
    """In words, to be shown beside each other and settled by nobody."""
    found = (*_claimed(case, status, decided_by), *_different_answers(case))
    return tuple(dict.fromkeys(sorted(found)))


def _claimed(case: Case, status: Status, decided_by: Update | None) -> Iterator[str]:
    dated = [update for update in case.known if update.reported and update.as_of]
    if not dated:
        return
    last = max(dated, key=lambda update: (_last_day(update), update.reported))
    since = _last_day(decided_by) if decided_by else date.min
    too_good = claims_done(last.reported) and status in SHORT
    too_bad = denies(last.reported) and status is Status.ACHIEVED and _last_day(last) >= since
    if too_good or too_bad:
        yield f"责任单位自报“{last.reported}”（{day(_last_day(last))}），按规则得出“{status.label}”"


def _different_answers(case: Case) -> Iterator[str]:
    """Two sources that say otherwise of the same day, equally firm."""
    for one, other in combinations(sorted(case.known, key=_title_first), 2):
        if not (_can_differ(one, other)):
            continue
        same_day = f"同为截至{day(_last_day(one))}，《{one.source.title}》"
        if one.amount and other.amount and not one.at_least and not other.at_least:
            if (one.amount.low, one.amount.high) != (other.amount.low, other.amount.high):
                yield (
                    f"{same_day}作{one.amount.written}，"
                    f"《{other.source.title}》作{other.amount.written}"
                )
        elif {case.reached(one), case.reached(other)} == {True, False}:
            yield f"{same_day}：{one.words}；《{other.source.title}》：{other.words}"


def _can_differ(one: Update, other: Update) -> bool:
    if not (one.as_of and other.as_of and one.comparable and other.comparable):
        return False
    return one.as_of.last == other.as_of.last and one.kind is other.kind


def _title_first(update: Update) -> tuple[str, str, str]:
    return update.source.title, update.amount.written if update.amount else "", update.words


def _last_day(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min
