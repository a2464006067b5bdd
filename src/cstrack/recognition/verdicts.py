"""Whether a clause tells of work, and where that work stands: commitments told from predictions, duties and description."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.modality import Tense
from cstrack.recognition.subjects import SubjectKind as Kind
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cstrack.recognition.clauses import Clause


@final
@frozen(kw_only=True)
class Verdict:
    """What a clause tells of work.

    Attributes:
        status: planned, in_progress, completed or unknown.
        firmness: committed, aimed, expected or reported.
        rule: name of the rule.
        dated: it counts only when a date stands beside it.
    """

    status: str
    firmness: str
    rule: str
    dated: bool = False


#: Work that somebody does or that happens.
_WORK = frozenset({"deed", "event"})
#: Links that make a clause a supposition, a reason, a concession or a question.
_UNSURE_LINKS = word_set("whilst although if unless because since how why whether what until before as")
#: Links that part a note from what stands before it.
_PARTING = frozenset({"", ";", ":", "-"})
_MODALS = word_set("should can could may might must cannot to need needs needed have has had ought not can't shouldn't")
#: Verbs whose form in -ing describes.
_DESCRIBING = word_set(
    "challenge encourage press demand interest concern promise disappoint worry remain last grow increase rise fall exceed lack progress"
)
#: What a meeting does with a paper: no work when told of the past, a date to keep when it lies ahead.
_HEARINGS = word_set("consider discuss receive review scrutinise report")
#: Words between "is" and "to" that set work ahead.
_AHEAD = word_set(
    "about due set scheduled planned planning proposed going looking intended ready intend plan propose hope hoping expect expects expected anticipated hoped plans proposes intends hopes planned agreed undertook promised offered"
)
_AIMED = word_set("intend plan plans intends proposes propose hope hopes hoping intended proposed looking planning")
#: What follows from work, yet is promised when a body says "we will improve it".
_PROMISED = word_set("improve reduce increase ensure support protect safeguard save drive achieve help")
#: What may be provided or made and is no work: "will provide some challenges".
_YIELD = word_set(
    """challenge challenges impact difficulty difficulties pressure pressures risk risks opportunity opportunities benefit benefits
    difference progress sense concern concerns question questions query queries savings efficiencies clarity confidence problem problems issue issues"""
)
_YIELDING = word_set("provide make present create bring put raise pose")
_GOES_ON = pattern(
    "recognition.verdicts.goes_on",
    r"\b(?:work|recruitment|consultation|procurement|building|construction|process|review|project|planning|training|development|implementation|roll-?out|discussions|negotiations|preparations?|engagement|audit|mapping)\b",
    2,
)


_BOOKED = word_set("arrange schedule reschedule book plan timetable set agree fix")
_VOWS = word_set("commit agree undertake promise pledge offer")
#: Things, few enough to be written in words, that work was done to: "Three block contracts have been agreed".
_FEW = pattern(
    "recognition.verdicts.few",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)[ ](?!(?:[a-z]{2,12}[ ]){0,2}?(?:children|young|people|families|carers|care|pupils|parents|cases|months|years|weeks)\b)",
    2,
)
_MOVED = word_set("delay postpone defer extend reschedule push put move")
#: How people write of wishes in a meeting: "it is intended that the strategy be refreshed".
_WANTED = ("it is intended", "it is proposed", "it is planned", "it was intended", "it was proposed", "it was planned")
_TOO_MUCH = pattern("recognition.verdicts.too_much", r"[ ]too[ ](?:many|much|long|few|high|often)\b", 2)
_HELD = pattern(
    "recognition.verdicts.held",
    r"\b(?:events?|meetings?|conferences?|workshops?|sessions?|consultations?|reviews?|visits?|summits?|hearings?|surger(?:y|ies)|forums?|drop-ins?)\b",
    2,
)
_UNTIL = pattern("recognition.verdicts.until", r"[ ](?:back[ ])?(?:until|to|till)\b")
_FOR = pattern("recognition.verdicts.for", r"[ ](?:for|to[ ]take[ ]place)\b")


def verdict_of(clause: Clause, *, reported: bool) -> Verdict | None:
    """What a clause tells of work; None where it tells of none.

    Args:
        clause: a verb with its subject.
        reported: the paper tells what was said in a meeting, so that "would" is its future and "was" its present.

    Returns:
        The verdict, or None.
    """
    group, subject = clause.group, clause.subject
    if group.negated or clause.link in _UNSURE_LINKS or subject.kind in (Kind.PAPER, Kind.THERE):
        return None
    if group.auxiliary == "would" and not reported:
        return None
    words = subject.text.casefold()
    if words in _MODALS or words.endswith(tuple(f" {modal}" for modal in _MODALS)):
        return None
    judge = _BY_TENSE.get(group.tense)
    return judge(clause) if judge else None


def _future(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    supposed = group.auxiliary == "would" or group.hedge in ("expected", "anticipated", "hoped")
    firmness = "expected" if supposed else "committed"
    if group.lemma in ("due", "under way", "operational", "live", "complete", "in place"):
        return Verdict(status="planned", firmness=firmness, rule="action.future_state", dated=group.lemma != "due")
    if group.lemma == "remain":
        return Verdict(status="in_progress", firmness="committed", rule="action.remains", dated=True)
    if group.lemma == "be" and clause.after.split()[:1] == ["available"]:
        return Verdict(status="planned", firmness=firmness, rule="action.future_state", dated=True)
    if group.hedge in ("able", "required", "needed", "likely", "asked") or subject.kind is Kind.NONE:
        return None
    if subject.kind is Kind.RELATIVE:
        comes = group.act == "event" or group.lemma in ("join", "move", "close", "come")
        sure = comes and subject.text.casefold() in ("which", "who")
        return Verdict(status="planned", firmness=firmness, rule="action.future_relative", dated=True) if sure else None
    return Verdict(status="planned", firmness=firmness, rule="action.future") if _promises(clause) else None


def _promises(clause: Clause) -> bool:
    """Whether a future clause promises work rather than foretells what follows from it."""
    group, subject = clause.group, clause.subject
    if subject.kind is Kind.THIS:
        return group.act == "event" or (group.passive and group.act in _WORK)
    if subject.kind in (Kind.PROGRESS, Kind.AIM):
        return _undergoes(clause) or (subject.kind is Kind.AIM and group.act == "event")
    if subject.kind is Kind.PEOPLE and not group.passive and group.act != "event":
        return False
    if group.act in _WORK:
        return not _yields(clause)
    if group.act == "unknown":
        return group.passive or subject.agent
    if group.act == "outcome":
        return subject.agent and not group.passive and group.lemma in _PROMISED
    return group.act == "speech" and group.lemma in _HEARINGS and (subject.agent or group.passive)


def _undergoes(clause: Clause) -> bool:
    """Whether a plan, case or budget has work done to it: "the business case is being prepared"."""
    group = clause.group
    return (
        group.passive and group.act == "deed" and group.lemma not in ("make", "identify", "give", "raise", "highlight")
    )


def _yields(clause: Clause) -> bool:
    if clause.group.passive or clause.group.lemma not in _YIELDING:
        return False
    return any(word.strip(".,;") in _YIELD for word in clause.after.casefold().split()[:5])


def _intended(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if group.auxiliary in ("be", "not be"):
        wanted = (
            clause.link == "that" and clause.before.rstrip().endswith(_WANTED) and group.passive and group.act in _WORK
        )
        return Verdict(status="planned", firmness="aimed", rule="action.intended") if wanted else None
    if group.auxiliary == "to be":
        bare = clause.link in _PARTING and subject.kind in (Kind.NAMED, Kind.PROPOSAL, Kind.COUNT, Kind.AIM)
        own = subject.start >= clause.start
        sure = bare and own and group.act in _WORK and group.passive
        return Verdict(status="planned", firmness="committed", rule="action.to_be_done") if sure else None
    if group.hedge in ("beginning", "starting", "working"):
        return Verdict(status="in_progress", firmness="reported", rule="action.beginning")
    if subject.kind is Kind.PROPOSAL and group.act in _WORK:
        return Verdict(status="planned", firmness="aimed", rule="action.proposal")
    if subject.kind is Kind.RELATIVE:
        sure = subject.text.casefold() in ("which", "who") and group.hedge in ("due", "scheduled", "set", "planned")
        return Verdict(status="planned", firmness="committed", rule="action.intended", dated=True) if sure else None
    if subject.text.casefold() == "it" and group.hedge in ("proposed", "intended", "planned") and group.act in _WORK:
        return Verdict(status="planned", firmness="aimed", rule="action.intended")
    if subject.kind in (Kind.THIS, Kind.NONE) or (group.hedge and group.hedge not in _AHEAD):
        return None
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not (group.hedge and _undergoes(clause)):
        return None
    asked = group.passive and group.lemma in ("ask", "invite")
    if not (group.act in _WORK or asked or (group.act == "unknown" and subject.agent) or group.lemma in _HEARINGS):
        return None
    if subject.kind is Kind.PEOPLE and not group.passive:
        return None
    if group.hedge in ("expected", "anticipated", "hoped"):
        return Verdict(status="planned", firmness="expected", rule="action.expected", dated=True)
    firmness = "aimed" if group.hedge in _AIMED else "committed"
    return Verdict(status="planned", firmness=firmness, rule="action.intended")


def _progressive(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    led = group.passive and group.lemma in ("lead", "support", "reduce")
    if group.act not in _WORK and not led and not (group.act == "unknown" and group.passive):
        return None
    if _TOO_MUCH.match(clause.after):
        return None
    if (group.lemma in _DESCRIBING and not group.passive) or subject.kind is Kind.NONE:
        return None
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not _undergoes(clause):
        return None
    if subject.kind is Kind.PEOPLE and group.lemma != "work":
        return None
    if subject.kind is Kind.RELATIVE and subject.text.casefold() not in ("which", "who"):
        return None
    held = group.lemma == "hold" and group.passive and _HELD.search(subject.text)
    if group.act == "event" or held:
        return Verdict(status="planned", firmness="committed", rule="action.arranged")
    rest = clause.after.strip(" .,;")
    if not group.passive and (not rest or rest.startswith("well")):
        return None
    if subject.kind is Kind.COUNT and group.lemma != "work" and not group.passive:
        return None
    return Verdict(status="in_progress", firmness="reported", rule="action.progressive")


def _perfect(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if subject.kind in (Kind.RELATIVE, Kind.PEOPLE, Kind.THIS, Kind.NONE):
        return None
    if subject.kind is Kind.COUNT and not (group.passive and group.act == "deed" and _FEW.match(subject.text)):
        return None
    if group.lemma in _VOWS and clause.after.startswith(" to ") and not group.passive:
        return Verdict(status="planned", firmness="committed", rule="action.vowed")
    happens = subject.kind is Kind.AIM and group.act == "event"
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not (_undergoes(clause) or happens):
        return None
    who = subject.agent or group.passive
    if group.lemma in ("ask", "request", "invite") and who and " to " in clause.after[:60]:
        return Verdict(status="completed", firmness="reported", rule="action.asked")
    if clause.after.lstrip().startswith("that ") or not (
        group.act in _WORK or (group.act == "unknown" and group.passive)
    ):
        return None
    if _yields(clause) or (group.passive and group.lemma == "make"):
        return None
    if group.passive and group.lemma in _BOOKED and _FOR.match(clause.after):
        return Verdict(status="planned", firmness="committed", rule="action.arranged")
    if group.passive and group.lemma in _MOVED and _UNTIL.match(clause.after):
        return Verdict(status="planned", firmness="committed", rule="action.moved", dated=True)
    if "%" in clause.after or "per cent" in clause.after:
        return None
    if group.lemma in ("begin", "start", "commence") and not group.passive and _GOES_ON.search(subject.text):
        return Verdict(status="in_progress", firmness="reported", rule="action.begun")
    if group.lemma == "commission" and clause.after.startswith(" to work"):
        return Verdict(status="in_progress", firmness="reported", rule="action.commissioned")
    return Verdict(status="completed", firmness="reported", rule="action.perfect")


def _past(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    few = subject.kind is Kind.COUNT and _FEW.match(subject.text)
    named = subject.kind in (Kind.NAMED, Kind.AIM, Kind.PROPOSAL, Kind.WE)
    if group.act not in (*_WORK, "unknown") or not group.passive or not (few or named):
        return None
    return Verdict(status="completed", firmness="reported", rule="action.past", dated=True)


#: A state that "is" or "are" tells: its lifecycle, firmness and rule, and whether it needs a date.
_STATES = {
    "under way": Verdict(status="in_progress", firmness="reported", rule="action.under_way"),
    "due": Verdict(status="planned", firmness="expected", rule="action.due"),
    "complete": Verdict(status="completed", firmness="reported", rule="action.complete"),
    "operational": Verdict(status="completed", firmness="reported", rule="action.operational", dated=True),
    "live": Verdict(status="completed", firmness="reported", rule="action.operational", dated=True),
    "in place": Verdict(status="completed", firmness="reported", rule="action.in_place", dated=True),
    "on hold": Verdict(status="unknown", firmness="reported", rule="action.on_hold"),
}


def _state(clause: Clause) -> Verdict | None:
    if clause.subject.kind in (Kind.COUNT, Kind.PEOPLE, Kind.RELATIVE, Kind.NONE):
        return None
    return _STATES.get(clause.group.lemma)


_BY_TENSE: Mapping[Tense, Callable[[Clause], Verdict | None]] = {
    Tense.FUTURE: _future,
    Tense.INTENDED: _intended,
    Tense.PROGRESSIVE: _progressive,
    Tense.PERFECT: _perfect,
    Tense.PAST: _past,
    Tense.STATE: _state,
}
