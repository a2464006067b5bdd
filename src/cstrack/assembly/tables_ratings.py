"""Ratings of rows: the letter, word or colour as printed, and what the authority's key says it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words
from cstrack.facts.key import OF_WORK, KeyEntry, RatedAs, entry_for
from cstrack.model.action import Lifecycle, Rating
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from cstrack.assembly.tables_citing import Ground
    from cstrack.document.grid import Cell
    from cstrack.facts.table import Printed, Row, Table

#: The scheme of a rating where the document prints no key.
UNKNOWN_SCHEME = "not known"
#: The scheme of a rating that the document's own key explains.
OWN_SCHEME = "key of the document"

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
