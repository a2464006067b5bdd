"""The rows of a tracker: what one line of a sheet says, whatever records it made."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.words import stems
from cstrack.model.action import Action, Lifecycle
from cstrack.model.indicator import Observation
from cstrack.model.target import Target
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cstrack.model.record import Record
    from cstrack.model.register import Register

_ROW = pattern("comparison.rows.row", r"\A[A-Z]{1,3}(?P<row>[0-9]{1,7})\Z")

_REF = pattern(
    "comparison.rows.ref", r"(?<![A-Za-z0-9.-])[A-Za-z]{0,5}[0-9]{0,3}[-.]?[0-9]{1,3}[a-z]?(?![A-Za-z0-9%]|[.-][0-9])"
)

#: Names of sheets that hold what was closed, and of sheets kept from an earlier report.
_CLOSED = pattern(
    "comparison.rows.closed", r"(?i)\b(?:completed?|closed|finished|archived?|done|withdrawn|superseded|removed)\b"
)


@final
@frozen(kw_only=True, eq=False)
class Row:
    """One line of a tracker.

    Attributes:
        record: the action, or of a measure its target, else its first observation.
        title: the promise, or the name of the measure.
        words: its telling words.
        sheet: the sheet it stands on.
        number: its row there, counted from 1.
        order: its place among the rows of its kind in the paper.
        closed: it stands on a list of what was closed.
        targets: the targets of a measure.
        observations: the numbers of a measure.
    """

    record: Record
    title: str
    words: frozenset[str]
    sheet: str
    number: int
    order: int
    closed: bool = False
    targets: tuple[Target, ...] = ()
    observations: tuple[Observation, ...] = ()

    @property
    def kind(self) -> str:
        """``action`` or ``measure``."""
        return "action" if isinstance(self.record, Action) else "measure"

    @property
    def note(self) -> bool:
        """Whether it is a note that speaks of other rows."""
        return self.record.rule.endswith(".note")

    @property
    def listed(self) -> bool:
        """Whether it only tells of what was closed: a row of such a list, or a note."""
        return self.closed or self.note

    @property
    def owners(self) -> tuple[str, ...]:
        """Who leads, as printed."""
        return self.record.owners if isinstance(self.record, Action) else ()

    @property
    def action(self) -> Action | None:
        """The action, where the row is one."""
        return self.record if isinstance(self.record, Action) else None

    @property
    def ref(self) -> str | None:
        """Number or reference as printed, where it is more than a position."""
        ref = self.record.ref if isinstance(self.record, Action) else None
        return ref.casefold().strip(" .") if ref else None


def refs_in(text: str) -> frozenset[str]:
    """What may be the number of a row in the words of another: "incorporates 5.4"."""
    return frozenset(found.group().casefold() for found in _REF.finditer(text))


def is_tracker(register: Register) -> bool:
    """Whether what was read stands in cells: then a row that is gone is gone from a list that is meant to be whole."""
    return any(isinstance(record, Action | Target) and record.citation.cell for record in register.records)


def action_rows(register: Register) -> tuple[Row, ...]:
    """The actions of a tracker."""
    rows = [_row(record, at) for at, record in enumerate(register.actions) if record.citation.cell]
    closed = _closed_sheets(rows)
    return tuple(
        Row(
            record=row.record,
            title=row.title,
            words=row.words,
            sheet=row.sheet,
            number=row.number,
            order=row.order,
            closed=row.sheet in closed,
        )
        for row in rows
    )


def measure_rows(register: Register) -> tuple[Row, ...]:
    """The measures of a tracker, each with its targets and numbers."""
    lines: dict[tuple[str, int], list[Target | Observation]] = defaultdict(list)
    for record in register.records:
        if isinstance(record, Target | Observation) and record.citation.cell and not record.rule.endswith("_percent"):
            lines[place_of(record)].append(record)
    rows = []
    for order, ((sheet, number), records) in enumerate(lines.items()):
        targets = tuple(one for one in records if isinstance(one, Target))
        observations = tuple(one for one in records if isinstance(one, Observation))
        first = records[0]
        rows.append(
            Row(
                record=targets[0] if targets else first,
                title=first.label,
                words=frozenset(stems(first.label)),
                sheet=sheet,
                number=number,
                order=order,
                targets=targets,
                observations=observations,
            )
        )
    return tuple(rows)


def place_of(record: Record) -> tuple[str, int]:
    """Sheet and row of a record's cell."""
    sheet, _, address = (record.citation.cell or "").rpartition("!")
    found = _ROW.fullmatch(address)
    return sheet, int(found["row"]) if found else 0


def _row(record: Action, order: int) -> Row:
    sheet, number = place_of(record)
    return Row(
        record=record,
        title=record.title,
        words=frozenset(stems(record.title)),
        sheet=sheet,
        number=number,
        order=order,
    )


def _closed_sheets(rows: Sequence[Row]) -> frozenset[str]:
    """Sheets that list what was closed: by their name, where everything on them is closed and other sheets are open."""
    sheets = _by_sheet(rows)
    over = {
        sheet
        for sheet, mine in sheets.items()
        if _CLOSED.search(sheet)
        and all(
            row.action is None or row.action.lifecycle in {Lifecycle.COMPLETED, Lifecycle.WITHDRAWN, Lifecycle.UNKNOWN}
            for row in mine
        )
    }
    return frozenset(over) if len(over) < len(sheets) else frozenset()


def _by_sheet(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    sheets: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sheets[row.sheet].append(row)
    return sheets
