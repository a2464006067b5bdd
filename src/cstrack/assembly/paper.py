"""What a prose paper means: its facts judged and joined into records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.amounts import assemble_amounts
from cstrack.assembly.progress import linked
from cstrack.assembly.statements import assemble_statements
from cstrack.assembly.tables import assemble_tables
from cstrack.facts.profile import CORE
from cstrack.problems import Outcome

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.record import Record


def assemble_paper(
    document: Document, facts: Facts, vocabulary: Vocabulary, profile: PaperProfile = CORE
) -> Outcome[tuple[Record, ...]]:
    """The records of a paper.

    Args:
        document: the paper.
        facts: what was recognised in it.
        vocabulary: the words of the field.
        profile: how this council writes.

    Returns:
        Records in reading order, and what could not be judged.
    """
    amounts = assemble_amounts(document, facts, vocabulary, profile)
    statements = assemble_statements(document, facts, vocabulary, profile)
    tables = assemble_tables(document, facts, vocabulary, profile)
    records = sorted((*(amounts.value or ()), *(statements.value or ()), *(tables.value or ())), key=_place)
    problems = (*amounts.problems, *statements.problems, *tables.problems)
    return Outcome(value=linked(records, document), problems=problems)


def _place(record: Record) -> tuple[int, str]:
    span = record.citation.span
    return (span.start if span else 0, record.id)
