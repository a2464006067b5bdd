"""Aims that a sentence states: "The aim is to", "our ambition is", "we are committed to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.actions import SILENT
from cstrack.recognition.dues import timing_of
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_AIM = pattern(
    "recognition.objectives.aim",
    r"""\b(?:(?P<word>aim|ambition|goal|objective|vision|priority|aspiration|pledge|mission|(?:key|primary|main|overall|overarching|initial)[ ](?:focus|priority|aim|objective|milestone|goal|ambition))
    (?:[ ](?:of|for|in|within|over|throughout)[ ][A-Za-z0-9'’ -]{2,60}?)?[ ](?:is|was|remains|will[ ]be|has[ ]been)(?:[ ](?:now|still|also|simply))?[ ](?:to|that|on|for|in)\b
    |(?:we|the[ ](?:council|service|authority|board|partnership)|[A-Z][a-z]{2,20})[ ](?:aims?|aspires?)[ ]to\b
    |(?:we|the[ ](?:council|service|authority|directorate))[ ](?:are|is|remains?)[ ](?:fully[ ]|wholly[ ]|strongly[ ])?(?:committed|determined|keen|ambitious)[ ]to\b)""",
    2,
)


_CUES = word_set(
    "aim aims ambition goal objective vision priority aspiration pledge mission focus milestone aspires aspire committed determined keen ambitious"
)


def recognise_aims(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    """The aims that sentences state, in reading order.

    Args:
        scene: the paper.
        taken: blocks read elsewhere.

    Yields:
        One statement for each aim.
    """
    for index, block in enumerate(scene.document.blocks):
        if index in taken or block.kind is BlockKind.HEADING or scene.sections[index] in SILENT or scene.is_head(index):
            continue
        text = scene.text(index)
        for sentence in scene.sentences.get(index, ()):
            if not scene.says(sentence, _CUES):
                continue
            aim = _AIM.search(text, sentence.start, sentence.end)
            if aim is None or text[sentence.end - 1] in ":?" or " of which " in text[sentence.start : sentence.end]:
                continue
            word = (aim.group("word") or "aim").casefold().split()[-1]
            timing = timing_of(scene, index, aim.start(), sentence.end, "planned")
            yield scene.statement(
                StatementKind.OBJECTIVE,
                index,
                sentence.start,
                sentence.end,
                "objective.aim",
                (("word", word), ("firmness", "aimed")),
                due=timing.due,
                marks=timing.marks,
            )
