"""Figures where they stand: money, shares, counts, rates and stretches of time, with what bounds them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import BlockKind
from cstrack.errors import UnreadableFigure
from cstrack.facts.mention import FigureMention, NotAFigure
from cstrack.recognition.bounds import bound_after, bound_before, is_change, past_a_mark
from cstrack.recognition.figure_cells import cell_figure, cell_units
from cstrack.recognition.figure_pairs import drafts_of
from cstrack.recognition.numerals import ANCHOR
from cstrack.recognition.shares import FRACTION
from cstrack.recognition.sifting import sift
from cstrack.values.figure import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.document.document import Document
    from cstrack.document.text import Plain
    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.figure_drafts import FigureDraft
    from cstrack.values.figure import Figure


#: Blocks whose words are no sentences.
_TITLES = frozenset((BlockKind.HEADING, BlockKind.CELL))


@final
@frozen(kw_only=True)
class _Stretch:
    """A figure's words in the plain text, and how they bound it."""

    start: int
    end: int
    qualifier: Qualifier


def recognise_figures(
    document: Document, sentences: Sequence[Sentence], periods: Sequence[PeriodMention], vocabulary: Vocabulary
) -> tuple[tuple[FigureMention, ...], tuple[NotAFigure, ...]]:
    """The figures of a document, and what looks like one and is none.

    What a period covers is no figure: periods come first.

    Args:
        document: the paper.
        sentences: its sentences.
        periods: its dates and periods.
        vocabulary: the words of the field.

    Returns:
        Figures and others, each in reading order.
    """
    starts: dict[int, list[int]] = defaultdict(list)
    for sentence in sentences:
        starts[sentence.block].append(sentence.start)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for period in periods:
        taken[period.block].append((period.start, period.end))
    units = cell_units(document)
    figures: list[FigureMention] = []
    others: list[NotAFigure] = []
    for index, block in enumerate(document.blocks):
        plain = document.plain(block)
        if ANCHOR.search(plain.text) is None and FRACTION.search(plain.text) is None:
            continue
        unit = units.get(block.span.start) if block.kind is BlockKind.CELL else None
        alone = None if unit is None else cell_figure(plain, index, unit)
        if alone is not None and not taken[index]:
            figures.append(alone)
            continue
        numbers, nothings = sift(plain.text, index, block.kind, taken[index], vocabulary, plain)
        drafts, left = drafts_of(plain.text, numbers, starts[index], vocabulary, prose=block.kind not in _TITLES)
        mentions = [(draft, _mention(plain, index, draft, vocabulary)) for draft in drafts]
        figures.extend(mention for _, mention in mentions if mention is not None)
        unread = [(draft.number.start, draft.number.end) for draft, mention in mentions if mention is None]
        bare = (*_nothing(plain, index, left, "bare number"), *_nothing(plain, index, unread, "unreadable"))
        others.extend(sorted((*nothings, *bare), key=_start))
    return tuple(figures), tuple(others)


def _start(mention: NotAFigure) -> int:
    return mention.start


def _nothing(plain: Plain, block: int, places: Sequence[tuple[int, int]], reason: str) -> Iterator[NotAFigure]:
    for start, end in places:
        yield NotAFigure(reason=reason, span=plain.span(start, end), block=block, start=start, end=end)


def _mention(plain: Plain, block: int, draft: FigureDraft, vocabulary: Vocabulary) -> FigureMention | None:
    """The figure in its place; None where its digits cannot be read."""
    text = plain.text
    words = _stretch(text, draft, vocabulary)
    try:
        figure = draft.figure(words.qualifier, text[draft.number.start : draft.number.end])
    except UnreadableFigure:
        return None
    source = draft.inherits
    return FigureMention(
        figure=_signed(text, draft, figure),
        span=plain.span(words.start, words.end),
        block=block,
        start=words.start,
        end=words.end,
        change=is_change(text, words.start, draft.end, share=draft.unit in {"percent", "percentage_point"}),
        numerator=draft.numerator,
        denominator=draft.denominator,
        derived_from=() if source is None else (plain.span(*source),),
        inferred=() if source is None or draft.rule == "fraction" else ("unit",),
        rule=f"figure.{draft.rule.replace(' ', '_')}",
    )


def _signed(text: str, draft: FigureDraft, figure: Figure) -> Figure:
    """A share with a minus sign is below nought: "-4.1%"."""
    at = draft.number.start
    minus = (
        draft.unit in {"percent", "percentage_point"}
        and text[at - 1 : at] == "-"
        and text[at - 2 : at - 1] in {"", " ", "("}
    )
    if not minus or figure.value_high is not None:
        return figure
    return evolve(figure.within(-figure.interval), value=-figure.value)


def _stretch(text: str, draft: FigureDraft, vocabulary: Vocabulary) -> _Stretch:
    start = draft.number.start
    mark, first, last = past_a_mark(text, start, draft.end)
    if mark is not None:
        return _Stretch(start=first, end=last, qualifier=mark)
    before, begin = bound_before(text, start, vocabulary.words("qualifier"), duration=draft.duration)
    after, end = bound_after(text, draft.number.end, vocabulary.words("qualifier_after"))
    if after is None:
        after, end = bound_after(text, draft.end, vocabulary.words("qualifier_after"))
    return _Stretch(start=begin, end=max(draft.end, end), qualifier=before or after or Qualifier.EXACTLY)
