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
    "silent-elsewhere": (
        "「{found}」是另一个地区（{region}）的报告\n"
        "silent_in只写同一地区后来的报告；若是同一地区，请核对报告开头的region",
        "“{found}” is a report of another region, {region}\n"
        "name later reports of the same region; if it is the same, check the reports' region",
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
    "targets-missing": (
        "没有报告{report}的目标：既没有这个文件，也没有{path}\n请补上其中一个",
        "there are no targets of the report {report}: neither this file nor {path} exists\n"
        "add one of the two",
    ),
    "targets-twice": (
        "报告{report}的目标有两个文件：{first}和{second}\n"
        "请只留一个；若其中一个是别的报告的，请按那份报告的编号改名，放进targets/",
        "the report {report} has two files of targets: {first} and {second}\n"
        "keep one; if one of them belongs to another report, name it by that report's id in targets/",
    ),
    "targets-of-no-report-near": (
        "这个文件不是哪一份报告的：应直接放在targets/里，文件名是content/里报告的编号，加上.yaml\n是否想写成{near}？",
        "this is no report's file: it should stand in targets/ itself, named by a report's id in content/ and .yaml\n"
        "did you mean {near}?",
    ),
    "targets-of-no-report": (
        "这个文件不是哪一份报告的：应直接放在targets/里，文件名是content/里报告的编号，加上.yaml\n"
        "请改名；报告还没有放进content/的，请放进去；不用的，请移到别处",
        "this is no report's file: it should stand in targets/ itself, named by a report's id in content/ and .yaml\n"
        "rename it; if the report is not in content/ yet, put it there; if the file is not used, move it away",
    ),
    "compare-order": (
        "这份报告是{old}年的，不早于另一份的{new}年\n请把较早的一份写在前面",
        "this report is of {old}, not before the other, of {new}\nname the earlier one first",
    ),
}  # fmt: skip
