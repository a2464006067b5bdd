"""A register and its findings to a report: a page a paper, a summary an authority, points to check, what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cstrack.export import words
from cstrack.export.page import page
from cstrack.export.persons import NOTE, is_masked
from cstrack.export.report import Column, Entry, Report, Section, Table
from cstrack.export.summary import summarise
from cstrack.model.register import Register

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cstrack.model.finding import Finding
    from cstrack.model.paper import Paper

LATER = "paper.not_yet_published"


class Occasion(Protocol):
    """What a report is made for; the ExportContext of the doors is one."""

    @property
    def as_of(self) -> date | None:
        """The day the report speaks for."""

    @property
    def title(self) -> str:
        """Title of the report."""

    @property
    def version(self) -> str:
        """Version of cstrack."""


def compose(register: Register, findings: Sequence[Finding], occasion: Occasion) -> Report:
    """The report of a register.

    Args:
        register: one or several authorities' papers and records.
        findings: the points to check, of any order.
        occasion: as-at date, title and version.

    Returns:
        For each authority its papers' pages, its summary and its points to check; then papers not yet published on the day and
        what could not be read.
    """
    later = _later(register, findings, occasion.as_of)
    authorities = tuple(
        section
        for code in register.authorities
        if (section := _authority(code, _without(register.for_authority(code), later), findings)) is not None
    )
    closing = (*_not_yet(later, occasion.as_of), *_problems(register))
    return Report(
        title=occasion.title,
        as_of=occasion.as_of,
        version=occasion.version,
        note=NOTE if is_masked(register) else "",
        sections=(*authorities, *closing),
    )


def _later(register: Register, findings: Sequence[Finding], as_of: date | None) -> tuple[Paper, ...]:
    told = {finding.document for finding in findings if finding.code == LATER}
    return tuple(
        paper
        for paper in register.papers
        if paper.source.name in told
        or (as_of is not None and paper.date is not None and paper.date.start is not None and paper.date.start > as_of)
    )


def _without(register: Register, papers: tuple[Paper, ...]) -> Register:
    left_out = {paper.source.sha256 for paper in papers}
    return Register(
        papers=tuple(paper for paper in register.papers if paper.source.sha256 not in left_out),
        records=tuple(one for one in register.records if one.citation.source.sha256 not in left_out),
        problems=register.problems,
    )


def _authority(code: str | None, register: Register, findings: Sequence[Finding]) -> Section | None:
    if not register.papers:
        return None
    title = words.authority_name(code)
    own = tuple(finding for finding in findings if finding.authority == code and finding.code != LATER)
    pages = tuple(
        page(
            paper,
            register.for_document(paper.source.name),
            tuple(finding for finding in own if finding.document == paper.source.name),
            title,
        )
        for paper in register.papers
    )
    told = f"{len(pages)} papers" if len(pages) > 1 else "1 paper"
    sections = (
        Section(title=f"{title}: paper by paper", sections=pages),
        Section(title=f"{title}: summary", sections=summarise(register, own)),
        Section(title=f"{title}: points to check", tables=(points(own),) if own else (), note=_no_points(own)),
    )
    return Section(title=title, note=f"{told} read." + (f" {code}." if code else ""), sections=sections)


def points(findings: Sequence[Finding]) -> Table:
    """Points to check, by priority; each with document, section and words."""
    ordered = sorted(findings, key=lambda finding: words.PRIORITIES.index(finding.priority))
    rows = [
        (
            Entry(text=finding.priority.value),
            Entry(text=finding.message, citations=finding.citations),
            Entry(text="; ".join(dict.fromkeys(words.place(one) for one in finding.citations)) or finding.document),
            Entry(text=words.both_sides(finding.citations)),
        )
        for finding in ordered
    ]
    columns = (
        Column("Priority", share=1),
        Column("Point to check", share=4),
        Column("Document, section", share=2),
        Column("Words", share=4),
    )
    return Table(title="Points to check, by priority", columns=columns, rows=tuple(rows))


def _no_points(findings: Sequence[Finding]) -> str:
    return "" if findings else "Nothing to check was found by the rules in use. That is no judgement of the authority."


def _not_yet(papers: tuple[Paper, ...], as_of: date | None) -> tuple[Section, ...]:
    if not papers:
        return ()
    rows = tuple(
        (Entry(text=words.name(paper)), Entry(text=words.dated(paper)), Entry(text=paper.source.name))
        for paper in papers
    )
    table = Table(
        title="Not yet published", columns=(Column("Paper", share=4), Column("Date"), Column("File")), rows=rows
    )
    return (Section(title="Not yet published, and not assessed", note=words.as_at(as_of), tables=(table,)),)


def _problems(register: Register) -> tuple[Section, ...]:
    if not register.problems:
        return ()
    rows = tuple(
        (
            Entry(text=problem.severity.value),
            Entry(text=problem.document),
            Entry(text=problem.message, citations=(problem.citation,) if problem.citation else ()),
        )
        for problem in register.problems
    )
    columns = (
        Column("Kind", share=1),
        Column("File", share=2),
        Column("What could not be read or trusted", share=6),
    )
    table = Table(title="What could not be read or trusted", columns=columns, rows=rows)
    return (Section(title="What could not be read or trusted", tables=(table,)),)
