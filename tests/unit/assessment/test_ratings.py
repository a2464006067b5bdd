"""Ratings beside the authority's own key, and the sums of its budget tables."""

from __future__ import annotations

import pytest

import cstrack

KEY = """
Completed,All steps finished (100%) and evidence provided
On target,Will be delivered by the target date
Behind,Target date passed by up to 30 days
Overdue,Target date passed by more than 30 days
Not started,Work not begun (0%)
"""
ORIGINAL = """
B,Blue - action complete and evidence signed off
G,Green - on track to be completed by the original target date
A,"Amber - will miss the original target date, but by no more than three months"
R,Red - will miss the original target date by more than three months
"""
MEASURES = """
Met,Target achieved
Nearly,"Missed by no more than 2 percentage points, or 10% of the target where it is not a percentage"
Not met,Missed by more than that
"""


@pytest.fixture
def found(tmp_path):
    """The points to check of a file of 30 September 2024 with these codes."""

    def checked(text, *codes, name="plan-2024-09-30.csv"):
        path = tmp_path / name
        path.write_text(f"Plan at 30 September 2024\n\n{text}", encoding="utf-8")
        register = cstrack.load(path, authority="Wirral", no_plugins=True, project=False, isolation="none")
        findings = cstrack.assess(register, as_of="2024-10-31")
        return [one for one in findings if one.code.startswith(codes)]

    return checked


def plan(due, status, done="", update="x", key=KEY):
    head = "Ref,Action,Lead,Target date,Status,% complete,Update"
    return f"{head}\n1,Publish the guide,HR,{due},{status},{done},{update}\n\n{key}"


@pytest.mark.parametrize(
    ("due", "status", "done", "update", "expected"),
    [
        ("31 August 2024", "On target", "", "x", "slipping"),
        ("30 September 2024", "On target", "", "x", None),
        ("31 December 2024", "On target", "", "x", None),
        ("15 September 2024", "Behind", "", "x", None),
        ("31 July 2024", "Behind", "", "x", "off track"),
        ("31 July 2024", "Overdue", "", "x", None),
        ("31 December 2024", "Overdue", "", "x", "on track or not started or complete"),
        ("Ongoing", "On target", "", "x", None),
        ("31 July 2024", "Completed", "70%", "x", "not complete"),
        ("31 July 2024", "Completed", "100%", "x", None),
        ("31 July 2024", "Completed", "", "Awaiting the decision of the ICB", "not complete"),
        ("31 December 2024", "Not started", "40%", "x", "begun"),
        ("31 December 2024", "Not started", "0%", "x", None),
    ],
)
def test_work_beside_the_key(found, due, status, done, update, expected):
    """Due on the day of the report is not late; what the key leaves open is not said."""
    told = found(plan(due, status, done, update), "rating.")
    assert [one.expected for one in told] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("dates", "letter", "expected"),
    [
        ("31 July 2024,31 October 2024", "G", "slipping"),
        ("31 July 2024,31 October 2024", "A", None),
        ("31 July 2024,31 December 2024", "A", "off track"),
        ("31 October 2024,", "A", None),
    ],
)
def test_a_key_that_counts_from_the_first_date(found, dates, letter, expected):
    """A date moved within three months is amber; a rating that looks ahead is not gainsaid by a date that has not come."""
    text = f"Ref,Action,Lead,Original date,Revised date,BRAG\n1,Publish the guide,HR,{dates},{letter}\n\n{ORIGINAL}"
    assert [one.expected for one in found(text, "rating.")] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("good", "target", "value", "rating", "expected"),
    [
        ("Bigger is better", "90%", "88%", "Met", "near"),
        ("Bigger is better", "90%", "90%", "Met", None),
        ("Bigger is better", "90%", "80%", "Nearly", "not met"),
        ("Smaller is better", "≤ 15%", "14.2%", "Not met", "met"),
        ("Smaller is better", "≤ 15%", "15%", "Met", None),
        ("Smaller is better", "Below 12%", "12%", "Met", "near"),
        ("Smaller is better", "Below 12%", "c", "Met", None),
        ("", "90%", "80%", "Met", None),
        ("", "80-90%", "75%", "Met", "not met"),
        ("", "80-90%", "85%", "Met", None),
    ],
)
def test_measures_beside_the_key(found, good, target, value, rating, expected):
    """By what is good; strict where the target is; nothing where value or direction is not there."""
    text = f"Measure,Good is,Target,Actual,Rating\nHomes near school,{good},{target},{value},{rating}\n\n{MEASURES}"
    assert [one.expected for one in found(text, "rating.")] == ([] if expected is None else [expected])


def test_without_a_key_no_rating_is_checked(found):
    """A colour means nothing by itself."""
    assert found(plan("31 July 2024", "On target", key=""), "rating.") == []


BUDGET = "Budget 2024/25 (£'000) overspend +\n\nService,Budget,Forecast,Variance\n"


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("Placements,100,120,20\nTransport,50,40,-10\nTotal,150,160,10", []),
        ("Placements,100,120,20\nTransport,50,40,10\nTotal,150,160,10", ["arithmetic.total", "arithmetic.variance"]),
        ("Placements,100,120,20\nTransport,50,40,-10\nTotal,150,170,10", ["arithmetic.total"]),
        ("A,1,1,0\nB,2,2,0\nSub-total one,3,3,0\nC,4,4,0\nD,5,5,0\nSub-total two,9,9,0\nTotal,12,12,0", []),
        ("A,1,1,0\nB,2,2,0\nTotal before measures,3,3,0\nMeasures,0,-1,-1\nNet total,3,2,-1", []),
    ],
)
def test_sums_of_a_budget_table(found, rows, codes):
    """Rows, totals and totals of totals; what only follows from another fault is not told again."""
    assert sorted(one.code for one in found(BUDGET + rows + "\n", "arithmetic.")) == codes


def test_savings_are_what_is_delivered_and_at_risk(found):
    """Proposed = delivered + at risk."""
    head = "Savings 2024/25 (£)\n\nSaving,Target,Delivered,At risk\n"
    assert found(head + "Agency staff,250000,60000,190000\n", "arithmetic.") == []
    (one,) = found(head + "Agency staff,250000,60000,150000\n", "arithmetic.")
    assert one.code == "arithmetic.savings"


def test_the_variance_of_the_last_report_is_what_it_printed(tmp_path):
    """Two months: the later tells the earlier's variance otherwise."""
    head = "Service,Budget,Forecast,Variance,Variance last report\n"
    for month, last, rows in (
        (8, "31 August 2024", "Placements,100,120,20,"),
        (9, "30 September 2024", "Placements,100,130,30,15"),
    ):
        text = f"Budget 2024/25 at {last} (£'000) overspend +\n\n{head}{rows}\n"
        (tmp_path / f"budget-2024-0{month}.csv").write_text(text, encoding="utf-8")
    register = cstrack.load(tmp_path, authority="Wirral", no_plugins=True, project=False, isolation="none")
    told = [one for one in cstrack.assess(register, as_of="2024-10-31") if one.code.startswith("budget.earlier")]
    assert [one.document for one in told] == ["budget-2024-09.csv"]
    assert "£15k" in told[0].message
    assert "£20k" in told[0].message
