"""What stands around a sentence: its section, the list it belongs to, the dates beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import Statement
from cstrack.recognition.lexicon import lexicon_of
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.document.block import Block
    from cstrack.document.document import Document
    from cstrack.document.text import Plain
    from cstrack.facts.facts import Head
    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Sentence, StatementKind
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.lexicon import Lexicon
    from cstrack.sources.span import Span
    from cstrack.values.period import Period

#: Statements are clauses: none is longer than a long sentence.
LONGEST = 600

#: Characters of the longest title that a clause can lean on.
_TITLE = 120

_WORD = pattern("recognition.scene.word", r"[a-z][a-z'-]*")
_NUMBERED = pattern("recognition.scene.numbered", r"[0-9(][0-9.()a-z]{0,8}[ ]")
_TAIL = pattern("recognition.scene.tail", r"[\s:.|?-]+\Z")


@final
@frozen(kw_only=True, eq=False)
class Scene:
    """One paper while its statements are recognised.

    Attributes:
        document: the paper.
        head: what its head matter says.
        vocabulary: the words of the field.
        profile: how this council writes.
        lexicon: the verbs.
        plains: plain text of each block.
        sentences: sentences of each block.
        periods: dates and periods of each block.
        sections: kind of the section each block stands in; empty where its heading announces none.
        follows: blocks that hang on each block as list or continuation, in order.
        stamp: the day that a line of the page gives for its decision or meeting: "Date of decision: 8 February 2022".
        reported: the paper tells what was said in a meeting, so that "would" is its future.
    """

    document: Document
    head: Head
    vocabulary: Vocabulary
    profile: PaperProfile
    lexicon: Lexicon
    plains: tuple[Plain, ...]
    sentences: Mapping[int, tuple[Sentence, ...]]
    periods: Mapping[int, tuple[PeriodMention, ...]]
    sections: tuple[str, ...]
    follows: Mapping[int, tuple[int, ...]]
    reported: bool
    stamp: PeriodMention | None = None
    _spoken: dict[tuple[int, int], frozenset[str]] = field(factory=dict)

    def text(self, block: int) -> str:
        """Plain text of a block."""
        return self.plains[block].text

    def says(self, sentence: Sentence, words: frozenset[str]) -> bool:
        """Whether a sentence holds one of some words, all in lower case: asked before anything is searched for."""
        key = (sentence.block, sentence.start)
        spoken = self._spoken.get(key)
        if spoken is None:
            text = self.plains[sentence.block].text[sentence.start : sentence.end]
            spoken = self._spoken[key] = frozenset(_WORD.findall(text.casefold()))
        return not spoken.isdisjoint(words)

    def is_head(self, block: int) -> bool:
        """Whether a block is head matter: it stands in it, and is no sentence."""
        return block < self.head.ends and not (
            self.text(block).endswith((".", ";")) and self.text(block).count(" ") > 5
        )

    def topic(self, block: int, start: int) -> str | None:
        """What a clause without a subject is about: the title that opens its block, else the heading above it."""
        first = self.sentences.get(block, ())[:1]
        text = self.text(block)
        if start > 0 and first and first[0].end <= start and first[0].end < _TITLE:
            return text[: first[0].end].strip(" .:;") or None
        colon = text.find(": ", 0, min(start + 1, _TITLE))
        if 0 < colon < start:
            return text[:colon]
        heading = self.document.blocks[block].heading
        return self.text(heading)[:_TITLE].strip(" .:;") or None if heading is not None and start == 0 else None

    def between(self, block: int, start: int, end: int) -> tuple[PeriodMention, ...]:
        """Dates and periods that begin in a stretch of a block's plain text."""
        return tuple(found for found in self.periods.get(block, ()) if start <= found.start < end)

    def statement(
        self,
        kind: StatementKind,
        block: int,
        start: int,
        end: int,
        rule: str,
        words: Sequence[tuple[str, str | None]] = (),
        *,
        due: Period | None = None,
        on: Period | None = None,
        lead: int | None = None,
        marks: tuple[Span, ...] = (),
        inferred: tuple[str, ...] = (),
    ) -> Statement:
        """A statement about a stretch of a block, blanks left out at its ends and cut at a long sentence."""
        text = self.text(block)
        while start < end and text[start] in " ,;:-":
            start += 1
        end = min(end, start + LONGEST)
        while end > start + 1 and (text[end - 1] in " ,;:|" or text.endswith((" and", " but"), start, end)):
            end -= 4 if text.endswith((" and", " but"), start, end) else 1
        return Statement(
            kind=kind,
            span=self.plains[block].span(start, end),
            block=block,
            start=start,
            end=end,
            words=tuple((name, word) for name, word in words if word),
            rule=rule,
            inferred=inferred,
            due=due,
            on=on,
            lead=lead,
            marks=marks,
        )


def make_scene(
    document: Document,
    head: Head,
    sentences: Sequence[Sentence],
    periods: Sequence[PeriodMention],
    vocabulary: Vocabulary,
    profile: PaperProfile,
) -> Scene:
    """Join what is known of a paper, block by block.

    Args:
        document: the paper.
        head: what its head matter says.
        sentences: its sentences.
        periods: its dates and periods.
        vocabulary: the words of the field.
        profile: how this council writes; its sections go before the core's.

    Returns:
        The scene.
    """
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    dated: dict[int, list[PeriodMention]] = {}
    for mention in periods:
        dated.setdefault(mention.block, []).append(mention)
    plains = tuple(document.plain(block) for block in document.blocks)
    words = {**vocabulary.words("section"), **{_folded(key): value for key, value in profile.sections.items()}}
    sections = _sections(document, plains, words)
    return Scene(
        document=document,
        head=head,
        vocabulary=vocabulary,
        profile=profile,
        lexicon=lexicon_of(vocabulary),
        plains=plains,
        sentences={block: tuple(found) for block, found in by_block.items()},
        periods={block: tuple(sorted(found, key=_start)) for block, found in dated.items()},
        sections=sections,
        follows=_follows(document.blocks),
        reported=_is_reported(plains, sections),
        stamp=_stamp(plains, periods),
    )


def _start(mention: PeriodMention) -> int:
    return mention.start


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def heading_words(text: str) -> str:
    """The words of a heading as sections are known by: number, colon and case left out."""
    return _folded(_TAIL.sub("", _NUMBERED.sub("", text[:120]) if text[:1] in "0123456789(" else text[:120]))


def _sections(document: Document, plains: Sequence[Plain], words: Mapping[str, str]) -> tuple[str, ...]:
    """The section of each block: of the nearest heading above that announces one, a heading's own first."""
    sections: list[str] = []
    spoken, titled = "", False
    for index, block in enumerate(document.blocks):
        above = sections[block.heading] if block.heading is not None else ""
        text = plains[index].text
        if block.kind is BlockKind.HEADING:
            above = _announced(heading_words(text), words) or above
            spoken, titled = "", False
        elif block.kind is BlockKind.PARAGRAPH and _is_title(text):
            named = words.get(heading_words(text), "")
            told = named in _LISTED
            spoken = named if told else "" if titled else spoken
            titled = told
        elif len(text) < 60 and (text.rstrip(" |").endswith(":") or _NUMBERED.match(text)):
            spoken = words.get(heading_words(text), "" if _NUMBERED.match(text) and block.level == 0 else spoken)
        sections.append(spoken or above)
    return tuple(sections)


#: Sections that a bare line opens too, over the list below it: "What is next".
_LISTED = frozenset({"actions", "objectives"})


def _is_title(text: str) -> bool:
    """Whether a paragraph is a short line without an end, as titles are that the page marks in no way."""
    return len(text) < 48 and text[:1].isupper() and text[-1:].isalpha() and text.count(" ") < 8


_OF = pattern("recognition.scene.of", r"[ ](?:for|of|and|on|from|to|in|over|-|/|&)[ ]")


def _announced(heading: str, words: Mapping[str, str]) -> str:
    """The section that a heading announces: by all its words, else by those before its first joining word."""
    joint = _OF.search(heading)
    begins = words.get(heading[: joint.start()], "") if joint else ""
    return words.get(heading) or ("" if begins == "purpose" else begins)


def _follows(blocks: Sequence[Block]) -> dict[int, tuple[int, ...]]:
    follows: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.lead is not None:
            follows.setdefault(block.lead, []).append(index)
    return {lead: tuple(found) for lead, found in follows.items()}


_DATED = pattern(
    "recognition.scene.dated",
    r"""(?:date[ ]of[ ](?:the[ ])?decision|decision[ ]date|date[ ]decision[ ]made|date[ ]taken|meeting(?:[ ]date)?|date[ ]of[ ]meeting|decided[ ]at[ ]meeting
    |decision[ ]taken[ ]on|decision[ ]made[ ]on)[ ]?:?[ ]?\Z""",
    2,
)


def _stamp(plains: Sequence[Plain], periods: Sequence[PeriodMention]) -> PeriodMention | None:
    for mention in periods:
        start = max(0, mention.start - 40)
        if mention.period.kind is PeriodKind.DAY and _DATED.search(plains[mention.block].text[start : mention.start]):
            return mention
    return None


_REPORTED = pattern(
    "recognition.scene.reported",
    r"\b(?:RESOLVED|(?:Members|Councillors|The[ ](?:Committee|Panel|Board|Chair|Chairman|Sub-Committee|Cabinet))[ ]"
    r"(?:asked|heard|noted|considered|received|discussed|queried|thanked|was[ ]informed|were[ ]informed|commented|welcomed|agreed))\b"
    r"|\bMINUTES\b|\b[Mm]inutes[ ]of[ ](?:a|the)[ ]|\bDECISION[ ]RECORD\b|\bDecision[ ]Record\b|\b[Tt]he[ ]meeting[ ](?:was[ ])?(?:started|commenced|closed|ended|concluded|opened|began|terminated)\b"
    r"|\A[Rr]esolved(?:[ ]\(?unanimously\)?)?[ ]?[:-]|\b(?:Councillor|Cllr)[ ][A-Z][A-Za-z' -]{2,40}(?:moved|seconded)\b|\bMINUTES[ ]OF\b|[ ]Minutes\Z",
)


def _is_reported(plains: Sequence[Plain], sections: Sequence[str]) -> bool:
    return "minutes" in sections or any(_REPORTED.search(plain.text) for plain in plains)
