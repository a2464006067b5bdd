"""The same tables give the same records from Markdown, a workbook and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter

import cstrack
from cstrack.codec.lines import line
from cstrack.reading.markdown import read_markdown
from cstrack.testing import make

PAPER = Path(__file__).parent / "papers" / "monitoring.md"

#: What tells where a record was read, and not what it says; a subject is named after the id of its first record.
PLACE = frozenset(
    {"id", "document", "source", "start", "end", "cell", "page", "box", "section", "quote", "sentence", "subject"}
)


def tables():
    """Title, lines and rows of each table of the paper."""
    document = read_markdown(make.source(text="x", name="monitoring.md"), PAPER.read_bytes()).value
    found = []
    for grid in document.grids:
        first = grid.rows[0][0].span.start
        above = [document.plain(block).text for block in document.blocks[: 1 + grid.heading] if block.label is None]
        lines = [
            document.plain(block).text
            for block in document.blocks[grid.heading + 1 :]
            if block.kind.value == "paragraph" and block.span.end <= first
        ]
        found.append(([above[0], above[-1], *lines], [[cell.text for cell in row] for row in grid.rows]))
    return found


def records(path):
    """What the records of tables in a file say, wherever they stand in it."""
    found = cstrack.load(path, authority="E08000015", isolation="none", project=False, no_plugins=True).records
    told = [line(record) for record in found if record.citation.cell is not None]
    return [{key: value for key, value in each.items() if key not in PLACE} for each in told]


def write_cell(book, sheet, row, column, text):
    """A cell as an analyst would type it: numbers, shares and days as such, under a format, the rest as words."""
    bare = text.strip("()").replace(",", "")
    below = -1 if text.startswith("(") else 1
    if bare.replace(".", "").isdigit() and text.count(".") == 0:
        sheet.write_number(row, column, below * int(bare), book.add_format({"num_format": "#,##0;(#,##0)"}))
    elif text.endswith("%") and text.lstrip("-")[0].isdigit():
        places = len(text.partition(".")[2].rstrip("%"))
        shown = book.add_format({"num_format": f"0.{'0' * places}%" if places else "0%"})
        sheet.write_number(row, column, float(text[:-1]) / 100, shown)
    elif text.count("/") == 2 and text[:2].isdigit():
        day = dt.datetime.strptime(text, "%d/%m/%Y")  # noqa: DTZ007  a day has no time zone
        sheet.write_datetime(row, column, day, book.add_format({"num_format": "dd/mm/yyyy"}))
    else:
        sheet.write_string(row, column, text)


def workbook(path):
    """The tables as sheets of a workbook, their titles above them."""
    book = xlsxwriter.Workbook(str(path))
    for number, (lines, rows) in enumerate(tables()):
        sheet = book.add_worksheet(f"Sheet {number + 1}")
        for at, words in enumerate(lines):
            sheet.write_string(at, 0, words)
        for at, row in enumerate(rows, len(lines) + 1):
            for column, text in enumerate(row):
                write_cell(book, sheet, at, column, text)
    book.close()


@pytest.fixture(scope="module")
def expected():
    """What the paper says."""
    return records(PAPER)


def test_the_paper_is_read_whole(expected):
    """Nine sums and three shares of a budget, values and targets of three indicators, three actions."""
    kinds = [each["kind"] for each in expected]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "budget": 9, "observation": 3 + 12, "target": 3, "action": 3,
    }  # fmt: skip
    assert {each["authority"] for each in expected} == {"E08000015"}


def test_a_workbook_says_the_same(tmp_path, expected):
    """Numbers, shares and days that are stored as such read as they are printed in the paper."""
    workbook(tmp_path / "monitoring.xlsx")
    assert records(tmp_path / "monitoring.xlsx") == expected


def test_csv_says_the_same(tmp_path, expected):
    """One file a table, its title in the rows above the head."""
    found = []
    for number, (lines, rows) in enumerate(tables()):
        stream = io.StringIO()
        csv.writer(stream).writerows([*([words] for words in lines), [], *rows])
        path = tmp_path / f"table-{number}.csv"
        path.write_text(stream.getvalue(), encoding="utf-8", newline="")
        found += records(path)
    assert found == expected
