"""A decision whose words stand again in the minutes of its item: read once.

ModernGov prints an item's decision and then its minutes, which mostly quote the decision in full. Two records of one decision
would be a decision too many, so what is repeated is left out of the minutes, with the line that leads to it, and a note says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, evolve, field

from cstrack.document.block import BlockKind
from cstrack.reading.composing import Passage, TablePassage
from cstrack.reading.labels import marking_at
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DECISIONS = frozenset({"decision", "decisions", "decision made", "resolved", "resolution"})
_MINUTES = frozenset({"minutes", "minute", "minutes text", "discussion"})

#: Words from which a stretch is the same by more than chance, and most words of what leads to a decision.
_FEWEST, _LEAD = 6, 25

#: Decisions of one item that are looked for in its minutes.
_MOST = 60

_WORD = pattern("reading.html_repeats.word", r"[^\W_]{1,60}+")
_LEADS = pattern("reading.html_repeats.leads", r"(?i):\Z|\b(?:resolved|agreed|decided|recommended)(?:[ ]that)?[ ]?\Z")
_OPENING = frozenset(
    [
        "it",
        "was",
        "is",
        "therefore",
        "the",
        "resolved",
        "agreed",
        "decided",
        "recommended",
        "unanimously",
        "that",
        "to",
        "be",
        "and",
    ]
)
_ENDS = (". ", "? ", "! ", ".” ", '." ')


@final
@define
class _Item:
    """The item that is read.

    Attributes:
        headings: level and words of each heading it stands under, outermost first.
        level: of the headings of its parts.
        part: ``decision``, ``minutes`` or another.
        decided: the words of each passage of its decision, joined by blanks.
    """

    headings: list[tuple[int, str]] = field(factory=list)
    level: int = 9
    part: str = ""
    decided: list[str] = field(factory=list)

    @property
    def title(self) -> str:
        """The heading above the headings of its parts."""
        return next((words for level, words in reversed(self.headings) if level < self.level), "the page")

    def enter(self, heading: Passage) -> None:
        """Go on to the part or item that a heading begins; one below a part's own is inside the part."""
        while self.headings and self.headings[-1][0] >= heading.level:
            self.headings.pop()
        self.headings.append((heading.level, heading.text))
        if heading.level < self.level:
            self.level, self.part = 9, ""
            self.decided.clear()
        words = heading.text.casefold().rstrip(": ")
        part = "decision" if words in _DECISIONS else "minutes" if words in _MINUTES else ""
        if part or heading.level == self.level:
            self.part, self.level = part or "other", heading.level


def without_repeats(
    passages: Iterable[Passage | TablePassage],
) -> tuple[tuple[Passage | TablePassage, ...], tuple[str, ...]]:
    """Leave out of minutes what repeats the decision above them.

    Args:
        passages: a page in reading order.

    Returns:
        The passages that are left, and the headings of the items whose minutes repeat their decision.
    """
    kept: list[Passage | TablePassage] = []
    repeated: dict[str, None] = {}
    item = _Item()
    minutes: list[Passage | TablePassage] = []

    def settle() -> None:
        left = _without(minutes, item.decided)
        if len(left) != len(minutes) or any(one is not other for one, other in zip(left, minutes, strict=True)):
            repeated[item.title] = None
        kept.extend(left)
        minutes.clear()

    for passage in passages:
        if isinstance(passage, Passage) and passage.kind is BlockKind.HEADING:
            settle()
            item.enter(passage)
            kept.append(passage)
        elif item.part == "minutes" and item.decided:
            minutes.append(passage)
        else:
            if item.part == "decision" and isinstance(passage, Passage) and len(item.decided) < _MOST:
                item.decided.append(_words(passage.text))
            kept.append(passage)
    settle()
    return tuple(kept), tuple(repeated)


def _without(minutes: Sequence[Passage | TablePassage], decided: Sequence[str]) -> list[Passage | TablePassage]:
    """The passages of minutes, shortened or left out where they repeat; a lead whose list is left out goes with it."""
    if not decided or not minutes:
        return list(minutes)
    left = [passage if isinstance(passage, TablePassage) else _shortened(passage, decided) for passage in minutes]
    gone = [one is None for one in left]
    for at in range(len(left) - 2, -1, -1):
        passage = left[at]
        if isinstance(passage, Passage) and gone[at + 1] and _leads(passage) and not _goes_on(left, gone, at + 1):
            left[at] = None
    return [passage for passage in left if passage is not None]


def _leads(passage: Passage) -> bool:
    words = passage.text.replace("*", "")
    return len(words.split()) <= _LEAD and _LEADS.search(words) is not None


def _goes_on(left: Sequence[Passage | TablePassage | None], gone: Sequence[bool], first: int) -> bool:
    """Whether the list that begins here has an item that stands nowhere else."""
    for passage, away in zip(left[first:], gone[first:], strict=True):
        if not isinstance(passage, Passage) or away:
            continue
        if _leads(passage):
            return False
        if passage.label or passage.kind is not BlockKind.PARAGRAPH or marking_at(passage.text, 0, len(passage.text)):
            return True
    return False


def _shortened(passage: Passage, decided: Sequence[str]) -> Passage | None:
    """A passage without what repeats a decision; itself where nothing does, None where nothing is left."""
    text = passage.text
    words = _words(text)
    if words in decided or (words.count(" ") >= _FEWEST and any(f" {words} " in f" {one} " for one in decided)):
        return None
    for one in decided:
        text = _cut(text, one)
    if text == passage.text:
        return passage
    return evolve(passage, text=text) if _words(text) else None


def _cut(text: str, decided: str) -> str:
    """A text without the sentence that ends in the words of a decision, or breaks off in them."""
    core = _core(decided)
    if len(core) < _FEWEST:
        return text
    found = tuple(_WORD.finditer(text))
    folded = [word[0].casefold() for word in found]
    at = _position(folded, core)
    if at is None:
        return text
    same = next((n for n, word in enumerate(core) if at + n >= len(folded) or folded[at + n] != word), len(core))
    broken_off = same < len(core)
    if broken_off and (at + same < len(folded) or not text.endswith(("...", "…"))):
        return text
    start = max(
        (text.rfind(end, 0, found[at].start()) + len(end) for end in _ENDS if end in text[: found[at].start()]),
        default=0,
    )
    if len(text[start : found[at].start()].split()) > _LEAD:
        return text
    stop = found[at + same - 1].end()
    while stop < len(text) and text[stop] in ".;,)”\"'’ ":
        stop += 1
    rest = text[stop:] if not broken_off else ("..." if start else "")
    return f"{text[:start]}{rest}".strip()


def _position(words: Sequence[str], core: Sequence[str]) -> int | None:
    """Where the first words of a decision stand among others."""
    opening = tuple(core[:_FEWEST])
    for at in range(len(words) - _FEWEST, -1, -1):
        if words[at] == opening[0] and tuple(words[at : at + _FEWEST]) == opening:
            return at
    return None


def _core(decided: str) -> list[str]:
    """The words of a decision without those that lead to it."""
    words = decided.split()
    first = next((at for at, word in enumerate(words) if word not in _OPENING), len(words))
    return words[first:]


def _words(text: str) -> str:
    """The words of a passage in small letters, its label left out."""
    marking = marking_at(text, 0, len(text))
    return " ".join(word[0].casefold() for word in _WORD.finditer(text, marking.end if marking else 0))
