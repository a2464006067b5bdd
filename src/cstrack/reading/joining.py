"""Paragraphs that a page break cut, joined again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.reading.wrapping import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.reading.drafts import Draft

#: A line shorter than this is no line of running prose that a page break cut.
_SHORTEST = 40

#: Words that no sentence ends with.
_OPEN = frozenset(
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "and", "or", "but", "as",
        "that", "which", "who", "whose", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
        "would", "should", "could", "may", "must", "its", "their", "our", "this", "these", "those", "into", "than",
    }
)  # fmt: skip


def join_broken(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """Join each paragraph, clause or bullet that stops in mid-sentence with the paragraph that goes on with it.

    Args:
        text: the whole text.
        drafts: in order.

    Returns:
        The drafts, the joined ones with a piece for each side of the break.
    """
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _goes_on(text, joined[-1], draft):
            joined[-1].pieces.extend(draft.pieces)
            joined[-1].width = draft.width
        else:
            joined.append(draft)
    return joined


def _goes_on(text: str, before: Draft, draft: Draft) -> bool:
    if not draft.gap or not draft.prose or before.settled:
        return False
    if before.kind is BlockKind.HEADING or (before.valued and before.kind is BlockKind.PARAGRAPH):
        return False
    last = before.pieces[-1]
    if len(last) < _SHORTEST or ends_sentence(text, last.start, last.end):
        return False
    opening = text[before.pieces[0].start]
    if before.marker is None and opening.islower():
        return False  # a list without markers, each line in small letters
    if text[draft.pieces[0].start].islower():
        return True
    words = text[max(last.start, last.end - 30) : last.end].split()
    return not draft.valued and bool(words) and (words[-1].lower() in _OPEN or text[last.end - 1] == ",")
