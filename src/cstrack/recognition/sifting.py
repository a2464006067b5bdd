"""The printed numbers of a block, without those that count nothing, ranges put together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.facts.mention import NotAFigure
from cstrack.recognition.not_figures import addresses, no_figure
from cstrack.recognition.numerals import SCALE_MARK, numerals
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.text import Plain
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.numerals import Numeral

_TIGHT = pattern("recognition.sifting.tight", r"\ ?-\ ?\Z")
_TO = pattern("recognition.sifting.to", r"(?i)\ to\ \Z")
_AND = pattern("recognition.sifting.and", r"(?i)\ and\ \Z")
_OR = pattern("recognition.sifting.or", r"(?i)\ or\ \Z")
_BETWEEN = pattern("recognition.sifting.between", r"(?i)between\ \Z")
_MOVING = pattern(
    "recognition.sifting.moving",
    r"(?i)(?<![a-z])(?:from|fell|rose|up|down|increased|reduced|risen|fallen|grew|grown|moved|went|dropped)(?:\ [a-z]{1,12})?\ \Z",
)
_UNIT_OF_ITS_OWN = pattern(
    "recognition.sifting.own_unit", r"(?i)(?:%|\ ?per\ ?cent(?:age)?)(?P<between>(?:\ ?-\ ?|\ to\ |\ and\ ))\Z"
)
#: A letter that scales only money: 20m and 5k are lengths elsewhere.
_LETTERS = frozenset("mkMK")
#: So many thousands with a bare k are money.
_SURELY_MONEY = 100
_MONEY = pattern(
    "recognition.sifting.money",
    r"(?i)£|budget|spend|saving|deficit|shortfall|fund|cost|reserve|grant|pressure|invest|loan|income",
)


def sift(
    text: str, index: int, kind: BlockKind, taken: Sequence[tuple[int, int]], vocabulary: Vocabulary, plain: Plain
) -> tuple[tuple[Numeral, ...], tuple[NotAFigure, ...]]:
    """Numbers that may count, and those that do not, with what they are.

    Args:
        text: the plain text of a block.
        index: its index.
        kind: what it is on the page.
        taken: stretches that periods cover.
        vocabulary: the words of the field.
        plain: the way back to the document.

    Returns:
        Numbers that may be figures, and the others.
    """
    covered = sorted((*taken, *addresses(text)))
    labels = vocabulary.words("label")
    kept: list[Numeral] = []
    others: list[NotAFigure] = _scale_marks(text, index, plain)
    covered = sorted((*covered, *((mark.start, mark.end) for mark in others)))
    begins = [start for start, _ in covered]
    before: tuple[int, str] | None = None
    for number in numerals(text, vocabulary.words("number")):
        place = bisect_right(begins, number.start) - 1
        if place >= 0 and number.start < covered[place][1]:
            before = None
            continue
        reason = no_figure(text, number, labels, before, heading=kind is BlockKind.HEADING)
        if not number.readable:
            reason = "unreadable"
        if reason is None and not _money_scale(text, number):
            reason = "measure"
        if reason is None:
            kept.append(number)
            before = None
            continue
        before = (number.end, reason)
        others.append(
            NotAFigure(
                reason=reason,
                span=plain.span(number.start, number.end),
                block=index,
                start=number.start,
                end=number.end,
            )
        )
    return _with_ranges(text, kept), tuple(others)


def _scale_marks(text: str, index: int, plain: Plain) -> list[NotAFigure]:
    if "£" not in text:
        return []
    return [
        NotAFigure(reason="scale", span=plain.span(*found.span()), block=index, start=found.start(), end=found.end())
        for found in SCALE_MARK.finditer(text)
    ]


def _money_scale(text: str, number: Numeral) -> bool:
    """Whether a number that ends in a bare m or k is money, by the words around it; true of every other number."""
    if number.pound or not number.scaled or text[number.end - 1] not in _LETTERS or not text[number.end - 2].isdigit():
        return True
    if text[number.end - 1] in "kK" and number.value >= _SURELY_MONEY:
        return True
    return _MONEY.search(text, max(0, number.start - 120), number.end + 60) is not None


def _with_ranges(text: str, numbers: Sequence[Numeral]) -> tuple[Numeral, ...]:
    joined: list[Numeral] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is not None and last.to is None and _is_range(text, last, number):
            scale = last.scale if last.scaled else number.scale
            joined[-1] = evolve(
                last,
                end=number.end,
                scale=scale,
                to=number.digits,
                to_scale=number.scale if number.scaled else scale,
                scaled=number.scaled,
            )
        else:
            joined.append(number)
    return tuple(joined)


def _is_range(text: str, low: Numeral, high: Numeral) -> bool:
    between = text[low.end : high.start]
    own = _UNIT_OF_ITS_OWN.fullmatch(between)
    between = own["between"] if own is not None else between
    if low.digits.startswith("-") or (high.pound and not low.pound) or len(between) > 6:
        return False
    if low.value * (low.scale if low.scaled else high.scale) >= high.value * high.scale:
        return False
    if _TIGHT.fullmatch(between):
        return between == "-" or low.pound
    near = text[max(0, low.start - 40) : low.start]
    if _AND.fullmatch(between):
        return _BETWEEN.search(near) is not None
    if low.pound or own is not None:
        return _TO.fullmatch(between) is not None and _MOVING.search(near) is None
    if _TO.fullmatch(between):
        return _MOVING.search(near) is None and low.integral == high.integral
    return _OR.fullmatch(between) is not None and low.words and high.words
