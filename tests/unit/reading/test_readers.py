"""The readers of text and of Markdown: what they take, what they return, what stops them."""

from __future__ import annotations

import pytest

from cstrack.problems import Severity
from cstrack.reading import markdown, text
from cstrack.reading.markdown import read_markdown
from cstrack.reading.text import read_text
from cstrack.sources.source import Source

SOURCE = Source(name="paper.txt", sha256="sha256:0")


@pytest.mark.parametrize("name", ["minutes.txt", "MINUTES.TXT", "minutes", "standard input", "minutes.2019"])
def test_readable_bytes_without_another_name_are_text(name):
    """The name, the bytes, or both say so."""
    assert text.looks_like(b"RESOLVED: That", name)


@pytest.mark.parametrize("name", ["plan.md", "plan.csv", "page.html", "plan.xlsx", "cstrack.toml"])
def test_a_file_named_as_something_else_is_not_text(name):
    """However readable it is."""
    assert text.looks_like(b"RESOLVED: That", name) == ()


def test_a_binary_named_txt_is_taken_so_that_it_can_be_told():
    """The reader then says what it is; under another name it is nobody's."""
    assert text.looks_like(b"%PDF-1.7", "minutes.txt") == ("named .txt",)
    assert text.looks_like(b"%PDF-1.7", "minutes") == ()
    outcome = read_text(SOURCE, b"%PDF-1.7 ...")
    assert (outcome.value, outcome.problems[0].code) == (None, "input.binary")


def test_only_the_name_makes_markdown():
    """Its signs stand in plain text too."""
    assert markdown.looks_like(b"# Plan", "plan.md") == ("named .md", "its first bytes are text")
    assert markdown.looks_like(b"# Plan", "plan.txt") == ()


@pytest.mark.parametrize("read", [read_text, read_markdown])
@pytest.mark.parametrize("content", [b"", b"\n \r\n\t\f", b"\xef\xbb\xbf", b"---\n\n---\n"])
def test_a_file_without_words_is_empty(read, content):
    """No bytes, blanks only, a byte order mark only, rules only."""
    outcome = read(SOURCE, content)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["input.empty"]
    assert outcome.problems[0].severity is Severity.ERROR


def test_the_source_tells_encoding_and_reader():
    """Part of the evidence: how the bytes became this text."""
    document = read_text(SOURCE, "Budget of £5m.".encode("cp1252")).value
    assert (document.source.encoding, document.source.reader) == ("cp1252", "text 1")
    assert read_markdown(SOURCE, b"Budget").value.source.reader == "markdown 1"


def test_the_text_is_the_file():
    """Line ends, blanks and tabs kept; the byte order mark is no part of it."""
    content = "\ufeff1. Purpose\r\n\r\n\tThe budget.\r\n"
    assert read_text(SOURCE, content.encode()).value.text == content[1:]


def test_a_text_above_the_limit_is_refused():
    """With one line that says how large it is."""
    outcome = read_text(SOURCE, b"word " * 10, characters=49)
    assert (outcome.value, outcome.problems[0].code) == (None, "input.too_large")
    assert "50" in outcome.problems[0].message


def test_a_long_line_is_read_in_parts_and_told():
    """Nothing of it is lost; the place is cited."""
    words = "The budget is £5m and more. " * 10
    outcome = read_text(SOURCE, f"Short.\n\n{words}\n\nShort.".encode(), line=100)
    (problem,) = outcome.problems
    assert problem.code == "text.line_too_long"
    assert "line 3" in problem.message
    document = outcome.value
    assert document.text_at(problem.citation.span) == problem.citation.quote
    assert " ".join(document.plain(block).text for block in document.blocks[1:-1]) == words.strip()


def test_pages_are_counted_where_there_are_form_feeds():
    """And are unknown where there are none."""
    paged = read_text(SOURCE, b"First page.\n\fSecond page.\n\fThird page.").value
    assert [block.page for block in paged.blocks] == [1, 2, 3]
    assert read_text(SOURCE, b"One text.").value.blocks[0].page is None


def test_grids_keep_every_cell_with_its_address():
    """Empty cells too; an address as spreadsheets write it, a span where something is printed."""
    paper = "## Money\n\n| Measure | Q1 |\n|---|---|\n| Agency | |\n| a\\|b | £2m |\n"
    document = read_text(SOURCE, paper.encode()).value
    (grid,) = document.grids
    assert [[cell.text for cell in row] for row in grid.rows] == [["Measure", "Q1"], ["Agency", ""], ["a|b", "£2m"]]
    assert [cell.address for cell in grid.rows[1]] == ["table 1!A2", "table 1!B2"]
    assert grid.rows[1][1].span is None
    assert document.text_at(grid.rows[2][1].span) == "£2m"
    assert grid.heading == 0


def test_mojibake_is_read_as_what_was_meant_and_cited_as_it_stands():
    """A paper that was decoded wrongly before us: the plain text is right, the text is the file."""
    document = read_text(SOURCE, "Childrenâ€™s budget of Â£5m".encode()).value
    plain = document.plain(document.blocks[0])
    assert plain.text == "Children's budget of £5m"
    assert document.text_at(plain.span(21, 24)) == "£5m"
