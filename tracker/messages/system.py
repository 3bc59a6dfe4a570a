"""What the system refuses: a full disk, a missing permission."""

PROBLEMS = {
    "disk-full": (
        "磁盘满了（或超出了给您的配额），{path}写不下\n请删去不用的文件，再运行一次",
        "the disk (or your share of it) is full: no room for {path}\n"
        "delete what you no longer need, then run the command again",
    ),
    "disk-read-only": (
        "{path}所在的磁盘是只读的\n请换一个可以写入的位置，或请管理员把磁盘改为可写",
        "the disk of {path} is read-only\nchoose a place that can be written to, or have the disk made writable",
    ),
    "disk-failing": (
        "磁盘读写{path}时出错，可能要坏了\n请先把整个项目复制到别的磁盘，再检查磁盘",
        "the disk failed at {path} and may be breaking\ncopy the whole project to another disk first, then check this one",
    ),
    "write-forbidden": (
        "没有权限写入{path}\n若在Excel等程序里打开着，请先关上；否则请用有权限的账户运行，或把它（和所在的文件夹）改为可写",
        "you may not write to {path}\nclose it where it is open, as in Excel; else run this as a user who may, "
        "or make it (and its folder) writable",
    ),
    "file-in-use": (
        "{path}正被别的程序占用\n请关上占用它的程序，再运行一次",
        "another program is using {path}\nclose that program, then run the command again",
    ),
    "file-limited": (
        "{path}超过了系统允许的文件大小\n请管理员放宽限制（ulimit -f），或换一个磁盘",
        "{path} is larger than the system lets a file be\nhave the limit raised (ulimit -f), or use another disk",
    ),
    "folder-missing": (
        "没有文件夹{path}\n请先建好它，或改写位置",
        "there is no folder {path}\nmake it first, or write another place",
    ),
    "not-a-folder": (
        "{path}的路径中间有一段是文件，不是文件夹\n请改写位置",
        "a part of the path {path} is a file, not a folder\nwrite another place",
    ),
    "path-too-long": (
        "路径太长，系统不接受：{path}\n请把项目移到层次浅一些、名字短一些的文件夹里",
        "the path is longer than the system allows: {path}\nmove the project to a folder with a shorter path",
    ),
    "read-forbidden": (
        "没有权限读取\n若正被别的程序占用，请先关上；否则请用有权限的账户运行，或把这个文件（和所在的文件夹）改为可读",
        "you may not read it\nclose the program that holds it, if one does; else run this as a user who may, or make the file (and its folder) readable",
    ),
    "not-a-file": (
        "这里应该是文件，现在是文件夹（或管道、设备）\n请改写成文件的位置，或把它移走",
        "this is a folder (or a pipe, or a device), not a file\nwrite the place of a file, or move this away",
    ),
}  # fmt: skip
