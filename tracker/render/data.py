"""The data files; each field carries its description, so that data.html cannot disagree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct

from tracker.model import (
    Accounted,
    Adjustment,
    Amount,
    Assessed,
    Assessment,
    Baseline,
    Context,
    Event,
    Judgement,
    Match,
    Mention,
    Passage,
    Quantity,
    Revised,
    Section,
    Sentence,
    Sequel,
    Source,
    Target,
    Update,
    newest_first,
)
from tracker.render import addresses, labels, wording

Json = dict[str, object]
T = TypeVar("T")


class Field(Struct, Generic[T], frozen=True):
    name: str
    meaning: str
    value: Callable[[T, Assessment], object]


class Records(Struct, frozen=True):
    """What a report adds to the files of its region, as they write it."""

    targets: tuple[str, ...]
    events: tuple[tuple[date, date, str, str], ...]  # by what they are ordered, and written


def records_of(own: Assessment) -> Records:
    events = newest_first(own.ledger.events)
    return Records(
        tuple(_text(record(TARGET_FIELDS, one, own)) for one in own.targets),
        tuple(
            (one.known, one.day, one.key, _text(record(EVENT_FIELDS, one, own))) for one in events
        ),
    )


def region_files(region: Assessment, records: Sequence[Records]) -> dict[str, bytes]:
    """Targets and updates of all reports of a region."""
    events = sorted((event for one in records for event in one.events), reverse=True)
    return {
        "targets": _listed(region, "targets", [text for one in records for text in one.targets]),
        "updates": _listed(region, "events", [text for *_, text in events]),
    }


def _listed(region: Assessment, name: str, texts: Sequence[str]) -> bytes:
    """The head, and the list of what is written already."""
    head = {key: _value(value) for key, value in _head(region).items()}
    return _lined({**head, name: _lines(texts)})


def written(value: Json) -> bytes:
    return _lined({name: _value(one) for name, one in value.items()})


def _lined(entries: Mapping[str, str]) -> bytes:
    """One entry a line."""
    lines = ",\n".join(f"{_text(name)}: {text}" for name, text in entries.items())
    return f"{{\n{lines}\n}}\n".encode()


def _value(value: object) -> str:
    """One record a line, so that tools which know nothing but lines can find and compare them."""
    if isinstance(value, list | tuple) and all(isinstance(one, dict) for one in value):
        return _lines([_text(one) for one in value])
    return _text(value)


def _lines(texts: Sequence[str]) -> str:
    return "[\n" + ",\n".join(texts) + "\n]" if texts else "[]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def report(assessment: Assessment) -> Json:
    return {**_head(assessment), **record(REPORT_FIELDS, assessment, assessment)}


def coverage(assessment: Assessment) -> Json:
    return {
        **_head(assessment),
        "numerals": [record(COVERAGE_FIELDS, a, assessment) for a in assessment.coverage],
    }


def record(fields: tuple[Field[T], ...], value: T, assessment: Assessment) -> Json:
    return {field.name: field.value(value, assessment) for field in fields}


def _head(assessment: Assessment) -> Json:
    return {field.name: field.value(assessment, assessment) for field in HEAD_FIELDS}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {
        "low": _number(amount.low),
        "high": _number(amount.high),
        "written": amount.written,
    }


def _source(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {
        "title": source.title,
        "url": source.url,
        "publisher": source.publisher,
        "published": source.published,
        "tier": source.tier,
        "accessed": source.accessed.text if source.accessed else None,
        "archived": source.archived,
    }


def _update(update: Update) -> Json:
    return {
        "as_of": update.as_of.text if update.as_of else None,
        "when": update.when,
        "value": _amount(update.amount),
        "reached": update.reached,
        "reached_on": _day(update.reached_on),
        "stage": update.stage,
        "not_started": update.not_started,
        "says": update.says,
        "at_least": update.at_least,
        "comparable": update.comparable,
        "kind": update.kind,
        "reported": update.reported,
        "note": update.note,
        "confidence": update.confidence,
        "source": _source(update.source),
        "confirmed_by": [_source(source) for source in update.confirmed_by],
    }


def _context(context: Context) -> Json:
    return {
        "says": context.says,
        "when": context.when,
        "note": context.note,
        "confidence": context.confidence,
        "source": _source(context.source),
    }


def _revision(revision: Adjustment) -> Json:
    return {
        "date": revision.day.text,
        "from": revision.before,
        "to": revision.after,
        "value": _amount(revision.amount),
        "bound": revision.bound,
        "deadline": _day(revision.deadline),
        "authority": revision.authority,
        "document": _source(revision.document),
    }


def _baseline(baseline: Baseline | None) -> Json | None:
    if baseline is None:
        return None
    return {
        "value": _amount(baseline.amount),
        "as_of": baseline.as_of.text,
        "note": baseline.note,
        "confidence": baseline.confidence,
        "source": _source(baseline.source),
    }


def _mention(mention: Mention) -> Json:
    return {
        "agency": mention.agency,
        "role": mention.role,
        "source": _source(mention.source),
    }


def _spans(passage: Passage) -> list[list[int]]:
    return [list(span) for span in passage.spans]


def _place(match: Match, assessed: Assessed) -> Json:
    return {
        "sentence": match.sentence.id,
        "sections": [section.id for section in assessed.path],
        "section_titles": [section.title for section in assessed.path],
        "start": match.start,
        "end": match.end,
        "numerals": [{"start": n.start, "end": n.end, "text": n.text} for n in match.numerals],
        "line": match.sentence.line,
        "printed_spans": _spans(match.sentence.passage.slice(match.start, match.end)),
    }


def _judgement(judgement: Judgement, target: Target) -> Json:
    decided = judgement.decided_by
    return {
        "status": judgement.status,
        "label": labels.STATUS[judgement.status].label,
        "group": labels.STATUS[judgement.status].group,
        "rule": judgement.rule,
        "rules_version": judgement.version,
        "arithmetic": judgement.arithmetic,
        "flags": list(judgement.flags),
        "evidence": judgement.evidence or "none",
        "decided_by": target.updates.index(decided) if decided in target.updates else None,
        "expected": [[day.isoformat(), _number(value)] for day, value in judgement.path],
        "disagreements": list(judgement.disagreements),
    }


def _revised(revised: Revised, target: Target) -> Json:
    judged = revised.judgement
    return {
        **_revision(revised.adjustment),
        "judgement": _judgement(judged, target) if judged else None,
    }


def _sequel(sequel: Sequel | None) -> Json | None:
    if sequel is None:
        return None
    echo = sequel.echo
    return {
        "report": sequel.report.id,
        "state": sequel.carried,
        "continued_by": list(sequel.successors),
        "sentence": echo.sentence.id if echo else None,
        "words": echo.words if echo else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quantity(quantity: Quantity) -> Json:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "change": quantity.change,
        "stretch": quantity.stretch,
        "per": quantity.per,
        "kind": quantity.kind,
    }


def _sentence(sentence: Sentence) -> Json:
    return {
        "id": sentence.id,
        "text": sentence.text,
        "line": sentence.line,
        "printed_spans": _spans(sentence.passage),
        "quantities": [_quantity(quantity) for quantity in sentence.quantities],
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "title": section.title,
        "ordinal": section.ordinal,
        "ordinal_inferred": section.ordinal_inferred,
        "style": section.style,
        "moved": section.moved,
        "heading": _sentence(section.heading),
        "paragraphs": [[_sentence(s) for s in p] for p in section.paragraphs],
        "children": [_section(child) for child in section.children],
    }


def _not_target(accounted: Accounted) -> Json | None:
    entry = accounted.not_target
    if entry is None:
        return None
    return {
        "reason": entry.reason,
        "label": labels.REASONS[entry.reason],
        "quote": entry.quote,
        "note": entry.note,
        "context": [_context(context) for context in entry.context],
    }


HEAD_FIELDS: tuple[Field[Assessment], ...] = (
    Field("report", "报告的标识", lambda _, a: a.report.id),
    Field("report_title", "报告的题名", lambda _, a: a.report.title),
    Field("as_of", "状态计算到哪一天", lambda _, a: a.as_of.isoformat()),
    Field("rules_version", "判断规则的版本", lambda _, a: a.rules.version),
    Field("search_scope", "检索公开资料的范围", lambda _, a: a.site.search_scope),
)

TARGET_FIELDS: tuple[Field[Assessed], ...] = (
    Field("id", "目标的标识，不变", lambda t, _: t.target.id),
    Field(
        "url",
        "目标页地址；网站未定地址时为相对路径",
        lambda t, a: addresses.absolute(addresses.target(t.target.id), a.site),
    ),
    Field("formerly", "曾用的标识，旧地址仍可打开", lambda t, _: list(t.target.formerly)),
    Field("report", "出自哪一份报告", lambda _, a: a.report.id),
    Field("title", "题名，本站所拟", lambda t, _: t.target.title),
    Field("quote", "报告原话，一字不改", lambda t, _: t.target.quote),
    Field(
        "place",
        "原话的位置：句号、章节路径、在句中的起止、所含数字、报纸行号、在报纸原文中的起止"
        "（均以字符计，从0起，止位不含）",
        lambda t, _: _place(t.match, t),
    ),
    Field("type", "类型", lambda t, _: t.target.type),
    Field(
        "value",
        "目标值：low、high为乘开万、亿后的数，区间时两者不同；written为原写法",
        lambda t, _: _amount(t.target.amount),
    ),
    Field("unit", "单位（不含万、亿）", lambda t, _: t.target.unit),
    Field(
        "bound",
        "界：>=不少于，>超过，<=不超过，<低于，~左右，~>接近，=等于",
        lambda t, _: t.target.bound,
    ),
    Field("number", "原话中载有该数的字样，需要时才有", lambda t, _: t.target.number),
    Field("per", "每一……，例如每个乡镇", lambda t, _: t.target.per),
    Field("universe", "全覆盖、清零的范围", lambda t, _: t.target.universe),
    Field("basis", "增速、降幅的比较基准", lambda t, _: t.target.basis),
    Field("stretch", "报告是否写明力争、努力", lambda t, _: t.target.stretch),
    Field("goal", "目标值的文字说明", lambda t, _: wording.goal(t.target)),
    Field(
        "deadline",
        "时限；报告未给出日期的为null",
        lambda t, _: t.target.deadline.isoformat() if t.target.deadline else None,
    ),
    Field("deadline_words", "报告写时限的原话，没有则为空", lambda t, _: t.target.deadline_words),
    Field("criterion", "节点类目标以什么为做成", lambda t, _: t.target.criterion),
    Field("editorial", "标准是否由编者设定", lambda t, _: t.target.editorial),
    Field("unmeasurable", "无法量化的原因代码", lambda t, _: t.target.unmeasurable),
    Field(
        "start",
        "累计的起点；null为报告年度的1月1日",
        lambda t, _: t.target.start.isoformat() if t.target.start else None,
    ),
    Field("period", "统计周期", lambda t, _: t.target.period),
    Field("release_lag", "发布时滞的天数；null为通常的天数", lambda t, _: t.target.release_lag),
    Field(
        "tolerance",
        "左右的容差；null为通常的容差",
        lambda t, _: (
            {"value": _number(t.target.tolerance.amount), "reason": t.target.tolerance.reason}
            if t.target.tolerance
            else None
        ),
    ),
    Field(
        "schedule",
        "进度安排：到哪天应达多少",
        lambda t, _: [
            {
                "by": s.by.isoformat(),
                "value": _amount(s.amount),
                "words": s.words,
                "source": _source(s.source),
            }
            for s in t.target.schedule
        ],
    ),
    Field(
        "stages",
        "节点的各步",
        lambda t, _: [{"name": s.name, "by": _day(s.by)} for s in t.target.stages],
    ),
    Field(
        "items",
        "清单的各项；reached为null表示没有来源说到",
        lambda t, _: [
            {
                "title": i.title,
                "as_of": i.as_of.text if i.as_of else None,
                "reached": i.reached,
                "says": i.says,
                "source": _source(i.source),
            }
            for i in t.target.items
        ],
    ),
    Field("parts", "合成目标的各部分", lambda t, _: list(t.target.parts)),
    Field("relative_to", "所参照的目标", lambda t, _: t.target.relative_to),
    Field("lead", "牵头单位，有分工文件时才有", lambda t, _: list(t.target.lead)),
    Field("support", "配合单位，有分工文件时才有", lambda t, _: list(t.target.support)),
    Field("mentions", "来源提到的单位", lambda t, _: [_mention(m) for m in t.target.mentions]),
    Field("places", "原文点名的县（市、区）", lambda t, _: list(t.target.places)),
    Field("topics", "主题", lambda t, _: list(t.target.topics)),
    Field("baseline", "基期值", lambda t, _: _baseline(t.target.baseline)),
    Field(
        "searched",
        "最近一次检索公开资料的日期",
        lambda t, _: t.target.searched.isoformat() if t.target.searched else None,
    ),
    Field(
        "updates",
        "进展：来源在某一时点所说；comparable为false的口径不同，不用于判定",
        lambda t, _: [_update(u) for u in t.target.updates],
    ),
    Field(
        "revisions",
        "目标后来的调整；judgement是按调整后的目标判定，只改文字的为null",
        lambda t, _: [_revised(r, t.target) for r in t.revised],
    ),
    Field(
        "redefined",
        "口径变化：从哪天起，统计的是什么",
        lambda t, _: [
            {"date": r.day.text, "note": r.note, "source": _source(r.source)}
            for r in t.target.redefined
        ],
    ),
    Field(
        "withdrawn",
        "中止的文件；没有则为null",
        lambda t, _: (
            {
                "date": t.target.withdrawn.day.text,
                "authority": t.target.withdrawn.authority,
                "note": t.target.withdrawn.note,
                "document": _source(t.target.withdrawn.document),
            }
            if t.target.withdrawn
            else None
        ),
    ),
    Field(
        "disputes",
        "公开的不同说法",
        lambda t, _: [
            {"date": d.day.text, "by": d.by, "says": d.says, "source": _source(d.source)}
            for d in t.target.disputes
        ],
    ),
    Field("family", "各年报告中的同一目标，由早到晚", lambda t, _: list(t.family)),
    Field(
        "next_report",
        "下一年报告怎样说到它；continued、silent经编者核对，其余是程序比对；没有下一年报告则为null",
        lambda t, _: _sequel(t.sequel),
    ),
    Field("context", "背景，不作判定依据", lambda t, _: [_context(c) for c in t.target.context]),
    Field("note", "编者说明", lambda t, _: t.target.note),
    Field(
        "judgement",
        "算出的状态、所用规则及版本、算式、标记、佐证级别；decided_by为所依据的进展的序号，从0起；"
        "expected为各日应达的数",
        lambda t, _: _judgement(t.judgement, t.target),
    ),
    Field(
        "entered_at",
        "本条在targets.yaml中的行号",
        lambda t, _: t.target.where.line,
    ),
)

REPORT_FIELDS: tuple[Field[Assessment], ...] = (
    Field("body", "作报告的机关", lambda _, a: a.report.body),
    Field("year", "报告年度", lambda _, a: a.report.year),
    Field("newspaper", "刊载的报纸", lambda _, a: a.report.newspaper),
    Field(
        "published",
        "刊载日期",
        lambda _, a: a.report.published.isoformat() if a.report.published else None,
    ),
    Field("page", "版面", lambda _, a: a.report.page),
    Field("sha256", "报纸原文（UTF-8）的SHA-256校验值", lambda _, a: a.report.sha256),
    Field(
        "printed_url",
        "报纸原文的地址",
        lambda _, a: addresses.absolute(addresses.printed_text(a.report), a.site),
    ),
    Field(
        "inferred",
        "本站对报告所作的推定",
        lambda _, a: [
            {"about": fact.about, "field": fact.field, "note": fact.note}
            for fact in a.report.inferred
        ],
    ),
    Field(
        "misprints",
        "疑似误植，照印不改",
        lambda _, a: [
            {
                "printed": m.printed,
                "reading": m.reading,
                "note": m.note,
                "source": _source(m.source),
            }
            for m in a.report.misprints
        ],
    ),
    Field(
        "repairs",
        "把报纸读成文章时所作的处理，附报纸行号",
        lambda _, a: [
            {"kind": note.kind, "line": note.line, "text": note.text} for note in a.report.repairs
        ],
    ),
    Field(
        "heading",
        "报告标题一句",
        lambda _, a: _sentence(a.report.heading) if a.report.heading else None,
    ),
    Field(
        "furniture",
        "报头、序号、转接提示，不属于正文",
        lambda _, a: [_sentence(sentence) for sentence in a.report.furniture],
    ),
    Field(
        "sections",
        "章节树，按阅读次序；每句有标识、文字、报纸行号、在报纸原文中的起止和所含数量",
        lambda _, a: [_section(part) for part in a.report.parts],
    ),
)

EVENT_FIELDS: tuple[Field[Event], ...] = (
    Field("day", "说的是哪一天", lambda e, _: e.day.isoformat()),
    Field("known", "编者最早能知道的日子", lambda e, _: e.known.isoformat()),
    Field("target", "目标的标识", lambda e, _: e.target),
    Field(
        "cause", "update进展，status状态变化，revision调整，withdrawal中止", lambda e, _: e.cause
    ),
    Field("before", "变化前的状态", lambda e, _: e.before),
    Field("after", "变化后的状态", lambda e, _: e.after),
    Field("words", "内容或算式", lambda e, _: e.words),
)

COVERAGE_FIELDS: tuple[Field[Accounted], ...] = (
    Field("sentence", "所在句的标识", lambda c, _: c.sentence.id),
    Field("line", "报纸行号", lambda c, _: c.sentence.line),
    Field("start", "在句中的起点", lambda c, _: c.numeral.start),
    Field("end", "在句中的止点，不含", lambda c, _: c.numeral.end),
    Field("text", "数字字样", lambda c, _: c.numeral.text),
    Field("target", "对应的目标，没有则为空", lambda c, _: c.target),
    Field("not_target", "不是目标的，写明原因", lambda c, _: _not_target(c)),
    Field("structure", "属于版面信息的，写明种类", lambda c, _: c.structure),
)
