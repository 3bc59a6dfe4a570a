"""Files that cannot be read, and YAML that is not well-formed."""

PROBLEMS = {
    "file-missing": ("没有这个文件", "there is no such file"),
    "file-unreadable": ("文件无法读取：{error}", "the file cannot be read: {error}"),
    "not-utf8": (
        "不是UTF-8编码（可能是GBK或GB18030）\n请在编辑器里选择“另存为”，编码选UTF-8",
        "not UTF-8 (perhaps GBK or GB18030)\nsave it again in your editor with the encoding UTF-8",
    ),
    "file-empty": (
        "文件是空的\n请换成有报告原文的文件",
        "the file is empty\ngive a file that holds the text of a report",
    ),
    "file-binary": (
        "这不是文本文件（可能是Word、PDF或图片）\n请先另存为纯文本（.txt），编码选UTF-8",
        "this is not a text file (perhaps Word, PDF or a picture)\nsave it as plain text first, encoding UTF-8",
    ),
    "file-too-large": (
        "文件有{size}MB，超过{largest}MB\n请只留下一份报告的文字",
        "the file has {size} MB, more than {largest} MB\nkeep the text of one report only",
    ),
    "not-a-report": (
        "这里看不出是政府工作报告：中文太少，或没有报告的用语\n请给出报告全文的纯文本",
        "this does not read like a government work report: too little Chinese, or none of its words\n"
        "give the full text of a report as plain text",
    ),
    "fullwidth-colon": (
        "「{key}」后面是全角冒号“：”\n请写半角冒号加一个空格：{key}: …",
        "a full-width colon “：” stands after 「{key}」\nwrite an ASCII colon and a space: {key}: …",
    ),
    "tab": (
        "行首有制表符（Tab），YAML只认空格\n请把行首的Tab换成空格",
        "the line is indented with a tab, YAML knows spaces only\nreplace the tab by spaces",
    ),
    "conflict-marker": (
        "这是合并冲突的标记：{found}\n请留下正确的一份，删去标记行",
        "this marks a merge conflict: {found}\nkeep the right version and delete the marker lines",
    ),
    "yaml": (
        "YAML写法有误：{error}\n常见原因：冒号后缺空格、缩进不齐、引号没有成对",
        "not valid YAML: {error}\n"
        "often: no space after a colon, uneven indentation, an unpaired quotation mark",
    ),
    "not-a-mapping": (
        "这里应是“键: 值”的清单\n请每行写“键: 值”，冒号用半角，后面空一格",
        "a list of “key: value” lines is expected here\nwrite “key: value”, an ASCII colon and a space between them",
    ),
    "duplicate-key": (
        "「{key}」写了两次，第一次在第{first}行\n请留下一个",
        "「{key}」 is given twice, first on line {first}\nkeep one of the two",
    ),
    "no-front-matter": (
        "文件开头缺少两行“---”之间的说明\n请照content/about.md的开头补上",
        "the lines between two “---” are missing at the top\nadd them as in content/about.md",
    ),
    "colon-without-space": (
        "「{key}」的冒号后面没有空格\n请写：{key}: …",
        "no space follows the colon of 「{key}」\nwrite: {key}: …",
    ),
}  # fmt: skip
