"""Whatever a load or an assessment returned, as one table for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.codec.lines import lines
from cstrack.export import words
from cstrack.export.compose import points
from cstrack.export.persons import findings_without_names, records_without_names
from cstrack.export.text import WIDTH, grid
from cstrack.export.text import table as printed
from cstrack.model.change import Change
from cstrack.model.finding import Finding
from cstrack.model.record import Record
from cstrack.model.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.codec.lines import Plain


def table(
    things: Register | Iterable[Finding] | Iterable[Record] | Iterable[Change],
    *,
    all_kinds: bool = True,
    width: int = WIDTH,
) -> str:
    """A register, records, points to check or changes as a table.

    Args:
        things: what a load, an assessment or a comparison returned.
        all_kinds: of records, also the kinds beyond the contract of ``cstrack records``.
        width: characters a line may have.

    Returns:
        The table, names of persons masked, or "nothing" where there is nothing to show.
    """
    held: tuple[object, ...] = tuple(things.records if isinstance(things, Register) else things)
    findings = findings_without_names(thing for thing in held if isinstance(thing, Finding))
    changes = [thing for thing in held if isinstance(thing, Change)]
    records = records_without_names(thing for thing in held if isinstance(thing, Record))
    parts = (
        printed(points(findings), width) if findings else "",
        _changes(changes, width) if changes else "",
        _records(records, all_kinds=all_kinds, width=width) if records else "",
    )
    return "\n\n".join(part for part in parts if part) or "nothing"


def _records(records: Iterable[Record], *, all_kinds: bool, width: int) -> str:
    rows = [
        (
            str(line["kind"]),
            str(line["label"] or ""),
            _figure(line),
            str(line["period"] or line["due"] or line["on"] or line["due_event"] or ""),
            f"{line['document']}, {line['cell'] or line['section'] or line['start']}",
            str(line["sentence"] or line["quote"] or ""),
        )
        for line in lines(records, all_kinds=all_kinds)
    ]
    headings = ("Kind", "What", "Figure or status", "When", "Document, section", "Words")
    return grid(headings, rows, shares=(1, 3, 2, 2, 2, 5), width=width)


def _figure(line: dict[str, Plain]) -> str:
    if line["value"] is None:
        return str(line["status"] or line["outcome"] or line["grade"] or "")
    qualifier = None if line["qualifier"] == "exactly" else line["qualifier"]
    return " ".join(str(part) for part in (line["measure"], qualifier, line["value"], line["unit"]) if part)


def _changes(changes: Iterable[Change], width: int) -> str:
    rows = [
        (
            change.kind.value.replace("_", " "),
            change.subject,
            change.from_value or "",
            change.to_value or "",
            words.place(change.before) if change.before else "",
            words.place(change.after) if change.after else "",
        )
        for change in changes
    ]
    headings = ("Change", "Of what", "From", "To", "Earlier report", "Later report")
    return grid(headings, rows, shares=(2, 4, 2, 2, 3, 3), width=width)
