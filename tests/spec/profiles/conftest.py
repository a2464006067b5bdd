"""Two trackers in layouts of their own, made anew for each test: one rated by number and colour, one by word with its key in one line."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
import xlsxwriter

DARK = {"bold": True, "bg_color": "#203764"}
SCORES = {"4": "#5B9BD5", "3": "#70AD47", "2": "#FFC000", "1": "#C00000"}
PLAN = (
    "Workstream",
    "ID",
    "Pledged piece of work",
    "Accountable",
    "Promised by",
    "Now thought likely",
    "Score",
    "Story",
    "Blockers",
)
ROWS = (
    ("Front Door", "FD1", "Introduce a single consultation line for all schools", "Head of MASH", date(2025, 6, 30), "", "3", "Line opened in May and is used daily", ""),
    ("", "FD2", "Agree the new threshold document with all partners", "Assistant Director", date(2025, 9, 30), date(2025, 12, 31), "2", "Partners asked for more time", ""),
    ("", "FD3", "Audit fifty contacts a month with health and police", "QA Lead", "End of Q2 2025/26", "", "1", "No audits held so far this year", "Post vacant"),
    ("Permanence", "PE1", "Review every child placed with parents under an order", "Permanence Manager", "31/10/2025", "", "4", "Closed by the Board in July", ""),
    ("", "PE2", "Match children to adopters within four months", "Regional Agency / Permanence Manager", "Autumn 2025", "", "3", "On plan with two matches made", ""),
)  # fmt: skip


def northshire(path, quarter="Q1 2025/26", rows=ROWS, heads=PLAN):
    """A plan with a head of two rows and scores in colour, its key on another sheet; outcomes by month; spend in brackets."""
    book = xlsxwriter.Workbook(str(path))
    dark, months = book.add_format(DARK), book.add_format({"num_format": "mmm yyyy"})
    shades = {score: book.add_format({"bg_color": colour}) for score, colour in SCORES.items()}
    plan = book.add_worksheet(f"Delivery {quarter.replace('/', '-')}")
    plan.write(0, 0, "Northshire Together")
    plan.write(1, 0, f"Delivery update {quarter}")
    plan.merge_range(3, 0, 3, 2, "What", dark)
    plan.merge_range(3, 3, 3, 8, "How it goes", dark)
    plan.write_row(4, 0, heads, dark)
    for at, row in enumerate(rows, 5):
        for column, value in enumerate(row):
            if isinstance(value, date):
                plan.write_datetime(at, column, datetime.combine(value, time()), months)
            elif column == 6 and value:
                plan.write(at, column, int(value), shades.get(value))
            else:
                plan.write(at, column, value)
    key = book.add_worksheet("How to read")
    key.write(0, 0, "Scores of actions")
    for at, (score, told) in enumerate(zip(SCORES, KEY, strict=True), 1):
        key.write(at, 0, int(score), shades[score])
        key.write(at, 1, told)
    _spend(book, dark)
    book.close()


KEY = (
    "Delivered and closed by the Board", "On schedule for the promised date", "Will slip by up to one quarter",
    "Will slip by more than one quarter, or no plan",
)  # fmt: skip


def _spend(book, dark):
    sheet = book.add_worksheet("Spend")
    pounds = book.add_format({"num_format": "#,##0;(#,##0)"})
    sheet.write(0, 0, "Monitoring to period 3 2025/26, all in £k; adverse shown in brackets")
    sheet.write_row(2, 0, ["Division", "Money agreed", "Likely", "Gap"], dark)
    for at, row in enumerate(
        [("Assessment", 5120, 5300, -180), ("Placements", 20400, 22150, -1750), ("Early help", 3010, 2960, 50)], 3
    ):
        sheet.write(at, 0, row[0])
        for column, value in enumerate(row[1:], 1):
            sheet.write(at, column, value, pounds)


def southtown(path):
    """A tracker rated by words, whose key is one line above the head."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Tracker Q3 2024-25")
    sheet.write(0, 0, "SOUTHTOWN")
    sheet.write(2, 0, "Position at 31 December 2024")
    sheet.write(
        3,
        0,
        "Complete = finished and evidenced; Green = progressing to plan; Yellow = some delay; Red = significant delay; Grey = not yet due to begin",
    )
    sheet.write_row(5, 0, ["Rec", "#", "Our answer", "Whose", "Finish", "Slipped to", "State of play", "Lights"])
    for at, row in enumerate(
        [
            ("R1", "1a", "Publish a weekly performance report for managers", "Head of Intelligence", "30 Sept 2024", "", "Reports go out each Monday", "Complete"),
            ("", "1b", "Train team managers to use the report", "Head of Intelligence\nPrincipal Social Worker", "31 Dec 2024", "28 Feb 2025", "Half of the sessions held", "Yellow"),
            ("R2", "2a", "Set a standard for supervision and check it", "Principal Social Worker", "Oct-24", "31/03/2025 (was Jan 2025)", "Standard agreed, no checks", "Red"),
            ("", "2b", "Recruit two practice educators for the teams", "HR Business Partner", "Mar-25", "", "Adverts out", "Purple"),
            ("R3", "3a", "Write a pathway plan with every care leaver", "Service Manager", "June 2025", "", "Starts in April", "Grey"),
        ],
        6,
    ):  # fmt: skip
        sheet.write_row(at, 0, row)
    book.close()


@pytest.fixture
def made():
    """The makers of both, and the heads and rows of the first."""
    return {"northshire": northshire, "southtown": southtown, "heads": PLAN, "rows": ROWS}
