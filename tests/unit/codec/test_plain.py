"""Nouns to plain dicts and back."""

from __future__ import annotations

import json

import pytest

from cstrack.codec.plain import from_plain, to_plain
from cstrack.errors import UnreadableNoun
from cstrack.model.budget import Measure
from cstrack.model.finding import Finding, Priority
from cstrack.model.history import History, Snapshot
from cstrack.model.record import Record
from cstrack.model.register import Register
from cstrack.problems import Problem, Severity
from cstrack.testing import records as make
from cstrack.values.missing import Direction, NotStated

PAPER = make.paper()


def _register():
    return Register(
        papers=(PAPER,),
        records=(
            make.action(PAPER, "open the hub", due=make.on("2015-03-31"), updates=("begun",)),
            make.budget(PAPER, make.gbp_m("7.2"), Measure.GAP),
            make.budget(PAPER, NotStated(printed="most", direction=Direction.DOWN), Measure.SAVING, at=9),
            make.target(PAPER, make.percent("95"), "visits", baseline=make.percent("80")),
            make.relied(PAPER, "Appendix 1"),
        ),
        problems=(Problem(code="input.empty", message="a.txt holds no text", severity=Severity.ERROR),),
    )


def test_a_register_survives_json():
    """What a store keeps and a program hands on is the register itself."""
    register = _register()
    assert from_plain(Register, json.loads(json.dumps(to_plain(register)))) == register


def test_a_record_says_which_it_is():
    """Its class stands under `record`, since `kind` is a field of targets."""
    plain = to_plain(_register())
    assert [record["record"] for record in plain["records"]] == ["action", "budget", "budget", "target", "relied"]
    assert plain["records"][3]["kind"] == "level"


def test_any_record_is_read_by_what_it_says():
    """Asked for a record of any kind, the plain form decides."""
    record = make.target(PAPER, make.percent("95"), "visits")
    assert from_plain(Record, to_plain(record)) == record


def test_findings_and_history_survive():
    """Tuples of findings and whole histories go the same way."""
    register = _register()
    finding = Finding(
        code="action.due",
        priority=Priority.LOW,
        authority=None,
        message="due",
        rule="r",
        citations=register.records[0].citations,
    )
    history = History(snapshots=(Snapshot(report_date=make.on("2015-03-31").start, loaded="", register=register),))
    assert from_plain(Finding, to_plain((finding,))[0]) == finding
    assert from_plain(History, json.loads(json.dumps(to_plain(history)))) == history


@pytest.mark.parametrize(
    "plain",
    [
        {"records": [{"record": "unheard of"}]},
        {"records": [{"record": "action"}]},
        {"records": 7},
        {"papers": [{"source": {"name": "a"}}]},
        None,
    ],
)
def test_what_is_no_register_is_refused_in_one_line(plain):
    """One error to catch, whatever is wrong."""
    with pytest.raises(UnreadableNoun, match="this is not a Register"):
        from_plain(Register, plain)


def test_numbers_never_pass_through_a_float():
    """A plain form holds text where the noun holds a Decimal."""
    plain = to_plain(make.budget(PAPER, make.gbp_m("7.2"), Measure.GAP))
    assert plain["figure"]["value"] == "7200000"
