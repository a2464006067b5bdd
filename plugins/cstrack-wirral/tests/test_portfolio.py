"""What stands in Wirral's portfolio summary."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.model.action import Lifecycle
from cstrack.model.budget import Measure
from cstrack.model.decision import Outcome
from cstrack.model.finding import Finding, Priority
from cstrack.model.indicator import Basis
from cstrack.model.record import About
from cstrack.model.register import Register
from cstrack.plugin import ExportContext
from cstrack.testing import records
from cstrack_wirral.portfolio import PortfolioSummary, plain

YEAR = records.between("2013-04-01", "2014-03-31", "2013/14")


def sections(register: Register, findings: tuple[Finding, ...] = (), as_of: date | None = None) -> dict[str, list[str]]:
    """The bullets of each section."""
    written = PortfolioSummary().export(register, findings, ExportContext(as_of=as_of)).decode()
    parts = (part.split("\n", 1) for part in written.split("\n## ")[1:])
    return {
        title.partition(". ")[2] or title: [line[2:] for line in body.splitlines() if line.startswith("- ")]
        for title, body in parts
    }


@pytest.fixture
def paper():
    """A paper of Wirral."""
    return records.paper("wirral.txt", authority="E08000015")


def test_money_by_year_in_words(paper):
    """Overspend and underspend in words, not in signs; a subject that the measure says is not said twice."""
    lines = (
        records.budget(paper, records.gbp_m("3.6"), Measure.PRESSURE, 1, label="Fostering"),
        records.budget(
            paper, records.gbp_m("1.7"), Measure.UNDERSPEND, 2, label="Under spend", period=YEAR, basis=Basis.ACTUAL
        ),
        records.budget(paper, records.gbp_m("17"), Measure.GAP, 3, label="Shortfall", about=About.COUNCIL),
    )
    assert sections(Register(papers=(paper,), records=lines))["Financial Position"] == [
        "2013/14: actual underspend of £1.7m. [wirral.txt, 1]",
        "Year not stated: pressure of £3.6m - Fostering. [wirral.txt, 1]",
    ]


def test_work_by_where_it_stands(paper):
    """Done, under way, planned; then by date. Others' work is left out."""
    actions = (
        records.action(paper, "Open a centre.", 1, due=records.on("2015-09-30")),
        records.action(paper, "train all teams; and", 2, due=records.on("2015-04-30")),
        records.action(paper, "Report", 3, due_event="the next meeting"),
        records.action(paper, "Recruit", 4, lifecycle=Lifecycle.COMPLETED),
        records.action(paper, "Recruit 130", 5, about=About.OTHER_COUNCIL),
    )
    assert sections(Register(papers=(paper,), records=actions))["Progress of Work"] == [
        "Recruit (done). [wirral.txt, 1]",
        "Train all teams (planned; due 30 April 2015). [wirral.txt, 1]",
        "Open a centre (planned; due 30 September 2015). [wirral.txt, 1]",
        "Report (planned; due by the next meeting). [wirral.txt, 1]",
    ]


def test_decisions_with_their_body(paper):
    """Resolved by a body, recommended to one."""
    decided = (
        records.decision(paper, "the report be noted; and", 1, Outcome.NOTED, number="1", body="Council"),
        records.decision(paper, "support the bid.", 2, Outcome.RECOMMENDED, body="Council"),
        records.decision(paper, "a report be presented", 3),
    )
    assert sections(Register(papers=(paper,), records=decided))["Decisions"] == [
        "(1) The report be noted (noted by Council). [wirral.txt, 1]",
        "Support the bid (recommended to Council). [wirral.txt, 1]",
        "A report be presented (resolved). [wirral.txt, 1]",
    ]


def test_figures_and_points(paper):
    """Targets before what was counted; a length of time is no performance."""
    told = (
        records.observation(paper, records.percent("12"), "vacancy rate", 1, period=YEAR, indicator="sw_vacancy"),
        records.target(paper, records.percent("10"), "vacancy rate", 2, due=records.on("2016-03-31")),
    )
    finding = Finding(
        code="a.b",
        priority=Priority.LOW,
        authority=None,
        message="a point",
        rule="r",
        citations=(),
        document="wirral.txt",
    )
    shown = sections(Register(papers=(paper,), records=told), (finding,))
    assert shown["Performance"] == [
        "Target: vacancy rate, 10% by 31 March 2016. [wirral.txt, 1]",
        "vacancy rate: 12% (2013/14). [wirral.txt, 1]",
    ]
    assert shown["Points to Check"] == ["A point. [wirral.txt]"]


def test_an_empty_section_says_so_and_a_later_paper_is_named(paper):
    """Nothing is silently left out."""
    line = records.budget(paper, records.gbp_m("1"), Measure.SPEND)
    shown = sections(Register(papers=(paper,), records=(line,)), as_of=date(2014, 1, 1))
    assert shown["Financial Position"] == ["Nothing is reported in the papers read."]
    assert shown["Papers"] == [
        "wirral.txt, 11 December 2014 (wirral.txt); not yet published on that day, and left out above"
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a * b_c", r"a \* b\_c"),
        ("# heading", r"\# heading"),
        ("- bullet", r"\- bullet"),
        ("1. first", r"1\. first"),
        ("<script>", r"\<script\>"),
        ("[x](y)", r"\[x\](y)"),
        ("two\nlines", "two lines"),
        ("£1.2m", "£1.2m"),
    ],
)
def test_markup_is_harmless(words, told):
    """Words out of a paper make no heading, no list, no link and no tag."""
    assert plain(words) == told
