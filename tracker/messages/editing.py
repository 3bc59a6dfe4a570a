"""Changes to `targets.yaml` that the program makes for an editor."""

PROBLEMS = {
    "edit-nothing-there": (
        "文件里没有「{name}」，无从修改\n请核对编号或引文",
        "the file has no “{name}” to change\ncheck the id or the quote",
    ),
    "edit-by-hand": (
        "这里的写法程序没有把握只改一处，文件没有改动\n请用编辑器打开这个文件，手工修改",
        "the program cannot be sure to change this place and nothing else; the file is as it was\n"
        "open the file in an editor and change it by hand",
    ),
    "file-changed": (
        "文件在这期间被别人改过，这次没有写入\n请再运行一次，从新的内容改起",
        "somebody has changed the file meanwhile, so nothing was written\n"
        "run the command again: it will start from what is there now",
    ),
    "file-busy": (
        "另一个程序正在写，等了{seconds}秒还没有写完，这次没有写入\n请等它结束，再运行一次",
        "another run is writing this and was not done after {seconds} seconds; nothing was written\n"
        "wait until it ends, then run the command again",
    ),
    "file-unwritable": (
        "无法写入：{error}；文件没有改动\n若在别的程序里打开着，请先关上",
        "it cannot be written: {error}; the file is as it was\nif another program has it open, close it there",
    ),
    "record-unknown": (
        "没有编号或标题是「{found}」的目标\n最接近的是：{known}",
        "no target has the id or title “{found}”\nnearest are: {known}",
    ),
    "record-several": (
        "「{found}」指的可能是几个目标\n请写其中一个的编号：{known}",
        "“{found}” may mean several targets\nwrite the id of one of them: {known}",
    ),
    "record-missing": (
        "没有写{name}\n请加上：{name} …",
        "{name} is missing\nadd: {name} …",
    ),
    "record-milestone": (
        "{id}是节点，没有数值\n请改写--reached true或false，并用--says写来源怎么说",
        "{id} is a milestone and has no value\nwrite --reached true or false, and with --says what the source says",
    ),
    "record-value": (
        "写作「{found}」，不是以「{unit}」计的数\n请写8212、3.7万或3~5；单位不同的加--unit",
        "“{found}” is no number in “{unit}”\nwrite 8212, 3.7万 or 3~5; where the unit differs add --unit",
    ),
    "record-already": (
        "已经有了：同一天（{day}）、同一来源的一条，写的是「{value}」，没有再写\n"
        "来源改了数的，请加--kind preliminary或final与前一条区分；写错的，请打开文件改",
        "already there: an update of the same day ({day}) from the same source says “{value}”; nothing was added\n"
        "if the source has changed its figure, tell the two apart with --kind preliminary or final; mend a slip in the file",
    ),
    "record-sourceless": (
        "没有写来源\n请写--source-title和--source-url；已经登记在sources里的，写--source和它的名字",
        "there is no source\nwrite --source-title and --source-url; or --source with the name of one under sources",
    ),
    "record-unknown-source": (
        "sources里没有「{found}」\n请写其中一个：{known}",
        "sources has no “{found}”\nwrite one of: {known}",
    ),
    "record-two-sources": (
        "--source指的是已登记的来源，不能同时写--source-title或--source-url\n请只留一种",
        "--source names a source that the file has; --source-title and --source-url write a new one\nkeep one of the two",
    ),
    "add-nothing": (
        "「{found}」里没有可以列为目标的数\n请写报告里的几个字，或用add --from-report看还有哪些",
        "“{found}” holds no number that could be a target\n"
        "write some words of the report, or see what is left with add --from-report",
    ),
    "add-several": (
        "「{found}」里不止一个数\n请写其中一个：{known}",
        "“{found}” holds several numbers\nwrite one of: {known}",
    ),
    "add-already": (
        "「{found}」已经是目标{id}\n请用record给它添上进展",
        "“{found}” is the target {id} already\nuse record to add to it",
    ),
    "add-one-name": (
        "一次添了几个目标，不能共用一个编号或标题\n请一个一个添，或不写--id和--title",
        "several targets are added, which cannot share an id or a title\nadd them one by one, or without --id and --title",
    ),
}  # fmt: skip
