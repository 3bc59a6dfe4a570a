"""The preview: what stands over a page, and what is said of a mistake of the program itself."""

PROBLEMS = {
    "internal": (
        "程序自己出错了：{error}\n"
        "这不是您的错。把刚才改的地方先改回去，预览就会恢复；请把这一行告诉程序的维护者",
        "a mistake of the program itself: {error}\n"
        "it is not yours: undo what you changed last and the preview goes on; please report this line to those who maintain the program",
    ),
}  # fmt: skip

WORDS = {
    "serving": ("本地预览：{address}\n按Ctrl+C结束", "preview: {address}\nCtrl+C ends it"),
    "port-taken": (
        "端口{port}不能用，改用{other}",
        "port {port} cannot be used, so it is {other}",
    ),
    "no-port": (
        "端口{port}不能用（已被占用，或不在1到65535之间），请换一个--port",
        "port {port} cannot be used: it is taken, or not between 1 and 65535; choose another --port",
    ),
    "preview-updated": ("预览已更新：{count}个文件有变化", "preview updated: {count} files differ"),
    "preview-problems": (
        "共{count}处需要修改；预览还是出错以前的样子，改好存盘就更新",
        "{count} to mend; the preview shows the site as it was and follows when they are mended",
    ),
    "preview-count": ("有{count}处要改", "{count} to mend"),
    "preview-old": (
        "下面的网页是出错以前的样子。改好存盘，网页会自己更新。",
        "The page below is as it was before. Mend and save, and it follows by itself.",
    ),
    "preview-none": (
        "还没有可以看的网页。改好存盘，网页会自己出现。",
        "There is no page to show yet. Mend and save, and it comes by itself.",
    ),
    "preview-close": ("收起（Esc）", "hide (Esc)"),
    "preview-again": (
        "有{count}处要改，网页还是以前的样子",
        "{count} to mend; the page is as it was before",
    ),
    "preview-stopped": (
        "预览程序没有运行，存盘后网页不会更新",
        "the preview is not running: the page does not follow what you save",
    ),
    "preview-editor": ("用VS Code打开", "open in VS Code"),
    "preview-code": ("代号", "code"),
    "preview-line": ("第{line}行", "line {line}"),
    "preview-sound": ("这个文件没有要改的地方。", "Nothing to mend in this file."),
    "preview-back": ("回到网页", "to the page"),
    "preview-place": (
        "这里只能看。请用平时的程序打开它来改：",
        "This is only a view. To change the file, open it with the program you use:",
    ),
    "preview-refused": (
        "预览只给看这个项目的文件。",
        "The preview shows the files of this project only.",
    ),
}
