"""Sentences cut into clauses: each verb group with its subject and the words that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.modality import verb_groups
from cstrack.recognition.subjects import Subject, SubjectKind, subject_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.facts.statement import Sentence
    from cstrack.recognition.modality import VerbGroup
    from cstrack.recognition.scene import Scene


@final
@frozen(kw_only=True)
class Clause:
    """One verb group in its place.

    Attributes:
        group: the verb.
        subject: who or what it speaks of.
        start: where the clause begins in the plain text.
        end: where it ends: before the next clause, at the latest at the end of the sentence.
        link: the word that joins it to what stands before: ``which``, ``as``, ``and`` ...; empty where none does.
        before: words of the sentence before the clause, lower case.
        after: words after the verb up to the clause's end.
    """

    group: VerbGroup
    subject: Subject
    start: int
    end: int
    link: str = ""
    before: str = ""
    after: str = ""


#: What may part two clauses: a semicolon or colon, a dash between blanks, or a joining word.
_JOINT = pattern(
    "recognition.clauses.joint",
    r"""(?P<mark>[;:](?=[ ]) | [ ]-(?=[ ])) | (?:,[ ]|(?<!looked)(?<!looking)[ ])(?P<word>and|but|while|whilst|which|that|who|whose|when|where|as|because|if|so|although|until|unless|before|after|since|how|why|whether|what)(?=[ ])""",
    2,
)


_CONCEDES = pattern(
    "recognition.clauses.concedes", r"(?:whilst|while|although|though|if|unless|because|since)(?=[ ])", 2
)
#: Words before a past form that make it no verb of its own.
_NO_SUBJECT = word_set(
    "the a an as and or be been being is are was were has have had not to of by in on at for with recently newly"
)
#: A second verb of the same subject, in the present tense that sets something ahead: "has been recruited and starts on".
GOES_ON = pattern(
    "recognition.clauses.goes_on",
    r"[ ]and[ ](?:starts?|begins?|opens?|closes?|goes|comes|launches|moves|returns|reports|joins|arrives|takes[ ](?:place|over|effect))[ ](?=on\b|in\b|at\b|from\b|by\b|to\b|next\b)",
    2,
)
#: Links of sentences that begin with a concession, a condition or a reason.
_CONCESSIONS = {"whilst": "whilst", "while": "whilst", "although": "although", "though": "although"}
#: Words in which a past form is looked for.
_FAR = 13
_STARTS_SUBJECT = word_set("""the a an this these those it they we there he she our its their all no each some both any new who which that
    officers members staff work recruitment children's services""")


_NUMBERS = word_set("one two three four five six seven eight nine ten")


def clauses_of(scene: Scene, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order.

    Args:
        scene: the paper.
        sentence: one of its sentences.

    Returns:
        One clause for each verb group; none where the sentence has no auxiliary.
    """
    text = scene.text(sentence.block)
    groups = list(verb_groups(text, scene.lexicon, sentence.start, sentence.end))
    starts = [_opening(scene, sentence, groups, at) for at in range(len(groups))]
    found: list[Clause] = []
    for at, group in enumerate(groups):
        start, link = starts[at]
        following = starts[at + 1][0] if at + 1 < len(groups) else 0
        end = following if following > group.end else _tail(scene, text, group.end, sentence.end)
        subject = subject_of(text, start, group.start, scene.vocabulary, scene.profile)
        if subject.kind is SubjectKind.NONE and link in ("", "and", "but"):
            subject = _carried(found) or Subject(kind=SubjectKind.NAMED, text="", start=start)
        found.append(
            Clause(
                group=group,
                subject=subject,
                start=start,
                end=end,
                link=link,
                before=text[sentence.start : start].casefold(),
                after=text[group.end : end],
            )
        )
    return tuple(found)


def _carried(found: list[Clause]) -> Subject | None:
    """The subject that goes on behind "and": the last one that no relative clause holds."""
    own = (one.subject for one in reversed(found) if one.subject.kind not in (SubjectKind.RELATIVE, SubjectKind.NONE))
    return next(own, None)


def _tail(scene: Scene, text: str, start: int, end: int) -> int:
    """Where the last clause ends: before what a past form tells of its own, "..., and the first meeting focused on"."""
    goes_on = GOES_ON.search(text, start, end)
    end = goes_on.start() if goes_on else end
    for mark in ("; ", ", and "):
        cut = text.find(mark, start, end)
        if cut < 0:
            continue
        behind = text[cut + len(mark) : end]
        if (mark == "; " and behind.count(" ") > 1) or _past_form(scene, behind):
            end = cut
    return end


def _past_form(scene: Scene, words: str) -> bool:
    """Whether a past form stands among some words with a subject before it."""
    parts = words.casefold().split()[:_FAR]
    return any(
        part.strip(",.") in scene.lexicon.participles and parts[at].strip(",") not in _NO_SUBJECT
        for at, part in enumerate(parts[1:])
    )


def _opening(scene: Scene, sentence: Sentence, groups: list[VerbGroup], at: int) -> tuple[int, str]:
    """Where the clause of a group begins, and the word that joins it."""
    text = scene.text(sentence.block)
    floor, ceiling = groups[at - 1].end if at else sentence.start, groups[at].start
    concedes = None if at else _CONCEDES.match(text, floor, ceiling)
    best, link = floor, _CONCESSIONS.get(concedes.group().casefold(), "if") if concedes else ""
    fallback: int | None = None
    for joint in _JOINT.finditer(text, floor, ceiling + 1):
        if joint.end() > ceiling:
            break
        word = (joint.group("word") or joint.group("mark").strip()).casefold()
        place = joint.start("word") if joint.group("word") else joint.end()
        if word in ("which", "who", "that") and text[joint.end() : ceiling].rstrip().endswith(","):
            continue  # the clause it opens is closed before the verb
        if word in ("and", "but"):
            free = at > 0 or joint.group().startswith(",") or _past_form(scene, text[floor : joint.start()])
            if not _starts_clause(text[joint.end() : ceiling], free=free, first=at == 0):
                fallback = place
                continue
        best, link, fallback = place, word, None
    if fallback is not None and at and link == "":
        return fallback, "and"
    return best, link


def _starts_clause(between: str, *, free: bool, first: bool) -> bool:
    """Whether the words between "and" and a verb are a subject of their own."""
    words = between.casefold().split()
    if not words:
        return not first or free
    opens = words[0] in _STARTS_SUBJECT or words[0] in _NUMBERS or words[0].isdigit()
    return opens if free else opens and len(words) == 1
