"""How a paper says, without a number, that a target or a piece of work stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Record

if TYPE_CHECKING:
    from cstrack.values.period import Period


class Standing(StrEnum):
    """What words of progress come to; the paper's own word is kept beside it."""

    EXCEEDED = "exceeded"
    REACHED = "reached"
    ON_TRACK = "on track"
    BEHIND = "behind"
    NOT_REACHED = "not reached"


#: Standings that no target and no piece of work has at one time.
_APART = frozenset(
    (
        frozenset((Standing.EXCEEDED, Standing.ON_TRACK)),
        *(
            frozenset((well, badly))
            for well in (Standing.EXCEEDED, Standing.REACHED, Standing.ON_TRACK)
            for badly in (Standing.BEHIND, Standing.NOT_REACHED)
        ),
    )
)


@final
@frozen(kw_only=True)
class Progress(Record):
    """A sentence that tells how something stands: reported, never computed, and kept apart from what the numbers say.

    Attributes:
        standing: what the words come to.
        printed: the paper's word: "exceeded", "on target".
        of: ids of the targets and actions that it speaks of; empty where it speaks of a plan as a whole or nothing tells.
        on: the day or stretch it speaks of, where its sentence says.
    """

    standing: Standing
    printed: str
    of: tuple[str, ...] = ()
    on: Period | None = None


def in_tension(one: Progress, other: Progress) -> bool:
    """Whether two sentences tell of one thing what it cannot be at one time: "exceeded" and "on target", "on track" and "delayed"."""
    same_time = one.on is None or other.on is None or one.on.edtf == other.on.edtf
    return same_time and frozenset((one.standing, other.standing)) in _APART
