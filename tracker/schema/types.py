"""What a target of one type must have and may not have, as the reader asks."""

from __future__ import annotations

from tracker.model import Type
from tracker.read.targets import KEYS_OF_TYPES, RATES_AND_COUNTS, UNMEASURED
from tracker.read.updates import BEGUN
from tracker.schema.choices import CHOICES
from tracker.schema.forms import Json, needing, needing_one_of

COUNTS = (Type.CUMULATIVE, Type.LIST)  # without an upper bound
UNSUGGESTED: Json = {"doNotSuggest": True}  # the target's own properties suggest the key
SAID = needing_one_of("says", "reported", "note")
UNSTARTED: Json = {"properties": {"not_started": {"const": True}}, "required": ["not_started"]}
OTHERWISE_COUNTED: Json = {
    "properties": {"comparable": {"const": False}},
    "required": ["comparable"],
}


def only_for(kind: Type) -> Json:
    is_of_type = {"properties": {"type": {"const": str(kind)}}, "required": ["type"]}
    return {"if": is_of_type, "then": {"allOf": [*_required(kind), _refused(kind), _values(kind)]}}


def _required(kind: Type) -> list[Json]:
    keys = [
        *(["value"] if kind not in UNMEASURED else []),
        *(["unit"] if kind in RATES_AND_COUNTS else []),
        *(["bound", "relative_to"] if kind is Type.RELATIVE else []),
        *(["parts"] if kind is Type.COMPOSITE else []),
    ]
    return [needing(key) for key in keys]


def _refused(kind: Type) -> Json:
    keys = [key for key, kinds in KEYS_OF_TYPES.items() if kind not in kinds]
    return _without(keys, kind)


def _values(kind: Type) -> Json:
    """What its updates have, and which bounds."""
    refused = [
        *(["value"] if kind is Type.MILESTONE else []),
        *(["not_started"] if kind not in BEGUN else []),
    ]
    update = {**_without(refused, kind), **_said_of(kind)}
    return {"properties": {"updates": {"items": update, **UNSUGGESTED}, **_bounds(kind)}}


def _without(keys: list[str], kind: Type) -> Json:
    if not keys:
        return {}
    message = f"{kind}（{CHOICES[Type][kind]}）没有这一项，请删去，或改type"
    return {"properties": dict.fromkeys(keys, False), "errorMessage": message}


def _said_of(kind: Type) -> Json:
    if kind is Type.MILESTONE:
        return SAID
    return {"if": {"anyOf": [OTHERWISE_COUNTED, UNSTARTED]}, "else": needing("value")}


def _bounds(kind: Type) -> Json:
    if kind not in COUNTS:
        return {}
    message = "累计量和清单没有上限；不得超过的数，type写limit"
    return {"bound": {"pattern": "^[^<]", "patternErrorMessage": message, **UNSUGGESTED}}
