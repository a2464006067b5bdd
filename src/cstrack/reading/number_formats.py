"""How a spreadsheet shows a number or a date, so that a cell reads as a person reads it.

A share is stored as 0.85 and shown as "85%", a sum as 18420000 and shown as "18,420" under a head of £'000. The text of a cell is what
its format shows, with one difference: digits that somebody typed are kept where the format hides them (0.8496 under ``0%`` is
"84.96%"), since a rating hangs on them. Digits that only a computer makes - a third, or the last digits of 0.1 + 0.2 - are rounded to
what is shown.

Source:
    ECMA-376, Office Open XML, part 1, sections 18.8.30 (numFmt, with the built-in formats) and 18.8.31 (numFmts).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

#: What a reader of workbooks hands over for a cell.
Stored: TypeAlias = str | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta | None

#: Below this every whole number is one that a float holds.
_EXACT = 2.0**53

#: Significant digits up to which a stored number was typed, and not computed.
_TYPED = 12

#: The built-in formats that show more than a plain number; the others of their numbers are dates.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: "#,##0;(#,##0)", 42: "£#,##0;(£#,##0)", 43: "#,##0.00;(#,##0.00)",
    44: "£#,##0.00;(£#,##0.00)",
}  # fmt: skip

_LITERAL = pattern(
    "reading.number_formats.literal",
    r"""  "(?P<quoted>[^"]{0,200}+)" | \\(?P<one>.) | [_*]. | \[\$(?P<sign>[^\]-]{0,8}+)[^\]]{0,20}+\] | \[[^\]]{0,60}+\]""",
)
_PLACES = pattern(
    "reading.number_formats.places",
    r"(?P<whole>[0\#?](?:,?[0\#?]){0,40}+)(?:\.(?P<decimals>[0\#?]{0,30}+))?(?P<thousands>,{0,4}+)",
)


@final
@frozen(kw_only=True)
class NumberFormat:
    """What a format code does to a number.

    Attributes:
        decimals: digits behind the point; None for the general format, which shows what there is.
        grouped: thousands are parted by commas.
        percent: the number is shown a hundred times larger, with a percent sign.
        divisor: the number is shown so many times smaller: 1000 for a comma at the end of the code.
        bracketed: what is below nought stands in brackets.
        pound: a pound sign stands before it.
        day: of a date, its day is shown.
    """

    decimals: int | None = None
    grouped: bool = False
    percent: bool = False
    divisor: int = 1
    bracketed: bool = False
    pound: bool = False
    day: bool = True


GENERAL = NumberFormat()


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """What a format code does.

    Args:
        code: such as ``#,##0;(#,##0)``, ``0.0%``, ``mmm-yy``.

    >>> number_format("#,##0;(#,##0)").bracketed, number_format("0.0%").decimals, number_format("mmm-yy").day
    (True, 1, False)
    """
    sections = [_LITERAL.sub(_told, section) for section in _sections(code[:255])]
    first = sections[0]
    letters = first.lower().replace("general", "")
    if any(letter in letters for letter in "dmyhs"):
        return NumberFormat(day="d" in letters or not any(letter in letters for letter in "my"))
    places = _PLACES.search(first)
    return NumberFormat(
        decimals=None if places is None else len(places["decimals"] or ""),
        grouped=places is not None and "," in places["whole"],
        percent="%" in first,
        divisor=1 if places is None else 1000 ** len(places["thousands"]),
        bracketed=len(sections) > 1 and "(" in sections[1],
        pound="£" in first,
    )


def _sections(code: str) -> list[str]:
    """The parts for numbers above, below and at nought: parted by semicolons outside quotation marks."""
    parts, quoted = [""], False
    for letter in code:
        quoted ^= letter == '"'
        if letter == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _told(literal: re.Match[str]) -> str:
    """Of what a code prints as it stands, only a pound sign, brackets and a percent sign tell anything."""
    words = "".join(word or "" for word in (literal["quoted"], literal["one"], literal["sign"]))
    return "".join(letter for letter in words if letter in "£(%")


def text_of(value: Stored, shown: NumberFormat = GENERAL) -> str:
    """The text of a cell.

    Args:
        value: what the file holds.
        shown: how it is shown.

    >>> text_of(0.8496, number_format("0%")), text_of(-641.0, number_format("#,##0;(#,##0)")), text_of(0.1 + 0.2)
    ('84.96%', '(641)', '0.3')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(float(value), shown)
    return _date(value, shown)


@lru_cache(maxsize=1024)
def printer(shown: NumberFormat) -> Callable[[float], str]:
    """What prints numbers in a format: the same as :func:`number_text`, faster for whole numbers."""
    if shown == GENERAL:
        return number_text
    if shown.percent or shown.divisor != 1 or shown.decimals is None:
        return partial(number_text, shown=shown)
    code = f"{',' if shown.grouped else ''}.{shown.decimals}f"

    def print_number(value: float) -> str:
        if value >= 0 and value.is_integer() and value < _EXACT:
            return f"£{value:{code}}" if shown.pound else format(value, code)
        return number_text(value, shown)

    return print_number


def number_text(value: float, shown: NumberFormat = GENERAL) -> str:
    """The text of a number."""
    printed = repr(value)
    if len(printed) <= _TYPED and "e" not in printed:
        if shown is GENERAL:
            return printed[:-2] if printed[-2:] == ".0" else printed
        if shown.divisor == 1:
            return _typed(value, len(printed) - printed.index(".") - 1 if not printed.endswith(".0") else 0, shown)
    elif printed.endswith(".0") and shown is GENERAL:
        return printed[:-2]
    number = decimal_of(value)
    if number is None:
        return printed
    if shown.percent:
        number *= 100
    if shown.divisor != 1:
        number /= shown.divisor
    return _dressed(_shortened(number, shown), shown)


def _typed(value: float, places: int, shown: NumberFormat) -> str:
    """A number of few digits, with all of them; so few that no digit of the sum with a hundred can go wrong."""
    if shown.percent:
        value, places = value * 100, max(0, places - 2)
    places = max(places, shown.decimals or 0)
    printed = format(abs(value), f",.{places}f" if shown.grouped else f".{places}f")
    return _signed(printed, shown, below=value < 0)


def _shortened(number: Decimal, shown: NumberFormat) -> Decimal:
    """A number without the digits that only a computer makes, with those that are shown."""
    _, digits, exponent = number.as_tuple()
    places = -int(exponent)
    if len(digits) > _TYPED and places > 0:
        wanted = shown.decimals if shown.decimals is not None else max(0, places - (len(digits) - _TYPED))
        return round(number, wanted)
    number = number.normalize()
    places = max(0, -int(number.as_tuple().exponent), shown.decimals or 0)
    return round(number, places)


def _dressed(number: Decimal, shown: NumberFormat) -> str:
    if shown.decimals is None and "." in format(number, "f"):
        number = number.normalize()
    return _signed(format(abs(number), ",f" if shown.grouped else "f"), shown, below=number < 0)


def _signed(printed: str, shown: NumberFormat, *, below: bool) -> str:
    printed = f"{'£' if shown.pound else ''}{printed}{'%' if shown.percent else ''}"
    if not below:
        return printed
    return f"({printed})" if shown.bracketed else f"-{printed}"


def decimal_of(value: float) -> Decimal | None:
    """A stored number as a decimal of the digits that it is written with; None for what is no number."""
    number = Decimal(repr(value))
    return number if number.is_finite() and -30 < number.adjusted() < 30 else None


def _date(value: Stored, shown: NumberFormat) -> str:
    if isinstance(value, dt.datetime | dt.date):
        if not shown.day:
            return f"{_MONTHS[value.month - 1]} {value.year:04}"
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, dt.time):
        return value.isoformat("minutes" if not value.second else "seconds")
    return "" if value is None else str(value)


#: English, whatever the machine speaks.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
