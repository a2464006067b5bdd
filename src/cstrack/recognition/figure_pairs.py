"""From the numbers of a block to its figures: pairs of part and whole, fractions in words, units, and what inherits one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.bounds import bound_before
from cstrack.recognition.figure_drafts import FigureDraft
from cstrack.recognition.numerals import Numeral
from cstrack.recognition.series import coordinated, inherited
from cstrack.recognition.shares import fractions, joined_as, percent_of
from cstrack.recognition.units import unit_behind
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.facts.vocabulary import Vocabulary

_MONEY = pattern("recognition.figure_pairs.money", r"(?i)£|budget|spend|saving|deficit|shortfall|grant|pressure")
#: Farthest that a ratio in brackets stands behind its percentage.
_RATIO_REACH = 48
#: Farthest that "per 10,000" stands from a bare number of the same rate.
_RATE_REACH = 300


def drafts_of(
    text: str, numbers: Sequence[Numeral], sentences: Sequence[int], vocabulary: Vocabulary
) -> tuple[tuple[FigureDraft, ...], tuple[tuple[int, int], ...]]:
    """The figures of a block, and the places of the numbers that count nothing.

    Args:
        text: the plain text of the block.
        numbers: its numbers, in order, ranges put together.
        sentences: offsets at which its sentences begin.
        vocabulary: the words of the field.

    Returns:
        Figures in order, and start and end of each number left over.
    """
    nouns = vocabulary.words("noun")
    words = _fractions(text)
    free = _outside(numbers, words)
    slots = _slots(text, free, nouns)
    _share_with_the_next(text, slots)
    _inherit(text, slots, sentences, vocabulary)
    drafts = [draft for _, draft in slots if draft is not None]
    left = tuple((number.start, number.end) for number, draft in slots if draft is None)
    return _whole_of_parts(sorted((*drafts, *words), key=lambda draft: draft.number.start)), left


def _whole_of_parts(drafts: Sequence[FigureDraft]) -> tuple[FigureDraft, ...]:
    """What "half of this" cites is the figure that "this" is: the last sum or count before it."""
    found: list[FigureDraft] = []
    whole: FigureDraft | None = None
    for draft in drafts:
        if draft.refers and whole is not None:
            found.append(evolve(draft, inherits=(whole.number.start, whole.end)))
            continue
        found.append(draft)
        whole = whole if draft.duration or draft.rule == "fraction" else draft
    return tuple(found)


def _outside(numbers: Sequence[Numeral], fractions: Sequence[FigureDraft]) -> list[Numeral]:
    """The numbers that no fraction in words holds: the "two" of "two thirds of"."""
    begins = [fraction.number.start for fraction in fractions]
    free = []
    for number in numbers:
        at = bisect_right(begins, number.start) - 1
        if at < 0 or number.start >= fractions[at].end:
            free.append(number)
    return free


def _fractions(text: str) -> list[FigureDraft]:
    return [
        FigureDraft(
            number=Numeral(start=found.start, end=found.end, digits=str(found.percent), words=True),
            end=found.end,
            unit="percent",
            rule="fraction",
            percent=found.percent,
            refers=found.refers,
        )
        for found in fractions(text)
    ]


def _slots(text: str, numbers: Sequence[Numeral], nouns: Mapping[str, str]) -> list[tuple[Numeral, FigureDraft | None]]:
    slots: list[tuple[Numeral, FigureDraft | None]] = []
    reached, at = 0, 0
    while at < len(numbers):
        number = numbers[at]
        at += 1
        if number.start < reached:
            continue
        following = numbers[at] if at < len(numbers) else None
        pair = None if following is None else _pair(text, number, following, slots, nouns)
        if pair:
            slots.extend(pair)
            at += 1
        else:
            slots.append((number, _alone(text, number, nouns)))
        last = slots[-1][1]
        reached = max(reached, slots[-1][0].end if last is None else last.end)
    return slots


def _alone(text: str, number: Numeral, nouns: Mapping[str, str]) -> FigureDraft | None:
    unit = unit_behind(text, number, nouns)
    if unit is None:
        if not number.scaled:
            return None
        letter = text[number.end - 1] in "kKmM"
        money = letter or _MONEY.search(text, max(0, number.start - 120), number.end + 60) is not None
        return FigureDraft(number=number, end=number.end, unit="GBP" if money else "count", rule="scaled")
    return FigureDraft(
        number=number, end=unit.end, unit=unit.unit, noun=unit.noun, rule=unit.rule, duration=unit.duration
    )


def _pair(
    text: str,
    part: Numeral,
    whole: Numeral,
    slots: list[tuple[Numeral, FigureDraft | None]],
    nouns: Mapping[str, str],
) -> list[tuple[Numeral, FigureDraft | None]]:
    """Part and whole as one share, or as two counts that may explain a share before them; nothing where they are neither."""
    how = joined_as(text, part, whole)
    if how is None:
        return []
    unit = unit_behind(text, whole, nouns)
    if unit is not None and unit.unit != "count":
        return []
    end, noun = (whole.end, None) if unit is None else (unit.end, unit.noun)
    if how == "share":
        pair = evolve(part, end=whole.end)
        share = FigureDraft(
            number=pair, end=end, unit="percent", noun=noun, rule="share", percent=percent_of(part, whole)
        )
        return [(pair, share)]
    explained = _explains(text, part, slots)
    if unit is None and not explained and "out of" not in text[part.end : whole.start]:
        return []
    above = FigureDraft(number=part, end=part.end, unit="count", noun=noun, rule="numerator")
    below = FigureDraft(number=whole, end=end, unit="count", noun=noun, rule="denominator")
    if explained:
        number, explained_share = slots[-1]
        assert explained_share is not None
        figures = (above.figure(Qualifier.EXACTLY, part.digits), below.figure(Qualifier.EXACTLY, whole.digits))
        slots[-1] = (number, evolve(explained_share, numerator=figures[0], denominator=figures[1]))
    return [(part, above), (whole, below)]


def _explains(text: str, part: Numeral, slots: Sequence[tuple[Numeral, FigureDraft | None]]) -> bool:
    """Whether a pair in brackets explains the percentage before it: 83.3% up to date (90/108 children)."""
    share = slots[-1][1] if slots else None
    if share is None or share.unit != "percent" or part.start - share.end > _RATIO_REACH:
        return False
    return "(" in text[share.end : part.start] and "." not in text[share.end : part.start]


def _share_with_the_next(text: str, slots: list[tuple[Numeral, FigureDraft | None]]) -> None:
    later: FigureDraft | None = None
    for at in range(len(slots) - 1, -1, -1):
        number, draft = slots[at]
        if draft is None:
            draft = coordinated(text, number, later)
            slots[at] = (number, draft)
        later = draft


def _inherit(
    text: str, slots: list[tuple[Numeral, FigureDraft | None]], sentences: Sequence[int], vocabulary: Vocabulary
) -> None:
    earlier: FigureDraft | None = None
    sentence = -1
    for at, (number, found) in enumerate(slots):
        here = bisect_right(sentences, number.start)
        if here != sentence:
            sentence, earlier = here, None
        draft = found
        if draft is None and number.to is None:
            _, start = bound_before(text, number.start, vocabulary.words("qualifier"))
            draft = inherited(
                text,
                number,
                start=start,
                earlier=earlier,
                labels=vocabulary.words("label"),
                nouns=vocabulary.words("noun"),
            )
            draft = None if draft is None else _per_heads(text, draft, sentences, here)
            slots[at] = (number, draft)
        earlier = earlier if draft is None or draft.duration else draft


_HEADS = pattern("recognition.figure_pairs.heads", r"per\ (10,?000|100,?000|1,?000)")


def _per_heads(text: str, draft: FigureDraft, sentences: Sequence[int], here: int) -> FigureDraft:
    """A bare number of a sentence that speaks of a rate is that rate."""
    if draft.unit != "count" or draft.rule == "series":
        return draft
    start = sentences[here - 1] if here else 0
    end = sentences[here] if here < len(sentences) else len(text)
    at = draft.number.start
    heads = _HEADS.search(text, max(start, at - _RATE_REACH), min(end, at + _RATE_REACH))
    if heads is None:
        return draft
    return evolve(draft, unit=f"per_{heads[1].replace(',', '')}", inherits=heads.span())
