"""Word's automatic numbers, counted through a document as Word counts them.

Source:
    ECMA-376-1 section 17.9. Lists that share a definition share its counts; a list that overrides a start begins with it where it
    is first met; a level starts anew behind each level above it; a level above that was not met yet counts as met once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.docx_numbering import LEVELS
from cstrack.reading.docx_numerals import numeral
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re

    from cstrack.reading.docx_numbering import Level, Numbered

_PLACE = pattern("reading.docx_counting.place", r"%(?P<level>[1-9])")

#: Forms that legal numbering leaves as they are.
_KEPT = frozenset({"none", "bullet", "decimalZero"})


@final
@frozen
class Label:
    """What Word prints before a paragraph.

    Attributes:
        printed: ``5.3``, ``(a)``; empty for a bullet, and where nothing is printed.
        bullet: whether it is a bullet.
    """

    printed: str
    bullet: bool = False


@final
@define
class Counting:
    """The counts at one place of a document; text boxes and notes count apart.

    Attributes:
        counts: definition -> the number that each of its levels has reached; None for one not met.
        begun: lists and levels whose overridden start was used.
    """

    counts: dict[str, list[int | None]] = field(factory=dict)
    begun: set[tuple[str, int]] = field(factory=set)

    def next(self, numbered: Numbered, level: int) -> Label:
        """Count a paragraph and tell its label.

        Args:
            numbered: its list.
            level: its level from 0.
        """
        level = min(max(level, 0), LEVELS - 1)
        counts = self.counts.setdefault(numbered.counts, [None] * LEVELS)
        counts[level] = self._reached(numbered, level, counts[level])
        for above in range(level):
            if counts[above] is None:
                counts[above] = numbered.start(above)
        for below in range(level + 1, LEVELS):
            restart = numbered.level(below).restart
            if restart is None or level < restart:
                counts[below] = None
        return _label(numbered, level, counts)

    def _reached(self, numbered: Numbered, level: int, last: int | None) -> int:
        fresh = level in numbered.starts and (numbered.id, level) not in self.begun
        if fresh:
            self.begun.add((numbered.id, level))
        return numbered.start(level) if fresh or last is None else last + 1


def _label(numbered: Numbered, level: int, counts: list[int | None]) -> Label:
    definition = numbered.level(level)
    if definition.hidden or definition.text is None:
        return Label("")
    if definition.form == "bullet":
        return Label("", bullet=bool(definition.text.strip()))

    def written(place: re.Match[str]) -> str:
        at = int(place["level"]) - 1
        count = counts[at]
        return "" if at > level or count is None else numeral(count, _form(definition, numbered.level(at)))

    printed = " ".join(_PLACE.sub(written, definition.text).split())
    if any(map(str.isalnum, printed)):
        return Label(printed)
    return Label("", bullet=bool(printed) and not _PLACE.search(definition.text))


def _form(definition: Level, counted: Level) -> str:
    return "decimal" if definition.legal and counted.form not in _KEPT else counted.form
