"""Statements of one paper that do not agree: in words of progress, in dates, in numbers.

Both statements are kept and cited; which of them holds is for a person to ask, and no fault is told of anybody.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.deadlines import open_actions
from cstrack.assessment.scope import assessable, name_of, of_paper, own
from cstrack.model.finding import Finding, Priority
from cstrack.model.progress import Standing, in_tension
from cstrack.model.target import told_once
from cstrack.values.figure import Figure, agrees
from cstrack.values.patterns import pattern
from cstrack.values.wording import due_in_words, figure_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cstrack.model.action import Action
    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.progress import Progress
    from cstrack.model.record import Record
    from cstrack.model.register import Register
    from cstrack.model.target import Target
    from cstrack.values.period import Period

RULE = "two statements of one paper that do not agree are both told, and neither is called wrong"

_BAD = frozenset({Standing.BEHIND, Standing.NOT_REACHED})
_WORD = pattern("assessment.tensions.word", r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z'-]{3,30}+")
_NUMBER = pattern(
    "assessment.tensions.number",
    r"[0-9]{1,12}|(?i:(?<![a-z])(?:first|second|third|fourth|one|two|three|initial|final|next)(?![a-z]))",
)
_EMPTY = frozenset(
    (
        *(
            "will",
            "that",
            "this",
            "with",
            "from",
            "have",
            "been",
            "being",
            "which",
            "their",
            "there",
            "these",
            "those",
            "into",
        ),
        *(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        *("spring", "summer", "autumn", "winter", "early", "late", "year", "month", "quarter", "also"),
    )
)
#: Telling words that two titles of one piece of work share at least, and the part of all their telling words that is.
_SHARED, _PART = 3, 0.7


@final
@frozen
class ProgressInTension:
    """Words of progress on one target, or on one piece of work, that cannot both hold at one time."""

    id: str = "core.progress_in_tension"
    title: str = "words of progress that do not agree"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a target or piece of work: "exceeded" in one place, "on target" in another."""
        del history
        for paper in assessable(register, as_of):
            told = of_paper(register.progress, paper)
            groups: tuple[tuple[Record, ...], ...] = (
                *told_once(own(of_paper(register.targets, paper))),
                *((action,) for action in open_actions(register, paper)),
            )
            for group in groups:
                ids = {record.id for record in group}
                spoken = [one for one in told if ids.intersection(one.of)]
                pair = next((pair for pair in combinations(spoken, 2) if in_tension(*pair)), None)
                if pair is not None:
                    yield _progress(group, pair, paper)


def _progress(group: tuple[Record, ...], pair: tuple[Progress, Progress], paper: Paper) -> Finding:
    words = ", ".join(_said(one.printed, one) for one in pair)
    worse = any(one.standing in _BAD for one in pair)
    return Finding(
        code="statement.progress_differs",
        priority=Priority.MEDIUM if worse else Priority.LOW,
        authority=group[0].authority,
        message=f"{group[0].label}: inconsistent statements in this paper: {words}",
        rule=RULE,
        citations=tuple(dict.fromkeys((*(one.citation for one in pair), *(record.citation for record in group)))),
        records=(*(record.id for record in group), *(one.id for one in pair)),
        subject=group[0].label,
        document=name_of(paper),
        state="inconsistent statements",
    )


@final
@frozen
class DatesInTension:
    """A target or a piece of work that one paper promises for two days."""

    id: str = "core.dates_in_tension"
    title: str = "dates of one promise that do not agree"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a promise; a date that holds the other, as a year holds its month, agrees with it."""
        del history
        for paper in assessable(register, as_of):
            actions = [one for one in open_actions(register, paper) if one.due is not None and not one.recurrence]
            targets = [
                one
                for one in own(of_paper(register.targets, paper))
                if one.due is not None and one.rule != "figure.cell"
            ]
            yield from (_dates(one, other, paper) for one, other in _pairs(actions))
            yield from (_dates(one, other, paper) for one, other in _pairs_of_targets(targets))


def _pairs(actions: Sequence[Action]) -> Iterator[tuple[Action, Action]]:
    by_word: dict[str, list[Action]] = {}
    for action in actions:
        for word in _telling(action.title):
            by_word.setdefault(word, []).append(action)
    seen: set[tuple[str, str]] = set()
    for alike in by_word.values():
        for one, other in combinations(alike[:_MOST], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                if _same_work(one, other) and _apart(one.due, other.due):
                    yield one, other


#: Actions of one word that are compared with each other; a word of more tells nothing.
_MOST = 12


def _pairs_of_targets(targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    by_what: dict[object, list[Target]] = {}
    for target in targets:
        if target.indicator is not None and isinstance(target.figure, Figure):
            what = (target.indicator, target.figure.value, target.figure.value_high, target.figure.unit, target.change)
            by_what.setdefault(what, []).append(target)
    for alike in by_what.values():
        for one, other in combinations(alike, 2):
            if one.citation.sentence != other.citation.sentence and _apart(one.due, other.due):
                yield one, other


def _same_work(one: Action, other: Action) -> bool:
    mine, theirs = _telling(one.title), _telling(other.title)
    if len(mine & theirs) < max(_SHARED, _PART * len(mine | theirs)) or one.citation == other.citation:
        return False
    return _numbers(one) == _numbers(other)


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _EMPTY


def _numbers(action: Action) -> frozenset[str]:
    """Phases, numbers and ordinals of a title, without those of its date."""
    date_words = action.due.label if action.due is not None else ""
    return frozenset(found.casefold() for found in _NUMBER.findall(action.title)) - frozenset(
        _NUMBER.findall(date_words)
    )


def _apart(one: Period | None, other: Period | None) -> bool:
    """Whether two dates end on different days and neither holds the other's last day."""
    if one is None or other is None or one.last_day is None or other.last_day is None or one.last_day == other.last_day:
        return False
    if one.start is None or other.start is None:
        return True
    return not one.contains(other.last_day) and not other.contains(one.last_day)


def _dates(one: Action | Target, other: Action | Target, paper: Paper) -> Finding:
    told = ", ".join(_said(due_in_words(record.due), record) for record in (one, other) if record.due is not None)
    return Finding(
        code="statement.dates_differ",
        priority=Priority.LOW,
        authority=one.authority,
        message=f"{one.label}: inconsistent statements in this paper, of its date: {told}",
        rule=RULE,
        citations=tuple(dict.fromkeys((*one.citations, *other.citations))),
        records=(one.id, other.id),
        subject=one.label,
        document=name_of(paper),
        state="inconsistent statements",
    )


@final
@frozen
class NumbersInTension:
    """One indicator for one stretch of time with two numbers that rounding does not explain."""

    id: str = "core.numbers_in_tension"
    title: str = "numbers of one indicator that do not agree"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an indicator and stretch of time that a sentence prints itself; rows of tables are each their own."""
        del history
        for paper in assessable(register, as_of):
            seen: dict[object, list[Observation]] = {}
            for one in own(of_paper(register.observations, paper)):
                if _is_told(one) and isinstance(one.figure, Figure) and one.period is not None:
                    what = (
                        one.indicator,
                        one.label,
                        one.period.edtf,
                        one.figure.unit,
                        one.figure.noun,
                        one.about,
                        one.basis,
                    )
                    seen.setdefault(what, []).append(one)
            for alike in seen.values():
                pair = next((pair for pair in combinations(alike, 2) if _disagree(*pair)), None)
                if pair is not None:
                    yield _numbers_told(pair, paper)


def _is_told(one: Observation) -> bool:
    """Whether a sentence prints an indicator's own level with its own time."""
    in_words = one.rule != "figure.cell" and one.citation.cell is None
    return in_words and one.indicator is not None and not one.change and "period" not in one.inferred


def _disagree(one: Observation, other: Observation) -> bool:
    if not isinstance(one.figure, Figure) or not isinstance(other.figure, Figure):
        return False
    return one.citation.sentence != other.citation.sentence and not agrees(one.figure, other.figure)


def _numbers_told(pair: tuple[Observation, Observation], paper: Paper) -> Finding:
    one, other = pair
    told = ", ".join(_said(figure_in_words(record.figure), record) for record in pair)
    when = f", {one.period.label or due_in_words(one.period)}" if one.period is not None else ""
    return Finding(
        code="statement.numbers_differ",
        priority=Priority.LOW,
        authority=one.authority,
        message=f"{one.label}{when}: inconsistent statements in this paper: {told}",
        rule=RULE,
        citations=(one.citation, other.citation),
        records=(one.id, other.id),
        subject=one.label,
        document=name_of(paper),
        state="inconsistent statements",
    )


def _said(words: str, record: Record) -> str:
    section = record.citation.section
    return f"“{words}”" + (f" in {section}" if section else "")
