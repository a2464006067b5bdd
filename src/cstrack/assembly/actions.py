"""Actions: pieces of work with their owner, lifecycle, dates and what they hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.grounds import actor_of
from cstrack.assembly.titles import shortened, without_persons
from cstrack.facts.statement import StatementKind
from cstrack.model.action import Action, Lifecycle
from cstrack.model.record import Firmness
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.facts.statement import Statement
    from cstrack.model.plan import Objective

_NAMED = pattern("assembly.actions.named", r"\((?P<names>[^()]{3,120})\)")
_PARTS = pattern("assembly.actions.parts", r"[ ]?(?:/|,|;|&|\band\b(?=[ ][A-Z]{2}))[ ]?")
_WORD = pattern("assembly.actions.word", r"[A-Za-z][A-Za-z'-]{1,30}")
#: Words that name no project by themselves.
_PLAIN = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "for",
        "to",
        "project",
        "projects",
        "programme",
        "programmes",
        "scheme",
        "schemes",
        "plan",
        "initiative",
        "key",
        "work",
        "service",
        "new",
        "within",
        "year",
    ]
)


def assemble_actions(
    grounds: Grounds, statements: Sequence[Statement], objectives: Sequence[Objective]
) -> tuple[Action, ...]:
    """The actions of a paper.

    Args:
        grounds: the paper.
        statements: what was recognised in it.
        objectives: its objectives; an action of the same bullet serves it.

    Returns:
        In reading order, with what they depend on linked by the words they share.
    """
    concerns = [one for one in statements if one.kind is StatementKind.CONCERN and one.rule == "concern.said"]
    mine = [one for one in statements if one.kind is StatementKind.ACTION]
    made = [_action(grounds, one, concerns, objectives) for one in mine]
    for funding in (one for one in mine if one.rule == "action.funding"):
        made = [_hangs_on(grounds, action, one, funding) for action, one in zip(made, mine, strict=True)]
    return tuple(made)


def _action(
    grounds: Grounds, statement: Statement, concerns: Sequence[Statement], objectives: Sequence[Objective]
) -> Action:
    owner = statement.word("owner")
    worried = any(one.block == statement.block and one.start <= statement.start < one.end for one in concerns)
    planned_concern = worried and statement.word("status") == "planned"
    topic = statement.word("topic")
    shared = grounds.shared(
        "action",
        statement,
        label=shortened(without_persons(topic, grounds.vocabulary, grounds.profile)) if topic else None,
        firmness=Firmness.CONCERN if planned_concern else None,
    )
    words = f"{topic}: {grounds.words(statement)}" if topic else grounds.words(statement)
    block = grounds.document.blocks[statement.block]
    return Action(
        **shared,
        title=without_persons(words, grounds.vocabulary, grounds.profile),
        lifecycle=Lifecycle(statement.word("status") or "unknown"),
        owners=(owner,) if owner else (),
        actor=actor_of(statement),
        due=statement.due,
        original_due=statement.due,
        on=statement.on,
        due_event=statement.word("due_event"),
        recurrence=statement.word("recurrence"),
        ref=statement.word("number"),
        objective=next(
            (one.id for one in objectives if one.citation.span and block.span.contains(one.citation.span)), None
        ),
        depends_on=statement.word("depends_on"),
    )


def _hangs_on(grounds: Grounds, action: Action, statement: Statement, funding: Statement) -> Action:
    """An action that a later clause says has no money yet, told by a project's name."""
    if statement is funding or (statement.due is None and statement.word("status") == "completed"):
        return action
    block = grounds.texts[statement.block].casefold()
    if statement.block == funding.block or not any(_speaks_of(block, name) for name in _projects(grounds, funding)):
        return action
    if action.depends_on and action.depends_from:
        return action
    return evolve(
        action,
        depends_on=action.depends_on or grounds.words(funding),
        depends=grounds.cite(funding)[:1],
        depends_from=funding.due,
    )


def _projects(grounds: Grounds, funding: Statement) -> tuple[tuple[str, ...], ...]:
    """The telling words of each project that a clause about funding names in brackets."""
    text = grounds.sentence(funding)
    names = [name for found in _NAMED.finditer(text) for name in _PARTS.split(found.group("names"))]
    told = [tuple(word.casefold() for word in _WORD.findall(name) if word.casefold() not in _PLAIN) for name in names]
    return tuple(words for words in told if words)


def _speaks_of(block: str, name: tuple[str, ...]) -> bool:
    words = set(_WORD.findall(block))
    return all(word in words for word in name) and (len(name) > 1 or len(name[0]) > 3)
