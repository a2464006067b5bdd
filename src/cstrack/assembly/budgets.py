"""Sums of money as budget lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.carried import Meant
from cstrack.assembly.citing import cited
from cstrack.assembly.firmness import firmness_of
from cstrack.assembly.labels import money_label, service_of
from cstrack.assembly.measures import basis_above, basis_of, is_movement, measure_of
from cstrack.assembly.money_periods import money_period
from cstrack.assembly.scopes import about_of, fund_of, scope_of
from cstrack.model.budget import BudgetLine, Measure
from cstrack.model.identity import record_id
from cstrack.model.indicator import Basis
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.carried import Meanings
    from cstrack.assembly.own_periods import Timed
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.values.figure import Figure

_VERSION = pattern(
    "assembly.budgets.version",
    r"(?i)(?<![a-z])(?:(?P<original>original|approved)|(?P<current>current|latest|revised|working|updated))\ (?:net\ |gross\ |cash\ )?(?:budget|limit)",
)
_VARIANCE = pattern("assembly.budgets.variance", r"(?i)(?<![a-z])(?:variances?|variation|over/\(?under\)?)(?![a-z])")
_PAST = pattern(
    "assembly.budgets.past",
    r"(?i)(?<![a-z])(?:since|so\ far|to\ date|(?:has|have|had)\ (?:already\ |also\ |now\ )?been|was|were|last\ year)(?![a-z])",
)
_OUTTURN = pattern(
    "assembly.budgets.outturn",
    r"(?i):\ (?:[a-z]{2,12}\ ){0,2}(?:forecast|outturn|actuals?|projected|projection|spend|expenditure|to\ date)(?!\ (?:budget|savings?|income|variance))(?![a-z])",
)
_VARIANCES = frozenset((Measure.OVERSPEND, Measure.UNDERSPEND))
_COUNTED = frozenset((Basis.ACTUAL, Basis.PROVISIONAL))
_COUNTED_OR_FORESEEN = _COUNTED | {Basis.FORECAST}


def budget_line(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, known: Meanings) -> BudgetLine:
    """The budget line of a sum of money.

    Args:
        place: the sum in its sentence.
        surroundings: the paper around it.
        vocabulary: the words of the field.
        known: what the sums before it are.
    """
    meant, figure = _of_column(place) or (measure_of(place, surroundings, vocabulary, known), place.mention.figure)
    timed = money_period(place, surroundings, meant.measure)
    basis = _basis(place, surroundings, vocabulary, meant.measure, timed)
    service = service_of(place, vocabulary)
    about = about_of(place, surroundings)
    mention = place.mention
    inferred = list(mention.inferred)
    if timed is not None and timed.inferred:
        inferred.append("period")
    if meant.inferred:
        inferred.append("measure")
    return BudgetLine(
        id=record_id("budget", surroundings.document.source.sha256, str(mention.span.start)),
        authority=surroundings.facts.head.authority,
        citations=cited(place, surroundings),
        label=money_label(place, service, meant),
        about=about,
        firmness=firmness_of(place, target=False),
        rule=mention.rule,
        inferred=tuple(dict.fromkeys(inferred)),
        figure=figure,
        measure=meant.measure,
        basis=basis,
        period=None if timed is None else timed.period,
        service=service,
        fund=fund_of(place),
        scope=scope_of(place, surroundings, about, service),
        version=_version(place) if meant.measure is Measure.BUDGET else None,
        change=is_movement(place, meant.measure),
    )


def _of_column(place: Place) -> tuple[Meant, Figure] | None:
    """What the head of a column says of a sum.

    A variance is an overspend, in brackets or below nought an underspend: the field's usual sign, so inferred. An outturn or
    forecast without a further word is spend.
    """
    figure = place.mention.figure
    if place.mention.rule != "figure.cell":
        return None
    if not _VARIANCE.search(place.text):
        return (Meant(Measure.SPEND, "", 0, inferred=True), figure) if _OUTTURN.search(place.text) else None
    if figure.value >= 0:
        return Meant(Measure.OVERSPEND, "Variance", 0, inferred=True), figure
    turned = evolve(figure.within(-figure.interval), value=-figure.value)
    return Meant(Measure.UNDERSPEND, "Variance", 0, inferred=True), turned


def _version(place: Place) -> str | None:
    found = _VERSION.search(place.sentence)
    return None if found is None else "original" if found["original"] else "current"


def _basis(
    place: Place, surroundings: Surroundings, vocabulary: Vocabulary, measure: Measure, timed: Timed | None
) -> Basis | None:
    """On what ground a sum stands: by the words of its sentence, then by its year, then by its lead-in and headings.

    A variance is counted or foreseen and never agreed: "the savings agreed, together with an underspend" agrees the savings. What a
    heading proposes or forecasts is nothing that is over.
    """
    if measure in _VARIANCES:
        said = basis_of(place, vocabulary, _COUNTED_OR_FORESEEN)
        return (
            said
            or _basis_of_variance(timed, surroundings)
            or basis_above(place, surroundings, vocabulary, _COUNTED_OR_FORESEEN)
        )
    said = basis_of(place, vocabulary)
    over = _has_begun(timed, surroundings) or _PAST.search(place.sentence) is not None
    return said or basis_above(place, surroundings, vocabulary, _COUNTED if over else frozenset(Basis))


def _basis_of_variance(timed: Timed | None, surroundings: Surroundings) -> Basis | None:
    """An overspend or underspend of a year that is over is actual, of one that runs a forecast; else nothing is assumed."""
    paper = surroundings.facts.head.date
    last = None if timed is None else timed.period.last_day
    if paper is None or paper.last_day is None or last is None:
        return None
    return Basis.ACTUAL if last < paper.last_day else Basis.FORECAST


def _has_begun(timed: Timed | None, surroundings: Surroundings) -> bool:
    """Whether the time of a sum lies behind the paper, or runs on from a day behind it: "since 2013/14"."""
    paper = surroundings.facts.head.date
    if timed is None or paper is None or paper.start is None:
        return False
    last, start = timed.period.last_day, timed.period.start
    return last < paper.start if last is not None else start is not None and start < paper.start
