"""What a date tells of work: "a review is due in May", "a conference took place in February", "two leads start in April"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.mention import PeriodRole
from cstrack.recognition.clauses import GOES_ON
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.stretches import action_at, clause_end, clause_start
from cstrack.recognition.subjects import SubjectKind, subject_of
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_EVENT = pattern(
    "recognition.events.event",
    r"""\b(?:visits?|inspection|re-inspection|review|challenge|conference|workshop|launch|consultation|event|events|audit|survey|opening|go-live|deadline
    |hearing|summit|return|submission|pilot|training|conversation|assessment|meetings?)\b""",
    2,
)
_ARRANGED = pattern(
    "recognition.events.arranged",
    r"""\b(?:is|are|was|were)?[ ]?(?:now[ ]|also[ ]|next[ ])?(?:due|expected|planned|scheduled|rescheduled|timetabled|booked|arranged|pencilled[ ]in|set|earmarked|programmed|anticipated|fixed)
    (?:[ ](?:back|out|to[ ](?:start|begin|finish|end|open|complete|report|launch|conclude|take[ ]place|go[ ]live|be[ ]completed?)))?
    (?:[ ](?:for|in|on|by|at|from|before|during|around|towards))?(?:[ ]the)?[ ]?\Z""",
    2,
)
_NOW_ON = pattern(
    "recognition.events.now_on", r"\b(?:is|are|will[ ]be)(?:[ ]now)?(?:[ ](?:on|in|between|for|from))?[ ]?\Z", 2
)
_COMES = pattern(
    "recognition.events.comes",
    r"""(?<=[a-z0-9)][ ])(?:starts?|begins?|opens?|closes?|goes|go|comes|come|go[ ]out|goes[ ]out|launch(?:es)?|moves?|returns?|transfers?|takes?[ ]place|takes?[ ]over|takes?[ ]up(?:[ ](?:his|her|their|the))?(?:[ ](?:post|role|position|office|duty))?|takes?[ ]effect
    |reports?|joins?|arrives?|resumes?|restarts?|concludes?|qualif(?:y|ies)|retires?|graduates?|leaves?)[ ](?!of\b|was\b|is\b|on[ ]the[ ]outcome)""",
)
#: Kinds of period that fix a day or nearly.
_BARE_KINDS = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SEASON, PeriodKind.CHOICE})
_HAPPENED = frozenset({PeriodRole.EVENT, PeriodRole.DURING, PeriodRole.SINCE, PeriodRole.AS_AT})
_COMING = frozenset({PeriodRole.EVENT, PeriodRole.DURING, PeriodRole.SINCE, PeriodRole.DUE, PeriodRole.AS_AT})
#: Words before a past form that make it no verb of its own.
_NO_SUBJECT = word_set("""the a an as and or be been being is are was were has have had not to of by in on at for with recently newly previously well further
    more fully its their our this these those""")
_AT = pattern("recognition.events.at", r"\bat[ ]", 2)
#: A date that moved: "had slipped from October to February", "has been put back to November".
_MOVED = pattern(
    "recognition.events.moved",
    r"""\b(?:slipped|slips|slip|put[ ]back|pushed[ ]back|moved|delayed|deferred|brought[ ]forward|re-?scheduled|postponed|extended)[ ]
    (?:from[ ][A-Za-z0-9 ]{3,30}[ ])?(?:to|until|till)[ ]?(?:the[ ])?\Z""",
    2,
)
#: Words between a verb and a date that give the date to another verb.
_PARTED = pattern("recognition.events.parted", r"[ ](?:which|that|who|since|as|where|whose|regarding|about)[ ]", 2)
_UNSURE = ("had", "has", "have", "to", "will", "would", "may", "can", "could", "should", "might", "must")


def arranged_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """Something that is due, planned or expected on a day, and events whose day "is" tells: "the visit is now 20 August"."""
    text, start = scene.text(sentence.block), sentence.start
    for mention in scene.between(sentence.block, start, sentence.end):
        left = clause_start(text, start, mention.start)
        before = text[max(left, mention.start - 60) : mention.start]
        told = _ARRANGED.search(before)
        left = _own_clause(text, left, mention.start)
        named = told or (_EVENT.search(text, left, mention.start) and _NOW_ON.search(before))
        if not named or (told and not text[left : mention.start - len(before) + told.start()].strip(" -£0123456789")):
            continue
        if told and before[: told.start()].rstrip().endswith(("had been", "originally")):
            continue
        counted = told and before[: told.start()].rstrip()[-1:] in "0123456789%"
        if counted or text[left : mention.start].lstrip()[:1] in ("£", "%"):
            continue
        right = clause_end(text, mention.end, sentence.end)
        yield action_at(scene, sentence, left, right, "planned", "action.arranged", mention=mention)


_AND_THE = pattern("recognition.events.and_the", r"[ ]and[ ](?=(?:the|an?|its|their|this|these)[ ])", 2)
_TELLS = pattern("recognition.events.tells", r"\b(?:is|are|was|were|has|have|had|will|took|went|began|opened|met)\b", 2)


def _own_clause(text: str, left: int, right: int) -> int:
    """Where the clause before a date begins, behind another that has its verb: "the interview took place on 19 May and the first admission is"."""
    for found in _AND_THE.finditer(text, left, right):
        if _TELLS.search(text, left, found.start()) and _TELLS.search(text, found.end(), right):
            left = found.end()
    return left


def moved_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """Work whose date moved, due at the later one."""
    text = scene.text(sentence.block)
    for mention in scene.between(sentence.block, sentence.start, sentence.end):
        begins = mention.start + (len("until ") if text.startswith(("until ", "till "), mention.start) else 0)
        before = text[max(sentence.start, begins - 70) : begins]
        told = _MOVED.search(before) or _MOVED.search(before + "to ")
        if told is None or not text[sentence.start : begins - len(before) + told.start()].strip():
            continue
        left = clause_start(text, sentence.start, mention.start)
        right = clause_end(text, mention.end, sentence.end)
        yield action_at(scene, sentence, left, right, "planned", "action.moved", mention=mention)


def past_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """What happened on a day: "a conference took place in February", "the return went at the end of August"."""
    text = scene.text(sentence.block)
    for mention in scene.between(sentence.block, sentence.start, sentence.end):
        spans = mention.period.kind is PeriodKind.SPAN
        if not (spans or mention.period.kind in _BARE_KINDS) or mention.role not in _HAPPENED:
            continue
        if mention.role is PeriodRole.AS_AT and not _AT.search(text, max(0, mention.start - 8), mention.start + 4):
            continue
        left = clause_start(text, sentence.start, mention.start)
        right = _second_verb(scene, text, mention.end, clause_end(text, mention.end, sentence.end))
        second = _second_verb(scene, text, left, mention.start)
        if second < mention.start and _TELLS_OF.search(text, left, second) is not None:
            yield action_at(
                scene, sentence, second + len(" and "), right, "completed", "action.past_event", mention=mention
            )
            continue
        lemma = _tells_past(scene, text, left, right, mention.start)
        if lemma and not (lemma == "conclude" and " that " in text[left:right]):
            goes_on = lemma in _BEGINS and _goes_on(text, left, mention, sentence.end)
            status = "in_progress" if goes_on else "completed"
            yield action_at(scene, sentence, left, right, status, "action.past_event", mention=mention)


_BEGINS = frozenset({"begin", "start", "commence", "launch", "open"})
_CONTINUES = pattern("recognition.events.continues", r"\b(?:continues|is[ ](?:ongoing|under[ ]way|continuing))\b", 2)


_AND = pattern("recognition.events.and", r",?[ ]and[ ](?P<verb>[a-z]{3,14})(?:[ ](?P<next>[a-z]{2,10}))?")
_TELLS_OF = pattern(
    "recognition.events.tells_of", r"\b(?:[a-z]{3,14}ed|was|were|went|held|met|took|sent|began|made|gave|set)\b"
)


def _second_verb(scene: Scene, text: str, start: int, end: int) -> int:
    """Where a second past form of the same subject begins, with its "and": "inspected in May and published its report"; else the end."""
    for found in _AND.finditer(text, start, end):
        lemma = scene.lexicon.participles.get(found.group("verb"))
        by = found.group("next") in ("by", None)
        if lemma and not by and scene.lexicon.class_of(lemma, (found.group("next"),)) in ("deed", "event", "state"):
            return found.start()
    return end


def _goes_on(text: str, left: int, mention: PeriodMention, end: int) -> bool:
    """Whether what began goes on: said so behind, or a thing that runs on once it has begun: "a pilot started in January"."""
    runs = _RUNS.search(text, left, mention.start)
    return bool(
        _CONTINUES.search(text, mention.end, end) or (runs and _STARTED.search(text, runs.end(), mention.start))
    )


_RUNS = pattern(
    "recognition.events.runs",
    r"\b(?:pilot|outreach|work|recruitment|consultation|negotiations?|discussions?|roll-?out|construction|building[ ]work|mentoring|training)\b",
    2,
)
_STARTED = pattern("recognition.events.started", r"\b(?:started|began|commenced)\b", 2)


def _tells_past(scene: Scene, text: str, left: int, right: int, dated: int) -> str | None:
    """The verb of a past form of a clause, with a subject before it, that tells an event; None where none does."""
    at = left
    for word in text[left:right].split(" "):
        lemma = scene.lexicon.participles.get(word.strip(",.;:()'\"").casefold())
        if lemma and _has_subject(text[left:at]) and not _PARTED.search(text, at, max(at, dated)):
            following = tuple(text[at + len(word) : right].casefold().split()[:2])
            if _is_event(scene, text, left, at, lemma, scene.lexicon.class_of(lemma, following)):
                return lemma
        at += len(word) + 1
    return None


def _has_subject(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].strip(",").casefold() not in _NO_SUBJECT


def _is_event(scene: Scene, text: str, left: int, at: int, lemma: str, act: str) -> bool:
    if lemma in ("set", "put", "cut", "let", "say", "tell", "base") or (act not in ("event", "deed") and lemma != "go"):
        return False
    subject = subject_of(text, left, at, scene.vocabulary, scene.profile)
    if subject.kind not in (SubjectKind.NAMED, SubjectKind.WE, SubjectKind.THEY, SubjectKind.AIM):
        return False
    return (
        act == "event"
        or lemma in ("go", "join", "move", "transfer", "merge")
        or subject.agent
        or bool(_EVENT.search(subject.text))
    )


def coming_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """What the present tense sets ahead: "two new leads start in April", "the plan goes to the department in February"."""
    text = scene.text(sentence.block)
    yield from _from_a_day(scene, sentence)
    for mention in scene.between(sentence.block, sentence.start, sentence.end):
        soon = text.startswith(("next ", "this "), mention.start)
        if not (mention.period.kind in _BARE_KINDS or soon) or mention.role not in _COMING:
            continue
        left = clause_start(text, sentence.start, mention.start)
        goes_on = GOES_ON.search(text, left, mention.start)
        left = goes_on.start() + 5 if goes_on else left
        verbs = list(_COMES.finditer(text, max(left, mention.start - 60), mention.start))
        before = text[left : verbs[-1].start()].rstrip() if verbs else ""
        if not verbs or before.endswith(_UNSURE) or " that " in before:
            continue
        subject = subject_of(text, left, verbs[-1].start(), scene.vocabulary, scene.profile)
        if not goes_on and subject.kind in (
            SubjectKind.NONE,
            SubjectKind.RELATIVE,
            SubjectKind.THERE,
            SubjectKind.PEOPLE,
        ):
            continue
        right = clause_end(text, mention.end, sentence.end)
        yield action_at(scene, sentence, left, right, "planned", "action.coming_event", mention=mention)


#: What the present tense sets ahead behind a date that opens its sentence: "From 1 April the city moves to four teams".
_THEN = pattern(
    "recognition.events.then",
    r",?[ ](?P<subject>[A-Za-z][^,.;:]{2,60}?)[ ](?:starts?|begins?|opens?|closes?|goes|go|comes|come|launch(?:es)?|moves?|becomes?|returns?|transfers?|takes?[ ](?:place|over|up|effect)|joins?|arrives?|merges?|replaces?)[ ]",
)


def _from_a_day(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    text = scene.text(sentence.block)
    for mention in scene.between(sentence.block, sentence.start, sentence.start + 8)[:1]:
        then = _THEN.match(text, mention.end, sentence.end)
        paper = scene.head.date
        ahead = paper and paper.start and mention.period.start and mention.period.start >= paper.start
        if then is None or not ahead or then.group("subject").endswith(_UNSURE):
            continue
        right = clause_end(text, then.end(), sentence.end)
        yield action_at(scene, sentence, sentence.start, right, "planned", "action.coming_event", mention=mention)


#: What opened or began, without a day: "Three special schools opened under the first programme".
_OPENED = pattern(
    "recognition.events.opened",
    r"(?<=[a-z,)][ ])(?P<verb>opened|launched|reopened|went[ ]live)(?=[ ](?:in|under|at|with|on|for|as|last|this|earlier)\b|[.,;]|\Z)",
)


def opened_events(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """What opened or went live, told in the simple past without a day."""
    text = scene.text(sentence.block)
    for found in _OPENED.finditer(text, sentence.start, sentence.end):
        left = clause_start(text, sentence.start, found.start())
        before = text[left : found.start()].rstrip(" ,")
        if (
            not before
            or before.split()[-1].casefold() in _NO_SUBJECT
            or (text[found.start() - 2 : found.start()] == ", " and "," not in before)
        ):
            continue
        subject = subject_of(text, left, found.start(), scene.vocabulary, scene.profile)
        if subject.kind not in (SubjectKind.NAMED, SubjectKind.COUNT) or subject.agent:
            continue
        right = clause_end(text, found.end(), sentence.end)
        yield action_at(scene, sentence, left, right, "completed", "action.opened")
