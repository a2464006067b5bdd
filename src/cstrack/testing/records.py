"""Short builders of papers and records, for tests of checks and exporters.

Each takes the words first and every other field of the record by name; what is left out is what a plain paper would say.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import evolve

from cstrack.model.action import Action, Lifecycle
from cstrack.model.budget import BudgetLine, Measure
from cstrack.model.decision import Decision, Outcome
from cstrack.model.identity import record_id
from cstrack.model.indicator import Observation
from cstrack.model.paper import Paper, PaperRelied
from cstrack.model.target import Target
from cstrack.sources.citation import Citation
from cstrack.sources.source import Source
from cstrack.sources.span import Span
from cstrack.values.figure import Figure
from cstrack.values.period import Period, PeriodKind
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from cstrack.model.record import Amount


def on(day: str) -> Period:
    """One day: ``on("2015-03-31")``."""
    first = date.fromisoformat(day)
    return Period(start=first, end=first + timedelta(days=1), kind=PeriodKind.DAY, label=day_in_words(first), edtf=day)


def between(first: str, last: str, label: str = "") -> Period:
    """From one day to another, both included: ``between("2014-04-01", "2015-03-31", "2014/15")``."""
    end = date.fromisoformat(last) + timedelta(days=1)
    return Period(start=date.fromisoformat(first), end=end, kind=PeriodKind.SPAN, label=label, edtf=f"{first}/{last}")


def gbp_m(number: str) -> Figure:
    """Millions of pounds as printed: ``gbp_m("7.2")`` is £7.2m."""
    return Figure.of(number, unit="GBP", scale=1_000_000, printed=f"£{number}m")


def percent(number: str) -> Figure:
    """A percentage as printed: ``percent("10")`` is 10%."""
    return Figure.of(number, unit="percent", printed=f"{number}%")


def paper(name: str = "paper.txt", day: str | None = "2014-12-11", authority: str | None = "E06000027") -> Paper:
    """A paper of a day."""
    source = Source(name=name, sha256=f"sha256:{name}")
    return Paper(
        source=source,
        authority=authority,
        title=name,
        date=on(day) if day is not None else None,
        date_basis="head" if day is not None else None,
        loader="core.paper",
    )


def evolved_source(of: Paper, **fields: Any) -> Paper:
    """A paper whose file differs: another hash, another folder."""
    return evolve(of, source=evolve(of.source, **fields))


def cite(of: Paper, words: str, at: int = 0, sentence: str | None = None, section: str | None = "1") -> Citation:
    """A citation of words that stand at an offset of a paper."""
    return Citation(
        source=of.source, span=Span(at, at + len(words)), section=section, quote=words, sentence=sentence or words
    )


def _shared(kind: str, of: Paper, words: str, at: int, sentence: str | None) -> dict[str, Any]:
    return {
        "id": record_id(kind, of.source.sha256, str(at)),
        "authority": of.authority,
        "citations": (cite(of, words, at, sentence),),
        "rule": "test",
    }


def action(of: Paper, title: str, at: int = 0, **fields: Any) -> Action:
    """A planned action of a paper."""
    told = {"label": title, "lifecycle": Lifecycle.PLANNED, **fields}
    return Action(**_shared("action", of, title, at, None), title=title, **told)


def budget(
    of: Paper, figure: Amount, measure: Measure, at: int = 0, sentence: str | None = None, **fields: Any
) -> BudgetLine:
    """A sum of money of a paper."""
    told = {"label": str(measure), **fields}
    return BudgetLine(**_shared("budget", of, figure.printed, at, sentence), figure=figure, measure=measure, **told)


def observation(
    of: Paper, figure: Amount, label: str, at: int = 0, sentence: str | None = None, **fields: Any
) -> Observation:
    """A number measured."""
    return Observation(**_shared("observation", of, figure.printed, at, sentence), figure=figure, label=label, **fields)


def target(of: Paper, figure: Amount, label: str, at: int = 0, sentence: str | None = None, **fields: Any) -> Target:
    """A number to be reached."""
    return Target(**_shared("target", of, figure.printed, at, sentence), figure=figure, label=label, **fields)


def decision(of: Paper, text: str, at: int = 0, outcome: Outcome = Outcome.RESOLVED, **fields: Any) -> Decision:
    """A decision of a paper."""
    told = {"label": text, **fields}
    return Decision(**_shared("decision", of, text, at, None), text=text, outcome=outcome, **told)


def relied(of: Paper, title: str, at: int = 0, **fields: Any) -> PaperRelied:
    """A paper relied on."""
    return PaperRelied(**_shared("relied", of, title, at, None), title=title, label=title, **fields)
