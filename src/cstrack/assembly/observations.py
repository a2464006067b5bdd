"""Numbers that were counted or measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.citing import cited
from cstrack.assembly.count_labels import count_label
from cstrack.assembly.count_periods import count_period
from cstrack.assembly.firmness import firmness_of
from cstrack.assembly.measures import basis_above, basis_of
from cstrack.assembly.scopes import about_of
from cstrack.facts.mention import PeriodRole
from cstrack.model.identity import record_id
from cstrack.model.indicator import Aggregation, Basis, Observation
from cstrack.model.record import About
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from cstrack.assembly.count_labels import Labels
    from cstrack.assembly.own_periods import Timed
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.vocabulary import Vocabulary

_TO_DATE = pattern(
    "assembly.observations.to_date", r"(?i)(?<![a-z])(?:so\ far|to\ date|year[-\ ]to[-\ ]date|ytd|cumulative)(?![a-z])"
)
_SO_FAR = pattern("assembly.observations.so_far", r"(?i)(?<![a-z])(?<!up[-\ ])(?:so\ far|to[-\ ]date)(?![a-z])")
_ROLLING = pattern(
    "assembly.observations.rolling",
    r"(?i)(?<![a-z])(?:rolling|(?:in|over|during)\ the\ (?:last|past)\ (?:12|twelve|24|six|6|three|3)\ months)(?![a-z])",
)
_SNAPSHOT = pattern(
    "assembly.observations.snapshot",
    r"(?i)(?<![a-z])(?:currently|at\ present|at\ the\ moment|as\ at|as\ of|now|snapshot|there\ (?:are|were))(?![a-z])",
)
#: How far the words of a snapshot stand, in characters.
_NEAR = 60
_BASES = frozenset((Basis.PROVISIONAL, Basis.FORECAST))


def observation(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, known: Labels) -> Observation:
    """The observation of a number.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.
        vocabulary: the words of the field.
        known: the labels of the numbers before it.
    """
    mention = place.mention
    about = about_of(place, surroundings)
    timed = count_period(place, surroundings, own=about is About.OWN)
    named = count_label(place, surroundings, vocabulary, known)
    inferred = [*mention.inferred, *(("period",) if timed is not None and timed.inferred else ())]
    return Observation(
        id=record_id("observation", surroundings.document.source.sha256, str(mention.span.start)),
        authority=surroundings.facts.head.authority,
        citations=cited(place, surroundings),
        label=named.label,
        about=about,
        firmness=firmness_of(place, target=False),
        rule=mention.rule,
        inferred=tuple(dict.fromkeys(inferred)),
        figure=mention.figure,
        indicator=named.indicator,
        period=None if timed is None else timed.period,
        aggregation=_aggregation(place, timed),
        basis=_basis(place, surroundings, vocabulary),
        change=mention.change,
        numerator=mention.numerator,
        denominator=mention.denominator,
    )


def _basis(place: Place, surroundings: Surroundings, vocabulary: Vocabulary) -> Basis | None:
    """On what ground a count stands: counted so far, foreseen or provisional in its sentence, provisional by a heading."""
    if _counted_so_far(place):
        return Basis.ACTUAL
    said = basis_of(place, vocabulary)
    return said if said in _BASES else basis_above(place, surroundings, vocabulary, frozenset((Basis.PROVISIONAL,)))


def _counted_so_far(place: Place) -> bool:
    """Whether "so far" or "to date" belongs to this number: it is the nearest of its sentence."""
    for found in _SO_FAR.finditer(place.text, place.start, place.end):
        gaps = {
            max(found.start() - figure.end, figure.start - found.end()): figure for figure in reversed(place.figures)
        }
        if gaps and gaps[min(gaps)] is place.mention:
            return True
    return False


def _aggregation(place: Place, timed: Timed | None) -> Aggregation | None:
    """How it runs over its period, where the words or the period tell; None where nothing does."""
    if _TO_DATE.search(place.sentence):
        return Aggregation.YEAR_TO_DATE
    if _ROLLING.search(place.sentence):
        return Aggregation.ROLLING
    if timed is not None and (timed.role is PeriodRole.AS_AT or timed.period.kind is PeriodKind.DAY):
        return Aggregation.SNAPSHOT
    near = place.text[max(place.start, place.mention.start - _NEAR) : min(place.end, place.mention.end + _NEAR)]
    return Aggregation.SNAPSHOT if timed is None and _SNAPSHOT.search(near) else None
