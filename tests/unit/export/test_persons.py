"""What leaves as a report or a file prints no name of a person, and says so."""

from __future__ import annotations

from datetime import date

import pytest

import cstrack
from cstrack.export.exporters import EXPORTERS
from cstrack.export.persons import NOTE, findings_without_names, register_without_names
from cstrack.model.register import Register
from cstrack.testing import records as make
from cstrack.workflow.exporting import render

NAME = "Councillor Ann Other"
PAPER = make.paper()
ACTION = make.action(PAPER, f"{NAME} will report by 31 March 2015", due=make.on("2015-03-31"))
REGISTER = Register(papers=(PAPER,), records=(ACTION, make.decision(PAPER, f"Moved by {NAME}: agreed", at=90)))
FINDINGS = cstrack.assess(REGISTER, as_of="2015-03-31")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.id)
def test_no_exporter_is_handed_a_name(exporter):
    """Masked before any exporter sees a word, ours and those of plugins alike."""
    content = render(REGISTER, FINDINGS, exporter, as_of=date(2015, 3, 31)).value
    assert b"Ann Other" not in content
    assert b"Other" not in content


def test_a_report_says_that_names_are_masked():
    """Once, below its title; a report without names says nothing of them."""
    text = next(one for one in EXPORTERS if one.id == "core.text")
    told = render(REGISTER, FINDINGS, text, as_of=date(2015, 3, 31)).value.decode()
    assert " ".join(told.split()).count(NOTE) == 1
    plain = Register(papers=(PAPER,), records=(make.action(PAPER, "Report back"),))
    assert NOTE not in " ".join(render(plain, (), text).value.decode().split())


def test_a_table_prints_no_name():
    """Of records and of points to check."""
    assert "Other" not in cstrack.table(REGISTER)
    assert "Other" not in cstrack.table(FINDINGS)


def test_records_keep_their_places_and_the_register_its_words():
    """Only words change: ids, spans and dates are those of the paper, which keeps its own."""
    shown = register_without_names(REGISTER)
    assert [one.id for one in shown.records] == [one.id for one in REGISTER.records]
    assert [one.citation.span for one in shown.records] == [one.citation.span for one in REGISTER.records]
    assert REGISTER.records[0].citation.quote.startswith(NAME)


def test_what_holds_no_name_is_the_same_thing():
    """Nothing is copied in vain."""
    plain = make.action(PAPER, "Report back")
    assert register_without_names(Register(records=(plain,))).records[0] is plain
    assert findings_without_names(()) == ()
