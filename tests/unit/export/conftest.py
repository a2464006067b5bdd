"""A register of one council as its report would show it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.hooks.contracts import ExportContext
from cstrack.model.action import Lifecycle
from cstrack.model.budget import FundingMovement, Measure, Scope
from cstrack.model.decision import Outcome
from cstrack.model.finding import Finding, Priority
from cstrack.model.indicator import Basis
from cstrack.model.plan import Objective, Plan
from cstrack.model.record import About, Firmness
from cstrack.model.register import Register
from cstrack.testing import records as make
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import NotStated

PAPER = make.paper("torbay-2014-12-11.txt", "2014-12-11", "E06000027")
LATER = make.paper("torbay-2015-09-01.txt", "2015-09-01", "E06000027")
YEAR = make.between("2014-04-01", "2015-03-31", "2014/15")


def _own(kind, name, words, **fields):
    return kind(
        id=f"{name}-1", authority=PAPER.authority, citations=(make.cite(PAPER, words, 900),), label=words, **fields
    )


@pytest.fixture
def records():
    return {
        "overspend": make.budget(
            PAPER,
            make.gbp_m("1.4"),
            Measure.OVERSPEND,
            10,
            "the forecast overspend of £1.4m",
            period=YEAR,
            basis=Basis.FORECAST,
        ),
        "shortfall": make.budget(PAPER, make.gbp_m("17"), Measure.GAP, 20, service="Shortfall", scope=Scope.COUNCIL),
        "most": make.budget(
            PAPER, NotStated(printed="most of the £6.3m", unit="GBP"), Measure.SAVING, 30, label="savings"
        ),
        "placements": make.action(
            PAPER, "create placements", 40, due=YEAR, lifecycle=Lifecycle.IN_PROGRESS, owners=("Head of Service",)
        ),
        "scheme": make.action(PAPER, "create an assurance scheme", 50),
        "meeting": make.action(PAPER, "report back", 60, due_event="the next meeting"),
        "done": make.action(PAPER, "recruit a director", 70, lifecycle=Lifecycle.COMPLETED, on=make.on("2014-11-02")),
        "approved": make.decision(PAPER, "approve the five year strategy", 80, number="I", body="Council"),
        "noted": make.decision(PAPER, "note the overspend", 90, Outcome.NOTED),
        "flow": make.target(
            PAPER, Figure(value=Decimal(1), unit="count/month", printed="1 child"), "children", 100, due=YEAR
        ),
        "vacancies": make.observation(PAPER, make.percent("46"), "vacancy rate", 110),
        "worry": make.budget(PAPER, make.gbp_m("2"), Measure.GAP, 120, firmness=Firmness.CONCERN, label="a feared gap"),
        "england": make.observation(
            PAPER,
            Figure(value=Decimal(400_000), qualifier=Qualifier.ABOUT, printed="400,000"),
            "families",
            130,
            about=About.ENGLAND,
        ),
        "appendix": make.relied(PAPER, "Appendix 1: dashboard", 140),
        "move": _own(
            FundingMovement,
            "movement",
            "from reserves",
            source="reserves",
            destination="the overspend",
            figure=make.gbp_m("2.3"),
        ),
        "plan": _own(Plan, "plan", "Five year plan", title="Five year plan"),
        "aim": _own(
            Objective, "objective", "single assessment", title="Implement a single assessment", word="priority"
        ),
    }


@pytest.fixture
def register(records):
    return Register(papers=(PAPER, LATER), records=(*records.values(), make.action(LATER, "a later promise", 5)))


@pytest.fixture
def findings(records):
    def found(code, priority, message, record, state=None):
        return Finding(
            code=code,
            priority=priority,
            authority=PAPER.authority,
            message=message,
            rule="a rule",
            citations=record.citations,
            records=(record.id,),
            document=PAPER.source.name,
            state=state,
        )

    return (
        found("arithmetic.share_agrees", Priority.NOTE, "agrees with the 10% printed", records["overspend"]),
        found("action.due", Priority.MEDIUM, "create placements: is due 2014/15", records["placements"], "due"),
        found("target.status", Priority.LOW, "children: on track", records["flow"], "on track"),
        found("action.depends_later", Priority.HIGH, "create placements: funding begins later", records["placements"], "depends on something later"),
    )  # fmt: skip


@pytest.fixture
def context():
    return ExportContext(as_of=YEAR.last_day, title="What the papers say", version="0.1.0")
