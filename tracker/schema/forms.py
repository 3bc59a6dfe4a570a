"""How a value may be written: text, number, date, choice, list.

`type` names the form of the handbook first, which is what an editor's program types. Numbers are
texts too: YAML takes 2023 for a number before the schema sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tracker.model import Reason, Tier, Type
from tracker.read.days import CALENDAR
from tracker.read.ids import ID, LONGEST_ID
from tracker.read.numerals import HAN
from tracker.read.timing import NO_DATE
from tracker.render import labels
from tracker.schema.choices import CHOICES
from tracker.schema.words import Words
from tracker.web_addresses import ADDRESS

Json = dict[str, object]

TEXT: Json = {"type": ["string", "number"], "errorMessage": "这里写一段文字"}
FLAG: Json = {"type": "boolean", "errorMessage": "写true或false"}
IDENTIFIER: Json = {
    "type": ["string", "integer"],
    "minimum": 0,
    "pattern": f"^{ID.pattern}$",
    "maxLength": LONGEST_ID,
    "errorMessage": "编号只用小写字母、数字和连字符，如5g-base-stations",
}
ADDRESS_ON_THE_WEB: Json = {
    "type": "string",
    "pattern": f"^{ADDRESS.pattern.replace('https?', '[Hh][Tt][Tt][Pp][Ss]?')}$",
    "errorMessage": "写完整的网址，以http://或https://开头",
}
DAYS: Json = {
    "type": ["string", "integer"],
    "minimum": 0,
    "maximum": 9999,
    "pattern": "^[0-9]{1,4}$",
    "errorMessage": "写天数，如60",
}

# --- numbers ------------------------------------------------------------------------------------

# More than the reader takes, never less: 8000, 1,234, 3.7万, -0.4 · 三十, 二十三点五亿, 貳拾
_DIGITS = f"0-9.,{HAN.strip('[]')}○兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億点點"
_PLAIN_NUMBER = f"^[-−]?[{_DIGITS}]+$"
NUMBER: Json = {
    "type": ["string", "number"],
    "pattern": _PLAIN_NUMBER,
    "errorMessage": "写数字，用半角：8000或3.7万",
}
# The list stands in `allOf`, or the key would be typed with a hyphen below it.
AMOUNT: Json = {
    "type": ["string", "number", "array"],
    "pattern": _PLAIN_NUMBER,
    "allOf": [{"items": NUMBER, "minItems": 1, "maxItems": 2}],
    "errorMessage": "写数字，用半角：8000、3.7万，范围写[3, 5]",
}

# --- dates --------------------------------------------------------------------------------------

_CENTURIES = "|".join(sorted({str(year)[:2] for year in CALENDAR}))
_YEAR = f"(?:{_CENTURIES})[0-9]{{2}}"
_MONTH = "(?:0?[1-9]|1[0-2])"


def _day_of_year(between: str) -> str:
    """Month and day as the calendar has them; every year may have 29 February."""
    thirty_one = f"(?:0?[13578]|1[02]){between}(?:0?[1-9]|[12][0-9]|3[01])"
    thirty = f"(?:0?[469]|11){between}(?:0?[1-9]|[12][0-9]|30)"
    return f"(?:{thirty_one}|{thirty}|0?2{between}(?:0?[1-9]|[12][0-9]))"


_WHOLE = f"{_YEAR}-{_day_of_year('-')}|{_YEAR}年{_day_of_year('月')}日"
DATE: Json = {
    "type": "string",
    "pattern": f"^(?:{_WHOLE})$",
    "errorMessage": "写日历上有的一天，如2023-12-31",
}
DEADLINE: Json = {
    "type": "string",
    "pattern": f"^(?:{NO_DATE}|{_WHOLE})$",
    "errorMessage": f"写日历上有的一天，如2023-12-31；报告没有定下日期的写{NO_DATE}",
}
DAY: Json = {
    "type": ["string", "integer"],
    "minimum": CALENDAR.start,
    "maximum": CALENDAR.stop - 1,
    "pattern": f"^(?:{_YEAR}(?:-{_MONTH})?|{_YEAR}年(?:{_MONTH}月)?|{_WHOLE})$",
    "errorMessage": "写日历上有的日期：2023-12-31；只知道月份写2023-12，只知道年份写2023",
}

# --- choices, lists -----------------------------------------------------------------------------

_MEANINGS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Type: labels.TYPE_MEANINGS,
    Tier: labels.TIER_MEANINGS,
    Reason: labels.REASON_MEANINGS,
}


def choice(options: type[StrEnum]) -> Json:
    words, meanings = CHOICES[options], _MEANINGS.get(options, {})
    return {
        "type": "string",
        "enum": [str(option) for option in options],
        "enumDescriptions": [
            "：".join(filter(None, (words[option], meanings.get(option)))).rstrip("。")
            for option in options
        ],
        "errorMessage": "可写：" + "、".join(f"{one}（{words[one]}）" for one in options),
    }


def several(form: Json) -> Json:
    """A list; one entry may stand without brackets."""
    alone: Json = {
        key: form[key] for key in ("pattern", "maxLength", "errorMessage") if key in form
    }
    return {"type": ["array", "string"], "items": form, **alone}


def described(form: Json, words: str) -> Json:
    """Backticks are for programs that show Markdown."""
    plain = {"description": words.replace("`", "")}
    marked = {"markdownDescription": words} if "`" in words else {}
    return {**plain, **marked, **form}


def record(
    title: str, keys: tuple[str, ...], words: Words, forms: dict[str, Json], required: str = ""
) -> Json:
    """A mapping with the reader's `keys`; those that `forms` does not name hold text."""
    needed = required.split()
    assert words.keys() == set(keys) >= forms.keys() | set(needed), title
    spoken = {**TEXT, "pattern": r"\S"}
    return {
        "type": "object",
        "title": title,
        "properties": {
            key: described(forms.get(key, spoken if key in needed else TEXT), words[key])
            for key in keys
        },
        "required": needed,
        "additionalProperties": False,
    }


def records(name: str) -> Json:
    return {
        "type": "array",
        "items": {"$ref": f"#/definitions/{name}"},
        "errorMessage": "写成清单，每条前面有一个短横“- ”",
    }


def needing(key: str) -> Json:
    return {"required": [key], "errorMessage": f"缺少{key}"}


def needing_one_of(*keys: str) -> Json:
    message = f"{'、'.join(keys)}，至少写一项"
    return {"anyOf": [{"required": [key], "errorMessage": message} for key in keys]}
