"""What a printed figure can stand for, and what may be made of several."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.errors import UnitMismatch, UnreadableFigure
from cstrack.values.figure import Figure, add, agrees, difference, half, share
from cstrack.values.missing import NotStated, Reason
from cstrack.values.rounding import Qualifier, parse_number


def million(number: str, **told) -> Figure:
    """Pounds printed in millions."""
    return Figure.of(number, unit="GBP", scale=1_000_000, **told)


def reach(figure: Figure) -> str:
    """An interval as mathematicians write it."""
    left, right = "(" if figure.low_open else "[", ")" if figure.high_open else "]"
    return f"{left}{'' if figure.low is None else figure.low}, {'' if figure.high is None else figure.high}{right}"


@pytest.mark.parametrize(
    ("number", "told", "expected"),
    [
        ("7.2", {"unit": "GBP", "scale": 1_000_000}, "[7150000, 7250000)"),
        ("7.20", {"unit": "GBP", "scale": 1_000_000}, "[7195000, 7205000)"),
        ("73", {"unit": "GBP", "scale": 1_000_000}, "[72500000, 73500000)"),
        ("500", {"unit": "GBP", "scale": 1_000}, "[499500, 500500)"),
        ("4,262", {"unit": "GBP"}, "[4261.5, 4262.5)"),
        ("40", {"unit": "percent"}, "[39.5, 40.5)"),
        ("95.0", {"unit": "percent"}, "[94.95, 95.05)"),
        ("1,200", {"noun": "child"}, "[1200, 1200]"),
        ("1", {"unit": "count/month", "noun": "child"}, "[1, 1]"),
        ("45", {"unit": "working_day"}, "[45, 45]"),
        ("426", {"unit": "day"}, "[425.5, 426.5)"),
        ("16.4", {"noun": "case"}, "[16.35, 16.45)"),
        ("12", {"unit": "FTE"}, "[11.5, 12.5)"),
        ("0", {"unit": "GBP"}, "(-0.5, 0.5)"),
        ("-1.7", {"unit": "GBP", "scale": 1_000_000}, "(-1750000, -1650000]"),
    ],
)
def test_a_number_stands_for_all_that_rounds_to_it(number, told, expected):
    """Half of the last printed place on either side, the upper end outside; a whole count is itself."""
    assert reach(Figure.of(number, **told)) == expected


@pytest.mark.parametrize(
    ("number", "qualifier", "unit", "expected"),
    [
        ("700", Qualifier.OVER, "count", "(700, ]"),
        ("35", Qualifier.AT_LEAST, "count", "[35, ]"),
        ("10", Qualifier.UNDER, "percent", "[0, 10)"),
        ("10", Qualifier.AT_MOST, "percent", "[0, 10]"),
        ("0", Qualifier.AT_MOST, "count", "[0, 0]"),
        ("0", Qualifier.UNDER, "count", "[, 0)"),
        ("-3", Qualifier.UNDER, "GBP", "[, -3)"),
        ("0.2", Qualifier.AT_MOST, "point", "[, 0.2]"),
        ("700", Qualifier.ABOUT, "count", "[650, 750]"),
        ("35", Qualifier.ABOUT, "count", "[32.5, 37.5]"),
        ("37", Qualifier.ABOUT, "count", "[36.5, 37.5]"),
        ("5", Qualifier.ABOUT, "count", "[4.5, 5.5]"),
        ("500", Qualifier.ABOUT, "count", "[450, 550]"),
        ("1.1", Qualifier.ABOUT, "count", "[1.05, 1.15]"),
        ("0", Qualifier.ABOUT, "percent", "[-0.5, 0.5]"),
    ],
)
def test_a_word_before_the_number_bounds_it(number, qualifier, unit, expected):
    """Over and at least have no upper end; under and at most begin at nought where the unit does."""
    assert reach(Figure.of(number, qualifier=qualifier, unit=unit)) == expected


def test_about_reaches_over_the_scale():
    """The last place that is not nought counts times what one is printed for."""
    assert reach(million("2", qualifier=Qualifier.ABOUT)) == "[1500000, 2500000]"
    assert reach(Figure.of("250", unit="GBP", scale=1000, qualifier=Qualifier.ABOUT)) == "[225000, 275000]"


def test_a_range_is_what_it_says():
    """Both ends are inside, and the value is the lower one."""
    figure = Figure.of("20", to="25", unit="GBP", scale=1000)
    assert (figure.value, figure.value_high, reach(figure)) == (Decimal(20000), Decimal(25000), "[20000, 25000]")


def test_a_range_may_have_two_scales_and_be_about():
    """ "About £500k to £1.2m" widens each end by its own printed place."""
    figure = Figure.of("500", to="1.2", unit="GBP", scale=1000, to_scale=1_000_000, qualifier=Qualifier.ABOUT)
    assert reach(figure) == "[450000, 1250000]"


def test_a_range_that_runs_down_is_refused():
    """ "25-20" is a misprint or no range; nothing is guessed."""
    with pytest.raises(UnreadableFigure):
        Figure.of("25", to="20")


def test_values_are_plain_decimals():
    """No exponent and no idle noughts, whatever was printed and whatever the scale."""
    assert str(million("1.20").value) == "1200000"
    assert str(Figure.of("95.0", unit="percent").value) == "95"
    assert str(Figure.of("999,999,999,999,999", scale=1_000_000_000).value) == "999999999999999000000000"


@pytest.mark.parametrize("text", ["7,293,000.50", "7293000.50", " 7,293,000.50 "])
def test_commas_group_or_are_left_out(text):
    """Thousands are grouped throughout or not at all."""
    assert parse_number(text) == Decimal("7293000.50")


@pytest.mark.parametrize("text", ["-4.1", "−4.1"])
def test_a_minus_may_be_typographic(text):
    """Spreadsheets print a hyphen, designers a minus."""
    assert parse_number(text) == Decimal("-4.1")


@pytest.mark.parametrize(
    "text",
    ["", "-", ".", "1e5", "1_000", "１２", "٣", "12,34", "1,2345", "1234,567", "7.", "1.23456", "1" * 16, "0x1", "NaN", "inf", "1 200"],
)  # fmt: skip
def test_what_is_no_printed_number_is_refused(text):
    """ASCII digits by grammar, before Decimal sees them: Decimal itself takes exponents, underscores and other digits."""
    with pytest.raises(UnreadableFigure):
        parse_number(text)


def test_an_interval_that_runs_down_is_refused():
    """The interval of a figure made by hand is checked too."""
    with pytest.raises(ValueError, match="down to"):
        Figure(value=Decimal(1), low=Decimal(2), high=Decimal(1))


def test_the_parts_of_a_sum_add_as_intervals():
    """3.6 + 1.2 + 1.3 of 7.2 leaves about 1.1, between 0.9 and 1.3."""
    parts = add([million("3.6"), million("1.2"), million("1.3")])
    rest = difference(million("7.2"), parts)
    assert rest.value == Decimal(1_100_000)
    assert reach(rest) == "(900000, 1300000)"
    assert rest.qualifier is Qualifier.ABOUT


def test_a_sum_with_an_open_part_is_open():
    """ "Over 700" and 35 are over 735."""
    total = add([Figure.of("700", qualifier=Qualifier.OVER), Figure.of("35")])
    assert (total.qualifier, reach(total)) == (Qualifier.OVER, "(735, ]")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Qualifier.AT_LEAST, Qualifier.EXACTLY, Qualifier.AT_LEAST),
        (Qualifier.EXACTLY, Qualifier.EXACTLY, Qualifier.EXACTLY),
        (Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.ABOUT),
    ],
)
def test_the_interval_tells_the_qualifier_of_a_sum(first, second, expected):
    """A computed figure is printed by nobody, so no words bound it."""
    assert add([Figure.of("5", qualifier=first), Figure.of("6", qualifier=second)]).qualifier is expected


def test_less_of_something_unbounded_is_bounded_above():
    """10 less at least 3 is at most 7; less over 3, it is under 7."""
    ten = Figure.of("10")
    assert difference(ten, Figure.of("3", qualifier=Qualifier.AT_LEAST)).qualifier is Qualifier.AT_MOST
    assert difference(ten, Figure.of("3", qualifier=Qualifier.OVER)).qualifier is Qualifier.UNDER


def test_pounds_and_children_do_not_add():
    """The message names both figures with what they count."""
    with pytest.raises(UnitMismatch, match=r"add £5 \(GBP\) and 5 \(count of child\)"):
        add([Figure.of("5", unit="GBP", printed="£5"), Figure.of("5", noun="child")])


def test_two_nouns_do_not_add():
    """Families are not children, though both are counts."""
    with pytest.raises(UnitMismatch):
        add([Figure.of("5", noun="family"), Figure.of("5", noun="child")])


def test_a_noun_that_is_not_said_joins_any():
    """ "12 children, of whom 5": the 5 are children."""
    assert add([Figure.of("12", noun="child"), Figure.of("5")]).noun == "child"


def test_percent_and_percentage_points_do_not_add():
    """A rise of 5 percentage points on 40% is no sum of two percentages."""
    with pytest.raises(UnitMismatch, match="subtract"):
        difference(Figure.of("40", unit="percent"), Figure.of("5", unit="percentage_point"))


def test_nothing_has_no_sum():
    """A sum of nothing would have no unit; asking for it is the caller's mistake."""
    with pytest.raises(ValueError, match="no figure"):
        add([])


def test_half_of_a_sum_halves_its_interval():
    """£500K split half and half is £250K each."""
    each = half(Figure.of("500", unit="GBP", scale=1000))
    assert (each.value, reach(each)) == (Decimal(250_000), "[249750, 250250)")


def test_half_of_a_range_halves_both_ends():
    """The upper end of the range goes with it."""
    assert half(Figure.of("20", to="25")).value_high == Decimal("12.5")


def test_a_share_agrees_with_a_rounded_percentage():
    """£7.2m of £73m is 9.7% to 10%, and so agrees with a printed 10%; it does not with 11%."""
    part = share(million("7.2"), million("73"))
    assert isinstance(part, Figure)
    assert Decimal("9.72") < part.low < Decimal("9.73")
    assert Decimal(10) - Decimal("0.001") < part.high <= Decimal(10)
    assert agrees(part, Figure.of("10", unit="percent"))
    assert not agrees(part, Figure.of("11", unit="percent"))


def test_a_share_of_nothing_is_missing_with_a_reason():
    """Never nought, None or an error in the middle of a run."""
    assert share(Figure.of("5"), Figure.of("0")) == NotStated(reason=Reason.NOT_APPLICABLE, unit="percent")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (Figure.of("5"), Figure.of("10", qualifier=Qualifier.OVER), "(0, 50)"),
        (Figure.of("5", qualifier=Qualifier.AT_LEAST), Figure.of("10"), "[50, ]"),
        (Figure.of("-5"), Figure.of("10"), "[-50, -50]"),
        (Figure.of("-5"), Figure.of("10", qualifier=Qualifier.AT_LEAST), "[-50, 0)"),
        (Figure.of("0"), Figure.of("10"), "[0, 0]"),
        (Figure.of("5"), Figure.of("10", qualifier=Qualifier.UNDER), "(50, ]"),
        (Figure.of("5", qualifier=Qualifier.UNDER), Figure.of("10"), "[0, 50)"),
    ],
)
def test_a_share_of_bounded_figures_is_bounded_where_they_are(part, whole, expected):
    """Each end of a quotient comes from the end of the whole that makes it extreme."""
    assert reach(share(part, whole)) == expected


def test_figures_that_touch_at_an_open_end_do_not_agree():
    """Under 10 ends where at least 10 begins, and the end itself is in one of them only."""
    assert not agrees(Figure.of("10", qualifier=Qualifier.UNDER), Figure.of("10", qualifier=Qualifier.AT_LEAST))
    assert agrees(Figure.of("10", qualifier=Qualifier.AT_MOST), Figure.of("10", qualifier=Qualifier.AT_LEAST))


def test_what_does_not_count_the_same_is_not_compared():
    """Agreement of pounds with percent has no meaning."""
    with pytest.raises(UnitMismatch, match="compare"):
        agrees(Figure.of("5"), Figure.of("5", unit="percent"))


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (million("7.2"), "£7.2m (7.15m to 7.25m)"),
        (million("-1.7"), "-£1.7m (-1.75m to -1.65m)"),
        (Figure.of("700", noun="child", qualifier=Qualifier.OVER), "over 700 child"),
        (Figure.of("35", qualifier=Qualifier.AT_LEAST, printed="35+"), "35+"),
        (Figure.of("10", unit="percent", qualifier=Qualifier.UNDER, printed="10%"), "under 10%"),
        (Figure.of("20", to="25", unit="GBP", scale=1000), "£20,000 to 25,000"),
        (Figure.of("1", unit="count/month", noun="child"), "1 child per month"),
        (Figure.of("2", unit="percentage_point"), "2 percentage point (1.5 to 2.5)"),
        (Figure.of("1,200"), "1,200"),
    ],
)
def test_a_figure_prints_its_words_and_its_interval(figure, expected):
    """The interval is left out where the words say as much."""
    assert str(figure) == expected


def test_a_callers_decimal_context_changes_nothing():
    """Three digits of precision set elsewhere must not round a budget."""
    from decimal import localcontext

    with localcontext() as context:
        context.prec = 3
        total = add([Figure.of("7,293,451", unit="GBP"), Figure.of("1", unit="GBP")])
        part = share(Figure.of("1"), Figure.of("3"))
    assert total.value == Decimal(7_293_452)
    assert str(part.value).startswith("33.33333333")
