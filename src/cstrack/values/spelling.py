"""A figure from its text alone: "£7.2m", "over 700 children", "45 working days", "£20-25k".

For what stands by itself: a cell, a profile, an argument, a test. Figures within sentences are found by recognition, which knows
what stands around them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.errors import UnknownName, UnreadableFigure
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern
from cstrack.values.rounding import Qualifier
from cstrack.values.units import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What one is printed for.
SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
#: Words in front that bound a number.
BOUNDS = {
    "about": Qualifier.ABOUT, "around": Qualifier.ABOUT, "approximately": Qualifier.ABOUT, "some": Qualifier.ABOUT,
    "over": Qualifier.OVER, "more than": Qualifier.OVER, "above": Qualifier.OVER, ">": Qualifier.OVER,
    "under": Qualifier.UNDER, "below": Qualifier.UNDER, "less than": Qualifier.UNDER, "fewer than": Qualifier.UNDER,
    "<": Qualifier.UNDER, "at least": Qualifier.AT_LEAST, ">=": Qualifier.AT_LEAST, "≥": Qualifier.AT_LEAST,
    "at most": Qualifier.AT_MOST, "up to": Qualifier.AT_MOST, "<=": Qualifier.AT_MOST, "≤": Qualifier.AT_MOST,
}  # fmt: skip

_DIGITS = r"[0-9.,]{1,24}+"
_SCALE = r"(?: [ ]? (?:thousand|million|billion|bn|k|m)(?![a-z]) )?+"
_FIGURE = pattern(
    "values.spelling.figure",
    rf"""(?P<bound>[<>≥≤]=?|(?:about|around|approximately|some|over|more[ ]than|above|under|below|(?:less|fewer)[ ]than
          |at[ ](?:least|most)|up[ ]to)[ ])?+ [ ]?
        (?P<first>[-−]?£?[-−]?{_DIGITS}) (?P<scale>{_SCALE})
        (?: [ ]?(?:[-–]|to)[ ]? (?P<last>£?{_DIGITS}) (?P<last_scale>{_SCALE}) )?
        (?P<plus>\+)?+ [ ]? (?P<unit>[^0-9()]{{0,60}}(?:10,?000?|100,?000|1,?000)?[^0-9()]{{0,40}})
        (?: [ ]\([^()]{{1,60}}\) )?""",
    re.IGNORECASE,
)


def parse(text: str, nouns: Mapping[str, str] | None = None) -> Figure:
    """The figure that a text prints.

    Args:
        text: qualifier, number or range, scale, unit or noun; an interval in brackets behind it, as ``str`` writes, is not read.
        nouns: printed nouns, folded, and their canonical ones; without it a noun stays as printed.

    Raises:
        UnreadableFigure: the text is no figure.

    >>> parse("over 700 children", {"children": "child"}).noun
    'child'
    """
    found = _FIGURE.fullmatch(text.strip())
    if found is None:
        raise UnreadableFigure(text)
    first, last = found["first"].replace("£", ""), (found["last"] or "").replace("£", "") or None
    scale, last_scale = _scale(found["scale"]), _scale(found["last_scale"])
    unit, noun = _unit(found["unit"].strip(), pounds="£" in found["first"], nouns=nouns or {})
    return Figure.of(
        first,
        unit=unit,
        noun=noun,
        scale=last_scale if last and not found["scale"] else scale,
        qualifier=Qualifier.AT_LEAST
        if found["plus"]
        else BOUNDS.get((found["bound"] or "").casefold().strip(), Qualifier.EXACTLY),
        to=last,
        to_scale=last_scale if last else None,
        printed=_printed(text.strip()),
    )


def _printed(text: str) -> str:
    return text.partition(" (")[0]


def _scale(words: str | None) -> Decimal:
    return Decimal(SCALES.get((words or "").strip().casefold(), 1))


def _unit(words: str, *, pounds: bool, nouns: Mapping[str, str]) -> tuple[str, str | None]:
    """Unit and noun of what stands behind a number: a unit, a noun, or a noun in a time."""
    folded = " ".join(words.casefold().split())
    if pounds:
        return _code(f"£ {folded}".strip(), words), None
    head, per, rest = folded.partition(" per ")
    if per and not rest[:1].isdigit():
        return _code(f"count per {rest}", words), nouns.get(head, head) or None
    try:
        return canonical(folded), None
    except UnknownName:
        return "count", nouns.get(folded, folded)


def _code(words: str, printed: str) -> str:
    try:
        return canonical(words)
    except UnknownName:
        raise UnreadableFigure(printed) from None
