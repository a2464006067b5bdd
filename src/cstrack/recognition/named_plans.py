"""Plans, strategies and programmes that a paper names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_PLAN = pattern(
    "recognition.named_plans.plan",
    r"""(?<![A-Za-z])(?:(?:[A-Z][A-Za-z'&-]{1,20}|(?:[0-9]{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en)[ -][Yy]ear)[ ](?:(?:and|for|of|to|in|&|[A-Z][A-Za-z'&-]{1,20}|(?:[0-9]{1,2}|five|ten)[ ][Yy]ear)[ ]){0,6})
    (?:[Pp]lan|[Ss]trategy|[Pp]rogramme|[Ff]ramework|Deal|Charter|[Aa]ction[ ][Pp]lan|[Ii]mprovement[ ][Pp]lan|[Ff]inancial[ ][Ss]trategy)(?![A-Za-z]|[ ](?:meeting|discussion)s?\b)(?:[ ](?=[(]?[0-9]{4}))?""",
)
_OPENERS = word_set(
    "the this that these those our its their a an of and for in to following over under with both however although further due as on at by from where when while whilst all any each"
)
#: Plans of a committee's own work.
_OF_MEETINGS = ("work programme", "forward plan", "work plan", "agenda plan")
_DRAFT = pattern(
    "recognition.named_plans.draft", r"\b(?:draft|proposed|developing|development[ ]of)[ ](?:a[ ]|the[ ]|an[ ])?\Z", 2
)


_CUES = word_set("plan plan's strategy strategy's programme framework deal charter")


def recognise_plans(scene: Scene) -> Iterator[Statement]:
    """The plans a paper names, each at its first mention.

    Args:
        scene: the paper.

    Yields:
        One statement for each title.
    """
    seen: dict[str, None] = {}
    for index, block in enumerate(scene.document.blocks):
        if scene.sections[index] in ("contacts", "relied"):
            continue
        text = scene.text(index)
        if block.kind is BlockKind.HEADING and text.isupper():
            continue
        if not any(scene.says(sentence, _CUES) for sentence in scene.sentences.get(index, ())):
            continue
        for found in _PLAN.finditer(text):
            start, title = _titled(text, found.start(), found.end())
            key = title.casefold()
            if (
                len(title.split()) < 2
                or title.islower()
                or title.casefold().endswith(_OF_MEETINGS)
                or any(key in known or known in key for known in seen)
            ):
                continue
            seen[key] = None
            period = _period(scene, index, found.end())
            yield scene.statement(
                StatementKind.PLAN,
                index,
                start,
                found.end(),
                "plan.named",
                (("title", title), ("status", "draft" if _DRAFT.search(text[max(0, start - 30) : start]) else None)),
                on=None,
                due=period.period if period else None,
                marks=(period.span,) if period else (),
            )


def _titled(text: str, start: int, end: int) -> tuple[int, str]:
    """A title without the words that merely open its sentence."""
    words = text[start:end].split(" ")
    while len(words) > 1 and words[0].casefold() in _OPENERS:
        start += len(words[0]) + 1
        words = words[1:]
    return start, text[start:end].strip()


def _period(scene: Scene, index: int, end: int) -> PeriodMention | None:
    kinds = (
        PeriodKind.FINANCIAL_YEAR,
        PeriodKind.SPAN,
        PeriodKind.PROGRAMME,
        PeriodKind.CALENDAR_YEAR,
        PeriodKind.ACADEMIC_YEAR,
    )
    return next((one for one in scene.between(index, end, end + 3) if one.period.kind in kinds), None)
