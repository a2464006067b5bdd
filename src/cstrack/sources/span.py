"""A stretch of a document's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

if TYPE_CHECKING:
    from attrs import Attribute


def _not_before_start(span: Span, _: Attribute[int], end: int) -> None:
    if not 0 <= span.start <= end:
        raise ValueError(f"a span cannot run from {span.start} to {end}")


@final
@frozen(order=True)
class Span:
    """Half-open character offsets into the text of one document.

    Attributes:
        start: first character.
        end: the character after the last.
    """

    start: int
    end: int = field(validator=_not_before_start)

    def __len__(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
