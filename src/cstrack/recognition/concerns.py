"""What members raised in a meeting: matters raised, never findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.statement import Statement
    from cstrack.recognition.lists import Listing
    from cstrack.recognition.scene import Scene

_CONCERN = pattern(
    "recognition.concerns.concern",
    r"""\A(?:[Cc]oncerns?|[Aa][ ]concern|[Cc]oncerned)[ ](?:about|over|at|that|regarding|was|were|around)\b
    |\b(?:[Mm]embers?|[Cc]ouncillors?|[Tt]he[ ](?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]hair(?:man)?))[ ](?:also[ ])?(?:expressed|raised|voiced|shared)[ ](?:[a-z]{1,12}[ ]){0,3}?concerns?\b
    |\b(?:[Mm]embers?|[Cc]ouncillors?|[Tt]he[ ](?:[Cc]ommittee|[Pp]anel|[Bb]oard))[ ](?:was|were|remained)[ ](?:[a-z]{1,12}[ ]){0,2}?(?:concerned|worried|disappointed)\b
    |\b[Cc]oncern(?:s)?[ ](?:was|were)[ ](?:expressed|raised|voiced)\b""",
)


_CUES = word_set("concern concerns concerned worried disappointed")


def recognise_concerns(scene: Scene, lists: Sequence[Listing]) -> Iterator[Statement]:
    """Concerns that members raised, in reading order.

    Args:
        scene: the paper.
        lists: its lists; the bullets of one whose lead-in speaks of questions or matters discussed are matters raised.

    Yields:
        One statement for each sentence or bullet.
    """
    if not scene.reported:
        return
    raised = {member for listing in lists if listing.kind == "concern" for member in listing.members}
    for index, block in enumerate(scene.document.blocks):
        if block.kind is BlockKind.HEADING:
            continue
        text = scene.text(index)
        for sentence in scene.sentences.get(index, ()):
            first = sentence.start == 0 and index in raised
            worried = scene.says(sentence, _CUES) and _CONCERN.search(text, sentence.start, sentence.end)
            if first or worried:
                yield scene.statement(
                    StatementKind.CONCERN,
                    index,
                    sentence.start,
                    sentence.end,
                    "concern.raised" if first else "concern.said",
                    (("firmness", "concern"),),
                    lead=block.lead if first else None,
                )
