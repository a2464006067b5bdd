"""Who or what a clause speaks of, and who acts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.vocabulary import Vocabulary


class SubjectKind(StrEnum):
    """What sort of subject a clause has."""

    NONE = "none"
    NAMED = "named"
    WE = "we"
    THEY = "they"
    THIS = "this"
    RELATIVE = "relative"
    THERE = "there"
    COUNT = "count"
    PEOPLE = "people"
    PAPER = "paper"
    AIM = "aim"
    PROPOSAL = "proposal"
    PROGRESS = "progress"


@final
@frozen(kw_only=True)
class Subject:
    """The subject of a clause.

    Attributes:
        kind: what sort.
        text: its words.
        start: offset of its first word in the plain text.
        agent: it is a role, body or group that can act.
        owner: that role, body or group as printed, without a person's name; None where it is none.
        actor: own, partner, government, inspectorate, other council; None where nobody acts.
    """

    kind: SubjectKind
    text: str
    start: int
    agent: bool = False
    owner: str | None = None
    actor: str | None = None


_OPENING = pattern(
    "recognition.subjects.opening",
    r"""(?: and | but | so | also | however | therefore | overall | furthermore | moreover | additionally | meanwhile | finally | while | whilst
    | although | though | even[ ]though | then | subsequently | as[ ]a[ ]result | as[ ]such | to[ ]date | to-date | at[ ]present | in[ ]particular | since[ ]then
    | particularly | unless | if | when | where | because | as | that | until | once | after | before | since | how | why | whether | what )
    (?:,[ ]?|[ ]|\Z)""",
    2,
)
_WHOM = pattern(
    "recognition.subjects.whom",
    r"(?:which|who|whom|that)[ ](?=(?:the|an?|our|its|we|they|it|officers|members|staff)[ ]|(?:just[ ]|over[ ]|about[ ]|only[ ]|some[ ]|around[ ]|under[ ]){0,2}[£0-9])",
    2,
)
#: Who says it, before what is said: "The Head of Finance said Cabinet had put".
_SAID = pattern(
    "recognition.subjects.said",
    r"[A-Z][^,;.:]{1,70}?[ ](?:said|says|stated|reported|confirmed|explained|advised|replied|added|indicated|stressed|thought|believed)[ ](?:that[ ])?(?=[A-Za-z0-9£])",
)
_ADJUNCT = pattern(
    "recognition.subjects.adjunct",
    r"(?:on|in|at|over|during|by|from|under|to|for|following|with|using|through|within|throughout|despite|due[ ]to|based[ ]on|alongside|since|between|across|of)[ ]",
    2,
)
_DETERMINER = pattern(
    "recognition.subjects.determiner",
    r"(?<![A-Za-z'-])(?:the|an?|our|its|their|this|these|all|no|each|every|any)(?=[ ])",
    2,
)
_AFTER_DATE = pattern(
    "recognition.subjects.after_date",
    r"(?:[0-9]{4}(?:[/-][0-9]{1,4})?|[0-9]{1,2}(?:st|nd|rd|th)|today|term)[ ](?=[A-Za-z])",
)
_PREPOSITION = pattern(
    "recognition.subjects.preposition",
    r"[ ](?:of|for|in|within|to|with|at|on|from|about|around|across|between|by|through|during|over|under|into|regarding|behind|the|who|which|that|should|can|could|may|might|must|need|needs|needed|set|including)(?=[ ]|\Z)|,(?=[ ])|[ ]\(",
    2,
)
_SOME = pattern(
    "recognition.subjects.some",
    r"an?[ ](?:[a-z]{3,12}[ ])?(?:number|range|series|variety|combination|group|set|couple|team|selection|programme|package)[ ]of[ ](?=[A-Za-z])",
    2,
)
_LAST_WORD = pattern("recognition.subjects.last_word", r"[A-Za-z'-]{1,40}+\Z")
_COUNT = pattern(
    "recognition.subjects.count",
    r"""(?:(?:over|under|more[ ]than|less[ ]than|up[ ]to|about|around|nearly|almost|only|some|approximately|circa|just|so[ ]far|a[ ]total[ ]of|a[ ]further|an?[ ]estimated)[ ]){0,2}
    (?:[£0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|most|many|few|several|half|none|a[ ]handful|a[ ]number|a[ ]minority|a[ ]majority|a[ ]quarter|a[ ]third)\b)""",
    2,
)
_PAPERS = word_set(
    "report reports paper papers appendix appendices table chart graph section presentation slide slides document minutes annex following paragraph figure figures"
)
_AIMS = word_set("""aim aims ambition ambitions goal goals objective objectives vision priority priorities focus purpose milestone mission aspiration
    task challenge emphasis role remit expectation principle key strategy idea hope desire commitment way approach point need duty requirement theme part element component
    issue question option problem difficulty reason answer solution benefit""")
_PROPOSALS = word_set("proposal proposals plan plans intention suggestion step steps stage")
_PROGRESS = word_set("""progress improvement improvements saving savings challenge challenges impact outcome outcomes reduction reductions risk risks pressure pressures
    difference differences case evidence performance spending spend cost costs demand overspend overspends underspend underspends budgets number numbers rate rates caseload caseloads timeliness morale
    situation position deficit forecast months weeks days years time target targets questions concerns comments lessons statements account reference reasons attention increase decrease factors trends gap funding grant money funds
    change culmination achievements restriction behaviour resources responsibilities contribution percentage proportion figures data volume volumes""")
_TITLED = pattern(
    "recognition.subjects.titled",
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev)\.?(?:[ ][A-Z][A-Za-z'-]{1,20}){1,3}",
)
_PERSON = pattern(
    "recognition.subjects.person",
    r"(?<![A-Za-z'-])([A-Z][a-z]{1,14})[ ]((?:[A-Z]\.?[ ])?(?:Mc|Mac|O'|De[ ]|Van[ ])?[A-Z][a-z'-]{1,20}(?:-[A-Z][a-z]{1,14})?)(?:'s)?",
)

_PRONOUNS = {
    **dict.fromkeys(("which", "who", "whose", "that", "whom"), SubjectKind.RELATIVE),
    **dict.fromkeys(("this", "it", "these", "those"), SubjectKind.THIS),
    **dict.fromkeys(("they", "he", "she", "both"), SubjectKind.THEY),
    "we": SubjectKind.WE,
    "there": SubjectKind.THERE,
    "you": SubjectKind.THERE,
    "here": SubjectKind.THERE,
}


def subject_of(text: str, start: int, end: int, vocabulary: Vocabulary, profile: PaperProfile) -> Subject:
    """The subject that stands in a stretch of a clause before its verb.

    Args:
        text: plain text of the block.
        start: where the clause begins.
        end: where the verb group begins.
        vocabulary: knows roles and bodies (``actor``) and those whom services are for (``people``).
        profile: this council's own names, partners and roles.

    Returns:
        The subject; of kind ``none`` where nothing stands there.
    """
    start, words = _opened(text, start, end)
    last = _LAST_WORD.search(words)
    kind = _PRONOUNS.get(last.group().casefold()) if last else None
    if kind is SubjectKind.WE and " " in words and not _ADJUNCT.match(words) and words[-4:-3] != ",":
        kind = SubjectKind.RELATIVE  # "the culture we are adopting"
    if kind is not None:
        ours = kind is SubjectKind.WE
        return Subject(kind=kind, text=words, start=start, agent=ours, actor="own" if ours else None)
    core = core_of(words)
    owner, actor = who_acts(words, vocabulary, profile)
    return Subject(
        kind=_kind(words, core, owner, vocabulary),
        text=words,
        start=start,
        agent=owner is not None,
        owner=owner,
        actor=actor,
    )


def _opened(text: str, start: int, end: int) -> tuple[int, str]:
    """The clause's beginning without conjunctions and opening words."""
    while start < end and text[start] in " ,;:-'\"":
        start += 1
    for _ in range(3):
        opening = _OPENING.match(text, start, end)
        if opening is None:
            break
        start = opening.end()
    said = _SAID.match(text, start, end)
    start = said.end() if said else start
    whom = _WHOM.match(text, start, end)
    start = whom.end() if whom else start
    return start, text[start:end].strip(" ,-")


def core_of(words: str) -> str:
    """The noun phrase that a subject stands on: opening adjuncts ("In June 2013") and what follows its first preposition left out."""
    for _ in range(2):
        if not _ADJUNCT.match(words):
            break
        comma = words.rfind(", ")
        dated = [found.end() for found in _AFTER_DATE.finditer(words)]
        articles = [found.start() for found in _DETERMINER.finditer(words)]
        cut = comma + 2 if comma > 0 else dated[-1] if dated else articles[-1] if articles else 0
        if not cut:
            break
        words = words[cut:]
    some = _SOME.match(words)
    words = words[some.end() :] if some else words
    cut_at = _PREPOSITION.search(words, 2)
    return words[: cut_at.start()] if cut_at else words


def _kind(words: str, core: str, owner: str | None, vocabulary: Vocabulary) -> SubjectKind:
    if not words:
        return SubjectKind.NONE
    parts = core.casefold().split()
    head = parts[-1].strip("'\"") if parts else ""
    if (
        head in _PAPERS
        and parts[0] in ("this", "the", "that", "these", "those", "appendix", "its", head)
        and " to " not in words
    ):
        return SubjectKind.PAPER
    if _COUNT.match(words) or _COUNT.match(core):
        return SubjectKind.COUNT
    if owner is not None:
        return SubjectKind.NAMED
    if parts and parts[0] in ("this", "these"):
        return SubjectKind.THIS
    if head in _PROPOSALS:
        return SubjectKind.PROPOSAL
    if head in _AIMS:
        return SubjectKind.AIM
    if head in ("case", "cases") and parts[0] in ("every", "each", "all"):
        return SubjectKind.NAMED
    if head in _PROGRESS and parts[-2:] != ["business", "case"]:
        return SubjectKind.PROGRESS
    people = vocabulary.words("people")
    return SubjectKind.PEOPLE if head in people or " ".join(parts[-2:]) in people else SubjectKind.NAMED


def who_acts(words: str, vocabulary: Vocabulary, profile: PaperProfile) -> tuple[str | None, str | None]:
    """The role, body or group that some words name, and what sort of actor it is.

    Args:
        words: a subject, or what stands after "by".
        vocabulary: the field ``actor``.
        profile: this council's roles, partners and own names.

    Returns:
        Owner as printed and actor; both None where the words name nobody who acts.
    """
    named = without_people(words, vocabulary, profile)
    core = core_of(named)
    parts = [part.strip("'\"(),.") for part in core.casefold().split()]
    full = " ".join(parts)
    if any(partner.casefold() in full for partner in profile.partners):
        return _printed(core, named), "partner"
    if full.removeprefix("the ") in {own.casefold().removeprefix("the ") for own in profile.own}:
        return _printed(core, named), "own"
    actors = vocabulary.words("actor")
    for length in (4, 3, 2, 1):
        term = " ".join(parts[-length:])
        if len(parts) >= length and term in actors:
            return _printed(core, named), actors[term]
    joined = core.split(" and ")
    first = joined[0].casefold().removeprefix("the ").strip()
    if len(joined) == 2 and first in actors and joined[1].removeprefix("the ")[:1].isupper():
        return _printed(core, named), actors[first]
    return None, None


def _printed(core: str, words: str) -> str | None:
    """An owner with what belongs to the office ("Head of Practice"), where that is not long."""
    at = words.find(core)
    beyond = _BEYOND.search(words, at + len(core)) if at >= 0 else None
    words = words[: beyond.start()] if beyond else words
    whole = words[at:] if at >= 0 and len(words) - at <= _OFFICE and "," not in words[at:] else core
    return _TRAILING.sub("", whole[:_OFFICE]) or None


_TRAILING = pattern("recognition.subjects.trailing", r"[ ](?:for|of|the|and|an?|to|,)\Z", 2)


#: Words behind an office that belong to the sentence and not to it.
_BEYOND = pattern(
    "recognition.subjects.beyond",
    r"[ ](?:in|on|at|from|to|with|by|joins?|joined|starts?|started|has|is|was|will|who|which|[0-9][^ ]*)(?=[ ]|\Z)",
    2,
)
#: Characters of the longest office printed as an owner.
_OFFICE = 90


def without_people(words: str, vocabulary: Vocabulary, profile: PaperProfile) -> str:
    """Words with the names of persons left out: a role that the profile knows stands for its holder's name."""
    for name, role in profile.roles.items():
        words = words.replace(name, role)
    words = _TITLED.sub("", words)
    given = vocabulary.words("given_name")
    words = _PERSON.sub(lambda found: "" if found.group(1).casefold() in given else found.group(), words)
    return " ".join(words.split()).strip(" ,-()")
