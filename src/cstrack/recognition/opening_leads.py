"""Lead-ins that stand by themselves: "RESOLVED: That", "It was agreed that", "Recommendation to Cabinet", a body's name over what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.bodies import body_of, is_body
from cstrack.recognition.leads import Lead, outcomes
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.scene import Scene

_OPENS = pattern(
    "recognition.opening_leads.opens",
    r"""(?<![A-Za-z()])(?P<it>(?:therefore|accordingly|consequently)?,?[ ]?it[ ](?:was|is)[ ](?:then[ ]|therefore[ ]|unanimously[ ]|also[ ]|further[ ]|subsequently[ ])?)?
    (?P<words>[A-Za-z()]{4,20}(?:[ ][A-Za-z()]{4,14}){0,2}?)(?P<number>[ ][0-9]{1,2})?(?:[ ]?\(?unanimously\)?|[ ]?\(?nem\.?[ ]con\.?\)?)?
    (?:[ ](?P<whose>(?:by|of)[ ][^:;,.]{3,60}))?(?P<mark>[ ]?(?:[:.]-?|-)(?=[ ]|\Z)|,(?=[ ]that\b)|[ ](?=(?:that|to)\b)|(?=[ ]?\()|(?=[ ]?\Z))""",
    2,
)
#: To whom something is recommended: "Recommendation to Cabinet", "RECOMMENDED to Council that".
_TO_BODY = pattern(
    "recognition.opening_leads.to_body",
    r"""(?P<words>[A-Za-z()]{6,20}):?[ ]to[ ](?P<body>(?:the[ ])?[A-Z][A-Za-z'&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z'&-]{1,20})){0,6})
    (?P<mark>[ ]?(?::-?|-)?(?=[ ]|\Z))(?:[ ]?(?=that\b))?""",
)
#: A verb of deciding in capitals within a sentence: "It was moved, seconded and RESOLVED that".
_CAPITALS = pattern(
    "recognition.opening_leads.capitals",
    r"(?:\band|,|\bwas|\bwere|\bthen|\bthereupon|\baccordingly|\bduly|\bfurther|\bunanimously)[ ](?P<words>[A-Z]{5,12})(?:[ ]unanimously)?(?:[ ]?(?::-?|-))?(?=[ ]|\Z)(?:[ ](?=(?:that|to)\b))?",
)
#: Lines of a page that give a date and no decision.
DATE_LINE = pattern(
    "recognition.opening_leads.date_line",
    r"(?:decided[ ]at[ ]meeting|date[ ]of[ ](?:the[ ])?(?:decision|meeting)|decision[ ](?:date|made|taken|due|status|maker|type|number|reference)|agreed[ ]on)\b[^:]{0,30}:",
    2,
)
_DEONTIC = pattern(
    "recognition.opening_leads.deontic",
    r"\b(?:be|should|must|shall)\b|\bwould[ ](?:be[ ]|also[ ]|now[ ])?(?!impact|be\b|have|improve|increase|reduce|help|remain|mean|lead|continue|affect|need|require|benefit|cause)[a-z]{3,}",
    2,
)

#: Verbs that tell how things are: what was "agreed that" they are so is no resolution.
_TELLS = pattern("recognition.opening_leads.tells", r"\b(?:is|are|was|were|has|had|have|would|will|could)\b", 2)
#: Past forms that open the items of a body's list and decide nothing elsewhere: "Cabinet: 1. Thanked the carers".
_DECIDED = word_set("delegated considered requested instructed appointed thanked welcomed asked")


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
    if DATE_LINE.match(text, start, stop):
        return None
    addressed = _to_body(scene, text, start, stop)
    opened = None if addressed else _OPENS.match(text, start, stop)
    if opened is None:
        return addressed
    words, mark = opened.group("words"), opened.group("mark").strip()
    outcome = scene.vocabulary.words("lead").get(words.casefold())
    marked = mark in (":", ":-", "-", ",") or opened.end() >= stop
    firm = words.casefold() in ("resolved", "recommended", "decided") or text[:stop].rstrip().endswith(":")
    firm = firm or text.startswith(("to ", " to "), opened.end())
    opens = words[:1].isupper() and text.startswith(("that ", "to ", " that ", " to "), opened.end())
    binds = _DEONTIC.search(text, opened.end(), stop) or (opens and not _TELLS.search(text, opened.end(), stop))
    spoken = bool(opened.group("it") or opens) and (firm or bool(binds))
    if opened.group("number") and not text[opened.end() : stop].lstrip().casefold().startswith(("that ", "to ")):
        return None
    if outcome is None or not (marked or words.isupper() or spoken) or (mark == "." and not words.isupper()):
        return None
    whose = opened.group("whose")
    if whose and whose.startswith("of ") and (outcome == "recommended" or not is_body(scene, whose[3:])):
        return None  # what a review recommends is no decision of the meeting
    return _lead(outcome, start, opened.end(), stop, whose[3:] if whose else None)


def _lead(outcome: str, start: int, end: int, stop: int, body: str | None = None) -> Lead:
    return Lead(outcome=outcome, start=start, end=end, stop=stop, body=body, rule="decision.lead")


def _to_body(scene: Scene, text: str, start: int, stop: int) -> Lead | None:
    """A recommendation with the body it goes to, over what is recommended or before it."""
    found = _TO_BODY.match(text, start, stop)
    outcome = scene.vocabulary.words("lead").get(found.group("words").casefold()) if found else None
    if found is None or outcome != "recommended" or not is_body(scene, found.group("body")):
        return None
    told = found.group("mark").strip() or found.end() >= stop or text.startswith(("that ", " that "), found.end())
    return _lead(outcome, start, found.end(), stop) if told else None


def capital_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A verb of deciding in capitals behind mover and seconder: "It was moved, seconded and RESOLVED that".

    Args:
        scene: the paper.
        block: index of the block.
        start: where the sentence begins in the block's plain text.
        stop: where it ends.

    Returns:
        The lead-in, or None.
    """
    leads = scene.vocabulary.words("lead")
    for found in _CAPITALS.finditer(scene.text(block), start, stop):
        outcome = leads.get(found.group("words").casefold())
        if outcome is not None:
            return _lead(outcome, found.start("words"), found.end(), stop)
    return None


def body_line(scene: Scene, block: int) -> Lead | None:
    """A line that only names a body, over items that say what it did: "Cabinet:" and "1. Approved the creation"."""
    text = scene.text(block)
    members = scene.follows.get(block, ())
    if not members or len(text) > 80 or not text.endswith(":") or not is_body(scene, text[:-1]):
        return None
    opens = scene.text(members[0]).split(" ", 1)[0].casefold()
    if opens not in _DECIDED and opens not in outcomes(scene):
        return None
    body = body_of(scene, text[:-1].strip())
    return Lead(outcome="resolved", start=0, end=len(text), stop=len(text), body=body, rule="decision.body_line")
