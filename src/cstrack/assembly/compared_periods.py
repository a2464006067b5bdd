"""The period of a figure that is compared: "264 a year earlier" goes back from the period of the figure it stands against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.own_periods import Timed, is_comparison, own_mention, timed
from cstrack.values.patterns import pattern
from cstrack.values.period import earlier
from cstrack.values.pieces import NUMBER_WORDS, number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstrack.assembly.places import Place
    from cstrack.facts.mention import PeriodMention

_COUNT = pattern("assembly.compared_periods.count", rf"(?i)(?:[0-9]{{1,2}}|{NUMBER_WORDS})(?=[ -])")
_OF = pattern("assembly.compared_periods.of", r"(?i)(?:year|quarter|month)(?!.{0,40}(?:year|quarter|month))")
_MORE = pattern(
    "assembly.compared_periods.more",
    r"(?i)(?<![a-z])(?:more|less|fewer|higher|lower|above|below|better|worse|up|down)(?![a-z])",
)
_LATER = pattern("assembly.compared_periods.later", r"(?i)(?<![a-z])(?:later|after|following|subsequent|next)(?![a-z])")
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


def compared_period(
    place: Place, mention: PeriodMention, fallback: Callable[[Place], Timed | None], *, money: bool
) -> Timed:
    """The period of a figure beside words such as "a year earlier".

    Args:
        place: the figure in its sentence.
        mention: those words.
        fallback: the period of a figure that has none of its own in the sentence: what the paper reports on.
        money: it is a sum of money.

    Returns:
        The period so long before the one it is compared with; of a difference ("12% more than a year before") the later one, at
        which it was told.
    """
    base = _base(place, fallback, money=money)
    prior = None if base is None else earlier(base.period, _back(place.text[mention.start : mention.end]))
    if base is None or prior is None:
        return timed(place, mention)
    if is_difference(place, mention):
        return Timed(base.period, base.role, inferred=True)
    return Timed(prior, mention.role, inferred=True)


def is_difference(place: Place, mention: PeriodMention) -> bool:
    """Whether a figure says how much more or less there is than then, and not how much there was."""
    figure = place.mention
    between = place.text[figure.end : mention.start] if figure.end <= mention.start else ""
    return figure.change or _MORE.search(between) is not None


def _base(place: Place, fallback: Callable[[Place], Timed | None], *, money: bool) -> Timed | None:
    """The period of the figure it is compared with: the nearest before it in the sentence that has one, else after it."""
    others = [figure for figure in place.figures if figure is not place.mention]
    before = [figure for figure in reversed(others) if figure.start < place.mention.start]
    after = [figure for figure in others if figure.start > place.mention.start]
    for figure in (*before, *after):
        found = own_mention(evolve(place, mention=figure), money=money, comparisons=False)
        if found is not None:
            return timed(place, found)
    plain = [found for found in place.periods if not is_comparison(found) and found.end <= place.mention.start]
    if plain:
        return timed(place, plain[-1])
    return fallback(evolve(place, mention=before[0]) if before else place)


def before_change(place: Place, fallback: Callable[[Place], Timed | None]) -> Timed | None:
    """The period of what a change began from, where its sentence compares others too: "level at 90 (92 the year before), ... from 15 to 18"."""
    mention = next((found for found in place.periods if is_comparison(found)), None)
    later = [figure for figure in place.figures if figure.start > place.mention.start]
    base = None if mention is None or not later else fallback(evolve(place, mention=later[0]))
    if mention is None or base is None:
        return None
    prior = earlier(base.period, _back(place.text[mention.start : mention.end]))
    return None if prior is None else Timed(prior, base.role, inferred=True)


def _back(words: str) -> int:
    """How many months back some words go."""
    of, count = _OF.search(words), _COUNT.match(words)
    months = _MONTHS[of.group().casefold() if of else "year"] * (number_of(count.group()) if count else 1)
    return -months if _LATER.search(words) else months
