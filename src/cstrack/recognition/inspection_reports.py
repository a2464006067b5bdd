"""Papers that inspectors wrote: the grades in their tables, what they recommend, and when they were there.

In a council's paper a plain adjective is no grade and a list under "Recommendations" is what members are asked to agree. In an
inspector's own report the grades stand in a table, the lists under "Recommendations" and "What needs to improve" are what the
inspectorate asks of the authority, and what is told of practice is nothing that the authority promises.

Source:
    Ofsted's reports under the frameworks of 2009 to 2025: of safeguarding and looked after children services, of services for
    children in need of help and protection (single inspection framework), of local authority children's services (ILACS), and
    its letters after monitoring and focused visits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.graded_tables import OVERALL, Inspected, graded_rows, overall_titles
from cstrack.recognition.scene import heading_words
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene
    from cstrack.values.period import Period

#: Blocks at the beginning in which a report says what it is, and how many of the signs below it needs.
_HEAD, _SIGNS = 40, 2

_DATED = pattern("recognition.inspection_reports.dated", r"\A(?:re-?)?(?:inspection|visit)[ ]dates?[ ]?:?[ ]", 2)
_SIGNED = (
    _DATED,
    pattern("recognition.inspection_reports.inspector", r"\A(?:lead|reporting)[ ]inspectors?\b[ ]?:?|\bH(?:er|is)[ ]Majesty's[ ]Inspectors?\b|\bHMI\Z", 2),
    pattern("recognition.inspection_reports.title", r"\A(?:re-?inspection|inspection|focused[ ]visit|monitoring[ ]visit|joint[ ]targeted[ ]area[ ]inspection)\b.{0,60}\b(?:services?|children|partnership|authority|arrangements|council)\b[^.;]{0,100}\Z", 2),
    pattern("recognition.inspection_reports.published", r"\A(?:report[ ])?published[ ]?:[ ]", 2),
    pattern("recognition.inspection_reports.summarises", r"\b(?:this[ ]letter|am[ ]writing[ ]to)\b.{0,30}\bsummaris(?:es|e)[ ]the[ ]findings[ ]of\b", 2),
)  # fmt: skip
_VISIT = (
    ("monitoring visit", pattern("recognition.inspection_reports.monitoring", r"\bmonitoring[ ]visit\b", 2)),
    ("focused visit", pattern("recognition.inspection_reports.focused", r"\bfocus(?:s)?ed[ ]visit\b", 2)),
)
_INSPECTORATE = pattern(
    "recognition.inspection_reports.inspectorate",
    r"\b(?:Ofsted|Care[ ]Quality[ ]Commission|CQC|HMIP|HMICFRS|HM[ ]Inspectorate[ ]of[ ]Probation)\b",
)

#: What only a council's own paper prints in its head.
_COUNCIL = pattern(
    "recognition.inspection_reports.council",
    r"\A(?:report[ ](?:of|to|by|title|author)|to[ ]?:|wards?[ ](?:affected)?[ ]?:|key[ ]decision|portfolio[ ]holder|cabinet[ ]member|purpose[ ]of[ ](?:the[ ]|this[ ])?report)\b",
    2,
)

#: Headings of what the inspectorate asks for.
_ASKING = pattern(
    "recognition.inspection_reports.asking",
    r"""(?:what[ ](?:does[ ])?(?:the[ ])?[a-z ]{0,60}needs?[ ](?:to[ ](?:improve|do[ ]better|be[ ]done)).{0,80}
      |(?:key[ ]|main[ ]|summary[ ]of[ ])?recommendations?(?:[ ]for[ ].{1,60})?
      |areas?[ ]for[ ](?:further[ ])?(?:improvement|development|priority[ ]action).{0,60}
      |priority[ ](?:and[ ]immediate[ ])?actions?)""",
    2,
)
_PRIORITY = pattern("recognition.inspection_reports.priority", r"\bpriority\b", 2)

#: The scope of a sentence that grades all services at once.
_SERVICES = pattern(
    "recognition.inspection_reports.services", r"(?:the[ ])?(?:children's[ ]services|services)(?:[ ]in[ ].{2,60})?", 2
)

#: Longest line of a list of earlier grades, and words that tell a sentence of today from one of the past.
_LINE = 120
_NOW = pattern("recognition.inspection_reports.now", r"\b(?:is|are|remains?)\b", 2)
_PAST = pattern(
    "recognition.inspection_reports.past", r"\b(?:was|were|had|judged|judgements?|previous(?:ly)?|last)\b", 2
)

#: Words of the shortest recommendation.
_FEWEST = 4

#: Rules by which a report tells of what the authority will do; the others read its practice.
_AHEAD = frozenset({"action.future", "action.due", "action.moved", "action.funding", "action.vow"})

_SPANS = (PeriodKind.SPAN, PeriodKind.DAY, PeriodKind.MONTH)


@final
@frozen(kw_only=True)
class InspectionReport:
    """A paper that inspectors wrote.

    Attributes:
        kind: ``inspection``, ``monitoring visit`` or ``focused visit``.
        inspected: who inspected, under which framework, and when.
        block: index of the block that says when, else that says what it is.
    """

    kind: str
    inspected: Inspected
    block: int


def inspection_report(scene: Scene) -> InspectionReport | None:
    """What a paper says of the inspection that it reports; None where no inspector wrote it.

    Args:
        scene: the paper.
    """
    upto = min(_HEAD, len(scene.plains))
    texts = [scene.text(index) for index in range(upto)]
    found = {
        number: at for number, sign in enumerate(_SIGNED) for at in range(upto - 1, -1, -1) if sign.search(texts[at])
    }
    graded = any(row.known for row in graded_rows(scene, upto))
    signed = not found.keys().isdisjoint((0, 1, 4))
    if not signed or len(found) + graded < _SIGNS or any(map(_COUNCIL.search, texts)):
        return None
    block = found.get(0, found.get(4, found.get(2, 0)))
    held = next((one for one in scene.periods.get(block, ()) if one.period.kind in _SPANS), None)
    head = " ".join(texts)
    named = _INSPECTORATE.search(head) or next(
        filter(None, (_INSPECTORATE.search(plain.text) for plain in scene.plains)), None
    )
    kind = next((name for name, sign in _VISIT if any(sign.search(text[:200]) for text in texts[:12])), "inspection")
    return InspectionReport(
        kind=kind if 0 not in found or not graded else "inspection",
        inspected=Inspected(
            inspectorate=named.group() if named else "Ofsted",
            framework=_framework(scene, head),
            held=held,
        ),
        block=block,
    )


def _framework(scene: Scene, head: str) -> str | None:
    folded = head.casefold()
    return next(
        (name for printed, name in scene.vocabulary.words("framework").items() if f" {printed}" in f" {folded}"), None
    )


def of_inspectors(scene: Scene, report: InspectionReport, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of an inspector's report, read as what they are.

    Args:
        scene: the paper.
        report: what it reports.
        statements: what was recognised as in any other paper.

    Returns:
        Grades of its tables, recommendations and the inspection itself; of the others, earlier grades with their dates and what
        lies ahead.
    """
    graded = tuple(_graded(scene, report))
    asked = tuple(_asked(scene, report))
    taken = {one.block for one in (*graded, *asked)}
    kept = tuple(one for one in statements if one.block not in taken and _holds(scene, one))
    return (_event(scene, report), *graded, *asked, *_without_repeats(kept, graded))


def _holds(scene: Scene, statement: Statement) -> bool:
    """Whether a statement means in an inspector's report what it means in a council's."""
    match statement.kind:
        case StatementKind.ACTION:
            return statement.rule in _AHEAD or statement.due is not None
        case StatementKind.DECISION:
            return statement.word("outcome") != "recommended"
        case StatementKind.JUDGEMENT:
            return statement.word("basis") != "self-described" and _is_earlier(scene, statement)
        case StatementKind.OVERSIGHT:
            return statement.on is not None or statement.word("kind") != "inspection"
        case _:
            return True


def _is_earlier(scene: Scene, statement: Statement) -> bool:
    """Whether a grade is one of an inspection before: a line of a list with its day, or a sentence of the past."""
    if statement.on is None:
        return False
    words = scene.text(statement.block)[statement.start : statement.end]
    if scene.document.blocks[statement.block].kind is BlockKind.BULLET and len(words) <= _LINE:
        return True
    return "on" not in statement.inferred and not (_NOW.search(words) and not _PAST.search(words))


def _without_repeats(statements: Sequence[Statement], graded: Sequence[Statement]) -> Iterator[Statement]:
    """Statements without the grades of this inspection told again; an earlier overall grade is called what it is."""
    now = {(one.word("grade"), one.on) for one in graded}
    told: set[tuple[str, str | None, Period | None]] = set()
    for one in statements:
        if one.kind is not StatementKind.JUDGEMENT:
            yield one
            continue
        scope = one.word("scope") or OVERALL  # a sentence that names no part of the services speaks of all
        scope = OVERALL if _SERVICES.fullmatch(scope) else scope
        key = (scope.casefold(), one.word("grade"), one.on)
        if (one.word("grade"), one.on) not in now and key not in told:
            told.add(key)
            words = tuple((name, word) for name, word in one.words if name != "scope")
            yield evolve(one, words=(*words, ("scope", scope)))


def _event(scene: Scene, report: InspectionReport) -> Statement:
    held = report.inspected.held
    text = scene.text(report.block)
    return scene.statement(
        StatementKind.OVERSIGHT,
        report.block,
        0,
        len(text),
        "oversight.report",
        (("kind", report.kind), ("by", report.inspected.inspectorate), ("firmness", "reported")),
        on=held.period if held else None,
        marks=(held.span,) if held else (),
    )


def _graded(scene: Scene, report: InspectionReport) -> Iterator[Statement]:
    """The grades of the tables, each scope once."""
    told: set[str] = set()
    for row in (*graded_rows(scene, len(scene.plains)), *overall_titles(scene, _HEAD)):
        if row.known is not None and row.known not in told:
            told.add(row.known)
            yield row.statement(scene, report.inspected)


def _asked(scene: Scene, report: InspectionReport) -> Iterator[Statement]:
    """What stands in the lists under the headings that ask for something."""
    blocks = scene.document.blocks
    asking: dict[int, bool] = {}
    for index, block in enumerate(blocks):
        text = scene.text(index)
        if block.kind is BlockKind.HEADING:
            words = heading_words(text)
            above = block.heading is not None and asking.get(block.heading, False)
            asking[index] = above or _ASKING.fullmatch(words) is not None
            continue
        if block.heading is None or not asking.get(block.heading) or not _is_recommendation(scene, index):
            continue
        heading = scene.text(block.heading)
        priority = "priority_action" if _PRIORITY.search(heading) else "improvement"
        number = block.path[-1] if block.kind is BlockKind.CLAUSE and block.path else None
        yield scene.statement(
            StatementKind.RECOMMENDATION,
            index,
            0,
            len(text),
            f"recommendation.{priority}",
            (("by", report.inspected.inspectorate), ("number", number), ("firmness", "reported")),
            lead=block.heading,
        )


def _is_recommendation(scene: Scene, index: int) -> bool:
    """Whether a block below such a heading is one of the list: no line that introduces some, no lone number of a page."""
    block, text = scene.document.blocks[index], scene.text(index)
    listed = block.kind in (BlockKind.BULLET, BlockKind.CLAUSE, BlockKind.CELL)
    return listed and not text.endswith(":") and text.count(" ") + 1 >= _FEWEST
