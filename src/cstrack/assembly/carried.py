"""The measure of a sum that names none: it goes on with, is part of, or is what is left of a sum before it; or a heading tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from cstrack.assembly.cues import is_what_was_left
from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.places import Place, Surroundings
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

#: Between a sum and the word behind it: where the money goes to or comes from, not what it is.
ELSEWHERE = pattern(
    "assembly.carried.elsewhere",
    r"(?i)(?<![a-z])(?:from|to(?!\ be\ )|towards?|into|against|for|before|by|on|in|with|at|through|within|under)(?![a-z-])",
)
#: A part of the sum before it.
_OF_THIS = pattern(
    "assembly.carried.of_this",
    r"(?i)\ of\ (?:this|that|it|which|these|the\ (?:total|sum|amount))(?![a-z])(?!\ (?:year|month|quarter))",
)
_WITHIN_THIS = pattern(
    "assembly.carried.within_this",
    r"(?i)(?:within|in|of)\ (?:this|that|these)(?:\ (?:sum|total|amount|figure|overspend|variance))?,?\ (?:[a-z]{2,12}\ ){0,3}\Z",
)
#: What stands in brackets behind a cause is a part of what it caused: "attributable to agency fostering (£0.9 million)".
_BECAUSE = pattern(
    "assembly.carried.because",
    r"(?i)(?<![a-z])(?:attributable|owing\ to|due\ to|because\ of|arising|caused\ by|driven\ by|made\ up\ of|comprising|including|chiefly|mainly|principally|largely|notably|of\ which)(?![a-z])",
)

#: The cost of what nothing tells.
ASSUMED = 1000
#: How many characters back in a block a sum can be gone on with.
_EARLIER = 1500
CONTINUES = 14


@final
@frozen
class Meant:
    """What a sum is.

    Attributes:
        measure: what it is.
        printed: the words that told it; empty where a figure before it did.
        cost: how far the words stand; less is surer.
        inferred: it was taken from a figure before it or from a heading.
    """

    measure: Measure
    printed: str
    cost: float
    inferred: bool = False


#: What each sum is, by block and offset; sums are read in the order of the page.
Meanings: TypeAlias = dict[tuple[int, int], Meant]


def left(place: Place, paper: Surroundings, known: Meanings) -> Meant | None:
    """The measure of what a sum is the rest of: "a pressure of £15.3m. Measures worth £5.7m bring that down to £9.6m"."""
    if not is_what_was_left(place):
        return None
    at = place.mention.start
    for figure in reversed(paper.figures_between(place.mention.block, max(0, at - _EARLIER), at)):
        before = known.get((figure.block, figure.start))
        if before is not None and before.measure is not Measure.SAVING:
            return Meant(before.measure, before.printed, 1, inferred=True)
    return None


def part(place: Place, paper: Surroundings, known: Meanings) -> Meant | None:
    """The measure of the sum that this one is told to be part of: "£4.1m of this", "included within this was £612k"."""
    at = place.mention.start
    caused = place.before.endswith("(") and _BECAUSE.search(place.before) is not None
    if not (caused or _OF_THIS.match(place.after) or _WITHIN_THIS.search(place.before)):
        return None
    for figure in reversed(paper.figures_between(place.mention.block, max(0, at - _EARLIER), at)):
        before = known.get((figure.block, figure.start))
        if before is not None:
            return Meant(before.measure, before.printed, 1, inferred=True)
    return None


def carried(place: Place, found: Sequence[Term], known: Meanings) -> Meant | None:
    """The measure of the sum before this one, where nothing between the two names another."""
    sums = [
        figure
        for figure in place.figures
        if figure.start < place.mention.start and figure.figure.unit.startswith("GBP")
    ]
    if not sums:
        return None
    earlier = sums[-1]
    named = [
        term for term in found if earlier.end <= term.start and term.end <= place.mention.start and _names(term, place)
    ]
    between = place.text[earlier.end : place.mention.start]
    if named and not all(_directly_behind(place, earlier.end, term) for term in named):
        return None
    before = known.get((earlier.block, earlier.start))
    if before is None:
        return None
    if place.before.endswith("(") and _BECAUSE.search(between):
        return Meant(before.measure, before.printed, 1, inferred=True)
    return Meant(before.measure, before.printed, CONTINUES + 0.1 * len(between), inferred=True)


def _names(term: Term, place: Place) -> bool:
    """Whether a word of money between two sums may name the second: not growth, nor a budget or contract spoken of in passing."""
    passing = term.meaning == Measure.BUDGET.value and place.mention.start - term.end > len(" of around ")
    return term.meaning != Measure.GROWTH.value and not passing


def _directly_behind(place: Place, end: int, term: Term) -> bool:
    """Whether a word of money belongs to the sum before it: "£13m of savings; £6.8m more"."""
    between = place.text[end : term.start]
    return len(between) <= len(" of recurrent ") and ";" not in between and not ELSEWHERE.search(between)


def from_before(place: Place, paper: Surroundings, known: Meanings) -> Meant | None:
    """The measure of the last sum of an earlier sentence of the block: "The savings target is £3.8m. £2.6m has been delivered"."""
    sums = [
        figure
        for figure in paper.figures_between(place.mention.block, place.start - _EARLIER, place.start)
        if figure.figure.unit.startswith("GBP")
    ]
    if not sums:
        return None
    meant = [known[at] for found in reversed(sums) if (at := (found.block, found.start)) in known]
    sure = [found for found in meant if found.cost < ASSUMED]
    before = next((found for found in sure if found.measure is not Measure.BUDGET), sure[0] if sure else None)
    return None if before is None else Meant(before.measure, before.printed, 400, inferred=True)


def from_above(place: Place, paper: Surroundings, vocabulary: Vocabulary) -> Meant | None:
    """The measure that the line introducing a list tells, or a heading over the sum."""
    lead = () if place.block.lead is None else (place.block.lead,)
    for index in (*lead, *paper.above(place.mention.block)):
        text = paper.texts[index]
        found = [
            term
            for term in terms_in(text, 0, len(text), vocabulary.words("measure"))
            if term.meaning != Measure.BUDGET.value
        ]
        if found:
            return Meant(Measure(found[0].meaning), found[0].printed, 500, inferred=True)
    return None
