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
}  # fmt: skip
