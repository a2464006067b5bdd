"""Which inspection a paper speaks of: when it was, by whom, under which framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence
    from cstrack.recognition.scene import Scene

_INSPECTORATE = pattern(
    "recognition.inspections.inspectorate", r"\b(?:ofsted|cqc|care[ ]quality[ ]commission|hmip|hmicfrs)\b", 2
)
#: Words before a date that make it the day a report came out, and not that of the inspection.
_PUBLISHED = pattern(
    "recognition.inspections.published",
    r"\b(?:publish(?:ed|es|ing)?|publication|came[ ]out|issued|released|received|letter|report[ ](?:of|dated|on)|reported)\b[^.;]{0,25}\Z",
    2,
)
_DATES = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SPAN, PeriodKind.CHOICE, PeriodKind.CALENDAR_YEAR)


@final
@frozen(kw_only=True)
class Inspection:
    """The inspection that judgements are of, as the lines above tell it.

    Attributes:
        block: index of the block that speaks of it.
        date: when it was; else when its report was published.
        inspectorate: as printed.
        framework: SIF, ILACS ...; None where the words do not tell it.
    """

    block: int
    date: PeriodMention | None = None
    inspectorate: str | None = None
    framework: str | None = None


def framework_named(scene: Scene, words: str) -> str | None:
    """The framework that some words name."""
    folded = f" {words.casefold()}"
    return next(
        (name for printed, name in scene.vocabulary.words("framework").items() if f" {printed}" in folded), None
    )


def inspection_of(scene: Scene, sentence: Sentence, before: Inspection | None) -> Inspection:
    """The inspection that a sentence speaks of.

    Args:
        scene: the paper.
        sentence: the sentence.
        before: what the sentences before it in the block tell of the same inspection.

    Returns:
        The inspection; a date of publication never takes the place of its own date.
    """
    text = scene.text(sentence.block)
    words = text[sentence.start : sentence.end]
    dated = dates_of(scene, sentence)
    own = [one for one in dated if not is_publication(text, one)]
    held = before.date if before else None
    kept = held if held and not is_publication(text, held) else None
    named = _INSPECTORATE.search(words)
    return Inspection(
        block=sentence.block,
        date=next(iter(own), None) or kept or next(iter(dated), None) or held,
        inspectorate=named.group() if named else before.inspectorate if before else None,
        framework=framework_named(scene, words) or (before.framework if before else None),
    )


def dates_of(scene: Scene, sentence: Sentence) -> Sequence[PeriodMention]:
    """The dates of a sentence that can say when an inspection was."""
    return [one for one in scene.between(sentence.block, sentence.start, sentence.end) if one.period.kind in _DATES]


def is_publication(text: str, mention: PeriodMention) -> bool:
    """Whether a date is that of a report: "published on 14 July"."""
    return _PUBLISHED.search(text[max(0, mention.start - 60) : mention.start]) is not None


def date_of(
    scene: Scene, sentence: Sentence, stretch: tuple[int, int], told: int, inspection: Inspection | None
) -> PeriodMention | None:
    """The date of a judgement: the nearest in its sentence, one inside its words before all others, one of the inspection before one of the report."""
    text = scene.text(sentence.block)
    start, end = stretch
    dated = dates_of(scene, sentence)
    own = [one for one in dated if not is_publication(text, one)]
    held = inspection.date if inspection else None
    if not own and held and held.block == sentence.block and not is_publication(text, held):
        return held
    near = own or dated
    inside = [one for one in near if start <= one.start < end]
    return min(inside or near, key=lambda one: abs(one.start - told), default=held)
