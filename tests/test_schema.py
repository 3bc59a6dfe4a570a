"""The schema of `targets.yaml` says what the reader says, as far as the form goes."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.projects import ROOT, SITES, SMALL_DATE, YEARS_DATE
from tests.test_mistakes import changed, changes_of
from tests.yaml_core import load
from tracker.errors import Problem
from tracker.inputs import Inputs
from tracker.model import Assessment
from tracker.pipeline import assess
from tracker.read.fields import Fields
from tracker.read.nodes import read_mapping
from tracker.read.targets import targets_in
from tracker.schema import PATH
from tracker.schema.choices import CHOICES
from tracker.schema.document import MODELINE, schema, schema_file
from tracker.schema.forms import AMOUNT, DATE, DAY
from tracker.suggest import suggest

SCHEMA: Any = schema()
VALIDATOR = Draft7Validator(SCHEMA)
PROJECTS = sorted(
    path
    for folder in (ROOT, SITES / "small", SITES / "years")
    for path in (folder / "targets.yaml", *folder.glob("content/*.yaml"))
    if path.read_text("utf-8").find("\ntargets:") >= 0
)


def found(document: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


# --- the file -----------------------------------------------------------------------------------


def test_the_file_in_the_repository_is_today_s() -> None:
    assert (ROOT / PATH).read_bytes() == schema_file()


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_reference_leads_to_a_definition() -> None:
    names = set(re.findall(r'"#/definitions/(\w+)"', json.dumps(SCHEMA)))

    assert names == SCHEMA["definitions"].keys()


def test_every_key_is_described_in_chinese() -> None:
    for record in (SCHEMA, *SCHEMA["definitions"].values()):
        for key, form in record["properties"].items():
            assert re.search("[一-鿿]", form["description"]), key


# --- entries to start from -----------------------------------------------------------------------

FILLED = {"年-月-日": "2099-01-31", "数值": "1.2万", "编号": "x", "https://": "https://example.org"}


def filled_in(body: Any) -> Any:
    """A snippet with something at each of its places: the first choice, or what is asked for."""
    if isinstance(body, dict):
        return {filled_in(key): filled_in(value) for key, value in body.items()}
    chosen = re.sub(r"\$\{\d+\|(\w+)[^}]*\}", r"\1", body)
    asked = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", chosen)
    return load(FILLED.get(asked, asked))


def entries(form: dict[str, Any]) -> list[Any]:
    return [filled_in(snippet["body"]) for snippet in form["defaultSnippets"]]


def test_an_entry_filled_in_from_a_snippet_is_right() -> None:
    top, target, update = (
        record["properties"]
        for record in (SCHEMA, SCHEMA["definitions"]["target"], SCHEMA["definitions"]["update"])
    )
    [shared] = entries(top["sources"])
    counted, milestone = entries(top["targets"])
    value, told = entries(target["updates"])
    cited = [{**value, "source": source} for source in entries(update["source"])]
    document = {
        "report": "x",
        "sources": shared,
        "targets": [{**counted, "updates": [value, *cited]}, {**milestone, "updates": [told]}],
        "not_targets": entries(top["not_targets"]),
    }

    assert found(document) == []


# --- where it is named --------------------------------------------------------------------------


def test_the_first_line_of_the_targets_leads_to_it() -> None:
    for path in (ROOT / "targets.yaml", *ROOT.glob("content/*.yaml")):
        text = path.read_text("utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named or "\ntargets:" not in text, path.name
        if named:
            assert (path.parent / named[1]).resolve() == ROOT / PATH


def test_a_draft_begins_with_the_same_line() -> None:
    text = (SITES / "small" / "content" / "xugou-2099.md").read_text("utf-8")

    draft = suggest(text, "xugou-2099")

    assert draft.partition("\n")[0] == MODELINE
    assert found(load(draft)) == []


# --- the handbook -------------------------------------------------------------------------------

HANDBOOK = (ROOT / "content" / "editing.md").read_text("utf-8")
TABLES = {
    "一个目标有哪些项": "target",
    "一条进展有哪些项": "update",
    "来源": "source",
    "不是目标的数字": "not_target",
}


def cell(form: dict[str, Any]) -> str:
    """What the handbook writes of a key."""
    words: str = form.get("markdownDescription", form["description"])
    options = form.get("enum", ())
    if len(options) < 2:
        return words
    labels = next(labels for known, labels in CHOICES.items() if set(known) == set(options))
    listed = (
        f"`{value}`{label}" if value.isidentifier() else f'`"{value}"`{label}'
        for value, label in labels.items()
    )
    return f"{words}。可写：{'；'.join(listed)}"


@pytest.mark.parametrize("heading", TABLES)
def test_the_handbook_says_the_same_of_each_key(heading: str) -> None:
    section = HANDBOOK.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section, re.MULTILINE))
    properties = SCHEMA["definitions"][TABLES[heading]]["properties"]

    assert rows == {key: cell(form) for key, form in properties.items()}


# --- what is right ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PROJECTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_the_reader_accepts_is_accepted(path: Path) -> None:
    assert found(load(path.read_text("utf-8"))) == []


SHAPES = ("{}", "{}-{}", "{}-{}-{}", "{}年", "{}年{}月", "{}年{}月{}日", "{}年{}-{}", "{}/{}")
DAYS = st.builds(
    str.format,
    st.sampled_from(SHAPES),
    st.integers(1880, 2220),
    st.integers(1, 14) | st.integers(1, 9).map("0{}".format),
    st.integers(1, 33) | st.integers(1, 9).map("0{}".format),
)
LEAP = re.compile("[-年]0?2[-月]29")


@given(DAYS)
def test_a_date_is_one_where_the_reader_takes_it_for_one(written: str) -> None:
    value = load(written)
    for form, read in ((DAY, Fields.day), (DATE, Fields.date)):
        problems: list[Problem] = []
        node = read_mapping(f"day: {written}", "", 1, problems)
        assert node
        taken = read(Fields(node, ["day"], problems), "day") is not None
        # The pattern does not know leap years.
        assert Draft7Validator(form).is_valid(value) == taken or LEAP.search(written)


NUMBERS = st.text(
    "0123456789.,-−零〇○一二两兩三四五六七八九十百千万亿半點点壹貳萬億拾", max_size=12
)


@given(NUMBERS | st.decimals(-(10**9), 10**9, places=2).map(str))
def test_no_number_of_the_reader_is_refused(written: str) -> None:
    problems: list[Problem] = []
    node = read_mapping(f"value: {written}", "", 1, problems)
    numbers = Fields(node, ["value"], problems).numbers("value") if node else ()

    if numbers:
        assert Draft7Validator(AMOUNT).is_valid(load(f"value: {written}")["value"])


# --- what is wrong ------------------------------------------------------------------------------

# Codes of what an editor's program finds: in YAML itself, and by the schema. The others are about
# the report, about other files, or about how one value goes with another.
BY_YAML = {
    "bad-indent", "bracket-open", "bracket-surplus", "colon-in-text", "colon-missing",
    "colon-without-space", "comma-missing", "conflict-marker", "control-character", "dash-missing",
    "dash-twice", "dash-without-space", "document-mark", "duplicate-key", "entry-runs-on",
    "fullwidth-bracket", "fullwidth-colon", "fullwidth-dash", "fullwidth-mark", "line-out-of-place",
    "list-astray",
    "list-closed", "list-twice", "quote-unpaired", "reserved-start", "sign-unquoted", "tab",
    "text-after-quote", "two-keys", "wide-gap", "wide-indent", "words-astray", "yaml",
}  # fmt: skip
BY_SCHEMA = {
    "address-with-user",
    "bad-address", "bad-id", "bad-id-near", "bound-unquoted", "count-with-ceiling", "date-form",
    "date-without-day", "date-without-year", "fullwidth-number", "key-elsewhere",
    "key-not-for-type", "missing-key", "bad-address-near", "number-mistyped", "number-none",
    "number-with-bound", "record-as-list", "record-elsewhere",
    "no-such-date", "not-a-date", "not-a-flag", "not-a-mapping",
    "not-a-number", "not-a-record", "not-days", "not-text", "number-like-time", "number-parted",
    "number-with-unit", "range-in-words", "too-deep", "too-few-parts", "unknown-choice",
    "unknown-choice-near", "unknown-key", "unknown-key-near",
}  # fmt: skip
APART = {
    "unknown-stage": "",  # the choices are the target's own stages, which no schema knows
    "braces-fullwidth-colon": "schema",  # a key like any other, for YAML
    "control-character-escaped": "",  # sound YAML, and for a program text like any other
    "no-character": "yaml",
    "line-separator": "yaml",  # which ends the line there, as no editor does
}
ELSEWHERE = ("delete", "encoding")


def of_the_targets() -> Iterator[str]:
    for folder in sorted((SITES / "invalid").iterdir()):
        own = [change for change in changes_of(folder) if change["file"] == "targets.yaml"]
        if own and not any(key in change for key in ELSEWHERE for change in own):
            yield folder.name


def seen_by(mistake: str) -> str:
    """Who is to see it, by the codes of its message."""
    if mistake in APART:
        return APART[mistake]
    words = (SITES / "invalid" / mistake / "en.txt").read_text("utf-8")
    codes = set(re.findall(r" \[([a-z-]+)\]$", words, re.MULTILINE))
    if codes & BY_YAML:
        return "yaml"
    return "schema" if codes & BY_SCHEMA else ""


def who_sees(text: str) -> str:
    try:
        document = load(text)
    except yaml.YAMLError:
        return "yaml"
    return "schema" if found(document) else ""


@pytest.mark.parametrize("mistake", list(of_the_targets()))
def test_a_mistake_of_form_is_seen_while_typing(mistake: str) -> None:
    text = (SITES / "small" / "targets.yaml").read_text("utf-8")
    for change in changes_of(SITES / "invalid" / mistake):
        if change["file"] == "targets.yaml":
            text = changed(text, change)

    assert who_sees(text) == seen_by(mistake)


# --- the reader and the schema, side by side ----------------------------------------------------

ODD = st.sampled_from(
    ["x", "很多", "１２", 7, -1, 2099, "2099-02-30", "2099-06-31", "2099-13-01", "上周", True, "no",
     [], [1, 2], ["x"], {"x": 1}, "javascript:x", "Ab", "<=", "milestone", "growth", "composite"]
)  # fmt: skip


DATES = {"small": SMALL_DATE, "years": YEARS_DATE}


@cache
def assessed(name: str) -> Assessment:
    folder = SITES / name
    own = Inputs(folder / "content", folder / "targets.yaml", ROOT / "templates")
    return assess(own, DATES[name])


DOCUMENTS = {name: load((SITES / name / "targets.yaml").read_text("utf-8")) for name in DATES}


def mappings(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from mappings(part)


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A project's targets with one slip."""
    name = draw(st.sampled_from(sorted(DOCUMENTS)))
    document = copy.deepcopy(DOCUMENTS[name])
    record = draw(st.sampled_from(list(mappings(document))))
    key = draw(st.sampled_from(sorted(record)))
    slip = draw(st.sampled_from(["drop", "rename", "borrow", "change"]))
    if slip == "change":
        record[key] = draw(ODD)
    elif slip == "borrow":
        other = draw(st.sampled_from(list(mappings(document))))
        borrowed = draw(st.sampled_from(sorted(other)))
        record[borrowed] = copy.deepcopy(other[borrowed])
    else:
        value = record.pop(key)
        if slip == "rename":
            record[f"{key}x"] = value
    return name, document


def codes(name: str, document: object) -> set[str]:
    """Problems of form; that a stage is not one of the target's is none."""
    problems: list[Problem] = []
    report, site = assessed(name).report, assessed(name).site
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    targets_in(text, "targets.yaml", report, (report.id,), site, problems)
    own = [one for one in problems if one.details.get("key") != "stage"]
    return {one.code for one in own}


@settings(max_examples=80)
@given(broken())
def test_where_the_reader_finds_the_form_wrong_the_schema_does(
    slip: tuple[str, dict[str, Any]],
) -> None:
    name, document = slip

    if codes(name, document) & BY_SCHEMA:
        assert found(document)
