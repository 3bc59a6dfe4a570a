"""The text of a report."""

PROBLEMS = {
    "empty-report": ("报告没有正文\n请把报告原文贴在说明之后", "the report has no text\npaste it below the front matter"),
    "page-changed": (
        "原文与登记的sha256不符：登记{expected}，现为{found}\n"
        "原文一字不可改；若确是更正了录入错误，请登记新的sha256",
        "the printed text does not have the recorded sha256: recorded {expected}, found {found}\n"
        "the page must stay as printed; if you corrected a typing error, record the new sha256",
    ),
    "no-such-section": (
        "「{key}」所指的章节「{found}」在报告里找不到\n请照章节标题原样填写",
        "the section “{found}” named by “{key}” is not in the report\ncopy the heading exactly",
    ),
    "misprint-not-found": (
        "报告里没有「{found}」\n请照印刷的字样填写",
        "the report does not have “{found}”\nwrite it as it is printed",
    ),
    "no-such-report-near": (
        "没有名为「{found}」的报告\n是否想写「{near}」？",
        "there is no report “{found}”\ndid you mean “{near}”?",
    ),
    "no-such-report": (
        "没有名为「{found}」的报告\ncontent/里有：{known}",
        "there is no report “{found}”\ncontent/ has: {known}",
    ),
    "report-file-missing": (
        "“report”写作「{found}」，但没有文件{path}\n请改名，或把报告放到这个位置",
        "“report” is “{found}”, but there is no file {path}\ncorrect the name, or put the report there",
    ),
    "report-file-near": (
        "“report”写作「{found}」，但没有文件{path}\n是否想写「{near}」？只写文件名，不写文件夹和.md",
        "“report” is “{found}”, but there is no file {path}\n"
        "did you mean “{near}”? write the name without folder and .md",
    ),
    "report-differs": (
        "这个文件属于报告{report}，却写着report: {found}\n请写report: {report}",
        "this file belongs to the report {report}, but says report: {found}\nwrite report: {report}",
    ),
    "compare-order": (
        "这份报告是{old}年的，不早于另一份的{new}年\n请把较早的一份写在前面",
        "this report is of {old}, not before the other, of {new}\nname the earlier one first",
    ),
}  # fmt: skip
