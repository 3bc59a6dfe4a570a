"""Changes to `targets.yaml` that the program makes for an editor."""

PROBLEMS = {
    "edit-nothing-there": (
        "文件里没有「{name}」，无从修改\n请核对编号或引文",
        "the file has no 「{name}」 to change\ncheck the id or the quote",
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
}  # fmt: skip
