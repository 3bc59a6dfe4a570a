"""Changes to `targets.yaml` that the program makes for an editor."""

PROBLEMS = {
    "edit-nothing-there": (
        "要改「{name}」，却没有在文件里找到它，文件没有改动\n"
        "请打开文件核对编号或引文；只有一条的清单，这一条也要以“- ”开头",
        "“{name}” was to be changed, but is not found in the file, which is as it was\n"
        "open the file and check the id or the quote; even the only item of a list begins with “- ”",
    ),
    "edit-by-hand": (
        "这里的写法，程序没有把握只改一处，文件没有改动\n"
        "请打开文件，手工改这一处；只有一条的清单，这一条也要以“- ”开头",
        "the program cannot be sure to change this place and nothing else; the file is as it was\n"
        "open the file and change the place by hand; even the only item of a list begins with “- ”",
    ),
    "file-changed": (
        "文件在这期间有人改过（也许是您在另一个窗口存了盘），这次没有写入\n请再运行一次，从新的内容改起",
        "somebody has changed the file meanwhile (perhaps you, in another window); nothing was written\n"
        "run the command again: it will start from what is there now",
    ),
    "file-busy": (
        "另一个窗口里的命令正在写这里，等了{seconds}秒还没有写完，这次没有写入\n请等它结束，再运行一次",
        "a command in another window is writing this and was not done after {seconds} seconds; nothing was written\n"
        "wait until it ends, then run the command again",
    ),
    "record-unknown": (
        "没有编号或标题是「{found}」的目标\n请写编号，或只有它才有的几个字；最接近的是：{known}",
        "no target has the id or title “{found}”\nwrite its id, or words that no other title has; nearest are: {known}",
    ),
    "record-several": (
        "「{found}」指的可能是几个目标\n请写其中一个的编号：{known}",
        "“{found}” may mean several targets\nwrite the id of one of them: {known}",
    ),
    "record-missing": (
        "没有写{name}\n请加上，如：{name} {example}",
        "{name} is missing\nadd it, such as: {name} {example}",
    ),
    "record-milestone": (
        "{id}是节点，没有数值\n请改写--reached true或false，并用--says写来源怎么说",
        "{id} is a milestone and has no value\nwrite --reached true or false instead, and with --says what the source says",
    ),
    "record-value": (
        "写作「{found}」，不是以「{unit}」计的数\n请写8212、3.7万或3~5；单位不同的加--unit",
        "“{found}” is no number in “{unit}”\nwrite 8212, 3.7万 or 3~5; where the unit differs add --unit",
    ),
    "record-already": (
        "已经有了：同一天（{day}）、同一来源的一条，写的是「{value}」，没有再写\n"
        "来源改了数的，请加--kind preliminary或--kind final，与前一条区分；当初抄错的，请打开文件改",
        "already there: an update of the same day ({day}) from the same source says “{value}”; nothing was added\n"
        "if the source has changed its figure, tell the two apart with --kind preliminary or --kind final; if it was copied wrongly, mend the file",
    ),
    "record-sourceless": (
        "没有写来源\n请写--source-title和--source-url；已经登记在sources里的，写--source和它的名字",
        "there is no source\nwrite --source-title and --source-url; or --source with the name of one under sources",
    ),
    "record-unknown-source": (
        "sources里没有「{found}」\n请写其中一个：{known}；新的来源，请写--source-title和--source-url",
        "sources has no “{found}”\nwrite one of: {known}; for a new source write --source-title and --source-url",
    ),
    "record-two-sources": (
        "--source指的是已登记的来源，不能同时写--source-title或--source-url\n请只留一种",
        "--source names a source that the file has; --source-title and --source-url write a new one\nkeep one of the two",
    ),
    "add-nothing": (
        "「{found}」里没有可以列为目标的数\n请照抄报告里的几个字；运行python build.py add --from-report，可以看还有哪些",
        "“{found}” holds no number that could be a target\n"
        "copy some words of the report; python build.py add --from-report lists what is left",
    ),
    "add-several": (
        "「{found}」里不止一个数\n请写其中一个的号码：{known}",
        "“{found}” holds several numbers\nwrite the handle of one of them: {known}",
    ),
    "add-already": (
        "「{found}」已经是目标{id}\n要给它添进展，请运行python build.py record {id}",
        "“{found}” is the target {id} already\nto add an update to it, run python build.py record {id}",
    ),
    "add-one-name": (
        "一次添了几个目标，不能共用一个编号或标题\n请一个一个添，或不写--id和--title",
        "several targets are added, which cannot share an id or a title\nadd them one by one, or without --id and --title",
    ),
}  # fmt: skip
