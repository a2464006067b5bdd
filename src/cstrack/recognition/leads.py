"""Lead-ins of decisions: "RESOLVED: That", "The Cabinet agreed to:", "Members are asked to", and what each makes of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

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
    r"""(?P<it>(?:therefore|accordingly|consequently)?,?[ ]?it[ ](?:was|is)[ ](?:then[ ]|therefore[ ]|unanimously[ ]|also[ ]|further[ ]|subsequently[ ])?)?
    (?P<words>[A-Za-z()]{4,20}(?:[ ][A-Za-z()]{4,14}){0,2}?)(?:[ ]?\(?unanimously\)?|[ ]?\(?nem\.?[ ]con\.?\)?)?
    (?:[ ](?P<whose>by[ ][^:;,.]{3,60}))?(?P<mark>[ ]?(?:[:.]-?|-)(?=[ ]|\Z)|[ ](?=(?:that|to)\b)|(?=[ ]?\()|(?=[ ]?\Z))""",
    2,
)
_VERB = pattern(
    "recognition.leads.verb",
    r"""\b(?P<adverb>unanimously[ ]|formally[ ]|also[ ]|then[ ]|further[ ])?(?P<verb>resolved|agreed|approved|endorsed|noted|recommended|decided|deferred|referred|adopted|ratified|rejected|authorised|determined)
    [ ](?P<next>to\b|that\b|the\b|an?\b|this\b|these\b|its\b|all\b|option\b|up\b|:|in\b|[0-9£]|both\b|unanimously\b)""",
    2,
)
_ASKED = pattern(
    "recognition.leads.asked",
    r"""\b(?:is|are|was|were|be)[ ](?:therefore[ ]|also[ ]|now[ ])?(?:asked|invited|recommended|requested)(?:[ ]to\b(?!:)|[ ]to(?=:)|[ ]that\b)""",
    2,
)
_THAT_BODY = pattern(
    "recognition.leads.that_body",
    r"""(?:that[ ])(?P<body>(?:the[ ])?[A-Z][A-Za-z'&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z'&-]{1,20})){0,6})(?P<colon>:)?(?:[ ](?P<verb>[a-z-]{3,14})\b)?""",
)
_BODY_BEFORE = pattern("recognition.leads.body_before", r"(?:(?:the|a)[ ])?(?:[A-Za-z'&()-]{2,20}[ ]){1,8}\Z", 2)
_NAMED_BODY = pattern(
    "recognition.leads.named_body",
    r"(?:the[ ])?[A-Z][A-Za-z'&-]{1,20}(?:[ ](?:and|of|for|the|[A-Z&][A-Za-z'&-]{0,20})){0,7}[ ]?\Z",
)

#: Verbs of a decision and what becomes of the thing.
OUTCOMES = {
    "resolved": "resolved", "agreed": "resolved", "approved": "resolved", "endorsed": "resolved", "decided": "resolved",
    "adopted": "resolved", "ratified": "resolved", "authorised": "resolved", "determined": "resolved", "carried": "resolved",
    "accepted": "resolved", "supported": "resolved", "noted": "noted", "received": "noted", "recommended": "recommended",
    "deferred": "deferred", "adjourned": "deferred", "referred": "referred", "lost": "lost", "rejected": "lost", "defeated": "lost",
    "refused": "lost", "fell": "lost", "withdrawn": "lost",
}  # fmt: skip

_PROPOSING = frozenset(
    "endorse endorses note notes approve approves agree agrees consider considers recommend recommends receive receives support supports comment comments review reviews delegate delegates authorise authorises adopt adopts "
    "scrutinise scrutinises accept accepts confirm confirms determine refer defer welcome challenge make provide give appoint request".split()
)


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
    for words, outcome in scene.profile.leads.items():
        if text[start:stop].casefold().startswith(words.casefold()):
            return Lead(outcome=outcome, start=start, end=start + len(words), stop=stop, rule="decision.profile_lead")
    opened = _OPENS.match(text, start, stop)
    if opened is None:
        return None
    words = opened.group("words")
    outcome = scene.vocabulary.words("lead").get(words.casefold())
    marked = opened.group("mark").strip() in (":", ":-", "-", ".") or opened.end() >= stop
    if outcome is None or not (marked or words.isupper() or opened.group("it")):
        return None
    if opened.group("mark").strip() == "." and opened.end() < stop:
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
    for found in _VERB.finditer(text, start, stop):
        body = _body_before(scene, text[start : found.start()])
        if body is None or not _decides(
            scene, block, found.group("verb"), found.group("next"), text[found.end() : stop]
        ):
            continue
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
    if asked:
        body = _body_before(scene, text[start : asked.start()])
        if body is not None:
            return Lead(
                outcome="recommended", start=start, end=asked.end(), stop=stop, body=body, rule="decision.asked"
            )
    that = _THAT_BODY.match(text, start, stop) or _THAT_BODY.match(text, start + 1, stop)
    if text[start : start + 4].casefold() != "that" or that is None:
        that = _THAT_BODY.match("t" + text[start + 1 : stop]) if text[start : start + 4] == "That" else None
        if that is None:
            return None
        shift = start
    else:
        shift = 0
    body = that.group("body")
    verb = that.group("verb")
    if not is_body(scene, body) or not (that.group("colon") or verb in _PROPOSING):
        return None
    end = that.end("colon") if that.group("colon") else that.end("body")
    return Lead(outcome="recommended", start=start, end=end + shift, stop=stop, body=body, rule="decision.that_body")


def is_body(scene: Scene, words: str) -> bool:
    """Whether some words are the name of a body that decides."""
    folded = words.casefold().removeprefix("the ")
    bodies = scene.vocabulary.words("body")
    if folded in {name.casefold() for name in scene.profile.bodies}:
        return True
    parts = folded.split()
    heads = [" ".join(parts[-length:]) for length in (4, 3, 2, 1)] + [" ".join(parts[:length]) for length in (2, 1)]
    return any(head in bodies for head in heads)


def _body_before(scene: Scene, words: str) -> str | None:
    """The body that ends some words, as printed."""
    named = _NAMED_BODY.search(words)
    if named and is_body(scene, named.group().strip()):
        return named.group().strip()
    loose = _BODY_BEFORE.search(words)
    if loose is None:
        return None
    parts = loose.group().split()
    for length in (1, 2, 3, 4):
        tail = " ".join(parts[-length:])
        if tail.casefold() in scene.vocabulary.words("body"):
            return tail
    return None


def _decides(scene: Scene, block: int, verb: str, following: str, rest: str) -> bool:
    """Whether a body's verb resolves something, rather than tells of a discussion."""
    if verb.isupper() or scene.sections[block] == "decisions":
        return True
    if following.casefold() == "that":
        return (
            verb.casefold() in ("resolved", "decided", "recommended")
            or " be " in rest[:160]
            or " should " in rest[:160]
        )
    return verb.casefold() != "referred" or following.casefold() in ("the", "this")


def _clause_start(text: str, start: int, at: int) -> int:
    for mark in (" - ", "; ", ": "):
        cut = text.rfind(mark, start, at)
        if cut >= 0:
            start = cut + len(mark)
    return start
