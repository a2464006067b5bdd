"""How far a sheet reaches is told from its XML alone."""

from __future__ import annotations

import pytest

from cstrack.reading.extent import Extent, column_number, excess, sheet_extent
from cstrack.reading.extent_ods import ods_extents


def sheet(body: str, merges: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><worksheet><dimension ref="A1:A1"/><sheetData>{body}</sheetData>{merges}</worksheet>'
    ).encode()


def pieces(content: bytes, length: int):
    return [content[at : at + length] for at in range(0, len(content), length)]


def ods(body: str) -> bytes:
    return f'<office:spreadsheet><table:table table:name="a">{body}</table:table></office:spreadsheet>'.encode()


@pytest.mark.parametrize("length", [1, 7, 64, 10_000])
def test_the_last_cell_counts_whatever_the_dimension_says(length):
    """A value in the first cell and one in the last: seventeen thousand million cells between them. Cut anywhere."""
    content = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c s="1" r="XFD1048576" t="s"/></row>')
    extent = sheet_extent(pieces(content, length))
    assert extent == Extent(rows=1_048_576, columns=16_384, cells=2)
    assert extent.area == 17_179_869_184
    assert "reaches over 1,048,576 rows" in excess(extent, cells=1_000, area=10_000_000)


def test_a_cell_that_stands_in_another_row_than_it_says():
    """The cell's own reference counts, as it does to readers."""
    assert sheet_extent([sheet('<row r="1"><c r="B99"/></row>')]).rows == 99


@pytest.mark.parametrize("written", ["r='C7'", 'r = "C7"', 'r="$C$7"', 'r="c7"'])
def test_a_reference_may_be_written_in_several_ways(written):
    """As far as a reader takes it."""
    assert sheet_extent([sheet(f"<x:row><x:c {written}/></x:row>")]) == Extent(rows=7, columns=3, cells=1)


@pytest.mark.parametrize("length", [3, 40, 10_000])
def test_cells_without_references_follow_each_other(length):
    """They may leave them out; the widest row counts."""
    content = sheet("<row><c/><c/><c/></row>" + "<row/>" * 9 + "<row><c/></row>")
    assert sheet_extent(pieces(content, length)) == Extent(rows=11, columns=3, cells=4)


def test_merged_cells_are_counted_by_what_they_cover():
    """Two kilobytes may merge a whole sheet."""
    merges = '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="E1:E1"/><mergeCell ref="junk"/></mergeCells>'
    extent = sheet_extent([sheet('<row r="1"><c r="A1"/></row>', merges)])
    assert extent.merged == 7
    whole = sheet_extent([sheet("", '<mergeCell ref="A1:XFD1048576"/>')])
    assert "merges 17,179,869,184 cells" in excess(whole, cells=10, area=10_000_000)


def test_a_usual_sheet_has_nothing_too_much():
    """And an empty one."""
    extent = sheet_extent(
        [sheet("".join(f'<row r="{row}"><c r="A{row}"/><c r="B{row}"/></row>' for row in range(1, 50)))]
    )
    assert extent == Extent(rows=49, columns=2, cells=98)
    assert excess(extent, cells=98, area=98) is None
    assert "holds 98 cells" in excess(extent, cells=97, area=98)
    assert excess(sheet_extent([sheet("")]), cells=1, area=1) is None


def test_columns_are_numbered_as_spreadsheets_name_them():
    """A is the first, AA follows Z."""
    assert [column_number(letters) for letters in ("", "a", "Z", "AA", "XFD")] == [0, 1, 26, 27, 16_384]


@pytest.mark.parametrize("length", [1, 9, 10_000])
def test_repeated_cells_of_opendocument_count_as_often_as_they_stand(length):
    """A line of XML may stand for a million cells."""
    bomb = ods(
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="float" office:value="1"'
        ' table:number-columns-repeated="5000"><text:p>1</text:p></table:table-cell></table:table-row>'
    )
    (extent,) = ods_extents(pieces(bomb, length))
    assert extent == Extent(rows=1_000, columns=5_000, cells=5_000_000)


def test_empty_cells_at_the_end_count_for_nothing():
    """Every office program fills a sheet to its last row with them."""
    usual = ods(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    assert ods_extents([usual]) == (Extent(rows=1, columns=1, cells=1),)


def test_sheets_are_told_apart_and_merges_counted():
    """One extent a sheet, in order."""
    cell = (
        '<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="4" office:value-type="string"/>'
    )
    row = f"<table:table-row>{cell}<table:covered-table-cell/></table:table-row>"
    both = ods(row) + ods("<table:table-row/>")
    assert ods_extents([both]) == (Extent(rows=1, columns=1, cells=1, merged=12), Extent())
