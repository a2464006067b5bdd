"""The words a report prints for the model's values, places and names, by the rules of docs/explanation/fair-reading.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.export.report import Entry
from cstrack.model.action import Lifecycle
from cstrack.model.budget import Fund, Measure, Recurrence, Scope
from cstrack.model.decision import Outcome
from cstrack.model.finding import Priority
from cstrack.model.record import About, Firmness
from cstrack.values.authority import authorities
from cstrack.values.figure import Figure
from cstrack.values.missing import Direction
from cstrack.values.wording import day_in_words, due_in_words, figure_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from cstrack.model.budget import BudgetLine
    from cstrack.model.paper import Paper
    from cstrack.model.record import Amount, Record
    from cstrack.sources.citation import Citation
    from cstrack.values.period import Period

LIFECYCLES: Mapping[Lifecycle, str] = {
    Lifecycle.PLANNED: "planned",
    Lifecycle.IN_PROGRESS: "in progress",
    Lifecycle.COMPLETED: "completed",
    Lifecycle.WITHDRAWN: "withdrawn",
    Lifecycle.UNKNOWN: "not stated",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.RESOLVED: "Resolved",
    Outcome.RECOMMENDED: "Recommended or asked",
    Outcome.NOTED: "Noted",
    Outcome.DEFERRED: "Deferred",
    Outcome.REFERRED: "Referred",
    Outcome.LOST: "Lost",
}

MEASURES: Mapping[Measure, str] = {
    Measure.GAP: "budget gap",
    Measure.GROWTH: "growth (added to the budget)",
    Measure.SPEND: "spending",
}

ABOUTS: Mapping[About, str] = {
    About.OWN: "this authority",
    About.COUNCIL: "the whole council",
    About.PARTNER: "a partner",
    About.OTHER_COUNCIL: "another council",
    About.ENGLAND: "England",
}

#: How the authority or the date of a paper was told.
BASES: Mapping[str, str] = {
    "argument": "as given",
    "project": "by cstrack.toml",
    "head": "by its head",
    "domain": "by its addresses",
    "body": "by its text",
    "name": "by its file name",
}

PRIORITIES: tuple[Priority, ...] = (Priority.HIGH, Priority.MEDIUM, Priority.LOW, Priority.NOTE)

#: Said so weakly that it is a matter raised: it stands in the tables and never on a paper's page.
WEAK = frozenset({Firmness.HYPOTHETICAL, Firmness.OPINION, Firmness.CONCERN})


def measure(word: Measure) -> str:
    """What a sum of money is, in words rather than signs."""
    return MEASURES.get(word, word.value)


def subject(line: BudgetLine) -> str:
    """What a sum of money is for, and whose it is where it is not a service's own."""
    whole = line.scope is Scope.COUNCIL or line.about is About.COUNCIL
    return (line.service or line.label) + (" (the whole council's)" if whole else "")


def fund(word: Fund) -> str:
    """The purse; never a default."""
    return word.value


def recurrence(word: Recurrence) -> str:
    """Once or every year."""
    return word.value


def amount(figure: Amount, *, change: bool = False) -> str:
    """A figure as a sentence has it; a figure without a number by its words and direction."""
    if isinstance(figure, Figure):
        said = figure_in_words(figure)
        return f"a change of {said}" if change else said
    way = {Direction.UP: ", upwards", Direction.DOWN: ", downwards", Direction.LEVEL: ", level"}.get(
        figure.direction, ""
    )
    return f"“{shortened(figure.printed, 60)}” (no figure{way})" if figure.printed else f"not stated{way}"


def when(period: Period | None, otherwise: str = "not stated") -> str:
    """A period, or the day a figure was counted on."""
    return otherwise if period is None else period.label or due_in_words(period)


def due(period: Period | None, otherwise: str = "") -> str:
    """A due date by its last day."""
    return otherwise if period is None else due_in_words(period)


def by(period: Period) -> str:
    """A due date behind a comma: "by 31 March 2015", "by 2014/15", "from June 2015"."""
    said = due_in_words(period)
    return said if said.startswith(("by ", "from ")) else f"by {said}"


def as_at(day: date | None) -> str:
    """The day a report speaks for."""
    return "Not assessed" if day is None else f"As at {day_in_words(day)}"


def about(record: Record) -> str:
    """Whom a record is about, where that is not the authority's own service; empty text otherwise."""
    return "" if record.about is About.OWN else ABOUTS[record.about]


def shortened(text: str, width: int) -> str:
    """Text cut at a blank, with three dots where it was cut.

    >>> shortened("the strict performance management mechanism", 20)
    'the strict …'
    """
    if len(text) <= width:
        return text
    head = text[: width - 1].rpartition(" ")[0] or text[: width - 2]
    return f"{head.rstrip(' ,;:-')} …"


def place(citation: Citation) -> str:
    """Document and section, or document and cell."""
    inside = citation.cell or citation.section
    page = f"page {citation.page}" if citation.page else ""
    return ", ".join(part for part in (citation.source.name, inside, page) if part)


def section(citation: Citation) -> str:
    """The place inside the document, for where the document is already named."""
    return citation.cell or citation.section or (f"page {citation.page}" if citation.page else "")


def words(citation: Citation, width: int = 240) -> str:
    """The words around what was read, in quotation marks."""
    return f"“{shortened(citation.sentence or citation.quote, width)}”"


def both_sides(citations: Iterable[Citation], most: int = 3) -> str:
    """The words of several citations, each once; words that stand inside others told before are left out."""
    told: list[str] = []
    for citation in citations:
        said = " ".join((citation.sentence or citation.quote).split())
        if not any(said in other for other in told):
            told.append(said)
    return "; ".join(f"“{shortened(said, 240)}”" for said in told[:most])


def where(record: Record) -> Entry:
    """A record's place, opening its words."""
    return Entry(text=place(record.citation), citations=record.citations)


def name(paper: Paper) -> str:
    """What a person calls the paper: its title as printed, else its file."""
    return paper.title or paper.source.name


def basis(word: str | None) -> str:
    """How an authority or a date was told."""
    return BASES.get(word or "", word or "")


def dated(paper: Paper) -> str:
    """The paper's date, and that it was inferred where it was."""
    if paper.date is None:
        return "no date"
    return when(paper.date) + ("" if paper.date_basis in {None, "head"} else f" ({basis(paper.date_basis)})")


def authority_name(code: str | None) -> str:
    """Name of a council by its code; the code where the register of authorities has none."""
    if code is None:
        return "Authority not known"
    known = authorities().get(code)
    return known.official if known else code
