"""What the editor reads: one entry per kind of problem, in Chinese and in English."""

from __future__ import annotations

from tracker.errors import Problem

LANGUAGES = ("zh", "en")

PROBLEMS: dict[str, tuple[str, str]] = {
    "file-missing": ("没有这个文件", "there is no such file"),
    "file-unreadable": ("文件无法读取：{error}", "the file cannot be read: {error}"),
    "not-utf8": (
        "不是UTF-8编码（可能是GBK或GB18030）\n请在编辑器里选择“另存为”，编码选UTF-8",
        "not UTF-8 (perhaps GBK or GB18030)\nsave it again in your editor with the encoding UTF-8",
    ),
    "file-empty": (
        "文件是空的\n请换成有报告原文的文件",
        "the file is empty\ngive a file that holds the text of a report",
    ),
    "file-binary": (
        "这不是文本文件（可能是Word、PDF或图片）\n请先另存为纯文本（.txt），编码选UTF-8",
        "this is not a text file (perhaps Word, PDF or a picture)\nsave it as plain text first, encoding UTF-8",
    ),
    "file-too-large": (
        "文件有{size}MB，超过{largest}MB\n请只留下一份报告的文字",
        "the file has {size} MB, more than {largest} MB\nkeep the text of one report only",
    ),
    "not-a-report": (
        "这里看不出是政府工作报告：中文太少，或没有报告的用语\n请给出报告全文的纯文本",
        "this does not read like a government work report: too little Chinese, or none of its words\n"
        "give the full text of a report as plain text",
    ),
    "fullwidth-colon": (
        "「{key}」后面是全角冒号“：”\n请写半角冒号加一个空格：{key}: …",
        "a full-width colon “：” stands after 「{key}」\nwrite an ASCII colon and a space: {key}: …",
    ),
    "tab": (
        "行首有制表符（Tab），YAML只认空格\n请把行首的Tab换成空格",
        "the line is indented with a tab, YAML knows spaces only\nreplace the tab by spaces",
    ),
    "conflict-marker": (
        "这是合并冲突的标记：{found}\n请留下正确的一份，删去标记行",
        "this marks a merge conflict: {found}\nkeep the right version and delete the marker lines",
    ),
    "yaml": (
        "YAML写法有误：{error}\n常见原因：冒号后缺空格、缩进不齐、引号没有成对",
        "not valid YAML: {error}\n"
        "often: no space after a colon, uneven indentation, an unpaired quotation mark",
    ),
    "not-a-mapping": (
        "这里应是“键: 值”的清单\n请每行写“键: 值”，冒号用半角，后面空一格",
        "a list of “key: value” lines is expected here\nwrite “key: value”, an ASCII colon and a space between them",
    ),
    "duplicate-key": (
        "「{key}」写了两次，第一次在第{first}行\n请留下一个",
        "「{key}」 is given twice, first on line {first}\nkeep one of the two",
    ),
    "duplicate-id": (
        "编号「{id}」用了两次，第一次在{first}\n请给其中一个另起编号",
        "the id 「{id}」 is used twice, first in {first}\ngive one of the two another id",
    ),
    "unknown-key": ("不认识「{key}」\n可用的有：{known}", "unknown key 「{key}」\nknown are: {known}"),
    "unknown-key-near": (
        "不认识「{key}」\n是否想写「{near}」？",
        "unknown key 「{key}」\ndid you mean 「{near}」?",
    ),
    "missing-key": ("缺少「{key}」\n请补上“{key}: …”", "「{key}」 is missing\nadd “{key}: …”"),
    "unknown-choice": (
        "「{key}」写作「{found}」，没有这一项\n可选：{known}",
        "「{key}」 is 「{found}」, which is not one of its values\nwrite one of: {known}",
    ),
    "not-text": (
        "「{key}」应是一段文字，这里是清单\n请写成“{key}: 文字”",
        "「{key}」 should be plain text, a list or mapping was found\nwrite “{key}: text”",
    ),
    "not-a-record": (
        "「{key}」应是“键: 值”的小清单\n请把各项缩进写在它下面",
        "「{key}」 should hold “key: value” lines\nindent them below it",
    ),
    "not-a-flag": (
        "「{key}」写作「{found}」\n请写true或false",
        "「{key}」 is 「{found}」\nwrite true or false",
    ),
    "not-a-date": (
        "「{key}」写作「{found}」，不是日期\n请写成2023-12-31",
        "「{key}」 is 「{found}」, which is not a date\nwrite it like 2023-12-31",
    ),
    "no-such-date": (
        "「{key}」写作「{found}」，日历上没有这一天\n请核对年月日",
        "「{key}」 is 「{found}」, a day the calendar does not have\ncheck year, month and day",
    ),
    "not-a-year": (
        "「{key}」写作「{found}」\n请写四位年份，如2023",
        "「{key}」 is 「{found}」\nwrite a year of four digits, such as 2023",
    ),
    "not-a-number": (
        "「{key}」写作「{found}」，不是数字\n请写8000、3.7万或[3, 5]",
        "「{key}」 is 「{found}」, which is not a number\nwrite 8000, 3.7万 or [3, 5]",
    ),
    "fullwidth-number": (
        "「{key}」用了全角数字「{found}」\n请写{plain}",
        "「{key}」 is written in full-width digits, 「{found}」\nwrite {plain}",
    ),
    "bad-range": (
        "「{key}」的范围{found}不成立\n请写成[小, 大]",
        "「{key}」 is no range: {found}\nwrite [low, high]",
    ),
    "magnitude-twice": (
        "“万”“亿”在数值「{found}」和单位「{unit}」里各写了一次\n请只在一处写",
        "万 or 亿 stands both in the value 「{found}」 and in the unit 「{unit}」\nkeep it in one place",
    ),
    "bad-id": (
        "编号「{found}」不合格式\n请只用小写字母、数字和连字符，如5g-base-stations",
        "「{found}」 cannot be an id\nuse lower-case letters, digits and hyphens, as in 5g-base-stations",
    ),
    "bad-tile": (
        "方位图上的位置写作「{found}」，应是行和列两个整数\n"
        "请写成tile: [行, 列]，行从1到{rows}，列从1到{columns}；不上图就不写",
        "「{found}」 is no place on the schematic map, which is a row and a column\n"
        "write tile: [row, column], rows 1 to {rows}, columns 1 to {columns}; or leave it out",
    ),
    "tile-taken": (
        "方位图上的这一格已经是{other}的，见{first}\n请给其中一个换一格",
        "this tile of the schematic map is that of {other} already, see {first}\n"
        "move one of the two",
    ),
    "id-gone": (
        "编号「{id}」已经发布过，现在没有了，它的网址会失效\n"
        "请恢复它；若已改名或合并，请在接替它的目标里写formerly: [{id}]（有几个时由早到晚）",
        "the id 「{id}」 has been published and is gone, so its address would die\n"
        "bring it back, or write formerly: [{id}] in the target that takes its place (of several, the oldest first)",
    ),
    "bad-address": (
        "「{key}」写作「{found}」，不是网址\n请写以http://或https://开头的完整网址",
        "「{key}」 is 「{found}」, which is not a web address\nwrite it in full, with http:// or https://",
    ),
    "bad-contact": (
        "“contact”写作「{found}」，不是邮箱，也不是https网址\n"
        "请写邮箱（如editors@example.org），或问题区的网址（如https://example.org/issues/new?title={{title}}&body={{body}}）；"
        "没有就留空，不要编造",
        "“contact” is 「{found}」, neither an e-mail address nor an https address\n"
        "write an e-mail address (editors@example.org) or an issue tracker's address "
        "(https://example.org/issues/new?title={{title}}&body={{body}}); if there is none leave it empty, invent nothing",
    ),
    "contact-place": (
        "“contact”的网址里，「{found}」不能写在这里\n只能在问号后面写{{title}}和{{body}}，如?title={{title}}&body={{body}}",
        "the address of “contact” cannot have 「{found}」 there\n"
        "only {{title}} and {{body}} are filled in, and only after the question mark: ?title={{title}}&body={{body}}",
    ),
    "bad-base": (
        "“base”写作「{found}」\n请写以/开头、以/结尾的路径，如/tracker/",
        "“base” is 「{found}」\nwrite a path that begins and ends with /, such as /tracker/",
    ),
    "unknown-source": (
        "“sources”里没有「{found}」\n请在sources下补上，或把来源直接写在这里",
        "“sources” has no entry 「{found}」\nadd it below sources, or write the source here",
    ),
    "unknown-place": (
        "不认识地区「{found}」\n可用的有：{known}（见content/site.yaml）",
        "unknown place 「{found}」\nknown are: {known} (see content/site.yaml)",
    ),
    "unit-not-comparable": (
        "数值的单位「{found}」与目标的单位「{unit}」不同，不能直接比较\n"
        "请换算成同一单位，或写comparable: false并在note里说明口径",
        "the value's unit 「{found}」 is not the target's, 「{unit}」, so they cannot be compared\n"
        "convert it, or write comparable: false and explain the scope in note",
    ),
    "no-front-matter": (
        "文件开头缺少两行“---”之间的说明\n请照content/about.md的开头补上",
        "the lines between two “---” are missing at the top\nadd them as in content/about.md",
    ),
    "empty-report": ("报告没有正文\n请把报告原文贴在说明之后", "the report has no text\npaste it below the front matter"),
    "page-changed": (
        "原文与登记的sha256不符：登记{expected}，现为{found}\n"
        "原文一字不可改；若确是更正了录入错误，请登记新的sha256",
        "the printed text does not have the recorded sha256: recorded {expected}, found {found}\n"
        "the page must stay as printed; if you corrected a typing error, record the new sha256",
    ),
    "no-such-section": (
        "「{key}」所指的章节「{found}」在报告里找不到\n请照章节标题原样填写",
        "the section 「{found}」 named by 「{key}」 is not in the report\ncopy the heading exactly",
    ),
    "misprint-not-found": (
        "报告里没有「{found}」\n请照印刷的字样填写",
        "the report does not have 「{found}」\nwrite it as it is printed",
    ),
    "no-such-report": (
        "没有名为「{found}」的报告\ncontent/里有：{known}",
        "there is no report 「{found}」\ncontent/ has: {known}",
    ),
    "report-file-missing": (
        "“report”写作「{found}」，但没有文件{path}\n请改名，或把报告放到这个位置",
        "“report” is 「{found}」, but there is no file {path}\ncorrect the name, or put the report there",
    ),
    "page-missing": (
        "缺少页面{path}\n网站需要这一页，请补上",
        "the page {path} is missing\nthe site needs it",
    ),
    "page-name-taken": (
        "「{name}」是程序自己生成的页面，不能再用作content/里的文件名\n请换一个文件名",
        "the program makes the page 「{name}」 itself, so no file of content/ can have the name\n"
        "give the file another name",
    ),
    "quote-not-found": (
        "报告里没有这句话：「{quote}」\n最接近的是{place}：「{nearest}」\n差别：{difference}",
        "the report does not say 「{quote}」\nnearest is {place}: 「{nearest}」\ndifference: {difference}",
    ),
    "quote-ambiguous": (
        "「{quote}」在报告里出现不止一次（第{lines}行）\n请把引文写长一些",
        "「{quote}」 occurs more than once in the report (lines {lines})\nmake the quote longer",
    ),
    "words-not-in-sentence": (
        "「{key}」的「{found}」不在引文所在的句子里：「{sentence}」\n请照原文填写",
        "「{found}」 ({key}) is not in the quote's sentence: 「{sentence}」\ncopy the report's words",
    ),
    "number-not-in-quote": (
        "“number”的「{found}」不在引文「{quote}」里\n请照引文填写",
        "「{found}」 (number) is not in the quote 「{quote}」\ncopy it from the quote",
    ),
    "no-numeral": (
        "「{number}」里没有数字，无须列出\n请删去这一条，或改写number",
        "「{number}」 holds no numeral, so it need not be listed\ndelete the entry, or correct number",
    ),
    "value-differs": (
        "{id}：数值「{written}」与引文不符，引文「{quote}」里是：{found}\n请核对value",
        "{id}: the value 「{written}」 contradicts the quote 「{quote}」, which has: {found}\ncheck value",
    ),
    "unit-differs": (
        "{id}：单位「{stored}」与引文不符，引文里是「{unit}」（{found}）\n请核对unit",
        "{id}: the unit 「{stored}」 contradicts the quote, which has 「{unit}」 ({found})\ncheck unit",
    ),
    "bound-differs": (
        "{id}：bound写作「{bound}」，与引文「{found}」不符\n请写：{allowed}",
        "{id}: the bound 「{bound}」 contradicts the quote, 「{found}」\nwrite: {allowed}",
    ),
    "number-ambiguous": (
        "{id}：引文「{quote}」里有不止一个这样的数（{found}）\n请用number写明是哪一个",
        "{id}: the quote 「{quote}」 has more than one such number ({found})\nname the one with number",
    ),
    "effort-missing": (
        "{id}：报告写的是“力争”一类的话（「{quote}」）\n请加effort: stretch",
        "{id}: the report says 力争 or the like (「{quote}」)\nadd effort: stretch",
    ),
    "effort-unfounded": (
        "{id}：引文「{quote}」没有“力争”一类的话\n请删去effort",
        "{id}: the quote 「{quote}」 does not say 力争 or the like\ndelete effort",
    ),
    "deadline-unclear": (
        "「{found}」没有定下日期\n请删去deadline_words；报告未定日期的写deadline: none",
        "「{found}」 fixes no date\ndelete deadline_words; where the report sets no date write deadline: none",
    ),
    "deadline-differs": (
        "「{words}」是{meant}，deadline却写作{found}\n请核对",
        "「{words}」 means {meant}, but deadline is {found}\ncheck which is right",
    ),
    "key-not-for-type": (
        "「{key}」不用于类型{type}\n它只用于：{types}；请删去，或改type",
        "「{key}」 has no place in a target of type {type}\nit belongs to: {types}; delete it or correct type",
    ),
    "unknown-target": (
        "「{key}」所指的目标「{found}」不存在\n请核对编号",
        "「{key}」 names the target 「{found}」, which does not exist\ncheck the id",
    ),
    "target-does-not-fit": (
        "「{key}」所指的目标「{found}」是{type}，不能用在这里\n请指向有数值、不是合成的目标",
        "「{key}」 names the target 「{found}」 of type {type}, which cannot stand here\n"
        "name one that has a value and is no composite",
    ),
    "continues-no-earlier": (
        "「continues」所指的目标「{found}」出自{year}年的报告，不早于本目标的{own}年\n只能接续更早的报告",
        "「continues」 names 「{found}」 of the report of {year}, which is not before {own}\n"
        "name a target of an earlier report",
    ),
    "correction-of-one": (
        "一条更正只写target、sentence、page里的一项，这里有{count}项\n请写明改的是哪一项目标、哪一句或哪一页",
        "a correction names exactly one of target, sentence and page, here are {count}\n"
        "name the target, the sentence or the page that was corrected",
    ),
    "report-without-sentence": (
        "写了report，没有写是哪一句\n请加“sentence: 句前的小数字”；改的不是某一句，就删去report",
        "report is given without a sentence\n"
        "add “sentence: N”, the small number before it; if no sentence was corrected, delete report",
    ),
    "bad-sentence": (
        "“sentence”写作「{found}」\n请写报告页上句前的小数字，如12",
        "“sentence” is 「{found}」\nwrite the small number before the sentence on the report page, such as 12",
    ),
    "no-such-sentence": (
        "报告{report}没有第{found}句\n请照报告页上句前的小数字填写",
        "the report {report} has no sentence {found}\ncopy the small number before it on the report page",
    ),
    "bad-page": (
        "“page”写作「{found}」，不是本站的一页\n请写从网站首页算起的地址，如about.html",
        "“page” is 「{found}」, which is no page of the site\nwrite its address from the site's home, such as about.html",
    ),
    "correction-ahead": (
        "这条更正的日期是{found}，晚于计算状态的{as_of}，到那天才会显示\n请核对日期",
        "this correction is of {found}, after {as_of}, and is not shown before that day\ncheck the date",
    ),
    "day-after-day": (
        "「{key}」是{found}，晚于「{other}」的{limit}\n请核对两个日期",
        "「{key}」 is {found}, after 「{other}」, {limit}\ncheck the two dates",
    ),
    "days-out-of-order": (
        "「{key}」是{found}，不晚于前一条的{before}\n请由早到晚排列",
        "「{key}」 is {found}, not after the entry before it, {before}\nput the earliest first",
    ),
    "comparable-unstated": (
        "口径在{changed}变过，这个数值没有写能否比较\n请写comparable: true或false，后者在note里说明",
        "the definition changed on {changed}, and this value does not say whether it still compares\n"
        "write comparable: true, or false with a note",
    ),
    "unknown-agency": (
        "不认识单位「{found}」，已有的是：{known}\n"
        "请改成已有的，或在content/site.yaml的agencies里补上- {{id: …, name: {found}}}",
        "unknown agency 「{found}」, known are: {known}\n"
        "use one of them, or add - {{id: …, name: {found}}} to agencies in content/site.yaml",
    ),
    "begun-or-not": (
        "写了not_started，又写了「{other}」，两者矛盾\n请留下来源所说的一个",
        "not_started and 「{other}」 contradict each other\nkeep what the source says",
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
    "report-differs": (
        "这个文件属于报告{report}，却写着report: {found}\n请写report: {report}",
        "this file belongs to the report {report}, but says report: {found}\nwrite report: {report}",
    ),
    "bound-unquoted": (
        "bound是空的；单写一个>，YAML会当作别的意思\n请加引号，如bound: \">\"",
        "bound is empty; a bare > means something else in YAML\nquote it, as in bound: \">\"",
    ),
    "bad-tolerance": (
        "容差写作「{found}」\n请写一个不小于0的数",
        "the tolerance is 「{found}」\nwrite a single number, not below 0",
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
        "the target that relative_to names is in 「{unit}」, this one in 「{own}」\n"
        "name one in the same unit",
    ),
    "figure-without-value": (
        "调整后的话「{found}」里有数，却没有写value\n请把这个数写进value",
        "the changed words 「{found}」 have a figure, but value is missing\nwrite the figure in value",
    ),
    "figure-differs": (
        "value是{found}，与调整后的话「{words}」不符\n请核对",
        "value is {found}, which is not what the changed words 「{words}」 say\ncheck which is right",
    ),
    "silent-and-continued": (
        "silent_in写着{report}没有提到「{id}」，但那份报告的「{heir}」接续了它\n请删去一处",
        "silent_in says that {report} does not mention 「{id}」, but 「{heir}」 there continues it\n"
        "delete one of the two",
    ),
    "count-with-ceiling": (
        "累计量和清单不能用“{found}”：数到一半时还不能说没有超过\n不得超过的数请改用type: limit",
        "a count cannot have the bound “{found}”: half-way nobody knows whether it will be exceeded\n"
        "for what must not be exceeded write type: limit",
    ),
    "exact-range": (
        "「{found}」是一个范围，bound不能写“=”\n请写range，或只写一个数",
        "「{found}」 is a range, so bound cannot be “=”\nwrite range, or a single number",
    ),
    "deadline-without-words": (
        "deadline写作{found}，不是报告年份的{year}-12-31，却没有写依据哪句话\n"
        "请在deadline_words里照抄报告写时限的话；报告没有写的，删去deadline",
        "deadline is {found}, not the report's {year}-12-31, and nothing says which words set it\n"
        "copy the report's words into deadline_words; where it sets none, delete deadline",
    ),
    "not-days": (
        "「{key}」写作「{found}」，不是天数\n请写整数，如60",
        "「{key}」 is 「{found}」, which is no number of days\nwrite a whole number, such as 60",
    ),
    "compare-order": (
        "这份报告是{old}年的，不早于另一份的{new}年\n请把较早的一份写在前面",
        "this report is of {old}, not before the other, of {new}\nname the earlier one first",
    ),
    "number-claimed": (
        "「{quote}」里的「{number}」已由{other}登记\n一个数字只登记一次，请删去一处",
        "「{number}」 in 「{quote}」 is already accounted for by {other}\nkeep one of the two",
    ),
    "number-unaccounted": (
        "数字「{number}」没有交代：「…{around}…」\n"
        "请列为目标，或在not_targets里写：- {{quote: {around}, number: {number}, reason: …}}",
        "the number 「{number}」 is unaccounted for: 「…{around}…」\n"
        "make it a target, or add to not_targets: - {{quote: {around}, number: {number}, reason: …}}",
    ),
    "value-alone": (
        "只有《{source}》给出这些数值：{places}\n若有别的来源说法相同，请写在confirmed_by里",
        "only 《{source}》 gives these values: {places}\n"
        "where another says the same, add it to confirmed_by",
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
    "colon-without-space": (
        "「{key}」的冒号后面没有空格\n请写：{key}: …",
        "no space follows the colon of 「{key}」\nwrite: {key}: …",
    ),
    "synonym-nothing": (
        "「{word}」后面没有写报告里的词\n请写成“{word}: [报告里的词]”，或删去这一行",
        "「{word}」 leads to no word of the report\nwrite “{word}: [a word of the report]”, or delete the line",
    ),
    "synonym-no-word": (
        "这里应有一个词，写的是「{found}」\n请写成“市民的词: [报告里的词, 另一个词]”，一行一个市民的词",
        "a word is expected here, 「{found}」 was found\n"
        "write “citizen's word: [word of the report, another]”, one citizen's word on each line",
    ),
    "synonym-not-words": (
        "「{word}」后面应是报告里的词，这里却是有层次的内容\n请写成“{word}: [报告里的词, 另一个词]”",
        "words of the report are expected for 「{word}」, something nested was found\n"
        "write “{word}: [word of the report, another]”",
    ),
    "synonym-several": (
        "「{found}」里有“{mark}”，会被当作一个词\n"
        "市民的词一行写一个；报告里的词写成[词, 词]，方括号和逗号用半角",
        "「{found}」 has “{mark}” in it and counts as one word\n"
        "write one citizen's word on each line, the report's words as [word, word] in ASCII brackets and commas",
    ),
    "synonym-itself": (
        "「{word}」写成了自己的同义词\n请写报告里的另一种说法，或删去它",
        "「{word}」 is given as its own synonym\nwrite what the report says instead, or delete it",
    ),
    "synonym-twice": (
        "「{word}」后面的「{found}」写了两次\n请留下一个",
        "「{found}」 is given twice for 「{word}」\nkeep one of the two",
    ),
    "synonym-astray": (
        "「{word}」指向「{found}」，但报告和目标标题里都没有这个词\n请换成报告里的词，或删去它",
        "「{word}」 leads to 「{found}」, which no report and no target's title has\n"
        "write a word of the report, or delete it",
    ),
    "synonym-astray-near": (
        "「{word}」指向「{found}」，但报告和目标标题里都没有这个词\n"
        "请换成报告里的词，或删去它；字样最接近的是「{near}」",
        "「{word}」 leads to 「{found}」, which no report and no target's title has\n"
        "write a word of the report, or delete it; the nearest words are 「{near}」",
    ),
    "template": ("模板出错：{error}\n请核对模板的这一行", "template error: {error}\ncheck this line of the template"),
    "broken-link": (
        "页面里的链接「{link}」没有去处\n请核对写下这个链接的页面或模板",
        "the link 「{link}」 on this page leads nowhere\ncheck the page or template that holds it",
    ),
    "link-gone": (
        "来源的网址已失效（{detail}）：{address}\n请找这一页的存档副本，把它的网址写在archived里；原来的url留着不动",
        "the address of a source is gone ({detail}): {address}\n"
        "look for an archived copy and add its address as archived: …; leave url as it is",
    ),
    "link-refused": (
        "网站不让程序查看来源的网址（{detail}）：{address}\n这不等于网页没有了；请用浏览器打开看看",
        "the site turned this program away ({detail}): {address}\n"
        "this does not mean that the page is gone; open it in a browser",
    ),
    "link-failing": (
        "来源的网址没有正常应答（{detail}）：{address}\n可能只是一时故障，过几天再查；总是这样，就找存档副本，写在archived里",
        "the address of a source does not answer as it should ({detail}): {address}\n"
        "it may be a passing fault, so check again in some days; if it stays, add an archived copy as archived: …",
    ),
    "link-moved": (
        "来源的网址已永久改为{detail}，原为：{address}\n请打开新网址：内容还是那一页，就改写url；已是别的内容（如首页），就找存档副本，写在archived里",
        "the address of a source has moved for good to {detail}, from: {address}\n"
        "open the new one: if it is the same page, write it as url; if not (say, a home page), add an archived copy as archived: …",
    ),
    "output-not-ours": (
        "文件夹{path}不是本程序生成的，而且不是空的，不会覆盖\n请换一个--output，或先把它移走",
        "the folder {path} was not made by this program and is not empty; it is left alone\n"
        "choose another --output, or move it away first",
    ),
    "output-unwritable": (
        "无法写入{path}：{error}\n原来的网站没有改动",
        "cannot write to {path}: {error}\nthe published site is as it was",
    ),
}  # fmt: skip

WORDS: dict[str, tuple[str, str]] = {
    "built": ("已生成{count}个文件：{path}", "built {count} files: {path}"),
    "unchanged": ("没有变化：{path}", "nothing changed: {path}"),
    "open": ("用浏览器打开：{path}", "open in a browser: {path}"),
    "sound": (
        "检查通过：{targets}个目标，{numbers}个数字全部有交代",
        "all is well: {targets} targets, all {numbers} numbers accounted for",
    ),
    "advice": (
        "以上{count}处不妨碍发布，有空时请看",
        "{count} remarks above; none of them keeps the site from being published",
    ),
    "links-asked": (
        "问过{asked}个网址，{good}个照常打开",
        "asked {asked} addresses, {good} answer as they should",
    ),
    "links-offline": (
        "一个网址也没有问到：这台电脑可能没有联网，联网后再运行",
        "no address could be asked: this computer seems to be offline; run it again when it is not",
    ),
    "links-left": (
        "另有{count}个没有来得及问，请再运行一次",
        "{count} more were not asked for want of time; run it again",
    ),
    "changes-span": ("{since} → {until}", "{since} → {until}"),
    "changes-none": ("其间没有目标改变状态", "no target changed its status"),
    "problems": (
        "共{count}处需要修改，网站没有改动",
        "{count} to mend; the published site is as it was",
    ),
    "checked-problems": ("共{count}处需要修改", "{count} to mend"),
    "serving": ("本地预览：{address}（按Ctrl+C结束）", "serving at {address} (Ctrl+C ends it)"),
    "no-port": (
        "端口{port}不能用（已被占用，或不在1到65535之间），请换一个--port",
        "port {port} cannot be used: it is taken, or not between 1 and 65535; choose another --port",
    ),
    "reading": ("读取", "reading"),
    "asking": ("查询网址", "asking addresses"),
    "rendering": ("生成页面", "rendering"),
    "writing": ("写入", "writing"),
    "compare-old": (
        "上一份：{year}年报告，{count}项承诺",
        "earlier: report of {year}, {count} promises",
    ),
    "compare-new": (
        "下一份：{year}年报告，{count}项承诺",
        "later: report of {year}, {count} promises",
    ),
    "compare-scores": (
        "方括号里是相近的程度，100为最高",
        "the figure in brackets tells how alike the words are, 100 at most",
    ),
    "compare-continued": (
        "接续：下一份报告继续承诺（{count}项）",
        "continued: promised again ({count})",
    ),
    "compare-reviewed": (
        "在工作回顾中提到，没有同类的新指标；多是政府自报的结果（{count}项）",
        "spoken of in the review, no target of the same kind; often the outcome the body itself reports ({count})",
    ),
    "compare-mentioned": (
        "在别处提到，没有新的指标（{count}项）",
        "mentioned elsewhere, no target set ({count})",
    ),
    "compare-unclear": (
        "待核：有一处可能说到，请看原文（{count}项）",
        "unclear: a likely place to look at ({count})",
    ),
    "compare-silent": ("没有提到（{count}项）", "not mentioned ({count})"),
    "compare-fresh": ("新提出，未找到前身（{count}项）", "new, no predecessor found ({count})"),
    "compare-line": ("第{line}行", "line {line}"),
    "compare-place": ("{place}：{words}", "{place}: {words}"),
    "compare-nearest": ("最接近的是{place}：{words}", "nearest is {place}: {words}"),
    "compare-snippet": (
        "供粘贴到下一份报告的目标里，编号照目标台账，没有的照suggest的草稿；拿不准的已注释掉",
        "to paste into the later report's targets, ids as in its targets file, else as in suggest's draft; doubtful ones are commented out",
    ),
    "compare-silences": (
        "通读下一份报告、确认没有提到以后，去掉注释号，粘贴到上一份报告的目标里",
        "once the later report has been read and does not mention it, uncomment and paste into the earlier report's targets",
    ),
}


def say(code: str, language: str, **details: object) -> str:
    return WORDS[code][LANGUAGES.index(language)].format(**details)


def explain(problem: Problem, language: str) -> str:
    """`file:line: what was found`, and indented below it what to write instead."""
    template = PROBLEMS[problem.code][LANGUAGES.index(language)]
    comma = "、" if language == "zh" else ", "
    details = {
        name: comma.join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in problem.details.items()
    }
    text = template.format(**details).replace("\n", "\n    ")
    return f"{problem.where}: {text}"
