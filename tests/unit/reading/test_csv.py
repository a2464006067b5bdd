"""The reader of CSV: dialects, quotation marks, rows that do not fit, and characters of the file untouched."""

from __future__ import annotations

import pytest
from attrs import evolve

from cstrack.reading.csv import looks_like, read_csv
from cstrack.testing import make


def read(text, encoding="utf-8", name="budget.csv", **more):
    """The outcome of reading a text."""
    content = text.encode(encoding)
    return read_csv(evolve(make.source(text=text), name=name), content, **more)


def texts(outcome):
    """The texts of the one grid."""
    return [[cell.text for cell in row] for row in outcome.value.grids[0].rows]


def codes(outcome):
    """The codes of the problems."""
    return [problem.code for problem in outcome.problems]


def test_the_text_is_the_file_and_each_cell_stands_in_it():
    """Law 1: the text is the decoded file, line ends kept; each cell has its characters and its address."""
    text = 'Service,Budget\r\n"Home, school",1200\r\n'
    outcome = read(text)
    assert outcome.value.text == text
    cell = outcome.value.grids[0].rows[1][0]
    assert (cell.text, cell.address) == ("Home, school", "budget!A2")
    assert text[cell.span.start : cell.span.end] == "Home, school"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_counted(separator):
    """The one by which most rows have as many cells as each other."""
    rows = [["Service", "Budget"], ["Transport", "4.470"], ["Fostering", "3.100"]]
    text = "\n".join(separator.join(row) for row in rows)
    assert texts(read(text)) == rows


def test_commas_in_numbers_do_not_outvote_semicolons():
    """Thousands are grouped by commas; each row has as many semicolons."""
    assert texts(read("Service;Budget\nTransport;4,470\nFostering;3,100,000\n"))[1] == ["Transport", "4,470"]


def test_a_separator_that_is_told_is_believed():
    """Spreadsheet programs write `sep=;` above the first row; that line is no row."""
    outcome = read("sep=;\r\nService;Budget, net\r\n")
    assert texts(outcome) == [["Service", "Budget, net"]]


def test_title_rows_above_the_head_are_rows_and_no_fault():
    """Rows above the head may have any number of cells, and their words are found as the title."""
    outcome = read("Budget monitoring 2023/24\n\nService,Budget\nTransport,5\nFostering,6\n")
    assert texts(outcome)[:3] == [["Budget monitoring 2023/24"], [], ["Service", "Budget"]]
    assert codes(outcome) == []
    assert outcome.value.text_at(outcome.value.blocks[0].span) == "Budget monitoring 2023/24"


def test_a_byte_order_mark_is_no_part_of_the_first_cell():
    """Excel writes one; DfE's files have it or not."""
    assert texts(read("\ufeffService,Budget\n"))[0][0] == "Service"


def test_a_file_of_windows_is_read_with_a_note():
    """The pound sign of 1252 is a pound sign."""
    outcome = read("Service,£m\nA,1\n", encoding="cp1252")
    assert texts(outcome)[0] == ["Service", "£m"]
    assert (codes(outcome), outcome.value.source.encoding) == (["text.encoding"], "cp1252")


def test_a_ragged_row_is_a_problem_and_nothing_is_shifted():
    """A comma too many leaves its cells where they stand; notes of one cell and commas at the end are no fault."""
    outcome = read("Service,Budget\nHome, school,1200\nFostering,3\nTransport,4\nSource: Finance\nAdoption,5,,\n")
    assert texts(outcome)[1] == ["Home", "school", "1200"]
    assert codes(outcome) == ["table.ragged_row"]
    assert "row 2 of budget.csv has 3 cells, and its head 2" in outcome.problems[0].message
    assert outcome.problems[0].citation.quote == "Home, school,1200"


def test_many_ragged_rows_are_counted():
    """Ten are told one by one, the others in one line."""
    outcome = read("a,b\n" + "1,2\n" * 30 + "1,2,3\n" * 25)
    assert len(outcome.problems) == 11
    assert "15 further rows" in outcome.problems[-1].message


def test_a_cell_may_hold_line_ends_and_doubled_marks():
    """RFC 4180; the text of the cell is unescaped, its characters are those of the file."""
    outcome = read('Action,Owner\n"Say ""yes""\nto all",DCS\n')
    cell = outcome.value.grids[0].rows[1][0]
    assert cell.text == 'Say "yes"\nto all'
    assert outcome.value.text_at(cell.span) == 'Say ""yes""\nto all'


def test_a_mark_that_is_never_closed_swallows_no_rows():
    """It is read as a plain one, and told with its row."""
    outcome = read('a,b\n1,"open\n2,"fine"\n3,4\n')
    assert texts(outcome) == [["a", "b"], ["1", '"open'], ["2", "fine"], ["3", "4"]]
    assert codes(outcome) == ["table.unclosed_quote"]
    assert outcome.problems[0].citation.cell == "budget!A2"


def test_a_mark_inside_a_cell_is_an_inch():
    """Only at the beginning of a cell does it open one."""
    assert texts(read('a,b\n5" pipe,7\n'))[1] == ['5" pipe', "7"]


def test_a_cell_longer_than_the_limit_is_cut_and_told():
    """The rest is left out, with a problem."""
    outcome = read("a,b\n" + "x" * 50 + ",1\n", line=20)
    assert texts(outcome)[1] == ["x" * 20, "1"]
    assert codes(outcome) == ["table.field_too_long"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_line_ends(end):
    """Mixed and old ones too."""
    assert texts(read(end.join(["a,b", "1,2"]))) == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "input.empty"), (b" \n", "input.empty"), (b"%PDF-1.7 ...", "input.binary")]
)
def test_what_holds_no_rows_is_a_problem(content, code):
    """Never an exception, never silence."""
    outcome = read_csv(make.source(text="x"), content)
    assert (outcome.value, codes(outcome)) == (None, [code])


def test_more_cells_than_the_limit_are_refused():
    """The same limit as a workbook's."""
    assert codes(read("a,b\n1,2\n", cells=3)) == ["input.too_large"]


def test_opening_marks_without_end_cost_no_more_than_the_file():
    """Each is not searched for to the end of the file: twenty thousand of them end at once."""
    outcome = read('"a x"y,1\n' * 20_000)
    assert len(outcome.value.grids[0].rows) == 20_000
    assert [cell.text for cell in outcome.value.grids[0].rows[19_999]] == ['"a x"y', "1"]


def test_a_csv_file_is_known_by_its_name():
    """A paper of plain text has commas too."""
    assert looks_like(b"a,b\n", "DATA.CSV")
    assert not looks_like(b"a,b\n", "paper.txt")
