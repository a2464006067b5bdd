"""The draft of a profile is good enough to read by: in layouts and words that no vocabulary knows, and for the next quarter too."""

from __future__ import annotations

import json

import pytest

import cstrack
from cstrack.cli.program import main
from cstrack.codec.lines import line

PLAN = ("cell", "ref", "owner", "original_due", "due", "rating", "status")


def told(records, keys):
    """Records as lines of an expectation."""
    return [
        " | ".join("-" if (value := line(record)[key]) is None else str(value) for key in keys) for record in records
    ]


def drafted(path, profile):
    """The draft of a workbook, written to a file."""
    assert main(["profile", "draft", "--published", str(path), "-o", str(profile), "--force"]) == 0
    assert main(["profile", "check", str(profile)]) == 0


def expected(text):
    """The lines of an expectation, blanks folded."""
    return [" | ".join(part.strip() for part in row.split("|")) for row in text.strip().splitlines()]


def test_a_plan_scored_by_number_and_colour(tmp_path, made):
    """Owner, dates and scores are told by what stands below their heads; what a score means by the key; a variance by adding up."""
    book = tmp_path / "northshire-2025-06-30.xlsx"
    made["northshire"](book)
    drafted(book, tmp_path / "northshire-2025-06-30.xlsx.cstrack.toml")
    register = cstrack.load(book, project=False, published=True)
    assert told(register.actions, PLAN) == expected(
        """Delivery Q1 2025-26!C6 | FD1 | Head of MASH | 2025-06 | 2025-06 | 3 | in_progress
        Delivery Q1 2025-26!C7 | FD2 | Assistant Director | 2025-09 | 2025-12 | 2 | in_progress
        Delivery Q1 2025-26!C8 | FD3 | QA Lead | 2025-09-30 | 2025-09-30 | 1 | in_progress
        Delivery Q1 2025-26!C9 | PE1 | Permanence Manager | 2025-10-31 | 2025-10-31 | 4 | completed
        Delivery Q1 2025-26!C10 | PE2 | Regional Agency; Permanence Manager | 2025-23 | 2025-23 | 3 | in_progress"""
    )
    assert [one.rating.standing for one in register.actions] == [
        "on track",
        "slipping",
        "off track",
        "complete",
        "on track",
    ]
    assert register.actions[0].rating.citation.cell == "Delivery Q1 2025-26!G6"
    assert register.papers[0].key[1].words == "On schedule for the promised date"
    assert told(register.budgets, ("cell", "label", "measure", "value"))[:3] == expected(
        """Spend!B4 | Assessment | budget | 5120000
        Spend!C4 | Assessment | spend | 5300000
        Spend!D4 | Assessment | overspend | 180000"""
    )


def test_the_draft_of_one_quarter_reads_the_next(tmp_path, made):
    """The sheet is called after its quarter, a row was put in above the others, and a head says more than it did."""
    book, following = tmp_path / "northshire-2025-06-30.xlsx", tmp_path / "northshire-2025-09-30.xlsx"
    made["northshire"](book)
    drafted(book, tmp_path / "plan.toml")
    rows = (
        ("Front Door", "FD0", "Open a front door for early help", "Head of MASH", "March 2026", "", "3", "Begun", ""),
        *made["rows"],
    )
    made["northshire"](following, "Q2 2025/26", rows, (*made["heads"][:7], "Story September 2025", made["heads"][8]))
    register = cstrack.load(following, project=False, published=True, profile=tmp_path / "plan.toml")
    assert [one.ref for one in register.actions] == ["FD0", "FD1", "FD2", "FD3", "PE1", "PE2"]
    assert [one.rating.standing for one in register.actions][:2] == ["on track", "on track"]
    assert register.actions[0].updates == ("Begun",)


def test_a_tracker_rated_by_words_of_a_line(tmp_path, made):
    """The key is one line above the head; an unknown word is a problem with its cell, and means nothing."""
    book = tmp_path / "southtown-2024-12-31.xlsx"
    made["southtown"](book)
    drafted(book, tmp_path / "southtown-2024-12-31.cstrack.toml")
    register = cstrack.load(book, project=False, published=True)
    assert told(register.actions, PLAN) == expected(
        """Tracker Q3 2024-25!C7 | 1a | Head of Intelligence | 2024-09-30 | 2024-09-30 | Complete | completed
        Tracker Q3 2024-25!C8 | 1b | Head of Intelligence; Principal Social Worker | 2024-12-31 | 2025-02-28 | Yellow | in_progress
        Tracker Q3 2024-25!C9 | 2a | Principal Social Worker | 2024-10 | 2025-03-31 | Red | in_progress
        Tracker Q3 2024-25!C10 | 2b | HR Business Partner | 2025-03 | 2025-03 | Purple | unknown
        Tracker Q3 2024-25!C11 | 3a | Service Manager | 2025-06 | 2025-06 | Grey | planned"""
    )
    problem = next(one for one in register.problems if one.code == "vocabulary.unknown")
    assert problem.citation.cell == "Tracker Q3 2024-25!H10"


@pytest.mark.parametrize("series", ["a", "b", "c"])
def test_development_series(shared, tmp_path, series):
    """Drafted on the first workbook of a series, a profile reads every action and rating of the later ones."""
    truth = json.loads((shared / "trackers" / f"series-{series}.truth.json").read_text(encoding="utf-8"))
    first = shared / "trackers" / truth["quarters"][0]["file"]
    drafted(first, tmp_path / "plan.toml")
    for quarter in truth["quarters"]:
        register = cstrack.load(
            shared / "trackers" / quarter["file"], project=False, published=True, profile=tmp_path / "plan.toml"
        )
        found = {one.citation.cell: one for one in register.actions}
        assert {action["cells"]["text"] for action in quarter["actions"]} <= set(found)
        rated = [
            (action, found[action["cells"]["text"]]) for action in quarter["actions"] if action["status"]["meaning"]
        ]
        right = sum(
            one.rating is not None and one.rating.standing == action["status"]["meaning"].replace("_", " ")
            for action, one in rated
        )
        assert right >= 0.97 * len(rated), quarter["file"]
