"""Whether a line goes on in the next: files that break every line at one column against files with one paragraph a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line

#: A column below which nobody wraps prose, and one above which a line is a paragraph of its own.
_NARROWEST, _WIDEST = 40, 200

_STOPS = ".!?:;"
_CLOSERS = "\"'’”)*_]"

#: Words that no sentence ends with.
_OPEN = frozenset(
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "and", "or", "but", "as",
        "that", "which", "who", "whose", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
        "would", "should", "could", "may", "must", "its", "their", "our", "this", "these", "those", "into", "than",
    }
)  # fmt: skip

#: Longest of those words, with the blank before it.
_REACH = 8


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a stop, closing quotes and brackets aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in _STOPS


def ends_open(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a comma or a word that no sentence ends with."""
    words = text[max(start, end - _REACH) : end].split()
    return bool(words) and (words[-1].lower() in _OPEN or words[-1].endswith(","))


@final
@frozen
class Wrapping:
    """How a file breaks its lines.

    Attributes:
        width: column it wraps them at; 0 where no line is wrapped.
        soft: whether any two lines without a blank one between them are one paragraph, as in Markdown.
    """

    width: int
    soft: bool = False

    @classmethod
    def of(cls, text: str, lines: Sequence[Line], *, soft: bool) -> Wrapping:
        """Learn the column from lines that stop in mid-sentence.

        Args:
            text: the whole text.
            lines: its lines.
            soft: whether the file is Markdown.
        """
        widths = sorted(
            line.width
            for line, below in pairwise(lines)
            if not line.blank
            and not below.blank
            and _NARROWEST <= line.width <= _WIDEST
            and text[below.start].islower()
            and not ends_sentence(text, line.start, line.end)
        )
        return cls(widths[len(widths) * 9 // 10] if widths else 0, soft)

    def fills(self, line: Line) -> bool:
        """Whether a line reaches far enough towards the column to be one of many."""
        return bool(self.width) and line.width >= self.width * 3 // 4

    def continues(self, text: str, line: Line, below: Line) -> bool:
        """Whether a line goes on in the line right below it, which bears no marker.

        It does where it stops in mid-sentence, or where the first word below would not have fitted on it.
        """
        if self.soft:
            return text[line.end : line.end + 2] != "  "
        ended = ends_sentence(text, line.start, line.end)
        if not ended and (text[below.start].islower() or ends_open(text, line.start, line.end) or self.fills(line)):
            return True
        if not self.width or line.width > self.width * 2:
            return False
        first = text[below.start : below.end].split(None, 1)[0]
        return line.width + 1 + len(first) > self.width
