"""The lines of a text, each with its place: the first cut, before anything is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What ends a line. Windows, Unix and old Mac ends, and what word processors leave: form feed, next line, line separator.
_END = pattern("reading.lines.end", r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")

#: Characters that are printed as nothing and so make no line.
NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@final
@frozen
class Line:
    """One line without the blanks around it.

    Attributes:
        start: offset of its first printed character.
        end: offset after its last printed character; equal to ``start`` for a blank line.
        indent: columns before the first printed character, a tab reaching the next multiple of four.
        feed: whether a form feed ended the line before it.
        left: offset of the line's very first character, blanks included.
        right: offset after its very last, the line end not included.
    """

    start: int
    end: int
    indent: int
    feed: bool
    left: int
    right: int

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return self.start == self.end

    @property
    def width(self) -> int:
        """The column its last printed character stands in."""
        return self.indent + self.end - self.start


def split_lines(text: str) -> Iterator[Line]:
    """Every line of a text in order, blank ones too.

    Args:
        text: the decoded file.

    Yields:
        Lines whose spans cover every printed character once.
    """
    left, feed = 0, False
    for stop in _END.finditer(text):
        yield _line(text, left, stop.start(), feed=feed)
        left, feed = stop.end(), stop.group() == "\f"
    yield _line(text, left, len(text), feed=feed)


def _line(text: str, left: int, right: int, *, feed: bool) -> Line:
    content = text[left:right]
    bare = _stripped(content)
    if not bare:
        return Line(right, right, 0, feed, left, right)
    lead = content.find(bare)
    indent = len(content[:lead].expandtabs(4))
    return Line(left + lead, left + lead + len(bare), indent, feed, left, right)


def _stripped(content: str) -> str:
    bare = content.strip()
    while bare and (bare[0] in NOTHING or bare[-1] in NOTHING):
        bare = bare.strip(NOTHING).strip()
    return bare
