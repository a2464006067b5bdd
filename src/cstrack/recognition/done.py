"""Whether a clause tells of work that is done, or where work stands: "has been awarded", "is under way", "has not yet been issued"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.subjects import SubjectKind as Kind
from cstrack.recognition.subjects import core_of
from cstrack.recognition.verdict import WORK, Verdict, undergoes, yields
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.clauses import Clause

_GOES_ON = pattern(
    "recognition.done.goes_on",
    r"\b(?:work|recruitment|consultation|procurement|building|construction|process|review|project|planning|training|development|implementation|roll-?out|discussions|negotiations|preparations?|engagement|audit|mapping)\b",
    2,
)


_BOOKED = word_set("arrange schedule reschedule book plan timetable fix")
_VOWS = word_set("commit agree undertake promise pledge offer")
#: Things, few enough to be written in words, that work was done to: "Three block contracts have been agreed".
_FEW = pattern(
    "recognition.done.few",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)[ ](?!(?:[a-z]{2,12}[ ]){0,2}?(?:children|young|people|families|carers|care|pupils|parents|cases|months|years|weeks)\b)",
    2,
)
_MOVED = word_set("delay postpone defer extend reschedule push put move")
_UNTIL = pattern("recognition.done.until", r"[ ](?:back[ ])?(?:until|to|till)\b")
_FOR = pattern("recognition.done.for", r"[ ](?:for|to[ ]take[ ]place)\b")


#: What money has done to it is no work: "the budget has been set at £45m".
_MONEY = word_set(
    "budget budgets fee fees rate rates precept tax savings saving funding expenditure estimate estimates price prices uplift"
)
#: Verbs of giving up; what they are said of is withdrawn.
_GIVEN_UP = word_set("abandon shelve scrap drop cancel discontinue abort supersede")
_TAKEN_BACK = word_set("withdraw stop halt end")
_SCHEME = pattern(
    "recognition.done.scheme",
    r"\b(?:proposals?|plans?|schemes?|pilots?|projects?|bids?|applications?|programmes?|ideas?|options?|payments?|initiatives?|merger|transfer|item|action)\b",
    2,
)
#: Verbs of going on with something, denied: "will not now go ahead", "is no longer being pursued".
_PURSUED = word_set("proceed pursue progress implement renew continue need require consider")
#: What comes in by the number is a result: "has brought 41 applications".
_DRAWS = word_set("bring attract generate draw receive see yield show record")
_NUMBER = pattern(
    "recognition.done.number",
    r"[ ](?:in[ ])?(?:(?:over|about|around|some|nearly|more[ ]than|at[ ]least)[ ])?(?:[£0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|many)\b)",
    2,
)
#: Work that comes round again goes on: "has met monthly since January", "are reviewed weekly".
_AGAIN = pattern(
    "recognition.done.again",
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|regularly|routinely|(?:every|each)[ ](?:day|week|fortnight|month|quarter|term|year)|(?:once|twice)[ ]a[ ](?:week|month|quarter|term|year))\b",
    2,
)
_BY_SOMEBODY = pattern("recognition.done.by_somebody", r"[ ]by[ ](?:an?|the|each|its|our|officers|staff)\b", 2)
_NOW = frozenset({"now", "currently", "already", "routinely", "regularly"})


def perfect(clause: Clause) -> Verdict | None:
    """What "has done" or "has been done" tells: work that is done, goes on, is planned for a day, or was given up."""
    group, subject = clause.group, clause.subject
    if subject.kind is Kind.THIS and group.passive and group.act == "deed" and _BY_SOMEBODY.search(clause.after):
        return Verdict(status="completed", firmness="reported", rule="action.perfect")
    if subject.kind in (Kind.RELATIVE, Kind.PEOPLE, Kind.THIS, Kind.NONE):
        return None
    if (
        group.lemma in _VOWS
        and subject.kind is not Kind.COUNT
        and clause.after.startswith(" to ")
        and not group.passive
    ):
        return Verdict(status="planned", firmness="committed", rule="action.vowed")
    if group.passive and _is_given_up(clause):
        return Verdict(status="withdrawn", firmness="reported", rule="action.withdrawn")
    if not _is_done(clause):
        return None
    who = subject.agent or group.passive
    if group.lemma in ("ask", "request", "invite") and who and " to " in clause.after[:60]:
        return Verdict(status="completed", firmness="reported", rule="action.asked")
    if clause.after.lstrip().startswith("that ") or not (
        group.act in WORK or (group.act == "unknown" and group.passive)
    ):
        return None
    return _stands(clause)


def _is_done(clause: Clause) -> bool:
    """Whether a subject can have work done to it, or do work, and no mere result is told."""
    group, subject = clause.group, clause.subject
    if subject.kind is Kind.COUNT and not (group.passive and group.act == "deed" and _FEW.match(subject.text)):
        return False
    happens = subject.kind is Kind.AIM and group.act == "event"
    if subject.kind in (Kind.AIM, Kind.PROGRESS) and not (undergoes(clause) or happens):
        return False
    if yields(clause) or (group.passive and group.lemma == "make") or _is_money(subject.text, group.lemma):
        return False
    if (
        clause.link in ("which", "that", "who")
        and not group.passive
        and not subject.agent
        and subject.kind is Kind.NAMED
    ):
        return False
    drawn = not group.passive and group.lemma in _DRAWS and _NUMBER.match(clause.after)
    return not (drawn or "%" in clause.after or "per cent" in clause.after)


def _is_money(subject: str, lemma: str) -> bool:
    words = core_of(subject).casefold().split()
    return (
        bool(words)
        and words[-1] in _MONEY
        and lemma in ("set", "fix", "find", "give", "cut", "identify", "draw", "hold", "profile")
    )


def _is_given_up(clause: Clause) -> bool:
    lemma = clause.group.lemma
    return lemma in _GIVEN_UP or (lemma in _TAKEN_BACK and _SCHEME.search(clause.subject.text) is not None)


def _stands(clause: Clause) -> Verdict:
    """Where work stands that "has been" done: booked, moved, begun, coming round again, or done."""
    group, subject = clause.group, clause.subject
    if group.passive and group.lemma in _BOOKED and _FOR.match(clause.after):
        return Verdict(status="planned", firmness="committed", rule="action.arranged")
    if group.passive and group.lemma in _MOVED and _UNTIL.match(clause.after):
        return Verdict(status="planned", firmness="committed", rule="action.moved", dated=True)
    if group.lemma in ("begin", "start", "commence") and not group.passive and _GOES_ON.search(subject.text):
        return Verdict(status="in_progress", firmness="reported", rule="action.begun")
    if group.lemma == "commission" and clause.after.startswith(" to work"):
        return Verdict(status="in_progress", firmness="reported", rule="action.commissioned")
    if _AGAIN.search(clause.after) and " since " in f"{clause.after} ":
        return Verdict(status="in_progress", firmness="reported", rule="action.recurring")
    return Verdict(status="completed", firmness="reported", rule="action.perfect")


def past(clause: Clause) -> Verdict | None:
    """What "was done" tells where a date says when."""
    group, subject = clause.group, clause.subject
    few = subject.kind is Kind.COUNT and _FEW.match(subject.text)
    named = subject.kind in (Kind.NAMED, Kind.AIM, Kind.PROPOSAL, Kind.WE)
    if group.act not in (*WORK, "unknown") or not group.passive or not (few or named):
        return None
    if (
        _is_money(subject.text, group.lemma)
        or clause.link == "when"
        or group.lemma in ("note", "record", "report", "minute", "inform", "advise", "remind")
    ):
        return None
    if not _NOW.isdisjoint(group.adverbs) and group.act == "deed":
        return present(clause)
    if _is_given_up(clause):
        return Verdict(status="withdrawn", firmness="reported", rule="action.withdrawn")
    return Verdict(status="completed", firmness="reported", rule="action.past", dated=True)


def present(clause: Clause) -> Verdict | None:
    """What "is now done" or "is done weekly" tells: work that goes on."""
    group, subject = clause.group, clause.subject
    if not group.passive or group.act != "deed" or subject.kind not in (Kind.NAMED, Kind.PROPOSAL):
        return None
    if group.lemma in _BOOKED:
        return None
    now = not _NOW.isdisjoint(group.adverbs)
    if not (now or _AGAIN.match(clause.after.strip())) or yields(clause) or _is_money(subject.text, group.lemma):
        return None
    return Verdict(status="in_progress", firmness="reported", rule="action.now_done")


def denied(clause: Clause) -> Verdict | None:
    """What a denial tells: work that has not begun yet, or that is given up."""
    group, subject = clause.group, clause.subject
    if subject.kind not in (Kind.NAMED, Kind.PROPOSAL, Kind.AIM):
        return None
    begins = group.lemma in ("begin", "start", "commence")
    if group.tense.value == "perfect" and (begins or ("yet" in group.adverbs and group.act in WORK and group.passive)):
        return Verdict(status="planned", firmness="reported", rule="action.not_yet")
    goes = group.lemma in _PURSUED or (
        group.lemma in ("go", "take") and clause.after.lstrip().startswith(("ahead", "forward"))
    )
    ahead = group.tense.value == "future" and (goes or _phrase_goes(clause))
    given = group.passive and goes and "longer" in group.adverbs
    if (ahead or given) and (subject.agent is False):
        return Verdict(status="withdrawn", firmness="reported", rule="action.withdrawn")
    return None


def _phrase_goes(clause: Clause) -> bool:
    return clause.group.act == "event" and clause.group.lemma == "go"


#: A state that "is" or "are" tells: its lifecycle, firmness and rule, and whether it needs a date.
_STATES = {
    "under way": Verdict(status="in_progress", firmness="reported", rule="action.under_way"),
    "due": Verdict(status="planned", firmness="expected", rule="action.due"),
    "complete": Verdict(status="completed", firmness="reported", rule="action.complete"),
    "operational": Verdict(status="completed", firmness="reported", rule="action.operational", dated=True),
    "live": Verdict(status="completed", firmness="reported", rule="action.operational", dated=True),
    "through": Verdict(status="completed", firmness="reported", rule="action.complete"),
    "with": Verdict(status="in_progress", firmness="reported", rule="action.with"),
    "in place": Verdict(status="completed", firmness="reported", rule="action.in_place", dated=True),
    "on hold": Verdict(status="unknown", firmness="reported", rule="action.on_hold"),
}


def state(clause: Clause) -> Verdict | None:
    """What a state tells: under way, due, complete, with somebody, on hold."""
    if clause.group.lemma == "through" and clause.subject.kind is Kind.COUNT:
        return _STATES["through"]
    if clause.subject.kind in (Kind.COUNT, Kind.PEOPLE, Kind.RELATIVE, Kind.NONE):
        return None
    return _STATES.get(clause.group.lemma)
