"""From the numbers of a block to its figures: pairs of part and whole, fractions in words, units, and what inherits one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.bare import alone, as_before, is_prose
from cstrack.recognition.bare_times import same_time
from cstrack.recognition.bounds import bound_before
from cstrack.recognition.figure_drafts import FigureDraft
from cstrack.recognition.money_rates import by_the_same_time
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
#: Stretches of time that are measured; months and years more often bound others.
_MEASURED = frozenset(("day", "working_day", "week"))
#: How many characters before a bare number are looked at.
_NEAR = 64


def drafts_of(
    text: str, numbers: Sequence[Numeral], sentences: Sequence[int], vocabulary: Vocabulary, *, prose: bool = True
) -> tuple[tuple[FigureDraft, ...], tuple[tuple[int, int], ...]]:
    """The figures of a block, and the places of the numbers that count nothing.

    Args:
        text: the plain text of the block.
        numbers: its numbers, in order, ranges put together.
        sentences: offsets at which its sentences begin.
        vocabulary: the words of the field.
        prose: the block is running text, so that its sentences leave nouns out.

    Returns:
        Figures in order, and start and end of each number left over.
    """
    nouns = vocabulary.words("noun")
    words = _fractions(text)
    free = _outside(numbers, words)
    slots = _slots(text, free, nouns)
    _share_with_the_next(text, slots)
    _inherit(text, slots, sentences, vocabulary, prose=prose)
    drafts = by_the_same_time(text, [draft for _, draft in slots if draft is not None], sentences)
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
    if how.endswith("share"):
        pair = evolve(part, end=whole.end)
        above, below = (_count(number, number.end) for number in (part, whole))
        share = FigureDraft(
            number=pair,
            end=end,
            unit="percent",
            noun=noun,
            rule="share",
            percent=percent_of(part, whole),
            numerator=above.figure(Qualifier.EXACTLY, text[part.start : part.end]),
            denominator=below.figure(Qualifier.EXACTLY, text[whole.start : whole.end]),
        )
        return [] if how == "named share" and unit is not None else [(pair, share)]
    explained = _explains(text, part, slots)
    if unit is None and not explained and "out of" not in text[part.end : whole.start]:
        return []
    above = evolve(_count(part, part.end), noun=noun, rule="numerator")
    below = evolve(_count(whole, end), noun=noun, rule="denominator")
    if explained:
        number, explained_share = slots[-1]
        assert explained_share is not None
        figures = (above.figure(Qualifier.EXACTLY, part.digits), below.figure(Qualifier.EXACTLY, whole.digits))
        slots[-1] = (number, evolve(explained_share, numerator=figures[0], denominator=figures[1]))
    return [(part, above), (whole, below)]


def _count(number: Numeral, end: int) -> FigureDraft:
    return FigureDraft(number=number, end=end, unit="count", rule="count")


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
    text: str,
    slots: list[tuple[Numeral, FigureDraft | None]],
    sentences: Sequence[int],
    vocabulary: Vocabulary,
    *,
    prose: bool,
) -> None:
    earlier: FigureDraft | None = None
    previous: FigureDraft | None = None
    last: FigureDraft | None = None
    time: FigureDraft | None = None
    sentence, reads = -1, False
    for at, (number, found) in enumerate(slots):
        here = bisect_right(sentences, number.start)
        if here != sentence:
            previous = earlier or previous if here == sentence + 1 else None
            sentence, earlier, last, time = here, None, None, None
            reads = prose and is_prose(text, *_stretch(text, sentences, here))
        draft = found
        if draft is None and number.to is not None and reads:
            near = text[max(0, number.start - _NEAR) : number.start]
            draft = alone(text, number, near, earlier, previous, sentence=True)
            slots[at] = (number, draft)
        elif draft is None and number.to is None:
            _, start = bound_before(text, number.start, vocabulary.words("qualifier"))
            near = text[max(0, start - _NEAR) : start]
            back = as_before(text, number, near, earlier, previous) if prose else None
            draft = (
                same_time(text, number, last, time)
                or back
                or inherited(
                    text,
                    number,
                    start=start,
                    earlier=earlier,
                    labels=vocabulary.words("label"),
                    nouns=vocabulary.words("noun"),
                )
            )
            draft = None if draft is None else _per_heads(text, draft, sentences, here)
            if draft is None and prose and (reads or earlier is not None):
                draft = alone(text, number, near, earlier, previous, sentence=reads, bounded=start < number.start)
            slots[at] = (number, draft)
        earlier = earlier if draft is None or draft.duration else draft
        last = draft
        time = draft if time is None and draft is not None and draft.duration and draft.unit in _MEASURED else time


def _stretch(text: str, sentences: Sequence[int], here: int) -> tuple[int, int]:
    """Start and end of the sentence of that number."""
    return sentences[here - 1] if here else 0, sentences[here] if here < len(sentences) else len(text)


_HEADS = pattern("recognition.figure_pairs.heads", r"per\ (?:(10,?000)|(100,?000|1,?000))(?![0-9,])")
_RATE_OF_HEADS = pattern(
    "recognition.figure_pairs.rate_of_heads",
    r"(?i:rates?)\ (?:[a-z]{2,12}\ ){0,3}per\ (10,?000|100,?000|1,?000)|per\ (10,?000|100,?000|1,?000)[a-z ]{0,24}:\ \Z",
)


def _per_heads(text: str, draft: FigureDraft, sentences: Sequence[int], here: int) -> FigureDraft:
    """A bare number of a sentence that speaks of a rate is that rate; a whole number only behind "rate per 10,000"."""
    if draft.unit != "count" or draft.rule == "series":
        return draft
    start, end = _stretch(text, sentences, here)
    at = draft.number.start
    if draft.number.integral:
        heads = _RATE_OF_HEADS.search(text, max(start, at - _RATE_REACH), at)
    else:
        heads = _HEADS.search(text, max(start, at - _RATE_REACH), min(end, at + _RATE_REACH))
    if heads is None:
        return draft
    return evolve(draft, unit=f"per_{(heads[1] or heads[2]).replace(',', '')}", inherits=heads.span())
