"""Grades that an inspectorate gave, told from what a speaker says of the authority and from plain adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.grades import GRADE, GRADE_WORDS, grades_of, is_elsewhere, scopes_in
from cstrack.recognition.inspections import Inspection, date_of, framework_named, inspection_of
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_LINE = pattern(
    "recognition.judgements.line",
    rf"\A(?P<scope>[A-Za-z][A-Za-z ,&'/()-]{{3,120}}?)[ ]?(?::|-|\||\bis\b|\bwas\b|\bare\b|\bwere\b)[ ]?(?:still[ ]|now[ ]|judged[ ](?:to[ ]be[ ]|as[ ])?)?['\"]?(?P<grade>{GRADE})['\"]?[ .;|]{{0,3}}\Z",
    2,
)
_SELF = pattern(
    "recognition.judgements.self_described",
    r"\b(?:a|an)[ ](?:council|authority|service)[ ](?:that[ ]|which[ ])?requir(?:es|ing|ed)[ ]improvement\b",
    2,
)
_SUPPOSED = pattern(
    "recognition.judgements.supposed",
    r"\b(?:if|(?-i:may)|might|could|would|should|expects?|expected|hopes?|hoped|hoping|confident|aims?|aiming|ambition|target|predict(?:ed)?|next|towards?|to[ ]become|to[ ]get[ ]to|journey[ ]to|path[ ]to|working|distance|strive|striving)\b",
    2,
)
_ANY_GRADE = pattern("recognition.judgements.any_grade", rf"\b{GRADE}\b", 2)
_HEARD = word_set(
    """ofsted ofsted's cqc hmip inspection inspections inspected inspectorate inspectors inspector re-inspection reinspection judgement judgements
    judgment judgments judged graded rated ilacs sif jtai"""
)
#: Blocks below the words "inspection" or "Ofsted" in which a bare line can be a grade.
_NEAR = 12


@final
@frozen
class Told:
    """A grade with its scope, on whose word it stands, and where its words end; -1 of a line that is only scope and grade."""

    grade: str
    scope: str | None
    basis: str
    at: int = -1


def recognise_judgements(scene: Scene) -> Iterator[Statement]:
    """The judgements of a paper, in reading order.

    Args:
        scene: the paper.

    Yields:
        One statement for each grade and scope.
    """
    inspection: Inspection | None = None
    for index, block in enumerate(scene.document.blocks):
        text = scene.text(index)
        for sentence in scene.sentences.get(index, ()):
            words = text[sentence.start : sentence.end]
            heard = scene.says(sentence, _HEARD) or bool(framework_named(scene, words))
            if heard or (inspection and inspection.block == index):
                before = inspection if inspection and inspection.block == index else None
                inspection = inspection_of(scene, sentence, before)
            if block.kind is BlockKind.HEADING:
                continue
            yield from _of_sentence(scene, sentence, words, inspection, heard=heard)


def _of_sentence(
    scene: Scene, sentence: Sentence, words: str, inspection: Inspection | None, *, heard: bool
) -> Iterator[Statement]:
    if not scene.says(sentence, GRADE_WORDS):
        return
    described = _SELF.search(words)
    if described:
        start, end = sentence.start + described.start(), sentence.start + described.end()
        yield _made(scene, sentence, (start, end), Told("requiring improvement", None, "self-described"), inspection)
        return
    near = inspection if inspection and sentence.block - inspection.block <= _NEAR else None
    line = _line(scene, sentence, words, near)
    if line:
        yield _made(scene, sentence, (sentence.start, sentence.end), line, near)
    elif heard or (near and near.block in (sentence.block, scene.document.blocks[sentence.block].heading)):
        yield from _judged(scene, sentence, inspection)


def _line(scene: Scene, sentence: Sentence, words: str, near: Inspection | None) -> Told | None:
    """A line that is a scope and its grade: "Adoption performance: Good"."""
    line = _LINE.match(words)
    if line is None or sentence.start or is_elsewhere(line.group("scope")) or _ANY_GRADE.search(line.group("scope")):
        return None
    scope = _scope(scene, line.group("scope"))
    listed = scene.document.blocks[sentence.block].kind is not BlockKind.PARAGRAPH
    return Told(line.group("grade"), line.group("scope"), "published") if scope or (near and listed) else None


def _judged(scene: Scene, sentence: Sentence, inspection: Inspection | None) -> Iterator[Statement]:
    """The grades that verbs and nouns of judging tell in a sentence."""
    text = scene.text(sentence.block)
    for found in grades_of(scene, sentence):
        basis = "expected" if _SUPPOSED.search(text, sentence.start, found.told) else "published"
        scope = _scope(scene, text[found.start : max(found.told, found.end)])
        yield _made(scene, sentence, (found.start, found.end), Told(found.grade, scope, basis, found.told), inspection)


def _scope(scene: Scene, words: str) -> str | None:
    folded = " ".join(words.casefold().strip(" .:-").split())
    scopes = scene.vocabulary.words("scope")
    if folded in scopes:
        return scopes[folded]
    found = scopes_in(folded, scopes)
    return found[0][2] if found else None


def _made(
    scene: Scene, sentence: Sentence, stretch: tuple[int, int], told: Told, inspection: Inspection | None
) -> Statement:
    start, end = stretch
    found = inspection if told.basis == "published" else None
    mention = date_of(scene, sentence, stretch, told.at if told.at >= 0 else start, found)
    inherited = mention is not None and mention.block != sentence.block
    folded = " ".join(told.grade.casefold().replace("-", " ").split())
    return scene.statement(
        StatementKind.JUDGEMENT,
        sentence.block,
        start,
        end,
        "judgement.line" if told.scope and told.at < 0 else f"judgement.{told.basis}",
        (
            ("grade", scene.vocabulary.words("grade").get(folded, folded)),
            ("scope", told.scope),
            ("basis", told.basis),
            ("inspectorate", found.inspectorate if found else None),
            ("framework", found.framework if found else None),
        ),
        on=mention.period if mention else None,
        marks=(mention.span,) if mention else (),
        inferred=("on",) if inherited else (),
    )
