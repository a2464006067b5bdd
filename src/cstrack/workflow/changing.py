"""What moved between reports, from papers or a store to a report and to the bytes of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from cstrack.comparison.settled import Settled
    from cstrack.export.report import Report
    from cstrack.model.change import Step
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

#: Files that changes can be written to.
SUFFIXES = (".html", ".md", ".txt", ".csv", ".json", ".jsonl", ".xlsx", ".docx")


@final
@frozen(kw_only=True)
class Moved:
    """What moved, ready to be written.

    Attributes:
        steps: what moved from issue to issue, all of it.
        report: the same as a page and tables.
    """

    steps: tuple[Step, ...]
    report: Report


def moved(register: Register, settled: Settled, *, since: str | None = None, joined: bool = False) -> tuple[Step, ...]:
    """What moved between the issues of each report of a register.

    Args:
        register: papers of several dates.
        settled: what somebody decided of doubtful pairs.
        since: compare the last issue with this one alone: a file name, or ISO text of a day, of which the last issue up to it counts.
        joined: trackers of one authority are issues of one report, whatever their files are called.

    Returns:
        One step for each issue and the next, report by report.

    Raises:
        UnknownName: no issue has this name, or none is as old as this day.
    """
    from cstrack.comparison.issues import series_of, since_issue, steps

    found: list[Step] = []
    asked = False
    for issues in series_of(register, joined=joined):
        chosen = issues if since is None else since_issue(issues, since)
        asked = asked or bool(chosen)
        found.extend(steps(chosen, settled))
    if since is not None and not asked:
        raise UnknownName("report to compare with", since, tuple(paper.source.name for paper in register.papers))
    return tuple(found)


def told(
    steps: Sequence[Step],
    register: Register,
    findings: Sequence[Finding],
    settled: Settled,
    *,
    as_of: date,
    title: str,
    chase_by: date | None = None,
) -> Report:
    """The report of some steps."""
    from cstrack.export.changes_report import compose_changes
    from cstrack.hooks.contracts import ExportContext
    from cstrack.version import VERSION

    occasion = ExportContext(as_of=as_of, title=title, version=VERSION)
    return compose_changes(steps, register, findings, settled.comments, occasion, chase_by)


def written(suffix: str, moved: Moved, template: bytes | None = None) -> bytes:
    """The bytes of a file.

    Args:
        suffix: one of :data:`SUFFIXES`.
        moved: what moved.
        template: a Word document whose styles are used.

    Raises:
        MissingExtra: what writes this kind of file is not installed.
    """
    if suffix == ".xlsx":
        from cstrack.export.xlsx import render as workbook

        return workbook(moved.report)
    if suffix == ".docx":
        from cstrack.export.docx import render as document

        return document(moved.report, template)
    return _texts()[suffix](moved).encode("utf-8", errors="backslashreplace")


def _texts() -> dict[str, Callable[[Moved], str]]:
    from cstrack.export import changes_lines, html, markdown, text

    return {
        ".html": lambda moved: html.render(moved.report),
        ".md": lambda moved: markdown.render(moved.report),
        ".txt": lambda moved: text.render(moved.report),
        ".csv": lambda moved: changes_lines.change_rows(moved.steps),
        ".jsonl": lambda moved: changes_lines.change_lines(moved.steps),
        ".json": lambda moved: changes_lines.change_whole(moved.steps),
    }
