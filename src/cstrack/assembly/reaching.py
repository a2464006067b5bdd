"""What reaching a target means, and what it runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.target import Comparator, TargetKind
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.values.figure import Figure

_NOBODY = pattern(
    "assembly.reaching.nobody",
    r"(?i)(?<![a-z])(?:nobody|no\ one|none|no\ (?:child|worker|social\ worker|family|case)|not|never)(?![a-z])",
)
_MAINTAIN = pattern(
    "assembly.reaching.maintain", r"(?i)(?<![a-z])(?:maintain|keep|sustain|remain|stay|hold)(?:s|ed|ing|ain)?(?![a-z])"
)


def comparator_of(place: Place, polarity: str | None) -> Comparator:
    """What reaching a target means, by its qualifier and the words before it; by the indicator's good direction for a share.

    Args:
        place: the target in its sentence.
        polarity: ``H``, ``L`` or ``N`` of the indicator; None where no indicator is named.
    """
    figure = place.mention.figure
    if figure.value_high is not None:
        return Comparator.BETWEEN
    if figure.qualifier is Qualifier.OVER and _NOBODY.search(place.before[-60:]):
        return Comparator.AT_MOST
    told = {
        Qualifier.AT_LEAST: Comparator.AT_LEAST,
        Qualifier.OVER: Comparator.AT_LEAST,
        Qualifier.AT_MOST: Comparator.AT_MOST,
        Qualifier.UNDER: Comparator.AT_MOST,
    }.get(figure.qualifier)
    if told is not None:
        return told
    return {"H": Comparator.AT_LEAST, "L": Comparator.AT_MOST}.get(polarity or "", Comparator.NOT_SAID)


def kind_of(place: Place, figure: Figure, *, programme: bool) -> TargetKind:
    """What a target runs over: a rate flows, things to be made or reached add up, a share or rate is a level."""
    if "/" in figure.unit:
        return TargetKind.FLOW
    if _MAINTAIN.search(place.before[-60:]):
        return TargetKind.MAINTAIN
    counted = figure.unit == "count"
    return TargetKind.CUMULATIVE if counted and (programme or _ADDS.search(place.sentence)) else TargetKind.LEVEL


_ADDS = pattern(
    "assembly.reaching.adds",
    r"(?i)(?<![a-z])(?:work\ with|reach|recruit|creat|deliver|build|open|convert|train|engage|support|provid|further|additional|more|new|register|adopt)[a-z]{0,6}(?![a-z])",
)
