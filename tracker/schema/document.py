"""The whole schema: every record of `targets.yaml`, and the file that holds it."""

from __future__ import annotations

import json

from tracker.model import Bound, Confidence, Period, Reason, Revision, Tier, Type
from tracker.read import events, sources, targets, timing, updates
from tracker.schema import PATH, snippets, words
from tracker.schema.forms import (
    ADDRESS_ON_THE_WEB,
    AMOUNT,
    DATE,
    DAY,
    DAYS,
    DEADLINE,
    FLAG,
    IDENTIFIER,
    NUMBER,
    TEXT,
    Json,
    choice,
    needing,
    needing_one_of,
    record,
    records,
    several,
)
from tracker.schema.types import OTHERWISE_COUNTED, SAID, UNSTARTED, only_for

MODELINE = f"# yaml-language-server: $schema={PATH}"  # first line of a targets.yaml
# Draft 7 is what the YAML language server has supported longest.
DIALECT = "http://json-schema.org/draft-07/schema#"

SOURCE = record(
    "来源",
    sources.KEYS,
    words.SOURCE,
    {
        "url": ADDRESS_ON_THE_WEB,
        "tier": choice(Tier),
        "accessed": DAY,
        "archived": ADDRESS_ON_THE_WEB,
    },
    "title",
)
SHARED: Json = {"type": "object", "allOf": [{"$ref": "#/definitions/source"}]}
CITED: Json = {
    "type": ["string", "object", "number"],
    "allOf": [{"$ref": "#/definitions/source"}],
    "defaultSnippets": snippets.SOURCE,
    "errorMessage": "写来源，或sources里的名字",
}
CONTEXT = record(
    "背景",
    updates.CONTEXT_KEYS,
    words.CONTEXT,
    {"confidence": choice(Confidence), "source": CITED},
    "says",
)
MENTION = record(
    "提到的单位", updates.MENTION_KEYS, words.MENTION, {"source": CITED}, "agency source"
)
UPDATE = {
    **record(
        "进展",
        updates.UPDATE_KEYS,
        words.UPDATE,
        {
            "as_of": DAY,
            "value": AMOUNT,
            "reached": FLAG,
            "reached_on": DATE,
            "not_started": FLAG,
            "at_least": FLAG,
            "comparable": FLAG,
            "kind": choice(Revision),
            "confidence": choice(Confidence),
            "source": CITED,
            "confirmed_by": several(CITED),
        },
        "source",
    ),
    "allOf": [
        needing_one_of("as_of", "when"),
        {"if": OTHERWISE_COUNTED, "then": needing("note")},
        {"if": UNSTARTED, "then": SAID},
    ],
}
BASELINE = record(
    "基期值",
    updates.BASELINE_KEYS,
    words.BASELINE,
    {"value": AMOUNT, "as_of": DAY, "confidence": choice(Confidence), "source": CITED},
    "value as_of source",
)
ITEM = {
    **record(
        "清单的一项",
        updates.ITEM_KEYS,
        words.ITEM,
        {"as_of": DAY, "reached": FLAG, "source": CITED},
        "title",
    ),
    "dependencies": {"reached": ["as_of", "source"]},
}
STEP = {
    **record(
        "进度",
        timing.STEP_KEYS,
        words.STEP,
        {"by": DATE, "value": AMOUNT, "source": CITED},
        "by value",
    ),
    **needing_one_of("words", "source"),
}
STAGE = record("步骤", timing.STAGE_KEYS, words.STAGE, {"by": DATE}, "name")
TOLERANCE = record(
    "容差", targets.TOLERANCE_KEYS, words.TOLERANCE, {"value": NUMBER}, "value reason"
)
REVISION = record(
    "调整",
    events.REVISION_KEYS,
    words.REVISION,
    {"date": DAY, "value": AMOUNT, "bound": choice(Bound), "deadline": DATE, "document": CITED},
    "date from to document",
)
WITHDRAWAL = record(
    "中止",
    events.WITHDRAWAL_KEYS,
    words.WITHDRAWAL,
    {"date": DAY, "document": CITED},
    "date authority document",
)
REDEFINITION = record(
    "口径变化",
    events.REDEFINITION_KEYS,
    words.REDEFINITION,
    {"date": DAY, "source": CITED},
    "date note source",
)
DISPUTE = record(
    "异议",
    events.DISPUTE_KEYS,
    words.DISPUTE,
    {"date": DAY, "source": CITED},
    "date by says source",
)
# 全覆盖 and 清零 say nothing while nobody says of what.
UNIVERSAL: Json = {
    "if": {
        "properties": {"number": {"pattern": targets.UNIVERSAL.pattern}},
        "required": ["number", "value"],
    },
    "then": needing("universe"),
}
TARGET = {
    **record(
        "目标",
        targets.TARGET_KEYS,
        words.TARGET,
        {
            "id": IDENTIFIER,
            "formerly": several(IDENTIFIER),
            "type": choice(Type),
            "value": AMOUNT,
            "bound": choice(Bound),
            "effort": choice(targets.Effort),
            "deadline": DEADLINE,
            "criterion_by": choice(targets.Setter),
            "unmeasurable": choice(targets.Unmeasurable),
            "start": DATE,
            "period": choice(Period),
            "release_lag": DAYS,
            "tolerance": TOLERANCE,
            "schedule": records("step"),
            "stages": records("stage"),
            "items": records("item"),
            "parts": {**several(IDENTIFIER), "type": "array", "minItems": 2},
            "lead": several(TEXT),
            "support": several(TEXT),
            "mentions": records("mention"),
            "places": several(TEXT),
            "topics": several(TEXT),
            "baseline": BASELINE,
            "searched": DATE,
            "updates": {**records("update"), "defaultSnippets": snippets.UPDATES},
            "revisions": records("revision"),
            "redefined": records("redefinition"),
            "withdrawn": WITHDRAWAL,
            "disputes": records("dispute"),
            "silent_in": several(TEXT),
            "context": records("context"),
        },
        "id title quote type",
    ),
    "dependencies": {"criterion_by": ["criterion"]},
    "allOf": [*map(only_for, Type), UNIVERSAL],
}
NOT_TARGET = record(
    "不是目标的数字",
    targets.NOT_TARGET_KEYS,
    words.NOT_TARGET,
    {"reason": choice(Reason), "context": records("context")},
    "quote number reason",
)
FILE = record(
    "targets.yaml",
    targets.FILE_KEYS,
    words.FILE,
    {
        "sources": {
            "type": "object",
            "additionalProperties": SHARED,
            "defaultSnippets": snippets.SHARED_SOURCE,
        },
        "targets": {**records("target"), "defaultSnippets": snippets.TARGETS},
        "not_targets": {**records("not_target"), "defaultSnippets": snippets.NOT_TARGETS},
    },
    "report",
)


def schema() -> Json:
    return {
        "$schema": DIALECT,
        "description": "目标台账：报告里可以核对的承诺，以及公开来源说了什么",
        **FILE,
        "definitions": {
            "target": TARGET,
            "not_target": NOT_TARGET,
            "update": UPDATE,
            "source": {**SOURCE, "type": CITED["type"]},
            "context": CONTEXT,
            "mention": MENTION,
            "item": ITEM,
            "step": STEP,
            "stage": STAGE,
            "revision": REVISION,
            "redefinition": REDEFINITION,
            "dispute": DISPUTE,
        },
    }


def schema_file() -> bytes:
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode()
