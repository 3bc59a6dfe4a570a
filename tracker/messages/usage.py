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
    "help-gzip": (
        "每个能压缩的文件旁边，另放压缩好的（.gz），供nginx、Caddy直接送出",
        "beside each file that can be compressed, its .gz, which nginx and Caddy send as it is",
    ),
    "help-executor": (
        "由谁来做：here只用一个进程，processes每个处理器核心一个，dask://主机:端口是一群机器；不写就看报告多少",
        "who does the work: here one process, processes one for each core, dask://HOST:PORT the machines of a cluster; without it by the number of reports",
    ),
    "help-check": ("只检查，不发布", "check the input, publish nothing"),
    "help-serve": (
        "本地预览，存盘后自动重新生成",
        "preview on this computer, built again whenever a file is saved",
    ),
    "help-record": (
        "给一个目标添上一条进展，写进targets.yaml",
        "add what a source says of a target to targets.yaml",
    ),
    "help-target": (
        "目标的编号，或标题里只有它才有的几个字",
        "a target's id, or words of its title that no other has",
    ),
    "help-value": ("数值，如8212、3.7万、3~5", "the value, such as 8212, 3.7万, 3~5"),
    "help-unit": ("单位，与目标不同时才写", "its unit, where it is not the target's"),
    "help-as-of": (
        "数值所属的日期，如2023-12-31；只知道月或年的写2023-12、2023",
        "the day that the value is of, such as 2023-12-31; or 2023-12, 2023",
    ),
    "help-when": (
        "来源没有写年份时，照抄它说的时间",
        "the source's words for the time, where it gives no year",
    ),
    "help-kind": ("estimate估计、preliminary初步、final终值", "estimate, preliminary or final"),
    "help-reached": ("节点做到没有：true或false", "whether a milestone is reached: true or false"),
    "help-reached-on": ("哪一天做到的", "the day on which it was reached"),
    "help-stage": ("节点到了哪一步（stages里的名字）", "the stage that a milestone has reached"),
    "help-says": ("来源怎么说", "what the source says"),
    "help-note": ("编辑的说明", "the editor's note"),
    "help-source": ("sources里已有的来源的名字", "the name of a source under sources"),
    "help-source-title": ("新来源的标题", "the title of a new source"),
    "help-source-url": ("新来源的网址", "its address"),
    "help-publisher": ("发布单位", "its publisher"),
    "help-published": ("来源的发布日期", "when it was published"),
    "help-tier": (
        "statement说法、document文件、statistics统计、independent第三方",
        "statement, document, statistics or independent",
    ),
    "help-accessed": ("哪一天查阅的", "the day on which it was read"),
    "help-archived": ("存档副本的网址", "the address of an archived copy"),
    "help-yes": (
        "不问就写入；不加这一项又不在终端里时，只显示改动，不写入（退出码1）",
        "write without asking; without it and without a terminal the change is only shown (exit code 1)",
    ),
    "help-add": (
        "从报告原文添上目标，写进targets.yaml",
        "add targets from the report's own text to targets.yaml",
    ),
    "help-from-report": (
        "报告的几个字，或列出的号码，可以写几个；最前面可以先写是哪份报告；什么也不写就列出还不是目标的",
        "words of the report, or numbers of the list, one or more, behind the name of a report if it is not the site's own; with nothing: list what is no target yet",
    ),
    "help-add-id": ("新目标的编号", "the new target's id"),
    "help-add-title": ("新目标的标题", "the new target's title"),
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
    "help-export": (
        "把台账导出成表格，供Excel或WPS填写",
        "the ledger as a sheet, to be filled in with Excel",
    ),
    "help-import": (
        "把填好的表格读回targets.yaml，先列出要改什么",
        "a filled-in sheet back into targets.yaml; shows first what would change",
    ),
    "help-sheet": ("填好的表格，.xlsx或.csv", "a filled-in sheet, .xlsx or .csv"),
    "help-to": ("导出成哪个文件，.xlsx或.csv", "the file to write, .xlsx or .csv"),
    "help-verify": (
        "核对发布出去的网站，是不是和生成的一个字节也不差",
        "whether a published copy is byte for byte what was built",
    ),
    "help-copy": (
        "文件夹，或网址（https://…）；不写就是_site",
        "a folder, or an address (https://…); without it _site",
    ),
    "help-manifest": (
        "另外保存的sha256sums.txt；不写就用那一份网站自己的",
        "a sha256sums.txt kept elsewhere, instead of the copy's own",
    ),
    "help-content": ("报告和网页所在的文件夹（content）", "folder of reports and pages (content)"),
    "help-targets": ("目标台账（targets.yaml）", "the targets (targets.yaml)"),
    "help-templates": ("模板所在的文件夹（templates）", "folder of templates (templates)"),
    "help-archive-demo": (
        "编造一整个项目：N份虚构的报告，供试用和测速，每次都一模一样",
        "make up a whole project of N reports, for trying out and benchmarks, always the same",
    ),
    "help-reports": ("几份报告；每份有35项目标", "how many; each has 35 targets"),
    "help-archive-demo-output": (
        "放在哪个文件夹（_archive）；里面有别的东西的文件夹，程序不会动",
        "where to put it (_archive); a folder that holds anything else is left alone",
    ),
    "help-output": ("网站放在哪个文件夹（_site）", "folder of the site (_site)"),
    "help-build-output": (
        "网站放在哪个文件夹（_site），或哪个地址，如s3://存储桶/路径",
        "folder of the site (_site), or an address, such as s3://bucket/path",
    ),
    "help-check-output": (
        "网站在哪个文件夹（_site），或哪个地址，如s3://存储桶/路径",
        "folder of the site (_site), or its address, such as s3://bucket/path",
    ),
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
    "usage-option": (
        "不认识：{found}\n    是否想写{near}？短横要用半角",
        "not understood: {found}\n    did you mean {near}?",
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
