"""Sums of one paper, checked as intervals and only where it is fair.

Every printed figure stands for an interval, so rounding raises no alarm. Only figures of one year, fund and scope are put together,
and a list introduced by "such as" or "including" need not add up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.model.finding import Finding, Priority
from cstrack.values.figure import Figure, add, agrees
from cstrack.values.patterns import pattern
from cstrack.values.wording import figure_in_words, pounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cstrack.model.budget import BudgetLine
    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.record import Record
    from cstrack.model.register import Register

#: A total is looked for at most this many characters before its list.
_NEAR = 600

_OPEN_LIST = pattern(
    "assessment.arithmetic.open_list", r"\b(?:such\ as|including|includes|for\ example|e\.g\.|among\ them)\b"
)
_CLOSED_LIST = pattern(
    "assessment.arithmetic.closed_list",
    r"\b(?:comprising|comprises|made\ up\ of|consisting\ of|consists\ of|namely|broken\ down\ as|split\ between|split\ as)\b",
)
_NET = pattern("assessment.arithmetic.net", r"\bnet\b")


def figure_of(line: BudgetLine | Observation) -> Figure | None:
    """The figure of a record; None where it is not stated."""
    return line.figure if isinstance(line.figure, Figure) else None


def _key(line: BudgetLine) -> tuple[object, ...]:
    return (line.measure, line.period.edtf if line.period is not None else None, line.fund, line.about)


def start_of(record: Record) -> int:
    """Where a record stands in its document."""
    return record.citation.span.start if record.citation.span is not None else 0


@final
@frozen
class ListedParts:
    """Lists of sums behind a total: what they leave unsaid, or where they exceed it."""

    id: str = "core.listed_parts"
    title: str = "parts of a total"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a list of two or more sums of one kind and year behind a larger sum of the same kind and year.

        Source:
            docs/explanation/fair-reading.md, "Numbers": a list introduced by "such as" need not add up.
        """
        del history
        for paper in assessable(register, as_of):
            lines = sorted(of_paper(register.budgets, paper), key=start_of)
            for parts in _lists(lines):
                total = _total(lines, parts)
                found = _compare(total, parts, paper) if total is not None else None
                if found is not None:
                    yield found


def _lists(lines: Sequence[BudgetLine]) -> Iterator[tuple[BudgetLine, ...]]:
    groups: dict[object, list[BudgetLine]] = {}
    for line in lines:
        sentence = (line.citation.sentence or "").casefold()
        if figure_of(line) is not None and (_OPEN_LIST.search(sentence) or _CLOSED_LIST.search(sentence)):
            groups.setdefault((sentence, _key(line)), []).append(line)
    for group in groups.values():
        if len(group) >= 2:
            yield tuple(group)


def _total(lines: Sequence[BudgetLine], parts: tuple[BudgetLine, ...]) -> BudgetLine | None:
    first = start_of(parts[0])
    largest = max((figure.value for part in parts if (figure := figure_of(part)) is not None), default=Decimal(0))
    before = [
        line
        for line in lines
        if first - _NEAR <= start_of(line) < first
        and _key(line) == _key(parts[0])
        and (figure := figure_of(line)) is not None
        and figure.value > largest
    ]
    return before[-1] if before else None


def _compare(total: BudgetLine, parts: tuple[BudgetLine, ...], paper: Paper) -> Finding | None:
    whole = figure_of(total)
    summed = add([figure for part in parts if (figure := figure_of(part)) is not None])
    if whole is None:
        return None
    told = " + ".join(figure_in_words(part.figure) for part in parts)
    open_list = _OPEN_LIST.search((parts[0].citation.sentence or "").casefold()) is not None
    rest = whole.value - summed.value
    if agrees(summed, whole):
        code, priority, state = "arithmetic.adds_up", Priority.NOTE, "adds up"
        message = f"{told} adds up to the {figure_in_words(whole)} printed"
    elif rest < 0:
        code, priority, state = "arithmetic.parts_exceed", Priority.HIGH, "does not add up"
        message = (
            f"the parts {told} come to {pounds(summed.value)}, more than the {figure_in_words(whole)} they belong to"
        )
    elif open_list:
        code, priority, state = "arithmetic.not_itemised", Priority.NOTE, "not itemised"
        message = f"of {figure_in_words(whole)}, {told} is named: about {pounds(rest)} is not itemised"
    else:
        code, priority, state = "arithmetic.parts_short", Priority.MEDIUM, "does not add up"
        message = (
            f"the parts {told} come to {pounds(summed.value)}, about {pounds(rest)} less than {figure_in_words(whole)}"
        )
    return Finding(
        code=code,
        priority=priority,
        authority=total.authority,
        message=message,
        rule="parts and total are compared as intervals; an open list need not add up",
        citations=(total.citation, *(part.citation for part in parts)),
        records=(total.id, *(part.id for part in parts)),
        subject=total.label,
        document=name_of(paper),
        expected=pounds(summed.value),
        state=state,
    )


@final
@frozen
class NetSums:
    """Three sums of one sentence that call one of them the net of the others."""

    id: str = "core.net_sums"
    title: str = "net sums"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a sentence of exactly three sums with the word "net" before one of them."""
        del history
        for paper in assessable(register, as_of):
            groups: dict[str, list[BudgetLine]] = {}
            for line in sorted(of_paper(register.budgets, paper), key=start_of):
                if line.citation.sentence and figure_of(line) is not None:
                    groups.setdefault(line.citation.sentence, []).append(line)
            for sentence, lines in groups.items():
                if len(lines) == 3 and _NET.search(sentence.casefold()):
                    found = _net(sentence, lines, paper)
                    if found is not None:
                        yield found


def _net(sentence: str, lines: list[BudgetLine], paper: Paper) -> Finding | None:
    net = next((line for line in lines if _named_net(sentence, line)), None)
    others = [line for line in lines if line is not net]
    if net is None or others[0].period != others[1].period or net.period != others[0].period:
        return None
    one, two, told = figure_of(others[0]), figure_of(others[1]), figure_of(net)
    if one is None or two is None or told is None:
        return None
    large, small = (one, two) if one.value >= two.value else (two, one)
    right = agrees(add([told, small]), large)
    words = f"{figure_in_words(large)} less {figure_in_words(small)}"
    return Finding(
        code="arithmetic.net_agrees" if right else "arithmetic.net_differs",
        priority=Priority.NOTE if right else Priority.MEDIUM,
        authority=net.authority,
        message=f"{words} is {pounds(large.value - small.value)}: {'agrees with' if right else 'differs from'} "
        f"the net {figure_in_words(told)} printed",
        rule="net sums are compared as intervals, within one year",
        citations=tuple(line.citation for line in lines),
        records=tuple(line.id for line in lines),
        subject=net.label,
        document=name_of(paper),
        expected=pounds(large.value - small.value),
        state="agrees" if right else "differs",
    )


def _named_net(sentence: str, line: BudgetLine) -> bool:
    figure = figure_of(line)
    at = sentence.find(figure.printed) if figure is not None and figure.printed else -1
    return at > 0 and _NET.search(sentence[max(0, at - 24) : at].casefold()) is not None
