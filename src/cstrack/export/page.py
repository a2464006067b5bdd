"""The page of one paper: about ten lines that a scrutiny officer can take to a meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cstrack.export import words
from cstrack.export.report import Entry, Line, Section
from cstrack.export.summary import own, states
from cstrack.model.action import Lifecycle
from cstrack.model.budget import FundingMovement
from cstrack.model.finding import Priority
from cstrack.model.indicator import Basis
from cstrack.model.judgement import JudgementBasis
from cstrack.model.target import fullest, told_once
from cstrack.values.missing import NotStated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.model.decision import Decision, Recommendation
    from cstrack.model.finding import Finding
    from cstrack.model.judgement import Judgement
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

#: Statements that one line shows; the tables hold the others.
SHOWN = 3

_TITLE = 240

#: Rules by which the lists of an inspector's report are read.
_LISTED = frozenset({"recommendation.improvement", "recommendation.priority_action"})

#: What a sum stands on that nobody has counted; a page that left it out would say too much.
_NOT_COUNTED = frozenset({Basis.FORECAST, Basis.PROPOSED, Basis.PROVISIONAL})

#: Codes of findings that have lines of their own, and those that the tables and the list of points tell.
_DATES = ("action.overdue", "action.date_passed", "action.due", "action.due_soon", "action.due_by_event")
_ELSEWHERE = (*_DATES, "action.undated", "action.depends", "target.status", "paper.", "funding.")


def page(paper: Paper, register: Register, findings: Sequence[Finding], authority: str) -> Section:
    """The page of one paper.

    Args:
        paper: the paper.
        register: the part of this paper.
        findings: the points to check of this paper.
        authority: name of the authority in words.

    Returns:
        A section of labelled lines. Lines that would be empty are left out; what the paper leaves out is a line.
    """
    lines = (
        Line(label="What it is", entries=(_what(paper, authority),)),
        _line("Judged", tuple(_judged(register.judgements))),
        _line("Recommended to it", tuple(_asked(register.recommendations))),
        *_decided(register.decisions),
        _line("Due", _with_codes(findings, _DATES) or _dated(register)),
        _line("Depends on", _with_codes(findings, ("action.depends_later", "action.depends"))),
        _line("Money", tuple(_money(register))),
        _line("Money that moves", tuple(_moves(register))),
        _line("Targets", tuple(_targets(register, findings))),
        _line("Not known", tuple(_not_known(register))),
        _line("Not in this paper", tuple(_left_out(register))),
        _line("Relied on, not held", tuple(_relied(register))),
        _line("To check first", _to_check(findings)),
    )
    return Section(title=words.name(paper), note=paper.source.name, lines=tuple(line for line in lines if line.entries))


def _line(label: str, entries: Sequence[Entry]) -> Line:
    return Line(label=label, entries=tuple(entries[:SHOWN]), more=max(0, len(entries) - SHOWN))


def _what(paper: Paper, authority: str) -> Entry:
    told = "" if paper.authority_basis in {None, "head"} else f" ({words.basis(paper.authority_basis)})"
    to = f"for {paper.body}" if paper.body else ""
    return Entry(text="; ".join(part for part in (f"{authority}{told}", to, words.dated(paper)) if part))


def _decided(decisions: Sequence[Decision]) -> Iterator[Line]:
    for outcome, label in words.OUTCOMES.items():
        entries = [
            Entry(text=_numbered(one.number, words.shortened(one.text, _TITLE)), citations=one.citations)
            for one in decisions
            if one.outcome is outcome
        ]
        yield _line(label, entries)


def _judged(judgements: Sequence[Judgement]) -> Iterator[Entry]:
    """The grades of the latest inspection of which the paper tells two or more, the overall one first."""
    days = [
        one.on
        for one in judgements
        if one.basis is JudgementBasis.PUBLISHED and one.on is not None and one.inspectorate
    ]
    several = [on for on in days if days.count(on) > 1]
    latest = max(several, key=lambda on: on.last_day or date.min, default=None)
    if latest is None:
        return
    told = [one for one in judgements if one.on == latest and one.basis is JudgementBasis.PUBLISHED]
    for one in sorted(told, key=lambda one: "overall" not in (one.scope or "").casefold()):
        what = f"{one.scope or one.label}: {one.grade} ({one.inspectorate or 'not stated'}, {words.when(one.on)})"
        yield Entry(text=what, citations=one.citations)


def _asked(recommendations: Sequence[Recommendation]) -> Iterator[Entry]:
    """What inspectors list, each with its number."""
    for one in recommendations:
        if one.rule in _LISTED:
            told = _numbered(one.number, words.shortened(one.text, _TITLE))
            yield Entry(text=f"{one.by}: {told}" if one.by else told, citations=one.citations)


def _numbered(number: str | None, text: str) -> str:
    return f"({number}) {text}" if number else text


def _with_codes(findings: Sequence[Finding], codes: tuple[str, ...]) -> tuple[Entry, ...]:
    """The findings of some codes, those of the first code first."""
    told = sorted((finding for finding in findings if finding.code in codes), key=lambda one: codes.index(one.code))
    return tuple(Entry(text=finding.message, citations=finding.citations) for finding in told)


def _dated(register: Register) -> tuple[Entry, ...]:
    """Open work with a date, where nothing is near enough to be a point to check."""
    open_work = [
        one
        for one in own(register.actions)
        if one.due is not None and one.lifecycle in {Lifecycle.PLANNED, Lifecycle.IN_PROGRESS}
    ]
    return tuple(
        Entry(text=f"{words.shortened(one.title, _TITLE)}: {words.due(one.due)}", citations=one.citations)
        for one in open_work
    )


def _money(register: Register) -> Iterator[Entry]:
    for line in own(register.budgets):
        if line.firmness in words.WEAK:
            continue
        subject, measure = words.subject(line), words.measure(line.measure)
        foreseen = f"{line.basis} {measure}" if line.basis in _NOT_COUNTED else measure
        head = foreseen if subject.casefold() in measure else f"{subject}: {foreseen}"
        told = f"{head} {words.amount(line.figure, change=line.change)}"
        years = f" in {words.when(line.period)}" if line.period else ""
        yield Entry(text=f"{told}{years}", citations=line.citations)


def _moves(register: Register) -> Iterator[Entry]:
    for move in own(register.movements):
        amount = words.amount(move.figure)
        told = ("amount not stated" if amount == "not stated" else amount) + (
            f" from {move.source}" if move.source else ""
        )
        told += (f" to {move.destination}" if move.destination else "") + (
            f", {words.when(move.period)}" if move.period else ""
        )
        yield Entry(text=told, citations=move.citations)


def _targets(register: Register, findings: Sequence[Finding]) -> Iterator[Entry]:
    standing = states(findings, "target.")
    for group in told_once(one for one in own(register.targets) if one.firmness not in words.WEAK):
        target = fullest(group)
        citations = tuple(words_read for one in group for words_read in one.citations)
        by = f", {words.by(target.due)}" if target.due else f", {words.when(target.period)}" if target.period else ""
        state = f": {standing[target.id]}" if target.id in standing else ""
        yield Entry(text=f"{target.label}: {words.amount(target.figure)}{by}{state}", citations=citations)


def _not_known(register: Register) -> Iterator[Entry]:
    undated = [
        one
        for one in own(register.actions)
        if one.lifecycle is Lifecycle.PLANNED and one.due is None and not one.due_event and not one.recurrence
    ]
    if undated:
        many = "1 planned action carries" if len(undated) == 1 else f"{len(undated)} planned actions carry"
        yield Entry(text=f"{many} no date", citations=tuple(one.citation for one in undated))
    for record in register.records:
        figure = getattr(record, "figure", None)
        if isinstance(figure, NotStated) and not isinstance(record, FundingMovement) and own((record,)):
            yield Entry(text=f"{record.label}: {words.amount(figure)}", citations=record.citations)


def _left_out(register: Register) -> Iterator[Entry]:
    """Silence is told and is no fault."""
    if not register.budgets and not register.movements:
        yield Entry(text="no money in this paper")
    if not own(register.targets):
        yield Entry(text="no targets")
    if not any(action.due or action.due_event for action in own(register.actions)):
        yield Entry(text="no dated actions")
    if not register.decisions:
        yield Entry(text="no decisions")


def _relied(register: Register) -> Iterator[Entry]:
    titles: dict[str, Entry] = {}
    for paper in register.relied:
        if not paper.held:
            titles.setdefault(paper.title.casefold(), Entry(text=paper.title, citations=paper.citations))
    yield from titles.values()


def _to_check(findings: Sequence[Finding]) -> tuple[Entry, ...]:
    ordered = sorted(findings, key=lambda finding: words.PRIORITIES.index(finding.priority))
    return tuple(
        Entry(text=finding.message, citations=finding.citations)
        for finding in ordered
        if finding.priority is not Priority.NOTE
        and (finding.code == "action.depends_later" or not finding.code.startswith(_ELSEWHERE))
    )
