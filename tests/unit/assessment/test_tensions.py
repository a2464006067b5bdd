"""Statements of one paper that do not agree are both told, and nobody is called wrong."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from cstrack.assessment.targets import TargetStatus
from cstrack.assessment.tensions import DatesInTension, NumbersInTension, ProgressInTension
from cstrack.model.finding import Priority
from cstrack.model.progress import Progress, Standing
from cstrack.model.register import Register
from cstrack.testing import records as make
from cstrack.values.figure import Figure

DAY = date(2015, 3, 31)
PAPER = make.paper()
TARGET = make.target(PAPER, Figure.of("1", unit="count/month", printed="1 a month"), "Children under section 20", at=5)


def _told(standing, printed, at, section="1", of=(TARGET.id,), **fields):
    return Progress(
        id=f"progress-{at}",
        authority=PAPER.authority,
        citations=(make.cite(PAPER, f"it is {printed}", at, section=section),),
        standing=standing,
        printed=printed,
        of=of,
        **fields,
    )


def _found(check, *records):
    return tuple(check.check(Register(papers=(PAPER,), records=records), None, DAY))


def test_exceeded_here_and_on_target_there():
    """One point with the words and places of both; a small one, since both are good words."""
    one, other = _told(Standing.EXCEEDED, "exceeded", 50, "5.3"), _told(Standing.ON_TRACK, "on target", 90, "6.2")
    (found,) = _found(ProgressInTension(), TARGET, one, other)
    assert found.message == (
        "Children under section 20: inconsistent statements in this paper: “exceeded” in 5.3, “on target” in 6.2"
    )
    assert (found.code, found.priority) == ("statement.progress_differs", Priority.LOW)
    assert [citation.quote for citation in found.citations] == ["it is exceeded", "it is on target", "1 a month"]


def test_on_track_here_and_delayed_there_comes_sooner():
    """Where one of the words is a bad one a person should look sooner."""
    told = (_told(Standing.ON_TRACK, "on track", 50), _told(Standing.BEHIND, "delayed", 90))
    (found,) = _found(ProgressInTension(), TARGET, *told)
    assert found.priority is Priority.MEDIUM


@pytest.mark.parametrize(
    "other",
    [
        _told(Standing.REACHED, "met", 90),
        _told(Standing.EXCEEDED, "surpassed", 90),
        _told(Standing.BEHIND, "behind", 90, of=("target-of-another",)),
        _told(Standing.BEHIND, "behind", 90, on=make.on("2014-06-30")),
    ],
)
def test_what_can_both_hold_is_no_tension(other):
    """Met and exceeded, two targets, two days."""
    one = _told(Standing.EXCEEDED, "exceeded", 50, on=make.on("2014-09-30"))
    assert _found(ProgressInTension(), TARGET, one, other) == ()


def test_a_target_is_told_with_the_papers_own_words():
    """Reported beside what the numbers say, and never in place of it."""
    (found,) = _found(TargetStatus(), TARGET, _told(Standing.EXCEEDED, "exceeded", 50, "5.3"))
    assert found.state == "not computable"
    assert found.message.endswith("; in the paper's words “exceeded” (5.3)")


def _action(title, at, due):
    return make.action(PAPER, title, at=at, due=due)


def test_one_promise_with_two_dates():
    """The end of the year here, April there: both are told."""
    one = _action("The reshaped service will go live", 10, make.on("2015-03-31"))
    other = _action(
        "The reshaped service will go live in all areas", 500, make.between("2015-04-01", "2015-04-30", "April 2015")
    )
    (found,) = _found(DatesInTension(), one, other)
    assert found.message.endswith("of its date: “31 March 2015” in 1, “April 2015” in 1")
    assert found.records == (one.id, other.id)


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("The reshaped service will go live", make.between("2014-04-01", "2015-03-31", "2014/15")),
        ("The reshaped service will go live, second phase", make.on("2015-09-30")),
        ("The recruitment of social workers will go live", make.on("2015-09-30")),
    ],
)
def test_another_promise_or_a_wider_date_is_no_tension(title, due):
    """A year holds its last day; a second phase and other work are promises of their own."""
    one = _action("The reshaped service will go live", 10, make.on("2015-03-31"))
    assert _found(DatesInTension(), one, _action(title, 500, due)) == ()


def test_a_target_with_two_dates():
    """The same number of the same indicator."""
    of = {"indicator": "section_20"}
    rate = TARGET.figure
    one = make.target(PAPER, rate, "a", at=10, sentence="by March", due=make.on("2015-03-31"), **of)
    other = make.target(PAPER, rate, "b", at=90, sentence="by June", due=make.on("2015-06-30"), **of)
    assert [found.code for found in _found(DatesInTension(), one, other)] == ["statement.dates_differ"]


def _seen(number, at, **fields):
    told = {"indicator": "cla", "period": make.on("2015-01-31"), **fields}
    return make.observation(
        PAPER, Figure.of(number, printed=number), "Children looked after", at, f"sentence {at}", **told
    )


def test_one_indicator_on_one_day_with_two_numbers():
    """Both numbers are told with their places."""
    (found,) = _found(NumbersInTension(), _seen("480", 10), _seen("512", 90))
    assert (
        found.message
        == "Children looked after, 31 January 2015: inconsistent statements in this paper: “480” in 1, “512” in 1"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"period": make.on("2015-02-28")},
        {"inferred": ("period",)},
        {"rule": "figure.cell"},
        {"change": True},
        {"indicator": None},
    ],
)
def test_numbers_that_may_both_hold_are_no_tension(fields):
    """Another day, a day that was only inferred, a row of a table, a difference, no known indicator."""
    other = evolve(_seen("512", 90), **fields)
    assert _found(NumbersInTension(), _seen("480", 10), other) == ()
