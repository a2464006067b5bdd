"""The reader of Excel workbooks: what a person sees in a cell, and what a parser must not be given."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from attrs import evolve

from cstrack.document.grid import Area
from cstrack.reading import workbook
from cstrack.reading.sheets import SheetLimits
from cstrack.reading.xlsx import looks_like, read_xlsx
from cstrack.testing import make


def made(fill):
    """The bytes of a workbook that a function fills."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    fill(book)
    book.close()
    return stream.getvalue()


def read(content, **more):
    """The outcome of reading some bytes."""
    return read_xlsx(evolve(make.source(text="x"), name="budget.xlsx"), content, **more)


def texts(grid):
    """The texts of a grid."""
    return [[cell.text for cell in row] for row in grid.rows]


def budget(book):
    """A small budget with formats."""
    sheet = book.add_worksheet("Budget")
    pounds = book.add_format({"num_format": "#,##0;(#,##0)"})
    share = book.add_format({"num_format": "0%"})
    sheet.write_row(0, 0, ["Service", "Variance £'000", "%"])
    sheet.write(1, 0, "Transport")
    sheet.write(1, 1, -641, pounds)
    sheet.write(1, 2, 0.8496, share)


def test_a_cell_reads_as_it_is_shown():
    """Brackets, groups and shares are those of the format; digits that were typed and are hidden are kept."""
    document = read(made(budget)).value
    assert texts(document.grids[0])[1] == ["Transport", "(641)", "84.96%"]


def test_a_number_is_a_decimal_as_stored():
    """Nothing passes through a float into a cell; a share is held as the file holds it."""
    row = read(made(budget)).value.grids[0].rows[1]
    assert [cell.value for cell in row] == [None, Decimal(-641), Decimal("0.8496")]


def test_every_cell_has_its_address_and_its_characters():
    """The span law holds for cells: the text at the span is the text of the cell."""
    document = read(made(budget)).value
    for row in document.grids[0].rows:
        for cell in row:
            assert cell.span is not None
            assert document.text_at(cell.span) == cell.text
    assert document.grids[0].rows[1][1].address == "Budget!B2"
    assert document.text.startswith("Budget\nService\tVariance £'000\t%\n")


@pytest.mark.parametrize(
    ("stored", "shown", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (88 / 530, "0.0%", "16.6%"),
        (18_420_000, "#,##0,", "18,420"),
        (43, "0.000", "43.000"),
        (9_540_000, '"£"#,##0', "£9,540,000"),
        (1 / 3, "0.00", "0.33"),
        (2.5, "General", "2.5"),
        (-0.023, "0.0%;-0.0%", "-2.3%"),
        (1234.5, "#,##0.00", "1,234.50"),
    ],
)
def test_numbers_as_formats_show_them(stored, shown, text):
    """Digits that only a computer makes are rounded to what is shown; a comma at the end of a format divides by a thousand."""

    def fill(book):
        book.add_worksheet("A").write_number(0, 0, stored, book.add_format({"num_format": shown}))

    assert texts(read(made(fill)).value.grids[0]) == [[text]]


def test_dates_are_days_and_months_as_shown():
    """A real date is a date whatever it looks like; one shown as a month reads as a month."""

    def fill(book):
        sheet = book.add_worksheet("A")
        day = dt.datetime(2023, 8, 31)  # noqa: DTZ001  a cell has no time zone
        sheet.write_datetime(0, 0, day, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_datetime(0, 1, day, book.add_format({"num_format": "mmm-yy"}))
        sheet.write_datetime(0, 2, day, book.add_format({"num_format": 14}))
        sheet.write_string(0, 3, "31.08.23")

    row = read(made(fill)).value.grids[0].rows[0]
    assert [cell.text for cell in row] == ["31/08/2023", "Aug 2023", "31/08/2023", "31.08.23"]
    assert [cell.value for cell in row] == [dt.date(2023, 8, 31)] * 3 + [None]


def test_every_sheet_is_read_and_hidden_things_are_told():
    """A hidden sheet, row and column are marked, and merged cells stand in their first place."""

    def fill(book):
        sheet = book.add_worksheet("Plan")
        sheet.merge_range("A1:A3", "Theme")
        sheet.write("B3", "x")
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("C:D", None, None, {"hidden": True})
        book.add_worksheet("Old").hide()

    shown, hidden = read(made(fill)).value.grids
    assert (shown.name, shown.hidden, hidden.name, hidden.hidden) == ("Plan", False, "Old", True)
    assert shown.hidden_rows == {1}
    assert shown.hidden_columns == {2, 3}
    assert shown.merged == (Area(0, 0, 2, 0),)
    assert texts(shown) == [["Theme", ""], ["", ""], ["", "x"]]


def test_the_colour_behind_a_cell_is_told():
    """Trackers rate by colour alone: told in full, by the theme with its tint, and for an empty cell too."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "P1"
    sheet["A1"], sheet["C2"] = "RAG", "end"
    fills = openpyxl.styles
    sheet["A2"].fill = fills.PatternFill("solid", fgColor="FF92D050")
    sheet["B2"].fill = fills.PatternFill("solid", fgColor=fills.colors.Color(theme=4, tint=0.5))
    stream = io.BytesIO()
    book.save(stream)
    row = read(stream.getvalue()).value.grids[0].rows[1]
    assert [cell.fill for cell in row] == ["92D050", "A7C0DE", None]


def test_an_error_is_a_problem_with_its_cell():
    """A cell that prints #REF! is no empty cell."""

    def fill(book):
        sheet = book.add_worksheet("Budget")
        sheet.write(0, 0, "Total")
        sheet.write_formula(0, 1, "=B9", None, "#REF!")

    outcome = read(made(fill))
    assert texts(outcome.value.grids[0]) == [["Total", "#REF!"]]
    assert outcome.value.grids[0].rows[0][1].error
    assert [(problem.code, problem.citation.cell) for problem in outcome.problems] == [
        ("table.error_value", "Budget!B1")
    ]


def test_a_formula_without_its_value_is_a_problem():
    """A program may write formulas and no values; a person must open and save the file."""
    book = openpyxl.Workbook()
    book.active.title = "Budget"
    book.active["A1"], book.active["A2"] = 5, "=A1*2"
    stream = io.BytesIO()
    book.save(stream)
    problems = read(stream.getvalue()).problems
    assert [(problem.code, problem.citation.cell) for problem in problems] == [("table.no_value", "Budget!A2")]


def test_the_title_of_a_workbook_can_be_found():
    """The cells of words and dates at the top are blocks, so that date and authority are found as in a paper."""
    document = read(made(budget)).value
    assert [document.text_at(block.span) for block in document.blocks] == [
        "Service",
        "Variance £'000",
        "%",
        "Transport",
    ]


def test_numbers_of_a_large_workbook_are_cited_by_their_cells(monkeypatch):
    """The text of a very large workbook holds its words alone; every number is still in its cell."""
    monkeypatch.setattr(workbook, "PRINTED_WHOLE", 1)
    document = read(made(budget)).value
    number = document.grids[0].rows[1][1]
    assert (number.text, number.span) == ("(641)", None)
    assert document.text_at(document.grids[0].rows[1][0].span) == "Transport"


def rewritten(content, name, change):
    """A workbook with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_that_reaches_too_far_is_refused_and_the_others_are_read():
    """Two kilobytes with a value in the last cell would make a parser end the program (T03)."""

    def fill(book):
        budget(book)
        book.add_worksheet("Notes").write(0, 0, "kept")

    far = rewritten(made(fill), SHEET, lambda xml: xml.replace(b'r="A2"', b'r="XFD1048576"'))
    outcome = read(far)
    assert [problem.code for problem in outcome.problems] == ["input.too_large"]
    assert [grid.name for grid in outcome.value.grids] == ["Notes"]


def test_cells_that_do_not_say_where_they_stand_are_counted_too():
    """A bound that is read off the references holds only where every cell has one."""
    bare = rewritten(made(budget), SHEET, lambda xml: xml.replace(b"</row>", b"<c><v>1</v></c>" * 2_000 + b"</row>"))
    assert [problem.code for problem in read(bare, limits=SheetLimits(area=2_000)).problems] == ["input.too_large"]


def test_a_document_type_is_refused():
    """No entity is unfolded, no file of this machine is read, nothing disappears silently (T02)."""
    laughing = rewritten(made(budget), SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml.split(b"?>", 1)[1])
    outcome = read(laughing)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["xml.dtd_forbidden"]


def test_more_cells_than_the_limit_are_refused():
    """The limit counts cells, not bytes: a page of many is legitimate."""
    assert [one.code for one in read(made(budget), limits=SheetLimits(cells=3)).problems] == ["input.too_large"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and then nothing", "container.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "container.encrypted"),
        (b"", "container.damaged"),
    ],
)
def test_what_is_no_workbook_is_a_problem(content, code):
    """Never an exception, never silence."""
    outcome = read(content)
    assert (outcome.value, [problem.code for problem in outcome.problems]) == (None, [code])


def test_a_damaged_sheet_loses_no_other():
    """One bad cell loses its sheet in the parser; the rest of the workbook is read."""

    def fill(book):
        budget(book)
        book.add_worksheet("Notes").write(0, 0, "kept")

    broken = rewritten(made(fill), SHEET, lambda xml: xml.replace(b't="s"><v>0</v>', b't="s"><v>99999</v>'))
    outcome = read(broken)
    assert [problem.code for problem in outcome.problems] == ["table.sheet_unreadable"]
    assert [grid.name for grid in outcome.value.grids] == ["Notes"]


def test_the_missing_extra_is_named(monkeypatch):
    """Without its library the reader says what to install."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    problem = read(made(budget)).problems[0]
    assert (problem.code, "cstrack[xlsx]" in problem.message) == ("input.missing_extra", True)


def test_a_workbook_is_known_by_its_parts():
    """The name does not tell; a Word file of that name is none, a locked file of that name is taken to say so."""
    head = made(budget)[:8192]
    assert looks_like(head, "download")
    assert looks_like(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan.xlsx")
    assert not looks_like(b"PK\x03\x04......word/document.xml", "plan.xlsx")
    assert not looks_like(b"Service,Budget", "plan.xlsx")
