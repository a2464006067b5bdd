"""What only Markdown has: underlined headings, quotations, fences around code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.reading.lines import BLANKS
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line

_FENCE = pattern("reading.markdown_lines.fence", r"(?P<fence>`{3,20}+|~{3,20}+)[^`]{0,100}")
_QUOTED = pattern("reading.markdown_lines.quoted", r">(?:[ ]?>){0,9}+(?=\s|\Z)\s{0,9}+")


def setext_level(text: str, line: Line) -> int:
    """1 for a line of equal signs, 2 for one of hyphens, 0 for anything else."""
    sign = text[line.start]
    alike = text.count(sign, line.start, line.end) == line.end - line.start
    return 0 if not alike or line.end - line.start < 3 else {"=": 1, "-": 2}.get(sign, 0)


def fenced(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """The lines of fenced code: ``fence`` for those that open and close it, ``code`` for those between.

    A fence that nothing closes is a line like others, so that it hides nothing below it.
    """
    found: dict[int, str] = {}
    if "```" not in text and "~~~" not in text:
        return found
    opened: int | None = None
    sign = ""
    for at, line in enumerate(lines):
        fence = None if line.blank else _FENCE.match(text, line.start, line.end)
        if fence is None or (opened is not None and not fence["fence"].startswith(sign)):
            continue
        if opened is None:
            opened, sign = at, fence["fence"]
            continue
        found.update(dict.fromkeys(range(opened + 1, at), "code"))
        found[opened] = found[at] = "fence"
        opened = None
    return found


def unquoted(text: str, lines: Sequence[Line]) -> tuple[Sequence[Line], list[Span]]:
    """The lines without the ``>`` of quotations, and where those stood."""
    if ">" not in text:
        return lines, []
    bare: list[Line] = []
    signs: list[Span] = []
    for line in lines:
        sign = None if line.blank else _QUOTED.match(text, line.start, line.end)
        if sign is None:
            bare.append(line)
            continue
        printed = len(text[line.start : sign.end()].rstrip(BLANKS))
        signs.append(Span(line.start, line.start + printed))
        bare.append(evolve(line, start=min(sign.end(), line.end)))
    return bare, signs
