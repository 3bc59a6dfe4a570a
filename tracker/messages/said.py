"""What is said when nothing is wrong."""

WORDS = {
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
    "change": ("{path}将这样改：", "{path} will change like this:"),
    "agree": ("写入吗？[y/N] ", "write it? [y/N] "),
    "written": ("已写入：{path}", "written: {path}"),
    "unwritten": (
        "没有写入。要写入，请在终端里运行并回答y，或加上--yes",
        "nothing was written; to write it, answer y on a terminal, or add --yes",
    ),
    "edit-problems": (
        "共{count}处需要修改，文件没有改动",
        "{count} to mend; the file is as it was",
    ),
    "add-excluded": ("（现列在not_targets：{reason}）", " (now in not_targets: {reason})"),
    "add-none": (
        "{report}里程序看得出的承诺都已列为目标；别的可以照抄原文：add --from-report …",
        "every promise that the program sees in {report} is a target; for others copy the report's words: add --from-report …",
    ),
    "add-how": (
        "以上{count}处还不是目标。要添一个：add --from-report 号码，或照抄报告的几个字",
        "{count} above are no targets yet; to add one: add --from-report NUMBER, or words of the report",
    ),
    "add-rename": (
        "编号是暂定的，会成为网址：发布之前请改好id和title，或用--id、--title",
        "the id is provisional and becomes an address: give a better id and title before publishing, or use --id and --title",
    ),
    "problems": (
        "共{count}处需要修改，网站没有改动",
        "{count} to mend; the published site is as it was",
    ),
    "checked-problems": ("共{count}处需要修改", "{count} to mend"),
    "codes": (
        "方括号里是代号，每个代号的说明和例子见content/editing.md（网站上的editing.html）",
        "in brackets: the code, explained with examples in content/editing.md (editing.html of the site)",
    ),
    "more": ("另有{count}处，改好以上的再运行", "{count} more; mend those above and run it again"),
    "reading": ("读取", "reading"),
    "asking": ("查询网址", "asking addresses"),
    "rendering": ("生成页面", "rendering"),
    "writing": ("写入", "writing"),
    "verifying": ("核对", "verifying"),
    "verified": (
        "{count}个文件都与清单一致；清单自己的SHA-256：{manifest}",
        "all {count} files are as the list says; SHA-256 of the list itself: {manifest}",
    ),
    "verified-as-of": (
        "这一版的状态算到{as_of}，判断规则第{rules}版",
        "this edition judges as of {as_of}, by version {rules} of the rules",
    ),
    "verified-beside": (
        "不在清单上，没有核对：{names}",
        "not on the list, and not verified: {names}",
    ),
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
    "archive-written": (
        "编造了{reports}份报告、{targets}项目标，放在{path}。全是虚构的，不要引用。",
        "made up {reports} reports with {targets} targets in {path}; all of it is invented, do not quote it",
    ),
    "archive-build": (
        "生成它的网站（年份都在将来，所以要写--date）：",
        "to build its site (its years lie ahead, hence --date):",
    ),
}
