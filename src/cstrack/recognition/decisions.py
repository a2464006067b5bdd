"""What bodies decided, noted or are asked to decide, with the lead-in each hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.bodies import is_body
from cstrack.recognition.decision_days import day_named, day_of, maker_of
from cstrack.recognition.leads import (
    OUTCOMES,
    Lead,
    asking_lead,
    bodied_lead,
    body_line,
    opening_lead,
    subjunctive_lead,
)
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_NUMBER = pattern(
    "recognition.decisions.number",
    r"(?:(?<=[ ;:,-])|\A)\(?(?P<number>[0-9]{1,2}|[ivx]{1,5}|[a-h])\)[ ](?=[A-Za-z£])",
    2,
)
_MOVER = pattern(
    "recognition.decisions.mover",
    r"""[ ]?[(\[]?(?:(?:it[ ]was[ ])?(?:proposed|moved|seconded)[ ]by\b|proposer:|mover:|seconder:|on[ ]a[ ]vote\b|vote:|voting:
    |\([0-9]{1,3}[ ]?:[ ]?[0-9]{1,3}\)|\(?for:?[ ][0-9]{1,3}\b)""",
    2,
)
_ITS_VERB = pattern(
    "recognition.decisions.its_verb",
    r"""\A(?:that[ ])?(?:(?:the[ ])?(?:(?!(?:would|will|shall|be|is)\b)[A-Za-z'-]{2,20}[ ]){0,4}?)?(?:to[ ])?
    (?<!as[ ])(?P<first>notes?|noted|defers?|deferred|refers?|referred|recommends?|recommended)\b
    |\A(?:that[ ])?(?:to[ ])?(?P<opens>receives?|received)\b
    |\b(?:be|is|are|was|were)[ ](?:duly[ ]|also[ ]|now[ ])?(?P<passive>noted|deferred|referred|received|withdrawn|rejected)\b""",
    2,
)
_THING = pattern(
    "recognition.decisions.thing",
    r"""\b(?:position|reports?|updates?|presentation|recommendations?|contents?|proposals?|motion|amendment|plan|strategy|paper|petition|budget
    |information|programme|decision|resolution|scheme|policy|business[ ]case|outturn|savings|funding|framework|actions?)\b
    (?:[ ][A-Za-z0-9'/&,-]{1,20}){0,8}?[ ](?:(?:was|were|is|are|has[ ]been|have[ ]been)[ ])?
    (?:duly[ ]|then[ ]|therefore[ ]|unanimously[ ]|also[ ]|subsequently[ ]|formally[ ])?
    (?P<verb>noted|approved|agreed|carried|lost|endorsed|deferred|adopted|referred|rejected|defeated|fell)\b""",
    2,
)
_STATUS = pattern(
    "recognition.decisions.status",
    r"(?:decision[ ])?status:[ ]?(?P<status>recommendations?[ ](?:approved|agreed|amended|rejected|noted)|approved|implemented|agreed)",
    2,
)
_PROPOSES = pattern("recognition.decisions.proposes", r"(?:that|to)[ ][a-z]", 2)
_MINUTES = pattern("recognition.decisions.minutes", r"\bminutes[ ](?:of|from|as|were|be)\b|\bcorrect[ ]record\b", 2)
_VOTED = frozenset({"lost", "carried", "defeated", "fell"})
_VERDICTS = word_set("noted approved agreed carried lost endorsed deferred adopted referred rejected defeated fell")
_SPOKEN = word_set(
    """recommends resolved agreed approved endorsed noted recommended decided deferred referred adopted ratified rejected authorised determined asked invited
    requested that ordered recommendation recommendations resolution decision decisions"""
)
#: Base forms and third persons of verbs whose past form tells an outcome.
_FORMS = {
    "note": "noted", "notes": "noted", "receive": "noted", "receives": "noted", "defer": "deferred", "defers": "deferred",
    "refer": "referred", "refers": "referred", "recommend": "recommended", "recommends": "recommended",
}  # fmt: skip


def recognise_decisions(scene: Scene) -> tuple[tuple[Statement, ...], frozenset[int]]:
    """The decisions of a paper.

    Args:
        scene: the paper.

    Returns:
        The decisions in reading order, and the blocks that are items of a decision.
    """
    found: list[Statement] = []
    taken: set[int] = set()
    approved = _approved(scene)
    for index, block in enumerate(scene.document.blocks):
        if index in taken or scene.sections[index] in ("contacts", "relied"):
            continue
        before = len(found)
        for lead in _leads(scene, index):
            _hang(scene, index, lead, found, taken)
        found.extend(_status_line(scene, index))
        if index in taken or len(found) > before:
            continue
        if approved and block.kind in (BlockKind.CLAUSE, BlockKind.BULLET):
            lead = Lead(outcome="resolved", start=0, end=0, stop=0, rule="decision.approved_list")
            found.append(_decision(scene, index, (0, len(scene.text(index))), lead, None))
            taken.add(index)
        elif block.kind is not BlockKind.HEADING:
            found.extend(_things(scene, index))
    return tuple(sorted(found, key=lambda one: (one.block, one.start))), frozenset(taken)


def _leads(scene: Scene, index: int) -> Iterator[Lead]:
    """The lead-ins of a block: one that opens it, else one of each of its sentences."""
    text = scene.text(index)
    heading = scene.document.blocks[index].kind is BlockKind.HEADING
    opened = opening_lead(scene, index, 0, len(text)) or body_line(scene, index)
    if opened and not (heading and scene.follows.get(index) is None and opened.end < len(text)):
        inner = bodied_lead(scene, index, opened.end, len(text))
        short = inner and not text[inner.end : inner.stop].strip(" :-.").removeprefix("to").removeprefix("that")
        yield inner if inner and short else opened
    elif not heading:
        for sentence in scene.sentences.get(index, ()):
            if not (scene.says(sentence, _SPOKEN) or scene.profile.leads):
                continue
            lead = _lead_of_sentence(scene, index, sentence.start, sentence.end)
            if lead:
                yield lead


def _lead_of_sentence(scene: Scene, index: int, start: int, stop: int) -> Lead | None:
    asks = scene.sections[index] not in ("background", "minutes")
    return (
        (opening_lead(scene, index, start, stop) if start else None)
        or bodied_lead(scene, index, start, stop)
        or (asking_lead(scene, index, start, stop) if asks else None)
        or subjunctive_lead(scene, index, start, stop)
    )


def _hang(scene: Scene, index: int, lead: Lead, found: list[Statement], taken: set[int]) -> None:
    """Add what hangs on a lead-in: the words after it, and the items of its list."""
    text = scene.text(index)
    when = day_named(scene, index, lead)
    content = text[lead.end : lead.stop]
    words = content.strip(" :.-").removeprefix("that").removeprefix("That").removeprefix("to").strip(" :.-")
    members = _members(scene, index, lead, bare=not words)
    short = len(words) < 110 and content.rstrip().endswith((":", ":-", "-"))
    names_body = bool(words) and len(words) < 60 and is_body(scene, words)
    if words and not (members and (short or names_body)) and not _MINUTES.search(content):
        found.extend(_decision(scene, index, part, lead, when) for part in _parts(text, lead))
        if lead.rule in ("decision.lead", "decision.profile_lead"):
            taken.add(index)
    elif names_body and lead.body is None:
        lead = evolve(lead, body=words)
    for member in members:
        if member in taken:
            continue
        taken.update((member, *scene.follows.get(member, ())))
        if not _MINUTES.search(scene.text(member)):
            whole = (0, len(scene.text(member)))
            found.append(_decision(scene, member, whole, lead, when, hangs_on=index))


def _members(scene: Scene, index: int, lead: Lead, *, bare: bool) -> tuple[int, ...]:
    """The blocks that hang on a lead-in: the reader's list, else what follows a lead-in that says nothing itself."""
    blocks, text = scene.document.blocks, scene.text(index)
    if lead.stop < len(text) - 1:
        return ()
    listed = scene.follows.get(index, ())
    if not listed and not (bare or text.rstrip().endswith((":", ":-", "-"))):
        return ()
    found: list[int] = []
    for after in range(index + 1, len(blocks)):
        if after in listed or (not listed and blocks[after].kind in (BlockKind.CLAUSE, BlockKind.BULLET)):
            found.append(after)
        elif not listed and not found and bare and blocks[after].kind is BlockKind.PARAGRAPH:
            told = blocks[index].kind is not BlockKind.HEADING or _PROPOSES.match(scene.text(after))
            return _proposing(scene, after) if told else ()
        elif not listed or after > listed[-1] or scene.text(after).rstrip().endswith(":"):
            break
    return tuple(found)


def _proposing(scene: Scene, first: int) -> tuple[int, ...]:
    """A paragraph below a bare lead-in, with those after it that go on in the same form: "To approve", "To authorise"."""
    found = [first]
    blocks = scene.document.blocks
    for after in range(first + 1, len(blocks)):
        if blocks[after].kind is not BlockKind.PARAGRAPH or not _PROPOSES.match(scene.text(after)):
            break
        found.append(after)
    return tuple(found)


def _parts(text: str, lead: Lead) -> Iterator[tuple[int, int]]:
    """The stretches of what a lead-in says itself: numbered parts in the line, else all of it."""
    marks = list(_NUMBER.finditer(text, lead.end, lead.stop))
    if len(marks) < 2 or marks[0].group("number").casefold() not in ("1", "i", "a"):
        spoken = lead.rule in ("decision.body", "decision.asked", "decision.that_body", "decision.that")
        cut = text.find(", which ", lead.end, lead.stop) if lead.rule == "decision.asked" else -1
        yield lead.start if spoken else lead.end, cut if cut > 0 else lead.stop
        return
    for at, mark in enumerate(marks):
        yield mark.end(), marks[at + 1].start() if at + 1 < len(marks) else lead.stop


def _decision(
    scene: Scene,
    index: int,
    stretch: tuple[int, int],
    lead: Lead,
    when: PeriodMention | None,
    *,
    hangs_on: int | None = None,
) -> Statement:
    text, (start, end) = scene.text(index), stretch
    mover = _MOVER.search(text, start, end)
    end = mover.start() if mover and mover.start() > start + 12 else end
    outcome = _outcome(text[start:end].strip(), lead.outcome)
    on, marks = day_of(scene, when, outcome)
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
            ("number", label.strip("(). ") if label and hangs_on is not None else None),
            ("lead", told.strip(" :-")[:120] or None),
        ),
        on=on,
        lead=hangs_on,
        marks=marks,
    )


def _outcome(words: str, lead: str) -> str:
    """What becomes of one item: its own verb goes before its lead-in's, but what is recommended stays recommended."""
    if lead in ("recommended", "lost", "deferred", "referred"):
        return lead
    verb = _ITS_VERB.search(words)
    if verb is None:
        return lead
    told = (verb.group("first") or verb.group("opens") or verb.group("passive")).casefold()
    return OUTCOMES.get(_FORMS.get(told, told), lead)


def _approved(scene: Scene) -> bool:
    """The page says that its recommendations were approved, and has no lead-in of its own."""
    if not any(_STATUS.match(plain.text) for plain in scene.plains[:15]):
        return False
    return not any(opening_lead(scene, index, 0, len(plain.text)) for index, plain in enumerate(scene.plains))


def _status_line(scene: Scene, index: int) -> Iterator[Statement]:
    status = _STATUS.match(scene.text(index))
    if status:
        told = status.group("status").casefold()
        outcome = "lost" if "rejected" in told else "noted" if "noted" in told else "resolved"
        lead = Lead(outcome=outcome, start=0, end=0, stop=0, rule="decision.status")
        yield _decision(scene, index, (status.start("status"), status.end()), lead, None)


def _things(scene: Scene, index: int) -> Iterator[Statement]:
    """Decisions told in the passive: "The position was noted", "strategy approved on 17 September", "the motion was lost"."""
    text = scene.text(index)
    for sentence in scene.sentences.get(index, ()):
        if not scene.says(sentence, _VERDICTS):
            continue
        thing = _THING.search(text, sentence.start, sentence.end)
        if thing is None or _MINUTES.search(text, sentence.start, sentence.end):
            continue
        verb = thing.group("verb").casefold()
        lead = Lead(
            outcome=OUTCOMES[verb], start=sentence.start, end=thing.end(), stop=sentence.end, rule="decision.thing"
        )
        when = day_named(scene, index, lead)
        told = when is not None or verb in _VOTED or scene.reported or scene.sections[index] == "decisions"
        if told and len(text[sentence.start : sentence.end].split()) <= 30:
            colon = text.rfind(": ", sentence.start, thing.start())
            begin = colon + 2 if colon >= 0 else sentence.start
            yield _decision(scene, index, (begin, sentence.end), lead, when)
