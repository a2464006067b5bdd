"""What changed, as a page that a scrutiny officer takes to a meeting: first what moved most and what is gone, then the tables."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from cstrack.export import changes_tables as tables
from cstrack.export.chasing import chasers
from cstrack.export.report import Entry, Line, Report, Section
from cstrack.model.change import ChangeKind
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cstrack.export.compose import Occasion
    from cstrack.export.report import Table
    from cstrack.model.change import Change, Step
    from cstrack.model.comment import Comment
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

#: Statements of a line of the first page.
_FIRST = 5

#: Codes of findings that say a paper does not agree with itself or with the last one.
_CODES = ("rating.", "arithmetic.", "budget.earlier")

#: What is counted first.
_COUNTED = (
    (ChangeKind.MOVED, "date moved later", "dates moved later"),
    (ChangeKind.BROUGHT_FORWARD, "date moved earlier", "dates moved earlier"),
    (ChangeKind.CLOSED, "closed", "closed"),
    (ChangeKind.WITHDRAWN, "withdrawn", "withdrawn"),
    (ChangeKind.NO_LONGER_REPORTED, "no longer reported", "no longer reported"),
    (ChangeKind.NOT_MENTIONED_SINCE, "not mentioned since", "not mentioned since"),
    (ChangeKind.ADDED, "added", "added"),
    (ChangeKind.REWORDED, "worded otherwise", "worded otherwise"),
)


def compose_changes(
    steps: Sequence[Step],
    register: Register,
    findings: Sequence[Finding],
    comments: Sequence[Comment],
    occasion: Occasion,
    before: date | None = None,
) -> Report:
    """The report of what changed.

    Args:
        steps: what moved from issue to issue.
        register: the papers that were compared.
        findings: points to check in them.
        comments: what was said of changes and points.
        occasion: as-at date, title and version.
        before: what is due by this day is chased; where None, by the day the next report comes if it takes as long as the last.

    Returns:
        A section a step: a first page of lines, then the tables, those without rows left out.
    """
    sections = tuple(_step(step, register, findings, comments, before) for step in steps)
    return Report(title=occasion.title, as_of=occasion.as_of, version=occasion.version, sections=sections)


def _step(
    step: Step, register: Register, findings: Sequence[Finding], comments: Sequence[Comment], before: date | None
) -> Section:
    changes = step.changes
    mine = [one for one in findings if one.document == step.after and one.code.startswith(_CODES)]
    limit = before or _next(step)
    chased = chasers(register.for_document(step.after), mine, limit)
    held = (
        *(tables.moved(changes, comments), tables.gone(changes, comments), tables.targets(changes, comments)),
        *(
            tables.points(mine, comments),
            chased,
            tables.closed(changes),
            tables.others(changes),
            tables.doubtful(changes),
        ),
    )
    return Section(
        title=f"{step.after}: what changed since {step.before}",
        note=_note(step),
        lines=tuple(_first_page(changes, mine, chased)),
        tables=tuple(table for table in held if table.rows),
    )


def _next(step: Step) -> date | None:
    if step.later is None:
        return None
    return step.later + (step.later - step.earlier if step.earlier is not None else timedelta(days=92))


def _note(step: Step) -> str:
    told = [
        f"{name}: {day_in_words(day)}"
        for name, day in (("Before", step.earlier), ("now", step.later))
        if day is not None
    ]
    pairs = Counter(one.record_kind for one in step.changes if one.kind is ChangeKind.MATCHED)
    known = ", ".join(f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in pairs.items())
    return "; ".join([*told, f"known again: {known or 'none'}"]) + "."


def _first_page(changes: Sequence[Change], findings: Sequence[Finding], chased: Table) -> Iterator[Line]:
    """The lines of the first page; a line without statements is left out."""
    counts = Counter(one.kind for one in changes)
    told = [f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, one, many in _COUNTED if counts[kind]]
    yield Line(label="In short", entries=(Entry(text="; ".join(told) or "nothing moved"),))
    latest = sorted(
        (one for one in changes if one.kind is ChangeKind.MOVED), key=lambda one: -(one.days_from_original or 0)
    )
    yield from _line("Moved the most", [_moved(one) for one in latest])
    gone = {ChangeKind.NO_LONGER_REPORTED, ChangeKind.NOT_MENTIONED_SINCE}
    yield from _line(
        "Gone without a word",
        [_cited(one, f" ({one.detail})" if one.detail else "") for one in changes if one.kind in gone],
    )
    yield from _line("Targets that moved", [_target(one) for one in changes if one.kind in tables.TARGETS])
    numbers = [Entry(text=one.message, citations=one.citations) for one in findings]
    yield from _line("To check", numbers)
    owners = list(dict.fromkeys(row[0].text for row in chased.rows))
    if owners:
        yield Line(
            label="To chase",
            entries=tuple(Entry(text=owner) for owner in owners[:_FIRST]),
            more=max(0, len(owners) - _FIRST),
        )


def _line(label: str, entries: list[Entry]) -> Iterator[Line]:
    if entries:
        yield Line(label=label, entries=tuple(entries[:_FIRST]), more=max(0, len(entries) - _FIRST))


def _moved(one: Change) -> Entry:
    since = (
        f"{one.days_from_original} days after the first date"
        if one.days_from_original is not None
        else f"{one.days} days"
    )
    times = f", moved {one.moves} times" if one.moves and one.moves > 1 else ""
    return _cited(one, f": {since}{times}")


def _target(one: Change) -> Entry:
    return _cited(one, f": {tables.TARGETS[one.kind]}, {one.from_value or 'none'} > {one.to_value or 'none'}")


def _cited(one: Change, more: str) -> Entry:
    cited = tuple(citation for citation in (one.before, one.after) if citation is not None)
    return Entry(text=f"{one.subject}{more}", citations=cited)
