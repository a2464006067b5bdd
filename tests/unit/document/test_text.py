"""Plain text: what is normalised, what is left alone, and the way back."""

from __future__ import annotations

import pytest

from cstrack.document.text import plain
from cstrack.sources.span import Span


def made_plain(text):
    return plain(text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2013–14", "2013-14"),
        ("2013\u201114", "2013-14"),
        ("2013—14", "2013-14"),
        ("a − b", "a - b"),
        ("£\u00a01.2m", "£ 1.2m"),
        ("£\u20091.2m", "£ 1.2m"),
        ("a  b\t\tc\r\n d", "a b c d"),
        ("“Family Front Door”", '"Family Front Door"'),
        ("the Council’s", "the Council's"),
        ("co\u00adoperation", "cooperation"),
        ("a \u200b b", "a b"),
        ("**Single assessment.** To", "Single assessment. To"),
        ("*Draft* plan", "Draft plan"),
        ("__Draft__ _plan_", "Draft plan"),
        ("see [here](#).", "see here."),
        ("\\*not emphasis\\*", "*not emphasis*"),
        ("Childrenâ€™s Â£5m â€“ 10%", "Children's £5m - 10%"),
    ],
)
def test_what_word_processors_print_becomes_plain(printed, expected):
    """T26: dashes, blanks and quotation marks of every kind read alike; Markdown's signs are not words."""
    assert made_plain(printed).text == expected


@pytest.mark.parametrize(
    "printed",
    ["*", "c*", "5 * 3", "2 ** 3", "snake_case_name", "a_b@example.gov.uk", "[1] note", "[sic] (x)", "S:\\papers"],
)
def test_signs_that_mean_something_are_left_alone(printed):
    """A suppressed value, a footnote, a product, an address."""
    assert made_plain(printed).text == printed


def test_every_character_leads_back():
    """A span of the plain text is the words as they stand."""
    text = "The **target** –  one\na month – was met."
    found = made_plain(text)
    start = found.text.index("target")
    span = found.span(start, start + len("target - one a month"))
    assert text[span.start : span.end] == "target** –  one\na month"


def test_pieces_are_joined_by_one_blank():
    """A paragraph that a page break cuts reads as one, and a span may reach over the break."""
    text = "will be  \n\fdelivered by a partner"
    found = plain(text, (Span(0, 7), Span(11, len(text))))
    assert found.text == "will be delivered by a partner"
    span = found.span(0, len(found.text))
    assert (span.start, span.end) == (0, len(text))


def test_an_empty_span_stands_where_it_is():
    """At a character, at the end, and in no text at all."""
    found = made_plain("abc")
    assert found.span(1, 1) == Span(1, 1)
    assert found.span(3, 3) == Span(3, 3)
    assert plain("", ()).span(0, 0) == Span(0, 0)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("There were 204² children.", "There were 204 children."),
        ("by March 2016¹²", "by March 2016"),
        ("It cost £1.2m.³ More.", "It cost £1.2m. More."),
        ("the rate¹,² fell", "the rate fell"),
        ("the team² grew", "the team grew"),
        ("a hall of 204 m² and 3km²", "a hall of 204 m² and 3km²"),
        ("² Source: the department", "² Source: the department"),
    ],
)
def test_raised_marks_of_notes_are_no_words(printed, read):
    """They are no digits of a figure and no letters of a word; a power of a unit is part of it."""
    assert plain(printed, (Span(0, len(printed)),)).text == read
