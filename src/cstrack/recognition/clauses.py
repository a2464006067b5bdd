"""Sentences cut into clauses: each verb group with its subject and the words that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.modality import verb_groups
from cstrack.recognition.subjects import SubjectKind, subject_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.facts.statement import Sentence
    from cstrack.recognition.modality import VerbGroup
    from cstrack.recognition.scene import Scene
    from cstrack.recognition.subjects import Subject


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
    r"""(?P<mark>[;:](?=[ ]) | [ ]-(?=[ ])) | (?:,[ ]|[ ])(?P<word>and|but|while|whilst|which|that|who|whose|when|where|as|because|if|so|although|until|unless|before|after|since|how|why|whether|what)(?=[ ])""",
    2,
)


_CONCEDES = pattern(
    "recognition.clauses.concedes", r"(?:whilst|while|although|though|if|unless|because|since)(?=[ ])", 2
)
#: Words before a past form that make it no verb of its own.
_NO_SUBJECT = word_set(
    "the a an as and or be been being is are was were has have had not to of by in on at for with recently newly"
)
_STARTS_SUBJECT = word_set("""the a an this these those it they we there he she our its their all no each some both any new who which that
    officers members staff work recruitment children's services""")


def clauses_of(scene: Scene, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order.

    Args:
        scene: the paper.
        sentence: one of its sentences.

    Returns:
        One clause for each verb group; none where the sentence has no auxiliary.
    """
    text = scene.text(sentence.block)
    groups = [
        evolve(group, start=group.start + sentence.start, end=group.end + sentence.start)
        for group in verb_groups(text[sentence.start : sentence.end], scene.lexicon)
    ]
    starts = [_opening(text, sentence, groups, at) for at in range(len(groups))]
    found: list[Clause] = []
    for at, group in enumerate(groups):
        start, link = starts[at]
        following = starts[at + 1][0] if at + 1 < len(groups) else 0
        end = following if following > group.end else _tail(scene, text, group.end, sentence.end)
        subject = subject_of(text, start, group.start, scene.vocabulary, scene.profile)
        if subject.kind is SubjectKind.NONE and found and link in ("", "and", "but"):
            subject = found[-1].subject
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


def _tail(scene: Scene, text: str, start: int, end: int) -> int:
    """Where the last clause ends: before what a past form tells of its own, "..., and the first meeting focused on"."""
    for mark in ("; ", ", and "):
        cut = text.find(mark, start, end)
        if cut < 0:
            continue
        words = text[cut + len(mark) : end].casefold().split()
        if (mark == "; " and len(words) > 2) or any(
            word.strip(",.") in scene.lexicon.participles and words[at].strip(",") not in _NO_SUBJECT
            for at, word in enumerate(words[1:12])
        ):
            end = cut
    return end


def _opening(text: str, sentence: Sentence, groups: list[VerbGroup], at: int) -> tuple[int, str]:
    """Where the clause of a group begins, and the word that joins it."""
    floor = groups[at - 1].end if at else sentence.start
    ceiling = groups[at].start
    concedes = None if at else _CONCEDES.match(text, floor, ceiling)
    best, link = (
        floor,
        concedes.group().casefold().replace("while", "whilst").replace("whilstst", "whilst") if concedes else "",
    )
    fallback: int | None = None
    for joint in _JOINT.finditer(text, floor, ceiling + 1):
        if joint.end() > ceiling:
            break
        word = (joint.group("word") or joint.group("mark").strip()).casefold()
        place = joint.start("word") if joint.group("word") else joint.end()
        if word in ("and", "but") and not _starts_clause(
            text, joint.end() + 1, ceiling, joint.group()[0] == ",", at == 0
        ):
            fallback = place
            continue
        best, link, fallback = place, word, None
    if fallback is not None and at and link == "":
        return fallback, "and"
    return best, link


def _starts_clause(text: str, start: int, ceiling: int, comma: bool, first: bool) -> bool:
    """Whether the words between "and" and a verb are a subject of their own."""
    words = text[start:ceiling].casefold().split()
    if not words:
        return not first
    pronoun = len(words) == 1 and words[0] in _STARTS_SUBJECT
    return pronoun if first and not comma else words[0] in _STARTS_SUBJECT
