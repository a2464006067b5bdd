"""What bodies decided, noted or are asked to decide, with the lead-in each hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.recognition.bodies import is_body
from cstrack.recognition.decision_days import day_named
from cstrack.recognition.decision_forms import MINUTES, decision_at
from cstrack.recognition.leads import (
    Lead,
    asking_lead,
    bodied_lead,
    motion_lead,
    outcome_word,
    subjunctive_lead,
)
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.opening_leads import DATE_LINE, body_line, capital_lead, opening_lead
from cstrack.recognition.passive_decisions import passive_decisions
from cstrack.recognition.told_decisions import agreed_lead, declining_lead, earlier_lead, moved_lead, requesting_lead
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_NUMBER = pattern(
    "recognition.decisions.number",
    r"(?:(?<=[ ;:,-])|\A)\(?(?P<number>[0-9]{1,2}|[ivx]{1,5}|[a-h])\)[ ](?=[A-Za-z£])",
    2,
)
_STATUS = pattern(
    "recognition.decisions.status",
    r"(?:decision[ ])?status:[ ]?(?P<status>recommendations?[ ](?:approved|agreed|amended|rejected|noted)|approved|implemented|agreed)",
    2,
)
_AND_TO = pattern("recognition.decisions.and_to", r",?[ ]and[ ]to[ ](?=[a-z]{4,14}[ ])")
_AND_VERB = pattern(
    "recognition.decisions.and_verb",
    r",?[ ]and[ ](?:also[ ]|further[ ]|then[ ]|to[ ])?(?P<verb>[a-z]{5,12})[ ](?=(?:that|to|the|an?|for|officers|its|this)\b)",
)
_PROPOSES = pattern("recognition.decisions.proposes", r"(?:that|to)[ ][a-z]", 2)
_SPOKEN = word_set(
    """recommends approve refused withdrawn adjourned carried lost resolved agreed approved endorsed noted recommended decided deferred referred adopted ratified rejected authorised determined asked invited resolves resolve agrees decides instructs requests calls commits pledges asks
    moved proposed voted upheld uphold declined refused dismissed instructed directed tasked required called urged did
    requested that ordered recommendation recommendations resolution decision decisions"""
)


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
            found.append(decision_at(scene, index, (0, len(scene.text(index))), lead, None))
            taken.add(index)
        elif block.kind is not BlockKind.HEADING:
            found.extend(passive_decisions(scene, index))
    ordered = sorted(found, key=lambda one: (one.block, one.start))
    return tuple(_by_vote(scene, ordered)), frozenset(taken)


def _by_vote(scene: Scene, decisions: Sequence[Statement]) -> Iterator[Statement]:
    """Decisions with what a motion resolves lost where its vote was lost; a vote on an amendment leaves the motion as it is."""
    lost: set[int] = set()
    pending: list[int] = []
    for at, one in enumerate(decisions):
        if one.rule == "decision.motion":
            pending.append(at)
        words = scene.text(one.block)[one.start : one.end].casefold()
        if one.rule in ("decision.vote", "decision.thing") and "motion" in words and "amendment" not in words:
            lost.update(pending if one.word("outcome") == "lost" else ())
            pending = []
    for at, one in enumerate(decisions):
        told = tuple((name, "lost" if name == "outcome" else word) for name, word in one.words)
        yield evolve(one, words=told) if at in lost else one


def _leads(scene: Scene, index: int) -> Iterator[Lead]:
    """The lead-ins of a block: one that opens it, else one of each of its sentences."""
    text = scene.text(index)
    heading = scene.document.blocks[index].kind is BlockKind.HEADING
    if DATE_LINE.match(text):
        return
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
        or capital_lead(scene, index, start, stop)
        or motion_lead(scene, index, start, stop)
        or moved_lead(scene, index, start, stop)
        or declining_lead(scene, index, start, stop)
        or bodied_lead(scene, index, start, stop)
        or agreed_lead(scene, index, start, stop)
        or earlier_lead(scene, index, start, stop)
        or requesting_lead(scene, index, start, stop)
        or (asking_lead(scene, index, start, stop) if asks else None)
        or subjunctive_lead(scene, index, start, stop)
        or outcome_word(scene, index, start, stop)
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
    if words and not (members and (short or names_body)) and not MINUTES.search(content):
        found.extend(decision_at(scene, index, part, told, when) for part, told in _parts(scene, text, lead))
        if lead.rule in ("decision.lead", "decision.profile_lead"):
            taken.add(index)
    elif names_body and lead.body is None:
        lead = evolve(lead, body=words)
    for member in members:
        if member in taken:
            continue
        inner = _inner(scene, member)
        if inner is not None:
            taken.add(member)
            _hang(scene, member, inner, found, taken)
            continue
        taken.update((member, *scene.follows.get(member, ())))
        if not MINUTES.search(scene.text(member)):
            whole = (0, len(scene.text(member)))
            found.append(decision_at(scene, member, whole, lead, when, hangs_on=index))


def _inner(scene: Scene, member: int) -> Lead | None:
    """The lead-in that an item is itself, over a list of its own: "5.1 Members are asked to:" below "Recommendations"."""
    text = scene.text(member)
    if not scene.follows.get(member) or not text.rstrip().endswith((":", ":-", "-")):
        return None
    return _lead_of_sentence(scene, member, 0, len(text)) or opening_lead(scene, member, 0, len(text))


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
            words = scene.text(after)
            opens_list = words.rstrip().endswith(":")
            told = not opens_list and (blocks[index].kind is not BlockKind.HEADING or bool(_PROPOSES.match(words)))
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


def _parts(scene: Scene, text: str, lead: Lead) -> Iterator[tuple[tuple[int, int], Lead]]:
    """The stretches of what a lead-in says itself: numbered parts in the line, what a body decided beside it, else all of it."""
    marks = list(_NUMBER.finditer(text, lead.end, lead.stop))
    if len(marks) >= 2 and marks[0].group("number").casefold() in ("1", "i", "a"):
        for at, mark in enumerate(marks):
            yield (mark.end(), marks[at + 1].start() if at + 1 < len(marks) else lead.stop), lead
        return
    spoken = lead.rule not in ("decision.lead", "decision.profile_lead", "decision.word", "decision.body_line")
    cut = text.find(", which ", lead.end, lead.stop) if lead.rule == "decision.asked" else -1
    start, stop = lead.start if spoken else lead.end, cut if cut > 0 else lead.stop
    for end, begins, told in _beside(scene, text, lead, stop):
        yield (start, end), lead
        start, lead = begins, told
    yield (start, stop), lead


def _beside(scene: Scene, text: str, lead: Lead, stop: int) -> Iterator[tuple[int, int, Lead]]:
    """Where a body decides something else in the same sentence: "agreed to look again and asked that the Member attend"."""
    if lead.rule == "decision.asked":
        for found in _AND_TO.finditer(text, lead.end, stop):
            yield found.start(), found.end(), lead
        return
    if lead.rule != "decision.body":
        return
    verbs = {**scene.vocabulary.words("requests"), **scene.vocabulary.words("decides")}
    for found in _AND_VERB.finditer(text, lead.end, stop):
        outcome = verbs.get(found.group("verb").casefold())
        if outcome:
            yield found.start(), found.start("verb"), evolve(lead, outcome=outcome)


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
        yield decision_at(scene, index, (status.start("status"), status.end()), lead, None)
