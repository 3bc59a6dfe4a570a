"""Values of a wrong form, wherever they stand."""

PROBLEMS = {
    "unknown-key": ("不认识「{key}」\n可用的有：{known}", "unknown key “{key}”\nknown are: {known}"),
    "unknown-key-near": (
        "不认识「{key}」\n是否想写「{near}」？",
        "unknown key “{key}”\ndid you mean “{near}”?",
    ),
    "key-elsewhere": (
        "「{key}」不能写在这里，它属于{homes}\n请检查缩进：要比{homes}缩进得更深",
        "“{key}” cannot stand here, it belongs to {homes}\ncheck the indentation: it must be deeper than {homes}",
    ),
    "record-elsewhere": (
        "「{key}」里的这一条写着{strangers}，不是这里该有的\n"
        "请看它是不是放错了地方，或缩进多了、少了；「{key}」里可用的有：{known}",
        "this entry of “{key}” has {strangers}, which do not belong here\n"
        "it may stand in the wrong place, or too far left or right; “{key}” knows: {known}",
    ),
    "record-as-list": (
        "「{key}」只有一个，下面却写成了清单\n请删去各项前面的短横“- ”",
        "“{key}” is one thing, a list was found\ndelete the hyphens before its lines",
    ),
    "number-none": (
        "「{key}」写作「{found}」，这里只写数\n没有数就不写{key}；来源怎么说，写在says里",
        "“{key}” is “{found}”, but only a number can stand here\n"
        "without one leave {key} out; what the source says goes into says",
    ),
    "number-mistyped": (
        "「{key}」写作「{found}」，不是数字\n是否想写{plain}？",
        "“{key}” is “{found}”, which is not a number\ndid you mean {plain}?",
    ),
    "number-with-bound": (
        "「{key}」写作「{found}」，这里只写数，不写“{words}”\n"
        "请写{key}: {plain}；“{words}”这样的字，目标的写在bound里，进展的写在says里",
        "“{key}” is “{found}”, but only the number stands here, not “{words}”\n"
        "write {key}: {plain}; words like “{words}” go into bound for a target, into says for an update",
    ),
    "bad-address-near": (
        "「{key}」写作「{found}」，不是网址\n是否想写「{near}」？",
        "“{key}” is “{found}”, which is not a web address\ndid you mean “{near}”?",
    ),
    "address-with-user": (
        "「{key}」的网址里有用户名或密码，会公开给所有人\n请写：{near}",
        "the address in “{key}” has a user name or password, which everybody would see\nwrite: {near}",
    ),
    "missing-key": ("缺少「{key}」\n请补上“{key}: …”", "“{key}” is missing\nadd “{key}: …”"),
    "unknown-choice": (
        "「{key}」写作「{found}」，没有这一项\n可选：{known}",
        "“{key}” is “{found}”, which is not one of its values\nwrite one of: {known}",
    ),
    "unknown-choice-near": (
        "「{key}」写作「{found}」，没有这一项\n是否想写「{near}」？",
        "“{key}” is “{found}”, which is not one of its values\ndid you mean “{near}”?",
    ),
    "names-run-together": (
        "「{key}」的「{found}」会被当作一个名称\n几个名称请写成清单，逗号用半角：{key}: [{plain}]",
        "“{found}” ({key}) counts as one name\nwrite several as a list with ASCII commas: {key}: [{plain}]",
    ),
    "not-text": (
        "「{key}」应是一段文字，这里是清单\n请写成“{key}: 文字”",
        "“{key}” should be plain text, a list or mapping was found\nwrite “{key}: text”",
    ),
    "not-a-record": (
        "「{key}」应是“键: 值”的小清单\n请把各项缩进写在它下面",
        "“{key}” should hold “key: value” lines\nindent them below it",
    ),
    "not-a-flag": (
        "「{key}」写作「{found}」，这里只认true和false\n请写：{meant}",
        "“{key}” is “{found}”, only true and false are understood\nwrite: {meant}",
    ),
    "not-a-date": (
        "「{key}」写作「{found}」，不是日期\n请写成2023-12-31",
        "“{key}” is “{found}”, which is not a date\nwrite it like 2023-12-31",
    ),
    "date-form": (
        "「{key}」写作「{found}」，日期要用短横连起来\n请写：{plain}",
        "“{key}” is “{found}”, but a date is written with hyphens\nwrite: {plain}",
    ),
    "date-without-year": (
        "「{key}」写作「{found}」，没有年份\n请写上年份，如2023-12-31",
        "“{key}” is “{found}”, a date without its year\nadd the year, as in 2023-12-31",
    ),
    "date-without-day": (
        "「{key}」写作「{found}」，没有写到日\n请写到日，如{last}",
        "“{key}” is “{found}”, which names no day\nwrite the day too, as in {last}",
    ),
    "no-such-date": (
        "「{key}」写作「{found}」，日历上没有这一天\n请核对年月日",
        "“{key}” is “{found}”, a day the calendar does not have\ncheck year, month and day",
    ),
    "not-a-year": (
        "「{key}」写作「{found}」\n请写四位年份，如2023",
        "“{key}” is “{found}”\nwrite a year of four digits, such as 2023",
    ),
    "not-a-number": (
        "「{key}」写作「{found}」，不是数字\n请写8000、3.7万或[3, 5]",
        "“{key}” is “{found}”, which is not a number\nwrite 8000, 3.7万 or [3, 5]",
    ),
    "fullwidth-number": (
        "「{key}」用了全角数字「{found}」\n请写{plain}",
        "“{key}” is written in full-width digits, “{found}”\nwrite {plain}",
    ),
    "leading-zero": (
        "「{key}」写作「{found}」，以0开头的数有两种读法\n请写{plain}",
        "“{key}” is “{found}”; a number that begins with 0 can be read in two ways\nwrite {plain}",
    ),
    "number-parted": (
        "「{key}」写作「{found}」，数字中间不能断开\n请写{plain}",
        "“{key}” is “{found}”, a number with gaps\nwrite {plain}",
    ),
    "number-like-time": (
        "「{key}」写作「{found}」，像是钟点\n请写一个数，如12.5；范围写成[12, 30]",
        "“{key}” is “{found}”, which looks like a time of day\nwrite a number such as 12.5, or a range: [12, 30]",
    ),
    "number-with-unit": (
        "「{key}」写作「{found}」，数和单位写在了一起\n请写{key}: {plain}，单位「{unit}」写在unit里",
        "“{key}” is “{found}”, a number with its unit\nwrite {key}: {plain}, and the unit “{unit}” as unit",
    ),
    "range-in-words": (
        "「{key}」写作「{found}」\n范围请写成[{low}, {high}]",
        "“{key}” is “{found}”\nwrite a range as [{low}, {high}]",
    ),
    "bad-range": (
        "「{key}」的范围{found}不成立\n请写成[小, 大]",
        "“{key}” is no range: {found}\nwrite [low, high]",
    ),
    "magnitude-twice": (
        "“万”“亿”在数值「{found}」和单位「{unit}」里各写了一次\n请只在一处写",
        "万 or 亿 stands both in the value “{found}” and in the unit “{unit}”\nkeep it in one place",
    ),
    "bad-address": (
        "「{key}」写作「{found}」，不是网址\n请写以http://或https://开头的完整网址",
        "“{key}” is “{found}”, which is not a web address\nwrite it in full, with http:// or https://",
    ),
    "bound-unquoted": (
        "bound是空的；单写一个>，YAML会当作别的意思\n请加引号，如bound: \">\"",
        "bound is empty; a bare > means something else in YAML\nquote it, as in bound: \">\"",
    ),
    "not-days": (
        "「{key}」写作「{found}」，不是天数\n请写整数，如60",
        "“{key}” is “{found}”, which is no number of days\nwrite a whole number, such as 60",
    ),
}  # fmt: skip
