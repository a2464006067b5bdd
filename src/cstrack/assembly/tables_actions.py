"""Rows of a plan as actions: owner, dates as they stand and as they stood, rating as printed, and where the work stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words, sentence_of
from cstrack.assembly.tables_notes import is_withdrawn
from cstrack.assembly.tables_ratings import LIFECYCLES, rating_of
from cstrack.assembly.terms import terms_in
from cstrack.assembly.titles import label_of, without_persons
from cstrack.facts.table import RowKind
from cstrack.model.action import Action, Lifecycle
from cstrack.model.record import Firmness
from cstrack.problems import Problem
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.assembly.tables_citing import Ground
    from cstrack.facts.table import Dating, Printed, Row, Table
    from cstrack.model.action import Rating
    from cstrack.values.period import Period

_RECURS = pattern(
    "assembly.tables_actions.recurs",
    r"(?i)\b(?:daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|half[ -]?termly|six[ -]?monthly|half[ -]?yearly|annual(?:ly)?|yearly|every[ ][a-z ]{3,20})\b",
)
_WHOLE = pattern("assembly.tables_actions.whole", r"100(?:\.0{1,4})?[ ]?%?")
_PERCENT = pattern("assembly.tables_actions.percent", r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,4})?)[ ]?(?P<sign>%)?")
#: Characters at the start of a progress note in which it says where the work stands.
_OPENING = 24


def action_records(ground: Ground, table: Table) -> Iterator[Action]:
    """The actions of a plan, row by row.

    Args:
        ground: the document around it.
        table: the table.
    """
    for row in table.rows:
        if row.kind is RowKind.LINE and row.label is not None and table.label is not None:
            yield _action(ground, table, row, row.label)


def _action(ground: Ground, table: Table, row: Row, label: Printed) -> Action:
    words = plain_words(label.text)
    original, current, closed = (_dating(table, row, role) for role in ("original_due", "revised_due", "closed_on"))
    due = _dating(table, row, "due")
    standing = _standing(current, due, original)
    dates = _in_order(original, due, current)
    progress = _cell(table, row, "progress")
    printed = _cell(table, row, "rating") or _cell(table, row, "status")
    rating = rating_of(ground, table, row, printed, work=True)
    ref = _cell(table, row, "ref")
    now = None if standing is None else standing.period
    return Action(
        id=ground.record_id("action", label),
        authority=ground.facts.head.authority,
        citations=(ground.cite(label, _sentence(table, row)),),
        label=label_of(words, ground.vocabulary, ground.profile),
        firmness=Firmness.TRACKED,
        rule="table.action",
        inferred=(
            *(standing.inferred if standing is not None else ()),
            *(() if table.column("original_due") is not None or now is None else ("original_due",)),
        ),
        title=without_persons(words, ground.vocabulary, ground.profile),
        lifecycle=_lifecycle(ground, table, row, rating),
        owners=tuple(without_persons(one, ground.vocabulary, ground.profile) for one in row.owners),
        due=now,
        original_due=dates[0] if dates else now,
        revised_due=tuple(dates[1:]),
        on=None if closed is None else closed.period,
        due_event=None if standing is None or standing.period is not None else standing.event,
        recurrence=_recurrence(table, row, standing),
        rating=rating,
        ref=None if ref is None else plain_words(ref.text),
        updates=() if progress is None else (plain_words(progress.text),),
        percent_complete=_percent(table, row),
    )


def _standing(*dates: Dating | None) -> Dating | None:
    """The first of a row's dates that says something: a day, or what stands in place of one."""
    known = (one for one in dates if one is not None)
    return next((one for one in known if one.period or (one.event and not one.impossible)), None)


def _cell(table: Table, row: Row, role: str) -> Printed | None:
    """The first cell of a role that is not empty."""
    return next((row.cells[one.at] for one in table.columns if one.role == role and one.at in row.cells), None)


def _dating(table: Table, row: Row, role: str) -> Dating | None:
    return next((row.dates[one.at] for one in table.columns if one.role == role and one.at in row.dates), None)


def _in_order(original: Dating | None, due: Dating | None, current: Dating | None) -> list[Period]:
    """Every due date that a row prints, from the first promised to the present one, each once."""
    dates: list[Period] = []
    for dating in (original, due, current):
        if dating is not None:
            dates.extend(dating.earlier)
            dates.extend([dating.period] if dating.period is not None else [])
    return list(dict.fromkeys(dates))


def _percent(table: Table, row: Row) -> Figure | None:
    """How much is done, as printed; a share such as 0.35 counts of one."""
    cell = _cell(table, row, "percent_complete")
    found = None if cell is None else _PERCENT.fullmatch(plain_words(cell.text))
    if cell is None or found is None:
        return None
    number = Decimal(found["number"])
    share = found["sign"] is None and number <= 1 and "." in found["number"]
    return Figure.of(format(number * 100 if share else number, "f"), unit="percent", printed=cell.text)


def _lifecycle(ground: Ground, table: Table, row: Row, rating: Rating | None) -> Lifecycle:
    """Where the work stands: by the authority's key; else by a status, a day it was closed on, 100%, or the start of its note."""
    if rating is not None and rating.standing is not None:
        return LIFECYCLES[rating.standing]
    words = ground.vocabulary.words("status")
    for role in ("status", "rating"):
        cell = _cell(table, row, role)
        found = None if cell is None else words.get(plain_words(cell.text).casefold().strip(" ."))
        if found is None and cell is not None and role == "status":
            terms = terms_in(plain_words(cell.text), 0, _OPENING, words)
            found = terms[0].meaning if terms and terms[0].start == 0 else None
        if found is not None:
            return Lifecycle(found)
    if (dating := _dating(table, row, "closed_on")) is not None and dating.period is not None:
        said = (cell.text for cell in row.cells.values() if row.label is None or cell.address != row.label.address)
        return Lifecycle.WITHDRAWN if any(map(is_withdrawn, said)) else Lifecycle.COMPLETED
    complete = _cell(table, row, "percent_complete")
    if complete is not None and _WHOLE.fullmatch(plain_words(complete.text)):
        return Lifecycle.COMPLETED
    progress = _cell(table, row, "progress")
    text = "" if progress is None else plain_words(progress.text)
    terms = terms_in(text, 0, min(len(text), _OPENING), words)
    return Lifecycle(terms[0].meaning) if terms and terms[0].start == 0 else Lifecycle.UNKNOWN


def _recurrence(table: Table, row: Row, standing: Dating | None) -> str | None:
    """How often it recurs, where a cell of dates says so in place of a day."""
    del table, row
    found = None if standing is None or standing.event is None else _RECURS.search(standing.event)
    return None if found is None else found.group()


def _sentence(table: Table, row: Row) -> str:
    """The row as a sentence: the head and the words of each cell that was understood, the notes of progress left out."""
    told = [one for one in table.columns if one.at in row.cells and one.role not in {"progress", "measure"}]
    return "; ".join(
        sentence_of(row, one).removeprefix(f"{plain_words(row.label.text if row.label else '')}: ") for one in told
    )


def date_problems(ground: Ground, table: Table) -> Iterator[Problem]:
    """The cells of dates that look like one and are none: 31/09/2024."""
    for row in table.rows:
        for at, dating in row.dates.items():
            if dating.impossible and at in row.cells:
                cell = row.cells[at]
                message = f"{cell.address} of {ground.document.source.name}: {cell.text!r} is no date, so the action has none from it"
                citation = ground.cite(cell)
                name = ground.document.source.name
                yield Problem(code="figure.unreadable", message=message, document=name, citation=citation)
