"""Sentences that tell without a number how a target or a piece of work stands: "is on target", "has been exceeded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from re import Match

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_ADVERBS = (
    r"(?:(?:also|now|all|still|currently|already|again|broadly|largely|generally|mostly|well|therefore|both)[ ]){0,3}+"
)
_VERB = pattern(
    "recognition.progress.verb",
    rf"""(?<![A-Za-z'-])(?P<verb>is|are|was|were|remains?|has|have|had)[ ]{_ADVERBS}(?P<not>not[ ](?:yet[ ])?)?
    (?P<been>(?:been|be)[ ])?{_ADVERBS}(?P<word>[a-z])""",
    2,
)
_WORD = pattern("recognition.progress.word", r"[A-Za-z][A-Za-z-]{0,30}+")
#: What is only wished, foreseen or supposed is no progress.
_OPEN = pattern(
    "recognition.progress.open",
    r"\b(?:if|whether|unless|until|once|when|will|would|should|could|may|might|must|can|ensure|ensures|ensuring|hope|hopes|hoped|so[ ]that|in[ ]order)\b",
    2,
)
_AIMED = pattern(
    "recognition.progress.aimed",
    r"\b(?:targets?|aims?|ambitions?|goals?|milestones?|trajectory|trajectories|deadlines?|timescales?|objectives?|standards?)\b",
    2,
)
_POINTS_BACK = pattern(
    "recognition.progress.points_back",
    r"\b(?:this|these|the|that)[ ](?:target|targets|aim|ambition|goal|milestone|trajectory|objective|deadline|work|action|project|programme)\b|\A(?:this|it|these)[ ](?:is|are|has|have|remains?|was|were|had)\b",
    2,
)
_CLAUSE = pattern(
    "recognition.progress.clause", r"[;:]|,[ ](?:and|but|while|whilst|although)[ ]|[ ](?:but|whilst|although)[ ]"
)
#: A count that the clause begins with, or that stands right before its verb: "3 of 12 measures are on target".
_COUNTED = pattern(
    "recognition.progress.counted",
    r"""\A[ ]?(?:(?:only|about|over|overall|some|nearly|almost|around|the|just|in[ ]all)[ ]){0,2}+(?:[0-9]|(?:all|most|many|some|few|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ ](?:of\b|[a-z]{1,20}[ ]?\Z|\Z))
    |(?<![A-Za-z][ ])(?<![0-9.,])[0-9][0-9.,]{0,12}+%?(?:[ ][a-z]{2,20}+){0,3}[ ]?\Z""",
    2,
)

_CUES = word_set(
    "exceeded surpassed beaten bettered overachieved over-achieved met achieved reached hit target track course schedule plan trajectory "
    "progressing behind delayed slipped slipping overdue missed failed unmet slower later ahead short"
)
#: Past forms, which tell of the present only where a meeting is reported.
_TOLD = frozenset(("was", "were", "had"))
#: A single word of these is a participle and tells a fact behind "has" and "have" only: "are met" is a wish as often.
_DONE, _DOING = frozenset(("exceeded", "reached", "not_reached")), frozenset(("has", "have", "had"))
_AGAINST: Mapping[str, str] = {
    "exceeded": "not_reached",
    "reached": "not_reached",
    "on_track": "behind",
}
#: Words of the longest phrase.
_LONGEST = 5


def recognise_progress(scene: Scene) -> Iterator[Statement]:
    """Every sentence that says how something stands, with what its words come to.

    Args:
        scene: the paper; where it tells what was said in a meeting, "was on track" is its present.

    Yields:
        One statement a sentence and standing. Its words: ``standing``, ``printed``, and ``back`` where it points to what stands before.
    """
    words = scene.vocabulary.words("progress")
    for sentences in scene.sentences.values():
        for sentence in sentences:
            if scene.says(sentence, _CUES) and not scene.is_head(sentence.block):
                yield from _of_sentence(scene, sentence, words)


def _of_sentence(scene: Scene, sentence: Sentence, words: Mapping[str, str]) -> Iterator[Statement]:
    text = scene.text(sentence.block)
    told: dict[str, str] = {}
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        printed, standing = _said(text, verb.start("word"), sentence.end, words)
        if standing is None or not _is_fact(scene, text, sentence, verb, printed, standing):
            continue
        if verb["not"]:
            printed, standing = f"not {printed}", _AGAINST.get(standing, "")
        told[standing] = printed
    back = _POINTS_BACK.search(text[sentence.start : sentence.end])
    periods = scene.between(sentence.block, sentence.start, sentence.end)
    for standing, printed in told.items():
        if standing:
            yield scene.statement(
                StatementKind.PROGRESS,
                sentence.block,
                sentence.start,
                sentence.end,
                "progress.words",
                (("standing", standing), ("printed", printed), ("back", "yes" if back else None)),
                on=periods[0].period if len(periods) == 1 else None,
            )


def _said(text: str, start: int, end: int, words: Mapping[str, str]) -> tuple[str, str | None]:
    """The longest phrase of progress that begins at an offset, with its standing; None where none does."""
    ends = [
        found.end()
        for found, _ in zip(_WORD.finditer(text, start, min(end, start + 80)), range(_LONGEST), strict=False)
    ]
    for stop in reversed(ends):
        phrase = text[start:stop]
        standing = words.get(phrase.casefold())
        if standing is not None:
            return phrase, standing
    return "", None


def _is_fact(scene: Scene, text: str, sentence: Sentence, verb: Match[str], printed: str, standing: str) -> bool:
    """Whether the words state how things are: no wish, no condition, no part of a count, and a target where one is reached."""
    at, said = verb.start(), verb["verb"].lower()
    clause = max((found.end() for found in _CLAUSE.finditer(text, sentence.start, at)), default=sentence.start)
    before = text[clause:at]
    if _OPEN.search(before) or (_COUNTED.search(before) and not _AIMED.search(before)):
        return False
    if said in _TOLD and not scene.reported:
        return False
    if standing in _DONE and " " not in printed:
        return said in _DOING and _AIMED.search(text, sentence.start, sentence.end) is not None
    return True
