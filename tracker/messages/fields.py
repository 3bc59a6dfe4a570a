"""Values of a wrong form, wherever they stand."""

PROBLEMS = {
    "unknown-key": ("不认识「{key}」\n可用的有：{known}", "unknown key “{key}”\nknown are: {known}"),
    "unknown-key-near": (
        "不认识「{key}」\n是否想写「{near}」？",
        "unknown key “{key}”\ndid you mean “{near}”?",
    ),
    "missing-key": ("缺少「{key}」\n请补上“{key}: …”", "“{key}” is missing\nadd “{key}: …”"),
    "unknown-choice": (
        "「{key}」写作「{found}」，没有这一项\n可选：{known}",
        "“{key}” is “{found}”, which is not one of its values\nwrite one of: {known}",
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
        "「{key}」写作「{found}」\n请写true或false",
        "“{key}” is “{found}”\nwrite true or false",
    ),
    "not-a-date": (
        "「{key}」写作「{found}」，不是日期\n请写成2023-12-31",
        "“{key}” is “{found}”, which is not a date\nwrite it like 2023-12-31",
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
