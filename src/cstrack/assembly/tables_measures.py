"""What the sums of a column are whose own head does not say it: by their rows, by the caption, or by the rest of what stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words
from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.model.indicator import Basis
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.facts.table import Column, Row, Table

_JOINT = pattern(
    "assembly.tables_measures.joint", r"(?i)[ ](?:before|after|of|for|from|to|in|on|net[ ]of|excluding)[ ]"
)
_LEAD = pattern(
    "assembly.tables_measures.lead",
    r"(?i)(?:(?:less|net|gross|total|of[ ]which|new|one-off|recurring|ongoing|add|plus|minus|additional|other)[:]?[ ]){0,3}+",
)
_CUMULATIVE = pattern("assembly.tables_measures.cumulative", r"(?i)(?<![a-z])cumulative(?:ly)?(?![a-z])")
_ANNUAL = pattern("assembly.tables_measures.annual", r"(?i)(?<![a-z])(?:not|non)[ -]{1,2}cumulative")

#: What a whole table can be of, so that its rows are names: "Savings by workstream".
_WHOLE = frozenset(
    {Measure.SAVING, Measure.GROWTH, Measure.PRESSURE, Measure.INVESTMENT, Measure.COST, Measure.RESERVE}
)

#: What schemes are called that are no measure of the row.
_NAMES = frozenset({"invest to save", "spend to save", "invest-to-save", "invest"})

#: How firm the savings of a caption are.
_BASES = (
    (pattern("assembly.tables_measures.done", r"(?i)(?<![a-z])(?:delivered|achieved|secured|made)(?![a-z])"), Basis.ACTUAL),
    (pattern("assembly.tables_measures.ahead", r"(?i)(?<![a-z])(?:forecast|projected|anticipated|expected|estimated)(?![a-z])"), Basis.FORECAST),
    (pattern("assembly.tables_measures.proposed", r"(?i)(?<![a-z])(?:propos(?:ed|als?)|options?|target(?:s|ed)?|planned)(?![a-z])"), Basis.PROPOSED),
    (pattern("assembly.tables_measures.agreed", r"(?i)(?<![a-z])(?:agreed|approved)(?![a-z])"), Basis.AGREED),
)  # fmt: skip

#: Characters of a caption; a longer line above a table is prose.
_CAPTION = 160


def measure_of(words: Mapping[str, str], table: Table, row: Row, column: Column) -> tuple[Measure, bool]:
    """What a sum is, and whether that was inferred.

    Args:
        words: the vocabulary of measures.
        table: the table.
        row: the row of the sum.
        column: its column.
    """
    label = "" if row.label is None else plain_words(row.label.text)
    if column.role == "amount" and (named := _meant(column.head, words)) is not None:
        return named, False
    whole = _of_caption(table, words)
    own = _meant(label, words)
    if whole is not None:
        begins = own is not None and own is not Measure.BUDGET and _begins(label, words)
        return (own, False) if begins and own is not None else (whole, True)
    for text in (label, *row.sections, table.corner, *(one.text for one in reversed(table.told)), table.title):
        meant = _meant(text, words)
        if meant is not None:
            return meant, text is not label
    return Measure.BUDGET, True


def _of_caption(table: Table, words: Mapping[str, str]) -> Measure | None:
    """The one thing that the caption, or the head over the names of rows, says the table is of; None where it names several or none."""
    corner = _named(table.corner, words)
    if len(corner) == 1 and corner <= _WHOLE:
        return next(iter(corner))
    for line in reversed(table.told):
        if len(line.text) <= _CAPTION:
            named = _named(line.text, words)
            if named:
                return next(iter(named)) if len(named) == 1 and named <= _WHOLE else None
    return None


def _named(text: str, words: Mapping[str, str]) -> set[Measure]:
    return {Measure(term.meaning) for term in terms_in(text, 0, len(text), words)} - {Measure.BUDGET}


def _begins(label: str, words: Mapping[str, str]) -> bool:
    """Whether a label begins with the name of a measure: "Cost of delivery", "Less: savings"; "Fostering growth" does not."""
    lead = _LEAD.match(label)
    found = [term for term in terms_in(label, 0, len(label), words) if term.printed.lower() not in _NAMES]
    return bool(found) and found[0].start <= (lead.end() if lead else 0)


def _meant(text: str, words: Mapping[str, str]) -> Measure | None:
    """What some words say a sum is: the last of those before a preposition ("gap before reserves"), else the last of all."""
    joint = _JOINT.search(text)
    for end in (joint.start() if joint else len(text), len(text)):
        found = terms_in(text, 0, end, words)
        telling = [term for term in found if term.meaning != Measure.BUDGET.value] or list(found)
        if telling:
            return Measure(telling[-1].meaning)
    return None


def is_of_savings(words: Mapping[str, str], table: Table) -> bool:
    """Whether the table is of savings alone, so that one below nought is none; else savings in brackets lessen a gap."""
    return _of_caption(table, words) is Measure.SAVING


def is_cumulative(table: Table, column: Column) -> bool:
    """Whether the head of a column, or the caption, says that each year holds those before it."""
    words = (column.head, table.corner, *(one.text for one in table.told if len(one.text) <= _CAPTION))
    return any(_CUMULATIVE.search(text) and not _ANNUAL.search(text) for text in words)


def basis_of(table: Table, row: Row, column: Column, measure: Measure) -> Basis | None:
    """How firm savings are by the head of their column, their row or the caption; None where none says, and for other sums."""
    if measure is not Measure.SAVING:
        return None
    label = "" if row.label is None else row.label.text
    for text in (
        column.head,
        label,
        table.corner,
        *(one.text for one in reversed(table.told) if len(one.text) <= _CAPTION),
    ):
        told = {basis for words, basis in _BASES if words.search(text)}
        if told:
            return next(iter(told)) if len(told) == 1 else None
    return None
