"""Lists of work and of aims: what a lead-in makes of the bullets below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.dues import timing_of
from cstrack.recognition.scene import heading_words
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cstrack.facts.statement import Statement
    from cstrack.recognition.dues import Timing
    from cstrack.recognition.scene import Scene

_DOING = pattern(
    "recognition.lists.doing",
    r"\b(?:addressed|delivered|implemented|completed|undertaken|taken[ ]forward|put[ ]in[ ]place|carried[ ]out|introduced|made|progressed|achieved|rolled[ ]out|established|under[ ]way|underway|taking|agreed)\b",
    2,
)
_FUTURE = pattern("recognition.lists.future", r"\b(?:will|to[ ]be|are[ ]to|is[ ]to|planned|proposed|next)\b", 2)
_ONGOING = pattern(
    "recognition.lists.ongoing",
    r"\A(?:the[ ])?(?:ongoing|on-going|continuing|continued|continue|continuation|regular)\b",
    2,
)
_NOMINAL = pattern(
    "recognition.lists.nominal",
    r"""\A(?:the[ ]|a[ ]|an[ ]|further[ ]|continued[ ]|ongoing[ ]|on-going[ ]){0,3}(?:(?:development|creation|introduction|implementation|establishment|review|roll-?out|launch|expansion|delivery|redesign|appointment|recruitment|commissioning|re-?commissioning|procurement
    |production|publication|completion|overhaul|translation|extension|provision|investment|improvement|integration|consultation|training|transfer|closure|opening|restructure|restructuring|refresh|work|strengthening|formation|adoption|use|embedding|reduction|increase)\b|[A-Z][a-z]{2,18}ing\b|ongoing\b|on-going\b)""",
    2,
)
#: Lead-ins that end in an auxiliary, so that each bullet goes on with the verb: "The service will:", "Since May we have:".
_UNDERTAKES = pattern(
    "recognition.lists.undertakes",
    r"""\b(?:(?P<planned>will(?:[ ](?:now|also|therefore))?|shall|(?:has|have)[ ](?:agreed|committed|undertaken)[ ]to|plans?[ ]to|intends?[ ]to|is[ ]to|are[ ]to|going[ ]to|proposes?[ ]to|due[ ]to)
    |(?P<done>has|have)|(?P<going>is|are)(?:[ ](?:now|also|currently|already)){0,2})[ ]?(?::-?|-)\Z""",
    2,
)
_NO_WORK = pattern(
    "recognition.lists.no_work",
    r"\b(?:aims?|purpose|role|responsib|functions?|duty|duties|priorit|objectives?|reasons?|risks?|challenges?|figures?|following|asked|reminded|cost|criteria|must|needs?|should)",
    2,
)
_LIST_WORD = pattern("recognition.lists.word", r"[A-Za-z][A-Za-z-]{2,20}")
_COPULA = pattern(
    "recognition.lists.copula",
    r"\b(?:is|are|were|include|includes|included|as[ ]follows|the[ ]following|following|to|comprise|comprises|has|have|sets?[ ]out|contains?|based[ ]on|built[ ](?:on|around)|organised|grouped|namely|summarised|identified|agreed|set|focus(?:ed|es)?[ ]on)\b",
    2,
)


@final
@frozen(kw_only=True)
class Listing:
    """A list of bullets and what its lead-in makes of them.

    Attributes:
        lead: index of the block that introduces it; None where only the heading does.
        members: its bullets, in order.
        kind: ``action``, ``objective`` or ``concern``.
        word: the word that tells: "priorities", "changes".
        status: lifecycle of its actions; None where nothing is said.
        directs: its bullets may be bare instructions: "Publish the strategy".
    """

    lead: int | None
    members: tuple[int, ...]
    kind: str
    word: str
    status: str | None = None
    directs: bool = False


def listings(scene: Scene) -> tuple[Listing, ...]:
    """The lists of a paper whose lead-in or heading tells what their bullets are."""
    found: list[Listing] = []
    for lead, members in _lists(scene):
        told = _told(scene, lead, members)
        if told is not None:
            found.append(told)
    return tuple(found)


def _lists(scene: Scene) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """Runs of bullets or lettered clauses with the block before them."""
    blocks = scene.document.blocks
    index = 0
    while index < len(blocks):
        if not _is_member(scene, index):
            index += 1
            continue
        first, lead = index, blocks[index].lead
        while index < len(blocks) and _is_member(scene, index) and blocks[index].lead == lead:
            index += 1
        before = (
            lead
            if lead is not None
            else first - 1
            if first and blocks[first - 1].kind is not BlockKind.HEADING
            else None
        )
        yield before, tuple(range(first, index))


#: Blocks below a heading in which a lead-in is still its own.
_NEAR_HEADING = 3
#: Characters of a numbered clause that can be one entry of a list.
_SHORT = 160


def _is_member(scene: Scene, index: int) -> bool:
    block = scene.document.blocks[index]
    if block.kind is BlockKind.CLAUSE and block.lead is None:
        return scene.sections[index] in ("actions", "objectives") and len(scene.text(index)) < _SHORT
    return block.kind in (BlockKind.BULLET, BlockKind.CLAUSE)


def _told(scene: Scene, lead: int | None, members: tuple[int, ...]) -> Listing | None:
    section = scene.sections[members[0]]
    words = scene.vocabulary.words("list")
    if lead is None:
        kind = {"actions": "action", "objectives": "objective"}.get(section)
        if kind is None:
            return None
        status = "planned" if kind == "action" else None
        return Listing(lead=None, members=members, kind=kind, word=section, status=status, directs=kind == "action")
    text = _last_sentence(scene, lead)
    titled = scene.vocabulary.words("section").get(heading_words(scene.text(lead))) == "actions"
    introduces = (
        titled or text.rstrip().endswith((":", ":-", "-")) or scene.document.blocks[members[0]].lead is not None
    )
    found = _list_word(text, words)
    doing = _DOING.search(text)
    if found is None and doing and introduces and "following" in text.casefold():
        found = ("following", "action")
    undertakes = _UNDERTAKES.search(text) if introduces and found is None else None
    if undertakes and not _NO_WORK.search(text):
        status = (
            "planned" if undertakes.group("planned") else "in_progress" if undertakes.group("going") else "completed"
        )
        return Listing(lead=lead, members=members, kind="action", word="undertaking", status=status, directs=True)
    if found is None:
        return _by_heading(scene, lead, members) if introduces else None
    word, kind = found
    if kind == "concern":
        return Listing(lead=lead, members=members, kind=kind, word=word) if introduces else None
    headed = scene.document.blocks[lead].kind is BlockKind.HEADING and section == "objectives"
    if kind == "objective" and not doing and introduces and (headed or _COPULA.search(text)):
        return Listing(lead=lead, members=members, kind="objective", word=word)
    if not doing and not (introduces and kind == "action"):
        return None
    if kind == "objective":
        return Listing(lead=lead, members=members, kind="action", word=word, status="in_progress")
    status = _list_status(text)
    return Listing(
        lead=lead, members=members, kind="action", word=word, status=status, directs=introduces and status == "planned"
    )


def _by_heading(scene: Scene, lead: int, members: tuple[int, ...]) -> Listing | None:
    """A list that only its heading names, behind a sentence that says how many: "Priorities" and "The Board has settled on four:"."""
    section, heading = scene.sections[members[0]], scene.document.blocks[lead].heading
    if section == "actions" and scene.vocabulary.words("section").get(heading_words(scene.text(lead))) == section:
        return Listing(lead=None, members=members, kind="action", word=section, status="planned", directs=True)
    near = heading is not None and lead - heading <= _NEAR_HEADING
    if section != "objectives" or not near or scene.document.blocks[lead].kind is BlockKind.HEADING:
        return None
    if scene.between(lead, 0, 4):
        return None  # "By March 2027:" dates targets, and names no aims
    return Listing(lead=lead, members=members, kind="objective", word="objectives")


def _list_status(text: str) -> str | None:
    if _FUTURE.search(text):
        return "planned"
    return (
        "completed"
        if any(past in text for past in (" have been ", " were ", " has been ", " was ", " have "))
        else None
    )


def _list_word(text: str, words: Mapping[str, str]) -> tuple[str, str] | None:
    """The word of a lead-in that tells what its list holds, with what that is; aims go before work, and matters raised come last."""
    near = (match.group().casefold() for match in _LIST_WORD.finditer(text[-400:]))
    found = [(word, words[word]) for word in near if word in words]
    if not found:
        said = text[-400:].casefold()
        found = [
            (phrase, kind) for phrase, kind in words.items() if kind == "concern" and " " in phrase and phrase in said
        ]
    return next((one for one in found if one[1] == "objective"), found[0] if found else None)


def _last_sentence(scene: Scene, index: int) -> str:
    sentences = scene.sentences.get(index, ())
    text = scene.text(index)
    return text[sentences[-1].start : sentences[-1].end] if sentences else text


def list_actions(scene: Scene, listing: Listing) -> Iterator[Statement]:
    """The pieces of work that a list names by its bullets' bold or nominal openings: "**Implementation of a single assessment.**"."""
    inherited = _inherited(scene, listing)
    for order, index in enumerate(listing.members, 1):
        end = _title_end(scene, index, listing)
        text = scene.text(index)
        if end is None:
            continue
        own = timing_of(scene, index, 0, end, listing.status or "planned")
        status = "in_progress" if _ONGOING.match(text) else listing.status
        yield scene.statement(
            StatementKind.ACTION,
            index,
            0,
            end,
            "action.listed",
            (
                ("status", status or "unknown"),
                ("firmness", "aimed" if inherited and inherited.due else "committed"),
                ("order", str(order)),
                ("due_event", own.due_event),
                ("recurrence", own.recurrence),
                ("depends_on", own.depends_on),
            ),
            due=own.due or (inherited.due if inherited else None),
            lead=listing.lead,
            marks=own.marks or (inherited.marks if inherited else ()),
            inferred=("due",) if inherited and inherited.due and not own.due else (),
        )


def _inherited(scene: Scene, listing: Listing) -> Timing | None:
    """The date that the lead-in's last sentence sets for all."""
    if listing.lead is None:
        return None
    sentences = scene.sentences.get(listing.lead, ())
    if not sentences:
        return None
    return timing_of(scene, listing.lead, sentences[-1].start, sentences[-1].end, "planned")


def _is_imperative(scene: Scene, text: str) -> bool:
    """Whether a bullet opens with the base form of a verb of work: "Publish the strategy"."""
    word = text.split(" ", 1)[0]
    return word[:1].isupper() and scene.lexicon.classes.get(word.casefold()) in ("deed", "event", "outcome")


def _goes_on(scene: Scene, text: str, status: str | None) -> bool:
    """Whether a bullet goes on with the verb that its lead-in began: "publish a strategy", "appointed a head", "recruiting carers"."""
    word = text.split(" ", 1)[0].strip(",").casefold()
    lexicon = scene.lexicon
    lemma = {"planned": lexicon.bases, "completed": lexicon.participles, "in_progress": lexicon.gerunds}.get(
        status or "", {}
    ).get(word)
    return lexicon.classes.get(lemma or "") in ("deed", "event", "outcome")


def _title_end(scene: Scene, index: int, listing: Listing) -> int | None:
    """Where the opening that names the work ends; None where the bullet opens with no such name."""
    text = scene.text(index)
    first = scene.document.blocks[index].pieces[0].start
    bold = scene.document.text.startswith(("**", "__"), first)
    nominal = _NOMINAL.match(text)
    told = listing.directs and (_is_imperative(scene, text) or _goes_on(scene, text, listing.status))
    if listing.word == "undertaking" and not told:
        return None
    if not bold and not nominal and not told:
        return None
    sentences = scene.sentences.get(index, ())
    end = sentences[0].end if sentences else len(text)
    return end if end <= 300 else None
