"""Tables of plain text: which lines are rows, where each cell begins and ends, and what is none."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cstrack.reading.text import read_text
from cstrack.testing import make


def read(paper):
    """A paper of plain text, typed as it stands."""
    text = dedent(paper).strip("\n") + "\n"
    return read_text(make.source(text=text, name="paper.txt"), text.encode()).value


def rows(paper):
    """The words of the cells of the only table."""
    (grid,) = read(paper).grids
    return [[cell.text for cell in row] for row in grid.rows]


ALIGNED = """
    Service                  Budget    Forecast
                               £000        £000
    =============================================
    Home to school
      transport               4,100       5,020
    Number of children with a
    disability who have
    short breaks                900         880
    Legal                     1,200           -

    Total                     6,200       5,900
    """


def test_labels_of_several_lines():
    """A label goes on where the next line begins with a small letter or further in, or where it ends with a word no label ends with."""
    assert rows(ALIGNED) == [
        ["Service", "Budget", "Forecast"],
        ["", "£000", "£000"],
        ["Home to school transport", "4,100", "5,020"],
        ["Number of children with a disability who have short breaks", "900", "880"],
        ["Legal", "1,200", "-"],
        ["Total", "6,200", "5,900"],
    ]


def test_every_character_is_held_once():
    """The cells of a row that goes over several lines share no character, and rules are furniture."""
    document = read(ALIGNED)
    held = [at for block in document.blocks for piece in block.pieces for at in range(piece.start, piece.end)]
    held += [at for span in document.furniture for at in range(span.start, span.end)]
    printed = [at for at, sign in enumerate(document.text) if not sign.isspace()]
    assert len(held) == len(set(held))
    assert set(printed) <= set(held)


def test_the_span_of_a_cell_holds_all_its_lines():
    """From its first word to its last, with what stands between; a cell of one line is its own words."""
    document = read(ALIGNED)
    (grid,) = document.grids
    assert document.text_at(grid.rows[3][0].span).split() == [
        "Number",
        "of",
        "children",
        "with",
        "a",
        "disability",
        "who",
        "have",
        "short",
        "breaks",
    ]
    assert document.text_at(grid.rows[3][2].span) == "880"


def test_heads_that_stand_close():
    """Words of a head that single blanks part go to the columns they stand in line with."""
    table = """
        Measure        Q1 Q2 Target
        Visits         12 14     20
        Plans           9  8     10
        """
    assert read(table).grids == ()  # the numbers themselves stand too close to be told apart
    wider = """
        Measure        Budget Outturn Variance
        Visits            120     140       20
        Plans              90      80      (10)
        """
    assert rows(wider)[0] == ["Measure", "Budget", "Outturn", "Variance"]


def test_a_head_over_three_columns_each():
    """Two heads over six columns stand at the first of three each."""
    table = """
                         2014/15                    2015/16
                    Q1     Q2     Q3           Q1     Q2     Q3
        Referrals  120    130    125          118    122    131
        Plans       40     41     39           44     46     45
        """
    assert rows(table)[0] == ["", "2014/15", "", "", "2015/16", "", ""]


def test_what_follows_a_table_is_no_row():
    """A note, a clause and a sentence below a table are prose."""
    document = read("""
        Service        Budget    Outturn
        Visits            120        140
        Plans              90         80
        Source: the ledger of the Council
        1.1  There were 12 visits  on 4 days.
        """)
    assert len(document.grids[0].rows) == 3
    assert [document.plain(block).text for block in document.blocks[-2:]] == [
        "Source: the ledger of the Council",
        "There were 12 visits on 4 days.",
    ]


@pytest.mark.parametrize(
    "paper",
    [
        "A list of dates:  14 March  2015\nand another:      15 March  2016\n",
        "1.  Introduction ........ 3\n2.  Finance ............. 12\n3.  Risks ............... 14\n",
        "Contact:  01234 567 890   Email:  a@b.gov.uk\nFax:      01234 567 891   Post:   1 High Street\n",
        "Home | News | Contact\n",
        "There were 4  in May   and 6  in June.\nThere were 5  in July  and 8  in August.\n",
        "Present:\tCouncillor A\nApologies:\tCouncillor B\nOfficers:\tDirector\n",
        "1.1\tThere were 23 posts.\n1.2\tThere were 12.\n",
    ],
)
def test_what_is_no_table(paper):
    """Contents pages, addresses, menus, lists of names and sentences have no head over columns of numbers."""
    assert read(paper).grids == ()


def test_a_row_of_two_cells_between_pipes_needs_a_number():
    """A label and a sum; a label and a word are no table."""
    assert rows("Service | £m\nFostering | 2.3\nLegal | 1.2\n") == [
        ["Service", "£m"],
        ["Fostering", "2.3"],
        ["Legal", "1.2"],
    ]
    assert read("Chair | Councillor A\nVice | Councillor B\nLead | Director\n").grids == ()
