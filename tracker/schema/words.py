"""What each key of `targets.yaml` means, in Chinese.

The tables of `content/editing.md` say the same; a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

FILE: Words = {
    "report": "这份台账属于哪份报告：报告文件的名称，不带`.md`",
    "sources": "同一个来源用到几次的，写在这里，用的时候写它的名字",
    "targets": "目标，一条一个",
    "not_targets": "不是目标的数字，每个写明原因；报告里每一个数字都要有交代",
}

TARGET: Words = {
    "id": "编号，小写字母、数字和连字符；就是网址，发布后不要改",
    "formerly": "以前用过的编号，由早到晚；改名或合并时写上，旧网址就还能打开",
    "title": "给市民看的短标题",
    "quote": "报告原文，一字不差，在一句之内，全文只出现一次",
    "type": "目标属于哪一类，决定怎样判断、可以写哪些项",
    "value": "数值；“万”“亿”写在数值里或单位里，只写一处；范围写`[3, 5]`；节点不写",
    "unit": "单位，照原文写",
    "bound": "原文的字眼是哪一种，不写就照原文；累计量和清单没有上限，不得超过的数用`limit`",
    "number": "引文里是哪几个字，只在看不出来时写，如“半日”",
    "per": "每一个什么的数，如“每个乡镇”；没有就不写",
    "universe": "全覆盖、清零的范围",
    "basis": "增速、降幅与什么相比",
    "effort": "报告写“力争”“努力”“争取”时写`stretch`",
    "deadline": (
        "时限，不是报告年份12月31日的，要有`deadline_words`；不写就是报告年份12月31日，"
        "并标明“报告未写明时限”；报告说“早日”“尽快”的写`none`"
    ),
    "deadline_words": "报告写时限的原话，如“年底”；没有写明就不写",
    "criterion": "节点怎样算做到，不写就照原话",
    "criterion_by": "报告没有标准、由编者设定时写`editors`",
    "unmeasurable": "无法判定的原因",
    "start": "累计量从哪天算起，不写就是报告年份1月1日",
    "period": "统计周期，不写就是季",
    "release_lag": "发布时滞多少天，不写就是45天",
    "tolerance": "“左右”的容差，只在与通常不同时写：`{value: 1, reason: 为什么}`",
    "schedule": "进度安排：到哪一天应达到多少",
    "stages": "节点的各步，由早到晚：`{name: 开工, by: 年-月-日}`，没有日期就不写`by`",
    "items": "清单的各项：每一项做到没有",
    "parts": "合成目标的各部分：另外几个目标的编号",
    "relative_to": "参照哪个目标：它的编号",
    "lead": "牵头单位，只有文件写明分工时才写；单位见`content/site.yaml`",
    "support": "配合单位，只有文件写明分工时才写；单位见`content/site.yaml`",
    "mentions": "来源里提到的单位及其角色",
    "places": "地区；见`content/site.yaml`",
    "topics": "主题；用词全书一致，每个词有自己的一页，网址由这个词的字定，换词就换网址",
    "baseline": "基期值：与哪一天的多少相比",
    "searched": "最近一次检索公开数据的日期",
    "updates": "进展：来源在某一天怎么说",
    "revisions": "目标后来的调整，要有文件",
    "redefined": "口径变化：从哪一天起，统计的是什么",
    "withdrawn": "中止，要有文件",
    "disputes": "异议：谁公开说了不同的话",
    "continues": "接续前一年报告的哪个目标：它的编号",
    "silent_in": "通读过、确认没有提到这个目标的后来的报告：`[报告名]`",
    "context": "背景：有关但回答不了这个目标的公开说法",
    "note": "编辑的说明",
}

UPDATE: Words = {
    "as_of": (
        "数值所属的日期，只知道月份写“年-月”，只知道年份写“年”；来源没有年份时不写，改写`when`"
    ),
    "when": "来源里的时间原话",
    "value": "数值，写法与目标的数值相同",
    "unit": "单位，与目标相同时不写",
    "reached": "节点用：做到写`true`，没做到写`false`，来源没有说就不写",
    "reached_on": "来源写明哪一天做到的，写那一天；没有写明就不写",
    "stage": "到了`stages`里的哪一步",
    "not_started": "来源写明尚未启动时写`true`",
    "says": "来源怎么说；节点要写",
    "at_least": "来源只显示一部分时写`true`",
    "comparable": "口径或单位不同、不能用来判定时写`false`，并在`note`里说明",
    "kind": "数据性质，不写就是终值",
    "reported": "责任单位自己的说法，原话",
    "note": "说明",
    "confidence": "把握有多大",
    "source": "来源，或`sources`里的名字",
    "confirmed_by": "另有哪些来源说法相同，写法与来源相同",
}

SOURCE: Words = {
    "title": "标题",
    "url": "网址，以`http://`或`https://`开头",
    "publisher": "发布单位",
    "published": "发布日期，照来源写",
    "tier": "级别",
    "accessed": "查阅日期",
    "archived": "存档副本的网址",
}

NOT_TARGET: Words = {
    "quote": "报告原文，一字不差，出现几次都算在内",
    "number": "引文里的哪个数字",
    "reason": "为什么不是目标",
    "note": "编辑的说明",
    "context": "背景：有关的公开说法",
}

CONTEXT: Words = {
    "says": "来源怎么说",
    "when": "来源里的时间原话",
    "note": "说明",
    "confidence": "把握有多大",
    "source": "来源，或`sources`里的名字",
}

BASELINE: Words = {
    "value": "基期的数值",
    "unit": "单位，与目标相同时不写",
    "as_of": "基期的日期",
    "note": "说明",
    "confidence": "把握有多大",
    "source": "来源，或`sources`里的名字",
}

MENTION: Words = {
    "agency": "单位，见`content/site.yaml`",
    "role": "来源里说的角色",
    "source": "来源，或`sources`里的名字",
}

TOLERANCE: Words = {
    "value": "容差，与目标同一单位",
    "reason": "为什么与通常不同",
}

STEP: Words = {
    "by": "到哪一天",
    "value": "应达到的数值",
    "words": "报告里的原话；没有原话的写来源",
    "source": "来源，或`sources`里的名字",
}

STAGE: Words = {
    "name": "这一步叫什么",
    "by": "哪一天以前，没有日期就不写",
}

ITEM: Words = {
    "title": "这一项是什么",
    "as_of": "来源说的是哪一天",
    "reached": "做到写`true`，没做到写`false`，没有来源说到就不写",
    "says": "来源怎么说",
    "source": "来源，或`sources`里的名字",
}

REVISION: Words = {
    "date": "哪一天调整的",
    "from": "原来的话",
    "to": "现在的话",
    "value": "新数值；只改文字的不写",
    "bound": "新的界；不变就不写",
    "deadline": "新时限；不变就不写",
    "authority": "哪个机关调整的",
    "document": "调整的文件：来源，或`sources`里的名字",
}

WITHDRAWAL: Words = {
    "date": "哪一天中止的",
    "authority": "哪个机关决定的",
    "note": "说明",
    "document": "中止的文件：来源，或`sources`里的名字；没有文件，不算中止",
}

REDEFINITION: Words = {
    "date": "从哪一天起",
    "note": "从这天起统计的是什么",
    "source": "来源，或`sources`里的名字",
}

DISPUTE: Words = {
    "date": "哪一天说的",
    "by": "谁说的",
    "says": "怎么说",
    "source": "来源，或`sources`里的名字",
}
