"""Plans and what they aim at."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Record

if TYPE_CHECKING:
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Plan(Record):
    """A plan, strategy or programme that a paper names.

    Attributes:
        title: as printed: "Children's Services 5 year plan".
        period: the years it covers.
        status: as said: draft, proposed, adopted, under way; None where nothing is said.
        adopted_by: the body that adopted it.
        adopted_on: when.
    """

    title: str
    period: Period | None = None
    status: str | None = None
    adopted_by: str | None = None
    adopted_on: Period | None = None


@final
@frozen(kw_only=True)
class Objective(Record):
    """A priority, strand, theme, pledge or aim.

    Attributes:
        title: as printed.
        word: what the paper calls it: priority, strand, theme, pledge, ambition, aim; None where it calls it nothing.
        order: place in its list, counted from 1; None outside a list.
        plan: id of the plan it belongs to.
    """

    title: str
    word: str | None = None
    order: int | None = None
    plan: str | None = None
