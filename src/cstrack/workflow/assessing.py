"""Registers to findings, through every check that the plugins offer."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from cstrack.hooks.calls import check_with
from cstrack.problems import Outcome
from cstrack.workflow.crew import Crew
from cstrack.workflow.days import as_day

if TYPE_CHECKING:
    from datetime import date

    from cstrack.hooks.contracts import Check
    from cstrack.hooks.plugins import Plugins
    from cstrack.model.finding import Finding
    from cstrack.model.history import History
    from cstrack.model.register import Register
    from cstrack.problems import Problem


def assess(
    register: Register, *, as_of: date | str, history: History | None = None, plugins: Plugins | None = None
) -> tuple[Finding, ...]:
    """What a person should check.

    Args:
        register: what was read.
        as_of: the day to speak for; papers dated later are listed and not assessed.
        history: earlier reports of the same authority.
        plugins: whose checks to use; those of the register's authorities where None.

    Returns:
        Points to check, in the order of the checks. A check that fails warns and stops no other.

    Raises:
        UnreadableDate: ``as_of`` is no ISO date.
    """
    outcome = assess_contained(register, as_of=as_of, history=history, plugins=plugins)
    for problem in outcome.problems:
        warnings.warn(problem.message, stacklevel=2)
    return outcome.value or ()


def assess_contained(
    register: Register,
    *,
    as_of: date | str,
    history: History | None = None,
    plugins: Plugins | None = None,
    no_plugins: bool = False,
    disabled: tuple[str, ...] = (),
) -> Outcome[tuple[Finding, ...]]:
    """The same, with what became of checks that failed."""
    day = as_day(as_of)
    findings: list[Finding] = []
    problems: list[Problem] = []
    crew = Crew(given=plugins, no_plugins=no_plugins, disabled=disabled)
    for check in _offered(register, crew):
        outcome = check_with(check, register, history, day)
        findings.extend(outcome.value or ())
        problems.extend(outcome.problems)
    return Outcome(value=tuple(findings), problems=tuple(problems))


def _offered(register: Register, crew: Crew) -> tuple[Check, ...]:
    """The checks of all authorities of the register, each once."""
    codes = register.authorities or (None,)
    return tuple({check.id: check for code in codes for check in crew.of(code).checks}.values())
