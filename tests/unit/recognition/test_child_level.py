"""Tables of single children are known by the heads of their columns, wherever those stand, and nothing else is refused."""

from __future__ import annotations

import pytest

from cstrack.document.document import Document
from cstrack.document.grid import Cell, Grid
from cstrack.recognition.child_level import child_level
from cstrack.testing import make


def sheet(*rows, name="Sheet", hidden=False):
    """A grid of the texts of its rows, each a line with bars between its cells."""
    cells = tuple(
        tuple(
            Cell(text=text.strip(), address=f"{name}!{chr(65 + at)}{number}") for at, text in enumerate(row.split("|"))
        )
        for number, row in enumerate(rows, 1)
    )
    return Grid(name=name, rows=cells, hidden=hidden)


def told(*grids, text=""):
    """What is said of a document of some grids."""
    return child_level(Document(source=make.source(), text=text, grids=grids))


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        ("UPN | Year group", "A123456789012 | 7"),
        ("Unique Pupil Number | Year", "A123456789012 | 7"),
        ("Gender | NHS Number", "1 | 943 476 5919"),
        ("nhs_number | legal_status", "9434765919 | C2"),
        ("ULN | Course", "1234567890 | Level 2"),
        ("Plan | Date of Birth", "CP | 01/02/2012"),
        ("DOB (dd/mm/yyyy) | Plan", "2012-02-01 | CP"),
        ("D.O.B. | Plan", "Feb | CP"),
        ("DateOfBirth | Plan", "1.2.12 | CP"),
        ("Child ID | Placement", "1007 | Foster"),
        ("Child's name | Placement", "A | Foster"),
        ("Child Unique ID | Gender | Ethnicity", "AB1 | 1 | WBRI"),
        ("ChildID | Placement", "1007 | Foster"),
        ("Name of child | Placement", "A | Foster"),
        ("Young person's name | Placement", "A | Foster"),
        ("Pupil name | Attendance", "A | 91%"),
        ("Mosaic ID | Team", "881234 | North"),
        ("Forename | Surname | Gender | Ethnicity | Postcode", "A | B | F | WBRI | ZZ1 1ZZ"),
    ],
)  # fmt: skip
def test_heads_of_single_children_are_known(heads, values):
    """Each is enough by itself, in whatever way it is written; the place is told and no value is."""
    found = told(sheet(heads, values if "Feb" not in values else "01-Feb-12 | CP"))
    assert found is not None
    assert "Sheet!" in found
    assert not any(part.strip() in found for part in values.split("|") if len(part.strip()) > 4)


def test_heads_are_found_in_the_second_row_of_any_sheet():
    """Below a title, in a hidden sheet, and in a head of two rows."""
    plan = sheet("Action | Owner", "Publish | Director")
    assert told(plan, sheet("List 3 |", "UPN | Year", "A123456789012 | 7", name="Notes", hidden=True))
    assert told(sheet("Title |", "Child | | Plan", "Name | ID | Type", "A | 1007 | CP"))
    many = ["Action | Owner"] + [f"Do {at} | Lead" for at in range(400)]
    assert told(sheet(*many, "Date of birth | Plan", "01/02/2012 | CP"), text="Date of birth")


@pytest.mark.parametrize(
    "rows",
    [
        ("Child | Plan", "Number of children | 7"),
        ("Ref | Action | Owner", "1 | Record the date of birth of each child | Head of Service"),
        ("Indicator | Q1", "Children with an NHS number recorded | 98%"),
        ("Child protection plans | Q1", "North | 41"),
        ("Name | Role | Email", "Director | DCS | a@b.example"),
        ("Age | Gender | Number", "5 to 9 | Girls | 120"),
        ("Pupil numbers | 2023", "Primary | 21,000"),
        ("Field | Kind", "UPN | text", "Date of birth | date", "Child ID | text"),
        ("Ref | Child's voice", "1 | heard"),
        ("Authority name | Children", "Wirral | 800"),
    ],
)
def test_other_tables_are_let_through(rows):
    """Counts of children, actions about their records, staff, and lists of fields are none."""
    assert told(sheet(*rows)) is None


def test_an_empty_form_holds_nobody():
    """A head without a row below it lists no child."""
    assert told(sheet("UPN | Date of birth")) is None


def test_numbers_of_persons_in_running_words():
    """A labelled number is that of a person wherever it stands; the words alone are not."""
    assert told(text="Her NHS number: 943 476 5919 is wrong")
    assert told(text="The NHS number is recorded for 98% of children") is None
