"""The target in a cell of a scorecard: "≤ 15%", "80-90%", "60% by March 2025", "Increase from 41% to 55% by Dec 2024", "TBC"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import Aim
from cstrack.recognition.tables_amounts import amount_of
from cstrack.recognition.tables_words import flat
from cstrack.values.expressions import read_periods
from cstrack.values.figure import Figure
from cstrack.values.missing import Direction, NotStated
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.values.period import Period

_FROM_TO = pattern(
    "recognition.tables_aims.from_to",
    r"(?:(?P<verb>[a-z]{3,12})[ ](?:by[ ])?)?from[ ](?P<first>[^ ]{1,14}(?:[ ]wks)?)[ ]to[ ](?P<last>[^ ].{0,30})",
    2,
)
_VERB = pattern(
    "recognition.tables_aims.verb",
    r"(?P<verb>[a-z]{3,12})(?:[ ]at)?(?:[ ]to)?[ ](?P<rest>[^a-z ].{0,30}|(?:at|below|above|under|over|less|more)[ ].{1,30})",
    2,
)
_WHEN = pattern("recognition.tables_aims.when", r"[ ,(]{1,3}(?:by|in|at|before|from|for|end[ ]of)[ ]", 2)
_UP = frozenset({"increase", "raise", "improve", "grow", "rise", "increasing", "up", "maximise", "above"})
_DOWN = frozenset({"reduce", "decrease", "lower", "cut", "fall", "reducing", "down", "minimise", "below"})
_KEEP = frozenset({"maintain", "sustain", "keep", "maintaining", "hold", "remain"})
_LONGEST = 120


def aim_of(text: str, unit: str, anchor: Period | None) -> Aim:
    """What a cell of targets says.

    Args:
        text: its words, not empty.
        unit: canonical code of its row.
        anchor: the day or quarter of the paper, for dates that leave out their year.

    >>> aim = aim_of("Increase from 41% to 55% by Dec 2024", "percent", None)
    >>> str(aim.amount), str(aim.baseline), aim.due.edtf, aim.upward
    ('55% (54.5 to 55.5)', '41% (40.5 to 41.5)', '2024-12', True)
    """
    return _aim_of(flat(text)[:_LONGEST].strip(), text, unit, anchor)


@lru_cache(maxsize=4096)
def _aim_of(words: str, text: str, unit: str, anchor: Period | None) -> Aim:
    plain = amount_of(words, unit)
    if plain is not None:
        return Aim(amount=_as_printed(plain, text))
    number, due, inferred = _dated(words, anchor)
    found = _FROM_TO.fullmatch(number)
    if found is not None:
        first, last = amount_of(found["first"], unit), amount_of(found["last"], unit)
        if isinstance(first, Figure) and isinstance(last, Figure):
            up = last.value > first.value
            return Aim(amount=_as_printed(last, text), baseline=first, due=due, upward=up, inferred=inferred)
    verb = _VERB.fullmatch(number)
    word = verb["verb"].lower() if verb else ""
    amount = amount_of(verb["rest"] if verb and word in _UP | _DOWN | _KEEP else number, unit)
    upward = True if word in _UP else False if word in _DOWN else None
    if isinstance(amount, Figure):
        return Aim(amount=_as_printed(amount, text), due=due, upward=upward, maintain=word in _KEEP, inferred=inferred)
    return Aim(amount=_unnumbered(words, unit, text), due=due, upward=upward, inferred=inferred)


def _dated(words: str, anchor: Period | None) -> tuple[str, Period | None, tuple[str, ...]]:
    """The words before the date they end with, and that date."""
    for joint in _WHEN.finditer(words):
        readings = read_periods(words[joint.end() :], anchor)
        if readings and readings[0].start <= 1:
            rest = words[: joint.start()].rstrip(" ,(")
            return rest, readings[0].period, ("due",) if readings[0].inferred else ()
    return words, None, ()


def _as_printed(amount: Figure | NotStated, text: str) -> Figure | NotStated:
    return evolve(amount, printed=text.strip())


def _unnumbered(words: str, unit: str, text: str) -> NotStated:
    """A target without a number, with the way it points: "reduce further"."""
    first = words.split(" ", 1)[0].lower()
    direction = Direction.UP if first in _UP else Direction.DOWN if first in _DOWN else Direction.NOT_STATED
    direction = Direction.LEVEL if first in _KEEP else direction
    return NotStated(direction=direction, unit=unit, printed=text.strip())
