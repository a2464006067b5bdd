"""Targets: nothing is judged without a good direction, and a date counts by its last day."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.assessment.targets import Status, TargetStatus, judge
from cstrack.model.record import About
from cstrack.model.register import Register
from cstrack.model.target import Comparator, TargetKind, told_once
from cstrack.testing import records as make
from cstrack.values.figure import Figure
from cstrack.values.missing import NotStated

PAPER = make.paper()
AT_LEAST, AT_MOST = Comparator.AT_LEAST, Comparator.AT_MOST
MARCH = make.on("2015-03-31")


def _target(number="95", comparator=AT_LEAST, due=None, **fields):
    return make.target(PAPER, make.percent(number), "reviews in time", comparator=comparator, due=due, **fields)


def _seen(number="90", day="2015-03-31", **fields):
    return make.observation(PAPER, make.percent(number), "Reviews in time", period=make.on(day), **fields)


@pytest.mark.parametrize(
    ("goal", "comparator", "seen", "due", "as_of", "status"),
    [
        ("95", AT_LEAST, "96", None, "2015-04-30", Status.MET),
        ("95", AT_LEAST, "95", None, "2015-04-30", Status.MET),
        ("95", AT_LEAST, "90", None, "2015-04-30", Status.BEHIND),
        ("95", AT_LEAST, "90", MARCH, "2015-04-30", Status.NOT_MET),
        ("95", AT_LEAST, "90", MARCH, "2015-03-31", Status.BEHIND),
        ("95", AT_LEAST, "96", make.on("2016-03-31"), "2015-04-30", Status.ON_TRACK),
        ("95", AT_LEAST, "90", make.on("2016-03-31"), "2015-04-30", Status.NOT_COMPUTABLE),
        ("10", AT_MOST, "9", None, "2015-04-30", Status.MET),
        ("10", AT_MOST, "12", MARCH, "2015-04-30", Status.NOT_MET),
        ("10", Comparator.NOT_SAID, "12", MARCH, "2015-04-30", Status.NOT_COMPUTABLE),
    ],
)
def test_status_by_number_direction_and_date(goal, comparator, seen, due, as_of, status):
    """The day after its last day a target is not met; on it, it is behind; without a direction nothing is said."""
    assert judge(_target(goal, comparator, due), (_seen(seen),), date.fromisoformat(as_of)).status is status


def test_a_number_from_before_the_date_does_not_make_it_missed():
    """Nothing is known since."""
    verdict = judge(_target(due=MARCH), (_seen("90", "2014-12-31"),), date(2015, 6, 1))
    assert verdict.status is Status.NOT_COMPUTABLE


@pytest.mark.parametrize(("seen", "status"), [("80", Status.ON_TRACK), ("70", Status.BEHIND)])
def test_before_its_date_a_target_is_judged_by_the_line_from_a_dated_start(seen, status):
    """From 60% in April 2014 to 100% in March 2016, 80% is the middle of the way in March 2015."""
    years = make.between("2014-04-01", "2016-03-31")
    target = _target("100", AT_LEAST, make.on("2016-03-31"), baseline=make.percent("60"), period=years)
    assert judge(target, (_seen(seen),), date(2015, 4, 30)).status is status


def test_without_a_number_there_is_no_verdict():
    """A target to be confirmed has no figure; a number not measured is not computable."""
    undecided = make.target(PAPER, NotStated(printed="to be confirmed"), "x", comparator=Comparator.TO_BE_CONFIRMED)
    assert judge(undecided, (), date(2015, 6, 1)).status is Status.NO_FIGURE
    assert judge(_target(), (), date(2015, 6, 1)).status is Status.NOT_COMPUTABLE


def test_only_the_same_thing_is_compared():
    """Another label, unit or a change is another thing."""
    others = (
        make.observation(PAPER, make.percent("99"), "dental checks"),
        make.observation(PAPER, Figure.of("99"), "reviews in time"),
        make.observation(PAPER, make.percent("99"), "reviews in time", change=True),
    )
    assert judge(_target(), others, date(2015, 6, 1)).seen is None


def test_the_same_indicator_is_the_same_thing_whatever_its_label():
    """The catalogue's id decides."""
    seen = make.observation(PAPER, make.percent("96"), "timely reviews", indicator="cla_reviews")
    assert judge(_target(indicator="cla_reviews"), (seen,), date(2015, 6, 1)).status is Status.MET


@pytest.mark.parametrize(
    ("indicator", "seen", "status"),
    [("sw_vacancy", "9", Status.MET), ("cla_reviews", "9", Status.BEHIND), ("ref_nfa", "9", Status.NOT_COMPUTABLE)],
)
def test_the_catalogue_tells_which_way_is_good(indicator, seen, status):
    """Vacancies are better low, timely reviews high, and referrals closed have no good direction, whatever a paper hopes."""
    target = _target("10", Comparator.NOT_SAID, indicator=indicator)
    assert judge(target, (_seen(seen, indicator=indicator),), date(2015, 6, 1)).status is status
    hoped = _target("10", AT_LEAST, indicator="ref_nfa")
    assert judge(hoped, (_seen("12", indicator="ref_nfa"),), date(2015, 6, 1)).status is Status.NOT_COMPUTABLE


def test_a_number_of_the_future_is_not_used():
    """At the end of March a June figure is not known."""
    assert judge(_target(), (_seen("96", "2015-06-30"),), date(2015, 3, 31)).seen is None


def test_a_running_total_so_far_is_told_as_the_paper_says_it():
    """So far 1 with a further 4: no later number is no failure."""
    target = make.target(
        PAPER, Figure.of("5"), "placements", kind=TargetKind.CUMULATIVE, reached=Figure.of("1"), due=MARCH
    )
    verdict = judge(target, (), date(2015, 6, 1))
    assert verdict.status is Status.NOT_COMPUTABLE
    assert verdict.reason.startswith("1 so far")


def test_other_peoples_numbers_judge_nobody():
    """The national figure is not the authority's, and a national target is not told as its own."""
    national = _seen("99", about=About.ENGLAND)
    register = Register(papers=(PAPER,), records=(_target(), national, _target(about=About.ENGLAND)))
    (found,) = TargetStatus().check(register, None, date(2015, 6, 1))
    assert found.state == Status.NOT_COMPUTABLE


def test_a_target_told_twice_is_one_point_with_both_places():
    """The same number of the same indicator, once with its date; in a table each row stays its own."""
    rate = Figure.of("1", unit="count/month", printed="one per month")
    told = {"indicator": "section_20", "kind": TargetKind.FLOW}
    twice = (
        make.target(PAPER, rate, "Section 20", at=10, **told),
        make.target(PAPER, rate, "Children under section 20", at=90, due=MARCH, **told),
    )
    (found,) = TargetStatus().check(Register(papers=(PAPER,), records=twice), None, date(2015, 3, 1))
    assert found.records == tuple(one.id for one in twice)
    assert len(found.citations) == 2
    assert "31 March 2015" in found.message
    rows = tuple(evolve(one, rule="figure.cell") for one in twice)
    assert len(list(TargetStatus().check(Register(papers=(PAPER,), records=rows), None, date(2015, 3, 1)))) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"figure": make.percent("90")},
        {"due": make.on("2016-03-31")},
        {"about": About.COUNCIL},
        {"label": "reviews"},
    ],
)
def test_what_differs_is_another_target(other):
    """Another number, date or body is another target; one word is no label to tell it by."""
    first = _target(due=MARCH)
    second = evolve(first, id="target-other", **other)
    assert len(told_once((first, second))) == 2
