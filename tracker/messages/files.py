"""Files that cannot be read, and YAML that is not well-formed."""

PROBLEMS = {
    "file-missing": (
        "没有这个文件\n请核对文件名和所在的文件夹",
        "there is no such file\ncheck its name and folder",
    ),
    "file-unreadable": (
        "文件无法读取：{error}\n请核对权限，或看它是不是正被别的程序占用",
        "the file cannot be read: {error}\ncheck its permissions, and whether another program holds it",
    ),
    "not-utf8": (
        "不是UTF-8编码（可能是GBK或GB18030）\n请在编辑器里选择“另存为”，编码选UTF-8",
        "not UTF-8 (perhaps GBK or GB18030)\nsave it again in your editor with the encoding UTF-8",
    ),
    "utf16": (
        "文件是UTF-16编码（记事本里叫“Unicode”）\n请在编辑器里选择“另存为”，编码选UTF-8",
        "encoded as UTF-16, which Notepad calls “Unicode”\nsave it again in your editor with the encoding UTF-8",
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
        "文件有{size}MB，超过{largest}MB\n请只留下一份报告的文字，或台账一张表",
        "the file has {size} MB, more than {largest} MB\nkeep the text of one report only, or the ledger only",
    ),
    "file-unwritable": (
        "{path}写不进去：{error}\n若在Excel等程序里打开着，请先关上；再看文件夹在不在、能不能写，磁盘满没满",
        "{path} cannot be written: {error}\nclose it where it is open, as in Excel; else see whether the folder exists and may be written to, and whether the disk is full",
    ),
    "not-a-report": (
        "这里看不出是政府工作报告：中文太少，或没有报告的用语\n请给出报告全文的纯文本",
        "this does not read like a government work report: too little Chinese, or none of its words\n"
        "give the full text of a report as plain text",
    ),
    "fullwidth-colon": (
        "「{key}」后面是全角冒号“：”\n请写半角冒号加一个空格：{key}: …",
        "a full-width colon “：” stands after “{key}”\nwrite an ASCII colon and a space: {key}: …",
    ),
    "tab": (
        "行首有制表符（Tab），YAML只认空格\n请把行首的Tab换成空格",
        "the line is indented with a tab, YAML knows spaces only\nreplace the tab by spaces",
    ),
    "conflict-marker": (
        "这是合并冲突的标记：{found}\n请留下正确的一份，删去标记行",
        "this marks a merge conflict: {found}\nkeep the right version and delete the marker lines",
    ),
    "fullwidth-dash": (
        "行首是“{found}”，不是半角的短横\n请写半角短横加一个空格：- ",
        "the line begins with “{found}”, not with an ASCII hyphen\nwrite a hyphen and a space: - ",
    ),
    "wide-indent": (
        "行首有全角空格或不换行空格，YAML只认半角空格\n请把行首的空白换成半角空格",
        "the line is indented with a full-width or no-break space, YAML knows plain spaces only\n"
        "replace the blanks at its start by plain spaces",
    ),
    "invisible-character": (
        "这一行有看不见的字符（{code}），多半是从网页或Word粘贴来的\n请删去这一行重新输入，或先粘贴到记事本再复制",
        "the line has an invisible character ({code}), as text pasted from a web page or Word has\n"
        "type the line anew, or paste it through a plain text editor",
    ),
    "control-character": (
        "这里有控制字符{code}（{name}），它不是文字，却能让屏幕和程序做别的事\n请删去它；看不见时，删去这一行重新输入",
        "here is the control character {code} ({name}), which is no text but can steer screens and programs\n"
        "delete it; where you cannot see it, type the line anew",
    ),
    "direction-character": (
        "这里有改变文字方向的字符{code}（{name}），读者看到的先后会和写的不一样\n请删去它；看不见时，删去这一行重新输入",
        "here is {code} ({name}), which lets readers see the text in another order than it is written in\n"
        "delete it; where you cannot see it, type the line anew",
    ),
    "no-character": (
        "这里的{code}（{name}）不是给人看的字符，网页和订阅源都不收\n请删去它；看不见时，删去这一行重新输入",
        "here is {code} ({name}), no character for people: pages and feeds do not take it\n"
        "delete it; where you cannot see it, type the line anew",
    ),
    "escape-of-nothing": (
        "双引号里的「{found}」不代表任何字符\n请直接写出那个字，或把双引号换成单引号",
        "in double quotes, “{found}” stands for no character\n"
        "write the character itself, or put the text in single quotes",
    ),
    "file-name-near": (
        "文件名「{found}」不能用作网址\n请把文件改名为{near}.md",
        "the file name “{found}” cannot be an address\nname the file {near}.md",
    ),
    "file-name": (
        "文件名「{found}」不能用作网址\n请用小写字母、数字和连字符起名，如xugou-2099.md",
        "the file name “{found}” cannot be an address\n"
        "name the file with lower-case letters, digits and hyphens, as in xugou-2099.md",
    ),
    "sign-unquoted": (
        "「{found}」没有加引号，YAML会当作别的意思\n请写：{key}: \"{found}\"",
        "“{found}” means something else in YAML when it is not quoted\nwrite: {key}: \"{found}\"",
    ),
    "reserved-start": (
        "「{found}」以“{sign}”开头，YAML会当作别的意思\n请给整段加单引号：'{found}'",
        "“{found}” begins with “{sign}”, which means something else in YAML\nput it in single quotes: '{found}'",
    ),
    "quote-unpaired": (
        "这里的引号{mark}没有成对\n请在末尾补上{mark}，或者两个都删去",
        "this quotation mark {mark} is not closed\nclose it with {mark}, or delete it",
    ),
    "text-after-quote": (
        "引号已经结束，后面还有「{rest}」\n请把整句放进引号里，或者把引号都删去；文字里的引号请用“”",
        "the quotation ends, and “{rest}” follows\nput all of it between the quotation marks, or leave them out",
    ),
    "dash-twice": (
        "行首写了几个短横：「{found}」\n请只写一个，后面空一格：- {key}: …",
        "several hyphens stand before this line: “{found}”\nwrite one and a space: - {key}: …",
    ),
    "wide-gap": (
        "这里的空格是全角空格或不换行空格，YAML只认半角空格\n请把它换成一个半角空格",
        "this blank is a full-width or no-break space, YAML knows plain spaces only\n"
        "replace it by one plain space",
    ),
    "fullwidth-mark": (
        "括号里用了全角的“{sign}”\n请写半角的“{plain}”，后面空一格",
        "a full-width “{sign}” stands inside brackets\nwrite an ASCII “{plain}” and a space",
    ),
    "fullwidth-bracket": (
        "用了全角的“{sign}”\n请写半角的“{plain}”",
        "a full-width “{sign}” stands here\nwrite an ASCII “{plain}”",
    ),
    "bracket-surplus": (
        "多了一个{closing}，前面没有与它配对的{sign}\n请在前面补上{sign}，或删去{closing}",
        "there is a {closing} without its {sign}\nadd {sign} before it, or delete {closing}",
    ),
    "comma-missing": (
        "「{key}」前面缺少逗号\n请在它前面补上半角逗号，再空一格：, {key}: …",
        "no comma stands before “{key}”\nadd an ASCII comma and a space before it: , {key}: …",
    ),
    "two-keys": (
        "「{key}」的这一行里又写了「{second}: 」\n请一行只写一项：「{second}」另起一行",
        "the line of “{key}” goes on with “{second}: ”\nwrite one of them on each line",
    ),
    "words-astray": (
        "「{found}」前面没有“键: ”，也接不上前一行\n"
        "是前一行的话，请接到前一行的末尾；是注释，请在行首加#；是漏了键，请写成“键: 值”",
        "“{found}” has no “key: ” before it and does not continue the line above\n"
        "if it belongs to the line above, write it there; put # before a comment; or write “key: value”",
    ),
    "dash-missing": (
        "「{key}」前面缺少短横，这一条与上一条连在了一起\n请写：- {key}: …",
        "no hyphen stands before “{key}”, so this entry runs on from the one above\nwrite: - {key}: …",
    ),
    "list-closed": (
        "「{key}」后面写着[]，就是没有，下面却还有内容\n请删去[]，只留“{key}:”",
        "“{key}” is [], which says that there is none, and yet entries follow\ndelete the []: {key}:",
    ),
    "list-astray": (
        "从这里起是一串“- ”，上面却没有写它是什么\n请在这一串前面补上一行，如targets:、updates:、context:、places:",
        "a list begins here, and nothing above says of what\n"
        "add a line before it, such as targets:, updates:, context: or places:",
    ),
    "bracket-open": (
        "括号{sign}没有配上{closing}\n请补上{closing}",
        "the bracket {sign} is not closed\nadd {closing}",
    ),
    "colon-in-text": (
        "这段文字里有“: ”，YAML会当作又一个键\n请加单引号：{key}: '{found}'，或改用全角冒号“：”",
        "this text has “: ” in it, which YAML takes for another key\n"
        "put it in single quotes: {key}: '{found}', or use the full-width colon “：”",
    ),
    "dash-without-space": (
        "短横后面没有空格\n请写：- {key}: …",
        "no space follows the hyphen\nwrite: - {key}: …",
    ),
    "colon-missing": (
        "「{key}」后面缺少冒号\n请写：{key}: {value}",
        "no colon follows “{key}”\nwrite: {key}: {value}",
    ),
    "bad-indent": (
        "缩进不对：这一行前面空了{indent}格\n请空{wanted}格，与第{beside}行对齐",
        "the indentation is wrong: {indent} spaces stand before this line\nmake it {wanted}, as on line {beside}",
    ),
    "document-mark": (
        "「{found}」另起了一份文件，YAML只读第一份\n请删去这一行",
        "“{found}” begins another document, and only the first is read\ndelete the line",
    ),
    "too-many-values": (
        "文件里有{most}个以上的值，从这里起没有再读\n请看看是不是同一段重复了很多遍；台账真有这么大，请按报告分成几个文件",
        "the file has more than {most} values, what stands from here on was not read\nsee whether a passage is repeated over and over; keep the targets of each report in a file of their own",
    ),
    "too-many-lines": (
        "文件有{most}行以上\n请看看是不是同一段重复了很多遍，或有大片空行",
        "the file has more than {most} lines\nsee whether a passage is repeated over and over, or whether there are empty lines without end",
    ),
    "text-too-long": (
        "这一段文字有{length}个字，超过{longest}个\n引文只写一句，说明只写几句；若是少了收尾的引号，请补上",
        "this text has {length} characters, more than {longest}\nquote one sentence, and explain in a few; if a closing quotation mark is missing, put it there",
    ),
    "too-deep": (
        "一层套一层，超过了{deepest}层\n请核对括号是否成对、缩进是否对齐",
        "things stand in things more than {deepest} deep\ncheck brackets and indentation",
    ),
    "alias": (
        "这里引用了别处的内容（YAML的&和*），本程序不支持\n请把内容照写一遍；来源可以写在sources里，用名字引用",
        "this repeats another part by & and *, which is not supported\n"
        "write it out; a source can stand in sources and be named",
    ),
    "line-out-of-place": (
        "这一行接不上前面的内容\n请看它和上一行是不是放错了地方；同一条的各项要左对齐，各条的“- ”也要左对齐",
        "this line does not follow from what stands above\n"
        "it or the line before may be misplaced; keys of one entry stand below each other, and so do the hyphens",
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
        "“{key}” is given twice, first on line {first}\nkeep one of the two",
    ),
    "entry-runs-on": (
        "从「{key}」起的{count}项，前面第{first}行起都写过了\n"
        "是另一条的，请在它前面补上“- {opening}: …”；是写重了的，请删去",
        "from “{key}” on, {count} keys are given again, first from line {first} on\n"
        "if another entry begins here, put “- {opening}: …” before it; if it is a repetition, delete it",
    ),
    "hash-in-text": (
        "「{key}」里的“#”和后面的字会被当作注释，不登出来\n"
        "是文字的，请给整段加单引号：{key}: '…'；是注释的，请另起一行写在上面",
        "in “{key}” the “#” and what follows counts as a comment and would not be published\n"
        "put the text in single quotes: {key}: '…'; or give the comment a line of its own above",
    ),
    "list-twice": (
        "「{key}」写了两次，第一次在第{first}行\n请把这里的各条移到第{first}行的「{key}」下面，再删去这一行",
        "“{key}” is given twice, first on line {first}\nmove these entries below line {first}, then delete this line",
    ),
    "no-front-matter": (
        "文件开头缺少两行“---”之间的说明\n请照content/about.md的开头补上",
        "the lines between two “---” are missing at the top\nadd them as in content/about.md",
    ),
    "colon-without-space": (
        "「{key}」的冒号后面没有空格\n请写：{key}: {value}",
        "no space follows the colon of “{key}”\nwrite: {key}: {value}",
    ),
}  # fmt: skip
