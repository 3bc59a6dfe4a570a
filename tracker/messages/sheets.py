"""Sheets that come in: what cannot be read, what cannot be done, what was left aside."""

PROBLEMS = {
    "sheet-old": (
        "这是旧格式的.xls，或者是加了密码的文件\n请在Excel或WPS里打开，“另存为”Excel工作簿（.xlsx），不设密码",
        "this is an old .xls, or a file with a password\nopen it and save it as an Excel workbook (.xlsx) without a password",
    ),
    "sheet-html": (
        "这是网页，只是名字像表格（有些系统导出的.xls就是这样）\n请在Excel或WPS里打开，“另存为”Excel工作簿（.xlsx）",
        "this is a web page under the name of a sheet, such as some systems export as .xls\nopen it in Excel and save it as an Excel workbook (.xlsx)",
    ),
    "sheet-other-package": (
        "这不是Excel工作簿（可能是.ods、.docx或压缩包）\n请在Excel或WPS里打开表格，“另存为”Excel工作簿（.xlsx）",
        "this is no Excel workbook (perhaps .ods, .docx or an archive)\nopen the sheet and save it as an Excel workbook (.xlsx)",
    ),
    "sheet-not-one": (
        "这不是表格（可能是PDF、图片或损坏的文件）\n请给出.xlsx或.csv文件",
        "this is no sheet (perhaps a PDF, a picture or a broken file)\ngive an .xlsx or .csv file",
    ),
    "sheet-broken": (
        "工作簿打不开，可能没有存完或已损坏\n请在Excel或WPS里打开，再存一次；也打不开的，请重新导出",
        "the workbook cannot be opened; it may be cut short or broken\nopen it in Excel and save it again; if Excel cannot either, export anew",
    ),
    "sheet-huge": (
        "工作簿展开后太大，或合并了整行整列的格子\n请只留下台账一张表，并“取消单元格合并”",
        "the workbook is too large when unpacked, or has whole rows or columns merged\nkeep the ledger only, and unmerge such cells",
    ),
    "sheet-empty": (
        "文件是空的\n请重新存盘，或用python build.py export重新导出",
        "the file is empty\nsave it again, or export one with python build.py export",
    ),
    "sheet-question-marks": (
        "文字大多成了问号：存盘时选的编码没有中文\n请回到原来的表，重新“另存为”，格式选“CSV UTF-8”或Excel工作簿（.xlsx）",
        "most of the text has turned into question marks: it was saved in an encoding without Chinese\n"
        "go back to the sheet it was made from and save that as “CSV UTF-8” or as an Excel workbook (.xlsx)",
    ),
    "sheet-no-header": (
        "没有找到表头：要有一行写着“编号”和别的列名，在前30行之内\n"
        "请照导出的台账补上列名，或用python build.py export重新导出",
        "no header was found: a row within the first 30 that has “编号” and names of other columns\n"
        "name the columns as in an exported ledger, or export one with python build.py export",
    ),
    "sheet-other-report": (
        "这是另一份报告（{found}）的台账，本站正在登记的是{report}\n请用{report}的台账",
        "this is the ledger of another report ({found}), not of {report}\nuse the ledger of {report}",
    ),
    "sheet-strange-ids": (
        "表里的编号没有一个是{report}的目标，如{found}\n请核对是不是拿错了文件；编号要照导出的台账写",
        "none of the ids is a target of {report}, such as {found}\ncheck whether this is the right file; ids are those of an exported ledger",
    ),
    "sheet-column-twice": (
        "{cell}：“{column}”有两列\n请删去其中一列",
        "{cell}: there are two columns “{column}”\ndelete one of the two",
    ),
    "sheet-no-id": (
        "{cell}：这一行没有编号，不知道是哪个目标\n请写上编号，或清空这一行",
        "{cell}: this row has no id (编号), so nobody knows which target it is\nwrite the id, or clear the row",
    ),
    "sheet-unknown": (
        "{cell}：没有编号为「{found}」的目标\n请照导出的台账写编号；新目标要先用python build.py add写进targets.yaml",
        "{cell}: there is no target “{found}”\ncopy the id from an exported ledger; a new target must first be added to targets.yaml with python build.py add",
    ),
    "sheet-unknown-near": (
        "{cell}：没有编号为「{found}」的目标\n是否想写「{near}」？",
        "{cell}: there is no target “{found}”\ndid you mean “{near}”?",
    ),
    "sheet-elsewhere": (
        "{cell}：「{found}」是另一份报告（{report}）的目标\n请删去这一行",
        "{cell}: “{found}” is a target of another report ({report})\ndelete the row",
    ),
    "sheet-row-twice": (
        "{cell}：「{target}」已在{first}写过，两行内容不同\n请只留一行；同一目标的几条进展，写在“进展”表里",
        "{cell}: “{target}” is in {first} already, and the two rows differ\nkeep one; several updates of a target belong in the sheet “进展”",
    ),
    "sheet-error": (
        "{cell}：“{column}”是出错的格子：{found}\n请改成数值或文字",
        "{cell}: “{column}” shows an error: {found}\nreplace it by a number or a text",
    ),
    "sheet-formula": (
        "{cell}：“{column}”里的公式没有算出结果\n请在Excel或WPS里打开，存一次；或换成数值",
        "{cell}: the formula in “{column}” has no result\nopen the file in Excel and save it, or write the value",
    ),
    "sheet-date": (
        "{cell}：“{column}”写作「{found}」，不是日历上的日期\n请写成2023-12-31、2023-12或2023",
        "{cell}: “{column}” is “{found}”, which is no date of the calendar\nwrite 2023-12-31, 2023-12 or 2023",
    ),
    "sheet-value": (
        "{cell}：“{column}”写作「{found}」，不是数值\n请写8212、3.7万、3～5或至少1；以“单位”一列为单位，不用再写",
        "{cell}: “{column}” is “{found}”, which is not a number\nwrite 8212, 3.7万, 3～5 or 至少1, counted in the unit of the column 单位",
    ),
    "sheet-value-day": (
        "{cell}：“{column}”成了日期{found}：Excel会把3-5、3/5当作日期\n请重新填，范围写成3～5",
        "{cell}: “{column}” has become a date, {found}: Excel takes 3-5 and 3/5 for dates\ntype it again, a range as 3～5",
    ),
    "sheet-milestone": (
        "{cell}：「{found}」不能用在节点上\n请写：{known}",
        "{cell}: “{found}” cannot tell how far a milestone has come\nwrite one of: {known}",
    ),
    "sheet-percent": (
        "{cell}：“{column}”是百分数{found}，这个目标的单位却是「{unit}」\n请写以{unit}为单位的数",
        "{cell}: “{column}” is a percentage, {found}, but the target is counted in “{unit}”\nwrite the number in {unit}",
    ),
    "sheet-character": (
        "{cell}：“{column}”里有看不见、却能让屏幕和程序做别的事的字符：「{found}」\n请把这一格的字重新输入",
        "{cell}: “{column}” has a character that nobody sees but that can steer screens and programs: “{found}”\n"
        "type the words of the cell anew",
    ),
    "sheet-choice": (
        "{cell}：“{column}”写作「{found}」，没有这一项\n可选：{known}",
        "{cell}: “{column}” is “{found}”, which is not one of its values\nwrite one of: {known}",
    ),
    "sheet-given": (
        "{cell}：“{column}”不能在表里改：原来是「{known}」，现在是「{found}」\n"
        "请改回去；报告或文件确实这样写的，请改targets.yaml",
        "{cell}: “{column}” cannot be changed in a sheet: it was “{known}”, now it is “{found}”\n"
        "put it back; if the report or a document says so, change targets.yaml",
    ),
    "sheet-computed": (
        "{cell}：“{column}”由程序算出，不能填：算出的是「{known}」，表里是「{found}」\n"
        "请改回去；没有动过这一列的，把这一列删去，或重新导出再填",
        "{cell}: “{column}” is computed: “{known}”, but the sheet says “{found}”\n"
        "put it back; if nobody changed it, delete the column, or export again",
    ),
    "sheet-meanwhile": (
        "{cell}：“{column}”在导出以后已由别人改过：导出时是「{was}」，现在是「{known}」，表里是「{found}」\n"
        "要用现在的，请把这一格改成「{known}」；要用表里的，请重新导出再填",
        "{cell}: “{column}” has changed since the export: it was “{was}”, is now “{known}”, and the sheet says “{found}”\n"
        "to keep what is there now, write “{known}” in the cell; to use the sheet's, export again and type it there",
    ),
    "sheet-title-blank": (
        "{cell}：“{column}”不能空着，原来是「{known}」\n请写上标题",
        "{cell}: “{column}” must not be blank; it was “{known}”\nwrite a title",
    ),
    "sheet-cleared": (
        "{cell}：「{target}」已记录的进展被清空了；已有的进展不删\n请把原来的内容写回去，或重新导出",
        "{cell}: the recorded update of “{target}” was cleared; what is recorded stays\nput it back, or export again",
    ),
    "sheet-recorded": (
        "{cell}：《{source}》{as_of}的“{column}”已记录为「{known}」，表里是「{found}」；已有的数值不改\n"
        "是新的数值，请写新的“数据截至”或新的来源；来源改了数的，换一个“数据性质”；原来抄错了，请改targets.yaml",
        "{cell}: “{column}” of 《{source}》 for {as_of} is recorded as “{known}”, the sheet says “{found}”; what is recorded stays\n"
        "for a new value write its own 数据截至 or its own source, for a corrected one its own 数据性质; if it was copied wrongly, mend targets.yaml",
    ),
    "sheet-only-day": (
        "{cell}：只改了“{column}”（{found}），数值和来源都没有变\n"
        "新的来源说数值未变的，请写上新来源或新的查阅日期；原来的日期抄错了，请改targets.yaml",
        "{cell}: only “{column}” was changed ({found}), neither the value nor the source\n"
        "if a source says that the value is still the same, give that source or a new 查阅日期; if the day was wrong, mend targets.yaml",
    ),
    "sheet-old-day": (
        "{cell}：“{column}”还是原来的{found}，早于数据截至的{as_of}\n请改成新来源的，或清空",
        "{cell}: “{column}” is still {found}, before {as_of}, the day of the value\nwrite the new source's, or clear the cell",
    ),
    "sheet-no-source": (
        "{cell}：「{target}」有新的进展，没有写数据来源\n请写来源的标题，并写网址",
        "{cell}: the new update of “{target}” has no source\nwrite the source's title (数据来源) and its address (网址)",
    ),
    "sheet-no-day": (
        "{cell}：「{target}」有新的进展，没有写数据截至\n请写数值所属的日期、月份或年份",
        "{cell}: the new update of “{target}” has no day\nwrite the day, month or year of the value (数据截至)",
    ),
    "sheet-no-value": (
        "{cell}：「{target}」有新的进展，没有写累计完成\n请写数值",
        "{cell}: the new update of “{target}” has no value\nwrite it (累计完成)",
    ),
    "sheet-no-words": (
        "{cell}：「{target}」有新的进展，没有写来源怎么说\n请在“进展情况”里照新来源的原话写",
        "{cell}: the new update of “{target}” does not say what the source says\nwrite the new source's own words (进展情况)",
    ),
    "sheet-composite": (
        "{cell}：「{target}」是合成目标，没有自己的进展\n请填在它的各部分上",
        "{cell}: “{target}” is a composite and has no updates of its own\nfill in its parts",
    ),
    "sheet-kept": (
        "{cell}：来源换了，而{kept}照旧，会一同记下\n请核对；不是新来源的，请改掉或清空",
        "{cell}: the source is a new one, but {kept} stayed the same and will be recorded with it\ncheck it; what is not the new source's must be changed or cleared",
    ),
    "sheet-first-day": (
        "{cell}：“{column}”是{found}，一个月的第一天\n来源只说到月份的，请写成{month}（Excel里先输入一个单引号）",
        "{cell}: “{column}” is {found}, the first day of a month\nif the source names the month only, write {month} (in Excel with an apostrophe before it)",
    ),
    "sheet-unread": (
        "工作表“{sheet}”没有表头，没有读\n填了台账的，请补上写着“编号”的表头；别的表不用管",
        "the sheet “{sheet}” has no header and was not read\nif it is a ledger, give it a header with “编号”; if not, there is nothing to do",
    ),
    "sheet-column": (
        "{cell}：不认识“{found}”一列，没有读\n要填的列，请照导出的台账写列名；别的列不用管",
        "{cell}: the column “{found}” is unknown and was not read\nif it is to be read, name it as an exported ledger does; if not, there is nothing to do",
    ),
    "sheet-column-near": (
        "{cell}：不认识“{found}”一列，没有读\n是否想写“{near}”？",
        "{cell}: the column “{found}” is unknown and was not read\ndid you mean “{near}”?",
    ),
    "sheet-column-foreign": (
        "{cell}：“{found}”一列本站不登记，没有读\n不用管，也可以删去这一列",
        "{cell}: the column “{found}” has no place on this site and was not read\nthere is nothing to do; the column may be deleted as well",
    ),
    "sheet-row-again": (
        "{cell}：「{target}」与{first}重复，内容相同，只读一次\n可以删去一行",
        "{cell}: “{target}” repeats {first} with the same content and was read once\none of the rows may be deleted",
    ),
    "sheet-missing-rows": (
        "表里没有的{count}个目标照旧：{known}\n要改它们的，请补上这几行，编号照导出的台账写",
        "{count} targets are not in the sheet and stay as they are: {known}\nto change them, add their rows, with the ids of an exported ledger",
    ),
    "sheet-hidden": (
        "{cell}：「{target}」在隐藏的行里，也读了\n请取消隐藏，看一看；不要改的，请恢复原样",
        "{cell}: “{target}” is in a hidden row and was read all the same\nunhide it and look; put back what is not to change",
    ),
    "export-name": (
        "不知道写成哪种表：{found}\n文件名请以.xlsx或.csv结尾",
        "no kind of sheet goes by this name: {found}\nend the name in .xlsx or .csv",
    ),
    "export-pending": (
        "这个文件里有还没导入的修改，没有覆盖\n请先用python build.py import导入；不要了就删去这个文件，或换一个名字",
        "this file has changes that were not imported, and was left alone\nimport them first with python build.py import; if they are not wanted, delete the file or choose another name",
    ),
    "export-foreign": (
        "已有这个文件，而且不是台账，没有覆盖\n请换一个名字",
        "this file is there already and is no ledger; it was left alone\nchoose another name",
    ),
}  # fmt: skip

WORDS = {
    "asked": (
        "表里有{updates}条新的进展、{fields}处别的修改",
        "the sheet has {updates} new updates and {fields} other changes",
    ),
    "exported": (
        "已导出{targets}个目标：{path}\n填好存盘后运行：python build.py import {path}",
        "exported {targets} targets: {path}\nfill it in, save it, then run: python build.py import {path}",
    ),
}
