"""Pages of a PDF to what the layout is made from: paragraphs and tables in reading order, joined over the breaks of pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.document.block import BlockKind
from cstrack.document.place import Place
from cstrack.reading.composing import Passage, TablePassage
from cstrack.reading.pdf_aligned import Listing, with_tables
from cstrack.reading.pdf_columns import Row, stretches
from cstrack.reading.pdf_furniture import without_furniture
from cstrack.reading.pdf_headings import Styles, styles_of
from cstrack.reading.pdf_page import Edges, Table, around
from cstrack.reading.pdf_paragraphs import Habit, Paragraph, goes_on, line_of, paragraphs
from cstrack.reading.pdf_words import SOFT, joined, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cstrack.reading.pdf_page import Fragment, Page
    from cstrack.reading.pdf_paragraphs import Line

#: Size of a footnote against running text; how far bullets of one level may stand apart, in points.
_NOTE, _LEVEL = 0.93, 4.0

#: How far the columns of a table may shift from one page to the next, in points.
_SHIFT = 6.0


@final
@frozen
class _Part:
    """A paragraph, table or listing in its column of a page; columns are counted through the paper."""

    column: int
    page: int
    content: Paragraph | Table | Listing


@final
@define
class _Bullets:
    """Where the bullets of the open lists stand, outermost first."""

    lefts: list[float] = field(factory=list)

    def level(self, left: float) -> int:
        while self.lefts and self.lefts[-1] > left + _LEVEL:
            self.lefts.pop()
        if not self.lefts or self.lefts[-1] < left - _LEVEL:
            self.lefts.append(left)
        return len(self.lefts)


def passages_of(pages: Sequence[Page]) -> list[Passage | TablePassage]:
    """What a paper says, in reading order.

    Args:
        pages: all its pages, in order.

    Returns:
        Passages with page and box; running heads and page numbers are left out.
    """
    kept = without_furniture(pages)
    columns = [
        (page.number, list(with_tables(stretch)))
        for page, fragments in zip(pages, kept, strict=True)
        for stretch in stretches(fragments, page.tables)
    ]
    lined = [(number, [_lined(one) for one in column]) for number, column in columns]
    habit = Habit.of([lines for _, column in lined for lines in _lines_of(column)])
    parts = [
        _Part(at, number, content) for at, (number, column) in enumerate(lined) for content in _contents(column, habit)
    ]
    found = [part.content for part in parts if isinstance(part.content, Paragraph)]
    styles = styles_of((line for one in found for line in one.lines), found)
    lines = [line.text for one in found for line in one.lines]
    known = unbroken(lines) if any(line.endswith(SOFT) for line in lines) else frozenset()
    return list(_written(_in_order(parts, styles), styles, known))


def _lined(one: Row | Table | Listing) -> Line | Table | Listing:
    return line_of(one) if isinstance(one, Row) else one


def _lines_of(column: Sequence[Line | Table | Listing]) -> Iterator[list[Line]]:
    """The lines of a column, parted by its tables."""
    for tabled, group in groupby(column, key=lambda one: isinstance(one, (Table, Listing))):
        if not tabled:
            yield [one for one in group if not isinstance(one, (Table, Listing))]


def _contents(column: Sequence[Line | Table | Listing], habit: Habit) -> Iterator[Paragraph | Table | Listing]:
    lines: list[Line] = []
    for one in column:
        if isinstance(one, (Table, Listing)):
            yield from paragraphs(lines, habit)
            lines = []
            yield one
        else:
            lines.append(one)
    yield from paragraphs(lines, habit)


def _in_order(parts: Sequence[_Part], styles: Styles) -> list[list[_Part]]:
    """Parts in reading order, those that a break cut together; the notes at the foot of a page behind what goes on over it."""
    ordered: list[list[_Part]] = []
    for _, group in groupby(parts, key=lambda part: part.column):
        page = list(group)
        notes = len(page)
        while notes and _is_note(page[notes - 1].content, styles):
            notes -= 1
        body = page[:notes]
        last = _last_body(ordered, styles)
        if body and last is not None and _continues(ordered[last][-1].content, body[0].content):
            ordered[last].append(body[0])
            body = body[1:]
        ordered.extend([part] for part in (*body, *page[notes:]))
    return ordered


def _last_body(ordered: Sequence[Sequence[_Part]], styles: Styles) -> int | None:
    for at in range(len(ordered) - 1, -1, -1):
        if not _is_note(ordered[at][-1].content, styles):
            return at
    return None


def _is_note(content: Paragraph | Table | Listing, styles: Styles) -> bool:
    return isinstance(content, Paragraph) and content.first.size < styles.body * _NOTE


def _continues(above: Paragraph | Table | Listing, below: Paragraph | Table | Listing) -> bool:
    if isinstance(above, Paragraph) and isinstance(below, Paragraph):
        return goes_on(above, below)
    if isinstance(above, Table) and isinstance(below, Table):
        alike = len(above.marks) == len(below.marks)
        return alike and all(abs(one - other) <= _SHIFT for one, other in zip(above.marks, below.marks, strict=True))
    return False


def _written(ordered: Iterable[list[_Part]], styles: Styles, known: frozenset[str]) -> Iterator[Passage | TablePassage]:
    bullets = _Bullets()
    for parts in ordered:
        content = parts[0].content
        if isinstance(content, Table):
            bullets = _Bullets()
            yield _table(parts)
        elif isinstance(content, Listing):
            bullets = _Bullets()
            yield from _listed(content, parts[0].page)
        else:
            if content.first.sign is None and content.first.label is None:
                bullets = _Bullets()
            yield from _paragraph(parts, styles, known, bullets)


def _paragraph(parts: Sequence[_Part], styles: Styles, known: frozenset[str], bullets: _Bullets) -> Iterator[Passage]:
    first = parts[0].content
    assert isinstance(first, Paragraph)
    level = styles.level(first)
    kind, label = BlockKind.PARAGRAPH, first.first.label
    if level:
        kind = BlockKind.HEADING
    elif first.first.sign:
        kind, level = BlockKind.BULLET, bullets.level(first.first.left)
    elif label:
        kind, level = BlockKind.CLAUSE, bullets.level(first.first.left)
    broken = ""
    for number, part in enumerate(parts):
        assert isinstance(part.content, Paragraph)
        text = joined([broken, *(line.text for line in part.content.lines)] if broken else _texts(part.content), known)
        broken = ""
        if number + 1 < len(parts) and part.content.last.text.endswith(SOFT):
            text, _, broken = text.rpartition(" ")
            broken = broken.removesuffix("-") + SOFT
        yield Passage(
            text=text,
            kind=kind,
            level=max(level, 1),
            label=label if not number else None,
            page=part.page,
            box=_points(part.content.edges),
            continues=number > 0,
        )


def _texts(paragraph: Paragraph) -> list[str]:
    return [line.text for line in paragraph.lines]


def _table(parts: Sequence[_Part]) -> TablePassage:
    rows: list[tuple[str, ...]] = []
    places: list[tuple[Place | None, ...]] = []
    for part in parts:
        assert isinstance(part.content, Table)
        for number, row in enumerate(part.content.rows):
            words = tuple(cell.text for cell in row)
            if rows and not number and words == rows[0]:
                continue  # the head, printed again on the next page
            if rows and number < 2 and part is not parts[0] and _is_rest(words, rows[-1]):
                rows[-1] = tuple(" ".join(filter(None, pair)) for pair in zip(rows[-1], words, strict=True))
                continue
            rows.append(words)
            places.append(tuple(_place(cell.edges, part.page) for cell in row))
    return TablePassage(rows=tuple(rows), page=parts[0].page, places=tuple(places))


def _is_rest(row: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the first row of a table on a new page is the rest of the row that the break cut."""
    words = [cell for cell in row if cell]
    if len(row) != len(above) or (row[0] and not row[0][0].islower()):
        return False
    return all(above[at] for at, cell in enumerate(row) if cell) and (
        all(cell[0].islower() for cell in words) or (not row[0] and bool(above[0]) and len(words) * 2 < len(row))
    )


def _place(edges: Edges | None, page: int) -> Place | None:
    return None if edges is None else Place(start=0, page=page, box=_points(edges))


def _listed(listing: Listing, page: int) -> Iterator[Passage]:
    """A line of a listing a paragraph; one without a second part goes on with the line above."""
    gathered: list[list[Fragment]] = []
    for parts in listing.lines:
        lacking = len(gathered[-1] if gathered and listing.contents else parts) == 1
        if gathered and lacking:
            gathered[-1].extend(parts)
        else:
            gathered.append(list(parts))
    for line in gathered:
        box = _points(around([part.edges for part in line]))
        text = " ".join(part.text.strip(" .…_") if listing.contents else part.text for part in line)
        if listing.contents:
            title, _, number = text.rpartition(" ")
            text = f"{title} … {number}"
        yield Passage(text=text, page=page, box=box)


def _points(edges: Edges) -> tuple[int, int, int, int]:
    left, bottom, right, top = edges
    return (round(left), round(bottom), round(right), round(top))
