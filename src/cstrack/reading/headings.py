"""Which lines are headings: hashes, bold or capitals, numbered section titles, and short lines that stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.document.section import RESOLVING
from cstrack.reading.labels import Label, Numbering
from cstrack.reading.wrapping import ends_sentence
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.drafts import Draft

#: Characters and words of the longest heading without marks of its own, and words of one that ends in a colon.
_LONGEST, _MOST_WORDS, _COLON_WORDS = 120, 18, 3

#: Share of blocks with a blank line above, from which a file parts its paragraphs by them.
_SPACED = 0.2

#: Words from which a line below a heading is running text, in files without blank lines.
_RUNNING = 12

_TITLED = frozenset({Numbering.NUMBER, Numbering.LETTER_UPPER, Numbering.ROMAN_UPPER, Numbering.DOTTED})

_BOLD = pattern("reading.headings.bold", r"\*\*[^*]{1,200}+\*\*:?|__[^_]{1,200}+__:?")
_CAPITALS = pattern("reading.headings.capitals", r"[A-Z]{3}")
_SENTENCE = pattern(
    "reading.headings.sentence",
    r"\b(?:is|are|was|were|be|been|will|has|have|had|should|shall|noted|agreed|resolved|approved|can|could|would|may)\b",
)
_NO_TITLE = pattern(
    "reading.headings.no_title",
    r"@|www\.|https?:|[0-9]{5}|\s/\s|\.\.\.|…|\A(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Alderman)\b",
)
_DATE = pattern(
    "reading.headings.date",
    r"""
    (?: [A-Za-z]{6,9} ,? \s )? [0-9]{1,2} (?i: st | nd | rd | th )? \s
    (?i: january | february | march | april | may | june | july | august | september | october | november | december ) ,? \s
    [0-9]{4}
    """,
)

#: A line of an agenda: number and title in capitals, or as a publishing system prints it, with the size of the paper behind.
_AGENDA = pattern(
    "reading.headings.agenda",
    r"(?P<number>[0-9]{1,3}+)\s{1,4}+(?=[A-Z])(?:[^a-z]{1,200}|.{1,200}?\bPDF\s[0-9.,]{1,8}+\s?[KM]B)",
)


def judge_headings(text: str, drafts: Sequence[Draft]) -> None:
    """Mark the drafts that are headings.

    Args:
        text: the whole text.
        drafts: in order; kind, level, and the label of a line of an agenda are changed in place.
    """
    styled = any(draft.kind is BlockKind.HEADING and draft.marker is not None for draft in drafts)
    spaced = sum(draft.gap > 0 for draft in drafts[1:]) > len(drafts) * _SPACED
    clauses: set[tuple[Numbering, int]] = set()  # those of this section that are no headings
    for at, draft in enumerate(drafts):
        below = drafts[at + 1] if at + 1 < len(drafts) else None
        if draft.kind is BlockKind.HEADING or draft.settled or len(draft.pieces) != 1:
            continue
        if len(draft.pieces[0]) > 2 * _LONGEST:
            continue
        above = drafts[at - 1] if at else None
        if spaced:
            alone = (above is None or draft.gap > 0) and (below is None or below.gap > 0)
        else:
            alone = _below_end(text, above) and _above_text(text, below)
        readings = draft.label.readings[:1] if draft.label and draft.kind is BlockKind.CLAUSE else ()
        listed = any((numbering, value - 1) in clauses for numbering, value in readings)
        over = _over_its_clauses(draft.words(text), draft, below)
        level = 1 if over else 0 if listed else _level(text, draft, below, alone=alone, styled=styled)
        if level:
            clauses.clear()
            draft.kind, draft.level = BlockKind.HEADING, level
            _number(text, draft)
        else:
            clauses.update(readings)


def _below_end(text: str, above: Draft | None) -> bool:
    """In a file without blank lines a line stands alone where what is above it has ended."""
    if above is None or above.kind is not BlockKind.PARAGRAPH or (above.valued and len(above.pieces[0]) < _LONGEST):
        return True
    last = above.pieces[-1]
    return ends_sentence(text, last.start, last.end)


def _above_text(text: str, below: Draft | None) -> bool:
    """In a file without blank lines a line stands alone where running text or a list begins below it."""
    if below is None or below.marker is not None:
        return below is not None
    piece = below.pieces[0]
    return ends_sentence(text, piece.start, piece.end) or len(below.words(text).split()) >= _RUNNING


def _level(text: str, draft: Draft, below: Draft | None, *, alone: bool, styled: bool) -> int:
    words = draft.words(text)
    if draft.kind is BlockKind.CLAUSE:
        return _numbered(words, draft, below)
    piece = draft.pieces[0]
    if not draft.prose or RESOLVING.match(words) or _DATE.fullmatch(words) or "\t" in text[piece.start : piece.end]:
        return 0
    if _BOLD.fullmatch(text, piece.start, piece.end):
        return 2
    if words.endswith(":"):
        return 2 if alone and words[0].isupper() and _opens_section(words, below) else 0
    if words.isupper() and _CAPITALS.search(words) and words[-1] not in ".;," and not draft.valued:
        return 1
    if _AGENDA.fullmatch(words):
        return 1
    if styled or below is None or draft.valued or not alone:
        return 0
    goes_on = below.prose and text[below.pieces[0].start].islower()
    return 2 if _is_title(words) and not goes_on else 0


def _opens_section(words: str, below: Draft | None) -> bool:
    """Whether a line that ends in a colon names what follows (``Minutes:``) and does not introduce it (``Members asked:``)."""
    if below is not None and below.valued and not below.gap:
        return False
    return len(words.split()) <= (_COLON_WORDS if below is None or below.marker is None else 1)


def _is_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and words[0].isupper()
        and words[-1] not in ".;,!?:"
        and not _SENTENCE.search(words)
        and not _NO_TITLE.search(words)
    )


def _numbered(words: str, draft: Draft, below: Draft | None) -> int:
    """``1. Purpose`` is a heading, ``1. As part of the Council's process ...`` a clause."""
    if draft.label is None or not draft.label.readings or draft.bullet is not None or below is None:
        return 0
    numbering, value = draft.label.readings[0]
    if numbering not in _TITLED or not _is_title(words) or ":" in words or len(words) > 90:
        return 0
    sibling = below.label is not None and any(
        other is numbering and reached == value + 1 for other, reached in below.label.readings
    )
    if sibling or (numbering is Numbering.DOTTED and below.gap == 0 and not words.isupper()):
        return 0
    return draft.label.token.count(".") + 1


def _over_its_clauses(words: str, draft: Draft, below: Draft | None) -> bool:
    """Whether a short numbered line stands over the clauses of its number: ``2. Where we are`` over ``2.1``."""
    if draft.kind is not BlockKind.CLAUSE or draft.label is None or below is None or below.label is None:
        return False
    if not draft.label.readings or draft.label.readings[0][0] is not Numbering.NUMBER or draft.bullet is not None:
        return False
    short = (
        len(words) <= 90
        and words[:1].isupper()
        and ":" not in words
        and words[-1] not in ".;,"
        and not _NO_TITLE.search(words)
    )
    return short and below.label.token == f"{draft.label.token}.1"


def _number(text: str, draft: Draft) -> None:
    """Give a line of an agenda its number as label."""
    piece = draft.pieces[0]
    found = _AGENDA.match(text, piece.start, piece.end) if draft.marker is None else None
    if found:
        start = found.end("number")
        while text[start].isspace():
            start += 1
        number = found["number"]
        draft.label = Label(printed=number, token=number, readings=((Numbering.NUMBER, int(number)),))
        draft.marker, draft.pieces[0] = Span(piece.start, start), Span(start, piece.end)
