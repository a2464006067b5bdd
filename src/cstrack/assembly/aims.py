"""What looks like an aim and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
