"""Tables of grades: a row for each judgement, with what it is about and the grade behind it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene
    from cstrack.sources.span import Span

_GRADE = pattern(
    "recognition.graded_tables.grade",
    r"""(?:grade[ ][1-4][ ]?)?\(?(?P<grade>outstanding|good|adequate|requir(?:es|ing|e)[ ]improvement(?:[ ]to[ ]be[ ]good)?|inadequate)
        (?:[ ]?\(?(?:grade[ ])?[1-4]\)?)?\)?\.?""",
    2,
)
_TITLE = pattern(
    "recognition.graded_tables.title",
    r"""(?:the[ ]judgement[ ]is[ ]that[ ])?(?:children's[ ](?:social[ ]care[ ])?services[ ]in[ ].{2,60}?|.{2,60}?'s?[ ]children's[ ]services)[ ]
        (?:is|are|is[ ]judged|has[ ]been[ ]judged)?[ ]?(?P<grade>outstanding|good|adequate|requires?[ ]improvement(?:[ ]to[ ]be[ ]good)?|inadequate)\.?""",
    2,
)
_LABEL = pattern("recognition.graded_tables.label", r"[0-9]{1,2}(?:\.[0-9]{1,2})?\.?[ ]")

_INSPECTION = pattern(
    "recognition.graded_tables.inspection", r"\b(?:inspect(?:ion|ed|ors?)|ofsted|cqc|ilacs|judgements?)\b", 2
)
_INSPECTORATE = pattern(
    "recognition.graded_tables.inspectorate", r"\b(?:Ofsted|CQC|Care[ ]Quality[ ]Commission|HMIP|HMICFRS)\b"
)
_DATES = (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SPAN, PeriodKind.CALENDAR_YEAR)

#: Rows of a table of grades in a council's paper, and blocks above it, other cells counted, that may tell the inspection.
_ROWS, _NEAR = 2, 40

#: What the judgement over all others is called.
OVERALL = "Overall effectiveness"


@final
@frozen(kw_only=True)
class Inspected:
    """The inspection that grades are of.

    Attributes:
        inspectorate: as printed.
        framework: SIF, ILACS ...; None where its words do not tell it.
        held: when it was; None where that is not said.
    """

    inspectorate: str | None
    framework: str | None
    held: PeriodMention | None


@final
@frozen(kw_only=True)
class Row:
    """A row of a table of grades.

    Attributes:
        scope: what is judged, as printed, without its number.
        known: the scope as the frameworks call it; None where they know none such.
        grade: the grade, in small letters as the vocabulary has it.
        block: index of the block of the grade's cell.
        start: where the grade's words begin in that block's plain text.
        end: where they end.
        mark: where the scope stands, if that is another cell.
    """

    scope: str
    known: str | None
    grade: str
    block: int
    start: int
    end: int
    mark: Span | None = None

    def statement(self, scene: Scene, inspected: Inspected) -> Statement:
        """The judgement that the row prints."""
        held = inspected.held
        marks = [self.mark] if self.mark else []
        return scene.statement(
            StatementKind.JUDGEMENT,
            self.block,
            self.start,
            self.end,
            "judgement.table",
            (
                ("grade", self.grade),
                ("scope", self.scope),
                ("basis", "published"),
                ("inspectorate", inspected.inspectorate),
                ("framework", inspected.framework),
            ),
            on=held.period if held else None,
            marks=tuple(marks + ([held.span] if held else [])),
        )


def graded_rows(scene: Scene, upto: int) -> Iterator[Row]:
    """The rows of a paper's tables that end in a grade, and titles that tell the overall one.

    Args:
        scene: the paper.
        upto: index of the block before which a table must begin.

    Yields:
        In reading order; a row whose grade is no cell of its own is none.
    """
    starts = [block.pieces[0].start for block in scene.document.blocks]
    for grid in scene.document.grids:
        for cells in grid.rows:
            spans = [cell.span for cell in cells if cell.span is not None and cell.text.strip()]
            blocks = [bisect_right(starts, span.start) - 1 for span in spans]
            if blocks and blocks[0] < upto:
                row = _row(scene, blocks)
                if row is not None:
                    yield row


def overall_titles(scene: Scene, upto: int) -> Iterator[Row]:
    """The lines that tell the overall grade outside a table: "Children's services in X are inadequate".

    Args:
        scene: the paper.
        upto: index of the block before which they must stand.
    """
    for index in range(min(upto, len(scene.plains))):
        text = scene.text(index)
        title = _TITLE.fullmatch(text)
        if title is not None:
            yield _made(scene, OVERALL, title["grade"], index, (0, len(text)), None)


def tables_of_grades(scene: Scene) -> Iterator[Statement]:
    """The judgements of tables in a council's own paper.

    Args:
        scene: the paper.

    Yields:
        One for each row of a table in which two rows or more name a judgement that the frameworks know. The inspection is the one
        that the lines right above the table tell of.
    """
    rows = [row for row in graded_rows(scene, len(scene.plains)) if row.known is not None]
    for near in _tables(scene, rows):
        if len(near) < _ROWS:
            continue
        inspected = _above(scene, near[0].block)
        if inspected is not None:
            yield from (row.statement(scene, inspected) for row in near)


def _tables(scene: Scene, rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one table together: nothing but cells stands between them."""
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1][-1].block if groups else None
        between = () if last is None else scene.document.blocks[last : row.block + 1]
        if last is not None and all(block.kind is BlockKind.CELL for block in between):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _above(scene: Scene, block: int) -> Inspected | None:
    """The inspection that the lines above a table tell of, the nearest first."""
    for index in range(block - 1, max(-1, block - _NEAR - 1), -1):
        if scene.document.blocks[index].kind is BlockKind.CELL or not _INSPECTION.search(scene.text(index)):
            continue
        text = scene.text(index)
        named = _INSPECTORATE.search(text)
        folded = text.casefold()
        framework = next(
            (name for words, name in scene.vocabulary.words("framework").items() if f" {words}" in f" {folded}"), None
        )
        held = next((one for one in scene.periods.get(index, ()) if one.period.kind in _DATES), None)
        return Inspected(inspectorate=named.group() if named else None, framework=framework, held=held)
    return None


def _row(scene: Scene, blocks: Sequence[int]) -> Row | None:
    last = blocks[-1]
    text = scene.text(last)
    if len(blocks) == 1:
        title = _TITLE.fullmatch(text)
        return _made(scene, OVERALL, title["grade"], last, (0, len(text)), None) if title else None
    grade = _GRADE.fullmatch(text)
    if grade is None:
        return None
    about = blocks[-2]
    scope = _LABEL.sub("", scene.text(about), count=1) if _LABEL.match(scene.text(about)) else scene.text(about)
    return _made(scene, scope.strip(" :."), grade["grade"], last, (0, len(text)), scene.document.blocks[about].span)


def _made(scene: Scene, scope: str, grade: str, block: int, stretch: tuple[int, int], mark: Span | None) -> Row:
    folded = " ".join(grade.casefold().split())
    return Row(
        scope=scope,
        known=scope_known(scene, scope),
        grade=scene.vocabulary.words("grade").get(folded, folded),
        block=block,
        start=stretch[0],
        end=stretch[1],
        mark=mark,
    )


def scope_known(scene: Scene, words: str) -> str | None:
    """The scope as the frameworks call it: by all its words, else by the longest name that stands in them."""
    folded = " ".join(words.casefold().strip(" .:-").split())
    scopes = scene.vocabulary.words("scope")
    if folded in scopes:
        return scopes[folded]
    longest = sorted(scopes.items(), key=lambda pair: -len(pair[0]))
    return next((name for printed, name in longest if len(printed) > 6 and printed in folded), None)
