"""Why a figure is not there: values of a type, never 0, None or NaN."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
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


#: Symbols as printed, folded and without brackets: today's, those of older files, and "N/A".
SYMBOLS = MappingProxyType(
    {
        "c": Reason.CONFIDENTIAL, "z": Reason.NOT_APPLICABLE, "n/a": Reason.NOT_APPLICABLE, "x": Reason.UNAVAILABLE,
        ":": Reason.UNAVAILABLE, "low": Reason.LOW, "k": Reason.LOW, "~": Reason.LOW, "u": Reason.LOW_RELIABILITY,
        "": Reason.BLANK,
    }
)  # fmt: skip


def reason_of(text: str) -> Reason | None:
    """Why a cell holds no number; None where it is no symbol of a missing one.

    >>> reason_of("[x]"), reason_of(" ~ "), reason_of("0")
    (<Reason.UNAVAILABLE: 'x'>, <Reason.LOW: 'low'>, None)
    """
    folded = text.strip().casefold()
    bracketed = folded.startswith("[") and folded.endswith("]")
    return SYMBOLS.get(folded[1:-1].strip() or "[]" if bracketed else folded)


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
