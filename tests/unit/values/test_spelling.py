"""A figure from its text alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.errors import UnreadableFigure
from cstrack.values.rounding import Qualifier
from cstrack.values.spelling import parse


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun", "qualifier"),
    [
        ("£7.2m", "7200000", "GBP", None, "exactly"),
        ("£500K", "500000", "GBP", None, "exactly"),
        ("£2 million", "2000000", "GBP", None, "exactly"),
        ("-£1.7m", "-1700000", "GBP", None, "exactly"),
        ("£3,000 per week", "3000", "GBP/week", None, "exactly"),
        ("95%", "95", "percent", None, "exactly"),
        ("below 10%", "10", "percent", None, "under"),
        ("2 percentage points", "2", "percentage_point", None, "exactly"),
        ("58.3 per 10,000 children", "58.3", "per_10000", None, "exactly"),
        ("over 700 children", "700", "count", "child", "over"),
        ("35+", "35", "count", None, "at_least"),
        ("≤ 14 days", "14", "day", None, "at_most"),
        ("45 working days", "45", "working_day", None, "exactly"),
        ("1 child per month", "1", "count/month", "child", "exactly"),
        ("approximately 35 trampolines", "35", "count", "trampolines", "about"),
        ("£20-25k", "20000", "GBP", None, "exactly"),
        ("£500k to £1.2m", "500000", "GBP", None, "exactly"),
    ],
)
def test_the_parts_of_a_text_become_a_figure(text, value, unit, noun, qualifier):
    """Qualifier, digits, scale, unit and noun, each where papers put it."""
    figure = parse(text, {"children": "child", "child": "child"})
    assert (figure.value, figure.unit, figure.noun, figure.qualifier) == (
        Decimal(value),
        unit,
        noun,
        Qualifier(qualifier),
    )


@pytest.mark.parametrize(
    "text",
    ["£7.2m", "over 700 children", "35+", "about 35", "£20-25k", "<10%", "up to 20%", "-4.1 points", "1,200", "12.5 FTE", "£0", "3 weeks"],
)  # fmt: skip
def test_what_a_figure_prints_reads_as_itself(text):
    """parse(str(x)) == x."""
    figure = parse(text)
    assert parse(str(figure)) == figure


@pytest.mark.parametrize("text", ["", "£", "fifteen", "1e5", "1_000", "１２", "7.2.1m", "£5 per parsec", "5 (a) (b)"])
def test_what_is_no_figure_is_refused(text):
    """One clear error, nothing guessed."""
    with pytest.raises(UnreadableFigure):
        parse(text)
