"""Printed numbers: where they stand, their digits and scale, whether they are pounds. What they count is told elsewhere."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|dozen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_HUNDRED = rf"(?:(?:{_TENS})(?:[-\ ](?:{_UNITS}))?|{_TEENS}|{_UNITS}|zero)"

#: Where a number can begin: a pound sign, a digit that no other digit, letter or point precedes, a number word.
ANCHOR = pattern(
    "recognition.numerals.anchor",
    rf"(?i)£|(?<![0-9])[0-9]|(?<![a-z0-9])(?:{_TENS}|{_TEENS}|{_UNITS})(?![a-z])",
)

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,15}+(?![0-9]))(?:\.[0-9]{1,4}(?![0-9]))?"
_SCALE = r"(?:\ ?(?:millions?|billions?|thousands?|mn|bn|[mk])(?![a-z]))"

_POUNDS = pattern(
    "recognition.numerals.pounds",
    rf"(?i)£\ ?(?P<sign>-)?(?P<digits>{_DIGITS}|\.[0-9]{{1,4}})(?P<scale>{_SCALE})?",
)
_NUMBER = pattern(
    "recognition.numerals.number",
    rf"(?i)(?P<digits>{_DIGITS})(?P<scale>\ ?(?:millions?|billions?|thousands?|bn|mn)(?![a-z])|[km](?![a-z]))?",
)
#: Digits of money that no council means: too many, or with points in them.
_RUN = pattern("recognition.numerals.run", r"£\ ?[0-9][0-9,.]{0,60}+")
_WORDS = pattern(
    "recognition.numerals.words",
    rf"(?i)(?P<hundreds>(?:{_UNITS})\ hundred(?:\ and\ (?P<rest>{_BELOW_HUNDRED}))?|{_BELOW_HUNDRED})"
    rf"(?P<half>\ and\ a\ half)?(?P<scale>\ (?:million|thousand|billion))?(?![a-z])",
)
_WORD = pattern("recognition.numerals.word", r"[a-z]++")

#: A money mark without a number: the head of a table.
SCALE_MARK = pattern("recognition.numerals.scale_mark", r"(?i)£\ ?'?(?:000s?|m|k|bn|million)(?![a-z0-9])")

_SCALES = {"m": 1_000_000, "k": 1_000, "b": 1_000_000_000, "t": 1_000}


@final
@frozen(kw_only=True)
class Numeral:
    """One printed number.

    Attributes:
        start: offset in the block's plain text.
        end: offset after it, its scale included.
        digits: the digits as printed; of number words their value.
        scale: what one is printed for.
        scaled: a scale is printed.
        pound: a pound sign stands before it.
        words: it is written in words.
        to: the digits of the upper end of a range.
        to_scale: the scale of the upper end.
        readable: the digits are a number.
    """

    start: int
    end: int
    digits: str
    scale: Decimal = Decimal(1)
    scaled: bool = False
    pound: bool = False
    words: bool = False
    to: str | None = None
    to_scale: Decimal | None = None
    readable: bool = True

    @property
    def value(self) -> Decimal:
        """The number before its scale."""
        return Decimal(self.digits.replace(",", ""))

    @property
    def integral(self) -> bool:
        """Whether it is printed as a whole number."""
        return "." not in self.digits


def scale_of(word: str) -> Decimal:
    """What "million", "m", "K", "bn" or "thousand" multiplies by; 1 for nothing."""
    word = word.strip().lower()
    return Decimal(_SCALES[word[0]]) if word else Decimal(1)


def numerals(text: str, values: Mapping[str, str]) -> Iterator[Numeral]:
    """Every printed number of a text, in order, none overlapping another.

    Args:
        text: the plain text of a block.
        values: number words and their values.

    Yields:
        Each number; a pound sign with nothing behind it yields nothing.
    """
    at = 0
    for anchor in ANCHOR.finditer(text):
        if anchor.start() < at:
            continue
        found = _read(text, anchor.start(), values)
        if found is not None:
            yield found
            at = found.end


def _read(text: str, at: int, values: Mapping[str, str]) -> Numeral | None:
    first = text[at]
    if first == "£":
        money = _POUNDS.match(text, at)
        if money is None:
            run = _RUN.match(text, at)
            return None if run is None else Numeral(start=at, end=run.end(), digits="0", pound=True, readable=False)
        sign = money["sign"] or ""
        digits = money["digits"] if money["digits"][0] != "." else "0" + money["digits"]
        return _numeral(at, money.end(), sign + digits, money["scale"], pound=True)
    if first.isdigit():
        number = _NUMBER.match(text, at)
        return None if number is None else _numeral(at, number.end(), number["digits"], number["scale"])
    words = _WORDS.match(text, at)
    if words is None:
        return None
    value = _in_digits(words["hundreds"].lower(), values)
    digits = f"{value}.5" if words["half"] else str(value)
    return evolve(_numeral(at, words.end(), digits, words["scale"]), words=True)


def _numeral(start: int, end: int, digits: str, scale: str | None, *, pound: bool = False) -> Numeral:
    return Numeral(start=start, end=end, digits=digits, scale=scale_of(scale or ""), scaled=bool(scale), pound=pound)


def _in_digits(words: str, values: Mapping[str, str]) -> int:
    total = 0
    for word in _WORD.findall(words):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += int(values.get(word, "0"))
    return total
