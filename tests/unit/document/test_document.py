"""A document: lines, places by their names, citations."""

from __future__ import annotations

import pytest

from cstrack.document.document import Document
from cstrack.reading.text import read_text
from cstrack.sources.source import Source
from cstrack.sources.span import Span

SOURCE = Source(name="paper.txt", sha256="sha256:0")


def read(text):
    return read_text(SOURCE, text.encode()).value


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end):
    """T25: the number an editor shows."""
    document = Document(source=SOURCE, text=f"one{end}two{end}{end}four")
    assert [document.line_of(document.text.index(word)) for word in ("one", "two", "four")] == [1, 2, 4]


@pytest.mark.parametrize(
    ("paper", "words", "section"),
    [
        ("1. Money\n\n- The budget is £5m.\n", "The budget", "1"),
        ("5. Report\n\n5.3 The measures are:-\n\n- More carers.\n", "More carers", "5.3"),
        ("4. Plan\n\n4.3 It was agreed.\n\n- I. approve;\n- II. fund;\n", "fund", "4.3 II"),
        ("RESOLVED: That\n\n(1) it be noted;\n\n(2) it be added.\n", "it be added", "RESOLVED (2)"),
        ("The Cabinet agreed to:\n\nI.  Apply.\n\nII.  Approve.\n", "Approve", "AGREED II"),
        ("It was resolved that:\n\na)  it be drawn.\n", "it be drawn", "RESOLVED (a)"),
        ("RESOLVED:\n\n(2) that\n\n(a) it be noted;\n\n(b) it be sent.\n", "it be sent", "RESOLVED (2)(b)"),
        ("Recommended -\n\nThat it be noted.\n", "That it be noted", "RECOMMENDED"),
        ("## Recommendations\n\n1. That it be noted.\n", "That it be noted", "RECOMMENDATIONS 1"),
        ("Minutes:\n\nThe report was noted.\n", "The report", "Minutes"),
        ("4 Budget for the Quarter PDF 3 KB\nPurpose\nIt tells the spend.\n", "It tells", "Purpose"),
        ("The report was noted.\n", "The report", None),
    ],
)
def test_a_place_is_called_as_a_reader_would_call_it(paper, words, section):
    """The resolution, the clause, else the nearest heading."""
    document = read(paper)
    block = next(block for block in document.blocks if document.plain(block).text.startswith(words))
    assert document.section_of(block) == section


def test_a_citation_keeps_the_span_law():
    """Its quote is what stands at its span; section and page come with it."""
    document = read("1. Money\n\n- The budget is **£5m**.\n")
    start = document.text.index("£5m")
    citation = document.cite(Span(start, start + 3), document.blocks[1], sentence="The budget is £5m.")
    assert citation.quote == document.text_at(citation.span) == "£5m"
    assert (citation.section, citation.page) == ("1", None)


def test_a_block_is_made_plain_once():
    """Every recogniser asks for it."""
    document = read("The budget is £5m.")
    assert document.plain(document.blocks[0]) is document.plain(document.blocks[0])
