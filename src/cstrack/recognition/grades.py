"""The grades of a sentence: told by verbs and nouns of judging, carried on to what is joined to them, and shared by "so was", "as were"."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.stretches import clause_end, clause_start
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.facts.statement import Sentence
    from cstrack.recognition.scene import Scene

#: Grades as the frameworks print them, from the annual assessments ("performs well", "grade 3") to today's.
GRADE = (
    r"(?:outstanding|good|adequate|requir(?:es|ing|ed|e)[ -]improvement(?:[ ]to[ ]be[ ]good)?|inadequate"
    r"|widespread[ ]and/or[ ]systemic[ ]failings|inconsistent[ ]experiences(?:[ ]and[ ]outcomes)?|typically[ ]positive[ ]experiences(?:[ ]and[ ]outcomes)?"
    r"|perform(?:s|ing|ed)?[ ](?:poorly|adequately|well|excellently)|grade[ ][1-4])"
)
#: One of these stands in every sentence that tells a grade.
GRADE_WORDS = word_set(
    "outstanding good adequate inadequate improvement requires-improvement poorly adequately well excellently grade same systemic inconsistent typically"
)
_JUDGED = pattern(
    "recognition.grades.judged",
    rf"""\b(?:(?:judged|rated|graded|assessed|found|deemed|declared|judgement[ ]of|judgment[ ]of|grade[ ]of|grading[ ]of|rating[ ]of|outcome[ ]of|rating[ ]was|remained|remains|as|overall|received|achieved|awarded|gave|to)(?:[ ](?:to[ ]be|as|an?|overall|council|council's|authority|us|children's|social|care|local|still|again|overall[ ]as|of|services?|the|children's|be|remain|remained|remains|now|was|is|were|are|that|they|it)){{0,4}}[ ]['"]?(?P<after>{GRADE})\b
    |(?:judged|rated|graded|assessed|found)[ ][A-Za-z' -]{{1,70}}?[ ](?:to[ ]be[ ]|as[ ])?(?P<named>{GRADE})(?=[ ]?(?:[.,;:)]|\Z|(?:in|and|but|overall|with|by|at|for|following|while|whilst|on)\b))
    |['"]?\b(?P<before>{GRADE})['"]?[ ](?:overall[ ])?(?:judgements?|judgments?|grades?|gradings?|ratings?|inspection[ ](?:outcome|result|report|judgement))\b
    |\b(?:it|this)[ ](?:had|has)[ ](?:previously[ ])?been[ ]['"]?(?P<been>{GRADE})(?=[ ]?(?:[.,;]|\Z|(?:before|overall|since|until|in)\b))
    |\b(?P<wide>widespread[ ]and/or[ ]systemic[ ]failings|(?:inconsistent|typically[ ]positive)[ ]experiences(?:[ ]and[ ]outcomes)?)\b
    |\b(?:services?|effectiveness|council|authority|overall|judgements?|judgments?|grades?|ratings?|outcomes?|leadership|practice|leaders|capacity|management|governance|protection|permanence|performance|care|leavers)[ ](?:[A-Za-z' ]{{0,40}}?)?(?:was|were|is|are|remained?|remains|being)[ ](?:still[ ]|now[ ]|again[ ]|also[ ]|both[ ])?['"]?(?P<stated>{GRADE})(?=[ ]?(?:[.,;:)'"]|\Z|(?:in|and|but|overall|with|by|at|for|following|while|whilst|on|across|when)\b))
    |\b(?:services?|council|authority)[ ](?:in[ ][A-Za-z -]{{2,30}}[ ])?(?P<verbal>requires?[ ]improvement[ ]to[ ]be[ ]good|performs?[ ](?:poorly|adequately|well|excellently))\b)""",
    2,
)
#: Grades printed with a capital, each before what it is for: "Good overall, Requires Improvement for out-of-court work".
_PRINTED = pattern(
    "recognition.grades.printed",
    r"""(?:(?<=[:;,][ ])|(?<=and[ ])|\A)(?P<grade>Outstanding|Good|Adequate|Requires[ ][Ii]mprovement(?:[ ]to[ ]be[ ][Gg]ood)?|Inadequate)[ ](?:overall|for|in)\b""",
)
_REQUIRES = pattern("recognition.grades.requires", r"\brequire[sd]?[ ]improvement(?:[ ]to[ ]be[ ]good)?\b", 2)
_ANY = pattern("recognition.grades.any", rf"(?<![A-Za-z])(?P<grade>{GRADE})\b", 2)
#: What may follow a grade that is one, and not an adjective before its noun.
_CLOSED = pattern(
    "recognition.grades.closed",
    r"['\"]?[ ]?(?:\([^()]{1,20}\))?(?![ ]in[ ](?:[0-9]{1,3}(?![0-9])|most|many|some))(?:[.,;:)|]|\Z|[ ](?:and|but|for|in|overall|with|while|whilst|on|at|across|by|to|or|as|respectively|when|since|from|under|following|after|before|despite|because|if|which|although|though|against)\b)",
    2,
)
_DIRECTLY = pattern("recognition.grades.directly", r",?[ ](?:and|but|then)[ ]\Z", 2)
_FOR = pattern("recognition.grades.for", r"['\"]?[ ](?:for|in)[ ]", 2)
_COPULA = pattern(
    "recognition.grades.copula", r"\b(?:was|were|is|are|as|be|rated|graded|judged|found|also|both)[ ]['\"]?\Z", 2
)
#: The grade that something left behind: "from inadequate to requires improvement".
_LEFT = pattern(
    "recognition.grades.left", r"\b(?:from|of|out[ ]of|previously|formerly|was)[ ](?:an?[ ]|being[ ])?['\"]?\Z", 2
)
_GAINED = pattern("recognition.grades.gained", rf"['\"]?[ ](?:grade[ ])?to[ ]['\"]?{GRADE}\b", 2)
_SAME = pattern(
    "recognition.grades.same",
    r"""(?:[;,]|\band|\bwhile|\bwhilst)[ ](?:(?:so|as)[ ](?:too[ ]|also[ ])?(?:was|were|is|are|did)[ ](?P<so>[^.;]{3,180})
    |(?:the[ ])?same[ ](?:grade|judgement|judgment|rating)[ ](?:[a-z]{2,8}[ ]){0,2}?(?:for|to|applied[ ]to)[ ](?P<same>[^.;]{3,180})
    |(?P<subject>[A-Za-z][A-Za-z,' -]{3,100}?)[ ](?:(?:was|were)[ ](?:[a-z]{4,8}[ ])?)?(?:the[ ]same|likewise|similarly[ ](?:graded|judged|rated)))""",
    2,
)
_ELSEWHERE = pattern(
    "recognition.grades.elsewhere",
    r"\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|settings?|providers?|childminders?|children's[ ](?:homes?|centres?)|residential[ ]homes?|homes|agencies|colleges?|early[ ]years|case[ ]files|files|audits?|cases|(?:re-?)?audited|of[ ](?:those|these|them)|assessments[ ](?:looked|audited|sampled))\b",
    2,
)


@final
@frozen(kw_only=True)
class Graded:
    """A grade in its sentence.

    Attributes:
        start: where its clause begins in the block's plain text.
        end: where it ends.
        told: where the words end by which the grade is told.
        grade: as printed.
    """

    start: int
    end: int
    told: int
    grade: str


def is_elsewhere(words: str) -> bool:
    """Whether some words are about a school, a home, a provider or files, whose grades are not the authority's."""
    return _ELSEWHERE.search(words) is not None


def grades_of(scene: Scene, sentence: Sentence) -> tuple[Graded, ...]:
    """The grades that a sentence tells of the authority, in order.

    Args:
        scene: the paper.
        sentence: a sentence that speaks of an inspection.

    Returns:
        One for each grade and thing graded.
    """
    text = scene.text(sentence.block)
    told = _told(text, sentence) + _required(scene, text, sentence)
    marks = sorted((*told, *_joined(scene, text, sentence, told)), key=lambda mark: mark[1])
    shared = list(_SAME.finditer(text, marks[0][1], sentence.end)) if marks else []
    found = list(_stretches(scene, text, sentence, marks, [one.start() for one in shared]))
    for one in shared:
        before = [graded for graded in found if graded.told <= one.start()]
        if before:
            found += _sharing(scene, one, before[-1].grade)
    return tuple(sorted(found, key=lambda graded: (graded.start, graded.end)))


def _told(text: str, sentence: Sentence) -> list[tuple[int, int, str]]:
    """Where verbs and nouns of judging tell a grade: start and end of their words, and the grade."""
    found: list[tuple[int, int, str]] = []
    for match in _JUDGED.finditer(text, sentence.start, sentence.end):
        grade = next(
            word for word in match.group("after", "named", "before", "been", "wide", "stated", "verbal") if word
        )
        if _GAINED.match(text, match.end()) or not (
            match.group("before") or match.group("wide") or _CLOSED.match(text, match.end())
        ):
            continue
        if (
            match.group().casefold().startswith("to ")
            and " from " not in text[max(0, match.start() - 60) : match.start()]
        ):
            continue
        found.append((match.start(), match.end(), grade))
    if found:
        return found
    return [
        (match.start(), match.end(), match.group("grade"))
        for match in _PRINTED.finditer(text, sentence.start, sentence.end)
    ]


def _required(scene: Scene, text: str, sentence: Sentence) -> list[tuple[int, int, str]]:
    """Where a thing that frameworks grade "required improvement", told as a verb."""
    found: list[tuple[int, int, str]] = []
    for match in _REQUIRES.finditer(text, sentence.start, sentence.end):
        scopes = scopes_in(
            text[max(sentence.start, match.start() - 80) : match.start()], scene.vocabulary.words("scope")
        )
        if scopes and max(sentence.start, match.start() - 80) + scopes[-1][1] >= match.start() - 1:
            found.append((match.start(), match.end(), match.group()))
    return found


def _joined(
    scene: Scene, text: str, sentence: Sentence, told: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Further grades behind one that is told: "good for leadership and outstanding for care leavers", "with leadership good"."""
    if not told:
        return
    ends = told[0][1]
    for match in _ANY.finditer(text, ends, sentence.end):
        if any(start <= match.start() < end for start, end, _ in told) or not _CLOSED.match(text, match.end()):
            continue
        left = max(ends, clause_start(text, sentence.start, match.start()))
        between = text[left : match.start()]
        scoped = scopes_in(between, scene.vocabulary.words("scope")) or _COPULA.search(between)
        behind = _FOR.match(text, match.end()) and (
            _DIRECTLY.search(between) or between.strip(" ,") in ("", "and", "but")
        )
        if (scoped or behind or _DIRECTLY.search(text[left - 5 : match.start()])) and not _LEFT.search(between):
            yield match.start(), match.end(), match.group("grade")


def _joint(scene: Scene, text: str, start: int, end: int) -> int:
    """Where the words of the next grade begin between two: before its scope, whose own "and" parts nothing."""
    scopes = [one for one in scopes_in(text[start:end], scene.vocabulary.words("scope")) if one[2] != _WHOLE]
    before = start + scopes[-1][0] if scopes else end
    joints = [text.rfind(mark, start, before) for mark in (" and ", ", ")]
    return max((joint for joint in joints if joint >= 0), default=start)


def _stretches(
    scene: Scene, text: str, sentence: Sentence, marks: Sequence[tuple[int, int, str]], cuts: Sequence[int]
) -> Iterator[Graded]:
    """The clause of each grade: up to the next one, and to where another shares it."""
    floor = sentence.start
    for at, (begins, told, grade) in enumerate(marks):
        behind = min(sentence.end, told + 12)
        if is_elsewhere(text[max(floor, begins - 100) : begins]) or is_elsewhere(text[begins:behind]):
            continue
        start = max(floor, clause_start(text, sentence.start, begins))
        start += len(" and ") if text.startswith(" and ", start) else 0
        end = min((clause_end(text, told, sentence.end), *(cut for cut in cuts if cut >= told)))
        if at + 1 < len(marks) and marks[at + 1][0] < end:
            end = _joint(scene, text, told, marks[at + 1][0])
        floor = end
        yield Graded(start=start, end=end, told=told, grade=grade)


def _sharing(scene: Scene, shared: re.Match[str], grade: str) -> Iterator[Graded]:
    """The things that share a grade: each that the frameworks know, else all the words as one."""
    name = "so" if shared.group("so") else "same" if shared.group("same") else "subject"
    start, end = shared.span(name)
    known = scopes_in(shared.group(name), scene.vocabulary.words("scope"))
    parts = [(start + left, start + right) for left, right, _ in known] or [(start, end)]
    for left, right in parts:
        yield Graded(start=left, end=right, told=right, grade=grade)


def scopes_in(words: str, scopes: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """The things that frameworks grade, in some words: start, end and name of each, in order, the longest first where two overlap."""
    folded = words.casefold()
    found: list[tuple[int, int, str]] = []
    for printed, name in sorted(scopes.items(), key=lambda pair: -len(pair[0])):
        at = folded.find(printed) if len(printed) > _TELLING else -1
        if at >= 0 and not any(start < at + len(printed) and at < end for start, end, _ in found):
            found.append((at, at + len(printed), name))
    return sorted(found)


#: The name of the judgement on the whole of an inspection.
_WHOLE = "Overall effectiveness"
#: Letters of the shortest name of a scope that is looked for within other words.
_TELLING = 6
