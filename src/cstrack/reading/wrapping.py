"""Whether a line goes on in the next: files that break every line at one column against files with one paragraph a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line

#: A column below which nobody wraps prose, and one above which a line is a paragraph of its own.
_NARROWEST, _WIDEST = 40, 200

STOPS = ".!?:;"
_CLOSERS = "\"'’”)*_]"


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a stop, closing quotes and brackets aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in STOPS


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column a file wraps its lines at, learned from lines that stop in mid-sentence.

    Returns:
        0 where no line is wrapped.
    """
    widths = sorted(
        line.width
        for line, following in pairwise(lines)
        if not line.blank
        and not following.blank
        and _NARROWEST <= line.width <= _WIDEST
        and text[following.start].islower()
        and not ends_sentence(text, line.start, line.end)
    )
    return widths[len(widths) * 9 // 10] if widths else 0


def continues(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a line goes on in the line right below it, which bears no marker.

    A line was wrapped where it stops in mid-sentence, or where the first word below would not have fitted on it.
    """
    ended = ends_sentence(text, line.start, line.end)
    if text[following.start].islower() and not ended:
        return True
    if not width or line.width > width * 2:
        return False
    first = text[following.start : following.end].split(None, 1)[0]
    return line.width + 1 + len(first) > width
