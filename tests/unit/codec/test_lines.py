"""The lines of the records command: the contract of docs/reference/records.md."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.codec.lines import KEYS, line, lines, number
from cstrack.model.action import Lifecycle, Rating
from cstrack.model.budget import BudgetLine, Fund, FundingMovement, Measure, Scope
from cstrack.model.decision import Outcome, Recommendation
from cstrack.model.indicator import Aggregation, Basis
from cstrack.model.judgement import Judgement, JudgementBasis, Oversight, OversightKind
from cstrack.model.plan import Objective, Plan
from cstrack.model.record import About, Actor, Firmness
from cstrack.model.target import Comparator, TargetKind
from cstrack.testing import records as make
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import NotStated

PAPER = make.paper()
YEAR = make.between("2014-04-01", "2015-03-31", "2014/15")


def test_the_keys_are_those_of_the_contract_in_its_order():
    """Keys are only ever added, at the end: a reader of the first version reads the next."""
    assert KEYS[:11] == (
        *("kind", "id", "authority", "label", "value", "value_high", "unit", "noun", "low", "high", "qualifier"),
    )
    assert KEYS[11:22] == (
        *("measure", "basis", "change", "period", "due", "on", "status", "rating", "owner", "outcome", "grade"),
    )
    assert KEYS[22:33] == (
        *("document", "source", "start", "end", "cell", "page", "section", "quote", "sentence", "subject", "rule"),
    )
    assert KEYS[33:40] == (
        *("inferred", "numerator", "denominator", "comparator", "target_kind", "baseline", "aggregation"),
    )
    assert KEYS[50:] == ("box",)
    assert KEYS[40:50] == (
        *("original_due", "ref", "objective", "about", "actor", "firmness", "depends_on", "fund", "scope", "due_event"),
    )


def test_every_line_has_every_key_in_order():
    """What does not apply is None, never left out."""
    held = (make.action(PAPER, "open the hub"), make.budget(PAPER, make.gbp_m("1.2"), Measure.PRESSURE))
    assert [tuple(one) for one in lines(held)] == [KEYS, KEYS]


def test_a_budget_line():
    """Pounds as plain text with their interval, measure, basis, year, fund and scope in words."""
    record = make.budget(
        PAPER,
        make.gbp_m("1.2"),
        Measure.PRESSURE,
        at=1612,
        sentence="transport - totalling £1.2m",
        label="Transport",
        basis=Basis.ACTUAL,
        period=YEAR,
        fund=Fund.DSG,
        scope=Scope.SERVICE,
    )
    told = line(record)
    assert told["kind"] == "budget"
    assert (told["value"], told["low"], told["high"]) == ("1200000", "1150000", "1250000")
    assert (told["measure"], told["basis"], told["unit"], told["change"]) == ("pressure", "actual", "GBP", False)
    assert told["period"] == "2014-04-01/2015-03-31"
    assert (told["fund"], told["scope"]) == ("DSG", "service")
    assert (told["start"], told["end"], told["quote"]) == (1612, 1617, "£1.2m")
    assert (told["document"], told["sentence"]) == ("paper.txt", "transport - totalling £1.2m")


def test_an_action():
    """Lifecycle in the words of the contract, owners joined, dates as EDTF."""
    record = make.action(
        PAPER,
        "roll out the hub",
        lifecycle=Lifecycle.IN_PROGRESS,
        owners=("Head of Service", "Partner lead"),
        actor=Actor.PARTNER,
        due=make.on("2015-03-31"),
        original_due=make.on("2014-12-31"),
        on=make.on("2015-01-02"),
        due_event="the next meeting",
        rating=Rating(scheme="rag", word="Amber"),
        ref="1.2",
        objective="objective-1",
        depends_on="funding",
        about=About.PARTNER,
        firmness=Firmness.COMMITTED,
        inferred=("due",),
    )
    told = line(record)
    wanted = {
        "status": "in_progress",
        "owner": "Head of Service; Partner lead",
        "actor": "partner",
        "due": "2015-03-31",
        "original_due": "2014-12-31",
        "on": "2015-01-02",
        "due_event": "the next meeting",
        "rating": "Amber",
        "ref": "1.2",
        "objective": "objective-1",
        "depends_on": "funding",
        "about": "partner",
        "firmness": "committed",
        "inferred": ["due"],
        "value": None,
        "change": None,
    }
    assert {key: told[key] for key in wanted} == wanted


def test_a_target():
    """Comparator and kind in words, baseline as plain text."""
    record = make.target(
        PAPER,
        make.percent("95"),
        "visits in time",
        comparator=Comparator.AT_LEAST,
        kind=TargetKind.MAINTAIN,
        baseline=make.percent("82.5"),
        due=YEAR,
    )
    told = line(record)
    assert (told["comparator"], told["target_kind"], told["baseline"]) == ("at least", "maintain", "82.5")
    assert (told["due"], told["value"]) == ("2014-04-01/2015-03-31", "95")


def test_an_observation():
    """Ratios keep both counts; a range keeps both ends."""
    figure = Figure(
        value=Decimal(20), value_high=Decimal(25), unit="percent", qualifier=Qualifier.ABOUT, printed="20-25%"
    )
    record = make.observation(
        PAPER,
        figure,
        "agency staff",
        aggregation=Aggregation.YEAR_TO_DATE,
        numerator=Figure(value=Decimal(408)),
        denominator=Figure(value=Decimal(429)),
        change=True,
    )
    told = line(record)
    assert (told["value"], told["value_high"], told["qualifier"], told["change"]) == ("20", "25", "about", True)
    assert (told["numerator"], told["denominator"], told["aggregation"]) == ("408", "429", "year to date")


def test_a_decision():
    """Its number is its reference, its body its owner."""
    record = make.decision(PAPER, "that the plan be approved", outcome=Outcome.NOTED, number="IV", body="Council")
    told = line(record)
    assert (told["kind"], told["outcome"], told["ref"], told["owner"]) == ("decision", "noted", "IV", "Council")


def _plain(kind, /, **fields):
    return kind(id=f"{kind.__name__}-1", authority=None, citations=(make.cite(PAPER, "words"),), **fields)


def test_objectives_and_judgements():
    """A judgement's basis says whose word the grade is."""
    aim = line(_plain(Objective, title="Permanence in time", order=2))
    grade = line(_plain(Judgement, grade="adequate", scope="Overall", basis=JudgementBasis.SELF_DESCRIBED))
    assert (aim["kind"], aim["label"], aim["ref"]) == ("objective", "Permanence in time", "2")
    assert (grade["grade"], grade["basis"], grade["label"]) == ("adequate", "self-described", "Overall")


@pytest.mark.parametrize(
    ("record", "kind", "key", "value"),
    [
        (_plain(Plan, title="Five year plan", status="adopted"), "plan", "status", "adopted"),
        (_plain(Recommendation, text="Review thresholds", by="Ofsted"), "recommendation", "owner", "Ofsted"),
        (_plain(Oversight, kind=OversightKind.PEER_REVIEW, text="a peer review"), "oversight", "label", "peer review"),
        (
            _plain(FundingMovement, source="reserves", destination=None, figure=make.gbp_m("2.3")),
            "movement",
            "label",
            "reserves to not stated",
        ),
        (make.relied(PAPER, "Appendix 1"), "relied", "status", "not held"),
    ],
)
def test_kinds_beyond_the_contract_are_written_when_asked_for(record, kind, key, value):
    """By default only the contract's kinds."""
    assert list(lines((record,))) == []
    told = next(lines((record,), all_kinds=True))
    assert (told["kind"], told[key]) == (kind, value)


@pytest.mark.parametrize("figure", [NotStated(printed="most of it", unit="GBP")])
def test_a_figure_without_a_number_is_written_when_asked_for(figure):
    """Its value is None: there is no number to count."""
    record = _plain(BudgetLine, figure=figure, measure=Measure.SAVING)
    assert list(lines((record,))) == []
    told = next(lines((record,), all_kinds=True))
    assert (told["value"], told["unit"], told["qualifier"]) == (None, "GBP", None)


@pytest.mark.parametrize(
    ("value", "text"),
    [("1.20E+6", "1200000"), ("9.50", "9.5"), ("0.0", "0"), ("-0", "0"), ("-3.10", "-3.1"), ("1000", "1000")],
)
def test_numbers_are_plain_decimal_text(value, text):
    """No exponent, no idle nought, no float."""
    assert number(Decimal(value)) == text
