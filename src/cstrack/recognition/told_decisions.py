"""Decisions told in the run of a sentence: what a vote made of a motion, what a body declined or asked for, what it had decided before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.bodies import body_before, is_body, is_officer
from cstrack.recognition.leads import Lead, outcomes
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.scene import Scene

_MOTION = pattern(
    "recognition.told_decisions.motion",
    r"\b(?:motion|amendment|vote|proposal|proposition|resolution|recommendations?|call-in|referral|petition)\b",
    2,
)
_VOTED = pattern(
    "recognition.told_decisions.voted",
    r"""\b(?:was|were|is|be|being|and|it|therefore|accordingly|thereby|thereupon|vote|hands|then)[ ,]{1,2}
    (?:(?:declared|duly|therefore|unanimously|also|then|thus|narrowly|subsequently|accordingly|overwhelmingly|not)[ ]){0,3}
    (?P<verb>lost|carried|defeated|passed|rejected|upheld|dismissed|supported|adopted|fell|failed)\b
    |[ ](?P<fell>fell|failed)(?=[ ]?(?:[.,;(]|by\b|and\b|on\b|\Z))""",
    2,
)
_NOT = pattern("recognition.told_decisions.not", r"\bnot[ ]", 2)
_DECLINED = pattern(
    "recognition.told_decisions.declined",
    r"\b(?:did[ ]not|do[ ]not|declined[ ]to|refused[ ]to|resolved[ ]not[ ]to|agreed[ ]not[ ]to|decided[ ]not[ ]to|chose[ ]not[ ]to|voted[ ]not[ ]to)[ ](?P<verb>[a-z]{4,12})(?![ ]with\b)",
    2,
)
_REQUESTED = pattern(
    "recognition.told_decisions.requested",
    r"""(?<![A-Za-z'-])(?P<verb>[A-Za-z]{5,10})(?=[ ]
    (?:(?P<that>that)[ ]|for[ ](?:an?|the|further|more|regular|half-yearly|quarterly|monthly|annual|additional|details|figures|information|officers)\b
    |(?P<whom>(?:the[ ]|all[ ])?[A-Za-z][A-Za-z'&,/ -]{2,70}?)[ ]to[ ](?P<what>[a-z]{3,14})\b
    |(?P<thing>an?|further|regular)[ ](?:[a-z-]{3,14}[ ]){0,3}?(?:report|update|briefing|note|paper|review|presentation|analysis|breakdown|information)\b))""",
    2,
)
_ALSO = pattern("recognition.told_decisions.also", r"[ ](?:also|further|therefore|then|formally)[ ]\Z", 2)
#: A body's decision told as a thing: "Cabinet's decision of 3 February to keep", "the decision of the Board on 4 May to end".
_HAD_DECIDED = pattern(
    "recognition.told_decisions.had_decided",
    r"""(?:\b(?P<owner>(?:the[ ])?[A-Z][A-Za-z&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z&-]{1,20})){0,6})'s?[ ](?:decision|resolution)
    |\b[Tt]he[ ](?:decision|resolution)[ ](?:of|by|made[ ]by|taken[ ]by)[ ](?P<maker>(?:the[ ])?[A-Z][A-Za-z'&-]{2,20}(?:[ ](?:and|of|for|[A-Z&][A-Za-z'&-]{1,20})){0,6}))
    (?P<when>[ ,][^.;:]{0,60}?)?[ ](?=(?:not[ ])?to[ ](?P<verb>[a-z-]{3,16})\b)""",
)
_SUBJUNCTIVE = pattern(
    "recognition.told_decisions.subjunctive",
    r"\b(?:be|should|must)\b|(?:director|officers?|chair|cabinet|council|board|committee|team|member|service|head|authority)s?(?:[ ][A-Za-z'&]{1,16}){0,6}?[ ](?:report|provide|write|bring|circulate|consider|review|look|prepare|ensure|produce|submit|return|arrange|publish|present|give|make|take|work|explore|share|include|undertake)\b",
    2,
)
#: Words of the longest sentence that only tells what a vote made of a motion.
_LONG = 60
#: One of these stands in every sentence that tells what a vote made of a motion.
VOTE_WORDS = word_set("lost carried defeated passed rejected upheld dismissed supported adopted fell failed")


def vote_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a vote made of a motion: "was put to the vote and was lost", "the amendment fell", "the motion was not carried".

    Args:
        scene: the paper.
        block: index of the block.
        start: where the sentence begins in the block's plain text.
        stop: where it ends.

    Returns:
        A lead-in whose words are the whole sentence, or None.
    """
    text = scene.text(block)
    motion = _MOTION.search(text, start, stop)
    voted = _VOTED.search(text, motion.end(), stop) if motion else None
    if voted is None or text[start:stop].count(" ") > _LONG:
        return None
    verb = (voted.group("verb") or voted.group("fell")).casefold()
    outcome = "lost" if _NOT.search(voted.group()) else outcomes(scene).get(verb)
    if outcome is None or not (scene.reported or outcome == "lost" or scene.sections[block] == "decisions"):
        return None
    return Lead(outcome=outcome, start=start, end=start, stop=stop, rule="decision.vote")


_MOVED_THAT = pattern(
    "recognition.told_decisions.moved_that",
    r"\b(?:moved|proposed|seconded)\b(?:[ ]by[ ][^.;]{3,60}?)?(?:,?[ ]and[ ]seconded(?:[ ]by[ ][^.;]{3,60}?)?)?,?(?:[ ]an?[ ](?:motion|resolution|amendment))?[ ]that[ ]",
    2,
)
#: Blocks behind a motion in which its vote is told.
_VOTE_NEAR = 3


def moved_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A motion whose vote is told behind it: "It was moved that the Committee meet monthly. On being put, the motion was lost."."""
    found = _MOVED_THAT.search(scene.text(block), start, stop)
    if found is None:
        return None
    near = [one for after in range(block, block + _VOTE_NEAR) for one in scene.sentences.get(after, ())]
    behind = [one for one in near if (one.block, one.start) >= (block, stop)]
    votes = (vote_lead(scene, one.block, one.start, one.end) for one in behind[:4])
    vote = next((one for one in votes if one is not None), None)
    if vote is None:
        return None
    return Lead(outcome=vote.outcome, start=found.end(), end=found.end(), stop=stop, rule="decision.moved")


def declining_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a body would not do: "The Committee did not uphold the call-in", "Cabinet declined to support"."""
    text = scene.text(block)
    found = _DECLINED.search(text, start, stop)
    outcome = scene.vocabulary.words("declines").get(found.group("verb").casefold()) if found else None
    body = body_before(scene, text[start : found.start()]) if found and outcome else None
    if found is None or outcome is None or body is None or is_officer(scene, body):
        return None
    return Lead(outcome=outcome, start=start, end=start, stop=stop, body=body, rule="decision.declined")


def requesting_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a body as a whole asks for in its meeting: "The Panel requested that a report be brought"; members' questions are talk."""
    if not scene.reported:
        return None
    text = scene.text(block)
    for found in _REQUESTED.finditer(text, start, stop):
        outcome = scene.vocabulary.words("requests").get(found.group("verb").casefold())
        if outcome is None:
            continue
        body = body_before(scene, _ALSO.sub(" ", text[start : found.start()]))
        if body is None or is_officer(scene, body) or _is_plural(body):
            continue
        if found.group("that") and not _SUBJUNCTIVE.search(text, found.end(), stop):
            continue
        if found.group("whom") and not _is_work(scene, found.group("whom"), found.group("what")):
            continue
        return Lead(outcome=outcome, start=start, end=found.end("verb"), stop=stop, body=body, rule="decision.body")
    return None


_AGREED_AT = pattern(
    "recognition.told_decisions.agreed_at",
    r"\bit[ ]was[ ](?:also[ ]|subsequently[ ]|then[ ])?(?:formally[ ])?(?P<verb>agreed|resolved|decided)[ ](?:that|to)\b",
    2,
)


def agreed_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """What a meeting agreed on a day: "At Full Council in September 2016 it was agreed to create 20 bedrooms"."""
    text = scene.text(block)
    found = _AGREED_AT.search(text, start, stop)
    dated = scene.between(block, start, found.start()) if found else ()
    if found is None or not dated:
        return None
    words = text[start : dated[-1].start].rstrip(" ,")
    body = body_before(scene, words.removesuffix(" on").removesuffix(" in") + " ")
    if body is None:
        return None
    outcome = outcomes(scene)[found.group("verb").casefold()]
    return Lead(outcome=outcome, start=start, end=found.end("verb"), stop=stop, body=body, rule="decision.agreed_at")


def _is_plural(body: str) -> bool:
    """Whether a body is the members in it, who ask many things, rather than the body that decides."""
    return body.casefold().rsplit(" ", 1)[-1] in ("members", "meeting", "councillors", "group", "trust")


def _is_work(scene: Scene, whom: str, what: str) -> bool:
    asking = whom.casefold().split(" ", 1)[0] in ("about", "how", "what", "whether", "why", "if", "when", "for", "to")
    return not asking and scene.lexicon.classes.get(what) in ("deed", "event", "outcome", "speech")


def earlier_lead(scene: Scene, block: int, start: int, stop: int) -> Lead | None:
    """A decision that a sentence speaks of: "the call-in of Cabinet's decision of 3 February to keep four centres"."""
    text = scene.text(block)
    found = _HAD_DECIDED.search(text, start, stop)
    body = (found.group("owner") or found.group("maker")) if found else None
    if found is None or body is None or not is_body(scene, body):
        return None
    if scene.lexicon.classes.get(found.group("verb")) is None:
        return None
    return Lead(outcome="resolved", start=found.start(), end=found.end(), stop=stop, body=body, rule="decision.earlier")
