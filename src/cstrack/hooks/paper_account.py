"""The account of a paper's sentences: read = used + skipped, each skipped one with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Sentence
    from cstrack.model.record import Record

HEAD_MATTER = "head matter"
CONTACTS = "contact points"
FIGURE = "a figure that no rule could place"
NOTHING = "nothing that can be tracked"


def account(
    document: Document, facts: Facts, records: Iterable[Record], profile: PaperProfile
) -> tuple[int, dict[str, int]]:
    """How many sentences gave records, and why the others did not.

    Args:
        document: the paper.
        facts: what was recognised in it.
        records: what was made of them.
        profile: how the council writes.

    Returns:
        The number of sentences used, and the others by reason, in order of their first occurrence.
    """
    starts = {citation.span.start for record in records for citation in record.citations if citation.span is not None}
    figures = {mention.span.start for mention in facts.figures}
    used = 0
    skipped: dict[str, int] = {}
    for sentence in facts.sentences:
        if _holds(sentence, starts):
            used += 1
            continue
        reason = _reason(sentence, document, facts, profile, holds_figure=_holds(sentence, figures))
        skipped[reason] = skipped.get(reason, 0) + 1
    return used, skipped


def _holds(sentence: Sentence, starts: set[int]) -> bool:
    return any(sentence.span.start <= start < sentence.span.end for start in starts)


def _reason(sentence: Sentence, document: Document, facts: Facts, profile: PaperProfile, *, holds_figure: bool) -> str:
    if sentence.block < facts.head.ends:
        return HEAD_MATTER
    above = document.blocks[sentence.block].heading
    if above is not None:
        words = document.plain(document.blocks[above]).text.casefold()
        if any(kind == "contacts" and heading.casefold() in words for heading, kind in profile.sections.items()):
            return CONTACTS
    return FIGURE if holds_figure else NOTHING
