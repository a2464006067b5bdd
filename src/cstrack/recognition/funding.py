"""Money that work waits for: "the funding of the key projects will not be available until April 2015"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.actions import SILENT
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern
from cstrack.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_AWAITED = pattern(
    "recognition.funding.awaited",
    r"""\b(?:funding|funds|money|monies|grant|budget|resources?|capital)\b[^.;]{0,120}?
    \b(?:(?:will|would|is|are|was)[ ](?:not|only)[ ](?:be[ ]|become[ ])?(?:available|released|received|confirmed|in[ ]place|secured|paid|start|begin)[ ](?:until|from|in|before|after)
    |(?:(?:will|would)[ ](?:be|become)|becomes|is|are)[ ](?:available|released|in[ ]place|confirmed)[ ](?:only[ ])?(?:from|in|after)
    |(?:starts|begins|commences)[ ](?:in|on|from))[ ]""",
    2,
)


_MONEY = word_set("funding funds money monies grant budget resource resources capital")


def awaited_funding(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    """Clauses that say from when there is money for work, in reading order.

    Args:
        scene: the paper.
        taken: blocks read elsewhere.

    Yields:
        One planned action for each, due when the money comes; assembly links the work that waits for it.
    """
    for index, block in enumerate(scene.document.blocks):
        if block.kind is BlockKind.HEADING or index in taken or scene.sections[index] in SILENT:
            continue
        text = scene.text(index)
        for sentence in scene.sentences.get(index, ()):
            if not (scene.says(sentence, _MONEY) and scene.between(index, sentence.start, sentence.end)):
                continue
            awaited = _AWAITED.search(text, sentence.start, sentence.end)
            dates = scene.between(index, awaited.end() - 6, awaited.end() + 30) if awaited else ()
            if awaited is None or not dates:
                continue
            end = max(dates[0].end, awaited.end())
            start = _phrase_start(text, sentence.start, awaited.start())
            yield scene.statement(
                StatementKind.ACTION,
                index,
                start,
                end,
                "action.funding",
                (("status", "planned"), ("firmness", "committed")),
                due=_begins(dates[0].period),
                inferred=tuple(f"due.{name}" for name in dates[0].inferred),
            )


def _begins(period: Period) -> Period:
    """When money that is there "not until April" begins: April, and not all that lies before it."""
    return Period.from_edtf(period.edtf.removeprefix("../")) if period.edtf.startswith("../") else period


def _phrase_start(text: str, start: int, at: int) -> int:
    """The article before the word for money, where one stands there."""
    for article in ("the ", "The ", "this ", "additional ", "further "):
        begins = at - len(article)
        if begins >= start and text.startswith(article, begins):
            return begins
    return at
