"""The reader of OpenDocument workbooks."""

from __future__ import annotations

import io
import sys
import zipfile
from decimal import Decimal

from attrs import evolve

from cstrack.document.grid import Area
from cstrack.reading.ods import MEDIA_TYPE, looks_like, read_ods
from cstrack.reading.sheets import SheetLimits
from cstrack.testing import make

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_GREEN = (
    '<office:automatic-styles><style:style style:name="ce1" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#92d050"/></style:style></office:automatic-styles>'
)


def words(text, more=""):
    """A cell of words."""
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def number(value, shown, kind="float"):
    """A cell of a number."""
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{shown}</text:p></table:table-cell>'


def row(*cells, more=""):
    """A row."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def made(*rows, name="Budget", styles=""):
    """The bytes of a workbook of one sheet."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>{styles}<office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{"".join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", MEDIA_TYPE)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return stream.getvalue()


def read(content, **more):
    """The outcome of reading some bytes."""
    return read_ods(evolve(make.source(text="x"), name="budget.ods"), content, **more)


SMALL = (
    row(words("Service"), words("Variance £'000"), words("%")),
    row(words("Transport"), number("-641", "-641"), number("0.8496", "85%", "percentage")),
)


def test_cells_read_as_they_are_shown():
    """A share is printed with its sign and the digits that were typed; every cell has address and characters."""
    document = read(made(*SMALL)).value
    (grid,) = document.grids
    assert [cell.text for cell in grid.rows[1]] == ["Transport", "-641", "84.96%"]
    assert grid.rows[1][2].value == Decimal("0.8496")
    assert grid.rows[1][1].address == "Budget!B2"
    assert all(document.text_at(cell.span) == cell.text for line in grid.rows for cell in line)


def test_a_repeated_row_is_as_many_rows():
    """One line of XML that stands for several rows keeps the addresses of those below it right."""
    rows = (
        *SMALL,
        row(words("x"), more=' table:number-rows-repeated="3"'),
        row(words("last"), number("0.5", "50%", "percentage")),
    )
    grid = read(made(*rows)).value.grids[0]
    assert [(line[0].address, line[0].text) for line in grid.rows][-2:] == [("Budget!A5", "x"), ("Budget!A6", "last")]
    assert grid.rows[5][1].text == "50%"


def test_hidden_rows_merged_cells_and_colours_are_told():
    """What a reader of values drops is found in the XML."""
    rows = (
        row(
            words("Theme", ' table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            "<table:covered-table-cell/>",
        ),
        row(
            "<table:covered-table-cell/>",
            "<table:covered-table-cell/>",
            words("x"),
            more=' table:visibility="collapse"',
        ),
        row(words("RAG", ' table:style-name="ce1"')),
    )
    grid = read(made(*rows, styles=_GREEN)).value.grids[0]
    assert grid.merged == (Area(0, 0, 1, 1),)
    assert grid.hidden_rows == {1}
    assert grid.rows[2][0].fill == "92D050"


def test_a_sheet_that_reaches_too_far_is_refused():
    """One line of XML can stand for a million cells (T03)."""
    far = row(number("1", "1"), more=' table:number-rows-repeated="1048576"')
    outcome = read(made(far), limits=SheetLimits(area=1000))
    assert (outcome.value, [one.code for one in outcome.problems]) == (None, ["input.too_large"])


def test_what_is_no_workbook_is_a_problem():
    """Never an exception."""
    assert [one.code for one in read(b"PK\x03\x04 nothing").problems] == ["container.damaged"]


def test_the_missing_extra_is_named(monkeypatch):
    """Without its library the reader says what to install."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert read(made(*SMALL)).problems[0].code == "input.missing_extra"


def test_a_workbook_is_known_by_its_first_part():
    """The first bytes say the kind under any name."""
    assert looks_like(made(*SMALL)[:8192], "download")
    assert not looks_like(b"PK\x03\x04" + b"xl/workbook.xml", "plan.xlsx")
