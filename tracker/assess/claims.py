"""What the responsible body says of itself, beside what the rules find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from tracker.assess.case import Case
from tracker.assess.wording import day
from tracker.model import Status, Update

GOOD = (Status.ACHIEVED, Status.HOLDING)

_OPEN = re.compile("未|没有|尚|正在|预计|力争|将|有望|部分|基本|推进")  # 尚未完成, 预计年底完成
_DONE = re.compile("完成|达到|达标|实现|建成|竣工|投产|开放|落地|通车")  # 已全面完成


def claims_done(words: str) -> bool:
    return bool(_DONE.search(words)) and not _OPEN.search(words)


def disagreements(case: Case, status: Status) -> tuple[str, ...]:
    """In words, to be shown beside each other and settled by nobody."""
    return (*_claimed(case, status), *_different_values(case))


def _claimed(case: Case, status: Status) -> Iterator[str]:
    dated = [
        u for u in case.target.updates if u.reported and u.as_of and u.as_of.last <= case.as_of
    ]
    if not dated:
        return
    last = max(dated, key=_last_day)
    if claims_done(last.reported) != (status in GOOD):
        yield f"责任单位自报“{last.reported}”（{day(_last_day(last))}），按规则得出“{status.label}”"


def _different_values(case: Case) -> Iterator[str]:
    """Two sources that give a different value of the same kind for the same day."""
    known = [u for u in case.target.updates if _is_known(u, case)]
    for one, other in combinations(known, 2):
        alike = one.as_of == other.as_of and one.kind is other.kind and not one.at_least
        if alike and not other.at_least and one.amount != other.amount:
            assert one.amount and other.amount
            yield (
                f"同为截至{day(_last_day(one))}，《{one.source.title}》作{one.amount.written}，"
                f"《{other.source.title}》作{other.amount.written}"
            )


def _is_known(update: Update, case: Case) -> bool:
    dated = update.as_of is not None and update.as_of.last <= case.as_of
    return dated and update.comparable and update.amount is not None


def _last_day(update: Update) -> date:
    assert update.as_of
    return update.as_of.last
