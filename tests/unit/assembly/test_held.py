"""Papers relied on that are among the papers read."""

from __future__ import annotations

import pytest
from attrs import evolve

from cstrack.assembly.held import mark_held
from cstrack.testing import records as make

HERE = make.paper("here.txt")
CABINET = evolve(make.paper("cabinet.txt", "2015-11-19"), title="Medium Term Financial Plan", body="Cabinet")


def held(title, sentence=None, papers=(HERE, CABINET)):
    relied = make.relied(HERE, title)
    relied = evolve(relied, citations=(evolve(relied.citation, sentence=sentence or title),))
    return mark_held((relied,), papers)[0].held


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("the medium-term financial plan of the Council", None),
        ("Report to Cabinet on 19 November 2015", None),
        ("report to Cabinet", "The report to Cabinet on 19 November 2015 sets out the savings."),
    ],
)
def test_a_paper_is_held_by_its_title_or_by_its_body_and_day(title, sentence):
    """Case, dashes and blanks are folded."""
    assert held(title, sentence)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("report to Cabinet", "The report to Cabinet on 12 November 2015."),
        ("report to the Panel", "The report to the Panel on 19 November 2015."),
        ("Cabinetmakers on 19 November 2015", None),
        ("the financial plan", None),
    ],
)
def test_another_day_or_another_body_is_another_paper(title, sentence):
    """What is not certain is listed as not held."""
    assert not held(title, sentence)


def test_a_short_title_means_nothing():
    """ "Minutes" is the title of a thousand papers."""
    assert not held("the minutes of the Board", papers=(HERE, evolve(CABINET, title="Minutes", body=None)))


def test_a_paper_is_not_held_by_itself():
    """It relies on another of the same name."""
    own = evolve(HERE, title="Medium Term Financial Plan")
    assert not held("the Medium Term Financial Plan", papers=(own,))


def test_other_records_stay_as_they_are():
    """In their order."""
    kept = (make.action(HERE, "open the hub"), make.decision(HERE, "approve it", 9))
    assert mark_held(kept, (HERE,)) == kept
