"""The report as a workbook."""

from __future__ import annotations

import io
import sys
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from cstrack.errors import MissingExtra
from cstrack.export.report import Column, ColumnKind, Entry, Report, Section, Table
from cstrack.export.xlsx import LONGEST, XlsxExporter, render, sheet_name
from cstrack.model.register import Register
from cstrack.testing import records as make
from cstrack.testing.hostile import poisoned


@pytest.fixture
def book(register, findings, context):
    return openpyxl.load_workbook(io.BytesIO(XlsxExporter().export(register, findings, context)))


def column(sheet, title):
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(title)] for row in sheet.iter_rows(min_row=2)]


def test_one_table_a_sheet_with_a_frozen_heading_and_filters(book):
    """The first row stays in sight and can be filtered."""
    assert book.sheetnames[:3] == ["Papers", "Plans", "Priorities and aims"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert all(sheet.auto_filter.ref for sheet in book)


def test_amounts_are_numbers_with_their_words_beside_them(book):
    """ "most of" is no number: the words say what the number cannot."""
    sheet = book["Budget lines by financial year"]
    assert [cell.value for cell in column(sheet, "Amount")][:2] == [1_400_000, 17_000_000]
    assert column(sheet, "Amount")[0].number_format == "£#,##0"
    assert "“most of the £6.3m” (no figure)" in [cell.value for cell in column(sheet, "Amount, in words")]


def test_due_dates_are_days(book):
    """By their last day, so that a sheet sorts."""
    cells = column(book["Open actions"], "Due")
    assert cells[0].value.isoformat() == "2015-03-31T00:00:00"
    assert [cell.value for cell in cells[1:]] == [None, None]
    assert cells[0].is_date


def test_every_row_names_its_council_and_its_words(book):
    """A sheet can be filtered by council and checked without the report."""
    sheet = book["Open actions"]
    assert {cell.value for cell in column(sheet, "Authority")} == {"Torbay Council"}
    assert column(sheet, "The words it was read from")[0].value == "create placements"


def test_tables_of_two_councils_are_one_sheet(findings, context):
    """Power BI and filters see one table, told apart by its first column."""
    two = [make.paper("a.txt"), make.paper("b.txt", authority="E08000015")]
    register = Register(papers=tuple(two), records=tuple(make.action(paper, "a promise") for paper in two))
    book = openpyxl.load_workbook(io.BytesIO(XlsxExporter().export(register, (), context)))
    assert [cell.value for cell in column(book["Open actions"], "Authority")] == [
        "Torbay Council",
        "Wirral Borough Council",
    ]


def test_nothing_of_a_document_is_a_formula_or_a_link(register, findings, context):
    """What a paper prints is text in a workbook, whatever it begins with."""
    written = XlsxExporter().export(poisoned(register), findings, context)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "/worksheets/" in name]
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert any(
        str(cell.value).startswith("=HYPERLINK") and cell.data_type == "s"
        for cell in column(book["Open actions"], "Action")
    )


def test_the_same_report_has_the_same_bytes(register, findings, context):
    """The workbook says no time of its making."""
    first, second = (XlsxExporter().export(register, findings, context) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Targets", "Targets"),
        ("a/b [c]: d?*", "a b c d"),
        ("x" * 50, "x" * 31),
        ("'quoted'", "quoted"),
        ("[]", "Table 3"),
    ],
)
def test_sheets_have_names_that_excel_takes(title, name):
    """Thirty-one characters, none of []:*?/\\ and no quote."""
    assert sheet_name(title, 2) == name


def test_a_text_that_excel_cannot_hold_is_cut_and_says_so():
    """Excel keeps 32,767 characters of a cell; writers that cut in silence lose evidence."""
    table = Table(title="T", columns=(Column("C"),), rows=((Entry(text="x" * 40_000),),))
    report = Report(title="R", as_of=None, sections=(Section(title="S", tables=(table,)),))
    sheet = openpyxl.load_workbook(io.BytesIO(render(report)))["T"]
    assert len(sheet["B2"].value) == LONGEST
    assert sheet["B2"].value.endswith("(cut; the whole text is in the JSON)")


def test_a_fraction_keeps_its_places():
    """£1,234.56 is not shown as £1,235."""
    rows = ((Entry(text="£1,234.56", value=Decimal("1234.56")),),)
    table = Table(title="T", columns=(Column("C", ColumnKind.POUNDS),), rows=rows)
    report = Report(title="R", as_of=None, sections=(Section(title="S", tables=(table,)),))
    cell = openpyxl.load_workbook(io.BytesIO(render(report)))["T"]["B2"]
    assert (cell.value, cell.number_format) == (1234.56, "£#,##0.00")


def test_without_xlsxwriter_the_error_names_the_line_to_type(register, findings, context, monkeypatch):
    """An optional dependency that is not there is no traceback."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"cstrack\[xlsx\]"):
        XlsxExporter().export(register, findings, context)
