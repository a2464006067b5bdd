"""Money in words; sums, shares and ratios as intervals and only where it is fair."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.assessment.arithmetic import ListedParts, NetSums
from cstrack.assessment.money import Movements, Variances
from cstrack.assessment.papers import NoMoney, NotYetPublished, ReliedNotHeld
from cstrack.assessment.ratios import Halves, PrintedRatios, StatedShares
from cstrack.model.budget import FundingMovement, Measure
from cstrack.model.finding import Priority
from cstrack.model.indicator import Basis
from cstrack.model.record import About
from cstrack.model.register import Register
from cstrack.testing import records as make
from cstrack.values.figure import Figure
from cstrack.values.missing import NotStated

DAY = date(2015, 3, 31)
YEAR = make.between("2012-04-01", "2013-03-31", "2012/13")


def _parts(sentence, *numbers, total="7.2", period=YEAR):
    paper = make.paper()
    whole = make.budget(
        paper, make.gbp_m(total), Measure.PRESSURE, at=10, sentence="Identified " + total, period=period
    )
    parts = tuple(
        make.budget(paper, make.gbp_m(number), Measure.PRESSURE, at=100 + 20 * at, sentence=sentence, period=YEAR)
        for at, number in enumerate(numbers)
    )
    return [*ListedParts().check(Register(papers=(paper,), records=(whole, *parts)), None, DAY)]


def test_an_open_list_says_what_is_not_itemised():
    """3.6 + 1.2 + 1.3 of 7.2, "such as": about £1.1m is not itemised, and that is no fault."""
    (found,) = _parts("pressures such as placements, transport and staffing", "3.6", "1.2", "1.3")
    assert found.code == "arithmetic.not_itemised"
    assert found.priority is Priority.NOTE
    assert "about £1.1m" in found.message
    assert len(found.citations) == 4


def test_rounding_raises_no_alarm():
    """3.6 + 1.2 + 2.3 is 7.1, and stands for anything from 6.95 to 7.25: it agrees with 7.2."""
    (found,) = _parts("comprising three areas", "3.6", "1.2", "2.3")
    assert found.code == "arithmetic.adds_up"


def test_parts_above_their_total_are_a_point_even_in_an_open_list():
    """Such a list cannot be right."""
    (found,) = _parts("such as these", "4.6", "3.2", "1.3")
    assert found.code == "arithmetic.parts_exceed"
    assert found.priority is Priority.HIGH


def test_a_closed_list_that_falls_short_is_a_point():
    """A list that claims to be complete has to be."""
    (found,) = _parts("comprising placements, transport and staffing", "3.6", "1.2", "1.3")
    assert found.code == "arithmetic.parts_short"


def test_sums_of_other_years_and_plain_sentences_are_not_put_together():
    """Only within one year, and only where the words make a list of parts."""
    assert _parts("such as these", "3.6", "1.2", period=make.between("2013-04-01", "2014-03-31", "2013/14")) == []
    assert _parts("£3.6m here and £1.2m there", "3.6", "1.2") == []


def _share(printed, budget="73", budget_period=YEAR):
    paper = make.paper()
    sentence = f"Underfunded budgets of £7.2m ({printed}% of the total budget)."
    records = (
        make.budget(paper, make.gbp_m(budget), Measure.BUDGET, at=5, period=budget_period),
        make.budget(paper, make.gbp_m("7.2"), Measure.PRESSURE, at=50, sentence=sentence, period=YEAR),
        make.observation(paper, make.percent(printed), "share", at=57, sentence=sentence),
    )
    return [*StatedShares().check(Register(papers=(paper,), records=records), None, DAY)]


def test_a_stated_share_agrees_as_an_interval():
    """7.2 of 73 is 9.9%, and 10% stands for 9.5% to 10.5%."""
    (found,) = _share("10")
    assert found.code == "arithmetic.share_agrees"
    assert found.expected == "9.9%"


def test_a_stated_share_that_cannot_be_is_a_point():
    """12% cannot be."""
    (found,) = _share("12")
    assert found.code == "arithmetic.share_differs"


def test_a_share_is_only_compared_with_the_budget_of_its_year():
    """A budget of another year says nothing."""
    assert _share("12", budget_period=make.between("2013-04-01", "2014-03-31", "2013/14")) == []


@pytest.mark.parametrize(("printed", "points"), [("83.3", 0), ("83", 0), ("85.3", 1)])
def test_a_percentage_is_held_against_its_counts(printed, points):
    """90 of 108 is 83.3%."""
    paper = make.paper()
    seen = make.observation(
        paper, make.percent(printed), "dental checks", numerator=Figure.of("90"), denominator=Figure.of("108")
    )
    found = [*PrintedRatios().check(Register(papers=(paper,), records=(seen,)), None, DAY)]
    assert len(found) == points


@pytest.mark.parametrize(("number", "points"), [(1, 0), (2, 1)])
def test_two_halves_of_a_sum_are_the_whole(number, points):
    """Half of £0.5m and the remaining half are £250k each; one half alone says nothing of the rest."""
    paper = make.paper()
    line = make.budget(paper, make.gbp_m("0.5"), Measure.INVESTMENT, at=10)
    halves = [make.observation(paper, make.percent("50"), "half", at=100 + 50 * at) for at in range(number)]
    told = [evolve(one, citations=(evolve(one.citation, derived_from=(line.citation,)),)) for one in halves]
    found = [*Halves().check(Register(papers=(paper,), records=(line, *told)), None, DAY)]
    assert len(found) == points
    assert all("£250k each" in one.message for one in found)


@pytest.mark.parametrize(("net", "code"), [("10.47", "arithmetic.net_agrees"), ("12.47", "arithmetic.net_differs")])
def test_a_net_sum_is_held_against_its_parts(net, code):
    """Increases of 11.36 less reductions of 0.89 are a net 10.47."""
    paper = make.paper()
    sentence = f"cost reductions of £0.89m, cost increases of £11.36m, a net rise of £{net}m."
    lines = tuple(
        make.budget(paper, make.gbp_m(number), measure, at=at, sentence=sentence, period=YEAR)
        for at, (number, measure) in enumerate(
            [("0.89", Measure.SAVING), ("11.36", Measure.GROWTH), (net, Measure.GROWTH)]
        )
    )
    (found,) = NetSums().check(Register(papers=(paper,), records=lines), None, DAY)
    assert found.code == code


def test_a_sum_said_twice_is_told_once_with_both_places():
    """Overspends are told in words; fund and scope are told as not stated, never assumed."""
    paper = make.paper()
    lines = tuple(
        make.budget(paper, make.gbp_m("1.4"), Measure.OVERSPEND, at=at, period=YEAR, basis=Basis.FORECAST)
        for at in (1, 90)
    )
    (found,) = Variances().check(Register(papers=(paper,), records=lines), None, DAY)
    assert found.message == "forecast overspend of £1.4m, 2012/13; fund not stated"
    assert len(found.citations) == 2


def test_the_overspend_of_another_council_is_not_told():
    """Only the authority's own."""
    paper = make.paper()
    line = make.budget(paper, make.gbp_m("1.4"), Measure.OVERSPEND, about=About.OTHER_COUNCIL)
    assert [*Variances().check(Register(papers=(paper,), records=(line,)), None, DAY)] == []


def test_money_that_moves_tells_what_is_not_stated():
    """Source, destination, amount and years: each is printed or said to be missing."""
    paper = make.paper()
    movement = FundingMovement(
        id="m",
        authority=paper.authority,
        citations=(make.cite(paper, "repay some of the loan"),),
        source="underspend",
        destination="loan",
        figure=NotStated(),
    )
    (found,) = Movements().check(Register(papers=(paper,), records=(movement,)), None, DAY)
    assert found.message == "amount not stated from underspend to loan, year not stated"


def test_a_paper_later_than_the_day_is_listed_and_not_assessed():
    """No check looks at it but the one that lists it."""
    later = make.paper("later.txt", "2015-07-07")
    line = make.budget(later, make.gbp_m("1.4"), Measure.OVERSPEND)
    register = Register(papers=(later,), records=(line,))
    assert [*Variances().check(register, None, DAY)] == []
    assert [*NoMoney().check(register, None, DAY)] == []
    (found,) = NotYetPublished().check(register, None, DAY)
    assert "7 July 2015" in found.message


def test_papers_relied_on_are_told_once_unless_held():
    """A paper among those read is not told."""
    paper = make.paper()
    records = (
        make.relied(paper, "Appendix 1", 1),
        make.relied(paper, "appendix 1", 50),
        make.relied(paper, "Cabinet report", 90, held=True),
    )
    found = [*ReliedNotHeld().check(Register(papers=(paper,), records=records), None, DAY)]
    assert [one.subject for one in found] == ["Appendix 1"]


def test_no_money_is_worth_a_line():
    """And no more than a note."""
    (found,) = NoMoney().check(Register(papers=(make.paper(),)), None, DAY)
    assert (found.message, found.priority) == ("no money in this paper", Priority.NOTE)
