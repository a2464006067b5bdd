"""What stands on a page and belongs to no paragraph: rules, page numbers, running heads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.lines import Line

RULE = pattern(
    "reading.furniture.rule",
    r"(?:-\ ?){3,200}+|(?:\*\ ?){3,200}+|(?:_\ ?){3,200}+|(?:[=─━—]\ ?){3,200}+|\+(?:[-=]{1,100}\+){1,100}+",
)

_PAGE = pattern(
    "reading.furniture.page",
    r"[-–|]?\ {0,3}(?i:page)\ {1,3}[0-9]{1,4}(?:\ {0,3}(?:of|/)\ {0,3}[0-9]{1,4})?\ {0,3}[-–|]?|[-–]\ {0,3}[0-9]{1,4}\ {0,3}[-–]"
    r"|[0-9]{1,4}\ ?\|\ ?(?i:page)",
)

#: A page number alone; elsewhere than beside a page break it may be a figure.
FOLIO = pattern("reading.furniture.folio", r"[0-9]{1,4}(?:\ (?:of|/)\ [0-9]{1,4})?")
_NUMBERED = pattern("reading.furniture.numbered", r"(?:(?i:page)\ )?[0-9]{1,4}(?:\ (?:of|/)\ [0-9]{1,4})?\Z")

#: Longest running head, and the number of page breaks beside which it must stand.
_LONGEST, _OFTEN = 160, 2

#: Digits of the longest page number, and how many in a row are page numbers for certain.
_DIGITS, _RUN = 4, 3


def furniture(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that belong to no paragraph.

    Args:
        text: the whole text.
        lines: its lines.

    Returns:
        Their indices. A bare number counts as a page's only beside a form feed or where such numbers count upwards through
        the paper, and a running head only where it stands beside two form feeds: the same words elsewhere are a heading.
    """
    plain = {
        at
        for at, line in enumerate(lines)
        if line.end - line.start <= _LONGEST
        and not line.blank
        and (RULE.fullmatch(text, line.start, line.end) or _PAGE.fullmatch(text, line.start, line.end))
    }
    plain |= _counted(text, lines)
    edges = (*_beside_breaks(lines, plain), *_outermost(lines, plain))
    folios = {at for at in edges if FOLIO.fullmatch(text, lines[at].start, lines[at].end)}
    heads = [at for at in _beside_breaks(lines, plain | folios) if lines[at].end - lines[at].start <= _LONGEST]
    often = Counter(_worded(text, lines[at]) for at in heads)
    return frozenset(plain | folios | {at for at in heads if often[_worded(text, lines[at])] >= _OFTEN})


def _counted(text: str, lines: Sequence[Line]) -> set[int]:
    """Bare numbers between blank lines, three or more of them each one above the last."""
    alone = [
        at
        for at, line in enumerate(lines)
        if 0 < line.end - line.start <= _DIGITS
        and text[line.start : line.end].isdecimal()
        and text[line.start : line.end].isascii()
        and (at == 0 or lines[at - 1].blank)
        and (at + 1 == len(lines) or lines[at + 1].blank)
    ]
    found: set[int] = set()
    run: list[int] = []
    for at in alone:
        number = int(text[lines[at].start : lines[at].end])
        follows = run and number == int(text[lines[run[-1]].start : lines[run[-1]].end]) + 1
        run = [*run, at] if follows else [at]
        if len(run) >= _RUN:
            found.update(run)
            run = run[-_RUN:]
    return found


def _outermost(lines: Sequence[Line], left_out: set[int]) -> tuple[int, ...]:
    """The first and the last printed line of a file that has pages."""
    printed = [at for at, line in enumerate(lines) if line.page and not line.blank and at not in left_out]
    return (printed[0], printed[-1]) if printed else ()


def _worded(text: str, line: Line) -> str:
    """The words of a line, whatever page it ends in: figures elsewhere in it are no running head's."""
    return _NUMBERED.sub("", " ".join(text[line.start : line.end].split()))


def _beside_breaks(lines: Sequence[Line], left_out: set[int]) -> Iterator[int]:
    """The last printed line before each form feed and the first after it."""
    last: int | None = None
    awaited = False
    for at, line in enumerate(lines):
        if line.fresh:
            if last is not None:
                yield last
            last, awaited = None, True
        if line.blank or at in left_out:
            continue
        if awaited:
            yield at
            awaited = False
        else:
            last = at
