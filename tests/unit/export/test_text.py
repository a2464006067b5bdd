"""The printed report."""

from __future__ import annotations

import pytest

from cstrack.export.compose import compose
from cstrack.export.text import TextExporter, grid, render


def test_no_line_is_wider_than_the_terminal(register, findings, context):
    """Every table fits 120 columns."""
    printed = render(compose(register, findings, context))
    assert max(map(len, printed.splitlines())) <= 120


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_table_fits_its_width_whatever_it_holds(width):
    """Words longer than a column are broken; nothing is cut off."""
    drawn = grid(("a", "bb", "c"), [["x" * 300, "y z " * 50, ""], ["1", "2", "w" * 90]], width=width)
    assert max(map(len, drawn.splitlines())) <= width
    assert drawn.count("x") == 300
    assert drawn.count("w") == 90


def test_a_short_table_is_no_wider_than_it_needs():
    """Room is not filled for its own sake."""
    assert max(map(len, grid(("a", "b"), [["one", "two"]]).splitlines())) < 30


def test_numbers_are_printed_as_they_are():
    """tabulate would print 1e5 as 100000 and 007 as 7."""
    drawn = grid(("n",), [["1e5"], ["007"], ["1.20"]])
    assert all(text in drawn for text in ("1e5", "007", "1.20"))


def test_no_control_character_reaches_the_terminal():
    """A document that prints an escape sequence must not command the terminal."""
    drawn = grid(("n",), [["\x1b[2J\x07\x9b31m\u202egnp.exe\r\nnext"]])
    assert not any(ord(letter) < 32 and letter != "\n" for letter in drawn)
    assert "\u202e" not in drawn
    assert "\x9b" not in drawn


def test_the_lines_of_a_page_say_what_how_and_where(register, findings, context):
    """Label, words and section, as an officer reads them out."""
    printed = render(compose(register, findings, context))
    assert "  Money that moves      £2.3m from reserves to the overspend [1]" in printed
    assert "As at 31 March 2015" in printed


def test_the_exporter_writes_what_the_terminal_prints(register, findings, context):
    """One renderer for both."""
    assert TextExporter().export(register, findings, context).decode() == render(compose(register, findings, context))
