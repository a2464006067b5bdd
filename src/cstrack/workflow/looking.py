"""One paper looked at closely: what was seen in it, by which loader, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.errors import NothingRead
from cstrack.hooks.calls import load_with
from cstrack.hooks.paper_loader import PaperLoader
from cstrack.problems import Outcome, Severity
from cstrack.reading.inputs import find_inputs
from cstrack.workflow.trip import choose, context_of, read

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.hooks.contracts import LoadResult
    from cstrack.hooks.resolver import Choice
    from cstrack.problems import Problem
    from cstrack.workflow.told import Told


@final
@frozen(kw_only=True)
class Sight:
    """What was seen in one paper.

    Attributes:
        document: the paper as read.
        choice: which loader reads it, and why.
        facts: what was recognised; None for a loader that is no reader of prose papers.
        result: its records; None where there is no loader, or it failed.
        problems: what could not be read or trusted.
    """

    document: Document
    choice: Choice
    facts: Facts | None
    result: LoadResult | None
    problems: tuple[Problem, ...]


def read_paper(path: str, told: Told) -> Outcome[Document]:
    """One file as a document.

    Raises:
        NothingRead: the path is no single file that could be read.
    """
    found = find_inputs([path])
    inputs = found.value or ()
    if len(inputs) != 1:
        reasons = tuple(problem.message for problem in found.problems) or ("give one file",)
        raise NothingRead((path,), reasons)
    outcome = read(inputs[0], told)
    if outcome.value is None:
        raise NothingRead((path,), tuple(one.message for one in outcome.problems if one.severity is Severity.ERROR))
    return Outcome(value=outcome.value, problems=outcome.problems)


def look(path: str, told: Told) -> Sight:
    """Everything that was seen in one paper.

    Args:
        path: the file.
        told: what the load was told.

    Raises:
        NothingRead: the path is no single file that could be read.
    """
    outcome = read_paper(path, told)
    document = outcome.value
    assert document is not None, "read_paper raises where there is none"
    choice = choose(document, told)
    problems = (*told.crew.problems, *outcome.problems, *choice.problems)
    if choice.loader is None:
        return Sight(document=document, choice=choice, facts=None, result=None, problems=problems)
    context = context_of(choice, document, told)
    result = load_with(choice.loader, document, context)
    facts = choice.loader.facts(document, context) if isinstance(choice.loader, PaperLoader) else None
    own = result.value.problems if result.value is not None else ()
    return Sight(
        document=document,
        choice=choice,
        facts=facts,
        result=result.value,
        problems=(*problems, *result.problems, *own),
    )
