"""Numbers as Word writes them before a paragraph: 3 → 三, ③, iii, 丙."""

from __future__ import annotations

from collections.abc import Callable

HAN = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def counted(number: int, digits: str = HAN, units: tuple[str, str] = ("十", "百")) -> str:
    """12 → 十二, 120 → 一百二十; beyond 999 digit by digit."""
    ten, hundred = units
    if number > 999 or number < 1:
        return digit_by_digit(number, digits)
    hundreds, rest = divmod(number, 100)
    head = f"{digits[hundreds]}{hundred}" if hundreds else ""
    if not rest:
        return head
    many, ones = divmod(rest, 10)
    middle = f"{digits[many]}{ten}" if many else (digits[0] if hundreds else "")
    if many == 1 and not hundreds and digits is HAN:
        middle = ten
    return head.replace("〇", "零") + middle.replace("〇", "零") + (digits[ones] if ones else "")


def digit_by_digit(number: int, digits: str = HAN) -> str:
    return "".join(digits[int(digit)] for digit in str(abs(number)))


def roman(number: int) -> str:
    words = ""
    for value, letter in ROMAN:
        words, number = words + letter * (number // value), number % value
    return words


def letters(number: int) -> str:
    """Word doubles: z is followed by aa, bb."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


def picked(row: str) -> Callable[[int], str]:
    return lambda number: row[(number - 1) % len(row)]


# by their names in OOXML; what is not here cannot be written
FORMATS: dict[str, Callable[[int], str]] = {
    "": str,
    "decimal": str,
    "none": lambda number: "",
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "japaneseCounting": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "ideographDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "chineseLegalSimplified": lambda number: counted(number, LEGAL, ("拾", "佰")),
    "ideographTraditional": picked(STEMS),
    "ideographZodiac": picked(BRANCHES),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
}
