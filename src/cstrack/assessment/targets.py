"""Targets against what was measured: met, on track, behind, not met, no figure, not computable.

What the paper itself says of a target is reported as the paper's word and stands beside what the numbers say. A target is compared
only with observations of the same indicator (or the same label), unit and kind, and nothing is judged without a good direction:
half of the field's indicators have none.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper, own
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.model.finding import Finding, Priority
from cstrack.model.target import Comparator, Target, TargetKind, fullest, told_once
from cstrack.values.figure import Figure
from cstrack.values.wording import day_in_words, due_in_words, figure_in_words, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.progress import Progress
    from cstrack.model.register import Register


class Status(StrEnum):
    """What may be said of a target on a day."""

    MET = "met"
    ON_TRACK = "on track"
    BEHIND = "behind"
    NOT_MET = "not met"
    NO_FIGURE = "no figure"
    NOT_COMPUTABLE = "not computable"


_PRIORITIES = {
    Status.NOT_MET: Priority.HIGH,
    Status.BEHIND: Priority.MEDIUM,
    Status.NO_FIGURE: Priority.LOW,
    Status.NOT_COMPUTABLE: Priority.NOTE,
    Status.ON_TRACK: Priority.NOTE,
    Status.MET: Priority.NOTE,
}


@final
@frozen(kw_only=True)
class Verdict:
    """What the numbers say of a target, and why.

    Attributes:
        status: what may be said.
        reason: the ground, for a person.
        seen: the observation it rests on; None where there is none.
    """

    status: Status
    reason: str
    seen: Observation | None = None


@final
@frozen
class TargetStatus:
    """Every target of the authority with what the numbers say of it."""

    id: str = "core.target_status"
    title: str = "targets with status"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a target, also where its paper tells it more than once; comparator, baseline and kind are respected."""
        del history
        papers = assessable(register, as_of)
        for paper in papers:
            observations = tuple(
                seen
                for other in papers
                if other.authority == paper.authority
                for seen in own(of_paper(register.observations, other))
            )
            for group in told_once(own(of_paper(register.targets, paper))):
                ids = {one.id for one in group}
                said = tuple(one for one in of_paper(register.progress, paper) if ids.intersection(one.of))
                yield _finding(group, said, judge(fullest(group), observations, as_of), paper)


def judge(target: Target, observations: Sequence[Observation], as_of: date) -> Verdict:
    """What the numbers say of a target on a day.

    Args:
        target: what is to be reached.
        observations: what was measured for the same authority, of papers that were there on the day.
        as_of: the day.

    Returns:
        The verdict with its ground. A target whose date has not come is "on track" only when it is reached already or when it
        stands at or beyond the straight line from its baseline; it is "not met" only after the last day of its date.
    """
    if not isinstance(target.figure, Figure) or target.comparator is Comparator.TO_BE_CONFIRMED:
        return Verdict(status=Status.NO_FIGURE, reason="no number is set")
    seen = _latest(target, observations, as_of)
    if seen is None:
        return _without_observation(target)
    assert isinstance(seen.figure, Figure)
    comparator = _comparator(target)
    if comparator is None:
        return Verdict(status=Status.NOT_COMPUTABLE, reason="it has no good direction, so nothing is judged", seen=seen)
    last = target.due.last_day if target.due is not None else None
    passed = last is not None and last < as_of
    reached = _reached(comparator, target.figure, seen.figure)
    if reached is None:
        return Verdict(status=Status.NOT_COMPUTABLE, reason="the printed numbers are too coarse to tell", seen=seen)
    if reached:
        ahead = last is not None and not passed
        reason = f"{figure_in_words(seen.figure)} was reported"
        return Verdict(status=Status.ON_TRACK if ahead else Status.MET, reason=reason, seen=seen)
    if passed and seen.period is not None and seen.period.last_day is not None and last is not None:
        if seen.period.last_day >= last:
            return Verdict(status=Status.NOT_MET, reason=f"{figure_in_words(seen.figure)} was reported", seen=seen)
        reason = f"{figure_in_words(seen.figure)} was reported before its date, nothing since"
        return Verdict(status=Status.NOT_COMPUTABLE, reason=reason, seen=seen)
    if last is None or passed or _last_day(seen) >= last:
        return Verdict(status=Status.BEHIND, reason=f"{figure_in_words(seen.figure)} was reported", seen=seen)
    return _on_the_way(target, target.figure, seen, seen.figure)


def _last_day(seen: Observation) -> date:
    last = seen.period.last_day if seen.period is not None else None
    return last or date.min


def _on_the_way(target: Target, goal: Figure, seen: Observation, figure: Figure) -> Verdict:
    """A target that is not reached before its date: judged by the straight line from a dated start, else not at all."""
    told = f"{figure_in_words(figure)} was reported"
    start = target.period.start if target.period is not None else None
    last = target.due.last_day if target.due is not None else None
    if target.baseline is None or start is None or last is None or not start <= _last_day(seen) <= last:
        reason = f"{told}; its date has not come, and no dated start is printed to tell how far it should be"
        return Verdict(status=Status.NOT_COMPUTABLE, reason=reason, seen=seen)
    way = Decimal((_last_day(seen) - start).days) / Decimal(max(1, (last - start).days))
    wanted = target.baseline.value + way * (goal.value - target.baseline.value)
    ahead = figure.value >= wanted if goal.value >= target.baseline.value else figure.value <= wanted
    line = f"{told}; on a straight line from {figure_in_words(target.baseline)} it would be {plain_number(round(wanted, 1))}"
    return Verdict(status=Status.ON_TRACK if ahead else Status.BEHIND, reason=line, seen=seen)


def _comparator(target: Target) -> Comparator | None:
    """What reaching it means: as the paper says, else by the catalogue's polarity; None where no direction is good."""
    polarity = default_vocabulary().words("indicator_polarity").get(target.indicator or "")
    if polarity == "N":
        return None
    if target.comparator is not Comparator.NOT_SAID:
        return target.comparator
    return {"H": Comparator.AT_LEAST, "L": Comparator.AT_MOST}.get(polarity or "")


def _without_observation(target: Target) -> Verdict:
    if target.reached is not None:
        reason = f"{figure_in_words(target.reached)} so far, as the paper says; no later number"
        return Verdict(status=Status.NOT_COMPUTABLE, reason=reason)
    return Verdict(status=Status.NOT_COMPUTABLE, reason="no number to compare it with was read")


def _latest(target: Target, observations: Sequence[Observation], as_of: date) -> Observation | None:
    fitting = [seen for seen in observations if _comparable(target, seen, as_of)]
    return max(fitting, key=_when, default=None)


def _when(seen: Observation) -> tuple[str, int]:
    last = seen.period.last_day if seen.period is not None else None
    return (last.isoformat() if last is not None else "", seen.citation.span.start if seen.citation.span else 0)


def _comparable(target: Target, seen: Observation, as_of: date) -> bool:
    if not isinstance(seen.figure, Figure) or not isinstance(target.figure, Figure):
        return False
    if seen.figure.unit != target.figure.unit or seen.change != target.change:
        return False
    if seen.period is not None and seen.period.start is not None and seen.period.start > as_of:
        return False
    if target.kind is TargetKind.CUMULATIVE and seen.period is None:
        return False
    same_indicator = target.indicator is not None and target.indicator == seen.indicator
    return same_indicator or (bool(target.label) and target.label.casefold() == seen.label.casefold())


def _reached(comparator: Comparator, goal: Figure, seen: Figure) -> bool | None:
    """Whether the whole interval of what was seen lies on the good side; None where it straddles the goal."""
    if comparator is Comparator.AT_LEAST:
        return _side(
            seen.low is not None and seen.low >= goal.value,
            seen.high is not None and seen.high < goal.value,
            seen,
            goal,
        )
    if comparator is Comparator.AT_MOST:
        return _side(
            seen.high is not None and seen.high <= goal.value,
            seen.low is not None and seen.low > goal.value,
            seen,
            goal,
        )
    if comparator is Comparator.BETWEEN and goal.value_high is not None:
        return goal.value <= seen.value <= goal.value_high
    return seen.value == goal.value


def _side(above: bool, below: bool, seen: Figure, goal: Figure) -> bool | None:
    if above or below:
        return above
    # A number printed to the same places as the goal is compared as printed: 95% reaches 95%.
    return True if seen.value == goal.value and seen.qualifier == "exactly" else None


def _finding(group: tuple[Target, ...], said: tuple[Progress, ...], verdict: Verdict, paper: Paper) -> Finding:
    target = fullest(group)
    when = f", {due_in_words(target.due)}" if target.due is not None else ""
    if target.due is None and target.period is not None:
        when = f", {target.period.label}"
    inferred = " (date inferred)" if "due" in target.inferred else ""
    seen = verdict.seen
    as_at = ""
    if seen is not None and seen.period is not None and seen.period.last_day is not None:
        as_at = f" (in period or as at: {seen.period.label or day_in_words(seen.period.last_day)})"
    return Finding(
        code="target.status",
        priority=_PRIORITIES[verdict.status],
        authority=target.authority,
        message=f"{target.label}: {figure_in_words(target.figure)}{when}{inferred} - {verdict.status}: {verdict.reason}{as_at}{_in_words(said)}",
        rule="a target is compared with the same indicator, unit and kind; nothing is judged without a good direction",
        citations=(
            *(words for one in group for words in one.citations),
            *(seen.citations if seen is not None else ()),
            *(one.citation for one in said),
        ),
        records=(*(one.id for one in group), *(() if seen is None else (seen.id,))),
        subject=target.label,
        document=name_of(paper),
        state=verdict.status,
    )


def _in_words(said: tuple[Progress, ...]) -> str:
    """What the paper says of a target without a number: reported beside what the numbers say, never in place of it."""
    if not said:
        return ""
    told = ", ".join(
        f"“{one.printed}”" + (f" ({one.citation.section})" if one.citation.section else "") for one in said
    )
    return f"; in the paper's words {told}"
