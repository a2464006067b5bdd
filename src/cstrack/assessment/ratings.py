"""Ratings beside what the authority's own key makes of dates, per cent and updates.

A rating is set beside the rule, never replaced: the key is the authority's, and where it leaves room nothing is said. A date counts by its
last day, and due on the day of the report is not late.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.facts.key import Counted, KeyEntry, RatedAs
from cstrack.model.finding import Finding, Priority
from cstrack.sources.citation import Citation
from cstrack.values.calendar import after, month_end, shifted
from cstrack.values.patterns import pattern
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.action import Action
    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

#: Words of an update that work rated complete should not need.
_OPEN = pattern(
    "assessment.ratings.open",
    r"(?i)\b(?:awaiting|not[ ]yet|outstanding|still[ ]to[ ]be|remains?[ ]to[ ]be|yet[ ]to|in[ ]progress|under[ ]?way|no[ ](?:additional|extra|new|further)[ ][a-z]{1,20}[ ]ha(?:s|ve)|to[ ]be[ ]completed|next[ ]steps?|has[ ]not|have[ ]not)\b",
)

_RULE = "the authority's own key, set beside the dates, the per cent and the update of the same row"


@final
@frozen
class WorkRatings:
    """Work whose rating the authority's key does not give it."""

    id: str = "core.work_ratings"
    title: str = "ratings of work beside the authority's key"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a row whose rating does not fit its key.

        Source:
            docs/explanation/fair-reading.md, "Time"; the key of the paper.
        """
        del history
        firsts = _firsts(register)
        for paper in assessable(register, as_of):
            day = paper.date.last_day if paper.date is not None else None
            if not paper.key or day is None:
                continue
            for action in of_paper(register.actions, paper):
                found = _of_action(paper, action, day, firsts.get(action.subject))
                if found is not None:
                    yield found


def _firsts(register: Register) -> dict[str, tuple[date, Action]]:
    """The first date ever reported of each subject, where an earlier paper printed another than the last one does."""
    dated = [
        (paper.date.last_day, paper) for paper in register.papers if paper.date is not None and paper.date.last_day
    ]
    firsts: dict[str, tuple[date, Action]] = {}
    for _, paper in sorted(dated, key=lambda one: one[0]):
        for action in of_paper(register.actions, paper):
            first = action.original_due.last_day if action.original_due is not None else None
            if first is not None and action.subject:
                firsts.setdefault(action.subject, (first, action))
    return firsts


def _of_action(paper: Paper, action: Action, day: date, first: tuple[date, Action] | None) -> Finding | None:
    rating = action.rating
    if rating is None or rating.standing is None:
        return None
    entries = {entry.standing: entry for entry in paper.key}
    told = _by_the_row(action) or _by_dates(action, day, entries, first)
    if told is None:
        return None
    message, expected, more = told
    cited = tuple(one for one in (rating.citation, action.citation, *more) if one is not None)
    return Finding(
        code="rating.differs_from_key",
        priority=Priority.MEDIUM,
        authority=action.authority,
        message=f"{action.label}: rated {rating.word!r} ({rating.standing}), but {message}",
        rule=_RULE,
        citations=cited,
        records=(action.id,),
        subject=action.label,
        document=name_of(paper),
        expected=expected,
        state="differs from the key",
    )


def _by_the_row(action: Action) -> tuple[str, str | None, tuple[Citation, ...]] | None:
    """What per cent and update of the row itself say against its rating."""
    standing = action.rating.standing if action.rating is not None else None
    done = action.percent_complete
    if standing is RatedAs.COMPLETE:
        if done is not None and done.value < 100:
            return f"{done.printed} of it is done", "not complete", ()
        update = action.updates[-1] if action.updates else ""
        found = _OPEN.search(update)
        if found is not None:
            return f"its update speaks of what is not done: {update[:120]!r}", "not complete", ()
    if standing is RatedAs.NOT_STARTED and done is not None and done.value > 0:
        return f"{done.printed} of it is done", "begun", ()
    return None


def _by_dates(
    action: Action, day: date, entries: dict[RatedAs | None, KeyEntry], first: tuple[date, Action] | None
) -> tuple[str, str | None, tuple[Citation, ...]] | None:
    standing = action.rating.standing if action.rating is not None else None
    current = action.due.last_day if action.due is not None else None
    if current is None or standing not in {RatedAs.ON_TRACK, RatedAs.SLIPPING, RatedAs.OFF_TRACK}:
        return None
    limits = entries.get(RatedAs.SLIPPING) or entries.get(RatedAs.OFF_TRACK)
    counted = (entries.get(standing) or limits or next(iter(entries.values()))).counted
    base, cited = current, tuple[Citation, ...]()
    if counted is Counted.ORIGINAL and action.original_due is not None and action.original_due.last_day is not None:
        base = action.original_due.last_day
        if first is not None and first[0] < base:
            base, cited = first[0], (first[1].citation,)
    reached = max(current, day)
    fits = _fitting(base, reached, limits, entries)
    if fits is None or standing in fits or not _provable(standing, entries.get(standing), reached > base):
        return None
    return _late_words(base, current, day), " or ".join(fits), cited


def _fitting(
    base: date, reached: date, limits: KeyEntry | None, entries: dict[RatedAs | None, KeyEntry]
) -> tuple[RatedAs, ...] | None:
    """The standings that fit a date; None where the key names no limit that would tell them apart."""
    if reached <= base:
        return (RatedAs.ON_TRACK, RatedAs.NOT_STARTED, RatedAs.COMPLETE)
    if limits is None or limits.number is None:
        return (RatedAs.SLIPPING, RatedAs.OFF_TRACK)
    if reached <= _end(base, limits):
        off = entries.get(RatedAs.OFF_TRACK)
        return (RatedAs.SLIPPING,) if off is None or off.alone else (RatedAs.SLIPPING, RatedAs.OFF_TRACK)
    return (RatedAs.OFF_TRACK,)


def _end(base: date, limits: KeyEntry) -> date:
    number = limits.number or 0
    if limits.unit == "month":
        end = shifted(base, number)
        return month_end(end.year, end.month) if after(base).month != base.month else end
    return base + timedelta(days=number * (7 if limits.unit == "week" else 1))


def _provable(standing: RatedAs, entry: KeyEntry | None, late: bool) -> bool:
    """Whether dates can gainsay a rating: not one that looks ahead, or that has another case in which it fits."""
    if standing is RatedAs.ON_TRACK:
        return late
    return late or (entry is not None and not entry.ahead and entry.alone)


def _late_words(base: date, current: date, day: date) -> str:
    if current < day:
        return f"its date, {day_in_words(current)}, passed {(day - current).days} days before {day_in_words(day)}"
    if current > base:
        return (
            f"its date is {day_in_words(current)}, {(current - base).days} days after the first, {day_in_words(base)}"
        )
    return f"its date, {day_in_words(current)}, had not passed by {day_in_words(day)}"
