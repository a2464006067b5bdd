"""How firmly a number is said, by the words of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.record import Firmness
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place

_ASKED = pattern(
    "assembly.firmness.asked",
    r"(?i)(?<![a-z])(?:aim|aims|aiming|ambition|goal|target|targets|intention|intends?|hopes?|plans?)(?![a-z])",
)
_LIKELY = pattern(
    "assembly.firmness.likely",
    r"(?i)(?<![a-z])(?:expected|expects|estimated|potential|potentially|likely|forecast|projected|anticipated|predicted)(?![a-z])",
)
_PERHAPS = pattern("assembly.firmness.perhaps", r"(?i)(?<![a-z])(?:could|might|may|would|if)(?![a-z])")


def firmness_of(place: Place, *, target: bool) -> Firmness:
    """How firmly a number is said: a counted fact is reported; a target is a commitment, an aim or an expectation by its words."""
    if _LIKELY.search(place.sentence):
        return Firmness.EXPECTED
    if not target:
        return Firmness.REPORTED
    if _ASKED.search(place.sentence):
        return Firmness.AIMED
    return Firmness.HYPOTHETICAL if _PERHAPS.search(place.sentence) else Firmness.COMMITTED
