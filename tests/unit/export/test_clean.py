"""Text of documents made harmless."""

from __future__ import annotations

import pytest

from cstrack.export.clean import cell, printable, writable


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\tb\r\nc\u2028d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("soft\u00adhyphen zero\u200bwidth \ufeff", "softhyphen zerowidth "),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("£1.2m – “quoted”", "£1.2m – “quoted”"),
    ],
)
def test_printable_text_is_one_line_without_commands(text, clean):
    """What a person sees stays; what a terminal obeys is shown as a mark."""
    assert printable(text) == clean


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", "＝1+1", "＠x", "  =1+1", "\u00a0-1"]
)
def test_a_cell_that_would_be_a_formula_is_quoted(text):
    """OWASP ASVS 1.2.10, and its full-width relatives."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["£1.2m", "2014-15", "a=b", "", "'quoted"])
def test_other_cells_stay_as_they_are(text):
    """A cure that changes what is harmless would break a join."""
    assert cell(text) == text


def test_writable_text_keeps_its_lines():
    """A workbook's cell may hold several lines."""
    assert writable("a\r\nb\x07\tc") == "a\nb\ufffd c"
