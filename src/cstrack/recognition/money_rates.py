"""Money by the week that says so only once: "£3,900 a week; an in-house place cost nearer £450", "from £3,200 to £3,900 a week"."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.recognition.figure_drafts import FigureDraft

#: Between two prices that are compared: the second, or the first, leaves its time out.
_COMPARED = pattern(
    "recognition.money_rates.compared",
    r"(?i)(?<![a-z])(?:against|compared\ (?:to|with)|versus|rather\ than|to|from|and|while|whereas|but|cost(?:s|ing)?|for|or|than|nearer|is|was|;)(?![a-z])|;",
)
#: What is no price by the week any more.
_ANOTHER = pattern(
    "recognition.money_rates.another",
    r"(?i)(?<![a-z])(?:sav(?:e|es|ed|ing|ings)|total(?:s|ling)?|budget|overspend|underspend|year|annual(?:ly)?|annum|grant|in\ all|altogether|one-off|amount(?:s|ing)?|equivalent|month|day)(?![a-z])",
)
_ITS_OWN = pattern(
    "recognition.money_rates.its_own",
    r"(?i)\ (?:a|an|per|each|every)\ [a-z]{3,12}(?![a-z])|\ (?:in\ total|saved|annually)",
)
_FARTHEST = 90
#: Prices so many times apart are prices of different things.
_APART = Decimal(20)


def by_the_same_time(text: str, drafts: Sequence[FigureDraft], sentences: Sequence[int]) -> tuple[FigureDraft, ...]:
    """Sums that are compared with money by the week, or day or month, in the same sentence, as money by that time.

    Args:
        text: the plain text of the block.
        drafts: its figures, in order.
        sentences: offsets at which its sentences begin.
    """
    found = list(drafts)
    for at in range(len(found)):
        draft = found[at]
        if not draft.unit.startswith("GBP/"):
            continue
        for other in (at - 1, at + 1):
            if 0 <= other < len(found) and _fellows(text, draft, found[other], sentences):
                inherits = (draft.number.start, draft.end)
                found[other] = evolve(found[other], unit=draft.unit, rule="inherited", inherits=inherits)
    return tuple(found)


def _fellows(text: str, rate: FigureDraft, other: FigureDraft, sentences: Sequence[int]) -> bool:
    """Whether a sum without a time is a price of the same kind as one that prints it."""
    if other.unit != "GBP" or other.number.scaled or not other.number.pound or not other.number.readable:
        return False
    if bisect_right(sentences, rate.number.start) != bisect_right(sentences, other.number.start):
        return False
    first, second = sorted((rate, other), key=lambda draft: draft.number.start)
    if second.number.start - first.end > _FARTHEST or _ITS_OWN.match(text, other.end):
        return False
    high, low = sorted((rate.number.value, other.number.value), reverse=True)
    if low <= 0 or high > low * _APART:
        return False
    return (
        _COMPARED.search(text, first.end, second.number.start) is not None
        and _ANOTHER.search(text, first.end, second.number.start) is None
    )
