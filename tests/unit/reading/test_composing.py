"""HTML, Word and PDF become one reading text, laid out as Markdown is."""

from __future__ import annotations

from cstrack.document.block import BlockKind
from cstrack.reading.composing import Passage, TablePassage, compose
from cstrack.sources.source import Source

SOURCE = Source(name="paper.html", sha256="sha256:00")


def _compose(*passages, characters=10_000):
    return compose(SOURCE, passages, reader="test 1", characters=characters, line=1_000)


def test_labels_that_a_format_numbers_by_itself_are_printed_and_known():
    """An automatic "(1)" gives the clause it would give if it were typed."""
    lead = Passage(text="RESOLVED: That")
    automatic = _compose(lead, Passage(text="the report be noted", kind=BlockKind.CLAUSE, label="(1)"))
    typed = _compose(lead, Passage(text="(1) the report be noted"))
    assert automatic.value.text == typed.value.text
    assert automatic.value.blocks == typed.value.blocks
    assert automatic.value.blocks[1].label == "(1)"


def test_a_block_knows_its_page():
    """Each passage's page is its blocks' page."""
    document = _compose(Passage(text="One thing.", page=1), Passage(text="Another thing.", page=2)).value
    assert [block.page for block in document.blocks] == [1, 2]


def test_a_table_keeps_its_cells():
    """Ragged rows are filled, a pipe inside a cell is no border, and each cell has its address."""
    rows = (("Service", "Budget"), ("Transport | taxis",))
    (grid,) = _compose(TablePassage(rows=rows)).value.grids
    assert [[cell.address for cell in row] for row in grid.rows] == [
        ["table 1!A1", "table 1!B1"],
        ["table 1!A2", "table 1!B2"],
    ]
    assert grid.rows[1][0].text == "Transport ¦ taxis"


def test_nothing_to_read_and_too_much_to_read_are_said():
    """Neither gives a document."""
    assert _compose(Passage(text="  ")).problems[0].code == "input.empty"
    assert _compose(Passage(text="word " * 50), characters=100).problems[0].code == "input.too_large"
