"""What looks like an aim and is none, and what reaching one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.target import Comparator
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place

#: "To reflect this, a contingency is held": the sentence tells what is so, and why.
_SO_THAT = pattern(
    "assembly.aims.so_that", r",\ (?:an?|the|we|it|this|there|our)\ [^.;]{2,80}\ (?:is|are|was|were|has|have|had)\ "
)


def tells_why(place: Place) -> bool:
    """Whether a sentence that begins with a purpose goes on to tell what is so."""
    return _SO_THAT.search(place.sentence) is not None


def comparator_of(place: Place, polarity: str | None) -> Comparator:
    """What reaching a target means, by its qualifier and the words before it; by the indicator's good direction for a share.

    Args:
        place: the target in its sentence.
        polarity: ``H``, ``L`` or ``N`` of the indicator; None where no indicator is named.
    """
    figure = place.mention.figure
    if figure.value_high is not None:
        return Comparator.BETWEEN
    told = {
        Qualifier.AT_LEAST: Comparator.AT_LEAST,
        Qualifier.OVER: Comparator.AT_LEAST,
        Qualifier.AT_MOST: Comparator.AT_MOST,
        Qualifier.UNDER: Comparator.AT_MOST,
    }.get(figure.qualifier)
    if told is not None:
        return told
    return {"H": Comparator.AT_LEAST, "L": Comparator.AT_MOST}.get(polarity or "", Comparator.NOT_SAID)
