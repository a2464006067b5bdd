"""The tables of what changed, each from the changes of one step."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.export.report import Column, ColumnKind, Entry, Table
from cstrack.model.change import Change, ChangeKind
from cstrack.model.comment import Comment, CommentKind
from cstrack.values.period import Period
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.model.finding import Finding
    from cstrack.sources.citation import Citation

_PROMISE = Column("Promise", share=5)
_OWNER = Column("Who leads")
_SAID = Column("Said of it", share=3)
_WHERE = Column("Where", share=2)
_SURE = "a doubtful pair: see below"

#: What a change of a target is called.
TARGETS = {
    ChangeKind.WEAKENED: "easier to reach",
    ChangeKind.STRENGTHENED: "harder to reach",
    ChangeKind.PUSHED: "date moved later",
    ChangeKind.TARGET_BROUGHT_FORWARD: "date moved earlier",
    ChangeKind.TARGET_SET: "set",
    ChangeKind.TARGET_WITHDRAWN: "no target now",
    ChangeKind.REDEFINED: "defined otherwise",
}


def moved(changes: Sequence[Change], comments: Sequence[Comment]) -> Table:
    """Dates that moved, the furthest from the first promise first; those moved earlier last."""
    dated = [one for one in changes if one.kind in {ChangeKind.MOVED, ChangeKind.BROUGHT_FORWARD}]
    dated.sort(key=lambda one: (-(one.days_from_original or one.days or 0), one.subject))
    columns = (
        *(_PROMISE, _OWNER, Column("Date before"), Column("Date now")),
        *(
            Column("Days since the last report", ColumnKind.NUMBER, 1),
            Column("Days since the first date", ColumnKind.NUMBER, 1),
        ),
        *(Column("Times moved", ColumnKind.NUMBER, 1), Column("How", share=3), _SAID, _WHERE),
    )
    rows = tuple(
        (
            *(_promise(one), Entry(text="; ".join(one.owners)), _date(one.from_value), _date(one.to_value)),
            *(_count(one.days), _count(one.days_from_original), _count(one.moves)),
            *(Entry(text=_how(one, comments)), _said(one.subject, comments), _where(one)),
        )
        for one in dated
    )
    return Table(title="Dates that moved", columns=columns, rows=rows)


def gone(changes: Sequence[Change], comments: Sequence[Comment]) -> Table:
    """Rows of a tracker that are gone, and nothing says why; of prose what is not mentioned since."""
    kinds = {ChangeKind.NO_LONGER_REPORTED, ChangeKind.NOT_MENTIONED_SINCE}
    columns = (_PROMISE, Column("What it is"), _OWNER, Column("When last seen", share=3), _SAID, _WHERE)
    rows = tuple(
        (
            *(_promise(one), Entry(text=one.record_kind), Entry(text="; ".join(one.owners))),
            *(Entry(text=one.detail or ""), _said(one.subject, comments), _where(one)),
        )
        for one in changes
        if one.kind in kinds
    )
    tracked = any(one.kind is ChangeKind.NO_LONGER_REPORTED for one in changes)
    return Table(title="No longer reported" if tracked else "Not mentioned since", columns=columns, rows=rows)


def targets(changes: Sequence[Change], comments: Sequence[Comment]) -> Table:
    """Targets and definitions that are others now, and numbers of past periods that are told otherwise."""
    columns = (
        Column("Measure", share=4),
        Column("What changed"),
        Column("Before", share=3),
        Column("Now", share=3),
        _SAID,
        _WHERE,
    )
    rows = []
    for one in changes:
        if one.kind in TARGETS or (one.kind is ChangeKind.RESTATED):
            told = TARGETS.get(one.kind) or f"number of {one.detail} told otherwise"
            cells = (Entry(text=told), Entry(text=one.from_value or "-"), Entry(text=one.to_value or "-"))
            rows.append((_promise(one), *cells, _said(one.subject, comments), _where(one)))
    return Table(title="Targets and measures that moved", columns=columns, rows=tuple(rows))


def points(findings: Iterable[Finding], comments: Sequence[Comment]) -> Table:
    """What does not add up, and ratings that do not fit the authority's own key."""
    columns = (Column("Subject", share=3), Column("Point to check", share=6), Column("The rule gives"), _SAID, _WHERE)
    rows = tuple(
        (
            *(Entry(text=one.subject, citations=one.citations), Entry(text=one.message, citations=one.citations)),
            *(Entry(text=one.expected or ""), _said(one.subject, comments), Entry(text=_cells(one.citations))),
        )
        for one in findings
    )
    return Table(title="Points to check", columns=columns, rows=rows)


def closed(changes: Sequence[Change]) -> Table:
    """What ended, and what was taken up again."""
    names = {ChangeKind.CLOSED: "closed", ChangeKind.WITHDRAWN: "withdrawn", ChangeKind.REOPENED: "open again"}
    columns = (_PROMISE, Column("What became of it"), Column("How", share=3), _OWNER, _WHERE)
    rows = tuple(
        (
            *(_promise(one), Entry(text=names[one.kind]), Entry(text=one.detail or "by its rating")),
            *(Entry(text="; ".join(one.owners)), _where(one)),
        )
        for one in changes
        if one.kind in names
    )
    return Table(title="Closed, withdrawn, open again", columns=columns, rows=rows)


def others(changes: Sequence[Change]) -> Table:
    """Whatever else changed, with both wordings."""
    names = {
        ChangeKind.ADDED: "added",
        ChangeKind.REWORDED: "worded otherwise",
        ChangeKind.SPLIT: "split",
        ChangeKind.MERGED: "merged",
        ChangeKind.OWNER_CHANGED: "owner changed",
        ChangeKind.STATUS_CHANGED: "rated otherwise",
        ChangeKind.DEADLINE_REMOVED: "no date now",
        ChangeKind.ORIGINAL_OVERWRITTEN: "first date overwritten",
    }
    columns = (_PROMISE, Column("What changed"), Column("Before", share=4), Column("Now", share=4), _WHERE)
    rows = tuple(
        (
            *(_promise(one), Entry(text=names[one.kind]), Entry(text=_value(one.from_value))),
            *(Entry(text=_value(one.to_value)), _where(one)),
        )
        for one in sorted(changes, key=lambda one: list(names).index(one.kind) if one.kind in names else -1)
        if one.kind in names
    )
    return Table(title="What else changed", columns=columns, rows=rows)


def doubtful(changes: Sequence[Change]) -> Table:
    """Pairs that a person should look at, with what speaks for them."""
    columns = (Column("Before", share=4), Column("Now", share=4), Column("What speaks for it", share=4), _WHERE)
    rows = tuple(
        (
            *(Entry(text=one.before.quote if one.before else ""), Entry(text=one.after.quote if one.after else "")),
            *(Entry(text=one.evidence), _where(one)),
        )
        for one in changes
        if one.doubtful and one.kind is ChangeKind.MATCHED
    )
    return Table(title="Doubtful pairs", columns=columns, rows=rows)


def _promise(one: Change) -> Entry:
    cited = tuple(citation for citation in (one.before, one.after, *one.others) if citation is not None)
    return Entry(text=one.subject, citations=cited)


def _date(edtf: str | None) -> Entry:
    if edtf is None:
        return Entry(text="")
    try:
        period = Period.from_edtf(edtf)
    except ValueError:
        return Entry(text=edtf)
    last = period.last_day
    return Entry(text=day_in_words(last) if last else edtf, value=last)


def _value(text: str | None) -> str:
    return text or "-"


def _count(number: int | None) -> Entry:
    return Entry(text="" if number is None else str(number), value=None if number is None else Decimal(number))


def _how(one: Change, comments: Sequence[Comment]) -> str:
    agreed = next((said for said in comments if said.kind is CommentKind.AGREED and said.is_about(one.subject)), None)
    if agreed is not None:
        return f"re-profiled, agreed{f' on {day_in_words(agreed.on)}' if agreed.on else ''}"
    return "; ".join(text for text in (one.detail, _SURE if one.doubtful else None) if text)


def _said(subject: str, comments: Sequence[Comment]) -> Entry:
    told = [
        f"{said.kind}: {said.text}{f' ({said.by})' if said.by else ''}" for said in comments if said.is_about(subject)
    ]
    return Entry(text="; ".join(told))


def _where(one: Change) -> Entry:
    cited = tuple(citation for citation in (one.before, one.after) if citation is not None)
    return Entry(text=_cells(cited), citations=cited)


def _cells(citations: Sequence[Citation]) -> str:
    places = (citation.cell or citation.section or citation.source.name for citation in citations)
    return " > ".join(dict.fromkeys(places))
