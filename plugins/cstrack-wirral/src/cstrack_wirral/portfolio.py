"""The portfolio summary: numbered sections and bullets, as a Cabinet Member reports to full Council."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.plugin import About, Lifecycle, NotStated, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from cstrack.plugin import Action, Amount, BudgetLine, ExportContext, Finding, Period, Record, Register

#: What Markdown, or the HTML that it turns into, would take for markup.
_MARKUP = pattern("cstrack_wirral.portfolio.markup", r"[\\`*_{}\[\]<>|\#~&!]|^[ ]{0,3}(?:[-+]|[0-9]{1,9}[.)])(?=[ ])")

#: Lifecycle -> the words of a summary, in the order in which they are told.
_STANDING = {
    Lifecycle.COMPLETED: "done",
    Lifecycle.IN_PROGRESS: "under way",
    Lifecycle.PLANNED: "planned",
    Lifecycle.WITHDRAWN: "withdrawn",
    Lifecycle.UNKNOWN: "outcome not known",
}


@final
@frozen(kw_only=True)
class PortfolioSummary:
    """Wirral's portfolio summary, as Markdown.

    Attributes:
        id: its id.
        title: what it writes.
        suffix: of the file.
        authorities: Wirral alone.
    """

    id: str = "wirral.portfolio-summary"
    title: str = "Wirral's Cabinet portfolio summary (Markdown)"
    suffix: str = ".md"
    authorities: frozenset[str] = frozenset({"E08000015"})

    def export(self, register: Register, findings: Sequence[Finding], context: ExportContext) -> bytes:
        """The summary; a section without anything to say says so."""
        sections = (
            ("Financial Position", _money(register.budgets)),
            ("Performance", _figures(register)),
            ("Progress of Work", _work(register.actions)),
            ("Decisions", _decisions(register)),
            ("Points to Check", _points(findings)),
            ("Papers", _papers(register)),
        )
        lines = ["# CABINET PORTFOLIO SUMMARY REPORT", "", "**CABINET PORTFOLIO** CHILDREN AND FAMILY SERVICES", ""]
        lines += ["## EXECUTIVE SUMMARY", "", f"{plain(context.title)}{_as_at(context.as_of)}.", ""]
        for number, (title, bullets) in enumerate(sections, 1):
            lines += [
                f"## {number}. {title}",
                "",
                *(list(bullets) or ["- Nothing is reported in the papers read."]),
                "",
            ]
        return "\n".join(lines).encode("utf-8", "replace")


def plain(words: str) -> str:
    r"""Words out of a paper with whatever Markdown or HTML would take for markup made harmless.

    >>> plain("1. <b>*All*</b>")
    '1\\. \\<b\\>\\*All\\*\\</b\\>'
    """
    folded = " ".join(words.split())
    return _MARKUP.sub(lambda found: found.group()[:-1] + "\\" + found.group()[-1], folded)


def _as_at(day: date | None) -> str:
    return f", as at {_day(day)}" if day else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _money(lines: Iterable[BudgetLine]) -> Iterator[str]:
    own = [line for line in lines if line.about is About.OWN]
    for line in sorted(own, key=lambda one: (_order(one.period), one.citation.source.name, one.id)):
        basis = f" ({line.basis.value})" if line.basis else ""
        year = f"In {plain(line.period.label)}: " if line.period else "Year not stated: "
        subject = f" - {plain(line.service or line.label)}" if line.service or line.label else ""
        yield f"- {year}{line.measure.value} of {_amount(line.figure)}{basis}{subject}. {_cited(line)}"


def _figures(register: Register) -> Iterator[str]:
    for target in register.targets:
        if target.about is About.OWN:
            due = f" by {plain(target.due.label)}" if target.due else ""
            yield f"- Target: {_amount(target.figure)} {plain(target.label)}{due}. {_cited(target)}"
    for seen in register.observations:
        if seen.about is About.OWN and seen.label:
            when = f" ({plain(seen.period.label)})" if seen.period else ""
            yield f"- {plain(seen.label)}: {_amount(seen.figure)}{when}. {_cited(seen)}"


def _work(actions: Iterable[Action]) -> Iterator[str]:
    own = [action for action in actions if action.about is About.OWN]
    for action in sorted(own, key=lambda one: (list(_STANDING).index(one.lifecycle), _order(one.due), one.id)):
        due = (
            f", due {plain(action.due.label)}"
            if action.due
            else f", due by {plain(action.due_event)}"
            if action.due_event
            else ""
        )
        owner = f" - {plain(', '.join(action.owners))}" if action.owners else ""
        yield f"- {plain(action.title)} ({_STANDING[action.lifecycle]}{due}){owner}. {_cited(action)}"


def _decisions(register: Register) -> Iterator[str]:
    for decision in register.decisions:
        number = f"({plain(decision.number)}) " if decision.number else ""
        body = f", {plain(decision.body)}" if decision.body else ""
        yield f"- {number}{plain(decision.text)} ({decision.outcome.value}{body}). {_cited(decision)}"


def _points(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        place = f" {_place(finding.document, finding.citations[0].section if finding.citations else None)}"
        yield f"- {plain(finding.message)}{place if finding.document else ''}"


def _papers(register: Register) -> Iterator[str]:
    for paper in register.papers:
        when = f", {plain(paper.date.label)}" if paper.date else ", undated"
        yield f"- {plain(paper.title or paper.source.name)}{when} ({plain(paper.source.name)})"


def _amount(figure: Amount) -> str:
    if isinstance(figure, NotStated):
        return f"an amount not stated ({figure.direction.value})"
    return plain(figure.printed)


def _order(period: Period | None) -> str:
    """Dated before undated, by the last day."""
    return period.end.isoformat() if period and period.end else "9999"


def _cited(record: Record) -> str:
    return _place(record.citation.source.name, record.citation.section)


def _place(document: str, section: str | None) -> str:
    return f"[{plain(document)}, {plain(section)}]" if section else f"[{plain(document)}]"
