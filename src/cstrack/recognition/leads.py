"""Lead-ins of decisions: "RESOLVED: That", "The Cabinet agreed to:", "Members are asked to", and what each makes of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.bodies import body_before, body_of, is_body, is_officer
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Mapping

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


_VERB = pattern(
    "recognition.leads.verb",
    r"""(?<![A-Za-z'-])(?P<verb>[A-Za-z]{5,12})(?P<colon>:-?(?=[ ]|\Z))?
    (?=(?:[ ](?P<next>to\b|that\b|the\b|an?\b|this\b|these\b|its\b|all\b|option\b|up\b|in\b|[0-9£]|both\b|unanimously\b|by[ ]|for\b))?)(?![A-Za-z'-])""",
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
_PROPOSING = word_set("""endorse endorses note notes approve approves agree agrees consider considers recommend recommends receive receives support supports
    comment comments review reviews delegate delegates authorise authorises adopt adopts scrutinise scrutinises accept accepts confirm
    confirms determine refer defer welcome challenge make provide give appoint request""")
#: Verbs that resolve whatever stands behind them, where a day is told: "Cabinet approved growth of £2m on 20 February".
_OUTRIGHT = frozenset({"approved", "adopted", "endorsed", "ratified", "authorised", "rejected"})
#: Verbs that tell more than a decision unless a certain word follows: "referred the matter", "voted to".
_PARTLY = {"referred": ("the", "this"), "voted": ("to", "for", "in", "unanimously", "by ")}


def outcomes(scene: Scene) -> Mapping[str, str]:
    """Past forms of the verbs of deciding and what becomes of the thing decided."""
    return {**scene.vocabulary.words("outcome"), **scene.vocabulary.words("decides")}


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
    verbs = scene.vocabulary.words("decides")
    aims = text[:stop].rstrip().endswith(":") and _names_aims(scene, block, text[start:stop])
    dated = any(one.period.kind is PeriodKind.DAY for one in scene.between(block, start, stop))
    for found in _VERB.finditer(text, start, stop):
        if found.group("verb").casefold() not in verbs:
            continue
        bare = dated and found.group("verb").casefold() in _OUTRIGHT
        if not (found.group("colon") or found.group("next") or formal or bare):
            continue
        ends = _before_date(scene, block, start, found.start())
        before = [one.end for one in scene.between(block, start, ends) if one.end <= ends]
        body = body_before(scene, text[max((start, *before)) : ends]) or _it(scene, text, start, found.start())
        if aims and (found.group("next") or "").casefold() not in ("to", "that"):
            return None
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
                outcome=verbs[found.group("verb").casefold()],
                start=_clause_start(text, start, begins),
                end=found.end("verb"),
                stop=stop,
                body=body,
                rule="decision.body",
            )
    return None


def _names_aims(scene: Scene, block: int, words: str) -> bool:
    """Whether a lead-in opens a list of aims, which no body decides on one by one: "has agreed five priorities:"."""
    listed = scene.vocabulary.words("list")
    told = any(listed.get(word.strip(".,:")) == "objective" for word in words.casefold().split())
    return told or scene.sections[block] == "objectives"


_IT = pattern("recognition.leads.it", r"(?:\bwhen|\bwhere|[,;]|\band)[ ]it[ ](?:also[ ]|then[ ])?\Z", 2)


def _it(scene: Scene, text: str, start: int, end: int) -> str | None:
    """The body that opens a sentence and is meant by "it": "The Committee last met on 14 March, when it resolved to"."""
    if not _IT.search(text, start, end):
        return None
    body = body_of(scene, text[start:end])
    return body if len(body) < end - start else None


_ON = pattern(
    "recognition.leads.on",
    r",?[ ](?:(?:at|in)[ ](?:its|the|their)[ ](?:[a-z]{3,12}[ ])?meeting[ ])?(?:held[ ])?(?:on|in|of)[ ](?:the[ ])?\Z",
    2,
)


def _before_date(scene: Scene, block: int, start: int, verb: int) -> int:
    """Where the words before a verb end when a date between body and verb is left out: "Full Council on 24 February approved"."""
    text = scene.text(block)
    ends = verb - 1 - (text[verb - 2 : verb] == ", ")
    mention = next((one for one in scene.between(block, start, verb) if one.end == ends), None)
    words = text[start : mention.start] if mention else ""
    on = _ON.search(words) or (_ON.search(words + text[mention.start : mention.start + 3]) if mention else None)
    return start + on.start() + 1 if on else verb


def _decides(verb: str, following: str, rest: str) -> bool:
    """Whether a body's verb resolves something, rather than tells of a discussion."""
    if following.casefold() == "that":
        return (
            verb.casefold() in ("resolved", "decided", "recommended", "recommends", "voted")
            or " be " in rest[:160]
            or " should " in rest[:160]
        )
    return verb.casefold() not in _PARTLY or following.casefold() in _PARTLY[verb.casefold()]


#: The present by which a motion decides: "This Council therefore resolves to".
_RESOLVES = pattern(
    "recognition.leads.resolves",
    r"""['"(]?(?P<body>(?:(?:[Tt]his|[Tt]he)[ ])?[A-Z][A-Za-z'&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z'&-]{1,20})){0,5})
    (?:[ ](?:therefore|further|also|now|hereby|formally)){0,2},?[ ](?P<verb>[A-Za-z]{4,10})(?P<mark>:-?|[ ](?=to\b|that\b|for\b|on\b|upon\b))""",
)


def motion_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a motion has a body decide: "This Council resolves to"; what it notes or believes is its reason."""
    found = _RESOLVES.match(scene.text(block), start, stop)
    outcome = scene.vocabulary.words("resolves").get(found.group("verb").casefold()) if found else None
    if found is None or outcome is None or not is_body(scene, found.group("body")):
        return None
    this = found.group("body").casefold().startswith("this ")
    if not (this or found.group("verb").casefold() == "resolves"):
        return None
    return Lead(
        outcome=outcome,
        start=start,
        end=found.end(),
        stop=stop,
        body=found.group("body"),
        rule="decision.motion",
    )


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
    outcome = outcomes(scene).get(word)
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
