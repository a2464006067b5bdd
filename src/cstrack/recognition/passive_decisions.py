"""Decisions told in passing or in the passive: "The position was noted", "(passed at Council in October)", "the motion was lost"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.decision_days import day_named
from cstrack.recognition.decision_forms import MINUTES, decision_at
from cstrack.recognition.leads import Lead, outcomes
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.told_decisions import VOTE_WORDS, vote_lead
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_THING = pattern(
    "recognition.passive_decisions.thing",
    r"""\b(?:position|reports?|updates?|presentation|recommendations?|contents?|proposals?|motion|amendment|plan|strategy|paper|petition|budget
    |information|programme|decision|resolution|scheme|policy|business[ ]case|outturn|savings|funding|framework|actions?)\b
    (?:[ ][A-Za-z0-9'/&,-]{1,20}){0,8}?[ ](?:(?:was|were|is|are|has[ ]been|have[ ]been)[ ])?
    (?:duly[ ]|then[ ]|therefore[ ]|unanimously[ ]|also[ ]|subsequently[ ]|formally[ ])?
    (?P<verb>noted|approved|agreed|carried|lost|endorsed|deferred|adopted|referred|rejected|defeated|fell)\b""",
    2,
)
_IT = pattern(
    "recognition.passive_decisions.it",
    r"(?:(?:(?:up)?on|after|following)[ ][^.;:]{3,60}[ ,])?(?:it|this|that|they)[ ](?:was|were)[ ](?:duly[ ]|unanimously[ ])?(?P<verb>noted|approved|agreed|endorsed|deferred|adopted|carried)[ ]?[.|]{0,2}\Z",
    2,
)
#: What a body passed, told in passing: "(passed at Council in October)".
_PASSED = pattern(
    "recognition.passive_decisions.passed",
    r"\b(?:passed|approved|agreed|adopted|endorsed|ratified|signed[ ]off|authorised)[ ](?:at|by)[ ](?P<body>(?:the[ ]|full[ ])?(?:[A-Z][A-Za-z'&-]{2,20}[ ]?){1,5})(?=[ ]?(?:in|on|last|this)[ ])",
)
_AND = pattern(
    "recognition.passive_decisions.and", r",?[ ]and[ ](?P<verb>[a-z]{3,12})[ ](?=to\b|on\b|in\b|from\b|at\b|into\b)"
)
_DENIED = pattern("recognition.passive_decisions.denied", r"\b(?:not|never|yet)\b", 2)
_VOTED = frozenset({"lost", "carried", "defeated", "fell"})
_VERDICTS = VOTE_WORDS | word_set("noted approved agreed endorsed deferred referred ratified authorised signed")
#: Words of the longest sentence that only tells an outcome.
_LONG = 30


def passive_decisions(scene: Scene, index: int) -> Iterator[Statement]:
    """The decisions of a block that no lead-in opens.

    Args:
        scene: the paper.
        index: index of the block.

    Yields:
        At most one for each sentence.
    """
    text = scene.text(index)
    for sentence in scene.sentences.get(index, ()):
        if (
            _is_title(text, sentence)
            or not scene.says(sentence, _VERDICTS)
            or MINUTES.search(text, sentence.start, sentence.end)
        ):
            continue
        told = _vote(scene, sentence) or _thing(scene, sentence) or _in_passing(scene, sentence)
        if told:
            yield told


def _is_title(text: str, sentence: Sentence) -> bool:
    """Whether a line of capitals without a stop heads what follows: "ACTIONS AGREED"."""
    words = text[sentence.start : sentence.end]
    return words.isupper() and words[-1:] not in ".;" and sentence.end == len(text)


def _vote(scene: Scene, sentence: Sentence) -> Statement | None:
    """What a vote made of a motion."""
    lead = vote_lead(scene, sentence.block, sentence.start, sentence.end)
    if lead is None:
        return None
    when = day_named(scene, sentence.block, lead)
    return decision_at(scene, sentence.block, (sentence.start, sentence.end), lead, when)


def _thing(scene: Scene, sentence: Sentence) -> Statement | None:
    """What became of a report, motion or plan, in a meeting or on a day."""
    index, text = sentence.block, scene.text(sentence.block)
    thing = _THING.search(text, sentence.start, sentence.end) or _IT.match(text, sentence.start, sentence.end)
    if thing is None or _DENIED.search(thing.group()):
        return None
    verb = thing.group("verb").casefold()
    lead = Lead(
        outcome=outcomes(scene)[verb], start=sentence.start, end=thing.end(), stop=sentence.end, rule="decision.thing"
    )
    when = day_named(scene, index, lead)
    meant = when is not None or verb in _VOTED or scene.reported or scene.sections[index] == "decisions"
    if not meant or len(text[sentence.start : sentence.end].split()) > _LONG:
        return None
    colon = text.rfind(": ", sentence.start, thing.start())
    start = colon + 2 if colon >= 0 else sentence.start
    return decision_at(scene, index, (start, _other_verb(scene, text, thing.end(), sentence.end)), lead, when)


def _other_verb(scene: Scene, text: str, start: int, end: int) -> int:
    """Where what became of a thing ends, before what else happened to it: "was endorsed by Cabinet and went to the Minister"."""
    for found in _AND.finditer(text, start, end):
        verb = found.group("verb")
        if verb in scene.lexicon.participles and verb not in scene.vocabulary.words("outcome"):
            return found.start()
    return end


def _in_passing(scene: Scene, sentence: Sentence) -> Statement | None:
    """What a body passed on a day, told beside something else."""
    passed = _PASSED.search(scene.text(sentence.block), sentence.start, sentence.end)
    when = _month_named(scene, sentence.block, passed.end()) if passed else None
    if passed is None or when is None:
        return None
    lead = Lead(
        outcome="resolved",
        start=passed.start(),
        end=passed.end(),
        stop=when.end,
        body=passed.group("body").strip(),
        rule="decision.passed",
    )
    return decision_at(scene, sentence.block, (passed.start(), when.end), lead, when)


def _month_named(scene: Scene, index: int, at: int) -> PeriodMention | None:
    """The day or month that stands right behind a body's name."""
    near = scene.between(index, at - 1, at + 6)
    return next((one for one in near if one.period.kind in (PeriodKind.DAY, PeriodKind.MONTH)), None)
