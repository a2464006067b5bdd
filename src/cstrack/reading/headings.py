"""Which lines are headings: hashes, bold or capitals, numbered section titles, and short lines that stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.reading.labels import Numbering
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.drafts import Draft

_LONGEST = 120
_MOST_WORDS = 14
_BOLD = pattern("reading.headings.bold", r"\*\*[^*\n]{1,200}\*\*:?|__[^_\n]{1,200}__:?")
_CAPITALS = pattern("reading.headings.capitals", r"[^a-z]{3,160}")
_WORD = pattern("reading.headings.word", r"[A-Z]{3}")
_SENTENCE = pattern(
    "reading.headings.sentence",
    r"\b(?:is|are|was|were|be|been|will|has|have|had|should|shall|noted|agreed|resolved|approved|can|could|would|may)\b",
)
_CONTACT = pattern("reading.headings.contact", r"@|www\.|https?:|\b[0-9]{5,}|\s/\s|\.\.\.")
RESOLVING = pattern(
    "reading.headings.resolving", r"(?:It\ was\ |That\ )?(?:RESOLVED|Resolved|resolved|AGREED|Agreed|agreed|RECOMMENDED|Recommended|DECISIONS?\b.*\S)"
)
_PDF = pattern("reading.headings.pdf", r"([0-9]{1,3})\s{1,4}(?=[A-Z]).{0,200}?\bPDF\s[0-9.,]{1,8}\s?[KM]B")


def judge_headings(text: str, drafts: Sequence[Draft]) -> None:
    """Mark the drafts that are headings.

    Args:
        text: the whole text.
        drafts: in order; their kind and level are changed in place.
    """
    styled = any(draft.level for draft in drafts)
    spaced = any(draft.gap for draft in drafts[1:])
    for at, draft in enumerate(drafts):
        below = drafts[at + 1] if at + 1 < len(drafts) else None
        if draft.kind is BlockKind.HEADING or len(draft.pieces) != 1 or len(draft.pieces[0]) > _LONGEST:
            continue
        alone = not spaced or ((at == 0 or draft.gap > 0) and (below is None or below.gap > 0))
        level = _level(text, draft, below, alone=alone, styled=styled)
        if level:
            draft.kind, draft.level = BlockKind.HEADING, level


def _level(text: str, draft: Draft, below: Draft | None, *, alone: bool, styled: bool) -> int:
    if draft.kind is BlockKind.CLAUSE:
        return _numbered(text, draft, below)
    if draft.kind is not BlockKind.PARAGRAPH or draft.label is not None:
        return 0
    piece = draft.pieces[0]
    words = draft.words(text)
    if _BOLD.fullmatch(text, piece.start, piece.end):
        return 2
    if RESOLVING.match(words) or "\t" in text[piece.start : piece.end]:
        return 0
    if words.endswith(":"):
        return 2 if alone and len(words.split()) <= 3 and not (below is not None and below.values and not below.gap) else 0
    if _CAPITALS.fullmatch(words) and _WORD.search(words) and not words.endswith("."):
        return 1
    if _PDF.fullmatch(words):
        return 1
    return 2 if alone and not styled and below is not None and _is_title(words, draft) else 0


def _is_title(words: str, draft: Draft) -> bool:
    return (
        len(words.split()) <= _MOST_WORDS
        and words[0].isupper()
        and words[-1] not in ".;,!?:"
        and not draft.values
        and not _SENTENCE.search(words)
        and not _CONTACT.search(words)
    )


def _numbered(text: str, draft: Draft, below: Draft | None) -> int:
    """``1. Purpose`` is a heading, ``1. As part of the Council's process ...`` a clause."""
    if draft.label is None or not draft.label.readings or draft.bullet is not None or below is None:
        return 0
    numbering, value = draft.label.readings[0]
    if numbering not in {Numbering.NUMBER, Numbering.LETTER_UPPER}:
        return 0
    words = draft.words(text)
    if not words[0].isupper() or len(words) > 90 or words[-1] in ".;,!?" or ":" in words or _SENTENCE.search(words):
        return 0
    sibling = below.label is not None and (numbering, value + 1) in below.label.readings
    return 0 if sibling else 1
