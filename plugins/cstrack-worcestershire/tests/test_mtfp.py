"""What stands in Worcestershire's table of strands and sums."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest

from cstrack.model.budget import Fund, Measure
from cstrack.model.plan import Objective
from cstrack.model.record import About
from cstrack.model.register import Register
from cstrack.plugin import Direction, ExportContext, NotStated, Period, PeriodKind
from cstrack.testing import records
from cstrack_worcestershire.mtfp import MtfpSummary, safe


def year(start: int) -> Period:
    """A financial year."""
    first = date(start, 4, 1)
    return Period(
        start=first,
        end=date(start + 1, 4, 1),
        kind=PeriodKind.FINANCIAL_YEAR,
        label="as printed",
        edtf=f"{first}/{date(start + 1, 4, 1) - timedelta(days=1)}",
    )


def rows(register: Register, context: ExportContext | None = None) -> list[dict[str, str]]:
    """The table's rows by column."""
    written = MtfpSummary().export(register, (), context or ExportContext())
    assert written.startswith(b"\xef\xbb\xbf"), "Excel reads pound signs right only with a byte order mark"
    assert b"\r\n" in written
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


@pytest.fixture
def paper():
    """A paper of Worcestershire."""
    return records.paper("worcs.txt", authority="E10000034")


def test_strands_first_then_sums_by_year(paper):
    """The earlier year first; what has no year last."""
    strand = Objective(
        id="o",
        authority=None,
        citations=(records.cite(paper, "Fixing the front door"),),
        title="Fixing the front door",
        word="strand",
    )
    register = Register(
        papers=(paper,),
        records=(
            records.budget(paper, records.gbp_m("0.8"), Measure.SAVING, 1, period=year(2016), service="Education"),
            records.budget(
                paper,
                records.gbp_m("1.2"),
                Measure.SAVING,
                2,
                period=year(2015),
                service="Early help",
                fund=Fund.GENERAL_FUND,
            ),
            records.budget(paper, records.gbp_m("10.4"), Measure.BUDGET, 3, change=True),
            strand,
        ),
    )
    told = rows(register)
    assert [(row["Strand"], row["Financial year"], row["What"], row["Amount (£)"]) for row in told] == [
        ("Fixing the front door", "", "strand", ""),
        ("Early help", "2015/16", "saving", "1200000"),
        ("Education", "2016/17", "saving", "800000"),
        ("budget", "not stated", "budget", "10400000"),
    ]
    assert told[1]["Fund"] == "General Fund"
    assert told[2]["Fund"] == "not stated"
    assert told[3]["Change from year to year"] == "yes"
    assert told[1]["Paper"] == "worcs.txt"


def test_a_sum_without_a_number_has_no_number(paper):
    """Never 0."""
    unstated = NotStated(direction=Direction.DOWN, unit="GBP", printed="spending will fall")
    (row,) = rows(Register(papers=(paper,), records=(records.budget(paper, unstated, Measure.SPEND),)))
    assert (row["Amount (£)"], row["Amount as printed"]) == ("", "spending will fall")


def test_other_councils_sums_are_left_out(paper):
    """The plan is the council's own."""
    lines = tuple(
        records.budget(paper, records.gbp_m("1"), Measure.SPEND, at, about=about)
        for at, about in enumerate((About.OWN, About.COUNCIL, About.OTHER_COUNCIL, About.ENGLAND))
    )
    assert len(rows(Register(papers=(paper,), records=lines))) == 2


def test_later_papers_are_left_out(paper):
    """They were not yet published on the day."""
    line = records.budget(paper, records.gbp_m("1"), Measure.SPEND)
    register = Register(papers=(paper,), records=(line,))
    assert not rows(register, ExportContext(as_of=date(2014, 1, 1)))
    assert rows(register, ExportContext(as_of=date(2014, 12, 11)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+44 1905", "'+44 1905"),
        ("@cmd", "'@cmd"),
        ("- a bullet", "'- a bullet"),
        ("-1.5", "-1.5"),
        ("-1.5-2", "'-1.5-2"),
        ("\t=1", "'=1"),
        ("two\nlines", "two lines"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(words, told):
    """Whatever a paper prints stays words, and numbers stay numbers."""
    assert safe(words) == told
