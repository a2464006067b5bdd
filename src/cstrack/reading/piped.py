"""Tables typed with pipes: framed as in Markdown, or with pipes between their cells alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cstrack.reading.tables import Table, trimmed
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line

#: The line below a table's head in Markdown: dashes, pipes, colons for alignment.
_FRAME = pattern("reading.tables.frame", r"\|?(?:\s{0,8}+:?-{1,100}+:?\s{0,8}+(?:\||\Z)){1,100}+")
_BOXED = pattern("reading.tables.boxed", r"\+(?:[-=]{1,100}+\+){1,100}+")
_DIGIT = pattern("reading.piped.digit", r"[0-9]")

#: Pipes in a line that no pipe begins, from which it is a row; with one it is a row only where a number stands behind it.
_FEWEST = 2


def piped(text: str, lines: Sequence[Line], first: int) -> Table | None:
    """The table of pipes that begins at a line; None where none does.

    Each of its rows begins with a pipe, or a line of dashes stands below the first, or two rows or more have as many pipes.

    Args:
        text: the whole text.
        lines: its lines.
        first: index of the line.
    """
    if not _has_pipe(text, lines[first]):
        return None
    framed = first + 1 < len(lines) and _is_frame(text, lines[first + 1])
    leading = text[lines[first].start] == "|" and text.count("|", lines[first].start, lines[first].end) > 1
    if not (framed or leading):
        return _bare(text, lines, first)
    rows: list[tuple[Span, ...]] = []
    frame: list[Span] = []
    at = first
    while at < len(lines) and (_has_pipe(text, lines[at]) if framed else _goes_on(text, lines[at])):
        if _is_frame(text, lines[at]):
            frame.append(Span(lines[at].start, lines[at].end))
        else:
            cells, pipes = _split(text, lines[at])
            rows.append(cells)
            frame.extend(pipes)
        at += 1
    return Table(first, at - 1, tuple(rows), tuple(frame))


def _bare(text: str, lines: Sequence[Line], first: int) -> Table | None:
    """Rows with pipes between their cells alone: as many in each; a row of two cells needs a number in its second."""
    pipes = _pipes(text, lines[first])
    if not pipes:
        return None
    last = first
    while last + 1 < len(lines) and _pipes(text, lines[last + 1]) == pipes:
        if pipes < _FEWEST and not _is_numbered(text, lines[last + 1]):
            break
        last += 1
    found = [_split(text, line) for line in lines[first : last + 1]]
    rows = tuple(cells for cells, _ in found)
    if last == first or (pipes < _FEWEST and len(rows) <= _FEWEST):
        return None
    return Table(first, last, rows, tuple(pipe for _, each in found for pipe in each))


def _pipes(text: str, line: Line) -> int:
    """The pipes of a line, where a blank stands on both sides of one."""
    spaced = not line.blank and text.find(" | ", line.start, line.end) >= 0
    return text.count("|", line.start, line.end) if spaced else 0


def _is_numbered(text: str, line: Line) -> bool:
    """Whether a digit stands behind the first pipe of a line."""
    return _DIGIT.search(text, text.index("|", line.start, line.end), line.end) is not None


def _has_pipe(text: str, line: Line) -> bool:
    return text.find("|", line.start, line.end) >= 0


def _goes_on(text: str, line: Line) -> bool:
    return not line.blank and (text[line.start] == "|" or _is_frame(text, line))


def _is_frame(text: str, line: Line) -> bool:
    if line.blank:
        return False
    frame = _FRAME if _has_pipe(text, line) else _BOXED
    return frame.fullmatch(text, line.start, line.end) is not None


def _split(text: str, line: Line) -> tuple[tuple[Span, ...], list[Span]]:
    """The cells between unescaped pipes; the blank ones before the first pipe and after the last are none."""
    pipes = [at for at in range(line.start, line.end) if text[at] == "|" and (at == line.start or text[at - 1] != "\\")]
    edges = [line.start - 1, *pipes, line.end]
    cells = [trimmed(text, left + 1, right) for left, right in pairwise(edges)]
    if pipes and pipes[0] == line.start:
        cells = cells[1:]
    if pipes and pipes[-1] == line.end - 1:
        cells = cells[:-1]
    return tuple(cells), [Span(at, at + 1) for at in pipes]
