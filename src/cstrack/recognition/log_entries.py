"""Entries of action logs in prose: an owner, a status, and what was done told without a whole verb ("62 laptops handed out")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.recognition.dues import timing_of
from cstrack.recognition.stretches import action_at
from cstrack.recognition.subjects import who_acts
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

#: Labels of an entry, each with what stands behind it up to the next stop.
_LABEL = pattern(
    "recognition.log_entries.label",
    r"""(?:\A|(?<=[.;|)\]][ ])|(?<=[|]))(?:(?P<owner>owners?|lead(?:[ ]officer)?|responsible(?:[ ](?:officer|person))?|by[ ]whom|action[ ]by|assigned[ ]to)
    |(?P<due>due(?:[ ](?:date|by))?|deadline|target[ ]date|by[ ]when|timescale|completion[ ]date|complete[ ]by)
    |(?P<status>status|rag(?:[ ](?:rating|status))?|progress|update|position|outcome|current[ ]position))[ ]?:[ ](?P<value>[^.;|]{2,90})""",
    2,
)
_NUMBERED = pattern(
    "recognition.log_entries.numbered", r"(?:action|ref|item|rec)(?:[ ]no\.?)?[ ][0-9]{1,3}[a-z]?\b[ ]?[(:.-]", 2
)
#: A heading or lead-in over a log.
_LOG = pattern(
    "recognition.log_entries.log",
    r"\b(?:log|tracker|actions?|matters[ ]arising|progress|updates?|follow[- ]up|outstanding)\b",
    2,
)
#: The word that opens an entry's report, before a colon or dash: "Done: the protocol was signed off".
_OPENING = pattern(
    "recognition.log_entries.opening",
    r"\A(?:rag[ ]?:?[ ]?)?(?P<words>[A-Za-z][A-Za-z -]{2,30}?)(?=[ ]?(?:[:;.,]|-[ ]|\Z|[ ](?:as|in|on|by|pending|awaiting|because|and|with|to|until|from|since|but)\b))",
    2,
)
_STOPS = pattern("recognition.log_entries.stops", r"[:;.,]|[ ]-[ ]")
_DASH = pattern("recognition.log_entries.dash", r"[ ]-[ ]|:[ ]")
_AWAITS = pattern("recognition.log_entries.awaits", r"\A(?:awaiting|waiting[ ]for|with|pending|draft|drafting)\b", 2)
_TO_TAKE_PLACE = pattern(
    "recognition.log_entries.to_take_place",
    r"\A[A-Z][A-Za-z' -]{2,60}?[ ]to[ ](?:take[ ]place|be[ ][a-z]{4,14}|begin|start|follow|go|report|open|close|launch)\b",
)
_SLIPPED = pattern(
    "recognition.log_entries.slipped",
    r"\A(?:now[ ])?(?:delayed|slipped|deferred|postponed|extended|put[ ]back|re-?scheduled|moved)[ ](?:to|until|from)\b",
    2,
)
_WITH = pattern("recognition.log_entries.with", r"\A[A-Z][A-Za-z' -]{2,40}?[ ]with[ ](?P<whom>[a-z][a-z ]{2,40})", 0)
_FINITE = pattern(
    "recognition.log_entries.finite",
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|(?-i:may)|must)\b",
    2,
)
#: Words of the longest report that is only a status: "In hand."
_BARE = 3


def log_entries(scene: Scene, index: int, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """The pieces of work of a block, with what an entry of a log tells without a whole verb.

    Args:
        scene: the paper.
        index: index of the block.
        found: the pieces of work that its sentences tell by themselves.

    Returns:
        All of them, in order, each with the owner that the entry names; as given where the block is no entry of a log.
    """
    text = scene.text(index)
    labels = {
        name: match for match in _LABEL.finditer(text) for name in ("owner", "due", "status") if match.group(name)
    }
    if not (labels or _NUMBERED.match(text) or _in_log(scene, index)):
        return tuple(found)
    told = list(found)
    status: str | None = _known(scene, labels["status"].group("value")) if "status" in labels else None
    for sentence in scene.sentences.get(index, ()):
        if any(one.start < sentence.end and sentence.start < one.end for one in found) or _is_label(labels, sentence):
            continue
        one, bare = _told(scene, sentence)
        told += [one] if one else []
        status = status or bare
    if not told and status and (labels or _NUMBERED.match(text)) and not _LABEL.match(text):
        told += _whole(scene, index, status, labels.get("due"))
    return tuple(sorted((_owned(scene, one, labels.get("owner")) for one in told), key=lambda one: one.start))


def _in_log(scene: Scene, index: int) -> bool:
    """Whether a bullet stands in a list of actions or of progress on them."""
    block = scene.document.blocks[index]
    if block.kind not in (BlockKind.BULLET, BlockKind.CLAUSE):
        return False
    above = block.lead if block.lead is not None else block.heading
    return scene.sections[index] == "actions" or (
        above is not None and _LOG.search(scene.text(above)[:120]) is not None
    )


def _is_label(labels: Mapping[str, re.Match[str]], sentence: Sentence) -> bool:
    return any(match.start() <= sentence.start < match.end() for match in labels.values())


def _known(scene: Scene, words: str) -> str | None:
    """The lifecycle that some words of a status stand for; the longest that opens them."""
    terms = scene.vocabulary.words("status")
    parts = words.casefold().strip(" .").split()
    return next(
        (
            terms[" ".join(parts[:length])]
            for length in range(min(6, len(parts)), 0, -1)
            if " ".join(parts[:length]) in terms
        ),
        None,
    )


def _told(scene: Scene, sentence: Sentence) -> tuple[Statement | None, str | None]:
    """What a sentence of an entry tells: a piece of work, or only where the entry stands."""
    text = scene.text(sentence.block)
    words = text[sentence.start : sentence.end]
    opening = _OPENING.match(words)
    status = _known(scene, _STOPS.split(words, maxsplit=1)[0]) if opening else None
    if _SLIPPED.match(words) or _TO_TAKE_PLACE.match(words):
        return _made(scene, sentence, "planned"), None
    if status and len(words.split()) <= _BARE:
        return None, status
    status = status or _at_end(scene, words)
    if status:
        return _made(scene, sentence, status), status
    handed = _WITH.match(words)
    waits = _AWAITS.match(words) or (handed and who_acts(handed.group("whom"), scene.vocabulary, scene.profile)[0])
    if waits and not _FINITE.search(words):
        return _made(scene, sentence, "in_progress"), None
    return (_made(scene, sentence, "completed"), None) if _is_done(scene, words) else (None, None)


def _at_end(scene: Scene, words: str) -> str | None:
    """The status behind a title and a dash or colon, or that ends some words without a verb: "Mobilisation under way"."""
    if _FINITE.search(words):
        return None
    behind = _DASH.split(words, maxsplit=1)
    told = _known(scene, behind[1]) if len(behind) > 1 else None
    return told or _known(scene, " ".join(words.split()[-2:]))


def _made(scene: Scene, sentence: Sentence, status: str) -> Statement:
    one = action_at(scene, sentence, sentence.start, sentence.end, status, "action.log_entry")
    topic = scene.topic(sentence.block, sentence.start)
    return evolve(one, words=(*one.words, ("topic", topic))) if topic and sentence.start else one


def _is_done(scene: Scene, words: str) -> bool:
    """Whether some words without a finite verb tell by a participle what was done: "Training rolled out to all teams"."""
    if _FINITE.search(words) or "%" in words or words.endswith(":"):
        return False
    parts = words.split()[:10]
    for at, part in enumerate(parts[1:], 1):
        lemma = scene.lexicon.participles.get(part.strip(",.;:").casefold())
        if lemma is None:
            continue
        following = tuple(word.strip(",.;").casefold() for word in parts[at + 1 : at + 3])
        subject = " ".join(parts[:at])
        acts = who_acts(subject, scene.vocabulary, scene.profile)[0] is not None
        return not acts and scene.lexicon.class_of(lemma, following) in ("deed", "event")
    first = scene.lexicon.participles.get(parts[0].strip(",.;:").casefold()) if parts else None
    return first is not None and len(parts) > 2 and scene.lexicon.classes.get(first) in ("deed", "event")


def _whole(scene: Scene, index: int, status: str, due: re.Match[str] | None) -> Iterator[Statement]:
    """The entry itself, by its title, where it only tells its status."""
    sentences = scene.sentences.get(index, ())
    if not sentences:
        return
    one = action_at(scene, sentences[0], sentences[0].start, sentences[0].end, status, "action.log_entry")
    if due is not None and one.due is None and status in ("planned", "in_progress", "unknown"):
        timing = timing_of(scene, index, due.start(), due.end(), "planned")
        one = evolve(one, due=timing.due, marks=timing.marks)
    yield one


def _owned(scene: Scene, action: Statement, owner: re.Match[str] | None) -> Statement:
    """A piece of work with the owner that its entry names, where its own words name none."""
    if owner is None or action.word("owner"):
        return action
    value = owner.group("value").strip()
    named, actor = who_acts(value, scene.vocabulary, scene.profile)
    words = [("owner", named or value)] + ([("actor", actor)] if actor else [])
    return evolve(action, words=(*action.words, *words))
