"""Whether a clause tells of work, and where that work stands: commitments told from predictions, duties and description."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.modality import Tense
from cstrack.recognition.subjects import SubjectKind

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
#: Subjects that do or undergo work.
_ACTIVE = frozenset({SubjectKind.NAMED, SubjectKind.WE, SubjectKind.THEY, SubjectKind.COUNT, SubjectKind.PROPOSAL})
#: Words that make a clause a supposition, a reason, a question or a duty rather than a statement.
_UNSURE_LINKS = frozenset("whilst although if unless because since how why whether what until before as".split())
_MODALS = (
    "should",
    "can",
    "could",
    "may",
    "might",
    "must",
    "cannot",
    "to",
    "need",
    "needs",
    "needed",
    "have",
    "has",
    "had",
    "ought",
    "not",
    "can't",
)
#: Forms in -ing that describe.
_DESCRIBING = frozenset(
    "challenge encourage press demand interest concern promise disappoint worry remain last grow increase rise fall exceed lack progress".split()
)
_HEARINGS = frozenset("consider discuss receive review scrutinise report".split())
_AHEAD = frozenset(
    "about due set scheduled planned planning proposed going looking intended ready intend plan propose hope hoping expects".split()
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
    if group.negated or clause.link in _UNSURE_LINKS or subject.kind in (SubjectKind.PAPER, SubjectKind.THERE):
        return None
    if group.auxiliary == "would" and not reported:
        return None
    if subject.text.casefold().endswith(tuple(f" {modal}" for modal in _MODALS)) or subject.text.casefold() in _MODALS:
        return None
    return _BY_TENSE[group.tense](clause)


def _future(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    firmness = (
        "expected" if group.auxiliary == "would" or group.hedge in ("expected", "anticipated", "hoped") else "committed"
    )
    planned = Verdict(status="planned", firmness=firmness, rule="action.future")
    if group.lemma in ("due", "under way", "operational", "live", "complete"):
        return Verdict(status="planned", firmness=firmness, rule="action.future_state", dated=group.lemma != "due")
    if group.lemma == "remain":
        return Verdict(status="in_progress", firmness="committed", rule="action.remains", dated=True)
    if subject.kind in (SubjectKind.RELATIVE, SubjectKind.AIM, SubjectKind.NONE):
        return None
    if group.hedge in ("able", "required", "needed", "likely", "asked"):
        return None
    if subject.kind is SubjectKind.THIS:
        return planned if group.act == "event" or (group.passive and group.act in _WORK) else None
    if subject.kind is SubjectKind.PROGRESS:
        return None
    if subject.kind is SubjectKind.PEOPLE and not group.passive and group.act != "event":
        return None
    if _yields(clause):
        return None
    if group.act in _WORK or (group.act == "unknown" and (group.passive or subject.agent)):
        return planned
    if group.act == "outcome" and subject.agent and not group.passive and group.lemma in _AIMABLE:
        return planned
    if group.act == "speech" and group.lemma in _HEARINGS and (subject.agent or group.passive):
        return planned
    if group.lemma == "be" and clause.after.split()[:1] == ["available"]:
        return Verdict(status="planned", firmness=firmness, rule="action.future_state", dated=True)
    return None


#: What parts a note from what stands before it.
_PARTING = frozenset({"", ";", ":", "-"})
#: What follows from work, yet is promised when a body says "we will improve it".
_AIMABLE = frozenset("improve reduce increase ensure support protect safeguard save drive achieve help".split())


def _yields(clause: Clause) -> bool:
    """Whether what is provided or made is no work but what follows from it: "will provide some challenges"."""
    if clause.group.passive or clause.group.lemma not in ("provide", "make", "present", "create", "bring", "put", "raise", "pose"):
        return False
    return any(word.strip(".,;") in _YIELD for word in clause.after.casefold().split()[:5])


_YIELD = frozenset(
    """challenge challenges impact difficulty difficulties pressure pressures risk risks opportunity opportunities benefit benefits difference
    progress sense savings efficiencies clarity confidence problem problems issue issues""".split()
)


def _intended(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if group.auxiliary in ("be", "not be"):
        return None
    if group.auxiliary == "to be":
        bare = clause.link in _PARTING and subject.kind in (SubjectKind.NAMED, SubjectKind.PROPOSAL, SubjectKind.COUNT)
        sure = bare and group.act in _WORK and group.passive
        return Verdict(status="planned", firmness="committed", rule="action.to_be_done") if sure else None
    if group.hedge == "beginning" or group.hedge == "starting" or group.hedge == "working":
        return Verdict(status="in_progress", firmness="reported", rule="action.beginning")
    if subject.kind is SubjectKind.PROPOSAL and group.act in _WORK:
        return Verdict(status="planned", firmness="aimed", rule="action.proposal")
    if subject.kind in (
        SubjectKind.AIM,
        SubjectKind.RELATIVE,
        SubjectKind.PROGRESS,
        SubjectKind.THIS,
        SubjectKind.NONE,
    ):
        return None
    if group.hedge and group.hedge not in _AHEAD:
        return None
    if group.act not in _WORK and not (group.act == "speech" and group.lemma in _HEARINGS):
        return None
    if subject.kind is SubjectKind.PEOPLE and not group.passive:
        return None
    aimed = group.hedge in (
        "intend",
        "plan",
        "propose",
        "hope",
        "hoping",
        "intended",
        "proposed",
        "looking",
        "planning",
    )
    return Verdict(status="planned", firmness="aimed" if aimed else "committed", rule="action.intended")


def _progressive(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if group.act not in _WORK and not (group.act == "unknown" and group.passive):
        return None
    if group.lemma in _DESCRIBING and not group.passive:
        return None
    if subject.kind in (SubjectKind.AIM, SubjectKind.PROGRESS, SubjectKind.NONE):
        return None
    if subject.kind is SubjectKind.PEOPLE and group.lemma != "work":
        return None
    if subject.kind is SubjectKind.RELATIVE and subject.text.casefold() not in ("which", "who"):
        return None
    if group.act == "event" or (group.lemma == "hold" and group.passive):
        return Verdict(status="planned", firmness="committed", rule="action.arranged")
    if not group.passive and not clause.after.strip(" .,;"):
        return None
    if subject.kind is SubjectKind.COUNT and group.lemma != "work" and not group.passive:
        return None
    return Verdict(status="in_progress", firmness="reported", rule="action.progressive")


def _perfect(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if subject.kind in (
        SubjectKind.RELATIVE, SubjectKind.COUNT, SubjectKind.PEOPLE, SubjectKind.AIM, SubjectKind.PROGRESS, SubjectKind.THIS, SubjectKind.NONE,
    ):  # fmt: skip
        return None
    if clause.after.lstrip().startswith("that "):
        return None
    if group.act in _WORK or (group.act == "unknown" and group.passive):
        rule = (
            "action.work_with" if group.lemma == "commission" and " to work" in clause.after[:12] else "action.perfect"
        )
        status = "in_progress" if rule == "action.work_with" else "completed"
        return Verdict(status=status, firmness="reported", rule=rule)
    return None


def _past(clause: Clause) -> Verdict | None:
    group, subject = clause.group, clause.subject
    if group.act not in _WORK or not group.passive:
        return None
    if subject.kind not in (SubjectKind.NAMED, SubjectKind.AIM, SubjectKind.PROPOSAL, SubjectKind.WE):
        return None
    return Verdict(status="completed", firmness="reported", rule="action.past", dated=True)


def _state(clause: Clause) -> Verdict | None:
    state, subject = clause.group.lemma, clause.subject
    if subject.kind in (SubjectKind.COUNT, SubjectKind.PEOPLE, SubjectKind.RELATIVE, SubjectKind.NONE):
        return None
    if state == "under way":
        return Verdict(status="in_progress", firmness="reported", rule="action.under_way")
    if state == "due":
        return Verdict(status="planned", firmness="expected", rule="action.due")
    if state == "complete":
        return Verdict(status="completed", firmness="reported", rule="action.complete")
    if state in ("operational", "live"):
        return Verdict(status="completed", firmness="reported", rule="action.operational", dated=True)
    if state == "on hold":
        return Verdict(status="unknown", firmness="reported", rule="action.on_hold")
    if state == "in place":
        return Verdict(status="completed", firmness="reported", rule="action.in_place", dated=True)
    return None


def _present(_: Clause) -> Verdict | None:
    return None


_BY_TENSE: Mapping[Tense, Callable[[Clause], Verdict | None]] = {
    Tense.FUTURE: _future,
    Tense.INTENDED: _intended,
    Tense.PROGRESSIVE: _progressive,
    Tense.PERFECT: _perfect,
    Tense.PAST: _past,
    Tense.STATE: _state,
    Tense.PRESENT: _present,
}
