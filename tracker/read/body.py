"""A page's rows → the report's own, its front matter, and the furniture around it."""

from __future__ import annotations

from msgspec import Struct, field

from tracker.model import Passage, Repair, RepairNote
from tracker.read import chrome
from tracker.read.copies import copies_in
from tracker.read.parts import is_annex
from tracker.read.passages import passage_of
from tracker.read.rows import Page, Row
from tracker.read.runs import split_runs

NOTED = ((Repair.MASTHEAD, chrome.MASTHEAD), (Repair.JUMP, chrome.JUMP))


class Body(Struct):
    page: Page
    title: Row | None = None
    bylines: list[Row] = field(default_factory=list)  # date, place and speaker
    rows: list[Row] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)
    repairs: list[RepairNote] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = [piece for row in self.page.rows() for piece in split_runs(row)]
        copies = copies_in(rows)
        self.furniture.extend(rows[place].passage for place in sorted(copies))
        rest = [row for place, row in enumerate(rows) if place not in copies]
        head, tail = chrome.head_of(rest), chrome.tail_of(rest)
        item = 0  # number of the table row that is expected in an annex
        for place, row in enumerate(rest):
            item = 1 if is_annex(row.text) else item
            if item and place < tail and row.text == str(item):
                self.rows.append(row)
                item += 1
            elif place >= tail or self.is_furniture(row):
                self.furniture.append(row.passage)
            elif place >= head:
                self.rows.append(row)
            else:
                self.take_front(row)
        if self.page.noise:
            self.furniture.append(passage_of(self.page.text, sorted(self.page.noise)))

    def is_furniture(self, row: Row) -> bool:
        for kind, pattern in NOTED:
            if pattern.match(row.text):
                self.repairs.append(RepairNote(kind, self.page.line_of(row.start), row.text))
                return True
        return not row.level and chrome.is_furniture(row.text)

    def take_front(self, row: Row) -> None:
        if not (self.title or self.bylines) and chrome.TITLE.match(row.text) and len(row.text) > 4:
            self.title = row
        elif chrome.BYLINE.match(row.text):
            self.bylines.append(row)
        else:
            self.furniture.append(row.passage)
