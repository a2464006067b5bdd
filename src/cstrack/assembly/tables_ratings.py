"""Ratings of rows: the letter, word or colour as printed, and what the authority's key says it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words
from cstrack.facts.key import OF_WORK, KeyEntry, RatedAs, entry_for
from cstrack.facts.table import RowKind, TableKind
from cstrack.model.action import Lifecycle, Rating
from cstrack.problems import Problem
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.assembly.tables_citing import Ground
    from cstrack.document.grid import Cell
    from cstrack.facts.table import Printed, Row, Table

#: The scheme of a rating where the document prints no key.
UNKNOWN_SCHEME = "not known"
#: The scheme of a rating that the document's own key explains.
OWN_SCHEME = "key of the document"

#: Characters of a rating that a problem names.
_SHOWN = 40

#: What stands where nothing is rated.
_NONE = frozenset({"-", "–", "—", "n/a", "na", "none", "not rated", "tbc"})

#: Where work stands, by what its rating stands for.
LIFECYCLES = {
    RatedAs.COMPLETE: Lifecycle.COMPLETED,
    RatedAs.WITHDRAWN: Lifecycle.WITHDRAWN,
    RatedAs.NOT_STARTED: Lifecycle.PLANNED,
    RatedAs.ON_TRACK: Lifecycle.IN_PROGRESS,
    RatedAs.SLIPPING: Lifecycle.IN_PROGRESS,
    RatedAs.OFF_TRACK: Lifecycle.IN_PROGRESS,
}


def rating_of(ground: Ground, table: Table, row: Row, printed: Printed | None, *, work: bool) -> Rating | None:
    """The rating of a row, by its word, else by the one fill of the row that the key explains.

    Args:
        ground: the document around it.
        table: the table.
        row: the row.
        printed: the cell of the column of ratings; None where it is empty or there is none.
        work: whether the row is a piece of work rather than a measure.
    """
    key = ground.facts.key
    if printed is not None:
        word = plain_words(printed.text)
        entry = entry_for(key, word, None, work=work)
        return _rating(word, entry, ground.cite(printed))
    found = _filled(ground, table, row, key, work=work)
    if found is None:
        return None
    cell, entry = found
    words = entry.printed or entry.words
    return _rating(words, entry, Citation(source=ground.document.source, cell=cell.address, quote=cell.text))


def _rating(word: str, entry: KeyEntry | None, citation: Citation) -> Rating:
    if entry is None:
        return Rating(scheme=UNKNOWN_SCHEME, word=word, citation=citation)
    return Rating(scheme=OWN_SCHEME, word=word, standing=entry.standing, citation=citation)


def _filled(
    ground: Ground, table: Table, row: Row, key: tuple[KeyEntry, ...], *, work: bool
) -> tuple[Cell, KeyEntry] | None:
    """The cell of a row whose fill the key explains; None where no cell is, or cells of different meanings are."""
    known = {one.colour for one in key if one.colour and one.standing is not None and (one.standing in OF_WORK) is work}
    if not known:
        return None
    cells = [cell for cell in ground.document.grids[table.grid].rows[row.at] if cell.fill in known]
    entries = [(cell, entry_for(key, "", cell.fill, work=work)) for cell in cells]
    meant = [(cell, entry) for cell, entry in entries if entry is not None]
    return meant[-1] if meant and len({entry.standing for _, entry in meant}) == 1 else None


def rating_problems(ground: Ground, table: Table) -> Iterator[Problem]:
    """The cells that rate a row by a word, letter or number that the key does not know.

    Args:
        ground: the document around it.
        table: the table; nothing is told of one that no key is for.
    """
    key, work, column = ground.facts.key, table.kind is TableKind.ACTIONS, table.column("rating")
    if column is None or not any(one.standing is not None and (one.standing in OF_WORK) is work for one in key):
        return
    named = {one.printed.casefold() for one in key}
    left = _NONE | named | ground.vocabulary.words("status").keys()
    source = ground.document.source
    for row in table.rows:
        cell = row.cells.get(column.at) if row.kind is RowKind.LINE else None
        word = "" if cell is None else plain_words(cell.text)
        if cell is None or not word or word.casefold() in left or entry_for(key, word, None, work=work) is not None:
            continue
        message = f"{cell.address} of {source.name}: {word[:_SHOWN]!r} is not in the key, so nothing was taken from it"
        yield Problem(code="vocabulary.unknown", message=message, document=source.name, citation=ground.cite(cell))
