"""Labels and bullets at the start of a line."""

from __future__ import annotations

import pytest

from cstrack.reading.labels import Numbering, marking_at, roman_value


def marking(line):
    return marking_at(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "printed", "token", "numbering", "value"),
    [
        ("5.3 The plan", "5.3", "5.3", Numbering.DOTTED, 3),
        ("4.3.1  The plan", "4.3.1", "4.3.1", Numbering.DOTTED, 1),
        ("1.0 INTRODUCTION", "1.0", "1", Numbering.NUMBER, 1),
        ("12. The plan", "12.", "12", Numbering.NUMBER, 12),
        ("45   APOLOGIES", "45", "45", Numbering.NUMBER, 45),
        ("(1) That", "(1)", "1", Numbering.BRACKET, 1),
        ("2) Noted", "2)", "2", Numbering.BRACKET, 2),
        ("VIII. the strict", "VIII.", "VIII", Numbering.ROMAN_UPPER, 8),
        ("I. approve", "I.", "I", Numbering.ROMAN_UPPER, 1),
        ("(iv) retention", "(iv)", "iv", Numbering.ROMAN_LOWER, 4),
        ("(a) placements", "(a)", "a", Numbering.LETTER_LOWER, 1),
        ("b) The base", "b)", "b", Numbering.LETTER_LOWER, 2),
        ("A. Background", "A.", "A", Numbering.LETTER_UPPER, 1),
        ("**5.3** The plan", "5.3", "5.3", Numbering.DOTTED, 3),
    ],
)
def test_every_way_of_numbering(line, printed, token, numbering, value):
    """What is printed, what it is without brackets and stops, and the likeliest place in its list."""
    label = marking(line).label
    assert (label.printed, label.token, label.readings[0]) == (printed, token, (numbering, value))


@pytest.mark.parametrize("line", ["- item", "* item", "· item", "• item", "– item", "o  item", "\uf0b7 item", "+ item"])
def test_bullets(line):
    """As typed, and as word processors leave them."""
    found = marking(line)
    assert (found.bullet, found.label) == (line[0], None)
    assert line[found.end :] == "item"


def test_a_bullet_before_a_label():
    """``- 1.1 The purpose`` has both."""
    found = marking("- 1.1 The purpose")
    assert (found.bullet, found.label.printed) == ("-", "1.1")


@pytest.mark.parametrize(
    "line",
    [
        "4.5 per cent of the budget",
        "2.1 - 2.4 pages",
        "3.5% more",
        "£5m was spent",
        "2014. The year",
        "18 reviews were late",
        "e.g. this",
        "i.e. that",
        "-5 per cent",
        "*starred* words",
        "only words",
        "(Key decision)",
        "(iiii) no numeral",
        "12",
    ],
)
def test_what_is_no_label(line):
    """Figures, years, abbreviations, emphasis, and a number that nothing follows."""
    found = marking(line)
    assert found is None or (found.label is None and found.bullet is None) or found.end >= len(line)


@pytest.mark.parametrize(
    ("numeral", "value"), [("iv", 4), ("VIII", 8), ("xl", 40), ("lx", 60), ("iiii", 0), ("c", 0), ("vx", 0)]
)
def test_roman_numerals_up_to_sixty(numeral, value):
    """Written the usual way; anything else is none."""
    assert roman_value(numeral) == value
