"""A report for the terminal, by tabulate; nothing of a document reaches it as a command."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.export import words
from cstrack.export.clean import printable
from cstrack.export.compose import compose
from cstrack.export.report import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.export.compose import Occasion
    from cstrack.export.report import Line, Report, Section, Table
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

#: tabulate gives a heading so many blanks more than its letters.
_HEADING = 2

#: Columns of a terminal that every table fits in.
WIDTH = 120

#: Characters that a narrow column keeps, and those that the rules between two columns take.
_LEAST = 5
_RULE = 3

#: Letters of a word that a column does not break, and of one that it does not break where there is room, such as a file's name.
_WORD = 13
_LONG_WORD = 30

_LABEL = 24


@final
@frozen
class TextExporter:
    """Writes the report as the terminal prints it."""

    id: str = "core.text"
    title: str = "the report as plain text"
    suffix: str = ".txt"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The report in UTF-8."""
        return render(compose(register, findings, context)).encode("utf-8")


def render(report: Report, width: int = WIDTH) -> str:
    """The report as text.

    Args:
        report: the report.
        width: columns of the terminal.

    Returns:
        Lines that fit the width, with a line end after the last.
    """
    head = (
        *(printable(report.title), "=" * min(width, len(report.title)), words.as_at(report.as_of)),
        *textwrap.wrap(report.note, width),
    )
    body = (line for section in report.sections for line in _section(section, 1, width))
    return "\n".join((*head, *body)).rstrip() + "\n"


def _section(section: Section, level: int, width: int) -> Iterator[str]:
    title = printable(section.title)
    yield ""
    yield from textwrap.wrap(title, width) or [""]
    if level < 3:
        yield ("=" if level == 1 else "-") * min(width, len(title))
    if section.note:
        yield from textwrap.wrap(printable(section.note), width)
    if section.lines:
        yield ""
        yield from (printed for line in section.lines for printed in _line(line, width))
    for held in section.tables:
        yield ""
        if held.title != section.title:
            yield from textwrap.wrap(printable(f"{held.title}{f': {held.note}' if held.note else ''}"), width)
        yield table(held, width)
    for part in section.sections:
        yield from _section(part, level + 1, width)


def _line(line: Line, width: int) -> Iterator[str]:
    label = f"  {line.label}".ljust(_LABEL)
    blank = " " * _LABEL
    for entry in line.entries:
        places = dict.fromkeys(words.section(citation) for citation in entry.citations)
        told = printable(entry.text + (f" [{'; '.join(place for place in places if place)}]" if any(places) else ""))
        for wrapped in textwrap.wrap(told, width - _LABEL) or [""]:
            yield f"{label}{wrapped}"
            label = blank
    if line.more:
        yield f"{blank}and {line.more} more in the tables below"


def table(held: Table, width: int = WIDTH) -> str:
    """A table that fits a width.

    Args:
        held: the table.
        width: characters a line may have.

    Returns:
        The table with its headings, drawn in ASCII so that every console can show it.
    """
    return grid(
        [column.title for column in held.columns],
        [[entry.text for entry in row] for row in held.rows],
        shares=[column.share for column in held.columns],
        right=[column.kind in {ColumnKind.NUMBER, ColumnKind.POUNDS} for column in held.columns],
        width=width,
    )


def grid(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    shares: Sequence[int] = (),
    right: Sequence[bool] = (),
    width: int = WIDTH,
) -> str:
    """Rows of text under headings, wrapped to a width.

    Args:
        headings: one a column.
        rows: rows x columns.
        shares: how much of the width each column may take against the others; all alike where empty.
        right: which columns are set to the right.
        width: characters a line may have.
    """
    from tabulate import tabulate

    clean = [[printable(text) for text in row] for row in rows]
    widths = _widths([headings, *clean], shares or [1] * len(headings), width)
    wrapped = [[_wrapped(text, room) for text, room in zip(row, widths, strict=True)] for row in clean]
    return tabulate(
        wrapped,
        headers=[_wrapped(text, room - _HEADING) for text, room in zip(headings, widths, strict=True)],
        tablefmt="grid",
        disable_numparse=True,
        colalign=["right" if side else "left" for side in right] or None,
    )


def _wrapped(text: str, room: int) -> str:
    return "\n".join(textwrap.wrap(text, room)) if len(text) > room else text


def _widths(rows: Sequence[Sequence[str]], shares: Sequence[int], width: int) -> list[int]:
    """Room for each column: unbroken words first, then its share of what is left, and never more than it needs."""
    columns = range(len(shares))
    room = width - _RULE * len(shares) - 1
    heads = [max((len(word) for word in heading.split()), default=0) + _HEADING for heading in rows[0]]
    words_in = [max((len(word) for row in rows[1:] for word in row[at].split()), default=0) for at in columns]
    needs = [max(len(rows[0][at]) + _HEADING, *(len(row[at]) for row in rows)) for at in columns]
    widths = [min(needs[at], max(heads[at], min(_WORD, words_in[at]), _LEAST)) for at in columns]
    for at in sorted(columns, key=lambda at: words_in[at] - widths[at]):
        whole = min(words_in[at], _LONG_WORD)
        if widths[at] < whole <= widths[at] + (room - sum(widths)) // 2:
            widths[at] = whole
    _share_out(widths, needs, shares, room)
    if sum(widths) > room:
        widest = widths.index(max(widths))
        widths[widest] = max(_LEAST, widths[widest] + room - sum(widths))
    return widths


def _share_out(widths: list[int], needs: Sequence[int], shares: Sequence[int], room: int) -> None:
    wanting = {at for at in range(len(widths)) if widths[at] < needs[at]}
    while (spare := room - sum(widths)) > 0 and wanting:
        total = sum(shares[at] for at in wanting)
        for at in sorted(wanting):
            left = room - sum(widths)
            widths[at] += min(needs[at] - widths[at], left, max(1, spare * shares[at] // total))
        wanting = {at for at in wanting if widths[at] < needs[at]}
