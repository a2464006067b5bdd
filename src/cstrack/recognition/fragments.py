"""Work told without a whole verb: "training already under way", "the forthcoming survey", "Officers to circulate the figures"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.events import arranged_events, coming_events, moved_events, opened_events, past_events
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.stretches import action_at, clause_end
from cstrack.recognition.subjects import who_acts
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_WITH_DOING = pattern(
    "recognition.fragments.with_doing",
    r"\bwith[ ]((?:the|our|its|their)[ ][A-Za-z' -]{2,40}?)[ ]([a-z]{3,20}ing)[ ](?=[a-z])",
)
_UNDER_WAY = pattern(
    "recognition.fragments.under_way",
    r"""\b(?:[A-Za-z'-]{2,20}[ ]){0,2}?(?:work|recruitment|programme|project|review|activity|plans|planning|training|consultation|procurement|discussions|negotiations
    |process|preparations|development)[ ](?:(?:to|on|with|for)[ ][^.;,]{2,60}?[ ](?=continues))?(?:is[ ]|are[ ])?(?:already[ ]|now[ ]|currently[ ]|well[ ])?(?:underway|under[ ]way|ongoing|in[ ]progress|continues|continue)\b""",
    2,
)
_FORTHCOMING = pattern(
    "recognition.fragments.forthcoming", r"\b(?:the|a|an|our)[ ](?:forthcoming|upcoming)[ ][A-Za-z]", 2
)
_BEING_DONE = pattern("recognition.fragments.being_done", r"\b(?:already|currently|now)[ ]being[ ]([a-z-]{4,20})\b", 2)
_TO_DO = pattern(
    "recognition.fragments.to_do",
    r"\A(?:(?:ACTION|Action|AGREED|Agreed)s?[ ]?[:-][ ]?(?=[A-Za-z]))?([A-Za-z][A-Za-z'&/ -]{2,60}?)[ ]to[ ]([a-z-]{3,20})\b",
)

_ACTION_BY = pattern(
    "recognition.fragments.action_by",
    r"\A(?:action|actions)(?:[ ]by|[ ]for|[ ]owner)?[ ]?[:-][ ]?(?P<owner>[A-Z][A-Za-z'&/, -]{2,60}?)[ ]?[:-][ ](?P<verb>[A-Za-z-]{3,20})\b",
    2,
)
_TO = word_set("to")
_CUES = word_set("with underway under ongoing progress continues continue forthcoming upcoming being")
#: Characters of the shortest clause that tells of work.
_SHORTEST = 12


def fragments_of(scene: Scene, sentence: Sentence, known: Sequence[tuple[int, int]]) -> list[Statement]:
    """Pieces of work of a sentence that no verb group tells.

    Args:
        scene: the paper.
        sentence: the sentence.
        known: stretches of the pieces of work already found in it.

    Returns:
        Statements that overlap neither the known ones nor each other.
    """
    free: list[tuple[int, int]] = list(known)
    found: list[Statement] = []
    for statement in (
        *arranged_events(scene, sentence),
        *_phrases(scene, sentence),
        *moved_events(scene, sentence),
        *past_events(scene, sentence),
        *coming_events(scene, sentence),
        *opened_events(scene, sentence),
        *_to_do(scene, sentence),
    ):
        one = _freed(scene, statement, free)
        if one is not None:
            found.append(one)
            free.append((one.start, one.end))
    return found


def _freed(scene: Scene, statement: Statement, taken: Sequence[tuple[int, int]]) -> Statement | None:
    """A statement cut before what is taken; None where nothing is left of it, or not the date it is told by."""
    end = min(
        (start for start, stop in taken if start < statement.end and statement.start < stop), default=statement.end
    )
    if end == statement.end:
        return statement
    if end < statement.start + _SHORTEST:
        return None
    span = scene.plains[statement.block].span(statement.start, end)
    dated = all(span.contains(mark) for mark in statement.marks)
    return evolve(statement, end=end, span=span) if dated and statement.marks else None


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    if not scene.says(sentence, _CUES):
        return
    text, start, end = scene.text(sentence.block), sentence.start, sentence.end
    for match in _WITH_DOING.finditer(text, start, end):
        lemma = scene.lexicon.gerunds.get(match.group(2))
        owner, actor = who_acts(match.group(1), scene.vocabulary, scene.profile)
        if lemma and owner and scene.lexicon.classes.get(lemma) == "deed":
            yield action_at(
                scene, sentence, match.start(1), end, "in_progress", "action.with_doing", owner=owner, actor=actor
            )
    for match in _UNDER_WAY.finditer(text, start, end):
        right = clause_end(text, match.end(), end)
        yield action_at(scene, sentence, match.start(), right, "in_progress", "action.under_way")
    for match in _FORTHCOMING.finditer(text, start, end):
        yield action_at(scene, sentence, match.start(), end, "planned", "action.forthcoming")
    for match in _BEING_DONE.finditer(text, start, end):
        lemma = scene.lexicon.participles.get(match.group(1).casefold())
        if lemma and scene.lexicon.classes.get(lemma) == "deed":
            right = clause_end(text, match.end(), end)
            yield action_at(scene, sentence, start, right, "in_progress", "action.being_done")


def _to_do(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """A note that somebody is to do something: "Officers to circulate the figures"."""
    assigned = _ACTION_BY.match(scene.text(sentence.block), sentence.start, sentence.end)
    if assigned and assigned.group("verb").casefold() in scene.lexicon.classes:
        name = assigned.group("owner")
        owner, actor = who_acts(name, scene.vocabulary, scene.profile)
        yield action_at(
            scene, sentence, sentence.start, sentence.end, "planned", "action.to_do", owner=owner, actor=actor
        )
        return
    if not scene.says(sentence, _TO):
        return
    text = scene.text(sentence.block)
    match = _TO_DO.match(text[sentence.start : sentence.end])
    if match is None or match.group(1).casefold().startswith("to "):
        return
    owner, actor = who_acts(match.group(1), scene.vocabulary, scene.profile)
    told = text[sentence.start : sentence.end].casefold().startswith("action")
    if (owner or told) and scene.lexicon.classes.get(match.group(2)) in ("deed", "event", "speech"):
        yield action_at(
            scene, sentence, sentence.start, sentence.end, "planned", "action.to_do", owner=owner, actor=actor
        )
