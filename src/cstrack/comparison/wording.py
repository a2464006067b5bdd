"""The words by which a record is known again in a later paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.action import Action
from cstrack.model.budget import BudgetLine
from cstrack.model.decision import Decision
from cstrack.model.plan import Objective
from cstrack.model.target import Target
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.model.record import Record

_WORD = pattern("comparison.matching.word", r"(?<![a-z0-9])[a-z0-9][a-z0-9']{2,40}+")

#: Words that tell no two promises apart.
_EMPTY = frozenset(
    {
        "the", "and", "for", "with", "that", "this", "will", "has", "have", "had", "been", "being", "are",
        "was", "were", "its", "our", "their", "his", "her", "from", "into", "onto", "upon", "which", "who",
        "whom", "whose", "what", "when", "where", "all", "any", "each", "such", "also", "now", "not", "but",
        "may", "can", "could", "should", "would", "must", "shall", "than", "then", "them", "they", "there",
        "here", "over", "under", "about", "more", "most", "other", "some", "these", "those", "within", "work",
        "working", "children", "children's", "young", "people", "service", "services", "council", "authority",
        "new", "continue", "continues", "further",
    }
)  # fmt: skip


def wording(record: Record) -> str:
    """The words by which a record is known again."""
    match record:
        case Action() | Objective():
            return record.title
        case Decision():
            return record.text
        case BudgetLine():
            return f"{record.label} {record.measure} {record.period.label if record.period else ''}"
        case Target():
            return f"{record.label} {record.citation.sentence or ''}"
        case _:
            return f"{record.label} {record.citation.sentence or ''}"


def words_of(record: Record) -> frozenset[str]:
    """The words of its wording that tell it from others."""
    text = wording(record).casefold().replace("’", "'")
    found = (word.group().rstrip("'").removesuffix("'s") for word in _WORD.finditer(text))
    return frozenset(word for word in found if word not in _EMPTY)
