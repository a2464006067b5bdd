"""The words a number was read from, with the parts it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.sources.citation import Citation


def cited(place: Place, surroundings: Surroundings) -> tuple[Citation, ...]:
    """The citation of a figure; what its unit or value was taken from stands in ``derived_from``."""
    document = surroundings.document
    citation = document.cite(place.mention.span, place.block, place.sentence)
    parts = tuple(document.cite(span, place.block) for span in place.mention.derived_from)
    return (evolve(citation, derived_from=parts) if parts else citation,)
