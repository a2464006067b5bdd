"""Grades that an inspectorate gave, told from what a speaker says of the authority and from plain adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.stretches import clause_end, clause_start
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene

_GRADE = r"(?:outstanding|good|adequate|requir(?:es|ing|ed|e)[ -]improvement(?:[ ]to[ ]be[ ]good)?|inadequate)"
_LINE = pattern(
    "recognition.judgements.line",
    rf"\A(?P<scope>[A-Za-z][A-Za-z ,&'/()-]{{3,120}}?)[ ]?(?::|-|\||\bis\b|\bwas\b|\bare\b|\bwere\b)[ ]?(?:still[ ]|now[ ]|judged[ ](?:to[ ]be[ ]|as[ ])?)?['\"]?(?P<grade>{_GRADE})['\"]?[ .;|]{{0,3}}\Z",
    2,
)
_JUDGED = pattern(
    "recognition.judgements.judged",
    rf"""\b(?:(?:judged|rated|graded|assessed|found|deemed|declared|judgement[ ]of|judgment[ ]of|grade[ ]of|grading[ ]of|rating[ ]of|outcome[ ]of|remained|remains|as|overall|received|achieved|awarded)(?:[ ](?:to[ ]be|as|an?|overall|council|council's|authority|us|children's|social|care|local|still|again|overall[ ]as|of|services?|the|children's|be|remain|remained|remains|now|was|is|were|are)){{0,4}}[ ]['"]?(?P<after>{_GRADE})\b
    |(?:judged|rated|graded)[ ][A-Za-z' -]{{1,70}}?[ ](?P<named>{_GRADE})(?=[ ]?(?:[.,;:)]|\Z|(?:in|and|but|overall|with|by|at|for|following)\b))
    |['"]?\b(?P<before>{_GRADE})['"]?[ ](?:overall[ ])?(?:judgements?|judgments?|grades?|gradings?|ratings?|inspection[ ](?:outcome|result|report|judgement))\b
    |\b(?:services?|effectiveness|council|authority|overall|judgements?|judgments?|grades?|ratings?|outcomes?|leadership|practice)[ ](?:[A-Za-z' ]{{0,40}}?)?(?:was|were|is|are|remained?|remains)[ ](?:still[ ]|now[ ]|again[ ])?['"]?(?P<stated>{_GRADE})\b)""",
    2,
)
_SELF = pattern(
    "recognition.judgements.self_described",
    r"\b(?:a|an)[ ](?:council|authority|service)[ ](?:that[ ]|which[ ])?requir(?:es|ing|ed)[ ]improvement\b",
    2,
)
_ELSEWHERE = pattern(
    "recognition.judgements.elsewhere",
    r"\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|settings?|providers?|childminders?|children's[ ](?:homes?|centres?)|residential[ ]homes?|homes|agencies|colleges?|early[ ]years)\b",
    2,
)
_SUPPOSED = pattern(
    "recognition.judgements.supposed",
    r"\b(?:if|may|might|could|would|should|expects?|expected|hopes?|hoped|hoping|confident|aims?|aiming|ambition|target|predict(?:ed)?|next|towards?|to[ ]become|to[ ]get[ ]to|journey[ ]to|path[ ]to|working|distance|strive|striving)\b",
    2,
)
_INSPECTORATE = pattern(
    "recognition.judgements.inspectorate", r"\b(?:ofsted|cqc|care[ ]quality[ ]commission|hmip|hmicfrs)\b", 2
)


_ANY_GRADE = pattern("recognition.judgements.any_grade", rf"\b{_GRADE}\b", 2)
_HEARD = word_set(
    """ofsted ofsted's cqc hmip inspection inspections inspected inspectorate inspectors inspector re-inspection reinspection judgement judgements
    judgment judgments ilacs sif jtai"""
)
_GRADES = word_set("outstanding good adequate inadequate improvement requires-improvement")
#: Grades printed with a capital, each before what it is for: "Good overall, Requires Improvement for out-of-court work".
_PRINTED = pattern(
    "recognition.judgements.printed",
    r"""(?:(?<=[:;,][ ])|(?<=and[ ])|\A)(?P<before>Outstanding|Good|Adequate|Requires[ ][Ii]mprovement(?:[ ]to[ ]be[ ][Gg]ood)?|Inadequate)[ ](?:overall|for|in)\b
    (?P<after>(?!))?(?P<stated>(?!))?(?P<named>(?!))?""",
)
_DATES = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SPAN, PeriodKind.CHOICE, PeriodKind.CALENDAR_YEAR)
#: Blocks below the words "inspection" or "Ofsted" in which a bare line can be a grade.
_NEAR = 12


@final
@frozen
class Told:
    """A grade with its scope and on whose word it stands."""

    grade: str
    scope: str | None
    basis: str


@final
@frozen(kw_only=True)
class Inspection:
    """The inspection that judgements are of, as the lines above tell it.

    Attributes:
        block: index of the block that speaks of it.
        date: when it was, or was published.
        inspectorate: as printed.
        framework: SIF, ILACS ...; None where neither words nor date tell it.
    """

    block: int
    date: PeriodMention | None = None
    inspectorate: str | None = None
    framework: str | None = None


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
            heard = scene.says(sentence, _HEARD)
            if heard or (inspection and inspection.block == index):
                inspection = _inspection(
                    scene, index, sentence, inspection if inspection and inspection.block == index else None
                )
            if block.kind is BlockKind.HEADING:
                continue
            yield from _of_sentence(scene, sentence, words, inspection, heard=heard)


def _of_sentence(
    scene: Scene, sentence: Sentence, words: str, inspection: Inspection | None, *, heard: bool
) -> Iterator[Statement]:
    if not scene.says(sentence, _GRADES):
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
    if (
        line is None
        or sentence.start
        or _ELSEWHERE.search(line.group("scope"))
        or _ANY_GRADE.search(line.group("scope"))
    ):
        return None
    scope = _scope(scene, line.group("scope"))
    listed = scene.document.blocks[sentence.block].kind is not BlockKind.PARAGRAPH
    return Told(line.group("grade"), line.group("scope"), "published") if scope or (near and listed) else None


def _judged(scene: Scene, sentence: Sentence, inspection: Inspection | None) -> Iterator[Statement]:
    """The grades that verbs and nouns of judging tell in a sentence."""
    text, floor = scene.text(sentence.block), sentence.start
    matches = list(_JUDGED.finditer(text, sentence.start, sentence.end))
    matches = matches or list(_PRINTED.finditer(text, sentence.start, sentence.end))
    for at, match in enumerate(matches):
        before = text[max(floor, match.start() - 100) : match.start()]
        behind = min(sentence.end, match.end() + 12)
        if _ELSEWHERE.search(before) or _ELSEWHERE.search(text, match.start(), behind):
            continue
        basis = "expected" if _SUPPOSED.search(text, sentence.start, match.end()) else "published"
        grade = match.group("after") or match.group("named") or match.group("before") or match.group("stated")
        start = max(floor, clause_start(text, sentence.start, match.start()))
        end = clause_end(text, match.end(), sentence.end)
        if at + 1 < len(matches) and matches[at + 1].start() < end:
            cuts = [text.rfind(mark, match.end(), matches[at + 1].start()) for mark in (" and ", ", ")]
            end = max((cut for cut in cuts if cut >= 0), default=match.end())
        floor = end
        yield _made(
            scene, sentence, (start, end), Told(grade, _scope(scene, text[start : match.end()]), basis), inspection
        )


def _scope(scene: Scene, words: str) -> str | None:
    folded = " ".join(words.casefold().strip(" .:-").split())
    scopes = scene.vocabulary.words("scope")
    if folded in scopes:
        return scopes[folded]
    return next(
        (
            name
            for printed, name in sorted(scopes.items(), key=lambda pair: -len(pair[0]))
            if len(printed) > 6 and printed in folded
        ),
        None,
    )


def _inspection(scene: Scene, index: int, sentence: Sentence, before: Inspection | None) -> Inspection:
    text = scene.text(index)
    words = text[sentence.start : sentence.end]
    date = next((one for one in scene.between(index, sentence.start, sentence.end) if one.period.kind in _DATES), None)
    named = _INSPECTORATE.search(words)
    folded = words.casefold()
    told = next(
        (name for printed, name in scene.vocabulary.words("framework").items() if f" {printed}" in f" {folded}"), None
    )
    date = date or (before.date if before else None)
    return Inspection(
        block=index,
        date=date,
        inspectorate=named.group() if named else before.inspectorate if before else None,
        framework=told or (before.framework if before else None),
    )


def _made(
    scene: Scene, sentence: Sentence, stretch: tuple[int, int], told: Told, inspection: Inspection | None
) -> Statement:
    start, end = stretch
    found = inspection if told.basis == "published" else None
    mention = _nearest(scene, sentence, start, end) or (found.date if found else None)
    inherited = mention is not None and mention.block != sentence.block
    folded = " ".join(told.grade.casefold().replace("-", " ").split())
    return scene.statement(
        StatementKind.JUDGEMENT,
        sentence.block,
        start,
        end,
        "judgement.line" if told.scope and stretch == (sentence.start, sentence.end) else f"judgement.{told.basis}",
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


def _nearest(scene: Scene, sentence: Sentence, start: int, end: int) -> PeriodMention | None:
    """The date nearest to a stretch, one inside it before all others."""
    dated = [one for one in scene.between(sentence.block, sentence.start, sentence.end) if one.period.kind in _DATES]
    inside = [one for one in dated if start <= one.start < end]
    return min(inside or dated, key=lambda one: min(abs(one.start - start), abs(one.start - end)), default=None)
