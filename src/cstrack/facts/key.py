"""The key of a tracker: what this authority means by a letter, a word or a colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


class RatedAs(StrEnum):
    """What a rating stands for, of work and of measures. Never a colour: what blue means is for the key to say."""

    COMPLETE = "complete"
    ON_TRACK = "on track"
    SLIPPING = "slipping"
    OFF_TRACK = "off track"
    NOT_STARTED = "not started"
    WITHDRAWN = "withdrawn"
    MET = "met"
    NEAR = "near"
    NOT_MET = "not met"


class Counted(StrEnum):
    """From which date a key counts how late work is."""

    ORIGINAL = "original"
    CURRENT = "current"


@final
@frozen(kw_only=True)
class KeyEntry:
    """One line of a key.

    Attributes:
        printed: the letter or word; empty where a colour alone stands there.
        colour: the fill as ``RRGGBB``; None where there is none.
        words: what the key says of it.
        standing: what that means; None where its words say nothing known.
        address: ``sheet!A1`` of the letter, word or colour.
        number: of days, weeks or months late, where the words name one.
        unit: ``day``, ``week`` or ``month``.
        more: late by more than that; False: by up to that.
        counted: the date from which lateness counts.
        ahead: it speaks of what will be, which no date of today can gainsay.
        alone: it names no other case in which the rating fits as well ("or stuck").
        points: percentage points by which a measure may miss its target.
        share: per cent of the target by which it may.
    """

    printed: str
    colour: str | None
    words: str
    standing: RatedAs | None
    address: str
    number: int | None = None
    unit: str | None = None
    more: bool = False
    counted: Counted = Counted.CURRENT
    ahead: bool = False
    alone: bool = True
    points: Decimal | None = None
    share: Decimal | None = None


#: Standings that a piece of work can have; the others are those of measures.
OF_WORK = frozenset(
    {
        *(RatedAs.COMPLETE, RatedAs.ON_TRACK, RatedAs.SLIPPING),
        *(RatedAs.OFF_TRACK, RatedAs.NOT_STARTED, RatedAs.WITHDRAWN),
    }
)


#: Letters that stand for a colour: the key says "Green", the row "G".
_LETTERS = {"b": "blue", "g": "green", "a": "amber", "r": "red", "y": "yellow", "p": "purple", "gray": "grey"}


def _whole(word: str) -> str:
    folded = word.casefold().strip(" .")
    return _LETTERS.get(folded, folded)


def entry_for(key: Iterable[KeyEntry], word: str, colour: str | None, *, work: bool) -> KeyEntry | None:
    """The line of a key that a rating is of.

    Args:
        key: the lines.
        word: the letter or word as printed; may be empty.
        colour: the fill behind it; None where there is none.
        work: whether it rates work rather than a measure.

    Returns:
        By the word; where none is printed, by the colour. None where the key has no such line.
    """
    lines = [one for one in key if one.standing is not None and (one.standing in OF_WORK) is work]
    folded = word.casefold().strip(" .")
    if folded:
        return (
            next((one for one in lines if one.printed.casefold() == folded), None)
            or next((one for one in lines if one.printed and folded.startswith(f"{one.printed.casefold()} ")), None)
            or next((one for one in lines if _whole(one.printed) == _whole(folded)), None)
        )
    return next((one for one in lines if colour is not None and one.colour == colour), None)
