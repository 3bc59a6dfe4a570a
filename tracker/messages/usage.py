"""The command line: what each command and option is for, and what was wrong with its words."""

WORDS = {
    "help": (
        "把政府工作报告和targets.yaml做成公开的网站。不写命令就是build。",
        "Turns a work report and targets.yaml into a public site. Without a command: build.",
    ),
    "help-more": (
        "每个命令的写法：build.py 命令 --help",
        "how each is written: build.py COMMAND --help",
    ),
    "help-usage": ("写法：", "usage: "),
    "help-arguments": ("要写的", "arguments"),
    "help-options": ("可选的", "options"),
    "help-build": ("生成网站", "build the site"),
    "help-check": ("只检查，不发布", "check the input, publish nothing"),
    "help-serve": (
        "本地预览，存盘后自动重新生成",
        "preview on this computer, built again whenever a file is saved",
    ),
    "help-changes": ("两个日期之间哪些目标的状态变了", "whose status changed between two days"),
    "help-inspect": ("看程序从一份报告里读出了什么", "what is understood of a report"),
    "help-suggest": ("为一份报告起草targets.yaml", "draft a first targets.yaml for a report"),
    "help-compare": (
        "比对两份报告：接续、回顾、没有提到的",
        "what a later report continues, reviews, and is silent about",
    ),
    "help-schema": (
        "打印targets.yaml的JSON Schema，供编辑器补全和检查",
        "print the JSON Schema with which editors complete and check targets.yaml",
    ),
    "help-import-report": (
        "把Word、网页、PDF里的报告变成content/里的原文和目标草稿",
        "make a report's text and a draft of its targets from Word, a web page or a PDF",
    ),
    "help-id": ("编号，用作文件名和网址", "its name, in files and addresses"),
    "help-title": ("报告的标题，读不出时写", "the report's title, where it cannot be read"),
    "help-body": ("作报告的机关，读不出时写", "whose report it is, where it cannot be read"),
    "help-year": ("哪一年的报告，读不出时写", "the report's year, where it cannot be read"),
    "help-content": ("报告和网页所在的文件夹（content）", "folder of reports and pages (content)"),
    "help-targets": ("目标台账（targets.yaml）", "the targets (targets.yaml)"),
    "help-templates": ("模板所在的文件夹（templates）", "folder of templates (templates)"),
    "help-output": ("网站放在哪个文件夹（_site）", "folder of the site (_site)"),
    "help-date": (
        "按哪一天判断状态，默认SOURCE_DATE_EPOCH，没有就是今天",
        "judge as of this day (SOURCE_DATE_EPOCH, else today)",
    ),
    "help-lang": ("消息的语言", "language of messages"),
    "help-links": ("逐个查询来源的网址能不能打开", "ask each web address whether it answers"),
    "help-since": ("从哪一天起", "list what changed from this day on"),
    "help-format": ("输出的格式", "format of the output"),
    "help-port": ("端口（8000，不能用就往后找）", "port (8000, or the next that is free)"),
    "help-file": ("报告文件", "a report"),
    "help-old": ("较早的报告", "the earlier report"),
    "help-new": ("较晚的报告", "the later report"),
    "usage-required": (
        "还缺：{name}\n    加--help看写法",
        "missing: {name}\n    --help tells how it is written",
    ),
    "usage-unrecognized": (
        "不认识：{found}\n    加--help看写法",
        "not understood: {found}\n    --help tells how it is written",
    ),
    "usage-choice": (
        "{name}写作{found}，没有这一项\n    加--help看可以写什么",
        "{name} is {found}, which is not one of its values\n    --help tells which there are",
    ),
    "usage-invalid": (
        "{name}写作{found}，写法不对\n    加--help看写法",
        "{name} is {found}, which cannot be read\n    --help tells how it is written",
    ),
    "usage-expected": ("{name}后面缺内容", "{name} needs a value"),
    "usage-command": (
        "没有“{found}”这个命令\n    可用的有：{known}",
        "there is no command “{found}”\n    known are: {known}",
    ),
    "usage-command-near": (
        "没有“{found}”这个命令\n    是否想写“{near}”？",
        "there is no command “{found}”\n    did you mean “{near}”?",
    ),
    "usage-epoch": ("SOURCE_DATE_EPOCH不是秒数", "SOURCE_DATE_EPOCH is not a number of seconds"),
    "usage-since": ("--since不能晚于--date", "--since must not be after --date"),
}
