"""Targets, what is said of them, and the quotes they rest on."""

PROBLEMS = {
    "duplicate-id": (
        "编号「{id}」用了两次，第一次在{first}\n请给其中一个另起编号",
        "the id “{id}” is used twice, first in {first}\ngive one of the two another id",
    ),
    "bad-id-near": (
        "编号「{found}」不合格式\n请写：{near}",
        "“{found}” cannot be an id\nwrite: {near}",
    ),
    "bad-id": (
        "编号「{found}」不合格式\n请只用小写字母、数字和连字符，如5g-base-stations",
        "“{found}” cannot be an id\nuse lower-case letters, digits and hyphens, as in 5g-base-stations",
    ),
    "id-reserved": (
        "「{found}」是Windows留给设备的名字，不能作文件名\n请加上别的字，如{found}-1",
        "“{found}” is a device's name in Windows, where no file can have it\nadd something, as in {found}-1",
    ),
    "unknown-source": (
        "“sources”里没有「{found}」\n请在sources下补上，或把来源直接写在这里",
        "“sources” has no entry “{found}”\nadd it below sources, or write the source here",
    ),
    "unknown-source-near": (
        "“sources”里没有「{found}」\n是否想写「{near}」？",
        "“sources” has no entry “{found}”\ndid you mean “{near}”?",
    ),
    "source-by-address": (
        "「{key}」只写了网址「{found}」，没有标题\n请写：{key}: {{title: 标题, url: {found}}}",
        "“{key}” is the address “{found}” without a title\nwrite: {key}: {{title: …, url: {found}}}",
    ),
    "searched-ahead": (
        "检索日期写作{found}，今天是{today}，还没有到\n请核对年份",
        "the search is dated {found}, but today is {today}\ncheck the year",
    ),
    "quote-nowhere": (
        "报告里没有这句话，也没有相近的：「{quote}」\n请从content/里的报告原文复制，一字不差",
        "the report does not say “{quote}”, nor anything near it\ncopy the words from the report's text in content/",
    ),
    "quote-not-in-report": (
        "报告里没有这句原话，或有不止一处：「{quote}」\n请先改前面的问题，再检查一次，会写出相近的原话",
        "the report does not say “{quote}”, or says it more than once\nmend what stands above first and check again, to be shown the nearest words",
    ),
    "quote-without-value": (
        "{id}：引文「{quote}」里没有数，对不上数值「{written}」\n请把引文写到那个数为止",
        "{id}: the quote “{quote}” holds no number to match “{written}”\nmake the quote long enough to hold it",
    ),
    "unknown-target-near": (
        "「{key}」所指的目标「{found}」不存在\n是否想写「{near}」？",
        "“{key}” names the target “{found}”, which does not exist\ndid you mean “{near}”?",
    ),
    "unknown-place-near": (
        "不认识地区「{found}」\n是否想写「{near}」？（地区见content/site.yaml）",
        "unknown place “{found}”\ndid you mean “{near}”? (places stand in content/site.yaml)",
    ),
    "unknown-agency-near": (
        "不认识单位「{found}」\n是否想写「{near}」？若是另一个单位，请在content/site.yaml的agencies里补上",
        "unknown agency “{found}”\ndid you mean “{near}”? if it is another one, add it to agencies in content/site.yaml",
    ),
    "unknown-place": (
        "不认识地区「{found}」\n可用的有：{known}（见content/site.yaml）",
        "unknown place “{found}”\nknown are: {known} (see content/site.yaml)",
    ),
    "unit-not-comparable": (
        "数值的单位「{found}」与目标的单位「{unit}」不同，不能直接比较\n"
        "请换算成同一单位，或写comparable: false并在note里说明口径",
        "the value's unit “{found}” is not the target's, “{unit}”, so they cannot be compared\n"
        "convert it, or write comparable: false and explain the scope in note",
    ),
    "quote-not-found": (
        "报告里没有这句话：「{quote}」\n最接近的是{place}：「{nearest}」\n差别：{difference}",
        "the report does not say “{quote}”\nnearest is {place}: “{nearest}”\ndifference: {difference}",
    ),
    "quote-marks": (
        "引文的引号与报告不同：「{quote}」\n请照报告写：{meant}",
        "the quotation marks of the quote are not the report's: “{quote}”\nwrite as the report does: {meant}",
    ),
    "quote-blanks": (
        "引文里的空格与报告不同：「{quote}」\n请照报告写：{meant}",
        "the blanks in the quote are not the report's: “{quote}”\nwrite as the report does: {meant}",
    ),
    "quote-width": (
        "引文与报告的全角、半角不同：「{quote}」\n请照报告写：{meant}",
        "the quote has full-width or ASCII characters where the report has the other: “{quote}”\n"
        "write as the report does: {meant}",
    ),
    "quote-ambiguous": (
        "「{quote}」在报告里出现不止一次（第{lines}行）\n请把引文写长一些",
        "“{quote}” occurs more than once in the report (lines {lines})\nmake the quote longer",
    ),
    "words-not-in-sentence": (
        "「{key}」的「{found}」不在引文所在的句子里：「{sentence}」\n请照原文填写",
        "“{found}” ({key}) is not in the quote's sentence: “{sentence}”\ncopy the report's words",
    ),
    "number-not-in-quote": (
        "“number”的「{found}」不在引文「{quote}」里\n请照引文填写",
        "“{found}” (number) is not in the quote “{quote}”\ncopy it from the quote",
    ),
    "no-numeral": (
        "「{number}」里没有数字，无须列出\n请删去这一条，或改写number",
        "“{number}” holds no numeral, so it need not be listed\ndelete the entry, or correct number",
    ),
    "value-differs": (
        "{id}：数值「{written}」与引文不符，引文「{quote}」里是：{found}\n请核对value",
        "{id}: the value “{written}” contradicts the quote “{quote}”, which has: {found}\ncheck value",
    ),
    "percent-as-fraction": (
        "{id}：百分数写成了小数「{written}」，引文里是：{found}\n请写value: {meant}",
        "{id}: “{written}” is a percentage written as a fraction, the quote has: {found}\nwrite value: {meant}",
    ),
    "magnitude-forgotten": (
        "{id}：数值「{written}」少了“万”或“亿”，引文里是：{found}\n请写value: {meant}，或把“万”“亿”写在unit里",
        "{id}: the value “{written}” lacks 万 or 亿, the quote has: {found}\nwrite value: {meant}, or put 万 or 亿 into unit",
    ),
    "magnitude-surplus": (
        "{id}：数值「{written}」多了“万”，引文里是：{found}\n请写value: {meant}，unit: {unit}，“万”只写一处",
        "{id}: the value “{written}” has a 万 too many, the quote has: {found}\nwrite value: {meant} and unit: {unit}, with 万 in one place only",
    ),
    "unit-differs": (
        "{id}：单位「{stored}」与引文不符，引文里是「{unit}」（{found}）\n请写unit: {unit}，或核对引文",
        "{id}: the unit “{stored}” contradicts the quote, which has “{unit}” ({found})\nwrite unit: {unit}, or check the quote",
    ),
    "bound-differs": (
        "{id}：bound写作「{bound}」，与引文「{found}」不符\n请写：{allowed}",
        "{id}: the bound “{bound}” contradicts the quote, “{found}”\nwrite: {allowed}",
    ),
    "number-ambiguous": (
        "{id}：引文「{quote}」里有不止一个这样的数（{found}）\n请用number写明是哪一个",
        "{id}: the quote “{quote}” has more than one such number ({found})\nname the one with number",
    ),
    "effort-missing": (
        "{id}：报告写的是“力争”一类的话（「{quote}」）\n请加effort: stretch",
        "{id}: the report says 力争 or the like (“{quote}”)\nadd effort: stretch",
    ),
    "effort-unfounded": (
        "{id}：引文「{quote}」没有“力争”一类的话\n请删去effort",
        "{id}: the quote “{quote}” does not say 力争 or the like\ndelete effort",
    ),
    "deadline-unclear": (
        "「{found}」没有定下日期\n请删去deadline_words；报告未定日期的写deadline: none",
        "“{found}” fixes no date\ndelete deadline_words; where the report sets no date write deadline: none",
    ),
    "deadline-differs": (
        "「{words}」是{meant}，deadline却写作{found}\n请核对",
        "“{words}” means {meant}, but deadline is {found}\ncheck which is right",
    ),
    "key-not-for-type": (
        "「{key}」不用于类型{type}\n它只用于：{types}；请删去，或改type",
        "“{key}” has no place in a target of type {type}\nit belongs to: {types}; delete it or correct type",
    ),
    "unknown-target": (
        "「{key}」所指的目标「{found}」不存在\n请核对编号",
        "“{key}” names the target “{found}”, which does not exist\ncheck the id",
    ),
    "target-does-not-fit": (
        "「{key}」所指的目标「{found}」是{type}，不能用在这里\n请指向有数值、不是合成的目标",
        "“{key}” names the target “{found}” of type {type}, which cannot stand here\n"
        "name one that has a value and is no composite",
    ),
    "continues-elsewhere": (
        "「continues」所指的目标「{found}」出自另一个地区（{region}）的报告\n"
        "只能接续同一地区更早的报告；若是同一地区，请核对报告开头的region",
        "“continues” names “{found}” of a report of another region, {region}\n"
        "name a target of an earlier report of the same region; if it is the same, check the reports' region",
    ),
    "continues-no-earlier": (
        "「continues」所指的目标「{found}」出自{year}年的报告，不早于本目标的{own}年\n只能接续更早的报告",
        "“continues” names “{found}” of the report of {year}, which is not before {own}\n"
        "name a target of an earlier report",
    ),
    "day-after-day": (
        "「{key}」是{found}，晚于「{other}」的{limit}\n请核对两个日期",
        "“{key}” is {found}, after “{other}”, {limit}\ncheck the two dates",
    ),
    "days-out-of-order": (
        "「{key}」是{found}，不晚于前一条的{before}\n请由早到晚排列",
        "“{key}” is {found}, not after the entry before it, {before}\nput the earliest first",
    ),
    "comparable-unstated": (
        "口径在{changed}变过，这个数值没有写能否比较\n请写comparable: true或false，后者在note里说明",
        "the definition changed on {changed}, and this value does not say whether it still compares\n"
        "write comparable: true, or false with a note",
    ),
    "unknown-agency": (
        "不认识单位「{found}」，已有的是：{known}\n"
        "请改成已有的，或在content/site.yaml的agencies里补上- {{id: …, name: {found}}}",
        "unknown agency “{found}”, known are: {known}\n"
        "use one of them, or add - {{id: …, name: {found}}} to agencies in content/site.yaml",
    ),
    "begun-or-not": (
        "写了not_started，又写了「{other}」，两者矛盾\n请留下来源所说的一个",
        "not_started and “{other}” contradict each other\nkeep what the source says",
    ),
    "reached-on-alone": (
        "写了reached_on，没有写做到了什么\n请加reached: true，或写stage",
        "reached_on stands without what was reached\nadd reached: true, or stage",
    ),
    "confirms-itself": (
        "confirmed_by里的《{found}》就是source那一个来源\n请只写另外的来源",
        "《{found}》 in confirmed_by is the source itself\nname other sources only",
    ),
    "schedule-without-deadline": (
        "没有时限的目标不能有进度安排\n请删去schedule，或写明deadline",
        "a target without a deadline cannot have a schedule\ndelete schedule, or give the deadline",
    ),
    "step-beyond-goal": (
        "这一步的{found}超过目标{goal}\n请核对value",
        "this step, {found}, goes beyond the goal, {goal}\ncheck value",
    ),
    "bad-tolerance": (
        "容差写作「{found}」\n请写一个不小于0的数",
        "the tolerance is “{found}”\nwrite a single number, not below 0",
    ),
    "tolerance-unused": (
        "容差只用于“左右”（~）和“近”（~>），这里的bound是“{found}”\n请删去tolerance，或改bound",
        "a tolerance is for 左右 (~) and 近 (~>) only, but bound is “{found}”\n"
        "delete tolerance, or correct bound",
    ),
    "too-few-parts": (
        "合成目标至少要有两个不同的部分\n请在parts里补上，或改type",
        "a composite has at least two different parts\nadd them to parts, or correct type",
    ),
    "relative-unit": (
        "relative_to所指目标的单位是「{unit}」，本目标是「{own}」，无法相比\n请指向单位相同的目标",
        "the target that relative_to names is in “{unit}”, this one in “{own}”\n"
        "name one in the same unit",
    ),
    "figure-without-value": (
        "调整后的话「{found}」里有数，却没有写value\n请把这个数写进value",
        "the changed words “{found}” have a figure, but value is missing\nwrite the figure in value",
    ),
    "figure-differs": (
        "value是{found}，与调整后的话「{words}」不符\n请核对",
        "value is {found}, which is not what the changed words “{words}” say\ncheck which is right",
    ),
    "silent-and-continued": (
        "silent_in写着{report}没有提到「{id}」，但那份报告的「{heir}」接续了它\n请删去一处",
        "silent_in says that {report} does not mention “{id}”, but “{heir}” there continues it\n"
        "delete one of the two",
    ),
    "count-with-ceiling": (
        "累计量和清单不能用“{found}”：数到一半时还不能说没有超过\n不得超过的数请改用type: limit",
        "a count cannot have the bound “{found}”: half-way nobody knows whether it will be exceeded\n"
        "for what must not be exceeded write type: limit",
    ),
    "exact-range": (
        "「{found}」是一个范围，bound不能写“=”\n请写range，或只写一个数",
        "“{found}” is a range, so bound cannot be “=”\nwrite range, or a single number",
    ),
    "deadline-without-words": (
        "deadline写作{found}，不是报告年份的{year}-12-31，却没有写依据哪句话\n"
        "请在deadline_words里照抄报告写时限的话；报告没有写的，删去deadline",
        "deadline is {found}, not the report's {year}-12-31, and nothing says which words set it\n"
        "copy the report's words into deadline_words; where it sets none, delete deadline",
    ),
    "number-claimed": (
        "「{quote}」里的「{number}」已由{other}登记\n一个数字只登记一次，请删去一处",
        "“{number}” in “{quote}” is already accounted for by {other}\nkeep one of the two",
    ),
    "number-unaccounted": (
        "数字「{number}」没有交代：「…{around}…」\n"
        "请列为目标，或在not_targets里写：- {{quote: {around}, number: {number}, reason: …}}",
        "the number “{number}” is unaccounted for: “…{around}…”\n"
        "make it a target, or add to not_targets: - {{quote: {around}, number: {number}, reason: …}}",
    ),
    "value-alone": (
        "只有《{source}》给出这些数值：{places}\n若有别的来源说法相同，请写在confirmed_by里",
        "only 《{source}》 gives these values: {places}\n"
        "where another says the same, add it to confirmed_by",
    ),
    "update-ahead": (
        "写作「{found}」，到{today}还没有过完\n请核对日期；预计的数不是进展，可以写在context里",
        "“{found}” is not over by {today}\ncheck the date; a forecast is no update, it may stand in context",
    ),
    "value-out-of-scale": (
        "{id}：数值{value}是目标{goal}的一千倍以上\n请核对“万”“亿”是不是多写了，单位是不是一致",
        "{id}: the value {value} is more than a thousand times the goal, {goal}\n"
        "check whether 万 or 亿 is written twice, and the unit",
    ),
    "value-as-fraction": (
        "{id}：数值{value}远小于目标{goal}，像是把{meant}写成了小数\n若是百分之几，请写百分号前的数",
        "{id}: the value {value} is far below the goal, {goal}, as if {meant} were written as a fraction\n"
        "if so, write the number before the percent sign",
    ),
    "source-without-address": (
        "《{title}》没有网址，读者无法查看\n请写上网址；只有纸本的，写在sources里，并在publisher里写明在哪里可以看到",
        "《{title}》 has no address, so no reader can see it\n"
        "add its address; if it exists on paper only, write it under sources and say in publisher where it can be seen",
    ),
    "value-falls": (
        "{id}：累计数由{before}降到{value}\n请核对数值；口径不同的，写comparable: false并在note里说明",
        "{id}: a cumulative count falls from {before} to {value}\n"
        "check the value; if the scope differs, write comparable: false and explain it in note",
    ),
    "evidence-stale": (
        "{id}：最近的数值截至{day}，已超过1.5个统计周期\n请检索新的数值，并更新searched",
        "{id}: the latest value is of {day}, more than one and a half reporting periods ago\n"
        "look for a newer one and update searched",
    ),
    "not-archived": (
        "《{title}》的网址没有存档副本\n请把网页存档（如保存到公共网页档案馆），网址写在archived里",
        "the address of 《{title}》 has no archived copy\n"
        "save the page in a public web archive and write its address in archived",
    ),
}  # fmt: skip
