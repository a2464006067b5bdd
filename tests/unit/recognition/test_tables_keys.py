"""Keys: what letters, words and colours mean, and what only looks like a key."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.document.document import Document
from cstrack.document.grid import Cell, Grid
from cstrack.facts.key import Counted, RatedAs, entry_for
from cstrack.recognition.tables_copies import earlier
from cstrack.recognition.tables_keys import key_entries
from cstrack.sources.source import Source


def document(*rows, **grid):
    """A sheet; a cell is its text, or text and fill."""
    cells = tuple(
        tuple(
            Cell(text=cell, address=f"Key!{'ABCDEFGH'[at]}{number}")
            if isinstance(cell, str)
            else Cell(text=cell[0], fill=cell[1], address=f"Key!{'ABCDEFGH'[at]}{number}")
            for at, cell in enumerate(row)
        )
        for number, row in enumerate(rows, 1)
    )
    source = Source(name="plan.xlsx", sha256="sha256:x")
    return Document(source=source, text="", blocks=(), grids=(Grid(name="Key", rows=cells, **grid),))


def standings(*rows):
    return [entry.standing for entry in key_entries(document(*rows))]


BRAG = (
    ("B", "Blue - action complete and evidence signed off by the Board"),
    ("G", "Green - on track to be completed by the original target date"),
    ("A", "Amber - will miss the original target date, but by no more than three months"),
    ("R", "Red - will miss the original target date by more than three months, or no new date is agreed"),
)


def test_a_key_of_letters():
    """What they stand for, from which date lateness counts, by how much, and whether the words leave room."""
    complete, on_track, slipping, off_track = key_entries(document(*BRAG))
    assert complete.standing is RatedAs.COMPLETE
    assert (on_track.standing, on_track.counted) == (RatedAs.ON_TRACK, Counted.ORIGINAL)
    assert (slipping.standing, slipping.number, slipping.unit, slipping.more) == (RatedAs.SLIPPING, 3, "month", False)
    assert (off_track.standing, off_track.more, off_track.alone) == (RatedAs.OFF_TRACK, True, False)
    assert slipping.ahead


def test_a_key_of_words():
    """Days late; and what the words say where no number stands in them."""
    assert standings(
        ("Completed", "All steps finished (100%) and evidence provided"),
        ("On target", "Will be delivered by the target date"),
        ("Behind", "Target date passed by up to 30 days"),
        ("Overdue", "Target date passed by more than 30 days"),
        ("Not started", "Work not begun (0%)"),
        ("Closed - superseded", "No longer to be done; Board decision recorded"),
    ) == [
        RatedAs.COMPLETE,
        RatedAs.ON_TRACK,
        RatedAs.SLIPPING,
        RatedAs.OFF_TRACK,
        RatedAs.NOT_STARTED,
        RatedAs.WITHDRAWN,
    ]


def test_a_key_of_colours_alone_down_and_across():
    """The fill is the name; what green means is for the key to say."""
    down = document(
        ("", ("", "92D050"), "Done and signed off"),
        ("", ("", "00B0F0"), "On course for the date shown"),
        ("", ("", "FF0000"), "Late by more than 8 weeks, or stuck"),
    )
    across = document(
        (("Done and signed off", "92D050"), ("On course for the date", "00B0F0"), ("Late, by up to 8 weeks", "FFC000"))
    )
    for found in (key_entries(down), key_entries(across)):
        green = entry_for(found, "", "92D050", work=True)
        assert green is not None
        assert green.standing is RatedAs.COMPLETE
    assert entry_for(key_entries(across), "", "FFC000", work=True).unit == "week"
    assert entry_for(key_entries(across), "", "123456", work=True) is None


def test_a_key_of_measures():
    """Points for percentages, a share of the target for others."""
    met, near, not_met = key_entries(
        document(
            ("Met", "Target achieved"),
            ("Nearly", "Missed by no more than 2 percentage points, or 5% of the target where it is not a percentage"),
            ("Not met", "Missed by more than that"),
        )
    )
    assert [met.standing, near.standing, not_met.standing] == [RatedAs.MET, RatedAs.NEAR, RatedAs.NOT_MET]
    assert (near.points, near.share) == (Decimal(2), Decimal(5))


def test_letters_of_work_and_of_measures_are_told_apart():
    """One letter, two keys."""
    measures = (("G", "At target or better"), ("A", "Worse than target by up to 5%"), ("R", "Worse by more than that"))
    key = key_entries(document(*BRAG, ("", ""), *measures))
    assert entry_for(key, "g", None, work=True).standing is RatedAs.ON_TRACK
    assert entry_for(key, "G", None, work=False).standing is RatedAs.MET


def test_lines_in_one_cell():
    """A line above the head of a plan."""
    key = key_entries(document(("Complete = finished and evidenced; Green = progressing to plan; Red = major delay",)))
    assert [(one.printed, one.standing) for one in key] == [
        ("Complete", RatedAs.COMPLETE),
        ("Green", RatedAs.ON_TRACK),
        ("Red", RatedAs.OFF_TRACK),
    ]
    assert entry_for(key, "R", None, work=True).printed == "Red"


def test_scores_in_colour():
    """A number is a name where it is one digit with a fill."""
    rows = (("3", "00B050"), "On schedule"), (("2", "FFC000"), "Will slip by up to one quarter"), (("1", "C00000"), "Will slip by more than one quarter")  # fmt: skip
    key = key_entries(document(*rows))
    assert [one.standing for one in key] == [RatedAs.ON_TRACK, RatedAs.SLIPPING, RatedAs.OFF_TRACK]
    assert [(one.number, one.unit, one.more) for one in key[1:]] == [(3, "month", False), (3, "month", True)]
    assert key_entries(document(*((name, words) for (name, _), words in rows))) == ()


@pytest.mark.parametrize(
    "rows",
    [
        (("1.1", "Publish the guide"), ("1.2", "Recruit"), ("1.3", "On track to be completed by May")),
        (("Publish", "On track", "Complete"), ("Recruit", "Late", "Done"), ("Audit", "Stuck", "On track")),
        (("Yes", "It is so"), ("No", "It is not"), ("Perhaps", "Who knows")),
    ],
)
def test_rows_of_a_plan_are_no_key(rows):
    """Text beside, numbers in the name, or words that say nothing of work."""
    assert key_entries(document(*rows)) == ()


def test_a_hidden_key_is_left_out():
    """Nobody who reads the workbook sees it."""
    assert key_entries(document(*BRAG, hidden=True)) == ()


@pytest.mark.parametrize(
    ("one", "two", "older"),
    [
        ("Tracker Q3 24-25", "Tracker Q2 24-25", "Tracker Q2 24-25"),
        ("Dec 2023", "Mar 2024", "Dec 2023"),
        ("Plan", "Plan (2)", "Plan (2)"),
    ],
)
def test_which_of_two_sheets_is_older(one, two, older):
    """By the dates in their names, else the later tab."""
    assert earlier(one, two) == older
