"""What bodies decided, noted or are asked to decide, with the lead-in each hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.leads import OUTCOMES, Lead, asking_lead, is_body, bodied_lead, opening_lead
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene
    from cstrack.values.period import Period

_ITEM = pattern(
    "recognition.decisions.item", r"(?:(?<=[ ;:,-])|\A)\(?(?P<number>[0-9]{1,2}|[ivx]{1,5}|[a-h])\)[ ](?=[A-Za-z£])", 2
)
_MINE = pattern(
    "recognition.decisions.mover",
    r"[ ]?[(\[]?(?:(?:it[ ]was[ ])?(?:proposed|moved|seconded)[ ]by\b|proposer:|mover:|seconder:|on[ ]a[ ]vote\b|vote:|voting:|\([0-9]{1,3}[ ]?:[ ]?[0-9]{1,3}\)|\(?for:?[ ][0-9]{1,3}\b)",
    2,
)
_ITEM_VERB = pattern(
    "recognition.decisions.item_verb",
    r"""\A(?:that[ ])?(?:(?:the[ ])?(?:[A-Za-z'-]{2,20}[ ]){0,4}?)?(?:to[ ])?(?<!as[ ])(?P<first>notes?|noted|defers?|deferred|refers?|referred|recommends?|recommended|thanks?|receives?|received)\b
    |\b(?:be|is|are|was|were)[ ](?:duly[ ]|also[ ]|now[ ])?(?P<passive>noted|deferred|referred|received|withdrawn|rejected)\b""",
    2,
)
_THING = pattern(
    "recognition.decisions.thing",
    r"""\b(?:position|reports?|updates?|presentation|recommendations?|contents?|proposals?|motion|amendment|plan|strategy|paper|petition|budget|information|programme|decision|resolution|scheme|policy|business[ ]case|outturn|savings|funding|framework|actions?)\b
    (?:[ ][A-Za-z0-9'/&,-]{1,20}){0,8}?[ ](?:(?:was|were|is|are|has[ ]been|have[ ]been)[ ])?(?:duly[ ]|then[ ]|therefore[ ]|unanimously[ ]|also[ ]|subsequently[ ]|formally[ ])?
    (?P<verb>noted|approved|agreed|carried|lost|endorsed|deferred|adopted|referred|rejected|defeated|fell)\b""",
    2,
)
_STATUS_LINE = pattern(
    "recognition.decisions.status",
    r"(?:decision[ ])?status:[ ]?(?P<status>recommendations?[ ](?:approved|agreed|amended|rejected|noted)|approved|implemented|agreed)",
    2,
)
_MAKER = pattern("recognition.decisions.maker", r"decision[ ]maker:[ ]?(?P<maker>[^|]{3,100})", 2)
_DATED = pattern(
    "recognition.decisions.dated",
    r"(?:date[ ]of[ ](?:the[ ])?decision|decision[ ]date|date[ ]decision[ ]made|date[ ]taken|meeting(?:[ ]date)?|date[ ]of[ ]meeting):?[ ]?\Z",
    2,
)
_MEETS = pattern(
    "recognition.decisions.meets",
    r"\b(?:committee|panel|board|cabinet|council|commission|executive|forum|meeting|session|sub-committee|decision)\b",
    2,
)
#: Blocks at the top of a page that can say when its meeting was.
_TOP = 8
_PROPOSES = pattern("recognition.decisions.proposes", r"(?:that|to)[ ][a-z]", 2)
_MINUTES = pattern("recognition.decisions.minutes", r"\bminutes[ ](?:of|from|as|were|be)\b|\bcorrect[ ]record\b", 2)


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
        for lead in _leads(scene, index):
            _hang(scene, index, lead, found, taken)
        if index in taken:
            continue
        found.extend(_status_line(scene, index))
        if (
            approved
            and block.kind in (BlockKind.CLAUSE, BlockKind.BULLET)
            and not any(one.block == index for one in found)
        ):
            found.append(
                _decision(
                    scene,
                    index,
                    0,
                    len(scene.text(index)),
                    Lead(outcome="resolved", start=0, end=0, stop=0, rule="decision.approved_list"),
                    None,
                )
            )
            taken.add(index)
        elif not any(one.block == index for one in found):
            found.extend(_things(scene, index))
    return tuple(sorted(found, key=lambda one: (one.block, one.start))), frozenset(taken)


def _leads(scene: Scene, index: int) -> Iterator[Lead]:
    """The lead-ins of a block: one that opens it, else one of its sentences."""
    block, text = scene.document.blocks[index], scene.text(index)
    heading = block.kind is BlockKind.HEADING
    opened = opening_lead(scene, index, 0, len(text))
    if opened and not (heading and scene.follows.get(index) is None and opened.end < len(text)):
        inner = bodied_lead(scene, index, opened.end, len(text))
        short = inner and not text[inner.end : inner.stop].strip(" :-.").removeprefix("to").removeprefix("that")
        yield inner if inner and short else opened
        return
    if heading:
        return
    for sentence in scene.sentences.get(index, ()):
        lead = (
            (opening_lead(scene, index, sentence.start, sentence.end) if sentence.start else None)
            or bodied_lead(scene, index, sentence.start, sentence.end)
            or (asking_lead(scene, index, sentence.start, sentence.end) if _may_ask(scene, index) else None)
        )
        if lead:
            yield lead


def _may_ask(scene: Scene, index: int) -> bool:
    return scene.sections[index] not in ("background", "minutes")


def _hang(scene: Scene, index: int, lead: Lead, found: list[Statement], taken: set[int]) -> None:
    """Add what hangs on a lead-in: the words after it, and the items of its list."""
    text = scene.text(index)
    when = _when(scene, index, lead)
    content = text[lead.end : lead.stop]
    words = content.strip(" :.-").removeprefix("that").removeprefix("That").removeprefix("to").strip(" :.-")
    members = _members(scene, index, lead, bare=not words)
    heads_list = bool(members) and (
        (is_body(scene, words) and len(words) < 60) or content.rstrip().endswith((":", ":-", "-")) and len(words) < 110
    )
    body = lead
    if words and not heads_list and not _MINUTES.search(content):
        for start, end in _inline(text, lead):
            found.append(_decision(scene, index, start, end, lead, when))
        if lead.rule in ("decision.lead", "decision.profile_lead"):
            taken.add(index)
    elif words and heads_list and lead.body is None:
        body = Lead(outcome=lead.outcome, start=lead.start, end=lead.end, stop=lead.stop, body=words, rule=lead.rule)
    for member in members:
        if member in taken:
            continue
        taken.update(scene.follows.get(member, ()))
        taken.add(member)
        if not _MINUTES.search(scene.text(member)):
            found.append(_decision(scene, member, 0, len(scene.text(member)), body, when, hangs_on=index))


def _members(scene: Scene, index: int, lead: Lead, *, bare: bool) -> tuple[int, ...]:
    """The blocks that hang on a lead-in: the reader's list, else what follows a lead-in that says nothing itself."""
    blocks, text = scene.document.blocks, scene.text(index)
    if lead.stop < len(text) - 1:
        return ()
    listed = scene.follows.get(index, ())
    if listed or not (bare or text.rstrip().endswith((":", ":-", "-"))):
        return listed
    found: list[int] = []
    for after in range(index + 1, len(blocks)):
        kind = blocks[after].kind
        if kind in (BlockKind.CLAUSE, BlockKind.BULLET):
            found.append(after)
        elif kind is BlockKind.PARAGRAPH and not found and bare:
            heading = blocks[index].kind is BlockKind.HEADING
            return (after,) if not heading or _PROPOSES.match(scene.text(after)) else ()
        else:
            break
    return tuple(found)


def _inline(text: str, lead: Lead) -> Iterator[tuple[int, int]]:
    """The stretches of what a lead-in says itself: numbered parts in the line, else all of it."""
    marks = [found for found in _ITEM.finditer(text, lead.end, lead.stop)]
    whole = lead.start if lead.rule in ("decision.body", "decision.asked", "decision.that_body") else lead.end
    if len(marks) < 2 or marks[0].group("number") not in ("1", "i", "a", "I", "A"):
        cut = text.find(", which ", lead.end, lead.stop) if lead.rule == "decision.asked" else -1
        yield whole, cut if cut > 0 else lead.stop
        return
    edges = [found.end() for found in marks]
    for at, start in enumerate(edges):
        yield start, marks[at + 1].start() if at + 1 < len(marks) else lead.stop


def _decision(
    scene: Scene,
    index: int,
    start: int,
    end: int,
    lead: Lead,
    when: PeriodMention | None,
    *,
    hangs_on: int | None = None,
) -> Statement:
    text = scene.text(index)
    mover = _MINE.search(text, start, end)
    end = mover.start() if mover and mover.start() > start + 12 else end
    outcome = _outcome(text[start:end].strip(), lead.outcome)
    on, marks = _day(scene, when, outcome)
    label = scene.document.blocks[index].label
    printed = (
        None
        if hangs_on is None
        else scene.text(hangs_on)[lead.start : lead.end + 8 if lead.body is None else lead.stop]
    )
    return scene.statement(
        StatementKind.DECISION,
        index,
        start,
        end,
        lead.rule,
        (
            ("outcome", outcome),
            ("body", lead.body or _maker(scene)),
            ("number", label.strip("(). ") if label and hangs_on is not None else None),
            (
                "lead",
                printed.strip(" :-") if printed else scene.text(index)[lead.start : lead.end].strip(" :-") or None,
            ),
        ),
        on=on,
        lead=hangs_on,
        marks=marks,
    )


def _outcome(words: str, lead: str) -> str:
    """What becomes of one item: its own verb goes before its lead-in's, but what is recommended stays recommended."""
    if lead in ("recommended", "lost", "deferred", "referred"):
        return lead
    verb = _ITEM_VERB.search(words)
    if verb is None:
        return lead
    told = (verb.group("first") or verb.group("passive")).casefold()
    told = {"note": "noted", "notes": "noted", "receive": "noted", "receives": "noted", "defer": "deferred", "defers": "deferred",
            "refer": "referred", "refers": "referred", "recommend": "recommended", "recommends": "recommended"}.get(told, told)  # fmt: skip
    return OUTCOMES.get(told, lead)


def _when(scene: Scene, index: int, lead: Lead) -> PeriodMention | None:
    """The day a lead-in names: "on October 30th the Council agreed"."""
    days = [
        one for one in scene.between(index, max(0, lead.start - 40), lead.stop) if one.period.kind is PeriodKind.DAY
    ]
    return next((one for one in days if one.start <= lead.end or lead.rule == "decision.thing"), None)


def _day(scene: Scene, when: PeriodMention | None, outcome: str) -> tuple[Period | None, tuple]:  # type: ignore[type-arg]
    if when is not None:
        return when.period, (when.span,)
    if outcome == "recommended":
        return None, ()
    for index in range(len(scene.plains)):
        for mention in scene.periods.get(index, ()):
            if mention.period.kind is PeriodKind.DAY and _DATED.search(scene.text(index)[: mention.start]):
                return mention.period, (mention.span,)
    if scene.head.date_basis == "head" and scene.reported:
        return scene.head.date, ()
    met = _meeting_line(scene)
    return (met.period, (met.span,)) if met else (None, ())


def _meeting_line(scene: Scene) -> PeriodMention | None:
    """The day that a line at the top gives for the meeting: "Scrutiny Committee, Tuesday, 14 June 2022 6.30 pm"."""
    for index in range(min(len(scene.plains), _TOP)):
        text = scene.text(index)
        days = [one for one in scene.periods.get(index, ()) if one.period.kind is PeriodKind.DAY]
        if days and len(text) < 160 and text[-1:] not in ".;" and _MEETS.search(text):
            return days[0]
    return None


def _maker(scene: Scene) -> str | None:
    for index in range(min(len(scene.plains), 12)):
        maker = _MAKER.search(scene.text(index))
        if maker:
            return maker.group("maker").strip()
    return scene.head.body


def _approved(scene: Scene) -> bool:
    """The page says that the recommendations it lists were approved."""
    return any(_STATUS_LINE.match(plain.text) for plain in scene.plains[:15]) and not any(
        opening_lead(scene, index, 0, len(plain.text)) for index, plain in enumerate(scene.plains)
    )


def _status_line(scene: Scene, index: int) -> Iterator[Statement]:
    status = _STATUS_LINE.match(scene.text(index))
    if status:
        told = status.group("status").casefold()
        outcome = "lost" if "rejected" in told else "noted" if "noted" in told else "resolved"
        lead = Lead(outcome=outcome, start=0, end=0, stop=0, rule="decision.status")
        yield _decision(scene, index, status.start("status"), status.end(), lead, None)


def _things(scene: Scene, index: int) -> Iterator[Statement]:
    """Decisions told in the passive: "The position was noted", "strategy approved on 17 September", "the motion was lost"."""
    if scene.document.blocks[index].kind is BlockKind.HEADING:
        return
    text = scene.text(index)
    for sentence in scene.sentences.get(index, ()):
        thing = _THING.search(text, sentence.start, sentence.end)
        if (
            thing is None
            or len(text[sentence.start : sentence.end].split()) > 30
            or _MINUTES.search(text, sentence.start, sentence.end)
        ):
            continue
        lead = Lead(
            outcome=OUTCOMES[thing.group("verb").casefold()],
            start=sentence.start,
            end=thing.end(),
            stop=sentence.end,
            rule="decision.thing",
        )
        when = _when(scene, index, lead)
        voted = thing.group("verb").casefold() in ("lost", "carried", "defeated", "fell")
        if when is None and not voted and not scene.reported and scene.sections[index] != "decisions":
            continue
        colon = text.rfind(": ", sentence.start, thing.start())
        begin = colon + 2 if colon >= 0 else sentence.start
        yield _decision(scene, index, begin, sentence.end, lead, when)
