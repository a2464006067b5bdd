"""One decision: its words without mover and vote, its outcome, its day, its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.recognition.decision_days import day_of, maker_of
from cstrack.recognition.leads import outcomes
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Statement
    from cstrack.recognition.leads import Lead
    from cstrack.recognition.scene import Scene

_MOVER = pattern(
    "recognition.decision_forms.mover",
    r"""[ ]?[(\[]?(?:(?:it[ ]was[ ])?(?:proposed|moved|seconded)[ ]by\b|proposer:|mover:|seconder:|on[ ]a[ ]vote\b|vote:|voting:
    |\([0-9]{1,3}[ ]?:[ ]?[0-9]{1,3}\)|\(?for:?[ ][0-9]{1,3}\b)""",
    2,
)
_ITS_VERB = pattern(
    "recognition.decision_forms.its_verb",
    r"""\A(?:that[ ])?(?:(?:the[ ])?(?:(?!(?:would|will|shall|be|is)\b)[A-Za-z'-]{2,20}[ ]){0,4}?)?(?:to[ ])?
    (?<!as[ ])(?P<first>notes?|noted|defers?|deferred|refers?|referred|recommends?|recommended)\b
    |\A(?:that[ ])?(?:to[ ])?(?P<opens>receives?|received)\b
    |\b(?:be|is|are|was|were)[ ](?:duly[ ]|also[ ]|now[ ])?(?P<passive>noted|deferred|referred|received|withdrawn|rejected)\b""",
    2,
)
#: A report that is still to be written: to receive it is no noting.
_TO_COME = pattern(
    "recognition.decision_forms.to_come", r"(?:that[ ])?(?:an?|further|regular|another|quarterly|annual)[ ]", 2
)
#: Approval of minutes: procedure, and no decision about the service.
MINUTES = pattern("recognition.decision_forms.minutes", r"\bminutes[ ](?:of|from|as|were|be)\b|\bcorrect[ ]record\b", 2)
#: Base forms and third persons of verbs whose past form tells an outcome.
_FORMS = {
    "note": "noted", "notes": "noted", "receive": "noted", "receives": "noted", "defer": "deferred", "defers": "deferred",
    "refer": "referred", "refers": "referred", "recommend": "recommended", "recommends": "recommended",
}  # fmt: skip


def decision_at(
    scene: Scene,
    index: int,
    stretch: tuple[int, int],
    lead: Lead,
    when: PeriodMention | None,
    *,
    hangs_on: int | None = None,
) -> Statement:
    """A decision over a stretch of a block.

    Args:
        scene: the paper.
        index: index of the block.
        stretch: where the words of the decision begin and end in its plain text; mover and vote are cut off.
        lead: the lead-in they hang on, or stand for themselves.
        when: the day that the lead-in names.
        hangs_on: index of the lead-in's block, where that is another.

    Returns:
        The statement.
    """
    text, (start, end) = scene.text(index), stretch
    mover = _MOVER.search(text, start, end)
    end = mover.start() if mover and mover.start() > start + 12 else end
    outcome = outcome_of(outcomes(scene), text[start:end].strip(), lead.outcome)
    on, marks = day_of(scene, when, lead.outcome)
    label = scene.document.blocks[index].label
    opener = scene.text(index if hangs_on is None else hangs_on)
    told = opener[lead.start : lead.end] if hangs_on is None else opener[lead.start : max(lead.end, lead.stop)]
    return scene.statement(
        StatementKind.DECISION,
        index,
        start,
        end,
        lead.rule,
        (
            ("outcome", outcome),
            ("body", lead.body or maker_of(scene)),
            (
                "number",
                label.strip("(). ") if label and label.strip("(). ").isalnum() and hangs_on is not None else None,
            ),
            ("lead", told.strip(" :-")[:120] or None),
        ),
        on=on,
        lead=hangs_on,
        marks=marks,
    )


def outcome_of(known: Mapping[str, str], words: str, lead: str) -> str:
    """What becomes of one item: its own verb goes before its lead-in's, but what is recommended stays recommended."""
    if lead in ("recommended", "lost", "deferred", "referred"):
        return lead
    verb = _ITS_VERB.search(words)
    if verb is None or (_TO_COME.match(words) and verb.group("passive")):
        return lead
    told = (verb.group("first") or verb.group("opens") or verb.group("passive")).casefold()
    return known.get(_FORMS.get(told, told), lead)
