"""Everything a prose paper says: head matter, sentences, periods, figures, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.facts import Facts
from cstrack.facts.profile import CORE
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.head import recognise_head
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.recognition.statements import recognise_statements
from cstrack.recognition.tables import cells_of, recognise_tables

if TYPE_CHECKING:
    from datetime import date

    from cstrack.document.document import Document
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.vocabulary import Vocabulary


def recognise_paper(
    document: Document,
    vocabulary: Vocabulary,
    profile: PaperProfile = CORE,
    *,
    authority: str | None = None,
    authority_basis: str | None = None,
    paper_date: date | None = None,
) -> Facts:
    """What a paper says, each fact in its place.

    Args:
        document: the paper.
        vocabulary: the words of the field.
        profile: how this council writes.
        authority: GSS code when it was told; else it is looked for in the head matter, the domains and the file name.
        authority_basis: how it was told.
        paper_date: the paper's date when it was told.

    Returns:
        The facts in reading order.
    """
    head = recognise_head(
        document, profile, authority=authority, authority_basis=authority_basis, paper_date=paper_date
    )
    tables = recognise_tables(document, head, vocabulary)
    cells = cells_of(document, tables)
    sentences = tuple(one for one in recognise_sentences(document) if one.block not in cells)
    periods = tuple(one for one in recognise_periods(document, head.date) if one.block not in cells)
    figures, others = recognise_figures(document, sentences, periods, vocabulary)
    statements = recognise_statements(document, head, sentences, periods, vocabulary, profile)
    return Facts(
        head=head,
        sentences=sentences,
        figures=tuple(one for one in figures if one.block not in cells),
        periods=periods,
        others=tuple(one for one in others if one.block not in cells),
        statements=tuple(one for one in statements if one.block not in cells),
        tables=tables,
    )
