"""Every figure of a paper as a record: a budget line, an observation or a target; and the money that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.assembly.budgets import budget_line
from cstrack.assembly.demands import in_a_plan
from cstrack.assembly.intent import is_target
from cstrack.assembly.measured import tells_how_much
from cstrack.assembly.movements import movements_of
from cstrack.assembly.observations import observation
from cstrack.assembly.places import laid_out
from cstrack.assembly.raised import raised_in
from cstrack.assembly.targets import target
from cstrack.assembly.unstated import parts_of, unstated
from cstrack.facts.profile import CORE
from cstrack.model.budget import BudgetLine, Measure
from cstrack.model.indicator import Basis
from cstrack.problems import Outcome, Problem
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.assembly.carried import Meanings
    from cstrack.assembly.count_labels import Labels
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.mention import NotAFigure
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Statement
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.record import Record

#: What the words of a field may stand for.
_MEANINGS: Mapping[str, frozenset[str]] = {
    "measure": frozenset(measure.value for measure in Measure),
    "basis": frozenset(basis.value for basis in Basis),
    "qualifier": frozenset(qualifier.value for qualifier in Qualifier),
}
_RESOLVED = pattern("assembly.amounts.resolved", r"(?i)(?<![a-z])(?:resolved|agreed\ to|decision|decided)(?![a-z])")


@final
@frozen
class _Told:
    """What was told of the figures before, by block and offset: what sums are, what numbers are called, which are targets."""

    measures: Meanings = field(factory=dict)
    labels: Labels = field(factory=dict)
    aimed: set[tuple[int, int]] = field(factory=set)
    statements: Mapping[int, tuple[Statement, ...]] = field(factory=dict)


def assemble_amounts(
    document: Document, facts: Facts, vocabulary: Vocabulary, profile: PaperProfile = CORE
) -> Outcome[tuple[Record, ...]]:
    """The records of a paper's figures.

    Args:
        document: the paper.
        facts: what was recognised in it.
        vocabulary: the words of the field; the profile's own words go before.
        profile: how this council writes.

    Returns:
        Budget lines, observations, targets and movements of money, in reading order, and what could not be read.
    """
    words, problems = _extended(vocabulary, profile, document.source.name)
    problems += [_unreadable(document, other) for other in facts.others if other.reason == "unreadable"]
    surroundings = laid_out(document, facts)
    told = _Told(statements=_by_block(facts.statements))
    raised = raised_in(facts)
    read = [(one, _record(surroundings.place_of(one), surroundings, words, told)) for one in facts.figures]
    records = [raised.told(mention, record) for mention, record in read if record is not None]
    lines = [record for record in records if isinstance(record, BudgetLine)]
    records.extend(movements_of(surroundings, lines))
    records.extend(parts_of(surroundings, lines))
    records.extend(unstated(surroundings, words))
    return Outcome(value=tuple(sorted(records, key=_start)), problems=tuple(problems))


def _extended(vocabulary: Vocabulary, profile: PaperProfile, document: str) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary with a profile's own words, and a problem for each that stands for nothing the model knows."""
    problems: list[Problem] = []
    for words, terms in profile.vocabulary.items():
        known = _MEANINGS.get(words)
        kept = {word: meaning for word, meaning in terms.items() if known is None or meaning in known}
        problems += [
            Problem(
                code="vocabulary.unknown",
                message=f"{profile.id}: {word!r} stands for {terms[word]!r}, which is no {words}: use one of {', '.join(sorted(known or ()))}",
                document=document,
            )
            for word in terms
            if word not in kept
        ]
        vocabulary = vocabulary.extended(words, kept)
    return vocabulary, problems


def _unreadable(document: Document, other: NotAFigure) -> Problem:
    words = document.text_at(other.span)
    return Problem(
        code="figure.unreadable",
        message=f"{words!r} cannot be read as a number: check the page",
        document=document.source.name,
        citation=document.cite(other.span, document.blocks[other.block]),
    )


def _by_block(statements: Sequence[Statement]) -> dict[int, tuple[Statement, ...]]:
    found: dict[int, list[Statement]] = {}
    for one in statements:
        found.setdefault(one.block, []).append(one)
    return {block: tuple(each) for block, each in found.items()}


def _start(record: Record) -> int:
    return record.citation.span.start if record.citation.span is not None else 0


def _record(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, told: _Told) -> Record | None:
    """The record of one figure: money is a budget line, what somebody means to reach a target, what was measured an observation.

    None where the number tells nobody how much there is of anything: "a 5 year plan", "two pressures".
    """
    mention = place.mention
    if mention.figure.unit.startswith("GBP"):
        return budget_line(place, surroundings, vocabulary, told.measures)
    earlier = place.earlier
    before = earlier is not None and (earlier.block, earlier.start) in told.aimed
    meant = is_target(place, vocabulary, earlier=before) or in_a_plan(place, told.statements.get(mention.block, ()))
    if not meant:
        counts = tells_how_much(place, vocabulary)
        return observation(place, surroundings, vocabulary, told.labels) if counts else None
    told.aimed.add((mention.block, mention.start))
    lead = place.block.lead
    resolved = lead is not None and _RESOLVED.search(surroundings.texts[lead]) is not None
    said = told.statements.get(mention.block, ())
    return target(place, surroundings, vocabulary, told.labels, resolved=resolved, said=said)
