"""Paragraphs that a page break cut, joined again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.reading.furniture import FOLIO
from cstrack.reading.wrapping import ends_open, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.drafts import Draft
    from cstrack.sources.span import Span

#: A line shorter than this is no line of running prose that a page break cut; one that ends in an open word may be shorter.
_SHORTEST, _SHORTEST_OPEN = 40, 15

#: A label with a value goes over a page break only where the value is a sentence: characters of the shortest.
_TELLING = 80


def join_broken(text: str, drafts: Sequence[Draft], furniture: list[Span]) -> list[Draft]:
    """Join each paragraph, clause or bullet that stops in mid-sentence with the paragraph that goes on with it.

    Args:
        text: the whole text.
        drafts: in order.
        furniture: gets the bare page numbers that stood between two parts.

    Returns:
        The drafts, the joined ones with a piece for each side of the break.
    """
    joined: list[Draft] = []
    for at, draft in enumerate(drafts):
        if joined and _is_folio(text, draft) and at + 1 < len(drafts) and _goes_on(text, joined[-1], drafts[at + 1]):
            furniture.extend(draft.pieces)
        elif joined and _goes_on(text, joined[-1], draft):
            joined[-1].pieces.extend(draft.pieces)
            joined[-1].width = draft.width
        else:
            joined.append(draft)
    return joined


def _is_folio(text: str, draft: Draft) -> bool:
    piece = draft.pieces[0]
    return draft.prose and draft.gap > 0 and FOLIO.fullmatch(text, piece.start, draft.pieces[-1].end) is not None


def _goes_on(text: str, before: Draft, draft: Draft) -> bool:
    if not draft.gap or not draft.prose or before.settled:
        return False
    if before.kind is BlockKind.HEADING or (before.valued and len(before.pieces[0]) < _TELLING):
        return False
    last = before.pieces[-1]
    opened = ends_open(text, last.start, last.end)
    if len(last) < (_SHORTEST_OPEN if opened else _SHORTEST) or ends_sentence(text, last.start, last.end):
        return False
    opening = text[before.pieces[0].start]
    if before.marker is None and opening.islower():
        return False  # a list without markers, each line in small letters
    if text[draft.pieces[0].start].islower():
        return True
    return opened and not draft.valued
