"""The portfolio summary: numbered sections and bullets, as a Cabinet Member reports to full Council."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.plugin import (
    About,
    DecisionOutcome,
    Lifecycle,
    NotStated,
    day_in_words,
    due_in_words,
    figure_in_words,
    pattern,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from cstrack.plugin import Action, Amount, BudgetLine, ExportContext, Finding, Observation, Period, Record, Register

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

#: Units of time.
_TIMES = frozenset({"day", "working_day", "week", "month", "year"})

_ASKED = DecisionOutcome.RECOMMENDED


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
        known = register.published_by(context.as_of)
        sections = (
            ("Financial Position", _money(known.budgets)),
            ("Performance", _figures(known)),
            ("Progress of Work", _work(known.actions)),
            ("Decisions", _decisions(known)),
            ("Points to Check", _points(findings)),
            ("Papers", _papers(register, known)),
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
    return f", as at {day_in_words(day)}" if day else ""


def _money(lines: Iterable[BudgetLine]) -> Iterator[str]:
    own = [line for line in lines if line.about is About.OWN]
    for line in sorted(own, key=lambda one: (_order(one.period), one.citation.source.name, one.id)):
        basis = f"{line.basis.value} " if line.basis else ""
        year = f"{plain(line.period.label)}: " if line.period else "Year not stated: "
        yield f"- {year}{basis}{line.measure.value} of {_amount(line.figure)}{_subject(line)}. {_cited(line)}"


def _subject(line: BudgetLine) -> str:
    """What the sum is for, unless its measure says it."""
    subject = line.service or line.label
    said = subject.casefold().replace(" ", "").replace("-", "") == line.measure.value
    return f" - {plain(subject)}" if subject and not said else ""


def _figures(register: Register) -> Iterator[str]:
    for target in register.targets:
        if target.about is About.OWN:
            due = f" by {plain(target.due.label.removeprefix('by '))}" if target.due else ""
            yield f"- Target: {plain(target.label)}, {_amount(target.figure)}{due}. {_cited(target)}"
    for seen in register.observations:
        if seen.about is About.OWN and seen.label and _tells(seen):
            when = f" ({plain(seen.period.label)})" if seen.period else ""
            yield f"- {plain(seen.label)}: {_amount(seen.figure)}{when}. {_cited(seen)}"


def _tells(seen: Observation) -> bool:
    """A number is a figure of performance where an indicator of the field is named, or what is counted; a length of time is none."""
    if seen.indicator is not None or isinstance(seen.figure, NotStated):
        return True
    return seen.figure.noun is not None and seen.figure.unit not in _TIMES


def _work(actions: Iterable[Action]) -> Iterator[str]:
    own = [action for action in actions if action.about is About.OWN]
    for action in sorted(own, key=lambda one: (list(_STANDING).index(one.lifecycle), _order(one.due), one.id)):
        yield f"- {_told(action.title)} ({_STANDING[action.lifecycle]}{_due(action)}). {_cited(action)}"


def _due(action: Action) -> str:
    if action.due:
        return f"; due {plain(due_in_words(action.due))}"
    return f"; due by {plain(action.due_event)}" if action.due_event else ""


def _told(words: str) -> str:
    """A sentence without its end, begun with a capital."""
    bare = plain(words).rstrip(" .;:,").removesuffix("; and").removesuffix(", and").rstrip(" ;,")
    return bare[:1].upper() + bare[1:]


def _decisions(register: Register) -> Iterator[str]:
    for decision in register.decisions:
        number = f"({plain(decision.number)}) " if decision.number else ""
        body = f" by {plain(decision.body)}" if decision.body and decision.outcome is not _ASKED else ""
        asked = f" to {plain(decision.body)}" if decision.body and decision.outcome is _ASKED else ""
        yield f"- {number}{_told(decision.text)} ({decision.outcome.value}{body}{asked}). {_cited(decision)}"


def _points(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        section = finding.citations[0].section if finding.citations else None
        yield f"- {_told(finding.message)}.{' ' + _place(finding.document, section) if finding.document else ''}"


def _papers(register: Register, known: Register) -> Iterator[str]:
    for paper in register.papers:
        when = plain(paper.date.label) if paper.date else "undated"
        later = "" if paper in known.papers else "; not yet published on that day, and left out above"
        yield f"- {plain(paper.title or paper.source.name)}, {when} ({plain(paper.source.name)}){later}"


def _amount(figure: Amount) -> str:
    return plain(figure_in_words(figure))


def _order(period: Period | None) -> str:
    """Dated before undated, by the last day."""
    return period.end.isoformat() if period and period.end else "9999"


def _cited(record: Record) -> str:
    return _place(record.citation.source.name, record.citation.section)


def _place(document: str, section: str | None) -> str:
    return f"[{plain(document)}, {plain(section)}]" if section else f"[{plain(document)}]"
