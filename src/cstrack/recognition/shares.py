"""Parts of a whole: "nine out of 10", "90/108 children", "a third", "half of this"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.recognition.numerals import Numeral

_OUT_OF = pattern("recognition.shares.out_of", r"(?i)\ out\ of\ (?:a\ total\ of\ |an?\ |the\ |every\ |all\ )?\Z")
_IN = pattern("recognition.shares.in", r"(?i)\ in\ (?:every\ )?\Z")
_OF = pattern(
    "recognition.shares.of", r"(?i)(?:\ of\ (?:the\ |these\ |those\ |our\ |its\ |all\ |a\ total\ of\ )?|\ ?/\ ?)\Z"
)

#: A fraction in words, with what shows that it is one.
FRACTION = pattern(
    "recognition.shares.fraction",
    r"(?i)(?<![a-z0-9-])(?:(?P<half>(?:(?:a|one|the\ remaining|remaining|the\ other|other)\ )?half(?:\ of(?=\ [a-z])(?!\ (?:the\ )?(?:financial\ |academic\ |school\ |calendar\ )?(?:year|term|month|day|week|an?\ ))|\ (?=the\ (?!year|term|financial|academic|time))|(?=\ (?:has|have|was|were|is|are|will)\ )))"
    r"|(?P<count>a|one|two|three|four)[-\ ](?P<part>third|quarter|fifth|tenth)s?(?=\ of\ (?!the\ (?:financial\ |academic\ |calendar\ )?year)|\ (?:has|have|was|were|are|is)\ ))",
)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {
    "third": (Decimal("33.3"), Decimal("66.7")), "quarter": (Decimal(25), Decimal(50), Decimal(75)),
    "fifth": (Decimal(20), Decimal(40), Decimal(60), Decimal(80)), "tenth": (Decimal(10), Decimal(20), Decimal(30), Decimal(40)),
}  # fmt: skip
#: Wholes that stand for a hundred in speech: "nine out of 10".
_ROUND_WHOLES = frozenset((Decimal(10), Decimal(100)))
#: Greatest whole of "one in five".
_LARGEST_IN = 20


@final
@frozen(kw_only=True)
class Fraction:
    """A fraction in words.

    Attributes:
        start: offset of the words.
        end: offset after them.
        percent: what it is in percent; thirds to one place.
        refers: it is a part of something named before ("half of this").
    """

    start: int
    end: int
    percent: Decimal
    refers: bool


def fractions(text: str) -> Iterator[Fraction]:
    """The fractions in words of a text: "half of this", "a third of", "three quarters of"."""
    for found in FRACTION.finditer(text):
        if found["half"]:
            share = Decimal(50)
        else:
            parts, count = _PARTS[found["part"].lower()], _COUNTS[found["count"].lower()]
            if count > len(parts):
                continue
            share = parts[count - 1]
        end = found.end()
        refers = text.startswith((" this", " these", " that"), end) or "remaining" in found.group().lower()
        end += 5 if text.startswith((" this", " that"), end) else 6 if text.startswith(" these", end) else 0
        yield Fraction(start=found.start(), end=end, percent=share, refers=refers)


def joined_as(text: str, part: Numeral, whole: Numeral) -> str | None:
    """How two numbers make part and whole.

    Args:
        text: the plain text of their block.
        part: the first number.
        whole: the next.

    Returns:
        ``share`` where the pair is spoken as a percentage ("nine out of 10", "one in five"); ``parts`` where both are counts
        ("408 out of 429", "90/108"); None where they are not part and whole.
    """
    if part.pound or whole.pound or whole.start - part.end > 16 or not (part.integral and whole.integral):
        return None
    if part.value > whole.value or whole.value == 0 or part.scaled or whole.scaled:
        return None
    between = text[part.end : whole.start]
    if _OUT_OF.fullmatch(between):
        return "share" if whole.value in _ROUND_WHOLES else "parts"
    if _IN.fullmatch(between) and whole.value <= _LARGEST_IN and part.value < whole.value:
        return "share"
    return "parts" if _OF.fullmatch(between) else None


def percent_of(part: Numeral, whole: Numeral) -> Decimal:
    """The part in percent of the whole, to one place."""
    share = part.value * 100 / whole.value
    return share.quantize(Decimal("0.1")) if share != share.to_integral_value() else share.to_integral_value()
