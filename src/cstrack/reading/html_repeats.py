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

#: Decisions of one item that are looked for in its minutes, and characters of a paragraph in which they are.
_MOST, _LONGEST = 60, 20_000

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

#: What ends the sentence above a decision, and what may stand behind its last word.
_ENDS = (". ", "? ", "! ", ".” ", '." ')
_CLOSERS = ".;,)”\"'’ "


@final
@define
class _AgendaPart:
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

    def decide(self, words: str) -> None:
        """Keep the words of a passage of the decision."""
        if words and words not in self.decided and len(self.decided) < _MOST:
            self.decided.append(words)

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
    agendum = _AgendaPart()
    minutes: list[Passage | TablePassage] = []

    def settle() -> None:
        left = _without(minutes, agendum.decided)
        if len(left) != len(minutes) or any(one is not other for one, other in zip(left, minutes, strict=True)):
            repeated[agendum.title] = None
        kept.extend(left)
        minutes.clear()

    for passage in passages:
        if isinstance(passage, Passage) and passage.kind is BlockKind.HEADING:
            settle()
            agendum.enter(passage)
            kept.append(passage)
        elif agendum.part == "minutes" and agendum.decided:
            minutes.append(passage)
        else:
            if agendum.part == "decision" and isinstance(passage, Passage):
                agendum.decide(_words(passage.text))
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
    words = passage.text[: _LEAD * 20].replace("*", "")
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
    words = _words(passage.text)
    if words in decided or (words.count(" ") >= _FEWEST and any(f" {words} " in f" {one} " for one in decided)):
        return None
    text = passage.text
    for one in decided if len(text) <= _LONGEST else ():
        core = _core(one)
        if len(core) >= _FEWEST and f" {' '.join(core[:_FEWEST])} " in f" {words} ":
            text = _cut(text, core)
            words = _words(text)
    if text == passage.text:
        return passage
    return evolve(passage, text=text) if words else None


def _cut(text: str, core: Sequence[str]) -> str:
    """A text without the sentence that ends in the words of a decision, or breaks off in them."""
    found = tuple(_WORD.finditer(text))
    words = [word[0].casefold() for word in found]
    padded = f" {' '.join(words)} "
    at = padded.count(" ", 0, padded.rfind(f" {' '.join(core[:_FEWEST])} ") + 1) - 1
    same = next((n for n, word in enumerate(core) if at + n >= len(words) or words[at + n] != word), len(core))
    broken_off = same < len(core)
    if broken_off and (at + same < len(words) or not text.endswith(("...", "…"))):
        return text
    first = found[at].start()
    start = max((place + len(end) for end in _ENDS if (place := text.rfind(end, 0, first)) >= 0), default=0)
    if len(text[start:first].split()) > _LEAD:
        return text
    stop = found[at + same - 1].end()
    while stop < len(text) and text[stop] in _CLOSERS:
        stop += 1
    rest = text[stop:] if not broken_off else ("..." if start else "")
    return f"{text[:start]}{rest}".strip()


def _core(decided: str) -> list[str]:
    """The words of a decision without those that lead to it."""
    words = decided.split()
    first = next((at for at, word in enumerate(words) if word not in _OPENING), len(words))
    return words[first:]


def _words(text: str) -> str:
    """The words of a passage in small letters, its label left out."""
    marking = marking_at(text, 0, len(text))
    return " ".join(word.casefold() for word in _WORD.findall(text, marking.end if marking else 0))
