"""Numbers as Word prints them before a paragraph: ``4``, ``d``, ``iv``, ``4th``, ``Four``.

Source:
    ECMA-376-1 section 17.18.59 (ST_NumberFormat); what Word does beyond the last letter and the last numeral.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Beyond these Word has no letters, numerals or words, and prints figures.
_LETTERS, _ROMAN, _WORDS = 780, 32_767, 999

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip

_DAGGERS = "*†‡§"


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms; in a form that no British office uses, and beyond a form's last, as figures.

    Args:
        number: the number.
        form: ``w:numFmt``: ``decimal``, ``lowerLetter`` ...; or a list of its first ones, ``01, 02, 03, ...``.
    """
    if "," in form:
        return str(number).zfill(len(form.split(",", 1)[0].strip()))
    write = _FORMS.get(form)
    return str(number) if write is None else write(number)


def letters(number: int) -> str:
    """a, b ... z, then aa, bb ... zz: Word repeats the letter."""
    if not 0 < number <= _LETTERS:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(97 + place) * (times + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv ..."""
    if not 0 < number <= _ROMAN:
        return str(number)
    written = ""
    for size, sign in _NUMERALS:
        count, number = divmod(number, size)
        written += sign * count
    return written


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th ... 11th."""
    last = abs(number) % 100
    ending = "th" if 10 < last < 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{number}{ending}"


def words(number: int) -> str:
    """One, Two ... Twenty-one."""
    if not 0 <= number <= _WORDS:
        return str(number)
    hundreds, rest = divmod(number, 100)
    said = [f"{_UNITS[hundreds]} hundred"] if hundreds else []
    if rest or not hundreds:
        tens, unit = divmod(rest, 10)
        said.append(_UNITS[rest] if rest < 20 else _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else ""))
    return " ".join(said).capitalize()


def ordinal_words(number: int) -> str:
    """First, Second ... Twenty-first."""
    if not 0 < number <= _WORDS:
        return ordinal(number)
    said = words(number)
    at = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[at:].lower()
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return (said[:at] + ending).capitalize()


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= 20 else str(number)


def _dagger(number: int) -> str:
    times, place = divmod(max(number, 1) - 1, len(_DAGGERS))
    return _DAGGERS[place] * min(times + 1, 99)


def _nothing(_: int) -> str:
    return ""


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": words,
    "ordinalText": ordinal_words,
    "hex": lambda number: f"{number:X}",
    "chicago": _dagger,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedParen": lambda number: f"({number})",
    "numberInDash": lambda number: f"- {number} -",
    "none": _nothing,
    "bullet": _nothing,
}
