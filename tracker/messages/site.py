"""`site.yaml`, pages, corrections and synonyms."""

PROBLEMS = {
    "bad-tile": (
        "方位图上的位置写作「{found}」，应是行和列两个整数\n"
        "请写成tile: [行, 列]，行从1到{rows}，列从1到{columns}；不上图就不写",
        "“{found}” is no place on the schematic map, which is a row and a column\n"
        "write tile: [row, column], rows 1 to {rows}, columns 1 to {columns}; or leave it out",
    ),
    "tile-taken": (
        "方位图上的这一格已经是{other}的，见{first}\n请给其中一个换一格",
        "this tile of the schematic map is that of {other} already, see {first}\n"
        "move one of the two",
    ),
    "bad-contact": (
        "“contact”写作「{found}」，不是邮箱，也不是https网址\n"
        "请写邮箱（如editors@example.org），或问题区的网址（如https://example.org/issues/new?title={{title}}&body={{body}}）；"
        "没有就留空，不要编造",
        "“contact” is “{found}”, neither an e-mail address nor an https address\n"
        "write an e-mail address (editors@example.org) or an issue tracker's address "
        "(https://example.org/issues/new?title={{title}}&body={{body}}); if there is none leave it empty, invent nothing",
    ),
    "contact-place": (
        "“contact”的网址里，「{found}」不能写在这里\n只能在问号后面写{{title}}和{{body}}，如?title={{title}}&body={{body}}",
        "the address of “contact” cannot have “{found}” there\n"
        "only {{title}} and {{body}} are filled in, and only after the question mark: ?title={{title}}&body={{body}}",
    ),
    "bad-base": (
        "“base”写作「{found}」\n请写以/开头、以/结尾的路径，如/tracker/",
        "“base” is “{found}”\nwrite a path that begins and ends with /, such as /tracker/",
    ),
    "page-missing": (
        "缺少页面{path}\n网站需要这一页，请补上",
        "the page {path} is missing\nthe site needs it",
    ),
    "page-name-taken": (
        "「{name}」是程序自己生成的页面，不能再用作content/里的文件名\n请换一个文件名",
        "the program makes the page “{name}” itself, so no file of content/ can have the name\n"
        "give the file another name",
    ),
    "correction-of-one": (
        "一条更正只写target、sentence、page里的一项，这里有{count}项\n请写明改的是哪一项目标、哪一句或哪一页",
        "a correction names exactly one of target, sentence and page, here are {count}\n"
        "name the target, the sentence or the page that was corrected",
    ),
    "report-without-sentence": (
        "写了report，没有写是哪一句\n请加“sentence: 句前的小数字”；改的不是某一句，就删去report",
        "report is given without a sentence\n"
        "add “sentence: N”, the small number before it; if no sentence was corrected, delete report",
    ),
    "bad-sentence": (
        "“sentence”写作「{found}」\n请写报告页上句前的小数字，如12",
        "“sentence” is “{found}”\nwrite the small number before the sentence on the report page, such as 12",
    ),
    "no-such-sentence": (
        "报告{report}没有第{found}句\n请照报告页上句前的小数字填写",
        "the report {report} has no sentence {found}\ncopy the small number before it on the report page",
    ),
    "bad-page": (
        "“page”写作「{found}」，不是本站的一页\n请写从网站首页算起的地址，如about.html",
        "“page” is “{found}”, which is no page of the site\nwrite its address from the site's home, such as about.html",
    ),
    "correction-ahead": (
        "这条更正的日期是{found}，晚于计算状态的{as_of}，到那天才会显示\n请核对日期",
        "this correction is of {found}, after {as_of}, and is not shown before that day\ncheck the date",
    ),
    "synonym-nothing": (
        "「{word}」后面没有写报告里的词\n请写成“{word}: [报告里的词]”，或删去这一行",
        "“{word}” leads to no word of the report\nwrite “{word}: [a word of the report]”, or delete the line",
    ),
    "synonym-no-word": (
        "这里应有一个词，写的是「{found}」\n请写成“市民的词: [报告里的词, 另一个词]”，一行一个市民的词",
        "a word is expected here, “{found}” was found\n"
        "write “citizen's word: [word of the report, another]”, one citizen's word on each line",
    ),
    "synonym-not-words": (
        "「{word}」后面应是报告里的词，这里却是有层次的内容\n请写成“{word}: [报告里的词, 另一个词]”",
        "words of the report are expected for “{word}”, something nested was found\n"
        "write “{word}: [word of the report, another]”",
    ),
    "synonym-several": (
        "「{found}」里有“{mark}”，会被当作一个词\n"
        "市民的词一行写一个；报告里的词写成[词, 词]，方括号和逗号用半角",
        "“{found}” has “{mark}” in it and counts as one word\n"
        "write one citizen's word on each line, the report's words as [word, word] in ASCII brackets and commas",
    ),
    "synonym-itself": (
        "「{word}」写成了自己的同义词\n请写报告里的另一种说法，或删去它",
        "“{word}” is given as its own synonym\nwrite what the report says instead, or delete it",
    ),
    "synonym-twice": (
        "「{word}」后面的「{found}」写了两次\n请留下一个",
        "“{found}” is given twice for “{word}”\nkeep one of the two",
    ),
    "synonym-astray": (
        "「{word}」指向「{found}」，但报告和目标标题里都没有这个词\n请换成报告里的词，或删去它",
        "“{word}” leads to “{found}”, which no report and no target's title has\n"
        "write a word of the report, or delete it",
    ),
    "synonym-astray-near": (
        "「{word}」指向「{found}」，但报告和目标标题里都没有这个词\n"
        "请换成报告里的词，或删去它；字样最接近的是「{near}」",
        "“{word}” leads to “{found}”, which no report and no target's title has\n"
        "write a word of the report, or delete it; the nearest words are “{near}”",
    ),
}  # fmt: skip
