"""Rows of scorecards as observations and targets, each with the catalogue's indicator where the row's words name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words
from cstrack.assembly.tables_ratings import rating_of
from cstrack.assembly.tables_windows import window_of
from cstrack.assembly.terms import terms_in
from cstrack.facts.table import RowKind
from cstrack.model.indicator import Aggregation, Basis, Observation
from cstrack.model.record import About, Firmness
from cstrack.model.target import Comparator, Target, TargetKind
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import NotStated, Reason
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.assembly.tables_citing import Ground
    from cstrack.facts.table import Aim, Column, Printed, Row, Table
    from cstrack.model.record import Record
    from cstrack.values.period import Period

_UP = pattern(
    "assembly.tables_indicators.up",
    r"(?i)(?<![a-z])(?:high(?:er)?|bigger|up|increas(?:e|ing)|maximise|more|larger|above|h)(?![a-z])|[↑▲⬆]",
)
_DOWN = pattern(
    "assembly.tables_indicators.down",
    r"(?i)(?<![a-z])(?:low(?:er)?|smaller|down|decreas(?:e|ing)|reduc(?:e|ing)|minimise|less|fewer|below|l)(?![a-z])|[↓▼⬇]",
)
_BETTER = pattern("assembly.tables_indicators.better", r"(?i)better|good|best|desired")
_AGES = pattern(
    "assembly.tables_indicators.ages",
    r"(?<![0-9])(?P<first>1[0-9]|2[0-9])[ ]?(?:-|–|to)[ ]?(?P<last>1[0-9]|2[0-9])(?![0-9])",
)
_AGED = pattern("assembly.tables_indicators.aged", r"[0-9]{4}\Z")
_PROVISIONAL = pattern("assembly.tables_indicators.provisional", r"(?i)provisional")
_WORD = pattern("assembly.tables_indicators.word", r"[a-z0-9%\#]++")
_TO_BE_TOLD = pattern(
    "assembly.tables_indicators.to_be_told", r"(?i)\b(?:tbc|tba|tbd|to[ ]be[ ](?:confirmed|agreed|set|determined))\b"
)

#: Columns of values that become observations, and whom those are about.
_ABOUT = {"england": About.ENGLAND, "neighbours": About.OTHER_COUNCIL, "region": About.OTHER_COUNCIL}
_OBSERVED = frozenset(
    {"period", "actual", "ytd", "rolling", "previous", "previous_year", "forecast", "percent", "baseline", *_ABOUT}
)
_DATES = frozenset({PeriodKind.DAY, PeriodKind.MONTH})
_NAMED = {"england": "England", "neighbours": "statistical neighbours", "region": "region"}


def indicator_records(ground: Ground, table: Table) -> Iterator[Record]:
    """The records of a scorecard, row by row.

    Args:
        ground: the document around it.
        table: the table.
    """
    printed = {column.at for column in table.columns if any(column.at in row.cells for row in table.rows)}
    for row in table.rows:
        if row.kind is not RowKind.LINE or row.label is None:
            continue
        for column in table.columns:
            if column.role == "target":
                aim = row.aims.get(column.at)
                if aim is not None:
                    yield _target(ground, table, row, column, aim)
            elif column.role in _OBSERVED and column.at in printed:
                found = _observation(ground, table, row, column)
                if found is not None:
                    yield found


def _observation(ground: Ground, table: Table, row: Row, column: Column) -> Observation | None:
    amount = row.amounts.get(column.at)
    if amount is None or column.at not in row.cells:
        return None
    numerator, denominator = _ratio(table, row, column)
    window = window_of(table, row, column)
    name = _NAMED.get(column.role)
    label = plain_words(row.label.text) if row.label else ""
    return Observation(
        id=ground.record_id("observation", row.cells[column.at]),
        authority=ground.facts.head.authority,
        citations=ground.cited(row, column),
        label=f"{label}: {name}" if name else label,
        about=_ABOUT.get(column.role, About.OWN),
        firmness=Firmness.EXPECTED if column.role == "forecast" else Firmness.REPORTED,
        rule=f"table.{column.role}",
        inferred=("period",) if window or (column.inferred and column.period is not None) else (),
        figure=amount,
        indicator=indicator_of(ground, label, amount.unit),
        period=window or column.period,
        aggregation=Aggregation.FLOW if window else _aggregation(column),
        basis=_basis(column),
        numerator=numerator,
        denominator=denominator,
        rating=rating_of(ground, table, row, _rated(table, row), work=False)
        if column.at == _latest(table, row)
        else None,
        ref=_ref(table, row),
    )


def _latest(table: Table, row: Row) -> int | None:
    """The column whose value the row's rating speaks of: the present one, else the last that is printed."""
    for role in ("actual", "percent", "ytd", "rolling"):
        found = table.column(role)
        if found is not None:
            return found.at
    printed = [one for one in table.columns if one.role == "period" and one.at in row.cells]
    dated = [one for one in printed if one.period is not None]
    return (
        max(dated, key=lambda one: (one.period, one.at)).at if dated else max((one.at for one in printed), default=None)
    )


def _ref(table: Table, row: Row) -> str | None:
    column = table.column("ref")
    cell = None if column is None else row.cells.get(column.at)
    return None if cell is None else plain_words(cell.text)


def _ratio(table: Table, row: Row, column: Column) -> tuple[Figure | None, Figure | None]:
    """The counts that a share is made of, where the table prints them."""
    if column.role not in {"percent", "actual"}:
        return None, None
    found = []
    for role in ("numerator", "denominator"):
        part = table.column(role)
        amount = None if part is None else row.amounts.get(part.at)
        found.append(amount if isinstance(amount, Figure) else None)
    return found[0], found[1]


def _aggregation(column: Column) -> Aggregation | None:
    if column.role == "ytd" or "year to date" in column.head.casefold():
        return Aggregation.YEAR_TO_DATE
    if column.role == "rolling" or "rolling" in column.head.casefold():
        return Aggregation.ROLLING
    return Aggregation.SNAPSHOT if column.period is not None and column.period.kind is PeriodKind.DAY else None


def _basis(column: Column) -> Basis | None:
    if column.role == "forecast":
        return Basis.FORECAST
    return Basis.PROVISIONAL if _PROVISIONAL.search(column.head) else None


def _target(ground: Ground, table: Table, row: Row, column: Column, aim: Aim) -> Target:
    label = plain_words(row.label.text) if row.label else ""
    indicator = indicator_of(ground, label, aim.amount.unit)
    due = aim.due or _due(column)
    year = _days(column) if due is None else None
    inferred = (*(("due",) if aim.inferred else ()), *(("period",) if column.inferred and year is not None else ()))
    return Target(
        id=ground.record_id("target", row.cells[column.at]),
        authority=ground.facts.head.authority,
        citations=ground.cited(row, column),
        label=label,
        firmness=Firmness.TRACKED,
        rule="table.target",
        inferred=inferred,
        figure=aim.amount,
        kind=TargetKind.MAINTAIN if aim.maintain else TargetKind.LEVEL,
        comparator=_comparator(ground, table, row, aim, indicator),
        indicator=indicator,
        baseline=aim.baseline or _baseline(table, row),
        due=due,
        period=year,
        rating=rating_of(ground, table, row, _rated(table, row), work=False),
    )


def _due(column: Column) -> Period | None:
    """The day or month that the head of a column of targets names: "Target (Mar 2013)"."""
    period = column.period
    return period if period is not None and period.kind in _DATES and not column.inferred else None


def _days(column: Column) -> Period | None:
    """The quarter that the head of a column of targets names, else its year."""
    period = column.period
    return period if period is not None and period.kind is PeriodKind.QUARTER else column.year


def _rated(table: Table, row: Row) -> Printed | None:
    """The cell of the rating of a row."""
    column = table.column("rating")
    return None if column is None else row.cells.get(column.at)


def _baseline(table: Table, row: Row) -> Figure | None:
    column = table.column("baseline")
    amount = None if column is None else row.amounts.get(column.at)
    return amount if isinstance(amount, Figure) else None


def _comparator(ground: Ground, table: Table, row: Row, aim: Aim, indicator: str | None) -> Comparator:
    """What reaching a target means: by its own words, by the column that says what is good, by the catalogue; else not said."""
    if isinstance(aim.amount, NotStated):
        told = aim.amount.reason is Reason.NOT_STATED and _TO_BE_TOLD.search(aim.amount.printed)
        return Comparator.TO_BE_CONFIRMED if told else Comparator.NOT_SAID
    if aim.amount.value_high is not None:
        return Comparator.BETWEEN
    if aim.amount.qualifier in {Qualifier.AT_LEAST, Qualifier.OVER}:
        return Comparator.AT_LEAST
    if aim.amount.qualifier in {Qualifier.AT_MOST, Qualifier.UNDER}:
        return Comparator.AT_MOST
    upward = aim.upward if aim.upward is not None else _upward(table, row)
    if upward is None:
        polarity = ground.vocabulary.words("indicator_polarity").get(indicator or "")
        upward = {"H": True, "L": False}.get(polarity or "")
    return Comparator.NOT_SAID if upward is None else Comparator.AT_LEAST if upward else Comparator.AT_MOST


def _upward(table: Table, row: Row) -> bool | None:
    """Whether more is better, as the profile or a column of the table says of a row; a direction of travel is none."""
    named = "" if row.label is None else " ".join(_WORD.findall(row.label.text.casefold()))
    if named in table.polarity:
        return table.polarity[named]
    for role in ("polarity", "direction"):
        column = table.column(role)
        cell = None if column is None else row.cells.get(column.at)
        if cell is None or (role == "direction" and not _BETTER.search(cell.text)):
            continue
        up, down = _UP.search(cell.text), _DOWN.search(cell.text)
        if bool(up) != bool(down):
            return up is not None
    return None


def indicator_of(ground: Ground, label: str, unit: str) -> str | None:
    """The catalogue's indicator that a row names; None where none fits its words, its unit and its ages.

    Args:
        ground: the document, for its vocabulary.
        label: the row's words.
        unit: canonical unit of its numbers.
    """
    units = ground.vocabulary.words("indicator_unit")
    found = [
        term
        for term in terms_in(label, 0, len(label), ground.vocabulary.words("indicator"))
        if _fits(unit, units.get(term.meaning, "")) and _of_age(label, term.meaning)
    ]
    return max(found, key=lambda term: len(term.printed)).meaning if found else None


def _fits(unit: str, wanted: str) -> bool:
    return unit == wanted or {unit, wanted} <= {"count", "FTE"}


def _of_age(label: str, indicator: str) -> bool:
    """Whether the ages that a row names are those of an indicator whose id ends with its ages."""
    ages, aged = _AGES.search(label), _AGED.search(indicator)
    return ages is None or aged is None or f"{ages['first']}{ages['last']}" == aged.group()
