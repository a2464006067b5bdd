"""What our own readers share: the match they return, and the bounds of a packed file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.hooks.contracts import Match, Strength
from cstrack.reading.container import Bounds

if TYPE_CHECKING:
    from cstrack.hooks.contracts import Limits


def match_of(reasons: tuple[str, ...], strength: Strength = Strength.GENERIC) -> Match | None:
    """The match that some reasons are evidence of; None where there are none."""
    return Match(strength=strength, evidence=reasons) if reasons else None


def bounds_of(limits: Limits) -> Bounds:
    """How much a packed file may hold unpacked."""
    return Bounds(expanded=limits.expanded, ratio=limits.ratio, entries=limits.entries)
