"""By when each number of a sentence is due."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from msgspec import Struct

from tracker.read.deadlines import Deadline

_NEAR = 16  # characters between a number and a deadline that follows it


class Timetable(Struct, frozen=True):
    """The deadlines of a sentence in their order, and the one it carries on."""

    text: str
    deadlines: tuple[Deadline, ...]
    carried: Deadline | None

    def at(self, start: int, end: int) -> tuple[str, date | None]:
        """The words and the day that hold for the number from `start` to `end`."""
        index = bisect_right(self.deadlines, start, key=lambda deadline: deadline.start)
        following = self.deadlines[index : index + 1]
        if following and self._close(end, following[0].start):
            return following[0].words, following[0].date
        earlier = self.deadlines[max(0, index - 1) : index]
        if earlier and "。" not in self.text[earlier[0].end : start]:
            return earlier[0].words, earlier[0].date
        return (self.carried.words, self.carried.date) if self.carried else ("", None)

    def _close(self, end: int, start: int) -> bool:
        """5个项目年底前竣工: nothing stands between that would begin something new."""
        return start - end <= _NEAR and not set(self.text[end:start]) & set("，、；。;,")
