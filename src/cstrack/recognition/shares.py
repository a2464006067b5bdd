"""Parts of a whole: "nine out of 10", "one child in five", "90/108 children", "two thirds of", "half of this", "cut by a third"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.recognition.numerals import Numeral

_OUT_OF = pattern("recognition.shares.out_of", r"(?i)\ out\ of\ (?:a\ total\ of\ |an?\ |the\ |all\ )?\Z")
_IN = pattern("recognition.shares.in", r"(?i)\ in\ \Z")
_EVERY = pattern("recognition.shares.every", r"(?i)\ (?:in|of|out\ of|from)\ (?:every|each)\ \Z")
#: What is counted may stand between the two: "one child in six", "two conferences in every five".
_NOUN_IN = pattern(
    "recognition.shares.noun_in",
    r"(?i)\ (?!(?:up|down|only|or|and|were|was|are|is|more|fewer|less|each|of|on|at|to|from|by|live|lived|living|placed|of\ them)\ )[a-z][a-z'-]{1,20}(?:\ (?!(?:were|was|are|is|and|live|lived|living|placed)\ )[a-z][a-z'-]{1,20}){0,2}\ in\ (?:every\ )?\Z",
)
_OF = pattern(
    "recognition.shares.of", r"(?i)(?:\ of\ (?:the\ |these\ |those\ |our\ |its\ |all\ |a\ total\ of\ )?|\ ?/\ ?)\Z"
)

#: A fraction in words; what stands around it must show that it is one.
FRACTION = pattern(
    "recognition.shares.fraction",
    r"(?i)(?<![a-z0-9-])(?:(?P<half>(?<!same\ )(?<!first\ )(?<!second\ )(?<!latter\ )(?<!this\ )(?<!last\ )(?<!preceding\ )(?<!previous\ )(?<!each\ )(?:(?:a|one|the\ remaining|remaining|the\ other|other)\ )?half)"
    r"|(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[-\ ](?P<part>third|quarter|fifth|sixth|eighth|tenth)s?)(?![a-z-])",
)
_OF_HALF = pattern(
    "recognition.shares.of_half",
    r"(?i)(?P<of>\ of(?=\ [a-z])(?!\ (?:the\ )?(?:financial\ |academic\ |school\ |calendar\ )?(?:year|term|month|day|week|an?\ )))"
    r"|\ (?=(?:the|our|its|their|all)\ (?!year|term|financial|academic|time))|(?=\ (?:has|have|had|was|were|is|are|will|lived?|did|do|paid|said|felt|remained|needed|received)\ |\ \([0-9])",
)
_OF_PART = pattern(
    "recognition.shares.of_part",
    r"(?i)\ of\ (?!the\ (?:financial\ |academic\ |calendar\ )?year)|\ (?:have|were|are|had|live[ds]?|did|do|paid|said|felt|remain(?:ed)?|need(?:ed)?|received?)\ |\ \([0-9]|\ more(?![a-z])",
)
#: What a part did; "a third" may be the third of a row, so that it needs plainer words.
_PART_DID = pattern(
    "recognition.shares.part_did",
    r"(?i)\ (?:became|went|came|led|left|took|fell|met|got|chose|gave|[a-z]{3,12}ed)(?![a-z])",
)
_ONE_HAS = pattern("recognition.shares.one_has", r"(?i)\ (?:has|had|was|is)\ ")
#: What a number rose or fell by, or stands at.
_BY_BEFORE = pattern(
    "recognition.shares.by_before",
    r"(?i)\ (?:by|(?:rise|fall|drop|cut|increase|reduction|growth)\ of)\ (?:(?:about|around|over|almost|nearly|more\ than|some|just\ under|just\ over|up\ to|roughly)\ )?\Z",
)
_STANDS_ALONE = pattern(
    "recognition.shares.stands_alone", r"(?i)\Z|[.,;:)]|\ (?:to|in|on|since|over|from|and|or|by|this|last)(?![a-z])"
)
#: A share of several parts stands alone behind a verb: "to reach three quarters by 2019".
_SAID = pattern(
    "recognition.shares.said",
    r"(?i)\ (?:reach(?:es|ed|ing)?|is|was|were|at|than|about|over|nearly|almost|under|roughly|around|to|from|exceed(?:s|ed)?|only|just|by)\ \Z",
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
#: Wholes that stand for a hundred in speech: "nine out of 10".
_ROUND_WHOLES = frozenset((Decimal(10), Decimal(100)))
#: Greatest whole of "one in five".
_LARGEST_IN = 20
_REACH = 32


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
    """The fractions in words of a text: "half of this", "a third of", "nine-tenths of", "cut by a quarter"."""
    for found in FRACTION.finditer(text):
        share = _share(found["count"], found["part"])
        end = _end(text, found.start(), found.end(), (found["count"] or "half").lower())
        if share is None or end is None:
            continue
        refers = text.startswith((" this", " these", " that"), end) or "remaining" in found.group().lower()
        end += 5 if text.startswith((" this", " that"), end) else 6 if text.startswith(" these", end) else 0
        yield Fraction(start=found.start(), end=end, percent=share, refers=refers)


def _share(count: str | None, part: str | None) -> Decimal | None:
    """What a fraction is in percent; None of one that is the whole or more."""
    if count is None or part is None:
        return Decimal(50)
    above, below = _COUNTS[count.lower()], _PARTS[part.lower()]
    return None if above >= below else _to_one_place(Decimal(above * 100) / below)


def _end(text: str, start: int, end: int, count: str) -> int | None:
    """Offset after a fraction and its "of"; None where nothing around it shows that it is one."""
    half = count == "half"
    behind = (_OF_HALF if half else _OF_PART).match(text, end)
    if behind is not None:
        return end + len(" of") if half and behind["of"] else end
    if count == "one" and _ONE_HAS.match(text, end):
        return end
    if not text.endswith(("third", "thirds"), 0, end) and _PART_DID.match(text, end):
        return end
    shown = _BY_BEFORE if count in {"half", "a", "an", "one"} else _SAID
    said = shown.search(text, max(0, start - _REACH), start)
    return end if said is not None and _STANDS_ALONE.match(text, end) else None


def joined_as(text: str, part: Numeral, whole: Numeral) -> str | None:
    """How two numbers make part and whole.

    Args:
        text: the plain text of their block.
        part: the first number.
        whole: the next.

    Returns:
        ``share`` where the pair is spoken as a percentage ("nine out of 10", "19 of every 20"), ``named share`` where what is
        counted stands between ("one child in five"); ``parts`` where both are counts ("408 out of 429", "90/108"); None where
        they are not part and whole.
    """
    between = text[part.end : whole.start]
    if part.pound or whole.pound or len(between) > 2 * _REACH or not (part.integral and whole.integral):
        return None
    if part.value > whole.value or whole.value == 0 or part.scaled or whole.scaled:
        return None
    if _OUT_OF.fullmatch(between):
        return "share" if whole.value in _ROUND_WHOLES else "parts"
    spoken = part.value < whole.value and whole.value <= _LARGEST_IN
    if spoken and _IN.fullmatch(between):
        return "share"
    if spoken and part.words and whole.words and _NOUN_IN.fullmatch(between):
        return "named share" if part.value == 1 or "every" in between else None
    if _EVERY.fullmatch(between) and part.value < whole.value:
        return "share"
    return "parts" if _OF.fullmatch(between) else None


def percent_of(part: Numeral, whole: Numeral) -> Decimal:
    """The part in percent of the whole, to one place."""
    return _to_one_place(part.value * 100 / whole.value)


def _to_one_place(share: Decimal) -> Decimal:
    return share.quantize(Decimal("0.1")) if share != share.to_integral_value() else share.to_integral_value()
