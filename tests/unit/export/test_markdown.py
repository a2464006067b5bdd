"""The report as Markdown."""

from __future__ import annotations

import pytest

from cstrack.export.compose import compose
from cstrack.export.markdown import MarkdownExporter, escaped, render
from cstrack.testing.hostile import poisoned


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a|b", "a\\|b"),
        ("two\nlines", "two lines"),
        ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("<script>", "\\<script\\>"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        ("plain – words", "plain – words"),
    ],
)
def test_text_of_a_document_is_shown_as_it_stands(text, safe):
    """Nothing becomes a link, a heading, a list or a cell."""
    assert escaped(text) == safe


def test_every_row_has_as_many_cells_as_its_heading(register, findings, context):
    """A pipe of a document must not break a table."""
    text = MarkdownExporter().export(poisoned(register), findings, context).decode()
    tables = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]
    assert tables
    for rows in tables:
        assert len({row.replace("\\|", "").count("|") for row in rows}) == 1


def test_numbers_lead_to_the_list_of_words(register, findings, context):
    """Every citation has a number and stands in the list at the end."""
    text = render(compose(register, findings, context))
    assert "## The words it was read from" in text
    assert "1. torbay-2014-12-11.txt, 1: “approve the five year strategy”" in text
    assert "- **Resolved**: (I) approve the five year strategy [1]" in text
