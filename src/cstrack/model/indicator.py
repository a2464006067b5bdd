"""What is measured, and what it was when."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Amount, Record

if TYPE_CHECKING:
    from cstrack.model.action import Rating
    from cstrack.values.figure import Figure
    from cstrack.values.period import Period


class Polarity(StrEnum):
    """Which way is good. Half of the field's indicators have none and are never coloured or ranked."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NONE = "no good direction"


class Aggregation(StrEnum):
    """How an observation runs over its period."""

    SNAPSHOT = "snapshot"
    FLOW = "flow"
    YEAR_TO_DATE = "year to date"
    ROLLING = "rolling"


class Basis(StrEnum):
    """On what ground a number stands."""

    ACTUAL = "actual"
    PROVISIONAL = "provisional"
    FORECAST = "forecast"
    APPROVED = "approved"
    PROPOSED = "proposed"
    AGREED = "agreed"


@final
@frozen(kw_only=True)
class Indicator:
    """A measure of the field's catalogue.

    Attributes:
        id: stable id: ``sw_vacancy``.
        name: the field's wording.
        unit: canonical unit code.
        polarity: which way is good.
        aliases: other wordings.
        definition: version of the definition, where it changed.
    """

    id: str
    name: str
    unit: str
    polarity: Polarity = Polarity.NONE
    aliases: tuple[str, ...] = ()
    definition: str | None = None


@final
@frozen(kw_only=True)
class Observation(Record):
    """A number that was measured or counted.

    Attributes:
        figure: the number, or why there is none.
        indicator: id of the catalogue's indicator, where the words name one.
        period: the days it covers, or the day it was counted on; None where the text fixes none.
        aggregation: how it runs over the period; None where nothing is said.
        basis: on what ground it stands.
        change: a difference, not a level.
        numerator: of a ratio, where printed.
        denominator: of a ratio, where printed.
        rating: as printed beside the latest value of its row.
        ref: number or reference of the measure, as printed.
    """

    figure: Amount
    indicator: str | None = None
    period: Period | None = None
    aggregation: Aggregation | None = None
    basis: Basis | None = None
    change: bool = False
    numerator: Figure | None = None
    denominator: Figure | None = None
    rating: Rating | None = None
    ref: str | None = None
