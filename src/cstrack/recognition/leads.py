"""Lead-ins of decisions: "RESOLVED: That", "The Cabinet agreed to:", "Members are asked to", and what each makes of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.bodies import body_before, is_body, is_officer
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.scene import Scene


@final
@frozen(kw_only=True)
class Lead:
    """A lead-in.

    Attributes:
        outcome: what becomes of its items: resolved, recommended, noted, deferred, referred, lost.
        start: where it begins in the block's plain text.
        end: where what is decided begins.
        stop: where its sentence ends.
        body: the body that decides, as printed; None where the lead-in names none.
        rule: name of the rule.
    """

    outcome: str
    start: int
    end: int
    stop: int
    body: str | None = None
    rule: str = ""


_OPENS = pattern(
    "recognition.leads.opens",
    r"""(?<![A-Za-z()])(?P<it>(?:therefore|accordingly|consequently)?,?[ ]?it[ ](?:was|is)[ ](?:then[ ]|therefore[ ]|unanimously[ ]|also[ ]|further[ ]|subsequently[ ])?)?
    (?P<words>[A-Za-z()]{4,20}(?:[ ][A-Za-z()]{4,14}){0,2}?)(?:[ ]?\(?unanimously\)?|[ ]?\(?nem\.?[ ]con\.?\)?)?
    (?:[ ](?P<whose>by[ ][^:;,.]{3,60}))?(?P<mark>[ ]?(?:[:.]-?|-)(?=[ ]|\Z)|,(?=[ ]that\b)|[ ](?=(?:that|to)\b)|(?=[ ]?\()|(?=[ ]?\Z))""",
    2,
)
_VERB = pattern(
    "recognition.leads.verb",
    r"""\b(?:unanimously[ ]|formally[ ]|also[ ]|then[ ]|further[ ])?
    (?P<verb>resolved|agreed|approved|endorsed|noted|recommended|decided|deferred|referred|adopted|ratified|rejected|authorised|determined|recommends(?=[ ]that\b))
    (?P<colon>:-?(?=[ ]|\Z))?(?:[ ](?P<next>to\b|that\b|the\b|an?\b|this\b|these\b|its\b|all\b|option\b|up\b|in\b|[0-9£]|both\b|unanimously\b))?""",
    2,
)
_ASKED = pattern(
    "recognition.leads.asked",
    r"\b(?:is|are|was|were|be)[ ](?:therefore[ ]|also[ ]|now[ ])?(?:asked|invited|recommended|requested)[ ](?:to|that)\b",
    2,
)
_THAT_BODY = pattern(
    "recognition.leads.that_body",
    r"""[Tt]hat[ ](?P<body>(?:the[ ])?[A-Z][A-Za-z'&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z'&-]{1,20})){0,6})(?P<colon>:)?
    (?:[ ](?P<verb>[a-z-]{3,14})\b)?""",
)
_SUBJUNCTIVE = pattern(
    "recognition.leads.subjunctive",
    r"That[,]?[ ](?:[^.;]{0,300}?[ ])??be[ ](?:duly[ ]|also[ ])?(?:[a-z]{3,18}ed|given|brought|made|sent|held|taken|put|set)\b",
)
_DEONTIC = pattern(
    "recognition.leads.deontic",
    r"\b(?:be|should|must|shall)\b|\bwould[ ](?:be[ ]|also[ ]|now[ ])?(?!impact|be\b|have|improve|increase|reduce|help|remain|mean|lead|continue|affect|need|require|benefit|cause)[a-z]{3,}",
    2,
)

#: Verbs of a decision and what becomes of the thing.
OUTCOMES = {
    "resolved": "resolved", "agreed": "resolved", "approved": "resolved", "endorsed": "resolved", "decided": "resolved",
    "adopted": "resolved", "ratified": "resolved", "authorised": "resolved", "determined": "resolved", "carried": "resolved",
    "accepted": "resolved", "supported": "resolved", "recommends": "recommended", "noted": "noted", "received": "noted", "recommended": "recommended",
    "deferred": "deferred", "adjourned": "deferred", "referred": "referred", "lost": "lost", "rejected": "lost", "defeated": "lost",
    "refused": "lost", "fell": "lost", "withdrawn": "lost",
}  # fmt: skip

_PROPOSING = word_set("""endorse endorses note notes approve approves agree agrees consider considers recommend recommends receive receives support supports
    comment comments review reviews delegate delegates authorise authorises adopt adopts scrutinise scrutinises accept accepts confirm
    confirms determine refer defer welcome challenge make provide give appoint request""")
#: Past forms that open the items of a body's list: "Cabinet: 1. Approved the creation".
_DECIDED = (*OUTCOMES, "delegated", "considered", "requested", "instructed", "appointed", "thanked", "welcomed")


def opening_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """The lead-in that opens a stretch of a block: "RESOLVED: That", "It was agreed that", "Recommended -".

    Args:
        scene: the paper; its profile's lead-ins go before the core's.
        block: index of the block.
        start: where the stretch begins in the block's plain text.
        stop: where it ends.

    Returns:
        The lead-in, or None where the words open none.
    """
    text = scene.text(block)
    for own, becomes in scene.profile.leads.items():
        if text[start:stop].casefold().startswith(own.casefold()):
            return Lead(outcome=becomes, start=start, end=start + len(own), stop=stop, rule="decision.profile_lead")
    opened = _OPENS.match(text, start, stop)
    if opened is None:
        return None
    words, mark = opened.group("words"), opened.group("mark").strip()
    outcome = scene.vocabulary.words("lead").get(words.casefold())
    marked = mark in (":", ":-", "-", ",") or opened.end() >= stop
    firm = words.casefold() in ("resolved", "recommended", "decided") or text[:stop].rstrip().endswith(":")
    firm = firm or text.startswith(("to ", " to "), opened.end())
    spoken = bool(opened.group("it")) and (firm or bool(_DEONTIC.search(text, opened.end(), stop)))
    if outcome is None or not (marked or words.isupper() or spoken) or (mark == "." and not words.isupper()):
        return None
    whose = opened.group("whose")
    return Lead(
        outcome=outcome,
        start=start,
        end=opened.end(),
        stop=stop,
        body=whose[3:] if whose else None,
        rule="decision.lead",
    )


def body_line(scene: Scene, block: int) -> Lead | None:
    """A line that only names a body, over items that say what it did: "Cabinet:" and "1. Approved the creation"."""
    text = scene.text(block)
    members = scene.follows.get(block, ())
    if not members or len(text) > 80 or not text.endswith(":") or not is_body(scene, text[:-1]):
        return None
    if scene.text(members[0]).split(" ", 1)[0].casefold() not in _DECIDED:
        return None
    return Lead(
        outcome="resolved", start=0, end=len(text), stop=len(text), body=text[:-1].strip(), rule="decision.body_line"
    )


def bodied_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A body that decides in a sentence: "The Cabinet agreed to", "on 30 October the Council agreed".

    Args:
        scene: the paper.
        block: index of the block.
        start: where the sentence begins in the block's plain text.
        stop: where it ends.

    Returns:
        The lead-in, or None.
    """
    text = scene.text(block)
    formal = scene.sections[block] == "decisions" or text[:stop].rstrip().endswith((":", ":-"))
    for found in _VERB.finditer(text, start, stop):
        if not (found.group("colon") or found.group("next") or formal):
            continue
        body = body_before(scene, text[start : found.start()])
        if body is None or (is_officer(scene, body) and not formal):
            continue
        told = (
            formal
            or found.group("verb").isupper()
            or _decides(found.group("verb"), found.group("next") or "", text[found.end() : stop])
        )
        if told:
            begins = start + text[start : found.start()].rfind(body)
            return Lead(
                outcome=OUTCOMES[found.group("verb").casefold()],
                start=_clause_start(text, start, begins),
                end=found.end("verb"),
                stop=stop,
                body=body,
                rule="decision.body",
            )
    return None


def _decides(verb: str, following: str, rest: str) -> bool:
    """Whether a body's verb resolves something, rather than tells of a discussion."""
    if following.casefold() == "that":
        return (
            verb.casefold() in ("resolved", "decided", "recommended", "recommends")
            or " be " in rest[:160]
            or " should " in rest[:160]
        )
    return verb.casefold() != "referred" or following.casefold() in ("the", "this")


def asking_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a paper asks of a body: "The Panel is asked to consider", "That Members endorse".

    Args:
        scene: the paper.
        block: index of the block.
        start: where the sentence begins in the block's plain text.
        stop: where it ends.

    Returns:
        The lead-in, or None.
    """
    text = scene.text(block)
    asked = _ASKED.search(text, start, stop)
    body = body_before(scene, text[start : asked.start()]) if asked else None
    if asked and body is not None:
        return Lead(outcome="recommended", start=start, end=asked.end(), stop=stop, body=body, rule="decision.asked")
    that = _THAT_BODY.match(text, start, stop)
    if that is None or not is_body(scene, that.group("body")):
        return None
    if not (that.group("colon") or that.group("verb") in _PROPOSING):
        return None
    return Lead(
        outcome="resolved" if scene.sections[block] == "decisions" else "recommended",
        start=start,
        end=that.end("colon") if that.group("colon") else that.end("body"),
        stop=stop,
        body=that.group("body"),
        rule="decision.that_body",
    )


def outcome_word(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A word that tells the outcome by itself, among decisions: "Approved.", "Deferred to the next meeting."."""
    if start or scene.sections[block] != "decisions":
        return None
    word = scene.text(block)[start:stop].split(" ", 1)[0].strip(".,:;|").casefold()
    outcome = OUTCOMES.get(word)
    return Lead(outcome=outcome, start=0, end=0, stop=stop, rule="decision.word") if outcome else None


def subjunctive_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A resolution whose lead-in the page has lost: "That the report be noted."."""
    if not _SUBJUNCTIVE.match(scene.text(block), start, stop):
        return None
    section = scene.sections[block]
    outcome = (
        "recommended" if section == "recommendations" or not (scene.reported or section == "decisions") else "resolved"
    )
    return Lead(outcome=outcome, start=start, end=start, stop=stop, rule="decision.that")


def _clause_start(text: str, start: int, at: int) -> int:
    for mark in (" - ", "; ", ": "):
        cut = text.rfind(mark, start, at)
        if cut >= 0:
            start = cut + len(mark)
    return start
