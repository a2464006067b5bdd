"""What stands below a head, and which field of a table it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.table import TableKind
from cstrack.recognition.tables_aims import aim_of
from cstrack.recognition.tables_amounts import amount_of, is_number
from cstrack.recognition.tables_dates import dating_of
from cstrack.recognition.tables_owners import says_a_role
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from cstrack.facts.table import Printed

_REF = pattern("recognition.tables_below.ref", r"[A-Za-z]{0,6}[-./ ]?[0-9]{1,4}(?:[-./][0-9]{1,4}){0,3}[a-z]?")
_RATED = pattern(
    "recognition.tables_below.rated",
    r"[bgarwy]|blue|green|amber|red|grey|gray|yellow|black|purple|(?:on|off|behind|ahead[ ]of)[ -]?(?:track|target|schedule|plan|course)|complete[d]?|done|closed|overdue|late|met|not[ ]met|delayed|at[ ]risk"
    r"|not[ ](?:yet[ ])?(?:started|due)|in[ ]progress|ongoing|achieved|slipping|embedded|high|medium|low|[1-5]",
    2,
)
_WAY = pattern(
    "recognition.tables_below.way",
    r"(?:go[ ])?(?:up|down|high(?:er)?|low(?:er)?|bigger|smaller|more|less|fewer|increase|decrease|reduce|maximise|minimise|[hl]|[↑↓▲▼])(?:[ ]is[ ](?:better|good))?|(?:bigger|smaller|higher|lower)[ ]is[ ]better|n/?a|neither|none|monitor|no[ ]target|information[ ]only",
    2,
)
#: Share of the cells that must be of a kind; characters of long and of short words; how many different words are few.
_SHARE = 0.6
_LONG, _SHORT, _FEW, _ROLE = 18, 24, 8, 60
_LEAST = 2


@final
@frozen(kw_only=True)
class Below:
    """One column: its head and the cells below.

    Attributes:
        at: index of the column.
        heads: the cells of its head.
        cells: the words below, those that are not empty.
    """

    at: int
    heads: tuple[Printed, ...]
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words of the head."""
        return " ".join(one.text for one in self.heads)

    def mostly(self, fits: Sequence[bool]) -> bool:
        """Whether most of the cells are of a kind."""
        return bool(fits) and sum(fits) >= len(fits) * _SHARE


def placed(
    kind: TableKind, rest: Sequence[Below], taken: Mapping[str, Sequence[Printed]], columns: Sequence[Below]
) -> tuple[dict[str, tuple[Printed, ...]], tuple[Printed, ...]]:
    """A field for each column that no vocabulary knows: the first that its cells fit and that no other column has.

    Args:
        kind: what the rows of the table are.
        rest: the columns without a field.
        taken: the fields of the others.
        columns: all columns, for what is told by adding up.

    Returns:
        The fields with their heads, and the heads for which there is none.
    """
    found: dict[str, tuple[Printed, ...]] = {}
    unread: list[Printed] = []
    for one in rest:
        if kind is TableKind.BUDGET and _is_difference(one, columns, {**taken, **found}):
            found.setdefault("variance", (one.heads[-1],))
            continue
        name = next((name for name in _fitting(kind, one) if name not in taken and name not in found), None)
        if name is None:
            unread.append(one.heads[-1])
        else:
            found[name] = (one.heads[-1],)
    return found, tuple(unread)


def _fitting(kind: TableKind, one: Below) -> Iterator[str]:
    """The fields that a column's cells fit, the likeliest first."""
    if (
        len(one.cells) >= _LEAST
        and one.mostly([_WAY.fullmatch(cell) is not None for cell in one.cells])
        and kind is TableKind.INDICATORS
    ):
        yield "polarity"
    if len(one.cells) >= _LEAST and is_rated(one) and not is_ref(one):
        yield "rating"
    if kind is TableKind.ACTIONS:
        yield from _of_actions(one)
    elif is_numbers(one):
        yield from (
            ("budget", "outturn") if kind is TableKind.BUDGET else ("ref",) if is_ref(one) else ("actual", "target")
        )
    elif is_ref(one):
        yield "code" if kind is TableKind.BUDGET else "ref"
    elif kind is TableKind.INDICATORS and one.mostly(
        [any(map(str.isdigit, cell)) and isinstance(aim_of(cell, "count", None).amount, Figure) for cell in one.cells]
    ):
        yield "target"
    elif one.mostly([says_a_role(cell) for cell in one.cells]) and not is_long(one):
        yield "owner"
    elif is_few(one):
        yield "rating"
    else:
        yield from ("service", "comment") if kind is TableKind.BUDGET else ("indicator", "comment")


def _of_actions(one: Below) -> Iterator[str]:
    if is_dates(one):
        yield from ("due", "revised_due", "closed_on")
    elif is_ref(one):
        yield "ref"
    elif one.mostly([says_a_role(cell) for cell in one.cells]) and sum(map(len, one.cells)) / len(one.cells) < _ROLE:
        yield "owner"
    elif len(one.cells) >= _LEAST and is_few(one):
        yield from ("status", "theme")
    elif is_text(one):
        yield from ("action", "progress", "measure")


def _is_difference(one: Below, columns: Sequence[Below], taken: Mapping[str, Sequence[Printed]]) -> bool:
    """Whether a column of a budget holds what its budget and its spending differ by, in most rows."""
    by_head = {column.heads[-1].address: column for column in columns}
    parts = [
        by_head.get(heads[-1].address)
        for heads in (taken.get("budget", ()), taken.get("outturn", ()) or taken.get("actual", ()))
        if heads
    ]
    if len(parts) < 2 or parts[0] is None or parts[1] is None:
        return False
    rows = zip(*(_values(column) for column in (one, parts[0], parts[1])), strict=False)
    return one.mostly([_differ(*row) for row in rows])


def _differ(value: Decimal | None, budget: Decimal | None, spent: Decimal | None) -> bool:
    return value is not None and budget is not None and spent is not None and abs(value) == abs(budget - spent)


def _values(one: Below) -> list[Decimal | None]:
    amounts = [amount_of(cell, "count") for cell in one.cells]
    return [amount.value if isinstance(amount, Figure) else None for amount in amounts]


def is_numbers(one: Below) -> bool:
    """Whether most cells are numbers."""
    return one.mostly([is_number(cell) for cell in one.cells])


def is_dates(one: Below) -> bool:
    """Whether most cells are dates, as plans write them."""

    def dated(cell: str) -> bool:
        found = dating_of(cell, None) if len(cell) <= _ROLE else None
        return found is not None and (found.period is not None or found.impossible) and not is_number(cell)

    return one.mostly([dated(cell) for cell in one.cells])


def is_text(one: Below) -> bool:
    """Whether the cells are sentences, hardly one of them twice."""
    return is_long(one) and len(set(one.cells)) * 2 > len(one.cells)


def is_long(one: Below) -> bool:
    """Whether the cells are long."""
    return sum(map(len, one.cells)) / len(one.cells) > _LONG


def is_label(one: Below) -> bool:
    """Whether the cells name rows: words, hardly one of them twice."""
    return one.mostly([any(map(str.isalpha, cell)) for cell in one.cells]) and len(set(one.cells)) * 2 > len(one.cells)


def is_few(one: Below) -> bool:
    """Whether the cells are a few short words again and again."""
    words = set(one.cells)
    return len(words) <= max(2, min(_FEW, len(one.cells) * 2 // 3)) and all(len(cell) <= _SHORT for cell in words)


def is_rated(one: Below) -> bool:
    """Whether the cells are words, letters or colours that rate."""
    return one.mostly([_RATED.fullmatch(cell) is not None for cell in one.cells])


def is_ref(one: Below) -> bool:
    """Whether the cells are numbers or references, none of them twice."""
    return one.mostly([_REF.fullmatch(cell) is not None for cell in one.cells]) and len(set(one.cells)) == len(
        one.cells
    )
