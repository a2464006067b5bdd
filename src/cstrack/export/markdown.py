"""A report as Markdown: tables that stay tables whatever a document printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.export import words
from cstrack.export.clean import printable
from cstrack.export.compose import compose
from cstrack.export.report import ColumnKind
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.export.compose import Occasion
    from cstrack.export.report import Entry, Line, Report, Section, Table
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register
    from cstrack.sources.citation import Citation

#: Characters that begin emphasis, links, code, HTML or a cell of a table.
_SPECIAL = pattern("export.markdown.special", r"[\\`*_{}\[\]<>|~#$]")

#: At the start of a line: list markers, headings, quotes, rules.
_OPENING = pattern("export.markdown.opening", r"(?:[-+=:]|[0-9]{1,9}[.)])")

_DEEPEST = 6


@final
@frozen
class MarkdownExporter:
    """Writes the report as Markdown."""

    id: str = "core.markdown"
    title: str = "the report as Markdown"
    suffix: str = ".md"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The report in UTF-8."""
        return render(compose(register, findings, context)).encode()


def escaped(text: str) -> str:
    r"""Text that Markdown prints as it stands, in one line.

    >>> escaped("a|b *c* <i>")
    'a\\\\|b \\\\*c\\\\* \\\\<i\\\\>'
    """
    safe = _SPECIAL.sub(lambda found: "\\" + found.group(), printable(text))
    opening = _OPENING.match(safe)
    if opening is None:
        return safe
    last = opening.end() - 1
    return f"{safe[:last]}\\{safe[last:]}"


def render(report: Report) -> str:
    """The report as Markdown; every citation has a number and stands in the list at the end."""
    numbers = {citation: number for number, citation in enumerate(report.citations, 1)}
    note = ("", escaped(report.note)) if report.note else ()
    head = (f"# {escaped(report.title)}", "", words.as_at(report.as_of), *note)
    body = (line for section in report.sections for line in _section(section, 2, numbers))
    return "\n".join((*head, *body, *_sources(numbers))) + "\n"


def _section(section: Section, level: int, numbers: Mapping[Citation, int]) -> Iterator[str]:
    yield from ("", f"{'#' * min(level, _DEEPEST)} {escaped(section.title)}")
    if section.note:
        yield from ("", escaped(section.note))
    if section.lines:
        yield ""
        yield from (_line(line, numbers) for line in section.lines)
    for table in section.tables:
        if table.title != section.title:
            yield from ("", f"**{escaped(table.title)}**" + (f": {escaped(table.note)}" if table.note else ""))
        yield from ("", *_table(table, numbers))
    for part in section.sections:
        yield from _section(part, level + 1, numbers)


def _line(line: Line, numbers: Mapping[Citation, int]) -> str:
    told = "; ".join(_entry(entry, numbers) for entry in line.entries)
    return f"- **{escaped(line.label)}**: {told}" + (f"; and {line.more} more below" if line.more else "")


def _table(table: Table, numbers: Mapping[Citation, int]) -> Iterator[str]:
    yield _row(escaped(column.title) for column in table.columns)
    right = {ColumnKind.NUMBER, ColumnKind.POUNDS}
    yield _row("---:" if column.kind in right else "---" for column in table.columns)
    for row in table.rows:
        yield _row(_entry(entry, numbers) for entry in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _entry(entry: Entry, numbers: Mapping[Citation, int]) -> str:
    marks = ", ".join(str(numbers[citation]) for citation in dict.fromkeys(entry.citations))
    return escaped(entry.text) + (f" [{marks}]" if marks else "")


def _sources(numbers: Mapping[Citation, int]) -> Iterator[str]:
    if numbers:
        yield from ("", "## The words it was read from", "")
    for citation, number in numbers.items():
        yield f"{number}. {escaped(words.place(citation))}: {escaped(words.words(citation, 300))}"
