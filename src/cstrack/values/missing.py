"""Why a figure is not there: values of a type, never 0, None or NaN."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import frozen


class Reason(StrEnum):
    """Why no number is printed.

    Source:
        GSS symbols as in the Explore Education Statistics analysts' guide (ud.qmd): c, z, x, low (older: k, ~), u.
    """

    CONFIDENTIAL = "c"
    NOT_APPLICABLE = "z"
    UNAVAILABLE = "x"
    LOW = "low"
    LOW_RELIABILITY = "u"
    BLANK = "blank"
    NOT_STATED = "not stated"


class Direction(StrEnum):
    """Which way a figure without a number goes: "caseloads need to fall further"."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    NOT_STATED = "not stated"


@final
@frozen(kw_only=True)
class NotStated:
    """A figure that the paper speaks of without printing a number.

    Attributes:
        reason: why there is none.
        direction: which way it goes, where the words say so.
        unit: canonical unit code, where the words tell it; ``count`` otherwise.
        printed: the words.
    """

    reason: Reason = Reason.NOT_STATED
    direction: Direction = Direction.NOT_STATED
    unit: str = "count"
    printed: str = ""
