"""A report that comes from Word, a web page or a PDF: why it is refused, what was not read."""

PROBLEMS = {
    # refused
    "import-exists": (
        "已有文件{path}，没有覆盖\n换一个编号：加--id 新编号；或先把这个文件改名、移走",
        "{path} is there already and was not overwritten\nchoose another name with --id, or move that file away first",
    ),
    "import-old-word": (
        "这是旧版Word或WPS的文件（.doc、.wps），读不了\n请用Word或WPS打开，另存为“Word文档（.docx）”再导入",
        "this is a file of old Word or of WPS (.doc, .wps), which is not read\nopen it in Word or WPS, save it as .docx and import that",
    ),
    "import-encrypted": (
        "文件有密码\n请用Word或WPS打开，去掉密码，另存为.docx再导入",
        "the file is locked with a password\nopen it in Word or WPS, remove the password, save it as .docx and import that",
    ),
    "import-encrypted-pdf": (
        "PDF有密码\n请用密码打开，打印成没有密码的PDF，或复制全文存成.txt再导入",
        "the PDF is locked with a password\nopen it with the password and print it to a PDF without one, or copy all text into a .txt",
    ),
    "import-odt": (
        "这是OpenDocument文件（.odt），读不了\n请用LibreOffice或WPS打开，另存为.docx再导入",
        "this is an OpenDocument file (.odt), which is not read\nopen it in LibreOffice or WPS, save it as .docx and import that",
    ),
    "import-ofd": (
        "这是OFD版式文件，读不了\n请用阅读器打开，导出为PDF或复制全文存成.txt再导入",
        "this is an OFD document, which is not read\nopen it in its viewer, export it as PDF or copy all text into a .txt",
    ),
    "import-rtf": (
        "这是RTF文件，读不了\n请用Word或WPS打开，另存为.docx再导入",
        "this is an RTF file, which is not read\nopen it in Word or WPS, save it as .docx and import that",
    ),
    "import-spreadsheet": (
        "这是电子表格，不是报告的文字\n请换成报告全文的.docx、.html、.pdf或.txt",
        "this is a spreadsheet, not the text of a report\ngive the full text as .docx, .html, .pdf or .txt",
    ),
    "import-slides": (
        "这是幻灯片，不是报告的文字\n请换成报告全文的.docx、.html、.pdf或.txt",
        "these are slides, not the text of a report\ngive the full text as .docx, .html, .pdf or .txt",
    ),
    "import-picture": (
        "这是图片，里面没有可以读的文字\n请找有文字的版本，或用文字识别（OCR）软件转成.docx、.txt，逐字校对后再导入",
        "this is a picture and has no text to read\nfind a version with text, or turn it into .docx or .txt by OCR and proofread it first",
    ),
    "import-packed": (
        "这是压缩包，不是文档\n请先解压，再导入里面的文档",
        "this is an archive, not a document\nunpack it and import the document inside",
    ),
    "import-damaged": (
        "文件损坏，或内容与扩展名{suffix}不符，读不了\n请重新下载；能用Word或WPS打开的，另存为.docx再导入",
        "the file is damaged, or is not what {suffix} says, and cannot be read\ndownload it again; if Word or WPS opens it, save it as .docx and import that",
    ),
    "import-too-large-inside": (
        "文件解压后太大，不像报告，没有读\n请用Word或WPS打开，只留报告的文字，另存为.docx再导入",
        "unpacked, the file is too large for a report and was not read\nopen it in Word or WPS, keep the report's text only, save it as .docx and import that",
    ),
    "import-too-many-pages": (
        "PDF有{pages}页，超过{most}页\n请只留报告的那几页",
        "the PDF has {pages} pages, more than {most}\nkeep the pages of the report only",
    ),
    "import-scanned": (
        "PDF共{pages}页，都没有文字，可能是扫描件\n请找有文字的版本，或用文字识别（OCR）软件转成.docx、.txt，逐字校对后再导入",
        "none of the PDF's {pages} pages has text; it may be a scan\nfind a version with text, or turn it into .docx or .txt by OCR and proofread it first",
    ),
    "import-no-title": (
        "读不出报告的标题\n请写明，例如：--title 2099年虚构市政府工作报告",
        "the report's title cannot be read\ngive it, such as --title 2099年虚构市政府工作报告",
    ),
    "import-no-body": (
        "读不出是哪一级政府的报告\n请写明，例如：--body 虚构市人民政府",
        "the text does not tell whose report it is\ngive the body, such as --body 虚构市人民政府",
    ),
    "import-no-year": (
        "读不出是哪一年的报告\n请写明，例如：--year 2099",
        "the text does not tell the report's year\ngive it, such as --year 2099",
    ),
    "import-bad-year": (
        "年份写作「{found}」\n请写四位数字，例如：--year 2099",
        "the year is “{found}”\nwrite four digits, such as --year 2099",
    ),
    "import-bad-id": (
        "编号写作「{found}」，不能用作网址\n请用小写字母、数字和连字符，例如：--id xugou-2099",
        "the name “{found}” cannot be an address\nuse small letters, digits and hyphens, such as --id xugou-2099",
    ),
    "import-no-id": (
        "定不出报告的编号\n请写明，例如：--id xugou-2099",
        "no name can be made for the report\ngive one, such as --id xugou-2099",
    ),
    # to be looked at
    "import-image": (
        "这里有图片，没有读入\n图里若有报告的文字，请照原样录入",
        "a picture here was not read\nif it holds words of the report, type them as they are printed",
    ),
    "import-image-on-page": (
        "第{page}页有图片，没有读入\n图里若有报告的文字，请照原样录入",
        "page {page} has a picture, which was not read\nif it holds words of the report, type them as they are printed",
    ),
    "import-scanned-page": (
        "第{page}页只有图片，没有文字，没有读入\n请照原样录入这一页",
        "page {page} is a picture without text and was not read\ntype it as it is printed",
    ),
    "import-text-box": (
        "这里有文本框，没有收入正文：{words}\n若是报告的文字，请放到该在的地方",
        "a text box here was left out of the text: {words}\nif it belongs to the report, put it where it belongs",
    ),
    "import-footnote": (
        "这一段有脚注，没有收入正文：{words}\n需要的，请录在报告末尾，一条一段",
        "this paragraph has a note, which was left out of the text: {words}\nif wanted, put it at the end of the report, a paragraph each",
    ),
    "import-footnote-on-page": (
        "第{page}页有脚注，没有收入正文：{words}\n需要的，请录在报告末尾，一条一段",
        "page {page} has notes, which were left out of the text: {words}\nif wanted, put them at the end of the report, a paragraph each",
    ),
    "import-table": (
        "从这里起是表格，一行写成一段，格与格之间是制表符：{words}\n请对照原文件看行与格有没有错位",
        "a table begins here, a row a paragraph, its cells parted by tabs: {words}\ncompare rows and cells with the original",
    ),
    "import-formula": (
        "这里有公式，没有读入：{words}\n请照原样录入",
        "a formula here was not read: {words}\ntype it as it is printed",
    ),
    "import-hidden": (
        "这里有隐藏的文字，没有收入正文：{words}\n打印时看不见的，不必收入",
        "hidden text here was left out: {words}\nwhat is not printed need not be in the report",
    ),
    "import-numbering": (
        "这一段的自动编号读不出来：{words}\n请对照原文件补上，例如“（一）”或“1.”",
        "the automatic number of this paragraph cannot be read: {words}\nadd it as in the original, such as （一） or 1.",
    ),
    "import-rotated": (
        "第{page}页有斜排或横置的文字（水印或横排的表），没有收入正文：{words}\n若是报告的文字，请照原样录入",
        "page {page} has slanted or turned text (a watermark, a table on its side), which was left out: {words}\nif it belongs to the report, type it as it is printed",
    ),
    "import-glyph": (
        "这里有认不出的字：{words}\n请对照原文件改成印出来的字",
        "a character here is unknown: {words}\nwrite what is printed in the original",
    ),
    "import-inserted": (
        "文件带着修订：插入的文字{count}处，已收入正文：{words}\n请确认用的是定稿",
        "the file holds revisions: {count} insertions, taken into the text: {words}\nmake sure that it is the final version",
    ),
    "import-deleted": (
        "文件带着修订：删去的文字{count}处，没有收入正文：{words}\n请确认用的是定稿",
        "the file holds revisions: {count} deletions, left out of the text: {words}\nmake sure that it is the final version",
    ),
    "import-margin": (
        "页眉、页脚和页码共{count}行，没有收入正文：{words}\n若有一行是报告的文字，请放回去",
        "{count} lines of headers, footers and page numbers were left out: {words}\nif one of them belongs to the report, put it back",
    ),
    "import-chrome": (
        "网页上报告以外的文字共{count}行，没有收入正文：{words}\n若有一行是报告的文字，请放回去",
        "{count} lines around the report on the web page were left out: {words}\nif one of them belongs to the report, put it back",
    ),
    "import-contents": (
        "自动目录没有收入正文：{words}\n目录重复正文的标题，不必收入",
        "the automatic table of contents was left out: {words}\nit repeats the headings and is not needed",
    ),
    "import-set-aside": (
        "正文里有{count}行像是网页或报纸的零碎，文件里留着，网站不当作报告登出：{words}\n"
        "若有一行是报告的文字，请看它是否单独成段、写法是否完整",
        "{count} lines look like furniture of a web or newspaper page; they stay in the file but are not published as the report: {words}\n"
        "if one of them belongs to the report, see whether it is a whole paragraph of its own",
    ),
}  # fmt: skip

WORDS = {
    "import-written": ("已写入{path}", "written: {path}"),
    "import-facts": (
        "  标题：{title}\n  机关：{body}\n  年份：{year}",
        "  title: {title}\n  body: {body}\n  year: {year}",
    ),
    "import-counts": (
        "  {paragraphs}段，{sentences}句；草稿里有{targets}个目标，请逐条核对",
        "  {paragraphs} paragraphs, {sentences} sentences; the draft has {targets} targets to be checked one by one",
    ),
    "import-look": (
        "请对照原文件看以下{count}处：",
        "compare these {count} places with the original:",
    ),
    "import-whole": (
        "文件里的文字都读入了",
        "all text of the file was read",
    ),
    "import-next": ("接下来：", "next:"),
    "import-do-read": (
        "对照原文件通读{path}，原文一字不改；标题、机关、年份不对的，改文件开头的说明",
        "read {path} against the original, changing no word of it; if title, body or year are wrong, mend the lines at its top",
    ),
    "import-do-line": (
        "{path}第{line}行改为：{now}（现为{was}）",
        "{path}, line {line}: write {now} (now {was})",
    ),
    "import-do-region": (
        "{path}第{line}行的{key}也改成这座城市的（现为{was}）",
        "{path}, line {line}: let {key} speak of this city (now {was})",
    ),
    "import-do-list": (
        "{path}第{line}行{key}下面列的，换成这座城市的；没有就只写{key}: []",
        "{path}, line {line}: list below {key} those of this city; where there are none: {key}: []",
    ),
    "import-do-site": (
        "照本项目原来的{path}写一个：report写{id}",
        "write {path} after the one this project came with; its report is {id}",
    ),
    "import-do-move": ("把{old}改名为{new}", "rename {old} to {new}"),
    "import-do-first-lines": (
        "第一行里schema的位置跟着改：{old}写../data/…，{new}写data/…",
        "their first lines say where the schema is: ../data/… in {old}, data/… in {new}",
    ),
    "import-do-own-region": (
        "若它是另一个地区的报告，与原有的报告并列，在{path}开头的说明里加一行region: 地区名（content/site.yaml的places里有的）",
        "if it is another region's report, to stand beside those that are there, add the line region: NAME at the top of {path} (a name of places in content/site.yaml)",
    ),
    "import-do-optional": (
        "网站首页现在采用{was}，这份报告列在它旁边；要让首页采用这份报告，再做下面几步",
        "the home page shows {was}, and this report stands beside it; to have the home page show this one:",
    ),
    "import-do-check": (
        "运行python build.py check，看有没有要改的",
        "run python build.py check to see what is to be mended",
    ),
}
