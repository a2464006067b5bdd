"""A figure is an interval: whatever the true values were, what is computed from the printed ones holds them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import fields
from hypothesis import assume, given
from hypothesis import strategies as st

from cstrack.values.figure import Figure, add, agrees, difference, half, share
from cstrack.values.interval import Interval
from cstrack.values.rounding import Qualifier, parse_number

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False).map(
    lambda number: number or Decimal(0)
)
PRINTED = st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False).flatmap(
    lambda number: st.integers(min_value=0, max_value=4).map(lambda places: f"{number:.{places}f}")
)
SCALES = st.sampled_from([1, 1_000, 1_000_000])
FIGURES = st.builds(
    lambda number, scale, qualifier: Figure.of(number, unit="GBP", scale=scale, qualifier=qualifier),
    PRINTED,
    SCALES,
    st.sampled_from(Qualifier),
)


@st.composite
def true_values(draw: st.DrawFn, figure: Figure) -> Decimal:
    """A value that a figure can stand for."""
    low = figure.low if figure.low is not None else (figure.high or Decimal(0)) - 1000
    high = figure.high if figure.high is not None else (figure.low or Decimal(0)) + 1000
    part = Decimal(draw(st.integers(min_value=0, max_value=64))) / 64
    value = low + (high - low) * part
    assume(value in figure.interval)
    return value


@given(number=PRINTED, scale=SCALES)
def test_a_figure_can_stand_for_its_own_value(number, scale):
    """What a reader means lies inside what it can stand for, unless the word before it says otherwise."""
    for qualifier in (Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST):
        figure = Figure.of(number, unit="GBP", scale=scale, qualifier=qualifier)
        assert figure.value in figure.interval
    for qualifier in (Qualifier.OVER, Qualifier.UNDER):
        figure = Figure.of(number, unit="GBP", scale=scale, qualifier=qualifier)
        assert figure.value not in figure.interval


@given(number=PRINTED, scale=SCALES)
def test_about_is_never_narrower_than_rounding(number, scale):
    """A softer word cannot make a figure firmer."""
    exact = Figure.of(number, unit="GBP", scale=scale)
    soft = Figure.of(number, unit="GBP", scale=scale, qualifier=Qualifier.ABOUT)
    assert soft.low <= exact.low
    assert soft.high >= exact.high


@given(value=NUMBERS, places=st.integers(min_value=0, max_value=2))
def test_a_true_value_lies_in_the_interval_of_its_rounding(value, places):
    """Printed to so many places, the figure still holds the value that was printed (half rounds away from nought)."""
    printed = value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    assert value in Figure.of(f"{printed:f}", unit="GBP").interval


@given(st.data(), FIGURES, FIGURES)
def test_sum_difference_and_half_hold_the_true_values(data, left, right):
    """True values inside the parts give a true result inside the result."""
    one, other = data.draw(true_values(left)), data.draw(true_values(right))
    assert one + other in add([left, right]).interval
    assert one - other in difference(left, right).interval
    assert one / 2 in half(left).interval


@given(st.data(), FIGURES, FIGURES)
def test_a_share_holds_the_true_share(data, part, whole):
    """Rounded outwards: a quotient without an end never falls out of its interval."""
    computed = share(part, whole)
    assume(isinstance(computed, Figure))
    one, other = data.draw(true_values(part)), data.draw(true_values(whole))
    assume(other > 0)
    true = Fraction(one) * 100 / Fraction(other)
    assert computed.low is None or Fraction(computed.low) <= true
    assert computed.high is None or true <= Fraction(computed.high)


@given(FIGURES, FIGURES, FIGURES)
def test_the_order_of_a_sum_does_not_matter(first, second, third):
    """Exact sums commute and associate."""
    assert add([first, second]) == add([second, first])
    assert add([add([first, second]), third]) == add([first, add([second, third])])


@given(FIGURES, FIGURES)
def test_agreement_is_mutual_and_with_oneself(left, right):
    """Two figures agree or do not, whichever is asked first."""
    assert agrees(left, right) == agrees(right, left)
    assert agrees(left, left)


@given(st.data(), FIGURES, FIGURES)
def test_figures_with_a_value_in_both_agree(data, left, right):
    """No false alarm: where one truth fits both, they agree."""
    value = data.draw(true_values(left))
    assume(value in right.interval)
    assert agrees(left, right)


@given(FIGURES, FIGURES)
def test_no_number_of_a_figure_is_a_float(left, right):
    """Decimal throughout, in what is printed and in what is computed."""
    shared = share(left, right)
    for figure in (
        left,
        add([left, right]),
        difference(left, right),
        half(left),
        *([shared] if isinstance(shared, Figure) else []),
    ):
        for one in fields(Figure):
            assert not isinstance(getattr(figure, one.name), float)


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_grouped_number_reads_as_the_number(number):
    """Commas are there for the eye."""
    assert parse_number(f"{number:,}") == parse_number(str(number)) == Decimal(number)


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_twice_mirrored_is_the_same(one, other, low_open, high_open):
    """Negation is its own inverse, ends and all."""
    interval = Interval(low=min(one, other), high=max(one, other), low_open=low_open, high_open=high_open)
    mirrored = -interval
    assert -mirrored == interval
