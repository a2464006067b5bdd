"""Whether a line belongs to the block above it: wrapped words, hanging lines of a list, a heading over two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.reading.wrapping import ends_open, ends_sentence

if TYPE_CHECKING:
    from cstrack.reading.drafts import Draft
    from cstrack.reading.lines import Line
    from cstrack.reading.wrapping import Wrapping

#: Columns from which a line is long enough to have been wrapped, whatever the rest of the file does.
_LONG = 40

_WORDY = frozenset({BlockKind.PARAGRAPH, BlockKind.CLAUSE, BlockKind.BULLET})
_DASHES = frozenset({"-", "–", "—"})


def is_words(text: str, before: Draft, above: Line, draft: Draft, wrapping: Wrapping) -> bool:
    """Whether what looks like a marker is the middle of a sentence: a wrapped line that begins ``12. The`` or ``- the``.

    Args:
        text: the whole text.
        before: the draft that the line above belongs to.
        above: that line.
        draft: what the line would begin.
        wrapping: how the file breaks its lines.
    """
    if draft.marker is None or draft.kind not in _WORDY or before.kind not in _WORDY or before.settled:
        return False
    if ends_sentence(text, above.start, above.end):
        return False
    if draft.label is None:
        return wrapping.fills(above) and draft.bullet in _DASHES and before.bullet != draft.bullet
    running = len(before.pieces[-1]) >= _LONG and ends_open(text, above.start, above.end)
    if not (running or wrapping.fills(above)):
        return False
    expected = before.label.readings if before.label else ()
    follows = any(way is known and value == last + 1 for way, value in draft.label.readings for known, last in expected)
    return draft.label.first > 1 and not follows


def joins(text: str, before: Draft, above: Line, line: Line, draft: Draft, wrapping: Wrapping) -> bool:
    """Whether a line goes on with the draft above it.

    Args:
        text: the whole text.
        before: the draft that the line above belongs to.
        above: that line.
        line: the line.
        draft: what it would begin.
        wrapping: how the file breaks its lines.
    """
    if not draft.prose or before.settled or before.kind not in _WORDY:
        return False
    if before.prose and _is_capitals(text, before) and _is_capitals(text, draft):
        return above.width > _LONG
    if not text[line.start].islower() and (draft.valued or before.valued):
        opened = above.width > _LONG and ends_open(text, above.start, above.end)
        filled = wrapping.width > 0 and above.width > _LONG and wrapping.continues(text, above, line)
        return opened or (filled and not draft.valued)
    if before.marker is not None and line.indent > before.indent:
        return True
    return wrapping.continues(text, above, line)


def _is_capitals(text: str, draft: Draft) -> bool:
    start = draft.pieces[0].start
    return not draft.valued and text[start : min(draft.pieces[-1].end, start + 200)].isupper()
