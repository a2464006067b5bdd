"""Numbers that somebody means to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.citing import cited
from cstrack.assembly.count_labels import count_label
from cstrack.assembly.count_periods import count_period, programme_period
from cstrack.assembly.firmness import firmness_of
from cstrack.assembly.labels import Named
from cstrack.assembly.own_periods import Timed, own_period
from cstrack.assembly.planned_periods import planned_period, this_year
from cstrack.assembly.reaching import comparator_of, kind_of
from cstrack.assembly.scopes import about_of
from cstrack.assembly.terms import terms_in
from cstrack.facts.mention import PeriodRole
from cstrack.facts.statement import StatementKind
from cstrack.model.identity import record_id
from cstrack.model.record import About, Firmness
from cstrack.model.target import Target
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.count_labels import Labels
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.statement import Statement
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.values.figure import Figure

_AHEAD = frozenset((PeriodRole.DUE, PeriodRole.UNTIL))
#: A target's sentence that goes on with what the one before it spoke of.
_POINTS_BACK = pattern(
    "assembly.targets.points_back",
    r"(?i)(?:(?:the|our|this|its)\ (?:aim|target|ambition|goal|intention|plan|commitment)|this|these|we\ aim|it\ is\ planned)(?![a-z])",
)
#: Characters that the sentence before may have.
_BEFORE = 400
_SO_FAR = pattern("assembly.targets.so_far", r"(?i)so\ far\ \Z")
_FURTHER = pattern("assembly.targets.further", r"(?i)(?:a\ further|another|additional)\ \Z")
_FROM = pattern(
    "assembly.targets.from", r"(?i)(?<![a-z])from\ (?:a\ figure\ of\ |a\ baseline\ of\ |the\ current\ |around\ )?\Z"
)
_TO = pattern("assembly.targets.to", r"(?i)(?<![a-z])to\ (?:[a-z]{2,10}\ ){0,2}?\Z")


def target(
    place: Place,
    surroundings: Surroundings,
    vocabulary: Vocabulary,
    known: Labels,
    *,
    resolved: bool,
    said: Sequence[Statement] = (),
) -> Target:
    """The target of a number.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.
        vocabulary: the words of the field.
        known: the labels of the numbers before it.
        resolved: it stands in a resolution.
        said: the statements of its block; work that it belongs to can set its date.
    """
    mention = place.mention
    named = count_label(place, surroundings, vocabulary, known)
    pointed = _pointed_at(place, vocabulary) if named.indicator is None else None
    named = named if pointed is None else pointed
    polarity = vocabulary.words("indicator_polarity").get(named.indicator or "")
    about = about_of(place, surroundings)
    timed = own_period(place, money=False, ahead=True)
    due = timed if timed is not None and timed.role in _AHEAD and _to_come(place, timed, surroundings) else None
    due = due or _due_behind(place, surroundings)
    due = due or (None if timed is not None else _of_work(place, said) or _of_lead(place, surroundings))
    year = this_year(place, surroundings) if timed is None or timed.role is PeriodRole.SINCE else None
    timed = timed if year is None else year
    past = timed is not None and due is None and timed.role in _AHEAD and timed.period.start is None
    during = None if due is not None else (None if past else timed) or _planned(place, surroundings)
    if during is None and due is None and mention.figure.unit == "percent":
        during = count_period(place, surroundings, own=about is About.OWN)
    inferred = [*mention.inferred, *_inferred("due", due), *_inferred("period", during)]
    inferred += [] if pointed is None else ["indicator", "label"]
    return Target(
        id=record_id("target", surroundings.document.source.sha256, str(mention.span.start)),
        authority=surroundings.facts.head.authority,
        citations=cited(place, surroundings),
        label=named.label,
        about=about,
        firmness=Firmness.RESOLVED if resolved else firmness_of(place, target=True),
        rule=mention.rule,
        inferred=tuple(dict.fromkeys(inferred)),
        figure=mention.figure,
        kind=kind_of(place, mention.figure, programme=during is not None and during.inferred),
        comparator=comparator_of(place, polarity),
        indicator=named.indicator,
        baseline=_baseline(place),
        reached=_reached(place),
        due=None if due is None else due.period,
        period=None if during is None else during.period,
        change=mention.change,
    )


def _pointed_at(place: Place, vocabulary: Vocabulary) -> Named | None:
    """The indicator of the sentence before, where the target's own points back to it: "... section 20 placements. The aim is 1 a month"."""
    if not _POINTS_BACK.match(place.sentence):
        return None
    before = place.text[max(0, place.start - _BEFORE) : place.start].rstrip().rstrip(".")
    before = before[before.rfind(". ") + 1 :]
    units, names = vocabulary.words("indicator_unit"), vocabulary.words("indicator_name")
    counted = place.mention.figure.unit.partition("/")[0]
    found = [
        term.meaning
        for term in terms_in(before, 0, len(before), vocabulary.words("indicator"))
        if units.get(term.meaning) == counted
    ]
    if len(set(found)) != 1:
        return None
    name = names.get(found[0], found[0])
    return Named(name[:1].upper() + name[1:], found[0])


def _due_behind(place: Place, surroundings: Surroundings) -> Timed | None:
    """A date to come that stands behind a target in its clause, before any other number: "are to be created by September"."""
    figure, paper = place.mention, surroundings.facts.head.date
    for mention in place.periods:
        if mention.start < figure.end:
            continue
        between = place.text[figure.end : mention.start]
        if ";" in between or any(figure.end <= other.start < mention.start for other in place.figures):
            return None
        first, today = mention.period.start, None if paper is None else paper.start
        ahead = mention.role in _AHEAD or (first is not None and today is not None and first > today)
        return Timed(mention.period, PeriodRole.DUE, bool(mention.inferred)) if ahead else None
    return None


def _of_work(place: Place, said: Sequence[Statement]) -> Timed | None:
    """The date of the planned work or aim that a target stands in, where its own words give it none."""
    at = place.mention.start
    for one in said:
        planned = one.kind is StatementKind.OBJECTIVE or one.word("status") == "planned"
        if planned and one.due is not None and one.start <= at < one.end:
            return Timed(one.due, PeriodRole.DUE, inferred=True)
    return None


def _of_lead(place: Place, surroundings: Surroundings) -> Timed | None:
    """The date that the lead-in of a list sets for all its entries: "By March 2027:"."""
    if place.block.lead is None:
        return None
    dated = [one for one in surroundings.periods.get(place.block.lead, ()) if one.role in _AHEAD]
    return Timed(dated[-1].period, PeriodRole.DUE, inferred=True) if dated else None


def _planned(place: Place, surroundings: Surroundings) -> Timed | None:
    """The years that what is planned is of: the programme it belongs to, the year its sentence or its heading plans for."""
    return programme_period(place, surroundings) or planned_period(place, surroundings)


def _to_come(place: Place, timed: Timed, surroundings: Surroundings) -> bool:
    """Whether a date is one to reach a target by: said right of it, or not over before the paper's own date."""
    paper, last = surroundings.facts.head.date, timed.period.last_day
    if paper is None or paper.start is None or last is None or last >= paper.start:
        return True
    between = [figure for figure in place.figures if figure is not place.mention]
    return not between


def _inferred(name: str, timed: Timed | None) -> tuple[str, ...]:
    return (name,) if timed is not None and timed.inferred else ()


def _reached(place: Place) -> Figure | None:
    """How much is done of what is added to: "so far 1 with a further 4"."""
    earlier = place.earlier
    if earlier is None or not _FURTHER.search(place.before):
        return None
    return earlier.figure if _SO_FAR.search(place.text[place.start : earlier.start]) else None


def _baseline(place: Place) -> Figure | None:
    """Where a target starts from: the first of a pair "from 46% to below 10%"."""
    earlier = place.earlier
    if earlier is None or earlier.figure.unit != place.mention.figure.unit:
        return None
    between = place.text[earlier.end : place.mention.start]
    from_before = _FROM.search(place.text, max(place.start, earlier.start - 32), earlier.start)
    return earlier.figure if from_before is not None and _TO.search(between) else None
