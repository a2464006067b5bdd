"""Units: codes, the pint register behind them, and what it refuses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from cstrack.errors import InvalidProfile, UnitMismatch, UnknownName
from cstrack.values.conversion import convert
from cstrack.values.figure import Figure
from cstrack.values.rounding import Qualifier
from cstrack.values.units import canonical, codes, quantity, with_definitions


def test_pounds_and_children_are_refused_by_pint():
    """The message names both units with their dimensions."""
    from pint import DimensionalityError

    with pytest.raises(DimensionalityError, match=r"from 'child' \(\[child\]\) to 'GBP' \(\[money\]\)"):
        Figure.of("5", noun="child").quantity + Figure.of("5", unit="GBP").quantity


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Figure.of("5", noun="family"), Figure.of("5", noun="child")),
        (Figure.of("5", unit="percent"), Figure.of("5", unit="percentage_point")),
        (Figure.of("5", unit="day"), Figure.of("5", unit="working_day")),
        (Figure.of("5", unit="week"), Figure.of("5", unit="month")),
        (Figure.of("5", unit="FTE"), Figure.of("5")),
        (Figure.of("5", unit="GBP/week"), Figure.of("5", unit="GBP")),
        (Figure.of("5", unit="per_10000"), Figure.of("5", unit="percent")),
    ],
)
def test_what_measures_something_else_is_refused(left, right):
    """Each of these pairs is confused in real papers; each has two dimensions here."""
    from pint import DimensionalityError

    with pytest.raises(DimensionalityError):
        left.quantity + right.quantity


def test_quantities_are_decimal():
    """pint's own register would make floats of a half."""
    total = quantity(Decimal("0.1"), "week") + quantity(Decimal("0.2"), "week")
    assert total.magnitude == Decimal("0.3")
    assert type(total.magnitude) is Decimal


def test_a_unit_multiplies_out():
    """£3,000 a week for four weeks is £12,000."""
    spent = quantity(Decimal(3000), "GBP/week") * quantity(Decimal(4), "week")
    assert spent == quantity(Decimal(12000), "GBP")


def test_two_quantities_of_one_noun_add():
    """Whichever was met first."""
    total = Figure.of("12", noun="social worker").quantity + Figure.of("5", noun="social worker").quantity
    assert str(total) == "17 social_worker"


@pytest.mark.parametrize("noun", ["day", "point", "42 beds", "GBP", "&"])
def test_a_noun_that_is_a_unit_or_no_name_is_counted_all_the_same(noun):
    """ "5 points" of a plan are no points of a score, and a noun may be printed in any way."""
    counted = Figure.of("5", noun=noun).quantity
    assert counted.magnitude == Decimal(5)
    assert counted.dimensionality not in (
        quantity(Decimal(1), "day").dimensionality,
        quantity(Decimal(1), "point").dimensionality,
        quantity(Decimal(1), "GBP").dimensionality,
    )


def test_a_compound_of_a_noun_keeps_the_noun():
    """One child a month is not one referral a month."""
    assert str(Figure.of("1", unit="count/month", noun="child").quantity) == "1 child / month"


def test_an_unknown_unit_is_a_callers_mistake():
    """The error lists the codes there are."""
    with pytest.raises(UnknownName, match="working_day"):
        quantity(Decimal(1), "furlong")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("£", "GBP"),
        ("gbp", "GBP"),
        ("", "count"),
        ("%", "percent"),
        ("Per cent", "percent"),
        ("% points", "percentage_point"),
        ("pp", "percentage_point"),
        ("percentage-points", "percentage_point"),
        ("per 10,000 children", "per_10000"),
        ("FTE", "FTE"),
        ("full-time equivalents", "FTE"),
        ("Working Days", "working_day"),
        ("weeks", "week"),
        ("points", "point"),
        ("£ a week", "GBP/week"),
        ("count/month", "count/month"),
    ],
)
def test_a_printed_unit_has_one_code(text, code):
    """However papers and statistical files print it."""
    assert canonical(text) == code


@pytest.mark.parametrize("code", sorted(codes() - {"score"}))
def test_a_code_is_its_own_code(code):
    """What is canonical stays so."""
    assert canonical(code) == code


@pytest.mark.parametrize("text", ["£m", "furlong", "£ per furlong", "per"])
def test_words_that_are_no_unit_are_refused(text):
    """A scale is no unit, and half a compound is none."""
    with pytest.raises(UnknownName):
        canonical(text)


def test_weeks_become_days_exactly():
    """The interval goes with the value, ends and all."""
    figure = convert(Figure.of("26", unit="week"), "day")
    assert (figure.value, figure.low, figure.high, figure.high_open) == (
        Decimal(182),
        Decimal("178.5"),
        Decimal("185.5"),
        True,
    )


def test_a_range_is_converted_at_both_ends():
    """14 to 21 months are 1.17 to 1.75 years; days become weeks."""
    assert convert(Figure.of("14", to="21", unit="day"), "week").value_high == Decimal(3)
    assert convert(Figure.of("2", to="3", unit="week"), "day").value_high == Decimal(21)


def test_a_factor_without_an_end_rounds_outwards():
    """A day is a seventh of a week: the interval must hold the true seventh."""
    figure = convert(Figure.of("1", unit="day", qualifier=Qualifier.AT_LEAST), "week")
    assert figure.low * 7 <= 1
    exact = convert(Figure.of("1", unit="count/day"), "count/week")
    assert exact.value == Decimal(7)


def test_rates_convert_into_rates():
    """Per 10,000 and per 100,000 count the same on two scales."""
    assert convert(Figure.of("58.3", unit="per_10000"), "per_100000").value == Decimal(583)


def test_months_do_not_become_weeks():
    """A month has no fixed number of days."""
    with pytest.raises(UnitMismatch, match="convert between month and week"):
        convert(Figure.of("14", unit="month"), "week")


def test_a_plugin_adds_units():
    """A unit of its own dimension, and one that builds on ours, with another name for it; twice is no fault."""
    lines = ["bed_night = [bed_nights] = bed_nights", "fortnight = 14 * day"]
    with_definitions(lines)
    with_definitions(lines)
    assert convert(Figure.of("2", unit="fortnight"), "week").value == Decimal(4)
    assert canonical("fortnights") == "fortnight"
    assert quantity(Decimal(1), "bed_night") == quantity(Decimal(1), "bed_nights")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("GBP = 100 * count", "'GBP' is defined already"),
        ("sterling = [sterling] = GBP", "'GBP' is defined already"),
        ("span = 9 * span_of_old", "builds on 'span_of_old'"),
        ("tower = 9 ** 9 ** 9 * day", "cannot read"),
        ("day", "cannot read"),
        ("@import elsewhere.txt", "cannot read"),
    ],
)
def test_a_definition_that_cannot_be_meant_is_refused(line, complaint):
    """Ours stay as they are, and nothing is computed or imported on the way."""
    with pytest.raises(InvalidProfile, match="units of a plugin, line 1") as caught:
        with_definitions([line])
    assert complaint in str(caught.value)


def test_threads_share_one_register():
    """First use from several threads builds one register; quantities of all of them add."""
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(lambda number: quantity(Decimal(number), "count", f"thing {number % 3}"), range(24)))
    assert len({id(part._REGISTRY) for part in parts}) == 1
    assert sum(part.magnitude for part in parts) == Decimal(276)
    assert str(parts[0] + parts[3]) == "3 thing_0"


def test_units_come_without_pint(child):
    """Codes are read from our own file; pint is imported when a quantity is asked for."""
    script = "import sys; from cstrack.values.units import canonical; canonical('weeks'); print('pint' in sys.modules)"
    outcome = child("-c", script)
    assert outcome.stdout.strip() == "False", outcome.stderr
