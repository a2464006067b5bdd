"""Actions by their dates: a due date counts by its last day, and nothing is called overdue without a later paper."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.assessment.deadlines import Deadlines, Dependencies, DueByEvent, Undated
from cstrack.model.action import Lifecycle
from cstrack.model.finding import Priority
from cstrack.model.judgement import Oversight, OversightKind
from cstrack.model.record import About, Actor, Firmness
from cstrack.model.register import Register
from cstrack.testing import records as make


def _codes(check, register, day):
    return [found.code for found in check.check(register, None, date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("due", "as_of", "code"),
    [
        (make.on("2015-03-31"), "2015-03-31", "action.due"),
        (make.on("2015-03-31"), "2015-04-01", "action.date_passed"),
        (make.on("2015-03-31"), "2015-03-15", "action.due_soon"),
        (make.between("2015-04-01", "2015-04-30", "April 2015"), "2015-04-10", "action.due"),
        (make.between("2015-04-01", "2015-04-30", "April 2015"), "2015-05-01", "action.date_passed"),
    ],
)
def test_a_due_date_counts_by_its_last_day(due, as_of, code):
    """Due today is not late; a month is past only when its last day is."""
    paper = make.paper()
    register = Register(papers=(paper,), records=(make.action(paper, "Roll out the single assessment", due=due),))
    assert _codes(Deadlines(), register, as_of) == [code]


def test_a_date_far_ahead_is_no_point_to_check():
    """Only what is near or past is told."""
    paper = make.paper()
    register = Register(papers=(paper,), records=(make.action(paper, "x", due=make.on("2016-03-31")),))
    assert _codes(Deadlines(), register, "2015-03-31") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"firmness": Firmness.CONCERN},
        {"firmness": Firmness.HYPOTHETICAL},
        {"lifecycle": Lifecycle.COMPLETED},
        {"lifecycle": Lifecycle.WITHDRAWN},
        {"about": About.ENGLAND},
        {"about": About.OTHER_COUNCIL},
        {"actor": Actor.GOVERNMENT},
        {"actor": Actor.INSPECTORATE},
    ],
)
def test_done_or_raised_or_somebody_elses_is_not_due(fields):
    """Due lists hold the authority's own open items only."""
    paper = make.paper()
    register = Register(papers=(paper,), records=(make.action(paper, "x", due=make.on("2015-03-01"), **fields),))
    assert _codes(Deadlines(), register, "2015-03-31") == []


def _below_one_date(paper, number):
    heading = make.cite(paper, "to be done during 2014/15", 10)
    due = make.between("2014-04-01", "2015-03-31", "2014/15")
    actions = (
        make.action(paper, f"bullet {at}", at=100 * at, due=due, inferred=("due",)) for at in range(1, number + 1)
    )
    return tuple(evolve(action, citations=(*action.citations, heading)) for action in actions)


def test_actions_that_share_one_date_are_one_point():
    """Their number, the date and each of them; every one is cited and has its state."""
    paper = make.paper()
    three = _below_one_date(paper, 3)
    own = make.action(paper, "of its own date", at=900, due=make.on("2015-03-31"))
    shared, alone = Deadlines().check(Register(papers=(paper,), records=(*three, own)), None, date(2015, 3, 31))
    assert shared.message == (
        "3 actions that share one date are due 2014/15, last day 31 March 2015 (date inferred from its context for 3): "
        "bullet 1; bullet 2; bullet 3"
    )
    assert shared.records == tuple(action.id for action in three)
    assert len(shared.citations) == 4
    assert alone.message == "of its own date: is due 31 March 2015"


def test_the_last_day_is_said_once():
    """ "by 31 March 2015" says its last day itself."""
    paper = make.paper()
    until = evolve(make.on("2015-03-31"), start=None, label="", edtf="../2015-03-31")
    register = Register(papers=(paper,), records=(make.action(paper, "Placements", due=until),))
    (found,) = Deadlines().check(register, None, date(2015, 3, 31))
    assert found.message == "Placements: is due by 31 March 2015"


def _two_papers(lifecycle, day="2015-06-10"):
    first, second = make.paper("first.txt"), make.paper("second.txt", day)
    old = make.action(first, "Implement the case system", due=make.on("2015-03-31"), subject="s")
    new = make.action(second, "Implement the case system", lifecycle=lifecycle, subject="s")
    return Register(papers=(first, second), records=(old, new))


def test_overdue_needs_a_later_paper_that_shows_it_open():
    """The finding cites both papers."""
    (found,) = Deadlines().check(_two_papers(Lifecycle.IN_PROGRESS), None, date(2015, 6, 30))
    assert found.code == "action.overdue"
    assert found.priority is Priority.HIGH
    assert [citation.source.name for citation in found.citations] == ["first.txt", "second.txt"]


def test_what_a_later_paper_calls_done_is_not_told():
    """Nor is it "outcome not known"."""
    assert _codes(Deadlines(), _two_papers(Lifecycle.COMPLETED), "2015-06-30") == []


def test_a_later_paper_that_was_not_there_yet_proves_nothing():
    """At 1 May the paper of 10 June is not known."""
    assert _codes(Deadlines(), _two_papers(Lifecycle.IN_PROGRESS), "2015-05-01") == ["action.date_passed"]


def test_the_coming_of_inspectors_is_no_action_of_the_authority():
    """ "This would take place in May" beside the event that it tells again; another date is the authority's own."""
    paper = make.paper()
    event = Oversight(
        id="oversight-1", authority=paper.authority, citations=(make.cite(paper, "The next visit would be an inspection."),),
        kind=OversightKind.INSPECTION, text="The next visit", on=make.on("2015-03-20"), expected=True,
    )  # fmt: skip
    again = make.action(paper, "This would take place", at=50, due=make.on("2015-03-20"))
    own = make.action(paper, "The plan will be sent", at=90, due=make.on("2015-03-25"))
    found = Deadlines().check(Register(papers=(paper,), records=(event, again, own)), None, date(2015, 3, 31))
    assert [one.subject for one in found] == ["The plan will be sent"]


def test_a_promise_is_told_with_what_it_depends_on():
    """Placements by 31 March, their funding from 1 April: both words stand side by side."""
    paper = make.paper()
    placements = make.action(
        paper,
        "Placements will be created",
        due=make.between("2014-04-01", "2015-03-31", "2014/15"),
        depends_on="funding not available until April 2015",
        depends=(make.cite(paper, "will not be available until April 2015", 900),),
        depends_from=make.between("2015-04-01", "2015-04-30", "April 2015"),
    )
    (found,) = Dependencies().check(Register(papers=(paper,), records=(placements,)), None, date(2015, 3, 31))
    assert found.code == "action.depends_later"
    assert found.priority is Priority.HIGH
    assert "31 March 2015" in found.message
    assert "1 April 2015" in found.message
    assert len(found.citations) == 2


def test_what_others_depend_on_is_no_work_of_its_own():
    """ "Funding will not be available until April" is told with what waits for it."""
    paper = make.paper()
    funding = make.action(paper, "funding will not be available", at=900, due=make.on("2015-04-01"))
    waiting = make.action(paper, "plan", depends_on="funding", depends=funding.citations)
    assert _codes(Deadlines(), Register(papers=(paper,), records=(waiting, funding)), "2015-03-31") == []


def test_actions_that_depend_on_the_same_words_are_one_point():
    """The ones without a date in the way of what they depend on are told together."""
    paper = make.paper()
    words = {"depends_on": "funding", "depends": (make.cite(paper, "subject to funding", 900),)}
    two = tuple(make.action(paper, f"plan {at}", at=at, **words) for at in (1, 2))
    (found,) = Dependencies().check(Register(papers=(paper,), records=two), None, date(2015, 3, 31))
    assert (found.code, found.message) == ("action.depends", "2 actions depend on the same (funding): plan 1; plan 2")
    assert found.records == tuple(action.id for action in two)


def test_a_date_told_by_an_event_is_kept_as_such():
    """No day is made up for "the next meeting"."""
    paper = make.paper()
    register = Register(papers=(paper,), records=(make.action(paper, "Report back", due_event="the next meeting"),))
    (found,) = DueByEvent().check(register, None, date(2015, 3, 31))
    assert "the next meeting" in found.message


def test_no_date_is_said_once_a_paper():
    """Three undated plans give one point; an action under way is not counted."""
    paper = make.paper()
    plans = tuple(make.action(paper, f"plan {number}", at=number) for number in range(3))
    running = make.action(paper, "running", at=9, lifecycle=Lifecycle.IN_PROGRESS)
    (found,) = Undated().check(Register(papers=(paper,), records=(*plans, running)), None, date(2015, 3, 31))
    assert found.message.startswith("3 planned actions")
    assert len(found.citations) == 3
