"""Whom a statement is about: this authority, another council, England."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.record import About, Actor
from cstrack.values.authority import by_name, fold
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.facts.profile import PaperProfile

_COUNCIL = pattern(
    "assembly.whom.council",
    r"(?P<place>[A-Z][A-Za-z]{2,20}(?:[ ](?:and|upon|of|on|[A-Z][A-Za-z]{2,20})){0,3})[ ](?:(?:City|Borough|County|District|Metropolitan|Unitary)[ ])?Council(?:'s)?(?![a-z])",
)
_SORT = pattern("assembly.whom.sort", r"[ ](?:City|Borough|County|District|Metropolitan|Unitary)\Z")
_ENGLAND = pattern(
    "assembly.whom.england",
    r"\b(?:across[ ]England|in[ ]England|nationally|across[ ]the[ ]country|national[ ](?:average|figures?|programme|review)|the[ ]Government[ ](?:announced|has[ ]announced|published|released|had[ ]released|introduced|intends))\b",
)
_OTHERS = pattern(
    "assembly.whom.others",
    r"\b(?:other|neighbouring|another|statistical[ ]neighbour)[ ](?:councils?|authorit(?:y|ies)|local[ ]authorit(?:y|ies)|boroughs?)\b",
    2,
)
#: What was found out somewhere: "the report into child sexual exploitation in Rotherham".
_FOUND_THERE = pattern(
    "assembly.whom.found_there",
    r"\b(?:report|inquiry|review|investigation)[ ](?:into|of|on)[ ][^.;:]{2,80}?[ ](?:in|at)[ ](?P<place>[A-Z][a-z]{2,20}(?:[ ][A-Z][a-z]{2,20}){0,2})",
)
_NO_PLACE = frozenset(
    ["the", "full", "city", "county", "borough", "district", "town", "parish", "metropolitan", "unitary", "whole", "of"]
)


def about_of(words: str, authority: str | None, actor: Actor | None, profile: PaperProfile) -> About:
    """Whom some words are about.

    Args:
        words: the clause, plain.
        authority: GSS code of the paper's authority; None where it is not known.
        actor: who acts, where that is known.
        profile: this council's own names.

    Returns:
        The authority's own service unless the words say otherwise.
    """
    elsewhere = _names_other(words, authority, profile) or _found_elsewhere(words, authority)
    if actor is Actor.OTHER_COUNCIL or _OTHERS.match(words) or elsewhere:
        return About.OTHER_COUNCIL
    if _ENGLAND.search(words):
        return About.ENGLAND
    return About.OWN


def _names_other(words: str, authority: str | None, profile: PaperProfile) -> bool:
    """Whether the first council that the words name is another one."""
    if authority is None:
        return False
    for found in _COUNCIL.finditer(words):
        place = _SORT.sub("", found.group("place"))
        if place.casefold().split()[-1] in _NO_PLACE or place in profile.own:
            continue
        known = by_name().get(fold(place), ()) or by_name().get(fold(found.group()), ())
        return bool(known) and all(one.code != authority for one in known)
    return False


def _found_elsewhere(words: str, authority: str | None) -> bool:
    """Whether a report or an inquiry is about what happened in the area of another council."""
    found = _FOUND_THERE.search(words) if authority is not None else None
    known = by_name().get(fold(found["place"]), ()) if found else ()
    return bool(known) and all(one.code != authority for one in known)
