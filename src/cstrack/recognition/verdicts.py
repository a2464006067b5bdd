"""Whether a clause tells of work, and where that work stands: commitments told from predictions, duties and description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.done import denied, past, perfect, present, state
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.modality import Tense
from cstrack.recognition.subjects import SubjectKind as Kind
from cstrack.recognition.verdict import WORK, Verdict, undergoes, yields
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cstrack.recognition.clauses import Clause


#: Links that make a clause a supposition, a reason, a concession or a question.
_UNSURE_LINKS = word_set("whilst although if unless because since how why whether what until before as")
#: Links that part a note from what stands before it.
_PARTING = frozenset({"", ";", ":", "-"})
_MODALS = word_set("should can could may might must cannot to need needs needed have has had ought not can't shouldn't")
#: Verbs whose form in -ing describes.
_DESCRIBING = word_set(
    "challenge encourage press demand interest concern promise disappoint worry remain last grow increase rise fall exceed lack progress show run carry face report forecast predict"
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
#: What nobody does or thinks is no work.
_NOBODY = ("nobody ", "no one ", "none of ")
#: Words that oblige somebody to do what follows.
_OBLIGED = frozenset({"must", "required", "obliged", "asked"})
#: How people write of wishes in a meeting: "it is intended that the strategy be refreshed".
_WANTED = ("it is intended", "it is proposed", "it is planned", "it was intended", "it was proposed", "it was planned")
_TOO_MUCH = pattern("recognition.verdicts.too_much", r"[ ]too[ ](?:many|much|long|few|high|often)\b", 2)
_HELD = pattern(
    "recognition.verdicts.held",
    r"\b(?:events?|meetings?|conferences?|workshops?|sessions?|consultations?|reviews?|visits?|summits?|hearings?|surger(?:y|ies)|forums?|drop-ins?)\b",
    2,
)


def verdict_of(clause: Clause, *, reported: bool) -> Verdict | None:
    """What a clause tells of work; None where it tells of none.

    Args:
        clause: a verb with its subject.
        reported: the paper tells what was said in a meeting, so that "would" is its future and "was" its present.

    Returns:
        The verdict, or None.
    """
    group, subject = clause.group, clause.subject
    if clause.link in _UNSURE_LINKS or subject.kind in (Kind.PAPER, Kind.THERE):
        return None
    if group.negated:
        return denied(clause)
    if group.auxiliary == "would" and not reported:
        return None
    words = subject.text.casefold()
    if f"{words} ".startswith(_NOBODY) or clause.before.startswith(_NOBODY) or words == "you":
        return None
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
    if group.lemma == "stay" and clause.after.startswith(" on"):
        return Verdict(status="planned", firmness=firmness, rule="action.stays", dated=True)
    if group.passive and group.lemma in ("ask", "invite", "consult", "request") and subject.agent:
        return Verdict(status="planned", firmness=firmness, rule="action.future", dated=True)
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
        return group.act == "event" or (group.passive and group.act in WORK)
    if subject.kind in (Kind.PROGRESS, Kind.AIM):
        return undergoes(clause) or (subject.kind is Kind.AIM and group.act == "event")
    if subject.kind is Kind.PEOPLE and not group.passive and group.act != "event":
        return False
    if group.act in WORK:
        return not yields(clause)
    if group.act == "unknown":
        return group.passive or subject.agent
    if group.act == "outcome":
        return subject.agent and not group.passive and group.lemma in _PROMISED
    return group.act == "speech" and group.lemma in _HEARINGS and (subject.agent or group.passive)


def _intended(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if group.auxiliary in ("be", "not be"):
        wanted = (
            clause.link == "that" and clause.before.rstrip().endswith(_WANTED) and group.passive and group.act in WORK
        )
        return Verdict(status="planned", firmness="aimed", rule="action.intended") if wanted else None
    if group.auxiliary == "to be":
        bare = clause.link in _PARTING and subject.kind in (Kind.NAMED, Kind.PROPOSAL, Kind.COUNT, Kind.AIM)
        own = subject.start >= clause.start
        sure = bare and own and group.act in WORK and group.passive
        return Verdict(status="planned", firmness="committed", rule="action.to_be_done") if sure else None
    if group.hedge in ("beginning", "starting", "working"):
        return Verdict(status="in_progress", firmness="reported", rule="action.beginning")
    if subject.kind is Kind.PROPOSAL and group.act in WORK:
        return Verdict(status="planned", firmness="aimed", rule="action.proposal")
    if subject.kind is Kind.RELATIVE:
        sure = subject.text.casefold() in ("which", "who") and group.hedge in ("due", "scheduled", "set", "planned")
        return Verdict(status="planned", firmness="committed", rule="action.intended", dated=True) if sure else None
    if subject.text.casefold() == "it" and group.hedge in ("hoped", "expected", "anticipated") and group.act in WORK:
        return Verdict(status="planned", firmness="expected", rule="action.intended", dated=True)
    if subject.text.casefold() == "it" and group.hedge in ("proposed", "intended", "planned") and group.act in WORK:
        return Verdict(status="planned", firmness="aimed", rule="action.intended")
    if group.hedge in _OBLIGED:
        return _obliged(clause)
    if subject.kind in (Kind.THIS, Kind.NONE) or (group.hedge and group.hedge not in _AHEAD):
        return None
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not ((group.hedge or group.passive) and undergoes(clause)):
        return None
    asked = group.passive and group.lemma in ("ask", "invite")
    if not (group.act in WORK or asked or (group.act == "unknown" and subject.agent) or group.lemma in _HEARINGS):
        return None
    if subject.kind is Kind.PEOPLE and not group.passive:
        return None
    if group.hedge in ("expected", "anticipated", "hoped"):
        able = group.passive or group.act == "event" or subject.agent
        return Verdict(status="planned", firmness="expected", rule="action.expected", dated=True) if able else None
    firmness = "aimed" if group.hedge in _AIMED else "committed"
    return Verdict(status="planned", firmness=firmness, rule="action.intended")


def _obliged(clause: Clause) -> Verdict | None:
    """What somebody must do by a day, or was asked to do: an obligation without a day is description."""
    group, subject = clause.group, clause.subject
    bound = group.hedge == "must" and group.passive and subject.kind in (Kind.NAMED, Kind.THIS)
    if not (subject.agent or bound or subject.kind in (Kind.WE, Kind.THEY)):
        return None
    if group.hedge == "asked":
        told = group.auxiliary in ("was", "were", "has", "have") and group.act == "deed" and group.lemma != "note"
        return Verdict(status="planned", firmness="reported", rule="action.asked") if told else None
    if group.act not in (*WORK, "outcome"):
        return None
    return Verdict(status="planned", firmness="committed", rule="action.obliged", dated=True)


def _progressive(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    led = group.passive and group.lemma in ("lead", "support", "reduce")
    if group.act not in WORK and not led and not (group.act == "unknown" and group.passive):
        return None
    if _TOO_MUCH.match(clause.after):
        return None
    if (group.lemma in _DESCRIBING and not group.passive) or subject.kind is Kind.NONE:
        return None
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not undergoes(clause):
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


_BY_TENSE: Mapping[Tense, Callable[[Clause], Verdict | None]] = {
    Tense.FUTURE: _future,
    Tense.INTENDED: _intended,
    Tense.PROGRESSIVE: _progressive,
    Tense.PERFECT: perfect,
    Tense.PAST: past,
    Tense.PRESENT: present,
    Tense.STATE: state,
}
