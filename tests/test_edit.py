"""`targets.yaml` edited in place: what was asked for, and not one byte more."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import ROOT, SITES
from tracker.characters import ANY
from tracker.edit.edit import edit, said_by
from tracker.edit.edits import (
    AddExclusion,
    AddTarget,
    Append,
    Edit,
    Remove,
    RemoveExclusion,
    Set,
    Value,
)
from tracker.errors import InputError
from tracker.read.line_slips import INVISIBLE

REAL = (ROOT / "targets.yaml").read_text("utf-8")
SMALL = (SITES / "small" / "targets.yaml").read_text("utf-8")
YEARS = (SITES / "years" / "targets.yaml").read_text("utf-8")
INDENTED = """\
# 虚构
report: xugou-2099

targets:

  # 修路
  - id: roads   # 编号
    title:   '公路'
    topics: [道路, "交通"]   # 两个
    note: >
      一段
      折行的话

    updates:
      - as_of: 2099-06-30
        value: 60   # 上半年
        source:
            title: 公报
            url: https://example.org/a
      # 还没有下半年的数

  # 植树
  - id: trees
    title: 植树
    place:
    - x
    lead:   # 待定
    schedule:
      - {by: 2099-06-30, value: 70}

not_targets:
  - {quote: 逐一落实, number: 逐一, reason: word}   # 词语
  # 收尾
"""
FLOW = """\
report: xugou-2099
targets:
- {id: roads, title: 公路, topics: [], updates: [{as_of: 2099-06-30, value: 60}]}
- {id: trees, title: 植树}
not_targets: []
"""
BARE = "report: xugou-2099\n"
FILES = (INDENTED, FLOW, YEARS, SMALL)


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines taken away and the lines added, line ends included."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changes = [(old[a:b], new[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    return [x for gone, _ in changes for x in gone], [x for _, come in changes for x in come]


@pytest.mark.parametrize(
    "text", [*FILES, REAL, BARE, INDENTED.replace("\n", "\r\n"), "\ufeff" + FLOW]
)
def test_without_edits_nothing_changes(text: str) -> None:
    assert edit(text, []) == text
    assert edit(text.rstrip(), []) == text.rstrip()


CASES: list[tuple[str, str, list[Edit], list[str], list[str]]] = [
    (
        "an update goes below the last one, above the remark behind it",
        INDENTED,
        [Append("roads", "updates", {"as_of": "2099-12-31", "value": "8212"})],
        [],
        ["      - as_of: 2099-12-31\n", "        value: 8212\n"],
    ),
    (
        "a source below an update is indented as the others are",
        INDENTED,
        [Append("roads", "updates", {"value": "1", "source": {"title": "公报"}})],
        [],
        ["      - value: 1\n", "        source:\n", "            title: 公报\n"],
    ),
    (
        "the first update stands where the handbook has it",
        SMALL,
        [Append("lifts", "updates", {"as_of": "2099", "source": "bulletin"})],
        [],
        ["  updates:\n", "  - as_of: 2099\n", "    source: bulletin\n"],
    ),
    (
        "the remark behind an empty key stays",
        INDENTED,
        [Append("trees", "lead", {"a": "b"})],
        [],
        ["      - a: b\n"],
    ),
    (
        "an item in braces has others beside it",
        INDENTED,
        [Append("trees", "schedule", {"by": "2099-12-31", "words": "a, b: c"})],
        [],
        ['      - {by: 2099-12-31, words: "a, b: c"}\n'],
    ),
    (
        "a topic goes into the brackets",
        INDENTED,
        [Append("roads", "topics", "no")],
        ['    topics: [道路, "交通"]   # 两个\n'],
        ['    topics: [道路, "交通", "no"]   # 两个\n'],
    ),
    (
        "a value keeps its quotes and its remark",
        INDENTED,
        [Set("roads", "title", "大路"), Set("roads", ("updates", 0, "value"), "61")],
        ["    title:   '公路'\n", "        value: 60   # 上半年\n"],
        ['    title:   "大路"\n', "        value: 61   # 上半年\n"],
    ),
    (
        "folded text is replaced whole",
        INDENTED,
        [Set("roads", "note", "短")],
        ["    note: >\n", "      一段\n", "      折行的话\n"],
        ["    note: 短\n"],
    ),
    (
        "a list becomes text, and text a list",
        INDENTED,
        [Set("trees", "place", "y"), Set("trees", "title", [{"a": "b"}])],
        ["    title: 植树\n", "    place:\n", "    - x\n"],
        ["    title:\n", "      - a: b\n", "    place: y\n"],
    ),
    (
        "a key goes with all that is below it",
        INDENTED,
        [Remove("trees", "schedule"), Remove("trees", "place")],
        [
            "    place:\n",
            "    - x\n",
            "    schedule:\n",
            "      - {by: 2099-06-30, value: 70}\n",
        ],
        [],
    ),
    (
        "the key behind a dash leaves its place to the next",
        INDENTED,
        [Remove("roads", ("updates", 0, "as_of"))],
        ["      - as_of: 2099-06-30\n", "        value: 60   # 上半年\n"],
        ["      - value: 60   # 上半年\n"],
    ),
    (
        "a target goes behind another, apart from it as the others are",
        INDENTED,
        [AddTarget({"id": "lamps", "topics": ["a", "b"]}, after="roads")],
        [],
        ["\n", "  - id: lamps\n", "    topics: [a, b]\n"],
    ),
    (
        "a target goes below the heading of the one that it stands before",
        INDENTED,
        [AddTarget({"id": "lamps"}, before="trees")],
        [],
        ["  - id: lamps\n", "\n"],
    ),
    (
        "the last exclusion leaves an empty list",
        INDENTED,
        [RemoveExclusion("逐一落实", "逐一")],
        ["not_targets:\n", "  - {quote: 逐一落实, number: 逐一, reason: word}   # 词语\n"],
        ["not_targets: []\n"],
    ),
    (
        "an exclusion is written as the others are",
        SMALL,
        [AddExclusion({"quote": "“1”号", "number": "“1”", "reason": "name"})],
        [],
        ["- {quote: “1”号, number: “1”, reason: name}\n"],
    ),
    (
        "what is in braces stays in braces",
        FLOW,
        [
            Append("roads", "topics", "道路"),
            Append("roads", "updates", {"value": "7"}),
            Set("trees", "note", "a"),
            Remove("roads", "title"),
        ],
        FLOW.splitlines(keepends=True)[2:4],
        [
            "- {id: roads, topics: [道路], "
            "updates: [{as_of: 2099-06-30, value: 60}, {value: 7}]}\n",
            "- {id: trees, title: 植树, note: a}\n",
        ],
    ),
    (
        "the first target of all",
        BARE,
        [AddTarget({"id": "roads"}), AddExclusion({"quote": "a"})],
        [],
        ["targets:\n", "- id: roads\n", "not_targets:\n", "- quote: a\n"],
    ),
]


@pytest.mark.parametrize(
    ("text", "edits", "gone", "come"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_these_lines_change(
    text: str, edits: list[Edit], gone: list[str], come: list[str], line_end: str, mark: str
) -> None:
    before = mark + text.replace("\n", line_end)

    after = edit(before, edits)

    assert lines_changed(before, after) == (
        [line.replace("\n", line_end) for line in gone],
        [line.replace("\n", line_end) for line in come],
    )


def test_a_file_without_a_last_line_end_gets_none() -> None:
    text = edit(BARE.rstrip(), [AddTarget({"id": "roads"})])

    assert text == "report: xugou-2099\ntargets:\n- id: roads"


def test_a_text_that_stood_for_a_list_becomes_one() -> None:
    text = "report: a\ntargets:\n- id: b\n  topics: 道路\n"

    assert "  topics: [道路, 桥]\n" in edit(text, [Append("b", "topics", "桥")])


def test_plain_numbers_and_days_stay_plain_and_what_yaml_reads_otherwise_is_quoted() -> None:
    texts = ["8212", "-1.5", "2099-12-31", "2099-12", "true", "“a”", "no", "012", "1_0", "12:30"]
    texts += ["- a", "# a", "a # b", "a: b", ">", "", "~", "1e3", "GDP：增速", "2099年"]

    after = edit(BARE + "targets:\n- id: a\n", [Set("a", "x", texts)])
    written = after.splitlines()[-1]

    assert written == (
        '  x: [8212, -1.5, 2099-12-31, 2099-12, true, “a”, "no", "012", "1_0", "12:30", '
        '"- a", "# a", "a # b", "a: b", ">", "", "~", "1e3", GDP：增速, 2099年]'
    )


@pytest.mark.parametrize(
    ("targets", "one", "code"),
    [
        (
            "- {id: a, x: &list [1, 2]}\n- id: trees\n  x: *list\n",
            Append("trees", "x", "3"),
            "alias",
        ),
        ("- id: trees\n  x: {1}\n", Set("trees", ("x", "1"), "2"), "edit-by-hand"),
        ("- id: trees\n  # 说明\n  x: 1\n", Remove("trees", "id"), "edit-by-hand"),
        ("- id: trees\n  x:\n    y: 1\n", Append("trees", "x", {"y": "2"}), "edit-by-hand"),
    ],
)
def test_what_only_a_hand_can_change_is_refused(targets: str, one: Edit, code: str) -> None:
    with pytest.raises(InputError) as raised:
        edit(f"{BARE}targets:\n{targets}", [one])
    assert [problem.code for problem in raised.value.problems] == [code]


@pytest.mark.parametrize(
    "one", [Set("none", "a", "b"), Remove("roads", "none"), RemoveExclusion("none", "1")]
)
def test_what_is_not_there_is_named(one: Edit) -> None:
    with pytest.raises(InputError) as raised:
        edit(INDENTED, [one])
    assert raised.value.problems[0].details == {"name": "none"}


NASTY = st.text(
    st.sampled_from([*"：: #\"'-“”[]{},&*!|>%@`?\\~\t\n\r=<。字年0万𬀩😀\u3000\u3000", "a"])
)
FIT = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda text: not ANY.search(text) and not INVISIBLE.search(text)
)
TEXTS = st.one_of(NASTY, FIT, st.sampled_from(
    ["no", "null", "0x1F", "1_000", "2099-2-30", "12:30", ".5", "=======", "<<<<<<< a", "---", "?"]
))  # fmt: skip
KEYS = st.sampled_from(["title", "note", "updates", "topics", "schedule", "context", "own"])
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["title", "url", "as_of", "x"]), inner, max_size=3),
    ),
    max_leaves=5,
)
ENTRIES = st.dictionaries(st.sampled_from(["as_of", "value", "note"]), VALUES, min_size=1)


@settings(max_examples=60)
@given(
    st.data(), st.sampled_from(range(len(FILES))), st.sampled_from(["\n", "\r\n"]), st.booleans()
)
def test_the_file_says_what_was_asked_for_and_everything_else_is_the_same_bytes(
    drawn: Any, file: int, line_end: str, ended: bool
) -> None:
    text = FILES[file]
    before = (text if ended else text.rstrip("\n")).replace("\n", line_end)
    data = said_by(before, "t")
    place = drawn.draw(st.integers(0, len(data["targets"]) - 1))
    target, key = data["targets"][place], drawn.draw(KEYS)
    value = drawn.draw(VALUES)
    one: Edit = Set(target["id"], key, value)
    if isinstance(target.get(key, []), list) and drawn.draw(st.booleans()):
        one, target[key] = Append(target["id"], key, value), [*target.get(key, []), value]
    else:
        target[key] = value

    after = edit(before, [one])

    assert said_by(after, "t") == data
    region = own_lines(before, place)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    assert old[: region[0]] == new[: region[0]]
    tail = old[region[1] :]
    assert not tail or new[-len(tail) :] == tail
    gone, _ = lines_changed(before, after)
    assert isinstance(one, Set) or len(gone) <= 1


def own_lines(text: str, place: int) -> tuple[int, int]:
    """The first line of a target, and the first behind its last."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)
    [targets] = [value for key, value in root.value if key.value == "targets"]
    node = targets.value[place]
    starts = [one.start_mark.line for one in targets.value] + [targets.end_mark.line]
    lines = text.splitlines()
    end = starts[place + 1]
    while end > node.start_mark.line + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1
    return node.start_mark.line, end
