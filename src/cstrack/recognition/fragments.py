"""Work told without a whole verb: bold headings of bullets, "training already under way", "the forthcoming survey", "took place in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.mention import PeriodRole
from cstrack.facts.statement import StatementKind
from cstrack.recognition.dues import timing_of
from cstrack.recognition.subjects import SubjectKind, core_of, subject_of, who_acts
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_WITH_DOING = pattern(
    "recognition.fragments.with_doing",
    r"\bwith[ ]((?:the|our|its|their)[ ][A-Za-z' -]{2,40}?)[ ]([a-z]{3,20}ing)[ ](?=[a-z])",
)
_UNDER_WAY = pattern(
    "recognition.fragments.under_way",
    r"\b(?:[A-Za-z'-]{2,20}[ ]){0,2}?(?:work|recruitment|programme|project|review|activity|plans|planning|training|consultation|procurement|discussions|negotiations|process|preparations|development)[ ]"
    r"(?:is[ ]|are[ ])?(?:already[ ]|now[ ]|currently[ ]|well[ ])?(?:underway|under[ ]way|ongoing|in[ ]progress|continues|continue)\b",
    2,
)
_FORTHCOMING = pattern(
    "recognition.fragments.forthcoming", r"\b(?:the|a|an|our)[ ](?:forthcoming|upcoming)[ ][A-Za-z]", 2
)
_BEING_DONE = pattern("recognition.fragments.being_done", r"\b(?:already|currently|now)[ ]being[ ]([a-z-]{4,20})\b", 2)
_EVENT = pattern(
    "recognition.fragments.event",
    r"\b(?:visits?|inspection|re-inspection|review|challenge|conference|workshop|launch|consultation|event|events|audit|survey|opening|go-live|deadline|hearing|summit|return|submission|pilot|training|conversation|assessment|report)\b",
    2,
)
_ARRANGED = pattern(
    "recognition.fragments.arranged",
    r"\b(?:is|are|was|were)?[ ]?(?:now[ ]|also[ ]|next[ ])?(?:due|expected|planned|scheduled|timetabled|booked|arranged|pencilled[ ]in|set|earmarked|programmed|anticipated)"
    r"(?:[ ](?:back|out|to[ ](?:start|begin|finish|end|open|complete|report|launch|conclude|take[ ]place|go[ ]live|be[ ]completed?)))?(?:[ ](?:for|in|on|by|at|from|before|during|around|towards))?[ ]?\Z",
    2,
)
_NOW_ON = pattern(
    "recognition.fragments.now_on", r"\b(?:is|are|will[ ]be)(?:[ ]now)?(?:[ ](?:on|in|between|for|from))?[ ]?\Z", 2
)
_TO_DO = pattern(
    "recognition.fragments.to_do",
    r"\A(?:(?:action|agreed)[ ]?[:-][ ]?)?([A-Z][A-Za-z'&/ -]{2,60}?)[ ]to[ ]([a-z-]{3,20})\b",
)

_BARE_KINDS = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SEASON, PeriodKind.CHOICE})
#: Words before a past form that make it no verb of its own.
_NOT_SUBJECTS = frozenset(
    """the a an as and or be been being is are was were has have had not to of by in on at for with that which who recently newly
    previously being well further more fully its their our this these those
    also now it just""".split()
) - {"which", "who", "that", "it", "also", "now", "just"}


def fragments_of(scene: Scene, sentence: Sentence, known: Sequence[tuple[int, int]]) -> list[Statement]:
    """Pieces of work of a sentence that no verb group tells.

    Args:
        scene: the paper.
        sentence: the sentence.
        known: stretches of the pieces of work already found in it.

    Returns:
        Statements that overlap none of the known ones.
    """
    free: list[tuple[int, int]] = list(known)
    found: list[Statement] = []
    for statement in (
        *_arranged(scene, sentence),
        *_phrases(scene, sentence),
        *_past_events(scene, sentence),
        *_to_do(scene, sentence),
    ):
        if all(statement.end <= start or end <= statement.start for start, end in free):
            found.append(statement)
            free.append((statement.start, statement.end))
    return found


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    text, start, end = scene.text(sentence.block), sentence.start, sentence.end
    for match in _WITH_DOING.finditer(text, start, end):
        lemma = scene.lexicon.gerunds.get(match.group(2))
        owner, actor = who_acts(core_of(match.group(1)), match.group(1), scene.vocabulary, scene.profile)
        if lemma and owner and scene.lexicon.classes.get(lemma) == "deed":
            yield _made(scene, sentence, match.start(1), end, "in_progress", "action.with_doing", owner, actor)
    for match in _UNDER_WAY.finditer(text, start, end):
        yield _made(
            scene, sentence, match.start(), _clause_end(text, match.end(), end), "in_progress", "action.under_way"
        )
    for match in _FORTHCOMING.finditer(text, start, end):
        yield _made(scene, sentence, match.start(), end, "planned", "action.forthcoming")
    for match in _BEING_DONE.finditer(text, start, end):
        lemma = scene.lexicon.participles.get(match.group(1).casefold())
        if lemma and scene.lexicon.classes.get(lemma) == "deed":
            yield _made(scene, sentence, start, _clause_end(text, match.end(), end), "in_progress", "action.being_done")


def _arranged(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """Something that is due, planned or expected on a day, and events whose day is told by "is": "the visit is now 20 August"."""
    text, start = scene.text(sentence.block), sentence.start
    for mention in scene.between(sentence.block, start, sentence.end):
        before = text[max(start, mention.start - 60) : mention.start]
        told = _ARRANGED.search(before)
        named = told or (_EVENT.search(text, start, mention.start) and _NOW_ON.search(before))
        if not named or (told and text[start : mention.start].strip()[:1] in "£0123456789"):
            continue
        if told and not text[start : mention.start - len(before) + told.start()].strip():
            continue
        yield _made(
            scene,
            sentence,
            start,
            _clause_end(text, mention.end, sentence.end),
            "planned",
            "action.arranged",
            mention=mention,
        )


def _past_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """What happened on a day: "a conference took place in February", "the return went at the end of August"."""
    text = scene.text(sentence.block)
    dated = [
        found
        for found in scene.between(sentence.block, sentence.start, sentence.end)
        if found.period.kind in _BARE_KINDS and found.role in (PeriodRole.EVENT, PeriodRole.DURING, PeriodRole.SINCE)
    ]
    for mention in dated:
        left = _clause_start(text, sentence.start, mention.start)
        right = _clause_end(text, mention.end, sentence.end)
        at = left
        for word in text[left:right].split(" "):
            plain_word = word.strip(",.;:()'\"").casefold()
            lemma = scene.lexicon.participles.get(plain_word)
            act = scene.lexicon.class_of(lemma, _next_words(text, at + len(word), right)) if lemma else ""
            if lemma and _is_past_event(scene, text, left, at, act, lemma):
                yield _made(scene, sentence, left, right, "completed", "action.past_event", mention=mention)
                break
            at += len(word) + 1


def _is_past_event(scene: Scene, text: str, left: int, at: int, act: str, lemma: str) -> bool:
    before = text[left:at].split()
    if (
        not before
        or before[-1].strip(",").casefold() in _NOT_SUBJECTS
        or lemma in ("set", "put", "cut", "let", "say", "tell", "base")
    ):
        return False
    if act not in ("event", "deed") and lemma != "go":
        return False
    subject = subject_of(text, left, at, scene.vocabulary, scene.profile)
    if subject.kind not in (SubjectKind.NAMED, SubjectKind.WE, SubjectKind.THEY):
        return False
    return (
        act == "event"
        or lemma in ("go", "join")
        or bool(subject.agent or _EVENT.search(subject.text) or "meeting" in subject.text)
    )


def _to_do(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """A note that somebody is to do something: "Officers to circulate the figures"."""
    text = scene.text(sentence.block)
    match = _TO_DO.match(text[sentence.start : sentence.end])
    if match is None:
        return
    owner, actor = who_acts(core_of(match.group(1)), match.group(1), scene.vocabulary, scene.profile)
    if owner and scene.lexicon.classes.get(match.group(2)) in ("deed", "event"):
        yield _made(scene, sentence, sentence.start, sentence.end, "planned", "action.to_do", owner, actor)


def _next_words(text: str, at: int, end: int) -> tuple[str, ...]:
    return tuple(text[at:end].casefold().split()[:2])


def _clause_start(text: str, start: int, at: int) -> int:
    for mark in ("; ", ": ", ", and ", " - "):
        cut = text.rfind(mark, start, at)
        if cut >= 0:
            start = cut + len(mark)
    return start


def _clause_end(text: str, at: int, end: int) -> int:
    cuts = [cut for mark in ("; ", ", and ", ", but ") if (cut := text.find(mark, at, end)) >= 0]
    return min(cuts, default=end)


def _made(
    scene: Scene,
    sentence: Sentence,
    start: int,
    end: int,
    status: str,
    rule: str,
    owner: str | None = None,
    actor: str | None = None,
    mention: PeriodMention | None = None,
) -> Statement:
    timing = timing_of(scene, sentence.block, start, end, status)
    due, on = (mention.period if mention and status == "planned" else timing.due), timing.on
    if mention and status == "completed":
        on = mention.period
    return scene.statement(
        StatementKind.ACTION,
        sentence.block,
        start,
        end,
        rule,
        (
            ("status", status),
            ("firmness", "committed" if status == "planned" else "reported"),
            ("owner", owner),
            ("actor", actor),
            ("due_event", timing.due_event),
            ("recurrence", timing.recurrence),
            ("depends_on", timing.depends_on),
        ),
        due=due,
        on=on,
        marks=(mention.span,) if mention else timing.marks,
        inferred=tuple(f"due.{name}" for name in (mention.inferred if mention else timing.inferred)) if due else (),
    )
