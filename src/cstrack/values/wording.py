"""Figures, days and periods in the words a report prints."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from cstrack.values.figure import Figure, Qualifier

if TYPE_CHECKING:
    from datetime import date

    from cstrack.values.missing import NotStated
    from cstrack.values.period import Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SCALES = ((Decimal(1_000_000_000), "bn"), (Decimal(1_000_000), "m"), (Decimal(1_000), "k"))

_QUALIFIERS = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "up to ",
}


def pounds(value: Decimal) -> str:
    """Pounds as a council prints them: never more than three figures behind the point of its scale.

    >>> pounds(Decimal("1100000"))
    '£1.1m'
    >>> pounds(Decimal("-250000"))
    '-£250k'
    >>> pounds(Decimal("18484000"))
    '£18.484m'
    """
    sign = "-" if value < 0 else ""
    size = abs(value)
    for scale, letter in _SCALES:
        if size >= scale:
            scaled = (size / scale).quantize(Decimal("0.001"), ROUND_HALF_UP)
            return f"{sign}£{plain_number(scaled)}{letter}"
    return f"{sign}£{plain_number(size)}"


def plain_number(value: Decimal) -> str:
    """A number with thousands commas and without trailing noughts.

    >>> plain_number(Decimal("3010.50"))
    '3,010.5'
    """
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def figure_in_words(amount: Figure | NotStated) -> str:
    """A figure with its qualifier and unit, as a sentence would have it.

    >>> from cstrack.values.figure import Figure, Qualifier
    >>> figure_in_words(Figure(value=Decimal(700), qualifier=Qualifier.OVER, noun="referral"))
    'over 700'
    """
    if not isinstance(amount, Figure):
        return amount.printed or "not stated"
    number = _with_unit(amount.value, amount.unit)
    if amount.value_high is not None:
        number = f"{number} to {_with_unit(amount.value_high, amount.unit)}"
    return _QUALIFIERS[amount.qualifier] + number


def _with_unit(value: Decimal, unit: str) -> str:
    head, _, per = unit.partition("/")
    number = {"GBP": pounds(value), "percent": f"{plain_number(value)}%"}.get(head, plain_number(value))
    if head == "percentage_point":
        number += " percentage points"
    elif head in {"day", "working_day", "week", "month", "year"}:
        number += f" {head.replace('_', ' ')}{'' if value == 1 else 's'}"
    elif head == "FTE":
        number += " FTE"
    elif head.startswith("per_"):
        number += f" per {int(head.removeprefix('per_')):,}"
    return f"{number} a {per}" if per else number


def day_in_words(day: date) -> str:
    """A day as British papers print it.

    >>> from datetime import date
    >>> day_in_words(date(2015, 3, 31))
    '31 March 2015'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def due_in_words(period: Period) -> str:
    """A due date by its last day, or by its label where it is a month or longer; open ends are said."""
    last = period.last_day
    if last is None:
        return f"from {day_in_words(period.start)}" if period.start is not None else "no date"
    if period.start is None:
        return f"by {day_in_words(last)}"
    return period.label or day_in_words(last)


def due_with_last_day(period: Period) -> str:
    """A due date with the day it counts by, which is said once: "2014/15, last day 31 March 2015", "by 31 March 2015"."""
    told, last = due_in_words(period), period.last_day
    return told if last is None or day_in_words(last) in told else f"{told}, last day {day_in_words(last)}"
