"""What stands on Torbay's dashboard."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from attrs import evolve

from cstrack.model.action import Lifecycle
from cstrack.model.budget import FundingMovement, Measure, Recurrence
from cstrack.model.decision import Outcome
from cstrack.model.finding import Finding, Priority
from cstrack.model.indicator import Basis
from cstrack.model.record import About
from cstrack.model.register import Register
from cstrack.plugin import ExportContext
from cstrack.testing import records
from cstrack_torbay.dashboard import Dashboard, state_of
from cstrack_torbay.page import page, safe, table

AS_OF = ExportContext(as_of=date(2015, 3, 31), title="Progress")


class Tables(HTMLParser):
    """The tables of a page: caption -> rows of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.caption, self.inside = "", ""

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        if tag == "caption":
            self.caption = ""
        if tag == "tr" and self.caption:
            self.tables.setdefault(self.caption, []).append([])
        if tag in {"td", "th"} and self.caption:
            self.tables[self.caption][-1].append("")

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "caption":
            self.caption += data
        elif self.inside in {"td", "th"}:
            self.tables[self.caption][-1][-1] += data


def tables(
    register: Register, findings: tuple[Finding, ...] = (), context: ExportContext = AS_OF
) -> dict[str, list[list[str]]]:
    """The dashboard's tables without their headings."""
    reader = Tables()
    reader.feed(Dashboard().export(register, findings, context).decode())
    return {caption: rows[1:] for caption, rows in reader.tables.items()}


def movement(of, source, destination, figure, **fields):
    """Money that moves."""
    line = records.budget(of, figure, Measure.RESERVE, at=900)
    return FundingMovement(
        id="movement-1",
        authority=of.authority,
        citations=line.citations,
        source=source,
        destination=destination,
        figure=figure,
        **fields,
    )


@pytest.fixture
def paper():
    """A paper of Torbay."""
    return records.paper("torbay.txt")


def test_spending_by_year_in_order(paper):
    """The earlier year first, in each year the budget before what differs from it; reserves stand apart."""
    first = records.between("2014-04-01", "2015-03-31", "2014/15")
    second = records.between("2015-04-01", "2016-03-31", "2015/16")
    register = Register(
        papers=(paper,),
        records=(
            records.budget(
                paper,
                records.gbp_m("2.3"),
                Measure.OVERSPEND,
                10,
                period=second,
                basis=Basis.FORECAST,
                service="Safeguarding",
            ),
            records.budget(paper, records.gbp_m("1.4"), Measure.OVERSPEND, 20, period=first, basis=Basis.FORECAST),
            records.budget(paper, records.gbp_m("30"), Measure.BUDGET, 30, period=first),
            records.budget(paper, records.gbp_m("9"), Measure.GAP, 40, period=first),
            movement(
                paper, "reserves", "overspend", records.gbp_m("2.3"), period=second, recurrence=Recurrence.ONE_OFF
            ),
        ),
    )
    shown = tables(register)
    assert [row[:4] for row in shown["Spending by year"]] == [
        ["2014/15", "budget", "£30m", "not stated"],
        ["2014/15", "overspend", "£1.4m", "forecast"],
        ["2015/16", "overspend", "£2.3m", "forecast"],
    ]
    assert shown["Spending by year"][2][4] == "Safeguarding"
    assert shown["Reserves, repayment and other movements"] == [
        ["reserves", "overspend", "£2.3m", "2015/16, one-off", "torbay.txt, 1"]
    ]


def test_an_indicator_stands_beside_its_target(paper):
    """A target without a figure is shown too, and what is about others is not."""
    register = Register(
        papers=(paper,),
        records=(
            records.observation(paper, records.percent("12"), "vacancies", 1, indicator="sw_vacancy"),
            records.target(paper, records.percent("10"), "vacancy rate", 2, indicator="sw_vacancy"),
            records.target(paper, records.percent("95"), "reviews in time", 3),
            records.observation(paper, records.percent("17"), "England's rate", 4, about=About.ENGLAND),
            records.observation(paper, evolve(records.percent("5"), unit="year"), "plan", 5),
        ),
    )
    rows = tables(register)["Indicators"]
    assert [[row[0], row[1], row[3]] for row in rows] == [
        ["vacancies", "12%", "10%"],
        ["reviews in time", "no figure", "95%"],
    ]


def test_the_state_of_a_resolution(paper):
    """By the findings about it or its actions, else by where its actions stand, else nothing later is reported."""
    action = records.action(paper, "Report every quarter", 50, lifecycle=Lifecycle.IN_PROGRESS)
    creating = records.decision(paper, "report every quarter", 60, number="VI", creates=(action.id,))
    alone = records.decision(paper, "approve the strategy", 70, number="I")
    asked = records.decision(paper, "endorse the plan", 80, outcome=Outcome.RECOMMENDED)
    register = Register(papers=(paper,), records=(action, creating, alone, asked))
    assert state_of(creating, register, ()) == "in progress"
    assert state_of(alone, register, ()) == "nothing later is reported"
    finding = Finding(
        code="action.due",
        priority=Priority.LOW,
        authority=None,
        message="m",
        rule="r",
        citations=(),
        records=(action.id,),
        state="due soon",
    )
    assert state_of(creating, register, (finding, finding)) == "due soon"
    rows = tables(register, (finding,))["State of each resolution"]
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("VI", "resolved", "due soon"),
        ("I", "resolved", "nothing later is reported"),
    ]


def test_a_later_paper_is_named_and_left_out(paper):
    """It was not yet published on the day that the page speaks for."""
    later = records.paper("later.txt", day="2015-06-01")
    lines = tuple(records.budget(of, records.gbp_m("1"), Measure.SPEND) for of in (paper, later))
    shown = tables(Register(papers=(paper, later), records=lines))
    assert len(shown["Spending by year"]) == 1
    assert [row[1] for row in shown["Papers"]] == [
        "11 December 2014",
        "1 June 2015 (not yet published on that day, and left out above)",
    ]
    assert len(tables(Register(papers=(paper, later), records=lines), context=ExportContext())["Spending by year"]) == 2


def test_the_page_stands_alone():
    """No network, no script; a language, a title, captions and headings that a screen reader tells."""
    written = Dashboard().export(Register(), (), AS_OF).decode()
    assert '<html lang="en-GB">' in written
    assert "http://" not in written
    assert "https://" not in written
    assert "<script" not in written
    assert "default-src 'none'" in written
    assert written.count("<table>") == written.count("<caption>") == 6
    assert '<th scope="col">' in written
    assert "As at 31 March 2015." in written
    assert "Nothing is reported in the papers read." in written


def test_words_are_escaped():
    """Tags, quotes and control characters out of a paper."""
    assert safe('<b>"&\x1b[0m\nx') == "&lt;b&gt;&quot;&amp; [0m x"
    assert "<b>" not in page("<b>", "<b>", (table("<b>", ("<b>",), ()),))
