"""Percentages of one paper, checked as intervals against the sums and counts printed with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.arithmetic import figure_of, start_of
from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.model.budget import BudgetLine, Measure
from cstrack.model.finding import Finding, Priority
from cstrack.values.figure import Figure, agrees, half, share
from cstrack.values.patterns import pattern
from cstrack.values.wording import figure_in_words, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

_HALF = Decimal(50)

_OF_BUDGET = pattern("assessment.ratios.of_budget", r"%\)?\ (?:of|on)\b[^.;()]{0,80}?\bbudget\b")


@final
@frozen
class StatedShares:
    """Sums printed with their percentage of a budget that the same paper prints."""

    id: str = "core.stated_shares"
    title: str = "percentages of a budget"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a sum with a percentage right behind it, where one budget of the same year is printed in the paper."""
        del history
        for paper in assessable(register, as_of):
            lines = sorted(of_paper(register.budgets, paper), key=start_of)
            for percent in of_paper(register.observations, paper):
                part = _right_before(lines, percent)
                if part is None or not _OF_BUDGET.search(percent.citation.sentence or ""):
                    continue
                budgets = {
                    figure.value: line
                    for line in lines
                    if line.measure is Measure.BUDGET
                    and not line.change
                    and line.period == part.period
                    and line.about is part.about
                    and (figure := figure_of(line)) is not None
                }
                found = _share(part, next(iter(budgets.values())), percent, paper) if len(budgets) == 1 else None
                if found is not None:
                    yield found


def _right_before(lines: Sequence[BudgetLine], percent: Observation) -> BudgetLine | None:
    figure = figure_of(percent)
    if figure is None or figure.unit != "percent" or percent.change:
        return None
    for line in lines:
        span = line.citation.span
        if span is not None and 0 <= start_of(percent) - span.end <= 3 and figure_of(line) is not None:
            return line
    return None


def _share(part: BudgetLine, whole: BudgetLine, percent: Observation, paper: Paper) -> Finding | None:
    one, all_of_it, stated = figure_of(part), figure_of(whole), figure_of(percent)
    computed = share(one, all_of_it) if one is not None and all_of_it is not None else None
    if one is None or all_of_it is None or stated is None or not isinstance(computed, Figure):
        return None
    right = agrees(computed, stated)
    words = f"{figure_in_words(one)} of {figure_in_words(all_of_it)}"
    number = f"{plain_number(computed.value.quantize(Decimal('0.1')))}%"
    return Finding(
        code="arithmetic.share_agrees" if right else "arithmetic.share_differs",
        priority=Priority.NOTE if right else Priority.MEDIUM,
        authority=part.authority,
        message=f"{words} is {number}: {'agrees with' if right else 'differs from'} the {figure_in_words(stated)} printed",
        rule="a percentage is compared as an interval, within one year, scope and fund",
        citations=(part.citation, percent.citation, whole.citation),
        records=(part.id, percent.id, whole.id),
        subject=part.label,
        document=name_of(paper),
        expected=number,
        state="agrees" if right else "differs",
    )


@final
@frozen
class PrintedRatios:
    """Percentages printed with their numerator and denominator."""

    id: str = "core.printed_ratios"
    title: str = "percentages with their counts"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a percentage whose counts give another one."""
        del history
        for paper in assessable(register, as_of):
            for seen in of_paper(register.observations, paper):
                stated = figure_of(seen)
                if stated is None or stated.unit != "percent" or seen.numerator is None or seen.denominator is None:
                    continue
                computed = share(seen.numerator, seen.denominator)
                if not isinstance(computed, Figure) or agrees(computed, stated):
                    continue
                number = f"{plain_number(computed.value.quantize(Decimal('0.1')))}%"
                yield Finding(
                    code="arithmetic.ratio_differs",
                    priority=Priority.MEDIUM,
                    authority=seen.authority,
                    message=(
                        f"{seen.label}: {plain_number(seen.numerator.value)} of {plain_number(seen.denominator.value)} "
                        f"is {number}, and {figure_in_words(stated)} is printed"
                    ),
                    rule="a percentage and its printed counts are compared as intervals",
                    citations=seen.citations,
                    records=(seen.id,),
                    subject=seen.label,
                    document=name_of(paper),
                    expected=number,
                    state="differs",
                )


@final
@frozen
class Halves:
    """Halves of one sum that a paper speaks of without printing them."""

    id: str = "core.halves"
    title: str = "halves of a sum"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One note a sum of which two halves are told: how much each is. One half alone says nothing of the rest."""
        del history
        for paper in assessable(register, as_of):
            halves: dict[str, list[Observation]] = {}
            for seen in of_paper(register.observations, paper):
                stated = figure_of(seen)
                whole = seen.citation.derived_from
                if stated is not None and stated.unit == "percent" and stated.value == _HALF and whole:
                    halves.setdefault(str(whole[0].span), []).append(seen)
            for line in of_paper(register.budgets, paper):
                figure, told = figure_of(line), halves.get(str(line.citation.span), [])
                if figure is not None and len(told) == 2:
                    yield _halved(line, figure, told, paper)


def _halved(line: BudgetLine, whole: Figure, told: Sequence[Observation], paper: Paper) -> Finding:
    each = figure_in_words(half(whole))
    return Finding(
        code="arithmetic.halves",
        priority=Priority.NOTE,
        authority=line.authority,
        message=f"the two halves of {figure_in_words(whole)} are {each} each, and together the whole",
        rule="two halves of one sum are the whole of it",
        citations=(line.citation, *(seen.citation for seen in told)),
        records=(line.id, *(seen.id for seen in told)),
        subject=line.label,
        document=name_of(paper),
        expected=each,
        state="adds up",
    )
